//! The words of importing and exporting.

use crate::i18n::{Lang, Text};

pub const TITLE: Text = Text { ja: "表を取り込む・受け取る", en: "Tables in and out" };
pub const LEAD: Text = Text {
    ja: "Excelから貼り付けるか、CSV（UTF-8・Shift_JIS）かXLSXを選びます。取り込むまで何も変わりません。\
         ファイルはこの端末の中だけで読みます",
    en: "Paste from a spreadsheet, or choose a CSV (UTF-8 or Shift_JIS) or XLSX file. Nothing changes \
         until it is accepted. Files are read on this computer only",
};
pub const CHOOSE: Text = Text {
    ja: "ファイルを選ぶ（ここに置くこともできます）",
    en: "Choose a file (or drop it here)",
};
pub const PASTE: Text = Text { ja: "表を貼り付ける", en: "Paste a table" };
pub const READ_PASTE: Text =
    Text { ja: "貼り付けた表を調べる", en: "Check the pasted table" };
pub const PASTED: Text = Text { ja: "貼り付けた表", en: "pasted table" };
pub const STOP: Text = Text { ja: "やめる", en: "Stop" };
pub const ACCEPT: Text = Text { ja: "この内容で取り込む", en: "Take it in" };
pub const UNDO: Text = Text { ja: "取り込みを元に戻す", en: "Undo the import" };
pub const PROBLEMS: Text = Text { ja: "直すところ", en: "What to correct" };
pub const COLUMNS: [Text; 4] = [
    Text { ja: "場所", en: "where" },
    Text { ja: "見つかったもの", en: "found" },
    Text { ja: "あるべき形", en: "expected" },
    Text { ja: "直し方", en: "how to fix it" },
];
pub const DIED: Text = Text {
    ja: "ファイルを読む途中で止まりました。データはそのままです。必要なシートだけを新しいファイルに写して、もう一度選んでください。",
    en: "Reading the file stopped half way. The data are as before. Copy only the sheets needed into a \
         new file, and choose it again.",
};
pub const UNDONE: Text = Text {
    ja: "取り込む前の表に戻しました。",
    en: "The tables are as they were before the import.",
};
pub const OUT: Text = Text { ja: "受け取る", en: "Take out" };
pub const ALL: Text =
    Text { ja: "すべての表と結果（XLSX）", en: "All tables and results (XLSX)" };
pub const TEMPLATES: Text =
    Text { ja: "すべてのひな形（XLSX）", en: "All templates (XLSX)" };
pub const ONE_TEMPLATE: Text = Text { ja: "ひな形（CSV）", en: "Template (CSV)" };
pub const NEWCOMER: Text =
    Text { ja: "別の自治体としてつくる", en: "Make another municipality of it" };
pub const NAME: Text = Text { ja: "自治体の名前", en: "Name" };
pub const CENTRES: Text = Text { ja: "センターの数", en: "Number of centres" };
pub const PERSONAL: Text = Text {
    ja: "センターの職員名簿は、少人数で本人がわかる個人情報です。取り込むのは人数だけで、氏名は残しません",
    en: "A centre's staff list names a handful of people. Only their number is taken; no name is kept",
};

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
            "「{name}」を取り込みました。このデータ室の表が替わり、元に戻すこともできます。\
             見通しの計算に使うには「すべての表と結果」を保存し、mitoshi import と run で読み込んでください。"
        ),
        Lang::En => format!(
            "“{name}” was taken in. The tables of this room have changed, and this can be undone. To \
             compute with them, save «all tables» and use mitoshi import and run."
        ),
    }
}
