//! By what a printed number can be checked: the result code, the seed, and the model's version.

use yew::prelude::*;

use crate::engine::code::MODEL_VERSION;
use crate::i18n::number;
use crate::ui::state::AppState;
use crate::ui::words;

pub fn result_code(state: &AppState) -> Html {
    let lang = state.lang;
    let code = state.answer.as_ref().and_then(|answer| answer.code.clone());
    let code = code.filter(|_| state.looks_fresh());
    html! {
        <p class="result-code">
            { words::RESULT_CODE.get(lang) }{ " " }
            <code data-result-code="">
                { code.unwrap_or_else(|| words::WORKING.get(lang).to_owned()) }
            </code>
            { " " }{ words::SEED.get(lang) }{ " " }{ number::exact(i64::from(state.scenario.seed)) }
            <span class="only-printed">
                { " " }{ words::MODEL.get(lang) }{ " " }{ MODEL_VERSION }
            </span>
        </p>
    }
}
