//! Whole numbers from one uniform number each: the inverse of the binomial and Poisson
//! distributions, sixteen draws side by side.
//!
//! Small means walk up the distribution (exact to the precision of `f32`); above
//! [`WALK_MAX`] the normal approximation with its skewness (Cornish and Fisher's first term) is
//! rounded to a whole number, because a long walk costs more than the difference shows. Which of
//! the two is used depends on the lane alone. The first steps all draws take together in one loop;
//! only then is it asked whether any has further to go.

use super::lanes::{LANES, Lanes, exp};

/// Largest mean that is walked.
pub const WALK_MAX: f32 = 8.0;

/// No walk is longer: at the largest mean this is eleven standard deviations up.
const WALK_STEPS: usize = 40;

/// Steps that all draws take together: of n things that may happen, and of a mean, which is often
/// the larger one.
const TOGETHER: usize = 3;
const TOGETHER_OF_MEAN: usize = 5;

/// What the first steps may leave open: some draw has further to go, or too large a mean.
const MORE: u32 = 1;
const LARGE: u32 = 2;

/// A walk in one draw: the chance of none, the length (nowhere, where the mean is too large) and
/// the mean.
struct First {
    none: f32,
    length: f32,
    mean: f32,
}

/// The first steps, for all draws in one loop; says what they leave open. `next` is what the chance
/// of k + 1 is of that of k.
#[inline(always)]
fn walk<const STEPS: usize>(
    uniform: &Lanes,
    first: impl Fn(usize) -> First,
    next: impl Fn(usize, f32, f32) -> f32,
    mut put: impl FnMut(usize, f32),
) -> u32 {
    let (mut more, mut large) = (0, 0);
    for i in 0..LANES {
        let First { none, length, mean } = first(i);
        let (mut pmf, mut cdf, mut n) = (none, none, 0.0);
        for k in 0..STEPS {
            n += if cdf < uniform.0[i] { 1.0 } else { 0.0 };
            pmf *= next(i, length, k as f32);
            cdf += pmf;
        }
        more |= u32::from(cdf < uniform.0[i]);
        large |= u32::from(WALK_MAX < mean);
        put(i, n);
    }
    (more * MORE) | (large * LARGE)
}

/// The whole walk of one draw: the same steps, as far as they go.
#[inline(always)]
fn walk_on(uniform: f32, first: First, next: impl Fn(f32, f32) -> f32) -> f32 {
    let (mut pmf, mut cdf, mut n) = (first.none, first.none, 0.0);
    for k in 0..WALK_STEPS {
        if cdf < uniform {
            n += 1.0;
            pmf *= next(first.length, k as f32);
            cdf += pmf;
        } else {
            break;
        }
    }
    n
}

/// A whole number from mean, standard deviation and skewness times it.
#[cold]
fn rounded(uniform: &Lanes, mean: Lanes, variance: Lanes, skew: Lanes) -> Lanes {
    let score = normal_quantile(*uniform);
    let sd = variance.positive().sqrt();
    let skewed = (score * score - 1.0) * skew * (1.0 / 6.0);
    (mean + score * sd + skewed).positive().rounded()
}

/// Poisson count with the given mean.
pub fn poisson(uniform: Lanes, mean: Lanes) -> Lanes {
    let mut count = Lanes::ZERO;
    let open = few_of_mean(&uniform, &mean, &mut count);
    if open != 0 {
        many_of_mean(open, &uniform, &mean, &mut count);
    }
    count
}

#[inline(always)]
fn of_mean(mean: f32) -> First {
    let length = if WALK_MAX < mean { 0.0 } else { mean };
    let length = if length < 0.0 { 0.0 } else { length };
    First { none: exp(-length), length, mean }
}

#[inline(always)]
fn next_of_mean(mean: f32, k: f32) -> f32 {
    mean * (1.0 / (k + 1.0))
}

#[inline(never)]
fn few_of_mean(uniform: &Lanes, mean: &Lanes, count: &mut Lanes) -> u32 {
    let (first, next) = (|i: usize| of_mean(mean.0[i]), |_, mean, k| next_of_mean(mean, k));
    walk::<TOGETHER_OF_MEAN>(uniform, first, next, |i, n| count.0[i] = n)
}

#[inline(never)]
fn many_of_mean(open: u32, uniform: &Lanes, mean: &Lanes, count: &mut Lanes) {
    for i in 0..LANES {
        if count.0[i] == TOGETHER_OF_MEAN as f32 {
            count.0[i] = walk_on(uniform.0[i], of_mean(mean.0[i]), next_of_mean);
        }
    }
    if open & LARGE != 0 {
        let far = rounded(uniform, *mean, *mean, Lanes::ONE);
        *count = Lanes::all(WALK_MAX).below(*mean).choose(far, *count);
    }
}

/// How many of `n` (whole) have an event of chance `p`. Never more than `n`.
#[inline]
pub fn binomial(uniform: Lanes, n: Lanes, p: Lanes) -> Lanes {
    Odds::new(p).count(&uniform, &n)
}

/// A chance made ready for counting, so that its logarithm is taken once and not in every place.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    /// The chance, or where it is above ½ that of the opposite: the rarer side is walked.
    rare: Lanes,
    /// rare / (1 − rare)
    odds: Lanes,
    ln_stay: Lanes,
    /// 1 where the opposite is counted.
    flip: Lanes,
    flips: bool,
}

impl Odds {
    #[inline(never)]
    pub fn new(p: Lanes) -> Self {
        let p = p.clamp_to(0.0, 1.0);
        let flip = Lanes::all(0.5).below(p);
        let rare = flip.choose(Lanes::ONE - p, p);
        let stay = Lanes::ONE - rare;
        Self { rare, odds: rare / stay, ln_stay: stay.ln(), flip, flips: flip.any() }
    }

    /// How many of `n` (whole) have the event. Never more than `n`.
    #[inline]
    pub fn count(&self, uniform: &Lanes, n: &Lanes) -> Lanes {
        let mut count = Lanes::ZERO;
        let open = self.few(uniform, n, &mut count);
        if open != 0 || self.flips {
            self.many(open, uniform, n, &mut count);
        }
        count
    }

    #[inline(always)]
    fn first(&self, i: usize, n: f32) -> First {
        let mean = n * self.rare.0[i];
        let length = if WALK_MAX < mean { 0.0 } else { n };
        First { none: exp(length * self.ln_stay.0[i]), length, mean }
    }

    #[inline(always)]
    fn next(&self, i: usize, n: f32, k: f32) -> f32 {
        self.odds.0[i] * (n - k) * (1.0 / (k + 1.0))
    }

    #[inline(never)]
    fn few(&self, uniform: &Lanes, n: &Lanes, count: &mut Lanes) -> u32 {
        let first = |i: usize| self.first(i, n.0[i]);
        let next = |i, n, k| self.next(i, n, k);
        walk::<TOGETHER>(uniform, first, next, |i, found| {
            count.0[i] = if n.0[i] < found { n.0[i] } else { found };
        })
    }

    #[inline(never)]
    fn many(&self, open: u32, uniform: &Lanes, n: &Lanes, count: &mut Lanes) {
        for i in 0..LANES {
            if count.0[i] == TOGETHER as f32 {
                let first = self.first(i, n.0[i]);
                let all = walk_on(uniform.0[i], first, |n, k| self.next(i, n, k));
                count.0[i] = if n.0[i] < all { n.0[i] } else { all };
            }
        }
        if open & LARGE != 0 {
            let (mean, stay) = (*n * self.rare, Lanes::ONE - self.rare);
            let far = rounded(uniform, mean, mean * stay, stay - self.rare).at_most(*n);
            *count = Lanes::all(WALK_MAX).below(mean).choose(far, *count);
        }
        if self.flips {
            *count = self.flip.choose(*n - *count, *count);
        }
    }
}

/// Inverse of the standard normal distribution (Acklam's rational approximation, 1e-6 in `f32`):
/// the middle for all draws in one loop, then the few in the tails.
pub fn normal_quantile(uniform: Lanes) -> Lanes {
    let mut out = Lanes::ZERO;
    let mut is_tail = 0;
    for i in 0..LANES {
        let u = uniform.0[i];
        is_tail |= u32::from(u < TAIL) | u32::from(1.0 - TAIL < u);
        let q = u - 0.5;
        let r = q * q;
        let num = (((((-39.696_83 * r + 220.946_1) * r - 275.928_5) * r + 138.357_75) * r
            - 30.664_799)
            * r
            + 2.506_628_3)
            * q;
        let den = ((((-54.476_1 * r + 161.585_84) * r - 155.698_98) * r + 66.801_31) * r
            - 13.280_682)
            * r
            + 1.0;
        out.0[i] = num / den;
    }
    if is_tail != 0 {
        for (out, &u) in out.0.iter_mut().zip(&uniform.0) {
            if u < TAIL {
                *out = tail(u);
            } else if 1.0 - TAIL < u {
                *out = -tail(1.0 - u);
            }
        }
    }
    out
}

/// Where the tails begin.
const TAIL: f32 = 0.024_25;

fn tail(u: f32) -> f32 {
    let q = (-2.0 * super::lanes::ln(u)).sqrt();
    let num = ((((-7.784_894e-3 * q - 0.322_396_46) * q - 2.400_758_3) * q - 2.549_732_5) * q
        + 4.374_664)
        * q
        + 2.938_164;
    let den = (((7.784_696e-3 * q + 0.322_467_13) * q + 2.445_134_2) * q + 3.754_408_7) * q + 1.0;
    num / den
}
