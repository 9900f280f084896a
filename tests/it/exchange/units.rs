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
