//! Ages as headings write them: 65〜69歳, 85歳以上, 15歳未満, 総数.

use super::plain::{squeezed, without_of_which};
use crate::facts::age::AgeGroup;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    All,
    Group(AgeGroup),
    /// 年齢不詳.
    NotKnown,
}

/// Older than anybody: a number above it is no age.
const OLDEST: u8 = 120;

pub fn read(text: &str) -> Option<Age> {
    let text = squeezed(text);
    let text = without_brackets(without_of_which(&text));
    match text {
        "総数" | "年齢計" | "全年齢" | "総人口" | "allages" => return Some(Age::All),
        "不詳" | "年齢不詳" | "年齢「不詳」" | "notknown" | "unknown" => {
            return Some(Age::NotKnown);
        }
        "年少人口" => return Some(Age::Group(AgeGroup::closed(0, 14))),
        "生産年齢人口" => return Some(Age::Group(AgeGroup::closed(15, 64))),
        "前期高齢者" | "前期高齢者人口" => {
            return Some(Age::Group(AgeGroup::closed(65, 74)));
        }
        "老年人口" | "高齢者人口" | "第1号被保険者" | "第1号被保険者数" => {
            return Some(Age::Group(AgeGroup::open(65)));
        }
        "後期高齢者" | "後期高齢者人口" => return Some(Age::Group(AgeGroup::open(75))),
        _ => {}
    }
    let bare = text.strip_suffix("人口").unwrap_or(text);
    let before = ["満", "aged", "ages", "age"].iter().find_map(|word| bare.strip_prefix(word));
    let bare = before.unwrap_or(bare);
    group(bare).map(Age::Group)
}

/// A bare number is an age only where the sheet counts through them.
pub fn bare(text: &str) -> Option<Age> {
    let age: u8 = squeezed(text).parse().ok().filter(|age| *age <= OLDEST)?;
    Some(Age::Group(AgeGroup::closed(age, age)))
}

/// What stands behind the youngest of a group without a top.
const OPEN: [&str; 8] = ["以上", "~", "+", "andover", "andolder", "andabove", "orolder", "orover"];

/// What stands behind, or in English before, the first age that is no longer in it.
const BELOW: [&str; 3] = ["未満", "under", "below"];

/// 歳, 才, «years»: none where it is not said.
fn without_years(text: &str) -> Option<&str> {
    ["歳", "才", "yearsold", "years", "yrs"].iter().find_map(|word| text.strip_suffix(word))
}

fn group(text: &str) -> Option<AgeGroup> {
    let number = |text: &str| text.parse::<u8>().ok().filter(|age| *age <= OLDEST);
    let bare = |text| without_years(text).unwrap_or(text);
    if let Some(from) = OPEN.iter().find_map(|ending| text.strip_suffix(ending)) {
        return Some(AgeGroup::open(number(bare(from))?));
    }
    let limit = BELOW.iter().find_map(|word| {
        text.strip_suffix(word).or_else(|| text.strip_prefix(word).filter(|_| word.is_ascii()))
    });
    if let Some(limit) = limit {
        return Some(AgeGroup::closed(0, number(bare(limit))?.checked_sub(1)?));
    }
    let years = without_years(text);
    let text = years.unwrap_or(text);
    let ends = text.split_once('~').or_else(|| text.split_once('-'));
    if let Some((from, to)) = ends.or_else(|| text.split_once("to")) {
        let group = AgeGroup::closed(number(bare(from))?, number(to)?);
        return (group.from <= group.to?).then_some(group);
    }
    let age = number(text).filter(|_| years.is_some())?;
    Some(AgeGroup::closed(age, age))
}

/// Without what is added in brackets: 65歳以上(再掲).
fn without_brackets(text: &str) -> &str {
    match text.find('(') {
        Some(at) if 0 < at => &text[..at],
        _ => text,
    }
}
