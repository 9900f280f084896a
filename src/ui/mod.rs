//! The page. It shows, and never computes a result.

pub mod state;
pub mod words;
pub mod charts;
pub mod components;
pub mod rooms;
pub mod route;
pub mod app;
pub mod keep;
pub mod page;
pub mod crew;
pub mod turns;
pub mod pool;
pub mod quick;

use std::rc::Rc;

use crate::facts::Municipality;
use crate::protocol;
use crate::worker::desk::City;

/// Shows the page in the document it was loaded by.
pub fn start() {
    page::mark("mitoshi:facts-start");
    let facts = Municipality::kawasaki();
    page::mark("mitoshi:facts-end");
    let city = Rc::new(City::new(facts));
    let embedded = page::text_of("first-answer").and_then(|text| protocol::from_text(&text));
    let root =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    let props = app::AppProps { city, embedded };
    match root {
        Some(root) => yew::Renderer::<app::App>::with_root_and_props(root, props).render(),
        None => yew::Renderer::<app::App>::with_props(props).render(),
    };
}
