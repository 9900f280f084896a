//! Numbers in thousands: turned into ours where that is certain, told where it is not.

use super::messy::both;
use super::odd::told;
use super::{accepted, into_asago, value};
use mitoshi::exchange::cells::unit::{self, Of};
use mitoshi::i18n::Lang;

#[test]
fn units_as_people_write_them() {
    let rows = [
        ("人", 1.0, Some(Of::Count)),
        ("千人", 1e3, Some(Of::Count)),
        ("百台", 1e2, Some(Of::Count)),
        ("万世帯", 1e4, Some(Of::Count)),
        ("回／年", 1.0, Some(Of::Count)),
        ("千円", 1e3, Some(Of::Money)),
        ("百万円/年", 1e6, Some(Of::Money)),
        ("１，０００円", 1e3, Some(Of::Money)),
        ("億円", 1e8, Some(Of::Money)),
        ("thousand people", 1e3, Some(Of::Count)),
        ("Thousands of persons", 1e3, Some(Of::Count)),
        ("million yen a year", 1e6, Some(Of::Money)),
        ("%", 1.0, Some(Of::Share)),
        ("千", 1e3, None),
        ("thousands", 1e3, None),
    ];
    for (text, times, of) in rows {
        let unit = unit::read(text).map(|unit| (unit.times, unit.of));
        assert_eq!(unit, Some((times, of)), "{text}");
    }
    for text in ["", "人/千人", "千葉市", "百合丘", "延数", "65歳以上", "千ダース", "1000人当たり"]
    {
        assert_eq!(unit::read(text), None, "{text}");
    }
}

/// In the heading, in a line below it, in a column of units, behind a name, in the title.
#[test]
fn thousands_wherever_they_are_said() {
    for (ja, en) in [
        ("年度,認定者数（千人）\n令和2年度,2.13\n", "year,certified (thousand)\nFY2020,2.13\n"),
        (
            "年度,認定者数（単位：千人）\n令和2年度,2.13\n",
            "year,certified (thousand people)\nFY2020,2.13\n",
        ),
        (
            "年度,認定者数\n,（千人）\n令和2年度,2.13\n",
            "year,certified\n,(thousands)\nFY2020,2.13\n",
        ),
        (
            "年度,認定者数\n,千人\n令和2年度,2.13\n",
            "year,certified\n,thousand people\nFY2020,2.13\n",
        ),
        (
            "指標,年度,値,単位\n認定者数,令和2年度,2.13,千人\n",
            "measure,year,value,unit\ncertified,FY2020,2.13,thousand persons\n",
        ),
        (
            "指標,年度,単位,値\n認定者数,令和元年度,千人,2.1\n認定者数,令和2年度,,2.13\n",
            "measure,year,unit,value\ncertified,FY2019,thousand persons,2.1\ncertified,FY2020,,2.13\n",
        ),
        (
            "指標,令和2年度\n認定者数（千人）,2.13\n",
            "measure,FY2020\ncertified (thousand people),2.13\n",
        ),
        (
            "（単位：千人、千円、％）\n年度,認定者数,認知度\n令和2年度,2.13,44.4\n",
            "(unit: thousand people)\nyear,certified,awareness\nFY2020,2.13,44.4\n",
        ),
        (
            "認定者数の推移（千人）\n年度,人数\n令和2年度,2.13\n",
            "Certified persons (thousands)\nyear,value\nFY2020,2.13\n",
        ),
        // In brackets of any kind, and without a colon.
        ("年度,認定者数［千人］\n令和2年度,2.13\n", "year,certified [thousand]\nFY2020,2.13\n"),
        (
            "年度,認定者数【千人】\n令和2年度,2.13\n",
            "year,certified [unit: thousand people]\nFY2020,2.13\n",
        ),
        (
            "年度,認定者数〔単位 千人〕\n令和2年度,2.13\n",
            "year,certified (unit thousand people)\nFY2020,2.13\n",
        ),
        (
            "年度,認定者数\n,[千人]\n令和2年度,2.13\n",
            "year,certified\n,[thousand people]\nFY2020,2.13\n",
        ),
        (
            "指標,令和2年度\n認定者数〔千人〕,2.13\n",
            "measure,FY2020\ncertified [thousand people],2.13\n",
        ),
        (
            "認定者数の推移【単位：千人】\n年度,人数\n令和2年度,2.13\n",
            "Certified persons [thousands]\nyear,value\nFY2020,2.13\n",
        ),
        (
            "認定者数,（単位　千人）\n年度,人数\n令和2年度,2.13\n",
            "Certified persons,Unit: thousands\nyear,value\nFY2020,2.13\n",
        ),
        (
            "認定者数の推移\n,［単位千人］\n年度,人数\n令和2年度,2.13\n",
            "Certified persons\n,[in thousands]\nyear,value\nFY2020,2.13\n",
        ),
        (
            "認定者数の推移\n単位：千人,\n年度,人数\n令和2年度,2.13\n",
            "Certified persons\n(units: thousand persons),\nyear,value\nFY2020,2.13\n",
        ),
        // In the corner.
        (
            "年度（単位：千人）,認定者数\n令和2年度,2.13\n",
            "year (unit: thousand people),certified\nFY2020,2.13\n",
        ),
        (
            "指標,令和2年度\n（単位：千人）,\n認定者数,2.13\n",
            "measure,FY2020\n(thousand people),\ncertified,2.13\n",
        ),
        // A cell that says its own unit is read by that.
        (
            "年度,認定者数（千人）\n令和2年度,\"2,130人\"\n",
            "year,certified (thousand)\nFY2020,\"2,130 people\"\n",
        ),
    ] {
        both(ja, en, |city| assert_eq!(value(city, "certified", 2020), Some(2130.0), "{ja}"));
    }
    let preview = into_asago("年度,認定者数（千人）\n令和元年度,2.1\n令和2年度,2.13\n");
    assert!(preview.describe(Lang::Ja).contains("単位「千人」の2個は1,000倍しました"));
    assert!(preview.describe(Lang::En).contains("Values in “千人” multiplied by 1,000: 2"));
}

/// Ours is not always one at a time: the scheme's cost stands in thousands of yen.
#[test]
fn money_in_thousands_and_in_millions() {
    for (ja, en) in [
        ("年度,緊急通報の事業費\n令和2年度,3600\n", "year,cost of the alarm scheme\nFY2020,3600\n"),
        (
            "年度,緊急通報の事業費（千円）\n令和2年度,3600\n",
            "year,cost of the alarm scheme (thousand yen)\nFY2020,3600\n",
        ),
        (
            "年度,緊急通報の事業費（百万円）\n令和2年度,3.6\n",
            "year,cost of the alarm scheme (million yen)\nFY2020,3.6\n",
        ),
        (
            "年度,緊急通報の事業費（円）\n令和2年度,\"3,600,000\"\n",
            "year,cost of the alarm scheme (yen)\nFY2020,\"3,600,000\"\n",
        ),
        (
            "年度,緊急通報の事業費\n令和2年度,360万円\n",
            "year,cost of the alarm scheme\nFY2020,3.6 million yen\n",
        ),
    ] {
        both(ja, en, |city| assert_eq!(value(city, "alarm_cost", 2020), Some(3600.0), "{ja}"));
    }
    let preview = into_asago("年度,緊急通報の事業費（円）\n令和2年度,3600000\n");
    assert!(preview.describe(Lang::Ja).contains("単位「円」の1個は1,000で割りました"));
}

#[test]
fn people_by_age_in_hundreds() {
    let by_age = |title: &str, head: &str| {
        let row = |age: usize| {
            let word =
                if age == 17 { "85+".into() } else { format!("{}-{}", age * 5, age * 5 + 4) };
            format!("{word},4.35,5.01\n")
        };
        format!("{title}\n{head}\n{}", (0..18).map(row).collect::<String>())
    };
    both(
        &by_age("人口（令和2年10月1日）", "年齢,男（百人）,女（百人）"),
        &by_age("\"Population, 2020-10-01 (unit: hundred people)\"", "age,men,women"),
        |city| {
            let total = city.population.base.total(city.places.root(), 2020).unwrap();
            assert_eq!(total.persons(), 18 * (435 + 501));
        },
    );
}

/// What cannot be turned into ours, once; what only looks like a unit, not at all.
#[test]
fn units_that_do_not_suit() {
    told(
        [
            "年度,認定者数（千円）\n令和元年度,2\n令和2年度,3\n",
            "year,certified (千円)\nFY2019,2\nFY2020,3\n",
        ],
        [
            "2行目B列：単位「千円」を、この指標の単位に直せません（人、千人、台、回、円、千円、百万円、%など、\
             指標に合う単位）。値を指標の単位に直して、単位を書き換えてください。",
            "row 2, column B: The unit “千円” cannot be turned into the one of this indicator",
        ],
    );
    told(
        [
            "指標,年度,値,単位\n携帯型,令和2年度,2,千ダース\n",
            "measure,year,value,unit\nPortable,FY2020,2,千ダース\n",
        ],
        ["2行目C列：単位「千ダース」を", "row 2, column C: The unit “千ダース”"],
    );
    told(
        [
            "（単位：千ダース）\n年度,携帯型\n令和2年度,2\n",
            "(unit: 千ダース)\nyear,Portable\nFY2020,2\n",
        ],
        ["1行目A列：単位「千ダース」を", "row 1, column A: The unit “千ダース”"],
    );
    told(
        ["年度,認知度（人）\n令和2年度,50\n", "year,awareness (people)\nFY2020,50\n"],
        ["2行目B列：単位「人」を", "row 2, column B: The unit “people”"],
    );
    for head in [
        "認定者数（百合丘）",
        "認定者数（65歳以上）",
        "認定者数（延べ）",
        "認定者数（台）",
        "認定者数［人］",
    ] {
        let city = accepted(into_asago(&format!("年度,{head}\n令和2年度,2100\n")));
        assert_eq!(value(&city, "certified", 2020), Some(2100.0), "{head}");
    }
    // An indicator of one's own stays in the unit it comes with.
    let city = accepted(into_asago("年度,配った冊子（千冊）\n令和2年度,2.5\n"));
    let own = city.measures.iter().find(|m| m.label.ja == "配った冊子").unwrap();
    assert_eq!((own.unit.ja.as_str(), value(&city, own.key.as_str(), 2020)), ("千冊", Some(2.5)));
}

/// A title among the rows says the unit of those below it, whatever the one above said.
#[test]
fn a_unit_among_the_rows() {
    for (ja, en) in [
        ("表2 機器の設置台数（単位：千台）,,", "Table 2: devices (unit: thousand devices),,"),
        ("表2 機器の設置台数,,（単位：千台）", "Table 2: devices,,(unit: thousand devices)"),
        ("（単位：千台）,,", "(unit: thousand devices),,"),
        (",,［単位 千台］", ",,[unit: thousand devices]"),
        (",,\n表2 機器（千台）,,\n,,", ",,\nTable 2 [thousand devices],,\n,,"),
    ] {
        both(
            &format!(
                "表1 認定（単位：百人）,,\n種別,令和元年度,令和2年度\n要支援1,3,3.1\n要支援2,3,3.1\n\
                 {ja}\n携帯型,0.1,0.2\n自宅設置型（台）,1,2\n（単位：回）,,\n個別ケア会議,1,2\n"
            ),
            &format!(
                "Table 1 (unit: hundred people),,\ntype,FY2019,FY2020\nsupport level 1,3,3.1\n\
                 support level 2,3,3.1\n{en}\nPortable,0.1,0.2\nHome devices (devices),1,2\n\
                 (unit: meetings),,\nindividual,1,2\n"
            ),
            |city| {
                assert_eq!(value(city, "certified_support", 2020), Some(620.0), "{ja}");
                assert_eq!(value(city, "alarm_portable", 2020), Some(200.0), "{ja}");
                assert_eq!(value(city, "alarm_home", 2020), Some(2.0), "{ja}");
                assert_eq!(value(city, "meet_individual", 2020), Some(2.0), "{ja}");
                assert!(city.measures.iter().all(|m| !m.label.ja.contains("表2")), "{ja}");
            },
        );
    }
    // Under the same headings, by the title that names the indicator.
    both(
        "市区町村,令和2年度\n認定者数（単位：人）,\n朝来市,2130\n会議,（単位：百回）\n朝来市,0.2\n",
        "municipality,FY2020\ncertified (unit: people),\n朝来市,2130\ncare meetings,(unit: hundred)\n朝来市,0.2\n",
        |city| {
            assert_eq!(value(city, "certified", 2020), Some(2130.0));
            assert_eq!(value(city, "care_meetings", 2020), Some(20.0));
        },
    );
}

/// Where nobody can know whether it holds, the row is told that leaves it open.
#[test]
fn a_unit_that_may_hold_or_not() {
    let said = |row: usize, [ja, en]: [&str; 2]| {
        [
            format!(
                "{row}行目A列：単位「{ja}」がどの行の値のものかわかりません（表題、見出し、または各行に書いた単位）。\
                 その単位の値の上の行か、各行の名前の後の括弧に書いてください。"
            ),
            format!(
                "row {row}, column A: It is not said which rows the unit “{en}” holds for (a unit in \
                 the title, in the headings or in each row). Write the unit above the values it is \
                 of, or in brackets behind the name of each row."
            ),
        ]
    };
    let thousand = ["千台", "thousanddevices"];
    for (lines, row) in [
        // A title without a unit below one with it, a row's own unit, a note.
        (
            [
                "要支援1,3\n（単位：千台）,\n携帯型,0.2\n表3 地域のこと,\n個別ケア会議,2\n",
                "support level 1,3\n(unit: thousand devices),\nPortable,0.2\nTable 3: other,\nindividual,2\n",
            ],
            5,
        ),
        (
            [
                "自宅設置型（千台）,\n携帯型,0.2\n",
                "Home devices (thousand devices),\nPortable,0.2\n",
            ],
            2,
        ),
        (["※単位：千台,\n携帯型,0.2\n", "* unit: thousand devices,\nPortable,0.2\n"], 2),
    ] {
        let [ja, en] = lines;
        let [said, said_en] = said(row, thousand);
        told([&format!("種別,令和2年度\n{ja}"), &format!("type,FY2020\n{en}")], [&said, &said_en]);
    }
    // Below the table.
    told(
        [
            "年度,認定者数\n令和2年度,2.13\n（単位：千人）\n",
            "year,certified\nFY2020,2.13\n(unit: thousand people)\n",
        ],
        [
            "3行目：単位「千人」がどの行",
            "row 3: It is not said which rows the unit “thousandpeople”",
        ],
    );
    told(
        [
            "種別,令和2年度\n要支援1,3\n表2（単位：千ダース）,\n携帯型,0.2\n",
            "type,FY2020\nsupport level 1,3\nTable 2 (unit: 千ダース),\nPortable,0.2\n",
        ],
        ["3行目A列：単位「千ダース」を", "row 3, column A: The unit “千ダース”"],
    );
}

/// An indicator that nobody knew has the unit that its row says, or a title; one alone.
#[test]
fn the_unit_of_an_indicator_of_ones_own() {
    for text in [
        "指標,年度,値,単位\n配った箱,令和2年度,2.5,千人\n",
        "（単位：千人）,\n種別,令和2年度\n配った箱,2.5\n",
        "種別,令和2年度\n携帯型,2\n（単位：千人）,\n配った箱,2.5\n",
    ] {
        let city = accepted(into_asago(text));
        let own = city.measures.iter().find(|m| m.label.ja == "配った箱").unwrap();
        let seen = value(&city, own.key.as_str(), 2020);
        assert_eq!((own.unit.ja.as_str(), seen), ("千人", Some(2.5)), "{text}");
    }
    told(
        [
            "指標,年度,値,単位\n配った箱,令和元年度,2.5,千人\n配った箱,令和2年度,2600,人\n",
            "measure,year,value,unit\nboxes,FY2019,2.5,thousand people\nboxes,FY2020,2600,people\n",
        ],
        ["3行目C列：単位「人」を", "row 3, column C: The unit “people”"],
    );
}
