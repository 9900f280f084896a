//! How hard a shock hits, and how the pandemic inside FY2020's figures fades.
//!
//! Each row names the chain it acts on; meetings where it names none.

use super::{Chain, Role, Shape};

crate::assumptions! { Chain::Meetings, Role::Shock;
    "sh_pandemic_meet" {
        ja: "感染症：会議の減少", en: "Pandemic: loss of meetings", unit: "%" / "%",
        range: 20.0 / 40.0 / 65.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 95.0, dim: 128,
        grade: Assumed,
        because_ja: "市の数字はありません。令和2年度にも同じ幅を当てるMitoshiチームの仮定で\
            す。",
        because_en: "The city has no figure. Assumed by the Mitoshi team, and used for \
            FY2020 as well.",
    }
    "pan_fade_2021" {
        ja: "感染症の影響のうち令和3年度に残る割合", en: "Pandemic effect left in FY2021",
        unit: "割合" / "share",
        range: 0.5 / 0.75 / 0.95, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 1.0, dim: 129,
        grade: Assumed,
        because_ja: "令和2年度の影響を1とします。いつ収まるかは計画の時点で分からず、Mitoshi\
            チームが幅広く仮定しました。",
        because_en: "FY2020's effect is 1. When it would end was not known when the plan was \
            made; assumed by the Mitoshi team, with a wide range.",
    }
    "pan_fade_2022" {
        ja: "感染症の影響のうち令和4年度に残る割合", en: "Pandemic effect left in FY2022",
        unit: "割合" / "share",
        range: 0.15 / 0.4 / 0.7, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 1.0, dim: 130,
        moves_with: "pan_fade_2021" * 0.6,
        grade: Assumed,
        because_ja: "令和2年度の影響を1とするMitoshiチームの仮定です。前の年に長引けば、この\
            年も残りやすいとみます。",
        because_en: "FY2020's effect is 1; assumed by the Mitoshi team. Where it lasts in \
            the year before it lasts here too.",
    }
    "sh_pandemic_gather" {
        chain: Chain::Programmes,
        ja: "感染症：通いの場の減少", en: "Pandemic: loss of gatherings", unit: "%" / "%",
        range: 30.0 / 45.0 / 75.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 98.0, dim: 131,
        grade: Assumed,
        because_ja: "住民主体の支援の参加は令和2年度見込みで37%減でした。それより強い場合も含\
            むMitoshiチームの仮定です。",
        because_en: "Visits to resident-led support fell by an estimated 37 % in FY2020. The \
            range, assumed by the Mitoshi team, goes further.",
    }
    "sh_pandemic_recover" {
        chain: Chain::Programmes,
        ja: "感染症の後の立ち直り", en: "Recovery after a pandemic wave", unit: "か月" / "months",
        range: 4.0 / 9.0 / 20.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 60.0, dim: 132,
        grade: Assumed,
        because_ja: "波が去っても活動はすぐには戻らないとみる、Mitoshiチームの仮定です。",
        because_en: "Activities do not return at once when a wave has passed, as the Mitoshi \
            team assumes.",
    }
    "sh_pandemic_aware" {
        chain: Chain::Awareness,
        ja: "感染症：知る人の増え方", en: "Pandemic: people learning of centres",
        unit: "倍" / "times",
        range: 0.7 / 0.85 / 1.0, shape: Shape::TwoPieceNormal,
        within: 0.2 ..= 1.2, dim: 133,
        grade: Assumed,
        because_ja: "催しの中止で減るとみる、3年間の平均についてのMitoshiチームの仮定です。",
        because_en: "Events are called off. A mean over three years, assumed by the Mitoshi \
            team.",
    }
    "sh_pandemic_recruit" {
        chain: Chain::Staff,
        ja: "感染症：欠員が埋まるまでの期間", en: "Pandemic: time to fill a vacancy",
        unit: "倍" / "times",
        range: 0.9 / 1.1 / 1.4, shape: Shape::TwoPieceLognormal,
        within: 0.5 ..= 3.0, dim: 134,
        grade: Assumed,
        because_ja: "他業種から人が移ることも採用が止まることもあり、どちらもあり得るとする\
            Mitoshiチームの仮定です。",
        because_en: "People may come from other trades, or hiring may stop. The Mitoshi team \
            assumes that either can be.",
    }
    "sh_pandemic_calls" {
        chain: Chain::Alarm,
        ja: "感染症：通報・相談の増加", en: "Pandemic: more calls", unit: "%" / "%",
        range: 0.0 / 8.0 / 20.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 60.0, dim: 135,
        grade: Assumed,
        because_ja: "不安や外出控えで増えるとみるMitoshiチームの仮定です。市の数字はありませ\
            ん。",
        because_en: "Worry and staying at home bring more, as the Mitoshi team assumes. The \
            city has no figure.",
    }
    "sh_mass_resign" {
        chain: Chain::Staff,
        ja: "一斉退職：失われる職員の割合", en: "Mass resignation: staff lost",
        unit: "割合" / "share",
        range: 0.4 / 0.6 / 0.9, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 1.0, dim: 136,
        grade: Assumed,
        because_ja: "一つのセンターで半数前後が同時に辞める事態を表す、Mitoshiチームの仮定で\
            す。",
        because_en: "About half of one centre leaving together, assumed by the Mitoshi team.",
    }
    "sh_contractor" {
        chain: Chain::Alarm,
        ja: "事業者撤退：設置が止まる期間", en: "Contractor withdrawal: months without installs",
        unit: "か月" / "months",
        range: 1.0 / 3.0 / 7.0, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 24.0, dim: 137,
        grade: Assumed,
        because_ja: "次の事業者を選び直すまでの期間とみるMitoshiチームの仮定です。廃止はその\
            間も続きます。",
        because_en: "Until another is chosen, assumed by the Mitoshi team. People go on \
            leaving meanwhile.",
    }
    "sh_heat" {
        chain: Chain::Alarm,
        ja: "猛暑の月：通報の増加", en: "Heat wave month: more calls", unit: "%" / "%",
        range: 8.0 / 18.0 / 35.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 100.0, dim: 138,
        grade: Assumed,
        because_ja: "熱中症による通報を見込んだMitoshiチームの仮定です。市の数字はありません。",
        because_en: "Heat stroke brings calls, as the Mitoshi team assumes. The city has no \
            figure.",
    }
    "sh_freeze" {
        chain: Chain::Staff,
        ja: "採用凍結：続く期間", en: "Hiring freeze: how long", unit: "か月" / "months",
        range: 3.0 / 6.0 / 12.0, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 36.0, dim: 139,
        grade: Assumed,
        because_ja: "半年ほど補充が止まる事態を表すMitoshiチームの仮定です。離職はその間も続\
            きます。",
        because_en: "About half a year without hiring, assumed by the Mitoshi team. People \
            go on leaving meanwhile.",
    }
    "sh_housing" {
        chain: Chain::Population,
        ja: "大規模住宅：2年間に増える人", en: "Large housing project: people in two years",
        unit: "人" / "people",
        range: 1500.0 / 4000.0 / 9000.0, shape: Shape::TwoPieceLognormal,
        within: 100.0 ..= 30_000.0, dim: 140,
        grade: Assumed,
        because_ja: "区の社会増が年500〜4,000人であることを目安にした、Mitoshiチームの仮定で\
            す。",
        because_en: "Wards gain 500 to 4,000 people a year by moves; assumed by the Mitoshi \
            team from that.",
    }
    "sh_housing_old_share" {
        chain: Chain::Population,
        ja: "大規模住宅：転入者に占める65歳以上", en: "Large housing project: share of 65+",
        unit: "割合" / "share",
        range: 0.04 / 0.07 / 0.12, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 0.4, dim: 141,
        grade: Assumed,
        because_ja: "新しい住宅に移るのは主に若い世帯とみる、Mitoshiチームの仮定です。",
        because_en: "Mostly young households move into new housing, as the Mitoshi team \
            assumes.",
    }
}
