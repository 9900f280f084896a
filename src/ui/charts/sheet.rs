//! The numbers of a chart as a table: behind its button, and in a CSV file.

use std::rc::Rc;

use yew::AttrValue;

use super::format::Format;

/// A chart's series can always say its numbers. Asked only when the table is opened or exported.
pub trait Tabular {
    fn sheet(&self) -> Sheet;
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub caption: AttrValue,
    pub head: Vec<AttrValue>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Word(AttrValue),
    /// The value itself for a spreadsheet, and as people write it for the page.
    Number(f64, AttrValue),
    Nothing,
}

impl Cell {
    /// A missing value and NaN both leave the cell empty.
    pub fn number(value: Option<f64>, format: Format) -> Self {
        match value.filter(|v| v.is_finite()) {
            Some(value) => Self::Number(value, format.show(value)),
            None => Self::Nothing,
        }
    }
}

/// Shared, and compared by identity: a series is kept while it is equal.
#[derive(Clone)]
pub struct SheetSource(pub Rc<dyn Tabular>);

impl PartialEq for SheetSource {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
