//! Brings older documents to the present form, one step per version.

use serde_json::Value;

use super::DocumentError;
use super::document::VERSION;

/// `STEPS[0]` turns version 1 into version 2, and so on.
const STEPS: [fn(&mut Value); (VERSION - 1) as usize] = [v1_to_v2];

/// Version 2 says what it was made with. Version 1 was written against the first set of defaults
/// and said nothing of data or model, so it goes on saying nothing; everything else is only more.
fn v1_to_v2(document: &mut Value) {
    document["version"] = Value::from(2);
}

pub(super) fn to_current(mut document: Value) -> Result<Value, DocumentError> {
    let version = document.get("version").and_then(Value::as_u64);
    let version = version.filter(|v| *v != 0).ok_or(DocumentError::NotAScenario)?;
    if VERSION < version {
        return Err(DocumentError::Newer { version });
    }
    for step in &STEPS[(version - 1) as usize..] {
        step(&mut document);
    }
    Ok(document)
}
