//! Being known, from the surveys: the rate at which people learn of the centres is solved on the
//! expected path between the last two, each met within its sampling error. So the band is not thin
//! at the last survey, and nothing is rejected: a draw whose surveys ask for a rate below nothing
//! has the rate 0 and the last survey's share, and is counted.
//!
//! With one survey the rate is what keeps its share where it is, and the trend is the drift alone.

use super::Known;
use crate::assumptions::AssumptionId;
use crate::engine::ground::month_of;
use crate::facts::Basis;
use crate::levers::Policy;
use crate::model::alarm::World;
use crate::model::awareness::{
    Found, Inputs, Solved, State, drift, month, next, not_certified, pull_back, survey,
};
use crate::model::counts::normal_quantile;
use crate::model::ground::{Geography, MonthIndex, Timeline, fiscal_year};
use crate::model::inputs::LeverTable;
use crate::model::lanes::Lanes;
use crate::model::luck::Purpose;
use crate::model::shock_table::Hit;

/// A survey's result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub month: MonthIndex,
    /// Share who know the centres.
    pub share: f32,
    /// Standard error, as a share, where it was stated.
    pub error_sd: Option<f32>,
}

/// What a municipality knows of being known.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The earliest first; at least one.
    pub surveys: Vec<Seen>,
    /// Meetings of all types held in the last year counted.
    pub meetings: Option<f32>,
}

const WARD_SD: AssumptionId = AssumptionId::of("aw_ward_sd");
const AREA_SD: AssumptionId = AssumptionId::of("aw_area_sd");
const SURVEY_ERROR: Purpose = Purpose::named("awareness history survey");
const SPREAD: Purpose = Purpose::named("awareness by place");

/// Months between two surveys where only one was taken.
const EVERY: u32 = 36;
/// Nobody learns faster than this in a month.
const LEARN_MAX: f32 = 0.25;
/// A survey that finds nobody, or everybody, leaves no odds.
const SHARE_MIN: f32 = 0.005;

impl Ground {
    /// `None` where no survey was taken before the plan.
    #[inline]
    pub fn new(city: &Basis) -> Option<Self> {
        let root = city.places.root();
        let surveys = city.observed_before_plan("centre_awareness", root).into_iter();
        let surveys = surveys.filter_map(|seen| {
            Some(Seen {
                month: month_of(seen)?,
                share: (seen.value * 0.01) as f32,
                error_sd: seen.error_sd.map(|sd| (sd * 0.01) as f32),
            })
        });
        let surveys: Vec<Seen> = surveys.collect();
        let meetings = city.observed_before_plan("care_meetings", root);
        let meetings = meetings.last().map(|seen| seen.value as f32);
        (!surveys.is_empty()).then_some(Self { surveys, meetings })
    }

    /// The month of the survey before the last.
    pub fn before(&self) -> Option<MonthIndex> {
        self.surveys.iter().rev().nth(1).map(|seen| seen.month)
    }
}

/// What bridging looks at.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    pub ground: &'a Ground,
    pub geography: &'a Geography,
    pub timeline: Timeline,
    pub known: Known<'a>,
    /// All levers as today.
    pub levers: &'a LeverTable,
}

/// The inputs, and the chain at the end of each fiscal year of the history.
pub fn tell(ask: &Ask<'_>) -> (Inputs, Vec<(i32, State)>) {
    let Known { assumed, people, .. } = ask.known;
    let surveys = &ask.ground.surveys;
    let last = surveys[surveys.len() - 1];
    let before = surveys.len().checked_sub(2).map(|i| surveys[i]);
    let every = before.map_or(EVERY, |before| last.month - before.month);
    let survey = survey(assumed, last.month, every);
    let everybody = |month| {
        let areas = 0..ask.geography.n_areas();
        areas.fold(Lanes::ZERO, |sum, area| sum + not_certified(people, area, month))
    };
    let truth = |seen: Seen| {
        let share = Lanes::all(seen.share);
        let error =
            seen.error_sd.map_or_else(|| survey.error(share, everybody(seen.month)), Lanes::all);
        let luck = ask.known.luck.uniform(ask.geography.city_key, SURVEY_ERROR, seen.month);
        (share + normal_quantile(luck) * error).clamp_to(SHARE_MIN, 1.0 - SHARE_MIN)
    };
    let path = Path::between(ask, before.map(|seen| (seen, truth(seen))), (last, truth(last)));
    let areas = spread(ask, path.aware, last.month);
    let odds = |share: Lanes| share / (Lanes::ONE - share);
    let solved = Solved {
        learn: path.learn,
        is_found: path.is_found,
        odds: areas.iter().map(|share| odds(*share) / odds(path.aware)).collect(),
        aware: path.aware,
        before: path.start,
        people: everybody(last.month),
    };
    let inputs = Inputs::new(assumed, solved, survey, ask.ground.meetings);
    let years = live_through(ask, &inputs, &path, areas);
    (inputs, years)
}

/// The city's expected path between the surveys.
struct Path {
    learn: Lanes,
    is_found: Lanes,
    /// The city's share at the survey before.
    start: Option<Lanes>,
    /// The city's share at the last survey.
    aware: Lanes,
    /// At the end of each March between the surveys.
    marches: Vec<(MonthIndex, Lanes)>,
    last: Seen,
}

impl Path {
    fn between(ask: &Ask<'_>, before: Option<(Seen, Lanes)>, last: (Seen, Lanes)) -> Self {
        let (seen, aware) = last;
        let pull = pull_back(ask.known.assumed);
        let Some((first, start)) = before else {
            let learn = pull * aware / (Lanes::ONE - aware);
            let is_found = Lanes::ONE;
            let marches = Vec::new();
            return Self { learn, is_found, start: None, aware, marches, last: seen };
        };
        let step = drift(ask.known.assumed);
        let n_months = seen.month - first.month;
        // The rate is that of the last survey: before it the drift was still to come.
        let mut earliest = Lanes::ONE;
        for _ in 0..n_months {
            earliest = earliest / step;
        }
        let run = |learn: Lanes, keep: &mut dyn FnMut(MonthIndex, Lanes)| {
            let (mut share, mut drifted) = (start, earliest);
            for month in first.month + 1..=seen.month {
                drifted *= step;
                let shock = shock(ask, month);
                share = next(share, learn * drifted * shock, pull);
                keep(month, share);
            }
            share
        };
        let (mut low, mut high) = (Lanes::ZERO, Lanes::all(LEARN_MAX));
        for _ in 0..26 {
            let middle = (low + high) * 0.5;
            let is_low = run(middle, &mut |_, _| {}).below(aware);
            low = is_low.choose(middle, low);
            high = is_low.choose(high, middle);
        }
        let learn = (low + high) * 0.5;
        let mut marches = Vec::new();
        let end = run(learn, &mut |month, share| {
            if month % 12 == 11 {
                marches.push((month, share));
            }
        });
        let miss = (end - aware).at_least(aware - end);
        let is_found = miss.below(Lanes::all(1e-3));
        Self { learn, is_found, start: Some(start), aware, marches, last: seen }
    }
}

fn shock(ask: &Ask<'_>, month: MonthIndex) -> Lanes {
    if month < ask.timeline.first {
        return Lanes::ONE;
    }
    *ask.known.shocks.factor(Hit::Awareness, month)
}

/// Areas about the city's share: spread in log-odds by ward and area, and moved together until
/// the city has its share.
fn spread(ask: &Ask<'_>, city: Lanes, month: MonthIndex) -> Vec<Lanes> {
    let Known { assumed, people, luck, .. } = ask.known;
    let of = |key: u32, sd: AssumptionId| {
        normal_quantile(luck.uniform(key, SPREAD, 0)) * assumed.percent(sd)
    };
    let points_of_odds = city * (Lanes::ONE - city);
    let own: Vec<Lanes> = (0..ask.geography.n_areas())
        .map(|area| {
            let ward = ask.geography.ward_keys[ask.geography.area_ward[area]];
            (of(ward, WARD_SD) + of(ask.geography.area_keys[area], AREA_SD)) / points_of_odds
        })
        .collect();
    let heads: Vec<Lanes> = (0..own.len()).map(|area| not_certified(people, area, month)).collect();
    let all = heads.iter().fold(Lanes::ZERO, |sum, n| sum + *n);
    let middle = (city / (Lanes::ONE - city)).ln();
    let mut moved = Lanes::ZERO;
    let share =
        |own: Lanes, moved: Lanes| Lanes::ONE / (Lanes::ONE + (-(middle + own + moved)).exp());
    for _ in 0..5 {
        let (mut aware, mut slope) = (Lanes::ZERO, Lanes::ZERO);
        for (own, heads) in own.iter().zip(&heads) {
            let here = share(*own, moved);
            aware += *heads * here;
            slope += *heads * here * (Lanes::ONE - here);
        }
        moved += (city * all - aware).ratio(slope);
    }
    own.iter().map(|own| share(*own, moved)).collect()
}

/// Keeps each March up to the plan. After the last survey it is lived through with the centres as
/// they were in the reference years.
fn live_through(
    ask: &Ask<'_>,
    inputs: &Inputs,
    path: &Path,
    areas: Vec<Lanes>,
) -> Vec<(i32, State)> {
    let result = |month| {
        let taken = ask.ground.surveys.iter().find(|seen| seen.month == month);
        taken.map_or(Found::Expected, |seen| Found::Published(seen.share))
    };
    let mut years = Vec::new();
    let earlier = path.marches.iter().filter(|(month, _)| *month < path.last.month);
    for (month, city) in earlier.filter(|(month, _)| ask.timeline.first <= *month) {
        let state = State::new(spread(ask, *city, *month), Lanes::ONE, result(*month));
        years.push((fiscal_year(*month), state));
    }
    let mut state = State::new(areas, Lanes::ONE, result(path.last.month));
    if ask.timeline.first <= path.last.month && path.last.month % 12 == 11 {
        years.push((fiscal_year(path.last.month), state.clone()));
    }
    let world = World {
        geography: ask.geography,
        people: ask.known.people,
        levers: ask.levers,
        shocks: ask.known.shocks,
        luck: ask.known.luck,
    };
    let from = (path.last.month + 1).max(ask.timeline.first);
    for at in from..ask.timeline.plan {
        month(&mut state, inputs, &world, None, at);
        if at % 12 == 11 {
            state.found = Found::Expected;
            years.push((fiscal_year(at), state.clone()));
        }
    }
    years
}

/// The table of a policy that leaves all as it is.
pub fn as_today(timeline: Timeline, geography: &Geography) -> LeverTable {
    LeverTable::new(&Policy::default(), timeline, geography, &|_| None)
}
