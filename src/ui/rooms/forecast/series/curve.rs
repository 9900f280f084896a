//! The S-curve of a target: how the chance falls as the target is set higher.

use yew::AttrValue;

use super::Seen;
use crate::engine::chance::{Aim, Sense};
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
    let label = |aim: &Aim| {
        let shown = seen.value().show(f64::from(aim.value));
        words::target(lang, aim.sense == Sense::AtLeast, &shown)
    };
    // Others of the same year stand on the same curve.
    let is_on_it = |other: &Aim| {
        (other.measure, other.fiscal_year, other.sense) == (aim.measure, aim.fiscal_year, aim.sense)
    };
    let marks = seen.aims.looked_at().filter(|(_, target)| is_on_it(&target.aim)).filter_map(
        |(at, target)| {
            let chance = seen.answer?.targets.get(at)?.chance?;
            let at = Chance { threshold: f64::from(target.aim.value), chance };
            Some(CurveTarget { label: label(&target.aim).into(), at })
        },
    );
    let chance_now = found.and_then(|found| found.chance);
    let year = time::fiscal_year(lang, FiscalYear(aim.fiscal_year as i16));
    let said = chance_now
        .map(|share| chance::words_for(lang, share, found.map_or(0.0, |f| f.standard_error)));
    Some(CurveSeries {
        name: AttrValue::from(spec.key),
        title: words::curve_title(lang, spec.label.get(lang), &year).into(),
        unit: AttrValue::from(spec.unit.get(lang)),
        summary: format!("{} {}", label(aim), said.unwrap_or_default()).into(),
        lang,
        points: points.unwrap_or_default(),
        baseline: Vec::new(),
        targets: marks.collect(),
        value: seen.value(),
    })
}
