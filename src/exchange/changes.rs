//! Which values an import would put in place of which: what a person looks at before accepting.

use std::collections::BTreeMap;

use crate::exchange::tables::{Rows, Tables};
use crate::exchange::wire::Change;
use crate::facts::Municipality;
use crate::facts::age::Sex;
use crate::i18n::{Lang, number, time};
use crate::units::{FiscalYear, When};

/// Tables of values: the columns that say what a value is, and the one it stands in.
const TABLES: [(&str, &[&str], Option<&str>); 5] = [
    ("observations.csv", &["measure", "place", "time"], Some("value")),
    ("targets.csv", &["measure", "place", "year", "direction"], Some("value")),
    // People by age: their sum tells a reader enough.
    ("population.csv", &["place", "date", "sex"], None),
    ("area_population.csv", &["place", "date", "sex"], None),
    ("bands.csv", &["place", "date", "sex"], Some("total")),
];

/// Values that are new or others than before, in the order of the tables.
pub(super) fn changes(before: &Tables, after: &Tables, city: &Municipality) -> Vec<Change> {
    let mut changes = Vec::new();
    for (file, keys, value) in TABLES {
        let [old, new] = [before, after].map(|tables| tables.rows(file).unwrap_or_default());
        let of = |rows: &Rows, row: &[String]| match value {
            Some(column) => rows.cell(row, column).parse().ok(),
            None => Some(people(rows, row, keys)),
        };
        let key = |rows: &Rows, row: &[String]| -> Vec<String> {
            keys.iter().map(|key| rows.cell(row, key).to_owned()).collect()
        };
        let former: BTreeMap<Vec<String>, Option<f64>> =
            old.rows.iter().map(|row| (key(&old, row), of(&old, row))).collect();
        for row in &new.rows {
            let former = former.get(&key(&new, row)).copied().flatten();
            let now: Option<f64> = of(&new, row);
            if former == now {
                continue;
            }
            let words = |lang: Lang| words(city, (&new, row), file, lang);
            let shown = |value: Option<f64>, lang: Lang| {
                let unit = unit(city, new.cell(row, "measure"), lang);
                value.map(|value| number::with_unit(lang, value, &unit)).unwrap_or_default()
            };
            changes.push(Change {
                what: BOTH.map(words),
                before: BOTH.map(|lang| shown(former, lang)),
                after: BOTH.map(|lang| shown(now, lang)),
            });
        }
    }
    changes
}

const BOTH: [Lang; 2] = [Lang::Ja, Lang::En];

fn people(rows: &Rows, row: &[String], keys: &[&str]) -> f64 {
    let ages = rows.columns.iter().zip(row).filter(|(name, _)| !keys.contains(&name.as_str()));
    ages.filter_map(|(_, cell)| cell.parse::<f64>().ok()).sum()
}

fn unit(city: &Municipality, measure: &str, lang: Lang) -> String {
    match (city.measure(measure), lang) {
        (Some(measure), _) => measure.unit.get(lang).to_owned(),
        (None, Lang::Ja) => "人".into(),
        (None, Lang::En) => "people".into(),
    }
}

/// «緊急通報システム 携帯型 川崎市 令和元年度 (2019)».
fn words(city: &Municipality, (rows, row): (&Rows, &[String]), file: &str, lang: Lang) -> String {
    let cell = |column| rows.cell(row, column);
    let place = city.places.find(cell("place"));
    let place = place.map_or(cell("place"), |id| city.places.get(id).name.get(lang));
    let year = cell("year").parse().ok().map(|year| time::fiscal_year(lang, FiscalYear(year)));
    let when = || When::parse(cell("time")).or_else(|| When::parse(cell("date")));
    let when = year.or_else(|| when().map(|when| time::when(lang, when))).unwrap_or_default();
    let sex = match (Sex::find(cell("sex")), lang) {
        (Some(sex), _) => sex.label().get(lang),
        (None, Lang::Ja) if cell("sex") == "both" => "男女計",
        (None, Lang::En) if cell("sex") == "both" => "both sexes",
        (None, _) => "",
    };
    let measure = city.measure(cell("measure")).map(|measure| measure.label.get(lang));
    let what = match (measure, file, lang) {
        (Some(label), "targets.csv", Lang::Ja) => format!("目標：{label}"),
        (Some(label), "targets.csv", Lang::En) => format!("target: {label}"),
        (Some(label), ..) => label.to_owned(),
        (None, _, Lang::Ja) => "人口".into(),
        (None, _, Lang::En) => "population".into(),
    };
    let parts = [what.as_str(), place, &when, sex];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
