//! What the charts on the page rest on, noted by the page for whoever takes their numbers away: asked
//! only on a press, so that no chart is drawn anew because of it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::scenario::Scenario;
use crate::ui::state::AppState;

/// The scenarios shown, each with its result code once all its draws are done.
#[derive(Clone, Default)]
pub(super) struct Ground {
    /// The tables that are kept here; none for the built-in ones.
    pub town: Option<String>,
    /// Code of the place in focus.
    pub place: String,
    pub runs: Vec<(Rc<Scenario>, Option<String>)>,
}

thread_local! {
    static NOW: RefCell<Ground> = RefCell::default();
}

pub(in crate::ui) fn note(town: &Option<String>, state: &AppState) {
    let runs = if state.compare.is_empty() {
        let answer = state.answer.as_ref().filter(|_| state.is_settled());
        vec![(state.scenario.clone(), answer.and_then(|answer| answer.code.clone()))]
    } else {
        let found = |at: usize| state.comparison.as_ref()?.scenarios.get(at)?.code.clone();
        state.compare.iter().enumerate().map(|(at, side)| (side.clone(), found(at))).collect()
    };
    NOW.set(Ground { town: town.clone(), place: state.place.clone(), runs });
}

pub(super) fn now() -> Ground {
    NOW.with_borrow(Clone::clone)
}
