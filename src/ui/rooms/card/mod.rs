//! The area card (地区カルテ): one area or ward on one page, to be read and printed.

pub mod figures;
pub mod profile;
pub mod targets;
pub mod words;

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::components::result_code::result_code;
use super::super::same::Same;
use super::super::state::{Action, AppState};
use super::super::{page, words as page_words};
use crate::i18n::Lang;
use crate::places::{Level, PlaceId, Places};
use crate::worker::desk::City;
use figures::Figures;
use profile::Profile;
use targets::OwnTargets;

#[derive(Properties)]
pub struct CardRoomProps {
    pub city: Rc<City>,
    pub state: UseReducerHandle<AppState>,
}

impl PartialEq for CardRoomProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.state == other.state
    }
}

/// The place's code in the address: what follows `#/card/`.
#[hook]
fn use_code() -> String {
    let read = || page::address().strip_prefix("#/card/").unwrap_or_default().to_owned();
    let code = use_state_eq(read);
    let setter = code.setter();
    use_effect_with((), move |()| {
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| setter.set(read())));
        move || drop(listener)
    });
    (*code).clone()
}

/// Places that have a card: each ward, followed by its areas. An area that there is only so that
/// every municipality meets one shape is its ward again.
fn cards(places: &Places) -> Vec<PlaceId> {
    let has_card = |id: &PlaceId| match places.get(*id).level {
        Level::Ward => true,
        Level::Area => !places.get(*id).is_implicit,
        _ => false,
    };
    places.ids().filter(has_card).collect()
}

#[component]
pub fn CardRoom(props: &CardRoomProps) -> Html {
    let CardRoomProps { city, state } = props;
    let lang = state.lang;
    let code = use_code();
    let all = cards(&city.facts.places);
    let at = match code.as_str() {
        "" => Some(0),
        code => all.iter().position(|id| city.facts.places.code(*id) == code),
    };
    let shown = at.and_then(|at| all.get(at)).map(|id| city.facts.places.code(*id).to_owned());
    {
        let to = state.dispatcher();
        use_effect_with(shown, move |shown| {
            if let Some(place) = shown.clone() {
                to.dispatch(Action::LookAt { place });
            }
        });
    }
    let Some((at, id)) = at.and_then(|at| Some((at, *all.get(at)?))) else {
        return html! {
            <div class="reading">
                <p role="alert">{ words::NO_SUCH_PLACE.get(lang) }</p>
                { chooser(city, &all, None, lang) }
            </div>
        };
    };
    let answer = state.answer.clone().map(Same);
    let same_city = Same(city.clone());
    html! {
        <article class="card-page" data-card={city.facts.places.code(id).to_owned()}>
            { head(city, &all, at, lang) }
            <div class="card-columns">
                <Figures city={same_city.clone()} answer={answer.clone()} place={id}
                    fresh={state.is_fresh()} {lang} />
                <div class="card-side">
                    <Profile city={same_city.clone()} answer={answer.clone()} place={id}
                        scenario={state.scenario.clone()} {lang} dispatcher={state.dispatcher()} />
                    <OwnTargets city={same_city} {answer} place={id}
                        scenario={state.scenario.clone()} {lang} dispatcher={state.dispatcher()} />
                    { note(city, state, id) }
                </div>
            </div>
            <p class="limits">{ page_words::LIMITS.get(lang) }</p>
            { result_code(state) }
        </article>
    }
}

fn link(city: &City, id: PlaceId) -> String {
    format!("#/card/{}", city.facts.places.code(id))
}

fn head(city: &City, all: &[PlaceId], at: usize, lang: Lang) -> Html {
    let places = &city.facts.places;
    let (id, place) = (all[at], places.get(all[at]));
    let ward = places.ward_of(id).filter(|ward| *ward != id && !places.get(*ward).is_implicit);
    let step = |to: Option<&PlaceId>, word: &'static str| {
        let Some(to) = to else { return html! {} };
        html! {
            <a class="button text small" href={link(city, *to)}>
                { word }{ " " }{ places.get(*to).name.get(lang) }
            </a>
        }
    };
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <header class="room-head card-head">
            <h2>
                { for ward.map(|ward| format!("{} ", places.get(ward).name.get(lang))) }
                { place.name.get(lang) }
                <small>{ " " }{ words::CARD.get(lang) }</small>
            </h2>
            if city.facts.is_illustrative(id) {
                <span class="illustrative">{ words::ILLUSTRATIVE.get(lang) }</span>
                <span class="panel-note">{ words::ILLUSTRATIVE_WHY.get(lang) }</span>
            }
            <nav class="card-nav" aria-label={words::OTHER_CARDS.get(lang)} data-print="no">
                { step(at.checked_sub(1).and_then(|at| all.get(at)), words::PREVIOUS.get(lang)) }
                { chooser(city, all, Some(id), lang) }
                { step(all.get(at + 1), words::NEXT.get(lang)) }
                <button type="button" class="button secondary small" onclick={print}>
                    { words::PRINT.get(lang) }
                </button>
            </nav>
        </header>
    }
}

/// Any other card, from a list.
fn chooser(city: &City, all: &[PlaceId], chosen: Option<PlaceId>, lang: Lang) -> Html {
    let places = &city.facts.places;
    let onchange = Callback::from(|event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        page::set_address(&select.value());
    });
    let option = |id: &PlaceId| {
        let place = places.get(*id);
        let indent = if place.level == Level::Area { "　" } else { "" };
        html! {
            <option value={link(city, *id)} selected={Some(*id) == chosen}>
                { indent }{ place.name.get(lang) }
            </option>
        }
    };
    html! {
        <select aria-label={words::CHOOSE.get(lang)} {onchange}>
            if chosen.is_none() {
                <option selected=true>{ words::CHOOSE.get(lang) }</option>
            }
            { for all.iter().map(option) }
        </select>
    }
}

fn note(city: &City, state: &UseReducerHandle<AppState>, id: PlaceId) -> Html {
    let (lang, place) = (state.lang, city.facts.places.code(id).to_owned());
    let text = state.scenario.place_notes.get(&place).cloned().unwrap_or_default();
    // At each letter: a text that only the field knows is lost when an answer draws it again.
    let oninput = {
        let (to, place) = (state.dispatcher(), place.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlInputElement = event.target_unchecked_into();
            to.dispatch(Action::NotePlace { place: place.clone(), text: area.value() });
        })
    };
    let to = state.dispatcher();
    let onchange = Callback::from(move |_: Event| to.dispatch(Action::LetGo));
    html! {
        <section class="panel card-note" key={place}>
            <h3><label for="card-note">{ words::NOTES.get(lang) }</label></h3>
            <textarea id="card-note" rows="4" {oninput} {onchange} value={text.clone()} />
            <p class="card-note-printed">{ text }</p>
        </section>
    }
}
