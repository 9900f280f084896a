//! What is not published below the wards, made up and marked so: «例示».
//!
//! Nothing here is a fact. The split is the same on every machine and at every start: it grows from
//! a named seed, and adds up to the ward in every sex and age.
//!
//! 1. A ward has as many areas and centres as its row says; without a number, one of each.
//! 2. Listed areas and centres are kept. The others are named by number. Centres without an area of
//!    their own are dealt out in order, so that no area has two while another has none.
//! 3. An area's size is drawn around an equal share of the ward, larger with a second centre; its
//!    age mix leans younger or older by a tilt. Both are log-normal: sd 0.20 and 0.08.
//! 4. Each sex and age of the ward is shared out by these weights, the largest remainders rounded
//!    up, so that whole people add up exactly.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng as _, SeedableRng as _};

use crate::facts::age::AgeGroup;
use crate::facts::apportion::apportion;
use crate::facts::counting::Completed;
use crate::facts::fingerprint::Fnv;
use crate::facts::population::{PopulationRow, PopulationTable};
use crate::facts::read::ListedPlace;
use crate::i18n::Label;
use crate::places::{Level, NewPlace, PlaceId, Places};
use crate::sources::{Grade, Provenance, SourceId};

const MADE_UP: Provenance = Provenance::new(SourceId::PlaceSplit, Grade::Illustrative);
const SIZE_SD: f64 = 0.20;
const TILT_SD: f64 = 0.08;
/// What a second centre adds to the size of its area.
const SECOND_CENTRE: f64 = 0.7;

/// Adds the places that were counted but not listed, so that the tree has its four levels.
pub(in crate::facts) fn complete_tree(mut listed: Vec<ListedPlace>) -> Vec<NewPlace> {
    add_implicit_ward(&mut listed);
    let wards: Vec<usize> =
        (0..listed.len()).filter(|i| listed[*i].place.level == Level::Ward).collect();
    for ward in wards {
        add_areas(&mut listed, ward);
        add_centres(&mut listed, ward);
    }
    listed.into_iter().map(|listed| listed.place).collect()
}

/// A municipality without wards gets one that stands for it.
fn add_implicit_ward(listed: &mut Vec<ListedPlace>) {
    if listed.iter().any(|listed| listed.place.level == Level::Ward) {
        return;
    }
    let Some(city) = listed.iter().position(|listed| listed.place.level == Level::Municipality)
    else {
        return;
    };
    let (n_areas, n_centres) = (listed[city].n_areas, listed[city].n_centres);
    let city = listed[city].place.clone();
    let code = format!("{}-w01", city.code);
    for below in listed.iter_mut() {
        if below.place.level != Level::Municipality
            && below.place.parent.as_deref() == Some(city.code.as_str())
        {
            below.place.parent = Some(code.clone());
        }
    }
    let place = NewPlace {
        code,
        level: Level::Ward,
        parent: Some(city.code.clone()),
        is_implicit: true,
        note: Label::default(),
        ..city
    };
    listed.push(ListedPlace { place, n_areas, n_centres });
}

fn children(listed: &[ListedPlace], parent: &str, level: Level) -> Vec<usize> {
    let is_child =
        |place: &NewPlace| place.level == level && place.parent.as_deref() == Some(parent);
    (0..listed.len()).filter(|index| is_child(&listed[*index].place)).collect()
}

fn add_areas(listed: &mut Vec<ListedPlace>, ward: usize) {
    let ward_place = listed[ward].place.clone();
    let known = children(listed, &ward_place.code, Level::Area);
    let n_areas = (listed[ward].n_areas.unwrap_or(1) as usize).max(known.len()).max(1);
    let missing = n_areas - known.len();
    let is_only = missing == 1 && n_areas == 1;
    for number in free_numbers(listed, &ward_place.code, 'a', missing) {
        let name = if is_only { ward_place.name.clone() } else { area_name(&ward_place, number) };
        let provenance = if is_only { ward_place.provenance } else { MADE_UP };
        let place = NewPlace {
            code: format!("{}-a{number:02}", base_code(&ward_place.code)),
            level: Level::Area,
            parent: Some(ward_place.code.clone()),
            name,
            provenance,
            is_implicit: is_only,
            note: Label::default(),
        };
        listed.push(ListedPlace { place, n_areas: None, n_centres: None });
    }
}

fn area_name(ward: &NewPlace, number: usize) -> Label {
    let Label { ja, en } = &ward.name;
    Label::new(
        format!("{ja} 第{number}圏域（例示）"),
        format!("{en}, area {number} (illustrative)"),
    )
}

fn add_centres(listed: &mut Vec<ListedPlace>, ward: usize) {
    let ward_place = listed[ward].place.clone();
    let areas: Vec<String> = children(listed, &ward_place.code, Level::Area)
        .into_iter()
        .map(|index| listed[index].place.code.clone())
        .collect();
    // A centre listed under its ward is a fact; the area it is put into is not.
    let unplaced = children(listed, &ward_place.code, Level::Centre);
    let mut fill: Vec<usize> =
        areas.iter().map(|area| children(listed, area, Level::Centre).len()).collect();
    let n_known = fill.iter().sum::<usize>() + unplaced.len();
    let n_centres = (listed[ward].n_centres.unwrap_or(1) as usize).max(n_known);
    for index in unplaced {
        listed[index].place.parent = emptiest(&areas, &mut fill);
    }
    let base = base_code(&ward_place.code).to_owned();
    for number in free_numbers(listed, &ward_place.code, 'c', n_centres - n_known) {
        let Label { ja, en } = &ward_place.name;
        let place = NewPlace {
            code: format!("{base}-c{number:02}"),
            level: Level::Centre,
            parent: emptiest(&areas, &mut fill),
            name: Label::new(
                format!("{ja} 第{number}センター（例示）"),
                format!("{en}, centre {number} (illustrative)"),
            ),
            provenance: MADE_UP,
            is_implicit: false,
            note: Label::default(),
        };
        listed.push(ListedPlace { place, n_areas: None, n_centres: None });
    }
}

/// The first area with the fewest centres, which then has one more; `fill` says how many each has.
fn emptiest(areas: &[String], fill: &mut [usize]) -> Option<String> {
    let fewest = (0..areas.len()).min_by_key(|area| fill[*area])?;
    fill[fewest] += 1;
    Some(areas[fewest].clone())
}

/// An implicit ward lends its areas the code of its municipality.
fn base_code(ward: &str) -> &str {
    ward.strip_suffix("-w01").unwrap_or(ward)
}

/// The lowest numbers that no listed code of this kind uses.
fn free_numbers(listed: &[ListedPlace], ward: &str, kind: char, n: usize) -> Vec<usize> {
    let base = base_code(ward);
    let is_used = |number: &usize| {
        let code = format!("{base}-{kind}{number:02}");
        listed.iter().any(|listed| listed.place.code == code)
    };
    (1..).filter(|number| !is_used(number)).take(n).collect()
}

/// The base year by care area, from the wards.
pub fn split(
    places: &Places,
    base: &PopulationTable<Completed>,
    seed: &str,
) -> PopulationTable<Completed> {
    let mut rows = Vec::new();
    for ward in places.wards() {
        let areas: Vec<_> = places.within(ward, Level::Area).collect();
        let weights: Vec<_> = areas.iter().map(|area| Weights::draw(places, *area, seed)).collect();
        for row in base.rows.iter().filter(|row| row.place == ward) {
            let start = rows.len();
            rows.extend(areas.iter().map(|area| PopulationRow {
                place: *area,
                by_age: Vec::with_capacity(row.by_age.len()),
                ..row.clone()
            }));
            for (people, group) in row.by_age.iter().zip(base.groups.as_slice()) {
                let by_area: Vec<f64> = weights.iter().map(|weights| weights.at(*group)).collect();
                for (offset, part) in apportion(*people, &by_area).into_iter().enumerate() {
                    rows[start + offset].by_age.push(part);
                }
            }
        }
    }
    let is_made_up = places.own_at_level(Level::Area).next().is_some();
    let provenance = if is_made_up { MADE_UP } else { base.provenance };
    PopulationTable { rows, provenance, note: seed.to_owned(), ..base.clone() }
}

/// How an area differs from an equal share of its ward.
struct Weights {
    size: f64,
    tilt: f64,
}

impl Weights {
    /// Drawn by the area's own code: adding an area elsewhere changes nothing here.
    fn draw(places: &Places, area: PlaceId, seed: &str) -> Self {
        let key = Fnv::of(seed) ^ Fnv::of(places.code(area));
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(key);
        let n_centres = places.within(area, Level::Centre).count();
        let centres = 1.0 + SECOND_CENTRE * (n_centres.max(1) - 1) as f64;
        let size = centres * libm::exp(SIZE_SD * normal(&mut rng));
        Self { size, tilt: TILT_SD * normal(&mut rng) }
    }

    /// The tilt is nothing at 45, and acts once more for every 20 years of age above it.
    fn at(&self, group: AgeGroup) -> f64 {
        let middle = group.to.map_or(f64::from(group.from) + 2.5, |to| {
            (f64::from(group.from) + f64::from(to) + 1.0) / 2.0
        });
        self.size * libm::exp(self.tilt * (middle - 45.0) / 20.0)
    }
}

/// Twelve uniforms less six: close enough to normal for a made-up size, and whole numbers until
/// the last step, so it is the same on every machine.
fn normal(rng: &mut Xoshiro256PlusPlus) -> f64 {
    let sum: u64 = (0..12).map(|_| rng.next_u64() >> 32).sum();
    sum as f64 / 4_294_967_296.0 - 6.0
}
