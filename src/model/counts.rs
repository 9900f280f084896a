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

/// Steps that all draws take together.
const TOGETHER: usize = 3;

/// Where sixteen walks stand.
struct Walk {
    count: Lanes,
    pmf: Lanes,
    cdf: Lanes,
    /// How far is walked in each draw: nowhere, where the mean is too large.
    length: Lanes,
    /// Whether any draw has further to go, and whether any has too large a mean.
    has_more: bool,
    has_large: bool,
}

impl Walk {
    #[inline(always)]
    fn new() -> Self {
        let zero = Lanes::ZERO;
        Self { count: zero, pmf: zero, cdf: zero, length: zero, has_more: false, has_large: false }
    }

    /// The first steps. `first` gives the chance of none, the length and the mean, and `next` what
    /// the chance of k + 1 is of that of k.
    #[inline(always)]
    fn start(
        &mut self,
        uniform: &Lanes,
        first: impl Fn(usize) -> (f32, f32, f32),
        next: impl Fn(usize, f32, f32) -> f32,
    ) {
        let (mut more, mut large) = (0, 0);
        for i in 0..LANES {
            let (mut pmf, length, mean) = first(i);
            let (mut cdf, mut count) = (pmf, 0.0);
            for k in 0..TOGETHER {
                count += if cdf < uniform.0[i] { 1.0 } else { 0.0 };
                pmf *= next(i, length, k as f32);
                cdf += pmf;
            }
            more |= u32::from(cdf < uniform.0[i]);
            large |= u32::from(WALK_MAX < mean);
            self.count.0[i] = count;
            self.pmf.0[i] = pmf;
            self.cdf.0[i] = cdf;
            self.length.0[i] = length;
        }
        self.has_more = more != 0;
        self.has_large = large != 0;
    }

    #[inline(always)]
    fn go_on(&mut self, uniform: &Lanes, next: impl Fn(usize, f32, f32) -> f32) {
        for k in TOGETHER..WALK_STEPS {
            let mut more = 0;
            for i in 0..LANES {
                let is_more = self.cdf.0[i] < uniform.0[i];
                more |= u32::from(is_more);
                self.count.0[i] += if is_more { 1.0 } else { 0.0 };
                self.pmf.0[i] *= next(i, self.length.0[i], k as f32);
                self.cdf.0[i] += self.pmf.0[i];
            }
            if more == 0 {
                return;
            }
        }
    }
}

/// A whole number from mean, standard deviation and skewness times it.
fn rounded(uniform: Lanes, mean: Lanes, variance: Lanes, skew: Lanes) -> Lanes {
    let score = normal_quantile(uniform);
    let sd = variance.positive().sqrt();
    let skewed = (score * score - 1.0) * skew * (1.0 / 6.0);
    (mean + score * sd + skewed).positive().rounded()
}

/// Poisson count with the given mean.
pub fn poisson(uniform: Lanes, mean: Lanes) -> Lanes {
    let mut walk = Walk::new();
    poisson_start(&mut walk, &uniform, &mean);
    if walk.has_more {
        walk.go_on(&uniform, |_, mean, k| mean * (1.0 / (k + 1.0)));
    }
    if !walk.has_large {
        return walk.count;
    }
    let far = rounded(uniform, mean, mean, Lanes::ONE);
    Lanes::all(WALK_MAX).below(mean).choose(far, walk.count)
}

#[inline(never)]
fn poisson_start(walk: &mut Walk, uniform: &Lanes, mean: &Lanes) {
    let first = |i: usize| {
        let length = if WALK_MAX < mean.0[i] { 0.0 } else { mean.0[i] };
        let length = if length < 0.0 { 0.0 } else { length };
        (exp(-length), length, mean.0[i])
    };
    walk.start(uniform, first, |_, mean, k| mean * (1.0 / (k + 1.0)));
}

/// How many of `n` (whole) have an event of chance `p`. Never more than `n`.
#[inline]
pub fn binomial(uniform: Lanes, n: Lanes, p: Lanes) -> Lanes {
    Odds::new(p).count(uniform, n)
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
    pub fn count(&self, uniform: Lanes, n: Lanes) -> Lanes {
        let mut walk = Walk::new();
        self.start(&mut walk, &uniform, &n);
        let mut count = walk.count;
        if walk.has_more {
            walk.go_on(&uniform, |i, n, k| self.odds.0[i] * (n - k) * (1.0 / (k + 1.0)));
            count = walk.count.at_most(n);
        }
        if walk.has_large {
            let (mean, stay) = (n * self.rare, Lanes::ONE - self.rare);
            let far = rounded(uniform, mean, mean * stay, stay - self.rare).at_most(n);
            count = Lanes::all(WALK_MAX).below(mean).choose(far, count);
        }
        if self.flips { self.flip.choose(n - count, count) } else { count }
    }

    #[inline(never)]
    fn start(&self, walk: &mut Walk, uniform: &Lanes, n: &Lanes) {
        let first = |i: usize| {
            let (n, mean) = (n.0[i], n.0[i] * self.rare.0[i]);
            let length = if WALK_MAX < mean { 0.0 } else { n };
            (exp(length * self.ln_stay.0[i]), length, mean)
        };
        walk.start(uniform, first, |i, n, k| self.odds.0[i] * (n - k) * (1.0 / (k + 1.0)));
        for i in 0..LANES {
            let (count, n) = (walk.count.0[i], n.0[i]);
            walk.count.0[i] = if n < count { n } else { count };
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
