//! The words of what is wrong with a file as a whole.

use super::FileProblem;
use crate::i18n::Lang;

impl FileProblem {
    pub(super) fn ja(&self) -> String {
        match self {
            Self::NoFolder => "フォルダーがありません。名前と場所を確かめてください。".into(),
            Self::UnknownFile { nearest } => format!(
                "この名前の表は読まれません。名前を {nearest} などに直すか、フォルダーから出してください。"
            ),
            Self::NotUtf8 => {
                "文字コードがUTF-8ではありません。「CSV UTF-8」の形式で保存し直してください。"
                    .into()
            }
            Self::NotReadable => "ファイルを開けません。読み取りの権限を確かめてください。".into(),
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
                "{} の基準年の人口がありません。\
                 population.csv か bands.csv に行を加えてください。",
                place.get(Lang::Ja)
            ),
            Self::MissingRow { what } => {
                format!("{what} の行がありません。行を加えてください。")
            }
            Self::MissingPeople { code, year, sex } => {
                format!("{code} {year}年 {}の行がありません。行を加えてください。", sex.label().ja)
            }
            Self::YearsOutOfOrder => "年度の順が逆です。\
                 実績、計画、見通しの順に新しくなるように直してください。"
                .into(),
            Self::HistoryTooOld => "実績の初めの年度が古すぎます。\
                 2000年度（平成12年度）以降にしてください。"
                .into(),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            Self::NoFolder => "there is no such folder. Check its name and place.".into(),
            Self::UnknownFile { nearest } => format!(
                "no table of this name is read. Rename it, to {nearest} perhaps, or take it out of \
                 the folder."
            ),
            Self::NotUtf8 => "the text is not UTF-8. Save it again as “CSV UTF-8”.".into(),
            Self::NotReadable => "the file cannot be opened. Check that it may be read.".into(),
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
                "{} has no population in the base year. Add rows to population.csv or \
                 bands.csv.",
                place.get(Lang::En)
            ),
            Self::MissingRow { what } => format!("there is no row for {what}. Add it."),
            Self::MissingPeople { code, year, sex } => {
                format!("there is no row for {code}, {year}, {}. Add it.", sex.label().en)
            }
            Self::YearsOutOfOrder => "the years are out of order. History comes first, then the \
                 plan, then the outlook."
                .into(),
            Self::HistoryTooOld => {
                "history begins too early. Let it begin in fiscal 2000 or later.".into()
            }
        }
    }
}
