//! To be filled.
use super::{Chain, Shape};
crate::assumptions! { Chain::CareNeed;
    "dem_wander_share" {
        ja: "x", en: "x", unit: "%" / "%",
        range: 2.2 / 4.2 / 7.5, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 20.0, dim: 250,
        grade: Assumed, because_ja: "", because_en: "",
    }
}
