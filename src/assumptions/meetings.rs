//! Hours and meetings: what time there is, who claims it, what a meeting takes.
//!
//! The five shares of hours are parts of one whole: each is drawn by itself, and the model divides
//! them by their sum. The plan of FY2019 is solved so that 296 were held (see `solved.rs`).

use super::{Chain, Shape};

crate::assumptions! { Chain::Meetings;
    "mt_capacity_ratio" {
        ja: "開催能力と予定回数の比（令和元年度）", en: "Capacity over planned meetings, FY2019",
        unit: "倍" / "times",
        range: 0.9 / 1.12 / 1.6, shape: Shape::TwoPieceLognormal,
        within: 0.5 ..= 4.0, dim: 6,
        grade: Assumed,
        because_ja: "296回が予定で決まったのか時間で決まったのかは分かりません。両方の場合を\
            含むMitoshiチームの仮定です。",
        because_en: "Nobody knows whether the plan or the hours set the 296. The range, \
            assumed by the Mitoshi team, holds both cases.",
    }
    "mt_individual_unseen" {
        ja: "個別ケア会議の開催数（実績のない自治体）",
        en: "Individual-case meetings where none were counted",
        unit: "回/年・センター" / "a year and centre",
        range: 2.5 / 3.6 / 4.6, shape: Shape::TwoPieceNormal,
        within: 0.5 ..= 12.0, dim: 196,
        grade: Assumed,
        because_ja: "川崎市の令和元年度の296回から求めた122〜224回を49センターで割った幅です。実\
            績のない自治体にはこの幅を当てるMitoshiチームの仮定です。",
        because_en: "The 122 to 224 that follow from Kawasaki's 296 of FY2019, over 49 centres. \
            The Mitoshi team assumes it where a municipality has no count.",
    }
    "mt_priority_eps" {
        ja: "時間不足のしわ寄せ：会議", en: "What gives way when hours are short: meetings",
        unit: "弾力性" / "elasticity",
        range: 1.0 / 1.5 / 2.2, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 5.0, dim: 7,
        grade: Assumed,
        because_ja: "時間が1%足りないと会議が2.4%ほど減る強さで、Mitoshiチームの仮定です。急\
            ぎの相談より先に会議が削られます。",
        because_en: "Meetings fall by about 2.4 % per 1 % of hours missing, assumed by the \
            Mitoshi team. They give way before urgent consultation.",
    }
    "mt_trend" {
        ja: "予定回数の伸び（対策なし）", en: "Growth of planned meetings without measures",
        unit: "%/年" / "% a year",
        range: -3.0 / 0.0 / 3.0, shape: Shape::TwoPieceNormal,
        within: -12.0 ..= 12.0, dim: 8,
        grade: Assumed,
        because_ja: "実績が1年分しかなく、傾向は読み取れません。横ばいを中心とするMitoshiチー\
            ムの仮定です。",
        because_en: "Only one year is known, so no trend can be read. The Mitoshi team \
            assumes no change, give or take.",
    }
    "mt_h_individual" {
        ja: "個別ケア会議1回の時間", en: "Hours per individual-case meeting",
        unit: "時間/回" / "hours per meeting",
        range: 11.0 / 18.0 / 30.0, shape: Shape::TwoPieceLognormal,
        within: 3.0 ..= 80.0, dim: 9,
        grade: Assumed,
        because_ja: "準備8時間、開催5時間、後の対応5時間ほどの積み上げで、Mitoshiチームの仮定\
            です。",
        because_en: "About 8 to prepare, 5 to hold and 5 to follow up, assumed by the \
            Mitoshi team.",
    }
    "mt_h_area" {
        ja: "地域ケア圏域会議1回の時間", en: "Hours per area meeting",
        unit: "時間/回" / "hours per meeting",
        range: 22.0 / 38.0 / 65.0, shape: Shape::TwoPieceLognormal,
        within: 6.0 ..= 160.0, dim: 10,
        grade: Assumed,
        because_ja: "出席者が多く、個別会議の倍ほどとみるMitoshiチームの仮定です。公表値はあ\
            りません。",
        because_en: "More people attend, so about twice an individual meeting, assumed by \
            the Mitoshi team. Nothing is published.",
    }
    "mt_h_ward" {
        ja: "相談支援・ケアマネジメント会議1回の時間", en: "Hours per ward meeting",
        unit: "時間/回" / "hours per meeting",
        range: 15.0 / 30.0 / 55.0, shape: Shape::TwoPieceLognormal,
        within: 4.0 ..= 140.0, dim: 11,
        grade: Assumed,
        because_ja: "区役所が主催し、センターの負担はやや軽いとみるMitoshiチームの仮定です。\
            公表値はありません。",
        because_en: "The ward office hosts it, so centres give a little less, assumed by the \
            Mitoshi team. Nothing is published.",
    }
    "mt_n_area" {
        ja: "地域ケア圏域会議の回数（1圏域）", en: "Area meetings per care area",
        unit: "回/年" / "times a year",
        range: 1.0 / 2.0 / 3.2, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 5.0, dim: 12,
        grade: Assumed,
        because_ja: "296回の内訳は公表されていません。1圏域で年1〜3回とみるMitoshiチームの仮\
            定で、残りを個別会議とします。",
        because_en: "How the 296 divide is not published. One to three a year per area, \
            assumed by the Mitoshi team; the rest are individual.",
    }
    "mt_n_ward" {
        ja: "相談支援・ケアマネジメント会議の回数（1区）", en: "Ward meetings per ward",
        unit: "回/年" / "times a year",
        range: 2.0 / 4.0 / 7.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 9.0, dim: 13,
        grade: Assumed,
        because_ja: "始まった年度の会議で、2〜7回とみるMitoshiチームの仮定です。",
        because_en: "The meeting was in its first year: two to seven, assumed by the Mitoshi \
            team.",
    }
    "mt_centre_sd" {
        ja: "センターによる開催能力の違い", en: "Difference in capacity between centres",
        unit: "対数の標準偏差" / "sd of the logarithm",
        range: 0.3 / 0.45 / 0.6, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 1.2, dim: 14,
        grade: Assumed,
        because_ja: "センター別の回数は公表されていません。人員と圏域の違いから1.5倍ほどの差\
            はあるとみるMitoshiチームの仮定です。",
        because_en: "Counts by centre are not published. The Mitoshi team assumes \
            differences of about one and a half times.",
    }
    "mt_disp" {
        ja: "開催回数の偶然のばらつき", en: "Chance in the number held", unit: "倍" / "times",
        range: 0.3 / 0.6 / 1.0, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 1.0, dim: 15,
        grade: Assumed,
        because_ja: "予定された会議が一部中止になるだけなので、来客のような偶然より小さいとみ\
            るMitoshiチームの仮定です。",
        because_en: "Planned meetings are only called off at times, so chance is smaller \
            than for arrivals, as the Mitoshi team assumes.",
    }
    "mt_feb_mar_2020" {
        ja: "令和元年度末の感染症による減少",
        en: "Loss of FY2019 meetings at the pandemic's start",
        unit: "%" / "%",
        range: 0.0 / 4.0 / 9.0, shape: Shape::TwoPieceNormal,
        within: 0.0 ..= 20.0, dim: 16,
        grade: Assumed,
        because_ja: "令和2年2〜3月に中止があれば、本来の回数は296より多かったことになります。\
            数字はなくMitoshiチームの仮定です。",
        because_en: "If some were cancelled in February and March 2020, the usual level was \
            above 296. There is no figure; assumed by the Mitoshi team.",
    }
    "mt_cases_per_meeting" {
        ja: "個別ケア会議1回で扱う事例", en: "Cases per individual meeting",
        unit: "件/回" / "cases per meeting",
        range: 1.0 / 1.3 / 2.0, shape: Shape::TwoPieceLognormal,
        within: 0.8 ..= 6.0, dim: 17,
        grade: Assumed,
        because_ja: "1回で1〜2事例が普通とみるMitoshiチームの仮定です。",
        because_en: "One or two are usual, as the Mitoshi team assumes.",
    }
    "mt_issue_yield" {
        ja: "1事例から見つかる地域の課題", en: "Area issues found per case",
        unit: "件/事例" / "issues per case",
        range: 0.15 / 0.3 / 0.6, shape: Shape::TwoPieceLognormal,
        within: 0.02 ..= 2.0, dim: 18,
        grade: Assumed,
        because_ja: "個別の事例すべてが地域の課題につながるわけではありません。3事例に1つほど\
            とみるMitoshiチームの仮定です。",
        because_en: "Not every case points to an issue of the area. About one in three, \
            assumed by the Mitoshi team.",
    }
    "mt_issue_resolve" {
        ja: "地域ケア圏域会議1回で片付く課題", en: "Issues settled per area meeting",
        unit: "件/回" / "issues per meeting",
        range: 0.3 / 0.6 / 1.2, shape: Shape::TwoPieceLognormal,
        within: 0.05 ..= 4.0, dim: 19,
        grade: Assumed,
        because_ja: "仕組みづくりには数回の協議がかかるとみる、Mitoshiチームの仮定です。",
        because_en: "Making an arrangement takes a few talks, as the Mitoshi team assumes.",
    }
    "hr_fte_hours" {
        ja: "職員1人の年間実働時間", en: "Hours at work of a full-time person",
        unit: "時間/年" / "hours a year",
        range: 1620.0 / 1720.0 / 1820.0, shape: Shape::TwoPieceNormal,
        within: 1400.0 ..= 2100.0, dim: 20,
        grade: Assumed,
        because_ja: "週38時間45分から休暇と祝日を引いた目安で、Mitoshiチームの仮定です。",
        because_en: "A week of 38 hours 45 minutes less leave and holidays, assumed by the \
            Mitoshi team.",
    }
    "hr_share_consult" {
        ja: "時間の使い方：総合相談・権利擁護", en: "Use of hours: consultation and rights",
        unit: "割合" / "share",
        range: 0.24 / 0.3 / 0.37, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 0.7, dim: 21,
        grade: Assumed,
        because_ja: "全国調査で分かる業務を除いた残りから割り振った、Mitoshiチームの仮定です。",
        because_en: "Shared out of what the national survey leaves, assumed by the Mitoshi \
            team.",
    }
    "hr_share_plans" {
        ja: "時間の使い方：介護予防支援・ケアマネジメント",
        en: "Use of hours: prevention care plans",
        unit: "割合" / "share",
        range: 0.22 / 0.3 / 0.38, shape: Shape::TwoPieceNormal,
        within: 0.05 ..= 0.7, dim: 22,
        grade: Published in CentreWorkload,
        because_ja: "全国2,217センターの調査で約3割でした。センター全体の値で、3職種だけなら\
            もっと少ないかもしれません。",
        because_en: "About 30 % in a survey of 2,217 centres in Japan. It is of whole \
            centres; the three professions may do less.",
    }
    "hr_share_cm" {
        ja: "時間の使い方：ケアマネジャー支援", en: "Use of hours: support of care managers",
        unit: "割合" / "share",
        range: 0.09 / 0.14 / 0.2, shape: Shape::TwoPieceNormal,
        within: 0.02 ..= 0.5, dim: 23,
        grade: Assumed,
        because_ja: "全国調査に区分がなく、残りから割り振ったMitoshiチームの仮定です。",
        because_en: "The national survey does not part it. Shared out of the rest, assumed \
            by the Mitoshi team.",
    }
    "hr_share_community" {
        ja: "時間の使い方：地域活動（会議・出前を含む）",
        en: "Use of hours: community work, meetings and outreach",
        unit: "割合" / "share",
        range: 0.12 / 0.18 / 0.25, shape: Shape::TwoPieceNormal,
        within: 0.06 ..= 0.5, dim: 24,
        grade: Published in CentreWorkload,
        because_ja: "全国2,217センターの調査で約2割でした。会議はこのうちのごく一部です。",
        because_en: "About 20 % in a survey of 2,217 centres in Japan. Meetings are a small \
            part of it.",
    }
    "hr_share_admin" {
        ja: "時間の使い方：管理・記録", en: "Use of hours: administration and records",
        unit: "割合" / "share",
        range: 0.05 / 0.08 / 0.13, shape: Shape::TwoPieceNormal,
        within: 0.01 ..= 0.4, dim: 25,
        grade: Assumed,
        because_ja: "ほかの4つの残りとして割り振った、Mitoshiチームの仮定です。",
        because_en: "What the other four leave, assumed by the Mitoshi team.",
    }
    "hr_eps_consult" {
        ja: "時間不足のしわ寄せ：総合相談",
        en: "What gives way when hours are short: consultation",
        unit: "弾力性" / "elasticity",
        range: 0.2 / 0.3 / 0.45, shape: Shape::TwoPieceLognormal,
        within: 0.05 ..= 2.0, dim: 26,
        grade: Assumed,
        because_ja: "待てない仕事なので最も削られにくいとする、Mitoshiチームの仮定です。",
        because_en: "It cannot wait, so it gives way least, as the Mitoshi team assumes.",
    }
    "hr_eps_plans" {
        ja: "時間不足のしわ寄せ：介護予防支援",
        en: "What gives way when hours are short: prevention plans",
        unit: "弾力性" / "elasticity",
        range: 0.3 / 0.4 / 0.55, shape: Shape::TwoPieceLognormal,
        within: 0.08 ..= 2.0, dim: 27,
        grade: Assumed,
        because_ja: "期限のある仕事で、相談に次いで削られにくいとするMitoshiチームの仮定です。",
        because_en: "It has deadlines and comes next after consultation, as the Mitoshi team \
            assumes.",
    }
    "hr_eps_admin" {
        ja: "時間不足のしわ寄せ：管理・記録",
        en: "What gives way when hours are short: administration",
        unit: "弾力性" / "elasticity",
        range: 0.45 / 0.6 / 0.8, shape: Shape::TwoPieceLognormal,
        within: 0.1 ..= 3.0, dim: 28,
        grade: Assumed,
        because_ja: "後回しにはできても無くせないとする、Mitoshiチームの仮定です。",
        because_en: "It can be put off but not dropped, as the Mitoshi team assumes.",
    }
    "hr_eps_cm" {
        ja: "時間不足のしわ寄せ：ケアマネジャー支援",
        en: "What gives way when hours are short: care-manager support",
        unit: "弾力性" / "elasticity",
        range: 0.65 / 0.9 / 1.2, shape: Shape::TwoPieceLognormal,
        within: 0.2 ..= 4.0, dim: 29,
        grade: Assumed,
        because_ja: "記録よりは後回しにされやすいとする、Mitoshiチームの仮定です。",
        because_en: "It is put off sooner than records, as the Mitoshi team assumes.",
    }
    "hr_eps_outreach" {
        ja: "時間不足のしわ寄せ：出前・訪問", en: "What gives way when hours are short: outreach",
        unit: "弾力性" / "elasticity",
        range: 1.4 / 2.0 / 2.8, shape: Shape::TwoPieceLognormal,
        within: 0.4 ..= 6.0, dim: 30,
        moves_with: "mt_priority_eps" * 0.7,
        grade: Assumed,
        because_ja: "頼まれない仕事なので最初に削られるとする、Mitoshiチームの仮定です。会議\
            の削られやすさと一緒に動かし、順番を保ちます。",
        because_en: "Nobody asks for it, so it gives way first, as the Mitoshi team assumes. \
            It moves with meetings so that the order holds.",
    }
}
