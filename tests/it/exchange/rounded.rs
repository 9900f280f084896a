//! Numbers in thousands are rounded: their sum may differ from the total by as much as that
//! explains, and by no more. Single people are whole.

use super::messy::both;
use super::odd::told;
use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::i18n::Lang;

#[test]
fn a_total_of_rounded_parts() {
    for (ja, en) in [
        (
            "会議の種類（千回）,令和2年度\n個別ケア会議（千回）,1\n圏域会議（千回）,1\n区の会議（千回）,1\n合計（千回）,4\n",
            "type,FY2020\nindividual (thousand),1\narea meetings (thousand),1\nward meetings (thousand),1\nTotal,4000\n",
        ),
        (
            "（単位：千回）\n会議の種類,令和2年度\n個別ケア会議,1.0\n圏域会議,1.0\n区の会議,1.0\n合計,3.2\n",
            "(unit: thousand times)\ntype,FY2020\nindividual,1\narea meetings,1.0\nward meetings,1\nTotal,3.2\n",
        ),
        (
            "（単位：百回）\n会議の種類,令和2年度\n個別ケア会議,10\n圏域会議,10\n区の会議,10\n合計,28\n",
            "(unit: hundred times)\ntype,FY2020\nindividual,10\narea meetings,10\nward meetings,10\nTotal,28\n",
        ),
    ] {
        both(ja, en, |city| {
            assert_eq!(value(city, "meet_individual", 2020), Some(1000.0));
            assert_eq!(value(city, "care_meetings", 2020), Some(3000.0), "the sum of its types");
        });
        let said = into_asago(ja).describe(Lang::Ja);
        assert!(said.contains("丸めで説明できる数（内訳はそのまま使います）：1"), "{said}");
    }
}

/// Half of the last digit for each part and for the total: what goes beyond it is a mistake. How fine
/// the digits are is what the finest of them say.
#[test]
fn what_rounding_does_not_explain() {
    for (ja, en) in [
        (
            "（単位：千回）\n会議の種類,令和2年度\n個別ケア会議,1\n圏域会議,1\n区の会議,1\n合計,6\n",
            "(unit: thousand times)\ntype,FY2020\nindividual,1\narea meetings,1\nward meetings,1\nTotal,6\n",
        ),
        (
            "（単位：千回）\n会議の種類,令和2年度\n個別ケア会議,3\n圏域会議,1.5\n区の会議,1.5\n合計,6.3\n",
            "(unit: thousand times)\ntype,FY2020\nindividual,3\narea meetings,1.5\nward meetings,1.5\nTotal,6.3\n",
        ),
        (
            "（単位：千回）\n会議の種類,令和2年度\n個別ケア会議,1.001\n圏域会議,1\n区の会議,1\n合計,3.002\n",
            "(unit: thousand times)\ntype,FY2020\nindividual,1.001\narea meetings,1\nward meetings,1\nTotal,3.002\n",
        ),
        (
            "（単位：回）\n会議の種類,令和2年度\n個別ケア会議,1\n圏域会議,1\n区の会議,1\n合計,4\n",
            "(unit: times)\ntype,FY2020\nindividual,1\narea meetings,1\nward meetings,1\nTotal,4\n",
        ),
    ] {
        told([ja, en], ["地域ケア会議の開催数：合計は", ": the total is "]);
    }
}

/// Wards and their total, men and women and both: the total stays what it says.
#[test]
fn totals_of_places_and_sexes() {
    let wards = ["川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"];
    let text = |total: &str| {
        let rows: String = wards.iter().map(|ward| format!("{ward},令和3年度,6.2\n")).collect();
        format!(
            "認定者数（単位：千人）\n区,年度,認定者数\n{rows}小計,,{total}\n計,令和3年度,{total}\n"
        )
    };
    let city = accepted(into_kawasaki(&text("43.7")));
    assert_eq!(value(&city, "certified", 2021), Some(43_700.0));
    // 0.05 thousand for each of seven wards and for the total.
    let preview = into_kawasaki(&text("43.9"));
    assert_eq!(preview.problems.len(), 2, "{}", preview.describe(Lang::Ja));
    both(
        "年度,性別,認定者数（千人）\n令和2年度,男,0.7\n令和2年度,女,1.4\n令和2年度,計,2.2\n",
        "year,sex,certified (thousand)\nFY2020,men,0.7\nFY2020,women,1.4\nFY2020,both,2.2\n",
        |city| assert_eq!(value(city, "certified", 2020), Some(2200.0)),
    );
}

#[test]
fn people_by_age() {
    let text = |title: &str, head: &str, all: [&str; 3]| {
        let row = |age: usize| {
            let word =
                if age == 17 { "85+".into() } else { format!("{}-{}", age * 5, age * 5 + 4) };
            format!("{word},0.8,0.9,1.8\n")
        };
        let rows = (0..18).map(row).collect::<String>();
        let [men, women, both] = all;
        format!("{title}\n{head}\n{rows}total,{men},{women},{both}\n")
    };
    let ja = ["令和2年10月1日（単位：千人）", "年齢,男,女,計"];
    let en = ["2020-10-01 (unit: thousand people)", "age,men,women,total"];
    let [whole, wrong] = [["14.9", "15.7", "33.0"], ["14.9", "15.7", "33.5"]];
    both(&text(ja[0], ja[1], whole), &text(en[0], en[1], whole), |city| {
        let total = city.population.base.total(city.places.root(), 2020).unwrap();
        assert_eq!(total.persons(), 18 * 1700, "the ages stay as they are");
    });
    told(
        [&text(ja[0], ja[1], wrong), &text(en[0], en[1], wrong)],
        [
            "合計は33,500ですが、内訳を足すと32,400です",
            "the total is 33,500, the parts add up to 32,400",
        ],
    );
}

/// Where the municipality tells fewer groups of ages than its wards, each of its groups may be off by
/// the rounding of all that it is made of, and by no more.
#[test]
fn places_with_finer_ages() {
    let wards = ["川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"];
    let age = |n: u32, last: u32| match n * 5 {
        from if n == last => format!("{from}歳以上"),
        from => format!("{from}〜{}歳", from + 4),
    };
    let text = |young: &str, old: &str| {
        let mut rows = String::new();
        for n in 0..18 {
            let people = [young, old, "7.0"][if n == 0 { 0 } else { 1 + usize::from(n < 17) }];
            rows += &format!("川崎市,{},{people},{people}\n", age(n, 17));
        }
        for ward in wards {
            rows.extend((0..20).map(|n| format!("{ward},{},1.0,1.0\n", age(n, 19))));
        }
        format!("令和2年10月1日（単位：千人）\n区,年齢,男,女\n{rows}")
    };
    // 0.05 for each of seven wards, of the oldest for three groups of each; and for the whole.
    for (young, old, n) in
        [("7.0", "21.0", 0), ("7.4", "22.1", 0), ("7.5", "21.0", 2), ("7.0", "22.2", 2)]
    {
        let preview = into_kawasaki(&text(young, old));
        let said = preview.describe(Lang::Ja);
        assert_eq!(preview.problems.len(), n, "{young} {old}: {said}");
    }
}
