//! Sharing whole people out by weights, so that the parts always add up to the whole.

/// Shares `whole` by weights with the largest remainders rounded up; ties go to the earlier one.
/// Without any weight everything goes to the first.
pub fn apportion(whole: u32, weights: &[f64]) -> Vec<u32> {
    let total: f64 = weights.iter().sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if total.is_nan() || total <= 0.0 {
        let mut parts = vec![0; weights.len()];
        parts[0] = whole;
        return parts;
    }
    let exact: Vec<f64> = weights.iter().map(|weight| f64::from(whole) * weight / total).collect();
    let mut parts: Vec<u32> = exact.iter().map(|part| libm::floor(*part) as u32).collect();
    let given: u32 = parts.iter().sum();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let remainder = |index: usize| exact[index] - libm::floor(exact[index]);
    order.sort_by(|a, b| remainder(*b).total_cmp(&remainder(*a)).then(a.cmp(b)));
    for index in order.into_iter().cycle().take(whole.saturating_sub(given) as usize) {
        parts[index] += 1;
    }
    parts
}
