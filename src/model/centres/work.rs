//! What a centre's people can do in a month, and what it does to them: one loop over the draws.
//!
//! A function of its own with plain references, so that the compiler knows that nothing written
//! here is read here, and keeps four draws side by side in registers from the first line to the
//! last.

use super::effects::Strengths;
use super::{HoursInputs, StaffInputs};
use crate::model::hours::{Claim, N_CLAIMS, Wanted, exp_of, ration};
use crate::model::lanes::{LANES, Lanes};
use crate::model::staff::Team;
use crate::model::ties;

/// Hours available, wanted, and served by claim.
pub const N_HOURS: usize = N_CLAIMS + 2;

/// Levers of the month.
#[derive(Clone, Copy, Debug)]
pub struct Levers {
    pub clerks: f32,
    /// Percent of hours reserved for meetings, and ln of the share left.
    pub ring: f32,
    pub log_rest: f32,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Work {
    pub effective: Lanes,
    /// Meetings possible, relative to the reference years.
    pub able: Lanes,
    /// What the load does to leaving in the next month.
    pub strain: Lanes,
    /// Hours of outreach, weighed by what ties do to them.
    pub outreach: Lanes,
    /// What ties do, weighed by posts.
    pub tied: Lanes,
}

/// Counts the hours, shares them out and adds them to the year's.
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "plain references, see above")]
pub fn work(
    staff: &StaffInputs,
    hours: &HoursInputs,
    effects: &Strengths,
    levers: Levers,
    wanted: &Wanted,
    team: &Team,
    posts: &Lanes,
    kept: &Lanes,
    reference: &Lanes,
    per_person: &Lanes,
    year: &mut [Lanes; N_HOURS],
    out: &mut Work,
) {
    for i in 0..LANES {
        let lost =
            team.ramp_left.0[i] * staff.ramp_loss.0[i] + team.mentored.0[i] * staff.mentor.0[i];
        let effective = team.filled.0[i] - lost;
        let effective = if effective < 0.0 { 0.0 } else { effective };
        // A clerk cannot take over more paper work than there is.
        let paper = effective * (hours.shares[1].0[i] + hours.shares[2].0[i]);
        let freed = effects.clerical.0[i] * levers.clerks;
        let freed = if paper < freed { paper } else { freed };
        let available = (effective * kept.0[i] + freed) * per_person.0[i];
        let reserved = available * (levers.ring * 0.01);
        let served = ration(wanted, i, available - reserved, &hours.epsilon);
        let all_ties = posts.0[i] * ties::WHOLE;
        let index = team.ties.0[i] / if all_ties < 1.0 { 1.0 } else { all_ties };
        let tie = ties::effect(index, staff.tie_reference.0[i], staff.tie_elasticity.0[i]);
        let held = if available < 1.0 { available } else { 1.0 };
        // ln(load) is −ln(hours / wanted), the reserved hours being there as well.
        let log_load = levers.log_rest - served.log_hours;
        let strain = exp_of(staff.load_elasticity.0[i] * log_load);
        let (low, high) = (staff.load_bounds[0].0[i], staff.load_bounds[1].0[i]);
        let strain = if strain < low { low } else { strain };
        let hours_here = reference.0[i];
        out.effective.0[i] = effective;
        out.able.0[i] = served.meetings * tie + held * effects.ring.0[i] * levers.ring;
        out.strain.0[i] = if high < strain { high } else { strain };
        out.outreach.0[i] = served.by_claim[Claim::Outreach as usize] * tie * hours_here;
        out.tied.0[i] = tie * posts.0[i];
        year[0].0[i] += available * hours_here;
        year[1].0[i] += wanted.total.0[i] * hours_here;
        year[2].0[i] += served.by_claim[0] * hours_here;
        year[3].0[i] += served.by_claim[1] * hours_here;
        year[4].0[i] += served.by_claim[2] * hours_here;
        year[5].0[i] += served.by_claim[3] * hours_here;
        year[6].0[i] += (served.by_claim[4] + reserved) * hours_here;
        year[7].0[i] += served.by_claim[5] * hours_here;
    }
}
