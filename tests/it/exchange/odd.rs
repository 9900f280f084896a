//! What is easily taken for something else: a row of data for headings, a share for a count. Each
//! table in Japanese and in English, refused with one row or read for what it is.

use super::messy::both;
use super::{into_asago, value};
use mitoshi::i18n::Lang;

/// Both tables must be refused with one row, in the words of each language.
#[track_caller]
fn refused(tables: [&str; 2], said: [&str; 2]) {
    for text in tables {
        let preview = into_asago(text);
        assert_eq!(preview.problems.len(), 1, "{text}\n{}", preview.describe(Lang::En));
        for (lang, said) in [Lang::Ja, Lang::En].into_iter().zip(said) {
            let told = preview.problems[0].describe(lang);
            assert!(told.contains(said), "{text}\n{told}");
        }
    }
}

/// Each table must be refused with one row, in the words of its own language.
#[track_caller]
pub(super) fn told(tables: [&str; 2], said: [&str; 2]) {
    for (lang, (text, said)) in [Lang::Ja, Lang::En].into_iter().zip(tables.into_iter().zip(said)) {
        let preview = into_asago(text);
        assert_eq!(preview.problems.len(), 1, "{text}\n{}", preview.describe(lang));
        let told = preview.problems[0].describe(lang);
        assert!(told.contains(said), "{text}\n{told}");
    }
}

/// A first row of data without a plain number is no second line of headings.
#[test]
fn a_word_in_the_first_row_is_told() {
    let many = |place| {
        [format!("2行目{place}列：「多数」は数と"), format!("row 2, column {place}: “多数”")]
    };
    for (tables, place) in [
        (
            [
                "種別,令和2年度\n携帯型,多数\n自宅設置型,50\n",
                "type,FY2020\nPortable,多数\nHome devices,50\n",
            ],
            "B",
        ),
        (
            [
                "指標,年度,目標値\n認定者数,令和5年度,多数\n携帯型,令和5年度,9\n",
                "measure,year,target\ncertified,FY2023,多数\nportable,FY2023,9\n",
            ],
            "C",
        ),
        (
            [
                "緊急通報,令和2年度\n携帯型,多数\n自宅設置型,50\n",
                "Alarm devices,FY2020\nPortable,多数\nHome devices,50\n",
            ],
            "B",
        ),
    ] {
        let [ja, en] = many(place);
        refused(tables, [&ja, &en]);
    }
    // What could be a year or a kind of value is not one where a row of data stands.
    refused(
        [
            "種別,令和2年度\n携帯型,計画\n自宅設置型,50\n",
            "type,FY2020\nPortable,計画\nHome devices,50\n",
        ],
        ["2行目B列：「計画」は数として", "row 2, column B: “計画” cannot be read"],
    );
    both(
        "種別,令和2年度\n携帯型,2100\n自宅設置型,50\n",
        "type,FY2020\nPortable,2100\nHome devices,50\n",
        |city| assert_eq!(value(city, "alarm_portable", 2020), Some(2100.0)),
    );
    // A column of nobody's name: the word is one row of it, and no name for it.
    let own =
        into_asago("年度,認定者数,独り暮らし数\n令和2年度,2100,いろいろ\n令和元年度,2000,300\n");
    let said = own.describe(Lang::Ja);
    assert!(said.contains("2行目C列：「いろいろ」は数として") && own.problems.len() == 1, "{said}");
}

/// Titles above, lines of headings that divide a word above, and lines of units stay headings.
#[test]
fn lines_of_headings_stay_headings() {
    for (ja, en) in [
        (
            "朝来市の機器\n種別,令和2年度\n,（台）\n携帯型,100\n",
            "Devices\ntype,FY2020\n,(units)\nPortable,100\n",
        ),
        (
            "年度,種別,\n,携帯型,自宅設置型\n令和2年度,100,50\n",
            "year,type,\n,Portable,Home devices\nFY2020,100,50\n",
        ),
        (
            "令和2年度,,\n携帯型,自宅設置型,計\n100,50,150\n",
            "FY2020,,\nPortable,Home devices,Total\n100,50,150\n",
        ),
        (
            "令和元年度,令和2年度\n携帯型,携帯型\n90,100\n",
            "FY2019,FY2020\nPortable,Portable\n90,100\n",
        ),
        (
            "区分,令和元年度,令和2年度\n種別,実績,見込み\n携帯型,90,100\n",
            "group,FY2019,FY2020\ntype,actual,estimate\nPortable,90,100\n",
        ),
    ] {
        both(ja, en, |city| assert_eq!(value(city, "alarm_portable", 2020), Some(100.0)));
    }
}

#[test]
fn times_and_shares_that_are_none() {
    refused(
        [
            "年度,認定者数\n令和200年度,100\n令和2年度,2100\n",
            "year,certified\n令和200年度,100\nFY2020,2100\n",
        ],
        [
            "2行目A列：「令和200年度」は時点として読めません",
            "row 2, column A: “令和200年度” cannot be read as a time",
        ],
    );
    refused(
        ["年度,認定者数\n令和2年度,44%\n", "year,certified\nFY2020,44%\n"],
        ["2行目B列：「44%」は割合です", "row 2, column B: “44%” is a share"],
    );
    refused(
        ["年度,認知度\n令和2年度,-5\n", "year,awareness\nFY2020,-5\n"],
        ["2行目B列：「−5」は負の数です", "row 2, column B: “−5” is below zero"],
    );
}

#[test]
fn a_column_without_a_heading_and_lines_of_a_macintosh() {
    let preview = into_asago("指標,令和2年度,\n携帯型,100,120\n自宅設置型,50,60\n");
    assert!(preview.describe(Lang::Ja).contains("使わない列：C"), "{}", preview.describe(Lang::Ja));
    both("指標,令和2年度\r携帯型,100\r", "Measure,FY2020\rPortable,100\r", |city| {
        assert_eq!(value(city, "alarm_portable", 2020), Some(100.0));
    });
}

/// 「▲」 is the minus of accounts: a count with it is told, and never taken for 3.
#[test]
fn accountants_minus_is_a_minus() {
    for minus in ["▲", "△", "▼", "▲ ", "−"] {
        let word = |n: &str| format!("「−{n}」は負の数です（0以上の数）。値を直すか、増減の値なら");
        let word_en =
            |n: &str| format!("“−{n}” is below zero (0 or more). Correct the value, or call");
        let ja = format!("年度,携帯型\n令和元年度,103\n令和2年度,{minus}3台\n");
        let en = format!("year,Portable\nFY2019,103\nFY2020,{minus}3 devices\n");
        let [said, said_en] = [word("3"), word_en("3")];
        let [said, said_en] = [format!("3行目B列：{said}"), format!("row 3, column B: {said_en}")];
        told([&ja, &en], [&said, &said_en]);
        let ja = format!("種別,令和2年度\n携帯型,\"{minus}1,200\"\n自宅設置型,1300\n計,100\n");
        let en = format!("type,FY2020\nPortable,\"{minus}1,200\"\nHome devices,1300\nTotal,100\n");
        told([&ja, &en], [&word("1,200"), &word_en("1,200")]);
    }
    // Not even in a column of nobody's name.
    told(
        ["年度,配った冊子\n令和2年度,▲3\n", "year,booklets\nFY2020,▲3\n"],
        ["2行目B列：「−3」は負の数です", "row 2, column B: “−3” is below zero"],
    );
}

/// What is worked out from the columns beside it is left aside, and named.
#[test]
fn changes_and_ratios_are_no_figures() {
    for (ja, en, n) in [
        (
            "年度,携帯型,増減,対前年比(%)\n令和元年度,103,▲3,99.7\n令和2年度,100,-3,97.1\n",
            "year,Portable,change,growth rate (%)\nFY2019,103,-3,99.7\nFY2020,100,-3,97.1\n",
            2,
        ),
        (
            "種別,令和2年度,,\n,計画,実績,達成率\n携帯型,120,100,83.3%\n",
            "type,FY2020,,\n,plan,actual,achievement\nPortable,120,100,83.3%\n",
            2,
        ),
        (
            "年度,携帯型,対前年度増減（台）,携帯型の増減,前年度との差\n令和2年度,100,▲3,▲3,△3\n",
            "year,Portable,change on FY2019,annual change,Changes\nFY2020,100,▲3,▲3,△3\n",
            1,
        ),
    ] {
        both(ja, en, |city| assert_eq!(value(city, "alarm_portable", 2020), Some(100.0)));
        let seen = &into_asago(ja).sheets[0];
        assert_eq!((seen.n_values, seen.ignored.is_empty()), (n, false), "{ja}");
    }
    // A row of them.
    for (ja, en) in [
        ("年度,携帯型\n令和2年度,100\n増減,▲3\n", "year,Portable\nFY2020,100\nchange,▲3\n"),
        (
            "種別,令和2年度\n携帯型,100\n増減数（台）,3\n",
            "type,FY2020\nPortable,100\nchange on year,3\n",
        ),
    ] {
        both(ja, en, |city| assert_eq!(value(city, "alarm_portable", 2020), Some(100.0)));
        let preview = into_asago(ja);
        assert_eq!((preview.sheets[0].ignored.len(), preview.done.new_measures.len()), (1, 0));
    }
}

/// 「うち」 and 「再掲」 say that it is a part of a line above.
#[test]
fn a_part_of_a_line_above() {
    both(
        "種別,令和2年度\n緊急通報,150\n　うち携帯型,100\nうち 自宅設置型,50\n",
        "type,FY2020\nalarm devices,150\nof which Portable,100\nof which home devices,50\n",
        |city| assert_eq!(value(city, "alarm_portable", 2020), Some(100.0)),
    );
    both(
        "令和2年10月1日\n総数,0-14歳,15-64歳,65歳以上,（再掲）75歳以上\n28989,3300,14689,11000,6000\n",
        "2020-10-01\nTotal,0-14,15-64,65+,of which 75+\n28989,3300,14689,11000,6000\n",
        |city| {
            let old = city.population.base.from_age(city.places.root(), 2020, 75).unwrap();
            assert_eq!(old.persons(), 6000);
        },
    );
}
