//! A planner's own indicator: what the tables say of it. Its history stands among the observations
//! and its target among the targets, under the same key.

use serde::{Deserialize, Serialize};

use crate::facts::observation::MeasureKey;
use crate::i18n::Label;

/// What the number goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndicatorDriver {
    Nothing,
    /// People of 65 and over.
    Elderly,
    /// Those of them who live alone.
    Alone,
    /// Hours of the support centres.
    Hours,
    /// The centres' working ties.
    Ties,
    /// As many as a budget buys at the unit cost.
    Budget,
}

impl IndicatorDriver {
    pub const ALL: [Self; 6] =
        [Self::Nothing, Self::Elderly, Self::Alone, Self::Hours, Self::Ties, Self::Budget];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::Elderly => "elderly",
            Self::Alone => "alone",
            Self::Hours => "hours",
            Self::Ties => "ties",
            Self::Budget => "budget",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|driver| driver.key() == key)
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    More,
    Less,
    Neither,
}

impl Better {
    pub const ALL: [Self; 3] = [Self::More, Self::Less, Self::Neither];

    pub const fn key(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Less => "less",
            Self::Neither => "neither",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|better| better.key() == key)
    }
}

/// How the municipality's number spreads over areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IndicatorSpread {
    /// It is known for the municipality only.
    Nowhere,
    Elderly,
    Alone,
}

impl IndicatorSpread {
    pub const ALL: [Self; 3] = [Self::Nowhere, Self::Elderly, Self::Alone];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Nowhere => "none",
            Self::Elderly => "elderly",
            Self::Alone => "alone",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|spread| spread.key() == key)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnIndicator {
    /// `own_count_1` … `own_count_4`, `own_stock_1` … `own_stock_4`.
    pub measure: MeasureKey,
    pub label: Label,
    pub unit: Label,
    pub better: Better,
    pub driver: IndicatorDriver,
    pub spread: IndicatorSpread,
    /// Of a count: percent a year. Of a stock: so many join a year, or leave where it is negative.
    pub change: f64,
    /// Yen for each count, or for each unit of a stock for a year.
    pub unit_cost: Option<f64>,
    /// Yen a year, for one that goes with a budget.
    pub budget: Option<f64>,
    /// A pandemic stops it as it stops gatherings.
    pub stops_in_pandemic: bool,
}

/// How much a count may grow or shrink, in per cent a year.
pub const MOST_PERCENT: f64 = 100.0;
/// How many may join a stock, or leave it, in a year.
pub const MOST_JOINING: f64 = 1_000_000.0;

/// The keys there are.
pub const KEYS: [&str; 8] = [
    "own_count_1",
    "own_count_2",
    "own_count_3",
    "own_count_4",
    "own_stock_1",
    "own_stock_2",
    "own_stock_3",
    "own_stock_4",
];

impl OwnIndicator {
    /// Counted in a year, and not standing at its end.
    pub fn is_count(&self) -> bool {
        self.measure.as_str().starts_with("own_count")
    }
}
