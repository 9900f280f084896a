//! The words of own indicators.

use crate::facts::indicator::{Better, IndicatorDriver, IndicatorSpread};
use crate::i18n::{Lang, Text, number};

pub const TITLE: Text = Text { ja: "独自の指標", en: "Indicators of your own" };
pub const LEAD: Text = Text {
    ja: "追いたい数を、実績・目標・何とともに動くか・費用とともに加えられます。ほかの指標と同じように、見通し・\
         地区カルテ・くらべるに出ます。このブラウザにある自治体の表に保存します。",
    en: "Add what you want to follow, with its history, target, driver and cost. It then appears in \
         the forecast, the area cards and comparisons as the built-in ones do. It is kept with the \
         municipality's tables in this browser.",
};
pub const NONE: Text = Text { ja: "まだありません", en: "None yet" };
pub const ADD: Text = Text { ja: "独自の指標を加える", en: "Add an indicator" };
pub const EDIT: Text = Text { ja: "直す", en: "Edit" };
pub const DELETE: Text = Text { ja: "消す", en: "Delete" };
pub const LOOK: Text = Text { ja: "見通しを見る", en: "See the forecast" };
pub const SAVE: Text = Text { ja: "この指標を使う", en: "Use this indicator" };
pub const WRONG: Text = Text { ja: "直すところ", en: "What to correct" };
pub const KIND: Text = Text { ja: "数え方", en: "How it is counted" };
pub const KINDS: [Text; 2] = [
    Text { ja: "1年度に何回・何人・何件", en: "how many in a fiscal year" },
    Text { ja: "年度末にいくつ", en: "how many on 31 March" },
];
pub const LABEL_EN: Text =
    Text { ja: "英語の名前（任意）", en: "English name (optional)" };
pub const UNIT_EN: Text = Text { ja: "英語の単位（任意）", en: "English unit (optional)" };
pub const UNIT_HINT: Text =
    Text { ja: "回、人、か所など", en: "visits, people, places …" };
pub const BETTER: Text = Text { ja: "望ましい向き", en: "Which way is better" };
pub const HISTORY: Text = Text { ja: "実績", en: "History" };
pub const HISTORY_HINT: Text = Text {
    ja: "数えていない年度は空欄のままにします。全角の数字も読めます",
    en: "Leave a year empty where nobody counted",
};
pub const FROM_HINT: Text =
    Text { ja: "課の台帳、事業報告など", en: "a register, a report …" };
pub const COUNTED: Text = Text { ja: "実績の確かさ", en: "How sure the history is" };
pub const COUNTEDS: [Text; 2] = [
    Text { ja: "数えた値（実測）", en: "counted (observed)" },
    Text { ja: "おおよその値（仮定）", en: "roughly known (assumed)" },
];
pub const DRIVER: Text = Text { ja: "何とともに動くか", en: "What it goes with" };
pub const COURSE: Text = Text { ja: "動き方と費用", en: "Course and cost" };
pub const SPREAD: Text = Text { ja: "圏域への分け方", en: "How areas share it" };
pub const CHANGE_COUNT_HINT: Text = Text {
    ja: "左の動きに加えて、1年に何%増えるか。減るなら負の数",
    en: "Per cent a year beside what it goes with; below zero where it shrinks",
};
pub const CHANGE_STOCK_HINT: Text = Text {
    ja: "1年にいくつ増えるか。減るなら負の数",
    en: "So many join in a year; below zero where they leave",
};
pub const UNIT_COST_HINT: Text = Text {
    ja: "円。入れると事業の費用に加わります",
    en: "Yen; it then counts among the programmes' cost",
};
pub const BUDGET_HINT: Text = Text {
    ja: "1年に何円。予算とともに動く指標だけ",
    en: "Yen a year; only where it goes with a budget",
};
pub const PANDEMIC: Text = Text {
    ja: "感染症の流行のあいだは、集まりと同じように減る",
    en: "A pandemic stops it as it stops gatherings",
};
pub const TARGET: Text = Text { ja: "目標", en: "Target" };
pub const TARGET_HINT: Text =
    Text { ja: "なければ空欄のまま", en: "Leave it empty if there is none" };
pub const TARGET_YEAR: Text = Text { ja: "目標の年度", en: "Year of the target" };
pub const DIRECTION: Text = Text { ja: "以上・以下", en: "At least or at most" };
pub const DIRECTIONS: [Text; 2] =
    [Text { ja: "以上", en: "at least" }, Text { ja: "以下", en: "at most" }];

pub const fn better(better: Better) -> Text {
    match better {
        Better::More => Text { ja: "多いほどよい", en: "more is better" },
        Better::Less => Text { ja: "少ないほどよい", en: "less is better" },
        Better::Neither => Text { ja: "どちらでもない", en: "neither" },
    }
}

pub const fn driver(driver: IndicatorDriver) -> Text {
    match driver {
        IndicatorDriver::Nothing => Text { ja: "何にもよらない", en: "nothing" },
        IndicatorDriver::Elderly => {
            Text { ja: "65歳以上の人数", en: "people of 65 and over" }
        }
        IndicatorDriver::Alone => {
            Text { ja: "ひとり暮らし高齢者の人数", en: "older people living alone" }
        }
        IndicatorDriver::Hours => {
            Text { ja: "センターの職員の時間", en: "hours of the support centres" }
        }
        IndicatorDriver::Ties => {
            Text { ja: "センターと地域の関係", en: "the centres' working ties" }
        }
        IndicatorDriver::Budget => {
            Text { ja: "予算（÷1つ当たりの費用）", en: "a budget (÷ cost of each)" }
        }
    }
}

pub const fn spread(spread: IndicatorSpread) -> Text {
    match spread {
        IndicatorSpread::Nowhere => Text {
            ja: "分けない（市区町村だけ）",
            en: "not at all (municipality only)",
        },
        IndicatorSpread::Elderly => Text {
            ja: "65歳以上の人数で（例示）",
            en: "by people of 65+ (illustrative)",
        },
        IndicatorSpread::Alone => Text {
            ja: "ひとり暮らし高齢者の人数で（例示）",
            en: "by those living alone (illustrative)",
        },
    }
}

/// A button's whole name: what is read on it, and of which indicator.
pub fn of(lang: Lang, button: Text, label: &str) -> String {
    let button = button.get(lang);
    match lang {
        Lang::Ja => format!("{button}：{label}"),
        Lang::En => format!("{button}: {label}"),
    }
}

/// What is shown of one in the list.
pub fn line(lang: Lang, newest: Option<(String, f64)>, unit: &str, driver: Text) -> String {
    let driver = driver.get(lang);
    let value = newest.map(|(year, value)| (year, number::with_unit(lang, value, unit)));
    match (lang, value) {
        (Lang::Ja, Some((year, value))) => format!("{year} {value}、動き方：{driver}"),
        (Lang::Ja, None) => format!("実績なし、動き方：{driver}"),
        (Lang::En, Some((year, value))) => format!("{year}: {value}; goes with: {driver}"),
        (Lang::En, None) => format!("no history; goes with: {driver}"),
    }
}

/// Where the tables say they come from.
pub fn made(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Ja => format!("独自の指標 {label}"),
        Lang::En => format!("own indicator {label}"),
    }
}

pub fn made_done(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Ja => format!(
            "独自の指標「{label}」を使います。見通しの指標の一覧にも出ています。下の「いま使っているデータ」から元に戻せます。"
        ),
        Lang::En => format!(
            "The indicator “{label}” is in use, and stands among those of the forecast. It can be undone \
             below, under «Data in use»."
        ),
    }
}

pub fn deleted(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Ja => format!("独自の指標「{label}」を消す"),
        Lang::En => format!("own indicator {label} deleted"),
    }
}

pub fn deleted_done(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Ja => format!(
            "独自の指標「{label}」を消しました。下の「いま使っているデータ」から元に戻せます。"
        ),
        Lang::En => format!(
            "The indicator “{label}” was deleted. It can be undone below, under «Data in use»."
        ),
    }
}
