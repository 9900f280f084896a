//! What must add up once a municipality is read: the sums that prove the roll-up.

use crate::facts::Municipality;
use crate::facts::apportion::apportion;
use crate::facts::error::{FactError, Problem};
use crate::facts::population::PopulationTable;
use crate::i18n::{Label, Text};
use crate::places::{Level, Place, PlaceId};

/// One line of the proof: a place, its own figure, and the sum of what lies below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumRow {
    pub place: PlaceId,
    pub name: Label,
    pub level: Level,
    pub what: Text,
    pub whole: i64,
    pub parts: i64,
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
            let whole = people(municipality, place, age);
            rows.push(SumRow { place, name: name.clone(), level: *level, what, whole, parts });
        }
        let root = places.root();
        rows.push(SumRow {
            place: root,
            name: places.get(root).name.clone(),
            level: Level::Centre,
            what,
            whole: people(municipality, root, age),
            parts: by_centre[root.index()],
        });
    }
    rows
}

/// What does not add up, in every sex, age and year: wards to city, areas to wards.
pub fn check(municipality: &Municipality) -> Vec<FactError> {
    let places = &municipality.places;
    let population = &municipality.population;
    let mut errors = Vec::new();
    for table in [&population.base, &population.areas] {
        for row in &table.rows {
            let level = places.get(row.place).level;
            let parts: Vec<_> = match level {
                Level::Municipality => {
                    places.wards().map(|ward| (ward, &population.base)).collect()
                }
                Level::Ward => {
                    let areas = places.children(row.place).iter();
                    areas.map(|area| (*area, &population.areas)).collect()
                }
                Level::Area | Level::Centre => continue,
            };
            for (index, whole) in row.by_age.iter().enumerate() {
                let cell = |(place, table): &(PlaceId, &PopulationTable<_>)| {
                    let cells = table.row(*place, row.date.year, row.sex);
                    cells.map_or(0, |cells| i64::from(cells[index]))
                };
                let sum: i64 = parts.iter().map(cell).sum();
                if sum != i64::from(*whole) {
                    let group = table.groups.as_slice()[index].label();
                    let name = &places.get(row.place).name.ja;
                    let sex = row.sex.key();
                    let what = format!("{name} {} {sex} {group}", row.date.year);
                    let whole = i64::from(*whole);
                    let problem = Problem::SumDiffers { what, parts: sum, whole };
                    errors.push(FactError::new("area_population.csv", problem));
                }
            }
        }
    }
    errors
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
