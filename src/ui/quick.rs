//! The hook that moves the line in the same frame: how far each measure has moved since the
//! newest answer, by the page's own handful of draws.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::state::AppState;
use crate::engine::quick::Quick;
use crate::worker::desk::City;

/// By measure and fiscal year; none while the answer shown is about what is set.
#[hook]
pub(super) fn use_shift(city: &Rc<City>, state: &AppState) -> Option<Rc<[f32]>> {
    let quick = use_mut_ref(|| None::<Quick>);
    let key = (state.scenario.clone(), state.answered.clone());
    let city = city.clone();
    let shift = use_memo(key, move |(scenario, answered)| {
        let answered = answered.as_ref()?;
        let is_same_world = scenario.ranges == answered.ranges
            && scenario.script == answered.script
            && scenario.seed == answered.seed;
        if scenario.policy == answered.policy || !is_same_world {
            return None;
        }
        let mut quick = RefCell::borrow_mut(&quick);
        if !quick
            .as_ref()
            .is_some_and(|q| q.is_about(&scenario.ranges, &scenario.script, scenario.seed))
        {
            let (ranges, script) = (scenario.ranges.clone(), scenario.script.clone());
            *quick = Some(Quick::new(city.ground.clone(), ranges, script, scenario.seed));
        }
        let quick = quick.as_mut()?;
        Some(Rc::from(quick.shift(&answered.policy, &scenario.policy)))
    });
    (*shift).clone()
}
