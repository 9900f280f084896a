//! What the cells at the side of a row say of its values.

use std::collections::BTreeSet;

use super::facet::{Facet, Months, PlaceSaid, Role, Sexes};
use super::headings::{Known, label_of, unit_of, without_unit};
use super::own::own_key;
use super::{Understood, lexicon};
use crate::exchange::cells::age::Age;
use crate::exchange::cells::plain::without_note;
use crate::exchange::cells::{age, time, unit};
use crate::exchange::problem::{At, Fault, Problem, WordOf};
use crate::exchange::sheet::Sheet;
use crate::places::Level;
use crate::units::{FiscalYear, When};

/// What one row says of all its values.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub(super) facet: Facet,
    pub(super) unit: Option<String>,
    /// The word for a sex, and the column it stands in.
    pub(super) sex: Option<(usize, String)>,
    /// The same of a kind of value.
    pub(super) kind: Option<(usize, String)>,
    /// A word that nobody knows was told: the values are there, and not known.
    pub(super) is_refused: bool,
}

pub(super) struct Sides<'a> {
    sheet: &'a Sheet,
    known: Known<'a>,
    /// Words that were told of, by column: the same one again is the same mistake.
    told: BTreeSet<(usize, String)>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(sheet: &'a Sheet, known: Known<'a>) -> Self {
        Self { sheet, known, told: BTreeSet::new() }
    }

    /// Tells of a word once in its column.
    pub(super) fn tell(
        &mut self,
        (row, column): (usize, usize),
        word: &str,
        fault: Fault,
        understood: &mut Understood,
    ) {
        if self.told.insert((column, word.to_owned())) {
            let at = At::cell(&self.sheet.name, row, column);
            let is_told_only = matches!(fault, Fault::AsEstimate { .. });
            let Understood { problems, warnings, .. } = understood;
            let list = if is_told_only { warnings } else { problems };
            list.push(Problem::new(at, fault));
        }
    }

    /// What a cell at the side says.
    pub(super) fn add(
        &mut self,
        side: &mut Side,
        text: &str,
        role: Role,
        at: (usize, usize),
        understood: &mut Understood,
    ) {
        let text = without_note(text);
        if text.is_empty() {
            return;
        }
        let facet = &mut side.facet;
        if lexicon::is_subtotal(text) {
            facet.is_subtotal = true;
            return;
        }
        // A row of changes is no figure, as a column of them is none.
        if role.is_key() && lexicon::is_worked_out(&label_of(text)) {
            facet.is_aside = true;
            if !understood.ignored.iter().any(|word| word == text) {
                understood.ignored.push(text.to_owned());
            }
            return;
        }
        let unknown = |of| Fault::UnknownWord { text: text.to_owned(), of };
        match role {
            Role::Place(level) => facet.place = place(facet.place.take(), text, level, self.known),
            Role::Code => {
                let found = self.known.names.of_code(text).map(|named| named.code.clone());
                let unknown = || PlaceSaid::UnknownCode(text.to_owned());
                // A name beside it says the place as well.
                if found.is_some() || facet.place.is_none() {
                    facet.place = Some(found.map_or_else(unknown, PlaceSaid::Code));
                }
            }
            Role::Sex => {
                let both = lexicon::is_total(text).then_some(Sexes::Both);
                facet.sex = lexicon::sex(text).or(both).or(Some(Sexes::Other));
                side.sex = Some((at.1, text.to_owned()));
            }
            Role::Age => {
                let all = lexicon::is_total(text).then_some(Age::All);
                facet.age = age::read(text).or(all).or_else(|| age::bare(text));
                // 「年齢計」 is all ages; a word that is no age at all makes the row unreadable.
                if facet.age.is_none() {
                    facet.is_aside = true;
                    understood.ignored.push(text.to_owned());
                }
            }
            Role::When => {
                let month = lexicon::is_total(text).then_some(Months::All);
                let month = time::month_alone(text).map(Months::One).or(month);
                if month.is_some() {
                    facet.month = month;
                    return;
                }
                facet.when = time::read(text).map(|when| of_column(when, text));
                if facet.when.is_none() {
                    // Told here: the row says nothing more.
                    facet.is_aside = true;
                    let fault = Fault::NotATime { text: text.to_owned() };
                    self.tell(at, text, fault, understood);
                }
            }
            Role::Measure => measure(side, text, self.known, understood),
            Role::Kind => {
                facet.kind = lexicon::kind(text);
                side.kind = Some((at.1, text.to_owned()));
                if facet.kind.is_none() {
                    side.is_refused = true;
                    self.tell(at, text, unknown(WordOf::Kind), understood);
                }
            }
            Role::Direction => {
                facet.at_least = lexicon::at_least(text);
                if facet.at_least.is_none() {
                    side.is_refused = true;
                    self.tell(at, text, unknown(WordOf::Direction), understood);
                }
            }
            Role::Unit => side.unit = Some(text.to_owned()),
            _ => {}
        }
    }
}

/// A finer place wins over the coarser one beside it; a total beside a place is that place's own.
fn place(
    coarser: Option<PlaceSaid>,
    text: &str,
    level: Option<Level>,
    known: Known<'_>,
) -> Option<PlaceSaid> {
    let coarser = coarser.filter(|said| !matches!(said, PlaceSaid::UnknownCode(_)));
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

fn measure(side: &mut Side, text: &str, known: Known<'_>, understood: &mut Understood) {
    let facet = &mut side.facet;
    let unit = unit_of(text);
    let bare = without_unit(text);
    let sex = lexicon::sex(&bare);
    facet.is_total |= lexicon::is_total(&bare);
    facet.sex = sex.or(facet.sex);
    facet.measure = known.lexicon.measure(&bare).map(str::to_owned);
    if facet.is_total || sex.is_some() || facet.measure.is_some() {
        let of_this = || unit.filter(|unit| unit::read(unit).is_some());
        side.unit = side.unit.take().or_else(of_this);
        return;
    }
    let label = label_of(text);
    let key = own_key(&label);
    if !understood.own_measures.iter().any(|(own, ..)| *own == key) {
        understood.own_measures.push((key.clone(), label, unit.unwrap_or_default()));
    }
    facet.measure = Some(key);
}

/// A year without the word for it is a fiscal year: so offices count.
fn of_column(when: When, text: &str) -> When {
    match when {
        When::CalendarYear(year) if !text.contains('年') => When::FiscalYear(FiscalYear(year)),
        when => when,
    }
}
