//! «この案を入れた1ファイルを作る»: the app's own file with these scenarios inside, for a computer
//! without a network. It opens straight in the comparison.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::words;
use crate::i18n::Lang;
use crate::scenario::{Scenario, link};
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::files;

#[wasm_bindgen]
extern "C" {
    /// The page's own text with this word in it; none where the page is not one file.
    #[wasm_bindgen(js_namespace = mitoshi, js_name = withProposal)]
    fn with_proposal(word: &str) -> Option<String>;
}

#[derive(Properties, PartialEq)]
pub struct OneFileProps {
    pub scenarios: Rc<[Rc<Scenario>]>,
    pub lang: Lang,
}

#[component]
pub fn OneFile(props: &OneFileProps) -> Html {
    let lang = props.lang;
    let is_made = use_state_eq(|| None::<bool>);
    let onclick = {
        let (scenarios, is_made) = (props.scenarios.clone(), is_made.clone());
        Callback::from(move |_: MouseEvent| {
            let scenarios: Vec<&Scenario> = scenarios.iter().map(|s| &**s).collect();
            let text = with_proposal(&link::to_word(&scenarios));
            if let Some(text) = &text {
                files::save_text("mitoshi-proposal.html", "text/html", text);
            }
            is_made.set(Some(text.is_some()));
        })
    };
    let said = |is_made: bool| {
        let (kind, text) = if is_made {
            (NoticeKind::Done, words::ONE_FILE_MADE)
        } else {
            (NoticeKind::Warning, words::ONE_FILE_NEEDED)
        };
        html! { <Notice {kind} happened={text.get(lang)} {lang} /> }
    };
    html! {
        <div class="one-file" data-print="no">
            <button type="button" class="button" data-deed="one-file" {onclick}>
                { words::ONE_FILE.get(lang) }
            </button>
            { for is_made.map(said) }
        </div>
    }
}
