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
//!
//! The sixteen draws run as two halves of eight, each through all years of a period: a half of an
//! area's heads and of its ward's rates are 26 kB, which the nearest cache holds; all sixteen are
//! 52 kB, which it does not.

use super::wide::Wide;
use super::{N_AGES, TOP_AGE};
use crate::model::lanes::{LANES, Lanes};

/// 65–69, 70–74 … 90–94, 95+.
pub const N_OLD: usize = 7;

const HALF: usize = LANES / 2;

/// One number for each of eight draws.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(64))]
pub struct Eight([f64; HALF]);

impl Eight {
    const ZERO: Self = Self([0.0; HALF]);

    #[inline(always)]
    fn add(&mut self, other: Self) {
        for i in 0..HALF {
            self.0[i] += other.0[i];
        }
    }

    #[inline(always)]
    fn times(mut self, other: Self) -> Self {
        // Not `array::from_fn`: it is not always inlined, and a call here costs six times the work.
        for i in 0..HALF {
            self.0[i] *= other.0[i];
        }
        self
    }
}

/// A number for each sex and single age of sixteen draws: heads of an area, or rates of a ward.
#[derive(Clone, Debug, PartialEq)]
pub struct BySexAge([[[Eight; N_AGES]; 2]; 2]);

/// Heads of an area.
pub type Heads = BySexAge;

impl BySexAge {
    pub const ZERO: Self = Self([[[Eight::ZERO; N_AGES]; 2]; 2]);

    #[inline(always)]
    pub fn get(&self, sex: usize, age: usize) -> Wide {
        let mut out = Wide::ZERO;
        for i in 0..HALF {
            out.0[i] = self.0[0][sex][age].0[i];
            out.0[HALF + i] = self.0[1][sex][age].0[i];
        }
        out
    }

    #[inline(always)]
    pub fn set(&mut self, sex: usize, age: usize, value: Wide) {
        for i in 0..HALF {
            self.0[0][sex][age].0[i] = value.0[i];
            self.0[1][sex][age].0[i] = value.0[HALF + i];
        }
    }

    /// All of them, oldest men first.
    pub fn sum(&self) -> Wide {
        let mut sum = Wide::ZERO;
        for sex in 0..2 {
            for age in (0..N_AGES).rev() {
                sum += self.get(sex, age);
            }
        }
        sum
    }
}

/// A ward's rates in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    pub go_on: BySexAge,
    /// Infants on 1 October per woman 15–49.
    pub infants: [Wide; 2],
}

impl Rates {
    pub const ZERO: Self = Self { go_on: BySexAge::ZERO, infants: [Wide::ZERO; 2] };
}

/// What the other chains see of an area on a 1 October.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sums {
    pub old: [[Lanes; N_OLD]; 2],
    /// 15–64.
    pub working: Lanes,
    pub total: Lanes,
}

impl Sums {
    pub const ZERO: Self =
        Self { old: [[Lanes::ZERO; N_OLD]; 2], working: Lanes::ZERO, total: Lanes::ZERO };
}

/// Moves the ages `from ..= to` up by one year and returns how many they are now.
#[inline(always)]
fn move_up(heads: &mut [Eight; N_AGES], go_on: &[Eight; N_AGES], from: usize, to: usize) -> Eight {
    let mut sum = Eight::ZERO;
    for age in (from..=to).rev() {
        let moved = heads[age - 1].times(go_on[age - 1]);
        heads[age] = moved;
        sum.add(moved);
    }
    sum
}

#[inline(always)]
fn write(lanes: &mut Lanes, half: usize, sum: Eight) {
    for i in 0..HALF {
        lanes.0[half * HALF + i] = sum.0[i] as f32;
    }
}

/// As many years on as there are sums to write.
pub fn years_on(heads: &mut Heads, rates: &Rates, sums: &mut [Sums]) {
    for half in 0..2 {
        let infants =
            rates.infants.map(|wide| Eight(std::array::from_fn(|i| wide.0[half * HALF + i])));
        for sums in &mut *sums {
            year_on(&mut heads.0[half], &rates.go_on.0[half], &infants, half, sums);
        }
    }
}

fn year_on(
    heads: &mut [[Eight; N_AGES]; 2],
    go_on: &[[Eight; N_AGES]; 2],
    infants: &[Eight; 2],
    half: usize,
    sums: &mut Sums,
) {
    let mut total = Eight::ZERO;
    let mut working = Eight::ZERO;
    let mut women = Eight::ZERO;
    for sex in 0..2 {
        let (heads, go_on) = (&mut heads[sex], &go_on[sex]);
        let mut oldest = heads[TOP_AGE].times(go_on[TOP_AGE]);
        oldest.add(heads[TOP_AGE - 1].times(go_on[TOP_AGE - 1]));
        heads[TOP_AGE] = oldest;
        oldest.add(move_up(heads, go_on, 95, 99));
        write(&mut sums.old[sex][N_OLD - 1], half, oldest);
        total.add(oldest);
        for group in (0..N_OLD - 1).rev() {
            let sum = move_up(heads, go_on, 65 + 5 * group, 69 + 5 * group);
            write(&mut sums.old[sex][group], half, sum);
            total.add(sum);
        }
        let mut here = move_up(heads, go_on, 50, 64);
        women = move_up(heads, go_on, 15, 49);
        total.add(here);
        total.add(women);
        here.add(women);
        working.add(here);
        total.add(move_up(heads, go_on, 1, 14));
    }
    for sex in 0..2 {
        heads[sex][0] = women.times(infants[sex]);
        total.add(heads[sex][0]);
    }
    write(&mut sums.working, half, working);
    write(&mut sums.total, half, total);
}

/// The sums of heads that were not just moved.
pub fn sums_of(heads: &Heads) -> Sums {
    let mut sums = Sums::ZERO;
    for sex in 0..2 {
        for group in 0..N_OLD {
            let to = if group == N_OLD - 1 { N_AGES } else { 70 + 5 * group };
            let mut sum = Wide::ZERO;
            for age in (65 + 5 * group..to).rev() {
                sum += heads.get(sex, age);
            }
            sums.old[sex][group] = sum.lanes();
        }
    }
    let ages = (0..2).flat_map(|sex| (15..65).rev().map(move |age| (sex, age)));
    sums.working = ages.fold(Wide::ZERO, |sum, (sex, age)| sum + heads.get(sex, age)).lanes();
    sums.total = heads.sum().lanes();
    sums
}
