//! The program itself: what it says of folders it cannot read, and of words it does not know.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use mitoshi::command::folder;
use mitoshi::facts::builtin::ASAGO;
use mitoshi::facts::read::nearest_file;
use mitoshi::i18n::Lang;

/// A folder of Asago's tables, with one file more or one changed.
fn folder_with(name: &str, file: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    for (name, text) in ASAGO.files {
        std::fs::write(path.join(name), text).unwrap();
    }
    std::fs::write(path.join(file), bytes).unwrap();
    path
}

#[track_caller]
fn check_folder(path: &Path, ja: &[&str], en: &[&str]) {
    let errors = folder::read(path).unwrap_err();
    let told = |lang| errors.iter().map(|error| error.describe(lang)).collect::<Vec<_>>();
    assert_eq!(told(Lang::Ja), ja);
    assert_eq!(told(Lang::En), en);
}

#[test]
fn a_folder_is_read_whole_or_not_at_all() {
    let path = folder_with("fine", "notes.txt", "何でもない".as_bytes());
    assert!(folder::read(&path).unwrap().municipality().is_ok());
}

#[test]
fn a_mistyped_table_is_not_passed_over() {
    let path = folder_with("mistyped", "Observation.csv", b"");
    check_folder(
        &path,
        &[
            "Observation.csv：この名前の表は読まれません。名前を observations.csv などに直すか、フォルダーから出してください。",
        ],
        &[
            "Observation.csv: no table of this name is read. Rename it, to observations.csv perhaps, \
           or take it out of the folder.",
        ],
    );
    for (slip, meant) in [
        ("target.csv", "targets.csv"),
        ("obsrvations.csv", "observations.csv"),
        ("areapopulation.csv", "area_population.csv"),
        ("lifetable.csv", "life_table.csv"),
    ] {
        assert_eq!(nearest_file(slip), meant);
    }
}

#[test]
fn another_encoding_is_not_passed_over() {
    let shift_jis = b"measure,\x90\x6c\x8c\xfb\n";
    let path = folder_with("shift_jis", "observations.csv", shift_jis);
    check_folder(
        &path,
        &[
            "observations.csv：文字コードがUTF-8ではありません。「CSV UTF-8」の形式で保存し直してください。",
        ],
        &["observations.csv: the text is not UTF-8. Save it again as “CSV UTF-8”."],
    );
}

#[test]
fn a_missing_folder_is_named() {
    check_folder(
        Path::new("no/such/folder"),
        &["no/such/folder：フォルダーがありません。名前と場所を確かめてください。"],
        &["no/such/folder: there is no such folder. Check its name and place."],
    );
}

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
