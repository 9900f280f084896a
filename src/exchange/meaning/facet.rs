//! What a heading, a cell at the side or a title says about a value. A value's full meaning is the
//! sum of what its column, its row and its sheet say: wide and long tables are read alike.

use crate::exchange::cells::age::Age;
use crate::facts::age::Sex;
use crate::places::Level;
use crate::units::When;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sexes {
    One(Sex),
    Both,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Actual,
    Estimate,
    About,
    Plan,
    Target,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Place(Option<Level>),
    Sex,
    Age,
    When,
    Measure,
    Kind,
    Value,
    Code,
    Direction,
    Unit,
    Note,
    Source,
    Person,
    Profession,
}

impl Role {
    /// Says something about the values beside it.
    pub const fn is_key(self) -> bool {
        matches!(
            self,
            Self::Place(_)
                | Self::Sex
                | Self::Age
                | Self::When
                | Self::Measure
                | Self::Kind
                | Self::Code
                | Self::Direction
        )
    }
}

/// A place as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceSaid {
    Code(String),
    /// Named, but not one of ours.
    Unknown(String),
    /// The word of a total.
    Total,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facet {
    pub place: Option<PlaceSaid>,
    pub sex: Option<Sexes>,
    pub age: Option<Age>,
    pub when: Option<When>,
    pub measure: Option<String>,
    pub kind: Option<Kind>,
    /// More is the aim, or less; none where it is not said.
    pub at_least: Option<bool>,
    /// 計, of whatever its neighbours are.
    pub is_total: bool,
    pub is_subtotal: bool,
}

impl Facet {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What this one says, and where it is silent the other.
    pub fn over(&self, other: &Self) -> Self {
        Self {
            place: self.place.clone().or_else(|| other.place.clone()),
            sex: self.sex.or(other.sex),
            age: self.age.or(other.age),
            when: self.when.or(other.when),
            measure: self.measure.clone().or_else(|| other.measure.clone()),
            kind: self.kind.or(other.kind),
            at_least: self.at_least.or(other.at_least),
            is_total: self.is_total || other.is_total,
            is_subtotal: self.is_subtotal || other.is_subtotal,
        }
    }
}
