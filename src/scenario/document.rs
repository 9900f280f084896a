//! The file on disk, kept apart from what is in memory, so that the model can change without
//! breaking files. Only what differs from the defaults is kept, by stable key.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::entries::{
    AssumptionEntry, DecisionEntry, EditionEntry, FigureEntry, LeverEntry, NoteEntry,
    PlaceNoteEntry, ShockEntry, SwitchEntry, TargetEntry,
};
use super::{DocumentError, Scenario, migrate, moved, own};
use crate::engine::draw::Ranges;
use crate::levers::Policy;
use crate::shocks::Script;

/// The form of the document. Raising it without a step in `migrate.rs` does not compile.
pub const VERSION: u64 = 2;

/// Longest document that is read: many times what a person writes, and soon refused.
pub const BYTES_MAX: usize = 2_000_000;

/// Draws a document may ask for.
pub(super) const DRAWS: std::ops::RangeInclusive<u32> = 16..=16_384;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_with: Option<EditionEntry>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    municipality: String,
    seed: u32,
    draws: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levers: Vec<LeverEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    assumptions: Vec<AssumptionEntry>,
    /// False where the pandemic of FY2020 is switched off.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pandemic: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shocks: Vec<ShockEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    place_notes: Vec<PlaceNoteEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    switches: Vec<SwitchEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    targets: Vec<TargetEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    figures: Vec<FigureEntry>,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}

impl Scenario {
    pub fn to_json(&self) -> String {
        to_text(&self.document())
    }

    /// The same on many lines, for a file that a person may open.
    pub fn to_file(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.document())
            .expect("a document of plain values always serializes");
        text.push('\n');
        text
    }

    /// What of the document can change a result, as text: no name, no notes, no targets.
    pub fn essence_json(&self) -> String {
        to_text(&self.essence())
    }

    /// Whether nothing in which they differ can change a result.
    pub fn has_same_results(&self, other: &Self) -> bool {
        self.municipality == other.municipality
            && self.seed == other.seed
            && self.n_draws == other.n_draws
            && self.policy == other.policy
            && self.ranges == other.ranges
            && self.script == other.script
            && own::are_same(&self.figures, &other.figures)
    }

    fn document(&self) -> Document {
        Document {
            made_with: self.made_with.as_ref().map(EditionEntry::of),
            name: self.name.clone(),
            description: self.description.clone(),
            notes: self.notes.iter().map(NoteEntry::of).collect(),
            place_notes: self.place_notes.iter().map(PlaceNoteEntry::of).collect(),
            switches: self.switches.iter().map(SwitchEntry::of).collect(),
            targets: self.own_targets.iter().map(TargetEntry::of).collect(),
            decisions: self.decisions.iter().map(DecisionEntry::of).collect(),
            figures: self.figures.iter().map(FigureEntry::of).collect(),
            ..self.essence()
        }
    }

    fn essence(&self) -> Document {
        Document {
            version: VERSION,
            made_with: None,
            name: String::new(),
            description: String::new(),
            municipality: self.municipality.clone(),
            seed: self.seed,
            draws: self.n_draws,
            levers: self.policy.settings().iter().map(LeverEntry::of).collect(),
            assumptions: self.ranges.0.iter().map(AssumptionEntry::of).collect(),
            pandemic: self.script.has_pandemic(),
            shocks: self.script.fired().iter().map(ShockEntry::of).collect(),
            notes: Vec::new(),
            place_notes: Vec::new(),
            switches: Vec::new(),
            targets: Vec::new(),
            decisions: Vec::new(),
            figures: self.figures.iter().map(|f| FigureEntry::of(&f.without_words())).collect(),
        }
    }

    /// Reads a document of this or an older version.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        if BYTES_MAX < text.len() {
            return Err(DocumentError::TooLarge);
        }
        // Some editors put a byte-order mark in front.
        let text = text.trim_start_matches('\u{feff}');
        let value: serde_json::Value = serde_json::from_str(text)
            .map_err(|e| DocumentError::NotJson { line: e.line(), column: e.column() })?;
        Self::from_value(value)
    }

    pub(super) fn from_value(value: serde_json::Value) -> Result<Self, DocumentError> {
        // Read from text again: a second kind of source would be a second copy of all the reading
        // in the program. Where in this text it stands says nothing to anybody.
        let text = migrate::to_current(value)?.to_string();
        let document: Document = serde_json::from_str(&text)
            .map_err(|e| DocumentError::Field { what: named_in(&e.to_string()) })?;
        document.read()
    }
}

/// The entry that the reader's own English sentence names, or nothing.
fn named_in(sentence: &str) -> String {
    sentence.split('`').nth(1).unwrap_or_default().to_owned()
}

fn to_text(document: &Document) -> String {
    serde_json::to_string(document).expect("a document of plain values always serializes")
}

impl Document {
    fn read(self) -> Result<Scenario, DocumentError> {
        if !DRAWS.contains(&self.draws) {
            return Err(DocumentError::Draws { n: self.draws });
        }
        let made_with = self.made_with.map(EditionEntry::read).transpose()?;
        if made_with.as_ref().is_some_and(|edition| moved::EDITION < edition.defaults) {
            return Err(DocumentError::NewerDefaults);
        }
        let mut policy = Policy::default();
        let mut named = BTreeSet::new();
        for entry in self.levers {
            let setting = entry.read()?;
            if !named.insert((setting.lever, setting.place.clone())) {
                return Err(DocumentError::Twice { lever: setting.lever });
            }
            policy = policy.with(setting).map_err(DocumentError::Lever)?;
        }
        let mut script = Script::default().with_pandemic(self.pandemic);
        for entry in self.shocks {
            script = entry.read_into(&script)?;
        }
        let ranges = self.assumptions.into_iter().filter(AssumptionEntry::is_used);
        let ranges = ranges.map(AssumptionEntry::read);
        let notes = self.notes.into_iter().map(NoteEntry::read);
        Ok(Scenario {
            name: self.name,
            description: self.description,
            municipality: self.municipality,
            seed: self.seed,
            n_draws: self.draws,
            policy,
            ranges: Ranges(ranges.collect::<Result<_, _>>()?),
            script,
            notes: notes.collect::<Result<BTreeMap<_, _>, _>>()?,
            place_notes: self.place_notes.into_iter().map(PlaceNoteEntry::read).collect(),
            switches: read_all(self.switches, SwitchEntry::read)?,
            own_targets: read_all(self.targets, TargetEntry::read)?,
            decisions: self.decisions.into_iter().map(DecisionEntry::read).collect(),
            figures: read_all(self.figures, FigureEntry::read)?,
            made_with,
        })
    }
}

fn read_all<E, T>(
    entries: Vec<E>,
    read: fn(E) -> Result<T, DocumentError>,
) -> Result<Vec<T>, DocumentError> {
    entries.into_iter().map(read).collect()
}
