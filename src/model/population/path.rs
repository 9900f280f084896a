//! From the base year on, area by area: writes what the other chains need of every 1 October.

use super::back::Back;
use super::drawn::Drawn;
use super::ground::{Ground, WardGround};
use super::kernel::{Heads, N_OLD, Rates, Sums, sums_of, years_on};
use super::newcomers::{Newcomers, add, mix};
use super::wide::Wide;
use super::{N_AGES, N_FIVE};
use crate::model::ground::Geography;
use crate::model::lanes::Lanes;
use std::ops::Range;

/// Sums of every area and year.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub first_year: i32,
    pub n_areas: usize,
    /// All years of an area, then the next area: so a run of years is written where it belongs.
    cells: Vec<Sums>,
}

impl Path {
    fn n_years(&self) -> usize {
        self.cells.len() / self.n_areas.max(1)
    }

    pub fn years(&self) -> Range<i32> {
        self.first_year..self.first_year + self.n_years() as i32
    }

    fn index(&self, year: i32, area: usize) -> usize {
        area * self.n_years() + (year - self.first_year) as usize
    }

    pub fn at(&self, year: i32, area: usize) -> &Sums {
        &self.cells[self.index(year, area)]
    }

    fn at_mut(&mut self, year: i32, area: usize) -> &mut Sums {
        let at = self.index(year, area);
        &mut self.cells[at]
    }

    /// Runs all wards over the years, and those between them and the base.
    pub fn run(
        drawn: &Drawn<'_>,
        ground: &Ground,
        places: &Geography,
        newcomers: &[Newcomers],
        years: Range<i32>,
    ) -> Self {
        let n_areas = places.n_areas();
        let years = years.start.min(ground.base_year)..years.end.max(ground.base_year + 1);
        let cells = vec![Sums::ZERO; years.len() * n_areas];
        let mut path = Self { first_year: years.start, n_areas, cells };
        let most = places.ward_areas.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
        let mut heads = vec![Heads::ZERO; most];
        let mut rates = Rates::ZERO;
        for (w, ward) in ground.wards.iter().enumerate() {
            let areas = places.ward_areas[w].clone();
            let heads = &mut heads[..areas.len()];
            drawn.base(w, areas.clone(), heads);
            for (area, of_area) in areas.clone().zip(heads.iter()) {
                *path.at_mut(ground.base_year, area) = sums_of(of_area);
                path.write_back(ground.base_year, area, of_area, &ward.back);
            }
            let coming: Vec<_> = newcomers.iter().filter(|n| n.ward == w).collect();
            let most = if coming.is_empty() { years.len() as i32 } else { 1 };
            let (mut year, mut period) = (ground.base_year, None);
            while year < years.end - 1 {
                let now = ward.period(year);
                if period != Some(now) {
                    drawn.rates(ward, now, &mut rates);
                    period = Some(now);
                }
                let same = |n: &i32| ward.period(year + *n) == now && year + *n < years.end - 1;
                let n = (1..most).take_while(same).count() + 1;
                for (area, of_area) in areas.clone().zip(heads.iter_mut()) {
                    let from = path.index(year + 1, area);
                    years_on(of_area, &rates, &mut path.cells[from..from + n]);
                }
                if !coming.is_empty() {
                    path.welcome(&coming, ward, year, areas.clone(), heads);
                }
                year += n as i32;
            }
        }
        path
    }

    /// The newcomers of a year, shared among the areas by their people in the base year.
    fn welcome(
        &mut self,
        coming: &[&Newcomers],
        ward: &WardGround,
        year: i32,
        areas: Range<usize>,
        heads: &mut [Heads],
    ) {
        let mix = mix(ward);
        for (area, of_area) in areas.clone().zip(heads.iter_mut()) {
            for come in coming {
                add(of_area, &mix, come, year, area_share(ward, area - areas.start));
            }
            *self.at_mut(year + 1, area) = sums_of(of_area);
        }
    }

    /// The years before the base, from its heads.
    fn write_back(&mut self, base_year: i32, area: usize, base: &Heads, back: &[Back]) {
        if base_year <= self.first_year {
            return;
        }
        let five: [[Lanes; N_FIVE]; 2] = std::array::from_fn(|sex| {
            std::array::from_fn(|g| {
                let end = if g == N_FIVE - 1 { N_AGES } else { 5 * g + 5 };
                let ages = (5 * g..end).rev();
                ages.fold(Wide::ZERO, |sum, age| sum + base.get(sex, age)).lanes()
            })
        });
        for year in self.first_year..base_year {
            let factor = &back_of(back, year).factor;
            let mut sums = Sums::ZERO;
            for sex in 0..2 {
                for g in (0..N_FIVE).rev() {
                    let heads = five[sex][g] * factor[sex][g] as f32;
                    sums.total += heads;
                    if (3..13).contains(&g) {
                        sums.working += heads;
                    }
                    if 13 <= g {
                        sums.old[sex][(g - 13).min(N_OLD - 1)] += heads;
                    }
                }
            }
            *self.at_mut(year, area) = sums;
        }
    }
}

/// The factors of a year before the base; before the first one known, they are held.
pub fn back_of(back: &[Back], year: i32) -> &Back {
    let at = back.iter().position(|b| year <= b.year);
    at.map_or(&back[back.len() - 1], |at| &back[at])
}

/// An area's share of its ward's people in the base year.
pub fn area_share(ward: &WardGround, area: usize) -> f64 {
    let heads = |ages: &[super::Ages; 2]| ages.iter().flatten().sum::<f64>();
    let whole = heads(&ward.base);
    if whole == 0.0 { 1.0 / ward.areas.len() as f64 } else { heads(&ward.areas[area]) / whole }
}
