//! Sixteen draws side by side: every operation is element by element, in a fixed order, so that
//! the compiler turns it into vector instructions and the bits are the same on every machine.
//!
//! Nothing here may depend on a neighbouring lane: draw 731 is draw 731 in any block.

use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Neg, Sub, SubAssign};

/// How many draws run side by side.
pub const LANES: usize = 16;

/// One number for each of sixteen draws.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(64))]
pub struct Lanes(pub [f32; LANES]);

impl Default for Lanes {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Lanes {
    pub const ZERO: Self = Self([0.0; LANES]);
    pub const ONE: Self = Self([1.0; LANES]);

    /// The same number for all draws.
    #[inline(always)]
    pub const fn all(value: f32) -> Self {
        Self([value; LANES])
    }

    #[inline(always)]
    pub fn from_fn(mut f: impl FnMut(usize) -> f32) -> Self {
        let mut out = [0.0; LANES];
        for (i, x) in out.iter_mut().enumerate() {
            *x = f(i);
        }
        Self(out)
    }

    #[inline(always)]
    pub fn map(self, mut f: impl FnMut(f32) -> f32) -> Self {
        Self::from_fn(|i| f(self.0[i]))
    }

    /// The smaller one. (Not `f32::min`: its answer for −0 may differ between machines.)
    #[inline(always)]
    pub fn at_most(self, other: Self) -> Self {
        Self::from_fn(|i| if self.0[i] < other.0[i] { self.0[i] } else { other.0[i] })
    }

    /// The larger one.
    #[inline(always)]
    pub fn at_least(self, other: Self) -> Self {
        Self::from_fn(|i| if other.0[i] < self.0[i] { self.0[i] } else { other.0[i] })
    }

    #[inline(always)]
    pub fn clamp_to(self, low: f32, high: f32) -> Self {
        self.at_least(Self::all(low)).at_most(Self::all(high))
    }

    /// `self` where it is positive, else 0.
    #[inline(always)]
    pub fn positive(self) -> Self {
        self.at_least(Self::ZERO)
    }

    /// Whole part of numbers that are not negative.
    #[inline(always)]
    pub fn whole(self) -> Self {
        self.map(whole)
    }

    /// The nearest whole number of numbers that are not negative.
    #[inline(always)]
    pub fn rounded(self) -> Self {
        self.map(|x| whole(x + 0.5))
    }

    /// 1 where `self < other`, else 0.
    #[inline(always)]
    pub fn below(self, other: Self) -> Self {
        Self::from_fn(|i| if self.0[i] < other.0[i] { 1.0 } else { 0.0 })
    }

    /// `yes` where `self` is not 0, else `no`.
    #[inline(always)]
    pub fn choose(self, yes: Self, no: Self) -> Self {
        Self::from_fn(|i| if self.0[i] == 0.0 { no.0[i] } else { yes.0[i] })
    }

    /// `self / other`, and 0 where `other` is 0: a rate of nobody is nobody's.
    #[inline(always)]
    pub fn ratio(self, other: Self) -> Self {
        Self::from_fn(|i| if other.0[i] == 0.0 { 0.0 } else { self.0[i] / other.0[i] })
    }

    /// Whether any is not 0. All sixteen are looked at, because leaving early would not vectorise.
    #[inline(always)]
    pub fn any(self) -> bool {
        self.0.iter().fold(0, |bits, x| bits | (x.to_bits() << 1)) != 0
    }

    pub fn smallest(self) -> f32 {
        -(-self).largest()
    }

    /// The largest, by halves, so that it vectorises.
    #[inline(always)]
    pub fn largest(self) -> f32 {
        let mut a = self.0;
        for width in [8, 4, 2, 1] {
            for i in 0..width {
                a[i] = if a[i] < a[i + width] { a[i + width] } else { a[i] };
            }
        }
        a[0]
    }

    #[inline(always)]
    pub fn sqrt(self) -> Self {
        self.map(f32::sqrt)
    }

    // The three below are a hundred instructions each and more: called, not copied to each place
    // that needs one, they cost a hundredth of the time and save a sixth of the program.

    /// eˣ for −87 < x < 87, outside held at the ends. Cephes' polynomial: about 1e-7 relative.
    #[inline(never)]
    pub fn exp(self) -> Self {
        self.map(exp)
    }

    /// Natural logarithm of positive numbers. Cephes' polynomial: about 1e-7 relative.
    #[inline(never)]
    pub fn ln(self) -> Self {
        self.map(ln)
    }

    /// `self` to the power of `exponent`, for positive `self`; 0 stays 0.
    #[inline(never)]
    pub fn pow(self, exponent: Self) -> Self {
        Self::from_fn(|i| {
            let x = self.0[i];
            if x <= 0.0 { 0.0 } else { exp(exponent.0[i] * ln(x)) }
        })
    }
}

/// From here on all numbers are whole.
const ALL_WHOLE: f32 = 8_388_608.0;

/// Whole part of a number that is not negative. Adding 2²³ rounds to the nearest whole number
/// without a conversion, which would have to look out for what does not fit.
#[inline(always)]
pub(super) fn whole(x: f32) -> f32 {
    let nearest = (x + ALL_WHOLE) - ALL_WHOLE;
    let below = nearest - if x < nearest { 1.0 } else { 0.0 };
    if ALL_WHOLE <= x { x } else { below }
}

#[inline(always)]
pub(super) fn exp(x: f32) -> f32 {
    let x = if x < -87.0 { -87.0 } else { x };
    let x = if 87.0 < x { 87.0 } else { x };
    // The nearest whole number of powers of two, in the lowest bits of `shifted`.
    let shifted = x * std::f32::consts::LOG2_E + 1.5 * ALL_WHOLE;
    let kf = shifted - 1.5 * ALL_WHOLE;
    let r = (x - kf * 0.693_359_4) - kf * -2.121_944_4e-4;
    let p = 1.987_569_1e-4;
    let p = p * r + 1.398_199_9e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let y = p * r * r + r + 1.0;
    f32::from_bits(y.to_bits().wrapping_add(shifted.to_bits() << 23))
}

#[inline(always)]
pub(super) fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let e = ((bits >> 23) as i32) - 126;
    let m = f32::from_bits((bits & 0x007f_ffff) | 0x3f00_0000);
    let small = m < std::f32::consts::FRAC_1_SQRT_2;
    let e = if small { e - 1 } else { e } as f32;
    let m = if small { m + m - 1.0 } else { m - 1.0 };
    let z = m * m;
    let p = 7.037_683_6e-2;
    let p = p * m - 1.151_461e-1;
    let p = p * m + 1.167_699_9e-1;
    let p = p * m - 1.242_014_1e-1;
    let p = p * m + 1.424_932_3e-1;
    let p = p * m - 1.666_805_8e-1;
    let p = p * m + 2.000_071_5e-1;
    let p = p * m - 2.499_999_4e-1;
    let p = p * m + 3.333_333e-1;
    let y = p * m * z + e * -2.121_944_4e-4 - 0.5 * z;
    m + y + e * 0.693_359_4
}

macro_rules! by_element {
    ($($op:ident $method:ident $sign:tt)*) => {$(
        impl $op for Lanes {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self::from_fn(|i| self.0[i] $sign other.0[i])
            }
        }
        impl $op<f32> for Lanes {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f32) -> Self {
                Self::from_fn(|i| self.0[i] $sign other)
            }
        }
        impl $op<Lanes> for f32 {
            type Output = Lanes;
            #[inline(always)]
            fn $method(self, other: Lanes) -> Lanes {
                Lanes::from_fn(|i| self $sign other.0[i])
            }
        }
    )*};
}
by_element! { Add add + Sub sub - Mul mul * Div div / }

impl Neg for Lanes {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|x| -x)
    }
}

impl AddAssign for Lanes {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Lanes {
    #[inline(always)]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl MulAssign for Lanes {
    #[inline(always)]
    fn mul_assign(&mut self, other: Self) {
        *self = *self * other;
    }
}
