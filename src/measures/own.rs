//! A municipality's own indicators: what they are called and counted in.
//!
//! The catalogue keeps eight places free, four for counts and four for stocks, so that an own
//! indicator goes through runs, targets, charts and files as a built-in one does. Only its words
//! come from the municipality, and a program holds one municipality at a time: they are declared
//! when it is taken up ([`declare`]) and no result depends on them. Declared by thread, because a
//! page is one thread and so is each test.

use std::cell::RefCell;

use super::{Good, Level, MeasureId, MeasureSpec};
use crate::i18n::Text;

/// What the tables say of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub id: MeasureId,
    /// Japanese and English.
    pub label: [String; 2],
    pub unit: [String; 2],
    pub good: Good,
    /// Whether it is shared out to areas.
    pub by_area: bool,
}

thread_local! {
    static DECLARED: RefCell<Vec<(Words, &'static MeasureSpec)>> = const { RefCell::new(Vec::new()) };
}

/// Takes up the indicators of a municipality in place of those before.
pub fn declare(words: Vec<Words>) {
    DECLARED.with_borrow_mut(|declared| {
        let before = std::mem::take(declared);
        *declared = words.into_iter().map(|words| known(&before, words)).collect();
    });
}

/// The same words are not kept twice, however often a municipality is taken up.
fn known(before: &[(Words, &'static MeasureSpec)], words: Words) -> (Words, &'static MeasureSpec) {
    if let Some((_, spec)) = before.iter().find(|(known, _)| *known == words) {
        return (words, spec);
    }
    // A few words for the life of the page: what is built in stands there as long.
    let text = |[ja, en]: &[String; 2]| Text { ja: ja.clone().leak(), en: en.clone().leak() };
    let spec = MeasureSpec {
        label: text(&words.label),
        unit: text(&words.unit),
        good: words.good,
        level: if words.by_area { Level::Area } else { Level::City },
        ..*words.id.declared()
    };
    (words, Box::leak(Box::new(spec)))
}

/// What was declared of an own indicator.
pub(super) fn spec(id: MeasureId) -> Option<&'static MeasureSpec> {
    DECLARED.with_borrow(|declared| {
        declared.iter().find(|(words, _)| words.id == id).map(|(_, spec)| *spec)
    })
}
