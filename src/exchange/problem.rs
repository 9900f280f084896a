//! What keeps a file from being taken in: where, what was found, what was expected, how to fix it.

mod en;
mod ja;

use crate::exchange::sheet::column_letters;
use crate::facts::FactError;
use crate::i18n::{Label, Lang};

/// Where. Rows and columns count from 1, as a spreadsheet shows them; 0: the sheet as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    pub sheet: String,
    pub row: usize,
    pub column: usize,
}

impl At {
    pub fn sheet(name: &str) -> Self {
        Self { sheet: name.to_owned(), row: 0, column: 0 }
    }

    /// From positions that count from nothing.
    pub fn cell(sheet: &str, row: usize, column: usize) -> Self {
        Self { sheet: sheet.to_owned(), row: row + 1, column: column + 1 }
    }

    pub fn row(sheet: &str, row: usize) -> Self {
        Self { sheet: sheet.to_owned(), row: row + 1, column: 0 }
    }

    /// A paste has no name: what is said of it begins with its row.
    pub fn describe(&self, lang: Lang) -> String {
        let place = self.place(lang);
        match lang {
            _ if place.is_empty() => place,
            Lang::Ja => place + "：",
            Lang::En => place + ": ",
        }
    }

    pub fn place(&self, lang: Lang) -> String {
        let Self { sheet, row, column } = self;
        let letters = column.checked_sub(1).map(column_letters);
        let [row, column] = match lang {
            Lang::Ja => [format!("{row}行目"), letters.map_or(String::new(), |at| at + "列")],
            Lang::En => {
                [format!("row {row}"), letters.map_or(String::new(), |at| format!("column {at}"))]
            }
        };
        let row = if self.row == 0 { String::new() } else { row };
        let joint = if lang == Lang::Ja { "" } else { ", " };
        let inside: Vec<String> = [row, column].into_iter().filter(|p| !p.is_empty()).collect();
        let inside = inside.join(joint);
        let joint = if lang == Lang::Ja { " " } else { ", " };
        let parts = [sheet.as_str(), &inside];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(joint)
    }
}

/// One row of the list of problems.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub at: At,
    pub fault: Fault,
}

/// What is wrong, with the facts of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    NoHeadings,
    NothingUnderstood,
    NotANumber { text: String },
    Negative { text: String },
    NotWhole { text: String },
    AboveHundred { text: String },
    ShareOfACount { text: String },
    UnknownPlace { name: String, near: Vec<String> },
    UnknownCode { code: String, near: Vec<String> },
    UnknownWord { text: String, of: WordOf },
    OtherUnit { unit: String },
    UnitOfWhat { unit: String },
    NoPlaceName,
    NoTime,
    NoMeasure,
    NotATime { text: String },
    Twice { what: Label, first: At },
    SameName { name: String, first: At },
    TotalDiffers { what: Label, parts: f64, whole: f64 },
    AgesDoNotJoin { what: Label },
    AgesNeeded { what: Label, given: [String; 2] },
    MonthsMissing { what: Label, n: usize },
    OneSexMissing { what: Label },
    SecondTable,
    Forecast { text: String, of_people: bool },
    AsEstimate { text: String },
    YearFar { year: i16, first: i16, last: i16 },
    MoreThan { what: Label, value: f64, than: Label, most: f64, can_be: bool },
    Unlike { what: Label, value: f64, before: f64 },
    AreaMissing { name: String },
    NotGivenNumber { what: Label },
    NeedsPopulation,
    NeedsCentres,
    NeedsName,
    Fact(FactError),
}

/// What a word that nobody knows was to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordOf {
    Kind,
    Direction,
    Sex,
}

/// A problem in words, in the three cells of its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub found: String,
    pub expected: String,
    pub fix: String,
}

impl Problem {
    pub fn new(at: At, fault: Fault) -> Self {
        Self { at, fault }
    }

    pub fn words(&self, lang: Lang) -> Words {
        let [found, expected, fix] = match lang {
            Lang::Ja => self.fault.in_japanese(),
            Lang::En => self.fault.in_english(),
        };
        Words { found, expected, fix }
    }

    /// The whole row as one line of text.
    pub fn describe(&self, lang: Lang) -> String {
        let at = self.at.describe(lang);
        let Words { found, expected, fix } = self.words(lang);
        match lang {
            Lang::Ja if expected.is_empty() => format!("{at}{found}。{fix}。"),
            Lang::Ja => format!("{at}{found}（{expected}）。{fix}。"),
            Lang::En if expected.is_empty() => format!("{at}{found}. {fix}."),
            Lang::En => format!("{at}{found} ({expected}). {fix}."),
        }
    }
}

fn three(found: &str, expected: &str, fix: &str) -> [String; 3] {
    [found, expected, fix].map(str::to_owned)
}
