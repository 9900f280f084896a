//! Which question the workers are at, and how many of them. While a slider moves, questions come faster
//! than answers: the newest one waits until the present one has given its first bands, and takes the
//! place of any that waited before it. So bands come while the finger moves, and none is asked in
//! vain. Where the next move is nearer than the last one, that is waited for: a question that begins
//! with a move is the soonest answered, and the next one waits for it the least. Later draws are
//! asked for when the finger rests, and one worker less where each core has one: the page needs a
//! core to draw on.

use crate::protocol::{Ask, BAND_DRAWS, Draws};

/// Draws of the first answer where [`BAND_DRAWS`] would take too long.
const FEW: u32 = 64;
/// After so long with few draws a question is finished, whatever waits: all bands come now and then
/// under a finger that does not rest.
const FEW_FOR_MS: f64 = 250.0;
/// How long a finger waits for bands.
const PATIENCE_MS: f64 = 100.0;
/// A question waits for the one before it, so that bands come within [`PATIENCE_MS`] when each
/// takes less than half of that.
const SHORT_MS: f64 = 45.0;
/// Where fewer workers would take longer than this, judged by what all of them took, they are not
/// tried: two push each other aside, so that one alone takes less than twice as long.
const HOPELESS_MS: f64 = 75.0;
/// The first time what the fewer have not kept yet is lived through anew, and once is chance.
const LATE_MAX: u32 = 3;

/// Moves that come further apart than this follow no pace.
const APART_MS: f64 = 60.0;
/// How much later than its pace a move may come and still be waited for.
const GRACE_MS: f64 = 4.0;

/// What a draw took, and how many workers shared it.
#[derive(Clone, Copy)]
struct Pace {
    ms_per_draw: f64,
    of: u32,
}

pub struct Turns {
    now: Option<Ask>,
    /// The newest question, waiting for its turn.
    next: Option<Ask>,
    /// Whether its first bands are known, so that it waits for the finger to rest.
    is_next_known: bool,
    /// Whether the present question has not given its first bands yet.
    is_waited_for: bool,
    asked_at_ms: f64,
    /// Since when there have been few draws only.
    few_since_ms: Option<f64>,
    /// What a draw took the last two times.
    paces: [Option<Pace>; 2],
    /// Workers that share a question, and as many of them as leave the page a core.
    n_workers: u32,
    n_beside: u32,
    /// How often in a row the fewer were too slow.
    n_late: u32,
    /// When the newest move came, and how long after the one before it.
    moved_ms: f64,
    pace_ms: f64,
}

impl Turns {
    pub fn new(n_workers: usize, n_cores: usize) -> Self {
        let mut turns = Self {
            now: None,
            next: None,
            is_next_known: false,
            is_waited_for: false,
            asked_at_ms: 0.0,
            few_since_ms: None,
            paces: [None; 2],
            n_workers: 1,
            n_beside: 1,
            n_late: 0,
            moved_ms: f64::NEG_INFINITY,
            pace_ms: f64::INFINITY,
        };
        turns.share(n_workers, n_cores);
        turns
    }

    /// From now on so many workers share a question.
    pub fn share(&mut self, n_workers: usize, n_cores: usize) {
        self.n_workers = n_workers.max(1) as u32;
        self.n_beside = n_workers.min(n_cores.saturating_sub(1)).max(1) as u32;
    }

    /// All workers have run all chains from nothing at this pace: a lever's move takes no longer.
    pub fn timed(&mut self, ms_per_draw: f64) {
        self.went(Pace { ms_per_draw, of: self.n_workers });
    }

    fn went(&mut self, pace: Pace) {
        self.paces = [Some(pace), self.paces[0]];
    }

    /// The better pace of the last two: where draws have first to be lived through, because another
    /// measure is looked at or another world, that says nothing about the moves to come.
    fn pace(&self) -> Option<Pace> {
        let known = self.paces.iter().flatten().copied();
        known.min_by(|a, b| f64::total_cmp(&a.ms_per_draw, &b.ms_per_draw))
    }

    /// A new question: given back when it is to be asked now.
    pub fn ask(&mut self, ask: Ask, now_ms: f64) -> Option<Ask> {
        self.come(ask, false, now_ms);
        self.let_go(now_ms)
    }

    /// A new question whose first bands are known: what is left of it is asked for when the finger
    /// rests.
    pub fn know(&mut self, ask: Ask, now_ms: f64) {
        self.come(ask, true, now_ms);
    }

    fn come(&mut self, ask: Ask, is_known: bool, now_ms: f64) {
        (self.pace_ms, self.moved_ms) = (now_ms - self.moved_ms, now_ms);
        (self.next, self.is_next_known) = (Some(ask), is_known);
    }

    /// How long the question that waits does so for a move that is about to come, the one before it
    /// having had its answer.
    pub fn held_ms(&self, now_ms: f64) -> Option<f64> {
        let is_moving = !self.is_next_known && self.is_next_moving();
        let in_ms = self.moved_ms + self.pace_ms - now_ms;
        let is_near = self.pace_ms < APART_MS && -GRACE_MS < in_ms && in_ms < self.pace_ms * 0.5;
        (!self.is_waited_for && is_moving && is_near).then_some(in_ms + GRACE_MS)
    }

    /// No move has come: the question is asked as it is.
    pub fn let_go(&mut self, now_ms: f64) -> Option<Ask> {
        if self.is_waited_for { None } else { self.begin_next(now_ms) }
    }

    /// The finger rests on the newest question: what is left to ask.
    pub fn rest(&mut self, revision: u64, now_ms: f64) -> Option<Ask> {
        // Another drag is another try.
        self.n_late = self.n_late.min(LATE_MAX - 1);
        if self.next.as_ref().is_some_and(|next| next.revision != revision) {
            return None;
        }
        let is_it = |ask: &&mut Ask| ask.revision == revision && ask.draws == Draws::First;
        if let Some(next) = self.next.as_mut().filter(is_it) {
            next.draws = Draws::All;
            return self.let_go(now_ms);
        }
        let now = self.now.as_mut().filter(is_it)?;
        // What is waited for is waited for still.
        now.draws = if self.is_waited_for { Draws::All } else { Draws::Rest };
        now.of = self.n_workers;
        Some(now.clone())
    }

    /// So many draws of the present question are answered: what to ask next, if its turn has come.
    pub fn heard(&mut self, revision: u64, n_done: u32, is_all: bool, now_ms: f64) -> Option<Ask> {
        let now = self.now.as_ref().filter(|now| now.revision == revision)?;
        let is_full = is_all || BAND_DRAWS <= n_done;
        if is_full {
            self.few_since_ms = None;
        }
        if !self.is_waited_for {
            return None;
        }
        let took_ms = now_ms - self.asked_at_ms;
        if now.draws == Draws::First && now.of < self.n_workers {
            self.n_late = if SHORT_MS < took_ms { self.n_late + 1 } else { 0 };
        }
        let pace = Pace { ms_per_draw: took_ms / f64::from(n_done.max(1)), of: now.of };
        let is_slow = PATIENCE_MS < pace.ms_per_draw * f64::from(BAND_DRAWS);
        self.went(pace);
        let is_enough = is_full || {
            let since_ms = *self.few_since_ms.get_or_insert(now_ms);
            is_slow && now_ms < since_ms + FEW_FOR_MS
        };
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
        if self.held_ms(now_ms).is_some() { None } else { self.begin_next(now_ms) }
    }

    fn is_next_moving(&self) -> bool {
        self.next.as_ref().is_some_and(|next| next.draws == Draws::First)
    }

    fn begin_next(&mut self, now_ms: f64) -> Option<Ask> {
        if self.is_next_known && self.is_next_moving() {
            return None;
        }
        let next = self.next.take()?;
        Some(self.begin(next, now_ms))
    }

    fn begin(&mut self, ask: Ask, now_ms: f64) -> Ask {
        let bands_ms = |of: Option<u32>| {
            let pace = self.pace()?;
            let share = of.map_or(1.0, |of| f64::from(pace.of) / f64::from(of));
            Some(pace.ms_per_draw * f64::from(BAND_DRAWS) * share)
        };
        let is_quick = bands_ms(None).is_some_and(|ms| ms <= PATIENCE_MS);
        let first = if is_quick { BAND_DRAWS } else { FEW };
        let is_hopeless = bands_ms(Some(self.n_beside)).is_some_and(|ms| HOPELESS_MS < ms);
        let leaves_a_core = ask.draws == Draws::First && self.n_late < LATE_MAX && !is_hopeless;
        let of = if leaves_a_core { self.n_beside } else { self.n_workers };
        let ask = Ask { first, of, ..ask };
        (self.is_waited_for, self.asked_at_ms) = (true, now_ms);
        self.now = Some(ask.clone());
        ask
    }
}
