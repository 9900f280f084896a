//! Living alone: how the share changes at equal age, and where it differs.
//!
//! The city's factors on the national profile are solved from two censuses (see `solved.rs`).

use super::{Chain, Shape};

crate::assumptions! { Chain::Households;
    "la_trend_male" {
        ja: "ひとり暮らし率の変化：男性", en: "Change of the living-alone rate: men",
        unit: "%/年" / "% a year",
        range: 0.6 / 1.2 / 2.0, shape: Shape::TwoPieceNormal,
        within: -1.5 ..= 4.0, dim: 116,
        grade: Published in CensusHouseholds,
        because_ja: "神奈川県の国勢調査では平成27年から5年で14.5%から16.2%に上がりました。国\
            の世帯推計も上昇を見込みます。",
        because_en: "In Kanagawa it rose from 14.5 to 16.2 % in 2015–2020, and the national \
            household projection goes on upwards.",
    }
    "la_trend_female" {
        ja: "ひとり暮らし率の変化：女性", en: "Change of the living-alone rate: women",
        unit: "%/年" / "% a year",
        range: -0.1 / 0.35 / 0.8, shape: Shape::TwoPieceNormal,
        within: -2.0 ..= 2.5, dim: 117,
        grade: Published in CensusHouseholds,
        because_ja: "神奈川県の国勢調査では5年で21.7%から22.9%でした。市の男女別の変化は分か\
            らないため、県と国の値を借ります。",
        because_en: "In Kanagawa 21.7 to 22.9 % in five years. The city's own change by sex \
            is not known, so prefecture and nation stand in.",
    }
    "la_sex_tilt" {
        ja: "男女の自治体係数の比", en: "Factor of men over factor of women", unit: "倍" / "times",
        range: 0.97 / 1.03 / 1.1, shape: Shape::TwoPieceNormal,
        within: 0.8 ..= 1.3, dim: 118,
        grade: Assumed,
        because_ja: "神奈川県では男性の方がやや高く出ました。市でも同じとみるMitoshiチームの\
            仮定です。",
        because_en: "In Kanagawa men stand a little higher against the nation. The Mitoshi \
            team assumes the same of the city.",
    }
    "la_ward_sd" {
        ja: "区によるひとり暮らし率の違い", en: "Difference in living alone between wards",
        unit: "対数の標準偏差" / "sd of the logarithm",
        range: 0.04 / 0.08 / 0.14, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.4, dim: 119,
        grade: Assumed,
        because_ja: "区別の高齢単身世帯は手元になく、全年齢の単身世帯の割合から見当をつけた\
            Mitoshiチームの仮定です。",
        because_en: "Ward counts of the old are not at hand. Assumed by the Mitoshi team \
            from one-person households of all ages.",
    }
    "la_area_sd" {
        ja: "圏域によるひとり暮らし率の違い（区の中）",
        en: "Difference in living alone between areas of a ward",
        unit: "対数の標準偏差" / "sd of the logarithm",
        range: 0.06 / 0.12 / 0.2, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.5, dim: 120,
        grade: Assumed,
        because_ja: "団地の有無などで区どうしより差が大きいとみる、Mitoshiチームの仮定です。",
        because_en: "Housing estates make areas differ more than wards, as the Mitoshi team \
            assumes.",
    }
}
