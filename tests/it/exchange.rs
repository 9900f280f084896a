//! Tables in and out.

mod cells;
mod chart;
mod files;
mod fuzz;
mod indicator;
mod kinds;
mod messages;
mod messy;
mod newcomer;
mod odd;
mod plausible;
mod round_trip;
mod rounded;
mod second;
mod tables;
mod units;
mod unknown;
mod uses;
mod withheld;

use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::{Opened, Preview, Tables, read};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::{ASAGO, KAWASAKI};

/// A text file taken into the built-in city.
fn into_kawasaki(text: &str) -> Preview {
    let sheets = read::open("table.csv", text.as_bytes(), &read::shift_jis).unwrap();
    let files = [Opened { name: "table.csv", sheets: &sheets }];
    let tables = Tables::built_in(&KAWASAKI);
    Preview::of(&files, &tables, &Municipality::kawasaki(), &Hints::default())
}

/// The same into the town of one centre.
fn into_asago(text: &str) -> Preview {
    let sheets = read::open("table.csv", text.as_bytes(), &read::shift_jis).unwrap();
    let files = [Opened { name: "table.csv", sheets: &sheets }];
    let tables = Tables::built_in(&ASAGO);
    Preview::of(&files, &tables, &Municipality::asago(), &Hints::default())
}

#[track_caller]
fn accepted(preview: Preview) -> Municipality {
    let words = preview.describe(mitoshi::i18n::Lang::En);
    let tables = preview.accept().unwrap_or_else(|_| panic!("{words}"));
    tables.municipality().unwrap()
}

/// The value of a measure of a municipality at a fiscal year.
fn value(city: &Municipality, measure: &str, year: i16) -> Option<f64> {
    use mitoshi::units::{FiscalYear, When};
    let when = When::FiscalYear(FiscalYear(year));
    city.observed_at(measure, city.places.root(), when).map(|seen| seen.value)
}
