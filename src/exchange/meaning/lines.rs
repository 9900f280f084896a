//! Lines of words among the rows: titles that say of what those below them are, and in what unit.

use std::collections::{BTreeMap, BTreeSet};

use super::facet::Role;
use super::headings::{Column, Headings, Known};
use super::sums::SUMS;
use super::{Understood, lexicon, scale, value_columns};
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::cells::plain::squeezed;
use crate::exchange::problem::{At, Fault, Problem};
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

/// A title below which another table begins, and nothing says of what: its rows are not those of the
/// table above. 「表2 見守り訪問」; 「地域ケア会議」 below a heading that is another indicator's.
pub(super) fn begins_another(
    sheet: &Sheet,
    headings: &Headings,
    row: usize,
    known: Known<'_>,
) -> bool {
    if let Some(measure) = section(sheet, headings, row, known) {
        let is_one = |whole: &str, part: &str| {
            let sum = SUMS.iter().find(|(sum, _)| *sum == whole);
            whole == part || sum.is_some_and(|(_, parts)| parts.contains(&part))
        };
        let is_other = |column: &Column| {
            let said = column.facet.measure.as_deref();
            said.is_some_and(|said| !is_one(said, &measure) && !is_one(&measure, said))
        };
        return value_columns(headings).all(|(_, column)| is_other(column));
    }
    let names_rows = headings.columns.iter().any(|column| column.role == Some(Role::Measure));
    let has_unit = sheet.filled(row).any(|(_, cell)| scale::has_unit(cell));
    !names_rows && (has_unit || sheet.filled(row).any(|(_, cell)| is_numbered(cell)))
}

/// 「表2」「第2表」「図表2」«Table 2».
fn is_numbered(title: &str) -> bool {
    let title = squeezed(title);
    let mut rest = ["図表", "表", "第", "table"].iter().filter_map(|word| title.strip_prefix(word));
    rest.any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// What a title says beside numbers and times: tables of several years are of one thing.
pub(super) fn subject(title: &str) -> String {
    let title = squeezed(title).replace("table", "").replace("continued", "");
    let title = title.replace("現在", "").replace("時点", "").replace("fy", "");
    let is_of_time = |letter: char| "年度月日令和平成元第図表続き".contains(letter);
    title.chars().filter(|letter| letter.is_alphabetic() && !is_of_time(*letter)).collect()
}

/// 「表2 見守り訪問」 is of that, whatever the file is called.
pub(super) fn is_of_its_own(title: &str) -> bool {
    is_numbered(title) && !subject(title).is_empty()
}

/// An indicator of nobody's name that stands below two titles may be two: the later one is refused.
pub(super) fn tell_of_same_names(tables: &mut [Understood]) {
    let mut seen: BTreeMap<String, (String, At)> = BTreeMap::new();
    let mut told: BTreeSet<(String, String)> = BTreeSet::new();
    let mut title = String::new();
    for table in tables {
        let mut titles = table.titles.iter().peekable();
        for point in table.points.iter_mut().filter(|point| point.cell != Cell::Words) {
            while let Some((_, next)) = titles.next_if(|(row, _)| *row <= point.row) {
                // A table that goes on on the next page has no title of its own.
                title = Some(subject(next)).filter(|next| !next.is_empty()).unwrap_or(title);
            }
            let key = point.facet.measure.as_ref().filter(|key| key.starts_with("own_"));
            let Some(key) = key else { continue };
            let at = At::row(&table.sheet, point.row);
            let (first, first_at) =
                seen.entry(key.clone()).or_insert_with(|| (title.clone(), at.clone()));
            if *first == title {
                continue;
            }
            if told.insert((key.clone(), title.clone())) {
                let name = table.own_measures.iter().find(|(own, ..)| own == key);
                let name = name.map_or_else(|| key.clone(), |(_, name, _)| name.clone());
                let fault = Fault::SameName { name, first: first_at.clone() };
                table.problems.push(Problem::new(at, fault));
            }
            point.cell = Cell::Words;
        }
    }
}
