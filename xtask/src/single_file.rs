//! One HTML file with everything inside, for a double-click on a computer without a network.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::Outcome;
use crate::page::{self, Sources};
use crate::program::{Program, Programs};
use crate::{budget, policy};

pub(crate) fn html(sources: &Sources, programs: &Programs, first_answer: &str) -> Outcome<String> {
    let Programs { app, rooms } = programs;
    let wasm = |program: &Program| {
        let text = STANDARD.encode(budget::gzip(&program.wasm));
        page::inline_data(&format!("{}-wasm", program.name), &text)
    };
    let icon = STANDARD.encode(&sources.icon);
    let scripts = [&sources.check, &rooms.script, &app.script];
    let policy = policy::of_single_file(&scripts.map(String::as_str), &sources.style);
    // The boot stands at the end of the first program's script, and finds everything before it.
    let data_and_programs = format!(
        "{}\n{}\n{}\n{}",
        wasm(app),
        wasm(rooms),
        page::inline_script(&rooms.script)?,
        page::inline_script(&app.script)?
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
            ("program", &data_and_programs),
        ],
    )
}
