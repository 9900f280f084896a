//! What can be read and cannot be so; and what is hardly meant, which keeps nothing out.

use super::odd::told;
use super::{accepted, into_asago, into_kawasaki};
use mitoshi::exchange::{Opened, Preview, Tables, read};
use mitoshi::facts::Municipality;
use mitoshi::i18n::Lang;

#[track_caller]
fn warned(text: &str, said: [&[&str]; 2]) {
    let preview = into_asago(text);
    assert!(preview.can_be_accepted(), "{text}\n{}", preview.describe(Lang::En));
    for (lang, said) in [Lang::Ja, Lang::En].into_iter().zip(said) {
        let found: Vec<_> = preview.warnings.iter().map(|row| row.describe(lang)).collect();
        assert_eq!(found, said, "{text}");
        let summary = preview.summary(lang).join("\n");
        assert!(found.iter().all(|words| summary.contains(words.as_str())), "{summary}");
    }
}

#[test]
fn more_of_a_part_than_of_the_whole() {
    told(
        [
            "センター名,年度,定数,現員\n朝来市地域包括支援センター,令和2年度,6,60\n",
            "centre,year,posts,filled\n朝来市地域包括支援センター,FY2020,6,60\n",
        ],
        [
            "2行目C列：3職種の在籍者 朝来市地域包括支援センター 令和2年度 (2020)が60で、\
             3職種の配置数の6を超えています（6以下）。どちらかの値を直してください。",
            "row 2, column C: posts filled Asago support centre FY2020 (Reiwa 2): 60 is above posts, three \
             professions: 6 (6 or less). Correct one of the two.",
        ],
    );
    // Beside people who are there already, and beside those of the same import.
    told(
        ["年度,認定者数\n平成30年,40000\n", "year,certified\n2018年,40000\n"],
        [
            "2行目B列：要介護等認定者 朝来市 平成30年 (2018)が40,000で、人口の31,053を超えています",
            "row 2, column B: persons certified as needing care or support Asago 2018 (Heisei 30): 40,000 is \
             above population: 31,053 (31,053 or less)",
        ],
    );
    told(
        [
            "年度,人口,認定者数\n令和2年度,2000,2100\n",
            "year,population,certified\nFY2020,2000,2100\n",
        ],
        ["2行目B列：要介護等認定者 朝来市", "row 2, column B: persons certified"],
    );
    // What is wrong in a centre is wrong in the sums over it, and told once.
    let wards = ["川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"];
    let rows: String = wards
        .iter()
        .map(|ward| format!("{ward},令和2年度,10,{}\n", if *ward == "幸区" { 200 } else { 9 }))
        .collect();
    let preview = into_kawasaki(&format!("区,年度,定数,現員\n{rows}"));
    assert_eq!(preview.problems.len(), 1, "{}", preview.describe(Lang::Ja));
    assert!(preview.problems[0].describe(Lang::Ja).contains("3行目C列：3職種の在籍者 幸区"));
}

/// With another mistake in the file both are told at once.
#[test]
fn contradictions_are_told_beside_other_mistakes() {
    let preview = into_asago(
        "センター名,年度,定数,現員,欠員\n朝来市地域包括支援センター,令和2年度,6,60,多数\n",
    );
    assert_eq!(preview.problems.len(), 2, "{}", preview.describe(Lang::Ja));
}

/// What is strange keeps nothing out; a problem beside it does, and nothing is said against that.
#[test]
fn what_is_strange_beside_a_problem_is_not_called_acceptable() {
    let preview = into_asago("年度,区分,認定者数\n令和2年度,予測値,2100\n令和元年度,実績,21\n");
    assert_eq!((preview.problems.len(), preview.warnings.len()), (1, 1));
    let summary = [Lang::Ja, Lang::En].map(|lang| preview.summary(lang).join("\n"));
    assert!(summary[0].contains("確かめてください：") && !summary[0].contains("取り込めます"));
    assert!(summary[1].contains("Please check: ") && !summary[1].contains("taken in"));
}

#[test]
fn years_far_from_the_plan() {
    told(
        [
            "年度,認定者数,携帯型\n1950年度,2100,5\n令和2年度,2100,5\n",
            "year,certified,Portable\nFY1950,2100,5\nFY2020,2100,5\n",
        ],
        [
            "2行目B列：1950年は、この自治体の年度から離れています（2007〜2025年）。\
             年や元号を確かめて直すか、その行を除いてください。",
            "row 2, column B: 1950 is far from this municipality's years (2007 to 2025). Check the \
             year and its era, or leave the row out.",
        ],
    );
    told(
        ["年度,認定者数\n令和50年度,2100\n", "year,certified\nFY2068,2100\n"],
        ["2068年は", "2068 is far"],
    );
    told(
        ["2120年10月1日\n総数,65歳以上\n29000,10400\n", "2120-10-01\nTotal,65+\n29000,10400\n"],
        ["table.csv：2120年は", "table.csv: 2120 is far"],
    );
    warned(
        "年度,認定者数\n平成12年度,2100\n令和2年度,2100\n",
        [
            &["table.csv 2行目B列：2000年は、この自治体の年度から離れています（2007〜2025年）。\
               年や元号を確かめて直すか、その行を除いてください。"],
            &["table.csv, row 2, column B: 2000 is far from this municipality's years (2007 to \
               2025). Check the year and its era, or leave the row out."],
        ],
    );
    warned("年度,認定者数\n平成20年度,2100\n令和6年度,2100\n", [&[], &[]]);
}

/// Strange and possible: told, and taken in.
#[test]
fn what_is_hardly_meant_keeps_nothing_out() {
    warned(
        "種別,令和2年度\n携帯型,30000\n自宅設置型,5\n",
        [
            &["table.csv 3行目B列：緊急通報システム 合計 朝来市 令和2年度 (2020)が30,005で、\
               ひとり暮らし高齢者の2,151を超えています。単位や桁を確かめてください。"],
            &[
                "table.csv, row 3, column B: alarm devices in total Asago FY2020 (Reiwa 2): 30,005 is above \
               people 65 and over living alone: 2,151. Check its unit and its digits.",
            ],
        ],
    );
    warned(
        "年度,認定者数\n令和元年度,21\n令和2年度,22\n",
        [
            &["table.csv 2行目B列：要介護等認定者 朝来市 令和元年度 (2019)が21で、近い年の2,276と\
               大きく違います。単位や桁を確かめてください。"],
            &["table.csv, row 2, column B: persons certified as needing care or support Asago \
               FY2019 (Reiwa 1): 21 is very different from 2,276 of a year near it. Check its unit and its \
               digits."],
        ],
    );
    // People who are fewer than some of those known before; one such contradiction is told.
    warned(
        "年月日,総数,65歳以上\n2018-01-01,2000,1000\n",
        [
            &[
                "table.csv：要介護等認定者 朝来市 平成30年1月1日 (2018)が2,276で、人口の2,000を超えています。\
               単位や桁を確かめてください。",
            ],
            &[
                "table.csv: persons certified as needing care or support Asago 1 January 2018: 2,276 is \
               above population: 2,000. Check its unit and its digits.",
            ],
        ],
    );
    warned("年度,認定者数,ひとり暮らし\n令和元年度,2100,2500\n", [&[], &[]]);
    let city = accepted(into_asago("種別,令和2年度\n携帯型,30000\n自宅設置型,5\n"));
    assert_eq!(super::value(&city, "alarm_total", 2020), Some(30_005.0));
}

/// The city's own tables, handed out and taken in again, give nothing to think of.
#[test]
fn nothing_is_strange_in_the_built_in_city() {
    use mitoshi::exchange::meaning::Hints;
    use mitoshi::exchange::template::Template;
    use mitoshi::facts::builtin::KAWASAKI;
    let city = Municipality::kawasaki();
    for template in Template::ALL {
        let text = mitoshi::exchange::write::csv(&template.grid(&city, Lang::Ja));
        let sheets = read::open("f.csv", &text, &read::shift_jis).unwrap();
        let files = [Opened { name: "f.csv", sheets: &sheets }];
        let tables = Tables::built_in(&KAWASAKI);
        let preview = Preview::of(&files, &tables, &city, &Hints::default());
        assert_eq!(preview.problems.len(), 0, "{}", preview.describe(Lang::Ja));
        assert_eq!(preview.warnings, [], "{}", preview.describe(Lang::Ja));
    }
}
