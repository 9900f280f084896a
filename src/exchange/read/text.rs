//! Text files: which encoding, which separator, and cells with quotes.

use super::{Decode, MAX_COLUMNS, check_size};
use crate::exchange::refusal::Refusal;
use crate::exchange::sheet::Sheet;

/// UTF-8 with or without a mark, UTF-16 with one (Excel's «Unicode text»), or Shift_JIS.
pub(super) fn decoded(bytes: &[u8], decode: Decode<'_>) -> Result<String, Refusal> {
    let text = match bytes {
        [] => return Err(Refusal::Empty),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ if bytes.contains(&0) => None,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(_) => decode(bytes),
        },
    };
    // A picture or a program can happen to decode: its control letters give it away.
    let is_control = |letter: char| letter.is_control() && !"\t\r\n\u{c}\u{1a}".contains(letter);
    text.filter(|text| !text.contains(is_control)).ok_or(Refusal::NotATable)
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return None };
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().ok()
}

pub(super) fn sheet(name: &str, text: &str) -> Result<Sheet, Refusal> {
    // «CSV (Macintosh)» ends its lines with a carriage return alone.
    let of_macintosh = (!text.contains('\n')).then(|| text.replace('\r', "\n"));
    let text = of_macintosh.as_deref().unwrap_or(text);
    let separator = separator(text);
    let mut sheet = Sheet::new(name);
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = rest[..end].trim_end_matches('\r');
        if line.contains('"') {
            rest = quoted_row(&mut sheet, rest, separator);
        } else {
            for cell in line.split(separator).take(MAX_COLUMNS + 1) {
                sheet.push(cell);
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        sheet.end_row();
        check_size(&sheet, 0)?;
    }
    Ok(sheet)
}

/// What is copied from a spreadsheet has tabs; files may have semicolons.
fn separator(text: &str) -> char {
    let first: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).take(20).collect();
    let count = |letter: char| first.iter().map(|line| line.matches(letter).count()).sum::<usize>();
    let (tabs, commas, semicolons) = (count('\t'), count(','), count(';'));
    if 0 < tabs && first.len() <= tabs * 2 && commas <= tabs * 4 {
        '\t'
    } else if commas == 0 && first.len() <= semicolons {
        ';'
    } else {
        ','
    }
}

/// A row with a quoted cell, which may hold separators, quotes and line ends; returns what is left.
/// A quote that is never closed is taken as a letter: the line is then read plainly.
fn quoted_row<'a>(sheet: &mut Sheet, rest: &'a str, separator: char) -> &'a str {
    let Some(end) = end_of_quoted(rest, separator) else {
        let end = rest.find('\n').unwrap_or(rest.len());
        for cell in rest[..end].trim_end_matches('\r').split(separator).take(MAX_COLUMNS + 1) {
            sheet.push(cell);
        }
        return rest.get(end + 1..).unwrap_or_default();
    };
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = rest[..end].chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, is_quoted) {
            ('"', true) if letters.next_if_eq(&'"').is_some() => cell.push('"'),
            ('"', true) => is_quoted = false,
            ('"', false) if cell.trim().is_empty() => is_quoted = true,
            (letter, false) if letter == separator => {
                if sheet.n_open() <= MAX_COLUMNS {
                    sheet.push(&cell);
                }
                cell.clear();
            }
            ('\r', false) => {}
            // A line end inside a cell is how a heading is broken in two.
            ('\r' | '\n', true) => cell.push(' '),
            (letter, _) => cell.push(letter),
        }
    }
    if sheet.n_open() <= MAX_COLUMNS {
        sheet.push(&cell);
    }
    rest.get(end + 1..).unwrap_or_default()
}

/// How far a quoted cell may reach: one that goes on longer was never closed.
const MAX_QUOTED: usize = 100_000;

/// Where the row that holds quotes ends; none when a quote stays open.
fn end_of_quoted(rest: &str, separator: char) -> Option<usize> {
    let mut is_quoted = false;
    let mut at_start = true;
    for (index, letter) in rest.char_indices() {
        if MAX_QUOTED < index {
            return None;
        }
        match letter {
            '"' if is_quoted || at_start => is_quoted = !is_quoted,
            '\n' if !is_quoted => return Some(index),
            _ => {}
        }
        at_start = letter == separator || letter == '"' || (at_start && letter == ' ');
    }
    (!is_quoted).then_some(rest.len())
}
