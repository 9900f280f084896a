//! Whole numbers from one uniform number each: the inverse of the binomial and Poisson
//! distributions, sixteen draws side by side.
//!
//! Small means walk up the distribution (chances within some 1e-5 of theirs); where the first
//! steps do not get there and the mean is above [`WALK_MAX`], the normal approximation with its
//! skewness (Cornish and Fisher's first term) is rounded to a whole number, because a long walk
//! costs more than the difference shows. Which of the two is used depends on the lane alone. The
//! first steps all draws take together in one loop; only then is it asked whether any has further
//! to go.

use super::lanes::{LANES, Lanes};

/// Largest mean that is walked.
pub const WALK_MAX: f32 = 8.0;

/// No walk is longer: at the largest mean this is eleven standard deviations up.
const WALK_STEPS: usize = 40;

/// One over each step of a walk: looked up where they are taken one by one.
const PARTS: [f32; WALK_STEPS] = {
    let (mut parts, mut k) = ([0.0; WALK_STEPS], 0);
    while k < WALK_STEPS {
        parts[k] = 1.0 / (k as f32 + 1.0);
        k += 1;
    }
    parts
};

/// Where the normal approximation may take over: it is never below these, of n things that may
/// happen and of a mean.
const FAR_FROM: usize = 4;
const FAR_FROM_OF_MEAN: usize = 6;

/// Steps that all draws take together where the number is mostly 0 or 1, as of one area in a month:
/// some draw of sixteen has further to go one time in twenty.
pub const SELDOM: usize = 2;
pub const SELDOM_OF_MEAN: usize = 4;

/// Of a mean beyond this no draw stops within the first steps: its chance is below 1e-8.
const NEVER_FEW: f32 = 30.0;

/// The chance of no event where so many (from 0 on) are expected: e^−mean as the 64th power of four
/// terms of the series, within 3e-5 up to a mean of [`WALK_MAX`].
#[inline(always)]
pub fn chance_of_none(mean: f32) -> f32 {
    let w = if 64.0 < mean { 64.0 } else { mean } * (-1.0 / 64.0);
    // By pairs, which do not wait for each other.
    let w2 = w * w;
    let p = (1.0 + w) + w2 * ((0.5 + w * (1.0 / 6.0)) + w2 * (1.0 / 24.0));
    let p2 = p * p;
    let p4 = p2 * p2;
    let p8 = p4 * p4;
    let p16 = p8 * p8;
    let p32 = p16 * p16;
    p32 * p32
}

/// The first steps in one draw, and 1 where it has further to go. `next` is what the chance of
/// k + 1 is of that of k, told k and 1/(k + 1).
#[inline(always)]
fn walk<const STEPS: usize>(uniform: f32, none: f32, next: impl Fn(f32, f32) -> f32) -> (f32, u32) {
    let (mut pmf, mut cdf, mut n) = (none, none, 0.0);
    for (k, part) in PARTS[..STEPS].iter().enumerate() {
        n += if cdf < uniform { 1.0 } else { 0.0 };
        pmf *= next(k as f32, *part);
        cdf += pmf;
    }
    (n, u32::from(cdf < uniform))
}

/// The whole walk of one draw: the same steps, as far as they go and `most` allows.
#[inline(always)]
fn walk_on(uniform: f32, none: f32, most: usize, next: impl Fn(f32, f32) -> f32) -> f32 {
    let (mut pmf, mut cdf, mut n) = (none, none, 0.0);
    for part in &PARTS[..most] {
        if cdf < uniform {
            pmf *= next(n, *part);
            n += 1.0;
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
#[inline(never)]
pub fn poisson(uniform: Lanes, mean: Lanes) -> Lanes {
    if mean.smallest() > NEVER_FEW {
        return far_of_mean(&uniform, mean);
    }
    let (mut count, mut more) = (Lanes::ZERO, 0);
    for i in 0..LANES {
        let (n, open) = few_of_mean::<FAR_FROM_OF_MEAN>(uniform.0[i], mean.0[i]);
        count.0[i] = n;
        more |= open;
    }
    if more != 0 {
        many_of_mean(&uniform, &mean, FAR_FROM_OF_MEAN, &mut count);
    }
    count
}

/// The first steps in one draw, and 1 where it has further to go.
#[inline(always)]
pub fn few_of_mean<const STEPS: usize>(uniform: f32, mean: f32) -> (f32, u32) {
    let mean = if mean < 0.0 { 0.0 } else { mean };
    walk::<STEPS>(uniform, chance_of_none(mean), |_, part| mean * part)
}

fn far_of_mean(uniform: &Lanes, mean: Lanes) -> Lanes {
    let least = Lanes::all(FAR_FROM_OF_MEAN as f32);
    rounded(uniform, mean, mean, Lanes::ONE).at_least(least)
}

/// The rest of the way, in the draws that have one after so many steps.
#[inline(never)]
pub fn many_of_mean(uniform: &Lanes, mean: &Lanes, steps: usize, count: &mut Lanes) {
    let mut far = None;
    for i in 0..LANES {
        if count.0[i] != steps as f32 {
            continue;
        }
        let mean_here = mean.0[i];
        let walk = |most| {
            let none = chance_of_none(mean_here);
            walk_on(uniform.0[i], none, most, |_, part| mean_here * part)
        };
        count.0[i] = if mean_here <= WALK_MAX {
            walk(WALK_STEPS)
        } else if steps < FAR_FROM_OF_MEAN && walk(FAR_FROM_OF_MEAN) < FAR_FROM_OF_MEAN as f32 {
            walk(FAR_FROM_OF_MEAN)
        } else {
            far.get_or_insert_with(|| far_of_mean(uniform, *mean)).0[i]
        };
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
    /// −ln of the chance of the more frequent side: what each one expects.
    stays: Lanes,
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
        Self { rare, odds: rare / stay, stays: -stay.ln(), flip, flips: flip.any() }
    }

    /// How many of `n` (whole) have the event. Never more than `n`.
    #[inline(never)]
    pub fn count(&self, uniform: &Lanes, n: &Lanes) -> Lanes {
        let (mut count, mut more) = (Lanes::ZERO, 0);
        for i in 0..LANES {
            let (found, open) = self.few::<FAR_FROM>(i, uniform.0[i], n.0[i]);
            count.0[i] = found;
            more |= open;
        }
        self.finish(more, uniform, n, FAR_FROM, &mut count);
        count
    }

    #[inline(always)]
    fn next(&self, i: usize, n: f32, k: f32, part: f32) -> f32 {
        self.odds.0[i] * (n - k) * part
    }

    /// The first steps in draw `i`, and 1 where it has further to go: to be asked in one loop over
    /// the draws with what goes before and after, and to be finished then.
    #[inline(always)]
    pub fn few<const STEPS: usize>(&self, i: usize, uniform: f32, n: f32) -> (f32, u32) {
        let none = chance_of_none(n * self.stays.0[i]);
        let (found, open) = walk::<STEPS>(uniform, none, |k, part| self.next(i, n, k, part));
        (if n < found { n } else { found }, open)
    }

    /// The rest of the way, where any draw has one after so many steps.
    #[inline(always)]
    pub fn finish(&self, more: u32, uniform: &Lanes, n: &Lanes, steps: usize, count: &mut Lanes) {
        if more != 0 || self.flips {
            self.many(uniform, n, steps, count);
        }
    }

    #[inline(never)]
    fn many(&self, uniform: &Lanes, n: &Lanes, steps: usize, count: &mut Lanes) {
        let mut far = None;
        for i in 0..LANES {
            if count.0[i] != steps as f32 {
                continue;
            }
            let n_here = n.0[i];
            let walk = |most| {
                let none = chance_of_none(n_here * self.stays.0[i]);
                walk_on(uniform.0[i], none, most, |k, part| self.next(i, n_here, k, part))
            };
            let all = if n_here * self.rare.0[i] <= WALK_MAX {
                walk(WALK_STEPS)
            } else if steps < FAR_FROM && walk(FAR_FROM) < FAR_FROM as f32 {
                walk(FAR_FROM)
            } else {
                far.get_or_insert_with(|| self.far(uniform, *n)).0[i]
            };
            count.0[i] = if n_here < all { n_here } else { all };
        }
        if self.flips {
            *count = self.flip.choose(*n - *count, *count);
        }
    }

    fn far(&self, uniform: &Lanes, n: Lanes) -> Lanes {
        let (mean, stay) = (n * self.rare, Lanes::ONE - self.rare);
        let far = rounded(uniform, mean, mean * stay, stay - self.rare);
        far.at_least(Lanes::all(FAR_FROM as f32))
    }
}

/// Inverse of the standard normal distribution (Acklam's rational approximation, 1e-6 in `f32`):
/// the middle for all draws in one loop, then the tails.
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
        tails(&uniform, &mut out);
    }
    out
}

/// One by one: of sixteen draws not even one is in the tails on average.
#[inline(never)]
fn tails(uniform: &Lanes, out: &mut Lanes) {
    for i in 0..LANES {
        let u = uniform.0[i];
        let is_low = u < 0.5;
        let from_end = if is_low { u } else { 1.0 - u };
        if from_end < TAIL {
            let score = tail(from_end);
            out.0[i] = if is_low { score } else { -score };
        }
    }
}

/// Where the tails begin.
const TAIL: f32 = 0.024_25;

#[inline(always)]
fn tail(u: f32) -> f32 {
    let q = (-2.0 * super::lanes::ln(u)).sqrt();
    let num = ((((-7.784_894e-3 * q - 0.322_396_46) * q - 2.400_758_3) * q - 2.549_732_5) * q
        + 4.374_664)
        * q
        + 2.938_164;
    let den = (((7.784_696e-3 * q + 0.322_467_13) * q + 2.445_134_2) * q + 3.754_408_7) * q + 1.0;
    num / den
}
