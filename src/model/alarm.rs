//! Emergency-alarm devices: whole devices by area, month by month.
//!
//! ```text
//! applications ~ Poisson(eligible non-users · rate · knowledge · charge response · season · drift)
//! installs     = ready ~ Binomial(waiting, 1/lead), cut to capacity and to contracted units
//! exits        ~ Binomial(in use, exit rate), then split by reason
//! conversions  ~ Binomial(home, conversion rate + replacement programme), cut to capacity left
//! portable' = portable − exits + conversions + new portable;  home' = home − exits − conversions + new home
//! ```
//!
//! Use is a stock with inflow and outflow and not a percentage of people living alone: in other
//! cities use fell while that number rose. Rates come from history, device by device
//! (`engine/history`); what history cannot fix is an assumption (see `assumptions/alarm.rs`).

use super::counts::{Odds, normal_quantile, poisson};
use super::ground::{Geography, MonthIndex};
use super::inputs::{Assumed, LeverTable};
use super::lanes::Lanes;
use super::luck::{Luck, Purpose};
use super::people::{Group, People};
use super::shock_table::{Hit, ShockTable};
use crate::assumptions::AssumptionId;
use crate::levers::LeverId;
use crate::measures::MeasureId;

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
            // Highest in January, the cold season.
            season: std::array::from_fn(|month| {
                let turn = (month as f64 - 9.0) / 12.0 * std::f64::consts::TAU;
                Lanes::ONE + amplitude * libm::cos(turn) as f32
            }),
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

    /// Eligible people of an area as the plan has it, and as the levers have it weighted by how
    /// willing newly eligible people are. At today's rules the two are the same.
    fn eligible(
        &self,
        people: &People,
        area: usize,
        month: MonthIndex,
        rules: Rules,
    ) -> (Lanes, Lanes) {
        let alone = Group::ALONE.map(|g| people.in_month(month, area, g));
        let all_alone = alone[0] + alone[1] + alone[2] + alone[3] + alone[4];
        let from = |age: f32| {
            let mut sum = alone[4];
            for (i, group) in alone[..4].iter().enumerate() {
                let top = 70.0 + 5.0 * i as f32;
                let share = ((top - age) * 0.2).clamp(0.0, 1.0);
                sum += *group * share;
            }
            sum
        };
        let (today, now) = (from(TODAY.age), from(rules.age));
        let newly = (now - today).positive();
        let ill = self.chronic_share * rules.class_a;
        let younger_ill = (all_alone - now).positive() * ill;
        let wandering =
            people.in_month(month, area, Group::Dementia) * self.wander_share * rules.class_c;
        let heads = (now + younger_ill) * self.household_factor + wandering;
        let willing = now.at_most(today) + newly * (ill + self.take_new * (Lanes::ONE - ill));
        (heads, (willing + younger_ill) * self.household_factor + wandering)
    }

    /// Eligible people under the plan's present rules.
    pub fn eligible_today(&self, people: &People, area: usize, month: MonthIndex) -> Lanes {
        self.eligible(people, area, month, TODAY).0
    }
}

/// Who is eligible.
#[derive(Clone, Copy)]
struct Rules {
    age: f32,
    class_a: f32,
    class_c: f32,
}

const TODAY: Rules = Rules { age: 75.0, class_a: 1.0, class_c: 1.0 };

/// Devices and waiting people of one area, and the fiscal year's flows so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AreaState {
    pub portable: Lanes,
    pub home: Lanes,
    pub waiting: Lanes,
    /// Applications of this month and the month before.
    pub recent: [Lanes; 2],
    pub eligible: Lanes,
    /// Installs or changes asked for this month, before capacity is shared out.
    pub asked: Lanes,
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
    /// Expected until March, then counted.
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
    known: Known,
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

const EXIT_PORTABLE: Purpose = Purpose::named("alarm exit portable");
const EXIT_HOME: Purpose = Purpose::named("alarm exit home");
const REASONS: [Purpose; 3] = [
    Purpose::named("alarm exit by death"),
    Purpose::named("alarm exit to facility"),
    Purpose::named("alarm exit by move"),
];
const CONVERT: Purpose = Purpose::named("alarm conversion");
const APPLY: Purpose = Purpose::named("alarm application");
const READY: Purpose = Purpose::named("alarm ready");
const CHOOSE: Purpose = Purpose::named("alarm type");
const QUEUE: Purpose = Purpose::named("alarm queue");
const DRIFT: Purpose = Purpose::named("alarm drift");
const CALL: Purpose = Purpose::named("alarm call");
const DISPATCH: Purpose = Purpose::named("alarm dispatch");

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

    /// One month: the order of the lines is the order of events.
    pub fn month(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        if month.is_multiple_of(12) {
            self.new_year(inputs, world, month);
        }
        self.known = Known::All;
        self.home_choice *= inputs.home_choice_fall;
        self.conversion *= inputs.conversion_fade;
        self.exits(inputs, world, month);
        self.applications(inputs, world, month);
        let left = self.installs(inputs, world, month);
        self.conversions(inputs, world, month, left);
        self.count_calls(inputs, world, month);
        if month % 12 == 11 {
            self.close_year(inputs, world, month);
        }
    }

    fn new_year(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        let (mut in_use, mut wanted) = (Lanes::ZERO, Lanes::ZERO);
        for area in &mut self.areas {
            in_use += area.portable + area.home;
            wanted += area.waiting;
            area.flows = Flows::default();
        }
        // Renewed each April with the same room to spare, for those in use, those waiting, and as
        // many more as came in the year before.
        let grown = in_use - self.in_use_last_april;
        let first = Lanes::ZERO.below(self.in_use_last_april);
        let more = first.choose(grown.positive(), Lanes::ZERO);
        let renewed = (inputs.contract_slack * (in_use + wanted + more)).rounded();
        self.contract = self.contract.at_least(renewed);
        self.in_use_last_april = in_use;
        self.stockout_months = Lanes::ZERO;
        let step = normal_quantile(world.luck.uniform(world.geography.city_key, DRIFT, month));
        self.drift *= (step * inputs.drift_sd).exp();
    }

    fn exits(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        let dearer = |lever: LeverId| {
            let change = world.levers.city(lever, month) - world.levers.default_of(lever);
            let response = inputs.charge_share * change * inputs.charge_on_exits;
            Lanes::ONE + inputs.unwanted_share * response.at_least(Lanes::all(-0.8))
        };
        let portable_odds = Odds::new(inputs.exit_portable * dearer(LeverId::AlarmChargePortable));
        let home_odds = Odds::new(inputs.exit_home * dearer(LeverId::AlarmChargeHome));
        for (area, &key) in self.areas.iter_mut().zip(&world.geography.area_keys) {
            let draw = |purpose| world.luck.uniform(key, purpose, month);
            let portable = portable_odds.count(draw(EXIT_PORTABLE), area.portable);
            let home = home_odds.count(draw(EXIT_HOME), area.home);
            area.portable -= portable;
            area.home -= home;
            area.flows.exits += portable + home;
        }
    }

    fn applications(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        let levers = world.levers;
        let rules = Rules {
            age: levers.city(LeverId::AlarmAge, month),
            class_a: levers.city(LeverId::AlarmClassA, month),
            class_c: levers.city(LeverId::AlarmClassC, month),
        };
        let change =
            |lever| inputs.charge_share * (levers.city(lever, month) - levers.default_of(lever));
        // Portable users react a fifth more strongly (assumed with `ef_al_copay_elast`).
        let dearer = change(LeverId::AlarmChargePortable) * 1.2 * (Lanes::ONE - self.home_choice)
            + change(LeverId::AlarmChargeHome) * self.home_choice;
        let charge = (Lanes::ONE - inputs.charge_on_applications * dearer).clamp_to(0.2, 3.0);
        let rate = inputs.solved.rate * self.drift * inputs.season[(month % 12) as usize] * charge;
        for (i, area) in self.areas.iter_mut().enumerate() {
            let more = levers.at(LeverId::AlarmPublicity, i, month) - 1.0;
            let aim = (Lanes::ONE + inputs.publicity * more).at_most(inputs.knowledge_max);
            area.knowledge += (aim - area.knowledge) * inputs.knowledge_step;
            let (heads, willing) = inputs.eligible(world.people, i, month, rules);
            area.eligible = heads;
            let users = area.portable + area.home + area.waiting;
            let mean = (willing - users).positive() * rate * area.knowledge;
            let key = world.geography.area_keys[i];
            let n = poisson(world.luck.uniform(key, APPLY, month), mean);
            area.waiting += n;
            area.recent = [n, area.recent[0]];
            area.flows.applications += n;
        }
    }

    /// Installs what is ready within capacity and contract; says how much capacity is left.
    fn installs(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) -> Lanes {
        let levers = world.levers;
        let crews = levers.city(LeverId::AlarmCrews, month);
        let capacity = ((inputs.capacity + inputs.crew * crews)
            * world.shocks.factor(Hit::Installs, month))
        .rounded();
        let mut in_use = Lanes::ZERO;
        let mut ready_total = Lanes::ZERO;
        for area in &self.areas {
            in_use += area.portable + area.home;
        }
        let free_units =
            (self.contract + levers.city(LeverId::AlarmContract, month) - in_use).positive();
        let draw =
            |i: usize, purpose| world.luck.uniform(world.geography.area_keys[i], purpose, month);
        let (ready, home_choice) = (Odds::new(inputs.ready), Odds::new(self.home_choice));
        for (i, area) in self.areas.iter_mut().enumerate() {
            area.asked = if area.waiting.any() {
                ready.count(draw(i, READY), area.waiting)
            } else {
                Lanes::ZERO
            };
            ready_total += area.asked;
        }
        let allowed = capacity.at_most(free_units);
        let mut share = Share::of(allowed, ready_total);
        for (i, area) in self.areas.iter_mut().enumerate() {
            if !area.asked.any() {
                continue;
            }
            let n = share.next(area.asked);
            let home = home_choice.count(draw(i, CHOOSE), n);
            area.waiting -= n;
            area.home += home;
            area.portable += n - home;
            area.flows.installs += n;
        }
        self.stockout_months += free_units.below(ready_total.at_most(capacity));
        (capacity - ready_total.at_most(allowed)).positive()
    }

    fn conversions(
        &mut self,
        inputs: &Inputs,
        world: &World<'_>,
        month: MonthIndex,
        capacity: Lanes,
    ) {
        let odds_at = |offered: f32| {
            let chance = self.conversion + inputs.replace * (offered * 0.01);
            Odds::new(chance.at_most(inputs.conversion_max.at_least(self.conversion)))
        };
        let mut offered = world.levers.at(LeverId::AlarmReplace, 0, month);
        let mut odds = odds_at(offered);
        let mut wished = Lanes::ZERO;
        for (i, area) in self.areas.iter_mut().enumerate() {
            let here = world.levers.at(LeverId::AlarmReplace, i, month);
            if here.to_bits() != offered.to_bits() {
                (offered, odds) = (here, odds_at(here));
            }
            let key = world.geography.area_keys[i];
            area.asked = odds.count(world.luck.uniform(key, CONVERT, month), area.home);
            wished += area.asked;
        }
        if !wished.any() {
            return;
        }
        let mut share = Share::of(capacity, wished);
        for area in &mut self.areas {
            let n = share.next(area.asked);
            area.home -= n;
            area.portable += n;
            area.flows.conversions += n;
        }
    }

    /// Calls expected this month; how many there were is drawn when the year is closed.
    fn count_calls(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        let more = world.shocks.factor(Hit::Calls, month);
        for area in &mut self.areas {
            let unit_months = (area.portable + area.home) * more;
            area.flows.calls += unit_months * inputs.calls;
            area.flows.dispatches += unit_months * inputs.dispatches;
        }
    }

    /// Why people left and how often devices called are drawn once for the whole year: the totals
    /// are what acts on later months, and twelve times fewer draws cost twelve times less.
    fn close_year(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        let shares = inputs.reason_shares.map(Odds::new);
        for (area, &key) in self.areas.iter_mut().zip(&world.geography.area_keys) {
            let draw = |purpose| world.luck.uniform(key, purpose, month);
            let flows = &mut area.flows;
            let mut left = flows.exits;
            for (reason, purpose) in REASONS.iter().enumerate() {
                flows.reasons[reason] = shares[reason].count(draw(*purpose), left);
                left -= flows.reasons[reason];
            }
            flows.reasons[3] = left;
            flows.calls = poisson(draw(CALL), flows.calls);
            flows.dispatches = poisson(draw(DISPATCH), flows.dispatches);
            flows.is_closed = true;
        }
    }

    /// A measure of one area; `None` where it is not this chain's or not known by area.
    pub fn read(&self, measure: MeasureId, area: usize) -> Option<Lanes> {
        let a = &self.areas[area];
        let reasons = a.flows.reasons;
        let needs = match measure {
            MeasureId::AlarmPortable
            | MeasureId::AlarmHome
            | MeasureId::AlarmTotal
            | MeasureId::AlarmEligible => Known::Stocks,
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
        if self.known < needs || (by_year && !a.flows.is_closed) {
            return None;
        }
        Some(match measure {
            MeasureId::AlarmPortable => a.portable,
            MeasureId::AlarmHome => a.home,
            MeasureId::AlarmTotal => a.portable + a.home,
            MeasureId::AlarmEligible => a.eligible,
            MeasureId::AlarmWaiting => a.waiting,
            // First come, first served: who applied in the last two months waits shorter.
            MeasureId::AlarmWaitingLong => (a.waiting - a.recent[0] - a.recent[1]).positive(),
            MeasureId::AlarmApplications => a.flows.applications,
            MeasureId::AlarmInstalls => a.flows.installs,
            MeasureId::AlarmConversions => a.flows.conversions,
            MeasureId::AlarmExits => a.flows.exits,
            MeasureId::AlarmExitDeath => reasons[0],
            MeasureId::AlarmExitFacility => reasons[1],
            MeasureId::AlarmExitMove => reasons[2],
            MeasureId::AlarmExitUnwanted => reasons[3],
            MeasureId::AlarmCalls => a.flows.calls,
            MeasureId::AlarmDispatches => a.flows.dispatches,
            _ => return None,
        })
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
