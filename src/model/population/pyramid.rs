//! Who lives where, by sex and age, in any year: asked for when a pyramid is looked at, and for
//! the account that proves that nobody is lost.

use super::drawn::Drawn;
use super::ground::{Ground, WardGround};
use super::kernel::{Heads, Rates, Sums, years_on};
use super::newcomers::{Newcomers, add, mix};
use super::path::{area_share, back_of};
use super::wide::Wide;
use super::{N_AGES, N_FIVE};
use crate::model::ground::Geography;
use crate::model::inputs::Spot;

/// Heads by sex (men first) and single age, of sixteen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Pyramid(pub Heads);

impl Pyramid {
    /// Heads of one draw by sex and five-year age, 100+ the last.
    pub fn five_year(&self, draw: usize) -> [[f64; N_FIVE]; 2] {
        std::array::from_fn(|sex| {
            std::array::from_fn(|g| {
                let end = if g == N_FIVE - 1 { N_AGES } else { 5 * g + 5 };
                (5 * g..end).map(|age| self.0.get(sex, age).0[draw]).sum()
            })
        })
    }

    /// People of both sexes from an age up.
    pub fn from_age(&self, age: usize) -> Wide {
        let mut sum = Wide::ZERO;
        for sex in 0..2 {
            for age in (age..N_AGES).rev() {
                sum += self.0.get(sex, age);
            }
        }
        sum
    }
}

/// What happened to a ward's people between two 1 Octobers:
/// `start + births + moved − deaths = end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// Year of the first 1 October.
    pub year: i32,
    pub start: Wide,
    pub births: Wide,
    pub deaths: Wide,
    /// Net.
    pub moved: Wide,
    pub end: Wide,
}

impl Drawn<'_> {
    /// Heads at a place on 1 October of a year.
    pub fn pyramid(
        &self,
        ground: &Ground,
        places: &Geography,
        newcomers: &[Newcomers],
        place: Spot,
        year: i32,
    ) -> Pyramid {
        let wanted = place.areas(places);
        let mut out = Heads::ZERO;
        for (w, areas) in places.ward_areas.iter().cloned().enumerate() {
            if areas.end <= wanted.start || wanted.end <= areas.start {
                continue;
            }
            let heads = self.ward_in(ground, places, newcomers, w, year);
            for (area, of_area) in areas.zip(&heads) {
                if wanted.contains(&area) {
                    add_up(&mut out, of_area);
                }
            }
        }
        Pyramid(out)
    }

    /// Heads of a ward's areas in a year.
    fn ward_in(
        &self,
        ground: &Ground,
        places: &Geography,
        newcomers: &[Newcomers],
        w: usize,
        year: i32,
    ) -> Vec<Heads> {
        let ward = &ground.wards[w];
        let areas = places.ward_areas[w].clone();
        let mut heads = vec![Heads::ZERO; areas.len()];
        self.base(w, areas, &mut heads);
        if year < ground.base_year {
            walk_back(&mut heads, ward, year);
        }
        let mut rates = Rates::ZERO;
        for t in ground.base_year..year {
            self.rates(ward, ward.period(t), &mut rates);
            for (area, of_area) in heads.iter_mut().enumerate() {
                years_on(of_area, &rates, &mut [Sums::ZERO]);
                for coming in newcomers.iter().filter(|n| n.ward == w) {
                    add(of_area, &mix(ward), coming, t, area_share(ward, area));
                }
            }
        }
        heads
    }

    /// The account of a ward from the base year to the one named.
    pub fn account(
        &self,
        ground: &Ground,
        places: &Geography,
        newcomers: &[Newcomers],
        w: usize,
        last_year: i32,
    ) -> Vec<Account> {
        let ward = &ground.wards[w];
        let mut out = Vec::new();
        let mut rates = Rates::ZERO;
        let mut heads = self.ward_in(ground, places, newcomers, w, ground.base_year);
        for year in ground.base_year..last_year {
            let period = ward.period(year);
            self.rates(ward, period, &mut rates);
            let (mut start, mut end) = (Wide::ZERO, Wide::ZERO);
            let (mut births, mut deaths, mut moved) = (Wide::ZERO, Wide::ZERO, Wide::ZERO);
            for (area, of_area) in heads.iter_mut().enumerate() {
                start += of_area.sum();
                for sex in 0..2 {
                    let (dying, _) = self.dying(ward, period, sex);
                    for (age, &dying) in dying.iter().enumerate() {
                        let here = of_area.get(sex, age);
                        let dead = here * dying;
                        deaths += dead;
                        moved += here * rates.go_on.get(sex, age) - here + dead;
                    }
                }
                years_on(of_area, &rates, &mut [Sums::ZERO]);
                for sex in 0..2 {
                    // Infants are counted on 1 October: those born are more, by those who died.
                    let (_, dying) = self.dying(ward, period, sex);
                    let infants = of_area.get(sex, 0);
                    let born = Wide::from_fn(|i| infants.0[i] / (1.0 - dying.0[i]).max(0.5));
                    births += born;
                    deaths += born - infants;
                }
                for coming in newcomers.iter().filter(|n| n.ward == w) {
                    let before = of_area.sum();
                    add(of_area, &mix(ward), coming, year, area_share(ward, area));
                    moved += of_area.sum() - before;
                }
                end += of_area.sum();
            }
            out.push(Account { year, start, births, deaths, moved, end });
        }
        out
    }
}

fn add_up(out: &mut Heads, more: &Heads) {
    for sex in 0..2 {
        for age in 0..N_AGES {
            out.set(sex, age, out.get(sex, age) + more.get(sex, age));
        }
    }
}

fn walk_back(heads: &mut [Heads], ward: &WardGround, year: i32) {
    let factor = &back_of(&ward.back, year).factor;
    for of_area in heads {
        for (sex, factor) in factor.iter().enumerate() {
            for age in 0..N_AGES {
                let by = factor[(age / 5).min(N_FIVE - 1)];
                of_area.set(sex, age, of_area.get(sex, age) * by);
            }
        }
    }
}
