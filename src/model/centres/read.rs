//! Measures of the centre chain: whole numbers and hours by area, meetings of all types by ward.
//! Rates are made from these by whoever rolls them up.

use super::{Flow, State};
use crate::measures::MeasureId;
use crate::model::ground::Geography;
use crate::model::lanes::Lanes;
use crate::model::shorts::Shorts;
use crate::model::staff::{self, FIVE_YEARS, N_PROFESSIONS, ONE_YEAR, VACANT};
use crate::model::ties;

/// Issues open for longer than this many months are old.
const OLD_ISSUE_MONTHS: usize = 12;

/// A measure of an area: a stock at the month's end, a flow of the fiscal year so far.
pub fn read(
    state: &State,
    geography: &Geography,
    measure: MeasureId,
    area: usize,
) -> Option<Lanes> {
    let flow = |flow: Flow| Some(state.flows[area][flow as usize]);
    let people = Staff { state, geography, area };
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
        MeasureId::TenureOver5 => Some(people.between(FIVE_YEARS, VACANT)),
        MeasureId::Effective => Some(people.sum(|centre| state.effective[centre])),
        MeasureId::TieSum => {
            Some(people.sum(|centre| state.teams[centre].ties * (1.0 / ties::WHOLE)))
        }
        MeasureId::HoursAvailable => flow(Flow::Available),
        MeasureId::HoursConsult => flow(Flow::Consult),
        MeasureId::HoursPlans => flow(Flow::Plans),
        MeasureId::HoursAdmin => flow(Flow::Admin),
        MeasureId::HoursSupport => flow(Flow::Support),
        MeasureId::HoursMeetings => flow(Flow::Meetings),
        MeasureId::HoursOutreach => flow(Flow::Outreach),
        MeasureId::HoursWanted => flow(Flow::Wanted),
        MeasureId::MeetIndividual => flow(Flow::Individual),
        MeasureId::MeetArea => flow(Flow::Area),
        MeasureId::IssuesFound => flow(Flow::Found),
        MeasureId::IssuesResolved => flow(Flow::Resolved),
        MeasureId::IssuesOpen => Some(state.issues[area].open),
        MeasureId::IssuesOld => Some(state.issues[area].older_than(OLD_ISSUE_MONTHS)),
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

/// Age in months of the oldest open issue among some areas; 36 where it is older.
pub fn oldest_issue_months(state: &State, areas: impl Iterator<Item = usize>) -> Lanes {
    areas.fold(Lanes::ZERO, |age, area| age.at_least(state.issues[area].oldest_months()))
}

/// The people of an area's centres, slot by slot.
struct Staff<'a> {
    state: &'a State,
    geography: &'a Geography,
    area: usize,
}

impl Staff<'_> {
    fn sum(&self, of: impl Fn(usize) -> Lanes) -> Lanes {
        let centres = self.geography.area_centres[self.area].clone();
        centres.fold(Lanes::ZERO, |sum, centre| sum + of(centre))
    }

    fn slots(&self, centre: usize) -> &[Shorts] {
        let start = self.state.slot_starts[centre];
        &self.state.tenure[start..start + self.state.used[centre]]
    }

    fn between(&self, from: u16, to: u16) -> Lanes {
        self.sum(|centre| {
            self.slots(centre)
                .iter()
                .fold(Lanes::ZERO, |sum, tenure| sum + count(tenure, |t| from <= t && t < to))
        })
    }

    fn filled(&self) -> Lanes {
        self.between(0, VACANT)
    }

    fn vacancies(&self) -> Lanes {
        self.sum(|centre| {
            let posts = self.state.posts[centre];
            let slots = self.slots(centre).iter().enumerate();
            slots.fold(Lanes::ZERO, |sum, (slot, tenure)| {
                sum + Lanes::from_fn(|i| {
                    let is_vacant = tenure.0[i] == VACANT && slot < usize::from(posts.0[i]);
                    f32::from(u8::from(is_vacant))
                })
            })
        })
    }

    /// Centres where nobody of some profession is.
    fn incomplete(&self) -> Lanes {
        self.sum(|centre| {
            let first = staff::first_profession(self.geography.centre_keys[centre]);
            let mut there = [Lanes::ZERO; N_PROFESSIONS];
            for (slot, tenure) in self.slots(centre).iter().enumerate() {
                there[(first + slot) % N_PROFESSIONS] += count(tenure, |t| t < VACANT);
            }
            let fewest = there[0].at_most(there[1]).at_most(there[2]);
            fewest.choose(Lanes::ZERO, Lanes::ONE)
        })
    }
}

fn count(tenure: &Shorts, is_in: impl Fn(u16) -> bool) -> Lanes {
    Lanes::from_fn(|i| f32::from(u8::from(is_in(tenure.0[i]))))
}
