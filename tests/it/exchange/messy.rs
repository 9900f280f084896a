//! Tables as offices hand them out, each in Japanese and in English: both must come to the same.

use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::exchange::Preview;
use mitoshi::facts::Municipality;
use mitoshi::facts::age::Sex;
use mitoshi::facts::observation::Kind;
use mitoshi::i18n::Lang;

/// What both tables make of the town of one centre.
#[track_caller]
pub(super) fn both(ja: &str, en: &str, check: impl Fn(&Municipality)) {
    for text in [ja, en] {
        let preview = into_asago(text);
        assert!(preview.can_be_accepted(), "{text}\n{}", preview.describe(Lang::En));
        assert_eq!(preview.problems.len(), 0, "{text}");
        check(&accepted(preview));
    }
}

#[test]
fn digits_separators_signs_and_notes_behind() {
    both(
        "緊急通報,平成30年度,R1,2020※1\n携帯型,５３６台,\"1,029\",約９２４(注2)\n自宅設置型,―,…,x\n\
         ※1 年度末の台数。出典：市の台帳,,,\n",
        "Alarm devices,Heisei 30,FY2019,2020\nPortable,５３６ devices,\"1,029\",about 924*\n\
         Home devices,-,n/a,suppressed\n* at the end of the year; source: the city's register,,,\n",
        |city| {
            assert_eq!(value(city, "alarm_portable", 2018), Some(536.0));
            assert_eq!(value(city, "alarm_portable", 2019), Some(1029.0));
            assert_eq!(value(city, "alarm_portable", 2020), Some(924.0));
            let root = city.places.root();
            let last = city.observed("alarm_portable", root).pop().unwrap();
            assert_eq!(last.kind, Kind::About);
            assert!(city.observed("alarm_home", root).is_empty(), "nothing known is not zero");
        },
    );
}

#[test]
fn what_is_withheld_is_a_range() {
    both(
        "指標,令和元年度\n携帯型,5未満\n",
        "Measure,FY2019\nPortable,fewer than 5\n",
        |city| {
            let seen = city.observed("alarm_portable", city.places.root());
            assert_eq!((seen.len(), seen[0].value), (1, 2.0));
            assert!(seen[0].error_sd.unwrap() > 1.0);
        },
    );
}

#[test]
fn totals_are_checked_and_not_counted_twice() {
    both(
        "会議の種類,令和2年度\n個別ケア会議,6\n圏域会議,4\n区の会議,2\n合計,12\n",
        "type,FY2020\nindividual,6\narea meetings,4\nward meetings,2\nGrand total,12\n",
        |city| assert_eq!(value(city, "care_meetings", 2020), Some(12.0)),
    );
    for text in [
        "会議の種類,令和2年度\n個別ケア会議,6\n圏域会議,4\n区の会議,2\n合計,13\n",
        "type,FY2020\nindividual,6\narea meetings,4\nward meetings,2\nTotal,13\n",
    ] {
        let preview = into_asago(text);
        let said: Vec<_> = preview.problems.iter().map(|p| p.describe(Lang::En)).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("the total is 13, the parts add up to 12"), "{said:?}");
    }
}

/// The year, merged over the rows of its block, stands in its first row alone.
#[test]
fn headings_in_any_order_and_blanks_of_merged_cells() {
    both(
        "値,単位,年度,区分,指標,備考\n536,台,平成30年度,実績,携帯型,年度末\n1034,台,,実績,自宅設置型,\n\
         730,台,令和元年度,見込み,携帯型,\n",
        "Value,Unit,Fiscal year,Kind,Measure,Notes\n536,devices,FY2018,actual,Portable,end of year\n\
         1034,devices,,actual,Home devices,\n730,devices,2019,estimate,Portable,\n",
        |city| {
            assert_eq!(value(city, "alarm_home", 2018), Some(1034.0));
            assert_eq!(value(city, "alarm_portable", 2019), Some(730.0));
            let seen = city.observed("alarm_portable", city.places.root());
            let later = seen.iter().find(|seen| seen.value == 730.0).unwrap();
            assert_eq!(later.kind, Kind::Estimate);
        },
    );
}

/// The line of a total seldom says the year again.
#[test]
fn centres_with_a_total_line() {
    both(
        "センター名,年度,定数,現員\n朝来市地域包括支援センター,令和2年度,6,4\n計,,6,4\n",
        "Centre,Fiscal year,Posts,Filled\n朝来市地域包括支援センター,2020,6,4\nTotal,,6,4\n",
        |city| assert_eq!(value(city, "staff_vacancies", 2020), Some(2.0)),
    );
}

#[test]
fn shares_living_alone_and_certified() {
    both(
        "年度,ひとり暮らし高齢者,認定者数,センターの認知度（%）\n令和元年,\"3,000世帯\",2100人,44.4%\n",
        "Year,Older people living alone,Certified persons,Awareness (%)\n\
         2019,\"3,000 households\",2100 persons,44.4%\n",
        |city| {
            let root = city.places.root();
            let last = |measure| city.observed(measure, root).pop().map(|seen| seen.value);
            assert_eq!(last("living_alone"), Some(3000.0));
            assert_eq!(last("certified"), Some(2100.0));
            assert_eq!(last("centre_awareness"), Some(44.4));
        },
    );
}

#[test]
fn targets_at_least_and_at_most() {
    both(
        "指標,年度,以上・以下,目標値\n地域ケア会議,令和5年度,以上,400\n離職率,令和5年度,以下,10\n",
        "measure,year,direction,target\ncare meetings,FY2023,at least,400\nturnover,FY2023,at most,10\n",
        |city| {
            use mitoshi::facts::observation::Direction::{AtLeast, AtMost};
            let found = |key: &str| {
                let target = city.targets.iter().find(|t| t.measure.as_str() == key).unwrap();
                (target.direction, target.value)
            };
            assert_eq!(found("care_meetings"), (AtLeast, 400.0));
            assert_eq!(found("staff_turnover"), (AtMost, 10.0));
        },
    );
}

/// A hundred men and a hundred and ten women of each age, and their total.
fn people(title: &str, head: [&str; 4], ages: &[String], total: &str) -> String {
    let rows: String = ages.iter().map(|age| format!("{age},100,110,210\n")).collect();
    let n = ages.len();
    format!("{title}\n{}\n{rows}{total},{},{},{}\n", head.join(","), n * 100, n * 110, n * 210)
}

fn ages(step: usize, top: usize, words: [&str; 3]) -> Vec<String> {
    let [joint, end, open] = words;
    let group = |from: usize| match step {
        1 => format!("{from}{end}"),
        _ => format!("{from}{joint}{}{end}", from + step - 1),
    };
    (0..top).step_by(step).map(group).chain([format!("{top}{open}")]).collect()
}

#[test]
fn ages_by_five_years_and_by_one_with_any_open_top() {
    let (ja, en) = (["年齢", "男", "女", "計"], ["Age group", "Men", "Women", "Total"]);
    let named = ["Age", "Males", "Females", "Both sexes"];
    let tables: [(&str, [&str; 4], Vec<String>, &str); 8] = [
        ("人口（令和2年10月1日現在）", ja, ages(5, 85, ["〜", "歳", "歳以上"]), "総数"),
        ("人口 2020年10月1日", ja, ages(5, 90, ["-", "", "+"]), "合計"),
        ("人口 Ｒ２．１０．１", ja, ages(5, 100, ["～", "才", "才以上"]), "計"),
        ("令和2年10月1日現在の人口", ja, ages(1, 100, ["", "歳", "歳以上"]), "総数"),
        (
            "Population on 1 October 2020",
            en,
            ages(5, 85, [" to ", " years", " years and over"]),
            "Total",
        ),
        ("\"Population, October 1, 2020\"", named, ages(5, 90, ["-", "", "+"]), "All ages"),
        ("Residents as of 1st Oct. 2020", en, ages(5, 100, ["–", "", " or older"]), "All"),
        ("Population 2020-10-01", named, ages(1, 100, ["", " years", " years and over"]), "Total"),
    ];
    for (title, head, groups, total) in tables {
        let text = people(title, head, &groups, total);
        let preview = into_asago(&text);
        assert_eq!(preview.problems.len(), 0, "{title}\n{}", preview.describe(Lang::En));
        let city = accepted(preview);
        let of_all = city.population.base.total(city.places.root(), 2020).unwrap();
        assert_eq!(of_all.persons(), groups.len() as i64 * 210, "{title}");
        let ward = city.places.wards().next().unwrap();
        let men: u32 = city.population.base.row(ward, 2020, Sex::Male).unwrap().iter().sum();
        assert_eq!(men as usize, groups.len() * 100, "{title}");
    }
}

/// A sex merged over its ages, one number a row.
#[test]
fn the_long_form_with_merged_sexes() {
    let long = |words: [&str; 2], age: &dyn Fn(usize) -> String| -> String {
        let of = |word: &str| {
            let group = |at: usize| format!("{},{},10\n", if at == 0 { word } else { "" }, age(at));
            (0..18).map(group).collect::<String>()
        };
        words.map(of).concat()
    };
    let ja = |at: usize| {
        if at < 17 { format!("{}〜{}歳", at * 5, at * 5 + 4) } else { "85歳以上".into() }
    };
    let en = |at: usize| {
        if at < 17 { format!("{}-{}", at * 5, at * 5 + 4) } else { "85 and over".into() }
    };
    both(
        &format!("令和2年10月1日\n性別,年齢,人数\n{}", long(["男", "女"], &ja)),
        &format!("1 October 2020\nSex,Age,People\n{}", long(["Men", "Women"], &en)),
        |city| {
            let total = city.population.base.total(city.places.root(), 2020).unwrap();
            assert_eq!(total.persons(), 360);
        },
    );
}

/// 計 beside some kinds only says nothing of the others where it is their sum.
#[test]
fn a_total_beside_some_of_the_kinds() {
    let check = |text: &str, expected: Option<f64>, said: &str| {
        let preview = into_asago(text);
        assert!(preview.can_be_accepted(), "{text}\n{}", preview.describe(Lang::En));
        let told = preview.describe(Lang::Ja);
        assert!(told.contains(said), "{text}\n{told}");
        let city = accepted(preview);
        assert_eq!(value(&city, "care_meetings", 2020), expected, "{text}");
        assert_eq!(value(&city, "meet_individual", 2020), Some(6.0), "{text}");
    };
    let text =
        |total: u32| format!("会議の種類,令和2年度\n個別ケア会議,6\n圏域会議,4\n合計,{total}\n");
    check(&text(10), None, "合計と内訳が合うことを確かめた数：1");
    check(&text(12), Some(12.0), "ほかの種類を含むとみなした合計の数：1");
    let less = into_asago(&text(9));
    assert!(!less.can_be_accepted());
    let said = less.problems[0].describe(Lang::Ja);
    assert!(said.contains("合計は9ですが、内訳を足すと10です"), "{said}");
    // What is withheld may be all that is missing.
    for withheld in ["x", "5未満"] {
        let text = format!("会議の種類,令和2年度\n個別ケア会議,6\n圏域会議,{withheld}\n合計,10\n");
        assert_eq!(value(&accepted(into_asago(&text)), "care_meetings", 2020), None, "{withheld}");
    }
    // Levels of care alone add up to those certified for care, not to all certified.
    let levels = "年度,要介護1,要介護2,要介護3,要介護4,要介護5,計\n令和2年度,5,4,3,2,1,15\n";
    let city = accepted(into_asago(levels));
    assert_eq!(value(&city, "certified_care", 2020), Some(15.0));
    assert_eq!(value(&city, "certified", 2020), None);
}

/// The day stands in the heading of one column, and is that of the others too.
#[test]
fn a_day_within_one_heading() {
    for head in ["令和2年10月1日現在人口", "令和2年10月1日時点の人口", "R2.10.1現在総数"]
    {
        let preview = into_asago(&format!(
            "市名,{head},０〜14歳,15〜64歳,65〜74歳,75歳以上\n朝来市,28989,3300,14689,5000,6000\n"
        ));
        assert_eq!(preview.problems.len(), 0, "{head}\n{}", preview.describe(Lang::En));
        let city = accepted(preview);
        let all = city.population.base.total(city.places.root(), 2020).unwrap();
        assert_eq!(all.persons(), 28_989, "{head}");
    }
}

/// What is refused is told once: no total over it can be checked, nothing it is a part of is missing.
#[test]
fn one_mistake_is_one_row() {
    let check = |into: fn(&str) -> Preview, text: &str, said: &[&str]| {
        let preview = into(text);
        let told: Vec<_> = preview.problems.iter().map(|p| p.describe(Lang::Ja)).collect();
        assert_eq!(told.len(), said.len(), "{text}\n{told:#?}");
        for (told, said) in told.iter().zip(said) {
            assert!(told.contains(said), "{text}\n{told}");
        }
    };
    let devices = |cell: &str| {
        format!(
            "種別,区,令和2年度\n携帯型,川崎区,12\n携帯型,幸区,{cell}\n携帯型,中原区,5\n\
             小計,,20\n自宅設置型,川崎区,1\n自宅設置型,幸区,1\n小計,,2\n"
        )
    };
    for (cell, said) in [
        ("三台", "3行目C列：「三台」は数として読めません"),
        ("-3", "3行目C列：「−3」は負の数です"),
        ("\"1,2\"", "3行目C列：「1,2」は数として読めません"),
        ("4", "5行目C列：小計：合計は20ですが、内訳を足すと21です"),
    ] {
        check(into_kawasaki, &devices(cell), &[said]);
    }
    // A subtotal that is refused, and the next one.
    let text = devices("3").replace("小計,,20", "小計,,二十");
    check(into_kawasaki, &text, &["5行目C列：「二十」は数として読めません"]);
    check(
        into_kawasaki,
        &text.replace("小計,,2\n", "小計,,3\n"),
        &["5行目C列：「二十」は数として読めません", "小計：合計は3ですが、内訳を足すと2です"],
    );
    // The same row twice is in its subtotal twice.
    let twice = devices("3").replace("携帯型,中原区,5", "携帯型,川崎区,5");
    check(into_kawasaki, &twice, &["携帯型が2回あります"]);
    // Columns and rows of totals.
    let meetings = "会議の種類,令和2年度\n個別ケア会議,-6\n圏域会議,4\n区の会議,2\n合計,12\n";
    check(into_asago, meetings, &["2行目B列：「−6」は負の数です"]);
    let some = "会議の種類,令和2年度\n個別ケア会議,-6\n圏域会議,4\n合計,9\n";
    check(into_asago, some, &["2行目B列：「−6」は負の数です"]);
    let twice = "種別,令和2年度\n携帯型,100\n携帯型,101\n自宅設置型,50\n計,151\n";
    check(into_asago, twice, &["3行目B列：緊急通報システム 携帯型が2回あります"]);
    // Men and women.
    let sexes = "年度,性別,認定者数\n令和2年度,男,-5\n令和2年度,女,10\n令和2年度,計,15\n";
    check(into_asago, sexes, &["2行目C列：「−5」は負の数です"]);
    let sexes = "年度,性別,認定者数\n令和2年度,男,5\n令和2年度,女,不足\n令和2年度,計,15\n";
    check(into_asago, sexes, &["3行目C列：「不足」は数として読めません"]);
    // Months.
    let months = |cell: &str| {
        let of = |month: usize| {
            format!("{}月,{}\n", (month + 3) % 12 + 1, if month == 4 { cell } else { "2" })
        };
        let rows: String = (0..12).map(of).collect();
        format!("令和2年度 地域ケア会議\n月,個別ケア会議\n{rows}")
    };
    check(into_asago, &months("-2"), &["「−2」は負の数です"]);
    check(into_asago, &months("二"), &["「二」は数として読めません"]);
    // People by age.
    let men = |cell: &str| {
        people(
            "人口（令和2年10月1日現在）",
            ["年齢", "男", "女", "計"],
            &ages(5, 85, ["〜", "歳", "歳以上"]),
            "総数",
        )
        .replacen("100,110,210", &format!("{cell},110,210"), 1)
    };
    for (cell, said) in [
        ("-100", "3行目B列：「−100」は負の数です"),
        ("10.5", "3行目B列：「10.5」は整数ではありません"),
        ("百", "3行目B列：「百」は数として読めません"),
        ("101", "朝来市：合計は1,800ですが、内訳を足すと1,801です"),
    ] {
        check(into_asago, &men(cell), &[said]);
    }
}
