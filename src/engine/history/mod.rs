//! Conditioning: each draw agrees with the observations there are. The free rate of a chain is
//! solved, then the state at the end of history is set to observation plus sampled error; draws
//! are solved, never rejected.

pub mod alarm;

use super::ground::Ground;
use crate::model::inputs::Assumed;
use crate::model::luck::Luck;
use crate::model::people::People;
use crate::model::town::{Inputs, Town};

/// The history of sixteen draws: what was solved, and the town at the end of each fiscal year.
pub fn tell(
    ground: &Ground,
    assumed: &Assumed,
    people: &People,
    luck: &Luck,
) -> (Inputs, Vec<(i32, Town)>) {
    let n_years = (ground.timeline.plan - ground.timeline.first) / 12;
    let years = ground.timeline.fiscal_years().take(n_years as usize);
    let mut towns: Vec<(i32, Town)> = years.map(|year| (year, Town::default())).collect();
    let mut inputs = Inputs { alarm: None };
    if 2 <= ground.alarm.len() {
        let ask =
            alarm::Ask { seen: &ground.alarm, geography: &ground.geography, people, assumed, luck };
        let bridged = alarm::bridge(&ask);
        for (fiscal_year, state) in bridged.states(&ask) {
            if let Some((_, town)) = towns.iter_mut().find(|(year, _)| *year == fiscal_year) {
                town.alarm = Some(state);
            }
        }
        inputs.alarm = Some(bridged.inputs);
    }
    (inputs, towns)
}
