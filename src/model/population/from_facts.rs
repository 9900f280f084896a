//! A municipality's population tables as plain numbers.

use super::ground::{Tables, WardTables};
use super::official::{FiveYear, N_GROUPS};
use crate::facts::Basis;
use crate::facts::age::Sex;
use crate::facts::counting::Counting;
use crate::facts::population::PopulationTable;
use crate::places::PlaceId;
use crate::sources::Grade;
use crate::units::sort_few;

/// The tables the population is lowered from.
#[inline]
pub fn tables(city: &Basis) -> Tables {
    let base_year = city.frame.base_year;
    let population = &city.population;
    let groups = population.base.groups.as_slice();
    let starts: Vec<usize> = groups.iter().map(|group| usize::from(group.from)).collect();
    let wards = city.places.wards().map(|ward| {
        let areas = city.places.children(ward);
        WardTables {
            starts: starts.clone(),
            base: by_sex(&population.base, ward, base_year),
            areas: areas.iter().map(|&a| by_sex(&population.areas, a, base_year)).collect(),
            edition: edition(city, ward),
            counted_70: counted_70(city, ward),
            deaths: deaths(city, ward),
        }
    });
    let wards = wards.collect();
    let guessed = [Grade::Assumed, Grade::Illustrative];
    Tables {
        base_year: i32::from(base_year),
        wards,
        life_tables: life_tables(city),
        areas_are_guessed: guessed.contains(&population.areas.provenance.grade),
    }
}

#[inline]
fn by_sex<K: Counting>(table: &PopulationTable<K>, place: PlaceId, year: i16) -> [Vec<f64>; 2] {
    Sex::BOTH.map(|sex| {
        let row = table.row(place, year, sex);
        row.map_or_else(
            || vec![0.0; table.groups.as_slice().len()],
            |row| row.iter().map(|&heads| f64::from(heads)).collect(),
        )
    })
}

/// The years of the edition for a ward, five years apart, in groups 0–4 … 90+.
#[inline]
fn edition(city: &Basis, ward: PlaceId) -> Vec<(i32, FiveYear)> {
    let Some(table) = &city.population.edition else { return Vec::new() };
    let groups = table.groups.as_slice();
    if groups.len() < N_GROUPS || groups[N_GROUPS - 1].from != 90 {
        return Vec::new();
    }
    let mut out: Vec<(i32, FiveYear)> = Vec::new();
    for date in table.dates() {
        let year = i32::from(date.year);
        if out.last().is_some_and(|(before, _)| year != before + 5) {
            continue;
        }
        let rows = Sex::BOTH.map(|sex| table.row(ward, date.year, sex));
        let [Some(men), Some(women)] = rows else { continue };
        let five = |row: &[u32]| {
            std::array::from_fn(|g| match g {
                OPEN => row[OPEN..].iter().map(|&heads| f64::from(heads)).sum(),
                _ => f64::from(row[g]),
            })
        };
        out.push((year, [five(men), five(women)]));
    }
    out
}

const OPEN: usize = N_GROUPS - 1;

/// People of 70 and over in the census of the edition's first year, unknown ages left out.
#[inline]
fn counted_70(city: &Basis, ward: PlaceId) -> Option<f64> {
    let first = city.population.edition.as_ref()?.dates().first()?.year;
    let bands = city.population.bands.iter();
    let of_ward = |b: &&crate::facts::basis::CensusBands| {
        b.place == ward && b.date.year == first && b.sex.is_none()
    };
    bands.filter(of_ward).find_map(|b| b.from_70).map(f64::from)
}

#[inline]
fn deaths(city: &Basis, ward: PlaceId) -> Vec<(i32, f64)> {
    let register = city.population.register.iter();
    let of_ward = register.filter(|year| year.place == ward && 0 < year.deaths);
    of_ward.map(|year| (i32::from(year.flow_year), f64::from(year.deaths))).collect()
}

#[inline]
fn life_tables(city: &Basis) -> Vec<(i32, [Vec<f64>; 2])> {
    let mut years: Vec<i16> = city.national.life_tables.iter().map(|table| table.year).collect();
    sort_few(&mut years, Ord::cmp);
    years.dedup();
    let of = |year| {
        let [men, women] = Sex::BOTH.map(|sex| city.national.life_table(year, sex));
        Some((i32::from(year), [men?.qx.clone(), women?.qx.clone()]))
    };
    years.into_iter().filter_map(of).collect()
}
