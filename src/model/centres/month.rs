//! One month of the centres. The order of the lines is the order of events.

use super::effects::{AreaOdds, any_changed, retained};
use super::work::{Levers, N_HOURS, Work, work};
use super::{Flow, Inputs, N_NEEDS, Needs, State};
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::counts::normal_quantile;
use crate::model::ground::MonthIndex;
use crate::model::hours::{Claim, Wanted};
use crate::model::lanes::Lanes;
use crate::model::luck::Purpose;
use crate::model::meetings;
use crate::model::people::{Group, People};
use crate::model::shock_table::Hit;
use crate::model::shorts::Shorts;
use crate::model::staff::{self, Posts, Team};

const SWING: Purpose = Purpose::named("meetings year of a centre");
const INDIVIDUAL: Purpose = Purpose::named("meetings individual");
const AREA: Purpose = Purpose::named("meetings area");
const WARD: Purpose = Purpose::named("meetings ward");
const RESOLVED: Purpose = Purpose::named("issues resolved");

/// Moves the centres one month on.
pub fn month(state: &mut State, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    if month.is_multiple_of(12) {
        new_year(state, inputs, world, month);
    }
    move_needs(state, inputs, world.people, month);
    let varied = any_changed(world.levers);
    let new_odds = |area, retained| {
        AreaOdds::new(&inputs.staff, &inputs.effects, world, area, month, retained)
    };
    let mut odds = new_odds(0, Lanes::ZERO);
    let mut extra = Extra::default();
    for ward in 0..world.geography.n_wards() {
        let mut able = Lanes::ZERO;
        let areas = world.geography.ward_areas[ward].clone();
        let n_areas = areas.len();
        for area in areas {
            if varied {
                let lever = world.levers.at(LeverId::Retention, area, month);
                state.retained[area] = retained(&inputs.effects, state.retained[area], lever);
                odds = new_odds(area, state.retained[area]);
            }
            let mut now = Now { inputs, world, month, area, odds: &odds };
            able += now.run(state, &mut extra);
        }
        let able = able * (1.0 / n_areas.max(1) as f32);
        ward_meetings(state, inputs, world, month, ward, able);
    }
}

fn new_year(state: &mut State, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    for flows in &mut state.flows {
        *flows = [Lanes::ZERO; super::N_FLOWS];
    }
    for flows in &mut state.ward_flows {
        *flows = [Lanes::ZERO; 2];
    }
    let meet = &inputs.meetings;
    let years = (2000 + (month / 12) as i32 - meet.trend_from) as f32;
    state.planned = (meet.trend * years).exp();
    let sd = meet.swing_sd;
    for (swing, &key) in state.swing.iter_mut().zip(&world.geography.centre_keys) {
        let score = normal_quantile(world.luck.uniform(key, SWING, month));
        *swing = (score * sd - sd * sd * 0.5).exp();
    }
}

/// Need on 1 October of a year: consultation follows 65+, living alone, certified and dementia
/// alike (no figure says how much each weighs), plans those at support level, support of care
/// managers those at care level.
pub fn october(
    people: &People,
    year: i32,
    area: usize,
    reference: &[Lanes; N_NEEDS],
) -> [Lanes; N_NEEDS] {
    let years = people.years();
    let year = year.clamp(years.start, (years.end - 1).max(years.start));
    let at = |group| people.october(year, area, group);
    let elderly = at(Group::Age65To74) + at(Group::Age75To84) + at(Group::Age85);
    let alone = Group::ALONE.into_iter().fold(Lanes::ZERO, |sum, group| sum + at(group));
    let (support, care) = (at(Group::Support), at(Group::Care));
    let consult = elderly + alone + (support + care) + at(Group::Dementia);
    [consult * reference[0], support * reference[1], care * reference[2], elderly * reference[3]]
}

/// The month's need. 1 October is the end of September, the sixth month.
fn move_needs(state: &mut State, inputs: &Inputs, people: &People, month: MonthIndex) {
    let year = 2000 + (month / 12) as i32;
    for (area, needs) in state.needs.iter_mut().enumerate() {
        let reference = &inputs.hours.need_reference[area];
        let aim = |needs: &mut Needs, year: i32, months: f32| {
            let next = october(people, year, area, reference);
            for (k, next) in next.into_iter().enumerate() {
                needs.monthly[k] = (next - needs.now[k]) * (1.0 / months);
            }
        };
        // Looked at again in April, because a plan starts then and may change what comes.
        match month % 12 {
            0 => aim(needs, year, 6.0),
            6 => aim(needs, year + 1, 12.0),
            _ => {}
        }
        for k in 0..N_NEEDS {
            needs.now[k] += needs.monthly[k];
        }
    }
}

/// Posts beyond those that follow 65+, in whole posts over the centres in their order.
#[derive(Default)]
struct Extra {
    asked: f64,
}

impl Extra {
    fn next(&mut self, per_centre: f32) -> f32 {
        // A little more than a half, so that a sum of tenths that is a half rounds up everywhere.
        let whole = |asked: f64| libm::floor(asked + 0.5 + 1e-9);
        let before = whole(self.asked);
        // Tenths as written, not as `f32` keeps them.
        self.asked += libm::round(f64::from(per_centre) * 1e4) * 1e-4;
        (whole(self.asked) - before) as f32
    }
}

/// What a centre's month leaves for its area.
struct Reach {
    /// Hours of outreach, weighed by what ties do to them.
    outreach: Lanes,
    /// What ties do, weighed by posts.
    tied: Lanes,
    posts: Lanes,
}

/// One area's month.
struct Now<'a, 'w> {
    inputs: &'a Inputs,
    world: &'a World<'w>,
    month: MonthIndex,
    area: usize,
    odds: &'a AreaOdds,
}

impl Now<'_, '_> {
    /// Returns what share of the reference years' meetings the area could hold.
    fn run(&mut self, state: &mut State, extra: &mut Extra) -> Lanes {
        let wanted = self.wanted(state);
        let centres = self.world.geography.area_centres[self.area].clone();
        let n_centres = centres.len();
        let (mut able, mut cases) = (Lanes::ZERO, Lanes::ZERO);
        let (mut reach, mut reach_all) = (Lanes::ZERO, Lanes::ZERO);
        let (mut tied, mut posts) = (Lanes::ZERO, Lanes::ZERO);
        for centre in centres {
            let team = self.staff(state, centre);
            self.posts(state, centre, extra);
            let reached = self.hours(state, centre, &team, &wanted);
            reach += reached.outreach;
            reach_all += self.inputs.hours.reference[centre];
            able += state.able[centre];
            tied += reached.tied;
            posts += reached.posts;
            cases += self.individual(state, centre);
        }
        let share = self.inputs.hours.shares[Claim::Outreach as usize];
        state.outreach[self.area] = reach.ratio(reach_all * share);
        let able = able * (1.0 / n_centres.max(1) as f32);
        self.area_meetings(state, able, cases, tied.ratio(posts));
        able
    }

    fn lever(&self, lever: LeverId) -> f32 {
        self.world.levers.at(lever, self.area, self.month)
    }

    /// What is wanted of a centre's hours, relative to its hours of the reference years.
    fn wanted(&self, state: &State) -> Wanted {
        let [consult, plans, support, elderly] = state.needs[self.area].now;
        let shares = &self.inputs.hours.shares;
        let calls = self.world.shocks.factor(Hit::Calls, self.month);
        let claims = [
            shares[0] * consult * calls,
            shares[1] * plans,
            shares[2] * elderly,
            shares[3] * support,
            shares[4],
            shares[5] * elderly * self.lever(LeverId::OutreachHours),
        ];
        Wanted::new(claims, &self.inputs.hours.epsilon)
    }

    fn staff(&self, state: &mut State, centre: usize) -> Team {
        let strain = state.strain[centre] * self.inputs.staff.centre_leaving[centre];
        let chances = &self.odds.leave;
        let mut leave = [Shorts::ZERO; 4];
        for (leave, chance) in leave.iter_mut().zip(chances) {
            *leave = Shorts::share(*chance * strain);
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
        let slots = places.slots[centre].clone();
        let used = slots.start..slots.start + state.used[centre];
        let mut posts = Posts {
            tenure: &mut state.tenure[used.clone()],
            ties: &mut state.ties[used],
            n_posts: &state.posts[centre],
            first_profession: places.first_profession[centre],
            pair_keys: &places.pair_keys[slots.start / 2..slots.end / 2],
            leave,
        };
        let team = staff::month(&mut posts, &self.odds.odds, self.world.luck, self.month);
        let flows = &mut state.flows[self.area];
        flows[Flow::Left as usize] += team.left;
        flows[Flow::Hired as usize] += team.hired;
        flows[Flow::Months as usize] += team.filled;
        state.teams[centre] = team;
        team
    }

    /// Posts follow 65+ each April unless they are frozen; what is planned on top follows at once.
    fn posts(&self, state: &mut State, centre: usize, extra: &mut Extra) {
        let is_april = self.month.is_multiple_of(12);
        let is_planned = self.world.levers.is_changed(LeverId::PostsExtra);
        if is_april && self.world.levers.city(LeverId::PostsFrozen, self.month) < 0.5 {
            let staff = &self.inputs.staff;
            let elderly = self.world.people.elderly(self.month, self.area);
            let grown = elderly.ratio(staff.elderly[self.area]);
            let posts = (staff.quota[centre] * grown + staff.rounding).positive().whole();
            state.following[centre] = posts.at_least(Lanes::ONE);
        }
        if is_april || is_planned {
            let n_slots = self.inputs.places.slots[centre].len();
            let extra = extra.next(self.lever(LeverId::PostsExtra));
            let posts = (state.following[centre] + extra).clamp_to(0.0, n_slots as f32);
            state.posts[centre] = Shorts::nearest(posts);
            let needed = usize::from(state.posts[centre].largest()).next_multiple_of(2);
            state.used[centre] = state.used[centre].max(needed);
        }
    }

    /// Counts a centre's hours and shares them out.
    fn hours(&self, state: &mut State, centre: usize, team: &Team, wanted: &Wanted) -> Reach {
        let (staff, hours) = (&self.inputs.staff, &self.inputs.hours);
        let ring = self.lever(LeverId::MeetRing);
        let levers = Levers {
            clerks: self.lever(LeverId::Clerical),
            ring,
            log_rest: libm::logf(1.0 - ring * 0.01),
        };
        let n_posts = state.posts[centre].lanes();
        let year = state.flows[self.area][Flow::Available as usize..]
            .first_chunk_mut::<N_HOURS>()
            .expect("the flows of hours stand together");
        let mut out = Work::default();
        work(
            staff,
            hours,
            &self.inputs.effects,
            levers,
            wanted,
            team,
            &n_posts,
            &self.odds.hours,
            &hours.reference[centre],
            &hours.per_person[centre],
            year,
            &mut out,
        );
        state.effective[centre] = out.effective;
        state.able[centre] = out.able;
        state.strain[centre] = out.strain;
        Reach { outreach: out.outreach, tied: out.tied, posts: n_posts }
    }

    /// Individual-case meetings of one centre; returns the cases.
    fn individual(&self, state: &mut State, centre: usize) -> Lanes {
        let (meet, effects) = (&self.inputs.meetings, &self.inputs.effects);
        let scale = self.lever(LeverId::PlanIndividual);
        let plan = meet.plan_centre[centre] * state.planned * scale;
        let planned = meetings::due(&mut state.carried_centre[centre], plan);
        if !meetings::any(planned) {
            return Lanes::ZERO;
        }
        let (flexible, joint) = (self.lever(LeverId::MeetFlex), self.lever(LeverId::MeetJoint));
        let hours_each =
            (1.0 - effects.flexible * (flexible * 0.01)) * (1.0 + effects.joint * (joint * 0.01));
        let able = state.able[centre] * state.swing[centre];
        let capacity = meet.capacity_centre[centre] * able / (hours_each * state.planned);
        let share = meetings::share_held(scale, effects.plan, capacity)
            * self.world.shocks.factor(Hit::Meetings, self.month);
        let key = self.world.geography.centre_keys[centre];
        let [luck, joint_luck] = meetings::two(self.world.luck.bits(key, INDIVIDUAL, self.month));
        let cases = meetings::thinned(luck, planned, share);
        // Of two centres' cases heard together, one is no meeting of its own.
        let merged = if joint == 0.0 {
            Lanes::ZERO
        } else {
            meetings::thinned(joint_luck, cases, Lanes::all(joint * 0.005))
        };
        let flows = &mut state.flows[self.area];
        flows[Flow::Individual as usize] += cases - merged;
        flows[Flow::Planned as usize] += planned - merged;
        cases
    }

    fn area_meetings(&self, state: &mut State, able: Lanes, cases: Lanes, tie: Lanes) {
        let (meet, area) = (&self.inputs.meetings, self.area);
        let scale = self.lever(LeverId::PlanArea);
        let plan = meet.plan_area[area] * state.planned * scale;
        let planned = meetings::due(&mut state.carried_area[area], plan);
        let key = self.world.geography.area_keys[area];
        let [luck, found_luck] = meetings::two(self.world.luck.bits(key, AREA, self.month));
        let capacity = meet.capacity_area[area] * able / state.planned;
        let share = meetings::share_held(scale, self.inputs.effects.plan, capacity)
            * self.world.shocks.factor(Hit::Meetings, self.month);
        let held = meetings::thinned(luck, planned, share);
        let found = meetings::whole(cases * meet.issues_found * tie + found_luck);
        let resolved = if meetings::any(held) {
            let luck = self.world.luck.uniform(key, RESOLVED, self.month);
            meetings::whole(held * meet.issues_settled + luck)
        } else {
            Lanes::ZERO
        };
        let resolved = state.issues[area].month(found, resolved);
        let flows = &mut state.flows[area];
        flows[Flow::Area as usize] += held;
        flows[Flow::Planned as usize] += planned;
        flows[Flow::Found as usize] += found;
        flows[Flow::Resolved as usize] += resolved;
    }
}

fn ward_meetings(
    state: &mut State,
    inputs: &Inputs,
    world: &World<'_>,
    month: MonthIndex,
    ward: usize,
    able: Lanes,
) {
    let meet = &inputs.meetings;
    let scale = world.levers.city(LeverId::PlanWard, month);
    let plan = meet.plan_ward[ward] * state.planned * scale;
    let planned = meetings::due(&mut state.carried_ward[ward], plan);
    let luck = world.luck.uniform(world.geography.ward_keys[ward], WARD, month);
    let capacity = meet.capacity_ward[ward] * able / state.planned;
    let share = meetings::share_held(scale, inputs.effects.plan, capacity)
        * world.shocks.factor(Hit::Meetings, month);
    let held = meetings::thinned(luck, planned, share);
    state.ward_flows[ward][0] += held;
    state.ward_flows[ward][1] += planned;
}
