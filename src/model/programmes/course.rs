//! A programme lowered for sixteen draws: the numbers of its level, its course and its driver.

use super::{Acts, Cost, Driver, Nature, Pace, Programme, Rate, Seen};
use crate::assumptions::AssumptionId;
use crate::levers::LeverId;
use crate::model::counts::normal_quantile;
use crate::model::ground::{Geography, MonthIndex, fiscal_year};
use crate::model::inputs::Assumed;
use crate::model::lanes::Lanes;
use crate::model::luck::{Luck, Purpose, key_of};
use crate::model::people::{Group, People};
use crate::model::shock_table::Hit;

const ERROR_ACTUAL: AssumptionId = AssumptionId::of("pg_obs_err_actual");
const ERROR_ESTIMATE: AssumptionId = AssumptionId::of("pg_obs_err_estimate");
const LEVEL: Purpose = Purpose::named("programme level");
const ERROR: Purpose = Purpose::named("programme observation");

/// From the middle of a fiscal year, where its count stands, to its end.
const HALF_YEAR: u32 = 6;

/// One programme's numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Luck of the programme.
    pub key: u32,
    pub nature: Nature,
    pub driver: Driver,
    pub is_decided: bool,
    pub hit: Option<Hit>,
    pub lever: Option<(LeverId, Acts)>,
    pub doubled: Lanes,
    /// The programme it is a part of, and which share.
    pub part: Option<(usize, Lanes)>,
    /// Observations with their error, as whole numbers.
    pub seen: Vec<(MonthIndex, Lanes)>,
    /// A count's yearly rate where no observation is pinned as its level.
    pub rate: Option<Lanes>,
    /// Factor on a count's level in a month, until `turns` and after it.
    pub factors: [Lanes; 2],
    /// Added to a stock in a month, until `turns` and after it.
    pub adds: [Lanes; 2],
    pub turns: MonthIndex,
    pub fills_up: bool,
    /// The last observed stock: what filling up is measured by.
    pub base: Lanes,
    /// The driver when the level was observed.
    pub reference: Lanes,
    /// Shocks act relative to what the last observation contains.
    pub contains_pandemic: bool,
    pub yen: Lanes,
    pub cost: Option<Cost>,
}

/// What lowering looks at.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    pub programmes: &'a [Programme],
    pub geography: &'a Geography,
    pub timeline: crate::model::ground::Timeline,
    pub assumed: &'a Assumed,
    pub people: &'a People,
    pub luck: &'a Luck,
    /// Everything that happens.
    pub shocks: &'a crate::model::shock_table::ShockTable,
    /// The pandemic alone: what observed figures contain.
    pub known: &'a crate::model::shock_table::ShockTable,
    /// Months whose figures of what a pandemic hits are of another world: those of the pandemic,
    /// where it is switched off, otherwise none.
    pub unreal: (MonthIndex, MonthIndex),
}

impl Ask<'_> {
    pub fn value(&self, rate: Rate) -> Lanes {
        match rate {
            Rate::Assumed { id, times } => self.assumed.get(id) * times,
            Rate::Given(value) => Lanes::all(value),
        }
    }

    /// People of some groups in the municipality on 1 October of a fiscal year.
    pub fn heads(&self, groups: &[Group], year: i32) -> Lanes {
        let mut sum = Lanes::ZERO;
        for area in 0..self.geography.n_areas() {
            for group in groups {
                sum += self.people.october(year, area, *group);
            }
        }
        sum
    }

    fn is_real(&self, programme: &Programme, month: MonthIndex) -> bool {
        let (from, until) = self.unreal;
        programme.hit != Some(Hit::Gatherings) || month < from || until <= month
    }
}

impl Course {
    pub fn new(ask: &Ask<'_>, programme: &Programme) -> Self {
        let key = key_of(&programme.key);
        let real: Vec<Seen> = programme
            .seen
            .iter()
            .copied()
            .filter(|seen| ask.is_real(programme, seen.month))
            .filter(|seen| seen.month < ask.timeline.plan)
            .collect();
        let seen: Vec<_> = real.iter().map(|seen| (seen.month, observed(ask, key, seen))).collect();
        let last = real.last().copied();
        let at = last.map_or(ask.timeline.plan, |seen| seen.month);
        let contains_pandemic = programme.hit == Some(Hit::Gatherings)
            && ask.timeline.first <= at
            && last.is_some()
            && *ask.known.factor(Hit::Gatherings, at) != Lanes::ONE;
        let base = seen.last().map_or(Lanes::ZERO, |(_, value)| *value);
        let moves = Moves::new(ask, programme, base, contains_pandemic);
        let year = fiscal_year(at);
        let yen = programme.cost.map_or(Lanes::ZERO, |cost| ask.value(cost.yen));
        Self {
            key,
            nature: programme.nature,
            is_decided: programme.is_decided,
            hit: programme.hit,
            lever: programme.lever,
            doubled: match programme.lever {
                Some((_, Acts::Doubled(id))) => ask.assumed.percent(id),
                _ => Lanes::ZERO,
            },
            part: match programme.pace {
                Pace::PartOf { programme, share } => Some((programme, ask.value(share))),
                _ => None,
            },
            rate: rate(ask, programme, key, &real, yen),
            factors: moves.factors,
            adds: moves.adds,
            turns: at + 1 + moves.months,
            fills_up: matches!(programme.pace, Pace::Adding { fills_up: true, .. }),
            base,
            reference: match &programme.driver {
                Driver::People { groups, for_each: false } => ask.heads(groups, year),
                _ => Lanes::ONE,
            },
            driver: programme.driver.clone(),
            seen,
            contains_pandemic,
            yen,
            cost: programme.cost,
        }
    }

    /// 1 where no observation is more than the whole it is a part of.
    pub fn is_within(&self, whole: &Self) -> Lanes {
        let mut is_within = Lanes::ONE;
        for (month, part) in &self.seen {
            for (_, all) in whole.seen.iter().filter(|(of, _)| of == month) {
                is_within *= Lanes::ONE - all.below(*part);
            }
        }
        is_within
    }
}

/// An observation with its error, as a whole number.
fn observed(ask: &Ask<'_>, key: u32, seen: &Seen) -> Lanes {
    let percent = if seen.is_estimate { ERROR_ESTIMATE } else { ERROR_ACTUAL };
    let sd = seen.error_sd.map_or_else(|| ask.assumed.percent(percent) * seen.value, Lanes::all);
    let score = normal_quantile(ask.luck.uniform(key, ERROR, seen.month));
    (score * sd + seen.value).positive().rounded()
}

/// A count's rate where it is not the last observation that says it.
fn rate(
    ask: &Ask<'_>,
    programme: &Programme,
    key: u32,
    seen: &[Seen],
    yen: Lanes,
) -> Option<Lanes> {
    if let Driver::Money(budget) = programme.driver {
        return Some(Lanes::all(budget).ratio(yen));
    }
    match programme.pace {
        Pace::Held(rate) => Some(ask.value(rate)),
        Pace::Counted => Some(counted(ask, key, seen)),
        _ => None,
    }
}

/// Gamma(sum + ½) over the years, by Wilson and Hilferty's cube; where years differ more than
/// counts by chance do, its variance is as many times wider.
fn counted(ask: &Ask<'_>, key: u32, seen: &[Seen]) -> Lanes {
    let n = seen.len() as f32;
    if seen.is_empty() {
        return Lanes::ZERO;
    }
    let mean = seen.iter().map(|seen| seen.value).sum::<f32>() / n;
    let spread: f32 = seen.iter().map(|seen| (seen.value - mean) * (seen.value - mean)).sum();
    let wider = if 1 < seen.len() && 0.0 < mean { spread / (mean * (n - 1.0)) } else { 1.0 };
    let wider = wider.max(1.0);
    let shape = (mean * n + 0.5) / wider;
    let score = normal_quantile(ask.luck.uniform(key, LEVEL, 0));
    let cube = score * libm::sqrtf(1.0 / (9.0 * shape)) + (1.0 - 1.0 / (9.0 * shape));
    (cube * cube * cube).positive() * ((mean * n + 0.5) / n)
}

/// How level and stock move.
struct Moves {
    months: u32,
    factors: [Lanes; 2],
    adds: [Lanes; 2],
}

impl Moves {
    fn new(ask: &Ask<'_>, programme: &Programme, base: Lanes, in_pandemic: bool) -> Self {
        let still = Self { months: 0, factors: [Lanes::ONE; 2], adds: [Lanes::ZERO; 2] };
        match &programme.pace {
            Pace::Counted | Pace::Held(_) | Pace::PartOf { .. } => still,
            Pace::Adding { yearly, .. } => {
                Self { adds: [ask.value(*yearly) * (1.0 / 12.0); 2], ..still }
            }
            Pace::Reaching { months, value, then } => {
                let monthly = |factor: Lanes, n: f32| (factor.ln() * (1.0 / n)).exp();
                let grown = Lanes::ONE + ask.value(*then) * 0.01;
                let then = monthly(grown.at_least(Lanes::all(0.05)), 12.0);
                let value = ask.value(*value);
                match programme.nature {
                    Nature::Stock => {
                        let add = (value - base) * (1.0 / *months as f32);
                        Self { months: *months, adds: [add, Lanes::ZERO], ..still }
                    }
                    // Without a pandemic behind it there is no way back from one.
                    Nature::Count if !in_pandemic && programme.hit.is_some() => {
                        Self { factors: [then; 2], ..still }
                    }
                    Nature::Count => {
                        let way = value.ratio(base).at_least(Lanes::all(1e-3));
                        let factors = [monthly(way, *months as f32), then];
                        Self { months: months - HALF_YEAR.min(*months), factors, ..still }
                    }
                }
            }
        }
    }
}

/// A count's level at the end of the fiscal year it was observed in: half a year on its way.
pub fn level_at_end(course: &Course, observed: Lanes) -> Lanes {
    (0..HALF_YEAR).fold(observed, |level, _| level * course.factors[0])
}
