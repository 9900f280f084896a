//! From the bytes of a file to sheets of cells. Nothing here knows what a table means.
//!
//! What is refused is refused before it costs memory: each limit is looked at while reading.

mod text;
mod xlsx;
mod xml;
mod zip;

use crate::exchange::refusal::Refusal;
use crate::exchange::sheet::Sheet;

/// The largest file that is opened at all.
pub const MAX_BYTES: usize = 64 << 20;
/// What a packed file may unpack to, all its parts together.
pub const MAX_UNPACKED: usize = 128 << 20;
pub const MAX_ROWS: usize = 200_000;
pub const MAX_COLUMNS: usize = 1_000;
pub const MAX_CELLS: usize = 5_000_000;
pub const MAX_SHEETS: usize = 100;

/// Reads text that is not UTF-8; none when it is not Shift_JIS either. An argument, because the
/// browser has a decoder of its own.
pub type Decode<'a> = &'a dyn Fn(&[u8]) -> Option<String>;

/// Every sheet of a file; a text file is one sheet.
pub fn open(name: &str, bytes: &[u8], decode: Decode<'_>) -> Result<Vec<Sheet>, Refusal> {
    if MAX_BYTES < bytes.len() {
        return Err(Refusal::TooLarge { megabytes: bytes.len() >> 20 });
    }
    let sheets = if bytes.starts_with(b"PK\x03\x04") {
        xlsx::sheets(bytes)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Refusal::OldOrLocked);
    } else {
        vec![text::sheet(name, &text::decoded(bytes, decode)?)?]
    };
    if sheets.iter().all(Sheet::is_blank) {
        return Err(Refusal::Empty);
    }
    Ok(sheets)
}

/// What was copied in a spreadsheet and pasted here.
pub fn paste(text: &str) -> Result<Sheet, Refusal> {
    if MAX_BYTES < text.len() {
        return Err(Refusal::TooLarge { megabytes: text.len() >> 20 });
    }
    let sheet = text::sheet("", text)?;
    if sheet.is_blank() { Err(Refusal::Empty) } else { Ok(sheet) }
}

/// Shift_JIS as Windows writes it.
#[cfg(not(target_family = "wasm"))]
pub fn shift_jis(bytes: &[u8]) -> Option<String> {
    let (text, has_faults) = encoding_rs::SHIFT_JIS.decode_without_bom_handling(bytes);
    (!has_faults).then(|| text.into_owned())
}

/// Looks at the limits each time a row is done.
fn check_size(sheet: &Sheet, n_cells_before: usize) -> Result<(), Refusal> {
    if MAX_ROWS < sheet.n_rows() {
        return Err(Refusal::TooManyRows);
    }
    if sheet.n_rows() > 0 && MAX_COLUMNS < sheet.width(sheet.n_rows() - 1) {
        return Err(Refusal::TooManyColumns);
    }
    if MAX_CELLS < n_cells_before + sheet.n_cells() {
        return Err(Refusal::TooManyCells);
    }
    Ok(())
}
