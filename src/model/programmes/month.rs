//! One month of the programmes. The order of the list is the order of events: a programme that
//! goes with another stands after it.

use super::course::Course;
use super::{Acts, Costed, Driver, Inputs, Nature, Run, State};
use crate::levers::LeverId;
use crate::model::alarm::World;
use crate::model::awareness::response;
use crate::model::centres;
use crate::model::counts::{binomial, poisson};
use crate::model::ground::{MonthIndex, fiscal_year};
use crate::model::lanes::Lanes;
use crate::model::luck::Purpose;
use crate::model::people::Group;
use crate::model::shock_table::Hit;
use crate::model::ties;

const COMES: Purpose = Purpose::named("programme comes");
const GOES: Purpose = Purpose::named("programme goes");

/// The centres' hours and ties of a month over those of the reference years, for programmes that
/// go with them: kept, it stands for the centre chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drive {
    hours: Lanes,
    ties: Lanes,
}

impl Default for Drive {
    fn default() -> Self {
        Self { hours: Lanes::ONE, ties: Lanes::ONE }
    }
}

impl Drive {
    /// What some programme goes with; the rest is not worked out.
    pub fn of(inputs: &Inputs, state: &centres::State, given: &centres::Inputs) -> Self {
        let any = |driver: &Driver| inputs.courses.iter().any(|course| course.driver == *driver);
        let one = || Lanes::ONE;
        Self {
            hours: if any(&Driver::Hours) { hours(state, given) } else { one() },
            ties: if any(&Driver::Ties) { tie_ratio(state, given) } else { one() },
        }
    }
}

/// What each programme has cost in the fiscal year so far: of those that are not run, what was
/// written down when they were.
pub fn spend(state: &mut State, spent: &mut Vec<Lanes>) {
    spent.resize(state.runs.len(), Lanes::ZERO);
    for (run, spent) in state.runs.iter_mut().zip(spent) {
        if run.is_still {
            run.yen = *spent;
        } else {
            *spent = run.yen;
        }
    }
}

/// Moves the gathering places one month on: before the centres', whose hours go by who needs care.
pub fn gather(state: &mut State, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    if month.is_multiple_of(12) {
        new_year(state, world, month);
    }
    state.gatherings.month(&inputs.gatherings, world, &state.everybody, month);
}

/// Moves the other programmes one month on: after the centres'.
pub fn month(
    state: &mut State,
    inputs: &Inputs,
    world: &World<'_>,
    drive: Drive,
    month: MonthIndex,
) {
    let subsidised = subsidise(state, inputs, world, month);
    for i in 0..inputs.courses.len() {
        let course = &inputs.courses[i];
        if !state.runs[i].is_known || state.runs[i].is_still {
            continue;
        }
        let drive = driver(state, inputs, course, drive) / course.reference;
        let shock = shock(inputs, course, world, month);
        let now = Now { course, world, month, shock, drive, subsidised };
        let part = course.part.map(|(of, share)| (state.runs[of].in_month, share));
        now.run(&mut state.runs[i], part);
    }
}

fn new_year(state: &mut State, world: &World<'_>, month: MonthIndex) {
    for run in &mut state.runs {
        run.flow = Lanes::ZERO;
        run.yen = Lanes::ZERO;
    }
    let year = fiscal_year(month);
    let sum = |area, groups: &[Group]| {
        groups.iter().fold(Lanes::ZERO, |sum, g| sum + world.people.october(year, area, *g))
    };
    for area in 0..state.elderly.len() {
        state.elderly[area] = sum(area, &[Group::Age65To74, Group::Age75To84, Group::Age85]);
        state.alone[area] = sum(area, &Group::ALONE);
        state.everybody[area] = world.people.october(year, area, Group::Total);
        state.subsidised[area] = Lanes::ZERO;
    }
}

/// What the subsidy of resident-led support does to the municipality's visits, and what it costs
/// for each visit there would be as today: (effect, money).
fn subsidise(
    state: &mut State,
    inputs: &Inputs,
    world: &World<'_>,
    month: MonthIndex,
) -> (Lanes, Lanes) {
    let lever = LeverId::ResidentSupport;
    if !world.levers.is_changed(lever) {
        for area in &mut state.subsidised {
            *area += Lanes::ONE;
        }
        return (Lanes::ONE, Lanes::ONE);
    }
    let is_it = |course: &&Course| course.lever.is_some_and(|(id, _)| id == lever);
    let doubled = inputs.courses.iter().find(is_it).map_or(Lanes::ZERO, |course| course.doubled);
    let (mut all, mut effects, mut money) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
    for (area, elderly) in state.elderly.iter().enumerate() {
        let value = world.levers.at(lever, area, month);
        let effect = (Lanes::ONE + doubled * response(Lanes::all(value))).positive();
        state.subsidised[area] += effect;
        all += *elderly;
        effects += *elderly * effect;
        money += *elderly * value;
    }
    (effects.ratio(all), money.ratio(all))
}

fn driver(state: &State, inputs: &Inputs, course: &Course, drive: Drive) -> Lanes {
    let people = |groups: &[Group]| {
        if groups == Group::ALONE.as_slice() { &state.alone } else { &state.elderly }
    };
    match &course.driver {
        Driver::Nothing | Driver::Money(_) => Lanes::ONE,
        Driver::People { groups, .. } => {
            people(groups).iter().fold(Lanes::ZERO, |sum, heads| sum + *heads)
        }
        Driver::Programmes(of) => of.iter().fold(Lanes::ZERO, |sum, &i| {
            sum + match inputs.courses[i].nature {
                Nature::Stock => state.runs[i].stock,
                Nature::Count => state.runs[i].in_month * 12.0,
            }
        }),
        Driver::Gatherings => state.gatherings.all_participants(&inputs.gatherings, &state.elderly),
        Driver::Hours => drive.hours,
        Driver::Ties => drive.ties,
    }
}

/// Hours of all centres over those of the reference years.
fn hours(state: &centres::State, inputs: &centres::Inputs) -> Lanes {
    let (mut now, mut usual) = (Lanes::ZERO, Lanes::ZERO);
    for (centre, reference) in inputs.hours.reference.iter().enumerate() {
        now += state.effective[centre] * inputs.hours.per_person[centre] * *reference;
        usual += *reference;
    }
    now.ratio(usual)
}

/// Ties of all centres over those of the reference years.
fn tie_ratio(state: &centres::State, inputs: &centres::Inputs) -> Lanes {
    let (mut tied, mut posts) = (Lanes::ZERO, Lanes::ZERO);
    for (team, n_posts) in state.teams.iter().zip(&state.posts) {
        tied += team.ties;
        posts += n_posts.lanes();
    }
    tied.ratio(posts * ties::WHOLE * inputs.staff.tie_reference)
}

fn shock(inputs: &Inputs, course: &Course, world: &World<'_>, month: MonthIndex) -> Lanes {
    let Some(hit) = course.hit else { return Lanes::ONE };
    let factor = *world.shocks.factor(hit, month);
    if !(course.contains_pandemic && hit == Hit::Gatherings) {
        return factor;
    }
    // Before the plan the observations say what happened.
    let known = month.checked_sub(inputs.plan).and_then(|i| inputs.contained.get(i as usize));
    known.map_or(Lanes::ONE, |known| factor / *known)
}

/// One programme's month.
struct Now<'a, 'w> {
    course: &'a Course,
    world: &'a World<'w>,
    month: MonthIndex,
    shock: Lanes,
    drive: Lanes,
    subsidised: (Lanes, Lanes),
}

impl Now<'_, '_> {
    fn run(&self, run: &mut Run, part: Option<(Lanes, Lanes)>) {
        match self.course.nature {
            Nature::Stock => self.stock(run),
            Nature::Count => self.count(run, part),
        }
    }

    fn luck(&self, purpose: Purpose) -> Lanes {
        self.world.luck.uniform(self.course.key, purpose, self.month)
    }

    fn lever(&self) -> Option<(f32, Acts)> {
        let (lever, acts) = self.course.lever?;
        let value = self.world.levers.city(lever, self.month);
        Some((value - self.world.levers.default_of(lever), acts))
    }

    fn later(&self) -> usize {
        usize::from(self.course.turns <= self.month)
    }

    fn stock(&self, run: &mut Run) {
        let course = self.course;
        let add = course.adds[self.later()];
        let (more, yearly) = match self.lever() {
            Some((value, Acts::Adds)) => (value, 0.0),
            Some((value, Acts::AddsYearly(times))) => (0.0, value * times),
            _ => (0.0, 0.0),
        };
        let joined = if course.is_decided {
            let before = run.stock;
            run.level += add;
            run.stock = (run.level + more).positive().rounded();
            (run.stock - before).positive()
        } else {
            let full = if course.fills_up { course.base.ratio(run.stock) } else { Lanes::ONE };
            let gain = (add + yearly * (1.0 / 12.0)) * full.at_most(Lanes::ONE);
            let comes = poisson(self.luck(COMES), gain.positive() * self.drive * self.shock);
            let goes = poisson(self.luck(GOES), (-gain).positive()).at_most(run.stock);
            run.stock = run.stock + comes - goes;
            comes
        };
        run.in_month = joined;
        run.flow += joined;
        let paid = match course.cost.map(|cost| cost.of) {
            None => return,
            Some(Costed::New) => joined,
            Some(Costed::Each) => run.stock * (1.0 / 12.0),
        };
        run.yen += paid * course.yen;
    }

    fn count(&self, run: &mut Run, part: Option<(Lanes, Lanes)>) {
        let course = self.course;
        let (effect, money) = match self.lever() {
            Some((_, Acts::Doubled(_))) => self.subsidised,
            _ => (Lanes::ONE, Lanes::ONE),
        };
        let n = match part {
            Some((of, share)) => binomial(self.luck(COMES), of, share),
            None => {
                run.level *= course.factors[self.later()];
                let usual = run.level * (1.0 / 12.0) * self.drive * self.shock;
                poisson(self.luck(COMES), usual * effect)
            }
        };
        run.in_month = n;
        run.flow += n;
        if course.cost.is_some() {
            // What is paid for a visit follows the subsidy, not the visits it brings.
            let paid = if money == effect { n } else { n.ratio(effect) * money };
            run.yen += paid * course.yen;
        }
    }
}
