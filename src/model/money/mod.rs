//! What it all costs in a fiscal year, and who pays.
//!
//! ```text
//! staff      months filled / 12 · post + clerks · clerk + supplement · (1 + employer's part)
//! training   people · retention + people · supervision + hires · effort · cost per hire
//!              + leavers · months of overlap · post / 12
//! alarms     Σ device-months · (price − mean charge) + (installs + changes) · set-up + publicity
//! meetings   held · cash        publicity  today's · lever
//! programmes unit costs of each + supported people / 10,000 · gathering places
//!
//! inside     = min(total, or without the alarms where they are of the general account; ceiling)
//! nation 38.5, prefecture 19.25, municipality 19.25, first-insured premiums 23 % of it
//! municipality also pays all that is not inside
//! premium    = 0.23 · mean inside / (mean insured 65+ · collection rate · income weight) / 12
//! ```
//!
//! The mean is over the years of a plan period so far, so in its last year it is the plan's own.
//! The *level* is reported; what a policy does to the premium is the difference of two levels, draw
//! by draw. Shares are those of the eighth period's comprehensive support and voluntary programmes;
//! prevention care plans are paid by fees and stand outside. What leavers and newcomers cost beyond
//! pay is in training. Where the alarms stand is not known: a switch of each draw.
//!
//! The city publishes hardly any price: ranges in `assumptions/money`, orders of size in
//! calibration §7. [`bill`] and [`Bill::paid`] are pure; `state` gathers what a year comes to.

mod state;

pub use state::{Chains, State};

use super::ground::MonthIndex;
use super::inputs::Assumed;
use super::lanes::Lanes;
use crate::assumptions::AssumptionId;

/// Parts of the programme's cost, in percent, where premiums bear 23.
const NATION: f32 = 38.5;
const PREFECTURE: f32 = 19.25;
const NOT_PREMIUMS: f32 = 77.0;

/// Everything the chain is given, lowered; money in yen.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    post: Lanes,
    hire: Lanes,
    clerk: Lanes,
    retention: Lanes,
    supervision: Lanes,
    employer: Lanes,
    portable: Lanes,
    home: Lanes,
    charge_share: Lanes,
    setup: Lanes,
    alarm_publicity: Lanes,
    meeting: Lanes,
    publicity: Lanes,
    gathering: Lanes,
    premium_share: Lanes,
    alarm_inside: Lanes,
    collection: Lanes,
    income_weight: Lanes,
    /// Most of a year's cost that is borne together, from a fiscal year on, the earliest first;
    /// where there is none, no ceiling is known.
    pub ceilings: Vec<(i32, f32)>,
    plan: MonthIndex,
    plan_months: u32,
}

impl Inputs {
    /// `plan` is the plan's first month and the one after its last.
    pub fn new(
        assumed: &Assumed,
        ceilings: &[(i32, f32)],
        plan: std::ops::Range<MonthIndex>,
    ) -> Self {
        const fn id(key: &str) -> AssumptionId {
            AssumptionId::of(key)
        }
        let yen = |id, times: f32| assumed.get(id) * times;
        Self {
            post: yen(const { id("mo_staff_fte") }, 1e6),
            hire: yen(const { id("mo_recruit") }, 1e3),
            clerk: yen(const { id("mo_clerical") }, 1e6),
            retention: yen(const { id("mo_retention") }, 1e3),
            supervision: yen(const { id("mo_supervision") }, 1e3),
            employer: assumed.get(const { id("mo_employer_cost") }),
            portable: assumed.get(const { id("mo_alarm_portable") }),
            home: assumed.get(const { id("mo_alarm_home") }),
            charge_share: assumed.get(const { id("mo_charge_avg_share") }),
            setup: assumed.get(const { id("mo_alarm_setup") }),
            alarm_publicity: yen(const { id("mo_alarm_publicity_base") }, 1e6),
            meeting: assumed.get(const { id("mo_meeting_cash") }),
            publicity: yen(const { id("mo_publicity_base") }, 1e6),
            gathering: yen(const { id("mo_gathering") }, 1e6 / 1e4),
            premium_share: assumed.get(const { id("mo_premium_share") }),
            alarm_inside: assumed.get(const { id("mo_alarm_in_programme") }),
            collection: assumed.get(const { id("mo_collection") }),
            income_weight: assumed.get(const { id("mo_income_weight") }),
            ceilings: ceilings.to_vec(),
            plan: plan.start,
            plan_months: (plan.end - plan.start).max(12),
        }
    }
}

impl Inputs {
    /// Whether money is known in a month: from the plan on.
    pub fn is_known(&self, month: MonthIndex) -> bool {
        self.plan <= month
    }

    /// The ceiling of a fiscal year: the newest one set by then.
    pub fn ceiling(&self, year: i32) -> Option<f32> {
        self.ceilings.iter().rev().find(|(from, _)| *from <= year).map(|(_, yen)| *yen)
    }
}

/// What a fiscal year comes to, in units that have a price.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Year {
    pub filled_months: Lanes,
    /// Hires, each times the recruitment effort.
    pub hires: Lanes,
    /// Months of overlap between leavers and those who follow.
    pub overlap_months: Lanes,
    pub clerk_months: Lanes,
    /// Person-months, times the share a programme reaches.
    pub retention_months: Lanes,
    pub supervision_months: Lanes,
    /// Pay supplements, yen.
    pub supplements: Lanes,
    pub portable_months: Lanes,
    pub home_months: Lanes,
    /// Top user charges of all device-months, yen.
    pub top_charges: Lanes,
    pub setups: Lanes,
    /// In years of today's publicity.
    pub alarm_publicity: Lanes,
    pub publicity: Lanes,
    pub meetings: Lanes,
    /// Unit costs of the programmes, yen.
    pub programmes: Lanes,
    /// People around supported gathering places, times the part of the year.
    pub supported: Lanes,
}

impl Year {
    fn take_centres(&mut self, of: &Self) {
        self.filled_months = of.filled_months;
        self.hires = of.hires;
        self.overlap_months = of.overlap_months;
        self.clerk_months = of.clerk_months;
        self.retention_months = of.retention_months;
        self.supervision_months = of.supervision_months;
        self.supplements = of.supplements;
    }

    /// Takes over what chains bring that are absent.
    pub(super) fn of_absent(&mut self, chains: Chains<'_>, kept: &Self) {
        if chains.alarm.is_none() {
            self.portable_months = kept.portable_months;
            self.home_months = kept.home_months;
            self.top_charges = kept.top_charges;
            self.setups = kept.setups;
        }
        if chains.centres.is_none() {
            self.take_centres(kept);
        }
        if chains.meetings.is_none() {
            self.meetings = kept.meetings;
        }
        if chains.programmes.is_none() {
            self.programmes = kept.programmes;
            self.supported = kept.supported;
        }
    }
}

/// Yen by programme.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bill {
    pub staff: Lanes,
    pub training: Lanes,
    pub alarm: Lanes,
    pub meetings: Lanes,
    pub publicity: Lanes,
    pub programmes: Lanes,
}

/// Yen by payer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paid {
    pub nation: Lanes,
    pub prefecture: Lanes,
    pub municipality: Lanes,
    pub premiums: Lanes,
    /// What is borne together.
    pub inside: Lanes,
    /// What is above the ceiling.
    pub above: Lanes,
    /// What is left below it, where there is one.
    pub left: Option<Lanes>,
}

/// What a year's units cost.
pub fn bill(year: &Year, prices: &Inputs) -> Bill {
    let years = |months: Lanes| months * (1.0 / 12.0);
    let devices = year.portable_months * prices.portable + year.home_months * prices.home;
    let charges = year.top_charges * prices.charge_share;
    Bill {
        staff: years(year.filled_months) * prices.post
            + years(year.clerk_months) * prices.clerk
            + year.supplements * (Lanes::ONE + prices.employer),
        training: years(year.retention_months) * prices.retention
            + years(year.supervision_months) * prices.supervision
            + year.hires * prices.hire
            + years(year.overlap_months) * prices.post,
        // No device earns money: a user pays at most what it costs.
        alarm: (devices - charges).positive()
            + year.setups * prices.setup
            + year.alarm_publicity * prices.alarm_publicity,
        meetings: year.meetings * prices.meeting,
        publicity: year.publicity * prices.publicity,
        programmes: year.programmes + year.supported * prices.gathering,
    }
}

impl Bill {
    pub fn total(&self) -> Lanes {
        self.staff + self.training + self.alarm + self.meetings + self.publicity + self.programmes
    }

    /// Who pays it in a fiscal year.
    pub fn paid(&self, prices: &Inputs, year: i32) -> Paid {
        let total = self.total();
        let of_programme = total - self.alarm * (Lanes::ONE - prices.alarm_inside);
        let ceiling = prices.ceiling(year).map(Lanes::all);
        let inside = match ceiling {
            Some(ceiling) => of_programme.at_most(ceiling),
            None => of_programme,
        };
        let premiums = inside * prices.premium_share;
        let others = (inside - premiums) * (1.0 / NOT_PREMIUMS);
        let (nation, prefecture) = (others * NATION, others * PREFECTURE);
        Paid {
            nation,
            prefecture,
            municipality: total - nation - prefecture - premiums,
            premiums,
            inside,
            above: of_programme - inside,
            left: ceiling.map(|ceiling| ceiling - inside),
        }
    }
}

/// Yen a month on each premium, from yearly means.
pub fn premium(inside: Lanes, insured: Lanes, prices: &Inputs) -> Lanes {
    let payers = insured * prices.collection * prices.income_weight;
    (prices.premium_share * inside).ratio(payers) * (1.0 / 12.0)
}
