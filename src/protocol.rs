//! What the page and the workers say to each other. Every answer carries the revision it answers;
//! a question carries the scenario in its own file format, so there is one form to test.

use serde::{Deserialize, Serialize};

use crate::engine::bands::PERCENTS;
use crate::measures::MeasureId;

/// A band: the quantiles named in `PERCENTS`.
pub type Band = [f32; PERCENTS.len()];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub revision: u64,
    pub scenario_json: String,
    pub view: ViewAsk,
    /// This worker's part of the work: every `of`-th block of draws from `index` on.
    pub index: u32,
    pub of: u32,
}

/// What is being looked at: the measure by its stable key, the place by its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewAsk {
    pub measure: String,
    pub by_month: bool,
    /// The ward or area in focus; empty for the municipality.
    pub place: String,
}

/// From the page to a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// The municipality, packed, before any question: workers read no tables.
    City(Vec<u8>),
    Ask(Ask),
    /// Blocks another worker has finished, handed on to the first one.
    Part(Part),
}

/// Finished blocks of draws: for each block all cells, sixteen values each; then the same of the
/// run without measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub revision: u64,
    pub blocks: Vec<u32>,
    pub values: Vec<f32>,
    pub baseline: Vec<f32>,
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    Answer(Box<Answer>),
    Part(Part),
    /// The question could not be read: the sentence, in both languages.
    Refused {
        revision: u64,
        ja: String,
        en: String,
    },
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
    /// The viewed measure of each ward, then each area, by fiscal year.
    pub places: Vec<Option<Band>>,
    /// The viewed measure by month of the plan and outlook: the municipality, then each ward.
    pub months: Vec<Option<Band>>,
    pub targets: Vec<TargetAnswer>,
    /// Present when all draws are done.
    pub code: Option<String>,
}

/// How a target stands, in the order of the municipality's targets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetAnswer {
    pub chance: Option<f64>,
    pub standard_error: f64,
    pub baseline_chance: Option<f64>,
    /// Threshold and chance, by threshold.
    pub curve: Vec<(f32, f64)>,
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
        self
    }

    fn at(&self, cells: &[Option<Band>], row: usize, fiscal_year: i32) -> Option<Band> {
        let year = usize::try_from(fiscal_year - self.first_year).ok()?;
        let is_inside = year < self.n_years as usize;
        cells.get(row * self.n_years as usize + year).copied().flatten().filter(|_| is_inside)
    }
}

/// Bytes on the wire, and back.
pub fn to_bytes<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).expect("a message of plain values always serializes")
}

pub fn from_bytes<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
