//! From the newest answer to the chart's series: history, bands, the median moved by what the
//! quick draws say, and the line without measures.

use yew::AttrValue;

use super::super::super::charts::fan::{Dot, DotKind, FanLine, FanSeries, PlanShade};
use super::super::super::charts::format::Format;
use super::super::super::charts::scale::Period;
use super::super::super::state::AppState;
use super::super::super::words;
use crate::engine::bands::{P10, P50, P90};
use crate::facts::observation::Kind;
use crate::i18n::time;
use crate::measures::MeasureId;
use crate::protocol::Band;
use crate::units::FiscalYear;
use crate::worker::desk::City;

/// Positions of the quarter quantiles in a band.
const P25: usize = 2;
const P75: usize = 4;

/// Measures shown in one chart, so that the parts stand beside their sum.
fn family(measure: MeasureId) -> Vec<MeasureId> {
    use MeasureId::{AlarmHome, AlarmPortable, AlarmTotal};
    let devices = [AlarmPortable, AlarmHome, AlarmTotal];
    if devices.contains(&measure) { devices.to_vec() } else { vec![measure] }
}

pub(super) fn series(city: &City, state: &AppState, shift: Option<&[f32]>) -> FanSeries {
    let (lang, spec) = (state.lang, state.measure.spec());
    let frame = &city.facts.frame;
    let years: Vec<FiscalYear> = frame.window().iter().collect();
    let position = |year: FiscalYear| years.iter().position(|y| *y == year);
    let family = family(state.measure);
    let lines = family.iter().map(|m| line(city, state, *m, &years, shift)).collect();
    let shows_devices = family.len() > 1;
    FanSeries {
        name: AttrValue::from(if shows_devices { "alarm_devices" } else { spec.key }),
        title: AttrValue::from(if shows_devices {
            words::DEVICES.get(lang)
        } else {
            spec.label.get(lang)
        }),
        unit: AttrValue::from(spec.unit.get(lang)),
        summary: AttrValue::from(summary(city, state)),
        periods: years.iter().map(|year| period(*year, state)).collect(),
        lines,
        focus: family.iter().position(|m| *m == state.measure).unwrap_or(0),
        target: None,
        plan: position(frame.plan.first).zip(position(frame.plan.last)).map(|(from, to)| {
            PlanShade { from, to, label: AttrValue::from(frame.plan_name.get(lang).to_owned()) }
        }),
        forecast_from: position(frame.plan.first),
        hold: None,
        value: Format::rounded(lang, spec.unit),
        recorded: Format::exact(lang, spec.unit, 0),
        lang,
    }
}

fn period(year: FiscalYear, state: &AppState) -> Period {
    Period {
        at: f64::from(year.0),
        long: AttrValue::from(time::fiscal_year(state.lang, year)),
        short: AttrValue::from(time::fiscal_year_short(state.lang, year)),
    }
}

fn line(
    city: &City,
    state: &AppState,
    measure: MeasureId,
    years: &[FiscalYear],
    shift: Option<&[f32]>,
) -> FanLine {
    let answer = state.answer.as_deref();
    let moved = |year: &FiscalYear| {
        let since = i32::from(year.0) - answer.map_or(0, |a| a.first_year);
        let n_years = answer.map_or(0, |a| a.n_years as usize);
        let at = measure.index() * n_years + usize::try_from(since).unwrap_or(0);
        f64::from(shift.and_then(|shift| shift.get(at)).copied().unwrap_or(0.0))
    };
    let plan = city.facts.frame.plan.first;
    let is_forecast = |year: &&FiscalYear| plan <= **year;
    let of = |which: usize| -> Vec<f64> {
        let value = |year: &FiscalYear| {
            let band = answer.and_then(|a| a.city(measure.index(), i32::from(year.0)));
            let value = |band: Band| f64::from(band[which]) + moved(year);
            Some(year).filter(is_forecast).and(band).map_or(f64::NAN, value)
        };
        years.iter().map(value).collect()
    };
    let baseline = years.iter().map(|year| {
        let band = answer.and_then(|a| a.baseline(measure.index(), i32::from(year.0)));
        Some(year).filter(is_forecast).and(band).map_or(f64::NAN, |band| f64::from(band[P50]))
    });
    FanLine {
        label: AttrValue::from(measure.spec().label.get(state.lang)),
        p10: of(P10),
        p25: of(P25),
        p50: of(P50),
        p75: of(P75),
        p90: of(P90),
        baseline: baseline.collect(),
        history: history(city, measure, years),
    }
}

fn history(city: &City, measure: MeasureId, years: &[FiscalYear]) -> Vec<Dot> {
    let root = city.facts.places.root();
    let seen = city.facts.observed(measure.spec().key, root).into_iter();
    seen.filter_map(|seen| {
        let year = seen.when.fiscal_year()?;
        let kind = if seen.kind == Kind::Actual { DotKind::Actual } else { DotKind::Estimate };
        let period = years.iter().position(|y| *y == year)?;
        Some(Dot { period, value: seen.value, kind })
    })
    .collect()
}

/// The finding in a sentence, for those who cannot see the picture.
fn summary(city: &City, state: &AppState) -> String {
    let last = city.facts.frame.plan.last;
    let year = i32::from(last.0);
    let band = state.answer.as_deref().and_then(|a| a.city(state.measure.index(), year));
    let spec = state.measure.spec();
    let Some(band) = band else { return spec.label.get(state.lang).to_owned() };
    let show = |which: usize| {
        Format::rounded(state.lang, spec.unit).show(f64::from(band[which])).to_string()
    };
    words::finding(
        state.lang,
        spec.label.get(state.lang),
        &time::fiscal_year(state.lang, last),
        [&show(P10), &show(P50), &show(P90)],
    )
}
