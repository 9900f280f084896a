//! The page. It shows, and never computes a result.

pub mod state;
pub mod reduce;
pub mod late;
pub mod due;
mod moves;
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
pub mod remembered;
mod hand;
pub mod pool;
pub mod quick;

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AppHandle, Callback};

use crate::facts::Basis;
use crate::protocol::from_bytes;
use crate::worker::desk::City;
use rooms::View;
use route::Program;
use storage::keeper::Keeper;
use storage::towns::{self, Pack};

/// Where `app`, which has no reader of tables, sends for one: the data room packs and comes back.
const RENEW: &str = "#/data/renew";

/// Shows the page in the document it was loaded by, with the rooms of one program.
pub fn start(program: Program, view: View, pack: Option<Pack>) {
    page::mark("mitoshi:facts-start");
    let carried: Rc<[u8]> = page::carried("basis").unwrap_or_default().into();
    let facts = from_bytes::<Basis>(&carried).expect("xtask puts a municipality into every page");
    page::mark("mitoshi:facts-end");
    let opening = Rc::new(City::new(facts));
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
        let keeper = Keeper::open().await;
        let opened = keeper.opened().await;
        let own = match &opened.town {
            Some(id) => towns::packed(id, towns::build(&carried), pack).await,
            None => None,
        };
        let city = own.as_ref().and_then(|packed| from_bytes::<Basis>(packed));
        if opened.town.is_some() && city.is_none() && pack.is_none() {
            page::load_again(RENEW);
            return;
        }
        if page::address() == RENEW && city.is_some() {
            page::set_address("#/forecast");
        }
        // The answer that comes with the page is about the municipality that does.
        let first_answer = page::carried("first-answer").filter(|_| city.is_none());
        let embedded = first_answer.and_then(|packed| from_bytes(&packed));
        let city = city.map_or(opening, |facts| Rc::new(City::new(facts)));
        let packed = own.unwrap_or(carried);
        keeper.set_data(city.ground.data_hash);
        let props = app::AppProps { city, packed, embedded, keeper, opened, program, view, leave };
        let app = match root {
            Some(root) => yew::Renderer::<app::App>::with_root_and_props(root, props).render(),
            None => yew::Renderer::<app::App>::with_props(props).render(),
        };
        handle.replace(Some(app));
    });
}
