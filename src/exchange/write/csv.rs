//! CSV as a spreadsheet opens it by double-click: UTF-8 with its mark.

use crate::exchange::grid::{Grid, Value};
use crate::exchange::own::armed;
use crate::exchange::tables::quoted;

pub fn csv(grid: &Grid) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in &grid.rows {
        let cells = row.iter().map(|value| match value {
            Value::Text(words) => quoted(&armed(words)),
            value => value.words().to_owned(),
        });
        text += &cells.collect::<Vec<_>>().join(",");
        text += "\r\n";
    }
    text.into_bytes()
}
