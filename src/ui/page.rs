//! The few things the page asks of the browser around it.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlSelectElement, StorageEstimate};
use yew::NodeRef;

use crate::i18n::Lang;

#[wasm_bindgen]
extern "C" {
    /// What came under a name, unpacked by `assets/boot.js`: what the first paint needs with the
    /// page, the rest in a quiet moment after it.
    #[wasm_bindgen(js_namespace = mitoshi)]
    pub fn carried(name: &str) -> Option<Vec<u8>>;
}

/// The text of an element of the page, if it is there.
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

/// Puts the keyboard's focus on an element that takes it only from us, and its top on the screen;
/// but not where something in it has the focus already.
pub fn go_to(place: &NodeRef) {
    let focused = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    let is_inside = |element: &HtmlElement| element.contains(focused.as_deref());
    if let Some(element) = place.cast::<HtmlElement>().filter(|element| !is_inside(element)) {
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

/// How long the page has to be at rest before it does what nobody has asked for: loading the other
/// program and timing workers take all cores of a small machine for a second, which a finger on a
/// slider would feel.
pub const QUIET_MS: u32 = 1500;

/// The page's clock.
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |clock| clock.now())
}

/// Calls when the browser is about to draw, with the time at which that frame began.
pub fn before_frame(call: impl FnOnce(f64) + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = web_sys::window() {
        // Every browser that shows a page has frames.
        window.request_animation_frame(call.unchecked_ref()).ok();
    }
}

/// Calls once the frame that is about to be drawn has been.
pub fn after_frame(call: impl FnOnce() + 'static) {
    before_frame(move |_| soon(call));
}

/// Calls in a task of its own, which is after the frame where one is about to be drawn.
pub fn soon(call: impl FnOnce() + 'static) {
    Timeout::new(0, call).forget();
}

/// A mark on the browser's own time line, for whoever measures the start.
pub fn mark(name: &str) {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // Without marks the page is as good; only the measuring is not.
        performance.mark(name).ok();
    }
}

/// Whether the reader has asked the system for less motion.
pub fn wants_less_motion() -> bool {
    let asked = web_sys::window()
        .and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    asked.is_some_and(|asked| asked.matches())
}

/// The fragment of the address: `#/card/14134`.
pub fn address() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// This page's own address with another fragment.
pub fn address_of(fragment: &str) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok());
    let here = here.unwrap_or_default();
    format!("{}{fragment}", here.split('#').next().unwrap_or_default())
}

/// Puts a text on the clipboard; false where the browser has none for this page, as on a host
/// without encryption.
pub fn copy(text: &str) -> bool {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else {
        return false;
    };
    // What comes of it cannot be known before the person pastes.
    drop(clipboard.write_text(text));
    true
}

/// How much the browser keeps for this page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StorageRoom {
    pub used: f64,
    pub left: f64,
    /// Whether it will not remove it by itself.
    pub is_persistent: bool,
}

/// None where the browser does not tell.
pub async fn storage_room() -> Option<StorageRoom> {
    let storage = web_sys::window()?.navigator().storage();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    let (used, quota) = (estimate.get_usage()?, estimate.get_quota()?);
    let is_persistent = match storage.persisted() {
        Ok(promise) => JsFuture::from(promise).await.ok().and_then(|it| it.as_bool()),
        Err(_) => None,
    };
    Some(StorageRoom { used, left: quota - used, is_persistent: is_persistent.unwrap_or(false) })
}

pub fn print() {
    if let Some(window) = web_sys::window() {
        // Where printing is not allowed the browser says so itself.
        window.print().ok();
    }
}

/// Brings an element into sight and gives it the keyboard's focus.
pub fn show(id: &str) {
    let element =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        // Focus can only fail on an element that is no longer there.
        element.focus().ok();
    }
}

/// Gives the keyboard's focus to the first element a selector finds.
pub fn focus_on(selector: &str) {
    let found = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.focus().ok();
    }
}

/// Which option of a list is chosen, counted from nothing.
pub fn chosen(id: &str) -> usize {
    let list = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id))
        .and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    list.and_then(|list| usize::try_from(list.selected_index()).ok()).unwrap_or(0)
}

/// Loads the page anew, at its first room.
pub fn start_over() {
    load_again("#/forecast");
}

/// Loads the page anew, at this address of it.
pub fn load_again(fragment: &str) {
    if let Some(window) = web_sys::window() {
        set_address(fragment);
        // A page that cannot be loaded again goes on with what it has.
        window.location().reload().ok();
    }
}

/// Scrolls to the first element a selector finds, as little as needed.
pub fn bring_into_sight(selector: &str) {
    let found = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
