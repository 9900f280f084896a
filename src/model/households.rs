//! Who lives alone: people of 65 and over by five age groups and sex, times the share that does.
//!
//! ```text
//! alone(area, t) = Σ P(area, sex, age, t) · n(sex, age) · T(sex, t) · F(t) · W(ward) · A(area)
//! T(sex, t)      = tilt(sex) · (1 + trend(sex))^(t − last count)
//! ```
//!
//! `n` is the national profile of 2020 (census households shared by the mix of the 2022 survey).
//! `F` is *solved* in each draw so that the city has exactly the people living alone that the
//! census counted, at each count's own date: between two counts it runs in a straight line of
//! logarithms, before the first and after the last it is held. So the five years between two
//! censuses have the trend the counts say, the years after the trends that were drawn.
//!
//! Raw and completed (calibration §6): the counted households lack people of unknown age, the
//! population here does not. The count is met as a count of heads; divided by the completed
//! population it gives a rate a little below the published one (raw over raw), which a screen
//! shows for census years with a note.
//!
//! `W` and `A` are e^(sd · z) with a `z` for each ward and area by luck's key, made to leave the
//! city's and the ward's number unchanged in every year: nothing below the city was counted.
//! Without a count of its own a municipality has the national profile, and says so.

use super::counts::normal_quantile;
use super::ground::Geography;
use super::inputs::Assumed;
use super::lanes::Lanes;
use super::level::{Level, Seen, seen};
use super::luck::{Luck, Purpose};
use super::people::{Group, People};
use super::population::path::Path;
use crate::assumptions::AssumptionId;
use crate::facts::Basis;
use crate::facts::age::Sex;

/// What a count of people living alone is called in the tables.
pub const COUNTED: &str = "living_alone";

const TREND: [AssumptionId; 2] =
    [AssumptionId::of("la_trend_male"), AssumptionId::of("la_trend_female")];
const TILT: AssumptionId = AssumptionId::of("la_sex_tilt");
const WARD_SD: AssumptionId = AssumptionId::of("la_ward_sd");
const AREA_SD: AssumptionId = AssumptionId::of("la_area_sd");
const SPREAD: Purpose = Purpose::named("living alone by place");

/// 65–69 … 80–84 and 85+.
pub const N_ALONE: usize = 5;
/// The year the national profile is of.
const PROFILE_YEAR: f64 = 2020.0;

/// What is known of living alone.
#[derive(Clone, Debug, PartialEq)]
pub struct AloneGround {
    /// Share living alone in the nation, by sex and age.
    pub profile: [[f64; N_ALONE]; 2],
    /// Counts of the city, the earliest first.
    pub counts: Vec<Seen>,
}

impl AloneGround {
    #[inline]
    pub fn new(city: &Basis) -> Self {
        let profile = Sex::BOTH.map(|sex| {
            let by_age = &city.national.living_alone[sex.index()];
            std::array::from_fn(|g| by_age.at(65 + 5 * g as u8).unwrap_or(0.0))
        });
        Self { profile, counts: seen(city, COUNTED, city.places.root()) }
    }

    /// The Octobers that are needed to meet the counts.
    pub fn seen_years(&self) -> impl Iterator<Item = std::ops::Range<i32>> {
        self.counts.iter().map(Seen::octobers)
    }

    /// Nothing was counted here: the nation's profile stands in.
    pub fn is_national(&self) -> bool {
        self.counts.is_empty()
    }
}

/// Rates by sex and age before the city's factor, in a year.
struct Rates<'a> {
    ground: &'a AloneGround,
    from: f64,
    /// Yearly factor and tilt, by sex.
    yearly: [Lanes; 2],
    tilt: [Lanes; 2],
}

impl Rates<'_> {
    fn at(&self, year: i32) -> [[Lanes; N_ALONE]; 2] {
        let years = (f64::from(year) - self.from) as f32;
        std::array::from_fn(|sex| {
            let moved = self.tilt[sex] * self.yearly[sex].pow(Lanes::all(years));
            self.ground.profile[sex].map(|n| moved * n as f32)
        })
    }
}

/// Writes the groups living alone of every area and year.
pub fn write(
    ground: &AloneGround,
    places: &Geography,
    assumed: &Assumed,
    luck: &Luck,
    path: &Path,
    out: &mut People,
) {
    let tilt = assumed.get(TILT).sqrt();
    let rates = Rates {
        ground,
        from: ground.counts.last().map_or(PROFILE_YEAR, |seen| seen.year()),
        yearly: TREND.map(|id| Lanes::ONE + assumed.percent(id)),
        tilt: [tilt, Lanes::ONE / tilt],
    };
    let level = Level::solve(&ground.counts, |year| {
        let at = rates.at(year);
        (0..places.n_areas()).fold(Lanes::ZERO, |sum, area| sum + expected(path, year, area, &at))
    });
    let spread = |key: u32, sd: AssumptionId| (normal(luck, key, SPREAD) * assumed.get(sd)).exp();
    let wards: Vec<Lanes> = places.ward_keys.iter().map(|&key| spread(key, WARD_SD)).collect();
    let areas: Vec<Lanes> = places.area_keys.iter().map(|&key| spread(key, AREA_SD)).collect();
    let mut factors = vec![Lanes::ONE; places.n_areas()];
    for year in out.years() {
        let at = rates.at(year);
        let by_area = |area: usize| expected(path, year, area, &at);
        shared(places, &wards, &areas, by_area, &mut factors);
        let level = level.at(f64::from(year));
        for (area, factor) in factors.iter().enumerate() {
            let factor = *factor * level;
            let alone = alone(path, year, area, &at);
            let heads = heads(path, year, area);
            for (g, group) in Group::ALONE.into_iter().enumerate() {
                out.set_october(year, area, group, (alone[g] * factor).at_most(heads[g]));
            }
        }
    }
}

/// A place's own standard normal score.
pub(super) fn normal(luck: &Luck, key: u32, purpose: Purpose) -> Lanes {
    normal_quantile(luck.uniform(key, purpose, 0))
}

/// Factors of areas that leave each ward's number as its own factor makes it, and the city's
/// number as it is.
pub(super) fn shared(
    places: &Geography,
    wards: &[Lanes],
    areas: &[Lanes],
    expected: impl Fn(usize) -> Lanes,
    factors: &mut [Lanes],
) {
    let (mut city, mut city_raised) = (Lanes::ZERO, Lanes::ZERO);
    for (range, ward) in places.ward_areas.iter().zip(wards) {
        let (mut plain, mut raised) = (Lanes::ZERO, Lanes::ZERO);
        for area in range.clone() {
            let here = expected(area);
            plain += here;
            raised += here * areas[area];
        }
        let fit = plain.ratio(raised) * *ward;
        for area in range.clone() {
            factors[area] = areas[area] * fit;
        }
        city += plain;
        city_raised += plain * *ward;
    }
    let fit = city.ratio(city_raised);
    for factor in factors {
        *factor *= fit;
    }
}

fn by_group(
    year: i32,
    area: usize,
    path: &Path,
    f: impl Fn(usize, usize, Lanes) -> Lanes,
) -> [Lanes; N_ALONE] {
    let old = &path.at(year, area).old;
    std::array::from_fn(|g| {
        let to = if g == N_ALONE - 1 { old[0].len() } else { g + 1 };
        let mut sum = Lanes::ZERO;
        for (sex, of_sex) in old.iter().enumerate() {
            let heads = of_sex[g..to].iter().fold(Lanes::ZERO, |sum, &h| sum + h);
            sum += f(sex, g, heads);
        }
        sum
    })
}

fn heads(path: &Path, year: i32, area: usize) -> [Lanes; N_ALONE] {
    by_group(year, area, path, |_, _, heads| heads)
}

fn alone(path: &Path, year: i32, area: usize, rates: &[[Lanes; N_ALONE]; 2]) -> [Lanes; N_ALONE] {
    by_group(year, area, path, |sex, g, heads| heads * rates[sex][g])
}

fn expected(path: &Path, year: i32, area: usize, rates: &[[Lanes; N_ALONE]; 2]) -> Lanes {
    alone(path, year, area, rates).into_iter().fold(Lanes::ZERO, |sum, here| sum + here)
}
