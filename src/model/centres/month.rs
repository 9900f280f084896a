//! One month of the centres. The order of the lines is the order of events.

use super::effects::{AreaOdds, any_changed, retained};
use super::extra::Extra;
use super::meet::{AREA, ward_meetings};
use super::need::{Needs, need_of, needs, since_october};
use super::work::{Levers, N_HOURS, work};
use super::{Flow, HoursInputs, Inputs, N_NEEDS, State};
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::counts::normal_quantile;
use crate::model::ground::MonthIndex;
use crate::model::hours::{N_CLAIMS, N_URGENT, Wanted, urgent};
use crate::model::lanes::{LANES, Lanes};
use crate::model::luck::{Purpose, Sixteens};
use crate::model::shock_table::Hit;
use crate::model::shorts::Shorts;
use crate::model::staff::{self, Posts, STAFF, end_of};
use crate::model::ties;

const SWING: Purpose = Purpose::named("meetings year of a centre");

/// Moves the centres one month on. Where only meetings are run, what the month's people could do
/// stands in the state already.
pub fn month(state: &mut State, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    if month.is_multiple_of(12) {
        new_year(state, inputs, world, month);
    }
    if !state.staff_luck.is_of(month) {
        state.staff_luck = world.luck.year(&world.geography.centre_keys, STAFF, month);
        state.area_luck = world.luck.year(&world.geography.area_keys, AREA, month);
    }
    state.now = end_of(month);
    let calls = world.shocks.factor(Hit::Calls, month);
    let look = match () {
        () if is_october(month) || *calls != state.calls => Look::Anew,
        () if looks_at_need(month) && state.has_new_need => Look::Anew,
        () if looks_at_need(month) => Look::Again,
        () => Look::Not,
    };
    state.calls = *calls;
    let varied = any_changed(world.levers);
    let new_posts = world.levers.is_new(LeverId::PostsExtra, month);
    let new_odds = |area, retained| {
        AreaOdds::new(&inputs.staff, &inputs.effects, world, area, month, retained)
    };
    let needs = match look {
        Look::Anew if !state.only_meets => needs(state, inputs, world, month),
        _ => Vec::new(),
    };
    let mut odds = new_odds(0, Lanes::ZERO);
    let mut extra = Extra::default();
    for ward in 0..world.geography.n_wards() {
        for area in world.geography.ward_areas[ward].clone() {
            if world.geography.area_centres[area].is_empty() {
                continue;
            }
            if varied {
                let lever = world.levers.at(LeverId::Retention, area, month);
                let held = retained(&inputs.effects, state.retained[area], lever);
                state.retained[area] = held;
                if !odds.is_of(world, area, month, held) {
                    odds = new_odds(area, held);
                }
            }
            let now = Now { inputs, world, month, area, odds: &odds, new_posts };
            if !state.only_meets {
                now.want(state, look, needs.get(area));
            }
            now.run(state, &mut extra);
        }
    }
    for ward in 0..world.geography.n_wards() {
        let areas = world.geography.ward_areas[ward].clone();
        let (mut able, n_areas) = (Lanes::ZERO, areas.len());
        for area in areas {
            let here = able_at(state, world, area);
            if world.geography.area_centres[area].is_empty() {
                let now = Now { inputs, world, month, area, odds: &odds, new_posts };
                now.served_elsewhere(state, &here);
            }
            able += here;
        }
        let able = able * (1.0 / n_areas.max(1) as f32);
        if !state.only_people {
            ward_meetings(state, inputs, world, month, ward, able);
        }
    }
    state.has_new_need &= !looks_at_need(month);
    if month % 12 == 11 && !state.only_meets {
        close_year(state, inputs);
    }
}

/// How what is wanted of the hours is found in a month.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    /// A month is added to what it was.
    Not,
    /// Counted from the last 1 October, as it was found then.
    Again,
    Anew,
}

/// Whether what is wanted of the hours is looked at again: on 1 October, and in April, because a
/// plan starts then and may change what comes.
pub fn looks_at_need(month: MonthIndex) -> bool {
    month.is_multiple_of(12) || is_october(month)
}

/// Whether 1 October follows the month's end.
fn is_october(month: MonthIndex) -> bool {
    month % 12 == 5
}

/// What share of the reference years' meetings an area could hold: its centres', or those that serve
/// it.
fn able_at(state: &State, world: &World<'_>, area: usize) -> Lanes {
    let geography = world.geography;
    let centres = geography.area_centres[geography.host[area]].clone();
    let part = 1.0 / centres.len().max(1) as f32;
    centres.fold(Lanes::ZERO, |able, centre| able + state.able[centre] * part)
}

fn new_year(state: &mut State, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    for flows in &mut state.flows {
        *flows = [Lanes::ZERO; super::N_FLOWS];
    }
    for flows in &mut state.ward_flows {
        *flows = [Lanes::ZERO; 2];
    }
    state.is_closed = false;
    let meet = &inputs.meetings;
    let years = (2000 + (month / 12) as i32 - meet.trend_from) as f32;
    state.planned = (meet.trend * years).exp();
    state.per_plan = Lanes::ONE / state.planned;
    if state.own_from == Some(month) {
        return;
    }
    state.own_from = Some(month);
    let sd = meet.swing_sd;
    for (centre, &key) in world.geography.centre_keys.iter().enumerate() {
        let score = normal_quantile(world.luck.uniform(key, SWING, month));
        let swing = (score * sd - sd * sd * 0.5).exp();
        state.own[centre] = meet.capacity_centre[centre] * swing * state.per_plan;
    }
}

/// The year's urgent hours are told apart at its end: nothing in it depends on them.
fn close_year(state: &mut State, inputs: &Inputs) {
    for area in 0..state.flows.len() {
        let hours = urgent_hours(state, inputs, area);
        state.flows[area][Flow::Consult as usize..][..N_URGENT].copy_from_slice(&hours);
    }
    state.is_closed = true;
}

/// Hours of consultation, plans, administration and support in the fiscal year so far.
pub fn urgent_hours(state: &State, inputs: &Inputs, area: usize) -> [Lanes; N_URGENT] {
    let flow = |flow: Flow| state.flows[area][flow as usize];
    let done = flow(Flow::Meetings) + flow(Flow::Outreach);
    let (available, wanted) = (flow(Flow::Available), flow(Flow::Wanted));
    let hours = &inputs.hours;
    let mut out = [Lanes::ZERO; N_URGENT];
    let claims = &state.wanted[area];
    urgent(claims, &hours.epsilon, &hours.response, &available, &wanted, &done, &mut out);
    out
}

/// One area's month.
pub(super) struct Now<'a, 'w> {
    pub(super) inputs: &'a Inputs,
    pub(super) world: &'a World<'w>,
    pub(super) month: MonthIndex,
    pub(super) area: usize,
    odds: &'a AreaOdds,
    /// The plan's extra posts change somewhere.
    new_posts: bool,
}

impl Now<'_, '_> {
    fn run(&self, state: &mut State, extra: &mut Extra) {
        let centres = self.world.geography.area_centres[self.area].clone();
        let part = 1.0 / centres.len().max(1) as f32;
        let (mut able, mut cases) = (Lanes::ZERO, Lanes::ZERO);
        let (mut reach, mut tie) = (Lanes::ZERO, Lanes::ZERO);
        for centre in centres {
            let luck = state.staff_luck.month(centre, self.month);
            if !state.only_meets {
                self.staff(state, centre, &luck);
                self.posts(state, centre, extra);
                self.hours(state, centre, &mut reach);
            }
            tie += state.tied[centre] * part;
            able += state.able[centre] * part;
            if !state.only_people {
                cases += self.individual(state, centre, &luck);
            }
        }
        if !state.only_meets {
            state.outreach[self.area] = reach * self.inputs.hours.outreach_reference[self.area];
        }
        if !state.only_people {
            self.area_meetings(state, &able, [&cases, &tie]);
        }
    }

    /// An area without a centre: its people claim the hours of the centres that serve it, its area
    /// meetings take place as those are able to hold them, and outreach reaches it as it does their
    /// own area. Cases are heard at the centre.
    fn served_elsewhere(&self, state: &mut State, able: &Lanes) {
        if !state.only_meets {
            state.outreach[self.area] = state.outreach[self.world.geography.host[self.area]];
        }
        if !state.only_people {
            self.area_meetings(state, able, [&Lanes::ZERO; 2]);
        }
    }

    pub(super) fn lever(&self, lever: LeverId) -> f32 {
        self.world.levers.at(lever, self.area, self.month)
    }

    /// What is wanted of a centre's hours, relative to its hours of the reference years: in a
    /// straight line from one 1 October, which is the end of September, to the next.
    fn want(&self, state: &mut State, look: Look, needs: Option<&Needs>) {
        let outreach = self.lever(LeverId::OutreachHours);
        let asked = &mut state.outreach_asked[self.area];
        let months = since_october(self.month).rem_euclid(12) as f32;
        if look != Look::Anew && outreach.to_bits() == asked.to_bits() {
            let wanted = &mut state.wanted[self.area];
            wanted.month(if look == Look::Again { Some(months) } else { None });
            return;
        }
        *asked = outreach;
        let hours = &self.inputs.hours;
        let anew = || need_of(state, hours, self.world, self.month, self.area);
        let [before, after] = needs.map_or_else(anew, |needs| *needs);
        let wanted = &mut state.wanted[self.area];
        claim(hours, &before, &after, &state.calls, outreach, months, wanted);
        wanted.weigh(&hours.epsilon);
    }

    fn staff(&self, state: &mut State, centre: usize, luck: &Sixteens) {
        let strain = state.strain[centre] * self.inputs.staff.centre_leaving[centre];
        let chances = &self.odds.leave;
        let mut leave = [Shorts::ZERO; 4];
        for k in 0..leave.len() {
            if k == 2 && !self.odds.has_three {
                leave[k] = leave[k - 1];
            } else {
                Shorts::share_into(&chances[k], &strain, &mut leave[k]);
            }
        }
        for shock in &self.world.shocks.resignations {
            if shock.month == self.month && shock.centre == centre {
                let stay = Lanes::ONE - shock.share;
                for (k, leave) in leave.iter_mut().enumerate() {
                    let remains = (Lanes::ONE - chances[k] * strain) * stay;
                    *leave = Shorts::share(Lanes::ONE - remains);
                }
            }
        }
        let places = &self.inputs.places;
        let start = places.slots[centre].start;
        let used = start..start + state.used[centre];
        let mut posts = Posts {
            since: &mut state.since[used.clone()],
            ties: &mut state.ties[used],
            n_posts: &state.posts[centre],
            first_profession: places.first_profession[centre],
            leave,
            fading: &self.inputs.staff.fading,
        };
        let team = &mut state.teams[centre];
        staff::month(&mut posts, &self.odds.odds, luck, state.now, team);
        let flows = &mut state.flows[self.area];
        flows[Flow::Left as usize] += team.left;
        flows[Flow::Hired as usize] += team.hired;
        flows[Flow::Months as usize] += team.filled;
    }

    /// Posts follow 65+ each April unless they are frozen; what is planned on top follows at once.
    fn posts(&self, state: &mut State, centre: usize, extra: &mut Extra) {
        let is_april = self.month.is_multiple_of(12);
        if !is_april && !self.new_posts {
            return;
        }
        let staff = &self.inputs.staff;
        if is_april && self.world.levers.city(LeverId::PostsFrozen, self.month) < 0.5 {
            let served = &self.world.geography.served[self.area];
            let elderly = self.world.people.elderly_of(self.month, served);
            let grown = elderly.ratio(staff.elderly[self.area]);
            let posts = (staff.quota[centre] * grown + staff.rounding).positive().whole();
            state.following[centre] = posts.at_least(Lanes::ONE);
        }
        let n_slots = self.inputs.places.slots[centre].len();
        let extra = extra.next(self.lever(LeverId::PostsExtra));
        if !is_april && extra.to_bits() == state.extra[centre].to_bits() {
            return;
        }
        state.extra[centre] = extra;
        let posts = (state.following[centre] + extra).clamp_to(0.0, n_slots as f32);
        state.posts[centre] = Shorts::nearest(posts);
        let all = posts.at_least(Lanes::ONE) * staff.tie_reference * ties::WHOLE;
        state.tie_scale[centre] = Lanes::ONE / all;
        let needed = usize::from(state.posts[centre].largest());
        state.used[centre] = state.used[centre].max(needed);
    }

    /// Counts a centre's hours and shares them out.
    fn hours(&self, state: &mut State, centre: usize, reach: &mut Lanes) {
        let hours = &self.inputs.hours;
        let ring = self.lever(LeverId::MeetRing);
        let levers = Levers {
            clerks: self.lever(LeverId::Clerical),
            ring,
            log_rest: if ring == 0.0 { 0.0 } else { libm::logf(1.0 - ring * 0.01) },
        };
        let year = state.flows[self.area][Flow::Available as usize..]
            .first_chunk_mut::<N_HOURS>()
            .expect("the flows of hours stand together");
        work(
            &self.inputs.staff,
            hours,
            &self.inputs.effects,
            levers,
            &state.wanted[self.area],
            &state.teams[centre],
            &self.odds.hours,
            &hours.reference[centre],
            &hours.per_person[centre],
            &state.tie_scale[centre],
            year,
            &mut state.effective[centre],
            &mut state.able[centre],
            &mut state.strain[centre],
            &mut state.tied[centre],
            reach,
        );
    }
}

/// What is wanted so many months after the first of two 1 Octobers, by the need of both.
#[inline(never)]
fn claim(
    hours: &HoursInputs,
    before: &[Lanes; N_NEEDS],
    after: &[Lanes; N_NEEDS],
    calls: &Lanes,
    outreach: f32,
    months: f32,
    wanted: &mut Wanted,
) {
    for i in 0..LANES {
        let shares = |k: usize| hours.shares[k].0[i];
        let claims = |need: &[Lanes; N_NEEDS]| {
            let [consult, plans, support, elderly] = [0, 1, 2, 3].map(|k| need[k].0[i]);
            [
                shares(0) * consult * calls.0[i],
                shares(1) * plans,
                shares(2) * elderly,
                shares(3) * support,
                shares(4),
                shares(5) * elderly * outreach,
            ]
        };
        let (before, after) = (claims(before), claims(after));
        let sum = |[a, b, c, d, e, f]: [f32; N_CLAIMS]| a + b + c + d + e + f;
        let (sum_before, sum_after) = (sum(before), sum(after));
        let monthly = (sum_after - sum_before) * (1.0 / 12.0);
        wanted.monthly.0[i] = monthly;
        wanted.october.0[i] = sum_before;
        wanted.total.0[i] = sum_before + monthly * months;
        for k in 0..N_CLAIMS {
            wanted.claims[k].0[i] = (before[k] + after[k]) * 0.5;
        }
    }
}
