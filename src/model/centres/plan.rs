//! The plan of meetings nobody published: solved so that what could be held is what was counted.

use super::start::{Ask, score, sum};
use super::{Inputs, MeetingInputs, Rehearsal, State};
use crate::assumptions::AssumptionId;
use crate::model::counts::normal_quantile;
use crate::model::ground::{Geography, april, fiscal_year};
use crate::model::lanes::Lanes;
use crate::model::luck::Purpose;
use crate::model::meetings::share_held;

const TREND: AssumptionId = AssumptionId::of("mt_trend");
const CASES: AssumptionId = AssumptionId::of("mt_cases_per_meeting");
const YIELD: AssumptionId = AssumptionId::of("mt_issue_yield");
const SETTLED: AssumptionId = AssumptionId::of("mt_issue_resolve");
const N_AREA: AssumptionId = AssumptionId::of("mt_n_area");
const N_WARD: AssumptionId = AssumptionId::of("mt_n_ward");
const CAPACITY: AssumptionId = AssumptionId::of("mt_capacity_ratio");
const CENTRE_SD: AssumptionId = AssumptionId::of("mt_centre_sd");
const DISPERSION: AssumptionId = AssumptionId::of("mt_disp");
const UNSEEN: AssumptionId = AssumptionId::of("mt_individual_unseen");
const END_OF_2019: AssumptionId = AssumptionId::of("mt_feb_mar_2020");

/// Of the meetings counted, area and ward meetings together are at most this part: their two ranges
/// are drawn each by itself, and individual meetings, the rest, must stay above nothing.
const OTHERS_MAX: f32 = 0.75;
/// Variance over mean that thinning and the comings and goings of staff give by themselves, as runs
/// of this model have it: what `mt_disp` asks for beyond it is the centres' own swing.
const DISPERSION_BASE: f32 = 0.3;
const MEETING_ERROR: Purpose = Purpose::named("meeting error");
const OWN_CAPACITY: Purpose = Purpose::named("meetings capacity");

/// Meetings to be held in a year as observed, had the end of FY2019 been undisturbed.
pub(super) struct Targets {
    pub(super) individual: Lanes,
    pub(super) area: Lanes,
    pub(super) ward: Lanes,
}

impl Targets {
    pub(super) fn new(ask: &Ask<'_>) -> Self {
        let geography = ask.geography;
        let area = ask.assumed.get(N_AREA).positive() * geography.n_areas() as f32;
        let ward = ask.assumed.get(N_WARD).positive() * geography.n_wards() as f32;
        let Some(seen) = ask.ground.meetings else {
            let individual = ask.assumed.get(UNSEEN) * geography.n_centres() as f32;
            return Self { individual, area, ward };
        };
        let counted = score(ask, MEETING_ERROR) * seen.error_sd + seen.value;
        let kept = Lanes::ONE - ask.assumed.percent(END_OF_2019).clamp_to(0.0, 0.16);
        let is_2019 = fiscal_year(seen.month) == 2019;
        let total = if is_2019 { counted / kept } else { counted }.at_least(Lanes::all(0.1));
        let others = area + ward;
        let scale = (total * OTHERS_MAX).ratio(others).at_most(Lanes::ONE);
        Self { individual: total - others * scale, area: area * scale, ward: ward * scale }
    }
}

/// Own capacities, before the plan is known.
pub(super) fn unplanned(ask: &Ask<'_>) -> MeetingInputs {
    let geography = ask.geography;
    let (mean, sd) = (ask.assumed.get(CAPACITY), ask.assumed.get(CENTRE_SD));
    let own = |keys: &[u32]| -> Vec<Lanes> {
        let of = |&key: &u32| {
            let score = normal_quantile(ask.luck.uniform(key, OWN_CAPACITY, 0));
            mean * (score * sd - sd * sd * 0.5).exp()
        };
        keys.iter().map(of).collect()
    };
    let per_centre = Targets::new(ask).individual * (1.0 / geography.n_centres().max(1) as f32);
    // About half of the centres are limited by capacity: only there does a swing show.
    let swing = (ask.assumed.get(DISPERSION) - DISPERSION_BASE).positive() * 2.0;
    MeetingInputs {
        plan_centre: vec![Lanes::ZERO; geography.n_centres()],
        plan_area: vec![Lanes::ZERO; geography.n_areas()],
        plan_ward: vec![Lanes::ZERO; geography.n_wards()],
        capacity_centre: own(&geography.centre_keys),
        capacity_area: own(&geography.area_keys),
        capacity_ward: own(&geography.ward_keys),
        swing_sd: swing.ratio(per_centre.at_least(Lanes::ONE)).sqrt(),
        trend: (ask.assumed.percent(TREND) + 1.0).ln(),
        ward_from: ask.ground.ward_meetings_from.unwrap_or(0),
        trend_from: fiscal_year(ask.ground.meetings.map_or(ask.timeline.first, |seen| seen.month)),
        issues_found: ask.assumed.get(CASES) * ask.assumed.get(YIELD),
        issues_settled: ask.assumed.get(SETTLED),
    }
}

/// Solves the plan. Staff and hours do not depend on it, so the years up to the one observed are
/// run without meetings, and the plan is what makes the meetings that could be held in that year
/// add up to those that were.
pub(super) fn plan_meetings(
    ask: &Ask<'_>,
    inputs: &mut Inputs,
    state: &State,
) -> Option<Rehearsal> {
    let targets = Targets::new(ask);
    let quota = sum(&inputs.staff.quota);
    let weights: Vec<_> = inputs.staff.quota.iter().map(|q| q.ratio(quota)).collect();
    let mut shares = HeldShares::default();
    let mut add = |state: &State, part| shares.add(ask.geography, inputs, state, &weights, part);
    let rehearsal = match ask.ground.meetings {
        Some(seen) if ask.timeline.first + 11 <= seen.month && seen.month < ask.timeline.plan => {
            let year = fiscal_year(seen.month);
            Some(Rehearsal::new(ask, inputs, state, april(year + 1), |month, state| {
                if fiscal_year(month) == year {
                    add(state, 1.0 / 12.0);
                }
            }))
        }
        _ => {
            add(state, 1.0);
            None
        }
    };
    let yearly = |target: Lanes, share: Lanes| target / share.at_least(Lanes::all(0.05));
    let individual = yearly(targets.individual, shares.individual);
    let area = yearly(targets.area, shares.area);
    let ward = yearly(targets.ward, shares.ward);
    inputs.staff.expected.planned = individual + area + ward;
    let meet = &mut inputs.meetings;
    for (plan, weight) in meet.plan_centre.iter_mut().zip(&weights) {
        *plan = individual * *weight * (1.0 / 12.0);
    }
    for (plans, total) in [(&mut meet.plan_area, area), (&mut meet.plan_ward, ward)] {
        let n_places = plans.len().max(1) as f32;
        plans.fill(total * (1.0 / (12.0 * n_places)));
    }
    rehearsal
}

/// Shares of the planned meetings that can be held.
#[derive(Default)]
struct HeldShares {
    individual: Lanes,
    area: Lanes,
    ward: Lanes,
}

impl HeldShares {
    fn add(
        &mut self,
        geography: &Geography,
        inputs: &Inputs,
        state: &State,
        weights: &[Lanes],
        part: f32,
    ) {
        let meet = &inputs.meetings;
        let held = |capacity: Lanes| share_held(1.0, Lanes::ONE, capacity) * part;
        for (centre, weight) in weights.iter().enumerate() {
            self.individual += held(state.own[centre] * state.able[centre]) * *weight;
        }
        let mean = |of: std::ops::Range<usize>, each: &dyn Fn(usize) -> Lanes| {
            let n = of.len().max(1) as f32;
            of.fold(Lanes::ZERO, |sum, i| sum + each(i)) * (1.0 / n)
        };
        let able = |area: usize| {
            let centres = geography.area_centres[geography.host[area]].clone();
            mean(centres, &|c| state.able[c])
        };
        let all_areas = 0..geography.n_areas();
        self.area += mean(all_areas, &|area| held(meet.capacity_area[area] * able(area)));
        let all_wards = 0..geography.n_wards();
        self.ward += mean(all_wards, &|ward| {
            held(meet.capacity_ward[ward] * mean(geography.ward_areas[ward].clone(), &able))
        });
    }
}
