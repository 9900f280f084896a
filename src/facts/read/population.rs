//! Tables of people by place, day, sex and age: one row each, ages in columns.

use crate::facts::age::{AgeGroup, AgeGroups, Sex, people_words};
use crate::facts::counting::{Completed, Counting, Raw};
use crate::facts::error::{FactError, FileProblem, Problem};
use crate::facts::population::{PopulationRow, PopulationTable};
use crate::facts::read::Reading;
use crate::facts::table::{Row, Table};
use crate::places::{Level, PlaceId, Places};
use crate::units::{Date, When};

const KEYS: [&str; 3] = ["place", "date", "sex"];

impl Reading<'_> {
    /// The projection by ward with its base.
    #[inline(never)]
    pub(super) fn read_edition(&mut self, places: &Places) -> Option<PopulationTable<Completed>> {
        let table = self.optional("population.csv")?;
        self.population(&table, Completed, |_, code| places.find(code), Some(places))
    }

    #[inline(never)]
    pub(super) fn read_census(&mut self, places: &Places) -> Option<PopulationTable<Raw>> {
        let table = self.optional("census.csv")?;
        self.population(&table, Raw, |_, code| places.find(code), Some(places))
    }

    /// The nation's census: its one place stands for no place of ours.
    #[inline(never)]
    pub(super) fn read_national_population(&mut self) -> Option<PopulationTable<Raw>> {
        let table = self.embedded("population.csv")?;
        self.population(&table, Raw, |_, code| (code == "00000").then_some(PlaceId(0)), None)
    }

    /// A municipality's own areas, from its register: all of them, in the base year.
    #[inline(never)]
    pub(super) fn read_area_population(
        &mut self,
        places: &Places,
        base_year: i16,
    ) -> Option<PopulationTable<Completed>> {
        let table = self.optional("area_population.csv")?;
        let areas = self.population(&table, Completed, |_, code| places.find(code), None)?;
        let mut is_complete = true;
        for area in places.areas() {
            for sex in Sex::BOTH {
                if areas.row(area, base_year, sex).is_none() {
                    let (code, year) = (places.code(area).to_owned(), base_year);
                    let problem = FileProblem::MissingPeople { code, year, sex };
                    self.errors.push(FactError::new(&table.file, problem));
                    is_complete = false;
                }
            }
        }
        is_complete.then_some(areas)
    }

    fn population<K: Counting>(
        &mut self,
        table: &Table,
        way: K,
        find: impl Fn(&Table, &str) -> Option<PlaceId>,
        sums: Option<&Places>,
    ) -> Option<PopulationTable<K>> {
        let own = self.own_sources.clone();
        let checked = check_way(table, K::KEY)
            .and_then(|()| table.expect_first_columns(&KEYS))
            .and_then(|()| Ok((table.provenance(&own)?, age_groups(table)?)));
        let (provenance, groups) = self.keep(checked)?;
        self.errors.extend(table.duplicates(&KEYS));
        let ages: Vec<usize> = age_columns(table).collect();
        let mut rows = Vec::new();
        let mut lines = Vec::new();
        for row in table.rows() {
            let Some(place) = find(table, row.text("place")) else {
                let problem = Problem::UnknownPlace { code: row.text("place").into() };
                self.errors.push(row.error("place", problem));
                continue;
            };
            let read = population_row(row, place, &ages);
            if let Some(read) = self.keep(read) {
                rows.push(read);
                lines.push(row.line());
            }
        }
        let note = table.header("note");
        let read = PopulationTable { groups, rows, provenance, note, way };
        if let Some(places) = sums {
            self.errors.extend(wards_against_city(&read, places, &table.file, &lines));
        }
        Some(read)
    }
}

/// A table says how it counts; the wrong one is refused at the door.
pub(super) fn check_way(table: &Table, expected: &'static str) -> Result<(), FactError> {
    let found = table.header("counting");
    if found.is_empty() {
        let problem = FileProblem::MissingHeader { name: "counting" };
        return Err(FactError::new(&table.file, problem));
    }
    if found != expected {
        return Err(FactError::new(&table.file, FileProblem::WrongCounting { found, expected }));
    }
    Ok(())
}

pub(super) fn day(row: Row<'_>) -> Result<Date, FactError> {
    let text = row.required("date")?;
    match When::parse(text) {
        Some(When::Day(date)) => Ok(date),
        _ => Err(row.error("date", Problem::NotATime { text: text.into() })),
    }
}

/// The positions of the columns that are ages.
fn age_columns(table: &Table) -> impl Iterator<Item = usize> + '_ {
    let columns = table.columns();
    (0..columns.len()).filter(|index| !KEYS.contains(&columns[*index].as_str()))
}

fn age_groups(table: &Table) -> Result<AgeGroups, FactError> {
    let mut groups = Vec::new();
    for index in age_columns(table) {
        let name = &table.columns()[index];
        let known = || table.unknown_column(name, "place, date, sex, 0-4, …, 90+");
        groups.push(AgeGroup::parse(name).ok_or_else(known)?);
    }
    AgeGroups::new(groups).ok_or_else(|| FactError::new(&table.file, FileProblem::NotAnAgeCut))
}

fn population_row(
    row: Row<'_>,
    place: PlaceId,
    ages: &[usize],
) -> Result<PopulationRow, FactError> {
    let date = day(row)?;
    let sex = row.word("sex", Sex::find, "male, female")?;
    let by_age = ages.iter().map(|column| row.count_at(*column)).collect::<Result<_, _>>()?;
    Ok(PopulationRow { place, date, sex, by_age })
}

/// Where the city and its wards are given for a year and sex, no ward is missing and every age
/// adds up.
fn wards_against_city<K: Counting>(
    table: &PopulationTable<K>,
    places: &Places,
    file: &str,
    lines: &[u32],
) -> Vec<FactError> {
    let mut errors = Vec::new();
    let wards: Vec<_> =
        places.wards().filter(|ward| places.get(*ward).level == Level::Ward).collect();
    for (row, line) in table.rows.iter().zip(lines) {
        if row.place != places.root() {
            continue;
        }
        let (year, sex) = (row.date.year, row.sex);
        let given = wards.iter().map(|ward| (*ward, table.row(*ward, year, sex)));
        let (parts, missing): (Vec<_>, Vec<_>) = given.partition(|(_, part)| part.is_some());
        let parts: Vec<_> = parts.into_iter().filter_map(|(_, part)| part).collect();
        if parts.is_empty() {
            continue;
        }
        for (ward, _) in &missing {
            let problem =
                FileProblem::MissingPeople { code: places.code(*ward).to_owned(), year, sex };
            errors.push(FactError::new(file, problem));
        }
        if !missing.is_empty() {
            continue;
        }
        for (index, whole) in row.by_age.iter().enumerate() {
            let sum: i64 = parts.iter().map(|part| i64::from(part[index])).sum();
            if sum != i64::from(*whole) {
                let group = table.groups.as_slice()[index];
                let what = people_words(year, sex, group);
                let problem = Problem::SumDiffers { what, parts: sum, whole: i64::from(*whole) };
                errors.push(FactError::at_cell(file, *line, &group.label(), problem));
            }
        }
    }
    errors
}
