//! The document a person owns: what he decided and assumed, and why; how it is kept, undone and
//! handed on.

mod apply;
pub mod archive;
pub mod difference;
mod document;
mod entries;
mod error;
mod fit;
pub mod history;
pub mod json;
pub mod link;
mod migrate;
pub mod moved;
pub mod own;
pub mod presets;
pub mod shelf;

use crate::engine::draw::Ranges;
use crate::engine::rule::Rule;
use crate::facts::builtin::OPENING_CODE;
use crate::levers::{LeverId, Policy};
use crate::shocks::Script;
use crate::units::Few;
use own::{Decision, Edition, OwnFigure, OwnTarget, TargetSwitch};

pub use document::{BYTES_MAX, VERSION};
pub use error::DocumentError;

/// A scenario in memory: checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    pub name: String,
    pub description: String,
    pub municipality: String,
    pub seed: u32,
    pub n_draws: u32,
    pub policy: Policy,
    pub ranges: Ranges,
    pub script: Script,
    /// Why a lever stands where it does, in the planner's own words.
    pub notes: Few<LeverId, String>,
    /// What somebody wrote on a place's card, by its code.
    pub place_notes: Few<String, String>,
    /// Targets of the plan switched on or off.
    pub switches: Vec<TargetSwitch>,
    pub own_targets: Vec<OwnTarget>,
    /// How targets of the municipality are asked of wards and areas.
    pub area_rule: Rule,
    pub decisions: Vec<Decision>,
    /// Own figures in place of the built-in ones.
    pub figures: Vec<OwnFigure>,
    /// What it was last saved against; none before the first time.
    pub made_with: Option<Edition>,
}

impl Scenario {
    /// Nothing decided, for the municipality of a code.
    pub fn of(municipality: &str) -> Self {
        Self { municipality: municipality.to_owned(), ..Self::default() }
    }
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            name: String::new(),
            description: String::new(),
            municipality: OPENING_CODE.to_owned(),
            seed: 1,
            n_draws: 1_024,
            policy: Policy::default(),
            ranges: Ranges::default(),
            script: Script::default(),
            notes: Few::default(),
            place_notes: Few::default(),
            switches: Vec::new(),
            own_targets: Vec::new(),
            area_rule: Rule::default(),
            decisions: Vec::new(),
            figures: Vec::new(),
            made_with: None,
        }
    }
}
