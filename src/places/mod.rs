//! The tree of places: municipality → ward → care area → support centre.
//!
//! The tree always has these four levels. A municipality without wards has one *implicit* ward,
//! and a ward without areas one implicit area, with its own code and its parent's name: the model
//! meets one shape, and a screen leaves out what `is_implicit`.

mod build;
mod roll_up;

pub use build::{NewPlace, PlaceError};
pub use roll_up::Ratio;

use serde::{Deserialize, Serialize};

use crate::i18n::{Label, Text};
use crate::sources::Provenance;

/// A position in [`Places`]. It says nothing by itself: files and luck use the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId(pub u16);

impl PlaceId {
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    Municipality,
    Ward,
    Area,
    Centre,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::Municipality, Self::Ward, Self::Area, Self::Centre];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Ward => "ward",
            Self::Area => "area",
            Self::Centre => "centre",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Municipality => Text { ja: "市区町村", en: "municipality" },
            Self::Ward => Text { ja: "区", en: "ward" },
            Self::Area => Text { ja: "地域ケア圏域", en: "care area" },
            Self::Centre => Text { ja: "地域包括支援センター", en: "support centre" },
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Stable for ever: luck, files and links name a place by it («14131-a03»).
    pub code: String,
    pub level: Level,
    pub parent: Option<PlaceId>,
    pub name: Label,
    /// `Illustrative` where the name, or the place itself, was made up.
    pub provenance: Provenance,
    /// Stands for its parent, because the municipality has no such level.
    pub is_implicit: bool,
    pub note: Label,
}

/// The tree. Places stand in the order municipality, then each ward followed by its areas, each
/// followed by its centres, so a parent always comes before its children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    list: Vec<Place>,
    children: Vec<Vec<PlaceId>>,
}

impl Places {
    pub const fn root(&self) -> PlaceId {
        PlaceId(0)
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn get(&self, id: PlaceId) -> &Place {
        &self.list[id.index()]
    }

    pub fn code(&self, id: PlaceId) -> &str {
        &self.get(id).code
    }

    pub fn find(&self, code: &str) -> Option<PlaceId> {
        self.list.iter().position(|place| place.code == code).map(|index| PlaceId(index as u16))
    }

    pub fn parent(&self, id: PlaceId) -> Option<PlaceId> {
        self.get(id).parent
    }

    pub fn children(&self, id: PlaceId) -> &[PlaceId] {
        &self.children[id.index()]
    }

    /// Every place, parents first.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = PlaceId> + ExactSizeIterator + use<> {
        (0..self.list.len() as u16).map(PlaceId)
    }

    pub fn at_level(&self, level: Level) -> impl DoubleEndedIterator<Item = PlaceId> + '_ {
        self.ids().filter(move |id| self.get(*id).level == level)
    }

    /// Those of a level that do not stand for their parent: what there is to choose between.
    pub fn own_at_level(&self, level: Level) -> impl DoubleEndedIterator<Item = PlaceId> + '_ {
        self.at_level(level).filter(|id| !self.get(*id).is_implicit)
    }

    pub fn wards(&self) -> impl DoubleEndedIterator<Item = PlaceId> + '_ {
        self.at_level(Level::Ward)
    }

    pub fn areas(&self) -> impl DoubleEndedIterator<Item = PlaceId> + '_ {
        self.at_level(Level::Area)
    }

    pub fn centres(&self) -> impl DoubleEndedIterator<Item = PlaceId> + '_ {
        self.at_level(Level::Centre)
    }

    /// The places of a level inside a place; the place itself when it is of that level.
    pub fn within(&self, id: PlaceId, level: Level) -> impl Iterator<Item = PlaceId> + '_ {
        self.at_level(level).filter(move |inner| self.is_within(*inner, id))
    }

    /// The place itself and all above it.
    pub fn lineage(&self, id: PlaceId) -> impl Iterator<Item = PlaceId> + '_ {
        std::iter::successors(Some(id), |at| self.parent(*at))
    }

    pub fn is_within(&self, inner: PlaceId, outer: PlaceId) -> bool {
        self.lineage(inner).any(|at| at == outer)
    }

    /// The place of a level above (or the place itself); none when the level lies below it.
    pub fn ancestor(&self, id: PlaceId, level: Level) -> Option<PlaceId> {
        self.lineage(id).find(|at| self.get(*at).level == level)
    }

    pub fn ward_of(&self, id: PlaceId) -> Option<PlaceId> {
        self.ancestor(id, Level::Ward)
    }

    /// The centre's area: exactly one.
    pub fn area_of(&self, centre: PlaceId) -> Option<PlaceId> {
        self.ancestor(centre, Level::Area)
    }

    /// The centres that serve an area: its own, or else its ward's, or else the municipality's.
    /// A town of one centre and many areas has areas without a centre of their own.
    pub fn centres_serving(&self, area: PlaceId) -> Vec<PlaceId> {
        self.lineage(area)
            .map(|at| self.within(at, Level::Centre).collect::<Vec<_>>())
            .find(|centres| !centres.is_empty())
            .unwrap_or_default()
    }

    /// Is the place, or one it lies in, made up? A screen that shows its figures says «例示».
    pub fn is_illustrative(&self, id: PlaceId) -> bool {
        use crate::sources::Grade;
        self.lineage(id).any(|at| self.get(at).provenance.grade == Grade::Illustrative)
    }
}
