//! Indicators of the reader's own: what has a name that nobody knows.

use std::collections::BTreeSet;

use super::facet::{Facet, Role};
use super::headings::Headings;
use super::rows::N_LOOKED_AT;
use super::scale::Units;
use super::{Understood, lexicon};
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::cells::plain::squeezed;
use crate::exchange::cells::unit;
use crate::exchange::sheet::{Sheet, column_letters};
use crate::facts::fingerprint::Fnv;

/// Over a column of numbers beside ages; elsewhere such a word is a unit.
const PEOPLE: [&str; 4] = ["people", "persons", "residents", "inhabitants"];

/// A column of numbers under a name nobody knows is an indicator of the reader's own.
pub(super) fn name_measures(
    sheet: &Sheet,
    headings: &mut Headings,
    end: usize,
    understood: &mut Understood,
) {
    let first = headings.first_data_row;
    let is_by_age =
        headings.columns.iter().any(|c| c.facet.age.is_some() || c.role == Some(Role::Age));
    for (index, column) in headings.columns.iter_mut().enumerate() {
        if column.role.is_none() && lexicon::is_worked_out(&column.label) {
            column.role = Some(Role::Note);
            understood.ignored.push(column.label.clone());
        }
        if column.role.is_some() || !column.facet.is_empty() {
            continue;
        }
        let cells = (first..end).map(|row| number::read(sheet.cell(row, index)));
        let (mut n_numbers, mut n_words) = (0, 0);
        for cell in cells.take(N_LOOKED_AT * 10) {
            n_numbers += usize::from(cell.is_number());
            n_words += usize::from(cell == Cell::Words);
        }
        if column.label.is_empty() && n_numbers + n_words == 0 {
            continue;
        }
        if is_by_age && n_words < n_numbers && PEOPLE.contains(&squeezed(&column.label).as_str()) {
            column.role = Some(Role::Value);
            continue;
        }
        if is_by_age || column.label.is_empty() || n_numbers == 0 || n_numbers < n_words {
            // A column without a heading is called by its letters, as the spreadsheet calls it.
            let label = Some(&column.label).filter(|label| !label.is_empty());
            understood.ignored.push(label.cloned().unwrap_or_else(|| column_letters(index)));
            continue;
        }
        let key = own_key(&column.label);
        understood.own_measures.push((key.clone(), column.label.clone(), column.unit.clone()));
        column.facet.measure = Some(key);
    }
}

/// The key of an indicator of one's own grows from its name, so the next table finds it again.
pub(super) fn own_key(label: &str) -> String {
    format!("own_{:08x}", Fnv::of(&squeezed(label)) as u32)
}

/// What stands in no heading is in the unit that its row says, or a title: once and for all. Another
/// one later is given back.
pub(super) fn add_unit<'a>(
    facet: &Facet,
    row: Option<&'a str>,
    units: &'a Units,
    understood: &mut Understood,
) -> Option<&'a str> {
    let key = facet.measure.as_ref()?;
    // The last named is the likeliest.
    let mut own = understood.own_measures.iter_mut().rev();
    let (.., unit) = own.find(|(own, ..)| own == key)?;
    if unit.is_empty() {
        *unit = row.or_else(|| units.of_own()).unwrap_or_default().to_owned();
        return None;
    }
    let other = row.or_else(|| units.of_line())?;
    let times = |text: &str| unit::read(text).map(|unit| unit.times);
    (times(unit) != times(other)).then_some(other)
}

/// A title is no indicator: nothing is counted under it.
pub(super) fn keep_used(understood: &mut Understood) {
    let measures = understood.points.iter().filter_map(|point| point.facet.measure.as_deref());
    let used: BTreeSet<&str> = measures.collect();
    understood.own_measures.retain(|(key, ..)| used.contains(key.as_str()));
}
