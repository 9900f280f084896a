//! Population ageing: by single year of age 0–100+, sex and area, one year at a time.
//!
//! Cohort-component, in `f64`, sixteen draws side by side:
//!
//! ```text
//! P(t+1, x+1) = P(t, x) · (s(x) + m(x))     s survival, m net migration per head, by sex and ward
//! P(t+1, 0)   = infants per woman · women 15–49 (t+1)
//! ```
//!
//! Sources: the institute's projection (社人研 平成30年推計) for the ratios of survival and migration
//! together, complete life tables (厚生労働省) for survival alone, the residents' register for the
//! ward's level of deaths, the completed census of the base year for the start. What is derived
//! from them and how stands with each part:
//! - [`split`]: five-year groups to single years;
//! - [`survival`], [`migration`]: one-year rates that do what the five-year ratios say;
//! - [`official`]: the institute's own five-year arithmetic, as a check of ours;
//! - [`ground`]: the lowering; [`surplus`]: overstated wards; [`back`]: years before the base;
//! - [`drawn`]: the unknowns;
//! - [`kernel`], [`path`]: the step and the run;
//! - [`pyramid`]: heads by age, and the account `start + births + moved − deaths = end`;
//! - [`newcomers`]: a large housing project.

pub mod back;
pub mod drawn;
pub mod from_facts;
pub mod ground;
pub mod kernel;
pub mod migration;
pub mod newcomers;
pub mod official;
pub mod path;
pub mod pyramid;
pub mod split;
pub mod surplus;
pub mod survival;
pub mod wide;

use std::ops::Range;

use super::care_need::{self, CareGround};
use super::ground::Geography;
use super::households::{self, AloneGround};
use super::inputs::{Assumed, Spot};
use super::luck::Luck;
use super::people::{Group, People};
use crate::facts::Basis;
use drawn::Drawn;
use ground::Ground;
use kernel::N_OLD;
use newcomers::Newcomers;
use path::Path;
use pyramid::{Account, Pyramid};

/// The open top: 100 and over.
pub const TOP_AGE: usize = 100;
pub const N_AGES: usize = TOP_AGE + 1;
/// 0–4 … 95–99 and 100+.
pub const N_FIVE: usize = 21;
pub const FIVE_YEAR_STARTS: [usize; N_FIVE] = {
    let mut out = [0; N_FIVE];
    let mut g = 0;
    while g < N_FIVE {
        out[g] = 5 * g;
        g += 1;
    }
    out
};

/// One number for each single age.
pub type Ages = [f64; N_AGES];

/// Everything the people of a municipality are computed from. Lowered once.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleGround {
    pub population: Ground,
    pub alone: AloneGround,
    pub care: CareGround,
}

impl PeopleGround {
    #[inline]
    pub fn new(city: &Basis) -> Self {
        Self {
            population: Ground::new(&from_facts::tables(city)),
            alone: AloneGround::new(city),
            care: CareGround::new(city),
        }
    }
}

/// The people of every area on 1 October of these years: numbers, living alone, certified,
/// dementia. Prevention is not in it, because it follows levers: `programmes::gatherings`.
pub fn people(
    ground: &PeopleGround,
    geography: &Geography,
    assumed: &Assumed,
    luck: &Luck,
    years: Range<i32>,
) -> People {
    people_with(ground, geography, assumed, luck, years, &[])
}

/// The same with people who come on top.
pub fn people_with(
    ground: &PeopleGround,
    geography: &Geography,
    assumed: &Assumed,
    luck: &Luck,
    years: Range<i32>,
    newcomers: &[Newcomers],
) -> People {
    let drawn = Drawn::new(&ground.population, geography, assumed, luck);
    // Counts are met at their own dates, which may lie before or after the years asked for.
    let seen = ground.alone.seen_years().chain(ground.care.seen_years());
    let span =
        seen.fold(years.clone(), |span, seen| span.start.min(seen.start)..span.end.max(seen.end));
    let path = Path::run(&drawn, &ground.population, geography, newcomers, span);
    let mut out = People::new(years.start, years.len(), geography.n_areas());
    for year in years {
        for area in 0..geography.n_areas() {
            let sums = path.at(year, area);
            let aged = |groups: Range<usize>| {
                groups
                    .fold(super::lanes::Lanes::ZERO, |sum, g| sum + sums.old[0][g] + sums.old[1][g])
            };
            out.set_october(year, area, Group::Total, sums.total);
            out.set_october(year, area, Group::Age15To64, sums.working);
            out.set_october(year, area, Group::Age65To74, aged(0..2));
            out.set_october(year, area, Group::Age75To84, aged(2..4));
            out.set_october(year, area, Group::Age85, aged(4..N_OLD));
        }
    }
    households::write(&ground.alone, geography, assumed, luck, &path, &mut out);
    care_need::write(&ground.care, geography, assumed, luck, &path, &mut out);
    out
}

/// Heads by sex and age at a place on 1 October of a year.
pub fn pyramid(
    ground: &PeopleGround,
    geography: &Geography,
    assumed: &Assumed,
    luck: &Luck,
    newcomers: &[Newcomers],
    (place, year): (Spot, i32),
) -> Pyramid {
    let population = &ground.population;
    let drawn = Drawn::new(population, geography, assumed, luck);
    drawn.pyramid(population, geography, newcomers, place, year)
}

/// The account of a ward, year by year from the base.
pub fn account(
    ground: &PeopleGround,
    geography: &Geography,
    assumed: &Assumed,
    luck: &Luck,
    newcomers: &[Newcomers],
    (ward, last_year): (usize, i32),
) -> Vec<Account> {
    let population = &ground.population;
    let drawn = Drawn::new(population, geography, assumed, luck);
    drawn.account(population, geography, newcomers, ward, last_year)
}
