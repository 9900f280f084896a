//! The chance of meeting a target, and the curve behind it.

use super::bands::PERCENTS;
use crate::facts::observation::Origin;
use crate::measures::MeasureId;
use crate::model::inputs::Spot;
use crate::model::lanes::Lanes;

/// Which way a target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    AtLeast,
    AtMost,
}

/// A target of the municipality as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    pub measure: MeasureId,
    pub fiscal_year: i32,
    pub sense: Sense,
    pub value: f32,
}

/// Places a target must hold at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    One(Spot),
    EachWard,
    EachArea,
}

/// A target as it stands in an answer: of the municipality, or of places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    pub aim: Aim,
    /// None: the municipality as a whole.
    pub at: Option<At>,
    pub origin: Origin,
    pub is_on: bool,
}

/// A target of a ward or an area, or of each of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceAim {
    pub aim: Aim,
    pub at: At,
}

/// A chance found by counting draws, with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    pub share: f64,
    pub standard_error: f64,
}

impl Sense {
    /// The value of two places that is further from meeting a target: where the worst one meets
    /// it, all do.
    pub fn worse(self, one: Lanes, other: Lanes) -> Lanes {
        match self {
            Self::AtLeast => one.at_most(other),
            Self::AtMost => one.at_least(other),
        }
    }

    /// Between which whole numbers a target of a count divides: 3 or more is more than 2½.
    pub fn divide_of_count(self, target: f32) -> f32 {
        match self {
            Self::AtLeast => target.ceil() - 0.5,
            Self::AtMost => target.floor() + 0.5,
        }
    }

    pub fn is_met(self, value: f32, target: f32) -> bool {
        match self {
            Self::AtLeast => target <= value,
            Self::AtMost => value <= target,
        }
    }
}

impl Chance {
    /// From so many of all draws.
    ///
    /// The error is of (k + 1) / (n + 2), so that no draw in a hundred is not called «never».
    pub fn of(met: usize, all: usize) -> Self {
        let (met, n) = (met as f64, all as f64);
        let smoothed = (met + 1.0) / (n + 2.0);
        let standard_error = libm::sqrt(smoothed * (1.0 - smoothed) / n);
        Self { share: met / n, standard_error }
    }
}

/// The share of draws that meet a target; `None` where there are no figures.
pub fn chance(values: &[f32], sense: Sense, target: f32) -> Option<Chance> {
    if values.is_empty() || values[0].is_nan() {
        return None;
    }
    let met = values.iter().filter(|&&x| sense.is_met(x, target)).count();
    Some(Chance::of(met, values.len()))
}

/// The chance read off a band, where the draws themselves are not at hand: straight lines between
/// its quantiles. Beyond the outermost ones nothing finer than «hardly» and «almost» is known. Of a
/// count the chance is asked of where its target divides ([`Sense::divide_of_count`]).
pub fn chance_of_band(band: &[f32; PERCENTS.len()], sense: Sense, target: f32) -> f64 {
    let last = PERCENTS.len() - 1;
    let below = if target <= band[0] {
        0.0
    } else if band[last] < target {
        1.0
    } else {
        let at = band.iter().position(|value| target <= *value).unwrap_or(last).max(1);
        let (low, high) = (f64::from(band[at - 1]), f64::from(band[at]));
        let way = if low < high { (f64::from(target) - low) / (high - low) } else { 1.0 };
        let (from, to) = (f64::from(PERCENTS[at - 1]), f64::from(PERCENTS[at]));
        (from + way * (to - from)) / 100.0
    };
    match sense {
        Sense::AtLeast => 1.0 - below,
        Sense::AtMost => below,
    }
}

/// The S-curve: the chance for each of evenly spaced thresholds over the range of the draws.
pub fn curve(values: &[f32], sense: Sense, n_points: usize) -> Vec<(f32, f64)> {
    let Some(&first) = values.first().filter(|x| !x.is_nan()) else { return Vec::new() };
    let low = values.iter().fold(first, |a, &b| if b < a { b } else { a });
    let high = values.iter().fold(first, |a, &b| if a < b { b } else { a });
    let step = (high - low) / (n_points.max(2) - 1) as f32;
    let at = |i: usize| low + step * i as f32;
    let share = |x: f32| chance(values, sense, x).map_or(0.0, |c| c.share);
    (0..n_points).map(|i| (at(i), share(at(i)))).collect()
}
