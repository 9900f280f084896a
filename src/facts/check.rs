//! What must add up once a municipality is read: the sums that prove the roll-up.

use crate::facts::age::{AgeGroup, Sex, people_words};
use crate::facts::apportion::apportion;
use crate::facts::basis::Population;
use crate::facts::counting::Completed;
use crate::facts::error::{FactError, Problem};
use crate::facts::population::{PopulationRow, PopulationTable};
use crate::facts::{Basis, Municipality};
use crate::i18n::{Label, Lang, Text};
use crate::places::{Level, Place, PlaceId};
use crate::sources::{Grade, Provenance, SourceId};

/// One line of the proof: a place, its own figure, and the sum of what lies below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumRow {
    pub place: PlaceId,
    pub name: Label,
    pub level: Level,
    pub what: Text,
    pub whole: i64,
    pub parts: i64,
    /// The numbers of the place were made up.
    pub is_illustrative: bool,
}

impl SumRow {
    pub fn adds_up(&self) -> bool {
        self.whole == self.parts
    }
}

const PEOPLE: [(u8, Text); 3] = [
    (0, Text { ja: "人口", en: "population" }),
    (65, Text { ja: "65歳以上", en: "65 and over" }),
    (75, Text { ja: "75歳以上", en: "75 and over" }),
];

/// Base-year people of each municipality and ward against the sum of the level below, of each area
/// against its centres, and of the municipality against all its centres: see [`people_by_centre`].
pub fn sums(municipality: &Municipality) -> Vec<SumRow> {
    let places = &municipality.places;
    // Where an area has no centre of its own, other centres look after it, and only the whole
    // municipality can be compared.
    let has_centres_everywhere = places.areas().all(|area| !places.children(area).is_empty());
    let mut rows = Vec::new();
    for (age, what) in PEOPLE {
        let by_centre = places.roll_up(people_by_centre(municipality, age));
        for place in places.ids() {
            let Place { level, name, .. } = places.get(place);
            let parts = match level {
                Level::Municipality | Level::Ward => {
                    let children = places.children(place).iter();
                    children.map(|child| people(municipality, *child, age)).sum()
                }
                Level::Area if has_centres_everywhere => by_centre[place.index()],
                Level::Area | Level::Centre => continue,
            };
            rows.push(SumRow {
                place,
                name: name.clone(),
                level: *level,
                what,
                whole: people(municipality, place, age),
                parts,
                is_illustrative: municipality.is_illustrative(place),
            });
        }
        let root = places.root();
        rows.push(SumRow {
            place: root,
            name: places.get(root).name.clone(),
            level: Level::Centre,
            what,
            whole: people(municipality, root, age),
            parts: by_centre[root.index()],
            is_illustrative: false,
        });
    }
    rows
}

/// One number of a table against the sum of the level below.
struct Cell {
    file: &'static str,
    place: PlaceId,
    year: i16,
    sex: Sex,
    group: AgeGroup,
    whole: i64,
    parts: i64,
}

/// What does not add up, in every sex, age and year: wards to city, areas to wards.
pub fn check(municipality: &Municipality) -> Vec<FactError> {
    let wrong = cells(municipality).into_iter().filter(|cell| cell.whole != cell.parts);
    let error = |cell: Cell| {
        let name = &municipality.places.get(cell.place).name;
        let people = people_words(cell.year, cell.sex, cell.group);
        let what = Label::new(
            format!("{} {}", name.get(Lang::Ja), people.ja),
            format!("{}, {}", name.get(Lang::En), people.en),
        );
        let problem = Problem::SumDiffers { what, parts: cell.parts, whole: cell.whole };
        FactError::new(cell.file, problem)
    };
    wrong.map(error).collect()
}

/// How many numbers [`check`] compares with the sum of their parts.
pub fn n_cells(municipality: &Municipality) -> usize {
    cells(municipality).len()
}

fn cells(municipality: &Municipality) -> Vec<Cell> {
    let places = &municipality.places;
    let Population { base, areas, edition, .. } = &municipality.population;
    let mut cells = Vec::new();
    for row in base.rows.iter().chain(&areas.rows) {
        let (children, below) = match places.get(row.place).level {
            Level::Municipality => (places.wards().collect(), base),
            Level::Ward => (places.children(row.place).to_vec(), areas),
            Level::Area | Level::Centre => continue,
        };
        add_cells(&mut cells, "area_population.csv", base, row, (&children, below));
    }
    if let Some(edition) = edition {
        let wards: Vec<_> = places.wards().collect();
        for row in edition.rows.iter().filter(|row| row.place == places.root()) {
            add_cells(&mut cells, "population.csv", edition, row, (&wards, edition));
        }
    }
    cells
}

fn add_cells(
    cells: &mut Vec<Cell>,
    file: &'static str,
    table: &PopulationTable<Completed>,
    row: &PopulationRow,
    (parts, below): (&[PlaceId], &PopulationTable<Completed>),
) {
    let PopulationRow { place, date, sex, ref by_age } = *row;
    // A table of the whole municipality alone has no parts to compare.
    let parts: Option<Vec<_>> = parts.iter().map(|part| below.row(*part, date.year, sex)).collect();
    let Some(parts) = parts else { return };
    for (index, (group, whole)) in table.groups.as_slice().iter().zip(by_age).enumerate() {
        let sum = parts.iter().map(|part| i64::from(part[index])).sum();
        let (group, whole) = (*group, i64::from(*whole));
        cells.push(Cell { file, place, year: date.year, sex, group, whole, parts: sum });
    }
}

/// People of an age and over in one place, and how far the number can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceCount {
    pub place: PlaceId,
    pub persons: i64,
    pub provenance: Provenance,
}

/// People of an age and over in every place, in the order of the tree.
pub fn people_by_place(municipality: &Municipality, age: u8) -> Vec<PlaceCount> {
    let Basis { places, population, .. } = &municipality.basis;
    let mut by_centre = vec![0; places.len()];
    for (centre, persons) in people_by_centre(municipality, age) {
        by_centre[centre.index()] = persons;
    }
    let count = |place: PlaceId| {
        let (persons, provenance) = match places.get(place).level {
            Level::Municipality | Level::Ward => {
                (people(municipality, place, age), population.base.provenance)
            }
            Level::Area => (people(municipality, place, age), population.areas.provenance),
            // Nobody publishes how an area's people are divided among its centres.
            Level::Centre => {
                let made_up = Provenance::new(SourceId::PlaceSplit, Grade::Illustrative);
                (by_centre[place.index()], made_up)
            }
        };
        PlaceCount { place, persons, provenance }
    };
    places.ids().map(count).collect()
}

/// People of an age and over each centre is responsible for: those of its area, shared evenly
/// among the centres that serve it. Whole numbers that add up to the municipality.
pub fn people_by_centre(municipality: &Municipality, age: u8) -> Vec<(PlaceId, i64)> {
    let places = &municipality.places;
    let mut shares: Vec<(PlaceId, i64)> = places.centres().map(|centre| (centre, 0)).collect();
    for area in places.areas() {
        let centres = places.centres_serving(area);
        let people = u32::try_from(people(municipality, area, age)).unwrap_or(0);
        let parts = apportion(people, &vec![1.0; centres.len()]);
        for (centre, part) in centres.into_iter().zip(parts) {
            let share = shares.iter_mut().find(|(at, _)| *at == centre);
            if let Some((_, people)) = share {
                *people += i64::from(part);
            }
        }
    }
    shares
}

fn people(municipality: &Municipality, place: PlaceId, age: u8) -> i64 {
    let table = match municipality.places.get(place).level {
        Level::Municipality | Level::Ward => &municipality.population.base,
        Level::Area | Level::Centre => &municipality.population.areas,
    };
    table.from_age(place, municipality.frame.base_year, age).map_or(0, |count| count.persons())
}
