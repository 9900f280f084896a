//! A link to scenarios, put on the clipboard: and what is to be said about it.

use yew::prelude::*;

use super::{own_data, words};
use crate::i18n::Lang;
use crate::scenario::{Scenario, link};
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::page;

/// What became of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkOut {
    pub kind: NoticeKind,
    pub sentence: String,
    /// Too long for mail, or no use elsewhere: a file is better.
    pub needs_file: bool,
    /// To be copied by hand, where the browser has no clipboard for this page.
    pub by_hand: Option<String>,
}

pub fn link_out(scenarios: &[&Scenario], lang: Lang) -> LinkOut {
    let sent: Vec<Scenario> =
        scenarios.iter().map(|scenario| own_data::handed_on(scenario)).collect();
    let lent: Vec<&Scenario> = sent.iter().collect();
    let address = page::address_of(&format!("#/open/{}", link::to_word(&lent)));
    let is_copied = page::copy(&address);
    let (is_local, is_long) = (address.starts_with("file:"), link::LONG < address.len());
    let sentence = match (is_local, is_long, is_copied) {
        (true, ..) => words::LINK_FROM_FILE.get(lang).to_owned(),
        (_, true, _) => words::link_too_long(lang, address.len()),
        (.., true) => words::COPIED.get(lang).to_owned(),
        (.., false) => words::COPY_BY_HAND.get(lang).to_owned(),
    };
    let said: Vec<String> = std::iter::once(sentence).chain(own_data::said(&sent, lang)).collect();
    let sentence = said.join(if lang == Lang::Ja { "" } else { " " });
    let needs_file = is_local || is_long;
    let kind = if needs_file { NoticeKind::Warning } else { NoticeKind::Done };
    LinkOut { kind, sentence, needs_file, by_hand: (!is_copied).then_some(address) }
}

impl LinkOut {
    pub fn shown(&self, lang: Lang) -> Html {
        html! {
            <>
                <Notice kind={self.kind} happened={self.sentence.clone()} {lang} />
                { for self.by_hand.as_deref().map(|address| by_hand(address, lang)) }
            </>
        }
    }
}

/// A field with the link in it, to be chosen and copied.
pub fn by_hand(address: &str, lang: Lang) -> Html {
    html! {
        <label class="link-by-hand">{ words::LINK.get(lang) }
            <input type="text" readonly=true value={address.to_owned()} />
        </label>
    }
}
