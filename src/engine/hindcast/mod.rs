//! Looking back: does our arithmetic do what the institute's does, and would the model have seen
//! what came, better than simple rules?
//!
//! - *Arithmetic*: the edition of the projection run again from its base, five-year ages, against
//!   what was printed; and single years against five-year ages from the same base.
//! - *The world*: started at the edition's first year, compared with the next census, ward by ward
//!   (65+, 75+, 85+, people of unknown age shared out); living alone; the certified.
//! - Devices and awareness have two counts each: that is too short to judge, and is said so.

pub mod past;
pub mod score;
mod text;

pub use text::report;

use crate::facts::Municipality;
use crate::facts::anchor::completed_bands;
use crate::facts::observation::Kind;
use crate::model::households::COUNTED;
use crate::model::level::{Seen, seen};
use crate::model::people::{Group, People};
use crate::model::population::ground::whole_year;
use crate::model::population::migration::go_on;
use crate::model::population::official::{FiveYear, N_GROUPS, Ratios, project};
use crate::model::population::{Ages, N_AGES, from_facts};
use crate::places::PlaceId;
use past::Past;
use score::Score;

/// The ages a ward is scored at.
pub const FROM_AGES: [u8; 3] = [65, 75, 85];

/// How far one ward's run of the official arithmetic is from the printed edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Reproduction {
    pub place: PlaceId,
    /// Largest difference of a sex and age in any year, in people.
    pub worst_cell: f64,
    /// Largest difference of a year's total.
    pub worst_total: f64,
    /// Mean difference of a cell over the mean cell, in percent.
    pub mean_percent: f64,
    /// Single years against five-year ages at 65 and over: year and percent.
    pub single_percent: Vec<(i32, f64)>,
}

/// The arithmetic of every ward; empty where there is no edition.
pub fn reproduction(city: &Municipality) -> Vec<Reproduction> {
    let tables = from_facts::tables(city);
    let Some(past) = Past::new(city) else { return Vec::new() };
    let wards = city.places.wards().zip(&tables.wards).enumerate();
    wards
        .map(|(w, (place, ward))| {
            let (worst_cell, worst_total, mean_percent) = against_printed(&ward.edition);
            let single_percent = against_single(&past, w, &ward.edition);
            Reproduction { place, worst_cell, worst_total, mean_percent, single_percent }
        })
        .collect()
}

fn ratios(edition: &[(i32, FiveYear)]) -> Vec<Ratios> {
    edition.windows(2).map(|pair| Ratios::between(&pair[0].1, &pair[1].1)).collect()
}

fn against_printed(edition: &[(i32, FiveYear)]) -> (f64, f64, f64) {
    let (mut worst, mut worst_total, mut off, mut all) = (0.0f64, 0.0f64, 0.0, 0.0);
    for (ours, (_, printed)) in project(&edition[0].1, &ratios(edition)).iter().zip(edition) {
        let mut total = 0.0;
        for sex in 0..2 {
            for g in 0..N_GROUPS {
                let miss = ours[sex][g] - printed[sex][g];
                worst = worst.max(miss.abs());
                total += miss;
                off += miss.abs();
                all += printed[sex][g];
            }
        }
        worst_total = worst_total.max(total.abs());
    }
    (worst, worst_total, off / all * 100.0)
}

/// From the base the past run starts from, middle assumptions, migration as printed.
fn against_single(past: &Past, w: usize, edition: &[(i32, FiveYear)]) -> Vec<(i32, f64)> {
    let ward = &past.ground.population.wards[w];
    let mut single = ward.base;
    let five: FiveYear = std::array::from_fn(|sex| {
        std::array::from_fn(|g| {
            let end = if g == N_GROUPS - 1 { N_AGES } else { 5 * g + 5 };
            ward.base[sex][5 * g..end].iter().sum()
        })
    });
    let path = project(&five, &ratios(edition));
    let old_single = |heads: &[Ages; 2]| heads.iter().flat_map(|h| &h[65..]).sum::<f64>();
    let mut out = Vec::new();
    for (k, period) in ward.periods.iter().enumerate() {
        let rates = std::array::from_fn(|sex| go_on(&period.dying[sex], &period.moving[sex]));
        for _ in 0..5 {
            whole_year(&mut single, &rates, period.infants);
        }
        let five: f64 = path[k + 1].iter().flat_map(|heads| &heads[13..]).sum();
        out.push((period.from + 5, (old_single(&single) / five - 1.0) * 100.0));
    }
    out
}

/// A place's score at one of [`FROM_AGES`], with the printed edition's own error beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct WardScore {
    pub place: PlaceId,
    pub from_age: u8,
    pub score: Score,
    pub edition_percent: f64,
}

fn from(people: &People, year: i32, areas: std::ops::Range<usize>, age: usize, lane: usize) -> f32 {
    let groups = &[Group::Age65To74, Group::Age75To84, Group::Age85][age..];
    areas.flat_map(|a| groups.iter().map(move |&g| people.october(year, a, g).0[lane])).sum()
}

/// Every ward and the city five years on; empty where there is no edition or no later census.
/// The rules: the base again; the base grown as 70 and over grew in the five years before; the
/// ward's share of the city's median.
pub fn population(city: &Municipality) -> Vec<WardScore> {
    let Some(past) = Past::new(city) else { return Vec::new() };
    let (then, now) = (past.base_year(), past.base_year() + 5);
    let places: Vec<PlaceId> = city.places.wards().chain([city.places.root()]).collect();
    let n_wards = places.len() - 1;
    let areas = |at: usize| if at == n_wards { 0..n_wards } else { at..at + 1 };
    let n = places.len() * FROM_AGES.len();
    let read = |people: &People, lane: usize, keep: &mut dyn FnMut(usize, f32)| {
        for at in 0..places.len() {
            for age in 0..FROM_AGES.len() {
                keep(at * FROM_AGES.len() + age, from(people, now, areas(at), age, lane));
            }
        }
    };
    let mut draws = past.draws(then..now + 1, read, n);
    let base = |at: usize, age: u8| -> f64 {
        let wards = &past.ground.population.wards[areas(at)];
        wards.iter().flat_map(|w| &w.base).flat_map(|ages| &ages[usize::from(age)..]).sum()
    };
    let mut out = Vec::new();
    for (at, &place) in places.iter().enumerate() {
        for (i, &age) in FROM_AGES.iter().enumerate() {
            let bands = completed_bands(&city.places, &city.population.bands, place, now as i16);
            let seen = bands.and_then(|b| match age {
                65 => Some(b.from_65),
                75 => b.from_75,
                _ => b.from_85,
            });
            let Some(actual) = seen else { continue };
            let last = base(at, age);
            let city_median = median(&mut draws[n_wards * FROM_AGES.len() + i]);
            let naive = [
                Some(last),
                growth_of_70(city, place, then).map(|growth| last * growth),
                (at < n_wards).then(|| last * city_median / base(n_wards, age)),
            ];
            let score = Score::of(&mut draws[at * FROM_AGES.len() + i], actual, naive);
            let printed = printed(city, place, now, age);
            let edition_percent = (printed / actual - 1.0) * 100.0;
            out.push(WardScore { place, from_age: age, score, edition_percent });
        }
    }
    out
}

fn median(draws: &mut [f32]) -> f64 {
    draws.sort_by(f32::total_cmp);
    f64::from(draws[draws.len() / 2])
}

/// How 70 and over, as counted, grew in the five years before.
fn growth_of_70(city: &Municipality, place: PlaceId, year: i32) -> Option<f64> {
    let counted = |year: i32| {
        let mut rows = city.population.bands.iter();
        let row =
            rows.find(|b| b.place == place && i32::from(b.date.year) == year && b.sex.is_none())?;
        row.from_70.map(f64::from)
    };
    Some(counted(year)? / counted(year - 5)?)
}

fn printed(city: &Municipality, place: PlaceId, year: i32, age: u8) -> f64 {
    let edition = city.population.edition.as_ref();
    let count = edition.and_then(|table| table.from_age(place, year as i16, age));
    count.map_or(f64::NAN, |count| count.persons() as f64)
}

/// A figure of the city: when it was forecast from, when it came, and how well.
#[derive(Clone, Debug, PartialEq)]
pub struct CityScore {
    pub from: f64,
    pub to: f64,
    pub last: f64,
    pub score: Score,
}

/// Living alone, from the first count to the next.
pub fn living_alone(city: &Municipality) -> Option<CityScore> {
    let past = Past::new(city)?;
    let counts = seen(city, COUNTED, city.places.root());
    let first = past.ground.alone.counts.last().copied()?;
    let next = counts.into_iter().find(|seen| first.months < seen.months)?;
    Some(city_score(&past, first, next, &Group::ALONE))
}

/// The certified, from the first count to the next.
pub fn certified(city: &Municipality) -> Option<CityScore> {
    let past = Past::new(city)?;
    let counts = seen(city, "certified", city.places.root());
    let [first, next] = [*counts.first()?, *counts.get(1)?];
    Some(city_score(&past, first, next, &[Group::Support, Group::Care]))
}

/// «Proportional» is the count grown as the model's median of 75 and over grows.
fn city_score(past: &Past, first: Seen, next: Seen, groups: &[Group]) -> CityScore {
    let years = first.octobers().start..next.octobers().end;
    let n_wards = past.ground.population.wards.len();
    let value = |people: &People, seen: &Seen, of: &dyn Fn(&People, i32) -> f32| {
        let (year, share) = (seen.octobers().start, seen.months.rem_euclid(12) as f32 / 12.0);
        let before = of(people, year);
        if share == 0.0 { before } else { before + (of(people, year + 1) - before) * share }
    };
    let read = |people: &People, lane: usize, keep: &mut dyn FnMut(usize, f32)| {
        let counted = |people: &People, year: i32| -> f32 {
            let wards = 0..n_wards;
            wards
                .flat_map(|w| groups.iter().map(move |&g| people.october(year, w, g).0[lane]))
                .sum()
        };
        let old = |people: &People, year: i32| from(people, year, 0..n_wards, 1, lane);
        keep(0, value(people, &next, &counted));
        keep(1, value(people, &next, &old) / value(people, &first, &old));
    };
    let mut draws = past.draws(years, read, 2);
    let growth = median(&mut draws[1]);
    let naive = [Some(first.value), None, Some(first.value * growth)];
    let score = Score::of(&mut draws[0], next.value, naive);
    CityScore { from: first.year(), to: next.year(), last: first.value, score }
}

/// A chain that has too few counts to be judged.
#[derive(Clone, Debug, PartialEq)]
pub struct TooShort {
    pub measure: &'static str,
    pub n_counts: usize,
    /// A last figure that is only an estimate lies on the straight line through the two before.
    pub on_a_line: bool,
}

/// Chains whose history is too short for a score: fewer than three counts.
pub fn too_short(city: &Municipality) -> Vec<TooShort> {
    let measures = ["alarm_portable", "alarm_home", "centre_awareness"];
    let of = |measure: &'static str| {
        let all = city.observed(measure, city.places.root());
        let n_counts = all.iter().filter(|seen| seen.kind == Kind::Actual).count();
        let on_a_line = match all.as_slice() {
            [.., a, b, c] if c.kind == Kind::Estimate => {
                (c.value - (2.0 * b.value - a.value)).abs() <= 0.02 * c.value
            }
            _ => false,
        };
        (0 < n_counts && n_counts < 3).then_some(TooShort { measure, n_counts, on_a_line })
    };
    measures.into_iter().filter_map(of).collect()
}
