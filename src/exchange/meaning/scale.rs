//! In what unit a table's numbers stand: what the row says, else the column, else the title.

use super::Point;
use super::facet::Facet;
use super::headings::{Headings, unit_of};
use super::lexicon::Lexicon;
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::cells::plain::{closes, opens, squeezed};
use crate::exchange::cells::unit::{self, Of, Scale, Unit};
use crate::exchange::sheet::Sheet;

/// A unit, and how it is written there.
type Said = (String, Unit);

pub(super) struct Units {
    columns: Vec<Option<Said>>,
    /// Of all values of a kind that nothing nearer speaks of.
    title: Vec<Said>,
    /// In the title, and none that is known: where, and how it is written.
    pub(super) unknown: Option<((usize, usize), String)>,
}

/// A unit that is not one of the measure's kind.
pub(super) struct OtherUnit<'a>(pub(super) &'a str);

impl Units {
    pub(super) fn of(sheet: &Sheet, headings: &Headings) -> Self {
        let said = |text: &str| Some((text.to_owned(), unit::read(text)?));
        let columns = headings.columns.iter().map(|column| said(&column.unit)).collect();
        let mut units = Self { columns, title: Vec::new(), unknown: None };
        for row in 0..headings.first_row {
            for (column, cell) in sheet.filled(row) {
                let (words, is_named) = in_title(cell);
                let found: Vec<Said> = match said(&words) {
                    Some(whole) => vec![whole],
                    None => words.split(['、', ',', '・']).filter_map(said).collect(),
                };
                if found.is_empty() && is_named && unit::says_many(&words) {
                    units.unknown.get_or_insert(((row, column), words));
                }
                units.title.extend(found);
            }
        }
        units
    }

    /// How the bare numbers of a column become ours in a row, and the unit it is told by.
    pub(super) fn scale<'a>(
        &'a self,
        facet: &Facet,
        (row, column): (Option<&'a str>, usize),
        lexicon: &Lexicon,
    ) -> Result<(Scale, &'a str), OtherUnit<'a>> {
        // What has no name yet keeps the unit that it comes with.
        let ours = match &facet.measure {
            Some(key) => lexicon.unit(key),
            None => Some(unit::ONE),
        };
        let Some(ours) = ours else { return Ok((Scale::SAME, "")) };
        let as_it_is = Ok((Scale { bare: ours.times, ours: ours.times }, ""));
        let fits =
            |unit: &Unit| unit.of == ours.of || (unit.of.is_none() && ours.of != Some(Of::Share));
        let scaled = |unit: Unit, text: &'a str| {
            let scale = Scale { bare: unit.times, ours: ours.times };
            if fits(&unit) { Ok((scale, text)) } else { Err(OtherUnit(text)) }
        };
        match (row, self.columns.get(column)) {
            (Some(text), _) => match unit::read(text) {
                Some(unit) => scaled(unit, text),
                // Things are counted in many words.
                None if ours.of == Some(Of::Count) && !unit::says_many(text) => as_it_is,
                None => Err(OtherUnit(text)),
            },
            (None, Some(Some((text, unit)))) => scaled(*unit, text),
            _ => match self.title.iter().find(|(_, unit)| fits(unit)) {
                Some((text, unit)) => scaled(*unit, text),
                None => as_it_is,
            },
        }
    }
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

/// A cell that says in what unit others stand, and nothing else.
pub(super) fn tells_unit(cell: &str) -> bool {
    let text = squeezed(cell);
    let text = text.trim_start_matches(opens);
    let is_named = CALLED.iter().any(|word| text.starts_with(word));
    is_named || text.starts_with("単位") && after_word(text.trim_end_matches(closes)).is_some()
}
