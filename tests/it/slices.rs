//! Slices of a run's draws, joined again to exactly the result of one run.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use mitoshi::command::slice::{Slice, join};

/// The program as the tests were built, so that what is tested is what is run.
fn mitoshi(arguments: &[&str]) -> Result<String, String> {
    let done = Command::new(env!("CARGO_BIN_EXE_mitoshi")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    if done.status.success() { Ok(text(done.stdout)) } else { Err(text(done.stderr)) }
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("slices");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(name: &str, seed: &str, arguments: &[&str]) -> String {
    let path = folder().join(name);
    let run = ["run", "--draws", "40", "--seed", seed];
    fs::write(&path, mitoshi(&[&run, arguments].concat()).unwrap()).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn slices_join_to_exactly_the_result_of_one_run() {
    let whole = mitoshi(&["run", "--draws", "40", "--seed", "9"]).unwrap();
    // Not at the bounds of blocks, in both forms, and in the wrong order.
    let a = file("a.csv", "9", &["--from", "0", "--to", "7"]);
    let b = file("b.json", "9", &["--from", "7", "--to", "33", "--out", "json"]);
    let c = file("c.csv", "9", &["--from", "33", "--out", "csv"]);
    let joined = mitoshi(&["merge", &c, &a, &b]).unwrap();
    assert!(joined.contains("result code") && joined == whole, "{joined}\n{whole}");

    let sentence = mitoshi(&["merge", &a, &c]).unwrap_err();
    assert!(sentence.contains("Draw 7 is missing"), "{sentence}");
    let sentence = mitoshi(&["merge", &a, &b]).unwrap_err();
    assert!(sentence.contains("--from 33"), "{sentence}");
    let other = file("d.csv", "8", &["--from", "33", "--to", "40"]);
    let sentence = mitoshi(&["merge", &a, &b, &other]).unwrap_err();
    assert!(sentence.contains("different data, scenarios, seeds"), "{sentence}");
    let sentence = mitoshi(&["run", "--draws", "40", "--from", "9", "--to", "9"]).unwrap_err();
    assert!(sentence.contains("not a part of 40"), "{sentence}");
}

#[test]
fn both_forms_keep_every_bit() {
    let text = "# model: m\n# data: d\n# scenario: {}\ndraw,a/2018,b/2018\n\
                5,0.1,\n6,16777216,1.1754944e-38\n7,3.4028235e38,-0\n";
    let slice = Slice::read("t.csv", text).unwrap();
    let bits =
        |slice: &Slice| -> Vec<u32> { slice.draws.iter().flatten().map(|x| x.to_bits()).collect() };
    let again = Slice::read("t.csv", &slice.to_csv()).unwrap();
    assert_eq!(bits(&again), bits(&slice));
    let again = Slice::read("t.json", &slice.to_json()).unwrap();
    assert_eq!((bits(&again), again.from), (bits(&slice), 5));
    assert!(Slice::read("t.csv", "year,value\n2018,5").unwrap_err().contains("not a slice"));
    assert!(join(vec![slice], 3).is_err(), "it begins at draw 5");
}
