//! The words of what is wrong with a row, a cell or a sum.

use super::Problem;
use crate::i18n::{Lang, number};

impl Problem {
    pub(super) fn ja(&self) -> String {
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
            Self::CommaInNumber { text } => format!(
                "「{text}」に桁区切りのコンマがあります。コンマを消して数字だけにしてください。"
            ),
            Self::NotAWholeNumber { text } => {
                format!("「{text}」は整数ではありません。人数などは整数で入れてください。")
            }
            Self::Negative { text } => {
                format!("「{text}」は負の数です。0以上の数を入れてください。")
            }
            Self::AboveHundred { text } => {
                format!("「{text}」は100%を超えています。0〜100の数を入れてください。")
            }
            Self::OutOfRange { text, least, most } => format!(
                "「{text}」は使える範囲の外です。{}〜{}の数を入れてください。",
                number::as_given(*least),
                number::as_given(*most)
            ),
            Self::NotAYear { text } => format!(
                "「{text}」は年として読めません。2022 のように数字4桁だけで書いてください。"
            ),
            Self::YearOutside { year, first, last } => format!(
                "{year}年度は見通しを計算する期間の外です。{first}〜{last}の年度にしてください。"
            ),
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
            Self::TakenSource { key } => {
                format!("出典「{key}」は見通しにもとからある名前です。別の名前を付けてください。")
            }
            Self::FewerThanListed { level, given, listed } => format!(
                "{}の数が {} ですが、{} の行が並んでいます。数を直すか、行を消してください。",
                level.label().ja,
                number::exact(i64::from(*given)),
                number::exact(i64::from(*listed))
            ),
            Self::PartAboveWhole { part, whole, n_part, n_whole } => format!(
                "{}の {} が{}の {} より多くなっています。どちらかの値を直してください。",
                part.get(Lang::Ja),
                number::exact(*n_part),
                whole.get(Lang::Ja),
                number::exact(*n_whole)
            ),
            Self::SumDiffers { what, parts, whole } => format!(
                "{}は内訳の計が {}、全体が {} で合いません。どちらかの値を直してください。",
                what.get(Lang::Ja),
                number::exact(*parts),
                number::exact(*whole)
            ),
            Self::Place(error) => error.describe(Lang::Ja),
        }
    }

    pub(super) fn en(&self) -> String {
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
            Self::CommaInNumber { text } => {
                format!("“{text}” has commas between its digits. Delete the commas.")
            }
            Self::NotAWholeNumber { text } => {
                format!("“{text}” is not a whole number. Enter counts without decimals.")
            }
            Self::Negative { text } => format!("“{text}” is below zero. Enter 0 or more."),
            Self::AboveHundred { text } => {
                format!("“{text}” is above 100 %. Enter 0 to 100.")
            }
            Self::OutOfRange { text, least, most } => format!(
                "“{text}” is out of range. Enter {} to {}.",
                number::as_given(*least),
                number::as_given(*most)
            ),
            Self::NotAYear { text } => {
                format!("“{text}” is not a year. Write its four digits only, like 2022.")
            }
            Self::YearOutside { year, first, last } => format!(
                "the fiscal year {year} lies outside the forecast. Choose one from {first} to {last}."
            ),
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
            Self::TakenSource { key } => format!(
                "the source “{key}” is one that Mitoshi has already. Give yours another name."
            ),
            Self::FewerThanListed { level, given, listed } => format!(
                "the number of {}s is given as {}, but {} are listed. Correct the number, or \
                 delete rows.",
                level.label().en,
                number::exact(i64::from(*given)),
                number::exact(i64::from(*listed))
            ),
            Self::PartAboveWhole { part, whole, n_part, n_whole } => format!(
                "{} ({}) is more than {} ({}), which it is part of. Correct one of them.",
                part.get(Lang::En),
                number::exact(*n_part),
                whole.get(Lang::En),
                number::exact(*n_whole)
            ),
            Self::SumDiffers { what, parts, whole } => format!(
                "{}: the parts add up to {}, the whole is {}. Correct one of them.",
                what.get(Lang::En),
                number::exact(*parts),
                number::exact(*whole)
            ),
            Self::Place(error) => error.describe(Lang::En),
        }
    }
}
