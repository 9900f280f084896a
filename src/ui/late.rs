//! What is drawn behind a moving finger: all but the slider and the graph is shown as it was when a frame
//! last had time for it, so that the frame of a move draws a line and not a room.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::state::AppState;

/// The state as of the last time everything was drawn, and something that goes with it. A copy: Yew's
/// own handles always show the newest.
#[hook]
pub fn use_late<T: Clone + 'static>(state: &AppState, with: &T) -> (Rc<AppState>, T) {
    let now = || (Rc::new(state.clone()), with.clone());
    let kept = use_mut_ref(now);
    if !state.is_behind {
        kept.replace(now());
    }
    let kept = RefCell::borrow(&kept);
    kept.clone()
}
