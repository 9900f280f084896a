//! Scenarios as one word for an address, `#/open/<word>`, or for a page that carries them: JSON,
//! deflated, in base64url, with its form in front.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::json::Json;
use super::{BYTES_MAX, DocumentError, Scenario};
use crate::i18n::Lang;

/// The form of the word, its first letter.
const FORM: char = '1';

/// Addresses longer than this are cut by some mail programs and documents.
pub const LONG: usize = 2_000;

/// Most scenarios in one word: more than can be compared.
const SCENARIOS_MAX: usize = 64;

/// Strongest packing: links are made seldom and read by people.
const LEVEL: u8 = 9;

#[derive(Clone, Debug, PartialEq)]
pub enum LinkError {
    /// Letters are missing or changed.
    Cut,
    /// Made by a newer program.
    Newer,
    /// Unpacked it would be larger than anything a person writes.
    TooLarge,
    Document(DocumentError),
}

/// The word for these scenarios.
pub fn to_word(scenarios: &[&Scenario]) -> String {
    let documents: Vec<String> = scenarios.iter().map(|s| s.to_json()).collect();
    let packed = compress_to_vec_zlib(format!("[{}]", documents.join(",")).as_bytes(), LEVEL);
    format!("{FORM}{}", Base64UrlUnpadded::encode_string(&packed))
}

/// The scenarios of a word; at least one.
pub fn from_word(word: &str) -> Result<Vec<Scenario>, LinkError> {
    let word = word.trim();
    let rest = match word.chars().next() {
        Some(FORM) => &word[1..],
        Some('2'..='9') => return Err(LinkError::Newer),
        _ => return Err(LinkError::Cut),
    };
    let packed = Base64UrlUnpadded::decode_vec(rest).map_err(|_| LinkError::Cut)?;
    let bytes =
        decompress_to_vec_zlib_with_limit(&packed, BYTES_MAX).map_err(|error| {
            match error.status {
                TINFLStatus::HasMoreOutput => LinkError::TooLarge,
                _ => LinkError::Cut,
            }
        })?;
    let text = std::str::from_utf8(&bytes).map_err(|_| LinkError::Cut)?;
    let Ok(Json::List(documents)) = Json::read(text) else { return Err(LinkError::Cut) };
    if documents.is_empty() || SCENARIOS_MAX < documents.len() {
        return Err(LinkError::Cut);
    }
    let read = |document: Json| Scenario::from_value(document).map_err(LinkError::Document);
    documents.into_iter().map(read).collect()
}

impl LinkError {
    pub fn describe(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Cut, Lang::Ja) => {
                "リンクが途中で切れているか、文字が変わっています。リンク全体をコピーし直すか、ファイルで受け取ってください。".into()
            }
            (Self::Cut, Lang::En) => {
                "The link is cut or has changed letters. Copy all of it again, or ask for the file.".into()
            }
            (Self::Newer, Lang::Ja) => {
                "このリンクは新しい版で作られています。新しい見通しで開いてください。".into()
            }
            (Self::Newer, Lang::En) => {
                "This link was made by a newer version. Open it with a newer Mitoshi.".into()
            }
            (Self::TooLarge, Lang::Ja) => {
                "このリンクの中身は大きすぎるため、開きませんでした。ファイルで受け取ってください。".into()
            }
            (Self::TooLarge, Lang::En) => {
                "What this link holds is too large and was not opened. Ask for the file.".into()
            }
            (Self::Document(error), lang) => error.describe(lang),
        }
    }
}
