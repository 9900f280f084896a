//! Emergency alarms: who is eligible, who applies, which type, and why people leave.
//!
//! The four reasons for leaving are parts of one whole: each is drawn by itself, and the model
//! divides them by their sum. Installs, conversions and the first choice of type are not here: they
//! are solved from history in each draw (see `solved.rs`).

use super::{Chain, Shape};

crate::assumptions! { Chain::Alarm;
    "al_exit_home" {
        ja: "自宅設置型の廃止率", en: "Home type: leaving rate", unit: "/年" / "per year",
        range: 0.125 / 0.175 / 0.24, shape: Shape::TwoPieceLognormal,
        within: 0.05 ..= 0.45, dim: 31,
        grade: Published in AlarmNiigata,
        because_ja: "新潟市の計画は年17%ほど、苫小牧市の実績は年19%ほどの廃止を示します。川崎\
            市の台数だけからは決まらないため、幅を持たせて試します。",
        because_en: "Niigata's plan implies that about 17 % leave a year, Tomakomai's \
            figures about 19 %. Kawasaki's own stocks cannot fix it, so it is tried over a \
            range.",
    }
    "al_exit_portable" {
        ja: "携帯型の廃止率", en: "Portable type: leaving rate", unit: "/年" / "per year",
        range: 0.11 / 0.155 / 0.215, shape: Shape::TwoPieceLognormal,
        within: 0.04 ..= 0.42, dim: 32,
        grade: Published in AlarmNiigata,
        because_ja: "自宅設置型と同じ他市の数字に、利用者がやや若いことを加味しました。川崎市\
            の台数だけからは決まりません。",
        because_en: "From the same cities as the home type, a little lower because users are \
            younger. Kawasaki's own stocks cannot fix it.",
    }
    "al_phi" {
        ja: "携帯型の増加のうち切替の割合",
        en: "Portable gains that are changes from the home type",
        unit: "割合" / "share",
        range: 0.11 / 0.37 / 0.74, shape: Shape::Beta(1.2, 1.8),
        within: 0.0 ..= 1.0, dim: 33,
        grade: Assumed,
        because_ja: "新規か切替かの内訳は公表されていません。どちらもあり得るため、ほぼ0から1\
            までを試すMitoshiチームの仮定です。",
        because_en: "How many portable devices were new and how many replaced a home one is \
            not published. Assumed by the Mitoshi team: nearly everything between none and \
            all is tried.",
    }
    "al_p_trend" {
        ja: "新規の人が自宅設置型を選ばなくなる速さ", en: "Fall of the home type among new users",
        unit: "/年" / "per year",
        range: 0.05 / 0.25 / 0.45, shape: Shape::Uniform,
        within: 0.0 ..= 0.6, dim: 34,
        grade: Assumed,
        because_ja: "自宅設置型は2年続けて減りました。速さは分からないので、一様な幅とする\
            Mitoshiチームの仮定です。",
        because_en: "The home type shrank two years running. How fast the choice shifts is \
            not known, so the Mitoshi team assumes an even range.",
    }
    "al_conv_fade" {
        ja: "切替が一巡して減る速さ", en: "Fading of changes from home to portable",
        unit: "/年" / "per year",
        range: -0.02 / 0.07 / 0.17, shape: Shape::Uniform,
        within: -0.15 ..= 0.3, dim: 35,
        grade: Assumed,
        because_ja: "替えたい人から先に替えるため、年々少し減るとみるMitoshiチームの仮定で\
            す。正の値は減ることを表します。",
        because_en: "Those who want to change go first, so the Mitoshi team assumes a slow \
            fading. A positive value means fewer each year.",
    }
    "al_rate_drift" {
        ja: "申請の出方の年ごとの揺れ", en: "Year-to-year drift of applications",
        unit: "対数の標準偏差/年" / "sd of the logarithm, a year",
        range: 0.03 / 0.06 / 0.1, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.2, dim: 36,
        grade: Assumed,
        because_ja: "ひとり暮らしが増えても利用が減った市や3倍になった市があります。幅が細く\
            なりすぎないようにするMitoshiチームの仮定です。",
        because_en: "Elsewhere use fell or tripled while more people lived alone. Assumed by \
            the Mitoshi team so that the band does not become too thin.",
    }
    "al_chronic_share" {
        ja: "65〜74歳ひとり暮らしのうち慢性疾患の要件に当たる割合",
        en: "Living alone at 65–74: share meeting the illness condition",
        unit: "割合" / "share",
        range: 0.1 / 0.25 / 0.45, shape: Shape::TwoPieceNormal,
        within: 0.01 ..= 0.8, dim: 37,
        grade: Assumed,
        because_ja: "要件は慢性疾患があり日常生活に注意を要することで、診断名だけでは決まりませ\
            ん。該当者数は公表されていないため、Mitoshiチームが幅広く仮定しました。",
        because_en: "The condition asks for a need of care in daily life, not only for a \
            diagnosis. No count is published, so the Mitoshi team assumes a wide range.",
    }
    "al_equiv_household" {
        ja: "「準ずる世帯」による対象者の上乗せ",
        en: "Extra eligible people in equivalent households",
        unit: "割合" / "share",
        range: 0.02 / 0.07 / 0.18, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 0.5, dim: 38,
        grade: Assumed,
        because_ja: "高齢者だけの夫婦などが含まれますが、人数は公表されていません。夫婦世帯\
            5.6万世帯から一部が当たるとみるMitoshiチームの仮定です。",
        because_en: "Couples of old people and the like may count, but nobody publishes how \
            many. Assumed by the Mitoshi team as a small part of 56,000 such couples.",
    }
    "al_overlap_c" {
        ja: "認知症の対象者のうち他の要件にも当たる割合",
        en: "Dementia class also eligible otherwise",
        unit: "割合" / "share",
        range: 0.1 / 0.2 / 0.35, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.7, dim: 39,
        grade: Assumed,
        because_ja: "一人を二度数えないための割合です。高齢者の約5人に1人がひとり暮らしである\
            ことから、Mitoshiチームが仮定しました。",
        because_en: "Needed so that nobody is counted twice. Assumed by the Mitoshi team, \
            since about one older person in five lives alone.",
    }
    "al_younger_share" {
        ja: "若年性認知症による対象者の上乗せ",
        en: "Younger-onset dementia on top of the dementia class",
        unit: "割合" / "share",
        range: 0.01 / 0.03 / 0.06, shape: Shape::TwoPieceLognormal,
        within: 0.0 ..= 0.15, dim: 40,
        grade: Assumed,
        because_ja: "65歳未満の該当者は市内で百人に満たないとみて、Mitoshiチームが仮定した割\
            合です。",
        because_en: "Eligible people under 65 are taken to be fewer than a hundred in the \
            city. The share is assumed by the Mitoshi team.",
    }
    "al_aware_scheme" {
        ja: "対象者のうち事業を知っている割合", en: "Eligible people who know of the scheme",
        unit: "割合" / "share",
        range: 0.25 / 0.4 / 0.6, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 0.95, dim: 41,
        grade: Assumed,
        because_ja: "調査はありません。広報で知る人をどこまで増やせるかの上限としてだけ使う、\
            Mitoshiチームの仮定です。",
        because_en: "There is no survey. Assumed by the Mitoshi team, and used only as a \
            limit to what publicity can add.",
    }
    "al_lead_time" {
        ja: "申請から設置までの期間", en: "Time from application to installation",
        unit: "か月" / "months",
        range: 0.5 / 1.0 / 2.0, shape: Shape::TwoPieceLognormal,
        within: 0.1 ..= 6.0, dim: 42,
        grade: Assumed,
        because_ja: "公表値がないため、数週間から2か月とみるMitoshiチームの仮定です。",
        because_en: "Nothing is published: a few weeks to two months, assumed by the Mitoshi \
            team.",
    }
    "al_capacity_month" {
        ja: "1か月に設置・切替できる台数", en: "Installs and changes possible a month",
        unit: "台/月" / "devices a month",
        range: 35.0 / 50.0 / 80.0, shape: Shape::TwoPieceLognormal,
        within: 30.0 ..= 200.0, dim: 43,
        grade: Assumed,
        because_ja: "過去に月35台ほどの設置と切替をこなしたとみられるため、それを下回らない\
            Mitoshiチームの仮定です。",
        because_en: "About 35 installs and changes a month seem to have been done already. \
            Assumed by the Mitoshi team to be no less than that.",
    }
    "al_contract_slack" {
        ja: "契約台数の余裕", en: "Contracted units over units in use", unit: "倍" / "times",
        range: 1.03 / 1.1 / 1.25, shape: Shape::TwoPieceLognormal,
        within: 1.0 ..= 2.0, dim: 44,
        grade: Assumed,
        because_ja: "契約台数は公表されていません。今は不足が出ていないとみるMitoshiチームの\
            仮定です。",
        because_en: "The contract is not published. The Mitoshi team assumes that it does \
            not bind at present.",
    }
    "al_season" {
        ja: "申請の季節による増減", en: "Yearly cycle of applications", unit: "割合" / "share",
        range: 0.0 / 0.08 / 0.18, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 0.5, dim: 45,
        grade: Assumed,
        because_ja: "年度末の台数からは季節が読み取れません。冬に不安が増すとみるMitoshiチー\
            ムの仮定です。",
        because_en: "Year-end stocks do not show the season. The Mitoshi team assumes that \
            worry, and so applications, peak in winter.",
    }
    "al_area_sd" {
        ja: "圏域による申請の出やすさの違い", en: "Difference in applications between areas",
        unit: "対数の標準偏差" / "sd of the logarithm",
        range: 0.15 / 0.3 / 0.5, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 1.0, dim: 46,
        grade: Assumed,
        because_ja: "圏域別の台数は公表されていません。地域によって半分から2倍近い差はあり得\
            るとみるMitoshiチームの仮定です。",
        because_en: "No counts by area are published. The Mitoshi team assumes that areas \
            may differ by half to nearly double.",
    }
    "al_exit_mix_death" {
        ja: "廃止の理由の内訳：死亡", en: "Reasons for leaving: death", unit: "割合" / "share",
        range: 0.25 / 0.33 / 0.42, shape: Shape::TwoPieceNormal,
        within: 0.02 ..= 0.9, dim: 47,
        grade: Assumed,
        because_ja: "利用者の平均年齢を82歳ほどとして生命表から見当をつけた、Mitoshiチームの\
            仮定です。",
        because_en: "Assumed by the Mitoshi team from life tables, taking users to be about \
            82 on average.",
    }
    "al_exit_mix_facility" {
        ja: "廃止の理由の内訳：入所・長期入院",
        en: "Reasons for leaving: facility or long hospital stay",
        unit: "割合" / "share",
        range: 0.25 / 0.35 / 0.45, shape: Shape::TwoPieceNormal,
        within: 0.02 ..= 0.9, dim: 48,
        grade: Assumed,
        because_ja: "苫小牧市では入所が最初に挙げられています。割合そのものはMitoshiチームの\
            仮定です。",
        because_en: "Tomakomai names it first. The share itself is assumed by the Mitoshi \
            team.",
    }
    "al_exit_mix_move" {
        ja: "廃止の理由の内訳：転出・同居",
        en: "Reasons for leaving: moved away or joined family",
        unit: "割合" / "share",
        range: 0.08 / 0.14 / 0.22, shape: Shape::TwoPieceNormal,
        within: 0.01 ..= 0.6, dim: 49,
        grade: Assumed,
        because_ja: "内訳の統計は見つからず、幅を持たせたMitoshiチームの仮定です。",
        because_en: "No statistics were found. Assumed by the Mitoshi team, with a wide range.",
    }
    "al_exit_mix_unwanted" {
        ja: "廃止の理由の内訳：不要・辞退", en: "Reasons for leaving: no longer wanted",
        unit: "割合" / "share",
        range: 0.1 / 0.18 / 0.3, shape: Shape::TwoPieceNormal,
        within: 0.01 ..= 0.7, dim: 50,
        grade: Assumed,
        because_ja: "内訳の統計は見つからず、幅を持たせたMitoshiチームの仮定です。利用者負担\
            が響くのはこの部分です。",
        because_en: "No statistics were found; assumed by the Mitoshi team. This is the part \
            that the user charge acts on.",
    }
    "al_calls_per_unit" {
        ja: "1台当たりの通報・相談", en: "Calls of all kinds per device",
        unit: "件/台・年" / "calls per device a year",
        range: 0.6 / 1.3 / 2.0, shape: Shape::TwoPieceLognormal,
        within: 0.1 ..= 5.0, dim: 51,
        grade: Published in AlarmNiigata,
        because_ja: "新潟市の平成26年度は約1,800台で通報と相談が約2,300件、1台当たり1.3件でし\
            た。",
        because_en: "Niigata counted about 2,300 alarms and consultations on 1,800 devices \
            in FY2014: 1.3 each.",
    }
    "al_dispatch_per_unit" {
        ja: "1台当たりの救急出動", en: "Ambulance dispatches per device",
        unit: "件/台・年" / "calls per device a year",
        range: 0.05 / 0.15 / 0.27, shape: Shape::TwoPieceLognormal,
        within: 0.01 ..= 0.8, dim: 52,
        grade: Published in AlarmIkoma,
        because_ja: "生駒市は1台当たり年0.12〜0.26件、新潟市の真の通報は0.14件でした。",
        because_en: "Ikoma counted 0.12 to 0.26 a year per device, and Niigata 0.14 true \
            alarms.",
    }
    "al_obs_sd_actual" {
        ja: "台数の実績の誤差", en: "Error of a counted number of devices",
        unit: "台" / "devices",
        range: 10.0 / 10.0 / 10.0, shape: Shape::Fixed,
        within: 0.0 ..= 40.0, dim: 53,
        grade: Assumed,
        because_ja: "年度末の締め方による数台のずれを見込みます。見込み値の誤差の3分の1以下と\
            するMitoshiチームの仮定です。",
        because_en: "A few devices may be booked before or after the year's end. Assumed by \
            the Mitoshi team, at most a third of the estimate's error.",
    }
    "al_obs_sd_2020" {
        ja: "令和2年度見込みの誤差（種類別）", en: "Error of the FY2020 estimate, each type",
        unit: "台" / "devices",
        range: 20.0 / 40.0 / 60.0, shape: Shape::Fixed,
        within: 0.0 ..= 120.0, dim: 54,
        grade: Assumed,
        because_ja: "令和2年度の値は前年と同じ増え方で、延長した見込みと読めます。数えた値よ\
            り軽く扱うMitoshiチームの仮定です。",
        because_en: "The FY2020 figures repeat the step of the year before, as an \
            extrapolation would. Assumed by the Mitoshi team: they weigh less than a count.",
    }
    "al_conv_max" {
        ja: "切替の年間上限", en: "Largest share of home users changed in a year",
        unit: "/年" / "per year",
        range: 0.6 / 0.6 / 0.6, shape: Shape::Fixed,
        within: 0.2 ..= 0.9, dim: 55,
        grade: Assumed,
        because_ja: "どのような促進策でも1年に替えられるのは6割までとする、Mitoshiチームの仮\
            定です。",
        because_en: "Assumed by the Mitoshi team: no programme changes more than six in ten \
            home devices in a year.",
    }
}
