//! The entries of the file, one a list, and how each is written and read. What is at its default
//! is not written.

use super::DocumentError;
use super::document::put_text;
use super::json::{Fields, Json, bad};
use super::own::{Decision, Edition, OwnFigure, OwnTarget, TargetSwitch};
use crate::assumptions::{AssumptionId, RETIRED};
use crate::engine::chance::Sense;
use crate::engine::draw::Range;
use crate::engine::rule::Rule;
use crate::facts::fingerprint::edition_code;
use crate::levers::{LeverError, LeverId, Setting};
use crate::measures::MeasureId;
use crate::shocks::{Fired, ShockId};
use crate::units::When;

pub(super) fn lever(setting: &Setting) -> Json {
    let mut fields = vec![("lever", Json::text(setting.lever.spec().key))];
    put_text(&mut fields, "place", &setting.place);
    fields.push(("value", Json::number(setting.value)));
    fields.push(("start", Json::number(setting.start_month)));
    fields.push(("ramp", Json::number(setting.ramp_months)));
    Json::of(fields)
}

pub(super) fn read_lever(fields: &mut Fields) -> Result<Setting, DocumentError> {
    let mut months = |key| Ok(fields.whole_if(key, u16::MAX.into())?.unwrap_or(0) as u16);
    let (start_month, ramp_months) = (months("start")?, months("ramp")?);
    let lever = lever_of(fields)?;
    let (place, value) = (fields.text_if("place")?, fields.number("value")?);
    Ok(Setting { lever, place, value, start_month, ramp_months })
}

fn lever_of(fields: &mut Fields) -> Result<LeverId, DocumentError> {
    let key = fields.text("lever")?;
    LeverId::find(&key).ok_or(DocumentError::Lever(LeverError::UnknownKey { key }))
}

fn measure_of(fields: &mut Fields) -> Result<MeasureId, DocumentError> {
    let key = fields.text("measure")?;
    MeasureId::find(&key).ok_or(DocumentError::UnknownMeasure { key })
}

pub(super) fn assumption((id, range): &(AssumptionId, Range)) -> Json {
    Json::of(vec![
        ("assumption", Json::text(id.spec().key)),
        ("p10", Json::number(range.p10)),
        ("p50", Json::number(range.p50)),
        ("p90", Json::number(range.p90)),
    ])
}

/// A range; nothing where the assumption was taken out since.
pub(super) fn read_assumption(
    fields: &mut Fields,
) -> Result<Option<(AssumptionId, Range)>, DocumentError> {
    let key = fields.text("assumption")?;
    let (p10, p50, p90) = (fields.number("p10")?, fields.number("p50")?, fields.number("p90")?);
    if RETIRED.contains(&key.as_str()) {
        return Ok(None);
    }
    let Some(id) = AssumptionId::find(&key) else {
        return Err(DocumentError::UnknownAssumption { key });
    };
    let spec = id.spec();
    // Written so that NaN falls on the error side.
    if spec.low <= p10 && p10 <= p50 && p50 <= p90 && p90 <= spec.high {
        Ok(Some((id, Range { p10, p50, p90 })))
    } else {
        Err(DocumentError::BadRange { key })
    }
}

pub(super) fn shock(fired: &Fired) -> Json {
    let mut fields = vec![("shock", Json::text(fired.shock.spec().key))];
    put_text(&mut fields, "place", &fired.place);
    fields.push(("start", Json::number(fired.start_month)));
    fields.push(("months", Json::number(fired.months)));
    if let Some(severity) = fired.severity {
        fields.push(("severity", Json::number(severity)));
    }
    Json::of(fields)
}

pub(super) fn read_shock(fields: &mut Fields) -> Result<Fired, DocumentError> {
    let key = fields.text("shock")?;
    let shock = ShockId::find(&key).ok_or(DocumentError::UnknownShock { key })?;
    Ok(Fired {
        shock,
        place: fields.text_if("place")?,
        start_month: fields.whole("start", u16::MAX.into())? as u16,
        months: fields.whole_if("months", u16::MAX.into())?.unwrap_or(0) as u16,
        severity: fields.number_if("severity")?,
    })
}

pub(super) fn note((lever, text): (&LeverId, &String)) -> Json {
    Json::of(vec![("lever", Json::text(lever.spec().key)), ("text", Json::text(text))])
}

pub(super) fn read_note(fields: &mut Fields) -> Result<(LeverId, String), DocumentError> {
    Ok((lever_of(fields)?, fields.text("text")?))
}

pub(super) fn place_note((place, text): (&String, &String)) -> Json {
    Json::of(vec![("place", Json::text(place)), ("text", Json::text(text))])
}

pub(super) fn read_place_note(fields: &mut Fields) -> Result<(String, String), DocumentError> {
    Ok((fields.text("place")?, fields.text("text")?))
}

pub(super) fn switch(switch: &TargetSwitch) -> Json {
    Json::of(vec![
        ("measure", Json::text(switch.measure.spec().key)),
        ("year", Json::number(switch.fiscal_year)),
        ("on", Json::Bool(switch.is_on)),
    ])
}

pub(super) fn read_switch(fields: &mut Fields) -> Result<TargetSwitch, DocumentError> {
    let measure = measure_of(fields)?;
    Ok(TargetSwitch { measure, fiscal_year: fields.year("year")?, is_on: fields.bool("on")? })
}

pub(super) fn target(target: &OwnTarget) -> Json {
    let direction = match target.sense {
        Sense::AtLeast => "at_least",
        Sense::AtMost => "at_most",
    };
    let mut fields = Vec::new();
    put_text(&mut fields, "place", &target.place);
    fields.extend([
        ("measure", Json::text(target.measure.spec().key)),
        ("year", Json::number(target.fiscal_year)),
        ("direction", Json::text(direction)),
        ("value", Json::number(target.value)),
    ]);
    Json::of(fields)
}

pub(super) fn read_target(fields: &mut Fields) -> Result<OwnTarget, DocumentError> {
    let direction = fields.text("direction")?;
    let sense = match direction.as_str() {
        "at_least" => Sense::AtLeast,
        "at_most" => Sense::AtMost,
        _ => return Err(bad(&direction)),
    };
    let (measure, fiscal_year) = (measure_of(fields)?, fields.year("year")?);
    let place = fields.text_if("place")?;
    Ok(OwnTarget { place, measure, fiscal_year, sense, value: fields.number("value")? })
}

/// How targets are asked of places; a document that says nothing shares them out by people.
pub(super) fn read_rule(fields: &mut Fields) -> Result<Rule, DocumentError> {
    let key = fields.text_if("area_rule")?;
    let said = Some(key.as_str()).filter(|key| !key.is_empty());
    said.map_or(Ok(Rule::default()), |key| Rule::find(key).ok_or_else(|| bad(key)))
}

pub(super) fn decision(decision: &Decision) -> Json {
    let mut fields = Vec::new();
    put_text(&mut fields, "when", &decision.when);
    fields.push(("what", Json::text(&decision.what)));
    put_text(&mut fields, "why", &decision.why);
    Json::of(fields)
}

pub(super) fn read_decision(fields: &mut Fields) -> Result<Decision, DocumentError> {
    let (when, what) = (fields.text_if("when")?, fields.text("what")?);
    Ok(Decision { when, what, why: fields.text_if("why")? })
}

pub(super) fn figure(figure: &OwnFigure) -> Json {
    let mut fields =
        vec![("place", Json::text(&figure.place)), ("measure", Json::text(&figure.measure))];
    put_text(&mut fields, "when", &figure.when);
    fields.push(("value", Json::number(figure.value)));
    put_text(&mut fields, "note", &figure.note);
    put_text(&mut fields, "by", &figure.by);
    put_text(&mut fields, "entered", &figure.entered);
    Json::of(fields)
}

pub(super) fn read_figure(fields: &mut Fields) -> Result<OwnFigure, DocumentError> {
    let when = fields.text_if("when")?;
    if When::parse(&when).is_none() {
        return Err(bad(&when));
    }
    Ok(OwnFigure {
        place: fields.text("place")?,
        measure: fields.text("measure")?,
        when,
        value: fields.number("value")?,
        note: fields.text_if("note")?,
        by: fields.text_if("by")?,
        entered: fields.text_if("entered")?,
    })
}

pub(super) fn edition(edition: &Edition) -> Json {
    Json::of(vec![
        ("model", Json::text(&edition.model)),
        ("data", Json::text(&edition_code(edition.data))),
        ("defaults", Json::number(edition.defaults)),
    ])
}

pub(super) fn read_edition(json: Json) -> Result<Edition, DocumentError> {
    let mut fields = Fields::of(json)?;
    let (model, data) = (fields.text("model")?, fields.text("data")?);
    let defaults = fields.whole("defaults", u32::MAX)?;
    fields.end()?;
    let digits: String = data.split('-').collect();
    match u64::from_str_radix(&digits, 16) {
        Ok(data) => Ok(Edition { model, data, defaults }),
        Err(_) => Err(bad(&data)),
    }
}
