//! What a person adds of his own besides decisions about levers: targets, figures, decisions with
//! their reasons, and the edition all of it was made with.

use super::Scenario;
use crate::engine::chance::Sense;
use crate::measures::MeasureId;

/// A target of the plan switched on or off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetSwitch {
    pub measure: MeasureId,
    pub fiscal_year: i16,
    pub is_on: bool,
}

/// A target of one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnTarget {
    /// Code of a ward or area, `each_ward` or `each_area`; empty: the municipality.
    pub place: String,
    pub measure: MeasureId,
    pub fiscal_year: i16,
    pub sense: Sense,
    pub value: f64,
}

/// Something that was decided, and when, as the person writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    pub when: String,
    pub what: String,
    pub why: String,
}

/// One's own figure in place of the built-in one of this place, measure and time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnFigure {
    /// Stable code of the place.
    pub place: String,
    /// Key of the measure; it may be one of one's own.
    pub measure: String,
    /// As in the tables: `FY2022`, `2022-10`, `2022-10-01`.
    pub when: String,
    pub value: f64,
    /// Why it is better than the built-in one, or where it comes from.
    pub note: String,
    /// Who entered it, and on which day.
    pub by: String,
    pub entered: String,
}

impl OwnFigure {
    /// What it says about the world, without who says so and why.
    pub fn without_words(&self) -> Self {
        let (note, by, entered) = (String::new(), String::new(), String::new());
        Self { note, by, entered, ..self.clone() }
    }
}

/// Whether figures say the same about the world.
pub fn are_same(some: &[OwnFigure], others: &[OwnFigure]) -> bool {
    some.len() == others.len()
        && some.iter().zip(others).all(|(one, other)| {
            (&one.place, &one.measure, &one.when) == (&other.place, &other.measure, &other.when)
                && one.value.to_bits() == other.value.to_bits()
        })
}

/// What a document was last saved against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub model: String,
    pub data: u64,
    /// Number of the set of defaults, see `moved`.
    pub defaults: u32,
}

impl Scenario {
    /// The same without the names of whoever entered its own figures.
    pub fn without_names(&self) -> Self {
        let mut sent = self.clone();
        sent.figures.iter_mut().for_each(|own| own.by.clear());
        sent
    }
}
