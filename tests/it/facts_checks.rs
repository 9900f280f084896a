//! Figures that cannot be: out of bounds, contradicting each other, of no computed year. Each is
//! refused, told once, and told in the reader's own words.

use mitoshi::facts::builtin::{ASAGO, Folder, KAWASAKI};
use mitoshi::facts::{FactError, Municipality};
use mitoshi::i18n::Lang;

#[test]
fn a_figure_stays_within_what_its_unit_can_be() {
    check(
        &KAWASAKI,
        "observations.csv",
        ("alarm_portable,14130,FY2018,actual,535", "alarm_portable,14130,FY2018,actual,-535"),
        "observations.csv 12行目「value」列：「-535」は負の数です。0以上の数を入れてください。",
        "observations.csv, line 12, column “value”: “-535” is below zero. Enter 0 or more.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("FY2019,actual,44.4,0.47", "FY2019,actual,444,0.47"),
        "observations.csv 11行目「value」列：「444」は100%を超えています。0〜100の数を入れてください。",
        "observations.csv, line 11, column “value”: “444” is above 100 %. Enter 0 to 100.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("FY2020,estimate,923,40", "FY2020,estimate,923,-40"),
        "observations.csv 14行目「error_sd」列：「-40」は負の数です。0以上の数を入れてください。",
        "observations.csv, line 14, column “error_sd”: “-40” is below zero. Enter 0 or more.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("alarm_home,14130,FY2018,actual,1034", "alarm_home,14130,FY2018,actual,\"1,034\""),
        "observations.csv 15行目「value」列：「1,034」に桁区切りのコンマがあります。コンマを消して数字だけにしてください。",
        "observations.csv, line 15, column “value”: “1,034” has commas between its digits. \
         Delete the commas.",
    );
}

#[test]
fn a_total_is_the_sum_of_its_parts() {
    check(
        &KAWASAKI,
        "observations.csv",
        ("alarm_total,14130,FY2019,actual,1609", "alarm_total,14130,FY2019,actual,1700"),
        "observations.csv 19行目「value」列：川崎市 令和元年度 (2019) 緊急通報システム 合計は内訳の計が 1,609、全体が 1,700 で合いません。どちらかの値を直してください。",
        "observations.csv, line 19, column “value”: Kawasaki, FY2019 (Reiwa 1), alarm devices in \
         total: the parts add up to 1,609, the whole is 1,700. Correct one of them.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("watch_reports_away,14130,FY2019,actual,15", "watch_reports_away,14130,FY2019,actual,5"),
        "observations.csv 38行目「value」列：川崎市 令和元年度 (2019) 地域見守りネットワーク 通報事例は内訳の計が 27、全体が 37 で合いません。どちらかの値を直してください。",
        "observations.csv, line 38, column “value”: Kawasaki, FY2019 (Reiwa 1), reports received \
         from partners: the parts add up to 27, the whole is 37. Correct one of them.",
    );
}

#[test]
fn an_age_holds_no_more_people_than_the_wider_one() {
    check(
        &ASAGO,
        "bands.csv",
        ("28225,2018-01-01,both,31053", "28225,2018-01-01,both,9000"),
        "bands.csv 9行目「65+」列：平成30年1月1日 (2018) 男女計 65歳以上の 10,341 が総数の 9,000 より多くなっています。どちらかの値を直してください。",
        "bands.csv, line 9, column “65+”: 1 January 2018, both sexes, 65+ (10,341) is more than \
         total (9,000), which it is part of. Correct one of them.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("pop_65,14131,2017-04-01,actual,50806", "pop_65,14131,2017-04-01,actual,508060"),
        "observations.csv 59行目「value」列：川崎区 平成29年4月1日 (2017) 65歳以上の 508,060 が人口の 230,173 より多くなっています。どちらかの値を直してください。",
        "observations.csv, line 59, column “value”: Kawasaki Ward, 1 April 2017, people aged 65 \
         and over (508,060) is more than population (230,173), which it is part of. Correct one \
         of them.",
    );
}

#[test]
fn a_target_is_of_a_year_that_is_computed() {
    check(
        &KAWASAKI,
        "targets.csv",
        ("care_meetings,14130,2022", "care_meetings,14130,2032"),
        "targets.csv 8行目「year」列：2032年度は見通しを計算する期間の外です。2021〜2025の年度にしてください。",
        "targets.csv, line 8, column “year”: the fiscal year 2032 lies outside the forecast. \
         Choose one from 2021 to 2025.",
    );
    check(
        &KAWASAKI,
        "targets.csv",
        ("care_meetings,14130,2022", "care_meetings,14130,FY2022"),
        "targets.csv 8行目「year」列：「FY2022」は年として読めません。2022 のように数字4桁だけで書いてください。",
        "targets.csv, line 8, column “year”: “FY2022” is not a year. Write its four digits only, \
         like 2022.",
    );
}

#[test]
fn as_many_places_are_listed_as_there_are() {
    check(
        &KAWASAKI,
        "places.csv",
        ("Takatsu Ward,4,7", "Takatsu Ward,3,7"),
        "places.csv 13行目「areas」列：地域ケア圏域の数が 3 ですが、4 の行が並んでいます。数を直すか、行を消してください。",
        "places.csv, line 13, column “areas”: the number of care areas is given as 3, but 4 are \
         listed. Correct the number, or delete rows.",
    );
    // Told before any of them is made.
    check(
        &KAWASAKI,
        "places.csv",
        ("Takatsu Ward,4,7", "Takatsu Ward,40000000,7"),
        "places.csv：場所が 40,000,104 あり、多すぎます。65,000 までに減らしてください。",
        "places.csv: There are 40,000,104 places, too many. Keep to at most 65,000.",
    );
}

#[test]
fn a_source_of_ones_own_has_a_name_of_its_own() {
    let head = "# source: care_manual_2018\n# unit: none\n# as_of: 2018\n# retrieved: 2026-11-21\n\
                # grade: observed\n# note: test\n";
    let text = format!(
        "{head}source,publisher_ja,publisher_en,title_ja,title_en,table,as_of,assumed_by,\
         because_ja,because_en\nkawasaki_plan_8,川崎市,Kawasaki,台帳,Ledger,表1,2018-01-01,,,\n"
    );
    let errors = read(&KAWASAKI, "sources.csv", &text).unwrap_err();
    assert_eq!(
        told(&errors, Lang::Ja),
        [
            "sources.csv 8行目「source」列：出典「kawasaki_plan_8」は見通しにもとからある名前です。別の名前を付けてください。"
        ]
    );
    assert_eq!(
        told(&errors, Lang::En),
        ["sources.csv, line 8, column “source”: the source “kawasaki_plan_8” is one that Mitoshi \
          has already. Give yours another name."]
    );
}

#[test]
fn a_missing_ward_row_is_told_as_one() {
    let text = KAWASAKI.read("population.csv").unwrap();
    let is_it = |line: &&str| !line.starts_with("14137,2025-10-01,male");
    let without: Vec<_> = text.lines().filter(is_it).collect();
    let errors = read(&KAWASAKI, "population.csv", &without.join("\n")).unwrap_err();
    assert_eq!(
        told(&errors, Lang::Ja),
        ["population.csv：14137 2025年 男の行がありません。行を加えてください。"]
    );
    assert_eq!(
        told(&errors, Lang::En),
        ["population.csv: there is no row for 14137, 2025, men. Add it."]
    );
}

#[test]
fn a_row_that_stands_twice_is_told_once() {
    let twice = |folder: &Folder, file: &str, start: &str| {
        let text = folder.read(file).unwrap();
        let line = text.lines().find(|line| line.starts_with(start)).unwrap();
        let text = format!("{}\n{line}\n", text.trim_end());
        told(&read(folder, file, &text).unwrap_err(), Lang::Ja)
    };
    assert_eq!(
        twice(&KAWASAKI, "places.csv", "14134-a02"),
        ["places.csv 24行目：14134-a02 は 18 行目にもあります。どちらか一方を消してください。"]
    );
    assert_eq!(
        twice(&KAWASAKI, "register.csv", "14133,2018"),
        ["register.csv 48行目：14133 2018 は 35 行目にもあります。どちらか一方を消してください。"]
    );
}

#[test]
fn english_sentences_hold_english_names() {
    let text = KAWASAKI.read("population.csv").unwrap();
    let is_it = |line: &&str| !line.starts_with("14137,2020-10-01");
    let text: Vec<_> = text.lines().filter(is_it).collect();
    let bands = KAWASAKI.read("bands.csv").unwrap();
    let bands: Vec<_> = bands.lines().filter(is_it).collect();
    let errors = Municipality::from_tables(&|name: &str| match name {
        "population.csv" => Some(text.join("\n")),
        "bands.csv" => Some(bands.join("\n")),
        _ => KAWASAKI.read(name).map(str::to_owned),
    })
    .unwrap_err();
    let en = told(&errors, Lang::En);
    assert!(
        en.iter().any(|words| words
            == "population.csv: Asao Ward has no population in the base year. Add rows to \
                population.csv or bands.csv."),
        "{en:#?}"
    );
    let is_plain = |words: &String| !words.chars().any(|letter| ('ぁ'..='鿿').contains(&letter));
    assert!(en.iter().all(is_plain), "{en:#?}");
}

fn read(folder: &Folder, file: &str, text: &str) -> Result<Municipality, Vec<FactError>> {
    Municipality::from_tables(&|name: &str| {
        if name == file { Some(text.to_owned()) } else { folder.read(name).map(str::to_owned) }
    })
}

fn told(errors: &[FactError], lang: Lang) -> Vec<String> {
    errors.iter().map(|error| error.describe(lang)).collect()
}

/// Plants one fault, and expects that it alone is told, in both languages.
#[track_caller]
fn check(folder: &Folder, file: &str, (good, bad): (&str, &str), ja: &str, en: &str) {
    let text = folder.read(file).unwrap();
    assert!(text.contains(good), "{file} no longer holds {good}");
    let errors = read(folder, file, &text.replacen(good, bad, 1)).unwrap_err();
    assert_eq!(told(&errors, Lang::Ja), [ja]);
    assert_eq!(told(&errors, Lang::En), [en]);
}
