//! The worker that reads files somebody brings: off the page's thread, so that no file, however
//! large or strange, keeps the page from answering.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, TextDecoder, TextDecoderOptions};

use crate::exchange::wire::{Bring, Content};
use crate::facts::Basis;
use crate::protocol::{from_bytes, to_bytes};

/// Answers files with what was found in them. A message is what is asked, and then each file itself
/// (nothing for a paste): the browser hands it over without copying it through the page.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(parts) = event.data().dyn_into::<Array>() else { return };
            let asked = parts.get(0).dyn_into::<Uint8Array>().ok();
            let asked = asked.and_then(|bytes| from_bytes::<Bring>(&bytes.to_vec()));
            // A page and its workers are one file: another form cannot come.
            let Some(bring) = asked else { return };
            let files = parts.iter().skip(1).map(|file| file.dyn_into::<Blob>().ok()).collect();
            spawn_local(answer(scope.clone(), bring, files));
        })
    };
    scope
        .add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref())
        .expect("a worker can always listen to its page");
    on_message.forget();
}

async fn answer(scope: DedicatedWorkerGlobalScope, mut bring: Bring, files: Vec<Option<Blob>>) {
    for ((_, content), file) in bring.files.iter_mut().zip(files) {
        let Some(file) = file else { continue };
        // A file that went away meanwhile is as empty as it looks.
        let buffer = JsFuture::from(file.array_buffer()).await;
        let bytes = buffer.map_or_else(|_| Vec::new(), |buffer| Uint8Array::new(&buffer).to_vec());
        *content = Content::File(bytes);
    }
    let told = bring.answer(&shift_jis, &to_bytes::<Basis>);
    let bytes = Uint8Array::from(to_bytes(&told).as_slice());
    scope
        .post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()))
        .expect("a buffer made here can always be handed over");
}

/// The browser's own decoder: it costs no bytes.
fn shift_jis(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("shift_jis", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
