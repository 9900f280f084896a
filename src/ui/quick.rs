//! The hook that moves the line in the same frame: how far each measure has moved since the
//! newest answer, by the page's own handful of draws.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::page;
use super::state::AppState;
use crate::engine::quick::Quick;
use crate::levers::LeverId;
use crate::scenario::Scenario;
use crate::scenario::own::{self, OwnFigure};
use crate::worker::desk::City;

/// The handful is made ready ahead, so that the first move of a slider is as quick as the others: of
/// the first world as soon as the page is drawn, of another when that has stood for so long.
const READY_AFTER_MS: u32 = 400;

/// By measure and fiscal year; none while the answer shown is about what is set.
#[hook]
pub(super) fn use_shift(city: &Rc<City>, state: &AppState) -> Option<Rc<[f32]>> {
    let quick = use_mut_ref(|| None::<(Vec<OwnFigure>, Quick)>);
    // Until the first move: from then on the moves themselves are practice.
    let rehearses = use_mut_ref(|| true);
    {
        let (quick, city, rehearses) = (quick.clone(), city.clone(), rehearses.clone());
        let (scenario, measure) = (state.scenario.clone(), state.measure);
        let world = (
            scenario.ranges.clone(),
            scenario.script.clone(),
            scenario.seed,
            scenario.figures.clone(),
        );
        use_effect_with(world, move |_| {
            let is_over = Rc::new(Cell::new(false));
            let over = is_over.clone();
            let is_first = RefCell::borrow(&quick).is_none();
            let timer = Timeout::new(if is_first { 0 } else { READY_AFTER_MS }, move || {
                ready(&mut RefCell::borrow_mut(&quick), &city, &scenario);
                let next = move |lever| {
                    let goes_on = *RefCell::borrow(&rehearses) && !is_over.get();
                    if goes_on {
                        let mut quick = RefCell::borrow_mut(&quick);
                        let quick = ready(&mut quick, &city, &scenario);
                        quick.rehearse(&scenario.policy, lever, measure);
                    }
                    goes_on
                };
                one_a_turn(LeverId::all(), next);
            });
            move || {
                over.set(true);
                drop(timer);
            }
        });
    }
    let key = (state.scenario.clone(), state.answered.clone(), state.measure);
    let city = city.clone();
    let shift = use_memo(key, move |(scenario, answered, measure)| {
        let answered = answered.as_ref()?;
        let is_same_world = scenario.ranges == answered.ranges
            && scenario.script == answered.script
            && scenario.seed == answered.seed
            && scenario.figures == answered.figures;
        if scenario.policy == answered.policy || !is_same_world {
            return None;
        }
        rehearses.replace(false);
        let mut quick = RefCell::borrow_mut(&quick);
        let quick = ready(&mut quick, &city, scenario);
        Some(Rc::from(quick.shift(&answered.policy, &scenario.policy, *measure)))
    });
    (*shift).clone()
}

/// Does it with each lever, in a task of its own, as long as it says so.
fn one_a_turn(
    mut levers: impl Iterator<Item = LeverId> + 'static,
    go_on: impl Fn(LeverId) -> bool + 'static,
) {
    let Some(lever) = levers.next() else { return };
    page::soon(move || {
        if go_on(lever) {
            one_a_turn(levers, go_on);
        }
    });
}

/// The handful of a scenario's world.
fn ready<'a>(
    quick: &'a mut Option<(Vec<OwnFigure>, Quick)>,
    city: &City,
    scenario: &Scenario,
) -> &'a mut Quick {
    let Scenario { ranges, script, seed, figures, .. } = scenario;
    let is_other = |(known, quick): &(Vec<OwnFigure>, Quick)| {
        !(quick.is_about(ranges, script, *seed) && own::are_same(known, figures))
    };
    if quick.as_ref().is_some_and(is_other) {
        *quick = None;
    }
    let (_, quick) = quick.get_or_insert_with(|| {
        let ground = city.ground_of(scenario);
        (figures.clone(), Quick::new(ground, ranges.clone(), script.clone(), *seed))
    });
    quick
}
