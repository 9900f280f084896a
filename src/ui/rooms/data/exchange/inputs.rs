//! Where files and pastes come in: into the municipality that is open, or as another one.

use std::rc::Rc;

use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{Brought, words};
use crate::exchange::Asked;
use crate::exchange::wire::Content;
use crate::i18n::Lang;
use crate::ui::components::file_choice::FileChoice;
use crate::ui::components::segmented::{Choice, Segmented};

#[derive(Properties, PartialEq)]
pub(super) struct InputsProps {
    /// The municipality that is open.
    pub name: AttrValue,
    pub on_bring: Callback<Brought>,
    /// What was found belongs to another choice now.
    pub on_other: Callback<()>,
    pub lang: Lang,
}

/// What the wizard asks.
#[derive(Clone, Default, PartialEq)]
struct Form {
    paste: NodeRef,
    name: NodeRef,
    centres: NodeRef,
    plan: NodeRef,
}

impl Form {
    /// Another municipality's answers, where it is asked for: the fields are there only then.
    fn newcomer(&self) -> Option<Asked> {
        let input = |node: &NodeRef| node.cast::<HtmlInputElement>();
        let number = |node| input(node).map(|input| input.value()).unwrap_or_default();
        Some(Asked {
            name: input(&self.name)?.value(),
            code: String::new(),
            n_centres: number(&self.centres).trim().parse().ok(),
            plan_first: number(&self.plan).trim().parse().ok(),
        })
    }
}

const HERE: &str = "here";
const NEWCOMER: &str = "newcomer";

#[component]
pub(super) fn Inputs(props: &InputsProps) -> Html {
    let lang = props.lang;
    let form = use_memo((), |()| Form::default());
    let is_newcomer = use_state_eq(|| false);
    let on_files = {
        let (form, on_bring) = (form.clone(), props.on_bring.clone());
        Callback::from(move |handles: Vec<File>| {
            if !handles.is_empty() {
                let empty = |file: &File| (file.name(), Content::File(Vec::new()));
                on_bring.emit((handles.iter().map(empty).collect(), handles, form.newcomer()));
            }
        })
    };
    let on_mode = {
        let (is_newcomer, on_other) = (is_newcomer.setter(), props.on_other.clone());
        Callback::from(move |mode: AttrValue| {
            is_newcomer.set(mode == NEWCOMER);
            on_other.emit(());
        })
    };
    let choices: Rc<[Choice]> = Rc::new([
        Choice { key: HERE.into(), label: words::into_here(lang, &props.name).into() },
        Choice { key: NEWCOMER.into(), label: words::NEWCOMER.get(lang).into() },
    ]);
    let chosen = if *is_newcomer { NEWCOMER } else { HERE };
    html! {
        <>
            <h4>{ words::IN.get(lang) }</h4>
            <Segmented name="import-mode" legend={words::MODE.get(lang)} {choices} {chosen}
                on_choose={on_mode} />
            if *is_newcomer { { wizard(&form, lang) } }
            <div class="exchange-in">
                { chooser(&on_files, *is_newcomer, lang) }
                { paste(&form, &props.on_bring, lang) }
            </div>
        </>
    }
}

fn chooser(on_files: &Callback<Vec<File>>, is_newcomer: bool, lang: Lang) -> Html {
    let label = if is_newcomer { words::CHOOSE_ALL } else { words::CHOOSE };
    html! {
        // What was chosen for one municipality is not chosen for another.
        <FileChoice key={label.en} id="import-file" class="exchange-drop" label={label.get(lang)}
            multiple=true accept=".csv,.tsv,.txt,.xlsx" {on_files} {lang}>
            <p>{ words::DROP.get(lang) }</p>
            <p class="field-hint">{ words::PERSONAL.get(lang) }</p>
        </FileChoice>
    }
}

fn paste(form: &Rc<Form>, on_bring: &Callback<Brought>, lang: Lang) -> Html {
    let on_paste = {
        let (form, on_bring) = (form.clone(), on_bring.clone());
        Callback::from(move |_: MouseEvent| {
            let text = form.paste.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let content = Content::Pasted(text.unwrap_or_default());
            let pasted = (words::PASTED.get(lang).to_owned(), content);
            on_bring.emit((vec![pasted], Vec::new(), form.newcomer()));
        })
    };
    html! {
        <div class="field">
            <label for="import-paste">{ words::PASTE.get(lang) }</label>
            <textarea id="import-paste" rows="3" ref={form.paste.clone()} />
            <button type="button" class="button secondary" data-read-paste="" onclick={on_paste}>
                { words::READ_PASTE.get(lang) }
            </button>
        </div>
    }
}

/// What another municipality needs, helps and assumes; its name, centres and plan.
fn wizard(form: &Form, lang: Lang) -> Html {
    let guide = crate::exchange::newcomer::guide(lang);
    let number = |id: &'static str, label: &'static str, hint: &'static str, node: &NodeRef| {
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <input type="number" {id} min="1" ref={node.clone()} aria-describedby={format!("{id}-hint")} />
                <p class="field-hint" id={format!("{id}-hint")}>{ hint }</p>
            </div>
        }
    };
    let (centres, plan) = (words::CENTRES.get(lang), words::PLAN.get(lang));
    html! {
        <div class="exchange-newcomer">
            <dl>{ for guide.iter().map(|[term, words]| html! {
                <><dt>{ *term }</dt><dd>{ *words }</dd></>
            }) }</dl>
            <div class="exchange-in">
                <div class="field">
                    <label for="newcomer-name">{ words::NAME.get(lang) }</label>
                    <input type="text" id="newcomer-name" ref={form.name.clone()} />
                </div>
                { number("newcomer-centres", centres, words::CENTRES_HINT.get(lang), &form.centres) }
                { number("newcomer-plan", plan, words::PLAN_HINT.get(lang), &form.plan) }
            </div>
        </div>
    }
}
