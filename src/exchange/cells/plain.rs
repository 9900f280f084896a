//! Letters that mean the same, written the same.

/// Half-width kana in the order of their codes from U+FF61, and what they are written as.
const KANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ\
                    ハヒフヘホマミムメモヤユヨラリルレロワン";
const VOICED: &str = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
const UNVOICED: &str = "カキクケコサシスセソタチツテトハヒフヘホウ";

/// Full-width digits and letters made half-width, half-width kana full-width, every dash `-` and
/// every wave `~`; trimmed.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for letter in text.trim().chars() {
        match letter {
            '〜' | '～' | '∼' => out.push('~'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '─' | '━' | 'ｰ' if !is_kana(&out) =>
            {
                out.push('-');
            }
            'ー' if !is_kana(&out) => out.push('-'),
            '\u{3000}' | '\u{a0}' => out.push(' '),
            '！'..='～' => out.push(shifted(letter)),
            'ﾞ' | 'ﾟ' => voice(&mut out, letter == 'ﾞ'),
            '\u{ff61}'..='\u{ff9d}' => {
                out.extend(KANA.chars().nth((letter as u32 - 0xff61) as usize));
            }
            '\n' | '\r' | '\t' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.trim().to_owned()
}

/// Without the mark of a note behind it: 「携帯型※1」「2020(注2)」.
pub fn without_note(text: &str) -> &str {
    let ends = ["※", "(注", "（注", "*"].iter().filter_map(|mark| text.find(mark));
    match ends.filter(|at| 0 < *at).min() {
        Some(at) => text[..at].trim_end(),
        None => text,
    }
}

/// Brackets that a unit may stand in.
const BRACKETS: [(char, char); 5] =
    [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕'), ('〈', '〉')];

pub fn opens(bracket: char) -> bool {
    BRACKETS.iter().any(|(open, _)| *open == bracket)
}

pub fn closes(bracket: char) -> bool {
    BRACKETS.iter().any(|(_, close)| *close == bracket)
}

/// With round brackets where the last ones are of another kind and what they hold is a unit.
pub fn round_unit(text: &str, is_unit: impl Fn(&str) -> bool) -> String {
    let text = plain(text);
    let of = |(open, close): (char, char)| {
        let (before, inside) = text.strip_suffix(close)?.rsplit_once(open)?;
        is_unit(&squeezed(inside)).then(|| format!("{before}({inside})"))
    };
    BRACKETS.into_iter().find_map(of).unwrap_or(text)
}

/// Without the word that it is a part of a line above: 「うち要支援1」「（再掲）75歳以上」.
pub fn without_of_which(squeezed: &str) -> &str {
    let words = ["うち", "(再掲)", "【再掲】", "再掲", "ofwhich"];
    let rest = words.iter().find_map(|word| squeezed.strip_prefix(word));
    rest.map_or(squeezed, |rest| rest.strip_prefix(':').unwrap_or(rest))
}

/// Without any space and in small letters: for comparing headings and names.
pub fn squeezed(text: &str) -> String {
    plain(text)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A long-vowel mark belongs to the kana before it; elsewhere it is a dash.
fn is_kana(before: &str) -> bool {
    before.chars().next_back().is_some_and(|letter| ('ぁ'..='ヺ').contains(&letter))
}

fn shifted(letter: char) -> char {
    char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter)
}

fn voice(out: &mut String, is_voiced: bool) {
    let Some(last) = out.pop() else { return };
    let index = UNVOICED.chars().position(|letter| letter == last);
    let voiced = match (index, is_voiced) {
        (Some(index), true) => VOICED.chars().nth(index),
        // パ行 follows バ行 in Unicode.
        (Some(15..=19), false) => char::from_u32(last as u32 + 2),
        _ => None,
    };
    out.push(voiced.unwrap_or(last));
}
