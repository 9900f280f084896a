//! What the planner decides. A lever is declared once; sliders, validation, file keys,
//! documentation and sensitivity lists are loops over the catalogue.

mod catalog;
mod peers;
mod policy;

pub use catalog::{LEVER_COUNT, LeverId};
pub use policy::{LeverError, Policy, Setting};

use crate::i18n::Text;
use crate::sources::Backing;

/// Where a lever stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Devices,
    Centres,
    Meetings,
    Known,
    Programmes,
}

impl Group {
    pub const ALL: [Self; 5] =
        [Self::Devices, Self::Centres, Self::Meetings, Self::Known, Self::Programmes];

    pub const fn label(self) -> Text {
        match self {
            Self::Devices => Text { ja: "緊急通報の機器", en: "Alarm devices" },
            Self::Centres => Text { ja: "支援センターの職員", en: "Centre staff" },
            Self::Meetings => Text { ja: "地域ケア会議", en: "Care meetings" },
            Self::Known => Text { ja: "知られること", en: "Being known" },
            Self::Programmes => Text { ja: "地域の取組", en: "Programmes" },
        }
    }
}

/// How finely a lever can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One value for the municipality.
    City,
    /// Also for a ward or an area; the nearest one wins.
    Place,
}

/// One lever as declared.
#[derive(Clone, Copy, Debug)]
pub struct LeverSpec {
    pub id: LeverId,
    pub key: &'static str,
    pub group: Group,
    pub scope: Scope,
    pub label: Text,
    pub unit: Text,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    /// As today: at this value the lever changes nothing, bit for bit.
    pub default: f64,
    /// What it costs, in words with its numbers.
    pub cost: Text,
    pub backing: Backing,
    /// Where its default and its effect come from.
    pub because: Text,
}

impl LeverSpec {
    /// Yes or no, with nothing in between.
    pub fn is_switch(&self) -> bool {
        self.min + self.step >= self.max
    }
}
