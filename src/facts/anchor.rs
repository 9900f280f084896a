//! The population a forecast starts from: wards in the base year, by sex and five-year age, with
//! people of unknown age shared out.
//!
//! The rule for the unknown: within each ward, in proportion to the known ages, that is
//! `× total / (total − unknown)`. The base is then the completed census at 0–64, 65–74, 75–84 and
//! 85+, with the age shape of the projection inside each of these, and the sexes raked to the
//! city's own counts below 65, at 65–74 and at 75+. Where a ward has no census bands the
//! projection itself is the base; where there is no projection the nation's ages are the shape.

use crate::facts::age::{AgeGroups, Sex};
use crate::facts::apportion::apportion;
use crate::facts::basis::CensusBands;
use crate::facts::counting::{Completed, Count, Raw};
use crate::facts::error::{FactError, FileProblem};
use crate::facts::national::National;
use crate::facts::population::{PopulationRow, PopulationTable};
use crate::places::{PlaceId, Places};
use crate::sources::{Grade, Provenance, SourceId};
use crate::units::Date;

/// Wide bands with the unknown shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompletedBands {
    /// Published, exact, and never changed by completing.
    pub total: Count<Completed>,
    pub from_65: f64,
    pub from_70: Option<f64>,
    pub from_75: Option<f64>,
    pub from_85: Option<f64>,
}

impl CensusBands {
    /// People whose age the census does not know; none when it cannot be worked out.
    pub fn unknown(&self) -> Option<i64> {
        let known = self.under_15? + self.from_15_to_64? + self.from_65?;
        Some(i64::from(self.total?) - i64::from(known))
    }

    pub fn raw_65(&self) -> Option<Count<Raw>> {
        self.from_65.map(|persons| Count::new(i64::from(persons)))
    }

    /// `× total / (total − unknown)`; a source that tells of no unknown has none.
    pub fn completed(&self) -> Option<CompletedBands> {
        let total = i64::from(self.total?);
        let factor = total as f64 / (total - self.unknown().unwrap_or(0)) as f64;
        let grown = |band: Option<u32>| band.map(|persons| f64::from(persons) * factor);
        Some(CompletedBands {
            total: Count::new(total),
            from_65: grown(self.from_65)?,
            from_70: grown(self.from_70),
            from_75: grown(self.from_75),
            from_85: grown(self.from_85),
        })
    }
}

/// The completed bands of a place in a year. An implicit ward has those of its municipality.
pub fn completed_bands(
    places: &Places,
    bands: &[CensusBands],
    place: PlaceId,
    year: i16,
) -> Option<CompletedBands> {
    let of = |place| {
        bands.iter().find(|row| row.place == place && row.date.year == year && row.sex.is_none())
    };
    let own = of(place).and_then(CensusBands::completed);
    let parent = places.parent(place).filter(|_| places.get(place).is_implicit);
    own.or_else(|| of(parent?).and_then(CensusBands::completed))
}

/// People by sex and age group while they are still fractions.
type Cells = [Vec<f64>; 2];

/// Wards and city in the base year.
pub fn base(
    places: &Places,
    year: i16,
    edition: Option<&PopulationTable<Completed>>,
    bands: &[CensusBands],
    national: &National,
) -> Result<PopulationTable<Completed>, FactError> {
    let groups = edition.map_or_else(|| AgeGroups::five_year(90), |table| table.groups.clone());
    let mut wards = Vec::new();
    for ward in places.wards() {
        let shape = edition.and_then(|table| edition_shape(table, ward, year));
        let counted = completed_bands(places, bands, ward, year);
        wards.push(match (shape, counted) {
            (shape, Some(counted)) => {
                let shape = shape.unwrap_or_else(|| national_shape(national, &groups));
                Ward { place: ward, cells: shape, counted: Some(counted) }
            }
            (Some(shape), None) => Ward { place: ward, cells: shape, counted: None },
            (None, None) => {
                let place = places.get(ward).name.clone();
                return Err(FactError::new("population.csv", FileProblem::NoPopulation { place }));
            }
        });
    }
    rake(&mut wards, &groups, &sex_shares(places, bands, year));
    let date = date_of(edition, bands, year);
    let rows = wards.iter().flat_map(|ward| ward.whole_rows(&groups, date)).collect();
    let is_own = edition.is_some() && wards.iter().all(|ward| ward.counted.is_some());
    let provenance = match (edition, is_own) {
        (_, true) => Provenance::new(SourceId::CompletedRule, Grade::Assumed),
        (Some(table), false) => table.provenance,
        (None, false) => Provenance::new(SourceId::NationalDefault, Grade::Assumed),
    };
    let mut table =
        PopulationTable { groups, rows, provenance, note: String::new(), way: Completed };
    add_city(places, &mut table);
    Ok(table)
}

/// Wards and city as the sum of areas that a municipality gave itself.
pub fn wards_from_areas(
    places: &Places,
    areas: &PopulationTable<Completed>,
) -> PopulationTable<Completed> {
    let mut table = PopulationTable { rows: Vec::new(), ..areas.clone() };
    for ward in places.wards() {
        table.rows.extend(sum_rows(areas, |row| places.is_within(row.place, ward), ward));
    }
    add_city(places, &mut table);
    table
}

struct Ward {
    place: PlaceId,
    cells: Cells,
    counted: Option<CompletedBands>,
}

/// The bands that are held fixed: where each starts, in years of age.
const CUTS: [u8; 4] = [0, 65, 75, 85];

impl Ward {
    /// What each band of [`CUTS`] must hold; a band that was not published joins the one below.
    fn band_targets(&self) -> Option<Vec<(u8, f64)>> {
        let counted = self.counted?;
        let total = counted.total.persons() as f64;
        let from = [Some(total), Some(counted.from_65), counted.from_75, counted.from_85];
        let known: Vec<(u8, f64)> =
            CUTS.into_iter().zip(from).filter_map(|(age, from)| Some((age, from?))).collect();
        let next = |index: usize| known.get(index + 1).map_or(0.0, |(_, from)| *from);
        let widths = known.iter().enumerate();
        Some(widths.map(|(index, (age, from))| (*age, from - next(index))).collect())
    }

    /// Whole people: bands first, so that the ward's total is the published one, then the cells.
    fn whole_rows(&self, groups: &AgeGroups, date: Date) -> Vec<PopulationRow> {
        let n = groups.as_slice().len();
        let mut whole = [vec![0; n], vec![0; n]];
        let targets = self.band_targets().unwrap_or_else(|| vec![(0, self.cells_from(0, n))]);
        let total = libm::round(targets.iter().map(|(_, people)| people).sum::<f64>()) as u32;
        let weights: Vec<_> = targets.iter().map(|(_, people)| *people).collect();
        let parts = apportion(total, &weights);
        for (index, part) in parts.into_iter().enumerate() {
            let range = band_range(groups, &targets, index);
            let cells: Vec<f64> =
                self.cells.iter().flat_map(|cells| cells[range.clone()].iter().copied()).collect();
            let people = apportion(part, &cells);
            let (men, women) = people.split_at(range.len());
            whole[0][range.clone()].copy_from_slice(men);
            whole[1][range].copy_from_slice(women);
        }
        let place = self.place;
        let [men, women] = whole;
        vec![
            PopulationRow { place, date, sex: Sex::Male, by_age: men },
            PopulationRow { place, date, sex: Sex::Female, by_age: women },
        ]
    }

    fn cells_from(&self, start: usize, end: usize) -> f64 {
        self.cells.iter().flat_map(|cells| &cells[start..end]).sum()
    }
}

fn band_range(groups: &AgeGroups, targets: &[(u8, f64)], index: usize) -> std::ops::Range<usize> {
    let n = groups.as_slice().len();
    let start_of = |age: u8| groups.from_age(age).map_or(n, |range| range.start);
    let end = targets.get(index + 1).map_or(n, |(age, _)| start_of(*age));
    start_of(targets[index].0)..end
}

fn edition_shape(table: &PopulationTable<Completed>, ward: PlaceId, year: i16) -> Option<Cells> {
    let cells = |sex| -> Option<Vec<f64>> {
        Some(table.row(ward, year, sex)?.iter().copied().map(f64::from).collect())
    };
    Some([cells(Sex::Male)?, cells(Sex::Female)?])
}

/// The nation's latest census, its top groups joined to the open top of `groups`.
fn national_shape(national: &National, groups: &AgeGroups) -> Cells {
    let table = &national.population;
    let year = table.dates().last().map_or(0, |date| date.year);
    let cells = |sex| {
        let row = table.row(PlaceId(0), year, sex).unwrap_or_default();
        let ages = table.groups.as_slice();
        let people = |group: &crate::facts::age::AgeGroup| {
            let inside = ages.iter().zip(row).filter(|(age, _)| age.is_inside(*group));
            inside.map(|(_, people)| f64::from(*people)).sum()
        };
        groups.as_slice().iter().map(people).collect()
    };
    [cells(Sex::Male), cells(Sex::Female)]
}

/// The share of men that the city's own counts give, from an age up to the next of these.
type SexShares = Vec<(u8, f64)>;

fn sex_shares(places: &Places, bands: &[CensusBands], year: i16) -> SexShares {
    let of = |sex| {
        bands
            .iter()
            .find(|row| row.place == places.root() && row.date.year == year && row.sex == Some(sex))
    };
    let counts = |row: &CensusBands| -> Option<[f64; 3]> {
        let (old, oldest) = (row.from_65?, row.from_75?);
        let young = row.under_15? + row.from_15_to_64?;
        Some([f64::from(young), f64::from(old - oldest), f64::from(oldest)])
    };
    let both = of(Sex::Male).and_then(counts).zip(of(Sex::Female).and_then(counts));
    let Some((men, women)) = both else { return Vec::new() };
    [0, 65, 75]
        .into_iter()
        .zip(men.iter().zip(&women))
        .map(|(age, (m, w))| (age, m / (m + w)))
        .collect()
}

/// Scales the cells to the bands of each ward and the sexes of the city, in turn, until both hold;
/// the wards come last, so they hold exactly.
fn rake(wards: &mut [Ward], groups: &AgeGroups, shares: &SexShares) {
    const ROUNDS: usize = 20;
    for _ in 0..ROUNDS {
        for (index, (_, men_share)) in shares.iter().enumerate() {
            let range = band_range(groups, shares, index);
            let sum = |sex: usize| -> f64 {
                wards.iter().flat_map(|ward| &ward.cells[sex][range.clone()]).sum()
            };
            let (men, women) = (sum(0), sum(1));
            let wanted = [(men + women) * men_share, (men + women) * (1.0 - men_share)];
            for ward in wards.iter_mut().filter(|ward| ward.counted.is_some()) {
                for (sex, people) in [men, women].into_iter().enumerate() {
                    scale(&mut ward.cells[sex][range.clone()], wanted[sex], people);
                }
            }
        }
        for ward in wards.iter_mut() {
            let Some(targets) = ward.band_targets() else { continue };
            for (index, (_, wanted)) in targets.iter().enumerate() {
                let range = band_range(groups, &targets, index);
                let people = ward.cells_from(range.start, range.end);
                for cells in &mut ward.cells {
                    scale(&mut cells[range.clone()], *wanted, people);
                }
            }
        }
    }
}

fn scale(cells: &mut [f64], wanted: f64, people: f64) {
    if people > 0.0 {
        cells.iter_mut().for_each(|cell| *cell *= wanted / people);
    }
}

fn date_of(edition: Option<&PopulationTable<Completed>>, bands: &[CensusBands], year: i16) -> Date {
    let counted = bands.iter().map(|row| row.date).find(|date| date.year == year);
    let projected = edition.and_then(|table| table.date_in(year));
    counted.or(projected).unwrap_or(Date { year, month: 10, day: 1 })
}

/// The municipality's rows, as the sum of its wards.
fn add_city(places: &Places, table: &mut PopulationTable<Completed>) {
    let is_ward = |row: &PopulationRow| places.parent(row.place) == Some(places.root());
    let rows = sum_rows(table, is_ward, places.root());
    table.rows.splice(0..0, rows);
}

fn sum_rows(
    table: &PopulationTable<Completed>,
    is_part: impl Fn(&PopulationRow) -> bool,
    place: PlaceId,
) -> Vec<PopulationRow> {
    let mut sums = Vec::new();
    for date in table.dates() {
        for sex in Sex::BOTH {
            let mut by_age = vec![0; table.groups.as_slice().len()];
            let of = |row: &&PopulationRow| row.date == date && row.sex == sex && is_part(row);
            for row in table.rows.iter().filter(of) {
                by_age.iter_mut().zip(&row.by_age).for_each(|(sum, people)| *sum += people);
            }
            sums.push(PopulationRow { place, date, sex, by_age });
        }
    }
    sums
}
