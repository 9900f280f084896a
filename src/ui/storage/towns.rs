//! Municipalities somebody has brought, in a database of their own: the tables as text, which is
//! what is kept for long, and packed, which is what the engine takes and what only the build that
//! packed it can read. Which one is in use stands beside the scenarios (`About`), by the
//! municipality's code.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;

use super::database::{Database, Fault, Kind};
use crate::facts::fingerprint::Fnv;

pub const NAME: &str = "mitoshi-towns";

/// Makes a packed municipality of its tables, by name and text; none where they cannot be read.
pub type Pack = fn(Vec<(String, String)>) -> Option<Vec<u8>>;

/// Where it is noted which tables of a municipality are in use: without a note, the built-in ones.
pub fn pointer(code: &str) -> String {
    format!("tables/{code}")
}

pub async fn open() -> Result<Database, Fault> {
    Database::open(NAME, Kind::OF_TOWNS).await
}

/// What tells one build from another as far as packing goes: the municipality it carries.
pub fn build(carried: &[u8]) -> [u8; 8] {
    let mut sum = Fnv::default();
    sum.eat(carried);
    sum.sum().to_le_bytes()
}

/// A kept municipality, packed. A program with a reader packs it anew; one without takes what was
/// packed, if this build can read it.
pub async fn packed(id: &str, build: [u8; 8], pack: Option<Pack>) -> Option<Rc<[u8]>> {
    let towns = open().await.ok()?;
    let found = towns.read().ok()?.get_any(Kind::Packed, id).await.ok()?;
    let found = found.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    let kept = found.strip_prefix(&build);
    let Some(pack) = pack else { return kept.map(Rc::from) };
    let made = pack(tables(&towns, id).await.ok()?)?;
    if kept != Some(&made[..]) {
        let writing = towns.write().ok()?;
        put_packed(&writing, id, build, &made).ok()?;
        // What is not kept is packed again next time.
        writing.done().await.ok();
    }
    Some(made.into())
}

pub fn put_packed(
    writing: &super::database::Transaction,
    id: &str,
    build: [u8; 8],
    packed: &[u8],
) -> Result<(), Fault> {
    let bytes = [&build, packed].concat();
    writing.put_any(Kind::Packed, id, &Uint8Array::from(bytes.as_slice()))
}

/// The tables of a kept municipality, by name and text.
pub async fn tables(towns: &Database, id: &str) -> Result<Vec<(String, String)>, Fault> {
    let reading = towns.read()?;
    let beginning = format!("{id}/");
    let keys = reading.keys(Kind::Table, &beginning).await?;
    let texts = reading.all(Kind::Table, &beginning).await?;
    let named = keys.iter().map(|key| key[beginning.len()..].to_owned());
    Ok(named.zip(texts.into_iter().map(Option::unwrap_or_default)).collect())
}
