//! What the page and the workers say to each other. Every answer carries the revision it answers;
//! a question carries the scenario in its own file format, so there is one form to test.

use serde::{Deserialize, Serialize};

use crate::engine::bands::PERCENTS;
use crate::engine::chance::Chance;
use crate::engine::columns::{bytes_of, values_of};
use crate::measures::MeasureId;

/// A band: the quantiles named in `PERCENTS`.
pub type Band = [f32; PERCENTS.len()];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub revision: u64,
    pub scenario_json: String,
    /// Scenarios to compare it with; none asks for the forecast of the one.
    pub against: Vec<String>,
    pub view: ViewAsk,
    pub draws: Draws,
    /// How many draws the first answer waits for: fewer where a worker needs long for 256.
    pub first: u32,
    /// This worker's part of the work: every `of`-th block of draws from `index` on.
    pub index: u32,
    pub of: u32,
}

/// Draws that make bands worth waiting for.
pub const BAND_DRAWS: u32 = 256;

/// Which of the draws are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Draws {
    All,
    /// The first [`BAND_DRAWS`]: a finger is moving, and the next question is near.
    First,
    /// All, and the first ones have been answered.
    Rest,
}

/// What is being looked at: the measure by its stable key, the place by its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewAsk {
    pub measure: String,
    pub by_month: bool,
    /// The ward or area in focus; empty for the municipality.
    pub place: String,
}

/// From the page, or another worker, to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    Ask(Ask),
    /// Blocks another worker has finished, handed on to the first one.
    Part(Part),
    /// Runs so many blocks of the newest question again, to be timed.
    Probe {
        n_blocks: u32,
    },
    /// The municipality, packed, before any question: workers read no tables.
    City(Vec<u8>),
    /// Moves levers, their keys with a space between, to and fro in so many blocks, to be timed by the
    /// bench (`tests/browser/model_js/bench.mjs` writes it by hand, and knows its place and the city's).
    ProbeLevers {
        keys: String,
        n_blocks: u32,
    },
    /// Another worker goes on alone.
    Stop,
}

/// Finished blocks of draws. For each block: all cells of each scenario, then those of the run
/// without measures; sixteen values each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub revision: u64,
    pub draws: Draws,
    pub blocks: Vec<u32>,
    pub values: Vec<Floats>,
}

/// Many numbers as their bytes: a tenth of the time of one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Floats(pub Vec<f32>);

impl Serialize for Floats {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&bytes_of(&self.0))
    }
}

impl<'de> Deserialize<'de> for Floats {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(from).map(|bytes| Self(values_of(bytes)))
    }
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    Answer(Box<Answer>),
    /// The question could not be read: the sentence, in both languages.
    Refused {
        revision: u64,
        ja: String,
        en: String,
    },
    Compared(Box<Comparison>),
    /// How far a long question is.
    Progress {
        revision: u64,
        n_done: u32,
        n_draws: u32,
    },
    Probed,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    pub revision: u64,
    pub n_done: u32,
    pub n_draws: u32,
    pub first_year: i32,
    pub n_years: u32,
    /// Each measure of the municipality by fiscal year, in the order of the catalogue.
    pub city: Vec<Option<Band>>,
    /// The same without measures (自然体); empty where nothing differs.
    pub baseline: Vec<Option<Band>>,
    pub view: ViewAsk,
    /// Each measure of the place in focus by fiscal year, and the same without measures; both
    /// empty while the municipality is looked at.
    pub focus: Vec<Option<Band>>,
    pub focus_baseline: Vec<Option<Band>>,
    /// The viewed measure of each ward, then each area, by fiscal year: of at most the first 1,024
    /// draws.
    pub places: Vec<Option<Band>>,
    /// The viewed measure by month of the plan and outlook: the municipality, then each ward.
    pub months: Vec<Option<Band>>,
    /// The same without measures.
    pub months_baseline: Vec<Option<Band>>,
    pub targets: Vec<TargetAnswer>,
    /// Present when all draws are done.
    pub code: Option<String>,
}

/// How a target stands: those of the municipality in the order of its tables, those of its wards
/// and areas, then the scenario's own, and those of the ones compared with it
/// (`Scenario::targets_of`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetAnswer {
    pub chance: Option<f64>,
    pub standard_error: f64,
    pub baseline_chance: Option<f64>,
    /// Threshold and chance, by threshold.
    pub curve: Vec<(f32, f64)>,
}

impl TargetAnswer {
    pub fn found(&self) -> Option<Chance> {
        Some(Chance { share: self.chance?, standard_error: self.standard_error })
    }
}

/// Two to four scenarios under the same luck, in the order they were asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    pub revision: u64,
    pub n_done: u32,
    pub n_draws: u32,
    pub first_year: i32,
    pub n_years: u32,
    pub view: ViewAsk,
    pub scenarios: Vec<Compared>,
    /// Each pair: the first with the second, with the third, …, the second with the third, …
    pub pairs: Vec<Pair>,
}

/// One of the scenarios compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Each measure of the municipality by fiscal year, in the order of the catalogue.
    pub city: Vec<Option<Band>>,
    /// The viewed measure of each ward, then each area, by fiscal year.
    pub places: Vec<Option<Band>>,
    pub targets: Vec<TargetAnswer>,
    /// Present when all draws are done: the code its own forecast would show.
    pub code: Option<String>,
}

/// What the scenario `to` differs from the scenario `from` by, draw by draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    pub from: u32,
    pub to: u32,
    /// Each measure of the municipality by fiscal year.
    pub city: Vec<Option<Gap>>,
    /// The viewed measure of each ward, then each area, by fiscal year.
    pub places: Vec<Option<Gap>>,
}

/// The band of a difference (to − from), and the chances that `to` is above and below `from`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub band: Band,
    pub above: f64,
    pub above_error: f64,
    pub below: f64,
    pub below_error: f64,
}

impl Answer {
    /// The band of a measure of the municipality in a fiscal year.
    pub fn city(&self, measure: usize, fiscal_year: i32) -> Option<Band> {
        self.at(&self.city, measure, fiscal_year)
    }

    pub fn baseline(&self, measure: usize, fiscal_year: i32) -> Option<Band> {
        let is_same = self.baseline.is_empty();
        self.at(if is_same { &self.city } else { &self.baseline }, measure, fiscal_year)
    }

    /// The band of a measure at the municipality (empty code) or the place in focus; none for a
    /// place this answer was not asked about.
    pub fn here(&self, place: &str, measure: usize, fiscal_year: i32) -> Option<Band> {
        match place {
            "" => self.city(measure, fiscal_year),
            _ if place == self.view.place => self.at(&self.focus, measure, fiscal_year),
            _ => None,
        }
    }

    /// The same without measures.
    pub fn here_baseline(&self, place: &str, measure: usize, fiscal_year: i32) -> Option<Band> {
        match place {
            "" => self.baseline(measure, fiscal_year),
            _ if place == self.view.place => self.at(&self.focus_baseline, measure, fiscal_year),
            _ => None,
        }
    }

    /// The band of the viewed measure at a ward or area (wards first) in a fiscal year.
    pub fn place(&self, place: usize, fiscal_year: i32) -> Option<Band> {
        self.at(&self.places, place, fiscal_year)
    }

    /// What is seen of it before anything is chosen: a few measures, and the places in one year.
    /// It travels with the page, and the workers' own answer follows within a second.
    pub fn at_first_sight(mut self, measures: &[MeasureId], fiscal_year: i32) -> Self {
        let n_years = self.n_years as usize;
        let is_seen = |cell: usize| measures.iter().any(|m| m.index() == cell / n_years);
        let is_now = |cell: usize| self.first_year + (cell % n_years) as i32 == fiscal_year;
        if self.baseline == self.city {
            self.baseline.clear();
        }
        for cells in [&mut self.city, &mut self.baseline] {
            for (_, band) in cells.iter_mut().enumerate().filter(|(cell, _)| !is_seen(*cell)) {
                *band = None;
            }
        }
        for (_, band) in self.places.iter_mut().enumerate().filter(|(cell, _)| !is_now(*cell)) {
            *band = None;
        }
        for target in &mut self.targets {
            target.curve.clear();
        }
        self.months.clear();
        self.months_baseline.clear();
        self
    }

    fn at(&self, cells: &[Option<Band>], row: usize, fiscal_year: i32) -> Option<Band> {
        cell(cells, row, fiscal_year - self.first_year, self.n_years)
    }
}

impl Comparison {
    /// The band of a measure of the municipality under a scenario.
    pub fn city(&self, scenario: usize, measure: usize, fiscal_year: i32) -> Option<Band> {
        let cells = &self.scenarios.get(scenario)?.city;
        cell(cells, measure, fiscal_year - self.first_year, self.n_years)
    }

    /// How a measure of the municipality differs between two scenarios, the first minus nothing:
    /// `to − from`. Asked the other way round, signs and chances are turned.
    pub fn gap(&self, from: usize, to: usize, measure: usize, fiscal_year: i32) -> Option<Gap> {
        let find = |a: usize, b: usize| {
            self.pairs.iter().find(|pair| (pair.from, pair.to) == (a as u32, b as u32))
        };
        let at =
            |pair: &Pair| cell(&pair.city, measure, fiscal_year - self.first_year, self.n_years);
        match find(from, to) {
            Some(pair) => at(pair),
            None => at(find(to, from)?).map(Gap::turned),
        }
    }
}

impl Gap {
    /// The same difference from the other side.
    pub fn turned(self) -> Self {
        let mut band = self.band.map(|x| 0.0 - x);
        band.reverse();
        Self {
            band,
            above: self.below,
            above_error: self.below_error,
            below: self.above,
            below_error: self.above_error,
        }
    }
}

fn cell<T: Copy>(cells: &[Option<T>], row: usize, year: i32, n_years: u32) -> Option<T> {
    let year = usize::try_from(year).ok().filter(|year| *year < n_years as usize)?;
    cells.get(row * n_years as usize + year).copied().flatten()
}

/// Bytes on the wire, and back.
pub fn to_bytes<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).expect("a message of plain values always serializes")
}

pub fn from_bytes<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
