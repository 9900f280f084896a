//! What keeps a file from being taken in: where, what was found, what was expected, how to fix it.

use crate::exchange::sheet::column_letters;
use crate::facts::FactError;
use crate::i18n::{Label, Lang, number};

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
    NoPlaceName,
    NoTime,
    NoMeasure,
    NotATime { text: String },
    Twice { what: Label, first: At },
    TotalDiffers { what: Label, parts: f64, whole: f64 },
    AgesDoNotJoin { what: Label },
    MonthsMissing { what: Label, n: usize },
    OneSexMissing { what: Label },
    AreaMissing { name: String },
    NotGivenNumber { what: Label },
    NeedsPopulation,
    NeedsCentres,
    NeedsName,
    Fact(FactError),
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
        let [found, expected, fix] = self.fault.words(lang);
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

impl Fault {
    /// Found, expected, how to fix it.
    fn words(&self, lang: Lang) -> [String; 3] {
        match self {
            Self::NotANumber { .. }
            | Self::Negative { .. }
            | Self::NotWhole { .. }
            | Self::AboveHundred { .. }
            | Self::ShareOfACount { .. }
            | Self::NotGivenNumber { .. } => self.of_a_number(lang),
            Self::UnknownPlace { .. }
            | Self::NoPlaceName
            | Self::AreaMissing { .. }
            | Self::NeedsPopulation
            | Self::NeedsCentres
            | Self::NeedsName => self.of_a_place(lang),
            _ => self.of_a_table(lang),
        }
    }

    fn of_a_number(&self, lang: Lang) -> [String; 3] {
        match (self, lang) {
            (Self::NotANumber { text }, Lang::Ja) => three(
                &format!("「{text}」は数として読めません"),
                "数、または「-」「…」「x」",
                "数だけにして、注は別の列に書いてください",
            ),
            (Self::NotANumber { text }, Lang::En) => three(
                &format!("“{text}” cannot be read as a number"),
                "a number, or “-”, “…”, “x”",
                "Leave only the number, and put notes in a column of their own",
            ),
            (Self::Negative { text }, Lang::Ja) => {
                three(&format!("「{text}」は負の数です"), "0以上の数", "値を直してください")
            }
            (Self::Negative { text }, Lang::En) => {
                three(&format!("“{text}” is below zero"), "0 or more", "Correct the value")
            }
            (Self::NotWhole { text }, Lang::Ja) => three(
                &format!("「{text}」は整数ではありません"),
                "人数",
                "四捨五入する前の人数を入れてください",
            ),
            (Self::NotWhole { text }, Lang::En) => three(
                &format!("“{text}” is not a whole number"),
                "a head count",
                "Enter the count of people",
            ),
            (Self::AboveHundred { text }, Lang::Ja) => {
                three(&format!("「{text}」は100%を超えます"), "0〜100", "割合を%で入れてください")
            }
            (Self::AboveHundred { text }, Lang::En) => three(
                &format!("“{text}” is above 100 %"),
                "0 to 100",
                "Enter the share in per cent",
            ),
            (Self::ShareOfACount { text }, Lang::Ja) => three(
                &format!("「{text}%」は割合です"),
                "%の付かない数",
                "人数や台数などの数を入れてください",
            ),
            (Self::ShareOfACount { text }, Lang::En) => three(
                &format!("“{text}%” is a share"),
                "a number without %",
                "Enter the count itself",
            ),
            (Self::NotGivenNumber { what }, Lang::Ja) => three(
                &format!("{}の値が秘匿か未集計で、合計からも求められません", what.get(lang)),
                "すべての年齢の人数",
                "人数を入れるか、合計の列か行を加えてください",
            ),
            (_, Lang::Ja) => three("値がありません", "数", "値を入れてください"),
            (Self::NotGivenNumber { what }, Lang::En) => three(
                &format!("{} is withheld or not counted, and no total tells it", what.get(lang)),
                "people of every age",
                "Enter the count, or add a column or row with the total",
            ),
            (_, Lang::En) => three("There is no value", "a number", "Enter it"),
        }
    }

    fn of_a_place(&self, lang: Lang) -> [String; 3] {
        match (self, lang) {
            (Self::UnknownPlace { name, near }, Lang::Ja) => three(
                &format!("「{name}」という場所はありません"),
                &near.join("、"),
                "名前を直すか、区や圏域の列があるセンターの一覧を取り込んでください",
            ),
            (Self::UnknownPlace { name, near }, Lang::En) => three(
                &format!("There is no place called “{name}”"),
                &near.join(", "),
                "Correct the name, or import a list of centres with a column for the ward or area",
            ),
            (Self::AreaMissing { name }, Lang::Ja) => three(
                &format!("「{name}」の行がありません"),
                "すべての圏域（または区）の人口",
                "足りない行を加えてください",
            ),
            (Self::AreaMissing { name }, Lang::En) => three(
                &format!("There is no row for “{name}”"),
                "the population of every area (or ward)",
                "Add the missing rows",
            ),
            (Self::NeedsPopulation, Lang::Ja) => three(
                "年齢別の人口の表がありません",
                "年齢別の人口",
                "住民基本台帳か国勢調査の年齢別人口の表を加えてください",
            ),
            (Self::NeedsPopulation, Lang::En) => three(
                "There is no table of population by age",
                "population by age",
                "Add one, from the residents' register or the census",
            ),
            (Self::NeedsCentres, Lang::Ja) => three(
                "地域包括支援センターの数がわかりません",
                "センターの数か一覧",
                "センターの一覧の表を加えるか、「センターの数」（コマンドでは --centres）に入れてください",
            ),
            (Self::NeedsCentres, Lang::En) => three(
                "The number of support centres is not known",
                "their number or a list of them",
                "Add a table of centres, or give their number (on the command line: --centres)",
            ),
            (Self::NeedsName, Lang::Ja) => three(
                "市区町村の名前がわかりません",
                "名前",
                "「自治体の名前」（コマンドでは --name）に入れてください",
            ),
            (_, Lang::Ja) => three(
                "どの場所の値かわかりません",
                "地区か市区町村の名前",
                "名前の列に値を入れてください",
            ),
            (Self::NeedsName, Lang::En) => three(
                "The name of the municipality is not known",
                "a name",
                "Give it (on the command line: --name)",
            ),
            (_, Lang::En) => three(
                "It is not said which place this is about",
                "the name of an area or municipality",
                "Fill in the name",
            ),
        }
    }

    fn of_a_table(&self, lang: Lang) -> [String; 3] {
        let count = number::as_given;
        match (self, lang) {
            (Self::NoHeadings, Lang::Ja) => three(
                "見出しの行が見つかりません",
                "「地区」「年齢」「男」「年度」のような見出し",
                "表の1行目に見出しを入れてください",
            ),
            (Self::NoHeadings, Lang::En) => three(
                "No row of headings was found",
                "headings such as area, age, men, fiscal year",
                "Put headings into the first row of the table",
            ),
            (Self::NoTime, Lang::Ja) => three(
                "いつの値かわかりません",
                "「令和3年度」「2021年10月1日」など",
                "年度の列を加えるか、表題に時点を書いてください",
            ),
            (Self::NoTime, Lang::En) => three(
                "It is not said when this holds",
                "FY2021, 2021-10-01 and the like",
                "Add a column for the year, or write the date into the title",
            ),
            (Self::NoMeasure, Lang::Ja) => three(
                "何の値かわかりません",
                "「認定者数」「携帯型」など指標の名前",
                "列の見出しか表題に指標の名前を書いてください",
            ),
            (Self::NoMeasure, Lang::En) => three(
                "It is not said what this counts",
                "the name of an indicator",
                "Write it into the heading or the title",
            ),
            (Self::NotATime { text }, Lang::Ja) => three(
                &format!("「{text}」は時点として読めません"),
                "「令和3年度」「2021年10月1日」など",
                "年度か年月日で書いてください",
            ),
            (Self::NotATime { text }, Lang::En) => three(
                &format!("“{text}” cannot be read as a time"),
                "FY2021, 2021-10-01 and the like",
                "Write the year or the date",
            ),
            (Self::Twice { what, first }, Lang::Ja) => three(
                &format!("{}が2回あります", what.get(lang)),
                &first.place(lang),
                "どちらか一方を消してください",
            ),
            (Self::Twice { what, first }, Lang::En) => three(
                &format!("{} stands there twice", what.get(lang)),
                &first.place(lang),
                "Delete one of the two",
            ),
            (Self::TotalDiffers { what, parts, whole }, Lang::Ja) => three(
                &format!(
                    "{}：合計は{}ですが、内訳を足すと{}です",
                    what.get(lang),
                    count(*whole),
                    count(*parts)
                ),
                "",
                "どちらかの値を直してください",
            ),
            (Self::TotalDiffers { what, parts, whole }, Lang::En) => three(
                &format!(
                    "{}: the total is {}, the parts add up to {}",
                    what.get(lang),
                    count(*whole),
                    count(*parts)
                ),
                "",
                "Correct one of them",
            ),
            (Self::AgesDoNotJoin { what }, Lang::Ja) => three(
                &format!("{}の年齢がつながっていません", what.get(lang)),
                "0歳から「85歳以上」などまで切れ目なく",
                "足りない年齢の列か行を加えてください",
            ),
            (Self::AgesDoNotJoin { what }, Lang::En) => three(
                &format!("The ages of {} do not join up", what.get(lang)),
                "from 0 to an open top such as 85+, without a gap",
                "Add the missing ages",
            ),
            (Self::MonthsMissing { what, n }, Lang::Ja) => three(
                &format!("{}は{n}か月分しかありません", what.get(lang)),
                "12か月分、または年度の計",
                "足りない月（なかった月は0）か、年度の計の列を加えてください",
            ),
            (Self::MonthsMissing { what, n }, Lang::En) => three(
                &format!("{} is given for {n} months only", what.get(lang)),
                "twelve months, or the year's total",
                "Add the missing months (0 where there was none), or a column with the total",
            ),
            (Self::OneSexMissing { what }, Lang::Ja) => three(
                &format!("{}は男女の一方しかありません", what.get(lang)),
                "男と女、または計",
                "もう一方を加えてください",
            ),
            (Self::OneSexMissing { what }, Lang::En) => three(
                &format!("{} has one sex only", what.get(lang)),
                "men and women, or both",
                "Add the other",
            ),
            (Self::Fact(error), lang) => three(
                error.describe(lang).trim_end_matches(['。', '.']),
                "",
                match lang {
                    Lang::Ja => "表を直して、もう一度取り込んでください",
                    Lang::En => "Correct the table and import it again",
                },
            ),
            (_, Lang::Ja) => three(
                "使える値が1つも見つかりません",
                "人口、認定者、機器、センター、会議などの表",
                "見出しをひな形に合わせてください",
            ),
            (_, Lang::En) => three(
                "Nothing usable was found",
                "a table of people, devices, centres, meetings and the like",
                "Set the headings as in the template",
            ),
        }
    }
}
