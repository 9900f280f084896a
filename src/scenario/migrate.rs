//! Brings older documents to the present form, one step per version.

use serde_json::Value;

use super::document::{DocumentError, VERSION};

/// `STEPS[0]` turns version 1 into version 2, and so on.
const STEPS: [fn(&mut Value); (VERSION - 1) as usize] = [];

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
