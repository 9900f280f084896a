//! What is said of values that can be read and cannot be, or are hardly what was meant.

use super::{Fault, three};
use crate::i18n::{Lang, number};

impl Fault {
    pub(super) fn of_what_cannot_be(&self, lang: Lang) -> [String; 3] {
        let count = number::as_given;
        match (self, lang) {
            (Self::YearFar { year, first, last }, Lang::Ja) => three(
                &format!("{year}年は、この自治体の年度から離れています"),
                &format!("{first}〜{last}年"),
                "年や元号を確かめて直すか、その行を除いてください",
            ),
            (Self::YearFar { year, first, last }, Lang::En) => three(
                &format!("{year} is far from this municipality's years"),
                &format!("{first} to {last}"),
                "Check the year and its era, or leave the row out",
            ),
            (Self::MoreThan { what, value, than, most, can_be }, lang) => {
                let [what, than] = [what, than].map(|label| label.get(lang));
                let [value, most] = [value, most].map(|value| count(*value));
                let [found, limit, correct, check] = match lang {
                    Lang::Ja => [
                        format!("{what}が{value}で、{than}の{most}を超えています"),
                        format!("{most}以下"),
                        "どちらかの値を直してください".into(),
                        "単位や桁を確かめてください".into(),
                    ],
                    Lang::En => [
                        format!("{what}: {value} is above {than}: {most}"),
                        format!("{most} or less"),
                        "Correct one of the two".into(),
                        "Check its unit and its digits".into(),
                    ],
                };
                if *can_be { [found, String::new(), check] } else { [found, limit, correct] }
            }
            (Self::Unlike { what, value, before }, Lang::Ja) => three(
                &format!(
                    "{}が{}で、近い年の{}と大きく違います",
                    what.ja,
                    count(*value),
                    count(*before)
                ),
                "",
                "単位や桁を確かめてください",
            ),
            (Self::Unlike { what, value, before }, Lang::En) => three(
                &format!(
                    "{}: {} is very different from {} of a year near it",
                    what.get(lang),
                    count(*value),
                    count(*before)
                ),
                "",
                "Check its unit and its digits",
            ),
            _ => Default::default(),
        }
    }
}
