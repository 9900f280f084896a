//! The meetings of a month: by centre, by area, by ward. They change nobody's hours: what could be
//! held stands in the state before they are called.

use super::State;
use super::month::Now;
use super::{Flow, Inputs};
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::ground::MonthIndex;
use crate::model::lanes::Lanes;
use crate::model::luck::{Purpose, Sixteens};
use crate::model::meetings::{self, Call, Met};
use crate::model::shock_table::Hit;

const AREA: Purpose = Purpose::named("meetings area");
const WARD: Purpose = Purpose::named("meetings ward");

/// Which of a centre's or an area's numbers of the month decides what; posts come before them.
const INDIVIDUAL: u16 = 0x4000;
const JOINT: u16 = 0x4001;
const HELD: u16 = 0;
const FOUND: u16 = 1;
const RESOLVED: u16 = 2;

impl Now<'_, '_> {
    /// Individual-case meetings of one centre; returns the cases, where there are any.
    pub(super) fn individual(
        &self,
        state: &mut State,
        centre: usize,
        luck: &Sixteens,
    ) -> Option<Lanes> {
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
        let carried = &mut state.carried_centre[centre];
        if !call.month(carried, &mut met, || luck.uniform(INDIVIDUAL)) {
            return None;
        }
        // Of two centres' cases heard together, one is no meeting of its own.
        let flows = &mut state.flows[self.area];
        flows[Flow::Individual as usize] += met.held;
        flows[Flow::Planned as usize] += met.planned;
        if joint != 0.0 {
            let share = Lanes::all(joint * 0.005);
            let merged = meetings::thinned(luck.uniform(JOINT), met.held, share);
            flows[Flow::Individual as usize] -= merged;
            flows[Flow::Planned as usize] -= merged;
        }
        Some(met.held)
    }

    /// `cases` are those heard in the month and what ties do to what they find.
    pub(super) fn area_meetings(
        &self,
        state: &mut State,
        able: &Lanes,
        cases: Option<(Lanes, Lanes)>,
    ) {
        let (meet, area) = (&self.inputs.meetings, self.area);
        let key = self.world.geography.area_keys[area];
        let luck = self.world.luck.sixteens(key, AREA, self.month);
        let call = Call {
            plan: &meet.plan_area[area],
            year: &state.planned,
            scale: self.lever(LeverId::PlanArea),
            extra: &self.inputs.effects.plan,
            capacity: [&meet.capacity_area[area], able, &state.per_plan],
            shock: self.world.shocks.factor(Hit::Meetings, self.month),
        };
        let mut met = Met::default();
        let any = call.month(&mut state.carried_area[area], &mut met, || luck.uniform(HELD));
        if !any && cases.is_none() {
            state.issues[area].quiet_month();
            return;
        }
        let flows = &mut state.flows[area];
        let mut resolved = Lanes::ZERO;
        if any {
            resolved = (met.held * meet.issues_settled + luck.uniform(RESOLVED)).whole();
            flows[Flow::Area as usize] += met.held;
            flows[Flow::Planned as usize] += met.planned;
        }
        let found = cases.map_or(Lanes::ZERO, |(cases, tie)| {
            (cases * meet.issues_found * tie + luck.uniform(FOUND)).whole()
        });
        flows[Flow::Found as usize] += found;
        flows[Flow::Resolved as usize] += state.issues[area].month(found, resolved);
    }
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
    let luck = || world.luck.uniform(key, WARD, month);
    let mut met = Met::default();
    if call.month(&mut state.carried_ward[ward], &mut met, luck) {
        state.ward_flows[ward][0] += met.held;
        state.ward_flows[ward][1] += met.planned;
    }
}
