//! A large housing project: people who come on top of the migration that is in the rates.

use super::ground::WardGround;
use super::kernel::Heads;
use super::wide::Wide;
use super::{Ages, N_AGES};
use crate::model::ground::MonthIndex;
use crate::model::lanes::Lanes;

/// People who move into a ward's new housing, evenly over some months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Newcomers {
    pub ward: usize,
    pub start: MonthIndex,
    pub months: u32,
    pub people: Lanes,
}

/// First age of a band and the share of the newcomers in it. Families with children and couples
/// who buy: assumed by Mitoshi, since the age of those who move into new housing is not published
/// for the city; few are 65 and over.
const MIX: [(usize, f64); 6] =
    [(0, 0.16), (10, 0.06), (20, 0.10), (25, 0.50), (45, 0.14), (65, 0.04)];

/// October of a year, in months.
pub const fn october(year: i32) -> i64 {
    (year as i64 - 2000) * 12 + 6
}

impl Newcomers {
    /// How many come between 1 October of a year and the next.
    pub fn in_year(&self, year: i32) -> Wide {
        let (from, to) = (october(year), october(year + 1));
        let start = i64::from(self.start);
        let end = start + i64::from(self.months.max(1));
        let n = (end.min(to) - start.max(from)).max(0) as f64;
        Wide::from(self.people) * (n / f64::from(self.months.max(1)))
    }
}

/// Shares of the newcomers by sex and age: inside a band as the ward's own people are.
pub fn mix(ward: &WardGround) -> [Ages; 2] {
    let mut out = [[0.0; N_AGES]; 2];
    for (band, &(start, share)) in MIX.iter().enumerate() {
        let end = MIX.get(band + 1).map_or(N_AGES, |next| next.0);
        let whole: f64 = ward.base.iter().map(|ages| ages[start..end].iter().sum::<f64>()).sum();
        for sex in 0..2 {
            for age in start..end {
                out[sex][age] = if whole == 0.0 {
                    share / (2 * (end - start)) as f64
                } else {
                    share * ward.base[sex][age] / whole
                };
            }
        }
    }
    out
}

/// Adds newcomers to an area that takes this share of them.
pub fn add(heads: &mut Heads, mix: &[Ages; 2], people: Wide, share: f64) {
    for sex in 0..2 {
        for age in 0..N_AGES {
            heads.0[sex][age] += people * (mix[sex][age] * share);
        }
    }
}
