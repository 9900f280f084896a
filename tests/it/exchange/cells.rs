//! One cell at a time, as people write it.

use mitoshi::exchange::cells::age::Age;
use mitoshi::exchange::cells::number::Cell;
use mitoshi::exchange::cells::{age, number, plain, time};
use mitoshi::facts::age::AgeGroup;

#[test]
fn numbers_and_the_signs_for_none() {
    let rounded = |value, half| Cell::Number { value, is_about: false, is_percent: false, half };
    let number = |value| rounded(value, 0.0);
    let rows = [
        ("1234", number(1234.0)),
        ("1,234", number(1234.0)),
        ("１，２３４", number(1234.0)),
        (" 1,234,567 人", number(1_234_567.0)),
        ("▲12", number(-12.0)),
        ("−3.5", number(-3.5)),
        ("1.5千人", rounded(1500.0, 50.0)),
        ("44.4%", Cell::Number { value: 44.4, is_about: false, is_percent: true, half: 0.0 }),
        ("４４．４％", Cell::Number { value: 44.4, is_about: false, is_percent: true, half: 0.0 }),
        ("約1,200", Cell::Number { value: 1200.0, is_about: true, is_percent: false, half: 0.0 }),
        ("296※1", number(296.0)),
        ("296(注2)", number(296.0)),
        ("296(※2)", number(296.0)),
        ("296*", number(296.0)),
        ("14名", number(14.0)),
        ("5百万円", rounded(5e6, 5e5)),
        ("2.5 million yen", rounded(2.5e6, 5e4)),
        (
            "approx. 1,200",
            Cell::Number { value: 1200.0, is_about: true, is_percent: false, half: 0.0 },
        ),
        ("none", Cell::Nil),
        ("not available", Cell::Unknown),
        ("Withheld", Cell::Withheld { least: 0.0, most: None }),
        ("less than 10", Cell::Withheld { least: 0.0, most: Some(9.0) }),
        ("", Cell::Empty),
        ("-", Cell::Nil),
        ("－", Cell::Nil),
        ("―", Cell::Nil),
        ("ー", Cell::Nil),
        ("…", Cell::Unknown),
        ("...", Cell::Unknown),
        ("不明", Cell::Unknown),
        ("（未集計）", Cell::Unknown),
        ("(12)", Cell::Words),
        ("x", Cell::Withheld { least: 0.0, most: None }),
        ("Ｘ", Cell::Withheld { least: 0.0, most: None }),
        ("***", Cell::Withheld { least: 0.0, most: None }),
        ("5未満", Cell::Withheld { least: 0.0, most: Some(4.0) }),
        ("<10", Cell::Withheld { least: 0.0, most: Some(9.0) }),
        ("1〜4", Cell::Withheld { least: 1.0, most: Some(4.0) }),
        ("12,5", Cell::Words),
        ("あいう", Cell::Words),
        ("12人と3人", Cell::Words),
        ("#REF!", Cell::Words),
    ];
    for (text, expected) in rows {
        assert_eq!(number::read(text), expected, "{text}");
    }
}

#[test]
fn times_in_eras_and_years() {
    let rows = [
        ("令和3年度", "FY2021"),
        ("令和元年度", "FY2019"),
        ("Ｒ３年度", "FY2021"),
        ("R3", "2021"),
        ("H30.10.1", "2018-10-01"),
        ("平成30年", "2018"),
        ("平成30(2018)年度", "FY2018"),
        ("令和3年度（2021年度）", "FY2021"),
        ("2021", "2021"),
        ("2021年度", "FY2021"),
        ("FY2021", "FY2021"),
        ("2021-10-01", "2021-10-01"),
        ("2021/4/1", "2021-04-01"),
        ("令和3年4月1日現在", "2021-04-01"),
        ("2020年6月", "2020-06"),
        ("昭和60年10月1日", "1985-10-01"),
        ("1 October 2020", "2020-10-01"),
        ("October 1, 2020", "2020-10-01"),
        ("October 1 2020", "2020-10-01"),
        ("October 12 2020", "2020-10-12"),
        ("1st Oct. 2020", "2020-10-01"),
        ("May 2021", "2021-05"),
        ("Reiwa 3", "2021"),
        ("Fiscal year 2021", "FY2021"),
    ];
    for (text, expected) in rows {
        let expected = mitoshi::units::When::parse(expected);
        assert_eq!(time::read(text), expected, "{text}");
    }
    for text in [
        "",
        "12",
        "May",
        "32 May 2020",
        "March, April",
        "令和",
        "令和99年度",
        "2021-13-01",
        "令和3〜5年度",
        "0-4歳",
        "20210",
    ] {
        assert_eq!(time::read(text), None, "{text}");
    }
}

#[test]
fn ages_closed_and_open() {
    let group = |from, to| Age::Group(AgeGroup { from, to });
    let rows = [
        ("65〜69歳", group(65, Some(69))),
        ("６５～６９歳", group(65, Some(69))),
        ("65-69", group(65, Some(69))),
        ("65歳～69歳", group(65, Some(69))),
        ("85歳以上", group(85, None)),
        ("90+", group(90, None)),
        ("100歳以上", group(100, None)),
        ("15歳未満", group(0, Some(14))),
        ("7歳", group(7, Some(7))),
        ("総数", Age::All),
        ("年齢不詳", Age::NotKnown),
        ("75歳以上（再掲）", group(75, None)),
        ("0 to 4 years", group(0, Some(4))),
        ("85 years and over", group(85, None)),
        ("100 or older", group(100, None)),
        ("aged 65+", group(65, None)),
        ("under 15", group(0, Some(14))),
        ("All ages", Age::All),
    ];
    for (text, expected) in rows {
        assert_eq!(age::read(text), Some(expected), "{text}");
    }
    for text in ["", "65", "over", "total", "to", "歳", "69-65", "200歳以上", "2018-10-01"] {
        assert_eq!(age::read(text), None, "{text}");
    }
}

#[test]
fn half_width_kana_is_written_out() {
    assert_eq!(plain::plain("ｾﾝﾀｰ"), "センター");
    assert_eq!(plain::plain("ﾃﾞｰﾀ　ﾊﾟｿｺﾝ"), "データ パソコン");
    assert_eq!(plain::plain("Ａ−１"), "A-1");
}
