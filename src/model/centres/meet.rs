//! The meetings of a month: by centre, by area, by ward. They change nobody's hours: what could be
//! held stands in the state before they are called.

use super::State;
use super::month::Now;
use super::{Flow, Inputs, MeetingInputs, N_FLOWS};
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::ground::MonthIndex;
use crate::model::lanes::{LANES, Lanes, whole};
use crate::model::luck::{Purpose, Sixteens};
use crate::model::meetings::{self, Call, Issues, Met};
use crate::model::shock_table::Hit;

pub(super) const AREA: Purpose = Purpose::named("meetings area");
const WARD: Purpose = Purpose::named("meetings ward");

/// Which of a centre's numbers of the month decides what; posts come before them.
const INDIVIDUAL: u16 = 0x4000;
const JOINT: u16 = 0x4001;
/// An area's, whose halves decide how many issues are found and resolved.
const HELD: u16 = 0;

impl Now<'_, '_> {
    /// Individual-case meetings of one centre; returns the cases.
    pub(super) fn individual(&self, state: &mut State, centre: usize, luck: &Sixteens) -> Lanes {
        let (meet, effects) = (&self.inputs.meetings, &self.inputs.effects);
        let (flexible, joint) = (self.lever(LeverId::MeetFlex), self.lever(LeverId::MeetJoint));
        let format = if flexible == 0.0 && joint == 0.0 {
            Lanes::ONE
        } else {
            let flexible = 1.0 - effects.flexible * (flexible * 0.01);
            Lanes::ONE / (flexible * (1.0 + effects.joint * (joint * 0.01)))
        };
        let call = Call {
            plan: &meet.plan_centre[centre],
            year: &state.planned,
            scale: self.lever(LeverId::PlanIndividual),
            extra: &effects.plan,
            capacity: [&state.own[centre], &state.able[centre], &format],
            shock: self.world.shocks.factor(Hit::Meetings, self.month),
        };
        let mut met = Met::default();
        let [held, planned] = two(&mut state.flows[self.area], Flow::Individual, Flow::Planned);
        let carried = &mut state.carried_centre[centre];
        call.month(&luck.uniform(INDIVIDUAL), carried, &mut met, held, planned);
        // Of two centres' cases heard together, one is no meeting of its own.
        if joint != 0.0 {
            let share = Lanes::all(joint * 0.005);
            let merged = meetings::thinned(luck.uniform(JOINT), met.held, share);
            *held -= merged;
            *planned -= merged;
        }
        met.held
    }

    /// `cases` are those heard in the month and what ties do to what they find.
    pub(super) fn area_meetings(&self, state: &mut State, able: &Lanes, cases: [&Lanes; 2]) {
        let (meet, area) = (&self.inputs.meetings, self.area);
        let luck = state.area_luck.month(area, self.month);
        let [of_found, of_resolved] = luck.halves();
        let of_held = luck.uniform(HELD);
        let call = Call {
            plan: &meet.plan_area[area],
            year: &state.planned,
            scale: self.lever(LeverId::PlanArea),
            extra: &self.inputs.effects.plan,
            capacity: [&meet.capacity_area[area], able, &state.per_plan],
            shock: self.world.shocks.factor(Hit::Meetings, self.month),
        };
        let mut met = Met::default();
        let flows = &mut state.flows[area];
        let [held, planned] = two(flows, Flow::Area, Flow::Planned);
        call.month(&of_held, &mut state.carried_area[area], &mut met, held, planned);
        let [found, resolved] = two(flows, Flow::Found, Flow::Resolved);
        let issues = &mut state.issues[area];
        let [cases, ties] = cases;
        settle(issues, meet, &met.held, cases, ties, &of_found, &of_resolved, found, resolved);
    }
}

/// Two of an area's flows.
fn two(flows: &mut [Lanes; N_FLOWS], one: Flow, other: Flow) -> [&mut Lanes; 2] {
    let both = flows.get_disjoint_mut([one as usize, other as usize]);
    both.expect("two kinds of flow stand in two places")
}

/// What the cases find and the area's meetings settle.
#[inline(never)]
#[expect(clippy::too_many_arguments, reason = "plain references, so that nothing can overlap")]
fn settle(
    issues: &mut Issues,
    meet: &MeetingInputs,
    held: &Lanes,
    cases: &Lanes,
    ties: &Lanes,
    of_found: &Lanes,
    of_resolved: &Lanes,
    all_found: &mut Lanes,
    all_resolved: &mut Lanes,
) {
    let (mut found, mut resolved) = (Lanes::ZERO, Lanes::ZERO);
    for i in 0..LANES {
        let rate = meet.issues_found.0[i] * ties.0[i];
        found.0[i] = whole(cases.0[i] * rate + of_found.0[i]);
        resolved.0[i] = whole(held.0[i] * meet.issues_settled.0[i] + of_resolved.0[i]);
    }
    issues.month(&found, &mut resolved);
    *all_found += found;
    *all_resolved += resolved;
}

/// Consultation and care management meetings of one ward.
pub(super) fn ward_meetings(
    state: &mut State,
    inputs: &Inputs,
    world: &World<'_>,
    month: MonthIndex,
    ward: usize,
    able: Lanes,
) {
    let meet = &inputs.meetings;
    if month < meet.ward_from {
        return;
    }
    let call = Call {
        plan: &meet.plan_ward[ward],
        year: &state.planned,
        scale: world.levers.city(LeverId::PlanWard, month),
        extra: &inputs.effects.plan,
        capacity: [&meet.capacity_ward[ward], &able, &state.per_plan],
        shock: world.shocks.factor(Hit::Meetings, month),
    };
    let key = world.geography.ward_keys[ward];
    let luck = world.luck.uniform(key, WARD, month);
    let [held, planned] = &mut state.ward_flows[ward];
    call.month(&luck, &mut state.carried_ward[ward], &mut Met::default(), held, planned);
}
