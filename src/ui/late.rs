//! What is drawn behind a moving finger: all but the slider and the graph is shown as it was when a
//! frame last had time for it, so that the frame of a move draws a line and not a room. The rest is
//! in parts, and a frame draws one of them, so that no input waits long for it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::state::AppState;

/// What is drawn in one frame, all of it of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Targets,
    Levers,
    Places,
}

/// Frames until everything is drawn: the graph's with its answer, and one of each part.
pub const N_FRAMES: u32 = 1 + N_PARTS;
const N_PARTS: u32 = 3;

/// The parts that show an older state than the newest: so many from the next one on. They take turns,
/// so that none waits for ever, however quickly answers come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    next: u32,
    n: u32,
}

impl Behind {
    pub fn all(self) -> Self {
        Self { n: N_PARTS, ..self }
    }

    pub fn none(self) -> Self {
        Self { n: 0, ..self }
    }

    /// The next one is drawn.
    pub fn but_one(self) -> Self {
        match self.n {
            0 => self,
            n => Self { next: (self.next + 1) % N_PARTS, n: n - 1 },
        }
    }

    pub fn has_any(self) -> bool {
        0 < self.n
    }

    pub fn has(self, part: Part) -> bool {
        (part as u32 + N_PARTS - self.next) % N_PARTS < self.n
    }
}

/// The state as of the last time a part was drawn, and something that goes with it. A copy: Yew's
/// own handles always show the newest.
#[hook]
pub fn use_late<T: Clone + 'static>(state: &AppState, part: Part, with: &T) -> (Rc<AppState>, T) {
    let now = || (Rc::new(state.clone()), with.clone());
    let kept = use_mut_ref(now);
    if !state.behind.has(part) {
        kept.replace(now());
    }
    let kept = RefCell::borrow(&kept);
    kept.clone()
}
