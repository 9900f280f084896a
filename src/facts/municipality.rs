//! A municipality as one value: all that the model needs to know of a city.

use crate::facts::age::Sex;
use crate::facts::counting::{Completed, Raw};
use crate::facts::frame::PlanFrame;
use crate::facts::national::National;
use crate::facts::observation::{MeasureFact, Observation, Peer, RegisterYear, TargetFact};
use crate::facts::population::PopulationTable;
use crate::i18n::{Label, Lang};
use crate::places::{Level, PlaceId, Places};
use crate::sources::{Grade, OwnSource, Provenance, SourceId};
use crate::units::{Date, When};

/// Head counts of wide, nested ages as a census publishes them. Unknown ages are left out of all
/// but `total`; a cell that was not published is none.
#[derive(Clone, Debug, PartialEq, Eq)]
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

#[derive(Clone, Debug, PartialEq, Eq)]
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

#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    pub code: String,
    pub name: Label,
    pub places: Places,
    pub frame: PlanFrame,
    pub population: Population,
    pub observations: Vec<Observation>,
    pub targets: Vec<TargetFact>,
    pub peers: Vec<Peer>,
    pub measures: Vec<MeasureFact>,
    pub national: National,
    pub own_sources: Vec<OwnSource>,
    pub(in crate::facts) content_hash: u64,
}

impl Municipality {
    /// The observations of a measure at a place, the earliest first.
    pub fn observed(&self, measure: &str, place: PlaceId) -> Vec<&Observation> {
        let of_it = |seen: &&Observation| seen.measure.as_str() == measure && seen.place == place;
        let mut found: Vec<_> = self.observations.iter().filter(of_it).collect();
        found.sort_by_key(|seen| seen.when.month());
        found
    }

    /// The one observation of a measure at a place and time.
    pub fn observed_at(&self, measure: &str, place: PlaceId, when: When) -> Option<&Observation> {
        self.observed(measure, place).into_iter().find(|seen| seen.when == when)
    }

    pub fn measure(&self, key: &str) -> Option<&MeasureFact> {
        self.measures.iter().find(|measure| measure.key.as_str() == key)
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

    pub fn citation(&self, id: SourceId, lang: Lang) -> String {
        match id {
            SourceId::Own(index) => self
                .own_sources
                .get(usize::from(index))
                .map_or_else(String::new, |source| source.citation(lang)),
            built_in => built_in.spec().map_or_else(String::new, |spec| spec.source.citation(lang)),
        }
    }

    /// The edition of the facts: every table it was read from, letter by letter. A saved document
    /// names it, so that figures which have changed since are told.
    pub fn content_hash(&self) -> u64 {
        self.content_hash
    }

    /// The source of everything the value holds, in no order and with repeats.
    pub fn sources_used(&self) -> Vec<SourceId> {
        let population = &self.population;
        let national = &self.national;
        let mut used: Vec<Provenance> = vec![
            population.base.provenance,
            population.areas.provenance,
            national.population.provenance,
            national.living_alone_provenance,
            national.certification_provenance,
            national.recipients_provenance,
            national.support_recipients_provenance,
            national.level_mix_provenance,
        ];
        used.extend(population.edition.as_ref().map(|table| table.provenance));
        used.extend(population.census.as_ref().map(|table| table.provenance));
        used.extend(population.bands.iter().map(|row| row.provenance));
        used.extend(population.register.iter().map(|row| row.provenance));
        used.extend(national.life_tables.iter().map(|table| table.provenance));
        used.extend(national.dementia.iter().map(|edition| edition.provenance));
        used.extend(self.places.ids().map(|place| self.places.get(place).provenance));
        used.extend(self.observations.iter().map(|row| row.provenance));
        used.extend(self.targets.iter().map(|row| row.provenance));
        used.extend(self.peers.iter().map(|row| row.provenance));
        used.iter().map(|provenance| provenance.source).collect()
    }
}
