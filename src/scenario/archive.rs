//! Many scenarios in one zip file, and whatever a person drops onto the page: a document, a zip
//! of them, read with a limit on everything.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{BYTES_MAX, DocumentError, Scenario};
use crate::i18n::Lang;

/// Most files of a zip that are looked at, and most bytes of all of them together.
const FILES_MAX: usize = 2_000;
const ALL_BYTES_MAX: usize = 100_000_000;

/// What a file held: the scenarios, and for each part that could not be read its name and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unpacked {
    pub scenarios: Vec<Scenario>,
    pub refused: Vec<(String, DocumentError)>,
}

/// All scenarios as one zip of files; two of the same name get numbers.
pub fn to_zip(scenarios: &[Scenario], unnamed: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (i, scenario) in scenarios.iter().enumerate() {
        let name = if scenario.name.is_empty() { unnamed } else { &scenario.name };
        let is_bad = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
        let safe: String = name.chars().map(|c| if is_bad(c) { '-' } else { c }).collect();
        let file = format!("{:03} {}.mitoshi.json", i + 1, short(&safe));
        writer
            .start_file(file, options)
            .and_then(|()| Ok(writer.write_all(scenario.to_file().as_bytes())?))
            .expect("writing to memory cannot fail");
    }
    writer.finish().expect("writing to memory cannot fail").into_inner()
}

/// File systems take 255 bytes: sixty letters of three bytes, the number and the ending.
fn short(name: &str) -> String {
    name.chars().take(60).collect()
}

/// Reads a document or a zip of documents. Other files of a zip are passed over.
pub fn unpack(name: &str, bytes: &[u8]) -> Unpacked {
    let mut unpacked = Unpacked::default();
    if bytes.starts_with(b"PK") {
        if unpack_zip(bytes, &mut unpacked).is_none() {
            unpacked.refused.push((name.to_owned(), DocumentError::NotAScenario));
        }
    } else {
        unpacked.take(name, bytes);
    }
    unpacked
}

fn unpack_zip(bytes: &[u8], unpacked: &mut Unpacked) -> Option<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut room = ALL_BYTES_MAX;
    for i in 0..archive.len().min(FILES_MAX) {
        let Ok(file) = archive.by_index(i) else { continue };
        let name = file.name().to_owned();
        if !name.ends_with(".json") {
            continue;
        }
        let mut text = Vec::new();
        // One byte more than a document may have shows that it is too long.
        let limit = room.min(BYTES_MAX + 1);
        if file.take(limit as u64).read_to_end(&mut text).is_err() {
            unpacked.refused.push((name, DocumentError::NotAScenario));
            continue;
        }
        room -= text.len();
        unpacked.take(&name, &text);
    }
    Some(())
}

impl Unpacked {
    fn take(&mut self, name: &str, bytes: &[u8]) {
        let read = match std::str::from_utf8(bytes) {
            Ok(text) => Scenario::from_json(text),
            Err(_) => Err(DocumentError::NotAScenario),
        };
        match read {
            Ok(scenario) => self.scenarios.push(scenario),
            Err(error) => self.refused.push((name.to_owned(), error)),
        }
    }

    /// What was not read, and why, in sentences.
    pub fn refusals(&self, lang: Lang) -> Vec<String> {
        let told = |(name, error): &(String, DocumentError)| match lang {
            Lang::Ja => format!("「{name}」：{}", error.describe(lang)),
            Lang::En => format!("{name}: {}", error.describe(lang)),
        };
        self.refused.iter().map(told).collect()
    }
}
