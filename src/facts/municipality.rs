//! A municipality as one value: all that is known of a city.

use std::ops::Deref;

use crate::facts::basis::Basis;
use crate::facts::observation::{MeasureFact, Peer};
use crate::i18n::Lang;
use crate::sources::{OwnSource, Provenance, SourceId};

/// The basis, and what only the reader of the tables asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    pub basis: Basis,
    pub peers: Vec<Peer>,
    pub measures: Vec<MeasureFact>,
    pub own_sources: Vec<OwnSource>,
}

impl Deref for Municipality {
    type Target = Basis;

    fn deref(&self) -> &Basis {
        &self.basis
    }
}

impl Municipality {
    pub fn measure(&self, key: &str) -> Option<&MeasureFact> {
        self.measures.iter().find(|measure| measure.key.as_str() == key)
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
