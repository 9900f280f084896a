//! What can be wrong with a table, where it is, and what to do about it.

mod figure;
mod file;

use crate::facts::age::Sex;
use crate::i18n::{Label, Lang};
use crate::places::{Level, PlaceError};

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
    NoFolder,
    MissingFile,
    /// Stands in the folder under a name that nobody reads: a slip of the keyboard, most likely.
    UnknownFile {
        nearest: &'static str,
    },
    NotUtf8,
    NotReadable,
    MissingHeader {
        name: &'static str,
    },
    MissingColumn {
        name: String,
    },
    UnknownColumn {
        name: String,
        known: String,
    },
    WrongWidth {
        found: usize,
        expected: usize,
    },
    OpenQuote,
    NotAnAgeCut,
    WrongCounting {
        found: String,
        expected: &'static str,
    },
    NoPopulation {
        place: Label,
    },
    MissingRow {
        what: String,
    },
    /// A place without its row of people, where others of its table have theirs.
    MissingPeople {
        code: String,
        year: i16,
        sex: Sex,
    },
    YearsOutOfOrder,
    HistoryTooOld,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    File(FileProblem),
    UnknownSource {
        key: String,
    },
    UnknownGrade {
        key: String,
    },
    NotANumber {
        text: String,
    },
    CommaInNumber {
        text: String,
    },
    NotAWholeNumber {
        text: String,
    },
    Negative {
        text: String,
    },
    AboveHundred {
        text: String,
    },
    OutOfRange {
        text: String,
        least: f64,
        most: f64,
    },
    NotATime {
        text: String,
    },
    NotAYear {
        text: String,
    },
    /// A target of a year that is not computed.
    YearOutside {
        year: i16,
        first: i16,
        last: i16,
    },
    UnknownWord {
        text: String,
        known: String,
    },
    Empty,
    UnknownPlace {
        code: String,
    },
    UnknownMeasure {
        key: String,
    },
    Duplicate {
        key: String,
        first_line: u32,
    },
    /// A source of one's own under the name of a built-in one.
    TakenSource {
        key: String,
    },
    /// A place says it has fewer places in all than are listed.
    FewerThanListed {
        level: Level,
        given: u32,
        listed: u32,
    },
    SumDiffers {
        what: Label,
        parts: i64,
        whole: i64,
    },
    /// A group with more people than the one it is part of.
    PartAboveWhole {
        part: Label,
        whole: Label,
        n_part: i64,
        n_whole: i64,
    },
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
