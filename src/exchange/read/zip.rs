//! The parts of a packed file, found by its directory and unpacked one at a time.

use std::cell::Cell;

use super::MAX_UNPACKED;
use crate::exchange::refusal::Refusal;

/// An opened archive: where each part lies.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part<'a>>,
    /// What may still be unpacked: a small file must not fill the memory.
    left: Cell<usize>,
}

struct Part<'a> {
    name: &'a str,
    method: u16,
    packed: usize,
    header: usize,
}

/// More parts than any workbook has.
const MAX_PARTS: usize = 5_000;

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let parts = directory(bytes).ok_or(Refusal::Broken)?;
        Ok(Self { bytes, parts, left: Cell::new(MAX_UNPACKED) })
    }

    /// The text of a part; none when there is no such part.
    pub(super) fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        let name = name.trim_start_matches('/');
        let is_it = |part: &&Part<'_>| part.name.eq_ignore_ascii_case(name);
        let Some(part) = self.parts.iter().find(is_it) else { return Ok(None) };
        let bytes = self.unpacked(part)?;
        self.left.set(self.left.get().saturating_sub(bytes.len()));
        String::from_utf8(bytes).map(Some).map_err(|_| Refusal::Broken)
    }

    fn unpacked(&self, part: &Part<'_>) -> Result<Vec<u8>, Refusal> {
        let data = self.data(part).ok_or(Refusal::Broken)?;
        match part.method {
            0 if data.len() <= self.left.get() => Ok(data.to_vec()),
            0 => Err(Refusal::Bomb),
            8 => {
                use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
                decompress_to_vec_with_limit(data, self.left.get()).map_err(|error| {
                    match error.status {
                        TINFLStatus::HasMoreOutput => Refusal::Bomb,
                        _ => Refusal::Broken,
                    }
                })
            }
            _ => Err(Refusal::Broken),
        }
    }

    /// The packed bytes stand after a header of their own, whose length differs.
    fn data(&self, part: &Part<'_>) -> Option<&'a [u8]> {
        let header = self.bytes.get(part.header..)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        header.get(start..start.checked_add(part.packed)?)
    }
}

/// The list of parts at the end of the file.
fn directory(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    // The end record is 22 bytes and a comment of at most 64 kB.
    let from = bytes.len().saturating_sub(22 + 65_535);
    let end = from + bytes[from..].windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let n_parts = usize::from(u16_at(bytes, end + 10)?).min(MAX_PARTS);
    let mut at = u32_at(bytes, end + 16)? as usize;
    let mut parts = Vec::new();
    for _ in 0..n_parts {
        let entry = bytes.get(at..)?;
        if !entry.starts_with(b"PK\x01\x02") {
            return None;
        }
        let name_length = usize::from(u16_at(entry, 28)?);
        let rest = usize::from(u16_at(entry, 30)?) + usize::from(u16_at(entry, 32)?);
        let name = std::str::from_utf8(entry.get(46..46 + name_length)?).ok();
        if let Some(name) = name {
            parts.push(Part {
                name,
                method: u16_at(entry, 10)?,
                packed: u32_at(entry, 20)? as usize,
                header: u32_at(entry, 42)? as usize,
            });
        }
        at += 46 + name_length + rest;
    }
    Some(parts)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
