//! What the library does with the scenarios kept in the browser.

use std::rc::Rc;

use js_sys::{Date, Uint8Array};
use wasm_bindgen::JsCast as _;

use super::database::{Database, Fault, Kind, Transaction};
use super::form::{self, Access};
use super::records::{keep_version, new_id, set_aside};
use crate::scenario::shelf::{Checkpoint, Summary, VERSIONS_NAMED};
use crate::scenario::{DocumentError, Scenario};

pub struct Shelves {
    database: Database,
    access: Access,
}

/// A month in the bin, in milliseconds.
const BIN_MS: f64 = 30.0 * 86_400_000.0;

/// A record that could not be read: its key and its text.
pub type Damaged = (String, String);

impl Shelves {
    pub async fn open() -> Result<Rc<Self>, Fault> {
        let (database, access) = form::open().await?;
        Ok(Rc::new(Self { database, access }))
    }

    pub fn is_read_only(&self) -> bool {
        self.access == Access::ReadOnly
    }

    /// A transaction to write in; none where a newer program's records are only to be read.
    fn writing(&self) -> Result<Transaction, Fault> {
        if self.is_read_only() { Err(Fault::ReadOnly) } else { self.database.write() }
    }

    /// Every line of the library. A line that cannot be read is made anew from its document; if
    /// that cannot be read either, both are set aside.
    pub async fn all(&self) -> Result<Vec<Summary>, Fault> {
        let reading = self.database.read()?;
        let ids = reading.keys(Kind::Summary, "").await?;
        let texts = reading.all(Kind::Summary, "").await?;
        let mut found = Vec::new();
        for (id, text) in ids.into_iter().zip(texts) {
            match text.as_deref().and_then(Summary::from_json) {
                Some(summary) if self.is_past(&summary) => self.erase(&summary.id).await?,
                Some(summary) => found.push(summary),
                None => found.extend(self.mend(&id).await?),
            }
        }
        Ok(found)
    }

    fn is_past(&self, summary: &Summary) -> bool {
        let is_old = summary.removed.is_some_and(|removed| removed + BIN_MS < Date::now());
        is_old && !self.is_read_only()
    }

    async fn mend(&self, id: &str) -> Result<Option<Summary>, Fault> {
        if self.is_read_only() {
            return Ok(None);
        }
        match self.scenario(id).await? {
            Some(Ok(scenario)) => {
                let writing = self.writing()?;
                let n_bytes = scenario.to_json().len();
                let summary = Summary::of(id, &scenario, Date::now(), n_bytes);
                writing.put(Kind::Summary, id, &summary.to_json())?;
                writing.done().await?;
                Ok(Some(summary))
            }
            // Of a newer program, which will make its line again.
            Some(Err(error)) if error.is_newer() => Ok(None),
            _ => set_aside(&self.database, id).await.map(|()| None),
        }
    }

    pub async fn damaged(&self) -> Result<Vec<Damaged>, Fault> {
        let reading = self.database.read()?;
        let keys = reading.keys(Kind::Damaged, "").await?;
        let texts = reading.all(Kind::Damaged, "").await?;
        Ok(keys.into_iter().zip(texts.into_iter().map(Option::unwrap_or_default)).collect())
    }

    pub async fn forget_damaged(&self) -> Result<(), Fault> {
        let writing = self.writing()?;
        for key in writing.keys(Kind::Damaged, "").await? {
            writing.delete(Kind::Damaged, &key)?;
        }
        writing.done().await
    }

    /// A scenario by its id; one that cannot be read says why.
    pub async fn scenario(
        &self,
        id: &str,
    ) -> Result<Option<Result<Scenario, DocumentError>>, Fault> {
        let text = self.database.read()?.get(Kind::Document, id).await?;
        Ok(text.map(|text| Scenario::from_json(&text)))
    }

    /// Puts a document that could not be read aside.
    pub async fn set_aside(&self, id: &str) -> Result<(), Fault> {
        if self.is_read_only() { Ok(()) } else { set_aside(&self.database, id).await }
    }

    /// A new scenario on the shelf; gives its id.
    pub async fn add(&self, scenario: &Scenario) -> Result<String, Fault> {
        let id = new_id();
        let document = scenario.to_json();
        let summary =
            Summary { revision: 1, ..Summary::of(&id, scenario, Date::now(), document.len()) };
        let writing = self.writing()?;
        writing.put(Kind::Document, &id, &document)?;
        writing.put(Kind::Summary, &id, &summary.to_json())?;
        writing.done().await?;
        Ok(id)
    }

    /// Changes what only the library knows: pin, tags, bin.
    pub async fn mark(&self, id: &str, change: impl FnOnce(&mut Summary)) -> Result<(), Fault> {
        let writing = self.writing()?;
        let text = writing.get(Kind::Summary, id).await?;
        if let Some(mut summary) = text.and_then(|text| Summary::from_json(&text)) {
            change(&mut summary);
            writing.put(Kind::Summary, id, &summary.to_json())?;
        }
        writing.done().await
    }

    /// Another document in place of one that no tab of this page has open; the former one stays
    /// as a version.
    pub async fn replace(&self, id: &str, scenario: &Scenario) -> Result<(), Fault> {
        let writing = self.writing()?;
        keep_version(&writing, id, "").await?;
        let text = writing.get(Kind::Summary, id).await?;
        let before = text.and_then(|text| Summary::from_json(&text)).unwrap_or_default();
        let document = scenario.to_json();
        let former = writing.get(Kind::Document, id).await?;
        let former = former.and_then(|text| Scenario::from_json(&text).ok());
        let is_same = former.is_some_and(|former| former.has_same_results(scenario));
        let summary = Summary {
            revision: before.revision + 1,
            tags: before.tags,
            is_pinned: before.is_pinned,
            // Words alone do not move the chances.
            chances: if is_same { before.chances } else { Vec::new() },
            spark: if is_same { before.spark } else { Vec::new() },
            ..Summary::of(id, scenario, Date::now(), document.len())
        };
        writing.put(Kind::Document, id, &document)?;
        writing.put(Kind::Summary, id, &summary.to_json())?;
        writing.done().await
    }

    async fn erase(&self, id: &str) -> Result<(), Fault> {
        let writing = self.writing()?;
        for kind in [Kind::Document, Kind::Summary, Kind::History] {
            writing.delete(kind, id)?;
        }
        for key in writing.keys(Kind::Version, &format!("{id}/")).await? {
            writing.delete(Kind::Version, &key)?;
        }
        writing.done().await
    }

    /// Former versions, the newest first.
    pub async fn versions(&self, id: &str) -> Result<Vec<Checkpoint>, Fault> {
        let texts = self.database.read()?.all(Kind::Version, &format!("{id}/")).await?;
        let read = texts.into_iter().flatten().filter_map(|text| Checkpoint::from_json(&text));
        let mut versions: Vec<Checkpoint> = read.collect();
        versions.sort_by(|a, b| b.saved.total_cmp(&a.saved));
        Ok(versions)
    }

    /// Keeps the document as it stands under a name; false where there is no room for one more.
    pub async fn checkpoint(&self, id: &str, name: &str) -> Result<bool, Fault> {
        let writing = self.writing()?;
        let named = writing.keys(Kind::Version, &format!("{id}/named/")).await?;
        let has_room = named.len() < VERSIONS_NAMED;
        if has_room {
            keep_version(&writing, id, name).await?;
        }
        writing.done().await?;
        Ok(has_room)
    }

    /// Files dropped onto the page, which then leave the inbox.
    pub async fn take_inbox(&self) -> Result<Vec<(String, Vec<u8>)>, Fault> {
        if self.is_read_only() {
            return Ok(Vec::new());
        }
        let writing = self.writing()?;
        let mut files = Vec::new();
        for key in writing.keys(Kind::Inbox, "").await? {
            let bytes = writing.get_any(Kind::Inbox, &key).await?;
            let name = key.split_once('/').map_or(key.as_str(), |(_, name)| name).to_owned();
            if let Some(bytes) = bytes.dyn_ref::<Uint8Array>() {
                files.push((name, bytes.to_vec()));
            }
            writing.delete(Kind::Inbox, &key)?;
        }
        writing.done().await?;
        Ok(files)
    }
}
