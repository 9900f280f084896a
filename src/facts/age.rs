//! Sexes and age groups, labelled: a table always says which ages it counts.

use serde::{Deserialize, Serialize};

use crate::i18n::{Label, Text};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sex {
    Male,
    Female,
}

impl Sex {
    pub const BOTH: [Self; 2] = [Self::Male, Self::Female];

    pub const fn index(self) -> usize {
        self as usize
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|sex| sex.key() == key)
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Male => Text { ja: "男", en: "men" },
            Self::Female => Text { ja: "女", en: "women" },
        }
    }
}

/// Ages from `from` to `to`, both included; an open top has no `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AgeGroup {
    pub from: u8,
    pub to: Option<u8>,
}

impl AgeGroup {
    pub const fn closed(from: u8, to: u8) -> Self {
        Self { from, to: Some(to) }
    }

    pub const fn open(from: u8) -> Self {
        Self { from, to: None }
    }

    /// Reads `65-69`, `90+` or `7`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(from) = text.strip_suffix('+') {
            return Some(Self::open(from.parse().ok()?));
        }
        match text.split_once('-') {
            Some((from, to)) => {
                let group = Self::closed(from.parse().ok()?, to.parse().ok()?);
                (group.from <= group.to?).then_some(group)
            }
            None => text.parse().ok().map(|age| Self::closed(age, age)),
        }
    }

    pub fn label(self) -> String {
        match self.to {
            Some(to) if to == self.from => self.from.to_string(),
            Some(to) => format!("{}-{to}", self.from),
            None => format!("{}+", self.from),
        }
    }

    /// The ages in a sentence: «65〜69歳», «65–69».
    pub fn words(self) -> Label {
        let Self { from, to } = self;
        match to {
            Some(to) if to == from => Label::new(format!("{from}歳"), format!("age {from}")),
            Some(to) => Label::new(format!("{from}〜{to}歳"), format!("{from}–{to}")),
            None => Label::new(format!("{from}歳以上"), format!("{from}+")),
        }
    }

    pub fn contains(self, age: u8) -> bool {
        self.from <= age && self.to.is_none_or(|to| age <= to)
    }

    /// Does it lie wholly inside the other?
    pub fn is_inside(self, outer: Self) -> bool {
        outer.from <= self.from
            && match (self.to, outer.to) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(to), Some(outer_to)) => to <= outer_to,
            }
    }
}

/// One cell of a table of people, in a sentence: «2015年 男 0〜4歳».
pub fn people_words(year: i16, sex: Sex, group: AgeGroup) -> Label {
    let (sex, ages) = (sex.label(), group.words());
    Label::new(
        format!("{year}年 {} {}", sex.ja, ages.ja),
        format!("{year}, {}, {}", sex.en, ages.en),
    )
}

/// How a table cuts the ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeCut {
    Single,
    FiveYear,
    /// Groups of different width.
    Bands,
}

/// The groups of a table: from 0 to an open top, without gap or overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeGroups(Vec<AgeGroup>);

impl AgeGroups {
    /// None when the groups leave a gap, overlap, do not start at 0 or have no open top.
    pub fn new(groups: Vec<AgeGroup>) -> Option<Self> {
        let starts_at_zero = groups.first()?.from == 0;
        let joined =
            groups.windows(2).all(|pair| pair[0].to.map(|to| to + 1) == Some(pair[1].from));
        let is_open = groups.last()?.to.is_none();
        (starts_at_zero && joined && is_open).then_some(Self(groups))
    }

    /// 0–4, 5–9 … and an open top.
    pub fn five_year(top: u8) -> Self {
        let closed = (0..top / 5).map(|index| AgeGroup::closed(index * 5, index * 5 + 4));
        Self(closed.chain([AgeGroup::open(top)]).collect())
    }

    pub fn single_years(top: u8) -> Self {
        let closed = (0..top).map(|age| AgeGroup::closed(age, age));
        Self(closed.chain([AgeGroup::open(top)]).collect())
    }

    pub fn as_slice(&self) -> &[AgeGroup] {
        &self.0
    }

    pub fn cut(&self) -> AgeCut {
        let width = |group: &AgeGroup| group.to.map_or(0, |to| to - group.from + 1);
        let mut closed = self.0[..self.0.len() - 1].iter();
        if closed.clone().all(|group| width(group) == 1) {
            AgeCut::Single
        } else if closed.all(|group| width(group) == 5) {
            AgeCut::FiveYear
        } else {
            AgeCut::Bands
        }
    }

    /// Positions of the groups from an age up; none when no group starts there.
    pub fn from_age(&self, age: u8) -> Option<std::ops::Range<usize>> {
        let start = self.0.iter().position(|group| group.from == age)?;
        Some(start..self.0.len())
    }
}
