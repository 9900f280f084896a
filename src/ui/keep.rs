//! What survives a reload: the scenario and the language, in the browser's own small storage.

use web_sys::Storage;

use crate::i18n::Lang;
use crate::scenario::Scenario;

const SCENARIO: &str = "mitoshi.scenario";
const LANGUAGE: &str = "mitoshi.language";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The saved scenario; `Err` with its sentences where there is one that cannot be read. A damaged
/// one is set aside, not deleted.
pub fn scenario() -> Result<Option<Scenario>, (String, String)> {
    let Some(text) = storage().and_then(|s| s.get_item(SCENARIO).ok().flatten()) else {
        return Ok(None);
    };
    Scenario::from_json(&text).map(Some).map_err(|error| {
        if let Some(storage) = storage() {
            // Where even this fails there is nothing better to do than to go on.
            let _ = storage.set_item("mitoshi.scenario.damaged", &text);
        }
        (error.describe(Lang::Ja), error.describe(Lang::En))
    })
}

/// Saves the scenario; says whether it could.
pub fn save(scenario: &Scenario) -> bool {
    storage().is_some_and(|storage| storage.set_item(SCENARIO, &scenario.to_json()).is_ok())
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
        let _ = storage.set_item(LANGUAGE, word);
    }
}

/// Erases everything kept in this browser by this page.
pub fn erase() {
    let Some(storage) = storage() else { return };
    let n = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..n).filter_map(|i| storage.key(i).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with("mitoshi.")) {
        // What cannot be removed is not ours to remove.
        let _ = storage.remove_item(key);
    }
}

const TOUR: &str = "mitoshi.tour";

/// Whether the guided tour has been seen or skipped here.
pub fn has_seen_tour() -> bool {
    storage().and_then(|s| s.get_item(TOUR).ok().flatten()).is_some()
}

pub fn save_tour_seen() {
    if let Some(storage) = storage() {
        // Without storage it is simply offered again.
        let _ = storage.set_item(TOUR, "seen");
    }
}

const LOOK: &str = "mitoshi.look";

/// What was looked at in this tab: the measure's key and the place's code.
pub fn look() -> Option<(String, String)> {
    let storage = web_sys::window()?.session_storage().ok().flatten()?;
    let text = storage.get_item(LOOK).ok().flatten()?;
    text.split_once(' ').map(|(measure, place)| (measure.to_owned(), place.to_owned()))
}

pub fn save_look(measure: &str, place: &str) {
    let storage = web_sys::window().and_then(|w| w.session_storage().ok().flatten());
    if let Some(storage) = storage {
        // Without storage the room opens as new.
        let _ = storage.set_item(LOOK, &format!("{measure} {place}"));
    }
}
