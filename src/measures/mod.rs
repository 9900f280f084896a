//! What comes out. A measure is declared once: its label, unit, how it rolls up over places and
//! months, and which way is good.

mod catalog;
pub mod own;

pub use catalog::{MEASURE_COUNT, MeasureId};

use crate::assumptions::Chain;
use crate::i18n::{Text, number};

/// How a measure adds up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Of 1 October, shown for the fiscal year it lies in.
    October,
    /// At the month's end; a fiscal year shows that of 31 March.
    Stock,
    /// At the month's end; of several places the largest.
    Largest,
    /// Summed over the months.
    Flow,
    /// `times · of / per`, recomputed at each place and time from its parts, never averaged.
    Ratio { of: MeasureId, per: MeasureId, times: f32 },
    /// Computed for the municipality as a whole, once a fiscal year.
    Direct,
}

/// What a value by month is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByMonth {
    /// How things stand at the month's end.
    Standing,
    /// What happened in the month, or a rate of it.
    OfMonth,
    /// A rate a year: that of the twelve months to then.
    TwelveMonths,
}

impl MeasureId {
    pub fn by_month(self) -> ByMonth {
        match self.spec().kind {
            _ if self == Self::Turnover => ByMonth::TwelveMonths,
            Kind::Flow => ByMonth::OfMonth,
            Kind::Ratio { of, .. } if of.spec().kind == Kind::Flow => ByMonth::OfMonth,
            _ => ByMonth::Standing,
        }
    }
}

impl MeasureSpec {
    /// Whether it counts what comes whole: people, devices, meetings.
    pub fn is_counted(&self) -> bool {
        !matches!(self.kind, Kind::Ratio { .. }) && number::is_counted(self.unit)
    }
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Good {
    Up,
    Down,
    Neither,
}

/// The smallest place a measure is known for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Area,
    Ward,
    City,
}

/// One measure as declared.
#[derive(Clone, Copy, Debug)]
pub struct MeasureSpec {
    pub id: MeasureId,
    pub key: &'static str,
    pub chain: Chain,
    pub label: Text,
    pub unit: Text,
    pub kind: Kind,
    pub good: Good,
    pub level: Level,
}
