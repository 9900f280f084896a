//! The rows below the headings: what stands at the side, what is a value, what is a note.

use super::facet::{Facet, Kind, Months, PlaceSaid, Role, Sexes};
use super::headings::{Headings, Known};
use super::{Column, Hints, Point, Understood, headings, lexicon, value_columns};
use crate::exchange::cells::age::Age;
use crate::exchange::cells::number::Cell;
use crate::exchange::cells::plain::{squeezed, without_note};
use crate::exchange::cells::{age, number, time};
use crate::exchange::problem::{At, Fault, Problem};
use crate::exchange::sheet::{Sheet, column_letters};
use crate::facts::fingerprint::Fnv;
use crate::places::Level;
use crate::units::{FiscalYear, When};

/// Cells looked at to guess what a column without a known heading holds.
const N_LOOKED_AT: usize = 30;

/// One behind the last row of the table; what follows are notes.
pub(super) fn last_row(sheet: &Sheet, headings: &Headings) -> usize {
    let is_note = |row: usize| {
        let mut filled = sheet.filled(row);
        let Some((_, first)) = filled.next() else { return true };
        let first = squeezed(first);
        let is_marked =
            ["※", "注", "(注", "*", "資料", "出典", "source", "note", "備考", "(資料", "(出典"]
                .iter()
                .any(|mark| first.starts_with(mark));
        is_marked
            || (filled.next().is_none() && 1 < headings.columns.len() && !has_number(sheet, row))
    };
    let mut end = sheet.n_rows();
    while headings.first_data_row < end && is_note(end - 1) {
        end -= 1;
    }
    end
}

fn has_number(sheet: &Sheet, row: usize) -> bool {
    sheet.row(row).any(|cell| number::read(cell).is_number())
}

pub(super) fn notes(sheet: &Sheet, from: usize) -> Vec<String> {
    let words = |row| sheet.filled(row).map(|(_, cell)| cell).collect::<Vec<_>>().join(" ");
    (from..sheet.n_rows().min(from + 20)).map(words).filter(|words| !words.is_empty()).collect()
}

/// A column whose heading says nothing may show by its cells what it is.
pub(super) fn guess_roles(sheet: &Sheet, headings: &mut Headings, end: usize, known: Known<'_>) {
    let first = headings.first_data_row;
    let mut has_place = headings.columns.iter().any(|c| matches!(c.role, Some(Role::Place(_))));
    for index in 0..headings.columns.len() {
        let column = &headings.columns[index];
        // «会議» over 「個別ケア会議」「圏域会議」: the heading names a measure, its cells name others.
        let may_name_measures = index == 0 && column.role.is_none() && column.facet.is_measure();
        let may_be_guessed = matches!(column.role, None | Some(Role::Measure))
            && (column.facet.is_empty() || column.role.is_some() || may_name_measures);
        if !may_be_guessed {
            continue;
        }
        let cells: Vec<&str> = (first..end)
            .map(|row| sheet.cell(row, index))
            .filter(|cell| !cell.is_empty())
            .take(N_LOOKED_AT)
            .collect();
        let most = |is_it: &dyn Fn(&str) -> bool| {
            let n = cells.iter().filter(|cell| is_it(cell)).count();
            !cells.is_empty() && cells.len() <= n * 3 / 2
        };
        let role = if most(&|cell| lexicon::kind(cell).is_some()) {
            Some(Role::Kind)
        } else if most(&|cell| age::read(cell).is_some()) {
            Some(Role::Age)
        } else if most(&|cell| lexicon::sex(cell).is_some() || lexicon::is_total(cell)) {
            Some(Role::Sex)
        } else if most(&|cell| known.names.find(cell, None).is_some() || lexicon::is_total(cell)) {
            Some(Role::Place(None))
        } else if most(&|cell| known.lexicon.measure(cell).is_some()) {
            Some(Role::Measure)
        } else if most(&|cell| time::read(cell).is_some() && cell.contains(['年', 'R', 'H', '/']))
        {
            Some(Role::When)
        } else if index == 0
            && !has_place
            && column.role.is_none()
            && most(&|cell| number::read(cell) == Cell::Words)
        {
            Some(Role::Place(None))
        } else {
            column.role
        };
        if may_name_measures && role != Some(Role::Measure) {
            continue;
        }
        has_place |= matches!(role, Some(Role::Place(_)));
        let column = &mut headings.columns[index];
        column.role = role;
        if may_name_measures {
            column.facet = Facet::default();
        }
    }
}

/// Over a column of numbers beside ages; elsewhere such a word is a unit.
const PEOPLE: [&str; 4] = ["people", "persons", "residents", "inhabitants"];

/// A column of numbers under a name nobody knows is an indicator of the reader's own.
pub(super) fn name_own_measures(
    sheet: &Sheet,
    headings: &mut Headings,
    end: usize,
    understood: &mut Understood,
) {
    let first = headings.first_data_row;
    let is_by_age =
        headings.columns.iter().any(|c| c.facet.age.is_some() || c.role == Some(Role::Age));
    for (index, column) in headings.columns.iter_mut().enumerate() {
        if column.role.is_some() || !column.facet.is_empty() {
            continue;
        }
        let cells = (first..end).map(|row| number::read(sheet.cell(row, index)));
        let (mut n_numbers, mut n_words) = (0, 0);
        for cell in cells.take(N_LOOKED_AT * 10) {
            n_numbers += usize::from(cell.is_number());
            n_words += usize::from(cell == Cell::Words);
        }
        if column.label.is_empty() && n_numbers + n_words == 0 {
            continue;
        }
        if is_by_age && n_words < n_numbers && PEOPLE.contains(&squeezed(&column.label).as_str()) {
            column.role = Some(Role::Value);
            continue;
        }
        if is_by_age || column.label.is_empty() || n_numbers == 0 || n_numbers < n_words {
            // A column without a heading is called by its letters, as the spreadsheet calls it.
            let label = Some(&column.label).filter(|label| !label.is_empty());
            understood.ignored.push(label.cloned().unwrap_or_else(|| column_letters(index)));
            continue;
        }
        let key = own_key(&column.label);
        understood.own_measures.push((key.clone(), column.label.clone(), column.unit.clone()));
        column.facet.measure = Some(key);
    }
}

/// The key of an indicator of one's own grows from its name, so the next table finds it again.
fn own_key(label: &str) -> String {
    format!("own_{:08x}", Fnv::of(&squeezed(label)) as u32)
}

/// What the sheet's title, its name and the file's say about all values.
pub(super) fn of_sheet(
    sheet: &Sheet,
    file: &str,
    headings: &Headings,
    known: Known<'_>,
    hints: &Hints,
) -> Facet {
    let words = [headings.title.as_str(), &sheet.name, file];
    let measure = words.iter().find_map(|words| known.lexicon.measure_within(words));
    let is_target = words.iter().any(|words| lexicon::speaks_of_targets(words));
    let by_name = known.names.find(&sheet.name, None);
    Facet {
        place: by_name.map(|named| PlaceSaid::Code(named.code.clone())),
        when: hints.when.or_else(|| words.iter().find_map(|words| time::within(words))),
        measure: hints.measure.clone().or_else(|| measure.map(str::to_owned)),
        kind: is_target.then_some(Kind::Target),
        ..Facet::default()
    }
}

pub(super) fn read(
    sheet: &Sheet,
    headings: &Headings,
    end: usize,
    (known, of_sheet): (Known<'_>, &Facet),
    understood: &mut Understood,
) {
    let keys: Vec<_> = headings
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| Some((index, column.role.filter(|role| role.is_key())?)))
        .collect();
    let mut values: Vec<_> = value_columns(headings).collect();
    // A staff list has no number: each of its rows is a person in post.
    let counts_rows = values.is_empty() && understood.has_people;
    let by_rows = Column::person();
    if counts_rows {
        values.push((headings.columns.len(), &by_rows));
    }
    let mut above: Vec<String> = vec![String::new(); keys.len()];
    for row in headings.first_data_row..end {
        if sheet.filled(row).next().is_none() {
            continue;
        }
        let mut side = Facet::default();
        for (at, (index, role)) in keys.iter().enumerate() {
            let cell = sheet.cell(row, *index);
            // A merged block leaves blanks below its first cell.
            if !cell.is_empty() {
                above[at] = cell.to_owned();
                // The line of a total seldom says the year again.
                let stays = |role: Role| role == Role::When && lexicon::is_total(cell);
                let right = above[at + 1..].iter_mut().zip(&keys[at + 1..]);
                right.filter(|(_, (_, role))| !stays(*role)).for_each(|(word, _)| word.clear());
            }
            let at_cell = (row, *index);
            add(&mut side, &above[at], *role, known, (at_cell, sheet, understood));
        }
        for (index, column) in &values {
            let text = sheet.cell(row, *index);
            let cell = if counts_rows { ONE } else { number::read(text) };
            match cell {
                Cell::Empty => continue,
                // It stays among the values, so that no total is held against it.
                Cell::Words => {
                    let fault = Fault::NotANumber { text: text.to_owned() };
                    let at = At::cell(&sheet.name, row, *index);
                    understood.problems.push(Problem::new(at, fault));
                }
                _ => {}
            }
            let facet = side.over(&column.facet).over(of_sheet).dated();
            understood.points.push(Point { facet, cell, row, column: *index });
        }
    }
}

const ONE: Cell = Cell::Number { value: 1.0, is_about: false, is_percent: false };

impl Column {
    fn person() -> Self {
        let facet = Facet { measure: Some("filled".into()), ..Facet::default() };
        Self { facet, ..Self::default() }
    }
}

/// What a cell at the side says.
fn add(
    side: &mut Facet,
    text: &str,
    role: Role,
    known: Known<'_>,
    (at, sheet, understood): ((usize, usize), &Sheet, &mut Understood),
) {
    let text = without_note(text);
    if text.is_empty() {
        return;
    }
    if lexicon::is_subtotal(text) {
        side.is_subtotal = true;
        return;
    }
    match role {
        Role::Place(level) => side.place = place(side.place.take(), text, level, known),
        Role::Code => {
            if let Some(named) = known.names.find(text, None) {
                side.place = Some(PlaceSaid::Code(named.code.clone()));
            }
        }
        Role::Sex => {
            let both = lexicon::is_total(text).then_some(Sexes::Both);
            side.sex = lexicon::sex(text).or(both);
        }
        Role::Age => {
            let all = lexicon::is_total(text).then_some(Age::All);
            side.age = age::read(text).or(all).or_else(|| age::bare(text));
            // 「年齢計」 is all ages; a word that is no age at all makes the row unreadable.
            if side.age.is_none() {
                side.is_aside = true;
                understood.ignored.push(text.to_owned());
            }
        }
        Role::When => {
            let month = lexicon::is_total(text).then_some(Months::All);
            let month = time::month_alone(text).map(Months::One).or(month);
            if month.is_some() {
                side.month = month;
                return;
            }
            side.when = time::read(text).map(|when| of_column(when, text));
            if side.when.is_none() {
                // Told here: the row says nothing more.
                side.is_aside = true;
                let fault = Fault::NotATime { text: text.to_owned() };
                let at = At::cell(&sheet.name, at.0, at.1);
                understood.problems.push(Problem::new(at, fault));
            }
        }
        Role::Measure => measure(side, text, known, understood),
        Role::Kind => side.kind = lexicon::kind(text),
        Role::Direction => {
            side.at_least = match squeezed(text).as_str() {
                "以上" | "atleast" | ">=" | "≧" => Some(true),
                "以下" | "atmost" | "<=" | "≦" => Some(false),
                _ => None,
            };
        }
        _ => {}
    }
}

/// A finer place wins over the coarser one beside it; a total beside a place is that place's own.
fn place(
    coarser: Option<PlaceSaid>,
    text: &str,
    level: Option<Level>,
    known: Known<'_>,
) -> Option<PlaceSaid> {
    if lexicon::is_total(text) {
        return coarser.or(Some(PlaceSaid::Total));
    }
    let found = known.names.find(text, level);
    let Some(found) = found else { return Some(PlaceSaid::Unknown(text.to_owned())) };
    let level_of = |code: &str| known.names.get(code).map(|named| named.level);
    match coarser {
        Some(PlaceSaid::Code(code)) if level_of(&code) > Some(found.level) => {
            Some(PlaceSaid::Code(code))
        }
        _ => Some(PlaceSaid::Code(found.code.clone())),
    }
}

fn measure(side: &mut Facet, text: &str, known: Known<'_>, understood: &mut Understood) {
    if lexicon::is_total(text) {
        side.is_total = true;
        return;
    }
    if let Some(sex) = lexicon::sex(text) {
        side.sex = Some(sex);
        return;
    }
    side.measure = known.lexicon.measure(text).map(str::to_owned).or_else(|| {
        let (label, unit) = (headings::label_of(text), headings::unit_of(text));
        let key = own_key(&label);
        if !understood.own_measures.iter().any(|(own, ..)| *own == key) {
            understood.own_measures.push((key.clone(), label, unit.unwrap_or_default()));
        }
        Some(key)
    });
}

/// A year without the word for it is a fiscal year: so offices count.
fn of_column(when: When, text: &str) -> When {
    match when {
        When::CalendarYear(year) if !text.contains('年') => When::FiscalYear(FiscalYear(year)),
        when => when,
    }
}
