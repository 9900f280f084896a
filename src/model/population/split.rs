//! Groups of ages → single years: smooth, never negative, and every group keeps its sum.
//!
//! A monotone cubic runs through the cumulative count at the group bounds and is read at each
//! age, so that single years add up to their group whatever the curve does between. The slope at
//! a bound (= the density there) is that of the parabola through its two groups, held to at most
//! three times the smaller of the two densities: that keeps the cubic rising (Fritsch and
//! Carlson, 1980), hence no negative heads. Sprague's or Beers' multipliers are smoother still,
//! but can go below zero beside a peak, which a baby boom is.
//!
//! The open top group follows the person-years of the national life table, `l(x)` stationary: a
//! little older than a growing city's top, which is why only 90+ is split so.

use super::{Ages, N_AGES, TOP_AGE};

/// Splits counts by group. `starts` are the first ages of the groups, rising from 0; the last one
/// is open. `person_years` is the life table's L(x).
#[inline]
pub fn split(starts: &[usize], counts: &[f64], person_years: &Ages) -> Ages {
    let mut out = [0.0; N_AGES];
    let n = starts.len();
    let (top, open) = (starts[n - 1].min(TOP_AGE), counts[n - 1]);
    let whole: f64 = person_years[top..].iter().sum();
    for age in top..N_AGES {
        out[age] = open * person_years[age] / whole;
    }
    let width = |g: usize| (starts[g + 1] - starts[g]) as f64;
    let density = |g: usize| counts[g] / width(g);
    let slopes = slopes(n, &width, &density, out[top]);
    for g in 0..n - 1 {
        let w = width(g);
        let mut before = 0.0;
        for k in 0..starts[g + 1] - starts[g] {
            let upto = if (k + 1) as f64 == w {
                counts[g]
            } else {
                hermite((k + 1) as f64 / w, w, counts[g], slopes[g], slopes[g + 1])
            };
            // The cubic rises; rounding may say otherwise in the sixteenth digit.
            out[starts[g] + k] = (upto - before).max(0.0);
            before = upto;
        }
    }
    out
}

/// The density at each group bound.
#[inline]
fn slopes(
    n: usize,
    width: &dyn Fn(usize) -> f64,
    density: &dyn Fn(usize) -> f64,
    first_open: f64,
) -> Vec<f64> {
    let held = |slope: f64, a: f64, b: f64| slope.clamp(0.0, 3.0 * if a < b { a } else { b });
    let mut out = vec![0.0; n];
    for (g, slope) in out.iter_mut().enumerate().skip(1) {
        let below = density(g - 1);
        let (above, w_above) = if g == n - 1 { (first_open, 1.0) } else { (density(g), width(g)) };
        let w_below = width(g - 1);
        let parabola = (below * w_above + above * w_below) / (w_below + w_above);
        *slope = held(parabola, below, above);
    }
    if 1 < n {
        let first = density(0);
        out[0] = held(0.5 * (3.0 * first - out[1]), first, first);
    }
    out
}

/// Cumulative count at the share `t` of a group of `width` ages holding `count`.
#[inline]
fn hermite(t: f64, width: f64, count: f64, slope0: f64, slope1: f64) -> f64 {
    let (t2, t3) = (t * t, t * t * t);
    (3.0 * t2 - 2.0 * t3) * count + width * ((t3 - 2.0 * t2 + t) * slope0 + (t3 - t2) * slope1)
}
