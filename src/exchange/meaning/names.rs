//! The names of a municipality's places, as people may write them.

use crate::exchange::cells::plain::squeezed;
use crate::places::{Level, Places};

#[derive(Clone, Debug, Default)]
pub struct Names {
    list: Vec<Named>,
}

/// A place that can be named.
#[derive(Clone, Debug)]
pub struct Named {
    pub code: String,
    pub level: Level,
    pub parent: Option<String>,
    pub name: String,
    words: Vec<String>,
}

/// Endings that people leave out or add.
const ENDINGS: [&str; 9] = [
    "地域包括支援センター",
    "包括支援センター",
    "支援センター",
    "センター",
    "地域ケア圏域",
    "日常生活圏域",
    "圏域",
    "地区",
    "(例示)",
];

impl Names {
    pub fn of(places: &Places) -> Self {
        let mut names = Self::default();
        for id in places.ids().filter(|id| !places.get(*id).is_implicit) {
            let place = places.get(id);
            // What lies under an implicit ward lies under the municipality, for whoever reads it.
            let above = places.lineage(id).skip(1).find(|at| !places.get(*at).is_implicit);
            let parent = above.map(|at| places.code(at).to_owned());
            names.add(&place.code, place.level, parent, &[&place.name.ja, &place.name.en]);
        }
        names
    }

    pub fn add(&mut self, code: &str, level: Level, parent: Option<String>, words: &[&str]) {
        let name = words.first().copied().unwrap_or_default().to_owned();
        let words = words.iter().map(|word| squeezed(word)).filter(|word| !word.is_empty());
        let words = words.chain([squeezed(code)]).collect();
        self.list.push(Named { code: code.to_owned(), level, parent, name, words });
    }

    pub fn root(&self) -> Option<&Named> {
        self.list.iter().find(|named| named.level == Level::Municipality)
    }

    pub fn get(&self, code: &str) -> Option<&Named> {
        self.list.iter().find(|named| named.code == code)
    }

    pub fn at(&self, level: Level) -> impl Iterator<Item = &Named> {
        self.list.iter().filter(move |named| named.level == level)
    }

    pub fn children(&self, code: &str) -> impl Iterator<Item = &Named> {
        self.list.iter().filter(move |named| named.parent.as_deref() == Some(code))
    }

    /// The place of a name: as written, or but for an ending such as «圏域». Of two that fit, the
    /// one at the level that the heading asks for.
    pub fn find(&self, text: &str, level: Option<Level>) -> Option<&Named> {
        let text = squeezed(text);
        if text.is_empty() {
            return None;
        }
        let exact = |named: &&Named| named.words.contains(&text);
        let asked = |named: &&Named| level.is_none_or(|level| named.level == level);
        let core = without_ending(&text);
        let near = |named: &&Named| named.words.iter().any(|word| without_ending(word) == core);
        let list = || self.list.iter();
        list()
            .find(|named| exact(named) && asked(named))
            .or_else(|| list().find(exact))
            .or_else(|| list().find(|named| near(named) && asked(named)))
            .or_else(|| only(list().filter(near)))
    }

    /// The place of a code; also with the digit behind it that official codes are checked by.
    pub fn of_code(&self, text: &str) -> Option<&Named> {
        let text = squeezed(text);
        let checked = || text.get(..5).filter(|code| check_digit(code) == text.get(5..));
        self.find(&text, None).or_else(|| self.get(checked()?))
    }

    /// Codes that begin most like one that nobody has, each with its name.
    pub fn near_codes(&self, text: &str) -> Vec<String> {
        let text = squeezed(text);
        let shared = |named: &&Named| {
            let letters = squeezed(&named.code);
            letters.chars().zip(text.chars()).take_while(|(a, b)| a == b).count()
        };
        let mut list: Vec<_> = self.list.iter().collect();
        list.sort_by_key(|named| std::cmp::Reverse(shared(named)));
        list.into_iter().take(3).map(|named| format!("{} {}", named.code, named.name)).collect()
    }

    /// Names that share most letters with a name nobody has.
    pub fn near(&self, text: &str) -> Vec<String> {
        let text = squeezed(text);
        let shared = |named: &&Named| {
            let name = squeezed(&named.name);
            text.chars().filter(|letter| name.contains(*letter)).count()
        };
        let mut found: Vec<_> = self.list.iter().filter(|named| 0 < shared(named)).collect();
        found.sort_by_key(|named| std::cmp::Reverse(shared(named)));
        found.into_iter().take(3).map(|named| named.name.clone()).collect()
    }
}

fn without_ending(mut text: &str) -> &str {
    loop {
        let shorter = ENDINGS.iter().find_map(|ending| text.strip_suffix(ending));
        match shorter.filter(|rest| !rest.is_empty()) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// 14130 → 5: the sixth digit of a municipality's code.
fn check_digit(code: &str) -> Option<&'static str> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let digits: Option<Vec<u32>> = code.chars().map(|letter| letter.to_digit(10)).collect();
    let sum: u32 = digits?.iter().zip((2..=6).rev()).map(|(digit, weight)| digit * weight).sum();
    DIGITS.get(((11 - sum % 11) % 10) as usize).copied()
}
