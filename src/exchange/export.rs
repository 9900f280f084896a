//! Everything out: each table as it can be taken in again, and what is for reading: all figures
//! with their sources, the sources, the settings.

use crate::engine::code::MODEL_VERSION;
use crate::exchange::grid::{Grid, Value};
use crate::exchange::own::FOR_READING;
use crate::exchange::tables::{Rows, Tables};
use crate::facts::Municipality;
use crate::facts::figures::{self, FigureRow};
use crate::facts::fingerprint::edition_code;
use crate::i18n::{Lang, time};

/// Results with what they rest on: sources and settings.
pub fn with_ground(
    mut results: Vec<Grid>,
    city: &Municipality,
    run: &[(String, String)],
    lang: Lang,
) -> Vec<Grid> {
    results.push(sources(city, lang));
    results.push(settings(city, run, lang));
    results
}

/// Every table and every list; `results` come from whoever ran the model.
pub fn grids(
    tables: &Tables,
    city: &Municipality,
    settings: &[(String, String)],
    results: Vec<Grid>,
    lang: Lang,
) -> Vec<Grid> {
    let mut grids: Vec<Grid> = results;
    grids.push(figures(city, lang));
    grids.push(sources(city, lang));
    grids.push(self::settings(city, settings, lang));
    grids.extend(tables.files().map(|(file, text)| table(file, &Rows::parse(text))));
    grids
}

/// What a run was made with: seed, draws, result code and scenario, each by its name.
pub fn said(run: &[String; 4], lang: Lang) -> Vec<(String, String)> {
    let [seed, draws, code, scenario, more] = match lang {
        Lang::Ja => ["乱数の種", "試行の数", "結果コード", "シナリオ", "シナリオの続き"],
        Lang::En => ["seed", "draws", "result code", "scenario", "scenario, continued"],
    };
    let [short @ .., document] = run;
    let mut said: Vec<_> = [seed, draws, code].into_iter().zip(short.iter().cloned()).collect();
    let letters: Vec<char> = document.chars().collect();
    let parts = letters.chunks(MAX_CELL).map(|part| part.iter().collect());
    said.extend([scenario].into_iter().chain(std::iter::repeat(more)).zip(parts));
    said.into_iter().map(|(word, said): (&str, String)| (word.to_owned(), said)).collect()
}

/// Letters that a spreadsheet takes in one cell, less what an apostrophe before them needs.
const MAX_CELL: usize = 32_000;

/// A grid for reading: the first line says so, and the importer leaves it alone.
pub fn for_reading(name: &str, headings: &[&str]) -> Grid {
    let mut grid = Grid::new(name);
    grid.line(FOR_READING);
    grid.headings(headings);
    grid
}

/// Columns whose digits are names and not numbers.
const NAMES: [&str; 12] = [
    "code",
    "parent",
    "place",
    "measure",
    "source",
    "key",
    "value_of",
    "name_ja",
    "name_en",
    "time",
    "date",
    "retrieved",
];

/// A table in its own format. Where source and grade stand in its header they are repeated in
/// columns for whoever reads, and left out again by the importer.
fn table(file: &str, rows: &Rows) -> Grid {
    let mut grid = Grid::new(file.trim_end_matches(".csv"));
    for line in &rows.headers {
        grid.line(line);
    }
    let is_in_rows = rows.header("source") == "in rows" || file == "sources.csv";
    let more: &[&str] = if is_in_rows { &[] } else { &["source", "grade"] };
    let columns: Vec<&str> =
        rows.columns.iter().map(String::as_str).chain(more.iter().copied()).collect();
    grid.headings(&columns);
    let is_settings = file == "municipality.csv";
    for row in &rows.rows {
        let cells = row.iter().zip(&rows.columns).map(|(cell, column)| {
            let is_name = is_settings || NAMES.contains(&column.as_str());
            if is_name { Value::text(cell) } else { Value::of(cell) }
        });
        let more = more.iter().map(|name| Value::text(rows.header(name)));
        grid.row(cells.chain(more));
    }
    grid
}

fn figures(city: &Municipality, lang: Lang) -> Grid {
    let (name, headings) = match lang {
        Lang::Ja => (
            "すべての値",
            ["区分", "指標", "値", "単位", "場所", "時点", "種類", "確かさ", "出典", "注"],
        ),
        Lang::En => (
            "all figures",
            [
                "list", "measure", "value", "unit", "place", "time", "kind", "grade", "source",
                "note",
            ],
        ),
    };
    let mut grid = for_reading(name, &headings);
    for row in figures::table(city) {
        let FigureRow { section, label, value, unit, place, when, kind, provenance, note, .. } =
            row;
        grid.row([
            Value::text(section.label().get(lang)),
            Value::text(label.get(lang)),
            Value::number(value),
            Value::text(unit.get(lang)),
            Value::text(place.get(lang)),
            Value::text(time::when(lang, when)),
            Value::text(kind.get(lang)),
            Value::text(provenance.grade.label().get(lang)),
            Value::text(city.citation(provenance.source, lang)),
            Value::text(note.get(lang)),
        ]);
    }
    grid
}

fn sources(city: &Municipality, lang: Lang) -> Grid {
    let (name, headings) = match lang {
        Lang::Ja => ("出典一覧", ["記号", "出典"]),
        Lang::En => ("list of sources", ["key", "source"]),
    };
    let mut grid = for_reading(name, &headings);
    let mut used = city.sources_used();
    used.sort_unstable();
    used.dedup();
    for id in used {
        let key = match id {
            crate::sources::SourceId::Own(index) => {
                city.own_sources.get(usize::from(index)).map_or("", |own| own.key.as_str())
            }
            built_in => built_in.key(),
        };
        grid.row([Value::text(key), Value::text(city.citation(id, lang))]);
    }
    grid
}

fn settings(city: &Municipality, more: &[(String, String)], lang: Lang) -> Grid {
    let (name, headings) = match lang {
        Lang::Ja => ("設定", ["項目", "内容"]),
        Lang::En => ("settings", ["item", "setting"]),
    };
    let mut grid = for_reading(name, &headings);
    let frame = &city.frame;
    let years = |years: crate::facts::frame::Years| {
        let [first, last] = [years.first, years.last].map(|year| time::fiscal_year(lang, year));
        format!("{first} – {last}")
    };
    let words = match lang {
        Lang::Ja => ["市区町村", "計画", "実績の期間", "計画期間", "データの版", "モデルの版"],
        Lang::En => [
            "municipality",
            "plan",
            "history",
            "plan period",
            "edition of the data",
            "version of the model",
        ],
    };
    let said = [
        city.name.get(lang).to_owned(),
        frame.plan_name.get(lang).to_owned(),
        years(frame.history),
        years(frame.plan),
        edition_code(city.content_hash()),
        MODEL_VERSION.to_owned(),
    ];
    for (word, said) in words.iter().zip(said) {
        grid.row([Value::text(*word), Value::text(said)]);
    }
    for (word, said) in more {
        grid.row([Value::text(word), Value::of(said)]);
    }
    grid
}
