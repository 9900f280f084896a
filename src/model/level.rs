//! A level that is solved from counts: how many times what the rates expect was really counted,
//! at each count's own date, and between and beyond them.

use super::lanes::Lanes;
use crate::facts::Basis;
use crate::facts::observation::Observation;
use crate::places::PlaceId;
use crate::units::When;

/// A count of a place at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// Months from 1 October 2000 to the date.
    pub months: i32,
    pub value: f64,
}

impl Seen {
    /// The date in years whose whole numbers are 1 Octobers.
    pub fn year(&self) -> f64 {
        2000.0 + f64::from(self.months) / 12.0
    }

    /// The Octobers on both sides of it.
    /// An observation as a count at its date; none where it has no date.
    pub fn of(seen: &Observation) -> Option<Self> {
        // Month 0 is April 2000, and 1 October is the start of its month; a fiscal year's figure
        // is that of its last day.
        let month = seen.when.month()?.0 + i32::from(matches!(seen.when, When::FiscalYear(_)));
        Some(Self { months: month - 6, value: seen.value })
    }

    pub fn octobers(&self) -> std::ops::Range<i32> {
        let year = 2000 + self.months.div_euclid(12);
        year..year + 2
    }
}

/// The counts of a measure at a place that were made before the plan, the earliest first.
pub fn seen(city: &Basis, measure: &str, place: PlaceId) -> Vec<Seen> {
    let told = city.observed_before_plan(measure, place).into_iter();
    told.filter_map(Seen::of).collect()
}

/// The factor at each count, in sixteen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Level(Vec<(f64, Lanes)>);

impl Level {
    /// Solves it from what is expected on 1 October of a year at factor 1.
    pub fn solve(counts: &[Seen], expected: impl Fn(i32) -> Lanes) -> Self {
        let at = |count: &Seen| {
            let (from, share) = (count.octobers().start, count.months.rem_euclid(12) as f32 / 12.0);
            let before = expected(from);
            let then =
                if share == 0.0 { before } else { before + (expected(from + 1) - before) * share };
            (count.year(), Lanes::all(count.value as f32).ratio(then))
        };
        Self(counts.iter().map(at).collect())
    }

    /// The factor at a time: a straight line of logarithms between counts, held outside, and 1
    /// where nothing was counted.
    pub fn at(&self, year: f64) -> Lanes {
        let (Some(first), Some(last)) = (self.0.first(), self.0.last()) else { return Lanes::ONE };
        if year <= first.0 {
            return first.1;
        }
        for pair in self.0.windows(2) {
            let [(from, low), (to, high)] = [pair[0], pair[1]];
            if year < to {
                let share = ((year - from) / (to - from)) as f32;
                return low * high.ratio(low).pow(Lanes::all(share));
            }
        }
        last.1
    }

    pub fn last_year(&self) -> Option<f64> {
        self.0.last().map(|(year, _)| *year)
    }
}
