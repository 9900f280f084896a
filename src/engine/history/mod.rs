//! Conditioning: each draw agrees with the observations there are. The free rate of a chain is
//! solved, then the state at the end of history is set to observation plus sampled error; draws
//! are solved, never rejected.

pub mod alarm;
pub mod awareness;
pub mod shocks;

use super::ground::Ground;
use crate::levers::Policy;
use crate::model::alarm::World;
use crate::model::centres;
use crate::model::ground::fiscal_year;
use crate::model::inputs::Assumed;
use crate::model::luck::Luck;
use crate::model::people::People;
use crate::model::shock_table::ShockTable;
use crate::model::town::{Inputs, Town};

/// What is drawn before history is told.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub assumed: &'a Assumed,
    pub people: &'a People,
    pub shocks: &'a ShockTable,
    pub luck: &'a Luck,
}

/// The history of sixteen draws: what was solved, and the town at the end of each fiscal year.
pub fn tell(ground: &Ground, known: &Known<'_>) -> (Inputs, Vec<(i32, Town)>) {
    let n_years = (ground.timeline.plan - ground.timeline.first) / 12;
    let years = ground.timeline.fiscal_years().take(n_years as usize);
    let mut towns: Vec<(i32, Town)> = years.map(|year| (year, Town::default())).collect();
    let mut inputs = Inputs::default();
    if 2 <= ground.alarm.len() {
        let ask = alarm::Ask {
            seen: &ground.alarm,
            geography: &ground.geography,
            people: known.people,
            assumed: known.assumed,
            luck: known.luck,
        };
        let bridged = alarm::bridge(&ask);
        for (fiscal_year, state) in bridged.states(&ask) {
            if let Some((_, town)) = towns.iter_mut().find(|(year, _)| *year == fiscal_year) {
                town.alarm = Some(state);
            }
        }
        inputs.alarm = Some(bridged.inputs);
    }
    if let Some(observed) = &ground.centres {
        inputs.centres = Some(live_through(ground, known, observed, &mut towns));
    }
    (inputs, towns)
}

/// Runs the centres through the months of the history and keeps each March.
fn live_through(
    ground: &Ground,
    known: &Known<'_>,
    observed: &centres::Ground,
    towns: &mut [(i32, Town)],
) -> centres::Inputs {
    let ask = centres::start::Ask {
        ground: observed,
        geography: &ground.geography,
        timeline: ground.timeline,
        assumed: known.assumed,
        people: known.people,
        luck: known.luck,
    };
    let (inputs, mut state) = centres::start(&ask);
    let levers = ground.levers(&Policy::default());
    let world = World {
        geography: &ground.geography,
        people: known.people,
        levers: &levers,
        shocks: known.shocks,
        luck: known.luck,
    };
    for month in ground.timeline.first..ground.timeline.plan {
        centres::month(&mut state, &inputs, &world, month);
        if month % 12 == 11 {
            let year = fiscal_year(month);
            if let Some((_, town)) = towns.iter_mut().find(|(y, _)| *y == year) {
                town.centres = Some(state.clone());
            }
        }
    }
    inputs
}
