//! Why a file is not opened at all.

use crate::i18n::{Lang, number};

/// Why a file is not opened at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    NotATable,
    Broken,
    OldOrLocked,
    TooLarge { megabytes: usize },
    TooManyRows,
    TooManyColumns,
    TooManyCells,
    Bomb,
}

impl Refusal {
    /// The sentences behind the name of the file they are about.
    pub fn of_file(&self, name: &str, lang: Lang) -> String {
        match lang {
            Lang::Ja => format!("{name}：{}", self.describe(lang)),
            Lang::En => format!("{name}: {}", self.describe(lang)),
        }
    }

    /// Two sentences: what is wrong, then what to do.
    pub fn describe(&self, lang: Lang) -> String {
        use super::read::{MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
        let count = |n: usize| number::exact(n as i64);
        match (self, lang) {
            (Self::Empty, Lang::Ja) => {
                "ファイルに何も入っていません。値の入った表を選んでください。".into()
            }
            (Self::Empty, Lang::En) => "The file is empty. Choose a table with values.".into(),
            (Self::NotATable, Lang::Ja) => "表のファイルではないか、文字コードを読めません。\
                 CSV（UTF-8かShift_JIS）かXLSXで保存し直してください。"
                .into(),
            (Self::NotATable, Lang::En) => "This is not a table, or its encoding is not known. \
                 Save it as CSV (UTF-8 or Shift_JIS) or XLSX."
                .into(),
            (Self::Broken, Lang::Ja) => "ファイルが壊れていて読めません。\
                 元のファイルを表計算ソフトで開き、XLSXで保存し直してください。"
                .into(),
            (Self::Broken, Lang::En) => "The file is damaged. Open the original in a spreadsheet \
                 program and save it as XLSX again."
                .into(),
            (Self::OldOrLocked, Lang::Ja) => "古い形式（XLS）か、パスワードの付いたファイルです。\
                 パスワードを外し、XLSXで保存し直してください。"
                .into(),
            (Self::OldOrLocked, Lang::En) => "This is the old XLS format, or locked with a \
                 password. Remove the password and save it as XLSX."
                .into(),
            (Self::TooLarge { megabytes }, Lang::Ja) => format!(
                "ファイルが{}MBあり、大きすぎます。使う行と列だけを残して{}MBまでにしてください。",
                count(*megabytes),
                count(MAX_BYTES >> 20)
            ),
            (Self::TooLarge { megabytes }, Lang::En) => format!(
                "The file has {} MB, too many. Keep only the rows and columns needed, at most {} MB.",
                count(*megabytes),
                count(MAX_BYTES >> 20)
            ),
            (Self::TooManyRows, Lang::Ja) => {
                format!("行が多すぎます。集計した表にして{}行までにしてください。", count(MAX_ROWS))
            }
            (Self::TooManyRows, Lang::En) => {
                format!("There are too many rows. Add them up, to at most {}.", count(MAX_ROWS))
            }
            (Self::TooManyColumns, Lang::Ja) => format!(
                "列が{}を超えていて、多すぎます。使う列だけを残してください。",
                count(MAX_COLUMNS)
            ),
            (Self::TooManyColumns, Lang::En) => format!(
                "There are more than {} columns, too many. Keep only those needed.",
                count(MAX_COLUMNS)
            ),
            (Self::TooManyCells, Lang::Ja) => format!(
                "セルが多すぎます。シートを分けて{}個までにしてください。",
                count(MAX_CELLS)
            ),
            (Self::TooManyCells, Lang::En) => {
                format!(
                    "There are too many cells. Split the sheets, to at most {}.",
                    count(MAX_CELLS)
                )
            }
            (Self::Bomb, Lang::Ja) => "展開すると大きくなりすぎるファイルです。\
                 使うシートだけを新しいファイルに写してください。"
                .into(),
            (Self::Bomb, Lang::En) => "The file unpacks to more than can be held. Copy only the \
                 sheets needed into a new file."
                .into(),
        }
    }
}
