//! The worker that reads files somebody brings: off the page's thread, so that no file, however
//! large or strange, keeps the page from answering. It also makes files of the charts' numbers for
//! `app`, which has neither the tables nor what writes them.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent, TextDecoder, TextDecoderOptions};

use crate::exchange::chart::{self, ChartTable};
use crate::exchange::wire::{Bring, Content};
use crate::exchange::{Tables, write};
use crate::facts::Basis;
use crate::facts::builtin::KAWASAKI;
use crate::i18n::Lang;
use crate::protocol::{from_bytes, to_bytes};

/// Answers files with what was found in them. A message is what is asked, and then each file itself
/// (nothing for a paste): the browser hands it over without copying it through the page.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_message = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(parts) = event.data().dyn_into::<Array>() else { return };
            if parts.get(0).is_string() {
                scope.post_message(&chart_file(&parts).into()).expect("bytes can always be sent");
                return;
            }
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

/// A message of words alone is a chart, as `ui/charts/export/file.rs` sends it: the kind of file, the
/// language, five words about the chart, how many tables, each with its name, and four words for each
/// scenario behind it. Nothing where the tables cannot be read.
fn chart_file(words: &Array) -> Option<Uint8Array> {
    let mut words = words.iter().map(|word| word.as_string().unwrap_or_default());
    let mut word = || words.next().unwrap_or_default();
    let (is_book, is_english) = (word() == "xlsx", word() == "en");
    let lang = if is_english { Lang::En } else { Lang::Ja };
    let [title, measure, unit, place, text] = std::array::from_fn(|_| word());
    let chart = ChartTable { title, measure, unit, place, text };
    let n_tables: usize = word().parse().ok()?;
    let tables = (0..n_tables).map(|_| (word(), word())).collect::<Vec<_>>();
    let tables = if tables.is_empty() { Tables::built_in(&KAWASAKI) } else { Tables::of(tables) };
    let rest: Vec<String> = words.collect();
    let (runs, _) = rest.as_chunks();
    let grids = chart::grids(&chart, &tables.municipality().ok()?, runs, lang);
    let bytes = if is_book { write::xlsx(&grids) } else { write::csv(&grids[0]) };
    Some(Uint8Array::from(bytes.as_slice()))
}

/// The browser's own decoder: it costs no bytes.
fn shift_jis(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("shift_jis", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
