//! The plan's other programmes, each small, none left out: one generic kind of programme carries
//! them all, and a planner's own indicator is one of them.
//!
//! ```text
//! count   n ~ Poisson(level · driver · lever · shock / 12)            in a month
//! stock   s' = s + Poisson(gain / 12) − Poisson(loss / 12)            whole, never below 0
//!         gain = (added a year + lever) · (seen / s where it fills up)
//! decided s  = the nearest whole number to its course + lever         a matter of budget, no luck
//! part    n ~ Binomial(the other's count, share)
//! ```
//!
//! `level` follows its course from the last observation: held for small counts (of one to three
//! years no trend can be read), or moving as an assumption says. Where a rate is read from counts
//! alone it is drawn from Gamma(sum + ½) over the years, widened where the years differ more than
//! counts by chance do. `driver` is a group of people, another programme, gathering places, the
//! centres' hours or ties, or money, relative to what it was when the level was observed.
//!
//! An observation made in a pandemic contains it: shocks then act relative to what was known at
//! the time, and the way back is the course's own (`pg_resident_recover`).
//!
//! Chances are drawn for the municipality; areas share its whole number by their people (and by
//! the levers that differ between them), because nothing below it was ever published. Gathering
//! places are people, not luck, area by area (`gatherings`), with what they do to certification.
//!
//! Sources: observations of the plan; ranges in `assumptions/programmes`; costs in `money`.

pub mod builtin;
pub mod course;
pub mod gatherings;
pub mod month;
pub mod own;
pub mod read;
pub mod start;

use super::ground::MonthIndex;
use super::lanes::Lanes;
use super::people::Group;
use super::shock_table::Hit;
use crate::assumptions::AssumptionId;
use crate::i18n::Label;
use crate::levers::LeverId;
use crate::measures::MeasureId;

pub use month::{Drive, gather, month, spend};
pub use start::start;

/// A number that is an assumption, times something the municipality gives, or given outright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    Assumed { id: AssumptionId, times: f32 },
    Given(f32),
}

/// How many there are, or how many a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Stock,
    Count,
}

/// What the number goes with.
#[derive(Clone, Debug, PartialEq)]
pub enum Driver {
    Nothing,
    /// People of 1 October of the fiscal year, relative to the year of the last observation, or
    /// for each of them.
    People {
        groups: &'static [Group],
        for_each: bool,
    },
    /// The sum of these programmes, for each of them.
    Programmes(Vec<usize>),
    /// For each participant of gathering places.
    Gatherings,
    /// Hours of the centres relative to the reference years.
    Hours,
    /// Ties of the centres relative to the reference years.
    Ties,
    /// As many as this budget, in yen a year, buys at the unit cost.
    Money(f32),
}

/// How the level moves while nothing is decided and nothing happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Pace {
    /// Held at what the counts say.
    Counted,
    /// Held at this rate.
    Held(Rate),
    /// Reaches a value some months after the last observation, then grows by percent a year.
    Reaching { months: u32, value: Rate, then: Rate },
    /// A stock that so many join in a year (leave, where it is negative).
    Adding { yearly: Rate, fills_up: bool },
    /// A share of another programme's count.
    PartOf { programme: usize, share: Rate },
}

/// What a lever does to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Acts {
    /// Adds its value to a stock.
    Adds,
    /// Adds its value to those who join in a year, times this.
    AddsYearly(f32),
    /// At twice as much, this many percent more.
    Doubled(AssumptionId),
}

/// How the municipality's number spreads over areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    Elderly,
    Alone,
}

/// What a unit costs, in yen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    pub yen: Rate,
    pub of: Costed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Costed {
    /// Each count, or each unit of a stock for a year.
    Each,
    /// Each one that joins a stock.
    New,
}

/// An observation: of a stock at the end of this month, of a count in the fiscal year it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub month: MonthIndex,
    pub value: f32,
    pub is_estimate: bool,
    /// Standard error in the unit of the programme, where it was stated.
    pub error_sd: Option<f32>,
}

/// One programme as declared: built in, or a planner's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Stable: its luck hangs on it.
    pub key: String,
    pub label: Label,
    pub unit: Label,
    pub nature: Nature,
    pub driver: Driver,
    pub pace: Pace,
    /// Set by budget and not by chance.
    pub is_decided: bool,
    pub hit: Option<Hit>,
    pub lever: Option<(LeverId, Acts)>,
    pub spread: Option<Spread>,
    /// The built-in measure it is.
    pub measure: Option<MeasureId>,
    pub cost: Option<Cost>,
    /// The earliest first.
    pub seen: Vec<Seen>,
}

impl Programme {
    /// A planner's own: what was seen, and nothing else known of it.
    pub fn own(key: &str, label: Label, unit: Label, nature: Nature, seen: Vec<Seen>) -> Self {
        let pace = match nature {
            Nature::Count => Pace::Counted,
            Nature::Stock => Pace::Adding { yearly: Rate::Given(0.0), fills_up: false },
        };
        Self {
            key: key.to_owned(),
            label,
            unit,
            nature,
            driver: Driver::Nothing,
            pace,
            is_decided: false,
            hit: None,
            lever: None,
            spread: None,
            measure: None,
            cost: None,
            seen,
        }
    }
}

/// Everything the chain is given, lowered for sixteen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    pub courses: Vec<course::Course>,
    pub gatherings: gatherings::Inputs,
    /// What of a pandemic the figures contain: factors on gatherings, from the plan's first month.
    pub contained: Vec<Lanes>,
    pub plan: MonthIndex,
}

/// One programme in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Run {
    /// A count's yearly rate before driver, levers and shocks; a stock before levers.
    pub level: Lanes,
    pub stock: Lanes,
    /// Counted in the fiscal year so far, and in the month.
    pub flow: Lanes,
    pub in_month: Lanes,
    /// Cost of the fiscal year so far, yen.
    pub yen: Lanes,
    /// Before the first observation nothing is known.
    pub is_known: bool,
    /// It is not run: its cost is as it was, and the rest is not to be read.
    pub is_still: bool,
}

/// The chain at a month's end.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub runs: Vec<Run>,
    pub gatherings: gatherings::State,
    /// People of the fiscal year's 1 October by area: 65+, living alone, everybody.
    pub elderly: Vec<Lanes>,
    pub alone: Vec<Lanes>,
    pub everybody: Vec<Lanes>,
    /// What the subsidy has done to each area in the fiscal year so far; months, as today.
    pub subsidised: Vec<Lanes>,
}
