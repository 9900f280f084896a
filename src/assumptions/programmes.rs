//! The plan's other programmes: small counts of one to three years, and no trend read into them.

use super::{Chain, Shape};

/// What ranges of numbers (not of rates) were judged for: the counts of Kawasaki's eighth plan in
/// `assets/facts/kawasaki/observations.csv`. Another municipality's own counts scale them.
pub mod judged_for {
    pub const SITES: f32 = 10.0;
    pub const PARTNERS: f32 = 70.0;
    /// The mean of 15, 10 and 16 a year.
    pub const COOKERS: f32 = 41.0 / 3.0;
    /// The mean of 1, 0 and 2 a year.
    pub const EXTINGUISHERS: f32 = 1.0;
    pub const COUNCIL: f32 = 104.0;
}

crate::assumptions! { Chain::Programmes;
    "pg_resident_trend" {
        ja: "住民主体の支援：参加の伸び（平時）",
        en: "Resident-led support: growth in normal times",
        unit: "%/年" / "% a year",
        range: 0.0 / 8.0 / 22.0, shape: Shape::TwoPieceNormal,
        within: -15.0 ..= 45.0, dim: 142,
        grade: Observed in KawasakiPlan8,
        because_ja: "参加は延べ2,672人から3,328人へ1年で25%増えました。1年分なので、同じ勢い\
            が続くとは見ません。",
        because_en: "Visits rose from 2,672 to 3,328, by 25 %, in one year. It is one step \
            only, so the pace is not taken to last.",
    }
    "pg_resident_recover" {
        ja: "住民主体の支援：感染症後の戻り（3年後）",
        en: "Resident-led support: three years after, over FY2019",
        unit: "倍" / "times",
        range: 0.6 / 0.9 / 1.25, shape: Shape::TwoPieceLognormal,
        within: 0.2 ..= 2.5, dim: 143,
        grade: Assumed,
        because_ja: "令和2年度の見込みは延べ2,100人でした。元に戻りきらない場合も超える場合も\
            含むMitoshiチームの仮定です。",
        because_en: "FY2020 is estimated at 2,100. The range, assumed by the Mitoshi team, \
            holds falling short and going beyond.",
    }
    "pg_sites_final" {
        ja: "小地域の委託事業所（令和5年度）", en: "Small-area sites in FY2023",
        unit: "か所" / "sites",
        range: 10.0 / 14.0 / 22.0, shape: Shape::TwoPieceLognormal,
        within: 3.0 ..= 60.0, dim: 144,
        grade: Assumed,
        because_ja: "1年で3か所から10か所に増えましたが、予算次第です。緩やかに増えるとみる\
            Mitoshiチームの仮定です。",
        because_en: "They grew from 3 to 10 in a year, but it is a matter of budget. The \
            Mitoshi team assumes slower growth.",
    }
    "pg_partners_growth" {
        ja: "見守り協力事業者の増加", en: "Growth of watch-network partners",
        unit: "団体/年" / "partners a year",
        range: 0.0 / 2.0 / 6.0, shape: Shape::TwoPieceNormal,
        within: -5.0 ..= 25.0, dim: 145,
        grade: Assumed,
        because_ja: "数は1年分しか分かりません。ゆるやかに増えるとみるMitoshiチームの仮定で\
            す。",
        because_en: "Only one year is known. The Mitoshi team assumes slow growth.",
    }
    "pg_watch_reports" {
        ja: "協力事業者1団体当たりの通報", en: "Reports per watch-network partner",
        unit: "件/年" / "reports a year",
        range: 0.4 / 0.53 / 0.68, shape: Shape::TwoPieceLognormal,
        within: 0.1 ..= 1.5, dim: 146,
        grade: Observed in KawasakiPlan8,
        because_ja: "70団体から年37件でした。件数が少ないので、偶然の分だけ幅を持たせます。",
        because_en: "37 a year from 70 partners. The count is small, so the range holds its \
            chance.",
    }
    "pg_watch_share" {
        ja: "実態調査から見守りにつながる割合", en: "Surveyed people then watched over",
        unit: "%" / "%",
        range: 1.8 / 2.1 / 2.4, shape: Shape::TwoPieceNormal,
        within: 0.5 ..= 6.0, dim: 147,
        grade: Observed in KawasakiPlan8,
        because_ja: "ひとり暮らしなどの高齢者8,452人を調べ、176人が見守りにつながりました。",
        because_en: "Of 8,452 surveyed people, mostly living alone, 176 were then watched \
            over.",
    }
    "pg_aids_cooker" {
        ja: "電磁調理器の給付", en: "Induction cookers given", unit: "件/年" / "cases a year",
        range: 9.0 / 13.5 / 19.0, shape: Shape::TwoPieceLognormal,
        within: 2.0 ..= 50.0, dim: 148,
        grade: Observed in KawasakiPlan8,
        because_ja: "3年で15、10、16件でした。件数から求めた幅（ガンマ分布）を、3点を通る対数正\
            規で表しています。",
        because_en: "15, 10 and 16 in three years. The gamma range of such counts, written \
            as a lognormal through its three points.",
    }
    "pg_aids_ext" {
        ja: "自動消火器の給付", en: "Fire extinguishers given", unit: "件/年" / "cases a year",
        range: 0.4 / 1.0 / 2.1, shape: Shape::TwoPieceLognormal,
        within: 0.05 ..= 8.0, dim: 149,
        grade: Observed in KawasakiPlan8,
        because_ja: "3年で1、0、2件でした。傾向は読めないため、件数の幅（ガンマ分布）を3点を通\
            る対数正規で表しています。",
        because_en: "1, 0 and 2 in three years: no trend can be read. The gamma range is \
            written as a lognormal through its three points.",
    }
    "pg_council" {
        ja: "連絡協議会に加わる団体", en: "Organisations joining the council",
        unit: "団体/年" / "organisations a year",
        range: 2.0 / 7.0 / 14.0, shape: Shape::TwoPieceLognormal,
        within: 0.3 ..= 40.0, dim: 150,
        grade: Observed in KawasakiVision2021,
        because_ja: "22、90、104団体と増え、目安の100を超えたので今後は鈍るとみます。件数の幅\
            を3点を通る対数正規で表しています。",
        because_en: "22, 90, then 104: beyond the goal of about 100, so it slows. The range \
            of such counts is written as a lognormal through its three points.",
    }
    "pg_complex_share" {
        ja: "相談のうち複合的な課題の割合", en: "Consultations with combined issues",
        unit: "割合" / "share",
        range: 0.62 / 0.7 / 0.77, shape: Shape::TwoPieceNormal,
        within: 0.3 ..= 0.95, dim: 151,
        grade: Assumed,
        because_ja: "市の平成30年度の調査では、調べた事例の7割ほどが複数の課題を抱え、そのうち\
            調整可能なのは2割でした。相談の全体に当てはめるのはMitoshiチームの仮定です。",
        because_en: "Of the cases in the city's FY2018 survey about seven in ten had several \
            issues, and a fifth of those could be arranged. That it holds for all \
            consultations is assumed by the Mitoshi team.",
    }
    "pg_obs_err_actual" {
        ja: "実績の誤差（小さな事業）", en: "Error of an actual, small programmes", unit: "%" / "%",
        range: 2.0 / 2.0 / 2.0, shape: Shape::Fixed,
        within: 0.0 ..= 20.0, dim: 152,
        grade: Assumed,
        because_ja: "集計の締め方によるずれとして、Mitoshiチームが仮定しました。",
        because_en: "Differences of booking, assumed by the Mitoshi team.",
    }
    "pg_obs_err_estimate" {
        ja: "見込みの誤差（小さな事業）", en: "Error of an estimate, small programmes",
        unit: "%" / "%",
        range: 8.0 / 8.0 / 8.0, shape: Shape::Fixed,
        within: 0.0 ..= 60.0, dim: 153,
        grade: Assumed,
        because_ja: "年度途中の見込みなので、実績の4倍の誤差とするMitoshiチームの仮定です。",
        because_en: "It was made during the year, so four times an actual's error, as the \
            Mitoshi team assumes.",
    }
    "pg_gather_today" {
        ja: "通いの場に通う65歳以上（現在）", en: "65+ who go to gathering places today", unit: "%" / "%",
        range: 3.0 / 6.0 / 9.0, shape: Shape::TwoPieceNormal,
        within: 0.5 ..= 20.0, dim: 190,
        grade: Assumed,
        because_ja: "市の参加者数は手元になく、20人に1人前後とみるMitoshiチームの仮定です。",
        because_en: "The city's participants are not at hand. About one in twenty, assumed \
            by the Mitoshi team.",
    }
    "pg_gather_wide" {
        ja: "通いの場に通う65歳以上（広く行き渡ったとき）",
        en: "65+ who go to gathering places when they are everywhere", unit: "%" / "%",
        range: 10.0 / 16.0 / 25.0, shape: Shape::TwoPieceLognormal,
        within: 5.0 ..= 50.0, dim: 191,
        grade: Assumed,
        because_ja: "歩いて行ける所にあっても通わない人の方が多いとみる、Mitoshiチームの仮定で\
            す。生駒市は4か所から178か所を目指しました。",
        because_en: "Most stay away even where one is near, as the Mitoshi team assumes. \
            Ikoma aimed at 178 places, from 4.",
    }
    "pg_gather_months" {
        ja: "通いの場が根付くまで", en: "Time until gathering places take root",
        unit: "か月" / "months",
        range: 8.0 / 15.0 / 30.0, shape: Shape::TwoPieceLognormal,
        within: 2.0 ..= 96.0, dim: 192,
        grade: Assumed,
        because_ja: "担い手を見つけて人が集まるまで1年あまりとみる、Mitoshiチームの仮定です。",
        because_en: "Finding who runs them and filling them takes over a year, as the \
            Mitoshi team assumes.",
    }
    "pg_consult_rate" {
        ja: "65歳以上1人当たりの総合相談", en: "Consultations per person of 65+",
        unit: "件/年" / "a year",
        range: 0.2 / 0.4 / 0.7, shape: Shape::TwoPieceLognormal,
        within: 0.03 ..= 2.5, dim: 193,
        grade: Assumed,
        because_ja: "市の相談件数は手元にありません。数え方で大きく違うため、Mitoshiチームが幅\
            広く仮定しました。",
        because_en: "The city's number is not at hand and hangs on how it is counted. \
            Assumed by the Mitoshi team, with a wide range.",
    }
    "pg_rehab_visits" {
        ja: "通いの場への専門職の派遣（参加者100人当たり）",
        en: "Visits of rehabilitation professionals per 100 participants",
        unit: "回/年" / "visits a year",
        range: 1.0 / 3.0 / 8.0, shape: Shape::TwoPieceLognormal,
        within: 0.1 ..= 40.0, dim: 194,
        grade: Assumed,
        because_ja: "派遣の回数は手元になく、1か所に年1回前後とみるMitoshiチームの仮定です。",
        because_en: "No number is at hand: about one visit a place and year, assumed by the \
            Mitoshi team.",
    }
}
