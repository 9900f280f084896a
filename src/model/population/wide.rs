//! Sixteen draws side by side in `f64`: money and heads that are added thousands of times need
//! more digits than [`Lanes`] have.

use std::ops::{Add, AddAssign, Div, Mul, Sub};

use crate::model::lanes::{LANES, Lanes};

/// One `f64` for each of sixteen draws.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(64))]
pub struct Wide(pub [f64; LANES]);

impl Wide {
    pub const ZERO: Self = Self([0.0; LANES]);
    pub const ONE: Self = Self([1.0; LANES]);

    #[inline(always)]
    pub const fn all(value: f64) -> Self {
        Self([value; LANES])
    }

    #[inline(always)]
    pub fn from_fn(mut f: impl FnMut(usize) -> f64) -> Self {
        let mut out = [0.0; LANES];
        for (i, x) in out.iter_mut().enumerate() {
            *x = f(i);
        }
        Self(out)
    }

    #[inline(always)]
    pub fn lanes(self) -> Lanes {
        Lanes::from_fn(|i| self.0[i] as f32)
    }

    #[inline(always)]
    pub fn map(self, mut f: impl FnMut(f64) -> f64) -> Self {
        Self::from_fn(|i| f(self.0[i]))
    }

    /// `self` where it is positive, else 0.
    #[inline(always)]
    pub fn positive(self) -> Self {
        self.map(|x| if x < 0.0 { 0.0 } else { x })
    }
}

impl From<Lanes> for Wide {
    #[inline(always)]
    fn from(lanes: Lanes) -> Self {
        Self::from_fn(|i| f64::from(lanes.0[i]))
    }
}

macro_rules! by_element {
    ($($op:ident $method:ident $sign:tt)*) => {$(
        impl $op for Wide {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self::from_fn(|i| self.0[i] $sign other.0[i])
            }
        }
        impl $op<f64> for Wide {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                Self::from_fn(|i| self.0[i] $sign other)
            }
        }
    )*};
}
by_element! { Add add + Sub sub - Mul mul * Div div / }

impl AddAssign for Wide {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}
