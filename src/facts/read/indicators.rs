//! `own_indicators.csv`: what a planner wants to follow besides what is built in.

use crate::facts::error::{FactError, Problem};
use crate::facts::indicator::{
    Better, IndicatorDriver, IndicatorSpread, KEYS, MOST_JOINING, MOST_PERCENT, OwnIndicator,
};
use crate::facts::observation::{MeasureFact, MeasureKey};
use crate::facts::read::Reading;
use crate::facts::read::bounds::Bounds;
use crate::facts::read::records::yes_or_no;
use crate::facts::table::Row;
use crate::i18n::Label;

/// The table of own indicators.
pub const OWN_INDICATORS: &str = "own_indicators.csv";

/// Its columns.
pub const COLUMNS: [&str; 12] = [
    "measure",
    "label_ja",
    "label_en",
    "unit_ja",
    "unit_en",
    "better",
    "driver",
    "spread",
    "change",
    "unit_cost",
    "budget",
    "pandemic",
];

impl Reading<'_> {
    /// Read before the observations, which name them.
    #[inline(never)]
    pub(super) fn read_indicators(&mut self) -> Vec<OwnIndicator> {
        let Some(table) = self.optional(OWN_INDICATORS) else { return Vec::new() };
        let checked = table.expect_columns(&COLUMNS);
        if self.keep(checked).is_none() {
            return Vec::new();
        }
        let own = self.own_sources.clone();
        let checked = table.provenance(&own);
        self.keep(checked);
        self.errors.extend(table.duplicates(&["measure"]));
        let mut found: Vec<OwnIndicator> = Vec::new();
        for row in table.rows() {
            let read = indicator(row);
            found.extend(self.keep(read));
        }
        for one in &found {
            let OwnIndicator { measure, label, unit, .. } = one.clone();
            self.bounds.insert(measure.0.clone(), Bounds::FromZero);
            self.measures.push(MeasureFact { key: measure, label, unit });
        }
        found
    }
}

fn indicator(row: Row<'_>) -> Result<OwnIndicator, FactError> {
    let key = row.required("measure")?;
    let unknown = || Problem::UnknownWord { text: key.into(), known: KEYS.join(", ") };
    if !KEYS.contains(&key) {
        return Err(row.error("measure", unknown()));
    }
    let not_negative = |column: &'static str| match row.optional_number(column)? {
        Some(yen) if yen < 0.0 => {
            Err(row.error(column, Problem::Negative { text: row.text(column).into() }))
        }
        yen => Ok(yen),
    };
    let change = row.optional_number("change")?.unwrap_or(0.0);
    let most = if key.starts_with("own_count") { MOST_PERCENT } else { MOST_JOINING };
    if !(-most <= change && change <= most) {
        let text = row.text("change").into();
        return Err(row.error("change", Problem::OutOfRange { text, least: -most, most }));
    }
    let driver =
        row.word("driver", IndicatorDriver::find, "none, elderly, alone, hours, ties, budget")?;
    let (unit_cost, budget) = (not_negative("unit_cost")?, not_negative("budget")?);
    if driver == IndicatorDriver::Budget {
        // What a budget buys is found by its price.
        row.required("budget")?;
        row.required("unit_cost")?;
    }
    Ok(OwnIndicator {
        measure: MeasureKey(key.to_owned()),
        label: Label::new(row.required("label_ja")?, row.text("label_en")),
        unit: Label::new(row.required("unit_ja")?, row.text("unit_en")),
        better: row.word("better", Better::find, "more, less, neither")?,
        driver,
        spread: row.word("spread", IndicatorSpread::find, "none, elderly, alone")?,
        change,
        unit_cost,
        budget,
        stops_in_pandemic: row.word("pandemic", yes_or_no, "yes, no")?,
    })
}
