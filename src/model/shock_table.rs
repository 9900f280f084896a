//! What happens to us, lowered to factors by month: 1 where nothing happens.

use super::ground::{MonthIndex, Timeline};
use super::lanes::Lanes;

/// What a shock acts on. The factor multiplies what is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Hit {
    /// Share of possible meetings that can still be held.
    Meetings,
    /// Share of gatherings and resident-led activities that go on.
    Gatherings,
    /// Share of conversions of people who do not know the centres yet.
    Awareness,
    /// Time it takes to fill a vacancy.
    FillTime,
    /// Calls through alarm devices and to centres.
    Calls,
    /// Share of alarm installs that are possible.
    Installs,
}

const N_HITS: usize = 6;

/// Staff of one centre resigning together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resignation {
    pub month: MonthIndex,
    pub centre: usize,
    pub share: Lanes,
}

/// All shocks of a run, for sixteen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct ShockTable {
    first: MonthIndex,
    factors: Vec<[Lanes; N_HITS]>,
    pub resignations: Vec<Resignation>,
}

impl ShockTable {
    /// Nothing happens.
    pub fn calm(timeline: Timeline) -> Self {
        let n_months = (timeline.end - timeline.first) as usize;
        let factors = vec![[Lanes::ONE; N_HITS]; n_months];
        Self { first: timeline.first, factors, resignations: Vec::new() }
    }

    /// Multiplies what is hit by `factor` in these months.
    pub fn hit(&mut self, hit: Hit, months: std::ops::Range<MonthIndex>, factor: Lanes) {
        for month in months {
            if let Some(i) = month.checked_sub(self.first)
                && let Some(factors) = self.factors.get_mut(i as usize)
            {
                factors[hit as usize] *= factor;
            }
        }
    }

    /// Whether nothing acts on the centres' people or the hours wanted of them in a month.
    pub fn spares_staff(&self, month: MonthIndex) -> bool {
        let is_one = |hit| *self.factor(hit, month) == Lanes::ONE;
        let resigns = self.resignations.iter().any(|resignation| resignation.month == month);
        is_one(Hit::FillTime) && is_one(Hit::Calls) && !resigns
    }

    #[inline]
    pub fn factor(&self, hit: Hit, month: MonthIndex) -> &Lanes {
        &self.factors[(month - self.first) as usize][hit as usize]
    }
}
