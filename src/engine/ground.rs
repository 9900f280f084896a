//! A municipality lowered to what runs need: the tree and its luck keys, the calendar, and each
//! chain's observations. Done once a municipality.

use std::sync::Arc;

use super::chance::{Aim, At, Sense, Target};
use super::history::alarm::Seen;
use super::history::awareness;
use crate::assumptions::staff::JUDGED_FOR_ELDERLY;
use crate::facts::Basis;
use crate::facts::observation::{Direction, Kind, Observation, TargetFact, TargetPlace};
use crate::levers::Policy;
use crate::measures::{self, MeasureId};
use crate::model::centres;
use crate::model::ground::{Geography, MonthIndex, Timeline, april, fiscal_year};
use crate::model::inputs::{Assumed, LeverTable, Spot};
use crate::model::luck::{Luck, key_of};
use crate::model::people::People;
use crate::model::population::{self, PeopleGround};
use crate::model::programmes::{self, Programme};
use crate::places::{Level, PlaceId};

/// What runs need to know of a municipality.
pub struct Ground {
    pub geography: Geography,
    pub timeline: Timeline,
    /// The last year of the long view of the people.
    pub population_end: i32,
    pub people: PeopleGround,
    /// Stable code and position of each place a lever can be set for.
    spots: Vec<(String, Spot)>,
    /// Devices on 31 March of each year observed, the earliest first.
    pub alarm: Vec<Seen>,
    /// What is known of the centres; absent where there is none.
    pub centres: Option<centres::Ground>,
    /// Surveys of who knows the centres; absent where none was taken.
    pub awareness: Option<awareness::Ground>,
    pub programmes: Arc<[Programme]>,
    /// The targets of the municipality as a whole, in the order of its facts.
    pub aims: Vec<Aim>,
    /// Those targets, and after them the ones of wards and areas.
    pub targets: Vec<Target>,
    /// Most that is borne together in a fiscal year, yen, from that year on; the earliest first.
    pub ceilings: Vec<(i32, f32)>,
    pub data_hash: u64,
}

impl Ground {
    #[inline]
    pub fn new(city: &Basis) -> Self {
        let places = &city.places;
        let key = |id: PlaceId| key_of(places.code(id));
        let mut spots = vec![(places.code(places.root()).to_owned(), Spot::City)];
        let (mut wards, mut n_areas) = (Vec::new(), 0);
        for ward in places.at_level(Level::Ward) {
            spots.push((places.code(ward).to_owned(), Spot::Ward(wards.len())));
            let mut areas = Vec::new();
            for &area in places.children(ward) {
                spots.push((places.code(area).to_owned(), Spot::Area(n_areas)));
                n_areas += 1;
                areas.push((key(area), places.children(area).iter().map(|&c| key(c)).collect()));
            }
            wards.push((key(ward), areas));
        }
        let frame = &city.frame;
        let targets = targets(city, &spots);
        let of_city = || targets.iter().filter(|target| target.at.is_none());
        Self {
            geography: Geography::new(key(places.root()), &wards),
            timeline: Timeline {
                first: frame.first_month().0 as u32,
                plan: frame.plan_start().0 as u32,
                plan_end: frame.plan.last.last_month().0 as u32 + 1,
                end: frame.last_month().0 as u32 + 1,
            },
            population_end: i32::from(frame.population_end),
            people: PeopleGround::new(city),
            spots,
            alarm: alarm_history(city),
            centres: centre_history(city),
            awareness: awareness::Ground::new(city),
            programmes: all_programmes(city),
            aims: of_city().map(|target| target.aim).collect(),
            targets,
            ceilings: ceilings(city),
            data_hash: city.content_hash(),
        }
    }

    /// The position of a place by its code; the empty code is the municipality.
    pub fn spot(&self, code: &str) -> Option<Spot> {
        if code.is_empty() {
            return Some(Spot::City);
        }
        self.spots.iter().find(|(known, _)| known == code).map(|(_, spot)| *spot)
    }

    pub fn levers(&self, policy: &Policy) -> LeverTable {
        LeverTable::new(policy, self.timeline, &self.geography, &|code| self.spot(code))
    }

    /// The 1 Octobers on both sides of every month of a run, and of every observation that a chain
    /// is told of: some are older than the window.
    fn years(&self) -> std::ops::Range<i32> {
        let years = self.timeline.fiscal_years();
        let first = self.oldest().map_or(years.start, |month| years.start.min(fiscal_year(month)));
        first - 1..years.end + 1
    }

    /// The month of the oldest observation.
    fn oldest(&self) -> Option<MonthIndex> {
        let alarm = self.alarm.iter().map(|seen| april(seen.fiscal_year));
        let centres = self.centres.iter().flat_map(|centres| {
            [centres.turnover, centres.vacancies, centres.meetings].into_iter().flatten()
        });
        let surveys = self.awareness.iter().flat_map(|ground| &ground.surveys);
        let programmes = self.programmes.iter().flat_map(|programme| &programme.seen);
        alarm
            .chain(centres.map(|seen| seen.month))
            .chain(surveys.map(|seen| seen.month))
            .chain(programmes.map(|seen| seen.month))
            .min()
    }

    pub fn people(&self, assumed: &Assumed, luck: &Luck) -> People {
        population::people(&self.people, &self.geography, assumed, luck, self.years())
    }
}

/// A month of history as runs count it; none before April 2000.
pub(super) fn month_of(seen: &Observation) -> Option<MonthIndex> {
    u32::try_from(seen.when.month()?.0).ok()
}

/// Both types counted on 31 March of the same fiscal year, before the plan.
#[inline]
fn alarm_history(city: &Basis) -> Vec<Seen> {
    let root = city.places.root();
    let homes = city.observed_before_plan("alarm_home", root);
    let portable = city.observed_before_plan("alarm_portable", root).into_iter();
    let seen = portable.filter_map(|portable| {
        let march = month_of(portable).filter(|month| month % 12 == 11)?;
        let home = homes.iter().find(|home| month_of(home) == Some(march))?;
        Some(Seen {
            fiscal_year: fiscal_year(march),
            portable: portable.value as f32,
            home: home.value as f32,
            is_count: [portable, home].map(|seen| seen.kind == Kind::Actual),
            error_sd: [portable, home].map(|seen| seen.error_sd.map(|sd| sd as f32)),
        })
    });
    let mut seen: Vec<Seen> = seen.collect();
    seen.dedup_by_key(|seen| seen.fiscal_year);
    seen
}

#[inline]
fn centre_history(city: &Basis) -> Option<centres::Ground> {
    let places = &city.places;
    places.at_level(Level::Centre).next()?;
    let root = places.root();
    let newest = |key: &str| {
        let seen = city.observed_before_plan(key, root).into_iter().next_back()?;
        Some(centres::Observed {
            month: month_of(seen)?,
            value: seen.value as f32,
            error_sd: seen.error_sd.unwrap_or(0.0) as f32,
        })
    };
    let elderly = city.population.base.from_age(root, city.frame.base_year, 65)?;
    Some(centres::Ground {
        posts_share: elderly.persons() as f32 / JUDGED_FOR_ELDERLY,
        turnover: newest("staff_turnover"),
        vacancies: newest("staff_vacancies"),
        under_five_least: newest("staff_tenure_under5").map(|seen| seen.value * 0.01),
        meetings: newest("care_meetings"),
        ward_meetings_from: city.frame.ward_meetings_first.map(|y| april(i32::from(y.0))),
    })
}

/// The targets of a measure the model computes: those of the municipality first, then those of wards
/// and areas. What we suggest is among them, and shown only when asked for. Of each centre nothing
/// is computed by itself: such a target has no chance and is left out.
#[inline]
fn targets(city: &Basis, spots: &[(String, Spot)]) -> Vec<Target> {
    let root = city.places.root();
    let read = |fact: &TargetFact| {
        let at = match fact.place {
            TargetPlace::At(place) if place == root => None,
            TargetPlace::At(place) => {
                let code = city.places.code(place);
                Some(At::One(spots.iter().find(|(known, _)| known == code)?.1))
            }
            TargetPlace::EachWard => Some(At::EachWard),
            TargetPlace::EachArea => Some(At::EachArea),
            TargetPlace::EachCentre => return None,
        };
        let aim = Aim {
            measure: MeasureId::find(fact.measure.as_str())?,
            fiscal_year: i32::from(fact.year.0),
            sense: match fact.direction {
                Direction::AtLeast => Sense::AtLeast,
                Direction::AtMost => Sense::AtMost,
            },
            value: fact.value as f32,
        };
        Some(Target { aim, at, origin: fact.origin, is_on: fact.is_on })
    };
    let all: Vec<Target> = city.targets.iter().filter_map(read).collect();
    let of_city = all.iter().filter(|target| target.at.is_none());
    of_city.chain(all.iter().filter(|target| target.at.is_some())).copied().collect()
}

/// The built-in programmes and a planner's own, whose names are declared for whoever shows them.
#[inline]
fn all_programmes(city: &Basis) -> Arc<[Programme]> {
    measures::own::declare(programmes::own::words(city));
    let mut all = programmes::builtin::programmes(city);
    all.extend(programmes::own::programmes(city));
    all.into()
}

/// What a table or a planner's own figure calls the ceiling of the community support programme.
const CEILING: &str = "programme_ceiling";

#[inline]
fn ceilings(city: &Basis) -> Vec<(i32, f32)> {
    let told = city.observed(CEILING, city.places.root()).into_iter();
    let dated = told.filter_map(|seen| Some((seen.when.fiscal_year()?, seen.value as f32)));
    dated.map(|(year, yen)| (i32::from(year.0), yen)).collect()
}
