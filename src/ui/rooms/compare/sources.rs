//! Where the compared scenarios come from, as the room's address names them, parted by commas:
//! `now`, `preset:meetings`, `link:1eNp…`, `page:0`, or the id of one that is kept here.

use std::rc::Rc;

use crate::i18n::Lang;
use crate::scenario::presets::{PRESETS, Preset};
use crate::scenario::{Scenario, link};
use crate::ui::page;
use crate::ui::storage::shelves::Shelves;
use crate::ui::words;

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
        if name.is_empty() { words::UNNAMED.get(lang).to_owned() } else { name.clone() }
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
    let mut named: Vec<String> =
        rest.split(',').filter(|s| !s.is_empty()).map(str::to_owned).collect();
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

/// The scenarios of these names, and whether all could be read.
pub async fn found(named: &[String], now: &Rc<Scenario>, lang: Lang) -> (Vec<Side>, bool) {
    let shelves = Shelves::open().await.ok();
    let carried = in_page();
    let mut sides = Vec::new();
    for source in named {
        let scenarios = match source.split_once(':') {
            Some(("preset", key)) => {
                let preset = PRESETS.iter().find(|preset| preset.key == key);
                let of_preset = |preset: &Preset| Scenario {
                    municipality: now.municipality.clone(),
                    ..preset.scenario(lang)
                };
                preset.map(of_preset).into_iter().collect()
            }
            Some(("link", word)) => link::from_word(word).unwrap_or_default(),
            Some(("page", at)) => {
                at.parse().ok().and_then(|at: usize| carried.get(at).cloned()).into_iter().collect()
            }
            _ if source == "now" => vec![(**now).clone()],
            _ => kept(shelves.as_deref(), source).await.into_iter().collect(),
        };
        let side = |scenario| Side { source: source.clone(), scenario: Rc::new(scenario) };
        sides.extend(scenarios.into_iter().map(side));
    }
    let is_whole = named.iter().all(|name| sides.iter().any(|side| side.source == *name));
    sides.truncate(SIDES_MAX);
    (sides, is_whole)
}

async fn kept(shelves: Option<&Shelves>, id: &str) -> Option<Scenario> {
    shelves?.scenario(id).await.ok()??.ok()
}

pub fn address(named: &[String]) -> String {
    format!("#/compare/{}", named.join(","))
}

/// The four combinations of what two decide and what they assume: A, A's policy under B's
/// assumptions, B's policy under A's, B. None where they differ in one of the two only.
pub fn combinations(sides: &[Side]) -> Option<[Rc<Scenario>; 4]> {
    let [a, b] = sides else { return None };
    let (a, b) = (&*a.scenario, &*b.scenario);
    let is_same_world = a.ranges == b.ranges && a.script == b.script && a.figures == b.figures;
    if is_same_world || a.policy == b.policy {
        return None;
    }
    let mix = |policy: &Scenario, world: &Scenario| {
        Rc::new(Scenario { policy: policy.policy.clone(), ..world.clone() })
    };
    Some([Rc::new(a.clone()), mix(a, b), mix(b, a), Rc::new(b.clone())])
}
