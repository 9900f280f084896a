//! Quantiles of the beta distribution, by its power series. `statrs` has them too, but reaches the
//! gamma function of any number, and through it sine and its tables: 8 kB of the page for one row.

use libm::{log, pow};

/// A beta distribution whose parameters are between 1 and 10: beyond, the terms of the series become
/// so large that what they leave of each other is no longer exact.
#[derive(Clone, Copy)]
pub struct Beta {
    a: f64,
    b: f64,
    /// The integral of `t^(a-1) (1-t)^(b-1)` up to ½, and from there to 1.
    low: f64,
    high: f64,
}

impl Beta {
    pub fn new(a: f64, b: f64) -> Self {
        Self { a, b, low: integral(a, b, 0.5), high: integral(b, a, 0.5) }
    }

    /// The value below which `share` of it lies.
    pub fn quantile(self, share: f64) -> f64 {
        let below = share * (self.low + self.high);
        // From the nearer end, where the series is short.
        if below <= self.low {
            reached(self.a, self.b, below)
        } else {
            1.0 - reached(self.b, self.a, self.low + self.high - below)
        }
    }
}

/// The integral of `t^(a-1) (1-t)^(b-1)` from 0 to `x`, which is at most ½: the factor of `1-t` as
/// its binomial series, each term of it integrated.
fn integral(a: f64, b: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0 / a);
    for n in 1..80 {
        let n = f64::from(n);
        term *= (n - b) / n * x;
        sum += term / (a + n);
        if term.abs() < 1e-18 {
            break;
        }
    }
    pow(x, a) * sum
}

/// Where that integral reaches `area`: by Newton's steps on its logarithm, which is all but a
/// straight line of that of `x`.
fn reached(a: f64, b: f64, area: f64) -> f64 {
    let mut x = pow(area * a, 1.0 / a).min(0.5);
    for _ in 0..20 {
        let now = integral(a, b, x);
        let slope = pow(x, a) * pow(1.0 - x, b - 1.0) / now;
        let step = log(area / now) / slope;
        x = (x * libm::exp(step)).min(0.5);
        if step.abs() < 1e-14 {
            break;
        }
    }
    x
}
