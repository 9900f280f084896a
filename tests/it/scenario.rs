//! The document a person owns.

mod any;
mod handed_on;
mod history;
mod json;
mod moved;
mod told;

use any::setting;
use mitoshi::i18n::Lang;
use mitoshi::levers::{LeverError, LeverId, Policy, Setting};
use mitoshi::scenario::{DocumentError, Scenario};
use proptest::prelude::*;

proptest! {
    #![proptest_config(any::cases())]

    #[test]
    fn a_document_comes_back_as_it_went(scenario in any::scenario()) {
        prop_assert_eq!(Scenario::from_json(&scenario.to_json()), Ok(scenario.clone()));
        prop_assert_eq!(Scenario::from_json(&scenario.to_file()), Ok(scenario));
    }

    /// What cannot change a result is not part of what the result code signs.
    #[test]
    fn words_are_not_of_the_essence(scenario in any::scenario()) {
        let bare = Scenario {
            name: String::new(),
            description: String::new(),
            notes: Default::default(),
            place_notes: Default::default(),
            switches: Vec::new(),
            own_targets: Vec::new(),
            area_rule: Default::default(),
            decisions: Vec::new(),
            made_with: None,
            ..scenario.clone()
        };
        prop_assert!(bare.has_same_results(&scenario));
        prop_assert_eq!(bare.essence_json(), scenario.essence_json());
    }

    /// A document changed here and there is refused, or read as one that comes back as it went.
    #[test]
    fn a_mangled_document_is_refused_or_whole(
        scenario in any::scenario(),
        edits in any::edits(),
    ) {
        let text = any::mangled(&scenario.to_json(), &edits);
        if let Ok(read) = Scenario::from_json(&text) {
            prop_assert_eq!(Scenario::from_json(&read.to_json()), Ok(read));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(text in proptest::collection::vec(any::<char>(), 0..80)) {
        let text: String = text.into_iter().collect();
        let _ = Scenario::from_json(&text);
    }
}

#[track_caller]
fn check_refusal(text: &str, ja: &str, en: &str) {
    let error = Scenario::from_json(text).unwrap_err();
    assert_eq!(error.describe(Lang::Ja), ja);
    assert_eq!(error.describe(Lang::En), en);
}

#[test]
fn a_bad_document_is_refused_with_what_to_do() {
    check_refusal(
        r#"{"version":1,"municipality":"14130","seed":1,"draws":1024,
            "levers":[{"lever":"retention","value":120}]}"#,
        "「定着支援」の値 120 は範囲外です。0〜100%の値を入れてください。",
        "Retention programme is 120, out of range. Enter 0 to 100%.",
    );
    check_refusal(
        r#"{"version":2,"municipality":"14130","seed":1,"draws":1024,
            "levers":[{"lever":"posts_frozen","value":0.5}]}"#,
        "「配置数を据え置く」の値 0.5 は使えません。0（いいえ）か1（はい）にしてください。",
        "Freeze the number of posts cannot be 0.5. Enter 0 (no) or 1 (yes).",
    );
    check_refusal(
        r#"{"version":2,"municipality":"14130","seed":1,"draws":1024,
            "levers":[{"lever":"retention","value":0},{"lever":"retention","value":50}]}"#,
        "「定着支援」が同じ場所に2回書かれています。どちらか一方を消してください。",
        "Retention programme is set twice for the same place. Delete one of the two.",
    );
    check_refusal(
        r#"{"version":99}"#,
        "このファイルは新しい版（形式99）で作られています。新しい見通しで開いてください。",
        "This file was made by a newer version (form 99). Open it with a newer Mitoshi.",
    );
    check_refusal(
        "[1, 2]",
        "これはシナリオのファイルではありません。見通しが書き出したファイルを選んでください。",
        "This is not a scenario file. Choose a file exported by Mitoshi.",
    );
    check_refusal(
        r#"{"version":1,"municipality":"14130","seed":1,"draws":1024,
            "levers":[{"lever":"wings","value":2}]}"#,
        "「wings」という動かす値はありません。新しい版で作られたファイルでないか確かめてください。",
        "There is no lever called wings. Check whether the file was made by a newer version.",
    );
}

/// However deep a hostile text goes, it is refused and nothing overflows.
#[test]
fn a_text_without_a_bottom_is_refused() {
    for piece in ["[", "{\"a\":", "[[{\"version\":", "\u{feff}["] {
        let deep = piece.repeat(100_000);
        assert!(Scenario::from_json(&deep).is_err());
        let inside = format!(r#"{{"version":2,"levers":{deep}"#);
        assert!(Scenario::from_json(&inside).is_err());
    }
}

#[test]
fn an_unknown_field_is_not_passed_over() {
    let text = r#"{"version":1,"municipality":"14130","seed":1,"draws":64,"colour":"red"}"#;
    assert!(matches!(Scenario::from_json(text), Err(DocumentError::Field { .. })));
    check_refusal(
        text,
        "シナリオのファイルの「colour」が読めません。書き出し直したファイルを選んでください。",
        "“colour” in the scenario file cannot be read. Choose a file that was exported again.",
    );
    check_refusal(
        &text.replace(r#","colour":"red""#, "").replace(r#""seed":1"#, r#""seed":"one""#),
        "シナリオのファイルの「seed」が読めません。書き出し直したファイルを選んでください。",
        "“seed” in the scenario file cannot be read. Choose a file that was exported again.",
    );
    // Where there is no entry to name.
    check_refusal(
        &text.replace(r#""colour":"red""#, r#""notes":[1]"#),
        "シナリオのファイルに読めない項目があります。書き出し直したファイルを選んでください。",
        "The scenario file has an entry that cannot be read. Choose a file that was exported again.",
    );
}

#[test]
fn a_lever_out_of_range_is_told_as_people_write_numbers() {
    let told = |lever, value, lang| LeverError::OutOfRange { lever, value }.describe(lang);
    let (lever, value) = (LeverId::AlarmClassA, 3.0);
    assert_eq!(
        told(lever, value, Lang::Ja),
        "「慢性疾患のある65歳以上を対象に含める」の値 3 は使えません。\
         0（いいえ）か1（はい）にしてください。"
    );
    assert_eq!(
        told(lever, value, Lang::En),
        "Include 65+ with a chronic illness cannot be 3. Enter 0 (no) or 1 (yes)."
    );
    for lever in LeverId::all() {
        for lang in [Lang::Ja, Lang::En] {
            let words = told(lever, 123_456.5, lang);
            let is_grouped = words.split(|c: char| !c.is_ascii_digit()).all(|run| run.len() <= 3);
            assert!(is_grouped && words.contains("123,456.5"), "{words}");
        }
    }
}

/// One file per released version, kept for ever.
#[test]
fn old_documents_open() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/old_documents");
    let mut n = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let opened = Scenario::from_json(&text);
        assert!(opened.is_ok(), "{}: {:?}", path.display(), opened.err());
        n += 1;
    }
    assert!(1 <= n, "tests/old_documents holds one file per version");
}

#[test]
fn the_keys_of_levers_and_measures_are_never_lost() {
    let levers: Vec<&str> = LeverId::all().map(|l| l.spec().key).collect();
    let measures: Vec<&str> = mitoshi::measures::MeasureId::all().map(|m| m.spec().key).collect();
    for (file, keys) in [("lever_keys.txt", levers), ("measure_keys.txt", measures)] {
        let path = format!("{}/tests/golden/{file}", env!("CARGO_MANIFEST_DIR"));
        let known = std::fs::read_to_string(&path).unwrap_or_default();
        for key in known.lines() {
            assert!(
                keys.contains(&key),
                "{key} is gone from the catalogue, but saved documents hold it. Bring it back, or \
                 write a migration and take it out of {file}."
            );
        }
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), keys.len(), "two entries of {file} have the same key");
        let new: Vec<&&str> = keys.iter().filter(|k| !known.lines().any(|l| l == **k)).collect();
        if !new.is_empty() && std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, keys.join("\n") + "\n").unwrap();
        } else {
            assert!(
                new.is_empty(),
                "new in {file}: {new:?}. UPDATE_GOLDEN=1 cargo test adds them."
            );
        }
    }
}

#[test]
fn a_policy_is_checked_at_the_door() {
    let not_a_number = Setting { value: f64::NAN, ..setting(LeverId::Retention, "", 0.0, 0, 0) };
    assert!(matches!(
        Policy::default().with(not_a_number),
        Err(LeverError::OutOfRange { lever: LeverId::Retention, .. })
    ));
    let ward_age = setting(LeverId::AlarmAge, "14131", 0.0, 0, 0);
    assert!(matches!(Policy::default().with(ward_age), Err(LeverError::CityOnly { .. })));
    let back = setting(LeverId::Retention, "", 0.0, 0, 0);
    assert_eq!(Policy::default().with(back), Ok(Policy::default()), "as today is no setting");
}

#[test]
fn an_old_document_is_written_in_the_present_form() {
    let old = r#"{"version":1,"municipality":"14130","seed":7,"draws":64,"pandemic":false}"#;
    let new = r#"{"version":2,"municipality":"14130","seed":7,"draws":64,"pandemic":false}"#;
    assert_eq!(Scenario::from_json(old).unwrap().to_json(), new);
}

#[test]
fn a_scenario_without_names_keeps_its_figures() {
    use mitoshi::scenario::own::OwnFigure;
    let own = OwnFigure { value: 700.0, by: "川崎花子".into(), ..OwnFigure::default() };
    let scenario = Scenario { figures: vec![own], ..Scenario::default() };
    let sent = scenario.without_names();
    assert!(scenario.to_json().contains("川崎花子"));
    assert!(!sent.to_json().contains("川崎花子") && sent.figures[0].value == 700.0);
}
