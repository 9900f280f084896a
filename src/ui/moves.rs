//! Draws what is due while a finger moves (`due.rs` says when), by the browser's frames and clock.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::UseReducerDispatcher;

use super::due::Due;
use super::page;
use super::state::{Action, AppState};

type To = UseReducerDispatcher<AppState>;

#[derive(Default)]
pub(super) struct Moves {
    due: RefCell<Due>,
    /// The next frame is looked at; or one after a while.
    is_watching: Cell<bool>,
    later: RefCell<Option<Timeout>>,
}

impl Moves {
    /// A revision has come.
    pub(super) fn note(self: &Rc<Self>, revision: u64, to: &To) {
        self.due.borrow_mut().moved(revision, page::now_ms());
        if self.due.borrow().is_slow() {
            self.watch(to.clone());
        }
    }

    /// An answer has come, which is drawn as soon as a frame has room for it.
    pub(super) fn heard(self: &Rc<Self>, revision: u64, to: &To) {
        self.due.borrow_mut().answered(revision);
        self.watch_on(to.clone(), page::now_ms());
    }

    /// Looks at the next frame in which something may be drawn: each that is asked for costs the
    /// browser the same work whether anything is.
    fn watch_on(self: &Rc<Self>, to: To, now_ms: f64) {
        let wait_ms = self.due.borrow().wait_ms(now_ms);
        if wait_ms <= 0.0 {
            return self.watch(to);
        }
        let moves = self.clone();
        let later = Timeout::new(wait_ms as u32, move || moves.watch(to));
        self.later.replace(Some(later));
    }

    fn watch(self: &Rc<Self>, to: To) {
        if !self.due.borrow().has_any() || self.is_watching.replace(true) {
            return;
        }
        let moves = self.clone();
        page::before_frame(move |began_ms| {
            moves.is_watching.set(false);
            let has_room = moves.due.borrow().has_room(began_ms);
            if has_room {
                moves.draw();
                let all = !moves.due.borrow().in_pieces();
                to.dispatch(Action::CatchUp { all });
            }
            moves.watch_on(to, began_ms);
        });
    }

    fn draw(self: &Rc<Self>) {
        let (moves, began_ms) = (self.clone(), page::now_ms());
        let drawn = self.due.borrow_mut().begin(began_ms);
        page::soon(move || moves.due.borrow_mut().took(drawn, page::now_ms() - began_ms));
    }
}
