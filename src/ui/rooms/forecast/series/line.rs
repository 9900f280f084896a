//! The fan by fiscal year: history, bands, the median, and the line without measures.

use yew::AttrValue;

use super::Seen;
use crate::engine::bands::{P10, P50, P90};
use crate::measures::MeasureId;
use crate::ui::charts::fan::{FanLine, FanSeries};
use crate::ui::charts::format::Format;
use crate::ui::words;
use crate::units::FiscalYear;

/// Positions of the quarter quantiles in a band.
pub(super) const P25: usize = 2;
pub(super) const P75: usize = 4;

/// Measures shown in one chart, so that the parts stand beside their sum.
fn family(measure: MeasureId) -> Vec<MeasureId> {
    use MeasureId::{AlarmHome, AlarmPortable, AlarmTotal};
    let devices = [AlarmPortable, AlarmHome, AlarmTotal];
    if devices.contains(&measure) { devices.to_vec() } else { vec![measure] }
}

pub fn series(seen: &Seen<'_>) -> FanSeries {
    let (lang, spec) = (seen.lang, seen.measure.spec());
    let years = seen.years();
    let position = |year: FiscalYear| years.iter().position(|y| *y == year);
    let family = family(seen.measure);
    let shows_devices = family.len() > 1;
    let label = if shows_devices { words::DEVICES } else { spec.label }.get(lang);
    FanSeries {
        name: AttrValue::from(if shows_devices { "alarm_devices" } else { spec.key }),
        title: seen.title(label),
        unit: AttrValue::from(spec.unit.get(lang)),
        summary: seen.finding(),
        periods: years.iter().map(|year| seen.period(*year)).collect(),
        lines: family.iter().map(|measure| line(seen, *measure, &years)).collect(),
        focus: family.iter().position(|m| *m == seen.measure).unwrap_or(0),
        target: seen.target(position),
        plan: seen.plan(position),
        forecast_from: seen.forecast_from(),
        hold: None,
        value: seen.value(),
        recorded: Format::exact(lang, spec.unit, 0),
        lang,
    }
}

fn line(seen: &Seen<'_>, measure: MeasureId, years: &[FiscalYear]) -> FanLine {
    let plan = seen.city.facts.frame.plan.first;
    let of = |which: usize| -> Vec<f64> {
        let value = |year: &FiscalYear| {
            let band = seen.band(measure, *year).filter(|_| plan <= *year);
            band.map_or(f64::NAN, |band| f64::from(band[which]))
        };
        years.iter().map(value).collect()
    };
    let baseline = |year: &FiscalYear| {
        let at = i32::from(year.0);
        let band = seen.answer.and_then(|a| a.here_baseline(seen.place, measure.index(), at));
        band.filter(|_| plan <= *year).map_or(f64::NAN, |band| f64::from(band[P50]))
    };
    FanLine {
        label: AttrValue::from(measure.spec().label.get(seen.lang)),
        p10: of(P10),
        p25: of(P25),
        p50: of(P50),
        p75: of(P75),
        p90: of(P90),
        baseline: years.iter().map(baseline).collect(),
        history: seen.history(measure, seen.place_id()),
    }
}
