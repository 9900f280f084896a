//! The fan of the people to the last year a municipality looks at (2040), far beyond the months of a
//! run. No lever reaches it.

use yew::AttrValue;

use super::Seen;
use super::line::{P25, P75};
use crate::engine::bands::{P10, P50, P90};
use crate::engine::long_view::LongYear;
use crate::i18n::time;
use crate::measures::MeasureId;
use crate::ui::charts::fan::{Dot, DotKind, FanLine, FanSeries};
use crate::ui::charts::format::Format;
use crate::ui::words;
use crate::units::FiscalYear;

/// Draws the bands are made of: the people move slowly, and nobody waits for them.
pub const DRAWS: u32 = 128;

/// Measures shown in one chart: older people by age stand beside each other.
pub fn family(measure: MeasureId) -> Vec<MeasureId> {
    use MeasureId::{Pop65, Pop75, Pop85};
    let older = [Pop65, Pop75, Pop85];
    if older.contains(&measure) { older.to_vec() } else { vec![measure] }
}

/// From the first year of the window to the last one looked at.
pub fn years(seen: &Seen<'_>) -> Vec<FiscalYear> {
    let frame = &seen.city.facts.frame;
    frame.window().first.through(FiscalYear(frame.population_end)).collect()
}

/// `found` are the bands of [`family`], in its order.
pub fn series(seen: &Seen<'_>, found: &[Vec<LongYear>]) -> FanSeries {
    let (lang, spec) = (seen.lang, seen.measure.spec());
    let (years, family) = (years(seen), family(seen.measure));
    let last = years.last().copied().unwrap_or(seen.city.facts.frame.outlook_end);
    let title = words::until(lang, spec.label.get(lang), &time::fiscal_year(lang, last));
    let title = seen.title(&title);
    let focus = family.iter().position(|m| *m == seen.measure).unwrap_or(0);
    let line = |(measure, bands): (&MeasureId, &Vec<LongYear>)| line(seen, *measure, bands, &years);
    let end = found.get(focus).and_then(|bands| bands.last());
    let says = end.map(|(_, band)| {
        let [low, middle, high] =
            [P10, P50, P90].map(|at| seen.value().show(f64::from(band[at])).to_string());
        words::finding(lang, &title, &time::fiscal_year(lang, last), [&low, &middle, &high])
    });
    let position = |year: FiscalYear| years.iter().position(|y| *y == year);
    FanSeries {
        name: AttrValue::from(format!("{}_long", spec.key)),
        summary: says.map_or_else(|| title.clone(), AttrValue::from),
        title,
        unit: AttrValue::from(spec.unit.get(lang)),
        periods: years.iter().map(|year| seen.period(*year)).collect(),
        lines: family.iter().zip(found).map(line).collect(),
        focus,
        target: None,
        plan: seen.plan(position),
        forecast_from: seen.forecast_from(),
        hold: None,
        value: seen.value(),
        recorded: Format::exact(lang, spec.unit, 0),
        lang,
    }
}

fn line(seen: &Seen<'_>, measure: MeasureId, bands: &[LongYear], years: &[FiscalYear]) -> FanLine {
    let plan = seen.city.facts.frame.plan.first;
    let of = |which: usize| -> Vec<f64> {
        let value = |year: &FiscalYear| {
            let band = bands.iter().find(|(at, _)| *at == i32::from(year.0));
            band.filter(|_| plan <= *year).map_or(f64::NAN, |(_, band)| f64::from(band[which]))
        };
        years.iter().map(value).collect()
    };
    // Where nobody has counted, the model's own way back is an estimate.
    let back = |(period, year): (usize, &FiscalYear)| {
        let (_, band) = bands.iter().find(|(at, _)| *at == i32::from(year.0))?;
        let value = f64::from(band[P50]);
        (*year < plan).then_some(Dot { period, value, kind: DotKind::Estimate })
    };
    let counted = seen.history(measure, seen.place_id());
    let estimated = || years.iter().enumerate().filter_map(back).collect();
    let history = if counted.is_empty() { estimated() } else { counted };
    FanLine {
        label: AttrValue::from(measure.spec().label.get(seen.lang)),
        p10: of(P10),
        p25: of(P25),
        p50: of(P50),
        p75: of(P75),
        p90: of(P90),
        baseline: Vec::new(),
        history,
    }
}
