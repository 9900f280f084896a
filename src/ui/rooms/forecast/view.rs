//! The ways to look at a measure, and which of them it offers.

use super::series::{Seen, breakdown, months};
use crate::assumptions::Chain;
use crate::engine::long_view::has_one;
use crate::i18n::Text;
use crate::measures::Level;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartKind {
    #[default]
    Years,
    Months,
    Wards,
    Parts,
    Curve,
    Pyramid,
    Long,
}

impl ChartKind {
    pub const ALL: [Self; 7] = [
        Self::Years,
        Self::Long,
        Self::Months,
        Self::Wards,
        Self::Parts,
        Self::Curve,
        Self::Pyramid,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Months => "months",
            Self::Wards => "wards",
            Self::Parts => "parts",
            Self::Curve => "curve",
            Self::Pyramid => "pyramid",
            Self::Long => "long",
        }
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Years => Text { ja: "年度", en: "Years" },
            Self::Months => Text { ja: "月", en: "Months" },
            Self::Wards => Text { ja: "区・圏域", en: "Places" },
            Self::Parts => Text { ja: "内訳", en: "Parts" },
            Self::Curve => Text { ja: "目標の高さ", en: "Target height" },
            Self::Pyramid => Text { ja: "年齢", en: "Ages" },
            Self::Long => Text { ja: "長期", en: "Long term" },
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    pub fn is_offered(self, seen: &Seen<'_>) -> bool {
        let spec = seen.measure.spec();
        match self {
            Self::Years => true,
            Self::Months => months::is_possible(seen),
            Self::Wards => spec.level != Level::City,
            Self::Parts => breakdown::of(seen.measure).is_some(),
            Self::Curve => seen.place.is_empty() && seen.aim().is_some(),
            Self::Pyramid => matches!(spec.chain, Chain::Population | Chain::Households),
            Self::Long => has_one(seen.measure),
        }
    }

    /// This kind where it is offered, otherwise the first, which always is.
    pub fn or_first(self, seen: &Seen<'_>) -> Self {
        if self.is_offered(seen) { self } else { Self::Years }
    }
}
