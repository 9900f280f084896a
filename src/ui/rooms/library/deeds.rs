//! What can be done in the library, one deed after another; each ends with something to say.

use std::rc::Rc;

use js_sys::Date;
use web_sys::File;
use yew::Callback;

use super::link_out::{LinkOut, link_out};
use super::{own_data, words};
use crate::i18n::Lang;
use crate::scenario::archive::unpack;
use crate::scenario::shelf::{Checkpoint, Summary, free_name};
use crate::scenario::{Scenario, archive};
use crate::ui::rooms::compare::hand_out::one_file;
use crate::ui::rooms::tables::tables;
use crate::ui::storage::database::Fault;
use crate::ui::storage::shelves::Shelves;
use crate::ui::{files, keep, page};

#[derive(Clone, Debug)]
pub enum Deed {
    Look,
    New,
    Open(String),
    Duplicate(String),
    Remove {
        id: String,
        name: String,
    },
    BringBack(String),
    Pin {
        id: String,
        is_pinned: bool,
    },
    Tag {
        id: String,
        tags: Vec<String>,
    },
    Name {
        id: String,
        name: String,
        description: String,
    },
    Export(String),
    ExportAll,
    Link(String),
    /// The app's single file with the scenario inside.
    OneFile(String),
    Import(Vec<File>),
    TakeInbox,
    /// Keeps the present state under a name, and then says that it did.
    Checkpoint {
        id: String,
        name: String,
        then: Callback<()>,
    },
    Restore {
        id: String,
        version: Checkpoint,
    },
    ForgetDamaged,
}

/// What is said afterwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    pub lines: Vec<String>,
    /// The scenario that has just been deleted.
    pub removed: Option<String>,
    /// One whose file is offered.
    pub offered: Option<String>,
    /// A link to be copied by hand.
    pub by_hand: Option<String>,
    /// One that is open in this tab was changed: the page has to take it over.
    pub becomes: Option<Rc<Scenario>>,
}

impl Said {
    fn line(text: impl Into<String>) -> Self {
        Self { lines: vec![text.into()], ..Self::default() }
    }
}

pub async fn perform(shelves: &Shelves, deed: Deed, lang: Lang) -> Result<Said, Fault> {
    let said = match deed {
        Deed::Look => Said::default(),
        Deed::New => {
            let name = free_name(&shelves.all().await?, words::NEW.get(lang));
            let scenario = Scenario { name, ..Scenario::of(&tables().code) };
            go_to(&shelves.add(&scenario).await?);
            Said::default()
        }
        Deed::Open(id) => open(shelves, &id, lang).await?,
        Deed::Duplicate(id) => {
            if let Some(Ok(mut scenario)) = shelves.scenario(&id).await? {
                let copy = words::copy_of(lang, &shown_name(&scenario.name, lang));
                scenario.name = free_name(&shelves.all().await?, &copy);
                shelves.add(&scenario).await?;
            }
            Said::default()
        }
        Deed::Remove { id, name } => {
            shelves.mark(&id, |summary| summary.removed = Some(Date::now())).await?;
            let line = words::removed(lang, &shown_name(&name, lang));
            Said { removed: Some(id), ..Said::line(line) }
        }
        Deed::BringBack(id) => {
            shelves.mark(&id, |summary| summary.removed = None).await?;
            Said::default()
        }
        Deed::Pin { id, is_pinned } => {
            shelves.mark(&id, |summary| summary.is_pinned = is_pinned).await?;
            Said::default()
        }
        Deed::Tag { id, tags } => {
            shelves.mark(&id, |summary| summary.tags = tags).await?;
            Said::default()
        }
        Deed::Name { id, name, description } => {
            edit(shelves, &id, |s| Scenario { name, description, ..s }).await?
        }
        Deed::Checkpoint { id, name, then } => {
            let is_kept = shelves.checkpoint(&id, &name).await?;
            then.emit(());
            if is_kept { Said::default() } else { Said::line(words::TOO_MANY_NAMED.get(lang)) }
        }
        Deed::Restore { id, version } => match Scenario::from_json(&version.document) {
            Ok(former) => edit(shelves, &id, |_| former).await?,
            Err(error) => Said::line(error.describe(lang)),
        },
        Deed::ForgetDamaged => {
            shelves.forget_damaged().await?;
            Said::default()
        }
        other => hand_on(shelves, other, lang).await?,
    };
    Ok(said)
}

/// Deeds with files and links.
async fn hand_on(shelves: &Shelves, deed: Deed, lang: Lang) -> Result<Said, Fault> {
    match deed {
        Deed::Export(id) => {
            if let Some(Ok(scenario)) = shelves.scenario(&id).await? {
                files::save_scenario(&own_data::handed_on(&scenario), lang);
            }
            Ok(Said::default())
        }
        Deed::ExportAll => {
            let mut all = Vec::new();
            for Summary { id, .. } in shelves.all().await?.iter().filter(|s| s.removed.is_none()) {
                let scenario = shelves.scenario(id).await?.and_then(Result::ok);
                all.extend(scenario.map(|scenario| own_data::handed_on(&scenario)));
            }
            let unnamed = crate::ui::words::UNNAMED.get(lang);
            let zip = archive::to_zip(&all, unnamed);
            files::save_bytes("mitoshi.zip", "application/zip", &zip);
            Ok(Said::default())
        }
        Deed::Link(id) => {
            let Some(Ok(scenario)) = shelves.scenario(&id).await? else {
                return Ok(Said::default());
            };
            let LinkOut { sentence, needs_file, by_hand, .. } = link_out(&[&scenario], lang);
            Ok(Said { offered: needs_file.then_some(id), by_hand, ..Said::line(sentence) })
        }
        Deed::OneFile(id) => Ok(match shelves.scenario(&id).await? {
            Some(Ok(scenario)) => Said::line(&*one_file(&[&scenario], lang).1),
            _ => Said::default(),
        }),
        Deed::Import(list) => take_in(shelves, files::read_all(&list).await, lang).await,
        Deed::TakeInbox => take_in(shelves, shelves.take_inbox().await?, lang).await,
        _ => Ok(Said::default()),
    }
}

async fn take_in(
    shelves: &Shelves,
    files: Vec<(String, Vec<u8>)>,
    lang: Lang,
) -> Result<Said, Fault> {
    let mut lines = Vec::new();
    let mut n = 0;
    for (name, bytes) in files {
        let unpacked = unpack(&name, &bytes);
        for scenario in &unpacked.scenarios {
            shelves.add(scenario).await?;
            n += 1;
        }
        lines.extend(unpacked.refusals(lang));
    }
    if 0 < n {
        lines.insert(0, words::imported(lang, n));
    }
    Ok(Said { lines, ..Said::default() })
}

async fn open(shelves: &Shelves, id: &str, lang: Lang) -> Result<Said, Fault> {
    match shelves.scenario(id).await? {
        Some(Ok(_)) => {
            go_to(id);
            Ok(Said::default())
        }
        Some(Err(error)) => {
            if !error.is_newer() {
                shelves.set_aside(id).await?;
            }
            Ok(Said::line(error.describe(lang)))
        }
        None => Ok(Said::default()),
    }
}

fn go_to(id: &str) {
    keep::set_open_here(id);
    page::set_address("#/forecast");
}

/// The page itself changes what it has open, so that it can be undone there; the library changes
/// the others.
async fn edit(
    shelves: &Shelves,
    id: &str,
    change: impl FnOnce(Scenario) -> Scenario,
) -> Result<Said, Fault> {
    let Some(Ok(scenario)) = shelves.scenario(id).await? else { return Ok(Said::default()) };
    let changed = change(scenario);
    if keep::open_here().as_deref() == Some(id) {
        return Ok(Said { becomes: Some(Rc::new(changed)), ..Said::default() });
    }
    shelves.replace(id, &changed).await?;
    Ok(Said::default())
}

pub fn shown_name(name: &str, lang: Lang) -> String {
    if name.is_empty() { crate::ui::words::UNNAMED.get(lang).to_owned() } else { name.to_owned() }
}
