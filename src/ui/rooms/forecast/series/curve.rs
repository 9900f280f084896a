//! The S-curve of a target: how the chance falls as the target is set higher.

use yew::AttrValue;

use super::Seen;
use crate::engine::chance::Sense;
use crate::i18n::{chance, time};
use crate::ui::charts::s_curve::{Chance, CurveSeries, CurveTarget};
use crate::ui::words;
use crate::units::FiscalYear;

pub fn series(seen: &Seen<'_>) -> Option<CurveSeries> {
    let (index, aim) = seen.aim()?;
    let (lang, spec) = (seen.lang, seen.measure.spec());
    let found = seen.answer.and_then(|answer| answer.targets.get(index));
    let points = found.map(|found| {
        let point =
            |&(threshold, chance): &(f32, f64)| Chance { threshold: f64::from(threshold), chance };
        found.curve.iter().map(point).collect()
    });
    let at_least = aim.sense == Sense::AtLeast;
    let label = words::target(lang, at_least, &seen.value().show(f64::from(aim.value)));
    let chance_now = found.and_then(|found| found.chance);
    let year = time::fiscal_year(lang, FiscalYear(aim.fiscal_year as i16));
    let said = chance_now
        .map(|share| chance::words_for(lang, share, found.map_or(0.0, |f| f.standard_error)));
    Some(CurveSeries {
        name: AttrValue::from(spec.key),
        title: words::curve_title(lang, spec.label.get(lang), &year).into(),
        unit: AttrValue::from(spec.unit.get(lang)),
        summary: format!("{label} {}", said.unwrap_or_default()).into(),
        lang,
        points: points.unwrap_or_default(),
        baseline: Vec::new(),
        target: chance_now.map(|chance| CurveTarget {
            label: AttrValue::from(label),
            at: Chance { threshold: f64::from(aim.value), chance },
        }),
        value: seen.value(),
    })
}
