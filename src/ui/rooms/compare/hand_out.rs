//! Handing the comparison on: shown to a room, printed on A4, as a link, and «この案を入れた1ファイルを
//! 作る», the app's own file with these scenarios inside, for a computer without a network.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::words;
use crate::i18n::{Lang, Text};
use crate::scenario::{Scenario, link};
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::rooms::library::link_out::{LinkOut, link_out};
use crate::ui::rooms::library::own_data;
use crate::ui::{files, page};

#[wasm_bindgen]
extern "C" {
    /// The page's own text with this word in it; none where the page is not one file.
    #[wasm_bindgen(js_namespace = mitoshi, js_name = withProposal)]
    fn with_proposal(word: &str) -> Option<String>;
}

#[derive(Properties, PartialEq)]
pub struct HandOutProps {
    pub scenarios: Rc<[Rc<Scenario>]>,
    pub lang: Lang,
    pub on_present: Callback<()>,
    /// The numbers as a workbook, or as a text file.
    pub on_numbers: Callback<Form>,
}

/// The form of the file with the numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    Book,
    Csv,
}

#[component]
pub fn HandOut(props: &HandOutProps) -> Html {
    let lang = props.lang;
    let said = use_state_eq(|| None::<(NoticeKind, AttrValue)>);
    let link = use_state_eq(|| None::<LinkOut>);
    let one_file = {
        let (scenarios, said) = (props.scenarios.clone(), said.clone());
        Callback::from(move |_: MouseEvent| said.set(Some(one_file(&lent(&scenarios), lang))))
    };
    let copy_link = {
        let (scenarios, link) = (props.scenarios.clone(), link.clone());
        Callback::from(move |_: MouseEvent| link.set(Some(link_out(&lent(&scenarios), lang))))
    };
    let numbers = |form: Form, deed: &'static str, label: Text| {
        let onclick = props.on_numbers.reform(move |_: MouseEvent| form);
        html! {
            <button type="button" class="button secondary" data-deed={deed} {onclick}>
                { label.get(lang) }
            </button>
        }
    };
    let present = props.on_present.reform(|_: MouseEvent| ());
    let print = Callback::from(|_: MouseEvent| page::print());
    let notice = |(kind, text): &(NoticeKind, AttrValue)| {
        html! { <Notice kind={*kind} happened={text.clone()} {lang} /> }
    };
    html! {
        <div class="hand-out" data-print="no">
            <div class="library-row">
                <button type="button" class="button" data-deed="one-file" onclick={one_file}>
                    { words::ONE_FILE.get(lang) }
                </button>
                <button type="button" class="button secondary" data-deed="present"
                    onclick={present}>{ words::PRESENT.get(lang) }</button>
                <button type="button" class="button secondary" data-deed="print" onclick={print}>
                    { words::PRINT.get(lang) }
                </button>
                <button type="button" class="button secondary" data-deed="link"
                    onclick={copy_link}>{ words::LINK.get(lang) }</button>
                { numbers(Form::Book, "book", words::BOOK) }
                { numbers(Form::Csv, "csv", words::CSV) }
            </div>
            <div role="status">
                { for said.as_ref().map(notice) }
                { for link.as_ref().map(|link| link.shown(lang)) }
            </div>
        </div>
    }
}

fn lent(scenarios: &[Rc<Scenario>]) -> Vec<&Scenario> {
    scenarios.iter().map(|scenario| &**scenario).collect()
}

/// Makes the file, or says where it can be made.
pub fn one_file(scenarios: &[&Scenario], lang: Lang) -> (NoticeKind, AttrValue) {
    let sent: Vec<Scenario> =
        scenarios.iter().map(|scenario| own_data::handed_on(scenario)).collect();
    let lent: Vec<&Scenario> = sent.iter().collect();
    match with_proposal(&link::to_word(&lent)) {
        Some(text) => {
            files::save_text("mitoshi-proposal.html", "text/html", &text);
            let more = own_data::said(&sent, lang).unwrap_or_default();
            (NoticeKind::Done, format!("{} {more}", words::ONE_FILE_MADE.get(lang)).into())
        }
        None => (NoticeKind::Warning, words::ONE_FILE_NEEDED.get(lang).into()),
    }
}
