//! Bringing tables in and taking them out. A file is read by a worker; the page shows what was
//! found, and changes nothing before it is told to.

mod out;
mod reader;
mod told;
pub mod words;

use std::rc::Rc;

use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::exchange::read::MAX_BYTES;
use crate::exchange::wire::{Bring, Content, Told};
use crate::exchange::{Refusal, Tables};
use crate::facts::Municipality;
use crate::i18n::Lang;
use crate::protocol::Answer;
use crate::ui::components::notice::{Notice, NoticeKind};
use out::Out;
use reader::Reader;

#[derive(Properties)]
pub struct ExchangePanelProps {
    pub city: Rc<Municipality>,
    pub tables: Rc<Tables>,
    pub answer: Option<Rc<Answer>>,
    pub lang: Lang,
    pub on_accept: Callback<Tables>,
    /// Present after something was taken in.
    pub on_undo: Option<Callback<()>>,
}

impl PartialEq for ExchangePanelProps {
    fn eq(&self, other: &Self) -> bool {
        let answers = [&self.answer, &other.answer].map(|answer| answer.as_ref().map(Rc::as_ptr));
        Rc::ptr_eq(&self.city, &other.city)
            && Rc::ptr_eq(&self.tables, &other.tables)
            && answers[0] == answers[1]
            && self.lang == other.lang
            && self.on_undo == other.on_undo
    }
}

/// Where an import stands.
#[derive(Clone, PartialEq)]
enum Phase {
    Quiet,
    Reading(String),
    Told(String, Rc<Told>),
    Accepted(String),
    Undone,
    Died,
}

/// Where the reader of the page says what the file is for.
#[derive(Clone, Default, PartialEq)]
struct Form {
    paste: NodeRef,
    newcomer: NodeRef,
    name: NodeRef,
    centres: NodeRef,
}

impl Form {
    fn newcomer(&self) -> Option<(String, Option<u32>)> {
        let input = |node: &NodeRef| node.cast::<HtmlInputElement>();
        let is_newcomer = input(&self.newcomer).is_some_and(|box_| box_.checked());
        let value = |node| input(node).map(|input| input.value()).unwrap_or_default();
        is_newcomer.then(|| (value(&self.name), value(&self.centres).trim().parse().ok()))
    }
}

#[component]
pub fn ExchangePanel(props: &ExchangePanelProps) -> Html {
    let lang = props.lang;
    let phase = use_state_eq(|| Phase::Quiet);
    let reader = use_mut_ref(|| None::<Reader>);
    let form = use_memo((), |()| Form::default());
    let bring = {
        let (phase, form, tables) = (phase.clone(), form.clone(), props.tables.clone());
        let reader = reader.clone();
        Callback::from(move |(name, content, file): (String, Content, Option<File>)| {
            let on_told = {
                let (phase, name) = (phase.clone(), name.clone());
                Callback::from(move |told: Option<Told>| {
                    phase.set(
                        told.map_or(Phase::Died, |told| Phase::Told(name.clone(), Rc::new(told))),
                    );
                })
            };
            let texts = tables.files().map(|(file, text)| (file.to_owned(), text.to_owned()));
            let newcomer = form.newcomer();
            let bring = Bring { tables: texts.collect(), name: name.clone(), content, newcomer };
            phase.set(Phase::Reading(name));
            reader.replace(Some(Reader::ask(&bring, file.as_ref(), on_told)));
        })
    };
    let on_file = {
        let (phase, bring) = (phase.clone(), bring.clone());
        Callback::from(move |file: File| {
            let name = file.name();
            if (MAX_BYTES as f64) < file.size() {
                // Not even opened: a file that is too large would only fill the memory.
                let refusal = Refusal::TooLarge { megabytes: file.size() as usize >> 20 };
                let said = vec![[Lang::Ja, Lang::En].map(|lang| refusal.describe(lang))];
                let told = Told { said, ..Told::default() };
                phase.set(Phase::Told(name, Rc::new(told)));
                return;
            }
            bring.emit((name, Content::File(Vec::new()), Some(file)));
        })
    };
    let on_stop = {
        let (phase, reader) = (phase.clone(), reader.clone());
        Callback::from(move |_: MouseEvent| {
            reader.replace(None);
            phase.set(Phase::Quiet);
        })
    };
    let on_undo = props.on_undo.clone().map(|on_undo| {
        let phase = phase.clone();
        Callback::from(move |_: MouseEvent| {
            on_undo.emit(());
            phase.set(Phase::Undone);
        })
    });
    html! {
        <section class="panel exchange">
            <div class="panel-head"><h3>{ words::TITLE.get(lang) }</h3></div>
            <p class="panel-note">{ words::LEAD.get(lang) }</p>
            { inputs(&form, &on_file, &bring, lang) }
            <div class="exchange-found" role="status">
                { found(&phase, (&props.on_accept, on_stop), lang) }
            </div>
            if let Some(on_undo) = on_undo {
                <button type="button" class="button secondary" data-undo-import="" onclick={on_undo}>
                    { words::UNDO.get(lang) }
                </button>
            }
            <Out city={props.city.clone()} tables={props.tables.clone()}
                answer={props.answer.clone()} {lang} />
        </section>
    }
}

/// What a paste is brought with: a name, the text, no file.
type Bringing = Callback<(String, Content, Option<File>)>;

fn inputs(form: &Rc<Form>, on_file: &Callback<File>, bring: &Bringing, lang: Lang) -> Html {
    let on_choose = {
        let on_file = on_file.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                on_file.emit(file);
            }
            // The same file may be chosen again once it is corrected.
            input.set_value("");
        })
    };
    let on_drop = {
        let on_file = on_file.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                on_file.emit(file);
            }
        })
    };
    let on_paste = {
        let (form, bring) = (form.clone(), bring.clone());
        Callback::from(move |_: MouseEvent| {
            let text = form.paste.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let content = Content::Pasted(text.unwrap_or_default());
            bring.emit((words::PASTED.get(lang).to_owned(), content, None));
        })
    };
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <div class="exchange-in">
            <div class="field exchange-drop" ondragover={over} ondrop={on_drop}>
                <label for="import-file">{ words::CHOOSE.get(lang) }</label>
                <input id="import-file" type="file" accept=".csv,.tsv,.txt,.xlsx" onchange={on_choose} />
                <p class="field-hint">{ words::PERSONAL.get(lang) }</p>
            </div>
            <div class="field">
                <label for="import-paste">{ words::PASTE.get(lang) }</label>
                <textarea id="import-paste" rows="3" ref={form.paste.clone()} />
                <button type="button" class="button secondary" data-read-paste="" onclick={on_paste}>
                    { words::READ_PASTE.get(lang) }
                </button>
            </div>
            <details class="exchange-newcomer">
                <summary>{ words::NEWCOMER.get(lang) }</summary>
                { newcomer(form, lang) }
            </details>
        </div>
    }
}

/// What another municipality needs, helps and assumes; its name and number of centres.
fn newcomer(form: &Form, lang: Lang) -> Html {
    let guide = crate::exchange::newcomer::guide(lang);
    html! {
        <>
            <dl>{ for guide.iter().map(|[term, words]| html! {
                <><dt>{ *term }</dt><dd>{ *words }</dd></>
            }) }</dl>
            <label><input type="checkbox" id="newcomer" ref={form.newcomer.clone()} />
                { words::NEWCOMER.get(lang) }</label>
            <div class="field">
                <label for="newcomer-name">{ words::NAME.get(lang) }</label>
                <input type="text" id="newcomer-name" ref={form.name.clone()} />
            </div>
            <div class="field">
                <label for="newcomer-centres">{ words::CENTRES.get(lang) }</label>
                <input type="number" id="newcomer-centres" min="1" ref={form.centres.clone()} />
            </div>
        </>
    }
}

fn found(
    phase: &UseStateHandle<Phase>,
    (on_accept, on_stop): (&Callback<Tables>, Callback<MouseEvent>),
    lang: Lang,
) -> Html {
    let stop = html! {
        <button type="button" class="button text" onclick={on_stop}>{ words::STOP.get(lang) }</button>
    };
    match &**phase {
        Phase::Quiet => Html::default(),
        Phase::Reading(name) => html! {
            <p>{ words::reading(lang, name) } { " " } { stop }</p>
        },
        Phase::Told(name, told) => {
            let accept = told.after.as_ref().map(|after| {
                let tables = Tables::read(&|file| {
                    after.iter().find(|(n, _)| n == file).map(|(_, t)| t.clone())
                });
                let (phase, on_accept, name) = (phase.clone(), on_accept.clone(), name.clone());
                let press = Callback::from(move |_: MouseEvent| {
                    on_accept.emit(tables.clone());
                    phase.set(Phase::Accepted(name.clone()));
                });
                html! {
                    <button type="button" class="button primary" data-accept="" onclick={press}>
                        { words::ACCEPT.get(lang) }
                    </button>
                }
            });
            html! { <>{ told::told(told, lang) }<p>{ for accept } { stop }</p></> }
        }
        Phase::Accepted(name) => {
            html! { <Notice kind={NoticeKind::Done} happened={words::accepted(lang, name)} {lang} /> }
        }
        Phase::Undone => {
            html! { <Notice kind={NoticeKind::Done} happened={words::UNDONE.get(lang)} {lang} /> }
        }
        Phase::Died => {
            html! { <Notice kind={NoticeKind::Failed} happened={words::DIED.get(lang)} {lang} /> }
        }
    }
}
