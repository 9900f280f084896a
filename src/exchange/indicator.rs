//! A planner's own indicator as a form fills it in: checked field by field, put into the tables as
//! an import would put it, read back for editing, taken out again.

mod fields;

use crate::exchange::settle::{headers, places};
use crate::exchange::tables::{Rows, Tables};
use crate::facts::Municipality;
use crate::facts::indicator::{Better, IndicatorDriver, IndicatorSpread, KEYS, OwnIndicator};
use crate::facts::observation::{Direction, Kind, TargetPlace};
use crate::facts::read::{
    INDICATOR_COLUMNS, OBSERVATION_COLUMNS, OWN_FIGURES, OWN_INDICATORS, TARGET_COLUMNS,
};
use crate::i18n::number;
use crate::sources::{Grade, SourceId};
use crate::units::{FiscalYear, When};
use fields::{Checked, checked};
pub use fields::{Field, Wrong};

const OBSERVATIONS: &str = "observations.csv";
const TARGETS: &str = "targets.csv";
const SOURCES: &str = "sources.csv";

/// The form's fields as they stand there.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Empty for a new one.
    pub key: String,
    /// Standing at the end of a year, and not counted over it.
    pub is_stock: bool,
    pub label: String,
    pub label_en: String,
    pub unit: String,
    pub unit_en: String,
    pub better: Better,
    pub driver: IndicatorDriver,
    pub spread: IndicatorSpread,
    pub change: String,
    pub unit_cost: String,
    pub budget: String,
    pub stops_in_pandemic: bool,
    /// Each fiscal year with what was counted; empty where nobody did.
    pub history: Vec<(i16, String)>,
    /// Where the history comes from, and whether it was counted.
    pub from: String,
    pub is_counted: bool,
    pub target: String,
    pub target_year: i16,
    pub is_at_least: bool,
}

impl Draft {
    /// An empty form: a field for each year of the history, a target for the plan's last.
    pub fn new(city: &Municipality) -> Self {
        let years = city.frame.history.iter().map(|year| (year.0, String::new()));
        Self {
            key: String::new(),
            is_stock: false,
            label: String::new(),
            label_en: String::new(),
            unit: String::new(),
            unit_en: String::new(),
            better: Better::More,
            driver: IndicatorDriver::Nothing,
            spread: IndicatorSpread::Nowhere,
            change: String::new(),
            unit_cost: String::new(),
            budget: String::new(),
            stops_in_pandemic: false,
            history: years.collect(),
            from: String::new(),
            is_counted: true,
            target: String::new(),
            target_year: city.frame.plan.last.0,
            is_at_least: true,
        }
    }

    /// The form of one that the tables have.
    pub fn of(city: &Municipality, indicator: &OwnIndicator) -> Self {
        let root = city.places.root();
        let key = indicator.measure.as_str();
        let given = |value: Option<f64>| value.map(number::as_given).unwrap_or_default();
        let mut draft = Self {
            key: key.to_owned(),
            is_stock: !indicator.is_count(),
            label: indicator.label.ja.clone(),
            label_en: indicator.label.en.clone(),
            unit: indicator.unit.ja.clone(),
            unit_en: indicator.unit.en.clone(),
            better: indicator.better,
            driver: indicator.driver,
            spread: indicator.spread,
            change: given(Some(indicator.change).filter(|change| *change != 0.0)),
            unit_cost: given(indicator.unit_cost),
            budget: given(indicator.budget),
            stops_in_pandemic: indicator.stops_in_pandemic,
            ..Self::new(city)
        };
        for seen in city.observed(key, root) {
            let When::FiscalYear(year) = seen.when else { continue };
            draft.is_counted = seen.provenance.grade != Grade::Assumed;
            if let SourceId::Own(at) = seen.provenance.source
                && let Some(source) = city.own_sources.get(usize::from(at))
                && source.key == key
            {
                let because = source.assumed.as_ref().map(|(because, _)| because);
                draft.from = because.unwrap_or(&source.title).ja.clone();
            }
            let value = number::as_given(seen.value);
            match draft.history.iter_mut().find(|(known, _)| *known == year.0) {
                Some((_, cell)) => *cell = value,
                None => draft.history.push((year.0, value)),
            }
        }
        draft.history.sort_by_key(|(year, _)| *year);
        let is_it = |target: &&crate::facts::observation::TargetFact| {
            target.measure.as_str() == key && target.place == TargetPlace::At(root)
        };
        if let Some(target) = city.targets.iter().find(is_it) {
            draft.target = number::as_given(target.value);
            draft.target_year = target.year.0;
            draft.is_at_least = target.direction == Direction::AtLeast;
        }
        draft
    }

    /// The tables with it, or all that is wrong with the form. It keeps its key for as long as it is
    /// counted the same way.
    pub fn put(&self, tables: &Tables, city: &Municipality) -> Result<Tables, Vec<Wrong>> {
        let checked = checked(self, city)?;
        let prefix = if self.is_stock { "own_stock" } else { "own_count" };
        let is_taken = |key: &&&str| city.indicators.iter().any(|of| of.measure.as_str() == **key);
        let kept = Some(self.key.as_str()).filter(|key| key.starts_with(prefix));
        let free = || KEYS.iter().filter(|key| key.starts_with(prefix)).find(|key| !is_taken(key));
        let key = kept.or_else(|| free().copied()).ok_or(vec![Wrong::NoRoom])?;
        let mut after = match kept {
            None if !self.key.is_empty() => without(tables, &self.key),
            _ => tables.clone(),
        };
        let place = city.places.code(city.places.root());
        // What stands there of wards, areas and single months stays: the form does not show it.
        let is_year = |row: &Rows, cells: &[String]| row.cell(cells, "time").starts_with("FY");
        drop_rows(&mut after, OBSERVATIONS, key, &|rows, row| {
            rows.cell(row, "place") == place && is_year(rows, row)
        });
        drop_rows(&mut after, TARGETS, key, &|rows, row| rows.cell(row, "place") == place);
        self.put_declaration(key, &checked, &mut after);
        self.put_history(key, &checked, city, &mut after);
        self.put_target(key, &checked, city, &mut after);
        self.put_source(key, &checked, city, &mut after);
        Ok(after)
    }

    fn put_declaration(&self, key: &str, checked: &Checked, tables: &mut Tables) {
        let mut head = headers();
        (head[0].1, head[4].1, head[5].1) = ("own_targets", "assumed", "own indicators");
        let mut rows =
            tables.rows(OWN_INDICATORS).unwrap_or_else(|| Rows::new(&head, &INDICATOR_COLUMNS));
        let given = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let (change, unit_cost) = (checked.change.to_string(), given(checked.unit_cost));
        let budget = given(checked.budget);
        let pandemic = if self.stops_in_pandemic { "yes" } else { "no" };
        let cells = [
            key,
            self.label.trim(),
            self.label_en.trim(),
            self.unit.trim(),
            self.unit_en.trim(),
            self.better.key(),
            self.driver.key(),
            self.spread.key(),
            &change,
            &unit_cost,
            &budget,
            pandemic,
        ];
        rows.put(&["measure"], cells.map(str::to_owned).to_vec());
        tables.set_rows(OWN_INDICATORS, &rows);
    }

    fn put_history(&self, key: &str, checked: &Checked, city: &Municipality, to: &mut Tables) {
        let mut rows =
            to.rows(OBSERVATIONS).unwrap_or_else(|| Rows::new(&headers(), &OBSERVATION_COLUMNS));
        let place = city.places.code(city.places.root());
        let kind = if self.is_counted { Kind::Actual } else { Kind::Estimate };
        for (year, value) in &checked.history {
            let (time, value) = (format!("FY{year}"), value.to_string());
            let cells = [key, place, &time, kind.key(), &value, "", key, self.grade(), "", ""];
            rows.put(&["measure", "place", "time"], cells.map(str::to_owned).to_vec());
        }
        to.set_rows(OBSERVATIONS, &rows);
    }

    fn put_target(&self, key: &str, checked: &Checked, city: &Municipality, to: &mut Tables) {
        let Some(target) = checked.target else { return };
        let mut rows = to.rows(TARGETS).unwrap_or_else(|| Rows::new(&headers(), &TARGET_COLUMNS));
        let place = city.places.code(city.places.root());
        let (year, value) = (self.target_year.to_string(), target.to_string());
        let direction = if self.is_at_least { "at_least" } else { "at_most" };
        let cells =
            [key, place, &year, direction, &value, "own", "yes", "own_targets", "assumed", "", ""];
        rows.rows.push(cells.map(str::to_owned).to_vec());
        to.set_rows(TARGETS, &rows);
    }

    /// Whoever counted is the source; what nobody counted is assumed, and says why.
    fn put_source(&self, key: &str, checked: &Checked, city: &Municipality, tables: &mut Tables) {
        let Some((newest, _)) = checked.history.last() else { return };
        let as_of = format!("FY{newest}");
        let mut rows = places::sources(tables);
        let (ja, en) = (city.name.ja.as_str(), city.name.en.as_str());
        let (from, label, label_en) = (self.from.trim(), self.label.trim(), self.label_en.trim());
        let cells = if self.is_counted {
            [key, ja, en, from, from, label, label_en, &as_of, "", "", ""]
        } else {
            [key, "", "", "", "", "", "", "", ja, from, from]
        };
        rows.put(&["source"], cells.map(str::to_owned).to_vec());
        tables.set_rows(SOURCES, &rows);
    }

    const fn grade(&self) -> &'static str {
        if self.is_counted { Grade::Observed.key() } else { Grade::Assumed.key() }
    }
}

/// The tables without one: its declaration, history, targets and source. Tables that held nothing
/// else are gone with it, so that the built-in ones are what they were.
pub fn without(tables: &Tables, key: &str) -> Tables {
    let mut after = tables.clone();
    for file in [OWN_INDICATORS, OBSERVATIONS, TARGETS, OWN_FIGURES, SOURCES] {
        drop_rows(&mut after, file, key, &|_, _| true);
    }
    after
}

/// Takes out those rows of an indicator that fit; a table that is empty then goes too.
fn drop_rows(tables: &mut Tables, file: &str, key: &str, fits: &dyn Fn(&Rows, &[String]) -> bool) {
    let Some(mut rows) = tables.rows(file) else { return };
    let column = if file == SOURCES { "source" } else { "measure" };
    let n_before = rows.rows.len();
    let all = std::mem::take(&mut rows.rows);
    let stays = |row: &Vec<String>| rows.cell(row, column) != key || !fits(&rows, row);
    rows.rows = all.into_iter().filter(stays).collect();
    if rows.rows.is_empty() {
        tables.remove(file);
    } else if rows.rows.len() < n_before {
        tables.set_rows(file, &rows);
    }
}

/// Years that a target can be set for.
pub fn target_years(city: &Municipality) -> impl Iterator<Item = FiscalYear> {
    city.frame.plan.first.through(city.frame.outlook_end)
}
