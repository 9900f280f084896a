//! A scenario from a link (`#/open/…`), looked at beside one's own before anything is kept.

pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::Shown;
use crate::i18n::Lang;
use crate::scenario::Scenario;
use crate::scenario::difference::between;
use crate::scenario::link::{self, LinkError};
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::route::use_rest;
use crate::ui::state::Note;
use crate::ui::storage::shelves::Shelves;
use crate::ui::words as page_words;
use crate::ui::{keep, page, state::Action};

#[component]
pub fn OpenRoom(props: &Shown) -> Html {
    let lang = props.state.lang;
    let word = use_rest();
    let read = use_memo(word.clone(), |word| link::from_word(word));
    html! {
        <div class="reading open-room">
            <div class="room-head">
                <h2>{ words::TITLE.get(lang) }</h2>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            { match &*read {
                Ok(scenarios) => preview(props, &word, scenarios),
                Err(error) => refusal(error, lang),
            } }
        </div>
    }
}

fn refusal(error: &LinkError, lang: Lang) -> Html {
    html! {
        <>
            <Notice kind={NoticeKind::Failed} happened={error.describe(lang)}
                kept={words::NOTHING_CHANGED.get(lang)} {lang} />
            <div class="library-row">
                <a class="button" href="#/forecast">{ words::TO_FORECAST.get(lang) }</a>
                <a class="button secondary" href="#/library">{ words::TO_LIBRARY.get(lang) }</a>
            </div>
        </>
    }
}

fn preview(props: &Shown, word: &str, scenarios: &[Scenario]) -> Html {
    let lang = props.state.lang;
    let compare = {
        let address = if scenarios.len() == 1 {
            format!("#/compare/now,link:{word}")
        } else {
            format!("#/compare/link:{word}")
        };
        Callback::from(move |_: MouseEvent| page::set_address(&address))
    };
    html! {
        <>
            { for scenarios.iter().map(|scenario| one(props, scenario)) }
            <div class="library-row">
                <button type="button" class="button" data-deed="keep"
                    onclick={keep_all(props, scenarios)}>{ words::KEEP.get(lang) }</button>
                <button type="button" class="button secondary" data-deed="compare"
                    onclick={compare}>{ words::COMPARE.get(lang) }</button>
                <a class="button text" href="#/forecast">{ words::CLOSE.get(lang) }</a>
            </div>
        </>
    }
}

/// Puts them on one's own shelf and opens the first; nothing of one's own is touched.
fn keep_all(props: &Shown, scenarios: &[Scenario]) -> Callback<MouseEvent> {
    let scenarios: Rc<[Scenario]> = scenarios.into();
    let dispatcher = props.state.dispatcher();
    Callback::from(move |_: MouseEvent| {
        let (scenarios, dispatcher) = (scenarios.clone(), dispatcher.clone());
        yew::platform::spawn_local(async move {
            let mut first = None;
            if let Ok(shelves) = Shelves::open().await {
                for scenario in scenarios.iter() {
                    let id = shelves.add(scenario).await.ok();
                    first = first.or(id);
                }
            }
            match first {
                Some(id) => {
                    keep::set_open_here(&id);
                    page::set_address("#/forecast");
                }
                None => dispatcher.dispatch(Action::Say(Note::NotSaved)),
            }
        });
    })
}

/// What it does otherwise than one's own.
fn one(props: &Shown, scenario: &Scenario) -> Html {
    let (lang, own) = (props.state.lang, &*props.state.scenario);
    let places = &props.city.facts.places;
    let place_name = |code: &str| {
        let place = places.find(code).map(|id| places.get(id).name.get(lang).to_owned());
        place.unwrap_or_else(|| code.to_owned())
    };
    let different: Vec<_> =
        between(own, scenario).into_iter().filter(|about| about.is_of_substance()).collect();
    let name =
        if scenario.name.is_empty() { page_words::UNNAMED.get(lang) } else { &scenario.name };
    html! {
        <section class="panel" data-preview="">
            <h3>{ name }</h3>
            if !scenario.description.is_empty() { <p>{ &scenario.description }</p> }
            if different.is_empty() {
                <p>{ words::SAME.get(lang) }</p>
            } else {
                <div class="table-scroll" tabindex="0" role="region"
                    aria-label={words::DIFFERENT.get(lang)}>
                    <table>
                        <caption>{ words::DIFFERENT.get(lang) }</caption>
                        <thead><tr>
                            <th scope="col">{ words::WHAT.get(lang) }</th>
                            <th scope="col">{ words::OWN.get(lang) }</th>
                            <th scope="col">{ words::THIS.get(lang) }</th>
                        </tr></thead>
                        <tbody>
                            { for different.iter().map(|about| html! {
                                <tr>
                                    <th scope="row">{ about.label(lang, &place_name) }</th>
                                    <td>{ about.told(own, lang) }</td>
                                    <td>{ about.told(scenario, lang) }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}
