//! What the staff levers do: factors on leaving, on filling and on ties. At a lever's default each
//! factor is exactly 1.
//!
//! ```text
//! leaving · max(1 − cap, (1 − retention·r) · (1 − pay·yen/10,000) · (1 − supervision·s))
//! ```
//!
//! r moves towards its lever so that a full programme takes some twelve months to act in full;
//! supervision acts on leaving within three years only. Measures overlap, so together they are
//! capped.

use super::StaffInputs;
use crate::assumptions::AssumptionId;
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::ground::MonthIndex;
use crate::model::inputs::{Assumed, LeverTable};
use crate::model::lanes::Lanes;
use crate::model::shock_table::Hit;
use crate::model::shorts::Shorts;
use crate::model::staff::{N_PROFESSIONS, Odds};

/// How strongly each lever acts, in shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strengths {
    retention: Lanes,
    supervision: Lanes,
    pay: Lanes,
    cap: Lanes,
    recruit: Lanes,
    handover_today: Lanes,
    handover: Lanes,
    /// Share of a full retention programme that takes hold in a month.
    retention_step: Lanes,
    supervision_hours: Lanes,
    /// Most steps of 10,000 yen that act.
    pay_steps: Lanes,
    /// No recruitment effort fills a vacancy sooner, in months.
    fill_floor: Lanes,
    pub clerical: Lanes,
    pub flexible: Lanes,
    /// Capacity gained for each percent of hours reserved.
    pub ring: Lanes,
    /// Hours of a case in a joint meeting, less one: negative.
    pub joint: Lanes,
    pub plan: Lanes,
}

const RETENTION: AssumptionId = AssumptionId::of("ef_st_retention");
const SUPERVISION: AssumptionId = AssumptionId::of("ef_st_supervision");
const PAY: AssumptionId = AssumptionId::of("ef_st_pay");
const ALL_CAP: AssumptionId = AssumptionId::of("ef_st_all_cap");
const RECRUIT: AssumptionId = AssumptionId::of("ef_st_recruit");
const HANDOVER_TODAY: AssumptionId = AssumptionId::of("st_tie_handover0");
const HANDOVER: AssumptionId = AssumptionId::of("ef_st_handover");
const CLERICAL: AssumptionId = AssumptionId::of("ef_st_clerical");
const FLEXIBLE: AssumptionId = AssumptionId::of("ef_mt_flex");
const RING: AssumptionId = AssumptionId::of("ef_mt_ring");
const JOINT: AssumptionId = AssumptionId::of("ef_mt_joint");
const PLAN: AssumptionId = AssumptionId::of("ef_mt_plan");

const FULL_MONTHS: AssumptionId = AssumptionId::of("ef_st_full_months");
const SUPERVISION_HOURS: AssumptionId = AssumptionId::of("ef_st_supervision_hours");
const PAY_MOST: AssumptionId = AssumptionId::of("ef_st_pay_sat");
const FILL_FLOOR: AssumptionId = AssumptionId::of("ef_st_fill_floor");

/// However long the overlap, some ties are personal: the two ranges of handover added up may not
/// keep more than there is.
const KEPT_MAX: f32 = 0.9;

const STAFF_LEVERS: [LeverId; 5] = [
    LeverId::Retention,
    LeverId::Supervision,
    LeverId::PaySupplement,
    LeverId::RecruitEffort,
    LeverId::Handover,
];

impl Strengths {
    pub fn new(assumed: &Assumed) -> Self {
        Self {
            retention: assumed.percent(RETENTION),
            supervision: assumed.percent(SUPERVISION),
            pay: assumed.percent(PAY),
            cap: assumed.percent(ALL_CAP),
            recruit: assumed.percent(RECRUIT),
            handover_today: assumed.get(HANDOVER_TODAY),
            handover: assumed.get(HANDOVER),
            retention_step: Lanes::ONE / assumed.get(FULL_MONTHS).at_least(Lanes::ONE),
            supervision_hours: assumed.percent(SUPERVISION_HOURS),
            pay_steps: assumed.get(PAY_MOST) * 0.1,
            fill_floor: assumed.get(FILL_FLOOR),
            clerical: assumed.get(CLERICAL),
            flexible: assumed.percent(FLEXIBLE),
            ring: assumed.percent(RING),
            joint: assumed.percent(JOINT),
            plan: assumed.get(PLAN),
        }
    }

    /// Share of a leaver's ties kept as today.
    pub fn kept_today(&self) -> Lanes {
        self.handover_today
    }
}

/// Whether any staff lever stands elsewhere than today, so that areas may differ.
pub fn any_changed(levers: &LeverTable) -> bool {
    STAFF_LEVERS.into_iter().any(|lever| levers.is_changed(lever))
}

/// Chances of one area's staff in one month, before a centre's own load.
#[derive(Clone, Debug)]
pub struct AreaOdds {
    /// What it was made of: the levers' values and how far retention has taken hold.
    made_of: ([f32; 5], Lanes),
    /// Chance to leave by tenure, as in [`crate::model::staff::Posts::leave`].
    pub leave: [Lanes; 4],
    /// Whether three years in post tell apart who leaves.
    pub has_three: bool,
    pub odds: Odds,
    /// Share of the hours left after supervision.
    pub hours: Lanes,
}

impl AreaOdds {
    pub fn new(
        staff: &StaffInputs,
        strengths: &Strengths,
        world: &World<'_>,
        area: usize,
        month: MonthIndex,
        retained: Lanes,
    ) -> Self {
        let at = |lever: LeverId| world.levers.at(lever, area, month);
        let made_of = (STAFF_LEVERS.map(at), retained);
        let supervised = at(LeverId::Supervision) * 0.01;
        let paid = at(LeverId::PaySupplement);
        let [late, early] = leaving(strengths, paid, supervised, retained);
        let m = (month % 12) as usize;
        let season = staff.leave_season[m];
        let [first, mid, long] = &staff.hazards;
        let (first, mid, long) = (*first * season, *mid * season, *long * season);
        let kept = strengths.handover_today + strengths.handover * at(LeverId::Handover);
        let leave = [first * early, mid * early, mid * late, long * late];
        Self {
            made_of,
            has_three: leave[1] != leave[2],
            leave,
            odds: Odds {
                fill: filling(staff, strengths, world, area, month),
                keep: Shorts::share(kept.at_most(Lanes::all(KEPT_MAX))),
                ramp: staff.ramp,
                mentored: staff.mentored,
            },
            hours: 1.0 - strengths.supervision_hours * supervised,
        }
    }

    /// Whether it would be the same, in the same month, at another area.
    pub fn is_of(
        &self,
        world: &World<'_>,
        area: usize,
        month: MonthIndex,
        retained: Lanes,
    ) -> bool {
        let values = STAFF_LEVERS.map(|lever| world.levers.at(lever, area, month));
        self.made_of == (values, retained)
    }
}

/// How far a retention programme has taken hold, a month on.
pub fn retained(strengths: &Strengths, before: Lanes, lever_percent: f32) -> Lanes {
    let step = strengths.retention_step;
    Lanes::all(lever_percent * 0.01).at_most(before + step).at_least(before - step)
}

/// Factors on leaving: after three years in post, and before.
fn leaving(strengths: &Strengths, pay_yen: f32, supervised: f32, retained: Lanes) -> [Lanes; 2] {
    let paid = Lanes::all(pay_yen * 1e-4).at_most(strengths.pay_steps);
    let late = (1.0 - strengths.retention * retained) * (1.0 - strengths.pay * paid);
    let early = late * (1.0 - strengths.supervision * supervised);
    let least = 1.0 - strengths.cap;
    [late.at_least(least), early.at_least(least)]
}

fn filling(
    staff: &StaffInputs,
    strengths: &Strengths,
    world: &World<'_>,
    area: usize,
    month: MonthIndex,
) -> [Shorts; N_PROFESSIONS] {
    let effort = f64::from(world.levers.at(LeverId::RecruitEffort, area, month));
    let doublings = libm::log2(effort.max(1.0)) as f32;
    let season = staff.hire_season[(month % 12) as usize];
    let shock = *world.shocks.factor(Hit::FillTime, month);
    let faster = if doublings == 0.0 {
        Lanes::ONE
    } else {
        (1.0 - strengths.recruit).pow(Lanes::all(doublings))
    };
    staff.months_to_fill.map(|months| {
        let sooner = months * faster;
        let floor = months.at_most(strengths.fill_floor);
        Shorts::share(season / (sooner.at_least(floor) * shock))
    })
}
