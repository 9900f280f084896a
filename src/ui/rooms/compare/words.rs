//! Words of the comparison.

use crate::i18n::{Lang, Text, number};

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
    ja: "読めない案があったため、除いてくらべています。",
    en: "A scenario could not be read; the others are compared without it.",
};
pub const WORKING: Text = Text { ja: "計算しています", en: "Working" };
pub const PRINT: Text = Text { ja: "印刷する（A4）", en: "Print (A4)" };
pub const FINDINGS: Text = Text { ja: "要点", en: "What matters" };
pub const CHANCES: Text = Text { ja: "目標に届く見込み", en: "Chance of each target" };
pub const TARGET: Text = Text { ja: "目標", en: "Target" };
pub const WHAT_THEY_DO: Text = Text { ja: "することの違い", en: "What they do differently" };
pub const SAME_DEEDS: Text =
    Text { ja: "することに違いはありません", en: "They do the same" };
pub const RESULTS: Text = Text { ja: "結果の違い", en: "How the results differ" };
pub const SAME_RESULTS: Text =
    Text { ja: "結果に違いはありません", en: "The results are the same" };
pub const ITEM: Text = Text { ja: "項目", en: "What" };
pub const MEASURE: Text = Text { ja: "指標", en: "Measure" };
pub const SHAPES: Text = Text { ja: "推移をならべる", en: "Side by side over the years" };
pub const AREAS: Text = Text { ja: "圏域ごとの違い", en: "Difference by care area" };
pub const SPLIT: Text = Text {
    ja: "仮定の違いと施策の違いに分ける",
    en: "Split into assumptions and policy",
};
pub const SPLIT_WHY: Text = Text {
    ja: "二つの案は、施策も仮定も違います。違いがどちらから来るかを、組み合わせて計算して分けます。",
    en: "The two differ in policy and in assumptions. Running the combinations shows where the difference comes from.",
};
pub const SPLIT_BACK: Text = Text { ja: "分けずに見る", en: "Back to the two" };
pub const CODES: Text = Text { ja: "結果コード", en: "Result codes" };
pub const DIFFERENCE_NOTE: Text = Text {
    ja: "かっこの中は、10回のうち8回が入る違いの幅です。",
    en: "In brackets: the range of the difference in 8 runs of 10.",
};
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

/// A difference with its range: «+36回（+20〜+52）».
pub fn gap(lang: Lang, middle: &str, low: &str, high: &str) -> String {
    match lang {
        Lang::Ja => format!("{middle}（{low}〜{high}）"),
        Lang::En => format!("{middle} ({low} to {high})"),
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
    match lang {
        Lang::Ja => format!("{words}（{}）", number::percent(share)),
        Lang::En => format!("{words} ({})", number::percent(share)),
    }
}
