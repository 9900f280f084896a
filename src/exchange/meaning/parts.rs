//! Tables that stand one below the other in a sheet: told apart where a blank row lies between them,
//! or where the headings are written again.

use std::borrow::Cow;

use super::headings::{Headings, Known};
use super::lexicon::is_note;
use super::{is_value, shape};
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::sheet::Sheet;

/// One table of a sheet, every row at the place where it stands in the whole.
pub struct Part<'a> {
    pub sheet: Cow<'a, Sheet>,
    pub first_row: usize,
    /// Below it another one begins whose headings nobody knows.
    pub unknown: Option<usize>,
}

/// More than anybody puts into a sheet: from here on nothing is looked for.
const MAX_PARTS: usize = 50;
/// Lines of a title above headings.
const MAX_TITLE: usize = 6;

/// What begins below a blank row.
enum Begin {
    /// With its headings in this row.
    Table(usize),
    Unknown(usize),
    Title,
    More,
}

pub fn parts<'a>(sheet: &'a Sheet, known: Known<'_>) -> Vec<Part<'a>> {
    let whole = || vec![Part { sheet: Cow::Borrowed(sheet), first_row: 0, unknown: None }];
    let Some((first, _)) = shape(sheet, known) else { return whole() };
    // Where each part begins, and whether it can be read.
    let mut cuts: Vec<(usize, bool)> = vec![(0, true)];
    let mut title = None;
    let is_blank = |row: usize| sheet.filled(row).next().is_none();
    let mut row = first.first_data_row + 1;
    while row < sheet.n_rows() && cuts.len() < MAX_PARTS {
        let is_again = known.is_again(sheet, &first, row);
        let is_start = is_again || is_blank(row - 1);
        if is_blank(row) || !is_start {
            row += 1;
            continue;
        }
        let end = (row..sheet.n_rows()).find(|row| is_blank(*row)).unwrap_or(sheet.n_rows());
        let mut above = title.take();
        if is_again && !is_blank(row - 1) {
            // The lines of its title, up to the last row of the table before.
            let lines = (first.first_data_row..row).rev().take_while(|row| is_title(sheet, *row));
            above = lines.last();
        }
        match known.begin(sheet, &first, row..end) {
            Begin::Table(head) => {
                cuts.push((above.unwrap_or(row), true));
                row = head;
            }
            Begin::Unknown(at) => cuts.push((at, false)),
            Begin::Title => title = above.or(Some(row)),
            Begin::More => {}
        }
        row += 1;
    }
    if cuts.len() == 1 {
        return whole();
    }
    let ends = cuts.iter().skip(1).map(|(row, _)| *row).chain([sheet.n_rows()]);
    let mut parts: Vec<Part<'_>> = Vec::new();
    for ((first_row, can_be_read), end) in cuts.iter().copied().zip(ends) {
        if can_be_read {
            let sheet = Cow::Owned(sheet.part(first_row..end));
            parts.push(Part { sheet, first_row, unknown: None });
        } else if let Some(part) = parts.last_mut() {
            part.unknown.get_or_insert(first_row);
        }
    }
    parts
}

/// Words alone in a row, and no note to the table above.
fn is_title(sheet: &Sheet, row: usize) -> bool {
    is_line(sheet, row) && sheet.filled(row).any(|(_, cell)| !is_note(cell))
}

fn has_number(sheet: &Sheet, row: usize) -> bool {
    sheet.row(row).any(|cell| number::read(cell).is_number())
}

fn is_line(sheet: &Sheet, row: usize) -> bool {
    sheet.filled(row).nth(1).is_none() && !has_number(sheet, row)
}

impl Known<'_> {
    /// The headings written again, or with another word in their corner: what the table is of.
    fn is_again(self, sheet: &Sheet, first: &Headings, row: usize) -> bool {
        let [corner, above] = [row, first.first_row].map(|row| sheet.cell(row, 0));
        let is_same = sheet.row(row).skip(1).eq(sheet.row(first.first_row).skip(1));
        let is_bare = corner.is_empty() || above.is_empty();
        is_same && (corner == above || !is_bare && self.says_something(corner))
    }

    /// What a block of rows is, below a table with such headings.
    fn begin(self, sheet: &Sheet, above: &Headings, rows: std::ops::Range<usize>) -> Begin {
        let has_number = |row| has_number(sheet, row);
        let Some(head) = rows.clone().take(MAX_TITLE).find(|row| !is_line(sheet, *row)) else {
            return if rows.len() < MAX_TITLE { Begin::Title } else { Begin::More };
        };
        let is_over_numbers = (head + 1..rows.end).any(has_number);
        let is_bare = |cell: &str| !matches!(number::read(cell), Cell::Words | Cell::Empty);
        if !is_over_numbers {
            return Begin::More;
        }
        let filled: Vec<(usize, &str)> = sheet.filled(head).collect();
        // A word where the table above has its numbers.
        let is_of_values = |at: &usize| above.columns.get(*at).is_none_or(is_value);
        let stands_for_values = filled.iter().any(|(at, _)| is_of_values(at));
        if self.is_heading(sheet, head) {
            let reads = filled.iter().map(|(_, cell)| self.read(cell, false));
            let (mut has_role, mut n_said) = (false, 0);
            for (role, facet) in reads {
                has_role |= role.is_some();
                n_said += usize::from(!facet.is_empty() && facet.place.is_none());
            }
            let is_table = has_role || 2 <= n_said && stands_for_values;
            return if is_table { Begin::Table(head) } else { Begin::More };
        }
        let says_nothing = |(_, cell): &(usize, &str)| !is_bare(cell) && !self.says_something(cell);
        if stands_for_values && filled.iter().all(says_nothing) {
            return Begin::Unknown(head);
        }
        Begin::More
    }
}
