//! Which question the workers are at. While a slider moves, questions come faster than answers:
//! the newest one waits until the present one has given its first bands, and takes the place of
//! any that waited before it. So bands come while the finger moves, and none is asked in vain.

use crate::protocol::Ask;

/// Draws that make bands worth waiting for.
const ENOUGH: u32 = 256;
/// Draws of the first answer where [`ENOUGH`] would take too long.
const FEW: u32 = 64;
/// How long a finger waits for bands.
const PATIENCE_MS: f64 = 100.0;

#[derive(Default)]
pub struct Turns {
    now: Option<Ask>,
    /// The newest question, waiting for its turn.
    next: Option<Ask>,
    /// Whether the present question has not given its first bands yet.
    is_waited_for: bool,
    asked_at_ms: f64,
    /// What a draw took lately.
    ms_per_draw: Option<f64>,
}

impl Turns {
    /// A new question: given back when it is to be asked now.
    pub fn ask(&mut self, ask: Ask, now_ms: f64) -> Option<Ask> {
        if self.is_waited_for {
            self.next = Some(ask);
            return None;
        }
        Some(self.begin(ask, now_ms))
    }

    /// So many draws of the present question are answered: what to ask next, if its turn has come.
    pub fn heard(&mut self, revision: u64, n_done: u32, is_all: bool, now_ms: f64) -> Option<Ask> {
        if !self.is_waited_for || self.now.as_ref().is_none_or(|now| now.revision != revision) {
            return None;
        }
        let pace = (now_ms - self.asked_at_ms) / f64::from(n_done.max(1));
        self.ms_per_draw = Some(pace);
        let is_enough = is_all || ENOUGH <= n_done || PATIENCE_MS < pace * f64::from(ENOUGH);
        if is_enough { self.give_way(now_ms) } else { None }
    }

    /// The present question has no answer to come: it was refused.
    pub fn refused(&mut self, revision: u64, now_ms: f64) -> Option<Ask> {
        let is_now = self.now.as_ref().is_some_and(|now| now.revision == revision);
        if is_now { self.give_way(now_ms) } else { None }
    }

    /// The question being worked on.
    pub fn now(&self) -> Option<&Ask> {
        self.now.as_ref()
    }

    fn give_way(&mut self, now_ms: f64) -> Option<Ask> {
        self.is_waited_for = false;
        let next = self.next.take()?;
        Some(self.begin(next, now_ms))
    }

    fn begin(&mut self, ask: Ask, now_ms: f64) -> Ask {
        let is_quick = self.ms_per_draw.is_some_and(|ms| ms * f64::from(ENOUGH) <= PATIENCE_MS);
        let ask = Ask { first: if is_quick { ENOUGH } else { FEW }, ..ask };
        (self.is_waited_for, self.asked_at_ms) = (true, now_ms);
        self.now = Some(ask.clone());
        ask
    }
}
