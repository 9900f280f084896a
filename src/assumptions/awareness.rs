//! Being known: what pulls awareness down, how effort changes, and how well a survey sees it.
//!
//! The rate at which people learn of the centres is solved from the two surveys (see `solved.rs`).

use super::{Chain, Shape};

crate::assumptions! { Chain::Awareness;
    "aw_pullback" {
        ja: "認知度を下げる力（忘却・入れ替わり）",
        en: "Pull-back of awareness: forgetting and turnover of people",
        unit: "/年" / "per year",
        range: 0.01 / 0.045 / 0.11, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.3, dim: 0,
        grade: Assumed,
        because_ja: "2回の調査では、知る人と忘れる人の差しか分かりません。緩やかな場合から強\
            い場合までを含むMitoshiチームの仮定です。",
        because_en: "Two surveys show only the balance of learning and forgetting. The \
            range, assumed by the Mitoshi team, goes from weak to strong.",
    }
    "aw_drift" {
        ja: "周知の力の変化（年率）", en: "Yearly change of the effort to be known",
        unit: "/年" / "per year",
        range: -0.077 / 0.0 / 0.077, shape: Shape::TwoPieceNormal,
        within: -0.3 ..= 0.3, dim: 1,
        grade: Assumed,
        because_ja: "このまま伸びるか鈍るかを分けますが、過去の数字からは決まりません。増減を\
            同じ重さで試すMitoshiチームの仮定です。",
        because_en: "It decides between going on and slowing down, and the past does not \
            tell. Assumed by the Mitoshi team, up and down alike.",
    }
    "aw_deff" {
        ja: "標本誤差の割増し", en: "Design effect of the survey", unit: "倍" / "times",
        range: 1.1 / 1.4 / 1.9, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 5.0, dim: 2,
        grade: Assumed,
        because_ja: "区ごとの重み付けと無回答で誤差が増すとみる、Mitoshiチームの仮定です。",
        because_en: "Weights by ward and missing answers add error, as the Mitoshi team \
            assumes.",
    }
    "aw_survey_n" {
        ja: "調査の回答者数", en: "Survey respondents", unit: "人" / "people",
        range: 15_000.0 / 15_903.0 / 16_500.0, shape: Shape::Fixed,
        within: 100.0 ..= 100_000.0, dim: 3,
        grade: Observed in KawasakiPlan8,
        because_ja: "令和元年度の高齢者実態調査の回答数です。認定を受けていない65歳以上に尋ね\
            ています。",
        because_en: "Respondents of the city's FY2019 survey of older people, which asks \
            those of 65+ who are not certified.",
    }
    "aw_ward_sd" {
        ja: "区による認知度の違い", en: "Difference in awareness between wards",
        unit: "ポイント" / "points",
        range: 1.5 / 3.0 / 5.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 12.0, dim: 4,
        grade: Assumed,
        because_ja: "区別の認知度は公表されていません。数ポイントの差はあるとみるMitoshiチー\
            ムの仮定です。",
        because_en: "Awareness by ward is not published. The Mitoshi team assumes \
            differences of a few points.",
    }
    "aw_area_sd" {
        ja: "圏域による認知度の違い（区の中）",
        en: "Difference in awareness between areas of a ward",
        unit: "ポイント" / "points",
        range: 2.0 / 4.0 / 7.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 15.0, dim: 5,
        grade: Assumed,
        because_ja: "圏域別の認知度は公表されていません。区どうしより差が大きいとみるMitoshi\
            チームの仮定です。",
        because_en: "Awareness by area is not published. The Mitoshi team assumes that areas \
            differ more than wards.",
    }
}
