//! How good a band of draws was, once the figure is known.

use crate::engine::bands::mean;

/// A forecast of one figure, and the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub actual: f64,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// Continuous ranked probability score, in the figure's unit: the mean distance of the draws
    /// from the figure, less half their mean distance from each other. For a single guess it is
    /// the plain error, so it compares a band with a naive rule.
    pub crps: f64,
    /// What simple rules would have said, by their place in [`RULES`]; none where the data for a
    /// rule do not exist.
    pub naive: [Option<f64>; 3],
}

/// The simple rules a forecast has to beat.
pub const RULES: [&str; 3] = ["last value", "last growth", "proportional"];
pub const RULES_JA: [&str; 3] = ["前回の値", "前回の伸び", "比例"];

impl Score {
    pub fn of(draws: &mut [f32], actual: f64, naive: [Option<f64>; 3]) -> Self {
        draws.sort_by(f32::total_cmp);
        let n = draws.len();
        let at = |share: f64| f64::from(draws[((n - 1) as f64 * share + 0.5) as usize]);
        let distances: Vec<f32> =
            draws.iter().map(|&x| (f64::from(x) - actual).abs() as f32).collect();
        // Of sorted numbers: Σᵢⱼ |xᵢ − xⱼ| = 2 Σᵢ (2i − n + 1)·xᵢ, from the mean for precision.
        let middle = mean(draws);
        let apart: f64 = draws
            .iter()
            .enumerate()
            .map(|(i, &x)| (2.0 * i as f64 - n as f64 + 1.0) * (f64::from(x) - middle))
            .sum();
        let crps = mean(&distances) - apart / (n * n) as f64;
        Self { actual, p10: at(0.1), p50: at(0.5), p90: at(0.9), crps, naive }
    }

    /// Is the figure inside the 80 % band?
    pub fn is_held(&self) -> bool {
        self.p10 <= self.actual && self.actual <= self.p90
    }

    /// Of the median, in percent of the figure.
    pub fn error_percent(&self) -> f64 {
        (self.p50 / self.actual - 1.0) * 100.0
    }

    /// Of a naive rule, in percent of the figure.
    pub fn naive_percent(&self, rule: usize) -> Option<f64> {
        self.naive[rule].map(|said| (said / self.actual - 1.0) * 100.0)
    }
}
