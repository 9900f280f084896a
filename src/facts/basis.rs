//! What runs and the first screen need of a municipality: numbers and names. It is the part of the
//! facts that travels: packed, it comes with the page, goes to every worker, and is what another
//! municipality will arrive as. Packed bytes are read by the program that made them and are no file
//! format: what is kept for long is the tables.

use serde::{Deserialize, Serialize};

use crate::facts::age::Sex;
use crate::facts::counting::{Completed, Raw};
use crate::facts::frame::PlanFrame;
use crate::facts::indicator::OwnIndicator;
use crate::facts::national::National;
use crate::facts::observation::{Observation, RegisterYear, TargetFact};
use crate::facts::population::PopulationTable;
use crate::i18n::{Label, Lang};
use crate::places::{Level, PlaceId, Places};
use crate::sources::{Grade, Provenance};
use crate::units::{Date, When, sort_few};

/// Head counts of wide, nested ages as a census publishes them. Unknown ages are left out of all
/// but `total`; a cell that was not published is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CensusBands {
    pub place: PlaceId,
    pub date: Date,
    /// None: both sexes together.
    pub sex: Option<Sex>,
    pub total: Option<u32>,
    pub under_15: Option<u32>,
    pub from_15_to_64: Option<u32>,
    pub from_65: Option<u32>,
    pub from_70: Option<u32>,
    pub from_75: Option<u32>,
    pub from_85: Option<u32>,
    pub provenance: Provenance,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Population {
    /// The institute's projection by ward, with its base: ratios are recomputed from it, and it is
    /// the check of the arithmetic. None: the municipality gave none.
    pub edition: Option<PopulationTable<Completed>>,
    /// Census ages of the city without the unknown.
    pub census: Option<PopulationTable<Raw>>,
    pub bands: Vec<CensusBands>,
    /// The base the forecast starts from: wards and city in `frame.base_year`, re-anchored to the
    /// completed census where there is one.
    pub base: PopulationTable<Completed>,
    /// The base year by care area. Adds up to `base` in every sex and age.
    pub areas: PopulationTable<Completed>,
    pub register: Vec<RegisterYear>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Basis {
    pub code: String,
    pub name: Label,
    pub places: Places,
    pub frame: PlanFrame,
    pub population: Population,
    pub observations: Vec<Observation>,
    pub targets: Vec<TargetFact>,
    pub national: National,
    pub indicators: Vec<OwnIndicator>,
    pub(in crate::facts) content_hash: u64,
}

impl Basis {
    /// The observations of a measure at a place, the earliest first.
    pub fn observed(&self, measure: &str, place: PlaceId) -> Vec<&Observation> {
        let of_it = |seen: &&Observation| seen.measure.as_str() == measure && seen.place == place;
        let mut found: Vec<_> = self.observations.iter().filter(of_it).collect();
        sort_few(&mut found, |a, b| a.when.month().cmp(&b.when.month()));
        found
    }

    /// The one observation of a measure at a place and time.
    pub fn observed_at(&self, measure: &str, place: PlaceId, when: When) -> Option<&Observation> {
        self.observed(measure, place).into_iter().find(|seen| seen.when == when)
    }

    /// Are the numbers of this place made up, or is the place itself? Where an area's people were
    /// split from its ward, nothing computed for them is a fact, whatever the area is called.
    pub fn is_illustrative(&self, place: PlaceId) -> bool {
        let is_below_ward = matches!(self.places.get(place).level, Level::Area | Level::Centre);
        let is_implicit = self.places.get(place).is_implicit;
        let areas = self.population.areas.provenance.grade;
        self.places.is_illustrative(place)
            || (is_below_ward && !is_implicit && areas == Grade::Illustrative)
    }

    /// The name of a place, with «例示» behind it where its numbers are made up.
    pub fn marked_name(&self, place: PlaceId, lang: Lang) -> String {
        let name = self.places.get(place).name.get(lang);
        let word = Grade::Illustrative.label().get(lang);
        // Names that the program makes say it themselves.
        match lang {
            _ if !self.is_illustrative(place) || name.contains(word) => name.to_owned(),
            Lang::Ja => format!("{name}（{word}）"),
            Lang::En => format!("{name} ({word})"),
        }
    }

    /// The edition of the facts: every table it was read from, letter by letter. A saved document
    /// names it, so that figures which have changed since are told.
    pub fn content_hash(&self) -> u64 {
        self.content_hash
    }
}
