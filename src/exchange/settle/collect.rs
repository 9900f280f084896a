//! Sorts the values of all sheets by what they are.

use std::collections::BTreeSet;

use super::blocks::Blocks;
use super::figures::{Figures, Key};
use super::people::People;
use super::{Done, Ground};
use crate::exchange::cells::age::Age;
use crate::exchange::cells::number::Cell;
use crate::exchange::meaning::facet::{Kind, PlaceSaid};
use crate::exchange::meaning::names::Names;
use crate::exchange::meaning::sums::{Total, total_of};
use crate::exchange::meaning::{Point, Understood};
use crate::exchange::problem::{At, Fault, Problem};
use crate::facts::age::AgeGroup;
use crate::units::{Date, When};

#[derive(Default)]
pub(super) struct Collected {
    pub(super) people: People,
    pub(super) figures: Figures,
}

pub(super) fn collect(sheets: &[Understood], ground: &Ground<'_>, done: &mut Done) -> Collected {
    let mut collected = Collected::default();
    for sheet in sheets {
        let mut sorting = Sorting {
            sheet,
            ground,
            unknown: BTreeSet::new(),
            says_no_time: false,
            says_no_measure: false,
            total: total_of(&measures_beside(sheet)),
            whole_ages: whole_ages(sheet),
        };
        collected.figures.counts_up = sheet.has_people;
        let mut blocks = Blocks::default();
        for point in &sheet.points {
            blocks.see(point, &sheet.sheet, done);
            sorting.sort(point, &mut collected, done);
        }
        collected.figures.counts_up = false;
    }
    collected
}

/// Measures of a sheet's values: what its totals are totals of.
fn measures_beside(sheet: &Understood) -> Vec<String> {
    let measures = sheet.points.iter().filter(|point| !point.facet.is_total);
    let found: BTreeSet<String> =
        measures.filter_map(|point| point.facet.measure.clone()).collect();
    found.into_iter().collect()
}

/// Of figures by age, those that make up everybody: sums beside their parts would count twice.
fn whole_ages(sheet: &Understood) -> Option<BTreeSet<AgeGroup>> {
    let groups: BTreeSet<AgeGroup> = sheet
        .points
        .iter()
        .filter_map(|point| match point.facet.age {
            Some(Age::Group(group)) => Some(group),
            _ => None,
        })
        .collect();
    let groups: Vec<AgeGroup> = groups.into_iter().collect();
    let chain = groups.iter().find_map(|group| super::ages::chain(&groups, group.from, None));
    chain.map(|chain| chain.into_iter().collect())
}

struct Sorting<'a> {
    sheet: &'a Understood,
    ground: &'a Ground<'a>,
    unknown: BTreeSet<String>,
    says_no_time: bool,
    says_no_measure: bool,
    /// What 計 stands for in this sheet.
    total: Option<Total>,
    whole_ages: Option<BTreeSet<AgeGroup>>,
}

impl Sorting<'_> {
    fn sort(&mut self, point: &Point, collected: &mut Collected, done: &mut Done) {
        let Point { facet, cell, row, column } = point;
        if facet.is_subtotal || facet.is_aside {
            return;
        }
        let at = At::cell(&self.sheet.sheet, *row, *column);
        // Told already: nothing more is said of it.
        let is_refused = *cell == Cell::Words;
        let Some(place) = self.place(point, done) else { return };
        let measure = match (&facet.measure, facet.is_total) {
            (_, true) => match &self.total {
                Some(total) => Some(total.whole.to_owned()),
                // A total of things that do not add up to an indicator is nobody's figure.
                None => return,
            },
            (measure, false) => measure.clone(),
        };
        let counts_people = match measure.as_deref() {
            None => facet.age.is_some() || facet.sex.is_some(),
            Some("population") => true,
            Some(_) => false,
        };
        let Some(when) = facet.when else {
            if !is_refused && !std::mem::replace(&mut self.says_no_time, true) {
                let at = self.of_table(&At::sheet(&self.sheet.sheet), point);
                done.problems.push(Problem::new(at, Fault::NoTime));
            }
            return;
        };
        let is_target = facet.kind == Some(Kind::Target);
        let by_age = facet.age.is_some_and(|age| age != Age::All) || facet.sex.is_some();
        if counts_people && !is_target && (by_age || self.has_ages()) {
            let name = self.ground.names.get(&place).map(|named| named.name.clone());
            collected.people.names.insert(place.clone(), name.unwrap_or_default());
            let age = facet.age.unwrap_or(Age::All);
            let day = (place, day_of(when));
            collected.people.add(day, (facet.sex, age), (*cell, at), &mut done.problems);
            return;
        }
        let measure = measure.or_else(|| counts_people.then(|| "population".to_owned()));
        let Some(measure) = measure else {
            if !is_refused && !std::mem::replace(&mut self.says_no_measure, true) {
                let at = self.of_table(&At { row: 0, ..at }, point);
                done.problems.push(Problem::new(at, Fault::NoMeasure));
            }
            return;
        };
        let key = Key { measure, place, when, is_target };
        let kind = facet.kind.unwrap_or(Kind::Actual);
        if let Some(total) = self.total.as_ref().filter(|total| facet.is_total && !total.is_all) {
            // By age or sex it is a part of a part: left alone.
            if facet.sex.is_none() && facet.age.is_none() {
                collected.figures.add_of_some(key, (&total.kinds, kind), (*cell, at), done);
            }
            return;
        }
        self.figure(point, key, (kind, at), collected, done);
    }

    /// Of a table below another the first row with a value is named.
    fn of_table(&self, at: &At, point: &Point) -> At {
        let row = if self.sheet.first_row == 0 { at.row } else { point.row + 1 };
        At { row, ..at.clone() }
    }

    fn has_ages(&self) -> bool {
        self.whole_ages.is_some()
    }

    /// A figure by age is added up; its parts are not kept.
    fn figure(
        &mut self,
        point: &Point,
        key: Key,
        (kind, at): (Kind, At),
        collected: &mut Collected,
        done: &mut Done,
    ) {
        let Point { facet, cell, .. } = point;
        match (facet.age, &self.whole_ages) {
            (Some(Age::Group(group)), Some(whole)) if whole.contains(&group) => {
                collected.figures.by_age.see(&key, facet.sex, (*cell, &at));
                let counts_up = std::mem::replace(&mut collected.figures.counts_up, true);
                collected.figures.add(key, (facet.sex, kind, facet.at_least), (*cell, at), done);
                collected.figures.counts_up = counts_up;
            }
            (Some(Age::Group(_) | Age::NotKnown), _) => {}
            // The total beside the ages is what they add up to.
            (Some(Age::All), Some(_)) => {
                let meant = (facet.sex, kind, facet.at_least);
                collected.figures.by_age.see_all(key, meant, (*cell, at));
            }
            _ => collected.figures.add(key, (facet.sex, kind, facet.at_least), (*cell, at), done),
        }
    }

    /// The code of the place; an unknown name is told once.
    fn place(&mut self, point: &Point, done: &mut Done) -> Option<String> {
        let root = || self.ground.names.root().map(|named| named.code.clone());
        match &point.facet.place {
            None | Some(PlaceSaid::Total) => root(),
            Some(PlaceSaid::Code(code)) => Some(code.clone()),
            Some(PlaceSaid::Unknown(name)) => {
                let fault = |names: &Names| Fault::UnknownPlace {
                    name: name.clone(),
                    near: names.near(name),
                };
                self.tell(point, name, fault, done)
            }
            Some(PlaceSaid::UnknownCode(code)) => {
                let fault = |names: &Names| Fault::UnknownCode {
                    code: code.clone(),
                    near: names.near_codes(code),
                };
                self.tell(point, code, fault, done)
            }
        }
    }

    /// Tells of a place once, and not where the value was refused.
    fn tell<T>(
        &mut self,
        point: &Point,
        name: &str,
        fault: impl Fn(&Names) -> Fault,
        done: &mut Done,
    ) -> Option<T> {
        if point.cell != Cell::Words && self.unknown.insert(name.to_owned()) {
            let fault = fault(self.ground.names);
            done.problems.push(Problem::new(At::row(&self.sheet.sheet, point.row), fault));
        }
        None
    }
}

/// The day a population holds on: 1 October of a year.
fn day_of(when: When) -> Date {
    match when {
        When::Day(date) => date,
        When::Month(month) => {
            Date { year: month.calendar_year(), month: month.month_of_year(), day: 1 }
        }
        When::FiscalYear(year) => Date { year: year.0, month: 10, day: 1 },
        When::CalendarYear(year) => Date { year, month: 10, day: 1 },
        When::Undated => Date { year: 0, month: 10, day: 1 },
    }
}

/// Wards or areas that a population leaves out.
pub(super) fn missing<'a>(
    ground: &'a Ground<'_>,
    level: crate::places::Level,
    given: &BTreeSet<String>,
) -> Vec<&'a str> {
    let all = ground.names.at(level);
    all.filter(|named| !given.contains(&named.code)).map(|named| named.name.as_str()).collect()
}
