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
    let n = values.len();
    let ranks = PERCENTS.map(|percent| (n * percent as usize / 100).min(n - 1));
    if let Some(found) = of_counts(values, ranks, work) {
        return Some(found);
    }
    work.clear();
    work.extend_from_slice(values);
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

/// Bins for each draw: where counts lie further apart, selecting is quicker than counting.
const BINS_A_DRAW: usize = 4;

/// The same of counts that lie near each other, by how many draws have each number: a fifth of the
/// time. `None` where not all draws are whole, or they lie too far apart.
fn of_counts(
    values: &[f32],
    ranks: [usize; PERCENTS.len()],
    bins: &mut Vec<f32>,
) -> Option<[f32; PERCENTS.len()]> {
    /// Beyond it no number has a part behind the point, and the test below would not tell.
    const MOST: f32 = 4_194_304.0;
    let (mut least, mut most, mut rest) = (u32::MAX, 0, 0);
    for value in values {
        // As numbers without a sign, negative ones and what is no number are the largest.
        let bits = value.to_bits();
        least = least.min(bits);
        most = most.max(bits);
        rest |= bits ^ ((value + 2.0 * MOST) - 2.0 * MOST).to_bits();
    }
    let first = f32::from_bits(least);
    let span = f32::from_bits(most) - first;
    let is_counted = rest == 0 && most < MOST.to_bits();
    if !is_counted || (BINS_A_DRAW * values.len()) as f32 <= span {
        return None;
    }
    bins.clear();
    bins.resize(span as usize + 1, 0.0);
    for value in values {
        bins[(value - first) as usize] += 1.0;
    }
    let (mut bin, mut n_below) = (0, 0);
    Some(ranks.map(|rank| {
        while n_below + bins[bin] as usize <= rank {
            n_below += bins[bin] as usize;
            bin += 1;
        }
        let has = |bin: Option<usize>| bin.and_then(|bin| bins.get(bin)).is_some_and(|n| 0.0 < *n);
        let open = [has(bin.checked_sub(1)), has(Some(bin + 1))];
        spread(first + bin as f32, rank - n_below, bins[bin], open)
    }))
}

/// Where a rank lies among the draws that counted the same. `near` holds all of these, and a draw of
/// the next value on either side where there is one.
fn among_equals(value: f32, rank: usize, near: &[f32]) -> f32 {
    let (mut n_below, mut n_equal, mut has_less, mut has_more) = (0_usize, 0_u32, false, false);
    for &other in near {
        n_below += usize::from(other < value);
        n_equal += u32::from(other == value);
        has_less |= other == value - 1.0;
        has_more |= other == value + 1.0;
    }
    spread(value, rank - n_below, n_equal as f32, [has_less, has_more])
}

/// A count that `n_equal` draws have, of which the one at `rank` is meant; whether any has the number
/// one below, and one above.
fn spread(value: f32, rank: usize, n_equal: f32, [has_less, has_more]: [bool; 2]) -> f32 {
    // From −1 to 1, zero in the middle; both ends belong to nobody, so that no half is reached.
    let way = (2 * rank + 1) as f32 / n_equal - 1.0;
    let is_open = if way < 0.0 { has_less } else { has_more };
    if is_open { value + way * 0.5 } else { value }
}

/// The mean of a cell's draws, added up in their order.
pub fn mean(values: &[f32]) -> f64 {
    values.iter().map(|&x| f64::from(x)).sum::<f64>() / values.len().max(1) as f64
}
