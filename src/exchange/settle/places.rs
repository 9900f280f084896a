//! The tree of places from tables that list them: wards, areas and centres, each with its parent.

use crate::exchange::cells::plain::{plain, squeezed};
use crate::exchange::meaning::facet::Role;
use crate::exchange::meaning::headings::{Headings, Known};
use crate::exchange::meaning::names::Names;
use crate::exchange::meaning::{lexicon, section};
use crate::exchange::sheet::Sheet;
use crate::exchange::tables::{Rows, Tables};
use crate::facts::read::SOURCE_COLUMNS;
use crate::places::Level;

/// Names of one row, from ward to centre.
type Line = [Option<String>; 3];

/// The source of places and names that a person gave when importing.
pub const SAID: &str = "said_at_import";

const LEVELS: [Level; 3] = [Level::Ward, Level::Area, Level::Centre];

/// Does the sheet list centres? Then names nobody knows are new places and not slips of the pen.
pub fn lists_centres(headings: &Headings) -> bool {
    headings.columns.iter().any(|column| column.role == Some(Role::Place(Some(Level::Centre))))
}

/// The places that the rows of a sheet name, blanks of merged cells filled from above.
pub fn lines(sheet: &Sheet, headings: &Headings, end: usize, known: Known<'_>) -> Vec<Line> {
    let columns: Vec<(usize, Option<Level>)> = headings
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| match column.role {
            Some(Role::Place(level)) => Some((index, level)),
            _ => None,
        })
        .collect();
    let has_areas = columns.iter().any(|(_, level)| *level == Some(Level::Area));
    let mut above: Line = Line::default();
    let mut lines = Vec::new();
    for row in headings.first_data_row..end {
        // A title among the rows is no place.
        if section(sheet, headings, row, known).is_some() {
            continue;
        }
        for (index, level) in &columns {
            let text = plain(sheet.cell(row, *index));
            if text.is_empty() || lexicon::is_total(&text) || lexicon::is_subtotal(&text) {
                continue;
            }
            // A name without a level is a ward where it ends like one, else an area.
            let level = level.unwrap_or(match text.ends_with('区') && !text.ends_with("地区") {
                true => Level::Ward,
                false if text.contains("センター") && has_areas => Level::Centre,
                false => Level::Area,
            });
            if let Some(at) = LEVELS.iter().position(|known| *known == level) {
                above[at] = Some(text);
                above[at + 1..].iter_mut().for_each(|below| *below = None);
            }
        }
        if above.iter().any(Option::is_some) && !lines.contains(&above) {
            lines.push(above.clone());
        }
    }
    lines
}

/// Adds rows for the names that are not there yet; says how many.
pub fn add(lines: &[Line], names: &mut Names, tables: &mut Tables) -> usize {
    let Some(mut rows) = tables.rows("places.csv") else { return 0 };
    let Some(root) = names.root().map(|named| (named.code.clone(), squeezed(&named.name))) else {
        return 0;
    };
    let has_wards = names.at(Level::Ward).next().is_some();
    let mut n_added = 0;
    for line in lines {
        let mut parent = root.0.clone();
        for (level, name) in LEVELS.iter().zip(line) {
            let Some(name) = name else { continue };
            if squeezed(name) == root.1 {
                continue;
            }
            let known = names.find(name, Some(*level)).filter(|named| named.level == *level);
            if let Some(known) = known {
                parent = known.code.clone();
                continue;
            }
            // Where there are wards, a place nobody says the ward of is told as unknown.
            if has_wards && *level != Level::Ward && parent == root.0 {
                break;
            }
            let code = free_code(&parent, *level, names);
            // A centre directly under the municipality or a ward is dealt to an area when read.
            let cells = [&code, level.key(), &parent, name, "", "", "", SAID, "observed", "", ""];
            rows.rows.push(cells.map(str::to_owned).to_vec());
            names.add(&code, *level, Some(parent.clone()), &[name]);
            parent = code;
            n_added += 1;
        }
    }
    if 0 < n_added {
        tables.set_rows("places.csv", &rows);
        put_source(tables);
    }
    n_added
}

/// Makes [`SAID`] known.
pub fn put_source(tables: &mut Tables) {
    const BECAUSE: [&str; 2] =
        ["取り込むときに入力された名前・数・年度", "name, number and years said at import"];
    let mut rows = sources(tables);
    let cells = [SAID, "", "", "", "", "", "", "", "import", BECAUSE[0], BECAUSE[1]];
    rows.put(&["source"], cells.map(str::to_owned).to_vec());
    tables.set_rows("sources.csv", &rows);
}

/// The municipality's own sources so far, in today's columns.
pub fn sources(tables: &Tables) -> Rows {
    let Some(mut rows) = tables.rows("sources.csv") else {
        return Rows::new(&super::put::headers(), &SOURCE_COLUMNS);
    };
    // Made before the table's name was in two languages: it stays as it is in both.
    if let Some(at) = rows.column("table") {
        rows.columns[at] = "table_ja".to_owned();
        rows.columns.insert(at + 1, "table_en".to_owned());
        for row in &mut rows.rows {
            row.insert(at + 1, String::new());
        }
    }
    rows
}

/// `14134-a03`, `14134-c07`: areas and centres by the ward or municipality they lie in.
fn free_code(parent: &str, level: Level, names: &Names) -> String {
    let base = match parent.rsplit_once("-a") {
        Some((base, digits)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => base,
        _ => parent,
    };
    let letter = match level {
        Level::Ward => 'w',
        Level::Area => 'a',
        _ => 'c',
    };
    // `-w01` stands for a municipality without wards.
    let first = if level == Level::Ward { 11 } else { 1 };
    let mut codes = (first..).map(|number: u32| format!("{base}-{letter}{number:02}"));
    codes.find(|code| names.get(code).is_none()).unwrap_or_default()
}

/// The row of the municipality itself, with how many areas and centres it has in all.
pub fn municipality(code: &str, name: &str, n_centres: Option<u32>) -> Rows {
    const COLUMNS: [&str; 11] = [
        "code", "level", "parent", "name_ja", "name_en", "areas", "centres", "source", "grade",
        "note_ja", "note_en",
    ];
    let mut rows = Rows::new(&super::put::headers(), &COLUMNS);
    let centres = n_centres.map(|n| n.to_string()).unwrap_or_default();
    let cells = [code, "municipality", "", name, "", "", &centres, SAID, "observed", "", ""];
    rows.rows.push(cells.map(str::to_owned).to_vec());
    rows
}
