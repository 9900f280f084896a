//! Listens, and moves one job forward. The newest question replaces the job being worked on. What
//! comes from another worker may come before the question it is of, which comes from the page.

pub mod desk;
pub mod job;
pub mod outcome;
pub mod reader;
mod summary;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use crate::facts::Basis;
use crate::levers::LeverId;
use crate::protocol::{FromWorker, Part, ToWorker, from_bytes, to_bytes};
use desk::{City, Desk};
use job::Job;

/// What one worker holds.
struct Post {
    scope: DedicatedWorkerGlobalScope,
    /// None until the municipality has come, which is the first message.
    desk: Option<Desk>,
    job: Option<Job>,
    /// Parts of questions that have not come yet.
    early: Vec<Part>,
    /// The way to the first worker; of the first one itself, to some other.
    peer: Option<MessagePort>,
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
        early: Vec::new(),
        peer: None,
        bell: channel.port2(),
        is_rung: false,
    }));
    let on_bell = {
        let post = post.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |_| post.borrow_mut().turn())
    };
    channel.port1().set_onmessage(Some(on_bell.as_ref().unchecked_ref()));
    on_bell.forget();
    let listener = Rc::new(OnceCell::<Function>::new());
    let on_message = {
        let listener = listener.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            match event.data().dyn_into::<Uint8Array>() {
                Ok(bytes) => post.borrow_mut().hear(&bytes.to_vec()),
                // The page's other kind of message: a way to another worker.
                Err(other) => {
                    let port: MessagePort = other.unchecked_into();
                    port.set_onmessage(listener.get());
                    post.borrow_mut().peer = Some(port);
                }
            }
        })
    };
    let function = listener.get_or_init(|| on_message.as_ref().unchecked_ref::<Function>().clone());
    scope
        .add_event_listener_with_callback("message", function)
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
                    let newest = job.revision();
                    self.job = Some(job);
                    self.early.retain(|part| newest <= part.revision);
                    for part in std::mem::take(&mut self.early) {
                        self.take(part);
                    }
                    self.ring();
                }
                Err(refusal) => self.say(&refusal),
            },
            (Some(ToWorker::Part(part)), Some(_)) => self.take(part),
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

    /// Takes over a part of this question, or keeps it for the one it is of.
    fn take(&mut self, part: Part) {
        match (&mut self.job, &mut self.desk) {
            (Some(job), Some(desk)) if job.is_of(&part) => {
                if let Some(said) = job.take(desk, &part) {
                    self.say(&said);
                }
            }
            (Some(job), _) if part.revision < job.revision() => {}
            _ => self.early.push(part),
        }
    }

    fn turn(&mut self) {
        self.is_rung = false;
        let (Some(job), Some(desk)) = (&mut self.job, &mut self.desk) else { return };
        let (said, part) = (job.turn(desk), job.part());
        let goes_on = !job.has_run();
        if let Some(said) = said {
            self.say(&said);
        }
        if let Some(part) = part {
            self.hand_on(part);
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
        let (bytes, buffers) = to_hand_over(&to_bytes(message));
        let posted = self.scope.post_message_with_transfer(&bytes, &buffers);
        posted.expect("a buffer made here can always be handed over");
    }

    /// To the first worker, past the page.
    fn hand_on(&self, part: Part) {
        let Some(first) = &self.peer else { return };
        let (bytes, buffers) = to_hand_over(&to_bytes(&ToWorker::Part(part)));
        let posted = first.post_message_with_transferable(&bytes, &buffers);
        posted.expect("a buffer made here can always be handed over");
    }
}

/// A message, and the buffer it is in, which goes along instead of being copied.
fn to_hand_over(message: &[u8]) -> (Uint8Array, Array) {
    let bytes = Uint8Array::from(message);
    let buffers = Array::of1(&bytes.buffer());
    (bytes, buffers)
}
