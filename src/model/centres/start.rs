//! The centres as the window opens: posts, who holds them and for how long, and the inputs that
//! make each draw agree with what was observed.

use super::effects::Strengths;
use super::need::october;
use super::plan::{Targets, plan_meetings, unplanned};
use super::quotas::Quotas;
use super::solve::{self, Density, Flow, Vacancies};
use super::{
    Expected, Ground, HoursInputs, Inputs, MEETINGS_OF_COMMUNITY_MAX, N_FLOWS, N_NEEDS, Places,
    Rehearsal, StaffInputs, State,
};
use crate::assumptions::AssumptionId;
use crate::model::counts::normal_quantile;
use crate::model::ground::{Geography, Timeline, april, fiscal_year};
use crate::model::hours::{Claim, N_CLAIMS, Response, Wanted};
use crate::model::inputs::Assumed;
use crate::model::lanes::{LANES, Lanes};
use crate::model::luck::{Luck, Purpose, YearLuck, murmur3};
use crate::model::meetings::Issues;
use crate::model::people::People;
use crate::model::shock_table::ShockTable;
use crate::model::shorts::Shorts;
use crate::model::staff::{
    EIGHTHS, N_PROFESSIONS, TENURE_MAX, Team, empty_since, end_of, first_profession,
};
use crate::model::ties::{self, Fading};

/// No mentor's time may eat up what the newcomer brings (calibration §8, 5): a bound on two ranges
/// that overlap at their ends, where a newcomer would otherwise lower a centre's hours.
const MENTOR_MAX: f32 = 0.9;
macro_rules! assumed_as {
    ($($name:ident = $key:literal;)*) => {
        $(const $name: AssumptionId = AssumptionId::of($key);)*
    };
}
assumed_as! {
    LOAD_BETA = "st_load_beta";
    START_OUTPUT = "st_start_prod";
    RAMP = "st_ramp_months";
    MENTOR = "st_mentor_cost";
    TIE_TAU = "st_tie_tau";
    TIE_EFFECT = "st_tie_effect";
    PERSON_HOURS = "hr_fte_hours";
    SHARE_CONSULT = "hr_share_consult";
    SHARE_PLANS = "hr_share_plans";
    SHARE_SUPPORT = "hr_share_cm";
    SHARE_COMMUNITY = "hr_share_community";
    SHARE_ADMIN = "hr_share_admin";
    HOURS_INDIVIDUAL = "mt_h_individual";
    HOURS_AREA = "mt_h_area";
    HOURS_WARD = "mt_h_ward";
    EPS_CONSULT = "hr_eps_consult";
    EPS_PLANS = "hr_eps_plans";
    EPS_ADMIN = "hr_eps_admin";
    EPS_SUPPORT = "hr_eps_cm";
    EPS_MEETINGS = "mt_priority_eps";
    EPS_OUTREACH = "hr_eps_outreach";
    TURNOVER_SE = "st_turnover_se";
    CENTRE_LEAVING = "st_centre_sd";
    MENTORED = "st_mentor_months";
    LOAD_LOW = "st_load_cap_low";
    LOAD_HIGH = "st_load_cap_high";
}

const TURNOVER_ERROR: Purpose = Purpose::named("turnover error");
const VACANCY_ERROR: Purpose = Purpose::named("vacancy error");
const FIRST_VACANT: Purpose = Purpose::named("first vacancies");
const FIRST_TENURE: Purpose = Purpose::named("first tenure");
const OWN_LEAVING: Purpose = Purpose::named("leaving of a centre");
const PHASE: Purpose = Purpose::named("meetings phase");

/// Posts a plan can put on top at one centre: the lever's three and one for rounding.
const POSTS_ROOM: f32 = 4.0;

/// What is looked at to find where the centres start.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    pub ground: &'a Ground,
    pub geography: &'a Geography,
    pub timeline: Timeline,
    pub assumed: &'a Assumed,
    pub people: &'a People,
    pub luck: &'a Luck,
    pub shocks: &'a ShockTable,
}

/// The inputs of sixteen draws, their state before the first month, and the years that had to be
/// lived through to find the inputs.
pub fn start(ask: &Ask<'_>) -> (Inputs, State, Option<Rehearsal>) {
    let quotas = Quotas::new(ask);
    let solved = SolvedStaff::new(ask, &quotas);
    let staff = solved.inputs(ask, &quotas);
    let places = places(ask, &staff);
    let hours = hours(ask, &quotas, &solved);
    let effects = Strengths::new(ask.assumed);
    let mut inputs = Inputs { places, staff, hours, meetings: unplanned(ask), effects };
    let state = first_state(ask, &inputs, &quotas, &solved);
    let rehearsal = plan_meetings(ask, &mut inputs, &state);
    (inputs, state, rehearsal)
}

pub(super) fn score(ask: &Ask<'_>, purpose: Purpose) -> Lanes {
    normal_quantile(ask.luck.uniform(ask.geography.city_key, purpose, 0))
}

pub(super) fn sum(parts: &[Lanes]) -> Lanes {
    parts.iter().fold(Lanes::ZERO, |sum, part| sum + *part)
}

/// What the observations fix, and what follows from it.
struct SolvedStaff {
    density: Density,
    hazards: [Lanes; 3],
    leave: [Lanes; 12],
    hire: [Lanes; 12],
    vacancies: Vacancies,
    ramp: Lanes,
    start: Lanes,
    mentor: Lanes,
    taught: Lanes,
    output: Lanes,
    centre_leaving: Vec<Lanes>,
    level: Lanes,
    inherited: Lanes,
    tie_reference: Lanes,
    is_found: Lanes,
}

impl SolvedStaff {
    fn new(ask: &Ask<'_>, quotas: &Quotas) -> Self {
        let assumed = ask.assumed;
        let turnover = ask.ground.turnover.map(|seen| {
            let given = Lanes::all(seen.error_sd);
            let error = given.choose(given, assumed.get(TURNOVER_SE));
            (score(ask, TURNOVER_ERROR) * error + seen.value).at_least(Lanes::all(1.0))
        });
        let density = solve::tenure(ask.ground, assumed, turnover);
        let (leave, hire) = solve::seasons(assumed);
        let first = ask.timeline.first;
        let monthly_turnover = density.turnover();
        let flow =
            Flow { monthly_turnover, leave: &leave, hire: &hire, growth: quotas.growth, first };
        let n_posts = sum(&quotas.posts);
        let seen = ask.ground.vacancies.map(|seen| {
            let years = (seen.month.max(first) - first) as f32 / 12.0;
            let posts = n_posts * (quotas.growth * years + 1.0);
            let share = solve::mean_behind(seen, score(ask, VACANCY_ERROR)).ratio(posts);
            (seen.month, share.clamp_to(0.0005, 0.6))
        });
        let vacancies = flow.solve(assumed, seen);
        let is_found = density.does(ask.ground, turnover)
            * flow.does(&vacancies, ask.ground.vacancies, n_posts);
        let ramp = assumed.get(RAMP).at_least(Lanes::ONE);
        let start = assumed.get(START_OUTPUT).clamp_to(0.01, 1.0);
        let mentor = assumed.get(MENTOR).positive().at_most(start * MENTOR_MAX);
        let taught = assumed.get(MENTORED);
        let output = density.mean_output(start, ramp, mentor, taught);
        let decay = density.mean_decay(assumed.get(TIE_TAU));
        let kept = Strengths::new(assumed).kept_today();
        let index = (Lanes::ONE - decay) / (Lanes::ONE - kept * decay);
        let tie_reference = index * (vacancies.filled + (Lanes::ONE - vacancies.filled) * kept);
        let per_centre = n_posts * (1.0 / ask.geography.n_centres().max(1) as f32);
        let (level, centre_leaving) = centre_leaving(ask, quotas, &density);
        let hazards = unloaded(assumed, &density, &vacancies, per_centre).map(|h| h * level);
        let inherited = index * kept;
        Self {
            density,
            hazards,
            leave,
            hire,
            vacancies,
            ramp,
            start,
            mentor,
            taught,
            output,
            centre_leaving,
            level,
            inherited,
            tie_reference,
            is_found,
        }
    }

    fn inputs(&self, ask: &Ask<'_>, quotas: &Quotas) -> StaffInputs {
        let assumed = ask.assumed;
        let fill = self.vacancies.months_to_fill;
        let ramp = Shorts::nearest((self.ramp * f32::from(EIGHTHS)).at_most(Lanes::all(4000.0)));
        StaffInputs {
            quota: quotas.quota.clone(),
            rounding: quotas.rounding,
            elderly: quotas.elderly.clone(),
            hazards: self.hazards,
            leave_season: self.leave,
            hire_season: self.hire,
            months_to_fill: fill,
            load_elasticity: assumed.get(LOAD_BETA),
            ramp,
            ramp_loss: (Lanes::ONE - self.start) / (self.ramp * f32::from(EIGHTHS)),
            mentor: self.mentor,
            mentored: Shorts::nearest(self.taught * f32::from(EIGHTHS)),
            load_bounds: [assumed.get(LOAD_LOW), assumed.get(LOAD_HIGH)],
            centre_leaving: self.centre_leaving.clone(),
            fading: Fading::new(assumed.get(TIE_TAU)),
            tie_reference: self.tie_reference.at_least(Lanes::all(0.01)),
            tie_elasticity: assumed.get(TIE_EFFECT),
            expected: Expected {
                turnover: self.density.turnover() * 12.0,
                under_five: self.density.under_five(),
                posts: sum(&quotas.posts),
                months_to_fill: (fill[0] + fill[1] + fill[2]) * (1.0 / 3.0),
                filled: self.vacancies.filled,
                planned: Lanes::ZERO,
                is_found: self.is_found,
            },
        }
    }
}

/// Hazards at the reference load. People are fewer where load is high, so the mean of load^β over
/// people is 1 − β(1 − β)/2 · (relative variance of a centre's staff), to second order.
fn unloaded(
    assumed: &Assumed,
    density: &Density,
    vacancies: &Vacancies,
    posts_per_centre: Lanes,
) -> [Lanes; 3] {
    let beta = assumed.get(LOAD_BETA);
    let filled = vacancies.filled.clamp_to(0.05, 1.0);
    let variance = ((Lanes::ONE - filled) / filled).ratio(posts_per_centre);
    let mean = Lanes::ONE - beta * (Lanes::ONE - beta) * 0.5 * variance;
    density.hazards.map(|hazard| hazard / mean.clamp_to(0.5, 2.0))
}

/// How centres differ in leaving, and the level at which the turnover of all is what it was: long
/// tenures weigh more where people stay.
fn centre_leaving(ask: &Ask<'_>, quotas: &Quotas, density: &Density) -> (Lanes, Vec<Lanes>) {
    let sd = ask.assumed.get(CENTRE_LEAVING);
    let own = |&key: &u32| (normal_quantile(ask.luck.uniform(key, OWN_LEAVING, 0)) * sd).exp();
    let own: Vec<Lanes> = ask.geography.centre_keys.iter().map(own).collect();
    let mut level = Lanes::ONE;
    for _ in 0..4 {
        let turnover = own.iter().zip(&quotas.posts).fold(Lanes::ZERO, |sum, (own, posts)| {
            sum + density.scaled(*own * level, Lanes::ONE).turnover() * *posts
        });
        level *= density.turnover() * sum(&quotas.posts) / turnover;
    }
    (level, own)
}

fn places(ask: &Ask<'_>, staff: &StaffInputs) -> Places {
    let geography = ask.geography;
    let mut places = Places { slots: Vec::new(), first_profession: Vec::new() };
    let mut start = 0;
    for (centre, &key) in geography.centre_keys.iter().enumerate() {
        let area = geography.centre_area[centre];
        let years = ask.timeline.fiscal_years();
        let most = years.map(|year| {
            let elderly = ask.people.elderly_of(april(year), &geography.served[area]);
            let grown = elderly.ratio(staff.elderly[area]).at_least(Lanes::ONE);
            (staff.quota[centre] * grown + staff.rounding).largest()
        });
        let most = most.fold(1.0, f32::max) + POSTS_ROOM;
        let n_slots = most as usize + 1;
        places.slots.push(start..start + n_slots);
        places.first_profession.push(first_profession(key));
        start += n_slots;
    }
    places
}

/// Hours of the reference years and how they are wanted.
fn hours(ask: &Ask<'_>, quotas: &Quotas, solved: &SolvedStaff) -> HoursInputs {
    let assumed = ask.assumed;
    let person = assumed.get(PERSON_HOURS) * (1.0 / 12.0);
    let effective = solved.vacancies.filled * solved.output;
    let reference: Vec<_> = quotas.posts.iter().map(|posts| *posts * effective * person).collect();
    let parts = [SHARE_CONSULT, SHARE_PLANS, SHARE_ADMIN, SHARE_SUPPORT, SHARE_COMMUNITY];
    let parts = parts.map(|id| assumed.get(id).at_least(Lanes::all(0.001)));
    let [consult, plans, admin, support, community] = parts.map(|part| part / sum(&parts));
    let targets = Targets::new(ask);
    let meeting_hours = targets.individual * assumed.get(HOURS_INDIVIDUAL)
        + targets.area * assumed.get(HOURS_AREA)
        + targets.ward * assumed.get(HOURS_WARD);
    let most = community * MEETINGS_OF_COMMUNITY_MAX;
    let meetings = (meeting_hours * (1.0 / 12.0)).ratio(sum(&reference)).at_most(most);
    let mut shares = [Lanes::ZERO; N_CLAIMS];
    shares[Claim::Consult as usize] = consult;
    shares[Claim::Plans as usize] = plans;
    shares[Claim::Admin as usize] = admin;
    shares[Claim::Support as usize] = support;
    shares[Claim::Meetings as usize] = meetings;
    shares[Claim::Outreach as usize] = community - meetings;
    let epsilon = [EPS_CONSULT, EPS_PLANS, EPS_ADMIN, EPS_SUPPORT, EPS_MEETINGS, EPS_OUTREACH]
        .map(|id| assumed.get(id));
    let outreach = shares[Claim::Outreach as usize];
    let outreach_reference = ask.geography.area_centres.iter().map(|centres| {
        let hours = sum(&reference[centres.clone()]);
        Lanes::ONE.ratio(hours * outreach)
    });
    HoursInputs {
        outreach_reference: outreach_reference.collect(),
        response: Response::new(&shares, &epsilon),
        per_person: reference.iter().map(|hours| person.ratio(*hours)).collect(),
        reference,
        shares,
        epsilon,
        need_reference: (0..ask.geography.n_areas())
            .map(|area| need_reference(ask, area))
            .collect(),
    }
}

/// One over the mean need of the first three years: the centre's own reference.
fn need_reference(ask: &Ask<'_>, area: usize) -> [Lanes; N_NEEDS] {
    let first = fiscal_year(ask.timeline.first);
    let mut mean = [Lanes::ZERO; N_NEEDS];
    for year in first..first + 3 {
        let areas = &ask.geography.served[area];
        let need = october(ask.people, year, areas, Lanes::ONE, &[Lanes::ONE; N_NEEDS]);
        for k in 0..N_NEEDS {
            mean[k] += need[k] * (1.0 / 3.0);
        }
    }
    mean.map(|need| Lanes::ONE.ratio(need))
}

fn first_state(ask: &Ask<'_>, inputs: &Inputs, quotas: &Quotas, solved: &SolvedStaff) -> State {
    let geography = ask.geography;
    let (n_centres, n_areas) = (geography.n_centres(), geography.n_areas());
    let phases = |keys: &[u32]| keys.iter().map(|&key| ask.luck.uniform(key, PHASE, 0)).collect();
    let n_slots = inputs.places.slots.last().map_or(0, |slots| slots.end);
    // The window opens at the end of the month before its first.
    let now = end_of(ask.timeline.first).wrapping_sub(EIGHTHS);
    let mut state = State {
        since: vec![Shorts::all(empty_since(now)); n_slots],
        ties: vec![Shorts::ZERO; n_slots],
        now,
        slot_starts: inputs.places.slots.iter().map(|slots| slots.start).collect(),
        used: vec![0; n_centres],
        following: quotas.posts.clone(),
        extra: vec![0.0; n_centres],
        posts: quotas.posts.iter().map(|posts| Shorts::nearest(*posts)).collect(),
        teams: vec![Team::default(); n_centres],
        effective: vec![Lanes::ZERO; n_centres],
        strain: vec![Lanes::ONE; n_centres],
        own: inputs.meetings.capacity_centre.clone(),
        own_from: None,
        able: vec![Lanes::ONE; n_centres],
        tied: vec![Lanes::ONE; n_centres],
        staff_luck: YearLuck::default(),
        area_luck: YearLuck::default(),
        only_meets: false,
        only_people: false,
        retained: vec![Lanes::ZERO; n_areas],
        planned: Lanes::ONE,
        per_plan: Lanes::ONE,
        carried_centre: phases(&geography.centre_keys),
        carried_area: phases(&geography.area_keys),
        carried_ward: phases(&geography.ward_keys),
        wanted: vec![Wanted::default(); n_areas],
        outreach_asked: vec![1.0; n_areas],
        calls: Lanes::ONE,
        certified_kept: vec![Lanes::ONE; n_areas],
        has_new_need: true,
        tie_scale: vec![Lanes::ZERO; n_centres],
        is_closed: false,
        flows: vec![[Lanes::ZERO; N_FLOWS]; n_areas],
        ward_flows: vec![[Lanes::ZERO; 2]; geography.n_wards()],
        issues: vec![Issues::default(); n_areas],
        outreach: vec![Lanes::ONE; n_areas],
    };
    for centre in 0..n_centres {
        fill_centre(ask, inputs, solved, &mut state, centre);
    }
    state
}

/// Puts people into the posts of a centre, each with a tenure from the long-run density.
fn fill_centre(
    ask: &Ask<'_>,
    inputs: &Inputs,
    solved: &SolvedStaff,
    state: &mut State,
    centre: usize,
) {
    let posts = state.posts[centre];
    let used = usize::from(posts.largest());
    state.used[centre] = used;
    let all = posts.lanes().at_least(Lanes::ONE) * inputs.staff.tie_reference * ties::WHOLE;
    state.tie_scale[centre] = Lanes::ONE / all;
    let start = state.slot_starts[centre];
    let inherited = Shorts::nearest(solved.inherited.clamp_to(0.0, 1.0) * ties::WHOLE);
    let density =
        solved.density.scaled(inputs.staff.centre_leaving[centre] * solved.level, Lanes::ONE);
    for slot in 0..used {
        let key = murmur3(&[ask.geography.centre_keys[centre], slot as u32], 1);
        let profession = (inputs.places.first_profession[centre] + slot) % N_PROFESSIONS;
        let vacant = solved.vacancies.at_start[profession];
        let is_vacant = ask.luck.uniform(key, FIRST_VACANT, 0).below(vacant);
        let months = density.quantile(ask.luck.uniform(key, FIRST_TENURE, 0));
        let longest = Lanes::all(f32::from(TENURE_MAX));
        let eighths = Shorts::nearest((months * f32::from(EIGHTHS)).at_most(longest));
        for lane in 0..LANES {
            if posts.0[lane] <= slot as u16 {
                continue;
            }
            let tie = inherited.0[lane];
            state.ties[start + slot].0[lane] = tie;
            let mut tie_now = tie;
            if is_vacant.0[lane] == 0.0 {
                let tenure = eighths.0[lane];
                state.since[start + slot].0[lane] = state.now.wrapping_sub(tenure);
                tie_now = inputs.staff.fading.held(tie, tenure / EIGHTHS, lane);
                state.teams[centre].filled.0[lane] += 1.0;
            }
            state.teams[centre].ties.0[lane] += f32::from(tie_now);
        }
    }
}
