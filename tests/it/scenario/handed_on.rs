//! What leaves the page and comes back: links, files, zips; and hostile ones.

use mitoshi::i18n::Lang;
use mitoshi::scenario::link::{LinkError, from_word, to_word};
use mitoshi::scenario::presets::PRESETS;
use mitoshi::scenario::{BYTES_MAX, DocumentError, Scenario, archive};
use proptest::prelude::*;

use super::any;

proptest! {
    #![proptest_config(any::cases())]

    #[test]
    fn a_scenario_comes_back_from_a_link(
        scenarios in proptest::collection::vec(any::scenario(), 1..4),
    ) {
        let word = to_word(&scenarios.iter().collect::<Vec<_>>());
        prop_assert!(word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        prop_assert_eq!(from_word(&word), Ok(scenarios));
    }

    #[test]
    fn a_zip_comes_back(scenarios in proptest::collection::vec(any::scenario(), 0..4)) {
        let zip = archive::to_zip(&scenarios, "案");
        let unpacked = archive::unpack("all.zip", &zip);
        prop_assert_eq!(unpacked.scenarios, scenarios);
        prop_assert!(unpacked.refused.is_empty());
    }

    /// Cut anywhere, or with a letter changed, a link is refused and never half-read.
    #[test]
    fn a_cut_or_changed_link_is_refused(scenario in any::scenario(), at: prop::sample::Index) {
        let word = to_word(&[&scenario]);
        let at = at.index(word.len());
        prop_assert!(from_word(&word[..at]).is_err());
        let mut changed = word.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let read = from_word(std::str::from_utf8(&changed).unwrap());
        // The last letter of base64 may carry bits that mean nothing.
        prop_assert!(read.is_err() || read == Ok(vec![scenario]));
    }

    /// A link that is whole but holds a changed document.
    #[test]
    fn a_link_to_a_mangled_document_is_refused_or_whole(
        scenario in any::scenario(),
        edits in any::edits(),
    ) {
        let text = any::mangled(&format!("[{}]", scenario.to_json()), &edits);
        if let Ok(read) = from_word(&packed(text.as_bytes())) {
            prop_assert_eq!(from_word(&to_word(&read.iter().collect::<Vec<_>>())), Ok(read));
        }
    }

    #[test]
    fn no_bytes_make_a_reader_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = from_word(&String::from_utf8_lossy(&bytes));
        let _ = archive::unpack("x", &bytes);
        let _ = archive::unpack("x", &[b"PK\x03\x04", bytes.as_slice()].concat());
    }
}

fn packed(bytes: &[u8]) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(bytes, 9);
    format!("1{}", Base64UrlUnpadded::encode_string(&packed))
}

/// A few letters that unpack to a hundred megabytes.
fn bomb() -> String {
    packed(&vec![b' '; 100_000_000])
}

#[test]
fn a_link_without_a_bottom_is_refused() {
    for piece in ["[", "{\"a\":"] {
        assert!(from_word(&packed(piece.repeat(200_000).as_bytes())).is_err());
    }
}

#[test]
fn a_bomb_is_refused_by_its_size() {
    assert_eq!(from_word(&bomb()), Err(LinkError::TooLarge));
    let long = format!(r#"{{"version":2,"name":"{}"}}"#, "a".repeat(BYTES_MAX));
    assert_eq!(Scenario::from_json(&long), Err(DocumentError::TooLarge));
}

#[track_caller]
fn check_refusal(word: &str, ja: &str) {
    assert_eq!(from_word(word).unwrap_err().describe(Lang::Ja), ja);
}

#[test]
fn a_bad_link_is_refused_with_what_to_do() {
    let cut = "リンクが途中で切れているか、文字が変わっています。リンク全体をコピーし直すか、ファイルで受け取ってください。";
    check_refusal("", cut);
    check_refusal("1", cut);
    check_refusal("<script>", cut);
    check_refusal("1AAAA", cut);
    check_refusal("2eNqr", "このリンクは新しい版で作られています。新しい見通しで開いてください。");
    check_refusal(
        &bomb(),
        "このリンクの中身は大きすぎるため、開きませんでした。ファイルで受け取ってください。",
    );
}

#[test]
fn a_zip_with_other_things_in_it_gives_what_can_be_read() {
    let good = Scenario { name: "良い案".to_owned(), ..Scenario::default() };
    let zip = archive::to_zip(std::slice::from_ref(&good), "案");
    let cut = archive::unpack("all.zip", &zip[..zip.len() / 2]);
    assert_eq!((cut.scenarios.len(), cut.refused.len()), (0, 1));
    let text = archive::unpack("notes.json", b"{\"version\":7}");
    assert_eq!(text.refusals(Lang::Ja).len(), 1);
    assert!(text.refusals(Lang::Ja)[0].contains("notes.json"));
}

#[test]
fn presets_are_documents_like_any_other() {
    for preset in PRESETS {
        let scenario = preset.scenario(Lang::Ja);
        assert_eq!(Scenario::from_json(&scenario.to_json()), Ok(scenario));
    }
}
