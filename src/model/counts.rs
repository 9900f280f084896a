//! Whole numbers from one uniform number each: the inverse of the binomial and Poisson
//! distributions, sixteen draws side by side.
//!
//! Small means walk up the distribution (exact to the precision of `f32`); above
//! [`WALK_MAX`] the normal approximation is rounded to a whole number, because a walk of a hundred
//! steps costs more than the difference shows. Which of the two is used depends on the lane alone.

use super::lanes::Lanes;

/// Largest mean that is walked.
pub const WALK_MAX: f32 = 24.0;

/// No walk is longer: at the largest mean this is eleven standard deviations up.
const WALK_STEPS: f32 = 80.0;

/// Poisson count with the given mean.
#[inline(never)]
pub fn poisson(uniform: Lanes, mean: Lanes) -> Lanes {
    if mean.largest() <= 0.0 {
        return Lanes::ZERO;
    }
    let walked = mean.at_most(Lanes::all(WALK_MAX)).positive();
    let mut pmf = (-walked).exp();
    let mut cdf = pmf;
    let mut count = Lanes::ZERO;
    let mut k = 0.0;
    loop {
        let more = cdf.below(uniform);
        if !more.any() || WALK_STEPS <= k {
            break;
        }
        count += more;
        k += 1.0;
        pmf = pmf * walked * (1.0 / k);
        cdf += pmf;
    }
    if mean.largest() <= WALK_MAX {
        return count;
    }
    let normal = (mean + normal_quantile(uniform) * mean.positive().sqrt()).positive().rounded();
    Lanes::all(WALK_MAX).below(mean).choose(normal, count)
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
    #[inline(never)]
    pub fn count(&self, uniform: Lanes, n: Lanes) -> Lanes {
        let mean = n * self.rare;
        let mut pmf = (n * self.ln_stay).exp();
        let mut cdf = pmf;
        let mut count = Lanes::ZERO;
        let mut k = 0.0;
        loop {
            let more = cdf.below(uniform) * Lanes::all(k).below(n);
            if !more.any() || WALK_STEPS <= k {
                break;
            }
            count += more;
            pmf *= self.odds * (n - k) * (1.0 / (k + 1.0));
            k += 1.0;
            cdf += pmf;
        }
        if WALK_MAX < mean.largest() {
            let sd = (mean * (Lanes::ONE - self.rare)).positive().sqrt();
            let normal = (mean + normal_quantile(uniform) * sd).positive().rounded().at_most(n);
            count = Lanes::all(WALK_MAX).below(mean).choose(normal, count);
        }
        if self.flips { self.flip.choose(n - count, count) } else { count }
    }
}

/// Inverse of the standard normal distribution (Acklam's rational approximation, 1e-6 in `f32`).
#[inline(never)]
pub fn normal_quantile(uniform: Lanes) -> Lanes {
    let tail = |u: f32| {
        let q = (-2.0 * Lanes::all(u).ln().0[0]).sqrt();
        let num = ((((-7.784_894e-3 * q - 0.322_396_46) * q - 2.400_758_3) * q - 2.549_732_5) * q
            + 4.374_664)
            * q
            + 2.938_164;
        let den =
            (((7.784_696e-3 * q + 0.322_467_13) * q + 2.445_134_2) * q + 3.754_408_7) * q + 1.0;
        num / den
    };
    uniform.map(|u| {
        if u < 0.024_25 {
            tail(u)
        } else if 0.975_75 < u {
            -tail(1.0 - u)
        } else {
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
            num / den
        }
    })
}
