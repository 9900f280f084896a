//! Tables in the program's own format, as it hands them out: taken back letter by letter.

use crate::exchange::cells::time;
use crate::exchange::sheet::Sheet;
use crate::exchange::tables::{Rows, Tables};
use crate::facts::read::{FILES, OWN_FIGURES};
use crate::units::When;

/// First cell of a sheet that is for reading only.
pub const FOR_READING: &str = "# mitoshi: この表は読むためのものです / for reading only";

/// Does the sheet say that it is not to be imported?
pub fn is_for_reading(sheet: &Sheet) -> bool {
    sheet.cell(0, 0).starts_with("# mitoshi:")
}

/// The table a sheet is, by its file name; none when it is not in the own format.
pub fn table(sheet: &Sheet) -> Option<(&'static str, Rows)> {
    let name = sheet.name.trim_end_matches(".csv");
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let file = FILES.iter().find(|file| file.trim_end_matches(".csv") == name)?;
    let has_headers = sheet.n_rows() > 1 && sheet.cell(0, 0).starts_with("# source:");
    if !has_headers {
        return None;
    }
    let n_headers = (0..sheet.n_rows()).take_while(|row| sheet.cell(*row, 0).starts_with('#'));
    let n_headers = n_headers.count();
    // A header line with commas that was not quoted came apart: it is put together again.
    let line = |row: usize| {
        let cells: Vec<_> = sheet.filled(row).map(|(_, cell)| cell).collect();
        cells.join(", ")
    };
    let mut rows = Rows { headers: (0..n_headers).map(line).collect(), ..Rows::default() };
    rows.columns = sheet.row(n_headers).map(str::to_owned).collect();
    while rows.columns.last().is_some_and(String::is_empty) {
        rows.columns.pop();
    }
    mend_ages(file, &mut rows.columns);
    let is_in_rows = rows.header("source") == "in rows";
    // Source and grade stand in columns for whoever reads; the table has them in its header.
    let is_kept = |column: &String| {
        let is_report = ["source", "grade"].contains(&column.as_str());
        let is_table_of_sources = *file == "sources.csv";
        is_in_rows || is_table_of_sources || !is_report
    };
    let kept: Vec<usize> =
        (0..rows.columns.len()).filter(|at| is_kept(&rows.columns[*at])).collect();
    rows.columns = kept.iter().map(|at| rows.columns[*at].clone()).collect();
    for row in n_headers + 1..sheet.n_rows() {
        if sheet.filled(row).next().is_some() {
            let cells = kept.iter().map(|at| disarmed(sheet.cell(row, *at)).to_owned());
            rows.rows.push(cells.collect());
        }
    }
    Some((file, rows))
}

/// Tables with a column for each age.
const BY_AGE: [&str; 4] = ["population.csv", "area_population.csv", "census.csv", "bands.csv"];

/// Spreadsheets that open a text file by double-click take «5-9» for a day in May and «65+» for the
/// number 65: put right again.
fn mend_ages(file: &str, columns: &mut [String]) {
    if !BY_AGE.contains(&file) {
        return;
    }
    for column in columns.iter_mut() {
        let day = match time::read(column) {
            Some(When::Day(date)) => Some((date.month, date.day)),
            _ => None,
        };
        let is_it = |(words, known): &&([&str; 3], (u8, u8))| {
            words.contains(&column.as_str()) || day == Some(*known)
        };
        if let Some((_, (from, to))) = AS_DAYS.iter().find(is_it) {
            *column = format!("{from}-{to}");
        }
    }
    let is_bare = |column: &&mut String| column.parse::<u8>().is_ok();
    if file == "bands.csv" {
        columns.iter_mut().filter(is_bare).for_each(|column| column.push('+'));
    } else if !columns.iter().any(|column| column.ends_with('+'))
        && let Some(last) = columns.iter_mut().rev().find(is_bare)
    {
        last.push('+');
    }
}

/// Groups of ages that can be read as a day, and how spreadsheets then write it.
const AS_DAYS: [([&str; 3], (u8, u8)); 2] =
    [(["5月9日", "9-May", "May-9"], (5, 9)), (["10月14日", "14-Oct", "Oct-14"], (10, 14))];

/// The tables without the names of whoever put a figure right.
pub fn without_names(tables: &Tables) -> Tables {
    let mut after = tables.clone();
    if let Some(mut rows) = tables.rows(OWN_FIGURES)
        && let Some(by) = rows.column("by")
    {
        rows.rows.iter_mut().filter_map(|row| row.get_mut(by)).for_each(String::clear);
        after.set_rows(OWN_FIGURES, &rows);
    }
    after
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn armed(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Takes that apostrophe away again.
pub fn disarmed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) => rest,
        _ => cell,
    }
}
