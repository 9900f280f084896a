//! One month of the alarm devices. The order of the lines is the order of events.
//!
//! Areas first come and go as if nothing were short; where capacity or contract is, what was too
//! much is taken back in proportion.

use super::{AreaState, Flows, Inputs, Known, State, World};
use crate::levers::LeverId;
use crate::model::counts::{
    Odds, SELDOM, SELDOM_OF_MEAN, few_of_mean, many_of_mean, normal_quantile, poisson,
};
use crate::model::ground::MonthIndex;
use crate::model::lanes::{LANES, Lanes, whole};
use crate::model::luck::Purpose;
use crate::model::shock_table::Hit;

const MONTH: Purpose = Purpose::named("alarm month");
const YEAR: Purpose = Purpose::named("alarm year");
const DRIFT: Purpose = Purpose::named("alarm drift");

/// Which of an area's numbers of the month decides what; its halves decide who leaves.
const APPLY: u16 = 0;
const CHANGE: u16 = 1;
const READY: u16 = 2;
const CHOOSE: u16 = 3;
/// And of the year: three reasons, calls, dispatches.
const REASONS: [u16; 3] = [0, 1, 2];
const CALL: u16 = 3;
const DISPATCH: u16 = 4;

impl State {
    /// One month: the order of the lines is the order of events.
    pub fn month(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        if month.is_multiple_of(12) {
            self.new_year(inputs, world, month);
        }
        if !self.luck.is_of(month) {
            self.luck = world.luck.year(&world.geography.area_keys, MONTH, month);
        }
        self.known = Known::All;
        self.home_choice *= inputs.home_choice_fall;
        self.conversion *= inputs.conversion_fade;
        self.look_at_eligible(inputs, world, month);
        let all = self.come_and_go(inputs, world, month);
        self.limit(inputs, world, month, &all);
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

    fn come_and_go(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) -> All {
        let levers = world.levers;
        let rates = Rates::new(self, inputs, world, month);
        let odds_of = |offered: f32| {
            let chance = self.conversion + inputs.replace * (offered * 0.01);
            Odds::new(chance.at_most(inputs.conversion_max.at_least(self.conversion)))
        };
        let mut offered = levers.at(LeverId::AlarmReplace, 0, month);
        let mut change = odds_of(offered);
        let is_told = levers.is_changed(LeverId::AlarmPublicity);
        let mut all = All::default();
        for (i, area) in self.areas.iter_mut().enumerate() {
            let here = levers.at(LeverId::AlarmReplace, i, month);
            if here.to_bits() != offered.to_bits() {
                (offered, change) = (here, odds_of(here));
            }
            if is_told {
                let more = levers.at(LeverId::AlarmPublicity, i, month) - 1.0;
                learn(&mut area.knowledge, more, inputs);
            }
            let luck = self.luck.month(i, month);
            let [of_portable, of_home] = luck.halves();
            let left = leave(area, &rates, &of_portable, &of_home);
            let (apply, convert) = (luck.uniform(APPLY), luck.uniform(CHANGE));
            let applied = ask(area, &rates.apply, &change, &left, &apply, &convert);
            let home_share = area.home_share(self.home_choice);
            let (ready, choose) = (luck.uniform(READY), luck.uniform(CHOOSE));
            come(
                area,
                &mut all,
                &applied,
                [&ready, &choose],
                &inputs.ready,
                &home_share,
                &rates.calls,
            );
        }
        all
    }

    /// Takes back what is beyond the month's capacity or the contract.
    fn limit(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex, all: &All) {
        let levers = world.levers;
        let crews = levers.city(LeverId::AlarmCrews, month);
        let possible = *world.shocks.factor(Hit::Installs, month);
        let capacity = ((inputs.capacity + inputs.crew * crews) * possible).rounded();
        let contract = self.contract + levers.city(LeverId::AlarmContract, month);
        let in_use = all.portable + all.home - all.asked;
        let free_units = (contract - in_use).positive();
        let allowed = capacity.at_most(free_units);
        let left = (capacity - all.asked.at_most(allowed)).positive();
        self.stockout_months += free_units.below(all.asked.at_most(capacity));
        self.in_use = [all.portable, all.home];
        let calls = world.shocks.factor(Hit::Calls, month);
        for lane in 0..LANES {
            let limits = [allowed.0[lane], left.0[lane]];
            let asked = [all.asked.0[lane], all.wished.0[lane]];
            if limits[0] < asked[0] || limits[1] < asked[1] {
                let [install, convert] = std::array::from_fn(|k| Share::of(limits[k], asked[k]));
                self.limit_draw(month, lane, calls.0[lane], install, convert);
            }
        }
    }

    /// The same in one draw: in most draws and months nothing is short.
    #[cold]
    fn limit_draw(
        &mut self,
        month: MonthIndex,
        lane: usize,
        calls: f32,
        mut install: Share,
        mut convert: Share,
    ) {
        let [portable_now, home_now] = &mut self.in_use;
        for (i, area) in self.areas.iter_mut().enumerate() {
            let (asked, wished) = (area.asked.0[lane], area.wished.0[lane]);
            let n = install.next(asked);
            let kept = wished - convert.next(wished);
            let fewer = asked - n;
            if fewer == 0.0 && kept == 0.0 {
                continue;
            }
            let choice = self.luck.number(i, month, CHOOSE, lane);
            let of_home = area.home_share(self.home_choice).0[lane];
            let home_of = |n: f32| {
                let home = whole(n * of_home + choice);
                if n < home { n } else { home }
            };
            let home = home_of(asked) - home_of(n);
            area.waiting.0[lane] += fewer;
            area.portable.0[lane] -= fewer - home + kept;
            area.home.0[lane] += kept - home;
            portable_now.0[lane] -= fewer - home + kept;
            home_now.0[lane] += kept - home;
            area.flows.installs.0[lane] -= fewer;
            area.flows.conversions.0[lane] -= kept;
            area.flows.unit_months.0[lane] -= fewer * calls;
        }
    }

    /// Why people left and how often devices called are drawn once for the whole year: the totals
    /// are what acts on later months, and twelve times fewer draws cost twelve times less.
    fn close_year(&mut self, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
        let shares = inputs.reason_shares.map(Odds::new);
        for (area, &key) in self.areas.iter_mut().zip(&world.geography.area_keys) {
            let luck = world.luck.sixteens(key, YEAR, month);
            let flows = &mut area.flows;
            let mut left = flows.exits;
            for (reason, n) in REASONS.into_iter().enumerate() {
                flows.reasons[reason] = shares[reason].count(&luck.uniform(n), &left);
                left -= flows.reasons[reason];
            }
            flows.reasons[3] = left;
            flows.calls = poisson(luck.uniform(CALL), flows.unit_months * inputs.calls);
            let dispatches = flows.unit_months * inputs.dispatches;
            flows.dispatches = poisson(luck.uniform(DISPATCH), dispatches);
            flows.is_closed = true;
        }
    }
}

impl AreaState {
    /// The share of home devices among the area's new ones.
    fn home_share(&self, of_all: Lanes) -> Lanes {
        self.home_factor.map_or(of_all, |factor| (of_all * factor).at_most(Lanes::ONE))
    }
}

/// The month's chances, the same in all areas.
struct Rates {
    portable: Odds,
    home: Odds,
    /// Applications for each willing non-user who knows the scheme as today.
    apply: Lanes,
    calls: Lanes,
}

impl Rates {
    fn new(state: &State, inputs: &Inputs, world: &World<'_>, month: MonthIndex) -> Self {
        let levers = world.levers;
        let change =
            |lever| inputs.charge_share * (levers.city(lever, month) - levers.default_of(lever));
        let dearer = |lever: LeverId| {
            let response = change(lever) * inputs.charge_on_exits;
            Lanes::ONE + inputs.unwanted_share * response.at_least(Lanes::all(-0.8))
        };
        let portable = inputs.charge_portable * (Lanes::ONE - state.home_choice);
        let charge = change(LeverId::AlarmChargePortable) * portable
            + change(LeverId::AlarmChargeHome) * state.home_choice;
        let charge = (Lanes::ONE - inputs.charge_on_applications * charge).clamp_to(0.2, 3.0);
        let season = inputs.season[(month % 12) as usize];
        Self {
            portable: Odds::new(inputs.exit_portable * dearer(LeverId::AlarmChargePortable)),
            home: Odds::new(inputs.exit_home * dearer(LeverId::AlarmChargeHome)),
            apply: inputs.solved.rate * state.drift * season * charge,
            calls: *world.shocks.factor(Hit::Calls, month),
        }
    }
}

/// Sums over the areas.
#[derive(Default)]
struct All {
    asked: Lanes,
    wished: Lanes,
    portable: Lanes,
    home: Lanes,
}

/// Who leaves, of portable and of home devices.
#[inline(never)]
fn leave(area: &AreaState, rates: &Rates, of_portable: &Lanes, of_home: &Lanes) -> [Lanes; 2] {
    let mut left = [Lanes::ZERO; 2];
    let [portable, home] = &mut left;
    let (mut more_portable, mut more_home) = (0, 0);
    // A loop for each: in shorter ones more draws are under way at once (see `centres::work`).
    for i in 0..LANES {
        let (n, more) = rates.portable.few::<SELDOM>(i, of_portable.0[i], area.portable.0[i]);
        portable.0[i] = n;
        more_portable |= more;
    }
    for i in 0..LANES {
        let (n, more) = rates.home.few::<SELDOM>(i, of_home.0[i], area.home.0[i]);
        home.0[i] = n;
        more_home |= more;
    }
    rates.portable.finish(more_portable, of_portable, &area.portable, SELDOM, portable);
    rates.home.finish(more_home, of_home, &area.home, SELDOM, home);
    left
}

/// Some have left; of the others and the willing who have none, some ask for another device, and
/// some, whose number is returned, for their first.
#[inline(never)]
fn ask(
    area: &mut AreaState,
    apply: &Lanes,
    change: &Odds,
    [portable, home]: &[Lanes; 2],
    of_apply: &Lanes,
    of_change: &Lanes,
) -> Lanes {
    let (mut mean, mut applied) = (Lanes::ZERO, Lanes::ZERO);
    let (mut more_applied, mut more_wished) = (0, 0);
    for i in 0..LANES {
        let portable_now = area.portable.0[i] - portable.0[i];
        let home_now = area.home.0[i] - home.0[i];
        area.portable.0[i] = portable_now;
        area.home.0[i] = home_now;
        area.flows.exits.0[i] += portable.0[i] + home.0[i];
        let able = area.willing.0[i] - (portable_now + home_now + area.waiting.0[i]);
        let able = if able < 0.0 { 0.0 } else { able };
        mean.0[i] = able * apply.0[i] * area.knowledge.0[i];
    }
    for i in 0..LANES {
        let (n, more) = few_of_mean::<SELDOM_OF_MEAN>(of_apply.0[i], mean.0[i]);
        applied.0[i] = n;
        more_applied |= more;
    }
    for i in 0..LANES {
        let (n, more) = change.few::<SELDOM>(i, of_change.0[i], area.home.0[i]);
        area.wished.0[i] = n;
        more_wished |= more;
    }
    if more_applied != 0 {
        many_of_mean(of_apply, &mean, SELDOM_OF_MEAN, &mut applied);
    }
    change.finish(more_wished, of_change, &area.home, SELDOM, &mut area.wished);
    applied
}

/// What more publicity makes of people's knowledge of the scheme.
#[inline(never)]
fn learn(knowledge: &mut Lanes, more: f32, inputs: &Inputs) {
    for i in 0..LANES {
        let aim = 1.0 + inputs.publicity.0[i] * more;
        let most = inputs.knowledge_max.0[i];
        let aim = if aim < most { aim } else { most };
        knowledge.0[i] += (aim - knowledge.0[i]) * inputs.knowledge_step.0[i];
    }
}

/// Some apply, those ready get a device, and some change theirs. Device-months are weighed by how
/// often devices call; the calls are drawn when the year is closed.
#[inline(never)]
fn come(
    area: &mut AreaState,
    all: &mut All,
    applied: &Lanes,
    [luck, choice]: [&Lanes; 2],
    ready: &Lanes,
    home_choice: &Lanes,
    calls: &Lanes,
) {
    for i in 0..LANES {
        let before = area.recent[0].0[i];
        area.recent[1].0[i] = before;
        area.recent[0].0[i] = applied.0[i];
        area.flows.applications.0[i] += applied.0[i];
        let waiting = area.waiting.0[i] + applied.0[i];
        let asked = whole(waiting * ready.0[i] + luck.0[i]);
        let asked = if waiting < asked { waiting } else { asked };
        let home = whole(asked * home_choice.0[i] + choice.0[i]);
        let home = if asked < home { asked } else { home };
        let wished = area.wished.0[i];
        area.waiting.0[i] = waiting - asked;
        area.asked.0[i] = asked;
        area.portable.0[i] += asked - home + wished;
        area.home.0[i] += home - wished;
        area.flows.installs.0[i] += asked;
        area.flows.conversions.0[i] += wished;
        all.asked.0[i] += asked;
        all.wished.0[i] += wished;
        all.portable.0[i] += area.portable.0[i];
        all.home.0[i] += area.home.0[i];
        area.flows.unit_months.0[i] += (area.portable.0[i] + area.home.0[i]) * calls.0[i];
    }
}

/// Shares a limited whole number over places in proportion to what they ask, as
/// [`super::Share`], in one draw.
struct Share {
    factor: f32,
    asked: f32,
    given: f32,
}

impl Share {
    fn of(limit: f32, asked: f32) -> Self {
        let factor = if limit < asked { limit / asked } else { 1.0 };
        Self { factor, asked: 0.0, given: 0.0 }
    }

    /// What the next place gets; never more than it asks.
    fn next(&mut self, asks: f32) -> f32 {
        self.asked += asks;
        let n = whole(self.asked * self.factor + 0.5) - self.given;
        let n = if n < asks { n } else { asks };
        self.given += n;
        n
    }
}
