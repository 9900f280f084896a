//! What the reader reads: the two languages, and numbers and years as people write them.

pub mod chance;
pub mod decimal;
pub mod number;
pub mod time;

use serde::{Deserialize, Serialize};

/// The language of the screen. Japanese is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Ja,
    En,
}

/// A fixed text in both languages; neither can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub ja: &'static str,
    pub en: &'static str,
}

impl Text {
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }
}

/// A text that comes from data: the name of a place, of a measure somebody added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub ja: String,
    pub en: String,
}

impl Label {
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: en.into() }
    }

    /// A table written in one language only is shown in that language on both screens.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja if !self.ja.is_empty() => &self.ja,
            Lang::En if !self.en.is_empty() => &self.en,
            Lang::Ja => &self.en,
            Lang::En => &self.ja,
        }
    }
}

impl From<Text> for Label {
    fn from(text: Text) -> Self {
        Self::new(text.ja, text.en)
    }
}
