//! What is found, not drawn: solved in each draw so that history fits, or computed by the chains.
//!
//! The ranges are what the prototype of each chain found for Kawasaki. They are there to read and
//! to compare with (`mitoshi calibrate`); no run takes them in.

use super::Chain;
use crate::i18n::Text;

/// The municipality the prototype was made for, by its code.
pub const PROTOTYPE_OF: &str = "14130";

/// How a quantity comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Set in each draw so that the run passes through history.
    Solved,
    /// Follows from assumptions and other chains.
    Computed,
    /// A band to expect when no lever is moved.
    Forecast,
}

/// A quantity that no draw samples, with the range the prototype found.
#[derive(Clone, Copy, Debug)]
pub struct SolvedSpec {
    pub key: &'static str,
    pub chain: Chain,
    pub found: Found,
    pub label: Text,
    pub unit: Text,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// What it is found from.
    pub because: Text,
}

macro_rules! solved {
    ($($key:literal = $chain:ident, $found:ident {
        ja: $ja:literal, en: $en:literal, unit: $uja:literal / $uen:literal,
        range: $p10:literal / $p50:literal / $p90:literal,
        because_ja: $bja:literal, because_en: $ben:literal,
    })*) => {
        /// Every quantity that is found, by how it is found.
        pub const SOLVED: &[SolvedSpec] = &[$(SolvedSpec {
            key: $key,
            chain: Chain::$chain,
            found: Found::$found,
            label: Text { ja: $ja, en: $en },
            unit: Text { ja: $uja, en: $uen },
            p10: $p10,
            p50: $p50,
            p90: $p90,
            because: Text { ja: $bja, en: $ben },
        }),*];
    };
}

solved! {
    "la_factor_2015" = Households, Solved {
        ja: "ひとり暮らし率の自治体係数（平成27年）", en: "Municipality's factor on living alone, 2015",
        unit: "倍" / "times",
        range: 1.075 / 1.088 / 1.105,
        because_ja: "国勢調査の57,959人を、全国の年齢別の割合から見込まれる53,254人で割った値\
            です。年齢不詳を配分しない人口を使うと1.119になります。",
        because_en: "The 57,959 counted over 53,254 expected at national age rates. On the \
            raw population it would be 1.119.",
    }
    "la_factor_2020" = Households, Solved {
        ja: "ひとり暮らし率の自治体係数（令和2年）", en: "Municipality's factor on living alone, 2020",
        unit: "倍" / "times",
        range: 1.11 / 1.125 / 1.16,
        because_ja: "国勢調査の66,075人を、国勢調査に合わせ直した人口から見込まれる58,739人で\
            割った値です。配分しない人口では1.160になります。",
        because_en: "The 66,075 counted over 58,739 expected on the re-anchored population. \
            On the raw one it would be 1.160.",
    }
    "cert_factor" = CareNeed, Solved {
        ja: "認定率の自治体係数", en: "Municipality's factor on certification",
        unit: "倍" / "times",
        range: 1.075 / 1.095 / 1.115,
        because_ja: "平成28年10月の51,269人からも平成30年10月の55,760人からも1.095前後にな\
            り、この間に傾向はありません。40〜64歳の認定者を含みます。",
        because_en: "The 51,269 of October 2016 and the 55,760 of October 2018 both give \
            about 1.095, so there was no trend. It holds the certified aged 40–64.",
    }
    "al_install_rate" = Alarm, Solved {
        ja: "新規設置（令和元年度の水準）", en: "New installs at the FY2019 level",
        unit: "台/年" / "devices a year",
        range: 255.0 / 310.0 / 380.0,
        because_ja: "合計が1,569台から1,609台へ増えたことと、試した廃止率から求めます。",
        because_en: "From the rise of the total from 1,569 to 1,609 and the leaving rates \
            that are tried.",
    }
    "al_p_portable" = Alarm, Solved {
        ja: "新規のうち携帯型の割合", en: "New users who choose portable",
        unit: "割合" / "share",
        range: 0.23 / 0.58 / 0.87,
        because_ja: "携帯型の増え方から切替の分を除いて求めます。切替が多いほど、この割合は低\
            くなります。",
        because_en: "From the gain of portable devices less the changes. The more changed \
            over, the lower it is.",
    }
    "al_conv_rate" = Alarm, Solved {
        ja: "自宅設置型から携帯型への切替率", en: "Changes from home to portable",
        unit: "/年" / "per year",
        range: 0.03 / 0.115 / 0.23,
        because_ja: "携帯型の増え方に試した切替の割合を掛け、自宅設置型の台数で割ります。促進\
            策に残る余地を決めます。",
        because_en: "The gain of portable devices times the share tried as changes, over \
            home devices. It decides what a programme can still add.",
    }
    "st_h_scale" = Staff, Solved {
        ja: "離職の起こりやすさの水準", en: "Level of the exit hazards",
        unit: "倍" / "times",
        range: 0.88 / 1.0 / 1.15,
        because_ja: "離職率25.8%と欠員14人に誤差の範囲で合うよう、負荷の効き方を決めた後に求\
            めます。",
        because_en: "Found after the effect of load is drawn, so that turnover of 25.8 % and \
            14 vacancies fit within their errors.",
    }
    "mt_n_individual" = Meetings, Solved {
        ja: "個別ケア会議の回数（令和元年度）", en: "Individual-case meetings, FY2019",
        unit: "回/年" / "times a year",
        range: 122.0 / 176.0 / 224.0,
        because_ja: "296回から地域ケア圏域会議と区の会議を引いた残りです。",
        because_en: "What is left of the 296 after area and ward meetings.",
    }
    "mt_plan_2019" = Meetings, Solved {
        ja: "予定回数（令和元年度）", en: "Planned meetings, FY2019",
        unit: "回/年" / "times a year",
        range: 308.0 / 340.0 / 383.0,
        because_ja: "開けた回数の見込みが296回となるように求めます。",
        because_en: "Found so that 296 are expected to be held.",
    }
    "aw_convert" = Awareness, Solved {
        ja: "知らない人が知る率", en: "Rate at which people learn of the centres",
        unit: "/年" / "per year",
        range: 0.035 / 0.063 / 0.11,
        because_ja: "認知度が3年で39.4%から44.4%になるように求めます。下げる力が強いほど高く\
            なります。",
        because_en: "Found so that awareness goes from 39.4 to 44.4 % in three years. The \
            stronger the pull-back, the higher it is.",
    }
    "al_pool_a" = Alarm, Computed {
        ja: "対象者：65〜74歳・ひとり暮らし・慢性疾患（令和2年）",
        en: "Eligible at 65–74, alone and ill, 2020",
        unit: "人" / "people",
        range: 2800.0 / 7000.0 / 12_500.0,
        because_ja: "ひとり暮らしの27,850人に、要件に当たる割合を掛けます。",
        because_en: "The 27,850 who live alone times the share who meet the condition.",
    }
    "al_pool_b" = Alarm, Computed {
        ja: "対象者：75歳以上・ひとり暮らし（令和2年）", en: "Eligible at 75+, alone, 2020",
        unit: "人" / "people",
        range: 36_900.0 / 38_200.0 / 39_600.0,
        because_ja: "国勢調査に合わせ直した人口とひとり暮らし率から計算します。令和7年まで年\
            3.8%ほど増えます。",
        because_en: "Computed from the re-anchored population and the living-alone rates. It \
            grows by about 3.8 % a year to 2025.",
    }
    "al_pool_c" = Alarm, Computed {
        ja: "対象者：認知症で外出の危険（徘徊）（令和2年）",
        en: "Eligible with dementia and risk of wandering, 2020",
        unit: "人" / "people",
        range: 800.0 / 1800.0 / 3600.0,
        because_ja: "認知症の人数に在宅で危険のある割合を掛けます。2割ほどは他の要件にも当た\
            ります。",
        because_en: "People with dementia times the share at risk at home. About a fifth are \
            eligible otherwise too.",
    }
    "mt_need_growth" = Meetings, Computed {
        ja: "急ぎの業務の伸び", en: "Growth of claims with higher priority",
        unit: "%/年" / "% a year",
        range: 1.5 / 2.3 / 3.2,
        because_ja: "65歳以上（年1.1〜1.4%増）と認定者（年3.7%ほど増）の計算から出てきます。",
        because_en: "It follows from 65+ (1.1–1.4 % a year) and the certified (about 3.7 % \
            a year).",
    }
    "st_turnover_level" = Staff, Computed {
        ja: "離職率の真の水準", en: "True level of turnover",
        unit: "%/年" / "% a year",
        range: 22.0 / 25.1 / 28.9,
        because_ja: "25.8%は1年分の数字で誤差があるため、その近くを通るだけです。",
        because_en: "25.8 % is one year with its error, so the level only passes near it.",
    }
    "st_under5_share" = Staff, Computed {
        ja: "在籍5年未満の割合", en: "Share under five years",
        unit: "%" / "%",
        range: 61.0 / 65.0 / 70.0,
        because_ja: "計画は6割を超えると述べるだけなので、60〜70%として合わせました。",
        because_en: "The plan only says more than 60 %, so it was fitted as 60 to 70 %.",
    }
    "st_tie_index" = Staff, Computed {
        ja: "地域との関係の指数", en: "Tie index",
        unit: "割合" / "share",
        range: 0.6 / 0.71 / 0.82,
        because_ja: "関係が育つ速さ（42、24、12か月）に応じた、開始時の平均です。",
        because_en: "The mean at the start for ties that grow in 42, 24 and 12 months.",
    }
    "hr_budget" = Meetings, Computed {
        ja: "3職種の実働時間", en: "Hours of the three professions",
        unit: "千時間/年" / "thousand hours a year",
        range: 264.0 / 320.0 / 388.0,
        because_ja: "配置数、充足率93.5%、慣れを差し引いた0.91、年1,720時間を掛けた値です。",
        because_en: "Posts times 93.5 % filled, 0.91 after learning, and 1,720 hours a year.",
    }
    "mt_hours_all" = Meetings, Computed {
        ja: "296回の会議にかかる時間", en: "Hours that the 296 meetings take",
        unit: "千時間/年" / "thousand hours a year",
        range: 5.4 / 7.8 / 11.4,
        because_ja: "種類ごとの回数に1回の時間を掛けて足した値です。",
        because_en: "Meetings of each type times the hours of one.",
    }
    "mt_hours_share" = Meetings, Computed {
        ja: "会議が全時間に占める割合", en: "Meetings as a share of all hours",
        unit: "%" / "%",
        range: 1.6 / 2.4 / 3.7,
        because_ja: "会議の時間を実働時間で割った値です。",
        because_en: "Hours of meetings over all hours.",
    }
    "pop_fwd_err_ward5" = Population, Computed {
        ja: "5年先の区の誤差（75歳以上）", en: "Error five years ahead: ward, 75+",
        unit: "%" / "%",
        range: -3.2 / 0.0 / 3.2,
        because_ja: "社人研の平成30年推計を令和2年国勢調査と6区で比べた誤差です。計算の幅がこ\
            れに近いかを見るためのもので、入力ではありません。",
        because_en: "The 2018 edition against the 2020 census in six wards. It is held \
            against the computed band and is not an input.",
    }
    "aw_true_2022" = Awareness, Forecast {
        ja: "認知度（令和4年度、対策なし）", en: "Awareness in FY2022 without measures",
        unit: "%" / "%",
        range: 45.5 / 48.1 / 50.5,
        because_ja: "試算では、50%以上と測られる確率は0.16でした。",
        because_en: "In the prototype the chance of a measured 50 % or more was 0.16.",
    }
    "al_portable_2021" = Alarm, Forecast {
        ja: "携帯型（令和3年度末、対策なし）",
        en: "Portable devices at the end of FY2021 without measures",
        unit: "台" / "devices",
        range: 1010.0 / 1075.0 / 1145.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_portable_2023" = Alarm, Forecast {
        ja: "携帯型（令和5年度末、対策なし）",
        en: "Portable devices at the end of FY2023 without measures",
        unit: "台" / "devices",
        range: 1215.0 / 1365.0 / 1535.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_portable_2025" = Alarm, Forecast {
        ja: "携帯型（令和7年度末、対策なし）",
        en: "Portable devices at the end of FY2025 without measures",
        unit: "台" / "devices",
        range: 1370.0 / 1610.0 / 1895.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_home_2021" = Alarm, Forecast {
        ja: "自宅設置型（令和3年度末、対策なし）",
        en: "Home devices at the end of FY2021 without measures",
        unit: "台" / "devices",
        range: 580.0 / 630.0 / 675.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_home_2023" = Alarm, Forecast {
        ja: "自宅設置型（令和5年度末、対策なし）",
        en: "Home devices at the end of FY2023 without measures",
        unit: "台" / "devices",
        range: 365.0 / 445.0 / 540.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_home_2025" = Alarm, Forecast {
        ja: "自宅設置型（令和7年度末、対策なし）",
        en: "Home devices at the end of FY2025 without measures",
        unit: "台" / "devices",
        range: 220.0 / 315.0 / 445.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_total_2021" = Alarm, Forecast {
        ja: "緊急通報の合計（令和3年度末、対策なし）",
        en: "All alarm devices at the end of FY2021 without measures",
        unit: "台" / "devices",
        range: 1640.0 / 1705.0 / 1770.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_total_2023" = Alarm, Forecast {
        ja: "緊急通報の合計（令和5年度末、対策なし）",
        en: "All alarm devices at the end of FY2023 without measures",
        unit: "台" / "devices",
        range: 1680.0 / 1815.0 / 1970.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
    "al_total_2025" = Alarm, Forecast {
        ja: "緊急通報の合計（令和7年度末、対策なし）",
        en: "All alarm devices at the end of FY2025 without measures",
        unit: "台" / "devices",
        range: 1715.0 / 1935.0 / 2200.0,
        because_ja: "令和2年度を見込みとして扱った試算の幅です。",
        because_en: "The prototype's band, with FY2020 taken as an estimate.",
    }
}
