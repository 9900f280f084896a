//! The workers, as the page sees them: it asks, and gets answers to its newest question. What the
//! others have run goes to the first by a channel between the two, past the page, which is busy when
//! a finger moves. A worker that dies is replaced and asked again.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::MessageChannel;
use yew::Callback;

use super::crew::Crew;
use super::hand::Hand;
use super::page;
use super::remembered::Remembered;
use super::turns::Turns;
use crate::model::lanes::LANES;
use crate::protocol::{Answer, Ask, Comparison, Draws, FromWorker, ToWorker};

/// What the pool tells the page.
#[derive(Clone)]
pub enum Heard {
    Answer(Rc<Answer>),
    Compared(Rc<Comparison>),
    /// How far a long question is.
    Progress {
        revision: u64,
        n_done: u32,
    },
    Refused {
        revision: u64,
        ja: String,
        en: String,
    },
    /// A worker died and was replaced; its question was asked again.
    Restarted,
    /// Workers keep dying: the pool stopped trying.
    GaveUp,
}

/// After so many deaths without an answer between them, trying again is not going to help.
const DEATHS_MAX: u32 = 4;

/// Blocks of draws a worker is timed on: some tens of milliseconds.
const PROBE_BLOCKS: u32 = 6;

/// How long a finger has to stay where it is.
const STAYS_MS: u32 = 100;

/// A crew being timed: first all of them warm up, then the clock runs.
struct Timing {
    n_waited_for: usize,
    began_ms: Option<f64>,
}

struct Inner {
    hands: Vec<Option<Hand>>,
    /// The municipality, packed: what every worker hears first.
    city: Rc<[u8]>,
    turns: Turns,
    remembered: Remembered,
    crew: Crew,
    /// Workers there are to share a question, and how many share the present one.
    n_asked: usize,
    n_at_work: usize,
    n_cores: usize,
    timing: Option<Timing>,
    /// Ends when nobody has asked for anything for a while.
    quiet: Option<Timeout>,
    deaths: u32,
    on_heard: Callback<Heard>,
}

/// A handle on the workers.
#[derive(Clone)]
pub struct Pool(Rc<RefCell<Inner>>);

impl PartialEq for Pool {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Pool {
    /// Begins with two workers where there are two cores; how many there will be is measured, but
    /// not where the address says it.
    pub fn new(
        city: Rc<[u8]>,
        asked_for: Option<usize>,
        n_cores: usize,
        on_heard: Callback<Heard>,
    ) -> Self {
        let n_asked = asked_for.unwrap_or_else(|| n_cores.min(2)).max(1);
        let crew = Crew::new(if asked_for.is_some() { 1 } else { n_cores });
        let inner = Inner {
            hands: Vec::new(),
            city,
            turns: Turns::new(n_asked, n_cores),
            remembered: Remembered::default(),
            crew,
            n_asked,
            n_at_work: 0,
            n_cores,
            timing: None,
            quiet: None,
            deaths: 0,
            on_heard,
        };
        let pool = Self(Rc::new(RefCell::new(inner)));
        pool.hire_up_to(n_asked);
        pool
    }

    /// Asks all workers, each for its part, as soon as the question's turn has come. While a finger
    /// moves, first bands that are known need nobody.
    pub fn ask(&self, ask: Ask) {
        let (mut inner, now_ms) = (self.0.borrow_mut(), page::now_ms());
        // What is being timed would be slowed by the question: it is timed another time.
        (inner.timing, inner.quiet) = (None, None);
        let is_moving = ask.draws == Draws::First;
        let known = if is_moving { inner.remembered.find(&ask) } else { None };
        let Some(answer) = known else {
            if inner.turns.ask(ask, now_ms).is_some() {
                inner.tell_all();
            }
            return;
        };
        inner.turns.know(ask, now_ms);
        let on_heard = inner.on_heard.clone();
        drop(inner);
        self.wait_for_rest(answer.revision);
        on_heard.emit(Heard::Answer(answer));
    }

    /// The finger rests on a question: its later draws are asked for too.
    pub fn rest(&self, revision: u64) {
        let mut inner = self.0.borrow_mut();
        if inner.turns.rest(revision, page::now_ms()).is_some() {
            inner.tell_all();
        }
    }

    /// Asks the question that waits for the next move, if that does not come in its time.
    fn let_go_in(&self, ms: f64) {
        let pool = self.clone();
        let let_go = move || {
            let mut inner = pool.0.borrow_mut();
            let now_ms = page::now_ms();
            if inner.turns.held_ms(now_ms).is_none() && inner.turns.let_go(now_ms).is_some() {
                inner.tell_all();
            }
        };
        Timeout::new(ms.ceil() as u32, let_go).forget();
    }

    fn hire_up_to(&self, n: usize) {
        // Taken first: a borrow in the loop's own line would last as long as the loop.
        let n_hired = self.0.borrow().hands.len();
        for index in n_hired..n {
            let hand = self.hire(index);
            self.0.borrow_mut().put(index, hand);
        }
    }

    /// Sends everybody home: the page is going to be another program's.
    pub fn close(&self) {
        let hands = std::mem::take(&mut self.0.borrow_mut().hands);
        hands.into_iter().flatten().for_each(Hand::dismiss);
    }

    fn hire(&self, index: usize) -> Hand {
        let (hearing, burying) = (self.clone(), self.clone());
        let hand = Hand::hire(move |said| hearing.hear(said), move || burying.bury(index));
        hand.tell(&ToWorker::City(self.0.borrow().city.to_vec()));
        hand
    }

    fn hear(&self, said: FromWorker) {
        let now_ms = page::now_ms();
        let heard = match said {
            FromWorker::Answer(answer) => {
                let answer = Rc::new(*answer);
                self.0.borrow_mut().remember(&answer);
                self.answered(answer.revision, answer.n_done, answer.n_draws, now_ms);
                Heard::Answer(answer)
            }
            FromWorker::Compared(found) => {
                self.answered(found.revision, found.n_done, found.n_draws, now_ms);
                Heard::Compared(Rc::new(*found))
            }
            FromWorker::Progress { revision, n_done, .. } => Heard::Progress { revision, n_done },
            FromWorker::Refused { revision, ja, en } => {
                let next = self.0.borrow_mut().turns.refused(revision, now_ms);
                self.goes_on(next, now_ms);
                Heard::Refused { revision, ja, en }
            }
            FromWorker::Probed => return self.probed(now_ms),
        };
        let on_heard = self.0.borrow().on_heard.clone();
        on_heard.emit(heard);
    }

    fn answered(&self, revision: u64, n_done: u32, n_draws: u32, now_ms: f64) {
        let is_all = n_done == n_draws;
        self.0.borrow_mut().deaths = 0;
        let next = self.0.borrow_mut().turns.heard(revision, n_done, is_all, now_ms);
        if self.goes_on(next, now_ms) {
            return;
        }
        let mut inner = self.0.borrow_mut();
        let now = inner.turns.now().filter(|now| now.revision == revision);
        let is_first = now.is_some_and(|it| it.draws == Draws::First);
        if is_all && now.is_some() {
            let pool = self.clone();
            inner.quiet = Some(Timeout::new(page::QUIET_MS, move || pool.time_crew()));
        }
        drop(inner);
        if is_first && !is_all {
            self.wait_for_rest(revision);
        }
    }

    /// Whether there is a next question: it is asked, or waits for the move that is about to come.
    fn goes_on(&self, next: Option<Ask>, now_ms: f64) -> bool {
        let held_ms = self.0.borrow().turns.held_ms(now_ms);
        match held_ms {
            _ if next.is_some() => self.0.borrow_mut().tell_all(),
            Some(ms) => self.let_go_in(ms),
            None => return false,
        }
        true
    }

    /// A finger that stays where it is wants all draws.
    fn wait_for_rest(&self, revision: u64) {
        let pool = self.clone();
        Timeout::new(STAYS_MS, move || pool.rest(revision)).forget();
    }

    /// Times the next size of crew, now that nobody waits for anything.
    fn time_crew(&self) {
        let Some(size) = self.0.borrow().crew.next() else { return };
        self.hire_up_to(size);
        let mut inner = self.0.borrow_mut();
        inner.timing = Some(Timing { n_waited_for: size, began_ms: None });
        inner.probe(size, 1);
    }

    fn probed(&self, now_ms: f64) {
        let mut inner = self.0.borrow_mut();
        let size = inner.crew.next().unwrap_or(0);
        let Some(timing) = &mut inner.timing else { return };
        timing.n_waited_for = timing.n_waited_for.saturating_sub(1);
        if 0 < timing.n_waited_for {
            return;
        }
        let Some(began_ms) = timing.began_ms else {
            *timing = Timing { n_waited_for: size, began_ms: Some(now_ms) };
            inner.probe(size, PROBE_BLOCKS);
            return;
        };
        inner.timing = None;
        let ms = now_ms - began_ms;
        page::mark(&format!("mitoshi:crew-{size}-{PROBE_BLOCKS}-{ms}"));
        inner.crew.took(ms);
        let next = inner.crew.next();
        if next.is_none() {
            inner.settle_crew();
        } else if next != Some(size) {
            drop(inner);
            self.time_crew();
        }
        // The same size waits for the next rest: what disturbed it may be over then.
    }

    /// Replaces a dead worker. The first one holds what the others have handed on, so when it
    /// dies everybody is asked again.
    fn bury(&self, index: usize) {
        let on_heard = {
            let mut inner = self.0.borrow_mut();
            if let Some(hand) = inner.hands[index].take() {
                hand.dismiss();
            }
            inner.deaths += 1;
            inner.timing = None;
            inner.on_heard.clone()
        };
        if DEATHS_MAX <= self.0.borrow().deaths {
            on_heard.emit(Heard::GaveUp);
            return;
        }
        let hand = self.hire(index);
        let mut inner = self.0.borrow_mut();
        inner.put(index, hand);
        let all = 0..inner.n_at_work;
        for other in all.filter(|other| index == 0 || *other == index) {
            inner.tell(other);
        }
        drop(inner);
        on_heard.emit(Heard::Restarted);
    }
}

impl Inner {
    /// Takes on a worker, and gives the first one and each other the two ends of a channel.
    fn put(&mut self, index: usize, hand: Hand) {
        match self.hands.get_mut(index) {
            Some(place) => *place = Some(hand),
            None => self.hands.push(Some(hand)),
        }
        let others = 1..self.hands.len();
        for other in others.filter(|other| index == 0 || *other == index) {
            let channel = MessageChannel::new().expect("every browser that runs wasm has channels");
            for (index, port) in [(0, channel.port1()), (other, channel.port2())] {
                if let Some(hand) = self.hand(index) {
                    hand.give(&port);
                }
            }
        }
    }

    fn remember(&mut self, answer: &Rc<Answer>) {
        let now = self.turns.now().filter(|now| now.revision == answer.revision);
        if let Some(ask) = now {
            self.remembered.keep(ask, answer);
        }
    }

    fn tell_all(&mut self) {
        let n = self.turns.now().map_or(0, |ask| ask.of as usize);
        for index in 0..n {
            self.tell(index);
        }
        for index in n..self.n_at_work {
            self.send(index, &ToWorker::Stop);
        }
        self.n_at_work = n;
    }

    fn tell(&self, index: usize) {
        let Some(ask) = self.turns.now() else { return };
        self.send(index, &ToWorker::Ask(Ask { index: index as u32, ..ask.clone() }));
    }

    fn probe(&self, size: usize, n_blocks: u32) {
        for index in 0..size {
            self.send(index, &ToWorker::Probe { n_blocks });
        }
    }

    /// Keeps as many workers as were found to be worth it.
    fn settle_crew(&mut self) {
        self.n_asked = self.crew.size();
        self.turns.share(self.n_asked, self.n_cores);
        if let Some(ms) = self.crew.ms_a_piece() {
            self.turns.timed(ms / (PROBE_BLOCKS as usize * LANES) as f64);
        }
        let beyond = self.n_asked.min(self.hands.len());
        self.hands.drain(beyond..).flatten().for_each(Hand::dismiss);
        page::mark(&format!("mitoshi:workers-{}", self.n_asked));
    }

    fn send(&self, index: usize, message: &ToWorker) {
        if let Some(hand) = self.hand(index) {
            hand.tell(message);
        }
    }

    fn hand(&self, index: usize) -> Option<&Hand> {
        self.hands.get(index).and_then(Option::as_ref)
    }
}
