//! Who is certified as needing support or care, and who has dementia.
//!
//! ```text
//! certified(area, t) = Σ P(area, age, t) · r(age) · F(t) · G(t) · W(ward, t) · A(area)
//! G(t)               = (1 + trend)^(t − last count)   after the last count, else 1
//! support            = share at support level · certified
//! level 3 and over   = the nation's share of them among care levels · (certified − support)
//! dementia(area, t)  = Σ P(area, sex, age, t) · d(sex, age)
//! ```
//!
//! `r` is the national rate by age of 2020-09 (厚生労働省), 65 and over, both sexes. `F` is solved in
//! each draw from the city's counts at their own dates, so it holds the certified of 40–64 too.
//! `W` is solved for a ward with a count of its own (the ratio to the city's factor at that date,
//! held since); the wards without one share what is left, so that wards add to the city. `A` as in
//! `households`. Prevention comes on top month by month, because it follows a lever:
//! `programmes::gatherings`.
//!
//! Dementia: two editions of prevalence, chosen by a switch. The newer (Ninomiya 2024) gives some
//! ages only; see [`filled`] for how the gaps are closed.

use super::ground::Geography;
use super::households::{normal, shared};
use super::inputs::Assumed;
use super::lanes::Lanes;
use super::level::{Level, Seen, seen};
use super::luck::{Luck, Purpose};
use super::people::{Group, People};
use super::population::kernel::N_OLD;
use super::population::path::Path;
use crate::assumptions::AssumptionId;
use crate::facts::Basis;
use crate::facts::age::{AgeGroup, Sex};
use crate::facts::national::{National, PrevalenceEdition, RateByAge};

const TREND: AssumptionId = AssumptionId::of("cert_trend");
const WARD_FACTOR: AssumptionId = AssumptionId::of("cert_factor_kawasaki_ward");
const SUPPORT: AssumptionId = AssumptionId::of("cert_support_share");
const AREA_SD: AssumptionId = AssumptionId::of("cert_area_sd");
const SWITCH: AssumptionId = AssumptionId::of("dem_switch");
const SPREAD: Purpose = Purpose::named("certified by place");

/// What is known of care need.
#[derive(Clone, Debug, PartialEq)]
pub struct CareGround {
    /// Share certified in the nation, 65–69 … 95+.
    pub certified: [f64; N_OLD],
    /// Counts of the city, the earliest first.
    pub counts: Vec<Seen>,
    /// The last count of each ward that has one.
    pub ward_counts: Vec<Option<Seen>>,
    /// Of those at care level, the nation's share at level 3 and over.
    pub heavy: f64,
    /// Share with dementia by sex and age: the newer surveys, then the older ones.
    pub dementia: [[[f64; N_OLD]; 2]; 2],
}

impl CareGround {
    #[inline]
    pub fn new(city: &Basis) -> Self {
        let rates = &city.national.certification;
        let wards = city.places.wards();
        let of_ward = |ward| {
            let own = !city.places.get(ward).is_implicit;
            seen(city, "certified", ward).last().copied().filter(|_| own)
        };
        let edition = |key| {
            let edition = city.national.dementia(key);
            edition.map_or([[0.0; N_OLD]; 2], |edition| filled(edition, &city.national))
        };
        let [_, one, two, heavy @ ..] = city.national.level_mix;
        let heavy: f64 = heavy.iter().sum();
        Self {
            heavy: heavy / (one + two + heavy),
            certified: std::array::from_fn(|g| rates.at(65 + 5 * g as u8).unwrap_or(0.0)),
            counts: seen(city, "certified", city.places.root()),
            ward_counts: wards.map(of_ward).collect(),
            dementia: [edition("ninomiya_2024_dementia"), edition("asada_2013_dementia")],
        }
    }

    /// The Octobers that are needed to meet the counts.
    pub fn seen_years(&self) -> impl Iterator<Item = std::ops::Range<i32>> {
        let wards = self.ward_counts.iter().flatten();
        let wards = wards.filter(|_| !self.counts.is_empty());
        self.counts.iter().chain(wards).map(Seen::octobers)
    }
}

/// Writes the certified and those with dementia of every area and year.
pub fn write(
    ground: &CareGround,
    places: &Geography,
    assumed: &Assumed,
    luck: &Luck,
    path: &Path,
    out: &mut People,
) {
    let expected = |year, area| expected(ground, path, year, area);
    let of_areas = |year, areas: std::ops::Range<usize>| {
        areas.fold(Lanes::ZERO, |sum, area| sum + expected(year, area))
    };
    let level = Level::solve(&ground.counts, |year| of_areas(year, 0..places.n_areas()));
    let own = own_factors(ground, assumed, &level, |year, ward| {
        of_areas(year, places.ward_areas[ward].clone())
    });
    let spread = |&key: &u32| (normal(luck, key, SPREAD) * assumed.get(AREA_SD)).exp();
    let areas: Vec<Lanes> = places.area_keys.iter().map(spread).collect();
    let yearly = Lanes::ONE + assumed.percent(TREND);
    let support = assumed.get(SUPPORT);
    let newer = Lanes::ONE - assumed.get(SWITCH);
    let mut wards = vec![Lanes::ONE; places.n_wards()];
    let mut factors = vec![Lanes::ONE; places.n_areas()];
    for year in out.years() {
        let at = f64::from(year);
        let since = level.last_year().map_or(at - 2020.0, |last| at - last).max(0.0);
        let city = level.at(at) * yearly.pow(Lanes::all(since as f32));
        share_out(&own, &mut wards, |ward| of_areas(year, places.ward_areas[ward].clone()));
        shared(places, &wards, &areas, |area| expected(year, area), &mut factors);
        for (area, factor) in factors.iter().enumerate() {
            let old = elderly(path, year, area);
            let certified = (expected(year, area) * *factor * city).at_most(old);
            out.set_october(year, area, Group::Support, certified * support);
            let care = certified - certified * support;
            out.set_october(year, area, Group::Care, care);
            out.set_october(year, area, Group::Heavy, care * ground.heavy as f32);
            out.set_october(year, area, Group::Dementia, dementia(ground, path, year, area, newer));
        }
    }
}

/// The factor of each ward that has a count, against the city's factor at that date. The count is
/// uncertain by what the assumption's range says of the factor it gave.
fn own_factors(
    ground: &CareGround,
    assumed: &Assumed,
    level: &Level,
    expected: impl Fn(i32, usize) -> Lanes,
) -> Vec<Option<Lanes>> {
    let middle = WARD_FACTOR.spec().p50 as f32;
    let doubt = assumed.get(WARD_FACTOR) * (1.0 / middle);
    let wards = ground.ward_counts.iter().enumerate();
    let own = wards.map(|(ward, count)| {
        let count = count.filter(|_| !ground.counts.is_empty())?;
        let here = Level::solve(&[count], |year| expected(year, ward)).at(count.year());
        Some(here.ratio(level.at(count.year())) * doubt)
    });
    own.collect()
}

/// Wards' factors: their own where they have one, and for the others what leaves the city as it is.
fn share_out(own: &[Option<Lanes>], wards: &mut [Lanes], expected: impl Fn(usize) -> Lanes) {
    let (mut rest, mut left) = (Lanes::ZERO, Lanes::ZERO);
    for (ward, factor) in own.iter().enumerate() {
        let here = expected(ward);
        match factor {
            Some(factor) => left += here - here * *factor,
            None => {
                rest += here;
                left += here;
            }
        }
    }
    let others = left.ratio(rest).positive();
    for (ward, factor) in wards.iter_mut().zip(own) {
        *ward = factor.unwrap_or(others);
    }
}

fn expected(ground: &CareGround, path: &Path, year: i32, area: usize) -> Lanes {
    let old = &path.at(year, area).old;
    let mut sum = Lanes::ZERO;
    for (g, &rate) in ground.certified.iter().enumerate() {
        sum += (old[0][g] + old[1][g]) * rate as f32;
    }
    sum
}

fn elderly(path: &Path, year: i32, area: usize) -> Lanes {
    let old = &path.at(year, area).old;
    old.iter().flatten().fold(Lanes::ZERO, |sum, &heads| sum + heads)
}

fn dementia(ground: &CareGround, path: &Path, year: i32, area: usize, newer: Lanes) -> Lanes {
    let mut by_edition = [Lanes::ZERO; 2];
    for (sum, rates) in by_edition.iter_mut().zip(&ground.dementia) {
        for (of_sex, rates) in path.at(year, area).old.iter().zip(rates) {
            for (&heads, &rate) in of_sex.iter().zip(rates) {
                *sum += heads * rate as f32;
            }
        }
    }
    by_edition[1] + (by_edition[0] - by_edition[1]) * newer
}

fn logit(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

fn share(logit: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-logit))
}

/// Where in an age group a rate is taken to hold: its middle, of the open top three years in.
fn middle(from: f64) -> f64 {
    if from == 90.0 { 93.0 } else { from + 2.5 }
}

/// Prevalence by sex, 65–69 … 95+.
///
/// An edition that gives an age for both sexes only gives it to both. Ages it does not give at
/// all lie, in log-odds, on the straight line between the two nearest ages it gives, all raised or
/// lowered by one common amount, solved so that the nation's people of 2020 have the share of all
/// 65 and over that the edition gives for them (the line alone stands, where it gives none). With
/// three ages and 12.3 % given, that fixes 70–74, 80–84 and 85–89 of the 2022 survey.
#[inline]
pub fn filled(edition: &PrevalenceEdition, national: &National) -> [[f64; N_OLD]; 2] {
    let given: [[Option<f64>; N_OLD]; 2] = Sex::BOTH.map(|sex| {
        std::array::from_fn(|g| {
            let age = 65 + 5 * g as u8;
            given_at(edition, Some(sex), age).or_else(|| given_at(edition, None, age))
        })
    });
    let line = |sex: usize, g: usize, lift: f64| match given[sex][g] {
        Some(rate) => rate,
        None => on_line(&given[sex], g).map_or(0.0, |at| share(at + lift)),
    };
    let all = edition.by_age.iter().filter(|rates| rates.sex.is_none());
    let total = all.flat_map(|rates| &rates.rows).find(|row| row.0 == AgeGroup::open(65));
    let heads = Sex::BOTH.map(|sex| national_old(national, sex));
    let mean = |lift: f64| {
        let (mut cases, mut people) = (0.0, 0.0);
        for (sex, heads) in heads.iter().enumerate() {
            for (g, here) in heads.iter().enumerate() {
                cases += here * line(sex, g, lift);
                people += here;
            }
        }
        cases / people
    };
    let mut lift = 0.0;
    if let Some((_, wanted)) = total {
        let (mut low, mut high) = (-3.0, 3.0);
        for _ in 0..60 {
            lift = 0.5 * (low + high);
            if mean(lift) < *wanted {
                low = lift;
            } else {
                high = lift;
            }
        }
    }
    std::array::from_fn(|sex| std::array::from_fn(|g| line(sex, g, lift)))
}

/// The rate the edition gives for an age, not counting that of all 65 and over.
#[inline]
fn given_at(edition: &PrevalenceEdition, sex: Option<Sex>, age: u8) -> Option<f64> {
    let of_sex = |rates: &&RateByAge| rates.sex == sex;
    let rows = edition.by_age.iter().filter(of_sex).flat_map(|rates| &rates.rows);
    let mut holding = rows.filter(|(group, _)| group.contains(age) && *group != AgeGroup::open(65));
    holding.next().map(|(_, rate)| *rate)
}

/// Log-odds on the straight line between the nearest ages given.
#[inline]
fn on_line(given: &[Option<f64>; N_OLD], g: usize) -> Option<f64> {
    let point = |at: usize| given[at].map(|rate| (middle(65.0 + 5.0 * at as f64), logit(rate)));
    let below = (0..g).rev().find_map(point)?;
    let above = (g + 1..N_OLD).find_map(point)?;
    let share = (middle(65.0 + 5.0 * g as f64) - below.0) / (above.0 - below.0);
    Some(below.1 + (above.1 - below.1) * share)
}

/// People of the nation by age, 65–69 … 95+, in the last census.
#[inline]
fn national_old(national: &National, sex: Sex) -> [f64; N_OLD] {
    let mut out = [0.0; N_OLD];
    let rows = national.population.rows.iter().filter(|row| row.sex == sex);
    let Some(last) = rows.max_by_key(|row| row.date) else { return out };
    for (group, &heads) in national.population.groups.as_slice().iter().zip(&last.by_age) {
        if 65 <= group.from {
            out[(usize::from(group.from - 65) / 5).min(N_OLD - 1)] += f64::from(heads);
        }
    }
    out
}
