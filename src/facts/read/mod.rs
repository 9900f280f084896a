//! From a folder of tables to a [`Municipality`]: the same way for the built-in cities, for
//! `--data DIR` and for an import. Everything wrong is told at once, not the first thing only.

mod bands;
mod bounds;
mod frame;
mod indicators;
mod national;
mod own_figures;
mod places;
mod population;
mod records;

use bounds::Bounds;
pub use frame::SOURCE_COLUMNS;
pub use indicators::{COLUMNS as INDICATOR_COLUMNS, OWN_INDICATORS};
pub use own_figures::{COLUMNS as OWN_COLUMNS, OWN_FIGURES};
pub(in crate::facts) use places::ListedPlace;
pub use records::{OBSERVATIONS as OBSERVATION_COLUMNS, TARGETS as TARGET_COLUMNS};

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::facts::basis::{Basis, Population};
use crate::facts::builtin::{self, Folder};
use crate::facts::error::{FactError, FileProblem, Problem};
use crate::facts::fingerprint::Fnv;
use crate::facts::municipality::Municipality;
use crate::facts::observation::MeasureFact;
use crate::facts::population::PopulationTable;
use crate::facts::table::Table;
use crate::facts::{anchor, illustrative};
use crate::places::{PlaceId, Places};
use crate::sources::OwnSource;

/// Every file a folder may hold; a few must be there.
pub const FILES: [&str; 21] = [
    "municipality.csv",
    "places.csv",
    "population.csv",
    "area_population.csv",
    "census.csv",
    "bands.csv",
    "register.csv",
    "observations.csv",
    "own_figures.csv",
    "targets.csv",
    "peers.csv",
    "measures.csv",
    "own_indicators.csv",
    "sources.csv",
    "life_table.csv",
    "living_alone.csv",
    "certification.csv",
    "recipients.csv",
    "support_recipients.csv",
    "level_mix.csv",
    "dementia.csv",
];

/// The known table whose name is closest to this one, letter by letter.
pub fn nearest_file(name: &str) -> &'static str {
    let name = name.to_lowercase();
    let distance = |file: &&&str| slips(&name, file);
    FILES.iter().min_by_key(distance).copied().unwrap_or_default()
}

/// How many letters have to be put in, taken out or changed (Levenshtein).
fn slips(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, letter) in from.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in to.iter().enumerate() {
            let change = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[to.len()]
}

/// The reading of one folder: what was found wrong so far, and what later tables refer to.
pub(in crate::facts) struct Reading<'a> {
    files: &'a dyn Fn(&str) -> Option<String>,
    errors: Vec<FactError>,
    /// Shared, so that a table can be read while it is looked at.
    own_sources: Rc<Vec<OwnSource>>,
    measures: Vec<MeasureFact>,
    /// What each of `measures` can be, by its key.
    bounds: BTreeMap<String, Bounds>,
}

impl Reading<'_> {
    /// Keeps what was right and notes what was wrong.
    fn keep<T>(&mut self, result: Result<T, FactError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.errors.push(error);
                None
            }
        }
    }

    fn optional(&mut self, file: &str) -> Option<Table> {
        let text = (self.files)(file)?;
        self.keep(Table::parse(file, &text))
    }

    fn required(&mut self, file: &str) -> Option<Table> {
        match (self.files)(file) {
            Some(text) => self.keep(Table::parse(file, &text)),
            None => {
                self.errors.push(FactError::new(file, FileProblem::MissingFile));
                None
            }
        }
    }

    /// The municipality's own table, or else the national one.
    fn national(&mut self, file: &str) -> Option<Table> {
        if (self.files)(file).is_some() { self.optional(file) } else { self.embedded(file) }
    }

    /// A national table, whatever the municipality gave.
    fn embedded(&mut self, file: &str) -> Option<Table> {
        let text = builtin::JAPAN.read(file)?;
        self.keep(Table::parse(&format!("japan/{file}"), text))
    }

    fn place(&mut self, places: &Places, file: &Table, code: &str, line: u32) -> Option<PlaceId> {
        let place = places.find(code);
        if place.is_none() {
            let problem = Problem::UnknownPlace { code: code.into() };
            self.errors.push(FactError::at_cell(&file.file, line, "place", problem));
        }
        place
    }
}

impl Municipality {
    pub fn kawasaki() -> Self {
        Self::built_in(&builtin::KAWASAKI)
    }

    pub fn asago() -> Self {
        Self::built_in(&builtin::ASAGO)
    }

    fn built_in(folder: &Folder) -> Self {
        let read = |file: &str| folder.read(file).map(str::to_owned);
        Self::from_tables(&read).expect("the embedded tables are checked by our own tests")
    }

    /// Reads a folder of tables. `files` gives the text of a file by its name, or none.
    pub fn from_tables(files: &dyn Fn(&str) -> Option<String>) -> Result<Self, Vec<FactError>> {
        let mut reading = Reading {
            files,
            errors: Vec::new(),
            own_sources: Rc::default(),
            measures: Vec::new(),
            bounds: BTreeMap::new(),
        };
        match reading.municipality() {
            Some(municipality) if reading.errors.is_empty() => Ok(municipality),
            _ => Err(reading.errors),
        }
    }
}

impl Reading<'_> {
    fn content_hash(&self) -> u64 {
        let mut hash = Fnv::default();
        for (_, text) in builtin::JAPAN.files {
            hash.eat_text(text);
        }
        for file in FILES {
            if let Some(text) = (self.files)(file) {
                hash.eat_text(file);
                hash.eat_text(&text);
            }
        }
        hash.sum()
    }

    fn municipality(&mut self) -> Option<Municipality> {
        self.read_own_sources();
        self.read_measures();
        let indicators = self.read_indicators();
        let head = self.read_head();
        let national = self.read_national();
        let places = self.read_places(head.as_ref()?)?;
        let head = head?;
        let edition = self.read_edition(&places);
        let census = self.read_census(&places);
        let bands = self.read_bands(&places);
        let register = self.read_register(&places);
        let observations = self.read_observations(&places);
        let targets = self.read_targets(&places, &head.frame);
        let peers = self.read_peers();
        let national = national?;
        let base_year = head.frame.base_year;
        let given = self.read_area_population(&places, base_year);
        let wards = match &given {
            Some(areas) => Ok(anchor::wards_from_areas(&places, areas)),
            None => anchor::base(&places, base_year, edition.as_ref(), &bands, &national),
        };
        let base = self.keep(wards)?;
        let areas: PopulationTable<_> =
            given.unwrap_or_else(|| illustrative::split(&places, &base, &head.split_seed));
        let basis = Basis {
            code: head.code,
            name: head.name,
            places,
            frame: head.frame,
            population: Population { edition, census, bands, base, areas, register },
            observations,
            targets,
            national,
            indicators,
            content_hash: self.content_hash(),
        };
        Some(Municipality {
            basis,
            peers,
            measures: std::mem::take(&mut self.measures),
            own_sources: self.own_sources.to_vec(),
        })
    }
}
