//! In what unit a table's numbers stand: what the row says, else the column, else the title.

use super::Point;
use super::Understood;
use super::facet::{Facet, Role};
use super::headings::{Column, Headings, unit_of};
use super::lexicon::Lexicon;
use super::lines::Line;
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::cells::plain::{closes, opens, squeezed};
use crate::exchange::cells::unit::{self, Of, Scale, Unit};
use crate::exchange::problem::{At, Fault, Problem};
use crate::exchange::sheet::Sheet;

/// A unit, and how it is written there.
type Said = (String, Unit);

pub(super) struct Units {
    columns: Vec<Option<Said>>,
    /// Of all values of a kind that nothing nearer speaks of.
    title: Vec<Said>,
    /// Of the rows below a line of words among them.
    line: Option<OfLine>,
    /// In a title, and none that is known: where, and how it is written.
    pub(super) unknown: Option<((usize, usize), String)>,
}

struct OfLine {
    said: Vec<Said>,
    at: (usize, usize),
    /// Else a later line leaves it open whether it still holds, or it is a row's own.
    is_sure: bool,
}

/// A unit that is not one of the measure's kind, or of which nobody knows where it holds.
pub(super) struct Unsuited<'a> {
    pub(super) unit: &'a str,
    /// The line that leaves it open.
    pub(super) said_in: Option<(usize, usize)>,
}

impl Units {
    pub(super) fn of(sheet: &Sheet, headings: &Headings) -> Self {
        let said = |text: &str| Some((text.to_owned(), unit::read(text)?));
        let columns = headings.columns.iter().map(|column| said(&column.unit)).collect();
        let mut units = Self { columns, title: Vec::new(), line: None, unknown: None };
        for row in 0..headings.first_row {
            let said = units.said_in(sheet, row);
            units.title.extend(said);
        }
        // 「区分（単位：千人）」 in the corner is of all values: a name has no unit.
        let is_key = |column: &&Column| column.role.is_some_and(Role::is_key);
        let corner = headings.columns.iter().filter(is_key);
        units.title.extend(corner.filter_map(|column| said(&column.unit)));
        units
    }

    /// The units that a line of words says.
    fn said_in(&mut self, sheet: &Sheet, row: usize) -> Vec<Said> {
        let said = |text: &str| Some((text.to_owned(), unit::read(text)?));
        let mut all = Vec::new();
        for (column, cell) in sheet.filled(row) {
            let (words, is_named) = in_title(cell);
            let found: Vec<Said> = match said(&words) {
                Some(whole) => vec![whole],
                None => words.split(['、', ',', '・']).filter_map(said).collect(),
            };
            if found.is_empty() && is_named && unit::says_many(&words) {
                self.unknown.get_or_insert(((row, column), words));
            }
            all.extend(found);
        }
        all
    }

    /// A line among the rows: its unit holds for those below it. A title without one leaves it open
    /// whether that of the title before still does.
    pub(super) fn add_line(&mut self, sheet: &Sheet, row: usize, line: Line) {
        let is_bare = |cell: &str| unit::read(cell).is_some_and(|unit| unit.times == 1.0);
        if sheet.filled(row).any(|(_, cell)| is_bare(cell)) {
            // 「世帯」 alone is a word like others.
            return;
        }
        let said = self.said_in(sheet, row);
        let column = sheet.filled(row).next().map_or(0, |(column, _)| column);
        if !said.is_empty() {
            self.line = Some(OfLine { said, at: (row, column), is_sure: line != Line::Unsure });
        } else if let Some(before) = self.line.as_mut().filter(|_| line == Line::Title) {
            (before.at, before.is_sure) = ((row, column), false);
        }
    }

    /// The one unit that a line among the rows says.
    pub(super) fn of_line(&self) -> Option<&str> {
        self.line.as_ref().and_then(|line| only(&line.said))
    }

    /// The same, or the one that the title says.
    pub(super) fn of_own(&self) -> Option<&str> {
        if self.line.is_some() { self.of_line() } else { only(&self.title) }
    }

    /// How the bare numbers of a column become ours in a row, and the unit it is told by.
    pub(super) fn scale<'a>(
        &'a self,
        facet: &Facet,
        (row, column): (Option<&'a str>, usize),
        lexicon: &Lexicon,
    ) -> Result<(Scale, &'a str), Unsuited<'a>> {
        // What has no name yet keeps the unit that it comes with.
        let Some(ours) = ours(facet, lexicon) else { return Ok((Scale::SAME, "")) };
        let as_it_is = Ok((Scale { bare: ours.times, ours: ours.times }, ""));
        let other = |unit: &'a str| Err(Unsuited { unit, said_in: None });
        let scaled = |unit: Unit, text: &'a str| {
            let scale = Scale { bare: unit.times, ours: ours.times };
            if fits(unit, ours) { Ok((scale, text)) } else { other(text) }
        };
        let of_kind = |(_, unit): &&Said| fits(*unit, ours);
        if let Some(text) = row {
            return match unit::read(text) {
                Some(unit) => scaled(unit, text),
                // Things are counted in many words.
                None if ours.of == Some(Of::Count) && !unit::says_many(text) => as_it_is,
                None => other(text),
            };
        }
        let above = match self.columns.get(column) {
            Some(Some((text, unit))) => scaled(*unit, text),
            _ => match self.title.iter().find(of_kind) {
                Some((text, unit)) => scaled(*unit, text),
                None => as_it_is,
            },
        };
        let of_line = |line: &'a OfLine| Some((line, line.said.iter().find(of_kind)?));
        let Some((line, (text, unit))) = self.line.as_ref().and_then(of_line) else { return above };
        let is_same = above.as_ref().is_ok_and(|(scale, _)| scale.bare == unit.times);
        match line.is_sure || is_same {
            true => scaled(*unit, text),
            false => Err(Unsuited { unit: text, said_in: Some(line.at) }),
        }
    }
}

/// A unit below the table is read too late: where it makes another number of a value, it is told.
pub(super) fn tell_of_units_below(
    sheet: &Sheet,
    end: usize,
    lexicon: &Lexicon,
    understood: &mut Understood,
) {
    if !understood.scaled.is_empty() {
        return;
    }
    let mut units = Units { columns: Vec::new(), title: Vec::new(), line: None, unknown: None };
    for row in end..sheet.n_rows().min(end + 20) {
        for (text, unit) in units.said_in(sheet, row) {
            let would_be = |ours: Unit| fits(unit, ours) && unit.times != ours.times;
            let is_of = |point: &Point| ours(&point.facet, lexicon).is_some_and(would_be);
            if understood.points.iter().any(is_of) {
                let at = At::row(&sheet.name, row);
                understood.problems.push(Problem::new(at, Fault::UnitOfWhat { unit: text }));
                return;
            }
        }
    }
}

fn only(said: &[Said]) -> Option<&str> {
    if let [(text, _)] = said { Some(text) } else { None }
}

/// What our figures of a value's kind are counted in.
fn ours(facet: &Facet, lexicon: &Lexicon) -> Option<Unit> {
    match &facet.measure {
        Some(key) => lexicon.unit(key),
        None => Some(unit::ONE),
    }
}

fn fits(unit: Unit, ours: Unit) -> bool {
    unit.of == ours.of || unit.of.is_none() && ours.of != Some(Of::Share)
}

/// How finely a table's numbers are told. The digits of one alone do not say it: a spreadsheet
/// leaves out the zeros behind, and «2» beside «2.1» is as fine.
#[derive(Default)]
pub(super) struct Rounded {
    points: Vec<(usize, Scale)>,
    /// The most decimals of a unit.
    n_decimals: Vec<(f64, usize)>,
}

impl Rounded {
    /// The next value, before it is among the points.
    pub(super) fn add(&mut self, point: usize, scale: Scale, text: &str) {
        if scale.bare <= 1.0 {
            return;
        }
        self.points.push((point, scale));
        let n = number::n_decimals(&squeezed(text));
        match self.n_decimals.iter_mut().find(|(bare, _)| *bare == scale.bare) {
            Some((_, most)) => *most = n.max(*most),
            None => self.n_decimals.push((scale.bare, n)),
        }
    }

    pub(super) fn refine(&self, points: &mut [Point]) {
        for (at, scale) in &self.points {
            let n = self.n_decimals.iter().find(|(bare, _)| *bare == scale.bare);
            let finest = scale.half(None, n.map_or(0, |(_, n)| *n));
            if let Some(Point { cell: Cell::Number { half, .. }, .. }) = points.get_mut(*at) {
                *half = half.min(finest);
            }
        }
    }
}

/// What follows is a unit, whatever it is.
pub(super) const CALLED: [&str; 3] = ["単位:", "units:", "unit:"];

/// What a line above the headings says of units, and whether it calls it one.
fn in_title(cell: &str) -> (String, bool) {
    let text = squeezed(cell);
    let named = CALLED.iter().find_map(|word| Some(text.split_once(word)?.1));
    let named = named.map(|rest| rest.split(closes).next().unwrap_or(rest));
    match named.or_else(|| after_word(&text)) {
        Some(rest) => (rest.to_owned(), true),
        None => (unit_of(cell).unwrap_or_default(), false),
    }
}

/// 「単位 千人」 without a colon, where that is a unit; in brackets or not.
fn after_word(text: &str) -> Option<&str> {
    let inside = text.strip_suffix(closes).and_then(|text| text.rsplit_once(opens));
    let rest = inside.map_or(text, |(_, inside)| inside).strip_prefix("単位")?;
    unit::read(rest).map(|_| rest)
}

/// A title with a unit behind it.
pub(super) fn has_unit(cell: &str) -> bool {
    unit::read(&in_title(cell).0).is_some() && unit::read(cell).is_none()
}

/// A cell that says in what unit others stand, and nothing else.
pub(super) fn tells_unit(cell: &str) -> bool {
    let text = squeezed(cell);
    let text = text.trim_start_matches(opens);
    let is_named = CALLED.iter().any(|word| text.starts_with(word));
    is_named || text.starts_with("単位") && after_word(text.trim_end_matches(closes)).is_some()
}
