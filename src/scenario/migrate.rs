//! Brings older documents to the present form, one step per version.

use super::DocumentError;
use super::document::VERSION;
use super::json::{Fields, Json};

/// `STEPS[0]` turns version 1 into version 2, and so on. The number itself is taken off before.
const STEPS: [fn(&mut Fields); (VERSION - 1) as usize] = [v1_to_v2];

/// Version 2 says what it was made with. Version 1 was written against the first set of defaults
/// and said nothing of data or model, so it goes on saying nothing; everything else is only more.
fn v1_to_v2(_: &mut Fields) {}

pub(super) fn to_current(document: Json) -> Result<Fields, DocumentError> {
    let mut fields = Fields::of(document).map_err(|_| DocumentError::NotAScenario)?;
    let version = fields.whole("version", u32::MAX).ok().filter(|version| *version != 0);
    let version = version.ok_or(DocumentError::NotAScenario)?;
    if VERSION < version {
        return Err(DocumentError::Newer { version });
    }
    for step in &STEPS[(version - 1) as usize..] {
        step(&mut fields);
    }
    Ok(fields)
}
