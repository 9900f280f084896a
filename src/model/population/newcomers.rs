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
    /// Share of them who are 65 and over.
    pub old_share: Lanes,
}

/// First age of a band under 65 and the share of the newcomers under 65 in it. Families with
/// children and couples who buy: assumed by Mitoshi, since the ages of those who move into new
/// housing are not published for the city. How many are 65 and over is an assumption of its own.
const YOUNG: [(usize, f64); 5] = [(0, 0.17), (10, 0.06), (20, 0.10), (25, 0.52), (45, 0.15)];
const OLD: usize = 65;

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

/// Shares of the newcomers under 65, and of those of 65 and over, by sex and age: inside a band as
/// the ward's own people are.
pub fn mix(ward: &WardGround) -> [Ages; 2] {
    let mut out = [[0.0; N_AGES]; 2];
    let bands = YOUNG.iter().chain([&(OLD, 1.0)]);
    let ends = YOUNG[1..].iter().map(|band| band.0).chain([OLD, N_AGES]);
    for (&(start, share), end) in bands.zip(ends) {
        let whole: f64 = ward.base.iter().map(|ages| ages[start..end].iter().sum::<f64>()).sum();
        let even = 1.0 / (2 * (end - start)) as f64;
        for (out, base) in out.iter_mut().zip(&ward.base) {
            for (out, here) in out[start..end].iter_mut().zip(&base[start..end]) {
                *out = share * if whole == 0.0 { even } else { here / whole };
            }
        }
    }
    out
}

/// The newcomers of a year to an area that takes this share of them.
pub fn add(heads: &mut Heads, mix: &[Ages; 2], come: &Newcomers, year: i32, share: f64) {
    let people = come.in_year(year) * share;
    let old = people * Wide::from(come.old_share);
    let young = people - old;
    for (sex, mix) in mix.iter().enumerate() {
        for (age, &part) in mix.iter().enumerate() {
            let more = if age < OLD { young } else { old } * part;
            heads.set(sex, age, heads.get(sex, age) + more);
        }
    }
}
