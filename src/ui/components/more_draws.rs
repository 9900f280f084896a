//! Ten thousand draws on asking: a button, then how far they are and a way to stop. A function and
//! not a component: it is drawn with the room, which changes only when something to say does.

use yew::prelude::*;

use super::progress::Progress;
use super::words::Words;
use crate::i18n::Lang;
use crate::i18n::number;

/// How far ten thousand draws of what is set are.
#[derive(Clone, Copy, PartialEq)]
pub enum Asked {
    Not,
    /// How many are done.
    Running(u32),
    Done,
}

/// `on_ask` says whether to run them, or to stop.
pub fn more_draws(asked: Asked, of: u32, on_ask: Callback<bool>, lang: Lang) -> Html {
    let words = Words(lang);
    match asked {
        Asked::Running(n_done) => {
            let count = |n: u32| number::exact(i64::from(n));
            html! {
                <Progress label={words.running()}
                    share={Some(f64::from(n_done) / f64::from(of.max(1)))}
                    detail={format!("{} / {}", count(n_done), count(of))}
                    on_cancel={on_ask.reform(|()| false)} {lang} />
            }
        }
        Asked::Done => {
            html! { <p class="more-draws-done" role="status">{ words.ten_thousand_done() }</p> }
        }
        Asked::Not => html! {
            <button type="button" class="button secondary small" data-more-draws=""
                onclick={on_ask.reform(|_: MouseEvent| true)}>
                { words.ten_thousand() }
            </button>
        },
    }
}
