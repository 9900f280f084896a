//! The numbers of a chart as a table: behind its button, on the clipboard, and in files.

use std::cell::RefCell;
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
            Some(value) => Self::Number(format.told(value), format.show(value)),
            None => Self::Nothing,
        }
    }

    /// For a spreadsheet: the number itself, to what a reader could ever need of it. A word that it
    /// would take for a formula gets an apostrophe before it.
    fn bare(&self) -> String {
        match self {
            Self::Word(word) if word.starts_with(['=', '+', '-', '@']) => format!("'{word}"),
            Self::Word(word) => word.to_string(),
            Self::Number(value, _) => (libm::round(value * 1e4) / 1e4).to_string(),
            Self::Nothing => String::new(),
        }
    }
}

impl Sheet {
    /// For pasting into a spreadsheet.
    pub fn tsv(&self) -> String {
        let flat = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let head = self.head.iter().map(|word| flat(word)).collect::<Vec<_>>();
        let row = |cells: &Vec<Cell>| cells.iter().map(|cell| flat(&cell.bare())).collect();
        let rows = std::iter::once(head).chain(self.rows.iter().map(row));
        rows.map(|cells: Vec<String>| cells.join("\t") + "\r\n").collect()
    }

    pub fn html(&self) -> String {
        let safe =
            |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let cells = |tag: &str, texts: Vec<String>| {
            let one = |text: &String| format!("<{tag}>{}</{tag}>", safe(text));
            format!("<tr>{}</tr>", texts.iter().map(one).collect::<String>())
        };
        let head = cells("th", self.head.iter().map(ToString::to_string).collect());
        let row = |row: &Vec<Cell>| cells("td", row.iter().map(Cell::bare).collect());
        format!("<table>{head}{}</table>", self.rows.iter().map(row).collect::<String>())
    }
}

/// The sheet as it is when it is asked for: what only asks on a press need not be drawn again with
/// each new one.
#[derive(Clone)]
pub struct NewestSheet(pub Rc<RefCell<SheetSource>>);

impl PartialEq for NewestSheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
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
