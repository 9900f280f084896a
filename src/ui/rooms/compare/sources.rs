//! Where the compared scenarios come from, as the room's address names them, parted by commas:
//! `now`, `preset:meetings`, `link:1eNp…`, `page:0`, or the id of one that is kept here.

use std::rc::Rc;

use super::words;
use crate::i18n::Lang;
use crate::places::Places;
use crate::scenario::presets::{PRESETS, Preset};
use crate::scenario::{Scenario, link};
use crate::ui::page;
use crate::ui::storage::shelves::Shelves;
use crate::ui::words as page_words;

/// Most scenarios side by side.
pub const SIDES_MAX: usize = 4;

/// A scenario in the comparison, and the name of where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub source: String,
    pub scenario: Rc<Scenario>,
}

impl Side {
    pub fn name(&self, lang: Lang) -> String {
        let name = &self.scenario.name;
        if name.is_empty() { page_words::UNNAMED.get(lang).to_owned() } else { name.clone() }
    }
}

/// The scenarios the page itself carries: a file made to hand on a proposal.
pub fn in_page() -> Vec<Scenario> {
    let word = page::text_of("mitoshi-proposal");
    word.and_then(|word| link::from_word(&word).ok()).unwrap_or_default()
}

/// Names in an address; where there are none, what the page carries, or the present scenario
/// beside one without measures.
pub fn named(rest: &str) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for name in rest.split(',').filter(|name| !name.is_empty()) {
        // The same one twice differs in nothing.
        if !named.iter().any(|known| known == name) {
            named.push(name.to_owned());
        }
    }
    named.truncate(SIDES_MAX);
    if named.is_empty() {
        let n = in_page().len().min(SIDES_MAX);
        named = (0..n).map(|i| format!("page:{i}")).collect();
    }
    if named.is_empty() {
        named = vec![format!("preset:{}", PRESETS[0].key), "now".to_owned()];
    }
    named
}

/// What the names of an address led to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub sides: Rc<[Side]>,
    /// Of each that cannot be compared: why, and what to do.
    pub refused: Rc<[String]>,
    /// Whether it has been looked for at all.
    pub is_read: bool,
}

pub async fn found(named: &[String], now: &Rc<Scenario>, places: &Places, lang: Lang) -> Found {
    let shelves = Shelves::open().await.ok();
    let (mut sides, mut refused) = (Vec::new(), Vec::new());
    for source in named {
        match read(source, now, shelves.as_deref(), lang).await {
            Ok(scenarios) => sides.extend(scenarios.into_iter().filter_map(|scenario| {
                // Of another municipality, or for a place this one has not.
                let unfit = scenario.fits(places).err();
                refused.extend(unfit.iter().map(|error| error.describe(lang)));
                let scenario = Rc::new(scenario);
                unfit.is_none().then(|| Side { source: source.clone(), scenario })
            })),
            Err(sentence) => refused.push(sentence),
        }
    }
    if SIDES_MAX < sides.len() {
        refused.push(words::too_many(lang, sides.len(), SIDES_MAX));
        sides.truncate(SIDES_MAX);
    }
    Found { sides: sides.into(), refused: refused.into(), is_read: true }
}

/// The scenarios of one name, or a sentence that says why there are none.
async fn read(
    source: &str,
    now: &Scenario,
    shelves: Option<&Shelves>,
    lang: Lang,
) -> Result<Vec<Scenario>, String> {
    let gone = || words::GONE.get(lang).to_owned();
    match source.split_once(':') {
        Some(("preset", key)) => {
            let preset = PRESETS.iter().find(|preset| preset.key == key);
            let of_preset = |preset: &Preset| Scenario {
                municipality: now.municipality.clone(),
                ..preset.scenario(lang)
            };
            preset.map(|preset| vec![of_preset(preset)]).ok_or_else(gone)
        }
        Some(("link", word)) => link::from_word(word).map_err(|error| error.describe(lang)),
        Some(("page", at)) => {
            let carried = at.parse().ok().and_then(|at: usize| in_page().get(at).cloned());
            carried.map(|scenario| vec![scenario]).ok_or_else(gone)
        }
        _ if source == "now" => Ok(vec![now.clone()]),
        _ => match shelves.ok_or_else(gone)?.scenario(source).await {
            Ok(Some(kept)) => kept.map(|kept| vec![kept]).map_err(|error| error.describe(lang)),
            _ => Err(gone()),
        },
    }
}

/// The names with one of them in front: what the others are compared with.
pub fn led_by(named: &[String], leader: &str) -> Vec<String> {
    let others = named.iter().filter(|name| *name != leader).cloned();
    std::iter::once(leader.to_owned()).chain(others).collect()
}

pub fn address(named: &[String]) -> String {
    format!("#/compare/{}", named.join(","))
}
