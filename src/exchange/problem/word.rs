//! What is said of a word that is none of those a column may hold.

use super::{WordOf, three};
use crate::i18n::Lang;

impl WordOf {
    pub(super) fn unknown(self, text: &str, lang: Lang) -> [String; 3] {
        match (self, lang) {
            (Self::Kind, Lang::Ja) => three(
                &format!("「{text}」は値の種類として読めません"),
                "実績、決算、見込み、推計、速報、約、計画、目標",
                "どれかに書き換えるか、種類でなければ列の見出しを「備考」にしてください",
            ),
            (Self::Kind, Lang::En) => three(
                &format!("“{text}” is no kind of value"),
                "actual, recorded, estimate, provisional, about, plan, target",
                "Write one of these, or call the column “notes” if it says something else",
            ),
            (Self::Direction, Lang::Ja) => three(
                &format!("「{text}」は目標の向きとして読めません"),
                "以上、以下",
                "どちらかに書き換え、目標値もそれに合わせてください",
            ),
            (Self::Direction, Lang::En) => three(
                &format!("“{text}” is no direction of a target"),
                "at least, at most",
                "Write one of the two, and set the target to suit",
            ),
            (Self::Sex, Lang::Ja) => three(
                &format!("「{text}」の人数は、男にも女にも入れられません"),
                "男、女、計",
                "男と女に分けて加えるか、その人数と計を除いてください",
            ),
            (Self::Sex, Lang::En) => three(
                &format!("Those under “{text}” belong neither to men nor to women"),
                "men, women, both",
                "Divide them between the two, or take them and the total out",
            ),
        }
    }
}
