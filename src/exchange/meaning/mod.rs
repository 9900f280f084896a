//! From cells to values that say of what, where, when and whom they are.

pub mod facet;
pub mod headings;
pub mod lexicon;
pub mod names;

mod rows;

use crate::exchange::cells::number::Cell;
use crate::exchange::problem::{Fault, Problem};
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

/// A sheet as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understood {
    pub sheet: String,
    pub title: String,
    pub points: Vec<Point>,
    /// Columns that stand there and are not used.
    pub ignored: Vec<String>,
    /// Lines below the table.
    pub notes: Vec<String>,
    /// Names of people stand in it.
    pub has_people: bool,
    pub problems: Vec<Problem>,
    /// Measures of the reader's own: key, label, unit.
    pub own_measures: Vec<(String, String, String)>,
}

impl Understood {
    /// Values that can be read.
    pub fn n_values(&self) -> usize {
        self.points.iter().filter(|point| point.cell != Cell::Words).count()
    }
}

/// The headings of a sheet with every column's part in it, and where its rows end.
pub fn shape(sheet: &Sheet, known: Known<'_>) -> Option<(Headings, usize)> {
    let mut headings = known.headings(sheet)?;
    let end = rows::last_row(sheet, &headings);
    rows::guess_roles(sheet, &mut headings, end, known);
    Some((headings, end))
}

pub fn understand(sheet: &Sheet, file: &str, known: Known<'_>, hints: &Hints) -> Understood {
    let mut understood = Understood { sheet: sheet.name.clone(), ..Understood::default() };
    let Some((mut headings, end)) = shape(sheet, known) else {
        let at = crate::exchange::problem::At::sheet(&sheet.name);
        understood.problems.push(Problem::new(at, Fault::NoHeadings));
        return understood;
    };
    understood.title = headings.title.clone();
    understood.notes = rows::notes(sheet, end);
    rows::name_own_measures(sheet, &mut headings, end, &mut understood);
    understood.has_people =
        headings.columns.iter().any(|column| column.role == Some(facet::Role::Person));
    let of_sheet = rows::of_sheet(sheet, file, &headings, known, hints);
    rows::read(sheet, &headings, end, (known, &of_sheet), &mut understood);
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
