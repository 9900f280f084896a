//! A chart's numbers on their way out: the table behind it, with where each row comes from, and the
//! sources and settings it rests on. Charts live on the page, so what comes is their table as text.

use std::collections::BTreeSet;

use crate::exchange::export::{self, for_reading};
use crate::exchange::grid::{Grid, Value};
use crate::exchange::own::disarmed;
use crate::exchange::results::{grade_of, source_of};
use crate::facts::Municipality;
use crate::facts::observation::Observation;
use crate::i18n::{Lang, time};
use crate::measures::MeasureId;
use crate::places::PlaceId;

/// A chart's table as the page has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartTable {
    pub title: String,
    /// The key of what is shown, where that is one measure.
    pub measure: String,
    pub unit: String,
    /// Code of the place that is looked at; empty: the municipality.
    pub place: String,
    /// Cells apart by tabs, numbers bare, the first line its headings.
    pub text: String,
}

/// A scenario behind the chart, as the sheet of settings has it ([`export::said`]).
pub type Run = [String; 4];

/// The chart's own sheet first, then sources and settings.
pub fn grids(chart: &ChartTable, city: &Municipality, runs: &[Run], lang: Lang) -> Vec<Grid> {
    let many = 1 < runs.len();
    let said = runs.iter().enumerate().flat_map(|(at, run)| {
        let letter = char::from(b'A' + at as u8);
        let named = move |(word, said): (String, String)| match many {
            true => (format!("{letter}：{word}"), said),
            false => (word, said),
        };
        export::said(run, lang).into_iter().map(named)
    });
    let said: Vec<_> = said.collect();
    export::with_ground(vec![table(chart, city, runs, lang)], city, &said, lang)
}

fn table(chart: &ChartTable, city: &Municipality, runs: &[Run], lang: Lang) -> Grid {
    let mut lines = chart.text.lines().map(|line| line.split('\t').map(disarmed).collect());
    let head: Vec<&str> = lines.next().unwrap_or_default();
    let rows: Vec<Vec<&str>> = lines.collect();
    let codes: Vec<&str> = runs.iter().map(|run| run[2].as_str()).collect();
    let codes = codes.join(", ");
    let rests_on = RestsOn::of(chart, city, &head);
    let recorded: Vec<_> = rows.iter().map(|row| rests_on.row(row.first(), lang)).collect();
    let has_records = recorded.iter().any(|(_, seen)| !seen.is_empty());
    let [grade, source, seen_grade, seen_source] = match lang {
        Lang::Ja => ["確かさ", "出典", "実績の確かさ", "実績の出典"],
        Lang::En => {
            ["grade", "source", "grade of what was recorded", "source of what was recorded"]
        }
    };
    let mut headings: Vec<String> = (0..head.len())
        .map(|at| with_unit(head[at], &chart.unit, 0 < at && is_number_column(&rows, at), lang))
        .collect();
    headings.extend([grade, source].map(str::to_owned));
    if has_records {
        headings.extend([seen_grade, seen_source].map(str::to_owned));
    }
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut grid = for_reading(&chart.title, &headings);
    for (row, (place, seen)) in rows.iter().zip(&recorded) {
        let mut cells: Vec<Value> = row.iter().map(|cell| Value::of(cell)).collect();
        cells.resize(head.len(), Value::Empty);
        cells.push(Value::text(grade_of(city, *place, lang)));
        cells.push(Value::text(source_of(&codes, lang)));
        if has_records {
            let grades = seen.iter().map(|seen| seen.provenance.grade.label().get(lang).to_owned());
            let sources = seen.iter().map(|seen| city.citation(seen.provenance.source, lang));
            cells.extend([once_each(grades), once_each(sources)].map(Value::text));
        }
        grid.row(cells);
    }
    grid
}

/// «見通し（台）», unless the heading says its unit itself.
fn with_unit(heading: &str, unit: &str, is_number: bool, lang: Lang) -> String {
    match lang {
        _ if !is_number || unit.is_empty() || heading.ends_with([')', '）']) => heading.to_owned(),
        Lang::Ja => format!("{heading}（{unit}）"),
        Lang::En => format!("{heading} ({unit})"),
    }
}

fn is_number_column(rows: &[Vec<&str>], at: usize) -> bool {
    let is_number = |row: &Vec<&str>| row.get(at).is_some_and(|cell| cell.parse::<f64>().is_ok());
    rows.iter().any(is_number)
}

fn once_each(words: impl Iterator<Item = String>) -> String {
    let words: BTreeSet<String> = words.collect();
    words.into_iter().collect::<Vec<_>>().join(" / ")
}

/// Which places and records the rows of a chart are about.
struct RestsOn<'a> {
    city: &'a Municipality,
    place: PlaceId,
    measures: Vec<&'static str>,
}

impl<'a> RestsOn<'a> {
    fn of(chart: &ChartTable, city: &'a Municipality, head: &[&str]) -> Self {
        let place = city.places.find(&chart.place).unwrap_or_else(|| city.places.root());
        let is_shown = |measure: &MeasureId| {
            let spec = measure.spec();
            // A column of one of several measures begins with its name.
            let named = [spec.label.ja, spec.label.en].map(|label| format!("{label} "));
            spec.key == chart.measure
                || head.iter().any(|word| named.iter().any(|name| word.starts_with(name)))
        };
        let measures =
            MeasureId::all().filter(is_shown).map(|measure| measure.spec().key).collect();
        Self { city, place, measures }
    }

    /// The place of a row, and what was recorded there of the year that the row names, if it names
    /// one.
    fn row(&self, name: Option<&&str>, lang: Lang) -> (PlaceId, Vec<&'a Observation>) {
        let name = name.copied().unwrap_or_default();
        let places = &self.city.places;
        let is_it = |id: &PlaceId| {
            let own = places.get(*id).name.get(lang);
            let ward = places.parent(*id).map(|ward| places.get(ward).name.get(lang));
            name == own || ward.is_some_and(|ward| name == format!("{ward} {own}"))
        };
        let named = places.ids().find(is_it);
        let (place, city) = (named.unwrap_or(self.place), self.city);
        let of_row = |seen: &&Observation| {
            let year = seen.when.fiscal_year().filter(|year| city.frame.window().contains(*year));
            let is_of_year = year.is_some_and(|year| time::fiscal_year(lang, year) == name);
            is_of_year || year.is_some() && named.is_some()
        };
        let observed = self.measures.iter().flat_map(|key| city.observed(key, place));
        (place, observed.filter(of_row).collect())
    }
}
