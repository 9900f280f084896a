//! The program itself, started: what it says of words it does not know. Here, because only the
//! package of a program is told where it was built.

#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed, and says where")]

use std::process::{Command, Stdio};

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
