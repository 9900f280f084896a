//! Planted faults: each is caught, and the message says where it is and what to do.

use mitoshi::facts::builtin::{ASAGO, Folder, KAWASAKI};
use mitoshi::facts::{FactError, Municipality, errors_text};
use mitoshi::i18n::Lang;

#[test]
fn a_missing_source_is_refused() {
    check(
        &KAWASAKI,
        "observations.csv",
        (
            "care_meetings,14130,FY2019,actual,296,,kawasaki_plan_8",
            "care_meetings,14130,FY2019,actual,296,,",
        ),
        "observations.csv 9行目「source」列：空欄です。値を入れてください。",
        "observations.csv, line 9, column “source”: the cell is empty. Enter a value.",
    );
    check(
        &KAWASAKI,
        "population.csv",
        ("# source: ipss_2018", "# source: hearsay"),
        "population.csv：出典「hearsay」は登録されていません。sources.csv に加えるか、名前を直してください。",
        "population.csv: the source “hearsay” is not listed. Add it to sources.csv, or \
         correct the name.",
    );
}

#[test]
fn a_ward_that_does_not_add_up_is_refused() {
    check(
        &KAWASAKI,
        "population.csv",
        ("14130,2015-10-01,male,33921", "14130,2015-10-01,male,33922"),
        "population.csv 10行目「0-4」列：2015年 男 0〜4歳は内訳の計が 33,921、全体が 33,922 で合いません。どちらかの値を直してください。",
        "population.csv, line 10, column “0-4”: 2015, men, 0–4: the parts add up to 33,921, the \
         whole is 33,922. Correct one of them.",
    );
    check(
        &KAWASAKI,
        "register.csv",
        ("14130,2015,742716", "14130,2015,742717"),
        "register.csv 8行目「men」列：平成27年 (2015) 男は内訳の計が 742,716、全体が 742,717 で合いません。どちらかの値を直してください。",
        "register.csv, line 8, column “men”: 2015 (Heisei 27), men: the parts add up to 742,716, \
         the whole is 742,717. Correct one of them.",
    );
}

#[test]
fn raw_and_completed_ages_are_not_mixed() {
    check(
        &KAWASAKI,
        "population.csv",
        ("# counting: completed", "# counting: raw"),
        "population.csv：数え方が「raw」です。年齢不詳の扱いが違う表は混ぜられないので、「# counting: completed」の表を入れてください。",
        "population.csv: people are counted as “raw”. Tables that treat unknown ages di\
         fferently cannot be mixed: give one with “# counting: completed”.",
    );
}

#[test]
fn headers_columns_and_keys_are_checked() {
    check(
        &ASAGO,
        "bands.csv",
        ("# unit: persons\n", ""),
        "bands.csv：先頭の「# unit:」の行がありません。出典・単位・時点などの行を加えてください。",
        "bands.csv: the line “# unit:” is missing at the top. Add it, so that source, u\
         nit and date are known.",
    );
    check(
        &ASAGO,
        "bands.csv",
        ("65+,70+", "65+,70plus"),
        "bands.csv：「70+」の列がありません。この列を加えてください。",
        "bands.csv: the column “70+” is missing. Add this column.",
    );
    check(
        &KAWASAKI,
        "population.csv",
        ("0-4,5-9", "0-4,children"),
        "population.csv：「children」という列は使えません。列を消すか、名前を place, date, sex, 0-4, …, 90+ に直してください。",
        "population.csv: the column “children” is not known here. Delete it, or rename \
         it to one of place, date, sex, 0-4, …, 90+.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("centre_awareness,14130,FY2016", "centre_awareness,14130,FY2019"),
        "observations.csv 11行目：centre_awareness 14130 FY2019 は 10 行目にもあります。どちらか一方を消してください。",
        "observations.csv, line 11: centre_awareness 14130 FY2019 stands in line 10 as \
         well. Delete one of the two.",
    );
}

#[test]
fn cells_are_checked() {
    check(
        &KAWASAKI,
        "observations.csv",
        ("FY2019,actual,296", "FY2019,actual,約300"),
        "observations.csv 9行目「value」列：「約300」は数ではありません。半角の数を入れてください。",
        "observations.csv, line 9, column “value”: “約300” is not a number. Enter digits.",
    );
    check(
        &KAWASAKI,
        "observations.csv",
        ("FY2019,actual,296", "R1,actual,296"),
        "observations.csv 9行目「time」列：「R1」は時点として読めません。FY2019、2020、2020-06、2020-10-01 のように書いてください。",
        "observations.csv, line 9, column “time”: “R1” is not a time. Write it like FY2\
         019, 2020, 2020-06 or 2020-10-01.",
    );
    check(
        &ASAGO,
        "observations.csv",
        ("population,28225", "populace,28225"),
        "observations.csv 8行目「measure」列：指標「populace」がありません。measures.csv に加えるか、名前を直してください。",
        "observations.csv, line 8, column “measure”: there is no measure “populace”. Ad\
         d it to measures.csv, or correct the name.",
    );
    check(
        &ASAGO,
        "municipality.csv",
        ("plan_first,2021", "plan_first,2023"),
        "municipality.csv：年度の順が逆です。実績、計画、見通しの順に新しくなるように直してください。",
        "municipality.csv: the years are out of order. History comes first, then the pl\
         an, then the outlook.",
    );
}

#[test]
fn a_missing_file_is_named() {
    let without = |name: &str| ASAGO.read(name).filter(|_| name != "places.csv").map(str::to_owned);
    let errors = Municipality::from_tables(&without).unwrap_err();
    assert_eq!(
        errors_text(&errors, Lang::Ja),
        "検査：1件の問題があります\n\
         - places.csv：ファイルがありません。フォルダーにこの名前のCSVを入れてください。\n"
    );
    assert_eq!(
        errors_text(&errors, Lang::En),
        "Checked: 1 problem\n\
         - places.csv: the file is missing. Put a CSV of this name into the folder.\n"
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let text = ASAGO.read("observations.csv").unwrap();
    let text = text.replace("31053", "many").replace("2276", "few").replace("1546", "-");
    let errors = read(&ASAGO, "observations.csv", &text).unwrap_err();
    assert_eq!(errors.len(), 3, "{errors:?}");
}

/// A town may bring its own sources and measures; a table's name in one language, as files had it
/// once, is shown in both.
#[test]
fn own_sources_and_measures_are_read() {
    check_own_source("table", "表1", "表1");
    check_own_source("table_ja,table_en", "表1,Table 1", "Table 1");
}

#[track_caller]
fn check_own_source(columns: &str, cells: &str, in_english: &str) {
    let head = "# source: care_manual_2018\n# unit: none\n# as_of: 2018\n# retrieved: 2026-11-21\n\
                # grade: observed\n# note: test\n";
    let files = |name: &str| match name {
        "sources.csv" => Some(format!(
            "{head}source,publisher_ja,publisher_en,title_ja,title_en,{columns},as_of,assumed_by,\
             because_ja,because_en\nour_book,朝来市,Asago,台帳,Ledger,{cells},2018-01-01,,,\n"
        )),
        "measures.csv" => Some(format!(
            "{head}measure,label_ja,label_en,unit_ja,unit_en\nour_calls,見守り電話,calls,件/年,calls\n"
        )),
        "observations.csv" => {
            let text = ASAGO.read(name).unwrap().to_owned();
            Some(text + "our_calls,28225,FY2017,actual,12,,our_book,observed,,\n")
        }
        _ => ASAGO.read(name).map(str::to_owned),
    };
    let town = Municipality::from_tables(&files).unwrap();
    let seen = town.observed("our_calls", town.places.root());
    assert_eq!(seen[0].value, 12.0);
    let said = |lang| town.citation(seen[0].provenance.source, lang);
    assert_eq!(said(Lang::Ja), "朝来市「台帳」表1（2018-01-01）");
    assert_eq!(said(Lang::En), format!("Asago, “Ledger”, {in_english} (2018-01-01)"));
}

/// Areas from a register: wards and town are their sums.
#[test]
fn own_area_populations_replace_the_split() {
    let ages = "0-4,5-9,10-14,15-19,20-24,25-29,30-34,35-39,40-44,45-49,50-54,55-59,60-64,65-69,\
                70-74,75-79,80-84,85-89,90+";
    let row = |sex: &str, n: u32| {
        let cells: Vec<String> = (0..19).map(|age| (n + age).to_string()).collect();
        format!("28225-a01,2018-01-01,{sex},{}\n", cells.join(","))
    };
    let text = format!(
        "# source: care_manual_2018\n# unit: persons\n# as_of: 2018\n# retrieved: 2026-11-21\n\
         # grade: observed\n# counting: completed\n# note: test\nplace,date,sex,{ages}\n{}{}",
        row("male", 100),
        row("female", 200)
    );
    let town = read(&ASAGO, "area_population.csv", &text).unwrap();
    let total = town.population.base.total(town.places.root(), 2018).unwrap().persons();
    assert_eq!(total, 19 * 300 + 2 * 171);
}

fn read(folder: &Folder, file: &str, text: &str) -> Result<Municipality, Vec<FactError>> {
    Municipality::from_tables(&|name: &str| {
        if name == file { Some(text.to_owned()) } else { folder.read(name).map(str::to_owned) }
    })
}

/// Plants one fault and expects it among what is told, in both languages.
#[track_caller]
fn check(folder: &Folder, file: &str, (good, bad): (&str, &str), ja: &str, en: &str) {
    let text = folder.read(file).unwrap();
    assert!(text.contains(good), "{file} no longer holds {good}");
    let errors = read(folder, file, &text.replacen(good, bad, 1)).unwrap_err();
    let told = |lang| errors.iter().map(|error| error.describe(lang)).collect::<Vec<_>>();
    assert!(told(Lang::Ja).iter().any(|words| words == ja), "{:#?}", told(Lang::Ja));
    assert!(told(Lang::En).iter().any(|words| words == en), "{:#?}", told(Lang::En));
}
