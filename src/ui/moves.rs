//! What is drawn when, while a finger moves: the frames that are due for an answer wait for one that
//! has room, between moves or with one.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::UseReducerDispatcher;

use super::late::N_FRAMES;
use super::page;
use super::state::{Action, AppState};

/// How long after the move that it answers an answer may still wait for a frame without a move: a
/// frame less than bands may take.
const PATIENCE_MS: f64 = 80.0;

/// What is drawn in one frame, as long as it takes no longer than this; and what it takes in pieces
/// instead, about.
const AT_ONCE_MS: f64 = 20.0;
const PIECES_COST: f64 = 1.5;
/// A finger that has not moved for so long rests.
const REST_MS: f64 = 100.0;
/// Until it rests, a part of the room comes as seldom as this: the next move is not to find the page
/// busy.
const PART_MS: f64 = 250.0;
/// Where the graph takes longer than this it is drawn with a move, and so is each part, half as
/// often; by itself only when the finger has not moved for so long.
const GRAPH_MS: f64 = 12.0;
const APART_MS: f64 = 60.0;

type To = UseReducerDispatcher<AppState>;

/// When the last revisions came, the newest first, and the frames that are due for their answers.
#[derive(Default)]
pub(super) struct Moves {
    came_ms: RefCell<VecDeque<(u64, f64)>>,
    n_due: Cell<u32>,
    /// From when on a frame with a move in it will do.
    until_ms: Cell<f64>,
    /// When a part of the room was last drawn by itself.
    part_ms: Cell<f64>,
    /// What the frames since the newest answer have taken.
    took_ms: Cell<f64>,
    /// What the graph took the last times that it was drawn by itself.
    graph_ms: Cell<[f64; 3]>,
    /// All in one frame took too long the last time.
    in_pieces: Cell<bool>,
    /// The next frame is looked at; or the one after a while.
    is_watching: Cell<bool>,
    later: RefCell<Option<Timeout>>,
}

impl Moves {
    /// Questions wait for one another, but never so many.
    const N_MAX: usize = 32;

    /// A revision has come.
    pub(super) fn note(self: &Rc<Self>, revision: u64, to: &To) {
        let mut moves = self.came_ms.borrow_mut();
        moves.truncate(Self::N_MAX - 1);
        moves.push_front((revision, page::now_ms()));
        drop(moves);
        if self.is_slow() {
            self.watch(to.clone());
        }
    }

    /// An answer has come, which is drawn as soon as a frame has room for it.
    pub(super) fn heard(self: &Rc<Self>, revision: u64, to: &To) {
        self.took_ms.set(0.0);
        let n_frames = if self.in_pieces.get() { N_FRAMES } else { 1 };
        // Frames that are due already go on: they have waited longer.
        if self.n_due.replace(n_frames) == 0 {
            self.until_ms.set(self.ms_of(revision) + PATIENCE_MS);
        }
        self.watch_on(to.clone(), page::now_ms());
    }

    /// Looks at the next frame in which something may be drawn: each that is asked for costs the
    /// browser the same work whether anything is.
    fn watch_on(self: &Rc<Self>, to: To, now_ms: f64) {
        let wait_ms = self.wait_ms(now_ms);
        if wait_ms <= 0.0 {
            return self.watch(to);
        }
        let moves = self.clone();
        let later = Timeout::new(wait_ms as u32, move || moves.watch(to));
        self.later.replace(Some(later));
    }

    fn watch(self: &Rc<Self>, to: To) {
        if self.n_due.get() == 0 || self.is_watching.replace(true) {
            return;
        }
        let moves = self.clone();
        page::before_frame(move |began_ms| {
            moves.is_watching.set(false);
            if moves.has_room(began_ms) {
                moves.draw_frame();
                to.dispatch(Action::CatchUp { all: !moves.in_pieces.get() });
            }
            moves.watch_on(to, began_ms);
        });
    }

    /// Whether the graph has not been drawn with the newest answer yet.
    fn owes_graph(&self) -> bool {
        self.n_due.get() == N_FRAMES
    }

    /// Whether the frame that begins is one to draw more than a move in.
    fn has_room(&self, began_ms: f64) -> bool {
        let still_ms = began_ms - self.last_ms();
        let has_move = still_ms <= 0.0;
        let has_time = !has_move || self.until_ms.get() <= began_ms;
        if !self.in_pieces.get() {
            return has_time;
        }
        let rests_or =
            |every_ms: f64| REST_MS <= still_ms || self.part_ms.get() + every_ms <= began_ms;
        if !self.is_slow() {
            return if self.owes_graph() { has_time } else { rests_or(PART_MS) };
        }
        // A frame between two moves would be what the second one waits for. A move draws the graph
        // with the answer that waits, for little more than its own.
        if has_move {
            self.n_due.set(self.n_due.get().min(N_FRAMES - 1));
            return rests_or(2.0 * PART_MS);
        }
        if self.owes_graph() { APART_MS <= still_ms } else { REST_MS <= still_ms }
    }

    /// For how long no frame without a move will have room.
    fn wait_ms(&self, began_ms: f64) -> f64 {
        let rests_in_ms = self.last_ms() + REST_MS - began_ms;
        match (self.owes_graph(), self.is_slow()) {
            _ if !self.in_pieces.get() => 0.0,
            (true, true) => self.last_ms() + APART_MS - began_ms,
            (true, false) => 0.0,
            (false, true) => rests_in_ms,
            (false, false) => rests_in_ms.min(self.part_ms.get() + PART_MS - began_ms),
        }
    }

    /// Whether the graph alone takes most of the time between two moves, and not once by chance.
    fn is_slow(&self) -> bool {
        self.graph_ms.get().iter().all(|took_ms| GRAPH_MS < *took_ms)
    }

    /// A frame is being drawn that began now.
    fn draw_frame(self: &Rc<Self>) {
        let (moves, began_ms) = (self.clone(), page::now_ms());
        let is_graph = moves.owes_graph();
        if !is_graph {
            moves.part_ms.set(began_ms);
        }
        moves.n_due.set(moves.n_due.get().saturating_sub(1));
        page::soon(move || {
            let took_ms = page::now_ms() - began_ms;
            moves.took_ms.set(moves.took_ms.get() + took_ms);
            if is_graph {
                let [newest, former, _] = moves.graph_ms.get();
                moves.graph_ms.set([took_ms, newest, former]);
            }
            if moves.n_due.get() == 0 {
                let cost = if moves.in_pieces.get() { PIECES_COST } else { 1.0 };
                moves.in_pieces.set(AT_ONCE_MS * cost < moves.took_ms.get());
            }
        });
    }

    fn last_ms(&self) -> f64 {
        self.came_ms.borrow().front().map_or(0.0, |(_, ms)| *ms)
    }

    fn ms_of(&self, revision: u64) -> f64 {
        let moves = self.came_ms.borrow();
        moves.iter().find(|(known, _)| *known == revision).map_or(0.0, |(_, ms)| *ms)
    }
}
