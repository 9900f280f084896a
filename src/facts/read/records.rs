//! Observations, targets and peers: one dated figure a row, each with its own source and grade.

use crate::facts::error::{FactError, Problem};
use crate::facts::frame::PlanFrame;
use crate::facts::observation::{
    Direction, Kind, MeasureKey, Observation, Origin, Peer, TargetFact, TargetPlace,
};
use crate::facts::read::Reading;
use crate::facts::table::{Row, Table};
use crate::i18n::Label;
use crate::places::Places;
use crate::sources::Provenance;
use crate::units::{FiscalYear, When};

pub const OBSERVATIONS: [&str; 10] = [
    "measure", "place", "time", "kind", "value", "error_sd", "source", "grade", "note_ja",
    "note_en",
];
pub const TARGETS: [&str; 11] = [
    "measure",
    "place",
    "year",
    "direction",
    "value",
    "origin",
    "on",
    "source",
    "grade",
    "note_ja",
    "note_en",
];
const PEERS: [&str; 10] = [
    "measure", "place_ja", "place_en", "time", "kind", "value", "source", "grade", "note_ja",
    "note_en",
];
const KINDS: &str = "actual, estimate, about, over, rule, plan, computed, projection";

/// The cells that all three kinds of row share.
struct Common {
    measure: MeasureKey,
    value: f64,
    provenance: Provenance,
    note: Label,
}

impl Reading<'_> {
    #[inline(never)]
    pub(super) fn read_observations(&mut self, places: &Places) -> Vec<Observation> {
        let Some(table) = self.optional("observations.csv") else { return Vec::new() };
        if !self.check_records(&table, &OBSERVATIONS, &["measure", "place", "time"]) {
            return Vec::new();
        }
        let mut found: Vec<(u32, Observation)> = Vec::new();
        for row in table.rows() {
            let place = self.place(places, &table, row.text("place"), row.line());
            let read = self.common(row).and_then(|common| {
                let place = places.find(row.text("place")).unwrap_or_else(|| places.root());
                Ok(Observation {
                    place,
                    when: when(row)?,
                    kind: row.word("kind", Kind::find, KINDS)?,
                    error_sd: error_sd(row)?,
                    measure: common.measure,
                    value: common.value,
                    provenance: common.provenance,
                    note: common.note,
                })
            });
            let read = self.keep(read).filter(|_| place.is_some());
            found.extend(read.map(|read| (row.line(), read)));
        }
        self.put_own_figures(places, &mut found);
        self.compare_counts(places, &found);
        found.into_iter().map(|(_, seen)| seen).collect()
    }

    #[inline(never)]
    pub(super) fn read_targets(&mut self, places: &Places, frame: &PlanFrame) -> Vec<TargetFact> {
        let Some(table) = self.optional("targets.csv") else { return Vec::new() };
        if !self.check_records(&table, &TARGETS, &["measure", "place", "year", "direction"]) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for row in table.rows() {
            let read = self.target(row, places, frame);
            found.extend(self.keep(read));
        }
        found
    }

    /// The figures of others: the built-in ones, then a municipality's own.
    #[inline(never)]
    pub(super) fn read_peers(&mut self) -> Vec<Peer> {
        let mut found = Vec::new();
        for table in [self.embedded("peers.csv"), self.optional("peers.csv")] {
            let Some(table) = table else { continue };
            let keys = ["measure", "place_ja", "time", "kind", "note_ja"];
            if !self.check_records(&table, &PEERS, &keys) {
                continue;
            }
            for row in table.rows() {
                let read = self.common(row).and_then(|common| {
                    Ok(Peer {
                        place: Label::new(row.required("place_ja")?, row.text("place_en")),
                        when: when(row)?,
                        kind: row.word("kind", Kind::find, KINDS)?,
                        measure: common.measure,
                        value: common.value,
                        provenance: common.provenance,
                        note: common.note,
                    })
                });
                found.extend(self.keep(read));
            }
        }
        found
    }

    fn check_records(&mut self, table: &Table, columns: &[&str], keys: &[&str]) -> bool {
        let checked = table.expect_columns(columns);
        if self.keep(checked).is_none() {
            return false;
        }
        self.errors.extend(table.duplicates(keys));
        true
    }

    fn common(&self, row: Row<'_>) -> Result<Common, FactError> {
        let key = row.required("measure")?;
        let Some(bounds) = self.bounds.get(key) else {
            return Err(row.error("measure", Problem::UnknownMeasure { key: key.into() }));
        };
        let value = row.number("value")?;
        bounds.check(row, value)?;
        Ok(Common {
            measure: MeasureKey(key.to_owned()),
            value,
            provenance: row.provenance(&self.own_sources)?,
            note: row.note(),
        })
    }

    fn target(
        &self,
        row: Row<'_>,
        places: &Places,
        frame: &PlanFrame,
    ) -> Result<TargetFact, FactError> {
        let common = self.common(row)?;
        let code = row.required("place")?;
        let unknown = || row.error("place", Problem::UnknownPlace { code: code.into() });
        let place = match code {
            "each_ward" => TargetPlace::EachWard,
            "each_area" => TargetPlace::EachArea,
            "each_centre" => TargetPlace::EachCentre,
            code => TargetPlace::At(places.find(code).ok_or_else(unknown)?),
        };
        let year = row.year("year")?;
        let (first, last) = (frame.plan.first.0, frame.outlook_end.0);
        if !(first..=last).contains(&year) {
            return Err(row.error("year", Problem::YearOutside { year, first, last }));
        }
        Ok(TargetFact {
            place,
            year: FiscalYear(year),
            direction: row.word("direction", direction, "at_least, at_most")?,
            origin: row.word("origin", origin, "plan, own, illustrative")?,
            is_on: row.word("on", yes_or_no, "yes, no")?,
            measure: common.measure,
            value: common.value,
            provenance: common.provenance,
            note: common.note,
        })
    }
}

pub(super) fn when(row: Row<'_>) -> Result<When, FactError> {
    let text = row.text("time");
    When::parse(text).ok_or_else(|| row.error("time", Problem::NotATime { text: text.into() }))
}

fn error_sd(row: Row<'_>) -> Result<Option<f64>, FactError> {
    let sd = row.optional_number("error_sd")?;
    let text = || row.text("error_sd").to_owned();
    match sd {
        Some(sd) if sd < 0.0 => Err(row.error("error_sd", Problem::Negative { text: text() })),
        sd => Ok(sd),
    }
}

fn direction(key: &str) -> Option<Direction> {
    match key {
        "at_least" => Some(Direction::AtLeast),
        "at_most" => Some(Direction::AtMost),
        _ => None,
    }
}

fn origin(key: &str) -> Option<Origin> {
    match key {
        "plan" => Some(Origin::Plan),
        "own" => Some(Origin::Own),
        "illustrative" => Some(Origin::Illustrative),
        _ => None,
    }
}

pub(super) fn yes_or_no(key: &str) -> Option<bool> {
    match key {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
