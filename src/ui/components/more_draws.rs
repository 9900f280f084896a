//! Ten thousand draws on asking: a button, then how far they are and a way to stop.

use yew::prelude::*;

use super::progress::Progress;
use super::words::Words;
use crate::i18n::Lang;
use crate::i18n::number;

#[derive(Properties, PartialEq)]
pub struct MoreDrawsProps {
    /// How many are done while they are run.
    #[prop_or_default]
    pub running: Option<u32>,
    /// How many there will be.
    pub of: u32,
    /// Whether what is shown is made of so many.
    pub is_done: bool,
    /// Whether to run them, or to stop.
    pub on_ask: Callback<bool>,
    pub lang: Lang,
}

#[component]
pub fn MoreDraws(props: &MoreDrawsProps) -> Html {
    let words = Words(props.lang);
    if let Some(n_done) = props.running {
        let count = |n: u32| number::exact(i64::from(n));
        return html! {
            <Progress label={words.running()}
                share={Some(f64::from(n_done) / f64::from(props.of.max(1)))}
                detail={format!("{} / {}", count(n_done), count(props.of))}
                on_cancel={props.on_ask.reform(|()| false)} lang={props.lang} />
        };
    }
    if props.is_done {
        return html! { <p class="more-draws-done" role="status">{ words.ten_thousand_done() }</p> };
    }
    html! {
        <button type="button" class="button secondary small" data-more-draws=""
            onclick={props.on_ask.reform(|_: MouseEvent| true)}>
            { words.ten_thousand() }
        </button>
    }
}
