//! Small whole numbers for sixteen draws: half as wide as [`Lanes`], so sixteen of them are two
//! vector registers. Comparisons give masks: all bits where they hold.

use super::lanes::{LANES, Lanes};

/// Sixteen small whole numbers, one for each draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(align(32))]
pub struct Shorts(pub [u16; LANES]);

impl Shorts {
    pub const ZERO: Self = Self([0; LANES]);

    pub const fn all(value: u16) -> Self {
        Self([value; LANES])
    }

    /// The nearest whole number of numbers from 0 to 65,535. Adding 2²³ leaves it in the low bits.
    #[inline(always)]
    pub fn nearest(numbers: Lanes) -> Self {
        let mut out = [0; LANES];
        for (o, x) in out.iter_mut().zip(numbers.0) {
            *o = (x + 8_388_608.0).to_bits() as u16;
        }
        Self(out)
    }

    /// A share in 65,536ths; all of it is one part less.
    #[inline(always)]
    pub fn share(share: Lanes) -> Self {
        Self::nearest((share * 65_536.0).clamp_to(0.0, 65_535.0))
    }

    /// The product of two shares in 65,536ths, as [`Self::share`]: one loop, as fast as it gets.
    #[inline(never)]
    pub fn share_into(share: &Lanes, times: &Lanes, out: &mut Self) {
        for i in 0..LANES {
            let x = share.0[i] * times.0[i] * 65_536.0;
            let x = if 65_535.0 < x { 65_535.0 } else { x };
            out.0[i] = (x + 8_388_608.0).to_bits() as u16;
        }
    }

    #[inline(always)]
    pub fn lanes(self) -> Lanes {
        Lanes::from_fn(|i| f32::from(self.0[i]))
    }

    #[inline(always)]
    pub fn from_fn(mut f: impl FnMut(usize) -> u16) -> Self {
        let mut out = [0; LANES];
        for (i, x) in out.iter_mut().enumerate() {
            *x = f(i);
        }
        Self(out)
    }

    /// All bits where `self < other`, else none: a mask.
    #[inline(always)]
    pub fn below(self, other: Self) -> Self {
        Self::from_fn(|i| if self.0[i] < other.0[i] { u16::MAX } else { 0 })
    }

    #[inline(always)]
    pub fn equals(self, other: Self) -> Self {
        Self::from_fn(|i| if self.0[i] == other.0[i] { u16::MAX } else { 0 })
    }

    #[inline(always)]
    pub fn and(self, other: Self) -> Self {
        Self::from_fn(|i| self.0[i] & other.0[i])
    }

    #[inline(always)]
    pub fn or(self, other: Self) -> Self {
        Self::from_fn(|i| self.0[i] | other.0[i])
    }

    #[inline(always)]
    #[expect(clippy::should_implement_trait, reason = "a mask, beside `and` and `or`")]
    pub fn not(self) -> Self {
        Self::from_fn(|i| !self.0[i])
    }

    /// By a mask: `yes` where its bits are set, else `no`.
    #[inline(always)]
    pub fn choose(self, yes: Self, no: Self) -> Self {
        Self::from_fn(|i| (self.0[i] & yes.0[i]) | (!self.0[i] & no.0[i]))
    }

    #[inline(always)]
    pub fn at_most(self, other: Self) -> Self {
        Self::from_fn(|i| self.0[i].min(other.0[i]))
    }

    /// One more where the mask's bits are set.
    #[inline(always)]
    pub fn count(&mut self, mask: Self) {
        *self = Self::from_fn(|i| self.0[i].wrapping_sub(mask.0[i]));
    }

    pub fn largest(self) -> u16 {
        self.0.iter().fold(0, |a, &b| a.max(b))
    }
}
