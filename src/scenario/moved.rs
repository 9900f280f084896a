//! Defaults move when statistics do. A document keeps only what differs from them, so it names
//! the edition of defaults it was made with, and opening it says which have moved since.

use super::Scenario;
use super::own::Edition;
use crate::assumptions::AssumptionId;
use crate::engine::code::MODEL_VERSION;
use crate::engine::draw::Range;
use crate::levers::{LeverId, Setting};

/// The present edition of defaults. Raised in the release in which one moves, with its former
/// value in [`MOVED`]; `tests/golden/defaults.txt` notices.
pub const EDITION: u32 = 1;

/// What a default was.
#[derive(Clone, Debug, PartialEq)]
pub enum Former {
    Lever { lever: LeverId, value: f64 },
    Assumption { id: AssumptionId, range: Range },
}

/// A default that moved: the edition it moved in, and what it was before.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub edition: u32,
    pub former: Former,
}

/// Every default that has moved, oldest first. None has since the first edition.
pub const MOVED: &[Moved] = &[];

impl Former {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Lever { lever: a, .. }, Self::Lever { lever: b, .. }) => a == b,
            (Self::Assumption { id: a, .. }, Self::Assumption { id: b, .. }) => a == b,
            _ => false,
        }
    }

    /// Whether the document says its own value, so that the default does not matter to it.
    fn is_set_in(&self, scenario: &Scenario) -> bool {
        match self {
            Self::Lever { lever, .. } => scenario.policy.at(*lever, "").is_some(),
            Self::Assumption { id, .. } => scenario.ranges.0.iter().any(|(other, _)| other == id),
        }
    }
}

/// The defaults a document relies on that have moved since it was saved, as they were then.
pub fn moved_since(scenario: &Scenario, table: &[Moved]) -> Vec<Former> {
    let since = scenario.made_with.as_ref().map_or(1, |made| made.defaults);
    let mut found: Vec<Former> = Vec::new();
    for moved in table.iter().filter(|moved| since < moved.edition) {
        // The oldest row after the document's edition says what it was made with.
        let is_known = found.iter().any(|former| former.is_same(&moved.former));
        if !is_known && !moved.former.is_set_in(scenario) {
            found.push(moved.former.clone());
        }
    }
    found
}

/// The document with the former defaults as values of its own.
pub fn keeping(scenario: &Scenario, former: &[Former]) -> Scenario {
    let mut kept = scenario.clone();
    for former in former {
        match former {
            Former::Lever { lever, value } => {
                let setting = Setting {
                    lever: *lever,
                    place: String::new(),
                    value: *value,
                    start_month: 0,
                    ramp_months: 0,
                };
                // A former default outside today's bounds cannot be kept: the bounds are the
                // model's own.
                if let Ok(policy) = kept.policy.with(setting) {
                    kept.policy = policy;
                }
            }
            Former::Assumption { id, range } => kept.ranges.0.push((*id, *range)),
        }
    }
    kept
}

impl Scenario {
    /// Says that the document is meant for this data, model and these defaults.
    pub fn stamped(&self, data: u64) -> Self {
        let edition = Edition { model: MODEL_VERSION.to_owned(), data, defaults: EDITION };
        Self { made_with: Some(edition), ..self.clone() }
    }

    /// Whether it was saved against other data than this.
    pub fn has_other_data(&self, data: u64) -> bool {
        self.made_with.as_ref().is_some_and(|made| made.data != data)
    }
}
