//! What the library knows of a scenario without opening it, and in which order it lists them.

use super::json::{Fields, Json};
use super::{DocumentError, Scenario, VERSION};

/// One line of the library, kept beside the document so that hundreds are listed at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    pub id: String,
    /// Raised by every save; a save from an older one is a conflict.
    pub revision: u64,
    /// Form of the document.
    pub version: u32,
    pub name: String,
    pub description: String,
    pub tags: Vec<String>,
    pub is_pinned: bool,
    /// Milliseconds since 1970.
    pub changed: f64,
    /// When it was put into the bin; it goes for good a month later.
    pub removed: Option<f64>,
    /// The chance of each target of the municipality, once known.
    pub chances: Vec<Option<f64>>,
    /// The median of the devices by fiscal year, for the thumbnail.
    pub spark: Vec<f32>,
    /// Of the document.
    pub bytes: u32,
}

/// How the library is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Newest,
    Name,
    /// The best chance of the first target first.
    Chance,
}

impl Summary {
    pub fn to_json(&self) -> String {
        let texts = self.tags.iter().map(|tag| Json::text(tag)).collect();
        let spark = self.spark.iter().map(|value| Json::number(*value)).collect();
        Json::of(vec![
            ("id", Json::text(&self.id)),
            ("revision", Json::Number(self.revision as f64)),
            ("version", Json::number(self.version)),
            ("name", Json::text(&self.name)),
            ("description", Json::text(&self.description)),
            ("tags", Json::List(texts)),
            ("is_pinned", Json::Bool(self.is_pinned)),
            ("changed", Json::Number(self.changed)),
            ("removed", Json::maybe(self.removed)),
            ("chances", Json::List(self.chances.iter().copied().map(Json::maybe).collect())),
            ("spark", Json::List(spark)),
            ("bytes", Json::number(self.bytes)),
        ])
        .write(false)
    }

    pub fn from_json(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    fn read(text: &str) -> Result<Self, DocumentError> {
        let mut fields = Fields::of(Json::read(text)?)?;
        let tag = |json| if let Json::Text(tag) = json { Some(tag) } else { None };
        Ok(Self {
            id: fields.text("id")?,
            revision: fields.number("revision")? as u64,
            version: fields.whole("version", u32::MAX)?,
            name: fields.text("name")?,
            description: fields.text_if("description")?,
            tags: fields.list("tags")?.into_iter().filter_map(tag).collect(),
            is_pinned: fields.bool_or("is_pinned", false)?,
            changed: fields.number("changed")?,
            removed: fields.number_if("removed")?,
            chances: fields.numbers("chances")?,
            spark: fields.numbers("spark")?.into_iter().flatten().map(|v| v as f32).collect(),
            bytes: fields.whole_if("bytes", u32::MAX)?.unwrap_or(0),
        })
    }

    /// Of a document that has just been written.
    pub fn of(id: &str, scenario: &Scenario, changed: f64, bytes: usize) -> Self {
        Self {
            id: id.to_owned(),
            version: VERSION,
            name: scenario.name.clone(),
            description: scenario.description.clone(),
            changed,
            bytes: bytes as u32,
            ..Self::default()
        }
    }

    fn matches(&self, query: &str) -> bool {
        let text = format!("{}\n{}\n{}", self.name, self.description, self.tags.join("\n"));
        let text = text.to_lowercase();
        query.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// The lines to show: those that match, with pinned ones first.
pub fn arrange(all: &[Summary], query: &str, tag: &str, order: Order) -> Vec<Summary> {
    let is_shown = |s: &&Summary| {
        s.removed.is_none()
            && s.matches(query)
            && (tag.is_empty() || s.tags.iter().any(|other| other == tag))
    };
    let mut shown: Vec<Summary> = all.iter().filter(is_shown).cloned().collect();
    let chance = |s: &Summary| s.chances.first().copied().flatten().unwrap_or(-1.0);
    shown.sort_by(|a, b| {
        let inner = match order {
            Order::Newest => b.changed.total_cmp(&a.changed),
            // Those without a name come last.
            Order::Name => (a.name.is_empty(), &a.name).cmp(&(b.name.is_empty(), &b.name)),
            Order::Chance => chance(b).total_cmp(&chance(a)),
        };
        b.is_pinned.cmp(&a.is_pinned).then(inner).then(a.id.cmp(&b.id))
    });
    shown
}

/// The name a further scenario gets: as wished, or with a number where one in sight has it already.
pub fn free_name(all: &[Summary], wished: &str) -> String {
    let is_free = |name: &String| all.iter().all(|s| s.removed.is_some() || s.name != *name);
    let numbered = (2..).map(|n| format!("{wished} {n}"));
    let mut names = std::iter::once(wished.to_owned()).chain(numbered);
    names.find(is_free).unwrap_or_else(|| wished.to_owned())
}

/// Every tag in use, once.
pub fn tags(all: &[Summary]) -> Vec<String> {
    let shown = all.iter().filter(|s| s.removed.is_none());
    let mut tags: Vec<String> = shown.flat_map(|s| s.tags.iter().cloned()).collect();
    tags.sort();
    tags.dedup();
    tags
}

/// A version of a document from an earlier session, or one the person named.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Milliseconds since 1970.
    pub saved: f64,
    /// Empty for those the page keeps by itself.
    pub name: String,
    pub document: String,
}

/// Most versions kept of one scenario: those the page keeps by itself, and named ones.
pub const VERSIONS_BY_ITSELF: usize = 30;
pub const VERSIONS_NAMED: usize = 100;

impl Checkpoint {
    pub fn to_json(&self) -> String {
        Json::of(vec![
            ("saved", Json::Number(self.saved)),
            ("name", Json::text(&self.name)),
            ("document", Json::text(&self.document)),
        ])
        .write(false)
    }

    pub fn from_json(text: &str) -> Option<Self> {
        let mut fields = Fields::of(Json::read(text).ok()?).ok()?;
        Some(Self {
            saved: fields.number("saved").ok()?,
            name: fields.text_if("name").ok()?,
            document: fields.text("document").ok()?,
        })
    }
}
