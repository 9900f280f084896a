//! What a heading, a cell at the side or a title says about a value. A value's full meaning is the
//! sum of what its column, its row and its sheet say: wide and long tables are read alike.

use crate::exchange::cells::age::Age;
use crate::facts::age::Sex;
use crate::places::Level;
use crate::units::{FiscalYear, Month, When};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sexes {
    One(Sex),
    Both,
    /// Neither is said: 「その他」「不明」.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Actual,
    /// 速報: counted, and not yet for good.
    Provisional,
    /// 見込み, 推計.
    Estimate,
    About,
    Plan,
    Target,
    /// 予測, 将来推計: of years to come, and no figure of ours.
    Forecast,
}

impl Kind {
    /// Said before it was known.
    pub const fn is_before_the_fact(self) -> bool {
        matches!(self, Self::Estimate | Self::Plan)
    }
}

/// A month that stands without its year, or the year that its months make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Months {
    One(u8),
    All,
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
    /// A code that is none of ours.
    UnknownCode(String),
    /// The word of a total.
    Total,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facet {
    pub place: Option<PlaceSaid>,
    pub sex: Option<Sexes>,
    pub age: Option<Age>,
    pub when: Option<When>,
    pub month: Option<Months>,
    pub measure: Option<String>,
    pub kind: Option<Kind>,
    /// More is the aim, or less; none where it is not said.
    pub at_least: Option<bool>,
    /// 計, of whatever its neighbours are.
    pub is_total: bool,
    pub is_subtotal: bool,
    /// A row that nobody can use: an average beside the counts, a word that is no age.
    pub is_aside: bool,
}

impl Facet {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Says which measure, and nothing else.
    pub fn is_measure(&self) -> bool {
        self.measure.is_some() && Self { measure: None, ..self.clone() }.is_empty()
    }

    /// What this one says, and where it is silent the other.
    pub fn over(&self, other: &Self) -> Self {
        Self {
            place: self.place.clone().or_else(|| other.place.clone()),
            sex: self.sex.or(other.sex),
            age: self.age.or(other.age),
            when: self.when.or(other.when),
            month: self.month.or(other.month),
            measure: self.measure.clone().or_else(|| other.measure.clone()),
            kind: self.kind.or(other.kind),
            at_least: self.at_least.or(other.at_least),
            is_total: self.is_total || other.is_total,
            is_subtotal: self.is_subtotal || other.is_subtotal,
            is_aside: self.is_aside || other.is_aside,
        }
    }

    /// A month finds its year beside it or in the title.
    pub fn dated(mut self) -> Self {
        let Some(Months::One(month)) = self.month else { return self };
        self.when = match self.when {
            Some(When::FiscalYear(FiscalYear(year))) => {
                Some(When::Month(Month::of(year + i16::from(month < 4), month)))
            }
            Some(When::CalendarYear(year)) => Some(When::Month(Month::of(year, month))),
            when => when,
        };
        self
    }
}
