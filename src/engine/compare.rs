//! Two policies under the same luck: the difference draw by draw, its band, and how often one is
//! above the other. What both share (who falls ill, who resigns) cancels out, so a difference is
//! known far better than either side.

use super::bands::{PERCENTS, quantiles};
use super::chance::Chance;
use crate::measures::Good;

/// How the draws of one run stand to those of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Quantiles of (to − from).
    pub band: [f32; PERCENTS.len()],
    /// Chance that the second is above the first, and that it is below; the rest are equal.
    pub above: Chance,
    pub below: Chance,
}

/// The difference of the same draws of two runs; `None` where one has no figures.
pub fn difference(from: &[f32], to: &[f32], work: &mut Vec<f32>) -> Option<Difference> {
    let changes: Vec<f32> = to.iter().zip(from).map(|(to, from)| to - from).collect();
    let band = quantiles(&changes, work)?;
    let count = |is_in: fn(f32) -> bool| {
        Chance::of(changes.iter().filter(|change| is_in(**change)).count(), changes.len())
    };
    Some(Difference { band, above: count(|x| 0.0 < x), below: count(|x| x < 0.0) })
}

impl Difference {
    /// The chance that the second is better than the first; `None` where neither way is good.
    pub fn beats(&self, good: Good) -> Option<Chance> {
        match good {
            Good::Up => Some(self.above),
            Good::Down => Some(self.below),
            Good::Neither => None,
        }
    }
}
