//! Long work: how far it is, in words too, and a way to stop it.

use yew::prelude::*;

use super::words::Words;
use crate::i18n::Lang;

#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// What is being done.
    pub label: AttrValue,
    /// From 0 to 1; `None` while nobody knows.
    #[prop_or_default]
    pub share: Option<f64>,
    /// «1,024回のうち512回»
    #[prop_or_default]
    pub detail: AttrValue,
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
    pub lang: Lang,
}

#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let value = props.share.map(|share| AttrValue::from(share.clamp(0.0, 1.0).to_string()));
    html! {
        <div class="progress">
            <span class="progress-label">{ &props.label }</span>
            <progress max="1" {value} aria-label={&props.label} />
            <span class="progress-detail">{ &props.detail }</span>
            if let Some(on_cancel) = &props.on_cancel {
                <button type="button" class="button secondary"
                    onclick={on_cancel.reform(|_: MouseEvent| ())}>
                    { Words(props.lang).cancel() }
                </button>
            }
        </div>
    }
}
