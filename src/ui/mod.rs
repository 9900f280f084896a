//! The page. It shows, and never computes a result.

pub mod state;
pub mod same;
pub mod words;
pub mod glossary;
pub mod charts;
pub mod components;
pub mod rooms;
pub mod route;
pub mod programs;
pub mod app;
pub mod keep;
pub mod storage;
pub mod keeping;
pub mod notes;
pub mod undo;
pub mod files;
pub mod inbox;
pub mod page;
pub mod crew;
pub mod turns;
pub mod pool;
pub mod quick;

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AppHandle, Callback};

use crate::facts::Municipality;
use crate::protocol;
use crate::worker::desk::City;
use rooms::View;
use route::Program;
use storage::keeper::Keeper;

/// Shows the page in the document it was loaded by, with the rooms of one program.
pub fn start(program: Program, view: View) {
    page::mark("mitoshi:facts-start");
    let facts = Municipality::kawasaki();
    page::mark("mitoshi:facts-end");
    let city = Rc::new(City::new(facts));
    let embedded = page::text_of("first-answer").and_then(|text| protocol::from_text(&text));
    let handle = Rc::new(RefCell::new(None::<AppHandle<app::App>>));
    let leave = {
        let handle = handle.clone();
        Callback::from(move |()| {
            if let Some(handle) = handle.take() {
                handle.destroy();
            }
        })
    };
    let root =
        web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app"));
    yew::platform::spawn_local(async move {
        let keeper = Keeper::open(city.ground.data_hash).await;
        let opened = keeper.opened().await;
        let props = app::AppProps { city, embedded, keeper, opened, program, view, leave };
        let app = match root {
            Some(root) => yew::Renderer::<app::App>::with_root_and_props(root, props).render(),
            None => yew::Renderer::<app::App>::with_props(props).render(),
        };
        handle.replace(Some(app));
    });
}
