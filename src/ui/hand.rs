//! A worker as the page has it in hand: started, told things, sent home.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, MessagePort, Worker};

use crate::protocol::{FromWorker, ToWorker, from_bytes, to_bytes};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker of this same program; `assets/boot.js` says how.
    #[wasm_bindgen(js_namespace = mitoshi, js_name = spawnWorker)]
    fn spawn_worker() -> Worker;
}

pub(super) struct Hand {
    worker: Worker,
    /// Kept so that they live as long as the worker.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Hand {
    pub(super) fn hire(
        on_said: impl Fn(FromWorker) + 'static,
        on_death: impl Fn() + 'static,
    ) -> Self {
        let worker = spawn_worker();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>();
            if let Some(said) = bytes.ok().and_then(|bytes| from_bytes(&bytes.to_vec())) {
                on_said(said);
            }
        });
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            on_death();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { worker, _on_message: on_message, _on_error: on_error }
    }

    pub(super) fn tell(&self, message: &ToWorker) {
        let bytes = Uint8Array::from(to_bytes(message).as_slice());
        self.hand_over(&bytes, &bytes.buffer());
    }

    /// One end of a channel to another worker.
    pub(super) fn give(&self, port: &MessagePort) {
        self.hand_over(port, port);
    }

    /// What is handed over is ours no longer.
    fn hand_over(&self, message: &JsValue, given: &JsValue) {
        self.worker
            .post_message_with_transfer(message, &Array::of1(given))
            .expect("a buffer or a port of our own can always be handed over");
    }

    /// Sends it home. It may be the one that is speaking: its own listener is running then, and may
    /// not be dropped under itself.
    pub(super) fn dismiss(self) {
        self.worker.terminate();
        std::mem::forget(self);
    }
}
