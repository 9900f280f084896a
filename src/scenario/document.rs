//! The file on disk, kept apart from what is in memory, so that the model can change without
//! breaking files. Only what differs from the defaults is kept, by stable key.

use super::entries;
use super::json::{Fields, Json};
use super::{DocumentError, Scenario, migrate, moved, own};
use crate::engine::draw::Ranges;
use crate::engine::rule::Rule;
use crate::levers::{Policy, Setting};
use crate::shocks::Script;

/// The form of the document. Raising it without a step in `migrate.rs` does not compile.
pub const VERSION: u32 = 2;

/// Longest document that is read: many times what a person writes, and soon refused.
pub const BYTES_MAX: usize = 2_000_000;

/// Draws a document may ask for.
pub(super) const DRAWS: std::ops::RangeInclusive<u32> = 16..=16_384;

impl Scenario {
    pub fn to_json(&self) -> String {
        self.document().write(false)
    }

    /// The same on many lines, for a file that a person may open.
    pub fn to_file(&self) -> String {
        let mut text = self.document().write(true);
        text.push('\n');
        text
    }

    /// What of the document can change a result, as text: no name, no notes, no targets.
    pub fn essence_json(&self) -> String {
        self.essence().write(false)
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

    fn document(&self) -> Json {
        let mut fields = Vec::new();
        if let Some(edition) = &self.made_with {
            fields.push(("made_with", entries::edition(edition)));
        }
        put_text(&mut fields, "name", &self.name);
        put_text(&mut fields, "description", &self.description);
        self.put_decisions(&mut fields);
        put_list(&mut fields, "notes", self.notes.iter().map(entries::note));
        put_list(&mut fields, "place_notes", self.place_notes.iter().map(entries::place_note));
        put_list(&mut fields, "switches", self.switches.iter().map(entries::switch));
        put_list(&mut fields, "targets", self.own_targets.iter().map(entries::target));
        if self.area_rule != Rule::default() {
            fields.push(("area_rule", Json::text(self.area_rule.key())));
        }
        put_list(&mut fields, "decisions", self.decisions.iter().map(entries::decision));
        put_list(&mut fields, "figures", self.figures.iter().map(entries::figure));
        versioned(fields)
    }

    fn essence(&self) -> Json {
        let mut fields = Vec::new();
        self.put_decisions(&mut fields);
        let figures = self.figures.iter().map(|f| entries::figure(&f.without_words()));
        put_list(&mut fields, "figures", figures);
        versioned(fields)
    }

    /// What changes results in any municipality's own tables.
    fn put_decisions(&self, fields: &mut Vec<(&str, Json)>) {
        fields.push(("municipality", Json::text(&self.municipality)));
        fields.push(("seed", Json::number(self.seed)));
        fields.push(("draws", Json::number(self.n_draws)));
        put_list(fields, "levers", self.policy.settings().iter().map(entries::lever));
        put_list(fields, "assumptions", self.ranges.0.iter().map(entries::assumption));
        if !self.script.has_pandemic() {
            fields.push(("pandemic", Json::Bool(false)));
        }
        put_list(fields, "shocks", self.script.fired().iter().map(entries::shock));
    }

    /// Reads a document of this or an older version.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        if BYTES_MAX < text.len() {
            return Err(DocumentError::TooLarge);
        }
        // Some editors put a byte-order mark in front.
        let text = text.trim_start_matches('\u{feff}');
        Self::from_value(Json::read(text)?)
    }

    pub(super) fn from_value(value: Json) -> Result<Self, DocumentError> {
        let mut fields = migrate::to_current(value)?;
        let scenario = read(&mut fields)?;
        fields.end()?;
        Ok(scenario)
    }
}

fn versioned(fields: Vec<(&str, Json)>) -> Json {
    Json::of([("version", Json::number(VERSION))].into_iter().chain(fields).collect())
}

pub(super) fn put_text<'a>(fields: &mut Vec<(&'a str, Json)>, key: &'a str, text: &str) {
    if !text.is_empty() {
        fields.push((key, Json::text(text)));
    }
}

fn put_list<'a>(
    fields: &mut Vec<(&'a str, Json)>,
    key: &'a str,
    entries: impl Iterator<Item = Json>,
) {
    let list: Vec<Json> = entries.collect();
    if !list.is_empty() {
        fields.push((key, Json::List(list)));
    }
}

fn read(fields: &mut Fields) -> Result<Scenario, DocumentError> {
    let n_draws = fields.whole("draws", u32::MAX)?;
    if !DRAWS.contains(&n_draws) {
        return Err(DocumentError::Draws { n: n_draws });
    }
    let made_with = fields.take("made_with").map(entries::read_edition).transpose()?;
    if made_with.as_ref().is_some_and(|edition| moved::EDITION < edition.defaults) {
        return Err(DocumentError::NewerDefaults);
    }
    let mut policy = Policy::default();
    let settings = read_all(fields, "levers", entries::read_lever)?;
    for (at, setting) in settings.iter().enumerate() {
        let is_it =
            |other: &Setting| (other.lever, &other.place) == (setting.lever, &setting.place);
        if settings[..at].iter().any(is_it) {
            return Err(DocumentError::Twice { lever: setting.lever });
        }
        policy = policy.with(setting.clone()).map_err(DocumentError::Lever)?;
    }
    let mut script = Script::default().with_pandemic(fields.bool_or("pandemic", true)?);
    for fired in read_all(fields, "shocks", entries::read_shock)? {
        script = script.with(fired).map_err(DocumentError::Shock)?;
    }
    Ok(Scenario {
        name: fields.text_if("name")?,
        description: fields.text_if("description")?,
        municipality: fields.text("municipality")?,
        seed: fields.whole("seed", u32::MAX)?,
        n_draws,
        policy,
        ranges: Ranges(
            read_all(fields, "assumptions", entries::read_assumption)?
                .into_iter()
                .flatten()
                .collect(),
        ),
        script,
        notes: read_all(fields, "notes", entries::read_note)?.into_iter().collect(),
        place_notes: read_all(fields, "place_notes", entries::read_place_note)?
            .into_iter()
            .collect(),
        switches: read_all(fields, "switches", entries::read_switch)?,
        own_targets: read_all(fields, "targets", entries::read_target)?,
        area_rule: entries::read_rule(fields)?,
        decisions: read_all(fields, "decisions", entries::read_decision)?,
        figures: read_all(fields, "figures", entries::read_figure)?,
        made_with,
    })
}

/// Every entry of a list, each read to its last field.
fn read_all<T>(
    fields: &mut Fields,
    key: &str,
    read: fn(&mut Fields) -> Result<T, DocumentError>,
) -> Result<Vec<T>, DocumentError> {
    let one = |json| {
        let mut fields = Fields::of(json)?;
        let entry = read(&mut fields)?;
        fields.end()?;
        Ok(entry)
    };
    fields.list(key)?.into_iter().map(one).collect()
}
