//! What can be read and cannot be so: more of a part than of the whole, a year far from all others.
//! And what can be and is hardly meant: that does not keep anything out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::problem::{At, Fault, Problem};
use super::settle::Done;
use super::settle::figures::Figure;
use super::tables::Tables;
use crate::facts::Municipality;
use crate::i18n::{Label, Lang, time};
use crate::places::{Level, PlaceId};
use crate::units::{FiscalYear, When};

/// Nobody has more of the first than of the second. Posts are filled on a day; people are counted
/// at some time of a year.
const PARTS: [(&str, &str, bool); 6] = [
    ("filled", "posts", true),
    ("certified", "population", false),
    ("living_alone", "population", false),
    ("living_alone", "pop_65", false),
    ("pop_65", "population", false),
    ("pop_75", "pop_65", false),
];

/// The first may be more than the second, and seldom is.
const SELDOM: (&str, &str) = ("alarm_total", "living_alone");

/// Years before the history that nobody writes down any more, and those that are worth a look.
const FAR: i16 = 30;
const LONG_AGO: i16 = 10;

/// So many times more or less than before is another unit, most likely.
const UNLIKE: f64 = 10.0;
/// Below that, small numbers double from one year to the next.
const MANY: f64 = 50.0;

#[derive(Default)]
pub(super) struct Found {
    pub(super) wrong: Vec<Problem>,
    pub(super) strange: Vec<Problem>,
}

/// Is the year of the people, from which all is computed, far from those of the plan?
pub(super) fn base_year(tables: &Tables) -> Option<Fault> {
    let rows = tables.rows("municipality.csv")?;
    let year = |key: &str| -> Option<i16> {
        let row = rows.rows.iter().find(|row| row.first().is_some_and(|cell| cell == key))?;
        row.get(1)?.parse().ok()
    };
    let (year, first, last) = (year("base_year")?, year("history_first")?, year("outlook_end")?);
    let is_far = !(first - FAR..=last).contains(&year);
    is_far.then_some(Fault::YearFar { year, first: first - LONG_AGO, last })
}

/// A value that was given, and its place.
type Given<'a> = (PlaceId, &'a Figure);
/// What was told already: of a part of something, in a year, at a place.
type Told = BTreeSet<(&'static str, Option<FiscalYear>, PlaceId)>;

/// Looks at what was given, in a municipality that has it all.
pub(super) fn look(city: &Municipality, before: &Tables, done: &Done, sheet: &str) -> Found {
    let place = |figure: &Figure| city.places.find(&figure.key.place);
    let given = done.given.iter().filter_map(|figure| Some((place(figure)?, figure)));
    let mut given: Vec<Given<'_>> = given.collect();
    // From centres up: what is wrong in one is wrong in the sums over it, and told once.
    given.sort_by_key(|(place, figure)| (Reverse(city.places.get(*place).level), &figure.at));
    let mut looking =
        Looking { city, seen: BTreeMap::new(), told: Told::new(), found: Found::default() };
    for seen in &city.observations {
        let list = looking.seen.entry((seen.measure.as_str(), seen.place)).or_default();
        list.push((seen.when, seen.value));
    }
    looking.years(&given);
    given.iter().for_each(|given| looking.parts(given));
    if done.sees_people {
        looking.people(sheet);
    }
    looking.unlike(&given, before);
    looking.found
}

struct Looking<'a> {
    city: &'a Municipality,
    /// All that is known, by measure and place.
    seen: BTreeMap<(&'a str, PlaceId), Vec<(When, f64)>>,
    told: Told,
    found: Found,
}

impl Looking<'_> {
    /// No part is more than its whole.
    fn parts(&mut self, (place, Figure { key, value, at, .. }): &Given<'_>) {
        let spot = (*place, key.when);
        for (part, whole, is_of_a_day) in PARTS {
            let is_near = |seen: When| match is_of_a_day {
                true => seen == key.when,
                false => seen.fiscal_year() == key.when.fiscal_year(),
            };
            let [low, high] = match key.measure.as_str() {
                measure if measure == part => [Some(*value), self.value_of(whole, spot, &is_near)],
                measure if measure == whole => [self.value_of(part, spot, &is_near), Some(*value)],
                _ => continue,
            };
            let Some((low, high)) = low.zip(high).filter(|(low, high)| high < low) else {
                continue;
            };
            let year = key.when.fiscal_year();
            if !self.told.contains(&(part, year, *place)) {
                self.told.extend(self.city.places.lineage(*place).map(|at| (part, year, at)));
                let fault = self.more_than((part, low), (whole, high), spot, false);
                self.found.wrong.push(Problem::new(at.clone(), fault));
            }
        }
        let (part, whole) = SELDOM;
        let most = self.value_of(whole, spot, &|_| true).filter(|most| most < value);
        if let Some(most) = most.filter(|_| key.measure == part) {
            let fault = self.more_than((part, *value), (whole, most), spot, true);
            self.found.strange.push(Problem::new(at.clone(), fault));
        }
    }

    /// What was there already, beside a population that is new: the first is enough to tell. It keeps
    /// nothing out, for what was there may be what is brought next.
    fn people(&mut self, sheet: &str) {
        for (part, whole, _) in PARTS {
            let Some(age) = age_of(whole) else { continue };
            for seen in self.city.observations.iter().filter(|seen| seen.measure.as_str() == part) {
                let spot = (seen.place, seen.when);
                let most = self.counted(age, spot).filter(|most| *most < seen.value);
                let year = seen.when.fiscal_year();
                if let Some(most) = most.filter(|_| !self.told.contains(&(part, year, seen.place)))
                {
                    let fault = self.more_than((part, seen.value), (whole, most), spot, true);
                    self.found.strange.push(Problem::new(At::sheet(sheet), fault));
                    return;
                }
            }
        }
    }

    /// Years far from those of the plan, each told once.
    fn years(&mut self, given: &[Given<'_>]) {
        let frame = &self.city.frame;
        let (first, last) = (frame.history.first.0, frame.outlook_end.0);
        let fault = |year| Fault::YearFar { year, first: first - LONG_AGO, last };
        let mut told = BTreeSet::new();
        for (_, Figure { key, at, .. }) in given {
            let Some(FiscalYear(year)) = key.when.fiscal_year() else { continue };
            if (first - LONG_AGO..=last).contains(&year) || !told.insert(year) {
                continue;
            }
            let can_be = (first - FAR..=frame.population_end.max(last)).contains(&year);
            let list = if can_be { &mut self.found.strange } else { &mut self.found.wrong };
            list.push(Problem::new(at.clone(), fault(year)));
        }
    }

    /// Ten times as much as was known of a year near it: once for each measure.
    fn unlike(&mut self, given: &[Given<'_>], before: &Tables) {
        let rows = before.rows("observations.csv").unwrap_or_default();
        let mut known: BTreeMap<(&str, &str), Vec<(i32, f64)>> = BTreeMap::new();
        for row in &rows.rows {
            let cell = |column| rows.cell(row, column);
            let month = When::parse(cell("time")).and_then(When::month);
            if let (Some(month), Ok(value)) = (month, cell("value").parse()) {
                known.entry((cell("measure"), cell("place"))).or_default().push((month.0, value));
            }
        }
        let mut told = BTreeSet::new();
        for (place, Figure { key, value, at, .. }) in given {
            let Some(month) = key.when.month() else { continue };
            let near = known.get(&(key.measure.as_str(), key.place.as_str()));
            let near = near.and_then(|near| near.iter().min_by_key(|(at, _)| at.abs_diff(month.0)));
            let Some((_, near)) = near.filter(|(_, near)| 0.0 < *near) else { continue };
            let is_unlike = near * UNLIKE <= *value || *value * UNLIKE <= *near;
            let is_small = near.max(*value) < MANY && !self.is_share(&key.measure);
            if is_unlike && !is_small && told.insert(&key.measure) {
                let what = self.name(&key.measure, Some((*place, key.when)));
                let fault = Fault::Unlike { what, value: *value, before: *near };
                self.found.strange.push(Problem::new(at.clone(), fault));
            }
        }
    }

    fn is_share(&self, measure: &str) -> bool {
        self.city.measure(measure).is_some_and(|measure| measure.unit.ja.starts_with('%'))
    }

    fn more_than(
        &self,
        (part, value): (&str, f64),
        (whole, most): (&str, f64),
        spot: (PlaceId, When),
        can_be: bool,
    ) -> Fault {
        let (what, than) = (self.name(part, Some(spot)), self.name(whole, None));
        Fault::MoreThan { what, value, than, most, can_be }
    }

    fn name(&self, measure: &str, spot: Option<(PlaceId, When)>) -> Label {
        let label = self.city.measure(measure).map(|measure| &measure.label);
        let words = |lang| {
            let label = label.map_or(measure, |label| label.get(lang));
            let Some((place, when)) = spot else { return label.to_owned() };
            let place = self.city.places.get(place).name.get(lang);
            format!("{label} {place} {}", time::when(lang, when))
        };
        Label::new(words(Lang::Ja), words(Lang::En))
    }

    /// What is known of a measure at a place, at the time nearest to another.
    fn value_of(
        &self,
        measure: &str,
        spot: (PlaceId, When),
        is_near: &dyn Fn(When) -> bool,
    ) -> Option<f64> {
        let (place, when) = spot;
        let month = |when: When| when.month().map_or(0, |month| month.0);
        let seen = self.seen.get(&(measure, place)).into_iter().flatten();
        let seen = seen.filter(|(when, _)| is_near(*when));
        let seen = seen.min_by_key(|(seen, _)| month(*seen).abs_diff(month(when)));
        seen.map(|(_, value)| *value).or_else(|| self.counted(age_of(measure)?, spot))
    }

    /// People from an age up in the population of that year.
    fn counted(&self, age: u8, (place, when): (PlaceId, When)) -> Option<f64> {
        let year = self.city.frame.base_year;
        let table = match self.city.places.get(place).level {
            Level::Municipality | Level::Ward => &self.city.population.base,
            Level::Area | Level::Centre => &self.city.population.areas,
        };
        let is_same_year = match when {
            When::Day(date) => date.year == year,
            When::Month(month) => month.calendar_year() == year,
            when => when.fiscal_year() == Some(FiscalYear(year)),
        };
        let people = table.from_age(place, year, age).filter(|_| is_same_year)?;
        Some(people.persons() as f64)
    }
}

/// The age from which a measure counts people.
fn age_of(measure: &str) -> Option<u8> {
    match measure {
        "population" => Some(0),
        "pop_65" => Some(65),
        _ => None,
    }
}
