//! What is withheld among the parts of a total that is told: one part is what the total leaves for
//! it, several are moved within their ranges until they add up. Where ages make up a figure and one
//! of them is not known, the total beside them is the figure.

use std::collections::BTreeMap;

use super::Done;
use super::figures::{Figure, Figures, Key};
use crate::exchange::cells::number::Cell;
use crate::exchange::meaning::facet::{Kind, Sexes};
use crate::exchange::meaning::names::Names;
use crate::exchange::meaning::sums::SUMS;
use crate::exchange::problem::{At, Fault, Problem};
use crate::places::Level;

/// How a value is meant: of whom, of what kind, as which target.
type Meant = (Option<Sexes>, Kind, Option<bool>);

/// Figures that are the sum of their ages.
#[derive(Clone, Debug, Default)]
pub(super) struct ByAge {
    /// One of the ages is withheld or not counted: where first, and whether each such age has a
    /// range. Values of one sex (true) and of both are sums of their own.
    open: BTreeMap<(Key, bool), (At, bool)>,
    /// The totals beside the ages.
    told: BTreeMap<Key, Vec<(Meant, Cell, At)>>,
}

impl ByAge {
    pub(super) fn see(&mut self, key: &Key, sex: Option<Sexes>, (cell, at): (Cell, &At)) {
        let is_range = match cell {
            Cell::Withheld { most, .. } => most.is_some(),
            Cell::Unknown => false,
            _ => return,
        };
        let is_one = matches!(sex, Some(Sexes::One(_)));
        let (_, has_range) =
            self.open.entry((key.clone(), is_one)).or_insert_with(|| (at.clone(), true));
        *has_range &= is_range;
    }

    pub(super) fn see_all(&mut self, key: Key, meant: Meant, (cell, at): (Cell, At)) {
        if cell.is_number() {
            self.told.entry(key).or_default().push((meant, cell, at));
        }
    }
}

impl Figures {
    /// A sum of ages that leaves one of them out is no figure.
    pub(super) fn take_totals_of_ages(&mut self, done: &mut Done) {
        let ByAge { open, mut told } = std::mem::take(&mut self.by_age);
        for ((key, is_by_sex), (at, has_range)) in open {
            let totals = told.remove(&key).unwrap_or_default();
            if totals.is_empty() && has_range {
                continue;
            }
            let mut parts: Vec<Figure> = Vec::new();
            if is_by_sex {
                parts.extend((0..2).filter_map(|sex| self.by_sex.remove(&(key.clone(), sex))));
            } else {
                parts.extend(self.found.remove(&key));
            }
            for (meant, cell, at) in totals {
                self.add(key.clone(), meant, (cell, at), done);
            }
            let sum = parts.into_iter().reduce(|mut sum, part| {
                sum.take_in(&part);
                sum
            });
            match (self.found.get_mut(&key), sum) {
                (Some(told), Some(sum)) => {
                    told.has_room_for(&sum, done);
                }
                // Nothing of it is known, or all of it.
                (_, None) => {}
                (None, _) if self.by_sex.contains_key(&(key.clone(), 0)) => {}
                (None, _) => {
                    let what = done.measure_name(&key.measure);
                    done.problems.push(Problem::new(at, Fault::NotGivenNumber { what }));
                }
            }
        }
    }

    pub(super) fn work_out_withheld(&mut self, names: &Names, done: &mut Done) {
        let told = self.found.values().filter(|figure| figure.error_sd.is_none());
        let told: Vec<Key> = told.map(|figure| figure.key.clone()).collect();
        for whole in told {
            let adds_up = !done.is_share(&whole.measure);
            let levels = [Level::Centre, Level::Area, Level::Ward];
            for level in levels.into_iter().filter(|_| adds_up) {
                let places = names.children(&whole.place).filter(|child| child.level == level);
                let of = |place: String| Key { place, ..whole.clone() };
                let parts: Vec<Key> = places.map(|child| of(child.code.clone())).collect();
                self.share_out(&whole, &parts, done);
            }
            if let Some((_, kinds)) = SUMS.iter().find(|(sum, _)| *sum == whole.measure) {
                let of = |kind: &&str| Key { measure: (**kind).to_owned(), ..whole.clone() };
                let parts: Vec<Key> = kinds.iter().map(of).collect();
                self.share_out(&whole, &parts, done);
            }
        }
    }

    /// Where parts and total are not rounded, and the ranges have room for it. Otherwise the total
    /// is held against the parts as they are.
    fn share_out(&mut self, whole: &Key, parts: &[Key], done: &mut Done) {
        let Some(told) = self.found.get(whole).cloned() else { return };
        // What is about so many leaves nothing exact.
        let about = |kind| if kind == Kind::About { f64::INFINITY } else { 0.0 };
        let (mut hidden, mut left, mut room, mut rounded) =
            (Vec::new(), told.value, 0.0, told.half + about(told.kind));
        let mut without_range = None;
        for key in parts {
            let Some(part) = self.found.get(key) else {
                let Some(at) = self.withheld.get(key) else { return };
                if without_range.replace((key, at)).is_some() {
                    return;
                }
                continue;
            };
            left -= part.value;
            if part.error_sd.is_some() {
                room += part.half;
                hidden.push(key);
            } else {
                rounded += part.half + about(part.kind);
            }
        }
        if let Some((key, at)) = without_range {
            let one = Figure { key: key.clone(), at: at.clone(), value: left, ..told };
            if hidden.is_empty() {
                self.take_what_is_left(one, (whole, rounded), done);
            }
            return;
        }
        // Written so that what was refused, which is not a number, is left alone.
        if rounded == 0.0 && 0.0 < room && left.abs() <= room {
            for key in &hidden {
                let Some(part) = self.found.get_mut(key) else { continue };
                part.value += left * part.half / room;
                if hidden.len() == 1 {
                    (part.kind, part.error_sd, part.half) = (told.kind, None, 0.0);
                    part.note = from_total();
                    done.n_ranges -= 1;
                    done.n_worked_out += 1;
                }
            }
        }
    }

    /// One part that is withheld without a range. Whether an indicator of the reader's own adds up
    /// nobody knows.
    fn take_what_is_left(&mut self, one: Figure, (whole, rounded): (&Key, f64), done: &mut Done) {
        if one.key.measure.starts_with("own_") {
            return;
        }
        let Some(told) = self.found.get_mut(whole) else { return };
        let (value, half) = (told.value - one.value, rounded);
        let has_room = told.has_room_for(&Figure { value, half, ..one.clone() }, done);
        if has_room && rounded == 0.0 && 0.0 <= one.value {
            self.found.insert(one.key.clone(), Figure { note: from_total(), ..one });
            done.n_left_out -= 1;
            done.n_worked_out += 1;
        }
    }
}

fn from_total() -> [String; 2] {
    ["秘匿：合計から分かる".into(), "withheld: known from the total".into()]
}
