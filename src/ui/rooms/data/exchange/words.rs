//! The words of importing and exporting.

use crate::i18n::{Lang, Text, number};

pub const TITLE: Text = Text { ja: "表を取り込む・受け取る", en: "Tables in and out" };
pub const LEAD: Text = Text {
    ja: "Excelから貼り付けるか、CSV（UTF-8・Shift_JIS）かXLSXを選びます。取り込むまで何も変わりません。\
         ファイルはこの端末の中だけで読みます",
    en: "Paste from a spreadsheet, or choose a CSV (UTF-8 or Shift_JIS) or XLSX file. Nothing changes \
         until it is accepted. Files are read on this computer only",
};
pub const CHOOSE: Text = Text { ja: "ファイルを選ぶ", en: "Choose a file" };
pub const DROP: Text =
    Text { ja: "ファイルをここに置くこともできます", en: "Or drop it here" };
pub const PASTE: Text = Text { ja: "表を貼り付ける", en: "Paste a table" };
pub const READ_PASTE: Text =
    Text { ja: "貼り付けた表を調べる", en: "Check the pasted table" };
pub const PASTED: Text = Text { ja: "貼り付けた表", en: "pasted table" };
pub const STOP: Text = Text { ja: "やめる", en: "Stop" };
pub const ACCEPT: Text = Text { ja: "この内容で取り込む", en: "Take it in" };
pub const PROBLEMS: Text = Text { ja: "直すところ", en: "What to correct" };
pub const COLUMNS: [Text; 4] = [
    Text { ja: "場所", en: "Where" },
    Text { ja: "見つかったもの", en: "Found" },
    Text { ja: "あるべき形", en: "Expected" },
    Text { ja: "直し方", en: "How to fix it" },
];
pub const CHANGE_COLUMNS: [Text; 3] = [
    Text { ja: "何の値か", en: "Value" },
    Text { ja: "いま", en: "Now" },
    Text { ja: "取り込んだあと", en: "Once taken in" },
];
pub const DIED: Text = Text {
    ja: "ファイルを読む途中で止まりました。データはそのままです。必要なシートだけを新しいファイルに写して、もう一度選んでください。",
    en: "Reading the file stopped half way. The data are as before. Copy only the sheets needed into a \
         new file, and choose it again.",
};
pub const KEEPING: Text = Text { ja: "取り込んでいます", en: "Taking it in" };
pub const NOT_KEPT: Text = Text {
    ja: "このブラウザに保存できず、取り込めませんでした。データはそのままです。空きを作るか、ほかのブラウザで開いて、もう一度選んでください。",
    en: "The browser could not store it, so it was not taken in. The data are as before. Make room, or \
         open the page in another browser, and choose the file again.",
};
pub const IN: Text = Text { ja: "取り込む", en: "Take in" };
pub const OUT: Text = Text { ja: "受け取る", en: "Take out" };
pub const ALL: Text =
    Text { ja: "すべての表と結果（XLSX）", en: "All tables and results (XLSX)" };
pub const WITH_NAMES: Text = Text {
    ja: "値を直した人の名前も入れる",
    en: "With the names of whoever put figures right",
};
pub const TEMPLATES: Text =
    Text { ja: "すべてのひな形（XLSX）", en: "All templates (XLSX)" };
pub const ONE_TEMPLATE: Text = Text { ja: "ひな形（CSV）", en: "Template (CSV)" };
pub const ONE_TABLE: Text = Text { ja: "いまの表（CSV）", en: "Table as it is (CSV)" };
pub const NEWCOMER: Text =
    Text { ja: "別の自治体をつくる", en: "Make another municipality" };
pub const NAME: Text = Text { ja: "自治体の名前", en: "Name" };
pub const CENTRES: Text = Text { ja: "センターの数", en: "Number of centres" };
pub const CENTRES_HINT: Text = Text {
    ja: "センターの一覧の表を一緒に選ぶなら、空欄のままで",
    en: "Leave it empty where a list of centres comes with the files",
};
pub const PLAN: Text = Text { ja: "計画の最初の年度", en: "First fiscal year of the plan" };
pub const PLAN_HINT: Text = Text {
    ja: "西暦。空欄なら、人口の年の次の3年ごとの計画",
    en: "Empty: the first three-year plan after the population",
};
pub const MODE: Text = Text { ja: "取り込む先", en: "Where to" };
pub const CHOOSE_ALL: Text = Text {
    ja: "ファイルを選ぶ（人口、センターの一覧などをまとめて）",
    en: "Choose the files (population, centres and so on together)",
};
pub const PERSONAL: Text = Text {
    ja: "センターの職員名簿は、少人数で本人がわかる個人情報です。取り込むのは人数だけで、氏名は残しません",
    en: "A centre's staff list names a handful of people. Only their number is taken; no name is kept",
};

pub const RESULTS: Text = Text { ja: "見通しの結果", en: "Forecast results" };
pub const RESULTS_LEAD: Text = Text {
    ja: "開いている案のすべての指標を、年度・場所ごとに、幅（5〜95%）と自然体、単位、確かさ、結果コードとともに受け取ります。\
         目標の確率、出典、設定のシートが付きます。",
    en: "Every measure of the open scenario by fiscal year and place, with its band (5 to 95 %), without \
         measures, unit, grade and result code; with sheets of the targets' chances, sources and settings.",
};
pub const RESULTS_BOOK: Text = Text { ja: "結果（XLSX）", en: "Results (XLSX)" };
pub const RESULTS_CSV: Text = Text { ja: "結果（CSV）", en: "Results (CSV)" };
pub const GATHERING: Text = Text {
    ja: "場所ごとの結果を集めています",
    en: "Gathering the results of each place",
};

pub fn with_areas(lang: Lang, n: usize) -> String {
    let n = number::exact(n as i64);
    match lang {
        Lang::Ja => format!("圏域ごとの結果も入れる（{n}圏域。時間がかかります）"),
        Lang::En => format!("With the results of each care area ({n}; this takes a while)"),
    }
}

/// The button's whole name: what is read on it, and of which list.
pub fn take(lang: Lang, list: Text) -> String {
    let (visible, list) = (OUT.get(lang), list.get(lang));
    match lang {
        Lang::Ja => format!("{visible}：{list}"),
        Lang::En => format!("{visible}: {list}"),
    }
}

pub fn changes(lang: Lang, n: usize) -> String {
    let n = number::exact(n as i64);
    match lang {
        Lang::Ja => format!("変わる値：{n}件"),
        Lang::En => format!("Values that change: {n}"),
    }
}

pub fn first_changes(lang: Lang, n: usize) -> String {
    let n = number::exact(n as i64);
    match lang {
        Lang::Ja => format!("はじめの{n}件です"),
        Lang::En => format!("The first {n} of them"),
    }
}

pub fn reading(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("「{name}」を読んでいます"),
        Lang::En => format!("Reading “{name}”"),
    }
}

/// What was taken in, what it touches, what to do next.
pub fn accepted(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!(
            "「{name}」を取り込みました。見通し・地区カルテ・くらべるも、このデータで計算します。下の「いま使っているデータ」から元に戻せます。"
        ),
        Lang::En => format!(
            "“{name}” was taken in. Forecast, area cards and comparisons are computed with it. It can be \
             undone below, under «Data in use»."
        ),
    }
}

pub fn same(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("「{name}」の値は、いまのデータと同じです。何も変えていません。"),
        Lang::En => format!("“{name}” says what the data say already. Nothing was changed."),
    }
}

pub fn into_here(lang: Lang, city: &str) -> String {
    match lang {
        Lang::Ja => format!("{city}の表に取り込む"),
        Lang::En => format!("Into the tables of {city}"),
    }
}
