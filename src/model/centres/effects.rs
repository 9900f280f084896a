//! What the staff levers do: factors on leaving, on filling and on ties. At a lever's default each
//! factor is exactly 1.
//!
//! ```text
//! leaving · max(1 − cap, (1 − retention·r₁₂) · (1 − pay·yen/10,000) · (1 − supervision·s))
//! ```
//!
//! r₁₂ is the mean of the last twelve months, so that retention has its full effect after a year;
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
use crate::model::staff::{N_PROFESSIONS, Odds, Shorts};

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

/// Months after which retention has its full effect (`ef_st_retention`).
const RETENTION_MONTHS: u32 = 12;
/// A pay supplement acts no further above this many times 10,000 yen (`ef_st_pay`).
const PAY_STEPS_MAX: f32 = 4.0;
/// No recruitment effort fills a vacancy sooner than this, in months (`ef_st_recruit`).
const FILL_MONTHS_MIN: f32 = 1.2;
/// However long the overlap, some ties are personal.
const KEPT_MAX: f32 = 0.9;
/// Share of professionals' hours that full supervision takes (`ef_st_supervision`).
const SUPERVISION_HOURS: f32 = 0.015;

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
    /// Chance to leave by tenure, as in [`Odds::leave`].
    pub leave: [Lanes; 4],
    /// All but the chances to leave.
    pub odds: Odds,
    /// Share of the hours left after supervision.
    pub hours: f32,
}

impl AreaOdds {
    pub fn new(
        staff: &StaffInputs,
        strengths: &Strengths,
        world: &World<'_>,
        area: usize,
        month: MonthIndex,
    ) -> Self {
        let at = |lever: LeverId| world.levers.at(lever, area, month);
        let supervised = at(LeverId::Supervision) * 0.01;
        let [late, early] = leaving(strengths, world.levers, area, month, supervised);
        let m = (month % 12) as usize;
        let season = staff.leave_season[m];
        let [first, mid, long] = staff.hazards.map(|h| h * season);
        let kept = strengths.handover_today + strengths.handover * at(LeverId::Handover);
        Self {
            leave: [first * early, mid * early, mid * late, long * late],
            odds: Odds {
                leave: [Shorts::ZERO; 4],
                fill: filling(staff, strengths, world, area, month),
                keep: Shorts::share(kept.at_most(Lanes::all(KEPT_MAX))),
                build: staff.tie_build,
                ramp: staff.ramp,
            },
            hours: 1.0 - SUPERVISION_HOURS * supervised,
        }
    }
}

/// Factors on leaving: after three years in post, and before.
fn leaving(
    strengths: &Strengths,
    levers: &LeverTable,
    area: usize,
    month: MonthIndex,
    supervised: f32,
) -> [Lanes; 2] {
    let retained = (0..RETENTION_MONTHS)
        .map(|ago| levers.at(LeverId::Retention, area, month.saturating_sub(ago)))
        .sum::<f32>()
        * (0.01 / RETENTION_MONTHS as f32);
    let paid = (levers.at(LeverId::PaySupplement, area, month) * 1e-4).min(PAY_STEPS_MAX);
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
    let shock = world.shocks.factor(Hit::FillTime, month);
    staff.months_to_fill.map(|months| {
        let sooner = months * (1.0 - strengths.recruit).pow(Lanes::all(doublings));
        let floor = months.at_most(Lanes::all(FILL_MONTHS_MIN));
        Shorts::share(season / (sooner.at_least(floor) * shock))
    })
}
