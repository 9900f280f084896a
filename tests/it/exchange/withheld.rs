//! What is withheld beside a total that is told.

use super::messy::both;
use super::odd::told;
use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::i18n::Lang;

/// Beside a total that is told, one withheld part is what it leaves, and several add up to it.
#[test]
fn withheld_parts_of_a_told_total() {
    let all = |ja: &str, en: &str, expected: [f64; 3], is_range: [bool; 2], n: (usize, usize)| {
        for text in [ja, en] {
            let preview = into_asago(text);
            assert!(preview.can_be_accepted(), "{text}\n{}", preview.describe(Lang::En));
            assert_eq!((preview.done.n_worked_out, preview.done.n_ranges), n, "{text}");
            let city = accepted(preview);
            let seen = |measure: &str| city.observed(measure, city.places.root())[0].clone();
            let parts = ["alarm_portable", "alarm_home"].map(seen);
            let values = [parts[0].value, parts[1].value, seen("alarm_total").value];
            assert_eq!(values, expected, "{text}");
            assert_eq!(parts.map(|part| part.error_sd.is_some()), is_range, "{text}");
        }
    };
    all(
        "機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,10\n計,11\n",
        "Device type,FY2020\nPortable,fewer than 3\nHome-installed,10\nTotal,11\n",
        [1.0, 10.0, 11.0],
        [false; 2],
        (1, 0),
    );
    // At the edge of its range.
    all(
        "機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,10\n計,12\n",
        "Device type,FY2020\nPortable,fewer than 3\nHome-installed,10\nTotal,12\n",
        [2.0, 10.0, 12.0],
        [false; 2],
        (1, 0),
    );
    // Twice as much room, twice as far.
    all(
        "機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,5未満\n計,6\n",
        "Device type,FY2020\nPortable,fewer than 3\nHome-installed,fewer than 5\nTotal,6\n",
        [2.0, 4.0, 6.0],
        [true; 2],
        (0, 2),
    );
    // More than the range has room for is a contradiction.
    for total in [9, 13] {
        let text = format!("機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,10\n計,{total}\n");
        let preview = into_asago(&text);
        let said: Vec<_> = preview.problems.iter().map(|p| p.describe(Lang::En)).collect();
        assert_eq!(said.len(), 1, "{text}{said:?}");
        assert!(said[0].contains("the parts add up to 11"), "{said:?}");
    }
}

#[test]
fn a_withheld_ward_of_a_told_total() {
    let wards = "川崎区,10\n幸区,11\n中原区,12\n高津区,13\n宮前区,14\n多摩区,15\n麻生区,3未満\n";
    let text = |total: u32| format!("携帯型の設置台数,\n区,平成29年度\n{wards}計,{total}\n");
    let preview = into_kawasaki(&text(77));
    assert!(preview.can_be_accepted(), "{}", preview.describe(Lang::En));
    assert_eq!((preview.done.n_worked_out, preview.done.n_ranges), (1, 0));
    let city = accepted(preview);
    let asao = city.places.find("14137").unwrap();
    let seen = city.observed("alarm_portable", asao);
    assert_eq!((seen.len(), seen[0].value, seen[0].error_sd), (1, 2.0, None));
    assert_eq!(value(&city, "alarm_portable", 2017), Some(77.0));
    assert!(!into_kawasaki(&text(78)).can_be_accepted());
}

/// Without a range as with one: one part is what the total leaves, several stay unknown.
#[test]
fn withheld_without_a_range() {
    for [word, word_en] in [["x", "x"], ["Ｘ", "X"], ["秘匿", "withheld"]] {
        both(
            &format!("機器の種類,令和2年度\n携帯型,{word}\n自宅設置型,10\n計,11\n"),
            &format!("Device type,FY2020\nPortable,{word_en}\nHome-installed,10\nTotal,11\n"),
            |city| {
                let seen = city.observed("alarm_portable", city.places.root()).pop().unwrap();
                assert_eq!((seen.value, seen.error_sd), (1.0, None), "{word}");
                assert_eq!(value(city, "alarm_total", 2020), Some(11.0));
            },
        );
        told(
            [
                &format!("年度,個別ケア会議,圏域会議,区の会議,計\n令和2年度,6,{word},4,9\n"),
                &format!(
                    "year,individual,area meetings,ward meetings,Total\nFY2020,6,{word_en},4,9\n"
                ),
            ],
            [
                "2行目E列：地域ケア会議の開催数：合計は9ですが、内訳を足すと10です。どちらかの値を直してください。",
                "row 2, column E: ",
            ],
        );
    }
    let left_out = |text: &str, n: usize| {
        let preview = into_asago(text);
        assert_eq!((preview.done.n_worked_out, preview.done.n_left_out), (0, n), "{text}");
        let said = [Lang::Ja, Lang::En].map(|lang| preview.describe(lang));
        assert!(said[0].contains(&format!("秘匿・未集計で入れなかった数（0ではありません）：{n}")));
        assert!(said[1].contains(&format!("withheld or not counted, left out (not zero): {n}")));
        let city = accepted(preview);
        assert_eq!(value(&city, "alarm_portable", 2020), None, "{text}");
    };
    // Several of them, what is not counted, and what is only about so many.
    left_out("機器の種類,令和2年度\n携帯型,x\n自宅設置型,x\n計,11\n", 2);
    left_out("機器の種類,令和2年度\n携帯型,…\n自宅設置型,10\n計,11\n", 1);
    left_out("機器の種類,令和2年度\n携帯型,x\n自宅設置型,10\n計,約9\n", 1);
    left_out(
        "機器の種類（百台）,令和2年度\n携帯型（百台）,x\n自宅設置型（百台）,10\n計（百台）,11\n",
        1,
    );
}

#[test]
fn a_ward_withheld_without_a_range() {
    let text = |others: &str, total: u32| {
        format!(
            "携帯型の設置台数,\n区,平成29年度\n川崎区,10\n幸区,11\n中原区,12\n高津区,13\n宮前区,14\n\
             {others}計,{total}\n"
        )
    };
    for (left, total) in [(2.0, 77), (0.0, 75)] {
        let preview = into_kawasaki(&text("多摩区,15\n麻生区,x\n", total));
        assert_eq!((preview.done.n_worked_out, preview.done.n_left_out), (1, 0));
        let city = accepted(preview);
        let seen = city.observed("alarm_portable", city.places.find("14137").unwrap());
        assert_eq!((seen.len(), seen[0].value, seen[0].error_sd), (1, left, None));
    }
    let preview = into_kawasaki(&text("多摩区,15\n麻生区,x\n", 70));
    let said = preview.describe(Lang::Ja);
    assert!(
        said.contains("10行目B列：緊急通報システム 携帯型：合計は70ですが、内訳を足すと75です")
    );
    assert_eq!(preview.problems.len(), 1, "{said}");
    let several = into_kawasaki(&text("多摩区,x\n麻生区,x\n", 77));
    assert_eq!((several.done.n_worked_out, several.done.n_left_out), (0, 2));
    // Whether an indicator of one's own adds up nobody knows: a mean does not.
    let own = text("多摩区,15\n麻生区,x\n", 77)
        .replace("携帯型の設置台数", "平成29年度")
        .replace("区,平成29年度", "区,平均の歳");
    let own = into_kawasaki(&own);
    assert_eq!((own.done.n_worked_out, own.done.new_measures.len()), (0, 1));
    assert!(own.can_be_accepted(), "{}", own.describe(Lang::Ja));
}

/// A sum of ages that leaves one of them out is no figure: the total beside them is.
#[test]
fn an_age_that_is_withheld() {
    let ja = |rows: &str| format!("令和2年度 認定者数\n年齢,認定者数\n{rows}");
    let en = |rows: &str| format!("certified FY2020\nage,certified\n{rows}");
    for (rows, expected) in [
        ("65-74,x\n75+,2000\n", 2105.0),
        ("65-74,…\n75+,2000\n", 2105.0),
        ("65-74,x\n75-84,x\n85+,1000\n", 2105.0),
        ("65-74,3未満\n75+,2104\n", 2105.0),
        ("65-74,5\n75+,2100\n", 2105.0),
    ] {
        let (ja, en) = (ja(rows) + "計,2105\n", en(rows) + "Total,2105\n");
        both(&ja, &en, |city| assert_eq!(value(city, "certified", 2020), Some(expected), "{ja}"));
    }
    both(
        "令和2年度 認定者数\n年齢,男,女\n65-74,x,10\n75+,700,1300\n計,710,1310\n",
        "certified FY2020\nage,men,women\n65-74,x,10\n75+,700,1300\nTotal,710,1310\n",
        |city| assert_eq!(value(city, "certified", 2020), Some(2020.0)),
    );
    let rows = "65-74,x\n75+,2000\n";
    told(
        [&ja(rows), &en(rows)],
        [
            "3行目B列：要介護等認定者の値が秘匿か未集計で、合計からも求められません",
            "row 3, column B: persons certified as needing care or support is withheld",
        ],
    );
    told(
        [&(ja(rows) + "計,1900\n"), &(en(rows) + "Total,1900\n")],
        ["5行目B列：要介護等認定者：合計は1,900ですが、内訳を足すと2,000です", "row 5, column B: "],
    );
}

/// One sex is enough where the total is told: it is all that is kept.
#[test]
fn a_sex_that_is_withheld() {
    for (men, women) in [("x", "1400"), ("700", "x")] {
        both(
            &format!(
                "年度,性別,認定者数\n令和2年度,男,{men}\n令和2年度,女,{women}\n令和2年度,計,2100\n"
            ),
            &format!(
                "year,sex,certified\nFY2020,men,{men}\nFY2020,women,{women}\nFY2020,both,2100\n"
            ),
            |city| assert_eq!(value(city, "certified", 2020), Some(2100.0)),
        );
    }
    told(
        [
            "年度,性別,認定者数\n令和2年度,男,x\n令和2年度,女,1400\n令和2年度,計,1300\n",
            "year,sex,certified\nFY2020,men,x\nFY2020,women,1400\nFY2020,both,1300\n",
        ],
        ["4行目C列：要介護等認定者：合計は1,300ですが、内訳を足すと1,400です", "row 4, column C: "],
    );
    told(
        [
            "年度,性別,認定者数\n令和2年度,男,x\n令和2年度,女,1400\n",
            "year,sex,certified\nFY2020,men,x\nFY2020,women,1400\n",
        ],
        ["3行目C列：要介護等認定者は男女の一方しかありません", "row 3, column C: "],
    );
}
