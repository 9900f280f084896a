//! Subtotals: what 小計 says must be what the rows above it add up to, back to the one before.
//! Where that cannot be known for certain nothing is said: a false alarm would keep a good file out.

use std::collections::BTreeMap;

use super::Done;
use crate::exchange::cells::age::Age;
use crate::exchange::cells::number::Cell;
use crate::exchange::meaning::Point;
use crate::exchange::meaning::facet::{Facet, PlaceSaid, Sexes};
use crate::exchange::problem::{At, Fault, Problem};
use crate::facts::age::AgeGroup;
use crate::i18n::Label;

/// More rows than a subtotal is over: they are not looked at one against the other.
const MAX_ROWS: usize = 200;

/// The rows since the last subtotal, column by column.
#[derive(Default)]
pub(super) struct Blocks {
    columns: BTreeMap<usize, Block>,
}

#[derive(Default)]
struct Block {
    sum: f64,
    /// What rounding may make of it.
    half: f64,
    /// What each row says beside its value.
    rows: Vec<Facet>,
    is_unsure: bool,
    /// Subtotals stand before their parts, or are a column of their own.
    is_given_up: bool,
}

impl Blocks {
    /// Takes the next value of the sheet; a subtotal that does not hold is a problem.
    pub(super) fn see(&mut self, point: &Point, sheet: &str, done: &mut Done) {
        let block = self.columns.entry(point.column).or_default();
        let whole = match point.cell {
            Cell::Number { value, is_about: false, is_percent: false, .. } if 0.0 <= value => {
                Some(value)
            }
            // What is refused is not known either.
            _ => None,
        };
        if !point.facet.is_subtotal {
            let is_share = point.facet.measure.as_deref().is_some_and(|key| done.is_share(key));
            block.add(&point.facet, whole.filter(|_| !is_share), point.cell.half());
            return;
        }
        block.is_given_up |= block.rows.is_empty() && !block.is_unsure;
        let is_sure = !block.is_unsure && !block.is_given_up && 2 <= block.rows.len();
        if let Some(whole) = whole.filter(|_| is_sure) {
            if (whole - block.sum).abs() <= block.half + point.cell.half() {
                done.n_totals_checked += 1;
            } else {
                let at = At::cell(sheet, point.row, point.column);
                let (what, parts) = (Label::new("小計", "subtotal"), block.sum);
                done.problems.push(Problem::new(at, Fault::TotalDiffers { what, parts, whole }));
            }
        }
        *block = Block { is_given_up: block.is_given_up, ..Block::default() };
    }
}

impl Block {
    fn add(&mut self, facet: &Facet, value: Option<f64>, half: f64) {
        let is_sum = facet.is_total
            || facet.is_aside
            || facet.age == Some(Age::All)
            || facet.sex == Some(Sexes::Both)
            || facet.place == Some(PlaceSaid::Total);
        // Decimals are rounded, each for itself: they need not add up.
        let whole = value.filter(|value| value.fract() == 0.0);
        self.is_unsure |= is_sum || whole.is_none() || MAX_ROWS <= self.rows.len();
        if self.is_unsure {
            self.rows.clear();
            return;
        }
        self.is_unsure = self.rows.iter().any(|other| other == facet || overlap(other, facet));
        self.sum += whole.unwrap_or_default();
        self.half += half;
        self.rows.push(facet.clone());
    }
}

/// Ages of the same people, one of them inside the other: 75歳以上（再掲）.
fn overlap(one: &Facet, other: &Facet) -> bool {
    let (Some(Age::Group(a)), Some(Age::Group(b))) = (one.age, other.age) else { return false };
    let end = |group: AgeGroup| group.to.unwrap_or(u8::MAX);
    let are_same = (&one.place, one.sex, one.when, &one.measure)
        == (&other.place, other.sex, other.when, &other.measure);
    are_same && a.from <= end(b) && b.from <= end(a)
}
