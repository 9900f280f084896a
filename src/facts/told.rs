//! What a municipality knew when its plan began: the observations a run may be told of.

use crate::facts::Basis;
use crate::facts::observation::{Kind, Observation};
use crate::places::PlaceId;

impl Kind {
    /// Whether somebody looked: neither planned, set by a rule, nor worked out.
    pub const fn is_observation(self) -> bool {
        matches!(self, Self::Actual | Self::Estimate | Self::About | Self::Over)
    }
}

impl Basis {
    /// The observations of a measure at a place that were made before the plan, the earliest
    /// first. Plans, rules and computed figures are none, and what came later is not history.
    pub fn observed_before_plan(&self, measure: &str, place: PlaceId) -> Vec<&Observation> {
        let plan = self.frame.plan_start();
        let mut seen = self.observed(measure, place);
        seen.retain(|seen| {
            seen.kind.is_observation() && seen.when.month().is_some_and(|month| month < plan)
        });
        seen
    }

    /// The same municipality with other figures: each in place of the one of its place, measure and
    /// time, or beside them. This value keeps what was there.
    pub fn with_figures(&self, figures: impl Iterator<Item = Observation>) -> Self {
        let mut told = self.clone();
        for figure in figures {
            let is_it = |seen: &Observation| {
                seen.measure == figure.measure
                    && seen.place == figure.place
                    && seen.when == figure.when
            };
            match told.observations.iter_mut().find(|seen| is_it(seen)) {
                Some(seen) => *seen = figure,
                None => told.observations.push(figure),
            }
        }
        told
    }
}
