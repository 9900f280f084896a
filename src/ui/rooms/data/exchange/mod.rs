//! Bringing tables in and taking them out. Files are read by a worker; the page shows what was
//! found, and changes nothing before it is told to.

mod inputs;
pub(super) mod out;
mod reader;
mod told;
pub mod words;

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::kept::{self, Place};
use crate::exchange::read::MAX_BYTES;
use crate::exchange::wire::{Bring, Content, Told};
use crate::exchange::{Refusal, Tables};
use crate::facts::Municipality;
use crate::i18n::Lang;
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::keep;
use inputs::Inputs;
use out::Out;
use reader::Reader;

#[derive(Properties)]
pub struct ExchangePanelProps {
    pub city: Rc<Municipality>,
    pub tables: Rc<Tables>,
    pub answer: Option<Rc<Answer>>,
    pub scenario: Rc<Scenario>,
    pub lang: Lang,
}

impl PartialEq for ExchangePanelProps {
    fn eq(&self, other: &Self) -> bool {
        let answers = [&self.answer, &other.answer].map(|answer| answer.as_ref().map(Rc::as_ptr));
        Rc::ptr_eq(&self.city, &other.city)
            && Rc::ptr_eq(&self.tables, &other.tables)
            && answers[0] == answers[1]
            && Rc::ptr_eq(&self.scenario, &other.scenario)
            && self.lang == other.lang
    }
}

/// Where an import stands.
#[derive(Clone, PartialEq)]
enum Phase {
    Quiet,
    Reading(String),
    Told(String, Rc<Told>),
    /// Kept; the program is about to start anew with it.
    Keeping,
    /// The tables are what they were.
    Same(String),
    NotKept,
    Died,
    /// What was done before the program started anew.
    Done(String),
}

impl Phase {
    fn first() -> Self {
        keep::take_word().map_or(Self::Quiet, Self::Done)
    }
}

/// What is brought: names and contents, the files themselves, and the wizard's answers.
type Brought = (Vec<(String, Content)>, Vec<File>, Option<crate::exchange::Asked>);

#[component]
pub fn ExchangePanel(props: &ExchangePanelProps) -> Html {
    let lang = props.lang;
    let phase = use_state_eq(Phase::first);
    let reader = use_mut_ref(|| None::<Reader>);
    let bring = {
        let (phase, tables, reader) = (phase.clone(), props.tables.clone(), reader.clone());
        Callback::from(move |(files, handles, newcomer): Brought| {
            let name = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("、");
            if let Some(told) = too_large(&handles) {
                phase.set(Phase::Told(name, Rc::new(told)));
                return;
            }
            let on_told = {
                let (phase, name) = (phase.clone(), name.clone());
                Callback::from(move |told: Option<Told>| {
                    let told = told.map(|told| Phase::Told(name.clone(), Rc::new(told)));
                    phase.set(told.unwrap_or(Phase::Died));
                })
            };
            let texts = tables.files().map(|(file, text)| (file.to_owned(), text.to_owned()));
            let bring = Bring { tables: texts.collect(), files, newcomer };
            phase.set(Phase::Reading(name));
            reader.replace(Some(Reader::ask(&bring, &handles, on_told)));
        })
    };
    let on_stop = {
        let phase = phase.clone();
        Callback::from(move |()| {
            reader.replace(None);
            phase.set(Phase::Quiet);
        })
    };
    let on_other = on_stop.clone();
    let on_stop = on_stop.reform(|_: MouseEvent| ());
    let on_accept = {
        let (phase, now) = (phase.clone(), Place::of(&props.city.code, &props.tables));
        Callback::from(move |(name, told): (String, Rc<Told>)| {
            phase.set(Phase::Keeping);
            let (phase, now) = (phase.clone(), now.clone());
            yew::platform::spawn_local(
                async move { accept(&phase, &now, name, &told, lang).await },
            );
        })
    };
    html! {
        <section class="panel exchange">
            <div class="panel-head"><h3>{ words::TITLE.get(lang) }</h3></div>
            <p class="panel-note">{ words::LEAD.get(lang) }</p>
            <Inputs name={AttrValue::from(props.city.name.get(lang).to_owned())} on_bring={bring}
                {on_other} {lang} />
            <div class="exchange-found" role="status">
                { found(&phase, (&on_accept, on_stop), lang) }
            </div>
            <Out city={props.city.clone()} tables={props.tables.clone()}
                answer={props.answer.clone()} scenario={props.scenario.clone()} {lang} />
        </section>
    }
}

/// Not even opened: a file that is too large would only fill the memory.
fn too_large(files: &[File]) -> Option<Told> {
    let large = files.iter().filter(|file| (MAX_BYTES as f64) < file.size());
    let said: Vec<[String; 2]> = large
        .map(|file| {
            let refusal = Refusal::TooLarge { megabytes: file.size() as usize >> 20 };
            [Lang::Ja, Lang::En].map(|lang| refusal.of_file(&file.name(), lang))
        })
        .collect();
    (!said.is_empty()).then(|| Told { said, ..Told::default() })
}

async fn accept(phase: &UseStateHandle<Phase>, now: &Place, name: String, told: &Told, lang: Lang) {
    let (Some(after), Some(ready)) = (&told.after, &told.ready) else { return };
    let tables = Tables::of(after.iter().cloned());
    // Said first: the program ends as soon as all of it is kept.
    keep::leave_word(&words::accepted(lang, &name));
    match kept::accept(now, &tables, ready, &name).await {
        Ok(true) => {}
        Ok(false) => {
            keep::take_word();
            phase.set(Phase::Same(name));
        }
        Err(_) => {
            keep::take_word();
            phase.set(Phase::NotKept);
        }
    }
}

type Accepting<'a> = (&'a Callback<(String, Rc<Told>)>, Callback<MouseEvent>);

fn found(phase: &UseStateHandle<Phase>, (on_accept, on_stop): Accepting<'_>, lang: Lang) -> Html {
    let stop = html! {
        <button type="button" class="button text" onclick={on_stop}>{ words::STOP.get(lang) }</button>
    };
    let notice = |kind, happened: String| html! { <Notice {kind} {happened} {lang} /> };
    match &**phase {
        Phase::Quiet => Html::default(),
        Phase::Reading(name) => html! {
            <p>{ words::reading(lang, name) } { " " } { stop }</p>
        },
        Phase::Told(name, told) => {
            let accept = told.ready.is_some().then(|| {
                let what = (name.clone(), told.clone());
                let press = on_accept.reform(move |_: MouseEvent| what.clone());
                html! {
                    <button type="button" class="button primary" data-accept="" onclick={press}>
                        { words::ACCEPT.get(lang) }
                    </button>
                }
            });
            html! { <>{ told::told(told, lang) }<p>{ for accept } { stop }</p></> }
        }
        Phase::Keeping => html! { <p>{ words::KEEPING.get(lang) }</p> },
        Phase::Same(name) => notice(NoticeKind::Done, words::same(lang, name)),
        Phase::Done(word) => notice(NoticeKind::Done, word.clone()),
        Phase::NotKept => notice(NoticeKind::Failed, words::NOT_KEPT.get(lang).to_owned()),
        Phase::Died => notice(NoticeKind::Failed, words::DIED.get(lang).to_owned()),
    }
}
