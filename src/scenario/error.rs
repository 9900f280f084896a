//! Why a document cannot be read, and what to do about it.

use super::document::{BYTES_MAX, DRAWS};
use crate::assumptions::AssumptionId;
use crate::i18n::Lang;
use crate::levers::{LeverError, LeverId};
use crate::shocks::ShockError;

#[derive(Clone, Debug, PartialEq)]
pub enum DocumentError {
    NotJson {
        line: usize,
        column: usize,
    },
    NotAScenario,
    Newer {
        version: u32,
    },
    /// Its defaults are of a later edition than this program's.
    NewerDefaults,
    TooLarge,
    Field {
        what: String,
    },
    Lever(LeverError),
    UnknownAssumption {
        key: String,
    },
    UnknownMeasure {
        key: String,
    },
    UnknownShock {
        key: String,
    },
    Shock(ShockError),
    BadRange {
        key: String,
    },
    Draws {
        n: u32,
    },
    /// The same lever twice for one place.
    Twice {
        lever: LeverId,
    },
    OtherMunicipality {
        theirs: String,
        own: String,
    },
    UnknownPlace {
        code: String,
    },
}

impl DocumentError {
    /// Whether the document is well and only this program too old for it.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Newer { .. } | Self::NewerDefaults)
    }

    pub fn describe(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::NotJson { line, column }, Lang::Ja) => format!(
                "シナリオのファイルが{line}行{column}字目で読めません。書き出し直したファイルを選んでください。"
            ),
            (Self::NotJson { line, column }, Lang::En) => format!(
                "The scenario file cannot be read at line {line}, column {column}. \
                 Choose a file that was exported again."
            ),
            (Self::NotAScenario, Lang::Ja) => {
                "これはシナリオのファイルではありません。見通しが書き出したファイルを選んでください。".into()
            }
            (Self::NotAScenario, Lang::En) => {
                "This is not a scenario file. Choose a file exported by Mitoshi.".into()
            }
            (Self::Newer { version }, Lang::Ja) => format!(
                "このファイルは新しい版（形式{version}）で作られています。新しい見通しで開いてください。"
            ),
            (Self::Newer { version }, Lang::En) => format!(
                "This file was made by a newer version (form {version}). Open it with a newer Mitoshi."
            ),
            (Self::NewerDefaults, Lang::Ja) => {
                "このファイルは新しい版の初期値で作られています。新しい見通しで開いてください。".into()
            }
            (Self::NewerDefaults, Lang::En) => {
                "This file was made with newer default values. Open it with a newer Mitoshi.".into()
            }
            (Self::TooLarge, Lang::Ja) => format!(
                "このファイルは大きすぎます。{}MBまでのシナリオを選んでください。",
                BYTES_MAX / 1_000_000
            ),
            (Self::TooLarge, Lang::En) => format!(
                "This file is too large. Choose a scenario of up to {} MB.",
                BYTES_MAX / 1_000_000
            ),
            (Self::Field { what }, lang) => bad_field(what, lang),
            (Self::Lever(error), lang) => error.describe(lang),
            (Self::UnknownAssumption { key }, Lang::Ja) => format!(
                "「{key}」という仮定はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownAssumption { key }, Lang::En) => format!(
                "There is no assumption called {key}. Check whether the file was made by a newer version."
            ),
            (Self::UnknownShock { key }, Lang::Ja) => format!(
                "「{key}」という出来事はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownShock { key }, Lang::En) => format!(
                "There is no shock called {key}. Check whether the file was made by a newer version."
            ),
            (Self::Shock(error), lang) => error.describe(lang),
            (Self::UnknownMeasure { key }, Lang::Ja) => format!(
                "「{key}」という指標はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownMeasure { key }, Lang::En) => format!(
                "There is no measure called {key}. Check whether the file was made by a newer version."
            ),
            (Self::BadRange { key }, lang) => bad_range(key, lang),
            (Self::Draws { n }, Lang::Ja) => format!(
                "試行の数 {n} は範囲外です。{}〜{}を入れてください。",
                DRAWS.start(),
                DRAWS.end()
            ),
            (Self::Draws { n }, Lang::En) => format!(
                "{n} draws is out of range. Enter {} to {}.",
                DRAWS.start(),
                DRAWS.end()
            ),
            (Self::Twice { lever }, Lang::Ja) => format!(
                "「{}」が同じ場所に2回書かれています。どちらか一方を消してください。",
                lever.spec().label.ja
            ),
            (Self::Twice { lever }, Lang::En) => format!(
                "{} is set twice for the same place. Delete one of the two.",
                lever.spec().label.en
            ),
            (Self::OtherMunicipality { theirs, own }, Lang::Ja) => format!(
                "このシナリオは別の自治体（コード{theirs}）のものです。\
                 コード{own}のシナリオを選んでください。"
            ),
            (Self::OtherMunicipality { theirs, own }, Lang::En) => format!(
                "This scenario is of another municipality (code {theirs}). \
                 Choose one of code {own}."
            ),
            (Self::UnknownPlace { code }, Lang::Ja) => format!(
                "場所「{code}」では決められません。この自治体の区か圏域（支援センターの出来事は\
                 センター）のコードに直してください。"
            ),
            (Self::UnknownPlace { code }, Lang::En) => format!(
                "Nothing can be decided for the place “{code}”. Use the code of a ward or an area \
                 of this municipality (of a centre, for what happens at one)."
            ),
        }
    }
}

fn bad_range(key: &str, lang: Lang) -> String {
    let Some(spec) = AssumptionId::find(key).map(AssumptionId::spec) else { return key.to_owned() };
    let (label, low, high) = (spec.label.get(lang), spec.low, spec.high);
    match lang {
        Lang::Ja => format!(
            "仮定「{label}」の幅が正しくありません。{low}〜{high}の中で、小さい順に3つの値を入れてください。"
        ),
        Lang::En => format!(
            "The range of the assumption “{label}” is not right. \
             Enter three values in rising order between {low} and {high}."
        ),
    }
}

/// `what` is a name or a text of the file; empty where the reader could not tell.
fn bad_field(what: &str, lang: Lang) -> String {
    match (lang, what) {
        (Lang::Ja, "") => "シナリオのファイルに読めない項目があります。\
             書き出し直したファイルを選んでください。"
            .into(),
        (Lang::Ja, what) => format!(
            "シナリオのファイルの「{what}」が読めません。書き出し直したファイルを選んでください。"
        ),
        (Lang::En, "") => "The scenario file has an entry that cannot be read. \
             Choose a file that was exported again."
            .into(),
        (Lang::En, what) => format!(
            "“{what}” in the scenario file cannot be read. Choose a file that was exported again."
        ),
    }
}
