//! Files out of the page, as downloads, and into it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList};

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

pub fn listed(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|i| list.get(i)).collect()
}

/// Names and bytes; a file that cannot be read any more is passed over.
pub async fn read_all(files: &[File]) -> Vec<(String, Vec<u8>)> {
    let mut read = Vec::new();
    for file in files {
        if let Ok(buffer) = JsFuture::from(file.array_buffer()).await {
            read.push((file.name(), Uint8Array::new(&buffer).to_vec()));
        }
    }
    read
}
