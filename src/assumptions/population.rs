//! Population: how long people live, who moves, and how sure the starting point is.

use super::{Chain, Shape};

crate::assumptions! { Chain::Population;
    "pop_base_err_city" {
        ja: "基準人口の誤差：全体の65歳以上", en: "Base-year error: municipality, 65+", unit: "%" / "%",
        range: -1.5 / 0.0 / 1.0, shape: Shape::TwoPieceNormal,
        within: -4.0 ..= 3.0, dim: 108,
        grade: Assumed,
        because_ja: "令和2年国勢調査の年齢不詳を配分した人数の誤差です。不詳は若い世帯に多い\
            とみて、下に広いMitoshiチームの仮定です。",
        because_en: "The error of sharing out unknown ages of the 2020 census. They are \
            mostly young, so the range, assumed by the Mitoshi team, leans down.",
    }
    "pop_base_err_ward" {
        ja: "基準人口の誤差：区の65歳以上", en: "Base-year error: ward, 65+", unit: "%" / "%",
        range: -3.0 / 0.0 / 3.0, shape: Shape::TwoPieceNormal,
        within: -9.0 ..= 9.0, dim: 109,
        grade: Assumed,
        because_ja: "社人研の平成30年推計と令和2年国勢調査の区別のずれ（約2.5%）を目安にした、\
            Mitoshiチームの仮定です。",
        because_en: "Guided by how far the institute's 2018 edition stood from the 2020 \
            census by ward (about 2.5 %), assumed by the Mitoshi team.",
    }
    "pop_base_err_area" {
        ja: "基準人口の誤差：圏域の75歳以上", en: "Base-year error: care area, 75+",
        unit: "%" / "%",
        range: -10.0 / 0.0 / 10.0, shape: Shape::TwoPieceNormal,
        within: -30.0 ..= 30.0, dim: 110,
        grade: Assumed,
        because_ja: "圏域別の人口は手元になく、区の人口を割り振った推測です。住民基本台帳を読\
            み込めば1%ほどになるとみるMitoshiチームの仮定です。",
        because_en: "No counts by area are at hand, so a ward is shared out by guess. With \
            the register loaded it falls to about 1 %, as the Mitoshi team assumes.",
    }
    "pop_ccr_blend_miyamae" {
        ja: "宮前区の高齢者の転入超過を残す割合",
        en: "Miyamae: share of surplus old-age inflow kept",
        unit: "割合" / "share",
        range: 0.0 / 0.3 / 0.7, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 1.0, dim: 111,
        grade: Assumed,
        because_ja: "平成27年の基準人口が実際の数より1割多く、その分が転入と読まれたようで\
            す。多くを取り除くMitoshiチームの仮定です。",
        because_en: "Its 2015 base stands a tenth above the counted people, and the surplus \
            was read as inflow. Most is removed, assumed by the Mitoshi team.",
    }
    "pop_mortality_mult" {
        ja: "死亡率の倍率", en: "Multiplier on death rates", unit: "倍" / "times",
        range: 0.95 / 1.0 / 1.06, shape: Shape::TwoPieceLognormal,
        within: 0.8 ..= 1.3, dim: 112,
        grade: Assumed,
        because_ja: "社人研の平成30年推計の水準に対する倍率です。令和4年に死亡が1割増えた例も\
            あり、Mitoshiチームが幅を仮定しました。",
        because_en: "Against the level of the institute's 2018 edition. Deaths rose by a \
            tenth in 2022; the range is assumed by the Mitoshi team.",
    }
    "pop_mortality_trend" {
        ja: "死亡率の改善", en: "Improvement of death rates", unit: "%/年" / "% a year",
        range: -0.3 / 0.0 / 0.5, shape: Shape::TwoPieceNormal,
        within: -1.5 ..= 2.0, dim: 113,
        grade: Assumed,
        because_ja: "推計に織り込まれた改善からの上振れ・下振れです。2015年と2020年の生命表を\
            見たMitoshiチームの仮定です。",
        because_en: "More or less than the edition already holds. Assumed by the Mitoshi \
            team after the life tables of 2015 and 2020.",
    }
    "pop_migration_mult" {
        ja: "転入・転出の倍率", en: "Multiplier on net migration", unit: "倍" / "times",
        range: 0.6 / 1.0 / 1.4, shape: Shape::TwoPieceNormal,
        within: -0.2 ..= 2.2, dim: 114,
        grade: Assumed,
        because_ja: "区の社会増減は年によって半分にも倍にもなりました（平成27〜令和元年）。それ\
            を目安にしたMitoshiチームの仮定です。",
        because_en: "Ward net migration halved and doubled from year to year in 2015–2019. \
            Assumed by the Mitoshi team from that.",
    }
    "pop_fertility_mult" {
        ja: "子ども女性比の倍率", en: "Multiplier on the child-woman ratio", unit: "倍" / "times",
        range: 0.83 / 0.92 / 1.0, shape: Shape::TwoPieceNormal,
        within: 0.6 ..= 1.2, dim: 115,
        grade: Assumed,
        because_ja: "市の出生は平成28年から令和2年に約12%減りました。推計より低めとする\
            Mitoshiチームの仮定で、高齢者の数には当面響きません。",
        because_en: "City births fell by about 12 % from 2016 to 2020. The Mitoshi team \
            assumes less than the edition; it does not touch older people for decades.",
    }
}
