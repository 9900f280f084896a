//! Totals that were the sum of their parts stay it: where an import replaces a part and says
//! nothing of the total, the total is worked out anew, and the preview says so.

use std::collections::BTreeMap;

use super::Done;
use crate::exchange::meaning::sums::SUMS;
use crate::exchange::tables::{Rows, Tables};

/// Parts of a whole beside [`SUMS`].
const REPORTS: (&str, &[&str]) = (
    "watch_reports",
    &[
        "watch_reports_hospital",
        "watch_reports_away",
        "watch_reports_found_dead",
        "watch_reports_other",
    ],
);

const FILE: &str = "observations.csv";

/// Place and time of a figure, as the table writes them.
type Spot<'a> = (&'a str, &'a str);

/// Values of measures, by measure and spot.
fn values(rows: &Rows) -> BTreeMap<(&str, Spot<'_>), f64> {
    let mut found = BTreeMap::new();
    for row in &rows.rows {
        let cell = |column| rows.cell(row, column);
        if let Ok(value) = cell("value").parse() {
            found.insert((cell("measure"), (cell("place"), cell("time"))), value);
        }
    }
    found
}

/// Puts right every total that was the sum of its parts, and that the import has not given itself.
pub fn totals(before: &Tables, after: &mut Tables, done: &mut Done) {
    let (Some(old), Some(mut new)) = (before.rows(FILE), after.rows(FILE)) else { return };
    let (was, is) = (values(&old), values(&new));
    let mut put = Vec::new();
    for (index, row) in new.rows.iter().enumerate() {
        let cell = |column| new.cell(row, column);
        let spot = (cell("place"), cell("time"));
        let sums = SUMS.iter().chain([&REPORTS]);
        let Some((whole, parts)) = sums.copied().find(|(whole, _)| *whole == cell("measure"))
        else {
            continue;
        };
        let sum = |values: &BTreeMap<(&str, Spot<'_>), f64>| -> Option<f64> {
            parts.iter().map(|part| values.get(&(part, spot)).copied()).sum()
        };
        let was_sum =
            was.get(&(whole, spot)).zip(sum(&was)).is_some_and(|(whole, sum)| *whole == sum);
        // A total that the import has given itself is another row than before.
        let is_untouched = old.rows.contains(row);
        let Some(sum) =
            sum(&is).filter(|sum| was_sum && is_untouched && Some(sum) != is.get(&(whole, spot)))
        else {
            continue;
        };
        put.push((index, sum));
    }
    let columns = ["value", "note_ja", "note_en"].map(|name| new.column(name));
    for (index, sum) in &put {
        let cells = [&sum.to_string(), "取り込んだ内訳の計", "sum of the parts taken in"];
        for (column, cell) in columns.iter().zip(cells) {
            if let Some(old) = column.and_then(|column| new.rows[*index].get_mut(column)) {
                *old = cell.to_owned();
            }
        }
    }
    if !put.is_empty() {
        done.n_followed += put.len();
        after.set_rows(FILE, &new);
    }
}
