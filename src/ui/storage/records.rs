//! What keeper and library both do with the records of one scenario.

use js_sys::Date;

use super::database::{Database, Fault, Kind, Transaction};
use crate::scenario::shelf::{Checkpoint, VERSIONS_BY_ITSELF};

/// The document as it stands becomes a version; the oldest ones beyond the bound go.
pub async fn keep_version(writing: &Transaction, id: &str, name: &str) -> Result<(), Fault> {
    let Some(document) = writing.get(Kind::Document, id).await? else { return Ok(()) };
    let saved = Date::now();
    let kind = if name.is_empty() { "auto" } else { "named" };
    let beginning = format!("{id}/{kind}/");
    if name.is_empty() {
        let keys = writing.keys(Kind::Version, &beginning).await?;
        for key in keys.iter().rev().skip(VERSIONS_BY_ITSELF - 1) {
            writing.delete(Kind::Version, key)?;
        }
    }
    // Thirteen digits sort as numbers until the year 2286.
    let key = format!("{beginning}{:013}", saved as u64);
    let version = Checkpoint { saved, name: name.to_owned(), document };
    writing.put(Kind::Version, &key, &version.to_json())
}

/// Takes a record that cannot be read out of the way of the others; nothing of it is lost.
pub async fn set_aside(database: &Database, id: &str) -> Result<(), Fault> {
    let writing = database.write()?;
    for kind in [Kind::Document, Kind::Summary, Kind::History] {
        let value = writing.get_any(kind, id).await?;
        if !value.is_undefined() {
            writing.put_any(Kind::Damaged, &format!("{id}/{kind:?}"), &value)?;
            writing.delete(kind, id)?;
        }
    }
    writing.done().await
}

/// A name no other tab will take: the time, and luck that has nothing to do with any result.
pub fn new_id() -> String {
    format!("{:011x}{:08x}", Date::now() as u64, (js_sys::Math::random() * 4_294_967_296.0) as u32)
}
