//! Files out of the page: a download, as every browser offers it.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag};

use super::charts::export::out::{blob_of, download, file_name};
use super::words;
use crate::i18n::Lang;
use crate::scenario::Scenario;

/// One scenario as `名前.mitoshi.json`.
pub fn save_scenario(scenario: &Scenario, lang: Lang) {
    let name = if scenario.name.is_empty() { words::UNNAMED.get(lang) } else { &scenario.name };
    save_text(&format!("{name}.mitoshi.json"), "application/json", &scenario.to_file());
}

pub fn save_text(name: &str, kind: &str, text: &str) {
    if let Some(blob) = blob_of(text, kind) {
        // A browser that offers no downloads has said so itself.
        download(&blob, &file_name(name));
    }
}

pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        download(&blob, &file_name(name));
    }
}
