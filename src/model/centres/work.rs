//! What a centre's people can do in a month, and what it does to them.
//!
//! A function of its own with plain references, so that the compiler knows that nothing written
//! here is read here, and keeps four draws side by side in registers. Three loops over the draws
//! and not one: each line waits for the one before, and the processor looks only some hundred
//! instructions ahead for others that need not wait, which are the next draws'.

use super::effects::Strengths;
use super::{HoursInputs, StaffInputs};
use crate::model::hours::{Claim, HOURS_MIN, Wanted, exp_of, log_of};
use crate::model::lanes::{LANES, Lanes};
use crate::model::staff::Team;
use crate::model::ties;

/// Hours available, wanted, of meetings and of outreach.
pub const N_HOURS: usize = 4;

/// Levers of the month.
#[derive(Clone, Copy, Debug)]
pub struct Levers {
    pub clerks: f32,
    /// Percent of hours reserved for meetings, and ln of the share left.
    pub ring: f32,
    pub log_rest: f32,
}

/// Counts the hours, shares them out and adds them to the year's. `kept` is the share of the hours
/// left after supervision. What comes of it: the effective people; meetings possible, relative to
/// the reference years (`able`); what the load does to leaving in the next month (`strain`); what
/// ties do (`tied`); and added to `reach`, hours of outreach weighed by that.
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "plain references, see above")]
pub fn work(
    staff: &StaffInputs,
    hours: &HoursInputs,
    effects: &Strengths,
    levers: Levers,
    wanted: &Wanted,
    team: &Team,
    kept: &Lanes,
    reference: &Lanes,
    per_person: &Lanes,
    tie_scale: &Lanes,
    year: &mut [Lanes; N_HOURS],
    effective_people: &mut Lanes,
    able: &mut Lanes,
    next_strain: &mut Lanes,
    tied: &mut Lanes,
    reach: &mut Lanes,
) {
    const MEETINGS: usize = Claim::Meetings as usize;
    const OUTREACH: usize = Claim::Outreach as usize;
    let [in_all, in_wanted, in_meetings, in_outreach] = year;
    let (free, reserve) = (1.0 - levers.ring * 0.01, levers.ring * 0.01);
    let mut able_hours = Lanes::ZERO;
    let mut shares = Lanes::ZERO;
    let mut log_hours = Lanes::ZERO;
    for i in 0..LANES {
        let on_the_way = f32::from(team.ramp_left.0[i]) * staff.ramp_loss.0[i];
        let effective =
            team.filled.0[i] - on_the_way - f32::from(team.mentored.0[i]) * staff.mentor.0[i];
        let effective = if effective < 0.0 { 0.0 } else { effective };
        effective_people.0[i] = effective;
        // A clerk cannot take over more paper work than there is.
        let paper = effective * (hours.shares[1].0[i] + hours.shares[2].0[i]);
        let freed = effects.clerical.0[i] * levers.clerks;
        let freed = if paper < freed { paper } else { freed };
        let available = (effective * kept.0[i] + freed) * per_person.0[i];
        let total = wanted.total.0[i];
        let share = available * free / if total < 1e-9 { 1e-9 } else { total };
        able_hours.0[i] = available;
        shares.0[i] = share;
        log_hours.0[i] = log_of(if share < HOURS_MIN { HOURS_MIN } else { share });
    }
    let (mut met, mut reached) = (Lanes::ZERO, Lanes::ZERO);
    for i in 0..LANES {
        let x = wanted.log_share(&hours.response, i, log_hours.0[i]);
        let met_here = exp_of(x * hours.epsilon[MEETINGS].0[i]);
        met.0[i] = if shares.0[i] < HOURS_MIN { 0.0 } else { met_here };
        reached.0[i] = exp_of(x * hours.epsilon[OUTREACH].0[i]);
        // ln(load) is −ln(hours / wanted), the reserved hours being there as well.
        let strain = exp_of(staff.load_elasticity.0[i] * (levers.log_rest - log_hours.0[i]));
        let (low, high) = (staff.load_bounds[0].0[i], staff.load_bounds[1].0[i]);
        let strain = if strain < low { low } else { strain };
        next_strain.0[i] = if high < strain { high } else { strain };
    }
    for i in 0..LANES {
        let available = able_hours.0[i];
        let left = available * free;
        // Neither can be more than there is.
        let meetings = wanted.claims[MEETINGS].0[i] * met.0[i];
        let meetings = if left < meetings { left } else { meetings };
        let outreach = wanted.claims[OUTREACH].0[i] * reached.0[i];
        let rest = left - meetings;
        let outreach = if rest < outreach { rest } else { outreach };
        let tie = ties::effect(team.ties.0[i] * tie_scale.0[i], staff.tie_elasticity.0[i]);
        let held = if available < 1.0 { available } else { 1.0 };
        let hours_here = reference.0[i];
        able.0[i] = met.0[i] * tie + held * effects.ring.0[i] * levers.ring;
        reach.0[i] += outreach * tie * hours_here;
        tied.0[i] = tie;
        in_all.0[i] += available * hours_here;
        in_wanted.0[i] += wanted.total.0[i] * hours_here;
        in_meetings.0[i] += (meetings + available * reserve) * hours_here;
        in_outreach.0[i] += outreach * hours_here;
    }
}
