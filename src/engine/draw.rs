//! Draws: which value each assumption has in draw `i`. The only file that names the sequence and
//! the distributions.
//!
//! Values come from a hash-scrambled Sobol sequence (Burley 2020), one dimension per assumption,
//! chosen by the number in its declaration: the first 256 of 10,240 draws are a good set of 256,
//! and a new assumption shifts nobody's luck. One uniform number per quantity, then the inverse
//! of its distribution, so that changing a distribution does not shift other draws.

use libm::{exp, log};
use statrs::distribution::{ContinuousCDF as _, Normal};

use super::beta::Beta;
use crate::assumptions::{AssumptionId, AssumptionSpec, CATALOG, Shape};
use crate::model::inputs::Assumed;
use crate::model::lanes::{LANES, Lanes};

/// The standard normal quantile of 0.9.
const Z90: f64 = 1.281_551_565_544_600_4;

/// Most draws one question can have: the sequence repeats after this.
pub const DRAWS_MAX: u32 = 1 << 16;

/// A range somebody put in place of the catalogue's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
}

impl Range {
    pub fn of(spec: &AssumptionSpec) -> Self {
        Self { p10: spec.p10, p50: spec.p50, p90: spec.p90 }
    }
}

/// Ranges by assumption: the catalogue's, but for those somebody changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranges(pub Vec<(AssumptionId, Range)>);

impl Ranges {
    pub fn get(&self, id: AssumptionId) -> Range {
        let changed = self.0.iter().find(|(changed, _)| *changed == id);
        changed.map_or_else(|| Range::of(id.spec()), |(_, range)| *range)
    }
}

/// The value of every assumption in draws `first_draw .. first_draw + 16`.
pub fn assumed(ranges: &Ranges, seed: u32, first_draw: u32) -> Assumed {
    Assumed::from_fn(|id| {
        let range = ranges.get(id);
        Lanes::from_fn(|lane| value(id, range, seed, first_draw + lane as u32) as f32)
    })
}

/// The value of every assumption at its median.
pub fn middle(ranges: &Ranges) -> Assumed {
    Assumed::from_fn(|id| {
        let value = quantile(id.spec().shape, ranges.get(id), 0.5, 0.0);
        Lanes::all(within(id.spec(), value) as f32)
    })
}

/// The value of one assumption in one draw.
pub fn value(id: AssumptionId, range: Range, seed: u32, draw: u32) -> f64 {
    let spec = id.spec();
    if spec.shape == Shape::Fixed {
        return within(spec, range.p50);
    }
    let own = uniform(spec.dim, seed, draw);
    let (uniform, score) = match spec.moves_with {
        None => (own, normal_score(own)),
        Some((other, share)) => {
            let other =
                CATALOG.iter().find(|s| s.key == other).map_or(own, |s| uniform(s.dim, seed, draw));
            let score =
                share * normal_score(other) + libm::sqrt(1.0 - share * share) * normal_score(own);
            (standard().cdf(score), score)
        }
    };
    within(spec, quantile(spec.shape, range, uniform, score))
}

fn within(spec: &AssumptionSpec, value: f64) -> f64 {
    value.clamp(spec.low, spec.high)
}

fn uniform(dim: u32, seed: u32, draw: u32) -> f64 {
    // The middle of the step: neither 0 nor 1.
    f64::from(sobol_burley::sample(draw % DRAWS_MAX, dim, seed)) + 0.5 / 16_777_216.0
}

fn standard() -> Normal {
    Normal::standard()
}

fn normal_score(uniform: f64) -> f64 {
    standard().inverse_cdf(uniform)
}

/// The value below which `uniform` of the draws lie; `score` is its normal score.
fn quantile(shape: Shape, range: Range, uniform: f64, score: f64) -> f64 {
    let Range { p10, p50, p90 } = range;
    match shape {
        Shape::Fixed => p50,
        Shape::TwoPieceNormal => {
            p50 + score / Z90 * if score < 0.0 { p50 - p10 } else { p90 - p50 }
        }
        Shape::TwoPieceLognormal => {
            let side = if score < 0.0 { log(p50 / p10) } else { log(p90 / p50) };
            p50 * exp(score / Z90 * side)
        }
        Shape::Uniform => {
            let slope = if uniform < 0.5 { p50 - p10 } else { p90 - p50 };
            p50 + (uniform - 0.5) / 0.4 * slope
        }
        Shape::Beta(a, b) => Beta::new(a, b).quantile(uniform),
        Shape::Choice(first) => {
            if uniform < first {
                p10
            } else {
                p90
            }
        }
    }
}

/// How many whole blocks of sixteen hold `n_draws`.
pub const fn n_blocks(n_draws: u32) -> u32 {
    n_draws.div_ceil(LANES as u32)
}
