//! Working ties with people in the area (welfare commissioners, neighbourhood associations,
//! doctors): what turnover destroys.
//!
//! ```text
//! in post:  tie' = tie + (1 − tie) · (1 − e^(−1/τ))         a person alone: 1 − e^(−t/τ)
//! leaving:  tie' = tie · (share kept by handover)           what colleagues and successor have
//! vacant:   tie' = tie − tie · (1 − e^(−1/τ))               left unattended, ties fade as they grew
//! ```
//!
//! A post's tie is a share in 65,535ths. The index of a place is the sum over the number of posts,
//! so that vacancies count as ties not held. Both lines of a quiet month are linear, so the sum
//! moves by itself: sum' = sum + (held posts − sum) · (1 − e^(−1/τ)). Only of a post that is left
//! or filled is its own tie asked for.

use super::lanes::{LANES, Lanes};
use super::shorts::Shorts;

/// All ties a post can have.
pub const WHOLE: f32 = 65_535.0;

/// A part, in 65,536ths, of a number of 16 bits.
#[inline(always)]
pub fn part(of: u16, share: u16) -> u16 {
    ((u32::from(of) * u32::from(share)) >> 16) as u16
}

/// How what is missing of a tie, or left of one, thins out over the months.
#[derive(Clone, Debug, PartialEq)]
pub struct Fading {
    /// Share of the missing ties that one month builds.
    build: Lanes,
    /// e^(−months/τ) in 65,536ths, until it is next to nothing.
    after: Vec<Shorts>,
}

/// Twenty years: even the slowest ties are settled then.
const MONTHS_KEPT: usize = 240;

impl Fading {
    pub fn new(time_constant_months: Lanes) -> Self {
        let build = Lanes::ONE - (-(Lanes::ONE / time_constant_months)).exp();
        let mut left = Lanes::ONE;
        let after = (0..MONTHS_KEPT).map(|_| {
            let now = Shorts::share(left);
            left *= Lanes::ONE - build;
            now
        });
        Self { build, after: after.collect() }
    }

    /// A tie that was `tie` so many months ago and was left alone since.
    pub fn left(&self, tie: u16, months: u16, lane: usize) -> u16 {
        part(tie, self.after[usize::from(months).min(MONTHS_KEPT - 1)].0[lane])
    }

    /// A tie that was `tie` so many months ago and was held since.
    pub fn held(&self, tie: u16, months: u16, lane: usize) -> u16 {
        !self.left(!tie, months, lane)
    }

    /// The sum of a centre's ties a month on, before anybody leaves or comes.
    #[inline(never)]
    pub fn month(&self, sum: &mut Lanes, held: &Lanes) {
        for i in 0..LANES {
            sum.0[i] += (held.0[i] * WHOLE - sum.0[i]) * self.build.0[i];
        }
    }
}

/// What an index of ties does to meetings and outreach: (index / reference)^elasticity.
///
/// Padé's form of the power, exact at elasticity 0 and 1 and within half a percent for indices
/// from half to twice the reference: it is asked for every centre in every month, one draw at a
/// time within the loop over the draws.
#[inline(always)]
pub fn effect(ratio: f32, elasticity: f32) -> f32 {
    let (sum, rise) = (ratio + 1.0, elasticity * (ratio - 1.0));
    let (above, below) = (sum + rise, sum - rise);
    if above < 0.0 { 0.0 } else { above / if below < 0.25 { 0.25 } else { below } }
}
