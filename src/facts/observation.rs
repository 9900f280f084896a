//! What was observed, what is asked for, and what others report.

use serde::{Deserialize, Serialize};

use crate::i18n::{Label, Lang, Text};
use crate::places::PlaceId;
use crate::sources::Provenance;
use crate::units::{FiscalYear, When};

/// The name of a measure, as files write it. A planner may add his own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MeasureKey(pub String);

impl MeasureKey {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a measure is called and counted in, in the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureFact {
    pub key: MeasureKey,
    pub label: Label,
    pub unit: Label,
}

/// How an observed figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Actual,
    /// 見込み, 推計: at least three times an actual's error.
    Estimate,
    /// «about», 約.
    About,
    /// «more than», ～を超える: a lower bound.
    Over,
    /// Set by a rule: a charge, a ceiling.
    Rule,
    /// What was planned or aimed at, elsewhere or earlier.
    Plan,
    /// Worked out from other figures by the source's reader.
    Computed,
    /// What a source expects of years to come.
    Projection,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Actual,
        Self::Estimate,
        Self::About,
        Self::Over,
        Self::Rule,
        Self::Plan,
        Self::Computed,
        Self::Projection,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Estimate => "estimate",
            Self::About => "about",
            Self::Over => "over",
            Self::Rule => "rule",
            Self::Plan => "plan",
            Self::Computed => "computed",
            Self::Projection => "projection",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Actual => Text { ja: "実績", en: "actual" },
            Self::Estimate => Text { ja: "見込み", en: "estimate" },
            Self::About => Text { ja: "約", en: "about" },
            Self::Over => Text { ja: "超", en: "more than" },
            Self::Rule => Text { ja: "規定", en: "rule" },
            Self::Plan => Text { ja: "計画・目標", en: "plan or target" },
            Self::Computed => Text { ja: "計算", en: "computed" },
            Self::Projection => Text { ja: "将来推計", en: "projection" },
        }
    }
}

/// A dated figure of one of our own places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    pub measure: MeasureKey,
    pub place: PlaceId,
    pub when: When,
    pub kind: Kind,
    pub value: f64,
    /// One standard deviation, in the measure's unit, where the table states one.
    pub error_sd: Option<f64>,
    pub provenance: Provenance,
    pub note: Label,
}

/// A figure of another city, or of the nation, to be shown beside one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    pub measure: MeasureKey,
    pub place: Label,
    pub when: When,
    pub kind: Kind,
    pub value: f64,
    pub provenance: Provenance,
    pub note: Label,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    AtLeast,
    AtMost,
}

/// Who set the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    Plan,
    /// Ours or the planner's own: a suggestion, switched off until chosen.
    Own,
    /// Broken down from a city target by a rule that was shown.
    Illustrative,
}

impl Origin {
    pub const fn label(self) -> Text {
        match self {
            Self::Plan => Text { ja: "計画の目標", en: "set in the plan" },
            Self::Own => Text { ja: "独自の目標", en: "own target" },
            Self::Illustrative => Text { ja: "例示", en: "illustrative" },
        }
    }
}

/// Where a target must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetPlace {
    At(PlaceId),
    EachWard,
    EachArea,
    EachCentre,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetFact {
    pub measure: MeasureKey,
    pub place: TargetPlace,
    pub year: FiscalYear,
    pub direction: Direction,
    pub value: f64,
    pub origin: Origin,
    pub is_on: bool,
    pub provenance: Provenance,
    pub note: Label,
}

/// A year of the residents' register: stocks on 1 January, flows of the calendar year before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterYear {
    pub place: PlaceId,
    pub flow_year: i16,
    pub men: u32,
    pub women: u32,
    pub households: u32,
    pub births: u32,
    pub deaths: u32,
    pub moved_in: u32,
    pub moved_out: u32,
    pub provenance: Provenance,
}

/// The sign of a target as people read it.
pub fn direction_words(direction: Direction, lang: Lang) -> &'static str {
    match (direction, lang) {
        (Direction::AtLeast, Lang::Ja) => "以上",
        (Direction::AtMost, Lang::Ja) => "以下",
        (Direction::AtLeast, Lang::En) => "at least",
        (Direction::AtMost, Lang::En) => "at most",
    }
}
