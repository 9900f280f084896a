//! A word that explains itself when it is pressed.

use yew::prelude::*;

use crate::i18n::Lang;
use crate::ui::glossary::Term;

#[derive(Properties, PartialEq)]
pub struct TermWordProps {
    /// Each term stands once on a page: its key makes the id.
    pub term: TermRef,
    pub lang: Lang,
}

/// A term of the glossary; compared by its key.
#[derive(Clone, Copy)]
pub struct TermRef(pub &'static Term);

impl PartialEq for TermRef {
    fn eq(&self, other: &Self) -> bool {
        self.0.key == other.0.key
    }
}

#[component]
pub fn TermWord(props: &TermWordProps) -> Html {
    let TermRef(term) = props.term;
    let id = format!("term-{}", term.key);
    html! {
        <span class="term">
            <button type="button" class="term-word" popovertarget={id.clone()}>
                { term.word.get(props.lang) }
            </button>
            <span {id} class="term-meaning" popover="auto" role="note">
                <b>{ term.word.get(props.lang) }</b>{ " " }{ term.meaning.get(props.lang) }
            </span>
        </span>
    }
}
