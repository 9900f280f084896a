//! What a chart's numbers are taken away as: typed, with units, sources and grades, and left alone by
//! whoever reads tables in.

use mitoshi::engine::code::MODEL_VERSION;
use mitoshi::exchange::chart::{ChartTable, Run, grids};
use mitoshi::exchange::grid::{Grid, Value};
use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::{Opened, Preview, Tables, export, read, write};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::KAWASAKI;
use mitoshi::i18n::Lang;

fn run(code: &str) -> Run {
    ["1".into(), "1024".into(), code.into(), "{\"format\":\"mitoshi\"}".into()]
}

fn chart(measure: &str, unit: &str, place: &str, text: &str) -> ChartTable {
    ChartTable {
        title: "題".into(),
        measure: measure.into(),
        unit: unit.into(),
        place: place.into(),
        text: text.into(),
    }
}

fn row(grid: &Grid, at: usize) -> Vec<&str> {
    grid.rows[grid.n_headings + at].iter().map(Value::words).collect()
}

fn headings(grid: &Grid) -> Vec<&str> {
    grid.rows[grid.n_headings - 1].iter().map(Value::words).collect()
}

#[test]
fn a_year_says_its_unit_its_grade_and_where_what_was_recorded_comes_from() {
    let city = Municipality::kawasaki();
    let text = "年度\t携帯型緊急通報機器 実績\t見通し\r\n令和元年度 (2019)\t729\t\r\n令和5年度 (2023)\t\t1320.5\r\n";
    let made = grids(&chart("alarm_portable", "台", "", text), &city, &[run("AB12")], Lang::Ja);
    let names: Vec<&str> = made.iter().map(|grid| grid.name.as_str()).collect();
    assert_eq!(names, ["題", "出典一覧", "設定"]);
    let heads = headings(&made[0]);
    assert_eq!(
        heads,
        [
            "年度",
            "携帯型緊急通報機器 実績（台）",
            "見通し（台）",
            "確かさ",
            "出典",
            "実績の確かさ",
            "実績の出典"
        ]
    );
    let seen = row(&made[0], 0);
    assert_eq!(
        seen[..5],
        ["令和元年度 (2019)", "729", "", "計算した値", "見通し、結果コード AB12"]
    );
    assert_eq!(seen[5], "実測");
    assert!(seen[6].contains("川崎市「第8期介護保険事業計画"), "{}", seen[6]);
    let later = row(&made[0], 1);
    assert_eq!(later[2..7], ["1320.5", "計算した値", "見通し、結果コード AB12", "", ""]);
    assert!(matches!(made[0].rows[made[0].n_headings + 1][2], Value::Number(_)));
    let settings: Vec<Vec<&str>> =
        (0..made[2].rows.len() - made[2].n_headings).map(|at| row(&made[2], at)).collect();
    for said in [["モデルの版", MODEL_VERSION], ["結果コード", "AB12"], ["試行の数", "1024"]]
    {
        assert!(settings.contains(&said.to_vec()), "{said:?} of {settings:?}");
    }
}

#[test]
fn a_place_that_was_made_up_says_so_in_its_own_row() {
    let city = Municipality::kawasaki();
    let ward = city.places.wards().next().unwrap();
    let area = city.places.children(ward).iter().copied().find(|id| city.is_illustrative(*id));
    let name = |id| city.places.get(id).name.en.clone();
    let text = format!("Area\tvalue\n{}\t3\n{}\t1\n", name(ward), name(area.unwrap()));
    let made = grids(&chart("alarm_total", "devices", "", &text), &city, &[run("")], Lang::En);
    assert_eq!(headings(&made[0])[1], "value (devices)");
    assert_eq!(row(&made[0], 0)[2..4], ["worked out", "Mitoshi (not all draws done)"]);
    assert_eq!(row(&made[0], 1)[2], "worked out (people illustrative)");
    // Looked at as a whole, the area says it of each of its years.
    let code = city.places.code(area.unwrap());
    let years = "Fiscal year\tForecast\nFY2023\t1\n";
    let made = grids(&chart("alarm_total", "devices", code, years), &city, &[run("C")], Lang::En);
    assert_eq!(row(&made[0], 0)[2], "worked out (people illustrative)");
}

#[test]
fn units_that_a_heading_says_itself_and_words_stay_as_they_are() {
    let city = Municipality::kawasaki();
    let text = "目標 (回)\t見通し (%)\t注\n400\t80\t'=1+1\n";
    let made = grids(&chart("care_meetings", "回", "", text), &city, &[run("C")], Lang::Ja);
    assert_eq!(headings(&made[0])[..3], ["目標 (回)", "見通し (%)", "注"]);
    assert_eq!(made[0].rows[made[0].n_headings][2], Value::text("=1+1"));
    let csv = String::from_utf8(write::csv(&made[0])).unwrap();
    assert!(csv.starts_with('\u{feff}') && csv.contains(",'=1+1,"), "{csv}");
}

#[test]
fn compared_scenarios_stand_one_after_the_other_in_the_settings() {
    let city = Municipality::kawasaki();
    let made = grids(&chart("", "", "", "a\tb\nx\t1\n"), &city, &[run("C1"), run("C2")], Lang::Ja);
    assert_eq!(row(&made[0], 0)[3], "見通し、結果コード C1, C2");
    let said = format!("{:?}", made[2].rows);
    assert!(said.contains("A：結果コード") && said.contains("B：結果コード"), "{said}");
}

/// A spreadsheet cuts off, or refuses, a cell of more letters.
#[test]
fn a_long_scenario_fills_more_than_one_cell() {
    let document = "案".repeat(70_000);
    let said = export::said(&["1".into(), "2".into(), "3".into(), document.clone()], Lang::Ja);
    assert!(said.iter().all(|(_, words)| words.chars().count() <= 32_767));
    assert_eq!(said[3].0, "シナリオ");
    let together: String = said[3..].iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(together, document);
}

#[test]
fn whoever_brings_a_charts_file_back_changes_nothing() {
    let city = Municipality::kawasaki();
    let tables = Tables::built_in(&KAWASAKI);
    let text = "年度\t実績\n令和元年度 (2019)\t999999\n";
    let made = grids(&chart("care_meetings", "回", "", text), &city, &[run("C")], Lang::Ja);
    for (name, bytes) in [("a.xlsx", write::xlsx(&made)), ("a.csv", write::csv(&made[0]))] {
        let sheets = read::open(name, &bytes, &read::shift_jis).unwrap();
        let preview =
            Preview::of(&[Opened { name, sheets: &sheets }], &tables, &city, &Hints::default());
        // Nothing in it is for taking in: either it says so, or what comes of it is the same.
        let after = preview.accept().unwrap_or_else(|_| tables.clone());
        assert!(after == tables, "{name}");
    }
}
