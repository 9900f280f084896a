//! A number as tables write it, and the signs that stand where there is none.

use super::plain::squeezed;
use super::unit::{self, Of, Scale, Unit};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    Empty,
    /// «-»: there is none.
    Nil,
    /// «…»: not counted, or not known.
    Unknown,
    /// «x», «5未満»: withheld. A range, never zero; without a top nothing says how many at most.
    Withheld {
        least: f64,
        most: Option<f64>,
    },
    Number {
        value: f64,
        is_about: bool,
        is_percent: bool,
        /// By so much the digits are rounded where their unit stands for many; else nothing.
        half: f64,
    },
    Words,
}

impl Cell {
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Number { value, .. } => Some(value),
            Self::Nil => Some(0.0),
            _ => None,
        }
    }

    pub fn half(self) -> f64 {
        match self {
            Self::Number { half, .. } => half,
            _ => 0.0,
        }
    }

    pub fn is_number(self) -> bool {
        matches!(self, Self::Number { .. })
    }
}

pub fn read(text: &str) -> Cell {
    read_as(text, Scale::SAME)
}

/// The same in our unit, where a heading says that the table's is another. A cell that says its own
/// unit is read by that one.
pub fn read_as(text: &str, scale: Scale) -> Cell {
    let text = squeezed(text);
    let text = without_marks(&text);
    // «(未集計)»; digits in brackets are a number of another kind, and stay unread.
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = inside.filter(|it| !it.contains(|c: char| c.is_ascii_digit())).unwrap_or(text);
    match text {
        "" => return Cell::Empty,
        "x" | "χ" | "*" | "**" | "***" | "秘" | "秘匿" | "非公表" | "withheld" | "suppressed"
        | "confidential" => {
            return Cell::Withheld { least: 0.0, most: None };
        }
        "…" | "……" | "..." | ".." | "‥" | "・・・" | "不明" | "不詳" | "未集計" | "未調査"
        | "未定" | "n/a" | "na" | "nd" | "unknown" | "notknown" | "notavailable" => {
            return Cell::Unknown;
        }
        "該当なし" | "なし" | "無" | "皆無" | "none" | "nil" => return Cell::Nil,
        _ => {}
    }
    if text.chars().all(|letter| letter == '-') {
        return Cell::Nil;
    }
    if let Some(withheld) = withheld(text, scale) {
        return withheld;
    }
    let about = ["約", "about", "approximately", "approx.", "ca."];
    let (text, is_about) = match about.iter().find_map(|word| text.strip_prefix(word)) {
        Some(rest) => (rest, true),
        None => (text.strip_suffix("程度").unwrap_or(text), text.ends_with("程度")),
    };
    let percent = ["%", "パーセント", "percent"].iter().find_map(|word| text.strip_suffix(word));
    let (text, is_percent) = (percent.unwrap_or(text), percent.is_some());
    let (digits, unit) = without_unit(text);
    let value = digits_of(digits).map(|value| scale.ours(value, unit));
    let half = scale.half(unit, n_decimals(digits));
    match value.filter(|value| value.is_finite()) {
        Some(value) => Cell::Number { value, is_about, is_percent, half },
        None => Cell::Words,
    }
}

/// Without the marks of a note behind it: `1,234※1`, `56(注2)`.
fn without_marks(text: &str) -> &str {
    let text = match text.find('※') {
        Some(at) if 0 < at => text[..at].trim_end_matches('('),
        _ => text,
    };
    let text = match text.find("(注").or_else(|| text.find("注")) {
        Some(at) if 0 < at => &text[..at],
        _ => text,
    };
    // A star behind digits is a mark as well; stars alone stand for what is withheld.
    let starless = text.trim_end_matches('*');
    if starless.ends_with(|letter: char| letter.is_ascii_digit()) { starless } else { text }
}

fn withheld(text: &str, scale: Scale) -> Option<Cell> {
    let (bare, unit) = without_unit(text);
    if unit.is_some_and(|unit| unit.of == Some(Of::Share)) {
        return None;
    }
    let range = |least: f64, most: f64| {
        let [least, most] = [least, most].map(|value| scale.ours(value, unit));
        most.is_finite().then_some(Cell::Withheld { least, most: Some(most) })
    };
    let below = ["<", "under", "below", "lessthan", "fewerthan"];
    let below = below.iter().find_map(|word| bare.strip_prefix(word));
    if let Some(limit) = bare.strip_suffix("未満").or(below) {
        let (limit, _) = without_unit(limit);
        let limit = digits_of(limit).filter(|limit| 1.0 <= *limit)?;
        return range(0.0, limit - 1.0);
    }
    if let Some(limit) = bare.strip_suffix("以下") {
        return range(0.0, digits_of(without_unit(limit).0)?);
    }
    let (least, most) = bare.split_once('~').or_else(|| bare.split_once('-'))?;
    let (least, most) = (digits_of(least)?, digits_of(most)?);
    if least <= most { range(least, most) } else { None }
}

/// A cell's own unit: what stands before it are digits.
fn without_unit(text: &str) -> (&str, Option<Unit>) {
    match unit::behind(text) {
        Some((before, unit)) => (before, Some(unit)),
        None => (text, None),
    }
}

/// How many digits stand behind the point.
pub fn n_decimals(text: &str) -> usize {
    let behind = text.split_once('.').map_or("", |(_, behind)| behind);
    behind.chars().take_while(char::is_ascii_digit).count()
}

/// Digits with a minus of any kind and commas only at the thousands: «12,5» is not 125.
fn digits_of(text: &str) -> Option<f64> {
    let (text, is_negative) = match text.strip_prefix(['-', '▲', '△', '▼']) {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('+').unwrap_or(text), false),
    };
    if !text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') {
        return None;
    }
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let has_commas = whole.contains(',');
    if has_commas && (3 < first.len() || groups.any(|group| group.len() != 3)) {
        return None;
    }
    let value: f64 = text.replace(',', "").parse().ok()?;
    let value = Some(value).filter(|value| value.is_finite())?;
    Some(if is_negative { -value } else { value })
}
