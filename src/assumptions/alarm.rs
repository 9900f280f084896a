//! To be filled.
use super::{Chain, Shape};

crate::assumptions! { Chain::Alarm;
    "al_exit_home" {
        ja: "自宅設置型の年間廃止率", en: "Home type: leaving rate", unit: "/年" / "per year",
        range: 0.125 / 0.175 / 0.24, shape: Shape::TwoPieceLognormal,
        within: 0.02 ..= 0.6, dim: 0,
        grade: Assumed,
        because_ja: "", because_en: "",
    }
}
