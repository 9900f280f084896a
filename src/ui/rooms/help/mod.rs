//! The help room (使い方): first steps, words, keys, what this cannot tell, and the page's own
//! statements.

pub mod texts;

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::super::glossary::TERMS;
use super::super::route::Room;
use super::super::state::AppState;
use super::super::{keep, page};
use crate::i18n::Lang;
use crate::worker::desk::City;
use texts::{Paragraphs, SECTIONS};

#[derive(Properties)]
pub struct HelpRoomProps {
    pub city: Rc<City>,
    pub state: UseReducerHandle<AppState>,
}

impl PartialEq for HelpRoomProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.state == other.state
    }
}

#[component]
pub fn HelpRoom(props: &HelpRoomProps) -> Html {
    let lang = props.state.lang;
    use_section_of_address();
    let entry = |section: &texts::Section| {
        html! {
            <li><a href={format!("#/help/{}", section.key)}>{ section.title.get(lang) }</a></li>
        }
    };
    let section = |section: &texts::Section| {
        html! {
            <section id={format!("help-{}", section.key)} tabindex="-1" class="help-section">
                <h2>{ section.title.get(lang) }</h2>
                { body(section.body, lang) }
            </section>
        }
    };
    html! {
        <div class="reading help">
            <nav aria-label={texts::CONTENTS.get(lang)} data-print="no">
                <ul class="help-contents">{ for SECTIONS.iter().map(entry) }</ul>
            </nav>
            { for SECTIONS.iter().map(section) }
        </div>
    }
}

/// Goes to the section the address names: `#/help/words`.
#[hook]
fn use_section_of_address() {
    use_effect_with((), |()| {
        let go = || {
            if let Some(key) = page::address().strip_prefix("#/help/") {
                page::show(&format!("help-{key}"));
            }
        };
        // The room itself then leaves the focus where it is.
        go();
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| go()));
        move || drop(listener)
    });
}

fn body(said: Paragraphs, lang: Lang) -> Html {
    match said {
        Paragraphs::Text(texts) => {
            html! { { for texts.iter().map(|text| html! { <p>{ text.get(lang) }</p> }) } }
        }
        Paragraphs::List(texts) => html! {
            <ul>{ for texts.iter().map(|text| html! { <li>{ text.get(lang) }</li> }) }</ul>
        },
        Paragraphs::Steps(texts) => html! {
            <>
                <ol>{ for texts.iter().map(|text| html! { <li>{ text.get(lang) }</li> }) }</ol>
                <p><a class="button secondary" href="#/forecast/tour">
                    { texts::TOUR.get(lang) }
                </a></p>
            </>
        },
        Paragraphs::Keys(keys) => html! {
            <dl class="keys">
                { for keys.iter().map(|(key, what)| html! {
                    <><dt><kbd>{ *key }</kbd></dt><dd>{ what.get(lang) }</dd></>
                }) }
            </dl>
        },
        Paragraphs::Rooms(rooms) => html! {
            { for rooms.iter().map(|(key, texts)| html! {
                <section id={format!("help-{key}")} tabindex="-1">
                    <h3>{ Room::of(&format!("#/{key}")).spec().label.get(lang) }</h3>
                    { body(Paragraphs::Text(texts), lang) }
                </section>
            }) }
        },
        Paragraphs::Glossary => html! {
            <dl class="glossary">
                { for TERMS.iter().map(|term| html! {
                    <div id={format!("help-{}", term.key)} tabindex="-1">
                        <dt>{ term.word.get(lang) }</dt>
                        <dd>{ term.meaning.get(lang) }</dd>
                    </div>
                }) }
            </dl>
        },
        Paragraphs::Erase => html! { <Erase {lang} /> },
    }
}

#[derive(Properties, PartialEq)]
struct EraseProps {
    lang: Lang,
}

/// Asks once more before it erases: nothing brings it back.
#[component]
fn Erase(props: &EraseProps) -> Html {
    let lang = props.lang;
    let is_sure = use_state_eq(|| false);
    let press = {
        let is_sure = is_sure.clone();
        Callback::from(move |_: MouseEvent| {
            if *is_sure {
                keep::erase();
                page::start_over();
            }
            is_sure.set(!*is_sure);
        })
    };
    let back = {
        let is_sure = is_sure.setter();
        Callback::from(move |_: MouseEvent| is_sure.set(false))
    };
    html! {
        <>
            <p>{ texts::ERASE_WHAT.get(lang) }</p>
            <p role="status">
                if *is_sure { { texts::ERASE_SURE.get(lang) } }
            </p>
            <div class="help-actions">
                <button type="button" class={classes!("button", (!*is_sure).then_some("secondary"))}
                    onclick={press} data-erase="">
                    { if *is_sure { texts::ERASE_YES } else { texts::ERASE }.get(lang) }
                </button>
                if *is_sure {
                    <button type="button" class="button text" onclick={back}>
                        { texts::ERASE_NO.get(lang) }
                    </button>
                }
            </div>
        </>
    }
}
