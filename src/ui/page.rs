//! The few things the page asks of the browser around it.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::NodeRef;

use crate::i18n::Lang;

/// The text of an element of `index.html`, if it is there.
pub fn text_of(id: &str) -> Option<String> {
    let element = web_sys::window()?.document()?.get_element_by_id(id)?;
    element.text_content().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

pub fn set_language(lang: Lang) {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        root.set_lang(match lang {
            Lang::Ja => "ja",
            Lang::En => "en",
        });
    }
}

/// Puts the keyboard's focus on an element that takes it only from us, and its top on the screen.
pub fn go_to(place: &NodeRef) {
    if let Some(element) = place.cast::<HtmlElement>() {
        // Focus can only fail on an element that is no longer there.
        element.focus().ok();
    }
}

/// Goes to another address of this page.
pub fn set_address(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only where navigation is: then the address stays as it is.
        window.location().set_hash(fragment).ok();
    }
}

/// How many workers the address asks for (`?workers=2`).
pub fn workers_asked_for() -> Option<usize> {
    let search = web_sys::window()?.location().search().ok()?;
    let mut pairs = search.trim_start_matches('?').split('&');
    let asked: usize = pairs.find_map(|pair| pair.strip_prefix("workers=")?.parse().ok())?;
    Some(asked.clamp(1, 16))
}

/// How many processors the browser says there are.
pub fn n_cores() -> usize {
    let cores = web_sys::window().map_or(1.0, |w| w.navigator().hardware_concurrency());
    (cores as usize).clamp(1, 16)
}

/// The page's clock.
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |clock| clock.now())
}

/// A mark on the browser's own time line, for whoever measures the start.
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // Without marks the page is as good; only the measuring is not.
        performance.mark(name).ok();
    }
}
