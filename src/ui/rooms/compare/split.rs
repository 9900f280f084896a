//! What comes from the assumptions and what from the policy: the four combinations of two
//! scenarios' decisions and worlds, as four lines.

use std::rc::Rc;

use super::sources::Side;
use super::words;
use crate::i18n::Lang;
use crate::scenario::Scenario;

/// Something that can be split: two scenarios that differ both in what they decide and in what
/// they assume.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    pub label: String,
    /// The first one; its policy in the other's world; the other's policy in its world; the other.
    pub scenarios: Rc<[Rc<Scenario>]>,
    pub names: Vec<String>,
}

/// All that can be split among these: each against the official assumptions without measures, and
/// the two of a pair against each other.
pub fn splits(sides: &[Side], lang: Lang) -> Vec<Split> {
    let mut found = Vec::new();
    for (i, side) in sides.iter().enumerate() {
        let own = &side.scenario;
        let official =
            Scenario { seed: own.seed, n_draws: own.n_draws, ..Scenario::of(&own.municipality) };
        if let Some(scenarios) = combinations(&official, own) {
            let names = words::FOUR_LINES.map(|line| line.get(lang).to_owned()).to_vec();
            found.push(Split { label: words::split_of(lang, i), scenarios, names });
        }
    }
    if let [a, b] = sides
        && !is_official(&a.scenario)
        && let Some(scenarios) = combinations(&a.scenario, &b.scenario)
    {
        let name = |i: usize| words::side(lang, i, &sides[i].name(lang));
        let names = vec![name(0), words::mixed(lang, 0, 1), words::mixed(lang, 1, 0), name(1)];
        found.push(Split { label: words::SPLIT_PAIR.get(lang).to_owned(), scenarios, names });
    }
    found
}

fn is_official(scenario: &Scenario) -> bool {
    let plain = Scenario::of(&scenario.municipality);
    has_same_world(scenario, &plain) && scenario.policy == plain.policy
}

fn has_same_world(a: &Scenario, b: &Scenario) -> bool {
    a.ranges == b.ranges && a.script == b.script && a.figures == b.figures
}

/// A, A's policy under B's assumptions, B's policy under A's, B. None where they differ in one of
/// the two only: then there is nothing to take apart.
pub fn combinations(a: &Scenario, b: &Scenario) -> Option<Rc<[Rc<Scenario>]>> {
    if has_same_world(a, b) || a.policy == b.policy {
        return None;
    }
    let mix = |policy: &Scenario, world: &Scenario| {
        Rc::new(Scenario { policy: policy.policy.clone(), ..world.clone() })
    };
    Some(Rc::from([Rc::new(a.clone()), mix(a, b), mix(b, a), Rc::new(b.clone())]))
}
