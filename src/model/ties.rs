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

/// All ties a post can have.
pub const WHOLE: f32 = 65_535.0;

/// A part, in 65,536ths, of a number of 16 bits.
#[inline(always)]
pub fn part(of: u16, share: u16) -> u16 {
    ((of as u32 * share as u32) >> 16) as u16
}

/// A post's tie a month on.
#[inline(always)]
pub fn next(tie: u16, build: u16, is_vacant: bool) -> u16 {
    let gap = if is_vacant { tie } else { !tie };
    let step = part(gap, build);
    if is_vacant { tie - step } else { tie + step }
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
/// from half to twice the reference: it is asked for every centre in every month.
#[inline(always)]
pub fn effect(index: Lanes, reference: Lanes, elasticity: Lanes) -> Lanes {
    let sum = index + reference;
    let rise = elasticity * (index - reference);
    (sum + rise).positive() / (sum - rise).at_least(reference * 0.25)
}
