//! Adding up the tree. Whole numbers add exactly; a rate is two whole numbers that each add, so
//! there is no way to average one.

use std::ops::{Add, AddAssign};

use crate::places::{PlaceId, Places};

impl Places {
    /// Values by place, given for some places of one level, added upward: every ancestor holds
    /// the sum of what lies below it. Indexed by [`PlaceId::index`].
    pub fn roll_up<T>(&self, given: impl IntoIterator<Item = (PlaceId, T)>) -> Vec<T>
    where
        T: Copy + Default + AddAssign,
    {
        let mut sums = vec![T::default(); self.len()];
        for (place, value) in given {
            for at in self.lineage(place) {
                sums[at.index()] += value;
            }
        }
        sums
    }
}

/// A rate kept as its two whole numbers. It adds by adding both, and that is all it can do: there
/// is no scaling and no dividing, so a mean of rates cannot be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    pub num: i64,
    pub den: i64,
}

impl Ratio {
    pub const fn new(num: i64, den: i64) -> Self {
        Self { num, den }
    }

    /// None when there is nothing to divide by.
    pub fn value(self) -> Option<f64> {
        (self.den != 0).then(|| self.num as f64 / self.den as f64)
    }
}

impl Add for Ratio {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { num: self.num + other.num, den: self.den + other.den }
    }
}

impl AddAssign for Ratio {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}
