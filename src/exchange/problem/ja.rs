//! Every problem in Japanese.

use super::{Fault, WordOf, three};
use crate::i18n::{Lang, number};

const LANG: Lang = Lang::Ja;

impl Fault {
    /// What was found, what was expected, how to fix it.
    pub(super) fn in_japanese(&self) -> [String; 3] {
        match self {
            Self::NoHeadings => three(
                "見出しの行が見つかりません",
                "「地区」「年齢」「男」「年度」のような見出し",
                "表の1行目に見出しを入れてください",
            ),
            Self::NoTime => three(
                "いつの値かわかりません",
                "「令和3年度」「2021年10月1日」など",
                "年度の列を加えるか、表題に時点を書いてください",
            ),
            Self::NoMeasure => three(
                "何の値かわかりません",
                "「認定者数」「携帯型」など指標の名前",
                "列の見出しか表題に指標の名前を書いてください",
            ),
            Self::NotATime { text } => three(
                &format!("「{text}」は時点として読めません"),
                "「令和3年度」「2021年10月1日」など",
                "年度か年月日で書いてください",
            ),
            Self::Twice { what, first } => three(
                &format!("{}が2回あります", what.get(LANG)),
                &first.place(LANG),
                "どちらか一方を消してください",
            ),
            Self::SameName { name, first } => three(
                &format!("「{name}」は別の表題の下にもあり、同じ指標かどうかわかりません"),
                &first.place(LANG),
                "違う指標なら名前を書き分け、同じ指標なら1つの表にまとめるか、同じ表題にしてください",
            ),
            Self::TotalDiffers { what, parts, whole } => three(
                &format!(
                    "{}：合計は{}ですが、内訳を足すと{}です",
                    what.get(LANG),
                    number::as_given(*whole),
                    number::as_given(*parts)
                ),
                "",
                "どちらかの値を直してください",
            ),
            Self::AgesDoNotJoin { what } => three(
                &format!("{}の年齢がつながっていません", what.get(LANG)),
                "0歳から「85歳以上」などまで切れ目なく",
                "足りない年齢の列か行を加えてください",
            ),
            Self::AgesNeeded { what, given } => three(
                &format!(
                    "{}の人口は「{}」だけで、年齢の内訳がありません",
                    what.get(LANG),
                    given[0]
                ),
                "0歳からの5歳階級（少なくとも総数と65歳以上の両方）",
                "認定や死亡は年齢で大きく違います。年齢別の人口の表にするか、足りない列か行を加えてください",
            ),
            Self::SecondTable => three(
                "ここから別の表が始まるようですが、見出しの意味がわかりません",
                "「種別」「令和3年度」「認定者数」のような見出し",
                "別のシートかファイルに分けるか、要らなければこの行から下を消してください",
            ),
            Self::Forecast { text, of_people } => three(
                &format!("「{text}」は予測か推計の値で、実績ではありません"),
                if *of_people {
                    "国勢調査や住民基本台帳で数えた人口"
                } else {
                    "実績、見込み、目標"
                },
                if *of_people {
                    "その列か行を除いてください。先の人口は、数えた人口からこのプログラムが計算します"
                } else {
                    "その列か行を除くか、終わっていない年度の見込みなら「見込み」、計画の値なら「目標」に書き換えてください"
                },
            ),
            Self::AsEstimate { text } => three(
                &format!("「{text}」の値は、実績ではなく見込みとして入れます"),
                "",
                "実績がわかったら、その値で取り込み直してください",
            ),
            Self::MonthsMissing { what, n } => three(
                &format!("{}は{n}か月分しかありません", what.get(LANG)),
                "12か月分、または年度の計",
                "足りない月（なかった月は0）か、年度の計の列を加えてください",
            ),
            Self::OneSexMissing { what } => three(
                &format!("{}は男女の一方しかありません", what.get(LANG)),
                "男と女、または計",
                "もう一方を加えてください",
            ),
            Self::NothingUnderstood => three(
                "使える値が1つも見つかりません",
                "人口、認定者、機器、センター、会議などの表",
                "見出しをひな形に合わせてください",
            ),
            Self::NotANumber { text } => three(
                &format!("「{text}」は数として読めません"),
                "数、または「-」「…」「x」",
                "数だけにして、注は別の列に書いてください",
            ),
            Self::Negative { text } => three(
                &format!("「{text}」は負の数です"),
                "0以上の数",
                "値を直すか、増減の値なら列の見出しに「増減」と書いてください",
            ),
            Self::NotWhole { text } => three(
                &format!("「{text}」は整数ではありません"),
                "人数",
                "四捨五入する前の人数を入れてください",
            ),
            Self::AboveHundred { text } => {
                three(&format!("「{text}」は100%を超えます"), "0〜100", "割合を%で入れてください")
            }
            Self::ShareOfACount { text } => three(
                &format!("「{text}%」は割合です"),
                "%の付かない数",
                "人数や台数などの数を入れてください",
            ),
            Self::OtherUnit { unit } => three(
                &format!("単位「{unit}」を、この指標の単位に直せません"),
                "人、千人、台、回、円、千円、百万円、%など、指標に合う単位",
                "値を指標の単位に直して、単位を書き換えてください",
            ),
            Self::UnitOfWhat { unit } => three(
                &format!("単位「{unit}」がどの行の値のものかわかりません"),
                "表題、見出し、または各行に書いた単位",
                "その単位の値の上の行か、各行の名前の後の括弧に書いてください",
            ),
            Self::NotGivenNumber { what } => three(
                &format!("{}の値が秘匿か未集計で、合計からも求められません", what.get(LANG)),
                "すべての年齢の人数",
                "人数を入れるか、合計の列か行を加えてください",
            ),
            Self::UnknownPlace { name, near } => three(
                &format!("「{name}」という場所はありません"),
                &near.join("、"),
                "名前を直すか、区や圏域の列があるセンターの一覧を取り込んでください",
            ),
            Self::UnknownCode { code, near } => three(
                &format!("コード「{code}」の場所はありません"),
                &near.join("、"),
                "コードを直すか、場所の名前の列を加えてください。全体の値なら、コードを空にしてください",
            ),
            Self::AreaMissing { name } => three(
                &format!("「{name}」の行がありません"),
                "すべての圏域（または区）の人口",
                "足りない行を加えてください",
            ),
            Self::NeedsPopulation => three(
                "年齢別の人口の表がありません",
                "年齢別の人口",
                "住民基本台帳か国勢調査の年齢別人口の表を加えてください",
            ),
            Self::NeedsCentres => three(
                "地域包括支援センターの数がわかりません",
                "センターの数か一覧",
                "センターの一覧の表を加えるか、「センターの数」（コマンドでは --centres）に入れてください",
            ),
            Self::NeedsName => three(
                "市区町村の名前がわかりません",
                "名前",
                "「自治体の名前」（コマンドでは --name）に入れてください",
            ),
            Self::NoPlaceName => three(
                "どの場所の値かわかりません",
                "地区か市区町村の名前",
                "名前の列に値を入れてください",
            ),
            Self::YearFar { year, first, last } => three(
                &format!("{year}年は、この自治体の年度から離れています"),
                &format!("{first}〜{last}年"),
                "年や元号を確かめて直すか、その行を除いてください",
            ),
            Self::MoreThan { what, value, than, most, can_be } => {
                let [what, than] = [what, than].map(|label| label.get(LANG));
                let [value, most] = [value, most].map(|value| number::as_given(*value));
                let found = format!("{what}が{value}で、{than}の{most}を超えています");
                if *can_be {
                    return three(&found, "", "単位や桁を確かめてください");
                }
                three(&found, &format!("{most}以下"), "どちらかの値を直してください")
            }
            Self::Unlike { what, value, before } => three(
                &format!(
                    "{}が{}で、近い年の{}と大きく違います",
                    what.get(LANG),
                    number::as_given(*value),
                    number::as_given(*before)
                ),
                "",
                "単位や桁を確かめてください",
            ),
            Self::UnknownWord { text, of: WordOf::Kind } => three(
                &format!("「{text}」は値の種類として読めません"),
                "実績、決算、見込み、推計、速報、約、計画、目標",
                "どれかに書き換えるか、種類でなければ列の見出しを「備考」にしてください",
            ),
            Self::UnknownWord { text, of: WordOf::Direction } => three(
                &format!("「{text}」は目標の向きとして読めません"),
                "以上、以下",
                "どちらかに書き換え、目標値もそれに合わせてください",
            ),
            Self::UnknownWord { text, of: WordOf::Sex } => three(
                &format!("「{text}」の人数は、男にも女にも入れられません"),
                "男、女、計",
                "男と女に分けて加えるか、その人数と計を除いてください",
            ),
            Self::Fact(error) => three(
                error.describe(LANG).trim_end_matches(['。', '.']),
                "",
                "表を直して、もう一度取り込んでください",
            ),
        }
    }
}
