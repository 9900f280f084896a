//! Conditioning: each draw agrees with the observations there are. The free rate of a chain is
//! solved, then the state at the end of history is set to observation plus sampled error; draws
//! are solved, never rejected.

pub mod alarm;
pub mod awareness;
pub mod shocks;

use super::ground::Ground;
use super::months::Lead;
use crate::levers::Policy;
use crate::model::alarm::{Inputs as AlarmInputs, State as AlarmState, World};
use crate::model::ground::{MonthIndex, fiscal_year};
use crate::model::inputs::{Assumed, LeverTable};
use crate::model::luck::Luck;
use crate::model::people::People;
use crate::model::shock_table::ShockTable;
use crate::model::town::{Inputs, Town};
use crate::model::{centres, money, programmes};
use crate::shocks::Script;

/// What is drawn before history is told.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub assumed: &'a Assumed,
    pub people: &'a People,
    pub shocks: &'a ShockTable,
    pub luck: &'a Luck,
}

/// The history of sixteen draws: what was solved, and the town at the end of each fiscal year.
/// The months just before the plan come with it, for rates a year.
pub fn tell(
    ground: &Ground,
    script: &Script,
    known: Known<'_>,
) -> (Inputs, Vec<(i32, Town)>, Lead) {
    let timeline = ground.timeline;
    let years = timeline.fiscal_years().start..fiscal_year(timeline.plan);
    let mut towns: Vec<(i32, Town)> = years.map(|year| (year, Town::default())).collect();
    let levers = ground.levers(&Policy::default());
    let money =
        money::Inputs::new(known.assumed, &ground.ceilings, timeline.plan..timeline.plan_end);
    let mut inputs = Inputs {
        centres: None,
        programmes: None,
        awareness: None,
        alarm: None,
        money,
        listed: ground.programmes.clone(),
    };
    let mut lead = Lead::default();
    if 2 <= ground.alarm.len() {
        let (given, states) = devices(ground, known);
        keep(&mut towns, states, |town, state| town.alarm = Some(state));
        inputs.alarm = Some(given);
    }
    if let Some(observed) = &ground.centres {
        let see = |state: &centres::State, given: &centres::Inputs, month| {
            lead.see(ground, (state, given), month);
        };
        let (given, states) = live_through(ground, &levers, known, observed, None, see);
        keep(&mut towns, states, |town, state| town.centres = Some(state));
        inputs.centres = Some(given);
    }
    if let Some(surveys) = &ground.awareness {
        let geography = &ground.geography;
        let levers = &levers;
        let ask = awareness::Ask { ground: surveys, geography, timeline, known, levers };
        let (given, states) = awareness::tell(&ask);
        keep(&mut towns, states, |town, state| town.awareness = Some(state));
        inputs.awareness = Some(given);
    }
    let (given, states) = small_programmes(ground, script, &levers, known);
    keep(&mut towns, states, |town, state| town.programmes = Some(state));
    inputs.programmes = Some(given);
    (inputs, towns, lead)
}

fn keep<S>(towns: &mut [(i32, Town)], states: Vec<(i32, S)>, mut put: impl FnMut(&mut Town, S)) {
    for (year, state) in states {
        if let Some((_, town)) = towns.iter_mut().find(|(y, _)| *y == year) {
            put(town, state);
        }
    }
}

fn devices(ground: &Ground, known: Known<'_>) -> (AlarmInputs, Vec<(i32, AlarmState)>) {
    let ask = of_devices(ground, known);
    let bridged = alarm::bridge(&ask);
    let states = bridged.states(&ask);
    (bridged.inputs, states)
}

fn of_devices<'a>(ground: &'a Ground, known: Known<'a>) -> alarm::Ask<'a> {
    alarm::Ask {
        seen: &ground.alarm,
        geography: &ground.geography,
        people: known.people,
        assumed: known.assumed,
        luck: known.luck,
    }
}

/// The devices' history alone; there are at least two years of it.
pub fn bridged(ground: &Ground, known: Known<'_>) -> alarm::Bridged {
    alarm::bridge(&of_devices(ground, known))
}

/// The centres at the end of a month of the history.
pub fn centres_in(
    ground: &Ground,
    levers: &LeverTable,
    known: Known<'_>,
    month: MonthIndex,
) -> Option<centres::State> {
    let observed = ground.centres.as_ref()?;
    let see = |_: &centres::State, _: &centres::Inputs, _| ();
    let (_, states) = live_through(ground, levers, known, observed, Some(month), see);
    states.into_iter().next().map(|(_, state)| state)
}

fn small_programmes(
    ground: &Ground,
    script: &Script,
    levers: &LeverTable,
    known: Known<'_>,
) -> (programmes::Inputs, Vec<(i32, programmes::State)>) {
    let timeline = ground.timeline;
    let pandemic = shocks::known(script, timeline, known.assumed);
    let ask = programmes::course::Ask {
        programmes: &ground.programmes,
        geography: &ground.geography,
        timeline,
        assumed: known.assumed,
        people: known.people,
        luck: known.luck,
        shocks: known.shocks,
        known: &pandemic,
        unreal: shocks::unreal(script),
    };
    programmes::start(&ask, levers)
}

/// Runs the centres through the months of the history and keeps one of them, or each March; shows
/// at least the last twelve.
fn live_through(
    ground: &Ground,
    levers: &LeverTable,
    known: Known<'_>,
    observed: &centres::Ground,
    kept: Option<MonthIndex>,
    mut see: impl FnMut(&centres::State, &centres::Inputs, MonthIndex),
) -> (centres::Inputs, Vec<(i32, centres::State)>) {
    let ask = centres::start::Ask {
        ground: observed,
        geography: &ground.geography,
        timeline: ground.timeline,
        assumed: known.assumed,
        people: known.people,
        luck: known.luck,
        shocks: known.shocks,
    };
    let (inputs, state, rehearsal) = centres::start(&ask);
    let world = World {
        geography: &ground.geography,
        people: known.people,
        levers,
        shocks: known.shocks,
        luck: known.luck,
    };
    let (mut years, mut state, next) = match rehearsal {
        Some(rehearsal) if kept.is_none() => rehearsal.meet(&inputs, &world, state),
        _ => (Vec::new(), state, ground.timeline.first),
    };
    for month in next..ground.timeline.plan {
        centres::month(&mut state, &inputs, &world, month);
        see(&state, &inputs, month);
        if kept.map_or(month % 12 == 11, |kept| kept == month) {
            years.push((fiscal_year(month), state.clone()));
        }
    }
    (inputs, years)
}
