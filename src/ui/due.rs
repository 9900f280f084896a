//! When what an answer changes is drawn while a finger moves: in a frame between two moves or with
//! one, at once or in pieces, as quick as the computer is. It knows no browser: whoever draws tells
//! it what came, when, and how long drawing took.

use std::collections::VecDeque;

use super::late::N_FRAMES;

/// How long after the move that it answers an answer may still wait for a frame without a move: a
/// frame less than bands may take.
const PATIENCE_MS: f64 = 80.0;

/// What is drawn in one frame, as long as it takes no longer than this; and what it takes in pieces
/// instead, about.
const AT_ONCE_MS: f64 = 20.0;
const PIECES_COST: f64 = 1.5;
/// A finger that has not moved for so long rests; where drawing is slow, moves come further apart.
const REST_MS: f64 = 100.0;
const REST_SLOW_MS: f64 = 300.0;
/// Until it rests, a part of the room comes as seldom as this: the next move is not to find the page
/// busy.
const PART_MS: f64 = 250.0;
/// Where the graph takes longer than this it is drawn with a move, until it takes less than the other;
/// by itself only when the finger has not moved for so long.
const GRAPH_MS: f64 = 12.0;
const GRAPH_QUICK_MS: f64 = 7.0;
const APART_MS: f64 = 60.0;
/// So is each part there, which makes that move take twice as long, and is seldom for it.
const PART_SLOW_MS: f64 = 1_500.0;

/// So often is no chance.
const N_TIMES: usize = 3;

/// Questions wait for one another, but never so many.
const MOVES_MAX: usize = 32;

/// What a frame draws of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    All,
    Graph,
    Part { is_last: bool },
}

/// When the last revisions came, the newest first, and the frames that are due for their answers.
#[derive(Clone, Debug, Default)]
pub struct Due {
    came_ms: VecDeque<(u64, f64)>,
    n_frames: u32,
    /// From when on a frame with a move in it will do.
    until_ms: f64,
    /// When a part of the room was last drawn by itself.
    part_ms: f64,
    /// What the frames of the present answer have taken.
    took_ms: f64,
    /// What the graph took the last times that it was drawn by itself, and what that says.
    graph_ms: [f64; N_TIMES],
    is_slow: bool,
    /// All in one frame took too long; how many answers in a row have not since.
    in_pieces: bool,
    n_quick: usize,
}

impl Due {
    /// A revision has come.
    pub fn moved(&mut self, revision: u64, now_ms: f64) {
        if self.is_slow && self.rest_ms() <= now_ms - self.last_ms() {
            // A finger sets out, and the first moves are the slowest: all is as it was left.
            self.part_ms = now_ms;
        }
        self.came_ms.truncate(MOVES_MAX - 1);
        self.came_ms.push_front((revision, now_ms));
        if self.in_pieces && self.is_slow {
            // The move draws the graph with the answer that waits, for little more than its own.
            self.n_frames = self.n_frames.min(N_FRAMES - 1);
        }
    }

    /// An answer has come.
    pub fn answered(&mut self, revision: u64) {
        // Frames that are due already go on: they have waited longer.
        if self.n_frames == 0 {
            let mut moves = self.came_ms.iter();
            let move_ms = moves.find(|(known, _)| *known == revision).map_or(0.0, |(_, ms)| *ms);
            self.until_ms = move_ms + PATIENCE_MS;
        }
        self.n_frames = if self.in_pieces { N_FRAMES } else { 1 };
    }

    pub fn has_any(&self) -> bool {
        0 < self.n_frames
    }

    pub fn in_pieces(&self) -> bool {
        self.in_pieces
    }

    /// Whether the graph has not been drawn with the newest answer yet.
    fn owes_graph(&self) -> bool {
        self.n_frames == N_FRAMES
    }

    /// Whether the graph alone takes most of the time between two moves, and not once by chance. Then
    /// it is drawn with a move.
    pub fn is_slow(&self) -> bool {
        self.is_slow
    }

    /// Whether the frame that begins is one to draw more than a move in.
    pub fn has_room(&self, began_ms: f64) -> bool {
        let still_ms = began_ms - self.last_ms();
        let has_move = still_ms <= 0.0;
        let has_time = !has_move || self.until_ms <= began_ms;
        if !self.in_pieces {
            return has_time;
        }
        let (part_ms, rest_ms) = (self.part_ms, self.rest_ms());
        let rests_or = |every_ms: f64| rest_ms <= still_ms || part_ms + every_ms <= began_ms;
        if !self.is_slow() {
            return if self.owes_graph() { has_time } else { rests_or(PART_MS) };
        }
        // A frame between two moves would be what the second one waits for.
        if has_move {
            return rests_or(PART_SLOW_MS);
        }
        if self.owes_graph() { APART_MS <= still_ms } else { rest_ms <= still_ms }
    }

    /// For how long no frame without a move will have room.
    pub fn wait_ms(&self, now_ms: f64) -> f64 {
        let rests_in_ms = self.last_ms() + self.rest_ms() - now_ms;
        match (self.owes_graph(), self.is_slow()) {
            _ if !self.in_pieces => 0.0,
            (true, true) => self.last_ms() + APART_MS - now_ms,
            (true, false) => 0.0,
            (false, true) => rests_in_ms,
            (false, false) => rests_in_ms.min(self.part_ms + PART_MS - now_ms),
        }
    }

    /// A frame draws what is due.
    pub fn begin(&mut self, now_ms: f64) -> Drawn {
        let drawn = match self.n_frames {
            _ if !self.in_pieces => Drawn::All,
            N_FRAMES => Drawn::Graph,
            n => Drawn::Part { is_last: n <= 1 },
        };
        if drawn != Drawn::Graph {
            self.part_ms = now_ms;
        }
        self.n_frames = self.n_frames.saturating_sub(1);
        drawn
    }

    /// What that frame took.
    pub fn took(&mut self, drawn: Drawn, ms: f64) {
        match drawn {
            Drawn::All if AT_ONCE_MS < ms => {
                (self.in_pieces, self.n_quick) = (true, 0);
                // Until it is known: a graph is one of the frames that this would have been.
                self.graph_took([ms / f64::from(N_FRAMES); N_TIMES]);
            }
            Drawn::All => (),
            Drawn::Graph => {
                self.took_ms = ms;
                let [newest, former, _] = self.graph_ms;
                self.graph_took([ms, newest, former]);
            }
            Drawn::Part { is_last } => {
                self.took_ms += ms;
                if is_last {
                    let is_quick = self.took_ms <= AT_ONCE_MS * PIECES_COST;
                    self.n_quick = if is_quick { self.n_quick + 1 } else { 0 };
                    self.in_pieces = self.n_quick < N_TIMES;
                }
            }
        }
    }

    /// Once is chance, whether it is quick or slow.
    fn graph_took(&mut self, graph_ms: [f64; N_TIMES]) {
        self.graph_ms = graph_ms;
        let least_ms = if self.is_slow { GRAPH_QUICK_MS } else { GRAPH_MS };
        let is_quick = |took_ms: &f64| *took_ms <= least_ms;
        self.is_slow = match self.is_slow {
            true => !self.graph_ms.iter().all(is_quick),
            false => !self.graph_ms.iter().any(is_quick),
        };
    }

    fn rest_ms(&self) -> f64 {
        if self.is_slow { REST_SLOW_MS } else { REST_MS }
    }

    fn last_ms(&self) -> f64 {
        self.came_ms.front().map_or(0.0, |(_, ms)| *ms)
    }
}
