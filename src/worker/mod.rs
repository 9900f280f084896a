//! Listens, and moves one job forward. The newest question replaces the job being worked on.

pub mod desk;
pub mod job;
pub mod outcome;
pub mod reader;
mod summary;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use crate::facts::Basis;
use crate::levers::LeverId;
use crate::protocol::{FromWorker, ToWorker, from_bytes, to_bytes};
use desk::{City, Desk};
use job::Job;

/// What one worker holds.
struct Post {
    scope: DedicatedWorkerGlobalScope,
    /// None until the municipality has come, which is the first message.
    desk: Option<Desk>,
    job: Option<Job>,
    /// Rings the bell that brings the next turn.
    bell: MessagePort,
    is_rung: bool,
}

/// A question that cannot be answered: why, in both languages.
fn refusal(revision: u64, ja: String, en: String) -> FromWorker {
    FromWorker::Refused { revision, ja, en }
}

/// Whether this copy of the program runs in a worker.
pub fn is_here() -> bool {
    js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>()
}

/// Listens for questions for as long as the worker lives.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // A message to ourselves, not a timer: nested timers wait four milliseconds, and between two
    // messages the browser hands over a newer question just as well.
    let channel = MessageChannel::new().expect("every browser that runs wasm has channels");
    let post = Rc::new(RefCell::new(Post {
        scope: scope.clone(),
        desk: None,
        job: None,
        bell: channel.port2(),
        is_rung: false,
    }));
    let on_bell = {
        let post = post.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |_| post.borrow_mut().turn())
    };
    channel.port1().set_onmessage(Some(on_bell.as_ref().unchecked_ref()));
    on_bell.forget();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(bytes) = event.data().dyn_into::<Uint8Array>() {
            post.borrow_mut().hear(&bytes.to_vec());
        }
    });
    let listener = on_message.as_ref().unchecked_ref();
    scope
        .add_event_listener_with_callback("message", listener)
        .expect("a worker can always listen to its page");
    on_message.forget();
}

impl Post {
    fn hear(&mut self, bytes: &[u8]) {
        match (from_bytes::<ToWorker>(bytes), &mut self.desk) {
            (Some(ToWorker::City(packed)), desk) => {
                *desk =
                    from_bytes::<Basis>(&packed).map(|facts| Desk::new(Rc::new(City::new(facts))));
                self.job = None;
            }
            (Some(ToWorker::Ask(ask)), Some(desk)) => match Job::new(desk, ask) {
                Ok(job) => {
                    self.job = Some(job);
                    self.ring();
                }
                Err(refusal) => self.say(&refusal),
            },
            (Some(ToWorker::Part(part)), Some(desk)) => {
                let said = self.job.as_mut().and_then(|job| job.take(desk, &part));
                if let Some(said) = said {
                    self.say(&said);
                }
            }
            (Some(ToWorker::Probe { n_blocks }), Some(desk)) => {
                desk.probe(n_blocks);
                self.say(&FromWorker::Probed);
            }
            (Some(ToWorker::ProbeLevers { keys, n_blocks }), Some(desk)) => {
                let levers: Vec<_> = keys.split(' ').filter_map(LeverId::find).collect();
                desk.probe_levers(&levers, n_blocks);
                self.say(&FromWorker::Probed);
            }
            (Some(ToWorker::Stop), _) => self.job = None,
            // A page and its workers are one build, and the city comes first.
            (Some(_), None) | (None, _) => {}
        }
    }

    fn turn(&mut self) {
        self.is_rung = false;
        let (Some(job), Some(desk)) = (&mut self.job, &mut self.desk) else { return };
        let said = job.turn(desk);
        let goes_on = !job.has_run();
        if let Some(said) = said {
            self.say(&said);
        }
        if goes_on {
            self.ring();
        }
    }

    fn ring(&mut self) {
        if !self.is_rung {
            self.is_rung = self.bell.post_message(&JsValue::NULL).is_ok();
        }
    }

    fn say(&self, message: &FromWorker) {
        let bytes = Uint8Array::from(to_bytes(message).as_slice());
        let buffers = Array::of1(&bytes.buffer());
        self.scope
            .post_message_with_transfer(&bytes, &buffers)
            .expect("a buffer made here can always be handed over");
    }
}
