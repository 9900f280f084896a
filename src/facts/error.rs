//! What can be wrong with a table, where it is, and what to do about it.

use crate::i18n::{Lang, number};
use crate::places::PlaceError;

/// Where in which file. Lines count from 1, the header lines included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    pub file: String,
    pub line: Option<u32>,
    pub column: Option<String>,
}

impl At {
    fn describe(&self, lang: Lang) -> String {
        let Self { file, line, column } = self;
        match (lang, line, column) {
            (Lang::Ja, Some(line), Some(column)) => format!("{file} {line}行目「{column}」列："),
            (Lang::Ja, Some(line), None) => format!("{file} {line}行目："),
            (Lang::Ja, None, Some(column)) => format!("{file}「{column}」列："),
            (Lang::Ja, None, None) => format!("{file}："),
            (Lang::En, Some(line), Some(column)) => {
                format!("{file}, line {line}, column “{column}”: ")
            }
            (Lang::En, Some(line), None) => format!("{file}, line {line}: "),
            (Lang::En, None, Some(column)) => format!("{file}, column “{column}”: "),
            (Lang::En, None, None) => format!("{file}: "),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct FactError {
    pub at: At,
    pub problem: Problem,
}

/// What is wrong with a file as a whole, or with its shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    MissingFile,
    MissingHeader { name: &'static str },
    MissingColumn { name: String },
    UnknownColumn { name: String, known: String },
    WrongWidth { found: usize, expected: usize },
    OpenQuote,
    NotAnAgeCut,
    WrongCounting { found: String, expected: &'static str },
    NoPopulation { place: String },
    MissingRow { what: String },
    YearsOutOfOrder,
    HistoryTooOld,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    File(FileProblem),
    UnknownSource { key: String },
    UnknownGrade { key: String },
    NotANumber { text: String },
    NotAWholeNumber { text: String },
    Negative { text: String },
    NotATime { text: String },
    UnknownWord { text: String, known: String },
    Empty,
    UnknownPlace { code: String },
    UnknownMeasure { key: String },
    Duplicate { key: String, first_line: u32 },
    SumDiffers { what: String, parts: i64, whole: i64 },
    Place(PlaceError),
}

impl From<FileProblem> for Problem {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

impl FactError {
    pub fn new(file: &str, problem: impl Into<Problem>) -> Self {
        Self { at: At { file: file.into(), line: None, column: None }, problem: problem.into() }
    }

    pub fn at_line(file: &str, line: u32, problem: impl Into<Problem>) -> Self {
        Self {
            at: At { file: file.into(), line: Some(line), column: None },
            problem: problem.into(),
        }
    }

    pub fn at_cell(file: &str, line: u32, column: &str, problem: impl Into<Problem>) -> Self {
        let at = At { file: file.into(), line: Some(line), column: Some(column.into()) };
        Self { at, problem: problem.into() }
    }

    /// Two sentences: what is wrong and where, then what to do.
    pub fn describe(&self, lang: Lang) -> String {
        let words = match lang {
            Lang::Ja => self.problem.ja(),
            Lang::En => self.problem.en(),
        };
        self.at.describe(lang) + &words
    }
}

impl FileProblem {
    fn ja(&self) -> String {
        match self {
            Self::MissingFile => {
                "ファイルがありません。フォルダーにこの名前のCSVを入れてください。".into()
            }
            Self::MissingHeader { name } => format!(
                "先頭の「# {name}:」の行がありません。出典・単位・時点などの行を加えてください。"
            ),
            Self::MissingColumn { name } => {
                format!("「{name}」の列がありません。この列を加えてください。")
            }
            Self::UnknownColumn { name, known } => format!(
                "「{name}」という列は使えません。列を消すか、名前を {known} に直してください。"
            ),
            Self::WrongWidth { found, expected } => format!(
                "セルが {found} 個あり、見出しは {expected} 列です。行のセルを見出しに合わせてください。"
            ),
            Self::OpenQuote => "引用符が閉じていません。「\"」を対にしてください。".into(),
            Self::NotAnAgeCut => "年齢の列がつながっていません。\
                 0-4、5-9、…、90+ のように0歳から切れ目なく並べてください。"
                .into(),
            Self::WrongCounting { found, expected } => format!(
                "数え方が「{found}」です。年齢不詳の扱いが違う表は混ぜられないので、\
                 「# counting: {expected}」の表を入れてください。"
            ),
            Self::NoPopulation { place } => format!(
                "{place} の基準年の人口がありません。\
                 population.csv か bands.csv に行を加えてください。"
            ),
            Self::MissingRow { what } => {
                format!("{what} の行がありません。行を加えてください。")
            }
            Self::YearsOutOfOrder => "年度の順が逆です。\
                 実績、計画、見通しの順に新しくなるように直してください。"
                .into(),
            Self::HistoryTooOld => "実績の初めの年度が古すぎます。\
                 2000年度（平成12年度）以降にしてください。"
                .into(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::MissingFile => {
                "the file is missing. Put a CSV of this name into the folder.".into()
            }
            Self::MissingHeader { name } => format!(
                "the line “# {name}:” is missing at the top. Add it, so that source, unit and \
                 date are known."
            ),
            Self::MissingColumn { name } => {
                format!("the column “{name}” is missing. Add this column.")
            }
            Self::UnknownColumn { name, known } => format!(
                "the column “{name}” is not known here. Delete it, or rename it to one of {known}."
            ),
            Self::WrongWidth { found, expected } => format!(
                "the row has {found} cells under {expected} headings. Give one cell to each \
                 heading."
            ),
            Self::OpenQuote => "a quotation mark is not closed. Write them in pairs.".into(),
            Self::NotAnAgeCut => "the age columns do not join up. Set them from 0 without a gap, \
                 like 0-4, 5-9, …, 90+."
                .into(),
            Self::WrongCounting { found, expected } => format!(
                "people are counted as “{found}”. Tables that treat unknown ages differently \
                 cannot be mixed: give one with “# counting: {expected}”."
            ),
            Self::NoPopulation { place } => format!(
                "{place} has no population in the base year. Add rows to population.csv or \
                 bands.csv."
            ),
            Self::MissingRow { what } => format!("there is no row for {what}. Add it."),
            Self::YearsOutOfOrder => "the years are out of order. History comes first, then the \
                 plan, then the outlook."
                .into(),
            Self::HistoryTooOld => {
                "history begins too early. Let it begin in fiscal 2000 or later.".into()
            }
        }
    }
}

impl Problem {
    fn ja(&self) -> String {
        match self {
            Self::File(problem) => problem.ja(),
            Self::UnknownSource { key } => format!(
                "出典「{key}」は登録されていません。sources.csv に加えるか、名前を直してください。"
            ),
            Self::UnknownGrade { key } => format!(
                "確かさ「{key}」はありません。\
                 observed、published、assumed、illustrative のどれかにしてください。"
            ),
            Self::NotANumber { text } => {
                format!("「{text}」は数ではありません。半角の数を入れてください。")
            }
            Self::NotAWholeNumber { text } => {
                format!("「{text}」は整数ではありません。人数などは整数で入れてください。")
            }
            Self::Negative { text } => {
                format!("「{text}」は負の数です。0以上の数を入れてください。")
            }
            Self::NotATime { text } => format!(
                "「{text}」は時点として読めません。\
                 FY2019、2020、2020-06、2020-10-01 のように書いてください。"
            ),
            Self::UnknownWord { text, known } => {
                format!("「{text}」は使えません。{known} のどれかにしてください。")
            }
            Self::Empty => "空欄です。値を入れてください。".into(),
            Self::UnknownPlace { code } => format!(
                "場所「{code}」がありません。places.csv に加えるか、コードを直してください。"
            ),
            Self::UnknownMeasure { key } => format!(
                "指標「{key}」がありません。measures.csv に加えるか、名前を直してください。"
            ),
            Self::Duplicate { key, first_line } => {
                format!("{key} は {first_line} 行目にもあります。どちらか一方を消してください。")
            }
            Self::SumDiffers { what, parts, whole } => format!(
                "{what}は内訳の計が {}、全体が {} で合いません。どちらかの値を直してください。",
                number::exact(*parts),
                number::exact(*whole)
            ),
            Self::Place(error) => error.describe(Lang::Ja),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::File(problem) => problem.en(),
            Self::UnknownSource { key } => format!(
                "the source “{key}” is not listed. Add it to sources.csv, or correct the name."
            ),
            Self::UnknownGrade { key } => format!(
                "there is no grade “{key}”. Use observed, published, assumed or illustrative."
            ),
            Self::NotANumber { text } => {
                format!("“{text}” is not a number. Enter digits.")
            }
            Self::NotAWholeNumber { text } => {
                format!("“{text}” is not a whole number. Enter counts without decimals.")
            }
            Self::Negative { text } => format!("“{text}” is below zero. Enter 0 or more."),
            Self::NotATime { text } => format!(
                "“{text}” is not a time. Write it like FY2019, 2020, 2020-06 or 2020-10-01."
            ),
            Self::UnknownWord { text, known } => {
                format!("“{text}” is not known here. Use one of {known}.")
            }
            Self::Empty => "the cell is empty. Enter a value.".into(),
            Self::UnknownPlace { code } => {
                format!("there is no place “{code}”. Add it to places.csv, or correct the code.")
            }
            Self::UnknownMeasure { key } => {
                format!("there is no measure “{key}”. Add it to measures.csv, or correct the name.")
            }
            Self::Duplicate { key, first_line } => {
                format!("{key} stands in line {first_line} as well. Delete one of the two.")
            }
            Self::SumDiffers { what, parts, whole } => format!(
                "{what}: the parts add up to {}, the whole is {}. Correct one of them.",
                number::exact(*parts),
                number::exact(*whole)
            ),
            Self::Place(error) => error.describe(Lang::En),
        }
    }
}
