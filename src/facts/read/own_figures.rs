//! One's own figures in place of those of the tables. The original stays where it is, so that taking
//! one's own away brings it back.

use std::rc::Rc;

use crate::facts::error::{FactError, Problem};
use crate::facts::observation::{Kind, MeasureKey, Observation};
use crate::facts::read::Reading;
use crate::facts::read::bounds::SUMS;
use crate::facts::table::Row;
use crate::i18n::{Label, number};
use crate::places::Places;
use crate::sources::{Grade, OwnSource, Provenance, SourceId};
use crate::units::When;

/// The table of one's own figures.
pub const OWN_FIGURES: &str = "own_figures.csv";

/// Its columns: which figure, what it is instead, how sure that is, who says so, why, and since when.
pub const COLUMNS: [&str; 8] =
    ["measure", "place", "time", "value", "grade", "by", "why", "entered"];

impl Reading<'_> {
    #[inline(never)]
    pub(super) fn put_own_figures(&mut self, places: &Places, seen: &mut Vec<(u32, Observation)>) {
        let Some(table) = self.optional(OWN_FIGURES) else { return };
        let checked = table.expect_columns(&COLUMNS);
        if self.keep(checked).is_none() {
            return;
        }
        self.errors.extend(table.duplicates(&["measure", "place", "time"]));
        let sums = whole_sums(seen);
        let mut put = Vec::new();
        for row in table.rows() {
            let place = self.place(places, &table, row.text("place"), row.line());
            let own = self.own_figure(row);
            let (Some(place), Some((measure, when, value, grade))) = (place, self.keep(own)) else {
                continue;
            };
            let provenance = Provenance::new(self.own_source_of(row, grade), grade);
            put.push((measure.clone(), place, when));
            let is_it = |(_, one): &&mut (u32, Observation)| {
                (&one.measure, one.place, one.when) == (&measure, place, when)
            };
            match seen.iter_mut().find(is_it) {
                Some((_, one)) => {
                    one.note = original(one.value);
                    (one.value, one.provenance, one.error_sd) = (value, provenance, None);
                }
                None => seen.push((
                    row.line(),
                    Observation {
                        measure,
                        place,
                        when,
                        kind: Kind::Actual,
                        value,
                        error_sd: None,
                        provenance,
                        note: Label::default(),
                    },
                )),
            }
        }
        follow(seen, &sums, &put);
    }

    fn own_figure(&self, row: Row<'_>) -> Result<(MeasureKey, When, f64, Grade), FactError> {
        let key = row.required("measure")?;
        let Some(bounds) = self.bounds.get(key) else {
            return Err(row.error("measure", Problem::UnknownMeasure { key: key.into() }));
        };
        let value = row.number("value")?;
        bounds.check(row, value)?;
        let when = super::records::when(row)?;
        let grade = row.word("grade", Grade::find, "observed, published, assumed, illustrative")?;
        Ok((MeasureKey(key.to_owned()), when, value, grade))
    }

    /// Whoever says so is the source; what he assumes, he says why.
    fn own_source_of(&mut self, row: Row<'_>, grade: Grade) -> SourceId {
        let cell = |name| row.text(name).to_owned();
        let (by, why) = (cell("by"), cell("why"));
        let is_assumed = matches!(grade, Grade::Assumed | Grade::Illustrative);
        let source = OwnSource {
            key: format!("own_figure_{}", row.line()),
            publisher: Label::new(&by, &by),
            title: Label::new(&why, &why),
            table: Label::default(),
            as_of: cell("entered"),
            assumed: is_assumed.then(|| (Label::new(&why, &why), by.clone())),
        };
        let own = Rc::make_mut(&mut self.own_sources);
        own.push(source);
        SourceId::Own(own.len() as u16 - 1)
    }
}

fn original(value: f64) -> Label {
    let value = number::as_given(value);
    Label::new(format!("元の値：{value}"), format!("original figure: {value}"))
}

/// A whole that equals the sum of its parts: which observation, and which parts.
type WholeSum = (usize, &'static [&'static str]);

fn sum_of(seen: &[(u32, Observation)], at: usize, parts: &[&str]) -> Option<f64> {
    let whole = &seen[at].1;
    let of = |part: &&str| {
        let is_it = |(_, one): &&(u32, Observation)| {
            one.measure.as_str() == *part && (one.place, one.when) == (whole.place, whole.when)
        };
        seen.iter().find(is_it).map(|(_, one)| one.value)
    };
    parts.iter().map(of).sum()
}

fn whole_sums(seen: &[(u32, Observation)]) -> Vec<WholeSum> {
    let parts_of = |(at, (_, one)): (usize, &(u32, Observation))| {
        let (_, parts) = SUMS.iter().find(|(whole, _)| one.measure.as_str() == *whole)?;
        (sum_of(seen, at, parts) == Some(one.value)).then_some((at, *parts))
    };
    seen.iter().enumerate().filter_map(parts_of).collect()
}

/// A total that was the sum of its parts stays it, unless it is itself one's own.
fn follow(
    seen: &mut [(u32, Observation)],
    sums: &[WholeSum],
    put: &[(MeasureKey, crate::places::PlaceId, When)],
) {
    for (at, parts) in sums {
        let Some(sum) = sum_of(seen, *at, parts) else { continue };
        let whole = &mut seen[*at].1;
        let key = (whole.measure.clone(), whole.place, whole.when);
        if sum != whole.value && !put.contains(&key) {
            whole.note = original(whole.value);
            whole.value = sum;
        }
    }
}
