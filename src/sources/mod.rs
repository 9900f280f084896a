//! Where every number comes from, and how far it can be trusted. A figure cannot be made
//! without both: see [`Provenance`], which has no default.

mod catalogue;

pub use catalogue::{CATALOGUE, SourceId, SourceSpec};

use serde::{Deserialize, Serialize};

use crate::i18n::{Label, Lang, Text};

/// Where a number comes from. An assumption is a source too: it names its reason and who makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Published {
        publisher: Text,
        title: Text,
        /// The table, page or item inside the publication.
        table: Text,
        /// Empty where the publication gives no date.
        as_of: &'static str,
        /// Where it was read, when that was not the publisher's own copy.
        copy: &'static str,
        retrieved: &'static str,
    },
    Assumed {
        because: Text,
        by: Text,
    },
}

impl Source {
    /// One line for a caption: publisher, title, table and date; or the reason, and whose it is.
    pub fn citation(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Published { publisher, title, table, as_of, .. }, Lang::Ja) => {
                let as_of = if as_of.is_empty() { "時点の記載なし" } else { as_of };
                format!("{}「{}」{}（{}）", publisher.ja, title.ja, table.ja, as_of)
            }
            (Self::Published { publisher, title, table, as_of, .. }, Lang::En) => {
                let as_of = if as_of.is_empty() { "undated" } else { as_of };
                format!("{}, “{}”, {} ({})", publisher.en, title.en, table.en, as_of)
            }
            (Self::Assumed { because, by }, Lang::Ja) => {
                format!("仮定：{}（{}）", because.ja, by.ja)
            }
            (Self::Assumed { because, by }, Lang::En) => {
                format!("Assumed: {} ({})", because.en, by.en)
            }
        }
    }
}

/// How a figure is known, from counted to invented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// Counted or measured for this place.
    Observed,
    /// Published, but for another place, a wider area, or second-hand.
    Published,
    /// Nobody measured it: somebody assumes it, and says why.
    Assumed,
    /// Made up so that something can be shown. «例示»: never to be read as a fact.
    Illustrative,
}

impl Grade {
    pub const ALL: [Self; 4] = [Self::Observed, Self::Published, Self::Assumed, Self::Illustrative];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Published => "published",
            Self::Assumed => "assumed",
            Self::Illustrative => "illustrative",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.key() == key)
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Observed => Text { ja: "実測", en: "observed" },
            Self::Published => Text { ja: "公表値", en: "published" },
            Self::Assumed => Text { ja: "仮定", en: "assumed" },
            Self::Illustrative => Text { ja: "例示", en: "illustrative" },
        }
    }
}

/// What a range or a default rests on. Whoever says that a number was counted or published names
/// the source; without one it can only be assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backing {
    Observed(SourceId),
    Published(SourceId),
    /// By the Mitoshi team: the reason beside it says so.
    Assumed,
}

impl Backing {
    pub const fn grade(self) -> Grade {
        match self {
            Self::Observed(_) => Grade::Observed,
            Self::Published(_) => Grade::Published,
            Self::Assumed => Grade::Assumed,
        }
    }

    pub const fn source(self) -> Option<SourceId> {
        match self {
            Self::Observed(source) | Self::Published(source) => Some(source),
            Self::Assumed => None,
        }
    }
}

/// `Published KawasakiPlan8` or `Assumed`, as the catalogues write it; no other form compiles.
#[macro_export]
macro_rules! backing {
    (Assumed) => {
        $crate::sources::Backing::Assumed
    };
    ($grade:ident $source:ident) => {
        $crate::sources::Backing::$grade($crate::sources::SourceId::$source)
    };
}

/// A source and a grade: what every figure carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    pub source: SourceId,
    pub grade: Grade,
}

impl Provenance {
    pub const fn new(source: SourceId, grade: Grade) -> Self {
        Self { source, grade }
    }
}

/// A source that came with somebody's own tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSource {
    pub key: String,
    pub publisher: Label,
    pub title: Label,
    /// Of a table that was pasted there may be none.
    pub table: Label,
    pub as_of: String,
    /// Set when the figure is assumed: the reason, and who assumes it.
    pub assumed: Option<(Label, String)>,
}

impl OwnSource {
    pub fn citation(&self, lang: Lang) -> String {
        let Self { publisher, title, as_of, .. } = self;
        let table = self.table.get(lang);
        match (&self.assumed, lang) {
            (Some((because, by)), Lang::Ja) => format!("仮定：{}（{by}）", because.get(lang)),
            (Some((because, by)), Lang::En) => format!("Assumed: {} ({by})", because.get(lang)),
            (None, Lang::Ja) => {
                format!("{}「{}」{table}（{as_of}）", publisher.get(lang), title.get(lang))
            }
            (None, Lang::En) => {
                format!("{}, “{}”, {table} ({as_of})", publisher.get(lang), title.get(lang))
            }
        }
    }
}
