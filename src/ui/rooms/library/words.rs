//! Words of the library.

use js_sys::Date as Clock;

use crate::i18n::{Lang, Text, number, time};
use crate::units::Date;

pub const TITLE: Text = Text { ja: "案の一覧", en: "Library of scenarios" };
pub const LEAD: Text = Text {
    ja: "案はこのブラウザの中だけに保存しています。ブラウザのデータを消すと案も消えるため、大切な案はファイルへ書き出してください。",
    en: "Scenarios are kept in this browser only. They go when its data is cleared: export the ones that matter to files.",
};
pub const NEW: Text = Text { ja: "新しい案", en: "New scenario" };
pub const IMPORT: Text = Text { ja: "ファイルを取り込む", en: "Import files" };
pub const EXPORT_ALL: Text = Text { ja: "すべて書き出す（zip）", en: "Export all (zip)" };
pub const SEARCH: Text =
    Text { ja: "名前・説明・タグで探す", en: "Search name, description, tags" };
pub const ORDER: Text = Text { ja: "並べ方", en: "Order" };
pub const NEWEST: Text = Text { ja: "新しい順", en: "Newest first" };
pub const BY_NAME: Text = Text { ja: "名前順", en: "By name" };
pub const BY_CHANCE: Text = Text { ja: "見込みの高い順", en: "Best chance first" };
pub const TAG: Text = Text { ja: "タグ", en: "Tag" };
pub const ALL_TAGS: Text = Text { ja: "すべて", en: "All" };
pub const TAGS_HINT: Text =
    Text { ja: "読点か空白で区切る", en: "Separated by commas or spaces" };
pub const EMPTY: Text = Text {
    ja: "まだ保存した案がありません。見通しの部屋で値を動かすと、自動で保存します。",
    en: "Nothing is saved yet. Move a value in the forecast and it is saved by itself.",
};
pub const NONE_FOUND: Text = Text { ja: "合う案がありません", en: "No scenario matches" };
pub const NO_STORAGE: Text = Text {
    ja: "このブラウザでは案を保存できません。ファイルの取り込みと書き出しだけが使えます。",
    en: "This browser stores nothing for this page. Only files can be opened and exported.",
};
pub const READ_ONLY: Text = Text {
    ja: "新しい版の見通しが同じ保存場所を使っているため、この版では読むことだけができます。",
    en: "A newer Mitoshi uses the same storage: this version can only read.",
};
pub const OPEN: Text = Text { ja: "開く", en: "Open" };
pub const OPEN_NOW: Text = Text { ja: "開いている案", en: "Open now" };
pub const PIN: Text = Text { ja: "上に固定", en: "Pin" };
pub const UNPIN: Text = Text { ja: "固定をやめる", en: "Unpin" };
pub const DUPLICATE: Text = Text { ja: "複製", en: "Duplicate" };
pub const EXPORT: Text = Text { ja: "書き出す", en: "Export" };
pub const LINK: Text = Text { ja: "リンクをコピー", en: "Copy link" };
pub const ONE_FILE: Text = Text { ja: "1ファイルにする", en: "Make one file" };
pub const DELETE: Text = Text { ja: "削除", en: "Delete" };
pub const UNDO_DELETE: Text = Text { ja: "削除を取り消す", en: "Undo delete" };
pub const RENAME: Text = Text { ja: "名前と説明を変える", en: "Name and description" };
pub const NAME: Text = Text { ja: "名前", en: "Name" };
pub const DESCRIPTION: Text = Text { ja: "説明", en: "Description" };
pub const SAVE: Text = Text { ja: "決定", en: "Save" };
pub const MORE: Text = Text { ja: "操作", en: "More" };
pub const CHOOSE: Text = Text { ja: "くらべる案に選ぶ", en: "Choose to compare" };
pub const COMPARE: Text = Text { ja: "選んだ案をくらべる", en: "Compare the chosen" };
pub const COMPARE_HINT: Text =
    Text { ja: "2〜4つ選んでください", en: "Choose two to four" };
pub const VERSIONS: Text = Text { ja: "前の版", en: "Versions" };
pub const NO_VERSIONS: Text =
    Text { ja: "前の版はまだありません", en: "No versions yet" };
pub const RESTORE: Text = Text { ja: "この版に戻す", en: "Restore" };
pub const BY_ITSELF: Text = Text { ja: "自動", en: "kept by itself" };
pub const CHECKPOINT: Text = Text {
    ja: "いまの状態に名前を付けて残す",
    en: "Keep the present state under a name",
};
pub const TOO_MANY_NAMED: Text = Text {
    ja: "名前を付けた版は100個までです。案を複製して、そちらに名前を付けてください。",
    en: "A scenario keeps 100 named versions. Duplicate it and name versions of the copy.",
};
pub const DAMAGED: Text =
    Text { ja: "読めなかった案", en: "Scenarios that could not be read" };
pub const DAMAGED_LEAD: Text = Text {
    ja: "壊れていて開けないため、別に分けました。中身はそのまま書き出せます。",
    en: "Damaged and set aside. Their text can be exported as it is.",
};
pub const FORGET: Text = Text { ja: "書き出した後、消す", en: "Remove after exporting" };
pub const FAILED: Text = Text {
    ja: "保存できませんでした。元の内容は残っています。空きを確かめて、もう一度お試しください。",
    en: "It could not be saved. What was there is kept. Check the room left and try again.",
};
pub const COPIED: Text =
    Text { ja: "リンクをコピーしました。", en: "The link was copied." };

pub const COPY_BY_HAND: Text = Text {
    ja: "このページではブラウザがコピーを許していません。下の欄のリンクを選んでコピーしてください。",
    en: "The browser does not let this page copy. Choose the link in the field below and copy it.",
};
pub const LINK_FROM_FILE: Text = Text {
    ja: "ファイルで開いているため、リンクはほかのパソコンでは開けません。「この案を入れた1ファイルを作る」で渡してください。リンクは用意しました。",
    en: "This page is a file on this computer, so the link does not open elsewhere. Hand on one file with the scenario inside instead. The link is ready all the same.",
};

pub fn link_too_long(lang: Lang, letters: usize) -> String {
    let letters = number::exact(letters as i64);
    match lang {
        Lang::Ja => format!(
            "リンクが{letters}文字あり、メールなどで切れるおそれがあります。代わりにファイルで渡してください。リンクは用意しました。"
        ),
        Lang::En => format!(
            "The link has {letters} letters and may be cut in mail. Hand on the file instead. The link is ready all the same."
        ),
    }
}

pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("「{name}」を削除しました。30日の間は戻せます。"),
        Lang::En => format!("“{name}” was deleted. It can be brought back for 30 days."),
    }
}

pub fn imported(lang: Lang, n: usize) -> String {
    let n = number::exact(n as i64);
    match lang {
        Lang::Ja => format!("{n}件の案を取り込みました。"),
        Lang::En => format!("{n} scenarios were imported."),
    }
}

pub fn copy_of(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Ja => format!("{name}（写し）"),
        Lang::En => format!("{name} (copy)"),
    }
}

pub fn count(lang: Lang, n: usize) -> String {
    let n = number::exact(n as i64);
    match lang {
        Lang::Ja => format!("{n}件"),
        Lang::En => format!("{n} scenarios"),
    }
}

/// Storage used and left.
pub fn room(lang: Lang, used: f64, left: f64, is_safe: bool) -> String {
    let size = |bytes: f64| match bytes {
        _ if bytes < 1e9 => number::rounded(lang, bytes / 1e6) + "MB",
        _ => number::rounded(lang, bytes / 1e9) + "GB",
    };
    let safe = match (lang, is_safe) {
        (Lang::Ja, true) => "ブラウザは自動では消しません。",
        (Lang::Ja, false) => "ブラウザが自動で消すことがあります。",
        (Lang::En, true) => "The browser will not remove it by itself.",
        (Lang::En, false) => "The browser may remove it by itself.",
    };
    match lang {
        Lang::Ja => format!("使用中 {}・残り {}。{safe}", size(used), size(left)),
        Lang::En => format!("{} used, {} left. {safe}", size(used), size(left)),
    }
}

/// Day and time of day, where the reader is.
pub fn moment(lang: Lang, ms: f64) -> String {
    let clock = Clock::new(&ms.into());
    let (year, month, day) = (clock.get_full_year(), clock.get_month() + 1, clock.get_date());
    let (hour, minute) = (clock.get_hours(), clock.get_minutes());
    let day = Date::new(year as i16, month as u8, day as u8);
    let day = day.map_or_else(String::new, |day| time::date(lang, day));
    format!("{day} {hour}:{minute:02}")
}
