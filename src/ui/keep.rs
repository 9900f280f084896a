//! The browser's own small storage: the language for the next visit, and which scenario this tab
//! has open. Scenarios themselves are kept by `storage`.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::storage::form::{NAME, copy_of};
use super::storage::towns;
use crate::i18n::Lang;
use crate::scenario::{DocumentError, Scenario, VERSION};

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

thread_local! {
    /// From then on the page holds nothing back for the time after it.
    static IS_ERASED: Cell<bool> = const { Cell::new(false) };
}

/// Erases everything this page keeps in this browser.
pub fn erase() {
    IS_ERASED.set(true);
    for storage in [storage(), tab_storage()].into_iter().flatten() {
        let n = storage.length().unwrap_or(0);
        let keys: Vec<String> = (0..n).filter_map(|i| storage.key(i).ok().flatten()).collect();
        for key in keys.iter().filter(|key| key.starts_with("mitoshi.")) {
            // What cannot be removed is not ours to remove.
            storage.remove_item(key).ok();
        }
    }
    if let Some(Ok(Some(databases))) = web_sys::window().map(|window| window.indexed_db()) {
        let copies = (1..VERSION).map(copy_of);
        for name in [NAME.to_owned(), towns::NAME.to_owned()].into_iter().chain(copies) {
            databases.delete_database(&name).ok();
        }
    }
}

/// A scenario on its way from one program of the page to the other.
pub struct Handed {
    pub id: String,
    /// Of the record it was read from or last saved to.
    pub revision: u64,
    pub document: String,
    pub history: String,
}

/// Where it is held: as a property of the window, in which both programs run one after the other,
/// and in the tab's own storage, which is there again after a reload.
const HANDED: &str = "mitoshi.handed";

/// Holds what has still to be saved for the program that takes over, or for this tab when it is
/// loaded anew: a save that only begins when the page is left may not come to its end.
/// None where all is saved.
pub fn hand_over(handed: Option<&Handed>) {
    if IS_ERASED.get() {
        return;
    }
    // JSON on one line has no line break in it.
    let text = handed.map(|handed| {
        let Handed { id, revision, document, history } = handed;
        format!("{id}\n{revision}\n{document}\n{history}")
    });
    if let Some(window) = web_sys::window() {
        let value = text.as_deref().map_or(JsValue::UNDEFINED, JsValue::from);
        // A property of the window can always be set.
        js_sys::Reflect::set(&window, &HANDED.into(), &value).ok();
    }
    if let Some(storage) = tab_storage() {
        // Without room for it, a reload may lose the last half second.
        match text {
            Some(text) => storage.set_item(HANDED, &text).ok(),
            None => storage.remove_item(HANDED).ok(),
        };
    }
}

/// What was held here last, if it is still what this tab has open.
pub fn handed_over() -> Option<Handed> {
    let window = web_sys::window()?;
    let here = js_sys::Reflect::get(&window, &HANDED.into()).ok().and_then(|it| it.as_string());
    let value = here.or_else(|| tab_storage()?.get_item(HANDED).ok().flatten())?;
    let mut lines = value.splitn(4, '\n').map(str::to_owned);
    let (id, revision) = (lines.next()?, lines.next()?.parse().ok()?);
    let (document, history) = (lines.next()?, lines.next()?);
    let is_open = open_here().is_none_or(|open| open == id);
    is_open.then_some(Handed { id, revision, document, history })
}

/// In this tab: the measure and the place last looked at.
const LOOK: &str = "mitoshi.look";

/// What was looked at in this tab: the measure's key and the place's code.
pub fn look() -> Option<(String, String)> {
    let text = tab_storage()?.get_item(LOOK).ok().flatten()?;
    text.split_once(' ').map(|(measure, place)| (measure.to_owned(), place.to_owned()))
}

pub fn save_look(measure: &str, place: &str) {
    if let Some(storage) = tab_storage() {
        // Without storage the room opens as new.
        storage.set_item(LOOK, &format!("{measure} {place}")).ok();
    }
}

/// In this tab: what the program says once it has started anew.
const WORD: &str = "mitoshi.word";

pub fn leave_word(word: &str) {
    if let Some(storage) = tab_storage() {
        // Without it the page shows what changed, and only the sentence is missing.
        storage.set_item(WORD, word).ok();
    }
}

/// The word left, which then is said.
pub fn take_word() -> Option<String> {
    let storage = tab_storage()?;
    let word = storage.get_item(WORD).ok().flatten()?;
    storage.remove_item(WORD).ok();
    Some(word)
}
