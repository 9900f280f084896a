//! The result code: a short word printed with every result, so that a printed number can be
//! checked on any machine.
//!
//! It is FNV-1a (64 bits) over the model's version, the data's hash, the scenario document, seed
//! and number of draws, and the values of every measure of the municipality (so every target's
//! too) by fiscal year for draws 0 … 255. It depends on no view, language or number of workers.

use super::columns::{Columns, Layout};
use crate::facts::fingerprint::Fnv;
use crate::measures::MeasureId;

/// Raised whenever a result can change for the same inputs.
pub const MODEL_VERSION: &str = "0.2.0";

/// Draws the code looks at.
pub const CODE_DRAWS: usize = 256;

/// What a code stands for besides the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed<'a> {
    pub data_hash: u64,
    pub document: &'a str,
    pub seed: u32,
    pub n_draws: u32,
}

/// The code of a result, such as «K7QF-2M9D-X3AB»; `None` until its draws are there.
pub fn result_code(signed: &Signed<'_>, columns: &Columns, layout: &Layout) -> Option<String> {
    let n = CODE_DRAWS.min(signed.n_draws as usize);
    if columns.n_draws() < n {
        return None;
    }
    let mut hash = Fnv::default();
    hash.eat(MODEL_VERSION.as_bytes());
    hash.eat(&signed.data_hash.to_le_bytes());
    hash.eat(signed.document.as_bytes());
    hash.eat(&signed.seed.to_le_bytes());
    hash.eat(&signed.n_draws.to_le_bytes());
    for measure in MeasureId::all() {
        hash.eat(measure.spec().key.as_bytes());
        for year in 0..layout.n_years {
            for value in columns.cell(layout.city(measure, year), n) {
                // One word for «no figures»: other NaNs cannot come up.
                let bits = if value.is_nan() { u32::MAX } else { value.to_bits() };
                hash.eat(&bits.to_le_bytes());
            }
        }
    }
    Some(letters(hash.sum()))
}

/// Twelve letters and digits without those that are misread, in groups of four.
fn letters(sum: u64) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut out = String::with_capacity(14);
    for i in 0..12 {
        if i == 4 || i == 8 {
            out.push('-');
        }
        let digit = (sum >> (59 - 5 * i)) & 31;
        out.push(char::from(ALPHABET[digit as usize]));
    }
    out
}
