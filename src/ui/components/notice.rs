//! A message: what happened, what was kept, what to do next.

use yew::prelude::*;

use super::words::Words;
use crate::i18n::Lang;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoticeKind {
    /// Something finished: read out when the reader pauses.
    Done,
    /// Worth knowing before going on.
    Warning,
    /// Something failed: read out at once.
    Failed,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NoticeAction {
    pub label: AttrValue,
    pub on_press: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    pub kind: NoticeKind,
    pub happened: AttrValue,
    #[prop_or_default]
    pub kept: AttrValue,
    #[prop_or_default]
    pub next: AttrValue,
    #[prop_or_default]
    pub action: Option<NoticeAction>,
    /// With it, the message can be closed.
    #[prop_or_default]
    pub on_close: Option<Callback<()>>,
    pub lang: Lang,
}

#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let (class, role, shape) = match props.kind {
        NoticeKind::Done => ("done", "status", "M4 12l6 6L20 6"),
        NoticeKind::Warning => ("warning", "status", "M12 3L22 21H2ZM12 9v6M12 17.5v1.5"),
        NoticeKind::Failed => ("failed", "alert", "M8 2h8l6 6v8l-6 6H8l-6-6V8ZM12 6v8M12 16v2"),
    };
    let press = |callback: &Callback<()>| callback.reform(|_: MouseEvent| ());
    html! {
        <div class={classes!("notice", class)} {role}>
            <svg class="notice-shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                <path d={shape} />
            </svg>
            <div class="notice-words">
                <p class="notice-happened">{ &props.happened }</p>
                { for [&props.kept, &props.next].into_iter().filter(|t| !t.is_empty())
                    .map(|text| html! { <p>{ text }</p> }) }
            </div>
            if let Some(action) = &props.action {
                <button type="button" class="button secondary" onclick={press(&action.on_press)}>
                    { &action.label }
                </button>
            }
            if let Some(on_close) = &props.on_close {
                <button type="button" class="button text" onclick={press(on_close)}>
                    { Words(props.lang).close() }
                </button>
            }
        </div>
    }
}
