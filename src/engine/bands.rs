//! Bands: quantiles of a cell's draws, by selection and not by sorting. The quantile of q is the
//! draw of rank ⌊q·n⌋ of n in order of size.
//!
//! ```text
//! shown(q) = value + ½ · way      −1 < way < 1: how far the rank lies from the middle of the draws
//!                                 that counted the same, as a share of half of them
//! ```
//!
//! The second line is of counts, of which many draws are equal: people, devices, meetings. Their
//! quantile is that of grouped data: equal draws are spread evenly between the halves below and
//! above their number, on either side where a draw has the number one below or one above. So a
//! median moves along with the mean where it would wait and then jump by one. In words and tables a
//! count is written whole, and so is the draw of that rank. Chances count draws and know no spread.

/// The quantiles a band is made of, in percent.
pub const PERCENTS: [u32; 7] = [5, 10, 25, 50, 75, 90, 95];

/// Positions in [`PERCENTS`].
pub const P10: usize = 1;
pub const P50: usize = 3;
pub const P90: usize = 5;

/// The quantiles of `values`; `None` where there are no figures. `work` is overwritten.
///
/// Rounded, that of a count is the draw of its rank. Of what never comes equal it is that draw itself.
pub fn quantiles(values: &[f32], work: &mut Vec<f32>) -> Option<[f32; PERCENTS.len()]> {
    if values.is_empty() || values[0].is_nan() {
        return None;
    }
    work.clear();
    work.extend_from_slice(values);
    let n = work.len();
    let ranks = PERCENTS.map(|percent| (n * percent as usize / 100).min(n - 1));
    let mut out = [0.0; PERCENTS.len()];
    let mut from = 0;
    for (slot, rank) in out.iter_mut().zip(ranks) {
        let (_, value, _) = work[from..].select_nth_unstable_by(rank - from, f32::total_cmp);
        *slot = *value;
        from = rank;
    }
    let selected = out;
    for (slot, rank) in out.iter_mut().zip(ranks).filter(|(value, _)| value.trunc() == **value) {
        // What was selected parts the draws: equals lie between the nearest ranks of other values.
        let lower = selected.iter().rposition(|value| *value < *slot);
        let higher = selected.iter().position(|value| *slot < *value);
        let start = lower.map_or(0, |at| ranks[at]);
        let end = higher.map_or(n, |at| ranks[at] + 1);
        *slot = among_equals(*slot, rank - start, &work[start..end]);
    }
    Some(out)
}

/// Where a rank lies among the draws that counted the same. `near` holds all of these, and a draw of
/// the next value on either side where there is one.
fn among_equals(value: f32, rank: usize, near: &[f32]) -> f32 {
    let (mut n_below, mut n_equal, mut has_less, mut has_more) = (0_u32, 0_u32, false, false);
    for &other in near {
        n_below += u32::from(other < value);
        n_equal += u32::from(other == value);
        has_less |= other == value - 1.0;
        has_more |= other == value + 1.0;
    }
    // From −1 to 1, zero in the middle; both ends belong to nobody, so that no half is reached.
    let way = (2 * (rank as u32 - n_below) + 1) as f32 / n_equal as f32 - 1.0;
    let is_open = if way < 0.0 { has_less } else { has_more };
    if is_open { value + way * 0.5 } else { value }
}

/// The mean of a cell's draws, added up in their order.
pub fn mean(values: &[f32]) -> f64 {
    values.iter().map(|&x| f64::from(x)).sum::<f64>() / values.len().max(1) as f64
}
