//! Words of the area card, both languages side by side.

use crate::i18n::{Lang, Text};

pub const CARD: Text = Text { ja: "地区カルテ", en: "area card" };
pub const NO_SUCH_PLACE: Text = Text {
    ja: "この番号の区や圏域はありません。一覧から選んでください。",
    en: "There is no ward or area of this code. Choose one from the list.",
};
pub const CHOOSE: Text = Text { ja: "区か圏域を選ぶ", en: "Choose a ward or area" };
pub const OTHER_CARDS: Text = Text { ja: "ほかの地区", en: "Other places" };
pub const PREVIOUS: Text = Text { ja: "前：", en: "Previous:" };
pub const NEXT: Text = Text { ja: "次：", en: "Next:" };
pub const PRINT: Text = Text { ja: "印刷する (A4 1枚)", en: "Print (one A4)" };
pub const NOTES: Text = Text { ja: "メモ", en: "Notes" };
pub const ILLUSTRATIVE: Text = Text { ja: "例示", en: "illustrative" };
pub const ILLUSTRATIVE_WHY: Text = Text {
    ja: "区の値を圏域に分けた例です。圏域ごとの値は公表されていません。",
    en: "The ward's figures shared out as an example: no figures of areas are published.",
};
pub const PEOPLE: Text = Text { ja: "人と世帯", en: "People and households" };
pub const DEVICES: Text = Text { ja: "緊急通報の機器", en: "Alarm devices" };
pub const STAFF: Text = Text { ja: "支援センターと職員", en: "Support centres and staff" };
pub const MEETINGS: Text = Text { ja: "時間と会議", en: "Hours and meetings" };
pub const ISSUES: Text = Text { ja: "地域課題", en: "Area issues" };
pub const PROGRAMMES: Text = Text { ja: "取組と認知度", en: "Programmes and being known" };
pub const MEASURE: Text = Text { ja: "指標", en: "Measure" };
pub const COURSE: Text = Text { ja: "推移", en: "Course" };
pub const WHOLE_CITY: Text = Text { ja: "全体", en: "Overall" };
pub const CENTRES: Text = Text { ja: "受け持つセンター", en: "Centres that serve it" };
pub const FORECAST: Text = Text {
    ja: "網かけは見通しの中央値、ほかは過去の推計",
    en: "Shaded: median of the forecast; the rest: estimate of the past",
};
pub const STRENGTHS: Text = Text { ja: "強み", en: "Strengths" };
pub const WEAKNESSES: Text = Text { ja: "課題", en: "Issues" };
pub const NOTHING_APART: Text = Text {
    ja: "全体と大きく違うところはありません",
    en: "Nothing stands far apart from the overall figures",
};
pub const PROFILE: Text = Text { ja: "全体との比較", en: "Against the overall figures" };
pub const NO_PEERS: Text = Text {
    ja: "くらべる地区がほかにありません",
    en: "There is no other place to compare with",
};
pub const BEST: Text = Text { ja: "最もよい地区", en: "Best place" };
pub const ASKING: Text = Text { ja: "計算中", en: "Calculating" };
pub const OWN_TARGETS: Text = Text { ja: "この地区の目標", en: "Targets for this place" };
pub const NO_TARGETS: Text = Text {
    ja: "計画には地区ごとの目標がありません。独自の目標を決めると、届く見込みが出ます。",
    en: "The plan has none for a single place. Set one of your own to see how likely it is.",
};

/// «地域との関係の指数が全体より高い（62%、全体 55%）»
pub fn beside(lang: Lang, what: &str, here: &str, city: &str, is_higher: bool) -> String {
    match (lang, is_higher) {
        (Lang::Ja, true) => format!("{what}が全体より高い（{here}、全体 {city}）"),
        (Lang::Ja, false) => format!("{what}が全体より低い（{here}、全体 {city}）"),
        (Lang::En, true) => format!("{what} above the overall figure ({here}; overall {city})"),
        (Lang::En, false) => format!("{what} below the overall figure ({here}; overall {city})"),
    }
}

pub fn from_to(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Ja => format!("{from}から{to}へ"),
        Lang::En => format!("from {from} to {to}"),
    }
}

/// «設置待ちが増える見込み（R3の12人から15人へ）»
pub fn course(lang: Lang, what: &str, (year, from): (&str, &str), to: &str, is_up: bool) -> String {
    match (lang, is_up) {
        (Lang::Ja, true) => format!("{what}は増える見込み（{year}の{from}から{to}へ）"),
        (Lang::Ja, false) => format!("{what}は減る見込み（{year}の{from}から{to}へ）"),
        (Lang::En, true) => format!("{what} expected to rise (from {from} in {year} to {to})"),
        (Lang::En, false) => format!("{what} expected to fall (from {from} in {year} to {to})"),
    }
}
