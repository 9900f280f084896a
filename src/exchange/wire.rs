//! What the page and the worker that reads files say to each other.

use serde::{Deserialize, Serialize};

use crate::exchange::meaning::Hints;
use crate::exchange::read::{self, Decode};
use crate::exchange::{Asked, Opened, Preview, Tables};
use crate::i18n::Lang;

/// A file or a paste, and the tables it is meant for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bring {
    pub tables: Vec<(String, String)>,
    pub name: String,
    pub content: Content,
    /// Another municipality: its name, and its centres where they are said.
    pub newcomer: Option<(String, Option<u32>)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    File(Vec<u8>),
    Pasted(String),
}

/// What was found, in both languages: the reader may switch while looking at it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub said: Vec<[String; 2]>,
    pub problems: Vec<Row>,
    /// The tables with everything taken in; none while there is a problem.
    pub after: Option<Vec<(String, String)>>,
}

/// One problem: where, what was found, what was expected, how to fix it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub at: [String; 2],
    pub found: [String; 2],
    pub expected: [String; 2],
    pub fix: [String; 2],
}

const BOTH: [Lang; 2] = [Lang::Ja, Lang::En];

impl Bring {
    /// Reads, understands and previews. Never fails: what is wrong is part of what is told.
    pub fn answer(&self, decode: Decode<'_>) -> Told {
        let opened = match &self.content {
            Content::File(bytes) => read::open(&self.name, bytes, decode),
            Content::Pasted(text) => read::paste(text).map(|sheet| vec![sheet]),
        };
        let sheets = match opened {
            Ok(sheets) => sheets,
            Err(refusal) => {
                let said = vec![BOTH.map(|lang| refusal.describe(lang))];
                return Told { said, ..Told::default() };
            }
        };
        let files = [Opened { name: &self.name, sheets: &sheets }];
        match &self.newcomer {
            Some((name, n_centres)) => {
                let asked = Asked { name: name.clone(), n_centres: *n_centres, ..Asked::default() };
                Told::of(Preview::of_newcomer(&files, &asked, &Hints::default()))
            }
            None => {
                let texts = &self.tables;
                let tables = Tables::read(&|file| {
                    let found = texts.iter().find(|(name, _)| name == file);
                    found.map(|(_, text)| text.clone())
                });
                match tables.municipality() {
                    Ok(city) => Told::of(Preview::of(&files, &tables, &city, &Hints::default())),
                    Err(errors) => {
                        let said = errors.iter().map(|error| BOTH.map(|lang| error.describe(lang)));
                        Told { said: said.collect(), ..Told::default() }
                    }
                }
            }
        }
    }
}

impl Told {
    fn of(preview: Preview) -> Self {
        let [ja, en] = BOTH.map(|lang| preview.summary(lang));
        let said = ja.into_iter().zip(en).map(|(ja, en)| [ja, en]).collect();
        let row = |problem: &crate::exchange::Problem| {
            let [ja, en] = BOTH.map(|lang| problem.words(lang));
            Row {
                at: BOTH.map(|lang| {
                    problem.at.describe(lang).trim_end_matches(['：', ':', ' ']).into()
                }),
                found: [ja.found, en.found],
                expected: [ja.expected, en.expected],
                fix: [ja.fix, en.fix],
            }
        };
        let problems = preview.problems.iter().map(row).collect();
        let after = preview.accept().ok();
        let texts = |tables: Tables| {
            let files = tables.files();
            files.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
        };
        Self { said, problems, after: after.map(texts) }
    }
}
