//! Emergency-alarm devices: whole devices by area, month by month.
//!
//! ```text
//! applications ~ Poisson(eligible non-users · rate · knowledge · charge response · season · drift)
//! installs     = whole(waiting / lead + luck), cut to capacity and to contracted units
//! new home     = whole(installs · share of home · c + luck)      c = 1 at today's rules
//! exits        ~ Binomial(in use, exit rate), then split by reason
//! conversions  ~ Binomial(home, conversion rate + replacement programme), cut to capacity left
//! portable' = portable − exits + conversions + new portable;  home' = home − exits − conversions + new home
//! ```
//!
//! `whole` cuts off: the mean is right, and of one device it is a coin. Use is a stock with inflow and outflow and not a percentage of people living alone: in other
//! cities use fell while that number rose. Rates come from history, device by device
//! (`engine/history`); what history cannot fix is an assumption (see `assumptions/alarm.rs`).

mod eligible;
mod month;

use std::ops::Range;

use super::counts::poisson;
use super::ground::Geography;
use super::inputs::{Assumed, LeverTable};
use super::lanes::Lanes;
use super::luck::{Luck, Purpose, YearLuck};
use super::people::People;
use super::shock_table::ShockTable;
use crate::assumptions::AssumptionId;
use crate::measures::MeasureId;
use eligible::Rules;

/// How far each month of the fiscal year is above or below the year's mean, of the amplitude: a
/// cosine that is highest in January, the cold season.
const SEASON: [f32; 12] = {
    const SLOPE: f32 = 0.866_025_4;
    [0.0, -0.5, -SLOPE, -1.0, -SLOPE, -0.5, 0.0, 0.5, SLOPE, 1.0, SLOPE, 0.5]
};

/// What history leaves open about the rates of one draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// Applications for each eligible non-user and month.
    pub rate: Lanes,
    /// Share of new users who choose the portable type at the start of the plan.
    pub portable_share: Lanes,
    /// Conversions for each home device and month at the start of the plan.
    pub conversion: Lanes,
    /// Installs and changes of the busiest year: what could be done then can be done now.
    pub busiest_year: Lanes,
}

/// Everything the chain is given, lowered.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    solved: Solved,
    exit_portable: Lanes,
    exit_home: Lanes,
    /// Of the exits, and then of those not yet explained: death, facility, move.
    reason_shares: [Lanes; 3],
    unwanted_share: Lanes,
    home_choice_fall: Lanes,
    conversion_fade: Lanes,
    drift_sd: Lanes,
    season: [Lanes; 12],
    ready: Lanes,
    capacity: Lanes,
    contract_slack: Lanes,
    chronic_share: Lanes,
    household_factor: Lanes,
    wander_share: Lanes,
    charge_share: Lanes,
    /// How much more strongly than home users those of portable devices react.
    charge_portable: Lanes,
    charge_on_applications: Lanes,
    charge_on_exits: Lanes,
    publicity: Lanes,
    /// Part of the way that knowledge goes towards its new level in a month.
    knowledge_step: Lanes,
    /// When everybody knows the scheme, more publicity adds nothing.
    knowledge_max: Lanes,
    conversion_max: Lanes,
    take_new: Lanes,
    crew: Lanes,
    replace: Lanes,
    calls: Lanes,
    dispatches: Lanes,
}

impl Inputs {
    pub fn new(assumed: &Assumed, solved: Solved) -> Self {
        const fn id(key: &str) -> AssumptionId {
            AssumptionId::of(key)
        }
        let get = |id| assumed.get(id);
        let monthly = |yearly: Lanes| Lanes::ONE - (yearly * (-1.0 / 12.0)).exp();
        let reasons = const {
            [
                id("al_exit_mix_death"),
                id("al_exit_mix_facility"),
                id("al_exit_mix_move"),
                id("al_exit_mix_unwanted"),
            ]
        }
        .map(get);
        let all = reasons[0] + reasons[1] + reasons[2] + reasons[3];
        let amplitude = get(const { id("al_season") });
        let busiest = solved.busiest_year;
        Self {
            solved,
            exit_portable: monthly(get(const { id("al_exit_portable") })),
            exit_home: monthly(get(const { id("al_exit_home") })),
            reason_shares: [
                reasons[0] / all,
                reasons[1] / (all - reasons[0]),
                reasons[2] / (reasons[2] + reasons[3]),
            ],
            unwanted_share: reasons[3] / all,
            home_choice_fall: (get(const { id("al_p_trend") }) * (-1.0 / 12.0)).exp(),
            conversion_fade: (get(const { id("al_conv_fade") }) * (-1.0 / 12.0)).exp(),
            drift_sd: get(const { id("al_rate_drift") }),
            season: SEASON.map(|height| Lanes::ONE + amplitude * height),
            ready: Lanes::ONE - (-1.0 / get(const { id("al_lead_time") })).exp(),
            // A fifth more than the busiest year's mean month, or that year's own winter would not
            // have fitted.
            capacity: get(const { id("al_capacity_month") }).at_least(busiest * (1.2 / 12.0)),
            contract_slack: get(const { id("al_contract_slack") }),
            chronic_share: get(const { id("al_chronic_share") }),
            household_factor: Lanes::ONE + get(const { id("al_equiv_household") }),
            // Counted once: those who live alone are eligible already.
            wander_share: assumed.percent(const { id("dem_wander_share") })
                * (Lanes::ONE - get(const { id("al_overlap_c") }))
                * (Lanes::ONE + get(const { id("al_younger_share") })),
            charge_share: get(const { id("mo_charge_avg_share") }) * 0.001,
            charge_portable: get(const { id("ef_al_copay_portable") }),
            charge_on_applications: assumed.percent(const { id("ef_al_copay_elast") }),
            charge_on_exits: assumed.percent(const { id("ef_al_copay_exit") }),
            publicity: assumed.percent(const { id("ef_al_publicity") }),
            knowledge_step: Lanes::ONE
                - (-std::f32::consts::LN_2 / get(const { id("ef_al_publicity_half") })).exp(),
            knowledge_max: Lanes::ONE / get(const { id("al_aware_scheme") }),
            conversion_max: get(const { id("al_conv_max") }) * (1.0 / 12.0),
            take_new: get(const { id("ef_al_take_new_class") }),
            crew: get(const { id("ef_al_capacity") }),
            replace: get(const { id("ef_al_replace") }) * (1.0 / 12.0),
            calls: get(const { id("al_calls_per_unit") }) * (1.0 / 12.0),
            dispatches: get(const { id("al_dispatch_per_unit") }) * (1.0 / 12.0),
        }
    }

    /// What history left open, as solved.
    pub fn solved(&self) -> &Solved {
        &self.solved
    }
}

/// Devices and waiting people of one area, and the fiscal year's flows so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AreaState {
    pub portable: Lanes,
    pub home: Lanes,
    pub waiting: Lanes,
    /// Applications of this month and the month before.
    pub recent: [Lanes; 2],
    pub eligible: Lanes,
    /// The same weighted by how willing newly eligible people are, and what a month adds to each.
    pub willing: Lanes,
    pub eligible_step: Lanes,
    pub willing_step: Lanes,
    /// What other rules than today's do to the share of home devices.
    pub home_factor: Option<Lanes>,
    /// Installs and changes asked for this month, before capacity is shared out.
    pub asked: Lanes,
    pub wished: Lanes,
    /// What publicity has made of people's knowledge of the scheme; today is 1.
    pub knowledge: Lanes,
    pub flows: Flows,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flows {
    pub applications: Lanes,
    pub installs: Lanes,
    pub conversions: Lanes,
    pub exits: Lanes,
    /// Of the exits, by March: death, facility, move, unwanted.
    pub reasons: [Lanes; 4],
    /// Device-months, weighed by how often devices called.
    pub unit_months: Lanes,
    /// Drawn when the year is closed.
    pub calls: Lanes,
    pub dispatches: Lanes,
    /// Whether the year's reasons and calls have been drawn.
    pub is_closed: bool,
}

/// The chain's state: areas, and what belongs to the whole municipality.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub areas: Vec<AreaState>,
    home_choice: Lanes,
    conversion: Lanes,
    drift: Lanes,
    contract: Lanes,
    in_use_last_april: Lanes,
    stockout_months: Lanes,
    /// Portable and home devices in use at the month's end.
    pub in_use: [Lanes; 2],
    rules: Option<Rules>,
    known: Known,
    luck: YearLuck,
}

/// What is known of a year: history is counted in stocks, its flows are solved, and why people
/// left and how many waited was never published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    #[default]
    Stocks,
    Flows,
    All,
}

const QUEUE: Purpose = Purpose::named("alarm queue");

impl State {
    /// The state with these devices in use at the start of the plan.
    pub fn at_plan(inputs: &Inputs, areas: Vec<AreaState>, known: Known) -> Self {
        Self {
            known,
            contract: Lanes::ZERO,
            in_use_last_april: Lanes::ZERO,
            areas,
            home_choice: Lanes::ONE - inputs.solved.portable_share,
            conversion: inputs.solved.conversion,
            drift: Lanes::ONE,
            stockout_months: Lanes::ZERO,
            in_use: [Lanes::ZERO; 2],
            rules: None,
            luck: YearLuck::default(),
        }
    }

    /// People already waiting when the plan starts: as many as apply in the time an install takes.
    pub fn fill_queue(
        &mut self,
        inputs: &Inputs,
        geography: &Geography,
        people: &People,
        luck: &Luck,
        fiscal_year: i32,
    ) {
        let march = super::ground::april(fiscal_year) + 11;
        for (i, area) in self.areas.iter_mut().enumerate() {
            let users = area.portable + area.home;
            let able = (inputs.eligible_today(people, i, march) - users).positive();
            let months = Lanes::ONE / inputs.ready - Lanes::ONE;
            let uniform = luck.uniform(geography.area_keys[i], QUEUE, march);
            area.waiting = poisson(uniform, able * inputs.solved.rate * months);
            area.recent = [area.waiting, Lanes::ZERO];
        }
    }

    /// A measure of some areas; `None` where it is not this chain's or not known by area.
    pub fn read(&self, measure: MeasureId, areas: Range<usize>) -> Option<Lanes> {
        let needs = match measure {
            MeasureId::AlarmPortable
            | MeasureId::AlarmHome
            | MeasureId::AlarmTotal
            | MeasureId::AlarmEligible
            | MeasureId::AlarmUnmet => Known::Stocks,
            MeasureId::AlarmInstalls | MeasureId::AlarmConversions | MeasureId::AlarmExits => {
                Known::Flows
            }
            _ => Known::All,
        };
        let by_year = matches!(
            measure,
            MeasureId::AlarmExitDeath
                | MeasureId::AlarmExitFacility
                | MeasureId::AlarmExitMove
                | MeasureId::AlarmExitUnwanted
                | MeasureId::AlarmCalls
                | MeasureId::AlarmDispatches
        );
        let areas = &self.areas[areas];
        if self.known < needs || (by_year && areas.iter().any(|a| !a.flows.is_closed)) {
            return None;
        }
        let of: fn(&AreaState) -> Lanes = match measure {
            MeasureId::AlarmPortable => |a| a.portable,
            MeasureId::AlarmHome => |a| a.home,
            MeasureId::AlarmTotal => |a| a.portable + a.home,
            MeasureId::AlarmEligible => |a| a.eligible,
            MeasureId::AlarmUnmet => |a| (a.eligible - a.portable - a.home).positive(),
            MeasureId::AlarmWaiting => |a| a.waiting,
            // First come, first served: who applied in the last two months waits shorter.
            MeasureId::AlarmWaitingLong => |a| (a.waiting - a.recent[0] - a.recent[1]).positive(),
            MeasureId::AlarmApplications => |a| a.flows.applications,
            MeasureId::AlarmInstalls => |a| a.flows.installs,
            MeasureId::AlarmConversions => |a| a.flows.conversions,
            MeasureId::AlarmExits => |a| a.flows.exits,
            MeasureId::AlarmExitDeath => |a| a.flows.reasons[0],
            MeasureId::AlarmExitFacility => |a| a.flows.reasons[1],
            MeasureId::AlarmExitMove => |a| a.flows.reasons[2],
            MeasureId::AlarmExitUnwanted => |a| a.flows.reasons[3],
            MeasureId::AlarmCalls => |a| a.flows.calls,
            MeasureId::AlarmDispatches => |a| a.flows.dispatches,
            _ => return None,
        };
        Some(areas.iter().fold(Lanes::ZERO, |sum, area| sum + of(area)))
    }

    /// Months of the fiscal year in which the contract left somebody waiting.
    pub fn stockout_months(&self) -> Option<Lanes> {
        (self.known == Known::All).then_some(self.stockout_months)
    }
}

/// What a month of any chain looks at.
#[derive(Clone, Copy)]
pub struct World<'a> {
    pub geography: &'a Geography,
    pub people: &'a People,
    pub levers: &'a LeverTable,
    pub shocks: &'a ShockTable,
    pub luck: &'a Luck,
}

/// Shares a limited whole number over places in proportion to what they ask, in whole numbers
/// that add up to it: each gets the step of the rounded running total.
pub struct Share {
    factor: Lanes,
    pub asked: Lanes,
    given: Lanes,
}

impl Share {
    pub fn of(limit: Lanes, asked: Lanes) -> Self {
        let short = limit.below(asked);
        let factor = short.choose(limit.ratio(asked), Lanes::ONE);
        Self { factor, asked: Lanes::ZERO, given: Lanes::ZERO }
    }

    /// What the next place gets; never more than it asks.
    #[inline]
    pub fn next(&mut self, asks: Lanes) -> Lanes {
        self.asked += asks;
        let upto = (self.asked * self.factor).rounded();
        let n = (upto - self.given).at_most(asks);
        self.given += n;
        n
    }
}
