//! The page's handle on the worker that reads a file.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use yew::Callback;

use crate::exchange::wire::{Bring, Told};
use crate::protocol::{from_bytes, to_bytes};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker of the program `rooms`; `assets/boot.js` says how.
    #[wasm_bindgen(js_namespace = mitoshi, js_name = spawnReader)]
    fn spawn_reader() -> Worker;
}

/// One reading. Dropping it stops the worker.
pub(super) struct Reader {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Reader {
    /// Hands files or a paste over; `on_told` gets none when the worker died over them.
    pub(super) fn ask(bring: &Bring, files: &[File], on_told: Callback<Option<Told>>) -> Self {
        let worker = spawn_reader();
        let on_message = {
            let (worker, on_told) = (worker.clone(), on_told.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let bytes = event.data().dyn_into::<Uint8Array>().ok();
                let told = bytes.and_then(|bytes| from_bytes(&bytes.to_vec()));
                // Its memory may be large, and it is not needed any more.
                worker.terminate();
                on_told.emit(told);
            })
        };
        let on_error = {
            let worker = worker.clone();
            Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
                event.prevent_default();
                worker.terminate();
                on_told.emit(None);
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let asked = Uint8Array::from(to_bytes(bring).as_slice());
        let message = Array::of1(&asked);
        for file in files {
            message.push(file);
        }
        worker.post_message(&message).expect("bytes and a file can always be handed over");
        Self { worker, _on_message: on_message, _on_error: on_error }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
