//! The file on disk, kept apart from what is in memory, so that the model can change without
//! breaking files. Only what differs from the defaults is kept, by stable key.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::migrate;
use crate::assumptions::AssumptionId;
use crate::engine::draw::{Range, Ranges};
use crate::i18n::Lang;
use crate::levers::{LeverError, LeverId, Policy, Setting};
use crate::shocks::{Fired, Script, ShockError, ShockId};

/// The form of the document. Raising it without a step in `migrate.rs` does not compile.
pub const VERSION: u64 = 1;

/// A scenario in memory: checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    pub name: String,
    pub municipality: String,
    pub seed: u32,
    pub n_draws: u32,
    pub policy: Policy,
    pub ranges: Ranges,
    pub script: Script,
    /// Why a lever was set as it is, in the planner's words. No result depends on it.
    pub notes: BTreeMap<LeverId, String>,
    /// What somebody wrote on an area card, by the place's code.
    pub place_notes: BTreeMap<String, String>,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            name: String::new(),
            municipality: "14130".to_owned(),
            seed: 1,
            n_draws: 1_024,
            policy: Policy::default(),
            ranges: Ranges::default(),
            script: Script::default(),
            notes: BTreeMap::new(),
            place_notes: BTreeMap::new(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    version: u64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
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
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_yes(value: &bool) -> bool {
    *value
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShockEntry {
    shock: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    start: u16,
    #[serde(default)]
    months: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    severity: Option<f64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeverEntry {
    lever: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    value: f64,
    #[serde(default)]
    start: u16,
    #[serde(default)]
    ramp: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteEntry {
    /// A lever or a place; the other is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    lever: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssumptionEntry {
    assumption: String,
    p10: f64,
    p50: f64,
    p90: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub enum DocumentError {
    NotJson { line: usize, column: usize },
    NotAScenario,
    Newer { version: u64 },
    Field { what: String },
    Lever(LeverError),
    UnknownAssumption { key: String },
    UnknownShock { key: String },
    Shock(ShockError),
    BadRange { key: String },
    Draws { n: u32 },
}

/// Draws a document may ask for.
const DRAWS: std::ops::RangeInclusive<u32> = 16..=16_384;

impl Scenario {
    pub fn to_json(&self) -> String {
        let of_lever = |(lever, text): (&LeverId, &String)| NoteEntry {
            lever: lever.spec().key.to_owned(),
            place: String::new(),
            text: text.clone(),
        };
        let of_place = |(place, text): (&String, &String)| NoteEntry {
            lever: String::new(),
            place: place.clone(),
            text: text.clone(),
        };
        let of_levers = self.notes.iter().map(of_lever);
        let notes = of_levers.chain(self.place_notes.iter().map(of_place)).collect();
        let document = Document { name: self.name.clone(), notes, ..self.essence() };
        serde_json::to_string(&document).expect("a document of plain values always serializes")
    }

    /// What of the document can change a result, as text: no name and no notes.
    pub fn essence_json(&self) -> String {
        serde_json::to_string(&self.essence())
            .expect("a document of plain values always serializes")
    }

    fn essence(&self) -> Document {
        let lever = |s: &Setting| LeverEntry {
            lever: s.lever.spec().key.to_owned(),
            place: s.place.clone(),
            value: s.value,
            start: s.start_month,
            ramp: s.ramp_months,
        };
        let assumption = |(id, range): &(AssumptionId, Range)| AssumptionEntry {
            assumption: id.spec().key.to_owned(),
            p10: range.p10,
            p50: range.p50,
            p90: range.p90,
        };
        Document {
            version: VERSION,
            name: String::new(),
            municipality: self.municipality.clone(),
            seed: self.seed,
            draws: self.n_draws,
            levers: self.policy.settings().iter().map(lever).collect(),
            assumptions: self.ranges.0.iter().map(assumption).collect(),
            pandemic: self.script.has_pandemic(),
            shocks: self.script.fired().iter().map(shock_entry).collect(),
            notes: Vec::new(),
        }
    }

    /// Reads a document of this or an older version.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        let value: serde_json::Value = serde_json::from_str(text)
            .map_err(|e| DocumentError::NotJson { line: e.line(), column: e.column() })?;
        let value = migrate::to_current(value)?;
        let document: Document = serde_json::from_value(value)
            .map_err(|e| DocumentError::Field { what: e.to_string() })?;
        let mut policy = Policy::default();
        for entry in document.levers {
            let lever = LeverId::find(&entry.lever)
                .ok_or(DocumentError::Lever(LeverError::UnknownKey { key: entry.lever }))?;
            let setting = Setting {
                lever,
                place: entry.place,
                value: entry.value,
                start_month: entry.start,
                ramp_months: entry.ramp,
            };
            policy = policy.with(setting).map_err(DocumentError::Lever)?;
        }
        let (mut notes, mut place_notes) = (BTreeMap::new(), BTreeMap::new());
        for NoteEntry { lever, place, text } in document.notes {
            match LeverId::find(&lever) {
                Some(id) => notes.insert(id, text).map(drop),
                None if lever.is_empty() => place_notes.insert(place, text).map(drop),
                None => return Err(DocumentError::Lever(LeverError::UnknownKey { key: lever })),
            };
        }
        let ranges = document.assumptions.into_iter().map(range).collect::<Result<_, _>>()?;
        if !DRAWS.contains(&document.draws) {
            return Err(DocumentError::Draws { n: document.draws });
        }
        Ok(Self {
            name: document.name,
            municipality: document.municipality,
            seed: document.seed,
            n_draws: document.draws,
            policy,
            ranges: Ranges(ranges),
            script: script(document.pandemic, document.shocks)?,
            notes,
            place_notes,
        })
    }
}

fn shock_entry(fired: &Fired) -> ShockEntry {
    ShockEntry {
        shock: fired.shock.spec().key.to_owned(),
        place: fired.place.clone(),
        start: fired.start_month,
        months: fired.months,
        severity: fired.severity,
    }
}

fn script(has_pandemic: bool, entries: Vec<ShockEntry>) -> Result<Script, DocumentError> {
    let mut script = Script::default().with_pandemic(has_pandemic);
    for ShockEntry { shock: key, place, start, months, severity } in entries {
        let Some(shock) = ShockId::find(&key) else {
            return Err(DocumentError::UnknownShock { key });
        };
        let fired = Fired { shock, place, start_month: start, months, severity };
        script = script.with(fired).map_err(DocumentError::Shock)?;
    }
    Ok(script)
}

fn range(entry: AssumptionEntry) -> Result<(AssumptionId, Range), DocumentError> {
    let AssumptionEntry { assumption: key, p10, p50, p90 } = entry;
    let Some(id) = AssumptionId::find(&key) else {
        return Err(DocumentError::UnknownAssumption { key });
    };
    let spec = id.spec();
    // Written so that NaN falls on the error side.
    if spec.low <= p10 && p10 <= p50 && p50 <= p90 && p90 <= spec.high {
        Ok((id, Range { p10, p50, p90 }))
    } else {
        Err(DocumentError::BadRange { key })
    }
}

impl DocumentError {
    pub fn describe(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NotJson { line, column }, Lang::Ja) => format!(
                "シナリオのファイルが{line}行{column}字目で読めません。書き出し直したファイルを選んでください。"
            ),
            (Self::NotJson { line, column }, Lang::En) => format!(
                "The scenario file cannot be read at line {line}, column {column}. \
                 Choose a file that was exported again."
            ),
            (Self::NotAScenario, Lang::Ja) => {
                "これはシナリオのファイルではありません。見通しが書き出したファイルを選んでください。".into()
            }
            (Self::NotAScenario, Lang::En) => {
                "This is not a scenario file. Choose a file exported by Mitoshi.".into()
            }
            (Self::Newer { version }, Lang::Ja) => format!(
                "このファイルは新しい版（形式{version}）で作られています。新しい見通しで開いてください。"
            ),
            (Self::Newer { version }, Lang::En) => format!(
                "This file was made by a newer version (form {version}). Open it with a newer Mitoshi."
            ),
            (Self::Field { what }, Lang::Ja) => format!(
                "シナリオのファイルに読めない項目があります（{what}）。書き出し直したファイルを選んでください。"
            ),
            (Self::Field { what }, Lang::En) => format!(
                "The scenario file has an entry that cannot be read ({what}). \
                 Choose a file that was exported again."
            ),
            (Self::Lever(error), lang) => error.describe(lang),
            (Self::UnknownAssumption { key }, Lang::Ja) => format!(
                "「{key}」という仮定はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownAssumption { key }, Lang::En) => format!(
                "There is no assumption called {key}. Check whether the file was made by a newer version."
            ),
            (Self::UnknownShock { key }, Lang::Ja) => format!(
                "「{key}」という出来事はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownShock { key }, Lang::En) => format!(
                "There is no shock called {key}. Check whether the file was made by a newer version."
            ),
            (Self::Shock(error), lang) => error.describe(lang),
            (Self::BadRange { key }, lang) => bad_range(key, lang),
            (Self::Draws { n }, Lang::Ja) => format!(
                "試行の数 {n} は範囲外です。{}〜{}を入れてください。",
                DRAWS.start(),
                DRAWS.end()
            ),
            (Self::Draws { n }, Lang::En) => format!(
                "{n} draws is out of range. Enter {} to {}.",
                DRAWS.start(),
                DRAWS.end()
            ),
        }
    }
}

fn bad_range(key: &str, lang: Lang) -> String {
    let Some(spec) = AssumptionId::find(key).map(AssumptionId::spec) else { return key.to_owned() };
    let (label, low, high) = (spec.label.get(lang), spec.low, spec.high);
    match lang {
        Lang::Ja => format!(
            "仮定「{label}」の幅が正しくありません。{low}〜{high}の中で、小さい順に3つの値を入れてください。"
        ),
        Lang::En => format!(
            "The range of the assumption “{label}” is not right. \
             Enter three values in rising order between {low} and {high}."
        ),
    }
}
