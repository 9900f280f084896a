//! The static site: hashed names and relative links, so that any sub-folder will do.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::page::{self, Sources};
use crate::policy;
use crate::program::Programs;

/// File name → bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The site, by when its files are needed.
pub(crate) struct Site {
    /// Until the page is usable.
    pub(crate) first: Files,
    /// When a room of the other program is asked for, or in a quiet moment before that.
    pub(crate) later: Files,
}

/// `extra_head` is for `serve`, which adds its reload script.
pub(crate) fn files(
    sources: &Sources,
    programs: &Programs,
    first_answer: &str,
    extra_head: &str,
) -> Outcome<Site> {
    let Programs { app, rooms } = programs;
    let [app_script, rooms_script] =
        [app, rooms].map(|p| hashed(p.name, "js", p.script.as_bytes()));
    let [app_wasm, rooms_wasm] = [app, rooms].map(|p| hashed(p.name, "wasm", &p.wasm));
    let style = hashed("mitoshi", "css", sources.style.as_bytes());
    let icon = hashed("icon", "svg", sources.icon.as_bytes());

    // The preload starts the wasm with the page and is also where the boot finds its address. What
    // comes later is only named: no browser loads a link of a kind it does not know.
    let early = format!(
        "<link id=\"app-wasm\" rel=\"preload\" href=\"{app_wasm}\" as=\"fetch\" \
         type=\"application/wasm\" crossorigin>\n\
         <link id=\"rooms-wasm\" rel=\"mitoshi-later\" href=\"{rooms_wasm}\">\n\
         <link id=\"rooms-script\" rel=\"mitoshi-later\" href=\"{rooms_script}\">\n\
         <script src=\"{app_script}\" defer></script>{extra_head}"
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

    let first = BTreeMap::from([
        ("index.html".to_string(), html.into_bytes()),
        (app_script, app.script.clone().into_bytes()),
        (app_wasm, app.wasm.clone()),
        (style, sources.style.clone().into_bytes()),
        (icon, sources.icon.clone().into_bytes()),
    ]);
    let later = BTreeMap::from([
        (rooms_script, rooms.script.clone().into_bytes()),
        (rooms_wasm, rooms.wasm.clone()),
    ]);
    Ok(Site { first, later })
}

fn hashed(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{extension}", page::short_hash(bytes))
}
