//! Scenarios compared, on their way out: the results and chances of each, one after the other in one
//! table, and what each pair differs by.

use crate::engine::bands::PERCENTS;
use crate::exchange::export::for_reading;
use crate::exchange::grid::{Grid, Value};
use crate::i18n::{Lang, number, time};
use crate::measures::MeasureId;
use crate::units::FiscalYear;

/// What a measure of the municipality differs by between two scenarios: `to` less `from`, in the same
/// draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub measure: MeasureId,
    pub fiscal_year: i32,
    pub band: [f32; PERCENTS.len()],
    /// The chances that `to` has more, and that it has less.
    pub above: f64,
    pub below: f64,
}

/// The same table of several scenarios as one, each row with its scenario's name before it. A column
/// that is empty in all of them, such as the run without measures, is left out.
pub fn joined(grids: &[(String, Grid)], lang: Lang) -> Grid {
    let Some((_, first)) = grids.first() else { return Grid::default() };
    let head = first.rows.get(first.n_headings.saturating_sub(1)).cloned().unwrap_or_default();
    let rows = || {
        grids.iter().flat_map(|(name, grid)| {
            grid.rows[grid.n_headings..].iter().map(move |row| (name, row))
        })
    };
    let is_used = |at: &usize| {
        rows().any(|(_, row)| row.get(*at).is_some_and(|value| *value != Value::Empty))
    };
    let used: Vec<usize> = (0..head.len()).filter(is_used).collect();
    let scenario = match lang {
        Lang::Ja => "シナリオ",
        Lang::En => "scenario",
    };
    let heads: Vec<&str> =
        [scenario].into_iter().chain(used.iter().map(|at| head[*at].words())).collect();
    let mut grid = for_reading(&first.name, &heads);
    for (name, row) in rows() {
        let cells = used.iter().map(|at| row.get(*at).cloned().unwrap_or(Value::Empty));
        grid.row([Value::text(name)].into_iter().chain(cells));
    }
    grid
}

/// What each pair differs by, where it differs at all.
pub fn differences<'a>(found: impl Iterator<Item = Difference<'a>>, lang: Lang) -> Grid {
    let (name, words, [above, below, unit, grade], said) = match lang {
        Lang::Ja => (
            "差",
            ["くらべるもと", "くらべる案", "指標", "年度"],
            ["多くなる確率（%）", "少なくなる確率（%）", "単位", "確かさ"],
            "計算した値（同じ試行どうしの差）",
        ),
        Lang::En => (
            "differences",
            ["compared with", "scenario", "measure", "fiscal year"],
            ["chance of more (%)", "chance of less (%)", "unit", "grade"],
            "worked out (differences within the same draw)",
        ),
    };
    let percents = PERCENTS.map(|percent| format!("{percent}%"));
    let percents = percents.iter().map(String::as_str);
    let heads: Vec<&str> =
        words.into_iter().chain(percents).chain([above, below, unit, grade]).collect();
    let mut grid = for_reading(name, &heads);
    for Difference { from, to, measure, fiscal_year, band, above, below } in found {
        if above == 0.0 && below == 0.0 {
            continue;
        }
        let spec = measure.spec();
        let year = time::fiscal_year(lang, FiscalYear(fiscal_year as i16));
        let words = [from, to, spec.label.get(lang), &year].map(Value::text);
        // Shares differ by points.
        let unit = match (spec.unit.ja.starts_with('%'), lang) {
            (true, Lang::Ja) => "ポイント",
            (true, Lang::En) => "points",
            (false, _) => spec.unit.get(lang),
        };
        let number = |value| Value::number(number::in_wholes(f64::from(value), spec.unit));
        let numbers = band.map(number).into_iter();
        let chances = [above, below].map(|share| Value::number(share * 100.0));
        let ends = [unit, said].map(Value::text);
        grid.row(words.into_iter().chain(numbers).chain(chances).chain(ends));
    }
    grid
}
