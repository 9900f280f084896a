//! What is said of a table as a whole, or of values that do not go together.

use super::{Fault, three};
use crate::i18n::{Lang, number};

impl Fault {
    pub(super) fn of_a_table(&self, lang: Lang) -> [String; 3] {
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
            (Self::AgesNeeded { what, given }, Lang::Ja) => three(
                &format!(
                    "{}の人口は「{}」だけで、年齢の内訳がありません",
                    what.get(lang),
                    given[0]
                ),
                "0歳からの5歳階級（少なくとも総数と65歳以上の両方）",
                "認定や死亡は年齢で大きく違います。年齢別の人口の表にするか、足りない列か行を加えてください",
            ),
            (Self::AgesNeeded { what, given }, Lang::En) => three(
                &format!("The people of {} are given as “{}” only", what.get(lang), given[1]),
                "age groups of five years from 0 (at least both everybody and 65+)",
                "Need of care and deaths differ much by age: take a table of population by age, \
                 or add what is missing",
            ),
            (Self::SecondTable, Lang::Ja) => three(
                "ここから別の表が始まるようですが、見出しの意味がわかりません",
                "「種別」「令和3年度」「認定者数」のような見出し",
                "別のシートかファイルに分けるか、要らなければこの行から下を消してください",
            ),
            (Self::SecondTable, Lang::En) => three(
                "A second table seems to begin here, with headings nobody knows",
                "headings such as type, FY2021, certified persons",
                "Put it into a sheet or file of its own, or delete it from this row on",
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
