//! Measures of the centre chain: whole numbers and hours by area, meetings of all types by ward.
//! Rates are made from these by whoever rolls them up.

use std::ops::Range;

use super::month::urgent_hours;
use super::{Flow, Inputs, State};
use crate::measures::MeasureId;
use crate::model::ground::Geography;
use crate::model::lanes::Lanes;
use crate::model::meetings::Issues;
use crate::model::shorts::Shorts;
use crate::model::staff::{self, FIVE_YEARS, N_PROFESSIONS, ONE_YEAR, TENURE_MAX};
use crate::model::ties;

/// Issues open for longer than this many months are old.
const OLD_ISSUE_MONTHS: usize = 12;

/// A measure of some areas: a stock at the month's end, a flow of the fiscal year so far.
pub fn read(
    state: &State,
    inputs: &Inputs,
    geography: &Geography,
    measure: MeasureId,
    areas: Range<usize>,
) -> Option<Lanes> {
    let flow = |flow: Flow| {
        let areas = state.flows[areas.clone()].iter();
        Some(areas.fold(Lanes::ZERO, |sum, flows| sum + flows[flow as usize]))
    };
    let issues = |of: fn(&Issues) -> Lanes| {
        let areas = state.issues[areas.clone()].iter();
        Some(areas.fold(Lanes::ZERO, |sum, issues| sum + of(issues)))
    };
    let urgent = |flow: Flow| {
        let k = flow as usize - Flow::Consult as usize;
        let of = |area: usize| {
            let is_told_apart = state.is_closed;
            let hours = || urgent_hours(state, inputs, area)[k];
            if is_told_apart { state.flows[area][flow as usize] } else { hours() }
        };
        Some(areas.clone().fold(Lanes::ZERO, |sum, area| sum + of(area)))
    };
    let people = Staff { state, geography, areas: areas.clone() };
    match measure {
        MeasureId::Posts => Some(people.filled() + people.vacancies()),
        MeasureId::Filled => Some(people.filled()),
        MeasureId::Vacancies => Some(people.vacancies()),
        MeasureId::CentresIncomplete => Some(people.incomplete()),
        MeasureId::StaffExits => flow(Flow::Left),
        MeasureId::StaffHires => flow(Flow::Hired),
        MeasureId::FilledMonths => flow(Flow::Months),
        MeasureId::TenureUnder1 => Some(people.between(0, ONE_YEAR)),
        MeasureId::Tenure1To5 => Some(people.between(ONE_YEAR, FIVE_YEARS)),
        MeasureId::TenureUnder5 => Some(people.between(0, FIVE_YEARS)),
        MeasureId::TenureOver5 => Some(people.between(FIVE_YEARS, u16::MAX)),
        MeasureId::Effective => Some(people.sum(|centre| state.effective[centre])),
        MeasureId::TieSum => {
            Some(people.sum(|centre| state.teams[centre].ties * (1.0 / ties::WHOLE)))
        }
        MeasureId::HoursAvailable => flow(Flow::Available),
        MeasureId::HoursConsult => urgent(Flow::Consult),
        MeasureId::HoursPlans => urgent(Flow::Plans),
        MeasureId::HoursAdmin => urgent(Flow::Admin),
        MeasureId::HoursSupport => urgent(Flow::Support),
        MeasureId::HoursMeetings => flow(Flow::Meetings),
        MeasureId::HoursOutreach => flow(Flow::Outreach),
        MeasureId::HoursWanted => flow(Flow::Wanted),
        MeasureId::MeetIndividual => flow(Flow::Individual),
        MeasureId::MeetArea => flow(Flow::Area),
        MeasureId::IssuesFound => flow(Flow::Found),
        MeasureId::IssuesResolved => flow(Flow::Resolved),
        MeasureId::IssuesOpen => issues(|issues| issues.open),
        MeasureId::IssuesOld => issues(|issues| issues.older_than(OLD_ISSUE_MONTHS)),
        MeasureId::IssuesOldest => {
            let of = state.issues[areas].iter().map(Issues::oldest_months);
            Some(of.fold(Lanes::ZERO, Lanes::at_least))
        }
        _ => None,
    }
}

/// A measure that is a ward's and not an area's: it holds the ward's own meetings.
pub fn read_ward(
    state: &State,
    geography: &Geography,
    measure: MeasureId,
    ward: usize,
) -> Option<Lanes> {
    let areas = |flow: Flow| {
        let areas = geography.ward_areas[ward].clone();
        areas.fold(Lanes::ZERO, |sum, area| sum + state.flows[area][flow as usize])
    };
    let [held, planned] = state.ward_flows[ward];
    let all_held = || held + (areas(Flow::Individual) + areas(Flow::Area));
    let all_planned = || planned + areas(Flow::Planned);
    match measure {
        MeasureId::MeetWard => Some(held),
        MeasureId::Meetings => Some(all_held()),
        MeasureId::MeetingsPlanned => Some(all_planned()),
        MeasureId::MeetingsMissed => Some(all_planned() - all_held()),
        _ => None,
    }
}

/// The people of the areas' centres, slot by slot.
struct Staff<'a> {
    state: &'a State,
    geography: &'a Geography,
    areas: Range<usize>,
}

impl Staff<'_> {
    /// Area by area, as every roll-up adds.
    fn sum(&self, of: impl Fn(usize) -> Lanes) -> Lanes {
        self.areas.clone().fold(Lanes::ZERO, |sum, area| {
            let centres = self.geography.area_centres[area].clone();
            sum + centres.fold(Lanes::ZERO, |sum, centre| sum + of(centre))
        })
    }

    fn centres(&self) -> impl Iterator<Item = usize> {
        self.areas.clone().flat_map(|area| self.geography.area_centres[area].clone())
    }

    fn slots(&self, centre: usize) -> &[Shorts] {
        let start = self.state.slot_starts[centre];
        &self.state.since[start..start + self.state.used[centre]]
    }

    /// People whose tenure is from `from` to below `to`, counted in one loop over the draws.
    fn between(&self, from: u16, to: u16) -> Lanes {
        let mut count = Shorts::ZERO;
        for centre in self.centres() {
            for since in self.slots(centre) {
                count_between(since, self.state.now, from, to.min(TENURE_MAX * 2), &mut count);
            }
        }
        count.lanes()
    }

    fn filled(&self) -> Lanes {
        self.sum(|centre| self.state.teams[centre].filled)
    }

    fn vacancies(&self) -> Lanes {
        let mut count = Shorts::ZERO;
        for centre in self.centres() {
            let posts = &self.state.posts[centre];
            for (slot, since) in self.slots(centre).iter().enumerate() {
                count_vacant(since, self.state.now, slot as u16, posts, &mut count);
            }
        }
        count.lanes()
    }

    /// Centres where nobody of some profession is.
    fn incomplete(&self) -> Lanes {
        self.sum(|centre| {
            let first = staff::first_profession(self.geography.centre_keys[centre]);
            let mut there = [Shorts::ZERO; N_PROFESSIONS];
            for (slot, since) in self.slots(centre).iter().enumerate() {
                let there = &mut there[(first + slot) % N_PROFESSIONS];
                count_between(since, self.state.now, 0, TENURE_MAX * 2, there);
            }
            let [a, b, c] = there;
            let fewest = a.at_most(b).at_most(c);
            fewest.lanes().choose(Lanes::ZERO, Lanes::ONE)
        })
    }
}

#[inline(never)]
fn count_between(since: &Shorts, now: u16, from: u16, to: u16, count: &mut Shorts) {
    for (count, since) in count.0.iter_mut().zip(&since.0) {
        // Of an empty post tenure is negative: larger than all as a number without a sign.
        let tenure = now.wrapping_sub(*since);
        *count += u16::from(tenure.wrapping_sub(from) < to - from);
    }
}

#[inline(never)]
fn count_vacant(since: &Shorts, now: u16, slot: u16, posts: &Shorts, count: &mut Shorts) {
    for ((count, since), posts) in count.0.iter_mut().zip(&since.0).zip(&posts.0) {
        let is_empty = now.wrapping_sub(*since) >> 15;
        *count += if slot < *posts { is_empty } else { 0 };
    }
}
