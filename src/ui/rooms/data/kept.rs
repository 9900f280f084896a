//! Municipalities kept in this browser: what an import made, the way back from it, and which one
//! the page stands on. Choosing another one starts the program anew, which opens what was chosen.

use js_sys::Date;
use wasm_bindgen::prelude::*;

use super::words;
use crate::exchange::Tables;
use crate::exchange::tables::Rows;
use crate::exchange::wire::Ready;
use crate::facts::builtin::{KAWASAKI, OPENING_CODE};
use crate::facts::check::check;
use crate::facts::{Municipality, errors_text};
use crate::i18n::Lang;
use crate::protocol::to_bytes;
use crate::scenario::Scenario;
use crate::scenario::shelf::Summary;
use crate::ui::storage::database::{Database, Fault, Kind, Transaction};
use crate::ui::storage::form::{self, Access};
use crate::ui::storage::shelves::Shelves;
use crate::ui::storage::towns;
use crate::ui::{keep, page};

#[wasm_bindgen]
extern "C" {
    /// Ends this program and starts it again; `assets/boot.js` says how.
    #[wasm_bindgen(js_namespace = mitoshi)]
    fn again();
}

/// Tables of a municipality: its code, and the id of what is kept; none for the built-in ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub code: String,
    pub id: Option<String>,
}

/// A line of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Town {
    pub place: Place,
    pub name: [String; 2],
    /// The edition that documents name.
    pub data: u64,
    /// Milliseconds since 1970.
    pub made: f64,
    /// The files it was made from, or what was put right by hand.
    pub from: String,
    /// What the page stood on before.
    pub former: Place,
}

impl Place {
    pub fn built_in() -> Self {
        Self { code: OPENING_CODE.to_owned(), id: None }
    }

    /// What tables are known by.
    pub fn of(code: &str, tables: &Tables) -> Self {
        let is_built_in = code == OPENING_CODE && *tables == Tables::built_in(&KAWASAKI);
        Self { code: code.to_owned(), id: (!is_built_in).then(|| id_of(tables)) }
    }

    fn word(&self) -> String {
        format!("{} {}", self.code, self.id.as_deref().unwrap_or_default())
    }

    fn from_word(word: &str) -> Self {
        let (code, id) = word.split_once(' ').unwrap_or((word, ""));
        Self { code: code.to_owned(), id: (!id.is_empty()).then(|| id.to_owned()) }
    }
}

fn id_of(tables: &Tables) -> String {
    format!("{:016x}", tables.fingerprint())
}

impl Town {
    fn text(&self) -> String {
        let mut rows = Rows::new(&[], &["key", "value"]);
        let Self { place, name: [ja, en], data, made, from, former } = self;
        let cells = [
            ("place", place.word()),
            ("name_ja", ja.clone()),
            ("name_en", en.clone()),
            ("data", format!("{data:016x}")),
            ("made", made.to_string()),
            ("from", from.clone()),
            ("former", former.word()),
        ];
        rows.rows.extend(cells.map(|(key, value)| vec![key.to_owned(), value]));
        rows.text()
    }

    fn from_text(text: &str) -> Option<Self> {
        let rows = Rows::parse(text);
        let cell = |key: &str| {
            let row = rows.rows.iter().find(|row| row.first().is_some_and(|found| found == key));
            row.and_then(|row| row.get(1)).cloned()
        };
        Some(Self {
            place: Place::from_word(&cell("place")?),
            name: [cell("name_ja")?, cell("name_en").unwrap_or_default()],
            data: u64::from_str_radix(&cell("data")?, 16).ok()?,
            made: cell("made")?.parse().ok()?,
            from: cell("from").unwrap_or_default(),
            former: Place::from_word(&cell("former")?),
        })
    }
}

/// All that are kept, the newest first.
pub async fn list() -> Result<Vec<Town>, Fault> {
    let texts = towns::open().await?.read()?.all(Kind::Town, "").await?;
    let mut found: Vec<Town> =
        texts.into_iter().flatten().filter_map(|text| Town::from_text(&text)).collect();
    found.sort_by(|a, b| b.made.total_cmp(&a.made));
    Ok(found)
}

/// Keeps what was read and makes it what the page stands on. Gives false where the tables are what
/// they were.
pub async fn accept(
    now: &Place,
    tables: &Tables,
    ready: &Ready,
    from: &str,
) -> Result<bool, Fault> {
    let place = Place::of(&ready.code, tables);
    if place == *now {
        return Ok(false);
    }
    if let Some(id) = &place.id {
        let town = Town {
            place: place.clone(),
            name: ready.name.clone(),
            data: ready.data,
            made: Date::now(),
            from: from.to_owned(),
            former: now.clone(),
        };
        let kept = towns::open().await?;
        let writing = kept.write()?;
        for (file, text) in tables.files() {
            writing.put(Kind::Table, &format!("{id}/{file}"), text)?;
        }
        let build = towns::build(&page::carried("basis").unwrap_or_default());
        towns::put_packed(&writing, id, build, &ready.packed)?;
        writing.put(Kind::Town, id, &town.text())?;
        writing.done().await?;
    }
    choose(now, &place, ready.data).await?;
    Ok(true)
}

/// Takes in tables changed by hand: what they are said to come from, and what is said then. What is
/// wrong with them is told instead.
pub async fn put_right(
    now: &Place,
    tables: &Tables,
    from: &str,
    said: &str,
    lang: Lang,
) -> Result<(), String> {
    let city = tables.municipality().map_err(|errors| errors_text(&errors, lang))?;
    let errors = check(&city);
    if !errors.is_empty() {
        return Err(errors_text(&errors, lang));
    }
    let ready = Ready {
        code: city.code.clone(),
        name: [city.name.ja.clone(), city.name.en.clone()],
        data: city.content_hash(),
        packed: to_bytes(&city.basis),
    };
    keep::leave_word(said);
    let kept = accept(now, tables, &ready, from).await;
    if kept != Ok(true) {
        keep::take_word();
    }
    kept.map(|_| ()).map_err(|_| words::NOT_CHANGED.get(lang).to_owned())
}

/// Makes kept or built-in tables what the page stands on, and starts the program anew.
pub async fn go_to(now: &Place, place: &Place) -> Result<(), Fault> {
    let data = match &place.id {
        Some(id) => {
            list().await?.into_iter().find(|t| t.place.id.as_ref() == Some(id)).map(|t| t.data)
        }
        None => Some(Municipality::kawasaki().content_hash()),
    };
    // What is no longer kept cannot be gone to.
    choose(now, place, data.ok_or(Fault::Forbidden)?).await
}

async fn choose(now: &Place, place: &Place, data: u64) -> Result<(), Fault> {
    let (database, access) = form::open().await?;
    if access == Access::ReadOnly {
        return Err(Fault::Forbidden);
    }
    if place.code == now.code {
        restamp(&database, data).await?;
    } else {
        open_scenario_of(&database, &place.code).await?;
    }
    let writing = database.write()?;
    point(&writing, place)?;
    writing.done().await?;
    again();
    Ok(())
}

fn point(writing: &Transaction, place: &Place) -> Result<(), Fault> {
    let key = towns::pointer(&place.code);
    match &place.id {
        Some(id) => writing.put(Kind::About, &key, id),
        None => writing.delete(Kind::About, &key),
    }
}

/// The open scenario goes on with the new figures: the person has just said so.
async fn restamp(database: &Database, data: u64) -> Result<(), Fault> {
    let Some(id) = keep::open_here() else { return Ok(()) };
    let writing = database.write()?;
    let text = writing.get(Kind::Document, &id).await?;
    if let Some(Ok(scenario)) = text.map(|text| Scenario::from_json(&text)) {
        writing.put(Kind::Document, &id, &scenario.stamped(data).to_json())?;
    }
    writing.done().await
}

/// The newest scenario of a municipality, or a new one, becomes the one this tab has open.
async fn open_scenario_of(database: &Database, code: &str) -> Result<(), Fault> {
    let shelves = Shelves::open().await?;
    let mut all: Vec<Summary> = shelves.all().await?;
    all.retain(|summary| summary.removed.is_none());
    all.sort_by(|a, b| b.changed.total_cmp(&a.changed));
    let mut found = None;
    for Summary { id, .. } in all {
        let scenario = shelves.scenario(&id).await?.and_then(Result::ok);
        if scenario.is_some_and(|scenario| scenario.municipality == code) {
            found = Some(id);
            break;
        }
    }
    let id = match found {
        Some(id) => id,
        None => shelves.add(&Scenario::of(code)).await?,
    };
    keep::set_open_here(&id);
    let writing = database.write()?;
    writing.put(Kind::About, "open", &id)?;
    writing.done().await
}

/// Tables nobody stands on any more are removed for good.
pub async fn remove(id: &str) -> Result<(), Fault> {
    let kept = towns::open().await?;
    let writing = kept.write()?;
    for key in writing.keys(Kind::Table, &format!("{id}/")).await? {
        writing.delete(Kind::Table, &key)?;
    }
    writing.delete(Kind::Packed, id)?;
    writing.delete(Kind::Town, id)?;
    writing.done().await?;
    let (database, _) = form::open().await?;
    let writing = database.write()?;
    for key in writing.keys(Kind::About, &towns::pointer("")).await? {
        if writing.get(Kind::About, &key).await?.as_deref() == Some(id) {
            writing.delete(Kind::About, &key)?;
        }
    }
    writing.done().await
}
