//! From cells to values that say of what, where, when and whom they are.

pub mod facet;
pub mod headings;
pub mod lexicon;
pub mod names;
pub mod parts;
pub mod sums;

mod lines;
mod own;
mod rows;
mod scale;
mod side;

pub use lines::section;

use std::collections::BTreeMap;

use crate::exchange::cells::number::Cell;
use crate::exchange::cells::unit::Scale;
use crate::exchange::problem::{At, Fault, Problem};
use crate::exchange::sheet::Sheet;
use facet::Facet;
use headings::{Column, Headings, Known};

/// What to take where a sheet is silent: the reader of the preview may say it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    pub when: Option<crate::units::When>,
    pub measure: Option<String>,
}

/// One value with all that is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub facet: Facet,
    pub cell: Cell,
    /// From nothing, as the sheet counts.
    pub row: usize,
    pub column: usize,
}

/// A table as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understood {
    pub sheet: String,
    /// Where it begins: a sheet may hold several tables.
    pub first_row: usize,
    pub title: String,
    pub points: Vec<Point>,
    /// Columns that stand there and are not used.
    pub ignored: Vec<String>,
    /// What stands above its values, line by line, with the row.
    pub titles: Vec<(usize, String)>,
    /// Lines below the table.
    pub notes: Vec<String>,
    /// Names of people stand in it.
    pub has_people: bool,
    pub problems: Vec<Problem>,
    /// What is told and keeps nothing out.
    pub warnings: Vec<Problem>,
    /// Values that were turned into our unit: theirs, the power of ten, how many.
    pub scaled: BTreeMap<(String, i32), usize>,
    /// Measures of the reader's own: key, label, unit.
    pub own_measures: Vec<(String, String, String)>,
}

impl Understood {
    /// Values that can be read.
    pub fn n_values(&self) -> usize {
        self.points.iter().filter(|point| point.cell != Cell::Words).count()
    }

    fn scaled(&mut self, scale: Scale, unit: &str) {
        if !unit.is_empty() && scale.bare != scale.ours {
            let power = libm::round(libm::log10(scale.bare / scale.ours)) as i32;
            *self.scaled.entry((unit.to_owned(), power)).or_default() += 1;
        }
    }
}

/// The headings of a sheet with every column's part in it, and where its rows end.
pub fn shape(sheet: &Sheet, known: Known<'_>) -> Option<(Headings, usize)> {
    let mut headings = known.headings(sheet)?;
    let end = rows::last_row(sheet, &headings);
    rows::guess_roles(sheet, &mut headings, end, known);
    Some((headings, end))
}

/// All tables of a sheet, from the top.
pub fn understand(sheet: &Sheet, file: &str, known: Known<'_>, hints: &Hints) -> Vec<Understood> {
    // The day above the first table is that of those below it too, where they do not say another.
    let mut above = Facet::default();
    let mut found = Vec::new();
    for part in parts::parts(sheet, known) {
        let mut understood = table(&part.sheet, file, known, (hints, &mut above));
        understood.first_row = part.first_row;
        if let Some(row) = part.unknown {
            understood.problems.push(Problem::new(At::row(&sheet.name, row), Fault::SecondTable));
        }
        found.push(understood);
    }
    lines::tell_of_same_names(&mut found);
    found
}

fn table(
    sheet: &Sheet,
    file: &str,
    known: Known<'_>,
    (hints, above): (&Hints, &mut Facet),
) -> Understood {
    let mut understood = Understood { sheet: sheet.name.clone(), ..Understood::default() };
    let Some((mut headings, end)) = shape(sheet, known) else {
        understood.problems.push(Problem::new(At::sheet(&sheet.name), Fault::NoHeadings));
        return understood;
    };
    understood.title = headings.title.clone();
    understood.titles.push((0, headings.title.clone()));
    understood.notes = rows::notes(sheet, end);
    own::name_measures(sheet, &mut headings, end, &mut understood);
    understood.has_people =
        headings.columns.iter().any(|column| column.role == Some(facet::Role::Person));
    let of_sheet = rows::of_sheet(sheet, file, &headings, known, hints);
    let mut of_sheet = of_sheet.over(&Facet { when: above.when, ..Facet::default() });
    let by_title = known.lexicon.measure_within(&headings.title).or(headings.subject.as_deref());
    if hints.measure.is_none() && by_title.is_none() && lines::is_of_its_own(&headings.title) {
        of_sheet.measure = None;
    }
    rows::read(sheet, &headings, end, (known, &of_sheet), &mut understood);
    above.when = of_sheet.when;
    understood
}

/// Columns that hold values.
fn is_value(column: &Column) -> bool {
    match column.role {
        None => !column.facet.is_empty(),
        Some(role) => role == facet::Role::Value,
    }
}

fn value_columns(headings: &Headings) -> impl Iterator<Item = (usize, &Column)> {
    headings.columns.iter().enumerate().filter(|(_, column)| is_value(column))
}
