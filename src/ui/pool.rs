//! The workers, as the page sees them: it asks, and gets answers to its newest question. A worker
//! that dies is replaced and asked again.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

use crate::protocol::{Answer, Ask, FromWorker, Part, ToWorker, from_bytes, to_bytes};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker of this same program; `assets/boot.js` says how.
    #[wasm_bindgen(js_namespace = mitoshi, js_name = spawnWorker)]
    fn spawn_worker() -> Worker;
}

/// What the pool tells the page.
#[derive(Clone)]
pub enum Heard {
    Answer(Rc<Answer>),
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

struct Hand {
    worker: Worker,
    /// Kept so that they live as long as the worker.
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 1],
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

struct Inner {
    hands: Vec<Option<Hand>>,
    ask: Option<Ask>,
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
    pub fn new(n_workers: usize, on_heard: Callback<Heard>) -> Self {
        let inner = Inner { hands: Vec::new(), ask: None, deaths: 0, on_heard };
        let pool = Self(Rc::new(RefCell::new(inner)));
        for index in 0..n_workers.max(1) {
            let hand = pool.hire(index);
            pool.0.borrow_mut().hands.push(Some(hand));
        }
        pool
    }

    /// Asks all workers, each for its part. An earlier question is dropped.
    pub fn ask(&self, ask: Ask) {
        let mut inner = self.0.borrow_mut();
        inner.ask = Some(ask);
        for index in 0..inner.hands.len() {
            inner.tell(index);
        }
    }

    /// Sends everybody home: the page is going to be another program's.
    pub fn close(&self) {
        let hands = std::mem::take(&mut self.0.borrow_mut().hands);
        for hand in hands.into_iter().flatten() {
            hand.worker.terminate();
        }
    }

    fn hire(&self, index: usize) -> Hand {
        let worker = spawn_worker();
        let on_message = {
            let pool = self.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let Ok(bytes) = event.data().dyn_into::<Uint8Array>() {
                    pool.hear(&bytes.to_vec());
                }
            })
        };
        let on_error = {
            let pool = self.clone();
            Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
                event.prevent_default();
                pool.bury(index);
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Hand { worker, _listeners: [on_message], _on_error: on_error }
    }

    fn hear(&self, bytes: &[u8]) {
        let heard = match from_bytes::<FromWorker>(bytes) {
            Some(FromWorker::Answer(answer)) => {
                self.0.borrow_mut().deaths = 0;
                Heard::Answer(Rc::new(*answer))
            }
            Some(FromWorker::Part(part)) => {
                self.0.borrow().hand_on(part);
                return;
            }
            Some(FromWorker::Refused { revision, ja, en }) => Heard::Refused { revision, ja, en },
            None => return,
        };
        let on_heard = self.0.borrow().on_heard.clone();
        on_heard.emit(heard);
    }

    /// Replaces a dead worker. The first one holds what the others have handed on, so when it
    /// dies everybody is asked again.
    fn bury(&self, index: usize) {
        let on_heard = {
            let mut inner = self.0.borrow_mut();
            if let Some(hand) = inner.hands[index].take() {
                hand.worker.terminate();
                // Its own listener is running just now: it may not be dropped under itself.
                std::mem::forget(hand);
            }
            inner.deaths += 1;
            inner.on_heard.clone()
        };
        if DEATHS_MAX <= self.0.borrow().deaths {
            on_heard.emit(Heard::GaveUp);
            return;
        }
        let hand = self.hire(index);
        let mut inner = self.0.borrow_mut();
        inner.hands[index] = Some(hand);
        let all = 0..inner.hands.len();
        for other in all.filter(|other| index == 0 || *other == index) {
            inner.tell(other);
        }
        drop(inner);
        on_heard.emit(Heard::Restarted);
    }
}

impl Inner {
    fn tell(&self, index: usize) {
        let Some(ask) = &self.ask else { return };
        let of = self.hands.len() as u32;
        self.send(index, &ToWorker::Ask(Ask { index: index as u32, of, ..ask.clone() }));
    }

    fn hand_on(&self, part: Part) {
        if self.ask.as_ref().is_some_and(|ask| ask.revision == part.revision) {
            self.send(0, &ToWorker::Part(part));
        }
    }

    fn send(&self, index: usize, message: &ToWorker) {
        let Some(hand) = &self.hands[index] else { return };
        let bytes = Uint8Array::from(to_bytes(message).as_slice());
        let buffers = Array::of1(&bytes.buffer());
        hand.worker
            .post_message_with_transfer(&bytes, &buffers)
            .expect("a buffer made here can always be handed over");
    }
}
