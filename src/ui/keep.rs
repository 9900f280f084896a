//! The browser's own small storage: the language for the next visit, and which scenario this tab
//! has open. Scenarios themselves are kept by `storage`.

use web_sys::Storage;

use crate::i18n::Lang;
use crate::scenario::{DocumentError, Scenario};

/// Where the one scenario was kept before there was a library.
const FORMER_SCENARIO: &str = "mitoshi.scenario";
const LANGUAGE: &str = "mitoshi.language";
/// Of the tab alone: two tabs may have two scenarios open.
const OPEN: &str = "mitoshi.open";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn tab_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// A scenario of an earlier program.
pub fn former_scenario() -> Result<Option<Scenario>, DocumentError> {
    match storage().and_then(|s| s.get_item(FORMER_SCENARIO).ok().flatten()) {
        Some(text) => Scenario::from_json(&text).map(Some),
        None => Ok(None),
    }
}

/// The scenario this tab has open.
pub fn open_here() -> Option<String> {
    tab_storage()?.get_item(OPEN).ok().flatten()
}

pub fn set_open_here(id: &str) {
    if let Some(storage) = tab_storage() {
        // Without it the tab opens whichever scenario was opened last.
        storage.set_item(OPEN, id).ok();
    }
}

pub fn language() -> Lang {
    match storage().and_then(|s| s.get_item(LANGUAGE).ok().flatten()).as_deref() {
        Some("en") => Lang::En,
        _ => Lang::Ja,
    }
}

pub fn save_language(lang: Lang) {
    let word = match lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    if let Some(storage) = storage() {
        // Without storage the language is simply asked for again.
        storage.set_item(LANGUAGE, word).ok();
    }
}
