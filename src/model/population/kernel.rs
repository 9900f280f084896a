//! The step of a year for sixteen draws: the only loop of the population that runs often.
//!
//! ```text
//! P(t+1, x+1)  = P(t, x) · go_on(x)         go_on = survival + net migration, ≥ 0
//! P(t+1, 100+) = P(t, 100+) · go_on(100+) + P(t, 99) · go_on(99)
//! P(t+1, 0)    = infants · women 15–49 (t+1)
//! ```
//!
//! The oldest are moved first, so that one array is enough; sums are taken while a cohort is in
//! hand. Oldest first is also the fixed order of every sum.

use super::wide::Wide;
use super::{N_AGES, TOP_AGE};
use crate::model::lanes::{LANES, Lanes};

/// 65–69, 70–74 … 90–94, 95+.
pub const N_OLD: usize = 7;

/// Heads of an area by sex and single age.
#[derive(Clone, Debug, PartialEq)]
pub struct Heads(pub [[Wide; N_AGES]; 2]);

impl Heads {
    pub const fn empty() -> Self {
        Self([[Wide::ZERO; N_AGES]; 2])
    }
}

/// A ward's rates in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    pub go_on: [[Wide; N_AGES]; 2],
    /// Infants on 1 October per woman 15–49.
    pub infants: [Wide; 2],
}

impl Rates {
    pub const fn empty() -> Self {
        Self { go_on: [[Wide::ZERO; N_AGES]; 2], infants: [Wide::ZERO; 2] }
    }
}

/// What the other chains see of an area on a 1 October.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sums {
    pub old: [[Lanes; N_OLD]; 2],
    pub total: Lanes,
}

impl Sums {
    pub const ZERO: Self = Self { old: [[Lanes::ZERO; N_OLD]; 2], total: Lanes::ZERO };
}

/// Moves the ages `from ..= to` up by one year and returns how many they are now.
#[inline(always)]
fn move_up(heads: &mut [Wide; N_AGES], go_on: &[Wide; N_AGES], from: usize, to: usize) -> Wide {
    let mut sum = [0.0; LANES];
    for age in (from..=to).rev() {
        for i in 0..LANES {
            let moved = heads[age - 1].0[i] * go_on[age - 1].0[i];
            heads[age].0[i] = moved;
            sum[i] += moved;
        }
    }
    Wide(sum)
}

/// One year on.
pub fn year_on(heads: &mut Heads, rates: &Rates) -> Sums {
    let mut sums = Sums::ZERO;
    let mut total = Wide::ZERO;
    let mut women = Wide::ZERO;
    for sex in 0..2 {
        let (of_sex, go_on) = (&mut heads.0[sex], &rates.go_on[sex]);
        let top = of_sex[TOP_AGE] * go_on[TOP_AGE] + of_sex[TOP_AGE - 1] * go_on[TOP_AGE - 1];
        of_sex[TOP_AGE] = top;
        let oldest = top + move_up(of_sex, go_on, 95, 99);
        sums.old[sex][N_OLD - 1] = oldest.lanes();
        total += oldest;
        for group in (0..N_OLD - 1).rev() {
            let sum = move_up(of_sex, go_on, 65 + 5 * group, 69 + 5 * group);
            sums.old[sex][group] = sum.lanes();
            total += sum;
        }
        total += move_up(of_sex, go_on, 50, 64);
        women = move_up(of_sex, go_on, 15, 49);
        total += women;
        total += move_up(of_sex, go_on, 1, 14);
    }
    for sex in 0..2 {
        let infants = women * rates.infants[sex];
        heads.0[sex][0] = infants;
        total += infants;
    }
    sums.total = total.lanes();
    sums
}

/// The sums of heads that were not just moved.
pub fn sums_of(heads: &Heads) -> Sums {
    let mut sums = Sums::ZERO;
    let mut total = Wide::ZERO;
    for sex in 0..2 {
        for age in (0..N_AGES).rev() {
            total += heads.0[sex][age];
        }
        for group in 0..N_OLD {
            let to = if group == N_OLD - 1 { N_AGES } else { 70 + 5 * group };
            let mut sum = Wide::ZERO;
            for age in (65 + 5 * group..to).rev() {
                sum += heads.0[sex][age];
            }
            sums.old[sex][group] = sum.lanes();
        }
    }
    sums.total = total.lanes();
    sums
}
