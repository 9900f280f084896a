//! Before a room of people: the whole screen, large type, one thing at a time, by arrow keys.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element};
use yew::prelude::*;

use super::words;
use crate::i18n::Lang;
use crate::ui::page;

/// One thing to look at.
#[derive(Clone, PartialEq)]
pub struct Slide {
    pub title: AttrValue,
    pub body: Html,
}

#[derive(Properties, PartialEq)]
pub struct PresentProps {
    pub slides: Vec<Slide>,
    pub on_end: Callback<()>,
    pub lang: Lang,
}

#[component]
pub fn Present(props: &PresentProps) -> Html {
    let PresentProps { slides, on_end, lang } = props;
    let lang = *lang;
    let at = use_state_eq(|| 0_usize);
    let place = use_node_ref();
    let last = slides.len().saturating_sub(1);
    // A narrower comparison may have fewer.
    let now = (*at).min(last);
    let go = {
        let at = at.setter();
        Callback::from(move |to: usize| at.set(to))
    };
    use_whole_screen(&place, on_end);
    use_arrows(now, last, &go, on_end);
    {
        let place = place.clone();
        use_effect_with(now, move |_| page::go_to(&place));
    }
    let Some(slide) = slides.get(now) else { return html! {} };
    let button = |label: &'static str, key: &'static str, to: Option<usize>| {
        let go = go.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                go.emit(to);
            }
        });
        html! {
            <button type="button" class="button secondary" data-present={key}
                disabled={to.is_none()} {onclick}>{ label }</button>
        }
    };
    html! {
        <section class="present" ref={place} tabindex="-1" aria-label={words::PRESENT.get(lang)}
            data-slide={now.to_string()}>
            <h2>{ &slide.title }</h2>
            <div class="present-body compare-sheet">{ slide.body.clone() }</div>
            <div class="present-tools">
                { button(words::BEFORE.get(lang), "before", now.checked_sub(1)) }
                <span>{ words::slide(lang, now, slides.len()) }</span>
                { button(words::NEXT.get(lang), "next", (now < last).then_some(now + 1)) }
                <button type="button" class="button" data-present="end"
                    onclick={on_end.reform(|_: MouseEvent| ())}>{ words::END.get(lang) }</button>
            </div>
        </section>
    }
}

/// The element has the screen to itself for as long as it is there; leaving the full screen by the
/// browser's own key ends it. Where the browser gives no full screen it fills the window.
#[hook]
fn use_whole_screen(place: &NodeRef, on_end: &Callback<()>) {
    let (place, on_end) = (place.clone(), on_end.clone());
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
        let header = document.as_ref().and_then(|d| d.query_selector(".app-header").ok().flatten());
        set_inert(header.as_ref(), true);
        if let Some(element) = place.cast::<Element>() {
            // Refused outside a press: then the window is what it fills.
            element.request_fullscreen().ok();
        }
        let listener = document.clone().map(|document| {
            let target = document.clone();
            EventListener::new(&target, "fullscreenchange", move |_| {
                if document.fullscreen_element().is_none() {
                    on_end.emit(());
                }
            })
        });
        move || {
            drop(listener);
            set_inert(header.as_ref(), false);
            leave_full_screen(document.as_ref());
        }
    });
}

fn leave_full_screen(document: Option<&Document>) {
    if let Some(document) = document.filter(|document| document.fullscreen_element().is_some()) {
        document.exit_fullscreen();
    }
}

/// What lies behind is not to be reached by the keyboard.
fn set_inert(element: Option<&Element>, is_inert: bool) {
    if let Some(element) = element {
        // An attribute of this name can always be set.
        element.toggle_attribute_with_force("inert", is_inert).ok();
    }
}

#[hook]
fn use_arrows(now: usize, last: usize, go: &Callback<usize>, on_end: &Callback<()>) {
    let (go, on_end) = (go.clone(), on_end.clone());
    use_effect_with((now, last), move |&(now, last)| {
        let on_key = move |event: &Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            // A chart under the keyboard's focus moves its own cursor.
            if event.default_prevented() {
                return;
            }
            match event.key().as_str() {
                "ArrowRight" | "PageDown" => go.emit((now + 1).min(last)),
                "ArrowLeft" | "PageUp" => go.emit(now.saturating_sub(1)),
                "Home" => go.emit(0),
                "End" => go.emit(last),
                "Escape" => on_end.emit(()),
                _ => {}
            }
        };
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "keydown", on_key));
        move || drop(listener)
    });
}
