//! Bands: quantiles of a cell's draws, by selection and not by sorting.

/// The quantiles a band is made of, in percent.
pub const PERCENTS: [u32; 7] = [5, 10, 25, 50, 75, 90, 95];

/// Positions in [`PERCENTS`].
pub const P10: usize = 1;
pub const P50: usize = 3;
pub const P90: usize = 5;

/// The quantiles of `values`; `None` where there are no figures. `work` is overwritten.
///
/// A quantile of n draws is the draw of rank ⌊q·n⌋ (the lower of a pair): always a value that came
/// out of a run, so a count stays whole.
pub fn quantiles(values: &[f32], work: &mut Vec<f32>) -> Option<[f32; PERCENTS.len()]> {
    if values.is_empty() || values[0].is_nan() {
        return None;
    }
    work.clear();
    work.extend_from_slice(values);
    let n = work.len();
    let mut out = [0.0; PERCENTS.len()];
    let mut from = 0;
    for (slot, percent) in out.iter_mut().zip(PERCENTS) {
        let rank = (n * percent as usize / 100).min(n - 1);
        let (_, value, _) = work[from..].select_nth_unstable_by(rank - from, f32::total_cmp);
        *slot = *value;
        from = rank;
    }
    Some(out)
}

/// The mean of a cell's draws, added up in their order.
pub fn mean(values: &[f32]) -> f64 {
    values.iter().map(|&x| f64::from(x)).sum::<f64>() / values.len().max(1) as f64
}
