//! The fan by month of the plan and outlook: the municipality or a ward.

use yew::AttrValue;

use super::Seen;
use super::line::{P25, P75};
use crate::engine::bands::{P10, P50, P90};
use crate::i18n::time;
use crate::measures::ByMonth;
use crate::places::Level;
use crate::protocol::Band;
use crate::ui::charts::fan::{FanLine, FanSeries};
use crate::ui::charts::scale::Period;
use crate::ui::words;
use crate::units::{FiscalYear, Month};

/// Months are kept for the municipality and the wards, and not for areas: their numbers are too
/// small to be read by month.
pub fn is_possible(seen: &Seen<'_>) -> bool {
    let level = seen.city.facts.places.get(seen.place_id()).level;
    matches!(level, Level::Municipality | Level::Ward)
}

pub fn series(seen: &Seen<'_>) -> FanSeries {
    let (lang, spec, frame) = (seen.lang, seen.measure.spec(), &seen.city.facts.frame);
    let start = frame.plan_start().0;
    let months: Vec<Month> = (start..=frame.last_month().0).map(Month).collect();
    let position = |year: FiscalYear| {
        let march = year.last_month().0 - start;
        usize::try_from(march).ok().filter(|at| *at < months.len())
    };
    let answer = seen.answer.filter(|answer| {
        answer.view.by_month && answer.view.measure == spec.key && is_possible(seen)
    });
    let wards: Vec<_> = seen.city.facts.places.at_level(Level::Ward).collect();
    let row = wards.iter().position(|ward| *ward == seen.place_id()).map_or(0, |ward| ward + 1);
    let each = |bands: Option<&Vec<Option<Band>>>, which: usize| -> Vec<f64> {
        let cell = |at: usize| {
            let band = bands.and_then(|bands| bands.get(row * months.len() + at)?.as_ref());
            band.map_or(f64::NAN, |band| f64::from(band[which]))
        };
        (0..months.len()).map(cell).collect()
    };
    let of = |which: usize| each(answer.map(|answer| &answer.months), which);
    let period = |month: &Month| {
        let is_april = month.month_of_fiscal_year() == 0;
        let short = time::fiscal_year_short(lang, month.fiscal_year());
        Period {
            at: f64::from(month.fiscal_year().0) + f64::from(month.month_of_fiscal_year()) / 12.0,
            long: time::month(lang, *month).into(),
            short: if is_april { short.into() } else { AttrValue::default() },
        }
    };
    let label = match seen.measure.by_month() {
        ByMonth::TwelveMonths => words::twelve_months(lang, spec.label.get(lang)),
        _ => spec.label.get(lang).to_owned(),
    };
    FanSeries {
        name: AttrValue::from(spec.key),
        title: seen.title(&label),
        unit: AttrValue::from(spec.unit.get(lang)),
        summary: seen.finding(),
        periods: months.iter().map(period).collect(),
        lines: vec![FanLine {
            label: AttrValue::from(label),
            p10: of(P10),
            p25: of(P25),
            p50: of(P50),
            p75: of(P75),
            p90: of(P90),
            baseline: each(answer.map(|answer| &answer.months_baseline), P50),
            history: Vec::new(),
        }],
        focus: 0,
        target: None,
        plan: position(frame.plan.last).map(|to| crate::ui::charts::marks::PlanShade {
            from: 0,
            to,
            label: AttrValue::from(frame.plan_name.get(lang).to_owned()),
        }),
        forecast_from: None,
        hold: None,
        value: seen.value(),
        recorded: seen.value(),
        lang,
    }
}
