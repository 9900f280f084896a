//! Years before the base: heads over those of the base, group by group.
//!
//! With an edition: a straight line between its first year, the surplus of overstated wards given
//! back to the others, and our base. Without one: the middle step run backwards.

use super::ground::Period;
use super::migration::go_on;
use super::official::{FiveYear, N_GROUPS};
use super::{Ages, FIVE_YEAR_STARTS, N_AGES, N_FIVE, TOP_AGE};

/// Heads of a year before the base over those of the base, by sex and five-year age.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    pub year: i32,
    pub factor: [[f64; N_FIVE]; 2],
}

#[inline]
fn five(ages: &Ages) -> [f64; N_FIVE] {
    std::array::from_fn(|g| {
        let end = FIVE_YEAR_STARTS.get(g + 1).copied().unwrap_or(N_AGES);
        ages[FIVE_YEAR_STARTS[g]..end].iter().sum()
    })
}

/// A straight line between two counts, group by group. The edition's open 90+ stands for all
/// groups above.
#[inline]
pub(super) fn line_back(year: i32, then: &FiveYear, base_year: i32, base: &[Ages; 2]) -> Vec<Back> {
    let ratio: [[f64; N_FIVE]; 2] = std::array::from_fn(|sex| {
        let now = five(&base[sex]);
        let now_open: f64 = now[N_GROUPS - 1..].iter().sum();
        std::array::from_fn(|g| {
            let open = N_GROUPS - 1 <= g;
            let now = if open { now_open } else { now[g] };
            let then = then[sex][g.min(N_GROUPS - 1)];
            if now == 0.0 { 1.0 } else { then / now }
        })
    });
    let years = f64::from(base_year - year);
    (year..base_year)
        .map(|t| {
            let share = f64::from(base_year - t) / years;
            Back { year: t, factor: ratio.map(|sex| sex.map(|r| 1.0 + (r - 1.0) * share)) }
        })
        .collect()
}

/// Ten years back by the middle step run backwards; the oldest stay as they are.
#[inline]
pub(super) fn step_back(base_year: i32, base: &[Ages; 2], period: &Period) -> Vec<Back> {
    let mut heads = *base;
    let mut out = Vec::new();
    for t in (base_year - 10..base_year).rev() {
        for sex in 0..2 {
            let rates = go_on(&period.dying[sex], &period.moving[sex]);
            for age in 0..95 {
                heads[sex][age] = if rates[age] < 0.01 {
                    heads[sex][age]
                } else {
                    heads[sex][age + 1] / rates[age]
                };
            }
            heads[sex][95..=TOP_AGE].copy_from_slice(&base[sex][95..=TOP_AGE]);
        }
        let factor = std::array::from_fn(|sex| {
            let (now, then) = (five(&base[sex]), five(&heads[sex]));
            std::array::from_fn(|g| if now[g] == 0.0 { 1.0 } else { then[g] / now[g] })
        });
        out.push(Back { year: t, factor });
    }
    out.reverse();
    out
}
