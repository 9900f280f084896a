//! Writes what was settled into the tables, in the documented format.

use std::collections::{BTreeMap, BTreeSet};

use super::collect::missing;
use super::figures::Figure;
use super::people::{BandRow, PeopleRow, Settled};
use super::{Done, Ground};
use crate::exchange::meaning::Understood;
use crate::exchange::meaning::facet::Kind;
use crate::exchange::meaning::lexicon::MORE;
use crate::exchange::problem::{At, Fault, Problem};
use crate::exchange::tables::{Rows, Tables};
use crate::facts::fingerprint::Fnv;
use crate::facts::read::{OBSERVATION_COLUMNS, TARGET_COLUMNS};
use crate::i18n::{Label, Text};
use crate::measures::{Good, MeasureId};
use crate::places::Level;
use crate::units::{Date, When};

/// What a table is called that came without a file.
pub const PASTED: Text = Text { ja: "貼り付けた表", en: "pasted table" };

/// The file as a source of its own: every figure of it names it.
pub(super) struct Source {
    key: String,
    title: String,
    table: String,
    as_of: String,
}

impl Source {
    pub(super) fn of(file: &str, sheets: &[Understood]) -> Self {
        let table: Vec<&str> = sheets
            .iter()
            .flat_map(|sheet| [sheet.title.as_str(), sheet.sheet.as_str()])
            .filter(|words| !words.is_empty())
            .collect();
        let table = table.first().copied().unwrap_or(file).to_owned();
        let when = sheets.iter().flat_map(|sheet| &sheet.points).find_map(|point| point.facet.when);
        let title = if file.is_empty() { PASTED.ja.to_owned() } else { file.to_owned() };
        let key = format!("import_{:08x}", Fnv::of(&format!("{title} {table}")) as u32);
        Self { key, title, table, as_of: when.map_or_else(|| "—".into(), time_key) }
    }

    pub(super) fn put(&self, tables: &mut Tables) {
        let mut rows = super::places::sources(tables);
        let Self { key, title, table, as_of } = self;
        // The file's name is the person's own; where there is none, it is said in both languages.
        let title_en = if title == PASTED.ja { PASTED.en } else { title };
        let (ja, en) = ("取り込んだ表", "imported table");
        let cells = [key, ja, en, title, title_en, table, table, as_of, "", "", ""];
        rows.put(&["source"], cells.map(str::to_owned).to_vec());
        tables.set_rows("sources.csv", &rows);
    }
}

/// Header lines of a table whose rows say it all.
pub fn headers() -> [(&'static str, &'static str); 6] {
    [
        ("source", "in rows"),
        ("unit", "by measure"),
        ("as_of", "in rows"),
        ("retrieved", "in rows"),
        ("grade", "in rows"),
        ("note", "imported"),
    ]
}

/// A time as the tables write it.
pub fn time_key(when: When) -> String {
    match when {
        When::FiscalYear(year) => format!("FY{}", year.0),
        When::CalendarYear(year) => year.to_string(),
        When::Month(month) => format!("{}-{:02}", month.calendar_year(), month.month_of_year()),
        When::Day(date) => date_key(date),
        When::Undated => String::new(),
    }
}

fn date_key(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// Of a measure whose unit nobody gave, in both languages.
pub(super) const NO_UNIT: [&str; 2] = ["（単位の記載なし）", "(unit not given)"];

/// Names of measures that the tables do not know yet.
pub(super) fn own_measures(sheets: &[Understood], tables: &mut Tables, done: &mut Done) {
    const COLUMNS: [&str; 5] = ["measure", "label_ja", "label_en", "unit_ja", "unit_en"];
    let mut rows = tables.rows("measures.csv").unwrap_or_else(|| Rows::new(&headers(), &COLUMNS));
    let n_before = rows.rows.len();
    let is_known = |rows: &Rows, done: &Done, key: &str| {
        let is_listed = rows.rows.iter().any(|row| rows.cell(row, "measure") == key);
        is_listed || done.measures.iter().any(|measure| measure.key.0 == key)
    };
    for (key, label) in MORE {
        let is_used = sheets.iter().any(|sheet| {
            sheet.points.iter().any(|point| point.facet.measure.as_deref() == Some(key))
        });
        if is_used && !is_known(&rows, done, key) {
            let cells = [key].into_iter().chain(label).map(str::to_owned).collect();
            rows.rows.push(cells);
        }
    }
    for (key, label, unit) in sheets.iter().flat_map(|sheet| &sheet.own_measures) {
        if !is_known(&rows, done, key) {
            let [unit, unit_en] = match unit.as_str() {
                "" => NO_UNIT,
                unit => [unit, ""],
            };
            rows.rows.push([key, label, "", unit, unit_en].map(str::to_owned).to_vec());
            done.new_measures.push((key.clone(), Label::new(label, "")));
        }
    }
    if n_before < rows.rows.len() {
        tables.set_rows("measures.csv", &rows);
    }
}

pub(super) fn figures(figures: &[Figure], source: &Source, tables: &mut Tables, done: &mut Done) {
    let read = |file: &str, columns: &[&str]| {
        tables.rows(file).unwrap_or_else(|| Rows::new(&headers(), columns))
    };
    let (mut seen, mut aims) =
        (read("observations.csv", &OBSERVATION_COLUMNS), read("targets.csv", &TARGET_COLUMNS));
    for figure in figures {
        let [ja, en] = &figure.note;
        let value = figure.value.to_string();
        if figure.key.is_target {
            let Some(year) = figure.key.when.fiscal_year() else { continue };
            let direction = if at_least(figure) { "at_least" } else { "at_most" };
            let year = year.0.to_string();
            let cells = [
                &figure.key.measure,
                &figure.key.place,
                &year,
                direction,
                &value,
                "plan",
                "yes",
                &source.key,
                "published",
                ja,
                en,
            ];
            let keys = ["measure", "place", "year", "direction"];
            let was_there = aims.put(&keys, cells.map(str::to_owned).to_vec());
            done.changed("targets.csv", was_there);
        } else {
            let sd = figure.error_sd.map(|sd| sd.to_string()).unwrap_or_default();
            let time = time_key(figure.key.when);
            let grade = if figure.error_sd.is_some() { "assumed" } else { "observed" };
            let cells = [
                &figure.key.measure,
                &figure.key.place,
                &time,
                kind_key(figure.kind),
                &value,
                &sd,
                &source.key,
                grade,
                ja,
                en,
            ];
            let was_there =
                seen.put(&["measure", "place", "time"], cells.map(str::to_owned).to_vec());
            done.changed("observations.csv", was_there);
            done.given.push(figure.clone());
        }
    }
    for (file, rows) in [("observations.csv", &seen), ("targets.csv", &aims)] {
        if done.changes.contains_key(file) {
            tables.set_rows(file, rows);
        }
    }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Actual | Kind::Target => "actual",
        Kind::Provisional | Kind::Estimate | Kind::Forecast => "estimate",
        Kind::About => "about",
        Kind::Plan => "plan",
    }
}

/// As said, or else the way that is good for the measure.
fn at_least(figure: &Figure) -> bool {
    let good = MeasureId::find(&figure.key.measure).map(|id| id.spec().good);
    figure.at_least.unwrap_or(good != Some(Good::Down))
}

/// People go where they replace least: areas into the table of areas, wards into the base.
pub(super) fn people(
    settled: &Settled,
    names: &BTreeMap<String, String>,
    ground: &Ground<'_>,
    source: &Source,
    tables: &mut Tables,
    done: &mut Done,
) {
    bands(&settled.bands, source, tables, done);
    if settled.rows.is_empty() {
        return;
    }
    let level_of = |code: &str| ground.names.get(code).map(|named| named.level);
    let newest = settled.rows.iter().map(|row| row.date).max();
    let Some(newest) = newest else { return };
    let of = |level: Level| -> Vec<&PeopleRow> {
        let is_it = |row: &&PeopleRow| level_of(&row.place) == Some(level) && row.date == newest;
        settled.rows.iter().filter(is_it).collect()
    };
    parts_add_up(settled, names, ground, done);
    let (areas, wards, city) = (of(Level::Area), of(Level::Ward), of(Level::Municipality));
    let has_wards = ground.names.at(Level::Ward).next().is_some();
    let given = |rows: &[&PeopleRow], level| -> BTreeSet<String> {
        let refused = settled.refused.iter().filter(|code| level_of(code) == Some(level));
        rows.iter().map(|row| &row.place).chain(refused).cloned().collect()
    };
    let (given_areas, given_wards) = (given(&areas, Level::Area), given(&wards, Level::Ward));
    let has_all = |level, given: &BTreeSet<String>, done: &mut Done| {
        let missing = missing(ground, level, given);
        for name in &missing {
            let fault = Fault::AreaMissing { name: (*name).to_owned() };
            done.problems.push(Problem::new(At::sheet(&source.title), fault));
        }
        missing.is_empty()
    };
    let is_whole = [
        given_areas.is_empty() || has_all(Level::Area, &given_areas, done),
        !given_areas.is_empty() || !has_wards || has_all(Level::Ward, &given_wards, done),
    ];
    let root = ground.names.root().map_or("", |named| &named.code);
    let mut put = |file, rows: &[&PeopleRow], is_guess, tables: &mut Tables| {
        write_people((file, rows, is_guess), source, tables, done);
    };
    if !areas.is_empty() {
        if is_whole[0] {
            put("area_population.csv", &areas, false, tables);
        }
    } else if has_wards && is_whole[1] {
        match ground.split {
            // The projection stays; the areas are a guess inside the wards' own figures.
            Some(split) => {
                let rows = split(&wards);
                put("area_population.csv", &rows.iter().collect::<Vec<_>>(), true, tables);
            }
            None => put("population.csv", &wards, false, tables),
        }
    } else if !has_wards && !city.is_empty() {
        // A municipality without wards has one that stands for it.
        let ward = format!("{root}-w01");
        let rows: Vec<_> =
            city.iter().map(|row| PeopleRow { place: ward.clone(), ..(*row).clone() }).collect();
        let rows = match ground.split {
            Some(split) => split(&rows.iter().collect::<Vec<_>>()),
            None => rows,
        };
        let file = if ground.split.is_some() { "area_population.csv" } else { "population.csv" };
        put(file, &rows.iter().collect::<Vec<_>>(), ground.split.is_some(), tables);
    }
    set_base_year(newest.year, tables);
}

/// The municipality against its wards, a ward against its areas, where both are given.
fn parts_add_up(
    settled: &Settled,
    names: &BTreeMap<String, String>,
    ground: &Ground<'_>,
    done: &mut Done,
) {
    for row in &settled.rows {
        let children: Vec<_> = ground.names.children(&row.place).map(|child| &child.code).collect();
        let parts: Vec<&PeopleRow> = settled
            .rows
            .iter()
            .filter(|part| {
                (part.date, part.sex) == (row.date, row.sex) && children.contains(&&part.place)
            })
            .collect();
        if parts.is_empty() || parts.len() < children.len() {
            continue;
        }
        done.n_totals_checked += 1;
        for (index, group) in row.groups.iter().enumerate() {
            let sum: i64 = parts.iter().map(|part| i64::from(part.by_age[index])).sum();
            let half = row.half[index] + parts.iter().map(|part| part.half[index]).sum::<u32>();
            if i64::from(half) < (sum - i64::from(row.by_age[index])).abs() {
                let name = names.get(&row.place).cloned().unwrap_or_default();
                let of = |sex: &str| format!("{name} {sex} {}", group.label());
                let sex = row.sex.label();
                let what = Label::new(of(sex.ja), of(sex.en));
                let (parts, whole) = (sum as f64, f64::from(row.by_age[index]));
                let fault = Fault::TotalDiffers { what, parts, whole };
                done.problems.push(Problem::new(At::default(), fault));
            }
        }
    }
}

fn write_people(
    (file, rows, is_guess): (&str, &[&PeopleRow], bool),
    source: &Source,
    tables: &mut Tables,
    done: &mut Done,
) {
    let Some(first) = rows.first() else { return };
    let ages: Vec<String> = first.groups.iter().map(|group| group.label()).collect();
    let columns: Vec<&str> =
        ["place", "date", "sex"].into_iter().chain(ages.iter().map(String::as_str)).collect();
    let as_of = date_key(first.date);
    let grade = match done.n_split_by_sex + done.n_worked_out {
        _ if is_guess => "illustrative",
        0 => "observed",
        _ => "assumed",
    };
    let split = if is_guess { "圏域への分け方は例示です。" } else { "" };
    let note = format!("取り込んだ表「{}」。{}{split}", source.title, done.people_note());
    let mut table = Rows::new(
        &[
            ("source", &source.key),
            ("unit", "persons"),
            ("as_of", &as_of),
            ("retrieved", &as_of),
            ("grade", grade),
            ("counting", "completed"),
            ("note", &note),
        ],
        &columns,
    );
    for row in rows {
        let cells = [row.place.clone(), date_key(row.date), row.sex.key().to_owned()];
        let people = row.by_age.iter().map(u32::to_string);
        table.rows.push(cells.into_iter().chain(people).collect());
        done.changed(file, tables.get(file).is_some());
    }
    tables.set_rows(file, &table);
}

fn bands(rows: &[BandRow], source: &Source, tables: &mut Tables, done: &mut Done) {
    const COLUMNS: [&str; 10] =
        ["place", "date", "sex", "total", "0-14", "15-64", "65+", "70+", "75+", "85+"];
    let Some(newest) = rows.iter().map(|row| row.date).max() else { return };
    let as_of = date_key(newest);
    let headers = [
        ("source", source.key.as_str()),
        ("unit", "persons"),
        ("as_of", &as_of),
        ("retrieved", &as_of),
        ("grade", "observed"),
        ("counting", "raw"),
        ("note", "imported"),
    ];
    let mut table = Rows::new(&headers, &COLUMNS);
    for row in rows {
        let cells = [row.place.clone(), date_key(row.date), "both".to_owned()];
        let people = row.cells.iter().map(|n| n.map(|n| n.to_string()).unwrap_or_default());
        table.rows.push(cells.into_iter().chain(people).collect());
        done.changed("bands.csv", tables.get("bands.csv").is_some());
    }
    tables.set_rows("bands.csv", &table);
    set_base_year(newest.year, tables);
}

/// The forecast starts from the newest population.
fn set_base_year(year: i16, tables: &mut Tables) {
    let Some(mut head) = tables.rows("municipality.csv") else { return };
    head.put(&["key"], vec!["base_year".into(), year.to_string()]);
    tables.set_rows("municipality.csv", &head);
}

impl Done {
    /// What was done to the people, for the table's own note.
    fn people_note(&self) -> String {
        let mut words = String::new();
        if 0 < self.n_split_by_sex {
            words += "男女の内訳は全国の割合で補いました。";
        }
        if 0 < self.n_worked_out {
            words += "秘匿された値は合計から求めました。";
        }
        if 0 < self.n_of_unknown_age {
            words += "年齢不詳は年齢の割合で配分しました。";
        }
        words
    }
}
