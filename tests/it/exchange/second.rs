//! Several tables in one sheet: read each for itself, or told in one row.

use super::messy::both;
use super::odd::told;
use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::{Asked, Opened, Preview, Tables, read};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::ASAGO;
use mitoshi::i18n::Lang;

#[test]
fn another_table_below_a_blank_row() {
    for (ja, en) in [
        (
            "種別,令和2年度\n携帯型,100\n自宅設置型,50\n,\n会議の種類,令和2年度\n個別ケア会議,6\n圏域会議,4\n",
            "type,FY2020\nPortable,100\nHome devices,50\n,\ntype,FY2020\nindividual,6\narea meetings,4\n",
        ),
        // With titles, headings of two lines, a total of each, and no role's word.
        (
            "表1 緊急通報,,\n種別,令和元年度,令和2年度\n携帯型,90,100\n自宅設置型,40,50\n計,130,150\n\n\
             表2 地域ケア会議（回）,,\n\n,令和2年度,\n,実績,見込み\n個別ケア会議,6,\n圏域会議,4,\n※ 注\n",
            "Table 1: alarm devices,,\ntype,FY2019,FY2020\nPortable,90,100\nHome devices,40,50\nTotal,130,150\n\n\
             Table 2: care meetings,,\n\n,FY2020,\n,actual,estimate\nindividual,6,\narea meetings,4,\n* note\n",
        ),
    ] {
        both(ja, en, |city| {
            assert_eq!(value(city, "alarm_portable", 2020), Some(100.0));
            assert_eq!(value(city, "alarm_total", 2020), Some(150.0));
            assert_eq!(value(city, "meet_individual", 2020), Some(6.0));
            assert_eq!(value(city, "meet_area", 2020), Some(4.0));
        });
    }
    let preview = into_asago("種別,令和2年度\n携帯型,100\n\n会議,令和2年度\n個別ケア会議,6\n");
    let said = preview.describe(Lang::Ja);
    assert!(said.contains("「table.csv」4行目からの表：1個の値を読みました"), "{said}");
    let said = preview.describe(Lang::En);
    assert!(said.contains("“table.csv”, the table from row 4: 1 values read"), "{said}");
}

/// A long table is printed with its headings on every page; the day stands above the first.
#[test]
fn the_same_table_goes_on() {
    for blank in ["", ",\n"] {
        let text = format!(
            "認定者数（令和3年10月1日現在）\n区,認定者数\n川崎区,10000\n幸区,5000\n中原区,6000\n{blank}\
             区,認定者数\n高津区,6000\n多摩区,6000\n宮前区,6000\n麻生区,6000\n"
        );
        let city = accepted(into_kawasaki(&text));
        let seen = city.observed("certified", city.places.root()).pop().unwrap();
        assert_eq!(seen.value, 45_000.0);
    }
}

/// A title stands above headings that are the same as those of the first table.
#[test]
fn a_title_above_the_same_headings() {
    let preview = into_asago(
        "表1 認定者数,,\n,令和元年度,令和2年度\n要支援1,300,310\n,,\n\
         表2 緊急通報,,\n,令和元年度,令和2年度\n携帯型,90,100\n",
    );
    let tables: Vec<_> =
        preview.sheets.iter().map(|seen| (seen.first_row, seen.n_values)).collect();
    assert_eq!(tables, [(0, 2), (4, 2)], "{}", preview.describe(Lang::Ja));
}

/// What is wrong in it is told where it stands.
#[test]
fn rows_are_those_of_the_sheet() {
    told(
        [
            "種別,令和2年度\n携帯型,100\n,\n年度,認定者数\n令和2年度,多数\n令和元年度,2100\n",
            "type,FY2020\nPortable,100\n,\nyear,certified\nFY2020,多数\nFY2019,2100\n",
        ],
        ["5行目B列：「多数」は数として", "row 5, column B: “多数” cannot be read"],
    );
}

/// Words of nobody above numbers: said once, whatever stands in the rows.
#[test]
fn a_second_table_that_nobody_knows() {
    told(
        [
            "種別,令和2年度\n携帯型,100\n,\n甲乙,丙丁\n戊己,5\n庚辛,6\n",
            "type,FY2020\nPortable,100\n,\nfoo,bar\nbaz,5\nqux,6\n",
        ],
        [
            "4行目：ここから別の表が始まるようですが、見出しの意味がわかりません（「種別」「令和3年度」「認定者数」のような見出し）。\
             別のシートかファイルに分けるか、要らなければこの行から下を消してください。",
            "row 4: A second table seems to begin here, with headings nobody knows (headings such as \
             type, FY2021, certified persons). Put it into a sheet or file of its own, or delete it \
             from this row on.",
        ],
    );
}

/// Blank rows that only set groups apart, and notes, begin nothing.
#[test]
fn blank_rows_within_a_table() {
    for (ja, en) in [
        (
            "指標,年度,区分,値\n携帯型,令和2年度,実績,100\n,,,\n自宅設置型,令和2年度,実績,\n個別ケア会議,令和2年度,実績,6\n",
            "measure,year,kind,value\nPortable,FY2020,actual,100\n,,,\nHome devices,FY2020,actual,\nindividual,FY2020,actual,6\n",
        ),
        (
            "種別,令和2年度\n携帯型,100\n,\n個別ケア会議,6\n,\n※1 注,あり\n資料,市の台帳\n",
            "type,FY2020\nPortable,100\n,\nindividual,6\n,\n* note,yes\nsource,register\n",
        ),
    ] {
        both(ja, en, |city| {
            assert_eq!(value(city, "alarm_portable", 2020), Some(100.0));
            assert_eq!(value(city, "meet_individual", 2020), Some(6.0));
        });
        assert_eq!(into_asago(ja).sheets.len(), 1, "{ja}");
    }
}

/// The same places in the rows of both: each table is of what its own title says, or its corner.
#[test]
fn two_tables_of_the_same_places() {
    let rows = |values: [u32; 4]| {
        let [a, b, c, d] = values;
        format!("川崎区,{a},{b}\n幸区,{c},{d}\n")
    };
    let (devices, meetings) = (rows([10, 20, 11, 21]), rows([1, 2, 3, 4]));
    let [head, head_en] = ["区,令和元年度,令和2年度\n", "ward,FY2019,FY2020\n"];
    let [one, two] = ["表1 緊急通報装置の設置台数,,\n", "表2 地域ケア会議の開催回数,,\n"];
    let [one_en, two_en] = ["Table 1: alarm devices,,\n", "Table 2: care meetings,,\n"];
    for text in [
        // The headings again, the title below a blank row, a note or the last row.
        format!("{one}{head}{devices},,\n{two}{head}{meetings}"),
        format!("{one}{head}{devices}※ 年度末の台数\n{two}（単位：回）,,\n{head}{meetings}"),
        format!("{one}{head}{devices}{two}{head}{meetings}"),
        format!("{one_en}{head_en}{devices}{two_en}{head_en}{meetings}"),
        // A title alone, among the rows.
        format!("{one}{head}{devices},,\n{two}{meetings}"),
        format!("{one}{head}{devices}{two}{meetings}"),
        format!("{head}{one}{devices}{two}{meetings}"),
        format!("{one_en}{head_en}{devices}{two_en}{meetings}"),
        format!("{head_en}{one_en}{devices},,\n{two_en}{meetings}"),
        // In the corner of the headings.
        format!(
            "緊急通報装置,令和元年度,令和2年度\n{devices}地域ケア会議,令和元年度,令和2年度\n{meetings}"
        ),
        format!(
            "alarm devices,FY2019,FY2020\n{devices},,\ncare meetings,FY2019,FY2020\n{meetings}"
        ),
    ] {
        let preview = into_kawasaki(&text);
        assert!(preview.can_be_accepted(), "{text}\n{}", preview.describe(Lang::Ja));
        let city = accepted(preview);
        let ward = city.places.find("14132").unwrap();
        let found = |measure| -> Vec<f64> {
            city.observed(measure, ward).iter().map(|seen| seen.value).collect()
        };
        assert_eq!(found("alarm_total"), [11.0, 21.0], "{text}");
        assert_eq!(found("care_meetings"), [3.0, 4.0], "{text}");
    }
}

/// A title among the rows of another municipality's tables is none of its places.
#[test]
fn a_title_among_the_rows_is_no_place() {
    for title in ["地域ケア会議の回数", "care meetings"] {
        let text = format!("地区,令和2年度\n北地区,10\n{title},\n北地区,1\n");
        let sheets = read::open("table.csv", text.as_bytes(), &read::shift_jis).unwrap();
        let files = [Opened { name: "table.csv", sheets: &sheets }];
        let preview = Preview::of_newcomer(&files, &Asked::default(), &Hints::default());
        assert_eq!(preview.n_new_places, 1, "{title}");
    }
}

/// Under the title of another indicator, or of one that nobody knows, rows are not those of the table
/// above, whatever its headings say.
#[test]
fn a_title_that_begins_another_table() {
    let said = |row: usize| {
        [
            format!("{row}行目：ここから別の表が始まるようですが、見出しの意味がわかりません"),
            format!("row {row}: A second table seems to begin here, with headings nobody knows"),
        ]
    };
    for (ja, en, row) in [
        (
            "表1 緊急通報装置の設置台数,\n場所,令和2年度\n朝来市,10\n表2 見守り訪問,\n朝来市,11\n",
            "Table 1: alarm devices,\nplace,FY2020\n朝来市,10\nTable 2: home visits,\n朝来市,11\n",
            4,
        ),
        (
            "緊急通報装置の設置台数,\n場所,令和2年度\n朝来市,10\n見守り訪問（回）,\n朝来市,11\n",
            "alarm devices,\nplace,FY2020\n朝来市,10\nhome visits (times),\n朝来市,11\n",
            4,
        ),
        (
            "年度,緊急通報\n令和元年度,103\n地域ケア会議（回）,\n令和2年度,3\n",
            "year,alarm devices\nFY2019,103\ncare meetings (times),\nFY2020,3\n",
            3,
        ),
        (
            "表1 配った冊子,\n年度,延べ数\n令和元年度,3\n表2 見守り訪問,\n令和2年度,30\n",
            "Table 1: booklets,\nyear,handed out\nFY2019,3\nTable 2: home visits,\nFY2020,30\n",
            4,
        ),
    ] {
        let [said, said_en] = said(row);
        told([ja, en], [&said, &said_en]);
    }
    // A title that only groups rows begins nothing.
    for text in [
        "緊急通報装置の設置台数,\n場所,令和2年度\n【北部】,\n朝来市,10\n",
        "場所,携帯型,自宅設置型\n緊急通報の状況（令和2年度）,,\n朝来市,4,6\n",
    ] {
        let text = format!("令和2年度\n{text}");
        assert_eq!(value(&accepted(into_asago(&text)), "alarm_total", 2020), Some(10.0), "{text}");
    }
}

/// The same word of nobody's below two titles may be two indicators: nothing is merged in silence.
#[test]
fn two_indicators_of_one_name() {
    let said = |row: usize, [ja, en]: [&str; 2]| {
        [
            format!(
                "{row}行目：「{ja}」は別の表題の下にもあり、同じ指標かどうかわかりません（table.csv 3行目）。違う指標\
                 なら名前を書き分け、同じ指標なら1つの表にまとめるか、同じ表題にしてください。"
            ),
            format!(
                "row {row}: “{en}” stands below another title too, and may be another indicator \
                 (table.csv, row 3). Give two indicators two names; put one indicator into one \
                 table, or below the same title."
            ),
        ]
    };
    for (ja, en, row, name) in [
        // In a heading, in the rows, in the rows below a title among them.
        (
            "表1 配った冊子,\n年度,延べ数\n令和元年度,3\n,\n表2 見守り訪問,\n年度,延べ数\n令和2年度,30\n",
            "Table 1: booklets,\nyear,in all\nFY2019,3\n,\nTable 2: visits,\nyear,in all\nFY2020,30\n",
            7,
            ["延べ数", "in all"],
        ),
        (
            "表1 配った冊子,\n種別,令和元年度\n大,3\n,\n表2 見守り訪問,\n種別,令和元年度\n大,30\n",
            "Table 1: booklets,\ntype,FY2019\nlarge,3\n,\nTable 2: visits,\ntype,FY2019\nlarge,30\n",
            7,
            ["大", "large"],
        ),
        (
            "表1 配った冊子,,\n種別,令和元年度,令和2年度\n大,3,\n表2 見守り訪問,,\n大,,40\n",
            "Table 1: booklets,,\ntype,FY2019,FY2020\nlarge,3,\nTable 2: visits,,\nlarge,,40\n",
            5,
            ["大", "large"],
        ),
    ] {
        let [said, said_en] = said(row, name);
        told([ja, en], [&said, &said_en]);
    }
    // One indicator: of two years, on two pages.
    for (ja, en) in [
        (
            "令和元年度,\n場所,延べ数\n朝来市,3\n,\n令和2年度,\n場所,延べ数\n朝来市,4\n",
            "FY2019,\nplace,in all\n朝来市,3\n,\nFY2020,\nplace,in all\n朝来市,4\n",
        ),
        (
            "表1 冊子,\n年度,延べ数\n令和元年度,3\n,\n表1 冊子（続き）,\n年度,延べ数\n令和2年度,4\n",
            "Table 1: booklets,\nyear,in all\nFY2019,3\n,\nTable 1: booklets (continued),\nyear,in all\nFY2020,4\n",
        ),
        (
            "表1 冊子,\n年度,延べ数\n令和元年度,3\n年度,延べ数\n令和2年度,4\n",
            "Table 1: booklets,\nyear,in all\nFY2019,3\nyear,in all\nFY2020,4\n",
        ),
    ] {
        both(ja, en, |city| {
            let own =
                city.measures.iter().find(|m| ["延べ数", "in all"].contains(&m.label.ja.as_str()));
            let key = own.unwrap().key.as_str();
            let seen = [2019, 2020].map(|year| value(city, key, year));
            assert_eq!(seen, [Some(3.0), Some(4.0)], "{ja}");
        });
    }
}

/// A table that says nowhere what it counts is told with its row, and is not what its file is of.
#[test]
fn two_tables_of_nobodys_names() {
    let text = "表1 配った冊子,\n場所,令和元年度\n朝来市,3\n,\n表2 見守り訪問,\n場所,令和元年度\n朝来市,30\n";
    for file in ["table.csv", "緊急通報.csv"] {
        let sheets = read::open(file, text.as_bytes(), &read::shift_jis).unwrap();
        let files = [Opened { name: file, sheets: &sheets }];
        let (tables, city) = (Tables::built_in(&ASAGO), Municipality::asago());
        let preview = Preview::of(&files, &tables, &city, &Hints::default());
        let said: Vec<_> = preview.problems.iter().map(|it| it.describe(Lang::Ja)).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with(&format!("{file} B列：何の値かわかりません")), "{said:?}");
        assert!(said[1].starts_with(&format!("{file} 7行目B列：何の値かわかりません")), "{said:?}");
    }
    // By the name it is told by, and not by our key.
    let twice = into_asago("種別,令和2年度\n大,3\n大,4\n").describe(Lang::Ja);
    assert!(twice.contains("3行目B列：大が2回あります"), "{twice}");
}
