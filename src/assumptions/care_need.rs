//! Certified for care, and dementia: what the age rates do not fix.
//!
//! The city's factor on national rates is solved from two counts (see `solved.rs`).

use super::{Chain, Shape};

crate::assumptions! { Chain::CareNeed;
    "cert_factor_kawasaki_ward" {
        ja: "認定率の係数：川崎区", en: "Certification factor: Kawasaki ward",
        unit: "倍" / "times",
        range: 1.2 / 1.24 / 1.28, shape: Shape::TwoPieceNormal,
        within: 1.0 ..= 1.6, dim: 121,
        grade: Observed in CareManual2018,
        because_ja: "平成29年4月の認定者9,813人を、全国の年齢別認定率から見込まれる7,928人と\
            比べた値です。",
        because_en: "The 9,813 certified of April 2017 against 7,928 expected at national \
            age rates.",
    }
    "cert_trend" {
        ja: "年齢別認定率の変化", en: "Change of certification at equal age",
        unit: "%/年" / "% a year",
        range: -1.8 / -0.8 / 0.2, shape: Shape::TwoPieceNormal,
        within: -5.0 ..= 3.0, dim: 122,
        grade: Published in CertificationByAge,
        because_ja: "全国の85歳以上は1年あまりで60.0%から57.8%に下がりました。市の令和5年度の\
            値も下がる向きを示します。",
        because_en: "The national rate at 85+ fell from 60.0 to 57.8 % in a little over a \
            year, and the city's FY2023 figure points down too.",
    }
    "cert_support_share" {
        ja: "認定者に占める要支援の割合", en: "Share at support level 1–2",
        unit: "割合" / "share",
        range: 0.24 / 0.28 / 0.32, shape: Shape::TwoPieceNormal,
        within: 0.1 ..= 0.5, dim: 123,
        grade: Published in CertifiedMonthly,
        because_ja: "令和2年12月の全国は28%、多摩区の平成25年は30.5%でした。",
        because_en: "28 % in Japan in December 2020; 30.5 % in Tama ward in 2013.",
    }
    "cert_prevention_eff" {
        ja: "介護予防が認定を減らす効果の上限", en: "Largest cut of certification by prevention",
        unit: "%" / "%",
        range: 0.0 / 1.5 / 4.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 15.0, dim: 124,
        grade: Assumed,
        because_ja: "研究の結果は分かれ、市の数字もありません。効果なしも含むMitoshiチームの\
            仮定です。",
        because_en: "Studies disagree and the city has no figure. The range, assumed by the \
            Mitoshi team, includes no effect at all.",
    }
    "cert_area_sd" {
        ja: "圏域による認定率の違い（区の中）",
        en: "Difference in certification between areas of a ward",
        unit: "対数の標準偏差" / "sd of the logarithm",
        range: 0.03 / 0.06 / 0.1, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.3, dim: 125,
        grade: Assumed,
        because_ja: "圏域別の認定者は手元になく、区どうしより少し小さい差とみるMitoshiチーム\
            の仮定です。",
        because_en: "Counts by area are not at hand. The Mitoshi team assumes differences a \
            little smaller than between wards.",
    }
    "dem_switch" {
        ja: "認知症の有病率に使う調査", en: "Which dementia survey is used",
        unit: "（0=令和4年、1=平成24年頃）" / "(0 = 2022, 1 = about 2012)",
        range: 0.0 / 0.0 / 1.0, shape: Shape::Choice(0.6),
        within: 0.0 ..= 1.0, dim: 126,
        grade: Published in Ninomiya2024,
        because_ja: "令和4年の調査では市内約3.6万人、平成24年頃の調査では約5万人となります。\
            新しい方をやや重く見ます。",
        because_en: "The 2022 survey gives about 36,000 people in the city, those of about \
            2012 some 50,000. The newer weighs a little more.",
    }
    "dem_wander_share" {
        ja: "認知症で外出の危険があり在宅の人の割合",
        en: "Dementia at home with risk of wandering",
        unit: "%" / "%",
        range: 2.2 / 4.2 / 7.5, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 25.0, dim: 127,
        grade: Assumed,
        because_ja: "市の数字はありません。対象者が数百人から3千人あまりとなるように、Mitoshi\
            チームが幅広く仮定しました。",
        because_en: "The city has no figure. Assumed by the Mitoshi team so that some \
            hundreds to three thousand people come out.",
    }
}
