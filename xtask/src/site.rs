//! The static site: hashed names and relative links, so that any sub-folder will do.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::page::{self, Sources};
use crate::policy;
use crate::program::Program;

/// File name → bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// `extra_head` is for `serve`, which adds its reload script.
pub(crate) fn files(
    sources: &Sources,
    program: &Program,
    first_answer: &str,
    extra_head: &str,
) -> Outcome<Files> {
    let script = hashed("mitoshi", "js", program.script.as_bytes());
    let wasm = hashed("mitoshi", "wasm", &program.wasm);
    let style = hashed("mitoshi", "css", sources.style.as_bytes());
    let icon = hashed("icon", "svg", sources.icon.as_bytes());

    // The preload starts the wasm with the page and is also where the boot finds its address.
    let early = format!(
        "<link id=\"mitoshi-wasm\" rel=\"preload\" href=\"{wasm}\" as=\"fetch\" \
         type=\"application/wasm\" crossorigin>\n\
         <script src=\"{script}\" defer></script>{extra_head}"
    );
    let html = page::fill(
        &sources.html,
        &[
            ("policy", &page::policy_meta(&policy::of_site(&sources.check))),
            ("icon", &format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">")),
            ("style", &format!("<link rel=\"stylesheet\" href=\"{style}\">")),
            ("first-answer", &page::inline_data("first-answer", first_answer)),
            ("program-early", &early),
            ("check", &page::inline_script(&sources.check)?),
            ("program", ""),
        ],
    )?;

    Ok(BTreeMap::from([
        ("index.html".to_string(), html.into_bytes()),
        (script, program.script.clone().into_bytes()),
        (wasm, program.wasm.clone()),
        (style, sources.style.clone().into_bytes()),
        (icon, sources.icon.clone().into_bytes()),
    ]))
}

fn hashed(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{extension}", page::short_hash(bytes))
}
