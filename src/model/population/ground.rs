//! The population as the draws need it: lowered once, from plain tables.
//!
//! What is derived here, and how:
//! - single years inside the groups: [`split`](super::split);
//! - the level of deaths of a ward: deaths of the register over those the national table expects
//!   among its people, over the years the register has (1 where there is no register);
//! - how fast mortality falls: the pace between the oldest and the newest national table at 65–99;
//! - net migration: what is left of the edition's cohort-change ratios after survival
//!   ([`migration`](super::migration)); none where there is no edition, and that is marked;
//! - wards whose edition starts from too many old people, found in the data: [`surplus`](super::surplus);
//! - years before the base: [`back`](super::back).

use super::back::{Back, line_back, step_back};
use super::migration::{go_on, infants, one_year, solve};
use super::official::{FiveYear, N_GROUPS, Ratios};
use super::split::split;
use super::surplus::{mean_ratios, overstated, repaired};
use super::survival::Survival;
use super::{Ages, N_AGES, N_FIVE};

/// Plain figures of a municipality's people.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// Year of the 1 October the forecast starts from.
    pub base_year: i32,
    pub wards: Vec<WardTables>,
    /// Deaths by single age: year of the table, men, women. The earliest first.
    pub life_tables: Vec<(i32, [Vec<f64>; 2])>,
    /// The areas' share of their ward is a guess, not counted.
    pub areas_are_guessed: bool,
}

/// One ward.
#[derive(Clone, Debug, PartialEq)]
pub struct WardTables {
    /// First ages of the groups of `base` and `areas`; the last one is open.
    pub starts: Vec<usize>,
    /// Heads by sex and group in the base year.
    pub base: [Vec<f64>; 2],
    pub areas: Vec<[Vec<f64>; 2]>,
    /// The institute's projection, five years apart, the earliest first; may be empty.
    pub edition: Vec<(i32, FiveYear)>,
    /// People of 70 and over that the census counted in the edition's first year.
    pub counted_70: Option<f64>,
    /// Deaths of a calendar year in the register.
    pub deaths: Vec<(i32, f64)>,
}

/// Rates of five years.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    pub from: i32,
    /// Deaths by sex and age at the middle assumptions, the ward's level in them.
    pub dying: [Ages; 2],
    pub dying_newborn: [f64; 2],
    /// Net migration with the edition's ratios as they are.
    pub moving: [Ages; 2],
    /// The same with the surplus at 65 and over taken out; only where the base is overstated.
    pub moving_pulled: Option<[Ages; 2]>,
    pub infants: [f64; 2],
}

#[derive(Clone, Debug, PartialEq)]
pub struct WardGround {
    pub base: [Ages; 2],
    pub areas: Vec<[Ages; 2]>,
    pub periods: Vec<Period>,
    /// The earliest year first.
    pub back: Vec<Back>,
    /// Register deaths over expected ones.
    pub death_level: f64,
    pub is_overstated: bool,
    /// Heads of 65 and over, and of 20–64, in the base.
    pub old: f64,
    pub middle: f64,
}

impl WardGround {
    /// The period a step that starts in this year belongs to.
    pub fn period(&self, year: i32) -> usize {
        let later = self.periods.iter().position(|p| year < p.from);
        later.unwrap_or(self.periods.len()).max(1) - 1
    }
}

/// Everything the draws need of the people.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    pub base_year: i32,
    pub wards: Vec<WardGround>,
    pub areas_are_guessed: bool,
    /// No projection was given: nobody moves, which is an assumption and is to be shown as one.
    pub nobody_moves: bool,
    /// Yearly fall of mortality in the middle run, men and women.
    pub pace: [f64; 2],
}

/// Survival as it stands in a year: the newest table, moved by the pace.
pub(super) struct Mortality {
    newest: [Survival; 2],
    newest_year: f64,
    pub(super) pace: [f64; 2],
}

impl Mortality {
    #[inline]
    pub(super) fn of(tables: &[(i32, [Vec<f64>; 2])]) -> Self {
        let (first, last) = (&tables[0], &tables[tables.len() - 1]);
        let newest: [Survival; 2] = std::array::from_fn(|sex| Survival::of(&last.1[sex]));
        let years = f64::from(last.0 - first.0);
        let pace = std::array::from_fn(|s| newest[s].pace(&Survival::of(&first.1[s]), years));
        Self { newest, newest_year: f64::from(last.0), pace }
    }

    /// Share dying in the year around `when`, at a level of the ward.
    #[inline]
    fn dying(&self, sex: usize, when: f64, level: f64) -> Ages {
        let factor = level * libm::exp(-self.pace[sex] * (when - self.newest_year));
        self.newest[sex].dying.map(|q| (q * factor).min(1.0))
    }

    #[inline]
    fn dying_newborn(&self, sex: usize, when: f64, level: f64) -> f64 {
        let factor = level * libm::exp(-self.pace[sex] * (when - self.newest_year));
        (self.newest[sex].dying_newborn * factor).min(1.0)
    }

    fn person_years(&self, sex: usize) -> &Ages {
        &self.newest[sex].person_years
    }
}

/// The mean age mix inside a five-year edition's groups.
#[inline]
pub(super) fn single(heads: &FiveYear, mortality: &Mortality) -> [Ages; 2] {
    let starts: Vec<usize> = (0..N_GROUPS).map(|g| 5 * g).collect();
    std::array::from_fn(|sex| split(&starts, &heads[sex], mortality.person_years(sex)))
}

impl Ground {
    #[inline]
    pub fn new(tables: &Tables) -> Self {
        let mortality = Mortality::of(&tables.life_tables);
        let overstated = overstated(&tables.wards);
        let repaired = repaired(&tables.wards, &overstated);
        let pulled = mean_ratios(&tables.wards, &overstated);
        let wards = tables.wards.iter().enumerate().map(|(w, ward)| {
            let pulled = if overstated[w] { pulled.as_slice() } else { &[] };
            ward_ground(ward, &mortality, tables.base_year, repaired[w], pulled)
        });
        let mut wards: Vec<_> = wards.collect();
        for (ward, &is) in wards.iter_mut().zip(&overstated) {
            ward.is_overstated = is;
        }
        Self {
            base_year: tables.base_year,
            wards,
            areas_are_guessed: tables.areas_are_guessed,
            nobody_moves: tables.wards.iter().all(|ward| ward.edition.len() < 2),
            pace: mortality.pace,
        }
    }
}

#[inline]
fn ward_ground(
    ward: &WardTables,
    mortality: &Mortality,
    base_year: i32,
    repaired: Option<(i32, FiveYear)>,
    pulled: &[Ratios],
) -> WardGround {
    let base: [Ages; 2] = std::array::from_fn(|sex| {
        split(&ward.starts, &ward.base[sex], mortality.person_years(sex))
    });
    let areas = ward.areas.iter().map(|area| area_ages(ward, area, &base)).collect();
    let mut back = repaired
        .filter(|&(year, _)| year < base_year)
        .map_or_else(Vec::new, |(year, heads)| line_back(year, &heads, base_year, &base));
    let level = death_level(&ward.deaths, mortality, base_year, &base, &back);
    let periods = periods(ward, mortality, base_year, &base, level, pulled);
    if back.is_empty() {
        back = step_back(base_year, &base, &periods[0]);
    }
    let of_ages = |from: usize, to: usize| {
        base.iter().map(|ages| ages[from..to].iter().sum::<f64>()).sum::<f64>()
    };
    WardGround {
        old: of_ages(65, N_AGES),
        middle: of_ages(20, 65),
        base,
        areas,
        periods,
        back,
        death_level: level,
        is_overstated: false,
    }
}

/// An area takes the shape of its ward inside each group: so groups stay as they were given and
/// single ages add up to the ward.
#[inline]
fn area_ages(ward: &WardTables, area: &[Vec<f64>; 2], base: &[Ages; 2]) -> [Ages; 2] {
    std::array::from_fn(|sex| {
        let mut out = [0.0; N_AGES];
        for (g, &start) in ward.starts.iter().enumerate() {
            let end = ward.starts.get(g + 1).copied().unwrap_or(N_AGES);
            let whole = ward.base[sex][g];
            let share = if whole == 0.0 { 0.0 } else { area[sex][g] / whole };
            for age in start..end {
                out[age] = base[sex][age] * share;
            }
        }
        out
    })
}

#[inline]
fn periods(
    ward: &WardTables,
    mortality: &Mortality,
    base_year: i32,
    base: &[Ages; 2],
    level: f64,
    pulled: &[Ratios],
) -> Vec<Period> {
    if ward.edition.len() < 2 {
        return (0..8).map(|k| still_period(base_year + 5 * k, mortality, base, level)).collect();
    }
    let mut path = single(&ward.edition[0].1, mortality);
    let mut out = Vec::new();
    for (k, pair) in ward.edition.windows(2).enumerate() {
        let (from, when) = (pair[0].0, f64::from(pair[0].0) + 2.5);
        let ratios = Ratios::between(&pair[0].1, &pair[1].1);
        let dying: [Ages; 2] = std::array::from_fn(|sex| mortality.dying(sex, when, level));
        let moving: [Ages; 2] =
            std::array::from_fn(|sex| solve(&path[sex], &dying[sex], &ratios.cohort[sex]));
        let moving_pulled = pulled.get(k).map(|mean| {
            std::array::from_fn(|sex| {
                let mut cohort = ratios.cohort[sex];
                cohort[13..].copy_from_slice(&mean.cohort[sex][13..]);
                solve(&path[sex], &dying[sex], &cohort)
            })
        });
        let rates: [Ages; 2] = std::array::from_fn(|sex| go_on(&dying[sex], &moving[sex]));
        let both = [&rates[0], &rates[1]];
        let infants = infants([&path[0], &path[1]], both, ratios.child_woman);
        for _ in 0..5 {
            whole_year(&mut path, &rates, infants);
        }
        let dying_newborn = std::array::from_fn(|sex| mortality.dying_newborn(sex, when, level));
        out.push(Period { from, dying, dying_newborn, moving, moving_pulled, infants });
    }
    out
}

/// Five years in which nobody moves and women have as many children as now.
#[inline]
fn still_period(from: i32, mortality: &Mortality, base: &[Ages; 2], level: f64) -> Period {
    let when = f64::from(from) + 2.5;
    let women: f64 = base[1][15..50].iter().sum();
    Period {
        from,
        dying: std::array::from_fn(|sex| mortality.dying(sex, when, level)),
        dying_newborn: std::array::from_fn(|sex| mortality.dying_newborn(sex, when, level)),
        moving: [[0.0; N_AGES]; 2],
        moving_pulled: None,
        infants: std::array::from_fn(|sex| {
            let children: f64 = base[sex][..5].iter().sum();
            if women == 0.0 { 0.0 } else { children / 5.0 / women }
        }),
    }
}

/// One year on, births and all: the step of [`kernel`](super::kernel) for one population.
#[inline]
pub fn whole_year(heads: &mut [Ages; 2], go_on: &[Ages; 2], infants: [f64; 2]) {
    for sex in 0..2 {
        one_year(&mut heads[sex], &go_on[sex]);
    }
    let women: f64 = heads[1][15..50].iter().sum();
    for sex in 0..2 {
        heads[sex][0] = infants[sex] * women;
    }
}

/// Register deaths over those expected among the people of those years.
#[inline]
fn death_level(
    deaths: &[(i32, f64)],
    mortality: &Mortality,
    base_year: i32,
    base: &[Ages; 2],
    back: &[Back],
) -> f64 {
    let (mut seen, mut expected) = (0.0, 0.0);
    for &(year, count) in deaths.iter().filter(|(year, _)| base_year - 6 < *year) {
        let then = back.iter().find(|b| b.year == year);
        for (sex, base) in base.iter().enumerate() {
            let dying = mortality.dying(sex, f64::from(year) + 0.5, 1.0);
            for (age, (heads, dying)) in base.iter().zip(dying).enumerate() {
                let factor = then.map_or(1.0, |b| b.factor[sex][(age / 5).min(N_FIVE - 1)]);
                expected += heads * factor * dying;
            }
        }
        seen += count;
    }
    if seen <= 0.0 || expected <= 0.0 { 1.0 } else { (seen / expected).clamp(0.5, 2.0) }
}
