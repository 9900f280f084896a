//! XLSX: sheets, shared words, merged blocks, and the two formats that change what a number
//! means: dates and percentages.
//!
//! A reader of our own, because the whole memory it may take is decided here, it cannot panic on a
//! broken file, and it is a tenth of the weight of the crate there is.

use super::xml::{Event, Walk, attribute, unescaped};
use super::zip::Archive;
use super::{MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, check_size};
use crate::exchange::refusal::Refusal;
use crate::exchange::sheet::{Merged, Sheet};

/// More merged blocks than headings have.
const MAX_MERGED: usize = 10_000;

/// How a number is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Plain,
    Percent,
    Date,
}

pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let archive = Archive::open(bytes)?;
    let Some(book) = archive.text("xl/workbook.xml")? else { return Err(Refusal::NotATable) };
    let links = archive.text("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let words = archive.text("xl/sharedStrings.xml")?.map_or(Vec::new(), |xml| shared(&xml));
    let looks = archive.text("xl/styles.xml")?.map_or(Vec::new(), |xml| looks(&xml));
    let starts_1904 = Walk::new(&book).any(|event| {
        matches!(event, Event::Open { name: "workbookPr", attributes, .. }
            if matches!(attribute(attributes, "date1904").as_deref(), Some("1" | "true")))
    });
    let mut sheets = Vec::new();
    let mut n_cells = 0;
    for (name, id) in sheet_names(&book).into_iter().take(MAX_SHEETS) {
        let Some(target) = target(&links, &id) else { continue };
        let path = if target.starts_with('/') { target } else { format!("xl/{target}") };
        let Some(xml) = archive.text(&path)? else { continue };
        let reading = Reading { words: &words, looks: &looks, starts_1904 };
        let sheet = reading.sheet(name, &xml, n_cells)?;
        n_cells += sheet.n_cells();
        sheets.push(sheet);
    }
    if sheets.is_empty() { Err(Refusal::Broken) } else { Ok(sheets) }
}

/// Name and link of each sheet that is not hidden.
fn sheet_names(book: &str) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for event in Walk::new(book) {
        if let Event::Open { name: "sheet", attributes, .. } = event {
            let is_hidden = attribute(attributes, "state").is_some_and(|state| state != "visible");
            let link = attribute(attributes, "id");
            if let (false, Some(name), Some(link)) =
                (is_hidden, attribute(attributes, "name"), link)
            {
                names.push((name, link));
            }
        }
    }
    names
}

fn target(links: &str, id: &str) -> Option<String> {
    Walk::new(links).find_map(|event| match event {
        Event::Open { name: "Relationship", attributes, .. }
            if attribute(attributes, "Id").as_deref() == Some(id) =>
        {
            attribute(attributes, "Target")
        }
        _ => None,
    })
}

/// The words that cells share. Readings of Chinese characters (`rPh`) are not part of them.
fn shared(xml: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut is_text, mut is_reading) = (String::new(), false, false);
    for event in Walk::new(xml) {
        match event {
            Event::Open { name: "si", is_empty, .. } => {
                word.clear();
                if is_empty {
                    words.push(String::new());
                }
            }
            Event::Open { name: "t", is_empty, .. } => is_text = !is_empty,
            Event::Open { name: "rPh", is_empty, .. } => is_reading = !is_empty,
            Event::Close { name: "t" } => is_text = false,
            Event::Close { name: "rPh" } => is_reading = false,
            Event::Close { name: "si" } => words.push(std::mem::take(&mut word)),
            Event::Text(text) if is_text && !is_reading => word += &unescaped(text),
            _ => {}
        }
    }
    words
}

/// The look of each cell format.
fn looks(xml: &str) -> Vec<Look> {
    let mut own: Vec<(u32, Look)> = Vec::new();
    let mut looks = Vec::new();
    let mut is_in_cells = false;
    for event in Walk::new(xml) {
        match event {
            Event::Open { name: "numFmt", attributes, .. } => {
                let id = attribute(attributes, "numFmtId").and_then(|id| id.parse().ok());
                let code = attribute(attributes, "formatCode").unwrap_or_default();
                own.extend(id.map(|id| (id, look_of(&code))));
            }
            Event::Open { name: "cellXfs", is_empty, .. } => is_in_cells = !is_empty,
            Event::Close { name: "cellXfs" } => is_in_cells = false,
            Event::Open { name: "xf", attributes, .. } if is_in_cells => {
                let id: u32 = attribute(attributes, "numFmtId")
                    .and_then(|id| id.parse().ok())
                    .unwrap_or_default();
                let named = own.iter().find(|(own, _)| *own == id).map(|(_, look)| *look);
                looks.push(named.unwrap_or(match id {
                    9 | 10 => Look::Percent,
                    14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Look::Date,
                    _ => Look::Plain,
                }));
            }
            _ => {}
        }
    }
    looks
}

fn look_of(code: &str) -> Look {
    // Words in quotes and colours or eras in brackets are not the format itself.
    let mut plain = String::new();
    let mut closing = None;
    for letter in code.chars() {
        match (letter, closing) {
            (letter, Some(end)) if letter == end => closing = None,
            (_, Some(_)) => {}
            ('"', None) => closing = Some('"'),
            ('[', None) => closing = Some(']'),
            (letter, None) => plain.push(letter.to_ascii_lowercase()),
        }
    }
    // LibreOffice writes the plain look as a format of its own, and its letters are no date's.
    let plain = plain.replace("general", "").replace("standard", "");
    if plain.contains('%') {
        Look::Percent
    } else if plain.contains('y')
        || plain.contains('d')
        || plain.contains('e') && !plain.contains('0')
    {
        Look::Date
    } else {
        Look::Plain
    }
}

struct Reading<'a> {
    words: &'a [String],
    looks: &'a [Look],
    starts_1904: bool,
}

/// The cell that is being read.
#[derive(Default)]
struct Open {
    /// Counted from 1, as the file counts.
    row: usize,
    column: usize,
    kind: String,
    look: Option<Look>,
    value: String,
    is_value: bool,
    is_reading: bool,
}

impl Reading<'_> {
    fn sheet(&self, name: String, xml: &str, n_before: usize) -> Result<Sheet, Refusal> {
        let mut sheet = Sheet::new(name);
        let mut cell = Open::default();
        let mut row = 0;
        for event in Walk::new(xml) {
            match event {
                Event::Open { name: "row", attributes, .. } => {
                    let number = attribute(attributes, "r").and_then(|r| r.parse::<usize>().ok());
                    row = number.map_or(row + 1, |number| number.max(row + 1));
                    cell.row = row;
                }
                Event::Close { name: "row" } if sheet.n_rows() < row && sheet.n_open() > 0 => {
                    sheet.end_row();
                    check_size(&sheet, n_before)?;
                }
                Event::Open { name: "c", attributes, is_empty } => {
                    cell = self.opened(attributes, row, sheet.n_open());
                    if is_empty {
                        self.put(&mut sheet, &mut cell)?;
                    }
                }
                Event::Open { name: "v" | "t", is_empty, .. } => cell.is_value = !is_empty,
                Event::Close { name: "v" | "t" } => cell.is_value = false,
                Event::Open { name: "rPh", is_empty, .. } => cell.is_reading = !is_empty,
                Event::Close { name: "rPh" } => cell.is_reading = false,
                Event::Text(text) if cell.is_value && !cell.is_reading => {
                    cell.value += &unescaped(text);
                }
                Event::Close { name: "c" } => self.put(&mut sheet, &mut cell)?,
                Event::Open { name: "mergeCell", attributes, .. } => {
                    let block = attribute(attributes, "ref").and_then(|at| merged(&at));
                    sheet.merged.extend(block.filter(|_| sheet.merged.len() < MAX_MERGED));
                }
                _ => {}
            }
        }
        Ok(sheet)
    }

    fn opened(&self, attributes: &str, row: usize, next: usize) -> Open {
        let at = attribute(attributes, "r").and_then(|at| position(&at));
        let style = attribute(attributes, "s").and_then(|s| s.parse::<usize>().ok());
        Open {
            row,
            column: at.map_or(next, |(_, column)| column as usize),
            kind: attribute(attributes, "t").unwrap_or_default(),
            look: style.and_then(|style| self.looks.get(style).copied()),
            ..Open::default()
        }
    }

    fn put(&self, sheet: &mut Sheet, cell: &mut Open) -> Result<(), Refusal> {
        // Formats reach to the last row and column; only a cell that holds something counts.
        if cell.value.trim().is_empty() || cell.column < sheet.n_open() {
            return Ok(());
        }
        if MAX_COLUMNS <= cell.column {
            return Err(Refusal::TooManyColumns);
        }
        if MAX_ROWS < cell.row {
            return Err(Refusal::TooManyRows);
        }
        while sheet.n_rows() + 1 < cell.row {
            sheet.end_row();
        }
        while sheet.n_open() < cell.column {
            sheet.push("");
        }
        let value = std::mem::take(&mut cell.value);
        match (cell.kind.as_str(), cell.look) {
            ("s", _) => {
                let word = value.trim().parse::<usize>().ok().and_then(|i| self.words.get(i));
                sheet.push(word.map_or("", |word| word.as_str()));
            }
            ("" | "n", Some(Look::Percent)) => sheet.push(&percent(&value).unwrap_or(value)),
            ("" | "n", Some(Look::Date)) => {
                sheet.push(&date(&value, self.starts_1904).unwrap_or(value));
            }
            _ => sheet.push(&value),
        }
        Ok(())
    }
}

/// A share as it is shown: `0.444` is `44.4%`.
fn percent(value: &str) -> Option<String> {
    let share: f64 = value.trim().parse().ok()?;
    // Twelve figures: what a person typed, without the last bits of binary.
    let percent = libm::round(share * 100.0 * 1e9) / 1e9;
    Some(format!("{percent}%"))
}

/// A day counted from the end of 1899, or from 1904.
fn date(value: &str, starts_1904: bool) -> Option<String> {
    let days: f64 = value.trim().parse().ok()?;
    if !(1.0..=100_000.0).contains(&days) {
        return None;
    }
    // 25,569 days lie between 30 December 1899 and 1970; the sum is Howard Hinnant's.
    let days = days as i64 + if starts_1904 { 1_462 } else { 0 } - 25_569 + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn merged(block: &str) -> Option<Merged> {
    let (first, last) = block.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (position(first)?, position(last)?);
    Some(Merged { first_row, last_row, first_column, last_column })
}

/// Row and column of `B3`, counted from nothing.
fn position(at: &str) -> Option<(u32, u32)> {
    let at = at.replace('$', "");
    let split = at.find(|letter: char| letter.is_ascii_digit())?;
    let mut column: u32 = 0;
    for letter in at[..split].bytes() {
        let digit = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    let row: u32 = at[split..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
