//! What a file would change, before anything is changed. Taken as a whole or not at all.

use std::collections::BTreeMap;

use crate::exchange::meaning::headings::Known;
use crate::exchange::meaning::lexicon::Lexicon;
use crate::exchange::meaning::names::Names;
use crate::exchange::meaning::{Hints, Understood, parts, shape, understand};
use crate::exchange::newcomer::{self, Asked};
use crate::exchange::own;
use crate::exchange::plausible;
use crate::exchange::problem::{At, Fault, Problem};
use crate::exchange::settle::people::PeopleRow;
use crate::exchange::settle::{Done, Ground, Split, follow, places, settle};
use crate::exchange::sheet::Sheet;
use crate::exchange::tables::{Rows, Tables};
use crate::facts::Municipality;
use crate::facts::age::{AgeGroup, AgeGroups, Sex};
use crate::facts::builtin::JAPAN;
use crate::facts::counting::Completed;
use crate::facts::illustrative;
use crate::facts::observation::MeasureFact;
use crate::facts::population::{PopulationRow, PopulationTable};
use crate::i18n::Text;
use crate::sources::{Grade, Provenance, SourceId};

#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Table by table: title, values understood, columns left aside, notes below.
    pub sheets: Vec<SheetSeen>,
    pub problems: Vec<Problem>,
    /// What is hardly meant, and keeps nothing out.
    pub warnings: Vec<Problem>,
    pub done: Done,
    pub n_new_places: usize,
    /// What no file says and assumptions stand in for: of another municipality.
    pub assumed: Vec<Text>,
    after: Tables,
}

/// What was seen in one table of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetSeen {
    pub name: String,
    pub first_row: usize,
    pub title: String,
    pub n_values: usize,
    pub ignored: Vec<String>,
    pub notes: Vec<String>,
    /// Values that were turned into our unit: theirs, the power of ten, how many.
    pub scaled: BTreeMap<(String, i32), usize>,
    /// Nameable people stand in it: only their number is taken.
    pub has_people: bool,
}

/// A file as it was opened.
pub struct Opened<'a> {
    pub name: &'a str,
    pub sheets: &'a [Sheet],
}

impl Preview {
    /// What the files would change in a municipality's tables.
    pub fn of(files: &[Opened<'_>], tables: &Tables, city: &Municipality, hints: &Hints) -> Self {
        let edition = city.population.edition.as_ref();
        let is_projection = edition.is_some_and(|table| 1 < table.dates().len());
        let split = |wards: &[&PeopleRow]| split(city, tables, wards);
        let names = Names::of(&city.places);
        let split: Option<Split<'_>> = if is_projection { Some(&split) } else { None };
        let making = Making { measures: &city.measures, split, adds_places: false };
        let mut preview = making.preview(files, tables, names, hints);
        preview.check(tables);
        preview
    }

    pub fn can_be_accepted(&self) -> bool {
        self.problems.is_empty()
    }

    /// The tables with everything taken in; the ones from before are the way back.
    pub fn accept(self) -> Result<Tables, Vec<Problem>> {
        if self.problems.is_empty() { Ok(self.after) } else { Err(self.problems) }
    }
}

const OBSERVED: &str = "observations.csv";

/// A census year, for the words of a preview without any population.
const DEFAULT_BASE: i16 = 2020;

/// What every import needs beside the files.
pub(super) struct Making<'a> {
    pub(super) measures: &'a [MeasureFact],
    pub(super) split: Option<Split<'a>>,
    /// Every name is a new place: another municipality is made from its files alone.
    pub(super) adds_places: bool,
}

impl Making<'_> {
    pub(super) fn preview(
        &self,
        files: &[Opened<'_>],
        tables: &Tables,
        mut names: Names,
        hints: &Hints,
    ) -> Preview {
        let mut preview = Preview { after: tables.clone(), ..Preview::default() };
        preview.done = Done::new(self.measures);
        let lexicon = Lexicon::new(self.measures);
        self.add_places(files, &lexicon, &mut names, &mut preview);
        let men = men_by_age();
        for file in files {
            let mut understood = Vec::new();
            for sheet in file.sheets.iter().filter(|sheet| !sheet.is_blank()) {
                if own::is_for_reading(sheet) {
                    continue;
                }
                if let Some((name, rows)) = own::table(sheet) {
                    preview.take_over(name, &rows);
                    continue;
                }
                let known = Known { lexicon: &lexicon, names: &names };
                let seen = understand(sheet, file.name, known, hints);
                preview.sheets.extend(seen.iter().map(SheetSeen::of));
                understood.extend(seen);
            }
            // One sheet that makes sense is enough: others may be covers and explanations.
            let is_useful = understood.iter().any(|sheet| 0 < sheet.n_values());
            for sheet in &mut understood {
                // What was read, and refused for what stands elsewhere, is no cover.
                let is_open = |it: &Problem| {
                    matches!(it.fault, Fault::SameName { .. } | Fault::UnitOfWhat { .. })
                };
                let is_read = 0 < sheet.n_values() || sheet.problems.iter().any(is_open);
                if is_useful && !is_read {
                    sheet.points.clear();
                } else {
                    preview.problems.append(&mut sheet.problems);
                    preview.warnings.append(&mut sheet.warnings);
                }
            }
            let ground = Ground { names: &names, file: file.name, men: &men, split: self.split };
            settle(&understood, &ground, &mut preview.after, &mut preview.done);
        }
        follow::totals(tables, &mut preview.after, &mut preview.done);
        preview.problems.append(&mut preview.done.problems);
        preview
    }

    /// Lists of centres bring their places with them.
    fn add_places(
        &self,
        files: &[Opened<'_>],
        lexicon: &Lexicon,
        names: &mut Names,
        preview: &mut Preview,
    ) {
        for sheet in files.iter().flat_map(|file| file.sheets) {
            if own::is_for_reading(sheet) || own::table(sheet).is_some() {
                continue;
            }
            for part in parts::parts(sheet, Known { lexicon, names }) {
                let Some((headings, end)) = shape(&part.sheet, Known { lexicon, names }) else {
                    continue;
                };
                if self.adds_places || places::lists_centres(&headings) {
                    let lines =
                        places::lines(&part.sheet, &headings, end, Known { lexicon, names });
                    let after = &mut preview.after;
                    preview.n_new_places += places::add(&lines, names, after);
                }
            }
        }
    }
}

impl Preview {
    fn take_over(&mut self, file: &'static str, rows: &Rows) {
        let was_there = self.after.get(file).is_some();
        let entry = self.done.changes.entry(file.to_owned()).or_default();
        if was_there {
            entry.1 += rows.rows.len()
        } else {
            entry.0 += rows.rows.len()
        }
        self.after.set_rows(file, rows);
    }

    /// The years of another municipality follow from its population.
    pub(super) fn set_years(&mut self, asked: &Asked) {
        let mut head = self.after.rows("municipality.csv").unwrap_or_default();
        let base = head.rows.iter().find(|row| row[0] == "base_year");
        let base = base.and_then(|row| row[1].parse().ok());
        for (key, value) in newcomer::years(base.unwrap_or(DEFAULT_BASE), asked.plan_first) {
            head.put(&["key"], vec![key.to_owned(), value]);
        }
        self.after.set_rows("municipality.csv", &head);
    }

    pub(super) fn tables(&self) -> &Tables {
        &self.after
    }

    /// What would be accepted must load: whatever the reader of the tables finds is told as well.
    pub(super) fn check(&mut self, before: &Tables) {
        let sheet = self.sheets.first().map_or(String::new(), |sheet| sheet.name.clone());
        let is_right_so_far = self.problems.is_empty();
        if is_right_so_far && self.after == *before && self.done.changes.is_empty() {
            self.problems.push(Problem::new(At::sheet(&sheet), Fault::NothingUnderstood));
            return;
        }
        // With people of a year far away nothing can be made that the rest could be held against.
        if let Some(fault) = plausible::base_year(&self.after).filter(|_| self.done.sees_people) {
            self.problems.push(Problem::new(At::sheet(&sheet), fault));
            return;
        }
        let made = self.after.municipality();
        if let Ok(city) = &made {
            let found = plausible::look(city, before, &self.done, &sheet);
            self.problems.extend(found.wrong);
            self.warnings.extend(found.strange);
        }
        if !is_right_so_far {
            return;
        }
        let errors = match made {
            Ok(city) => {
                if before.get(OBSERVED).is_none() {
                    self.assumed = newcomer::assumed(&city);
                }
                crate::facts::check::check(&city)
            }
            Err(errors) => errors,
        };
        let faults = errors.into_iter().map(|error| {
            let at = At { sheet: error.at.file.clone(), ..At::default() };
            Problem::new(at, Fault::Fact(error))
        });
        self.problems.extend(faults);
    }
}

impl SheetSeen {
    fn of(sheet: &Understood) -> Self {
        Self {
            name: sheet.sheet.clone(),
            first_row: sheet.first_row,
            title: sheet.title.clone(),
            n_values: sheet.n_values(),
            ignored: sheet.ignored.clone(),
            notes: sheet.notes.clone(),
            scaled: sheet.scaled.clone(),
            has_people: sheet.has_people,
        }
    }
}

/// The nation's share of men by age, from its census.
fn men_by_age() -> impl Fn(AgeGroup) -> f64 {
    let rows = Rows::parse(JAPAN.read("population.csv").unwrap_or_default());
    let newest = rows.rows.iter().map(|row| rows.cell(row, "date").to_owned()).max();
    let mut people: BTreeMap<u8, [f64; 2]> = BTreeMap::new();
    for row in rows.rows.iter().filter(|row| Some(rows.cell(row, "date")) == newest.as_deref()) {
        let Some(sex) = Sex::find(rows.cell(row, "sex")) else { continue };
        for (name, cell) in rows.columns.iter().zip(row) {
            let Some(group) = AgeGroup::parse(name).filter(|_| name != "date") else { continue };
            people.entry(group.from).or_default()[sex.index()] += cell.parse().unwrap_or(0.0);
        }
    }
    move |group| {
        let inside = people.iter().filter(|(from, _)| {
            // A group narrower than five years has the share of the one it lies in.
            group.contains(**from) || (**from <= group.from && group.from < **from + 5)
        });
        let [men, women] =
            inside.fold([0.0, 0.0], |[m, w], (_, [men, women])| [m + men, w + women]);
        if men + women == 0.0 { 0.5 } else { men / (men + women) }
    }
}

/// Divides wards among their areas as the built-in cities are: marked as a guess.
fn split(city: &Municipality, tables: &Tables, wards: &[&PeopleRow]) -> Vec<PeopleRow> {
    let Some(first) = wards.first() else { return Vec::new() };
    let Some(groups) = AgeGroups::new(first.groups.clone()) else { return Vec::new() };
    let rows = wards.iter().filter_map(|row| {
        let place = city.places.find(&row.place)?;
        Some(PopulationRow { place, date: row.date, sex: row.sex, by_age: row.by_age.clone() })
    });
    let provenance = Provenance::new(SourceId::PlaceSplit, Grade::Illustrative);
    let base = PopulationTable {
        groups,
        rows: rows.collect(),
        provenance,
        note: String::new(),
        way: Completed,
    };
    let head = tables.rows("municipality.csv").unwrap_or_default();
    let seed = head.rows.iter().find(|row| row.first().is_some_and(|key| key == "split_seed"));
    let seed = seed.and_then(|row| row.get(1)).map_or(city.code.as_str(), String::as_str);
    let areas = illustrative::split(&city.places, &base, seed);
    let area_row = |row: PopulationRow| PeopleRow {
        place: city.places.code(row.place).to_owned(),
        date: row.date,
        sex: row.sex,
        groups: first.groups.clone(),
        half: vec![0; row.by_age.len()],
        by_age: row.by_age,
    };
    areas.rows.into_iter().map(area_row).collect()
}
