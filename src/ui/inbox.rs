//! Files dropped anywhere onto the page: put away for the library, which is then opened.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::File;
use yew::prelude::*;

use super::state::{Action, AppState, Note};
use super::storage::keeper::Keeper;
use super::{files, page};
use crate::i18n::Lang;
use crate::scenario::Scenario;

/// The event that tells an open library to look into the inbox.
pub const ARRIVED: &str = "mitoshi:inbox";

#[hook]
pub(super) fn use_inbox(state: &UseReducerHandle<AppState>, keeper: &Rc<Keeper>) {
    let (keeper, dispatcher) = (keeper.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            // Without this the browser would open the file in place of the page.
            let over = EventListener::new_with_options(&window, "dragover", options, |event| {
                if carries_files(event) {
                    event.prevent_default();
                }
            });
            let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
                let dropped = files_of(event);
                if !dropped.is_empty() {
                    event.prevent_default();
                    take(dropped, &keeper, &dispatcher);
                }
            });
            (over, drop)
        });
        move || drop(listeners)
    });
}

fn carries_files(event: &Event) -> bool {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    transfer.is_some_and(|transfer| transfer.types().iter().any(|kind| kind == "Files"))
}

/// Scenario files only: other files are for other rooms to take.
fn files_of(event: &Event) -> Vec<File> {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    let list = transfer.and_then(|transfer| transfer.files());
    list.map_or_else(Vec::new, |list| files::listed(&list))
        .into_iter()
        .filter(|file| [".json", ".zip"].iter().any(|end| file.name().ends_with(end)))
        .collect()
}

fn take(dropped: Vec<File>, keeper: &Rc<Keeper>, to: &UseReducerDispatcher<AppState>) {
    let (keeper, to) = (keeper.clone(), to.clone());
    yew::platform::spawn_local(async move {
        let read = files::read_all(&dropped).await;
        if keeper.put_into_inbox(&read).await.is_ok() {
            page::set_address("#/library");
            if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(ARRIVED)) {
                // An event made here can always be sent.
                window.dispatch_event(&event).ok();
            }
            return;
        }
        // Nothing can be stored here: the first one is opened as it is.
        let Some((_, bytes)) = read.first() else { return };
        match Scenario::from_json(&String::from_utf8_lossy(bytes)) {
            Ok(scenario) => to.dispatch(Action::Become(Rc::new(scenario))),
            Err(error) => {
                let (ja, en) = (error.describe(Lang::Ja), error.describe(Lang::En));
                to.dispatch(Action::Say(Note::Sentence { ja, en }));
            }
        }
    });
}
