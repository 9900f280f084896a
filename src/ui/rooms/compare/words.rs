//! Words of the comparison.

use crate::i18n::{Lang, Text, chance, number};

pub const TITLE: Text = Text { ja: "くらべる", en: "Compare" };
pub const LEAD: Text = Text {
    ja: "2〜4つの案を、同じ偶然のもとで計算してくらべます。共通の揺れは打ち消し合うので、違いははっきり見えます。",
    en: "Two to four scenarios are run under the same luck. What they share cancels out, so the differences show clearly.",
};
pub const CHOOSE: Text = Text { ja: "くらべる案", en: "Scenarios to compare" };
pub const ADD: Text = Text { ja: "案を加える", en: "Add a scenario" };
pub const ADD_HINT: Text = Text { ja: "選んでください", en: "Choose one" };
pub const FROM_FILE: Text = Text { ja: "ファイルから加える", en: "Add from a file" };
pub const NOW: Text = Text { ja: "いま開いている案", en: "The scenario open now" };
pub const PRESETS: Text = Text { ja: "ひな型", en: "Presets" };
pub const KEPT: Text = Text { ja: "保存した案", en: "Saved here" };
pub const IN_PAGE: Text =
    Text { ja: "このファイルに入っている案", en: "In this file" };
pub const REMOVE: Text = Text { ja: "外す", en: "Remove" };
pub const TOO_FEW: Text = Text {
    ja: "2つ以上の案を選ぶと、違いが出ます。",
    en: "Choose two or more scenarios to see how they differ.",
};
pub const GONE: Text = Text {
    ja: "選んだ案の一つがこのブラウザに見つからないため、除いてくらべます。案の一覧かファイルから選び直してください。",
    en: "One of the chosen scenarios is not in this browser and is left out. Choose it again from the library or a file.",
};
pub const WORKING: Text = Text { ja: "計算しています", en: "Working" };
pub const PRINT: Text = Text { ja: "印刷する（A4）", en: "Print (A4)" };
pub const FINDINGS: Text = Text { ja: "要点", en: "What matters" };
pub const CHANCES: Text = Text { ja: "目標に届く見込み", en: "Chance of each target" };
pub const TARGET: Text = Text { ja: "目標", en: "Target" };
pub const WHAT_THEY_DO: Text = Text { ja: "することの違い", en: "What they do differently" };
pub const SAME_DEEDS: Text =
    Text { ja: "することに違いはありません", en: "They do the same" };
pub const NO_TARGETS: Text = Text {
    ja: "目標がありません。「見通し」で独自の目標を加えるか、「データ」で目標の表を取り込んでください。",
    en: "There are no targets. Add one of your own in the forecast, or import a table of targets in the data room.",
};
pub const RESULTS: Text = Text { ja: "結果の違い", en: "How the results differ" };
pub const SAME_RESULTS: Text =
    Text { ja: "結果に違いはありません", en: "The results are the same" };
pub const ITEM: Text = Text { ja: "項目", en: "What" };
pub const MEASURE: Text = Text { ja: "指標", en: "Measure" };
pub const SHAPES: Text = Text { ja: "推移をならべる", en: "Side by side over the years" };
pub const AREAS: Text = Text { ja: "地域ごとの違い", en: "Difference by place" };
/// The four combinations of official or own assumptions and no or own policy.
pub const FOUR_LINES: [Text; 4] = [
    Text { ja: "公式の仮定・施策なし", en: "Official assumptions, no policy" },
    Text { ja: "変えた仮定・施策なし", en: "Changed assumptions, no policy" },
    Text { ja: "公式の仮定・施策あり", en: "Official assumptions, policy" },
    Text { ja: "変えた仮定・施策あり", en: "Changed assumptions, policy" },
];
pub const SPLIT_PAIR: Text =
    Text { ja: "二つの案の違いを分ける", en: "Split the difference of the two" };
pub const SPLIT_WHY: Text = Text {
    ja: "仮定も施策も変えた案は、効果がどちらから来るかを4つの組み合わせで分けられます。",
    en: "Where both assumptions and policy are changed, four combinations show which the effect comes from.",
};
pub const CODES: Text = Text { ja: "結果コード", en: "Result codes" };
pub const DIFFERENCE_NOTE: Text = Text {
    ja: "かっこの中は、10回のうち8回が入る違いの幅です。",
    en: "In brackets: the range of the difference in 8 runs of 10.",
};
pub const COSTS: Text = Text { ja: "費用と保険料", en: "Cost and premium" };
pub const AREAS_NOTE: Text = Text {
    ja: "区の中の圏域への分け方は公表されていないため、圏域の数値は例示です。",
    en: "Figures of care areas are illustrative: the split within a ward is not published.",
};
pub const MAIN_NOTE: Text = Text {
    ja: "指標の名前を押すと、下のグラフと地図がその指標になります。",
    en: "Press a measure to see it in the graphs and maps below.",
};
pub const MORE_RESULTS: Text =
    Text { ja: "ほかの指標の違い", en: "Other measures that differ" };
pub const SAME: Text = Text { ja: "同じ", en: "same" };
pub const LEAD_THIS: Text = Text { ja: "くらべる元にする", en: "Compare others with this" };
pub const PRESENT: Text = Text { ja: "大きく見せる", en: "Present" };
pub const BEFORE: Text = Text { ja: "前へ", en: "Back" };
pub const NEXT: Text = Text { ja: "次へ", en: "Next" };
pub const END: Text = Text { ja: "終わる", en: "End" };
pub const LINK: Text = Text { ja: "リンクをコピー", en: "Copy link" };
pub const BOOK: Text = Text { ja: "数値（XLSX）", en: "Numbers (XLSX)" };
pub const CSV: Text = Text { ja: "数値（CSV）", en: "Numbers (CSV)" };
pub const ONE_FILE: Text = Text {
    ja: "この案を入れた1ファイルを作る",
    en: "Make one file with these scenarios",
};
pub const ONE_FILE_MADE: Text = Text {
    ja: "1ファイルを作りました。ネットワークのないパソコンでも、ダブルクリックで開けます。",
    en: "The file was made. It opens by double-click, without a network.",
};
pub const ONE_FILE_NEEDED: Text = Text {
    ja: "1ファイルは mitoshi.html（単独で動く版）からだけ作れます。mitoshi.html を開き、書き出した案を取り込んでから作ってください。",
    en: "One file can be made only from mitoshi.html, the version in a single file. Open it, import the exported scenarios, and make it there.",
};

/// «案A», «案B», …
pub fn letter(lang: Lang, at: usize) -> String {
    let letter = char::from(b'A' + at as u8);
    match lang {
        Lang::Ja => format!("案{letter}"),
        Lang::En => letter.to_string(),
    }
}

/// A scenario by its letter and name.
pub fn side(lang: Lang, at: usize, name: &str) -> String {
    match lang {
        Lang::Ja => format!("{}：{name}", letter(lang, at)),
        Lang::En => format!("{}: {name}", letter(lang, at)),
    }
}

/// The policy of one with the assumptions of the other.
pub fn mixed(lang: Lang, policy: usize, assumptions: usize) -> String {
    let (policy, assumptions) = (letter(lang, policy), letter(lang, assumptions));
    match lang {
        Lang::Ja => format!("{policy}の施策・{assumptions}の仮定"),
        Lang::En => format!("policy of {policy}, assumptions of {assumptions}"),
    }
}

/// The range of a difference, after it: «+36回（+20〜+52）».
pub fn range(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::Ja => format!("（{low}〜{high}）"),
        Lang::En => format!("({low} to {high})"),
    }
}

pub fn map_title(lang: Lang, from: usize, to: usize, what: &str, when: &str) -> String {
    let (from, to) = (letter(lang, from), letter(lang, to));
    match lang {
        Lang::Ja => format!("{what} {when}：{to}は{from}よりどれだけ多いか"),
        Lang::En => format!("{what} {when}: how much more {to} has than {from}"),
    }
}

pub fn chance_percent(lang: Lang, words: &str, share: f64) -> String {
    let percent = chance::percent(lang, share);
    match lang {
        Lang::Ja => format!("{words}（{percent}）"),
        Lang::En => format!("{words} ({percent})"),
    }
}

/// «参考：» before a target that is not the plan's own.
pub fn suggested(lang: Lang, target: &str) -> String {
    match lang {
        Lang::Ja => format!("{target}（参考）"),
        Lang::En => format!("{target} (for reference)"),
    }
}

/// How often it comes out better than the first one.
pub fn beats(lang: Lang, chance: &str) -> String {
    let first = letter(lang, 0);
    match lang {
        Lang::Ja => format!("{first}より良い：{chance}"),
        Lang::En => format!("better than {first}: {chance}"),
    }
}

pub fn as_good(lang: Lang) -> String {
    let first = letter(lang, 0);
    match lang {
        Lang::Ja => format!("{first}と同じ"),
        Lang::En => format!("same as {first}"),
    }
}

pub fn split_of(lang: Lang, at: usize) -> String {
    let letter = letter(lang, at);
    match lang {
        Lang::Ja => format!("{letter}を仮定と施策に分ける"),
        Lang::En => format!("Split {letter} into assumptions and policy"),
    }
}

pub fn too_many(lang: Lang, n: usize, most: usize) -> String {
    match lang {
        Lang::Ja => format!("{n}件の案があります。はじめの{most}件だけをくらべます。"),
        Lang::En => format!("There are {n} scenarios; the first {most} are compared."),
    }
}

/// «1,024回のうち320回»
pub fn draws(lang: Lang, n_done: u32, n_draws: u32) -> String {
    let [done, all] = [n_done, n_draws].map(|n| number::exact(i64::from(n)));
    match lang {
        Lang::Ja => format!("{all}回のうち{done}回"),
        Lang::En => format!("{done} of {all} runs"),
    }
}

pub fn slide(lang: Lang, at: usize, n: usize) -> String {
    let [at, n] = [at + 1, n].map(|n| number::exact(n as i64));
    match lang {
        Lang::Ja => format!("{n}枚のうち{at}枚目"),
        Lang::En => format!("{at} of {n}"),
    }
}

/// What a printed code was worked out with.
pub fn made_with(lang: Lang, model: &str, data: &str, n_draws: u32) -> String {
    let n = number::exact(i64::from(n_draws));
    match lang {
        Lang::Ja => format!("モデル {model}・データ {data}・試行 {n}回（共通の偶然）"),
        Lang::En => format!("Model {model}, data {data}, {n} runs under common luck"),
    }
}

/// «地域ケア会議の開催数（目標 400回以上）»
pub fn lines_title(lang: Lang, what: &str, target: Option<&str>) -> String {
    match (lang, target) {
        (_, None) => what.to_owned(),
        (Lang::Ja, Some(target)) => format!("{what}（目標 {target}）"),
        (Lang::En, Some(target)) => format!("{what} (target {target})"),
    }
}
