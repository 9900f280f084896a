//! National profiles: what stands in where a municipality has no figure of its own, and says so.

use serde::{Deserialize, Serialize};

use crate::facts::age::{AgeGroup, Sex};
use crate::facts::counting::Raw;
use crate::facts::population::PopulationTable;
use crate::sources::Provenance;

/// A rate by age group for one sex, or for both together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RateByAge {
    /// None: both sexes together.
    pub sex: Option<Sex>,
    pub rows: Vec<(AgeGroup, f64)>,
}

impl RateByAge {
    /// The rate at an age: that of the narrowest group that holds it.
    pub fn at(&self, age: u8) -> Option<f64> {
        let holding = self.rows.iter().filter(|(group, _)| group.contains(age));
        let width = |group: AgeGroup| group.to.unwrap_or(u8::MAX) - group.from;
        holding.min_by_key(|(group, _)| width(*group)).map(|(_, rate)| *rate)
    }
}

/// Deaths within a year per person, by single age; the last age is certain death.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifeTable {
    pub year: i16,
    pub sex: Sex,
    pub qx: Vec<f64>,
    pub provenance: Provenance,
}

/// An edition of dementia prevalence: they disagree, and the choice is an assumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrevalenceEdition {
    /// `asada_2013_dementia`, `ninomiya_2024_dementia`; the same with `_mci`.
    pub key: String,
    pub by_age: Vec<RateByAge>,
    pub provenance: Provenance,
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct National {
    /// Census, five-year ages by sex.
    pub population: PopulationTable<Raw>,
    pub life_tables: Vec<LifeTable>,
    /// Share living alone by sex and age, 2020: recomputed from the 2022 mix and the census.
    pub living_alone: [RateByAge; 2],
    pub living_alone_provenance: Provenance,
    /// Share certified by age, both sexes.
    pub certification: RateByAge,
    pub certification_provenance: Provenance,
    /// Recipients of care by sex and age (thousands): how certification splits by sex.
    pub recipients: [RateByAge; 2],
    pub recipients_provenance: Provenance,
    /// Recipients of the comprehensive programme (総合事業), the same way.
    pub support_recipients: [RateByAge; 2],
    pub support_recipients_provenance: Provenance,
    /// Certified people by level: 要支援1・2 together, then 要介護1 to 5; adds to 1.
    pub level_mix: [f64; 6],
    pub level_mix_provenance: Provenance,
    pub dementia: Vec<PrevalenceEdition>,
}

impl National {
    pub fn life_table(&self, year: i16, sex: Sex) -> Option<&LifeTable> {
        self.life_tables.iter().find(|table| table.year == year && table.sex == sex)
    }

    pub fn dementia(&self, key: &str) -> Option<&PrevalenceEdition> {
        self.dementia.iter().find(|edition| edition.key == key)
    }
}
