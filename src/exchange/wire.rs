//! What the page and the worker that reads files say to each other.

use serde::{Deserialize, Serialize};

use crate::exchange::changes::changes;
use crate::exchange::meaning::Hints;
use crate::exchange::read::{self, Decode};
use crate::exchange::{Asked, Opened, Preview, Tables};
use crate::facts::Basis;
use crate::i18n::Lang;

/// Files or a paste, and the tables they are meant for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bring {
    pub tables: Vec<(String, String)>,
    /// Each with its name.
    pub files: Vec<(String, Content)>,
    /// Another municipality, from these files alone.
    pub newcomer: Option<Asked>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Its bytes are put in where it is read.
    File(Vec<u8>),
    Pasted(String),
}

/// What was found, in both languages: the reader may switch while looking at it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub said: Vec<[String; 2]>,
    pub problems: Vec<Row>,
    /// Values that would be others than they are, the first ones of them; and how many there are.
    pub changes: Vec<Change>,
    pub n_changes: usize,
    /// The tables with everything taken in; none while there is a problem.
    pub after: Option<Vec<(String, String)>>,
    /// What they make, ready to be computed with.
    pub ready: Option<Ready>,
}

/// A municipality on its way to the engine.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ready {
    pub code: String,
    pub name: [String; 2],
    /// Its edition, which documents name.
    pub data: u64,
    /// Packed by the worker that read it.
    pub packed: Vec<u8>,
}

/// One problem: where, what was found, what was expected, how to fix it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub at: [String; 2],
    pub found: [String; 2],
    pub expected: [String; 2],
    pub fix: [String; 2],
}

/// One value: what it is, what it was (empty: there was none), what it would be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub what: [String; 2],
    pub before: [String; 2],
    pub after: [String; 2],
}

/// More values than anybody reads.
const N_CHANGES: usize = 200;

const BOTH: [Lang; 2] = [Lang::Ja, Lang::En];

/// Packs a municipality as the engine takes it.
pub type Pack<'a> = &'a dyn Fn(&Basis) -> Vec<u8>;

impl Bring {
    /// Reads, understands and previews. Never fails: what is wrong is part of what is told.
    pub fn answer(&self, decode: Decode<'_>, pack: Pack<'_>) -> Told {
        let mut files = Vec::new();
        let mut refused = Vec::new();
        for (name, content) in &self.files {
            let opened = match content {
                Content::File(bytes) => read::open(name, bytes, decode),
                Content::Pasted(text) => read::paste(text).map(|sheet| vec![sheet]),
            };
            match opened {
                Ok(sheets) => files.push((name, sheets)),
                Err(refusal) => refused.push(BOTH.map(|lang| refusal.of_file(name, lang))),
            }
        }
        if !refused.is_empty() {
            return Told { said: refused, ..Told::default() };
        }
        let files: Vec<_> = files.iter().map(|(name, sheets)| Opened { name, sheets }).collect();
        if let Some(asked) = &self.newcomer {
            let preview = Preview::of_newcomer(&files, asked, &Hints::default());
            return Told::of(preview, &Tables::default(), pack);
        }
        let tables = Tables::of(self.tables.iter().cloned());
        match tables.municipality() {
            Ok(city) => {
                let preview = Preview::of(&files, &tables, &city, &Hints::default());
                Told::of(preview, &tables, pack)
            }
            Err(errors) => {
                let said = errors.iter().map(|error| BOTH.map(|lang| error.describe(lang)));
                Told { said: said.collect(), ..Told::default() }
            }
        }
    }
}

impl Told {
    fn of(preview: Preview, before: &Tables, pack: Pack<'_>) -> Self {
        let [ja, en] = BOTH.map(|lang| preview.summary(lang));
        let said = ja.into_iter().zip(en).map(|(ja, en)| [ja, en]).collect();
        let row = |problem: &crate::exchange::Problem| {
            let [ja, en] = BOTH.map(|lang| problem.words(lang));
            Row {
                at: BOTH.map(|lang| problem.at.place(lang)),
                found: [ja.found, en.found],
                expected: [ja.expected, en.expected],
                fix: [ja.fix, en.fix],
            }
        };
        let problems = preview.problems.iter().map(row).collect();
        let after = preview.accept().ok();
        let made = after.as_ref().and_then(|tables| Some((tables, tables.municipality().ok()?)));
        let changed = made.as_ref().map(|(tables, city)| changes(before, tables, city));
        let mut changes = changed.unwrap_or_default();
        let n_changes = changes.len();
        changes.truncate(N_CHANGES);
        let ready = made.map(|(_, city)| Ready {
            code: city.code.clone(),
            name: [city.name.ja.clone(), city.name.en.clone()],
            data: city.content_hash(),
            packed: pack(&city.basis),
        });
        let texts = |tables: Tables| {
            let files = tables.files();
            files.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
        };
        Self { said, problems, changes, n_changes, after: after.map(texts), ready }
    }
}
