//! The entries of the file, one type a list, and how each is read. What is at its default is not
//! written.

use serde::{Deserialize, Serialize};

use super::DocumentError;
use super::own::{Decision, Edition, OwnFigure, OwnTarget, TargetSwitch};
use crate::assumptions::{AssumptionId, RETIRED};
use crate::engine::chance::Sense;
use crate::engine::draw::Range;
use crate::facts::fingerprint::edition_code;
use crate::levers::{LeverError, LeverId, Setting};
use crate::measures::MeasureId;
use crate::shocks::{Fired, Script, ShockId};
use crate::units::When;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeverEntry {
    lever: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    value: f64,
    #[serde(default)]
    start: u16,
    #[serde(default)]
    ramp: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssumptionEntry {
    assumption: String,
    p10: f64,
    p50: f64,
    p90: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShockEntry {
    shock: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    start: u16,
    #[serde(default)]
    months: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    severity: Option<f64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteEntry {
    lever: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceNoteEntry {
    place: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SwitchEntry {
    measure: String,
    year: i16,
    on: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetEntry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    measure: String,
    year: i16,
    /// `at_least` or `at_most`.
    direction: String,
    value: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionEntry {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    when: String,
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    why: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureEntry {
    place: String,
    measure: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    when: String,
    value: f64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    entered: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditionEntry {
    model: String,
    /// As it is shown: sixteen digits in groups of four.
    data: String,
    defaults: u32,
}

impl LeverEntry {
    pub(super) fn of(setting: &Setting) -> Self {
        Self {
            lever: setting.lever.spec().key.to_owned(),
            place: setting.place.clone(),
            value: setting.value,
            start: setting.start_month,
            ramp: setting.ramp_months,
        }
    }

    pub(super) fn read(self) -> Result<Setting, DocumentError> {
        let Self { lever, place, value, start, ramp } = self;
        let lever = lever_of(lever)?;
        Ok(Setting { lever, place, value, start_month: start, ramp_months: ramp })
    }
}

fn lever_of(key: String) -> Result<LeverId, DocumentError> {
    LeverId::find(&key).ok_or(DocumentError::Lever(LeverError::UnknownKey { key }))
}

fn measure_of(key: String) -> Result<MeasureId, DocumentError> {
    MeasureId::find(&key).ok_or(DocumentError::UnknownMeasure { key })
}

impl AssumptionEntry {
    pub(super) fn is_used(&self) -> bool {
        !RETIRED.contains(&self.assumption.as_str())
    }

    pub(super) fn of((id, range): &(AssumptionId, Range)) -> Self {
        let Range { p10, p50, p90 } = *range;
        Self { assumption: id.spec().key.to_owned(), p10, p50, p90 }
    }

    pub(super) fn read(self) -> Result<(AssumptionId, Range), DocumentError> {
        let Self { assumption: key, p10, p50, p90 } = self;
        let Some(id) = AssumptionId::find(&key) else {
            return Err(DocumentError::UnknownAssumption { key });
        };
        let spec = id.spec();
        // Written so that NaN falls on the error side.
        if spec.low <= p10 && p10 <= p50 && p50 <= p90 && p90 <= spec.high {
            Ok((id, Range { p10, p50, p90 }))
        } else {
            Err(DocumentError::BadRange { key })
        }
    }
}

impl ShockEntry {
    pub(super) fn of(fired: &Fired) -> Self {
        Self {
            shock: fired.shock.spec().key.to_owned(),
            place: fired.place.clone(),
            start: fired.start_month,
            months: fired.months,
            severity: fired.severity,
        }
    }

    pub(super) fn read_into(self, script: &Script) -> Result<Script, DocumentError> {
        let Self { shock: key, place, start, months, severity } = self;
        let Some(shock) = ShockId::find(&key) else {
            return Err(DocumentError::UnknownShock { key });
        };
        let fired = Fired { shock, place, start_month: start, months, severity };
        script.with(fired).map_err(DocumentError::Shock)
    }
}

impl NoteEntry {
    pub(super) fn of((lever, text): (&LeverId, &String)) -> Self {
        Self { lever: lever.spec().key.to_owned(), text: text.clone() }
    }

    pub(super) fn read(self) -> Result<(LeverId, String), DocumentError> {
        Ok((lever_of(self.lever)?, self.text))
    }
}

impl PlaceNoteEntry {
    pub(super) fn of((place, text): (&String, &String)) -> Self {
        Self { place: place.clone(), text: text.clone() }
    }

    pub(super) fn read(self) -> (String, String) {
        (self.place, self.text)
    }
}

impl SwitchEntry {
    pub(super) fn of(switch: &TargetSwitch) -> Self {
        let TargetSwitch { measure, fiscal_year, is_on } = *switch;
        Self { measure: measure.spec().key.to_owned(), year: fiscal_year, on: is_on }
    }

    pub(super) fn read(self) -> Result<TargetSwitch, DocumentError> {
        let measure = measure_of(self.measure)?;
        Ok(TargetSwitch { measure, fiscal_year: self.year, is_on: self.on })
    }
}

impl TargetEntry {
    pub(super) fn of(target: &OwnTarget) -> Self {
        let direction = match target.sense {
            Sense::AtLeast => "at_least",
            Sense::AtMost => "at_most",
        };
        Self {
            place: target.place.clone(),
            measure: target.measure.spec().key.to_owned(),
            year: target.fiscal_year,
            direction: direction.to_owned(),
            value: target.value,
        }
    }

    pub(super) fn read(self) -> Result<OwnTarget, DocumentError> {
        let sense = match self.direction.as_str() {
            "at_least" => Sense::AtLeast,
            "at_most" => Sense::AtMost,
            _ => return Err(DocumentError::Field { what: self.direction }),
        };
        let (measure, fiscal_year) = (measure_of(self.measure)?, self.year);
        Ok(OwnTarget { place: self.place, measure, fiscal_year, sense, value: self.value })
    }
}

impl DecisionEntry {
    pub(super) fn of(decision: &Decision) -> Self {
        let Decision { when, what, why } = decision.clone();
        Self { when, what, why }
    }

    pub(super) fn read(self) -> Decision {
        let Self { when, what, why } = self;
        Decision { when, what, why }
    }
}

impl FigureEntry {
    pub(super) fn of(figure: &OwnFigure) -> Self {
        let OwnFigure { place, measure, when, value, note, by, entered } = figure.clone();
        Self { place, measure, when, value, note, by, entered }
    }

    pub(super) fn read(self) -> Result<OwnFigure, DocumentError> {
        let Self { place, measure, when, value, note, by, entered } = self;
        if When::parse(&when).is_none() {
            return Err(DocumentError::Field { what: when });
        }
        Ok(OwnFigure { place, measure, when, value, note, by, entered })
    }
}

impl EditionEntry {
    pub(super) fn of(edition: &Edition) -> Self {
        let Edition { model, data, defaults } = edition;
        Self { model: model.clone(), data: edition_code(*data), defaults: *defaults }
    }

    pub(super) fn read(self) -> Result<Edition, DocumentError> {
        let Self { model, data, defaults } = self;
        let digits: String = data.split('-').collect();
        match u64::from_str_radix(&digits, 16) {
            Ok(data) => Ok(Edition { model, data, defaults }),
            Err(_) => Err(DocumentError::Field { what: data }),
        }
    }
}
