//! What a figure can be at all: never below zero, no share above the whole, parts that add up.

use crate::facts::error::{FactError, Problem};
use crate::facts::observation::{Kind, Observation};
use crate::facts::read::Reading;
use crate::facts::table::Row;
use crate::i18n::{Label, Lang, time};
use crate::places::Places;

/// The range of a measure. A planner's own measure may mean anything, a balance below zero too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bounds {
    Free,
    /// A count, or a rate that may well pass 100 % in a year.
    FromZero,
    Percent,
}

/// More than any count or sum of money of a municipality: a slip of the pen, and too much for the
/// arithmetic of a run.
const MOST: f64 = 1e15;

impl Bounds {
    pub(super) fn of(unit: &str) -> Self {
        if unit == "%" { Self::Percent } else { Self::FromZero }
    }

    pub(super) fn check(self, row: Row<'_>, value: f64) -> Result<(), FactError> {
        let text = || row.text("value").to_owned();
        match self {
            Self::FromZero | Self::Percent if value < 0.0 => {
                Err(row.error("value", Problem::Negative { text: text() }))
            }
            Self::Percent if value > 100.0 => {
                Err(row.error("value", Problem::AboveHundred { text: text() }))
            }
            _ if MOST < value.abs() => {
                Err(row
                    .error("value", Problem::OutOfRange { text: text(), least: -MOST, most: MOST }))
            }
            Self::Free | Self::FromZero | Self::Percent => Ok(()),
        }
    }
}

/// A whole and the parts that make it up, all counted at one place and time.
pub(super) const SUMS: [(&str, &[&str]); 2] = [
    ("alarm_total", &["alarm_portable", "alarm_home"]),
    (
        "watch_reports",
        &[
            "watch_reports_hospital",
            "watch_reports_away",
            "watch_reports_found_dead",
            "watch_reports_other",
        ],
    ),
];

/// A group of people and the one it is part of.
const NESTED: [(&str, &str); 5] = [
    ("pop_75", "pop_65"),
    ("pop_65", "population"),
    ("living_alone", "pop_65"),
    ("certified_support", "certified"),
    ("certified_care", "certified"),
];

impl Reading<'_> {
    /// Counts that contradict each other, each told at the line of the whole or of the part.
    #[inline(never)]
    pub(super) fn compare_counts(&mut self, places: &Places, seen: &[(u32, Observation)]) {
        let is_count =
            |(_, seen): &&(u32, Observation)| matches!(seen.kind, Kind::Actual | Kind::Estimate);
        let of = |measure: &str, like: &Observation| {
            let is_it = |(_, other): &&(u32, Observation)| {
                other.measure.as_str() == measure
                    && (other.place, other.when) == (like.place, like.when)
            };
            seen.iter().filter(is_count).find(is_it).map(|(_, other)| other.value)
        };
        for (line, one) in seen.iter().filter(is_count) {
            let at = |problem| FactError::at_cell("observations.csv", *line, "value", problem);
            for (whole, parts) in SUMS.iter().filter(|(whole, _)| one.measure.as_str() == *whole) {
                let sum = parts.iter().map(|part| of(part, one)).sum::<Option<f64>>();
                let Some(sum) = sum.filter(|sum| *sum != one.value) else { continue };
                let what = self.words(places, whole, one);
                let (parts, whole) = (sum.round() as i64, one.value.round() as i64);
                self.errors.push(at(Problem::SumDiffers { what, parts, whole }));
            }
            for (part, whole) in NESTED.iter().filter(|(part, _)| one.measure.as_str() == *part) {
                let Some(n_whole) = of(whole, one).filter(|whole| *whole < one.value) else {
                    continue;
                };
                let problem = Problem::PartAboveWhole {
                    part: self.words(places, part, one),
                    whole: self.label(whole),
                    n_part: one.value.round() as i64,
                    n_whole: n_whole.round() as i64,
                };
                self.errors.push(at(problem));
            }
        }
    }

    fn label(&self, key: &str) -> Label {
        let measure = self.measures.iter().find(|measure| measure.key.as_str() == key);
        measure.map_or_else(|| Label::new(key, key), |measure| measure.label.clone())
    }

    /// «川崎市 令和元年度 (2019) 緊急通報システム 合計».
    fn words(&self, places: &Places, key: &str, seen: &Observation) -> Label {
        let (place, label) = (&places.get(seen.place).name, self.label(key));
        let words = |lang: Lang, gap: &str| {
            let parts = [place.get(lang), &time::when(lang, seen.when), label.get(lang)];
            parts.join(gap)
        };
        Label::new(words(Lang::Ja, " "), words(Lang::En, ", "))
    }
}
