//! The program itself, started: what it says of words it does not know. Here, because only the
//! package of a program is told where it was built.

#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed, and says where")]

use std::process::{Command, Stdio};

use mitoshi::exchange::Tables;
use mitoshi::exchange::read::shift_jis;
use mitoshi::exchange::wire::{Bring, Content};
use mitoshi::facts::builtin::ASAGO;

fn program(words: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_mitoshi"));
    program.args(words);
    program
}

#[track_caller]
fn check_refusal(words: &[&str], sentence: &str) {
    let output = program(words).output().unwrap();
    assert!(!output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap().trim(), sentence);
}

#[test]
fn arguments_are_refused_in_the_language_asked_for() {
    check_refusal(
        &["facts", "--draw", "3"],
        "--draw という項目はありません。mitoshi help を見てください。",
    );
    check_refusal(
        &["facts", "--draw", "3", "--lang", "en"],
        "There is no option called --draw. See: mitoshi help",
    );
    check_refusal(
        &["run", "--draws", "many"],
        "--draws の「many」は整数ではありません。0以上の整数を入れてください。",
    );
    check_refusal(&["dance"], "dance というコマンドはありません。mitoshi help を見てください。");
    check_refusal(
        &["facts", "--lang", "fr"],
        "「fr」では表示できません。--lang には ja か en を書いてください。\n\
         There is no language “fr”. Write --lang ja or --lang en.",
    );
}

/// As `mitoshi facts | head -1` does.
#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut child = program(&["facts", "--data", "asago"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

/// Results of the wards beside those of the municipality, which stay as they are without them.
#[test]
fn results_go_out_by_place() {
    let lines = |name: &str, more: &[&str]| -> Vec<String> {
        let out = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let out = out.to_str().unwrap();
        let words = [&["export", "--out", out, "--draws", "16", "--lang", "en"], more].concat();
        let output = program(&words).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = std::fs::read_to_string(format!("{out}/forecast.csv")).unwrap();
        text.lines().map(str::to_owned).collect()
    };
    let whole = lines("export_whole", &[]);
    let wards = lines("export_wards", &["--places", "wards"]);
    let is_of_ward = |line: &&String| line.contains(",ward,");
    let of_city: Vec<_> = wards.iter().filter(|line| !is_of_ward(line)).collect();
    assert_eq!(of_city, whole.iter().collect::<Vec<_>>());
    let people = |level: &str| -> Vec<f64> {
        let of_2023 =
            wards.iter().map(|line| line.split(',').collect::<Vec<_>>()).filter(|cells| {
                cells[0] == "Population" && cells[2] == level && cells[3].starts_with("FY2023")
            });
        of_2023.map(|cells| cells[8].parse().unwrap()).collect()
    };
    let (city, parts) = (people("municipality"), people("ward"));
    assert_eq!((city.len(), parts.len()), (1, 7));
    let sum: f64 = parts.iter().sum();
    assert!((sum / city[0] - 1.0).abs() < 0.002, "{parts:?} of {city:?}");
}

/// The program reads files with the eyes of the page, and writes nothing while one is wrong.
#[test]
fn files_are_checked_and_taken_in_with_the_sentences_of_the_page() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("devices.csv");
    let out = folder.join("out");
    let run = |command: &str, lang: &str, text: &str| {
        std::fs::write(&file, text).unwrap();
        let (file, out) = (file.to_str().unwrap(), out.to_str().unwrap());
        let words = [command, file, "--data", "asago", "--lang", lang, "--out", out];
        let words = if command == "check" { &words[..6] } else { &words[..] };
        let output = program(words).output().unwrap();
        let [said, wrong] = [output.stdout, output.stderr].map(|b| String::from_utf8(b).unwrap());
        (output.status.success(), said + &wrong)
    };
    let wrong = "指標,令和元年度,令和2年度\n携帯型,たくさん,-3\n";
    let bring = Bring {
        tables: texts(&Tables::built_in(&ASAGO)),
        files: vec![("devices.csv".into(), Content::File(wrong.into()))],
        newcomer: None,
    };
    let told = bring.answer(&shift_jis, &|_| Vec::new());
    assert_eq!(told.problems.len(), 2);
    for command in ["check", "import"] {
        for (at, lang) in ["ja", "en"].into_iter().enumerate() {
            let (is_fine, said) = run(command, lang, wrong);
            assert!(!is_fine && !out.exists(), "{said}");
            for problem in &told.problems {
                for words in [&problem.at, &problem.found, &problem.expected, &problem.fix] {
                    assert!(said.contains(&words[at]), "{words:?} is not in {said}");
                }
            }
        }
    }
    let (is_fine, said) = run("check", "ja", "指標,令和元年度\n携帯型,131\n");
    assert!(is_fine && said.contains("問題はありません") && !out.exists(), "{said}");
    let (is_fine, said) = run("import", "en", "指標,令和元年度\n携帯型,131\n");
    assert!(is_fine, "{said}");
    let taken = std::fs::read_to_string(out.join("observations.csv")).unwrap();
    assert!(taken.contains("alarm_portable") && taken.contains("131"), "{taken}");
}

fn texts(tables: &Tables) -> Vec<(String, String)> {
    tables.files().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}
