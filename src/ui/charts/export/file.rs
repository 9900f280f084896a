//! A chart's numbers as CSV or XLSX. They are made by a worker of the program `rooms`, which has the
//! tables, their sources and what writes files; `app` only sends it words.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use yew::AttrValue;

use super::ground::{self, Ground};
use super::out::{self, XLSX};
use super::{Done, ExportError, Told};
use crate::i18n::Lang;
use crate::ui::charts::sheet::Sheet;
use crate::ui::storage::towns;

#[wasm_bindgen]
extern "C" {
    /// Hands words to a worker of `rooms`; `assets/boot.js` says how.
    #[wasm_bindgen(js_namespace = mitoshi, js_name = chartFile, catch)]
    async fn chart_file(words: Array) -> Result<JsValue, JsValue>;
}

/// `chart`: its title, the key of its measure, its unit.
pub(super) fn save(is_book: bool, chart: [&AttrValue; 3], sheet: &Sheet, lang: Lang, told: Told) {
    let Ground { town, place, runs } = ground::now();
    let (ending, kind) = if is_book { ("xlsx", XLSX) } else { ("csv", "text/csv") };
    let language = if lang == Lang::En { "en" } else { "ja" };
    // In the order in which `worker/reader.rs` takes them.
    let words = Array::new();
    let add = |word: &str| words.push(&JsValue::from_str(word));
    let [title, name, unit] = chart;
    for word in [ending, language, title, name, unit, &place, &sheet.tsv()] {
        add(word);
    }
    let title = title.clone();
    yew::platform::spawn_local(async move {
        let add = |word: &str| words.push(&JsValue::from_str(word));
        let tables = match town {
            Some(id) => match towns::open().await {
                Ok(kept) => towns::tables(&kept, &id).await.unwrap_or_default(),
                Err(_) => Vec::new(),
            },
            None => Vec::new(),
        };
        add(&tables.len().to_string());
        for (file, text) in &tables {
            add(file);
            add(text);
        }
        // Compared, all of them have the luck and the draws of the first.
        let luck = runs.first().map(|(first, _)| (first.seed, first.n_draws)).unwrap_or_default();
        for (scenario, code) in &runs {
            let document = scenario.without_names();
            add(&luck.0.to_string());
            add(&luck.1.to_string());
            add(code.as_deref().unwrap_or_default());
            add(&document.to_json());
        }
        let made = chart_file(words).await.ok().filter(|made| made.is_object());
        let saved = made.and_then(|made| out::save(&title, ending, kind, &made));
        told.emit(saved.map(|()| Done::Saved).ok_or(ExportError::NotMade));
    });
}
