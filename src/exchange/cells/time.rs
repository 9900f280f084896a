//! Times as offices write them: 令和3年度, R3, H30.10.1, 2021年4月1日現在, FY2021.

use super::plain::{plain, squeezed};
use crate::units::{Date, FiscalYear, Month, When};

/// First year of each era, less one.
const ERAS: [(&str, i16); 9] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("reiwa", 2018),
    ("heisei", 1988),
    ("showa", 1925),
    ("r", 2018),
    ("h", 1988),
    ("s", 1925),
];

/// The whole text is a time, and nothing else.
pub fn read(text: &str) -> Option<When> {
    let text = squeezed(text);
    let (when, rest) = leading(&text)?;
    ["", "現在", "末", "時点", "末現在"].contains(&rest).then_some(when)
}

/// A time anywhere in a title, written out with its year mark: 「（令和3年4月1日現在）」.
pub fn within(text: &str) -> Option<When> {
    let text = plain(text);
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let is_inside_word = |letter: char| letter.is_ascii_alphanumeric();
        if before.replace(letter).is_some_and(is_inside_word) {
            continue;
        }
        let near: String = text[at..].chars().take(MAX_LETTERS).collect();
        let near = squeezed(&near);
        let Some((when, rest)) = leading(&near) else { continue };
        // A number in a title is a year only when it says so or has a day or a month with it.
        let taken = &near[..near.len() - rest.len()];
        let says_so = ["年", "fy", "reiwa", "heisei"].iter().any(|word| taken.contains(word));
        let is_named = in_english(&near).is_some();
        if says_so || is_named || matches!(when, When::Day(_)) {
            return Some(when);
        }
    }
    None
}

/// No time is written in more letters.
const MAX_LETTERS: usize = 40;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// «1 October 2020», «October 1, 2020», «Oct. 2020». Expects squeezed text.
fn in_english(text: &str) -> Option<(When, &str)> {
    let first = number(text).filter(|(day, _)| *day <= 31);
    let (mut day, rest) = first.map_or((None, text), |(day, rest)| (Some(day), rest));
    let rest =
        ["st", "nd", "rd", "th"].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
    let (month, rest) = MONTHS.iter().zip(1u8..).find_map(|(name, month)| {
        let rest = rest.strip_prefix(name).or_else(|| rest.strip_prefix(&name[..3]))?;
        Some((month, rest))
    })?;
    let mut rest = rest.strip_prefix(['.', ',']).unwrap_or(rest);
    let n_digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    // «October 1 2020» has lost the space before its year.
    let day_ends = if n_digits <= 2 { n_digits } else { n_digits - 4.min(n_digits) };
    if let Some(before) = rest.get(..day_ends).filter(|_| day.is_none() && 0 < day_ends) {
        day = Some(before.parse().ok()?);
        rest = rest[day_ends..].trim_start_matches(',');
    }
    let (year, rest) = number(rest)?;
    let year = western(year)?;
    match day {
        Some(day) => Some((When::Day(Date::new(year, month, u8::try_from(day).ok()?)?), rest)),
        None => Some((When::Month(Month::of(year, month)), rest)),
    }
}

/// A month without its year: 「4月」「10月分」.
pub fn month_alone(text: &str) -> Option<u8> {
    let text = squeezed(text);
    let (month, rest) = number(&text)?;
    let is_month = ["月", "月末", "月分", "月中"].contains(&rest);
    u8::try_from(month).ok().filter(|month| is_month && (1..=12).contains(month))
}

/// A time at the start, and what follows it: 「令和3年度」「実績」. Expects squeezed text.
pub fn leading(text: &str) -> Option<(When, &str)> {
    if let Some(found) = in_english(text) {
        return Some(found);
    }
    if let Some(rest) = text.strip_prefix("fiscalyear").or_else(|| text.strip_prefix("fy")) {
        let (year, rest) = number(rest)?;
        return Some((When::FiscalYear(FiscalYear(western(year)?)), rest));
    }
    let era = ERAS.iter().find_map(|(name, before)| Some((text.strip_prefix(name)?, *before)));
    let (year, rest) = match era {
        Some((rest, before)) => {
            let (number, rest) = match rest.strip_prefix('元') {
                Some(rest) => (1, rest),
                None => number(rest)?,
            };
            let year =
                before.checked_add(i16::try_from(number).ok().filter(|n| 1 <= *n && *n <= 64)?);
            (year?, rest)
        }
        None => {
            let (number, rest) = number(text)?;
            (western(number)?, rest)
        }
    };
    // The western year that is often put behind: 令和3(2021)年度.
    let rest = bracketed_year(rest).unwrap_or(rest);
    if let Some(rest) = rest.strip_prefix("年度") {
        let rest = bracketed_year(rest).unwrap_or(rest);
        return Some((When::FiscalYear(FiscalYear(year)), rest));
    }
    let (separators, rest) = match rest.strip_prefix('年') {
        Some(rest) => (["月", "日"], bracketed_year(rest).unwrap_or(rest)),
        None => match rest.chars().next() {
            Some('.') => ([".", ""], &rest[1..]),
            Some('/') => (["/", ""], &rest[1..]),
            Some('-') => (["-", ""], &rest[1..]),
            _ => return (!is_digit(rest)).then_some((When::CalendarYear(year), rest)),
        },
    };
    month_and_day(year, rest, separators)
        .or_else(|| (!is_digit(rest)).then_some((When::CalendarYear(year), rest)))
}

fn month_and_day<'a>(
    year: i16,
    rest: &'a str,
    [after_month, after_day]: [&str; 2],
) -> Option<(When, &'a str)> {
    let (month, rest) = number(rest)?;
    let month = u8::try_from(month).ok().filter(|month| 1 <= *month && *month <= 12)?;
    let only_month = (When::Month(Month::of(year, month)), rest);
    let Some(rest) = rest.strip_prefix(after_month) else {
        return (after_month != "月").then_some(only_month);
    };
    if let Some(rest) = rest.strip_prefix('末') {
        return Some((When::Month(Month::of(year, month)), rest));
    }
    let Some((day, left)) = number(rest) else {
        return (after_month == "月").then_some((When::Month(Month::of(year, month)), rest));
    };
    let date = Date::new(year, month, u8::try_from(day).ok()?)?;
    Some((When::Day(date), left.strip_prefix(after_day).unwrap_or(left)))
}

fn bracketed_year(text: &str) -> Option<&str> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    let year = inside.strip_suffix("年度").or_else(|| inside.strip_suffix('年')).unwrap_or(inside);
    let is_year = leading(year).is_some_and(|(_, rest)| rest.is_empty());
    is_year.then_some(rest)
}

fn is_digit(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok().filter(|_| end <= 4)?, &text[end..]))
}

fn western(number: u32) -> Option<i16> {
    i16::try_from(number).ok().filter(|year| 1900 <= *year && *year <= 2200)
}
