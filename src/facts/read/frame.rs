//! `municipality.csv`: names and years; `sources.csv` and `measures.csv`: what others refer to.

use std::collections::btree_map::Entry;
use std::rc::Rc;

use crate::facts::error::{FactError, FileProblem, Problem};
use crate::facts::frame::{PlanFrame, Years};
use crate::facts::observation::{MeasureFact, MeasureKey};
use crate::facts::read::Reading;
use crate::facts::read::bounds::Bounds;
use crate::facts::table::{Row, Table};
use crate::i18n::Label;
use crate::sources::{OwnSource, SourceId};
use crate::units::FiscalYear;

/// What `municipality.csv` says.
pub(super) struct Head {
    pub(super) code: String,
    pub(super) name: Label,
    pub(super) frame: PlanFrame,
    /// The name of the seed the illustrative split grows from.
    pub(super) split_seed: String,
}

/// The earliest fiscal year a history may begin with.
const FIRST_YEAR: i16 = 2000;

const KEYS: [&str; 14] = [
    "code",
    "name_ja",
    "name_en",
    "plan_ja",
    "plan_en",
    "history_first",
    "history_last",
    "plan_first",
    "plan_last",
    "outlook_end",
    "base_year",
    "population_end",
    "split_seed",
    "ward_meetings_first",
];

/// A source of one's own, a row each.
pub const SOURCE_COLUMNS: [&str; 11] = [
    "source",
    "publisher_ja",
    "publisher_en",
    "title_ja",
    "title_en",
    "table_ja",
    "table_en",
    "as_of",
    "assumed_by",
    "because_ja",
    "because_en",
];

impl Reading<'_> {
    #[inline(never)]
    pub(super) fn read_head(&mut self) -> Option<Head> {
        let table = self.required("municipality.csv")?;
        let checked = table.expect_columns(&["key", "value"]);
        self.keep(checked)?;
        let own = self.own_sources.clone();
        let checked = table.provenance(&own);
        self.keep(checked)?;
        self.errors.extend(table.duplicates(&["key"]));
        for row in table.rows() {
            if !KEYS.contains(&row.text("key")) {
                let problem =
                    Problem::UnknownWord { text: row.text("key").into(), known: KEYS.join(", ") };
                self.errors.push(row.error("key", problem));
            }
        }
        let head = head(&table);
        self.keep(head)
    }

    #[inline(never)]
    pub(super) fn read_own_sources(&mut self) {
        let Some(table) = self.optional("sources.csv") else { return };
        let mut columns = SOURCE_COLUMNS.to_vec();
        if has_former_columns(&table) {
            columns[5] = "table";
            columns.remove(6);
        }
        let checked = table.expect_columns(&columns);
        if self.keep(checked).is_none() {
            return;
        }
        self.errors.extend(table.duplicates(&["source"]));
        for row in table.rows() {
            let key = row.text("source");
            if SourceId::find(key).is_some() {
                self.errors.push(row.error("source", Problem::TakenSource { key: key.into() }));
                continue;
            }
            let source = own_source(row);
            let source = self.keep(source);
            Rc::make_mut(&mut self.own_sources).extend(source);
        }
    }

    /// The names of measures: the built-in ones, and a municipality's own.
    #[inline(never)]
    pub(super) fn read_measures(&mut self) {
        let tables =
            [(self.embedded("measures.csv"), false), (self.optional("measures.csv"), true)];
        for (table, is_own) in tables {
            let Some(table) = table else { continue };
            let columns = ["measure", "label_ja", "label_en", "unit_ja", "unit_en"];
            let checked = table.expect_columns(&columns);
            if self.keep(checked).is_none() {
                continue;
            }
            self.errors.extend(table.duplicates(&["measure"]));
            for row in table.rows() {
                let measure = measure(row);
                let Some(measure) = self.keep(measure) else { continue };
                // What a built-in name counts stays the same under another label.
                let key = measure.key.0.clone();
                match self.bounds.entry(key) {
                    Entry::Occupied(_) => self.measures.retain(|other| other.key != measure.key),
                    Entry::Vacant(free) => {
                        let bounds =
                            if is_own { Bounds::Free } else { Bounds::of(&measure.unit.ja) };
                        free.insert(bounds);
                    }
                }
                self.measures.push(measure);
            }
        }
    }
}

fn head(table: &Table) -> Result<Head, FactError> {
    let row = |key: &str| table.rows().find(|row| row.text("key") == key);
    let text = |key: &'static str| match row(key) {
        Some(row) => row.required("value").map(str::to_owned),
        None => Err(FactError::new(&table.file, FileProblem::MissingRow { what: key.into() })),
    };
    let optional = |key: &str| row(key).map(|row| row.text("value").to_owned()).unwrap_or_default();
    let year = |key: &'static str| -> Result<i16, FactError> {
        let missing = FileProblem::MissingRow { what: key.into() };
        row(key).ok_or_else(|| FactError::new(&table.file, missing))?.year("value")
    };
    let fiscal = |key| year(key).map(FiscalYear);
    let frame = PlanFrame {
        plan_name: Label::new(text("plan_ja")?, optional("plan_en")),
        history: Years { first: fiscal("history_first")?, last: fiscal("history_last")? },
        plan: Years { first: fiscal("plan_first")?, last: fiscal("plan_last")? },
        outlook_end: fiscal("outlook_end")?,
        base_year: year("base_year")?,
        population_end: year("population_end")?,
        ward_meetings_first: match row("ward_meetings_first") {
            Some(_) => Some(fiscal("ward_meetings_first")?),
            None => None,
        },
    };
    let is_ordered = frame.history.first <= frame.history.last
        && frame.history.last.next() == frame.plan.first
        && frame.plan.first <= frame.plan.last
        && frame.plan.last <= frame.outlook_end
        && frame.outlook_end.0 <= frame.population_end
        && frame.base_year <= frame.population_end;
    if !is_ordered {
        return Err(FactError::new(&table.file, FileProblem::YearsOutOfOrder));
    }
    // Runs count months from April 2000.
    if frame.history.first < FiscalYear(FIRST_YEAR) {
        return Err(match row("history_first") {
            Some(row) => row.error("value", FileProblem::HistoryTooOld.into()),
            None => FactError::new(&table.file, FileProblem::HistoryTooOld),
        });
    }
    let code = text("code")?;
    let split_seed = Some(optional("split_seed")).filter(|seed| !seed.is_empty());
    Ok(Head {
        name: Label::new(text("name_ja")?, optional("name_en")),
        frame,
        split_seed: split_seed.unwrap_or_else(|| code.clone()),
        code,
    })
}

/// Whether a `sources.csv` was made before the table's name was in two languages.
fn has_former_columns(table: &Table) -> bool {
    table.columns().iter().any(|column| column == "table")
}

fn own_source(row: Row<'_>) -> Result<OwnSource, FactError> {
    let text = |column| row.text(column).to_owned();
    let assumed_by = text("assumed_by");
    let assumed = if assumed_by.is_empty() {
        row.required("publisher_ja")?;
        row.required("title_ja")?;
        row.required("as_of")?;
        None
    } else {
        row.required("because_ja")?;
        Some((Label::new(text("because_ja"), text("because_en")), assumed_by))
    };
    let table = match has_former_columns(row.table) {
        true => Label::new(text("table"), ""),
        false => Label::new(text("table_ja"), text("table_en")),
    };
    Ok(OwnSource {
        key: row.required("source")?.to_owned(),
        publisher: Label::new(text("publisher_ja"), text("publisher_en")),
        title: Label::new(text("title_ja"), text("title_en")),
        table,
        as_of: text("as_of"),
        assumed,
    })
}

fn measure(row: Row<'_>) -> Result<MeasureFact, FactError> {
    Ok(MeasureFact {
        key: MeasureKey(row.required("measure")?.to_owned()),
        label: Label::new(row.required("label_ja")?, row.text("label_en")),
        unit: Label::new(row.required("unit_ja")?, row.text("unit_en")),
    })
}
