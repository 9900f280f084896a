//! What is said of a cell that holds no number of the kind that belongs there.

use super::{Fault, three};
use crate::i18n::Lang;

impl Fault {
    pub(super) fn of_a_number(&self, lang: Lang) -> [String; 3] {
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
            (Self::OtherUnit { unit }, Lang::Ja) => three(
                &format!("単位「{unit}」を、この指標の単位に直せません"),
                "人、千人、台、回、円、千円、百万円、%など、指標に合う単位",
                "値を指標の単位に直して、単位を書き換えてください",
            ),
            (Self::OtherUnit { unit }, Lang::En) => three(
                &format!("The unit “{unit}” cannot be turned into the one of this indicator"),
                "one that suits it: people, thousand people, devices, yen, thousand yen, % …",
                "Turn the values into the indicator's unit, and write that one",
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
}
