//! Population tables: place × year × sex, cut by age, counted one way.

use serde::{Deserialize, Serialize};

use crate::facts::age::{AgeGroups, Sex};
use crate::facts::counting::{Count, Counting};
use crate::places::PlaceId;
use crate::sources::Provenance;
use crate::units::Date;

/// One row: everybody of one sex in one place on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationRow {
    pub place: PlaceId,
    /// Census and projection: 1 October.
    pub date: Date,
    pub sex: Sex,
    /// One number for each group of the table.
    pub by_age: Vec<u32>,
}

/// Rows that share their age groups, their way of counting and their source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PopulationTable<K> {
    pub groups: AgeGroups,
    pub rows: Vec<PopulationRow>,
    pub provenance: Provenance,
    pub note: String,
    pub way: K,
}

impl<K: Counting> PopulationTable<K> {
    /// The dates, each once, the earliest first.
    pub fn dates(&self) -> Vec<Date> {
        // A handful of dates in many rows: looking through the few found is less than sorting all.
        let mut dates = Vec::new();
        for row in &self.rows {
            if let Err(at) = dates.binary_search(&row.date) {
                dates.insert(at, row.date);
            }
        }
        dates
    }

    pub fn date_in(&self, year: i16) -> Option<Date> {
        self.rows.iter().map(|row| row.date).find(|date| date.year == year)
    }

    pub fn row(&self, place: PlaceId, year: i16, sex: Sex) -> Option<&[u32]> {
        self.rows
            .iter()
            .find(|row| row.place == place && row.date.year == year && row.sex == sex)
            .map(|row| row.by_age.as_slice())
    }

    /// People of both sexes from an age up; none when the table has no such row or no such cut.
    pub fn from_age(&self, place: PlaceId, year: i16, age: u8) -> Option<Count<K>> {
        let groups = self.groups.from_age(age)?;
        let mut persons = 0;
        for sex in Sex::BOTH {
            let row = self.row(place, year, sex)?;
            persons += row[groups.clone()].iter().copied().map(i64::from).sum::<i64>();
        }
        Some(Count::new(persons))
    }

    pub fn total(&self, place: PlaceId, year: i16) -> Option<Count<K>> {
        self.from_age(place, year, 0)
    }
}
