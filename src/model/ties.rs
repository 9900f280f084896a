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
//! so that vacancies count as ties not held.

use super::lanes::Lanes;
use super::shorts::Shorts;

/// All ties a post can have.
pub const WHOLE: f32 = 65_535.0;

/// A part, in 65,536ths, of numbers of 16 bits.
#[inline(always)]
pub fn part(of: Shorts, share: Shorts) -> Shorts {
    Shorts::from_fn(|i| ((u32::from(of.0[i]) * u32::from(share.0[i])) >> 16) as u16)
}

/// Posts' ties a month on; `is_vacant` is a mask.
#[inline(always)]
pub fn next(tie: Shorts, build: Shorts, is_vacant: Shorts) -> Shorts {
    let step = part(is_vacant.choose(tie, tie.not()), build);
    Shorts::from_fn(|i| {
        let (tie, step) = (tie.0[i], step.0[i]);
        // The step is no larger than what is there, or than what is missing.
        tie.wrapping_add((step ^ is_vacant.0[i]).wrapping_sub(is_vacant.0[i]))
    })
}

/// Share of the missing ties that one month builds.
pub fn monthly_build(time_constant_months: Lanes) -> Lanes {
    Lanes::ONE - (-(Lanes::ONE / time_constant_months)).exp()
}

/// Ties of somebody `months` in post who took over `inherited` of the predecessor's.
pub fn after(months: Lanes, time_constant_months: Lanes, inherited: Lanes) -> Lanes {
    Lanes::ONE - (Lanes::ONE - inherited) * (-(months / time_constant_months)).exp()
}

/// What an index of ties does to meetings and outreach: (index / reference)^elasticity.
///
/// Padé's form of the power, exact at elasticity 0 and 1 and within half a percent for indices
/// from half to twice the reference: it is asked for every centre in every month, one draw at a
/// time within the loop over the draws.
#[inline(always)]
pub fn effect(index: f32, reference: f32, elasticity: f32) -> f32 {
    let (sum, rise) = (index + reference, elasticity * (index - reference));
    let (above, below, least) = (sum + rise, sum - rise, reference * 0.25);
    if above < 0.0 { 0.0 } else { above / if below < least { least } else { below } }
}
