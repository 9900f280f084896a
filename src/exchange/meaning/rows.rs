//! The rows below the headings: what stands at the side, what is a value, what is a note.

use super::facet::{Facet, Kind, PlaceSaid, Role, Sexes};
use super::headings::{Headings, Known};
use super::lines::{Line, begins_another, line, section};
use super::scale::{self, Rounded, Units};
use super::side::{Side, Sides};
use super::{Column, Hints, Point, Understood, lexicon, own, value_columns};
use crate::exchange::cells::number::Cell;
use crate::exchange::cells::plain::squeezed;
use crate::exchange::cells::{age, number, time};
use crate::exchange::problem::{At, Fault, Problem, WordOf};
use crate::exchange::sheet::Sheet;

/// Cells looked at to guess what a column without a known heading holds.
pub(super) const N_LOOKED_AT: usize = 30;

/// One behind the last row of the table; what follows are notes.
pub(super) fn last_row(sheet: &Sheet, headings: &Headings) -> usize {
    let is_below = |row: usize| {
        let mut filled = sheet.filled(row);
        let Some((_, first)) = filled.next() else { return true };
        lexicon::is_note(first)
            || (filled.next().is_none() && 1 < headings.columns.len() && !has_number(sheet, row))
    };
    let mut end = sheet.n_rows();
    while headings.first_data_row < end && is_below(end - 1) {
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
        let is_kind = |cell: &str| lexicon::kind(cell).is_some();
        let may_be_kind = |cell: &str| is_kind(cell) || lexicon::sounds_like_a_kind(cell);
        let is_grouping = squeezed(&column.label) == "区分" && cells.iter().any(|it| is_kind(it));
        let role = if is_grouping || most(&may_be_kind) {
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
            && !may_name_measures
            && most(&|cell| number::read(cell) == Cell::Words)
        {
            Some(Role::Place(None))
        } else {
            column.role
        };
        // «緊急通報» over the names of places is what all the values beside them are of.
        let is_place = matches!(role, Some(Role::Place(_)));
        if may_name_measures && !is_place && role != Some(Role::Measure) {
            continue;
        }
        has_place |= is_place;
        let column = &mut headings.columns[index];
        column.role = role;
        if may_name_measures {
            let facet = std::mem::take(&mut column.facet);
            headings.subject = facet.measure.filter(|_| is_place);
        }
    }
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
    let measure = headings.subject.as_deref().or(measure);
    let is_target = words.iter().any(|words| lexicon::speaks_of_targets(words));
    let is_forecast = lexicon::speaks_of_forecasts(&headings.title);
    let kind = is_target.then_some(Kind::Target);
    let by_name = known.names.find(&sheet.name, None);
    Facet {
        place: by_name.map(|named| PlaceSaid::Code(named.code.clone())),
        when: hints.when.or_else(|| words.iter().find_map(|words| time::within(words))),
        measure: hints.measure.clone().or_else(|| measure.map(str::to_owned)),
        kind: kind.or(is_forecast.then_some(Kind::Forecast)),
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
    let is_key = |role: &Role| role.is_key() || *role == Role::Unit;
    let columns = headings.columns.iter().enumerate();
    let keys: Vec<(usize, Role)> =
        columns.filter_map(|(index, column)| Some((index, column.role.filter(is_key)?))).collect();
    let mut values: Vec<_> = value_columns(headings).collect();
    // A staff list has no number: each of its rows is a person in post.
    let counts_rows = values.is_empty() && understood.has_people;
    let by_rows = Column::person();
    if counts_rows {
        values.push((headings.columns.len(), &by_rows));
    }
    let mut values = Values {
        sheet,
        headings,
        known,
        of_table: of_sheet.clone(),
        units: Units::of(sheet, headings),
        sides: Sides::new(sheet, known),
        columns: values,
        counts_rows,
        rounded: Rounded::default(),
    };
    values.tell_unknown_unit(understood);
    let mut of_section = Facet::default();
    let mut above: Vec<String> = vec![String::new(); keys.len()];
    for row in headings.first_data_row..end {
        if sheet.filled(row).next().is_none() {
            continue;
        }
        // Where rows are counted, a name alone is one of them.
        let line = line(sheet, headings, row, known).filter(|_| !counts_rows);
        if let Some(line) = line {
            values.units.add_line(sheet, row, line);
            values.tell_unknown_unit(understood);
        }
        if line == Some(Line::Title) {
            let is_second = !understood.points.is_empty();
            if is_second && begins_another(sheet, headings, row, known) {
                let at = At::row(&sheet.name, row);
                understood.problems.push(Problem::new(at, Fault::SecondTable));
                break;
            }
            let words = sheet.filled(row).map(|(_, cell)| cell).collect::<Vec<_>>().join(" ");
            understood.titles.push((row, words));
        }
        if let Some(measure) = section(sheet, headings, row, known) {
            of_section.measure = Some(measure);
            continue;
        }
        if line == Some(Line::Unit) {
            continue;
        }
        carry(sheet, row, &keys, &mut above);
        let mut side = Side::default();
        for ((index, role), word) in keys.iter().zip(&above) {
            values.sides.add(&mut side, word, *role, (row, *index), understood);
        }
        values.of_table = of_section.over(of_sheet);
        if line.is_none() {
            values.read(row, &side, understood);
        }
    }
    values.rounded.refine(&mut understood.points);
    scale::tell_of_units_below(sheet, end, known.lexicon, understood);
    own::keep_used(understood);
}

/// The words at the side of a row: a merged block leaves blanks below its first cell.
fn carry(sheet: &Sheet, row: usize, keys: &[(usize, Role)], above: &mut [String]) {
    let cell = |at: usize| sheet.cell(row, keys[at].0);
    let is_named =
        (0..keys.len()).any(|at| matches!(keys[at].1, Role::Place(_)) && !cell(at).is_empty());
    let is_other = |at: usize| {
        let is_said = !cell(at).is_empty() && !lexicon::is_total(cell(at));
        keys[at].1 == Role::Measure && is_said && cell(at) != above[at]
    };
    let is_other = (0..keys.len()).any(is_other);
    for (at, (_, role)) in keys.iter().enumerate() {
        // A unit is that of the rows below as long as they count the same; a place with a name and
        // no code, such as a total, is not the one above.
        let ends = *role == Role::Unit && is_other || *role == Role::Code && is_named;
        if cell(at).is_empty() {
            if ends {
                above[at].clear();
            }
            continue;
        }
        above[at] = cell(at).to_owned();
        if *role == Role::Unit {
            continue;
        }
        // The line of a total seldom says the year again.
        let is_total = lexicon::is_total(cell(at));
        let stays = |role: Role| role == Role::Unit || role == Role::When && is_total;
        let right = above[at + 1..].iter_mut().zip(&keys[at + 1..]);
        right.filter(|(_, (_, role))| !stays(*role)).for_each(|(word, _)| word.clear());
    }
}

const ONE: Cell = Cell::Number { value: 1.0, is_about: false, is_percent: false, half: 0.0 };

/// The columns of values of one table.
struct Values<'a> {
    sheet: &'a Sheet,
    headings: &'a Headings,
    known: Known<'a>,
    /// What the title above the headings says, or a later one below them.
    of_table: Facet,
    units: Units,
    sides: Sides<'a>,
    columns: Vec<(usize, &'a Column)>,
    counts_rows: bool,
    rounded: Rounded,
}

impl Values<'_> {
    fn tell_unknown_unit(&mut self, understood: &mut Understood) {
        if let Some((at, unit)) = self.units.unknown.take() {
            self.sides.tell(at, &unit, Fault::OtherUnit { unit: unit.clone() }, understood);
        }
    }

    fn read(&mut self, row: usize, side: &Side, understood: &mut Understood) {
        for (index, column) in &self.columns {
            let text = self.sheet.cell(row, *index);
            let mut cell = if self.counts_rows { ONE } else { number::read(text) };
            if cell == Cell::Empty {
                continue;
            }
            let facet = side.facet.over(&column.facet).over(&self.of_table).dated();
            if facet.sex == Some(Sexes::Other) {
                if cell.value() == Some(0.0) {
                    continue;
                }
                let above = (self.headings.first_data_row.saturating_sub(1), *index);
                let (at, word) = match &side.sex {
                    Some((at, word)) => ((row, *at), word),
                    None => (above, &column.label),
                };
                let fault = Fault::UnknownWord { text: word.clone(), of: WordOf::Sex };
                self.sides.tell(at, word, fault, understood);
            }
            let of_kind = self.fault_of_kind((row, *index), (side, column), &facet);
            let is_forecast = matches!(of_kind, Some((_, Fault::Forecast { .. })));
            if let Some((at, fault)) = of_kind {
                self.sides.tell(at, "", fault, understood);
            }
            // What is refused stays among the values, so that no total is held against it.
            if cell == Cell::Words {
                let fault = Fault::NotANumber { text: text.to_owned() };
                let at = At::cell(&self.sheet.name, row, *index);
                understood.problems.push(Problem::new(at, fault));
            } else if side.is_refused || is_forecast {
                cell = Cell::Words;
            } else if !self.counts_rows {
                let at = (side.unit.as_deref(), *index);
                match self.units.scale(&facet, at, self.known.lexicon) {
                    Ok((scale, unit)) => {
                        let row_unit = side.unit.as_deref();
                        let other = own::add_unit(&facet, row_unit, &self.units, understood);
                        if let Some(unit) = other.map(str::to_owned) {
                            let fault = Fault::OtherUnit { unit: unit.clone() };
                            self.sides.tell((row, *index), &unit, fault, understood);
                            cell = Cell::Words;
                        } else {
                            cell = number::read_as(text, scale);
                            understood.scaled(scale, unit);
                            self.rounded.add(understood.points.len(), scale, text);
                        }
                    }
                    Err(unsuited) => {
                        let unit = unsuited.unit.to_owned();
                        let (at, fault) = match unsuited.said_in {
                            Some(at) => (at, Fault::UnitOfWhat { unit }),
                            None => ((row, *index), Fault::OtherUnit { unit }),
                        };
                        self.sides.tell(at, unsuited.unit, fault, understood);
                        cell = Cell::Words;
                    }
                }
            }
            understood.points.push(Point { facet, cell, row, column: *index });
        }
    }

    /// What is no actual is told, once where it is said: an estimate is taken as one, a forecast is
    /// no figure of ours, and people are counted.
    fn fault_of_kind(
        &self,
        (row, index): (usize, usize),
        (side, column): (&Side, &Column),
        facet: &Facet,
    ) -> Option<((usize, usize), Fault)> {
        let is_population = facet.measure.as_deref().is_none_or(|key| key == "population");
        let of_people = is_population && (facet.age.is_some() || facet.sex.is_some());
        let is_forecast = match facet.kind {
            Some(Kind::Forecast) => true,
            Some(Kind::Estimate | Kind::Plan) => of_people,
            _ => false,
        };
        // Who keeps a column of kinds knows what they are.
        let is_told = facet.kind == Some(Kind::Estimate) && side.kind.is_none();
        if !is_forecast && !is_told {
            return None;
        }
        let last = self.headings.first_data_row.saturating_sub(1);
        let heading = self.sheet.cell(last, index);
        let (at, text) = match &side.kind {
            Some((at, word)) => ((row, *at), word.as_str()),
            None if column.facet.kind.is_none() => {
                ((self.headings.first_row.saturating_sub(1), 0), self.headings.title.as_str())
            }
            None if heading.is_empty() => ((last, index), column.label.as_str()),
            None => ((last, index), heading),
        };
        let text = text.to_owned();
        let fault = match is_forecast {
            true => Fault::Forecast { text, of_people },
            false => Fault::AsEstimate { text },
        };
        Some((at, fault))
    }
}

impl Column {
    fn person() -> Self {
        let facet = Facet { measure: Some("filled".into()), ..Facet::default() };
        Self { facet, ..Self::default() }
    }
}
