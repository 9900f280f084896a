//! One HTML file with everything inside, for a double-click on a computer without a network.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::Outcome;
use crate::page::{self, Sources};
use crate::program::Program;
use crate::{budget, policy};

pub(crate) fn html(sources: &Sources, program: &Program, first_answer: &str) -> Outcome<String> {
    let wasm = STANDARD.encode(budget::gzip(&program.wasm));
    let icon = STANDARD.encode(&sources.icon);
    let policy = policy::of_single_file(&[&sources.check, &program.script], &sources.style);
    let data_and_program = format!(
        "{}\n{}",
        page::inline_data("mitoshi-wasm", &wasm),
        page::inline_script(&program.script)?
    );
    page::fill(
        &sources.html,
        &[
            ("policy", &page::policy_meta(&policy)),
            ("icon", &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")),
            ("style", &page::inline_style(&sources.style)?),
            ("first-answer", &page::inline_data("first-answer", first_answer)),
            ("program-early", ""),
            ("check", &page::inline_script(&sources.check)?),
            ("program", &data_and_program),
        ],
    )
}
