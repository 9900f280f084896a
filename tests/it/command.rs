//! What the program says of folders it cannot read. What it says of words it does not know is in
//! `programs/tests/program.rs`, where it can be started.

use std::path::{Path, PathBuf};

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
