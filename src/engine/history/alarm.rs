//! The devices' history, bridged device by device, so that the flows fit and not only the stocks.
//!
//! Two stocks a year cannot fix five unknowns (installs, conversions, the choice of type and two
//! exit rates). So the exit rates and φ, the share of portable gains that are conversions, are
//! drawn; exits follow, then
//!
//! ```text
//! installs = Δportable + Δhome + exits        portable gains = Δportable + portable exits
//! conversions ~ Binomial(gains, φ), at least gains − installs, so that no draw is rejected
//! ```
//!
//! Years that nobody counted lie on a straight line between those that were, each with flows of its
//! own. The rate of applications is then drawn from Gamma(installs + ½) / exposure. An estimate is not
//! a count: it is combined with the forecast from the year before, weighted by precision.

use crate::assumptions::AssumptionId;
use crate::model::alarm::{AreaState, Flows, Inputs, Known, Share, Solved, State};
use crate::model::counts::{binomial, normal_quantile};
use crate::model::ground::{Geography, april};
use crate::model::inputs::Assumed;
use crate::model::lanes::Lanes;
use crate::model::luck::{Luck, Purpose};
use crate::model::people::People;

/// Devices in use on 31 March of a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub fiscal_year: i32,
    pub portable: f32,
    pub home: f32,
    /// Counted, or estimated before the year was over.
    pub is_count: [bool; 2],
    /// Standard error of each, where it was stated.
    pub error_sd: [Option<f32>; 2],
}

/// One year of one draw's history, by area.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    pub fiscal_year: i32,
    pub areas: Vec<AreaState>,
}

/// A draw's history and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridged {
    pub years: Vec<Year>,
    pub inputs: Inputs,
    /// 1 where devices were given up and put in at rates that can be.
    pub is_found: Lanes,
}

impl Bridged {
    /// The chain at the end of each observed year; the last is where the plan starts.
    pub fn states(&self, ask: &Ask<'_>) -> Vec<(i32, State)> {
        let n = self.years.len();
        let state = |(i, year): (usize, &Year)| {
            let known = if i == 0 { Known::Stocks } else { Known::Flows };
            let mut state = State::at_plan(&self.inputs, year.areas.clone(), known);
            if i + 1 == n {
                state.fill_queue(
                    &self.inputs,
                    ask.geography,
                    ask.people,
                    ask.luck,
                    year.fiscal_year,
                );
            }
            (year.fiscal_year, state)
        };
        self.years.iter().enumerate().map(state).collect()
    }
}

/// Flows of one bridged year, for the whole municipality.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct YearFlows {
    pub exits_portable: Lanes,
    pub exits_home: Lanes,
    pub installs: Lanes,
    pub conversions: Lanes,
    pub new_portable: Lanes,
    /// Exits beyond those the rates of leaving gave, because the stock fell by more.
    pub forced: Lanes,
}

const EXIT_PORTABLE: AssumptionId = AssumptionId::of("al_exit_portable");
const EXIT_HOME: AssumptionId = AssumptionId::of("al_exit_home");
const PHI: AssumptionId = AssumptionId::of("al_phi");
const AREA_SD: AssumptionId = AssumptionId::of("al_area_sd");
const COUNT_SD: AssumptionId = AssumptionId::of("al_obs_sd_actual");
const ESTIMATE_SD: AssumptionId = AssumptionId::of("al_obs_sd_2020");

/// The types, where each has a figure.
const PORTABLE: usize = 0;
const HOME: usize = 1;

/// Errors beyond which something is not luck.
const FAR: f32 = 3.0;

const HISTORY_EXITS_P: Purpose = Purpose::named("alarm history exits portable");
const HISTORY_EXITS_H: Purpose = Purpose::named("alarm history exits home");
const HISTORY_CONVERSIONS: Purpose = Purpose::named("alarm history conversions");
const HISTORY_ERROR_P: Purpose = Purpose::named("alarm history error portable");
const HISTORY_ERROR_H: Purpose = Purpose::named("alarm history error home");
const HISTORY_AREA: Purpose = Purpose::named("alarm history area");
const RATE: Purpose = Purpose::named("alarm history rate");

impl YearFlows {
    fn exits(&self) -> Lanes {
        self.exits_portable + self.exits_home
    }
}

/// What bridging looks at.
pub struct Ask<'a> {
    pub seen: &'a [Seen],
    pub geography: &'a Geography,
    pub people: &'a People,
    pub assumed: &'a Assumed,
    pub luck: &'a Luck,
}

/// Bridges the observations; `seen` is in order of years and has at least two of them.
pub fn bridge(ask: &Ask<'_>) -> Bridged {
    let first = ask.seen[0];
    let weights = area_weights(ask, first.fiscal_year);
    let mut areas =
        vec![AreaState { knowledge: Lanes::ONE, ..AreaState::default() }; weights.len()];
    let mut stock = aim(ask, first, None);
    hand_out(&mut areas, &weights, stock.0, |a, n| a.portable += n);
    hand_out(&mut areas, &weights, stock.1, |a, n| a.home += n);
    let mut years = vec![Year { fiscal_year: first.fiscal_year, areas: areas.clone() }];
    let (mut total, mut home_years) = (YearFlows::default(), Lanes::ZERO);
    let (mut busiest, mut is_found) = (Lanes::ZERO, Lanes::ONE);
    let mut last: Option<Past> = None;
    for pair in ask.seen.windows(2) {
        let (from, to) = (stock, aim(ask, pair[1], last.as_ref()));
        for fiscal_year in pair[0].fiscal_year + 1..=pair[1].fiscal_year {
            let next = on_the_way(from, to, pair, fiscal_year);
            let flows = bridge_year(ask, fiscal_year, stock, next);
            apply(&mut areas, &weights, &flows);
            total.installs += flows.installs;
            total.conversions += flows.conversions;
            total.new_portable += flows.new_portable;
            is_found *= Lanes::ONE
                - far(
                    flows.exits() - flows.forced,
                    [PORTABLE, HOME].map(|of| error(ask, pair[1], of)),
                )
                .below(flows.forced);
            busiest = busiest.at_least(flows.installs + flows.conversions);
            let mean_home = (stock.1 + next.1) * 0.5;
            home_years += mean_home;
            last = Some(Past { fiscal_year, flows, mean_home, stock: next });
            stock = next;
            years.push(Year { fiscal_year, areas: areas.clone() });
        }
    }
    let share = (total.new_portable + 0.5) / (total.installs + 1.0);
    let conversion = total.conversions.ratio(home_years) * (1.0 / 12.0);
    let rest =
        Solved { rate: Lanes::ZERO, portable_share: share, conversion, busiest_year: busiest };
    let unrated = Inputs::new(ask.assumed, rest.clone());
    let rate = rate(ask, &unrated, &years, total.installs);
    let inputs = Inputs::new(ask.assumed, Solved { rate, ..rest });
    for year in &mut years {
        let march = april(year.fiscal_year) + 11;
        for (i, area) in year.areas.iter_mut().enumerate() {
            area.eligible = inputs.eligible_today(ask.people, i, march);
        }
    }
    Bridged { years, inputs, is_found }
}

/// The stocks at the end of a year between two observations, on the straight line between them:
/// of a year nobody counted nothing else is known. Each year then has flows of its own.
fn on_the_way(
    from: (Lanes, Lanes),
    to: (Lanes, Lanes),
    pair: &[Seen],
    fiscal_year: i32,
) -> (Lanes, Lanes) {
    if fiscal_year == pair[1].fiscal_year {
        return to;
    }
    let gone = (fiscal_year - pair[0].fiscal_year) as f32;
    let share = gone / (pair[1].fiscal_year - pair[0].fiscal_year) as f32;
    let between = |from: Lanes, to: Lanes| (from + (to - from) * share).rounded();
    (between(from.0, to.0), between(from.1, to.1))
}

/// The last year bridged.
struct Past {
    fiscal_year: i32,
    flows: YearFlows,
    mean_home: Lanes,
    stock: (Lanes, Lanes),
}

/// The stock at the end of a year: what was seen, combined with the forecast from the year before,
/// each weighted by its precision, and the error that remains sampled. A count all but decides; an
/// estimate, which may be no more than a straight line drawn on, does not.
fn aim(ask: &Ask<'_>, seen: Seen, last: Option<&Past>) -> (Lanes, Lanes) {
    let variance = |of| {
        let sd = error(ask, seen, of);
        (sd * sd).at_least(Lanes::all(1e-4))
    };
    let (forecast, spread) = match last {
        None => ((Lanes::ZERO, Lanes::ZERO), (Lanes::all(1e12), Lanes::all(1e12))),
        Some(past) => forecast(ask, past, seen.fiscal_year - past.fiscal_year),
    };
    let combine = |seen_value: f32, forecast: Lanes, spread: Lanes, of: usize| {
        let variance = variance(of);
        let purpose = [HISTORY_ERROR_P, HISTORY_ERROR_H][of];
        let month = april(seen.fiscal_year);
        let uniform = ask.luck.uniform(ask.geography.city_key, purpose, month);
        let both = Lanes::ONE / spread + Lanes::ONE / variance;
        let mean = (forecast / spread + Lanes::all(seen_value) / variance) / both;
        (mean + normal_quantile(uniform) / both.sqrt()).positive().rounded()
    };
    (
        combine(seen.portable, forecast.0, spread.0, PORTABLE),
        combine(seen.home, forecast.1, spread.1, HOME),
    )
}

/// One standard error of an observation of a type.
fn error(ask: &Ask<'_>, seen: Seen, of: usize) -> Lanes {
    let of_kind = ask.assumed.get(if seen.is_count[of] { COUNT_SD } else { ESTIMATE_SD });
    seen.error_sd[of].map_or(of_kind, Lanes::all)
}

/// More exits than these are not explained by luck and by errors of both types.
fn far(exits: Lanes, [portable, home]: [Lanes; 2]) -> Lanes {
    (exits + portable * portable + home * home).sqrt() * FAR
}

/// The stocks some years on at the rates of the last year, and their variances: counts of a year
/// scatter like Poisson counts, and those the rates come from did so too.
fn forecast(ask: &Ask<'_>, past: &Past, n_years: i32) -> ((Lanes, Lanes), (Lanes, Lanes)) {
    let flows = &past.flows;
    let converted = flows.conversions.ratio(past.mean_home);
    let new_home = flows.installs - flows.new_portable;
    let of = |gains: Lanes, losses: Lanes| (gains + losses) * 2.0 + 1.0;
    let (mut portable, mut home) = past.stock;
    let mut spread = (Lanes::ZERO, Lanes::ZERO);
    for _ in 0..n_years {
        let conversions = (converted * home).at_most(home);
        let exits_p = ask.assumed.get(EXIT_PORTABLE) * portable;
        let exits_h = ask.assumed.get(EXIT_HOME) * home;
        portable = portable + flows.new_portable + conversions - exits_p;
        home = home + new_home - conversions - exits_h;
        spread.0 += of(flows.new_portable + conversions, exits_p);
        spread.1 += of(new_home, exits_h + conversions);
    }
    ((portable, home), spread)
}

/// The whole-device flows of a year that lead from one pair of stocks to the next. The exit rate
/// acts on the mean stock, which is the year's exposure.
fn bridge_year(
    ask: &Ask<'_>,
    fiscal_year: i32,
    before: (Lanes, Lanes),
    after: (Lanes, Lanes),
) -> YearFlows {
    let draw = |purpose| ask.luck.uniform(ask.geography.city_key, purpose, april(fiscal_year));
    let mean = |a: Lanes, b: Lanes| ((a + b) * 0.5).rounded();
    let change = (after.0 - before.0, after.1 - before.1);
    let (rate_p, rate_h) = (ask.assumed.get(EXIT_PORTABLE), ask.assumed.get(EXIT_HOME));
    let drawn_p = binomial(draw(HISTORY_EXITS_P), mean(before.0, after.0), rate_p);
    // A stock that fell lost at least as many as it fell by.
    let exits_p = drawn_p.at_least(-change.0).at_most(before.0);
    let drawn_h = binomial(draw(HISTORY_EXITS_H), mean(before.1, after.1), rate_h);
    let exits_h = drawn_h.at_least(-change.0 - change.1 - exits_p).at_most(before.1);
    let forced = exits_p - drawn_p + exits_h - drawn_h;
    let gains = change.0 + exits_p;
    let installs = (gains + change.1 + exits_h).positive();
    let conversions = binomial(draw(HISTORY_CONVERSIONS), gains, ask.assumed.get(PHI))
        .at_least(gains - installs)
        .at_most(before.1 - exits_h)
        .positive();
    YearFlows {
        exits_portable: exits_p,
        exits_home: exits_h,
        installs,
        conversions,
        new_portable: gains - conversions,
        forced,
    }
}

/// How the city's devices spread over areas: by eligible people, and otherwise unknown.
fn area_weights(ask: &Ask<'_>, fiscal_year: i32) -> Vec<Lanes> {
    let nothing = Solved {
        rate: Lanes::ZERO,
        portable_share: Lanes::ZERO,
        conversion: Lanes::ZERO,
        busiest_year: Lanes::ZERO,
    };
    let inputs = Inputs::new(ask.assumed, nothing);
    let march = april(fiscal_year) + 11;
    let sd = ask.assumed.get(AREA_SD);
    let keys = &ask.geography.area_keys;
    let weigh = |(i, &key): (usize, &u32)| {
        let score = normal_quantile(ask.luck.uniform(key, HISTORY_AREA, 0));
        inputs.eligible_today(ask.people, i, march) * (score * sd).exp()
    };
    keys.iter().enumerate().map(weigh).collect()
}

/// Hands out a whole number by weight, in whole numbers that add up to it.
fn hand_out(
    areas: &mut [AreaState],
    weights: &[Lanes],
    n: Lanes,
    mut give: impl FnMut(&mut AreaState, Lanes),
) {
    let all = weights.iter().fold(Lanes::ZERO, |sum, w| sum + *w);
    let (mut weight, mut given) = (Lanes::ZERO, Lanes::ZERO);
    for (i, (area, w)) in areas.iter_mut().zip(weights).enumerate() {
        weight += *w;
        let last = i + 1 == weights.len();
        let upto = if last { n } else { (n * weight.ratio(all)).rounded().at_most(n) };
        give(area, upto - given);
        given = upto;
    }
}

fn apply(areas: &mut [AreaState], weights: &[Lanes], flows: &YearFlows) {
    let sum = |areas: &[AreaState], f: fn(&AreaState) -> Lanes| {
        areas.iter().fold(Lanes::ZERO, |sum, a| sum + f(a))
    };
    for area in areas.iter_mut() {
        area.flows = Flows::default();
    }
    let (portable, home) = (sum(areas, |a| a.portable), sum(areas, |a| a.home));
    let mut share_p = Share::of(flows.exits_portable, portable);
    let mut share_h = Share::of(flows.exits_home, home);
    for area in areas.iter_mut() {
        let (p, h) = (share_p.next(area.portable), share_h.next(area.home));
        area.portable -= p;
        area.home -= h;
        area.flows.exits += p + h;
    }
    let mut share_c = Share::of(flows.conversions, sum(areas, |a| a.home));
    for area in areas.iter_mut() {
        let c = share_c.next(area.home);
        area.home -= c;
        area.portable += c;
        area.flows.conversions += c;
    }
    hand_out(areas, weights, flows.new_portable, |a, n| {
        a.portable += n;
        a.flows.installs += n;
    });
    hand_out(areas, weights, flows.installs - flows.new_portable, |a, n| {
        a.home += n;
        a.flows.installs += n;
    });
}

/// Applications for each eligible non-user and month: Gamma(installs + ½) over the exposure, by
/// Wilson and Hilferty's cube.
fn rate(ask: &Ask<'_>, inputs: &Inputs, years: &[Year], installs: Lanes) -> Lanes {
    let mut exposure = Lanes::ZERO;
    for year in &years[1..] {
        let september = april(year.fiscal_year) + 5;
        for (i, area) in year.areas.iter().enumerate() {
            let eligible = inputs.eligible_today(ask.people, i, september);
            exposure += (eligible - area.portable - area.home).positive() * 12.0;
        }
    }
    let shape = installs + 0.5;
    let score = normal_quantile(ask.luck.uniform(ask.geography.city_key, RATE, 0));
    let cube = Lanes::ONE - 1.0 / (shape * 9.0) + score / (shape * 9.0).sqrt();
    (shape * cube * cube * cube).positive().ratio(exposure)
}
