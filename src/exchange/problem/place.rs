//! What is said of places: unknown ones, missing ones, and what another municipality needs.

use super::{Fault, three};
use crate::i18n::Lang;

impl Fault {
    pub(super) fn of_a_place(&self, lang: Lang) -> [String; 3] {
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
            (Self::UnknownCode { code, near }, Lang::Ja) => three(
                &format!("コード「{code}」の場所はありません"),
                &near.join("、"),
                "コードを直すか、場所の名前の列を加えてください。全体の値なら、コードを空にしてください",
            ),
            (Self::UnknownCode { code, near }, Lang::En) => three(
                &format!("No place has the code “{code}”"),
                &near.join(", "),
                "Correct it, or add a column with the place's name. Leave the code empty for the \
                 whole municipality",
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
}
