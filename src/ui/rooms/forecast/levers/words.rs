//! Words of the lever panel, both languages side by side.

use crate::i18n::{Lang, Text};

pub const TABS: Text =
    Text { ja: "決めること・仮定・出来事", en: "Decisions, assumptions, events" };
pub const POLICY: Text = Text { ja: "動かす値", en: "Levers" };
pub const ASSUMED: Text = Text { ja: "仮定", en: "Assumptions" };
pub const EVENTS: Text = Text { ja: "出来事", en: "Events" };
pub const FILTER: Text = Text { ja: "しぼりこむ", en: "Filter" };
pub const ONLY_CHANGED: Text = Text { ja: "変えたものだけ", en: "Only what I changed" };
pub const NOTHING_FOUND: Text = Text {
    ja: "当てはまるものがありません。さがす言葉を短くするか、「変えたものだけ」を外してください。",
    en: "Nothing matches. Search with fewer letters, or show more than what you changed.",
};
pub const SCOPE: Text = Text { ja: "どこに効かせるか", en: "Where it acts" };
pub const WHOLE_CITY: Text = Text { ja: "全体", en: "Whole municipality" };
pub const SCOPE_HINT: Text = Text {
    ja: "区や圏域だけ変えるには、下の図か表で場所を選びます",
    en: "To change one ward or area only, choose it in the map or table below",
};
pub const FROM_TODAY: Text = Text { ja: "現状のまま", en: "As today" };
pub const OWN_VALUE: Text = Text { ja: "この場所だけの値", en: "This place's own value" };
pub const CITY_LEVER: Text =
    Text { ja: "全体でだけ決められます", en: "Set for the whole municipality only" };
pub const SCHEDULE: Text = Text { ja: "いつから", en: "From" };
pub const RAMP: Text = Text { ja: "何か月かけて", en: "Over" };
pub const AT_ONCE: Text = Text { ja: "すぐに", en: "at once" };
pub const SCHEDULE_HINT: Text = Text {
    ja: "値を変えると、始める月とかける月数を決められます",
    en: "Once the value is changed, its start and pace can be set",
};
pub const WHY: Text = Text { ja: "こう決めた理由", en: "Why I chose this" };
pub const PEERS: Text = Text { ja: "他都市", en: "Other cities" };
pub const NO_PEERS: Text = Text {
    ja: "他都市の値は見つかっていません",
    en: "No figures of other cities were found",
};
pub const AS_RANGE: Text = Text { ja: "幅のまま", en: "As a range" };
pub const LOW: Text = Text { ja: "低め", en: "Low" };
pub const MIDDLE: Text = Text { ja: "中央", en: "Middle" };
pub const HIGH: Text = Text { ja: "高め", en: "High" };
pub const ASSUMED_HINT: Text = Text {
    ja: "仮定はだれも決められません。幅のままにしておくと、試行ごとに違う値を使います。",
    en: "Nobody decides an assumption. Left as a range, each draw uses another value.",
};
pub const PANDEMIC: Text =
    Text { ja: "令和2年度の感染症があった", en: "The pandemic of FY2020 happened" };
pub const YES: Text = Text { ja: "あった", en: "Yes" };
pub const NO: Text = Text { ja: "なかったとする", en: "Suppose not" };
pub const FIRED: Text = Text { ja: "起こすこと", en: "Set to happen" };
pub const NONE_FIRED: Text = Text { ja: "まだありません", en: "None yet" };
pub const FIRE: Text = Text { ja: "起こす", en: "Let it happen" };
pub const REMOVE: Text = Text { ja: "やめる", en: "Remove" };
pub const START: Text = Text { ja: "始まる月", en: "Start" };
pub const LENGTH: Text = Text { ja: "続く月数", en: "Months" };
pub const PLACE: Text = Text { ja: "場所", en: "Place" };
pub const STRENGTH: Text = Text { ja: "強さ", en: "Strength" };
pub const PRESETS: Text = Text { ja: "ためしてみる", en: "Try out" };
pub const PRESETS_HINT: Text = Text {
    ja: "決めたことと出来事を入れ替えます。元に戻すで戻れます。",
    en: "Replaces decisions and events. Undo brings them back.",
};

pub fn changed(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Ja => format!("{n}件変更"),
        Lang::En => format!("{n} changed"),
    }
}

pub fn value_of(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Ja => format!("{place}の値"),
        Lang::En => format!("Value of {place}"),
    }
}

pub fn months(lang: Lang, n: u16) -> String {
    match lang {
        Lang::Ja => format!("{n}か月"),
        Lang::En if n == 1 => "1 month".to_owned(),
        Lang::En => format!("{n} months"),
    }
}
