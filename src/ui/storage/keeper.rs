//! Keeps the scenario that is open: autosave in one transaction, versions by session, and other
//! tabs that may have saved the same scenario in between.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Date;

use super::channel::{Channel, Saved};
use super::database::{Database, Fault, Kind};
use super::form::{self, Access};
use super::records::{keep_version, new_id, set_aside};
use super::towns;
use crate::facts::builtin::OPENING_CODE;
use crate::i18n::Lang;
use crate::scenario::Scenario;
use crate::scenario::history::History;
use crate::scenario::shelf::Summary;
use crate::ui::state::Note;
use crate::ui::{keep, page, words};

/// What is to be kept at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub scenario: Rc<Scenario>,
    pub history: History,
    /// What the library shows of the newest answer, if it is about this scenario.
    pub found: Option<Found>,
    /// Whether the person has still to say what becomes of defaults that moved.
    pub is_open_question: bool,
}

/// The chance of each target, and the devices' median by fiscal year.
pub type Found = (Vec<Option<f64>>, Vec<f32>);

/// What was there when the page opened.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub scenario: Option<Rc<Scenario>>,
    pub history: Option<History>,
    /// What is to be said of a record that could not be read.
    pub note: Option<Note>,
    /// The kept tables that its municipality stands on; none for the built-in ones.
    pub town: Option<String>,
}

/// How a save went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Kept,
    /// Another tab had saved the same scenario: this one went on as a version of its own.
    TwoVersions,
    ReadOnly,
    Failed(Fault),
}

pub struct Keeper {
    database: Option<Database>,
    access: Access,
    /// The edition of the data, which every saved document names.
    data: Cell<u64>,
    id: RefCell<String>,
    /// Revision of the record this tab last read or wrote; 0 before there is one.
    revision: Cell<u64>,
    saved: RefCell<Option<Rc<Scenario>>>,
    saved_found: RefCell<Option<Found>>,
    has_version: Cell<bool>,
    is_busy: Cell<bool>,
    waiting: RefCell<Option<Snapshot>>,
    channel: RefCell<Option<Channel>>,
}

impl Keeper {
    /// Opens the storage; without one the page works all the same, and says so at the first save.
    pub async fn open() -> Rc<Self> {
        let (database, access) = match form::open().await {
            Ok((database, access)) => (Some(database), access),
            Err(_) => (None, Access::Write),
        };
        Rc::new(Self {
            database,
            access,
            data: Cell::new(0),
            id: RefCell::new(new_id()),
            revision: Cell::new(0),
            saved: RefCell::default(),
            saved_found: RefCell::default(),
            has_version: Cell::new(false),
            is_busy: Cell::new(false),
            waiting: RefCell::default(),
            channel: RefCell::default(),
        })
    }

    /// The edition of the data that documents are saved against from now on.
    pub fn set_data(&self, data: u64) {
        self.data.set(data);
    }

    pub fn is_read_only(&self) -> bool {
        self.access == Access::ReadOnly
    }

    pub fn has_storage(&self) -> bool {
        self.database.is_some()
    }

    pub fn id(&self) -> String {
        self.id.borrow().clone()
    }

    /// Listens to the other tabs; `on_other` is called when one has saved the scenario open here.
    pub fn listen(self: &Rc<Self>, on_other: impl Fn() + 'static) {
        let keeper = Rc::downgrade(self);
        let channel = Channel::new(move |saved: Saved| {
            let Some(keeper) = keeper.upgrade() else { return };
            if saved.id == *keeper.id.borrow() && keeper.revision.get() < saved.revision {
                on_other();
            }
        });
        *self.channel.borrow_mut() = Some(channel);
    }

    /// The scenario this tab had open, or the one opened last anywhere.
    pub async fn opened(&self) -> Opened {
        let mut opened = self.read_open().await.unwrap_or_default();
        let code = opened.scenario.as_ref().map_or(OPENING_CODE, |scenario| &scenario.municipality);
        if let Some(Ok(reading)) = self.database.as_ref().map(Database::read) {
            opened.town = reading.get(Kind::About, &towns::pointer(code)).await.ok().flatten();
        }
        opened
    }

    async fn read_open(&self) -> Result<Opened, Fault> {
        if let Some(opened) = self.read_handed().await {
            return Ok(opened);
        }
        let Some(database) = &self.database else { return Ok(Opened::default()) };
        let reading = database.read()?;
        // Read first: by then, what the other program was still writing is written.
        let last = reading.get(Kind::About, "open").await?;
        let mut found = None;
        for id in keep::open_here().into_iter().chain(last) {
            if found.is_none() {
                found = reading.get(Kind::Document, &id).await?.map(|text| (id, text));
            }
        }
        let Some((id, text)) = found else { return Ok(former_place()) };
        let summary = reading.get(Kind::Summary, &id).await?;
        let history = reading.get(Kind::History, &id).await?;
        let scenario = match Scenario::from_json(&text) {
            Ok(scenario) => Rc::new(scenario),
            // Of a newer program: it stays where it is.
            Err(error) if error.is_newer() => {
                let (ja, en) = (error.describe(Lang::Ja), error.describe(Lang::En));
                return Ok(Opened { note: Some(Note::Sentence { ja, en }), ..Opened::default() });
            }
            Err(_) => {
                if self.access == Access::Write {
                    set_aside(database, &id).await?;
                }
                return Ok(Opened { note: Some(Note::Damaged), ..Opened::default() });
            }
        };
        if let Some(summary) = summary.and_then(|text| Summary::from_json(&text)) {
            self.revision.set(summary.revision);
            *self.saved_found.borrow_mut() = Some((summary.chances, summary.spark));
        }
        keep::set_open_here(&id);
        *self.id.borrow_mut() = id;
        *self.saved.borrow_mut() = Some(scenario.clone());
        let history = history.map(|text| History::from_json(&text, scenario.clone()));
        Ok(Opened { scenario: Some(scenario), history, ..Opened::default() })
    }

    /// What the page's other program had still to save when this one took over. If that save went
    /// well, it is what is stored; otherwise it goes on as unsaved, against the record as that
    /// program knew it, so that another tab's change in between is a conflict and not overwritten.
    async fn read_handed(&self) -> Option<Opened> {
        let keep::Handed { id, revision, document, history } = keep::handed_over()?;
        let scenario = Rc::new(Scenario::from_json(&document).ok()?);
        *self.id.borrow_mut() = id;
        let bare = |s: &Scenario| Scenario { made_with: None, ..s.clone() };
        match self.take_other().await {
            Some(stored) if bare(&stored) == bare(&scenario) => {}
            Some(_) => self.revision.set(revision),
            // Nothing is there, or what this program cannot read: that is never written over.
            None => self.revision.set(u64::MAX),
        }
        let history = History::from_json(&history, scenario.clone());
        Some(Opened { scenario: Some(scenario), history: Some(history), ..Opened::default() })
    }

    /// Holds what a person has set and is not saved for the program that takes the page over, or
    /// for the same tab after a reload. What was merely found out is found out again there: held,
    /// it would bring back the document as this tab knew it, over what another has stored since.
    pub fn hand_over(&self, newest: Option<&Snapshot>) {
        let handed = newest.filter(|newest| self.is_changed(newest)).map(|newest| keep::Handed {
            id: self.id(),
            revision: self.revision.get(),
            // As it would be saved: with the edition it was made with.
            document: self.to_keep(newest, false).to_json(),
            history: newest.history.to_json(),
        });
        keep::hand_over(handed.as_ref());
    }

    /// Puts files away for the library, which may be in the other program.
    pub async fn put_into_inbox(&self, files: &[(String, Vec<u8>)]) -> Result<(), Fault> {
        let database = self.database.as_ref().filter(|_| !self.is_read_only());
        let writing = database.ok_or(Fault::Forbidden)?.write()?;
        for (name, bytes) in files {
            let bytes = js_sys::Uint8Array::from(bytes.as_slice());
            writing.put_any(Kind::Inbox, &format!("{}/{name}", new_id()), &bytes)?;
        }
        writing.done().await
    }

    /// What another tab has saved in place of what is open here.
    pub async fn take_other(&self) -> Option<Rc<Scenario>> {
        let reading = self.database.as_ref()?.read().ok()?;
        let id = self.id();
        let text = reading.get(Kind::Document, &id).await.ok()??;
        let summary = Summary::from_json(&reading.get(Kind::Summary, &id).await.ok()??)?;
        let scenario = Rc::new(Scenario::from_json(&text).ok()?);
        self.revision.set(summary.revision);
        *self.saved.borrow_mut() = Some(scenario.clone());
        Some(scenario)
    }

    /// Whether there is something to save.
    fn is_due(&self, snapshot: &Snapshot) -> bool {
        self.is_changed(snapshot) || self.has_news(snapshot)
    }

    fn is_changed(&self, snapshot: &Snapshot) -> bool {
        match &*self.saved.borrow() {
            Some(saved) => *saved != snapshot.scenario,
            None => *snapshot.scenario != Scenario::default(),
        }
    }

    /// Whether more has been found out about what is saved.
    fn has_news(&self, snapshot: &Snapshot) -> bool {
        let is_saved = self.saved.borrow().is_some();
        is_saved && snapshot.found.is_some() && snapshot.found != *self.saved_found.borrow()
    }

    /// Saves what is to be kept, and whatever has come in the meantime.
    pub async fn save(&self, snapshot: Snapshot) -> Outcome {
        *self.waiting.borrow_mut() = Some(snapshot);
        if self.is_busy.replace(true) {
            // The save under way takes it up and tells how it went.
            return Outcome::Kept;
        }
        let mut outcome = Outcome::Kept;
        loop {
            let Some(next) = self.waiting.borrow_mut().take() else { break };
            if !self.is_due(&next) {
                continue;
            }
            match self.write(&next).await {
                Outcome::Kept => self.hand_over(self.waiting.borrow().as_ref()),
                other => outcome = other,
            }
        }
        self.is_busy.set(false);
        outcome
    }

    async fn write(&self, snapshot: &Snapshot) -> Outcome {
        let Some(database) = &self.database else { return Outcome::Failed(Fault::Forbidden) };
        if self.access == Access::ReadOnly {
            return Outcome::ReadOnly;
        }
        let former_id = self.id();
        let is_same = self.saved.borrow().as_ref() == Some(&snapshot.scenario);
        let written = if is_same {
            self.write_found(database, snapshot).await.map(|()| false)
        } else {
            self.write_all(database, snapshot).await
        };
        let is_conflict = match written {
            Ok(is_conflict) => is_conflict,
            Err(fault) => return Outcome::Failed(fault),
        };
        *self.saved.borrow_mut() = Some(snapshot.scenario.clone());
        *self.saved_found.borrow_mut() = snapshot.found.clone();
        if !is_same {
            // Unless the person has chosen another one meanwhile.
            if keep::open_here().is_none_or(|open| open == former_id) {
                keep::set_open_here(&self.id.borrow());
            }
            let (id, revision) = (self.id(), self.revision.get());
            if let Some(channel) = &*self.channel.borrow() {
                channel.tell(&Saved { id, revision });
            }
        }
        if is_conflict { Outcome::TwoVersions } else { Outcome::Kept }
    }

    /// Only what the library shows has become known; the document stays as it is.
    async fn write_found(&self, database: &Database, snapshot: &Snapshot) -> Result<(), Fault> {
        let Some((chances, spark)) = snapshot.found.clone() else { return Ok(()) };
        let writing = database.write()?;
        let id = self.id();
        let stored = writing.get(Kind::Summary, &id).await?;
        let Some(stored) = stored.and_then(|text| Summary::from_json(&text)) else {
            return Ok(());
        };
        if stored.revision == self.revision.get() {
            let summary = Summary { chances, spark, ..stored };
            writing.put(Kind::Summary, &id, &summary.to_json())?;
        }
        writing.done().await
    }

    /// One transaction: all of it is kept, or nothing. Says whether another tab was in between.
    async fn write_all(&self, database: &Database, snapshot: &Snapshot) -> Result<bool, Fault> {
        let writing = database.write()?;
        let mut id = self.id();
        let stored = writing.get(Kind::Summary, &id).await?;
        let mut before = stored.and_then(|text| Summary::from_json(&text));
        let is_conflict = before.as_ref().is_some_and(|s| s.revision != self.revision.get());
        if is_conflict {
            id = new_id();
            before = None;
        }
        if before.is_some() && !self.has_version.get() {
            keep_version(&writing, &id, "").await?;
        }
        page::mark("mitoshi:save-start");
        let scenario = self.to_keep(snapshot, is_conflict);
        let document = scenario.to_json();
        let before = before.unwrap_or_default();
        let (chances, spark) = snapshot.found.clone().unwrap_or_default();
        let summary = Summary {
            revision: before.revision + 1,
            tags: before.tags,
            is_pinned: before.is_pinned,
            chances,
            spark,
            ..Summary::of(&id, &scenario, Date::now(), document.len())
        };
        writing.put(Kind::Document, &id, &document)?;
        writing.put(Kind::Summary, &id, &summary.to_json())?;
        writing.put(Kind::History, &id, &snapshot.history.to_json())?;
        writing.put(Kind::About, "open", &id)?;
        page::mark("mitoshi:save-end");
        writing.done().await?;
        if !self.has_version.replace(true) {
            ask_to_stay();
        }
        self.revision.set(summary.revision);
        *self.id.borrow_mut() = id;
        Ok(is_conflict)
    }

    fn to_keep(&self, snapshot: &Snapshot, is_conflict: bool) -> Scenario {
        let mut scenario = (*snapshot.scenario).clone();
        if !snapshot.is_open_question {
            scenario = scenario.stamped(self.data.get());
        }
        if is_conflict {
            scenario.name = words::of_this_tab(keep::language(), &scenario.name);
        }
        scenario
    }
}

/// Asks the browser not to throw the scenarios away when it needs room. From a file it refuses,
/// and the library says so.
fn ask_to_stay() {
    if let Some(window) = web_sys::window() {
        // What comes of it is asked again where it matters.
        window.navigator().storage().persist().ok();
    }
}

/// Where scenarios were kept before there was a library: taken over, and left where it is.
fn former_place() -> Opened {
    match keep::former_scenario() {
        Ok(scenario) => Opened { scenario: scenario.map(Rc::new), ..Opened::default() },
        Err(_) => Opened { note: Some(Note::Damaged), ..Opened::default() },
    }
}
