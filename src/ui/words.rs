//! Sentences of the page, both languages side by side.

use crate::assumptions::Chain;
use crate::i18n::{Lang, Text};

pub const TITLE: Text = Text { ja: "見通し", en: "Mitoshi" };
pub const SKIP: Text = Text { ja: "本文へ", en: "Skip to the content" };
pub const ROOMS: Text = Text { ja: "部屋", en: "Rooms" };
pub const AREAS: Text = Text { ja: "圏域", en: "Care areas" };
pub const WARD: Text = Text { ja: "区", en: "Ward" };
pub const MIDDLE: Text = Text { ja: "中央値", en: "Median" };
pub const RANGE: Text = Text { ja: "10回中8回の幅", en: "8 runs of 10" };
pub const ILLUSTRATIVE: Text = Text {
    ja: "例示：圏域への分け方は公表されていないため、作られた分け方です。",
    en: "Illustrative: the split into areas is not published and was made up.",
};
pub const LEVERS: Text = Text { ja: "動かす値", en: "Levers" };
pub const RESET_ALL: Text = Text { ja: "すべて現状に戻す", en: "Back to today" };
pub const MODEL: Text = Text { ja: "モデル", en: "model" };
pub const RESULT_CODE: Text = Text { ja: "結果コード", en: "Result code" };
pub const WORKING: Text = Text { ja: "計算中", en: "working" };
pub const SEED: Text = Text { ja: "乱数の種", en: "seed" };
pub const TARGETS: Text = Text { ja: "目標", en: "Targets" };
/// Beside a share that may be more than all of it, which would read as a mistake.
pub const MORE_HOURS: Text = Text {
    ja: "「応えられた割合」が100%を超える年は、使える時間が求められる時間より多い年です",
    en: "Share of wanted hours served above 100%: more hours are available than wanted",
};
pub const DEVICES: Text = Text { ja: "緊急通報の機器", en: "Emergency-alarm devices" };
pub const YES: Text = Text { ja: "はい", en: "Yes" };
pub const NO: Text = Text { ja: "いいえ", en: "No" };
pub const CHART: Text = Text { ja: "グラフ", en: "Chart" };
pub const NOW: Text = Text { ja: "現在", en: "now" };
pub const NO_FIGURE: Text = Text { ja: "−", en: "–" };
pub const LIMITS: Text = Text {
    ja: "この見通しで分からないこと：機器の利用が一人ひとりを実際に助けたかどうか、まだ知られていない制度の変更。",
    en: "What this cannot tell: whether a device helped a person, and changes of rules nobody knows yet.",
};

/// What happened, what was kept, what to do next.
pub struct Message {
    pub happened: Text,
    pub kept: Text,
    pub next: Text,
}

pub const RESTARTED: Message = Message {
    happened: Text {
        ja: "計算の担当（ワーカー）が止まったため、起動し直しました",
        en: "A worker stopped and was started again",
    },
    kept: Text { ja: "設定はそのまま残っています。", en: "Your settings are kept." },
    next: Text {
        ja: "計算は自動で続きます。何もする必要はありません。",
        en: "The calculation goes on by itself; there is nothing to do.",
    },
};
pub const GAVE_UP: Message = Message {
    happened: Text {
        ja: "計算の担当（ワーカー）が続けて止まりました",
        en: "The workers keep stopping",
    },
    kept: Text { ja: "設定はそのまま残っています。", en: "Your settings are kept." },
    next: Text {
        ja: "ページを読み込み直してください。続くときは値を現状に戻してお試しください。",
        en: "Reload the page. If it goes on, set the values back to today.",
    },
};
pub const NOT_SAVED: Message = Message {
    happened: Text {
        ja: "このブラウザでは設定を保存できません",
        en: "This browser does not let the page save your settings",
    },
    kept: Text {
        ja: "開いている間は使えます。", en: "They last while the page is open."
    },
    next: Text {
        ja: "閉じる前にファイルへ書き出すか、ブラウザの保存の許可を確かめてください。",
        en: "Export to a file before you close it, or allow the browser to store data.",
    },
};
pub const STORAGE_FULL: Message = Message {
    happened: Text {
        ja: "ブラウザの保存場所がいっぱいです", en: "The browser's storage is full"
    },
    kept: Text {
        ja: "最後に保存できた内容と、開いている画面の内容は残っています。",
        en: "What was saved last, and what is on this page, are still there.",
    },
    next: Text {
        ja: "いまの案をファイルへ書き出し、案の一覧で要らない案を消してください。",
        en: "Export this scenario to a file, and delete scenarios you no longer need.",
    },
};
pub const READ_ONLY: Message = Message {
    happened: Text {
        ja: "新しい版の見通しが同じ保存場所を使っています",
        en: "A newer Mitoshi uses the same storage",
    },
    kept: Text {
        ja: "壊さないように、この版は読むだけにします。変更は保存されません。",
        en: "So as not to break it, this version only reads. Changes are not saved.",
    },
    next: Text {
        ja: "新しい見通しで開くか、変更をファイルへ書き出してください。",
        en: "Open the newer Mitoshi, or export your changes to a file.",
    },
};
pub const OTHER_TAB: Message = Message {
    happened: Text {
        ja: "別のタブでこの案が変更されました",
        en: "This scenario was changed in another tab",
    },
    kept: Text {
        ja: "この画面の内容はそのままです。", en: "This page still shows what it did."
    },
    next: Text {
        ja: "取り込むか、このまま続けてください。続けて変更すると、別の案として保存します。",
        en: "Take it, or go on. If you go on changing, it is saved as a scenario of its own.",
    },
};
pub const TWO_VERSIONS: Message = Message {
    happened: Text {
        ja: "別のタブと同時に変更されたため、2つの案に分けました",
        en: "Changed in two tabs at once: it became two scenarios",
    },
    kept: Text { ja: "どちらも残っています。", en: "Both are kept." },
    next: Text {
        ja: "案の一覧で両方を見くらべられます。", en: "Look at both in the library."
    },
};
pub const DAMAGED: Message = Message {
    happened: Text {
        ja: "読めない案があったため、別の場所に移しました",
        en: "A scenario could not be read and was set aside",
    },
    kept: Text { ja: "ほかの案は無事です。", en: "The other scenarios are well." },
    next: Text {
        ja: "案の一覧から、読めない案をそのまま書き出せます。",
        en: "The library lets you export it as it is.",
    },
};
pub const OTHER_DATA: Message = Message {
    happened: Text {
        ja: "この案を保存した後に、データの版が変わりました",
        en: "The figures have changed since this scenario was saved",
    },
    kept: Text { ja: "決めた値はそのままです。", en: "What you decided is kept." },
    next: Text {
        ja: "結果が前と変わることがあります。前のデータがこのブラウザに残っていれば、データの部屋で戻せます。",
        en: "Results may differ from before. Where the former data are kept in this browser, the data room \
             brings them back.",
    },
};
pub const TAKE_OTHER: Text =
    Text { ja: "別のタブの変更を取り込む", en: "Take the other tab's change" };
pub const SEE_DATA: Text = Text { ja: "データの部屋へ", en: "To the data room" };
pub const EXPORT: Text = Text { ja: "ファイルへ書き出す", en: "Export to a file" };
pub const UNDO: Text = Text { ja: "元に戻す", en: "Undo" };
pub const REDO: Text = Text { ja: "やり直す", en: "Redo" };
pub const HISTORY: Text = Text { ja: "履歴", en: "History" };
pub const HISTORY_START: Text = Text { ja: "開いたとき", en: "As opened" };
pub const HISTORY_NOW: Text = Text { ja: "いま", en: "now" };
pub const UNNAMED: Text = Text { ja: "名前のない案", en: "Unnamed scenario" };

pub const KEEP_FORMER: Text = Text { ja: "前の値のまま使う", en: "Keep the former values" };
pub const TAKE_DEFAULTS: Text = Text { ja: "新しい値にする", en: "Take the new values" };

/// The name of what this tab goes on with when another tab was faster.
pub fn of_this_tab(lang: Lang, name: &str) -> String {
    let name = if name.is_empty() { UNNAMED.get(lang) } else { name };
    match lang {
        Lang::Ja => format!("{name}（このタブの版）"),
        Lang::En => format!("{name} (this tab)"),
    }
}

/// Which defaults have moved since a scenario was saved.
pub fn moved(lang: Lang, labels: &[&str]) -> String {
    match lang {
        Lang::Ja => format!("保存した後に初期値が変わりました：{}", labels.join("、")),
        Lang::En => {
            format!("Default values have changed since this was saved: {}", labels.join(", "))
        }
    }
}

/// A step of the history: what changed, from and to.
pub fn changed(lang: Lang, what: &str, from: &str, to: &str) -> String {
    match lang {
        Lang::Ja => format!("{what}：{from} → {to}"),
        Lang::En => format!("{what}: {from} → {to}"),
    }
}
pub const ROOM_NOT_LOADED: Message = Message {
    happened: Text {
        ja: "この部屋のプログラムを読み込めませんでした",
        en: "The program of this room could not be loaded",
    },
    kept: Text { ja: "設定はそのままです。", en: "What you have set is kept." },
    next: Text {
        ja: "通信を確かめて、もう一度リンクを選んでください。",
        en: "Check the connection and choose the link again.",
    },
};
pub const LOADING: Text = Text { ja: "読み込んでいます", en: "Loading" };

pub const PYRAMID: Text = Text { ja: "人口ピラミッド", en: "Population pyramid" };

/// «75歳以上　令和22年度 (2040) まで»
pub fn until(lang: Lang, what: &str, year: &str) -> String {
    match lang {
        Lang::Ja => format!("{what}　{year}まで"),
        Lang::En => format!("{what} until {year}"),
    }
}

/// «緊急通報機器の合計　高津区»
pub fn at_place(lang: Lang, what: &str, place: &str) -> String {
    match lang {
        Lang::Ja => format!("{what} {place}"),
        Lang::En => format!("{what}, {place}"),
    }
}

/// «区ごとの認知度», or of the areas of a ward, which may be made up.
pub fn by_place(lang: Lang, what: &str, ward: Option<(&str, bool)>) -> String {
    match (lang, ward) {
        (Lang::Ja, None) => format!("{what} 区ごと"),
        (Lang::En, None) => format!("{what} by ward"),
        (Lang::Ja, Some((ward, true))) => format!("{what} {ward}の圏域ごと（例示）"),
        (Lang::En, Some((ward, true))) => format!("{what} by area of {ward} (illustrative)"),
        (Lang::Ja, Some((ward, false))) => format!("{what} {ward}の圏域ごと"),
        (Lang::En, Some((ward, false))) => format!("{what} by area of {ward}"),
    }
}

/// «地域ケア会議の開催数 令和4年度»: the calendar year in brackets is left out for room.
pub fn for_year(lang: Lang, what: &str, year: &str) -> String {
    let year = if lang == Lang::Ja { year.split(' ').next().unwrap_or(year) } else { year };
    format!("{what} {year}")
}

pub fn curve_title(lang: Lang, what: &str, year: &str) -> String {
    match lang {
        Lang::Ja => format!("{what} {year} 達成の見込み"),
        Lang::En => format!("{what}, {year}: chance"),
    }
}

/// «65〜69歳»; the last group is open.
pub fn age_group(lang: Lang, group: usize, n_groups: usize) -> String {
    let from = group * 5;
    match (lang, group + 1 == n_groups) {
        (Lang::Ja, true) => format!("{from}歳以上"),
        (Lang::En, true) => format!("{from} and over"),
        (Lang::Ja, false) => format!("{from}〜{}歳", from + 4),
        (Lang::En, false) => format!("{from} to {}", from + 4),
    }
}

/// A chain of the model, as a heading.
pub const fn chain(chain: Chain) -> Text {
    match chain {
        Chain::Population => Text { ja: "人口", en: "Population" },
        Chain::Households => Text { ja: "世帯", en: "Households" },
        Chain::CareNeed => Text { ja: "介護の必要", en: "Need of care" },
        Chain::Alarm => Text { ja: "緊急通報の機器", en: "Alarm devices" },
        Chain::Staff => Text { ja: "センターの職員", en: "Centre staff" },
        Chain::Meetings => Text { ja: "時間と会議", en: "Hours and meetings" },
        Chain::Awareness => Text { ja: "認知度", en: "Being known" },
        Chain::Programmes => Text { ja: "地域の取組", en: "Programmes" },
        Chain::Money => Text { ja: "費用と保険料", en: "Costs and premium" },
    }
}

pub fn other_language(lang: Lang) -> (Lang, &'static str, &'static str) {
    match lang {
        Lang::Ja => (Lang::En, "en", "English"),
        Lang::En => (Lang::Ja, "ja", "日本語"),
    }
}

/// A target as people read it: «400回以上».
pub fn target(lang: Lang, at_least: bool, value: &str) -> String {
    match (lang, at_least) {
        (Lang::Ja, true) => format!("{value}以上"),
        (Lang::Ja, false) => format!("{value}以下"),
        (Lang::En, true) => format!("at least {value}"),
        (Lang::En, false) => format!("at most {value}"),
    }
}

/// A forecast in one sentence: low, middle and high.
pub fn finding(lang: Lang, what: &str, when: &str, [low, middle, high]: [&str; 3]) -> String {
    match lang {
        Lang::Ja => format!(
            "{what}は{when}に{middle}になる見通し。10回のうち8回は{low}から{high}までに入る"
        ),
        Lang::En => {
            format!("{what}: {middle} expected in {when}; in 8 runs of 10 between {low} and {high}")
        }
    }
}

/// From a low to a high value: «12〜34人».
pub fn range(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::Ja => format!("{low}〜{high}"),
        Lang::En => format!("{low} to {high}"),
    }
}

/// A rate a year, by month.
pub fn twelve_months(lang: Lang, label: &str) -> String {
    match lang {
        Lang::Ja => format!("{label}（その月までの12か月）"),
        Lang::En => format!("{label} (twelve months to then)"),
    }
}
