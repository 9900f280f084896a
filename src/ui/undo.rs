//! Undo, redo and the list of everything that was changed, in the header of every room.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::state::{Action, AppState};
use super::words;
use crate::engine::chance::Aim;
use crate::i18n::{Lang, chance, time};
use crate::scenario::difference::About;
use crate::scenario::history::History;
use crate::units::FiscalYear;
use crate::worker::desk::City;

#[derive(Properties)]
pub struct UndoToolsProps {
    pub city: Rc<City>,
    pub history: History,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

impl PartialEq for UndoToolsProps {
    fn eq(&self, other: &Self) -> bool {
        self.history == other.history && self.lang == other.lang
    }
}

#[component]
pub fn UndoTools(props: &UndoToolsProps) -> Html {
    let UndoToolsProps { history, lang, dispatcher, .. } = props;
    let lang = *lang;
    use_keys(dispatcher);
    let press = |action: fn() -> Action| {
        let to = dispatcher.clone();
        Callback::from(move |_: MouseEvent| to.dispatch(action()))
    };
    // A hundred lines, which nobody looks at while a slider moves.
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details: web_sys::Element = event.target_unchecked_into();
            is_open.set(details.has_attribute("open"));
        })
    };
    let shown = if *is_open { 0..history.steps().len() } else { 0..0 };
    let steps = shown.rev().map(|step| line(props, step));
    html! {
        <div class="undo-tools">
            <button type="button" class="button text small" data-undo="" aria-keyshortcuts="Control+Z"
                disabled={!history.can_undo()} onclick={press(|| Action::Undo)}>
                { words::UNDO.get(lang) }
            </button>
            <button type="button" class="button text small" data-redo="" aria-keyshortcuts="Control+Y"
                disabled={!history.can_redo()} onclick={press(|| Action::Redo)}>
                { words::REDO.get(lang) }
            </button>
            <details class="history" {ontoggle}>
                <summary class="button text small">{ words::HISTORY.get(lang) }</summary>
                <ol reversed=true class="history-list">{ for steps }</ol>
            </details>
        </div>
    }
}

/// One step: what it changed, and what that did to the chances.
fn line(props: &UndoToolsProps, step: usize) -> Html {
    let UndoToolsProps { city, history, lang, dispatcher } = props;
    let is_now = step == history.at();
    let onclick = {
        let to = dispatcher.clone();
        Callback::from(move |_: MouseEvent| to.dispatch(Action::Jump(step)))
    };
    html! {
        <li key={step} class={(history.at() < step).then_some("undone")}>
            <button type="button" class="history-step" aria-current={is_now.then_some("step")}
                {onclick}>
                <span>{ what(props, step) }</span>
                if let Some(effect) = effect(city, history, step, *lang) {
                    <span class="history-effect">{ effect }</span>
                }
                if is_now { <span class="history-now">{ words::HISTORY_NOW.get(*lang) }</span> }
            </button>
        </li>
    }
}

fn what(props: &UndoToolsProps, step: usize) -> String {
    let UndoToolsProps { city, history, lang, .. } = props;
    if step == 0 {
        return words::HISTORY_START.get(*lang).to_owned();
    }
    let (before, after) = (&history.steps()[step - 1].scenario, &history.steps()[step].scenario);
    let places = &city.facts.places;
    let place_name = |code: &str| {
        let place = places.find(code).map(|id| places.get(id).name.get(*lang).to_owned());
        place.unwrap_or_else(|| code.to_owned())
    };
    let told = |about: &About| {
        let label = about.label(*lang, &place_name);
        words::changed(*lang, &label, &about.told(before, *lang), &about.told(after, *lang))
    };
    // Three are enough to know it again: a preset changes a dozen.
    let changes = history.changes(step);
    let mut lines: Vec<String> = changes.iter().take(3).map(told).collect();
    if lines.len() < changes.len() {
        lines.push("…".to_owned());
    }
    lines.join(" / ")
}

/// The target whose chance moved most, and how: «会議 R4 12% → 34%».
fn effect(city: &City, history: &History, step: usize, lang: Lang) -> Option<String> {
    let (before, after) = (&history.steps()[step.checked_sub(1)?], &history.steps()[step]);
    let pairs = before.chances.iter().zip(after.chances.iter()).enumerate();
    let moves = pairs.filter_map(|(i, (from, to))| Some((i, (*from)?, (*to)?)));
    let size = |(_, from, to): &(usize, f64, f64)| (to - from).abs();
    let (aim, from, to) = moves.max_by(|a, b| size(a).total_cmp(&size(b)))?;
    let [from, to] = [from, to].map(|share| chance::percent(lang, share));
    if from == to {
        return None;
    }
    let Aim { measure, fiscal_year, .. } = *city.ground.aims.get(aim)?;
    let year = time::fiscal_year_short(lang, FiscalYear(fiscal_year as i16));
    let what = format!("{} {year}", measure.spec().label.get(lang));
    Some(words::changed(lang, &what, &from, &to))
}

/// Ctrl+Z, Ctrl+Y and Shift+Ctrl+Z, but where text is being written: there they are the field's.
#[hook]
fn use_keys(dispatcher: &UseReducerDispatcher<AppState>) {
    let dispatcher = dispatcher.clone();
    use_effect_with((), move |()| {
        let on_key = move |event: &Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if !(event.ctrl_key() || event.meta_key()) || writes_text(event) {
                return;
            }
            let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                ("z", false) => Action::Undo,
                ("z", true) | ("y", false) => Action::Redo,
                _ => return,
            };
            event.prevent_default();
            dispatcher.dispatch(action);
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window()
            .map(|window| EventListener::new_with_options(&window, "keydown", options, on_key));
        move || drop(listener)
    });
}

fn writes_text(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else { return false };
    let is_text =
        |input: &HtmlInputElement| input.type_() != "range" && input.type_() != "checkbox";
    target.dyn_ref::<HtmlInputElement>().is_some_and(is_text)
        || target.is_instance_of::<HtmlTextAreaElement>()
}
