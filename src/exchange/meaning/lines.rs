//! Lines of words among the rows: titles that say of what those below them are, and in what unit.

use super::facet::Role;
use super::headings::{Column, Headings, Known};
use super::{lexicon, scale};
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::sheet::Sheet;

/// A line without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// 「（単位：千台）」 and nothing else.
    Unit,
    /// Words that are no part of a row, with a unit or without one.
    Title,
    /// A note, or what begins a row: a unit in it may be that of the rows below, or not.
    Unsure,
}

/// What a row is that holds no value; none where it holds one.
pub(super) fn line(
    sheet: &Sheet,
    headings: &Headings,
    row: usize,
    known: Known<'_>,
) -> Option<Line> {
    let mut words = sheet.filled(row).filter(|(_, cell)| !scale::tells_unit(cell));
    let Some((column, word)) = words.next() else { return Some(Line::Unit) };
    let is_value = headings.columns.get(column).is_some_and(super::is_value);
    if words.next().is_some() || is_value || number::read(word) != Cell::Words {
        return None;
    }
    let is_title = section(sheet, headings, row, known).is_some()
        || !known.says_something(word) && !lexicon::is_note(word);
    Some(if is_title { Line::Title } else { Line::Unsure })
}

/// A title among the rows: those below it are of another measure, under the same headings.
pub fn section(sheet: &Sheet, headings: &Headings, row: usize, known: Known<'_>) -> Option<String> {
    // Rows that say their own measure or age are of no other.
    let says_all = |column: &Column| {
        matches!(column.role, Some(Role::Measure | Role::Age)) || column.facet.age.is_some()
    };
    if headings.columns.len() < 2 || headings.columns.iter().any(says_all) {
        return None;
    }
    // A unit beside it is a part of it.
    let mut words = sheet.filled(row).filter(|(_, cell)| !scale::tells_unit(cell));
    let (_, title) = words.next().filter(|_| words.next().is_none())?;
    let is_one = number::read(title) == Cell::Words && !lexicon::is_note(title);
    let is_place = known.names.find(title, None).is_some();
    known.lexicon.measure_within(title).filter(|_| is_one && !is_place).map(str::to_owned)
}
