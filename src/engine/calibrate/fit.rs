//! Each observation beside the draws, at its own date.

use super::{Block, three};
use crate::assumptions::Chain;
use crate::engine::history;
use crate::facts::Municipality;
use crate::facts::observation::{Kind as SeenKind, Observation};
use crate::measures::{Kind, MeasureId};
use crate::model::ground::{april, fiscal_year};
use crate::model::lanes::Lanes;
use crate::model::level::Seen;
use crate::model::town::Town;
use crate::units::When;

/// An estimate's error, in those of a count.
const ESTIMATED: f64 = 3.0;
/// What «about» leaves open.
const ABOUT: f64 = 0.1;
/// Further from what was seen than this many errors is not met.
const FAR: f64 = 3.0;

/// An observation and what the run says of the same time.
pub struct FitRow {
    pub measure: MeasureId,
    pub when: When,
    pub kind: SeenKind,
    pub seen: f64,
    pub ours: [f32; 3],
    /// Share of the draws that lie far from it.
    pub missed: f64,
}

/// What is compared, and the draws so far.
pub(super) struct Collected<'a>(Vec<(MeasureId, &'a Observation, Vec<f32>)>);

impl<'a> Collected<'a> {
    /// Every observation of what the model computes.
    pub(super) fn new(city: &'a Municipality) -> Self {
        let root = city.places.root();
        let of = |measure: MeasureId| {
            let seen = city.observed_before_plan(measure.spec().key, root);
            seen.into_iter().map(move |seen| (measure, seen, Vec::new()))
        };
        Self(MeasureId::all().flat_map(of).collect())
    }

    pub(super) fn take(&mut self, block: &Block<'_>) {
        for (measure, seen, values) in &mut self.0 {
            if let Some(value) = block.at(*measure, seen) {
                values.extend(value.0);
            }
        }
    }

    pub(super) fn rows(self) -> Vec<FitRow> {
        let row = |(measure, seen, values): (MeasureId, &Observation, Vec<f32>)| {
            let ours = three(&values)?;
            let missed = missed(measure, seen, &values);
            let (when, kind, seen) = (seen.when, seen.kind, seen.value);
            Some(FitRow { measure, when, kind, seen, ours, missed })
        };
        self.0.into_iter().filter_map(row).collect()
    }
}

impl Block<'_> {
    /// What the draws say of a measure at the date of an observation.
    fn at(&self, measure: MeasureId, seen: &Observation) -> Option<Lanes> {
        let month = u32::try_from(seen.when.month()?.0).ok();
        match measure.spec().chain {
            Chain::Population | Chain::Households | Chain::CareNeed => self.heads(measure, seen),
            _ if month.is_some_and(|month| month % 12 == 11) => {
                let year = fiscal_year(month?);
                self.at_year_end(measure, year).or_else(|| {
                    let solved = &self.start.inputs.awareness.as_ref()?.solved;
                    let is_first = measure == MeasureId::AwarenessMeasured
                        && self.study.ground.awareness.as_ref()?.before() == month;
                    is_first.then(|| solved.before.map(|share| share * 100.0))?
                })
            }
            Chain::Staff if measure.spec().kind == Kind::Stock => {
                let (ground, known) = (&self.study.ground, self.start.known());
                let centres = history::centres_in(ground, self.levers, known, month?)?;
                let town = Town { centres: Some(centres), ..Town::default() };
                self.moment(&town, month?, measure)
            }
            // What is kept of the others is the end of each year.
            _ => None,
        }
    }

    /// People, on the straight line between the 1 Octobers around a date.
    fn heads(&self, measure: MeasureId, seen: &Observation) -> Option<Lanes> {
        let seen = Seen::of(seen)?;
        let years = seen.octobers();
        let at = |year: i32| {
            let is_known = self.start.people.years().contains(&year) && 2000 <= year;
            is_known.then(|| self.moment(&Town::default(), april(year) + 6, measure))?
        };
        let before = at(years.start)?;
        let share = seen.months.rem_euclid(12) as f32 / 12.0;
        if share == 0.0 {
            return Some(before);
        }
        Some(before + (at(years.start + 1)? - before) * share)
    }
}

/// Share of the draws further from what was seen than its error and their own luck explain.
fn missed(measure: MeasureId, seen: &Observation, values: &[f32]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().map(|x| f64::from(*x)).sum::<f64>() / n;
    let variance = values.iter().map(|x| (f64::from(*x) - mean).powi(2)).sum::<f64>() / n;
    let error = error(measure, seen);
    let far = FAR * libm::sqrt(error * error + variance);
    let is_far = |x: &&f32| match seen.kind {
        SeenKind::Over => f64::from(**x) < seen.value - far,
        _ => far < (f64::from(**x) - seen.value).abs(),
    };
    values.iter().filter(is_far).count() as f64 / n
}

/// One standard error: as stated, or that of a count, or one point of a rate.
fn error(measure: MeasureId, seen: &Observation) -> f64 {
    let is_rate = matches!(measure.spec().kind, Kind::Ratio { .. });
    let counted = if is_rate { 1.0 } else { libm::sqrt(seen.value.max(0.0) + 1.0) };
    let counted = seen.error_sd.unwrap_or(counted);
    match (seen.kind, seen.error_sd) {
        (SeenKind::Estimate, None) => counted * ESTIMATED,
        (SeenKind::About, None) => counted.max(seen.value.abs() * ABOUT),
        _ => counted,
    }
}
