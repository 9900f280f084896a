//! The centre chain: staff, their ties, their hours and the meetings those hours make possible.
//!
//! Here are the chain's data, inputs and state; `month` is the order of events, `meet` its
//! meetings, `solve` and `start` find what history fixes, `effects` turns levers into factors,
//! `read` gives measures.

pub mod effects;
mod extra;
mod meet;
pub mod month;
mod need;
pub mod plan;
pub mod quotas;
pub mod read;
mod rehearsal;
pub mod solve;
pub mod start;
pub mod work;

use std::ops::Range;

use super::ground::MonthIndex;
use super::hours::{Claim, N_CLAIMS, Response, Wanted};
use super::lanes::Lanes;
use super::luck::YearLuck;
use super::meetings::Issues;
use super::shorts::Shorts;
use super::staff::{N_PROFESSIONS, Team};
use super::ties::Fading;

pub use month::month;
pub use rehearsal::Rehearsal;
pub use start::start;

/// One observation with its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed {
    /// The month at whose end it holds, or the last month of the fiscal year it is of.
    pub month: MonthIndex,
    pub value: f32,
    /// Standard error; 0 where none was stated: turnover then takes `st_turnover_se`. Of a count of
    /// vacancies it is not asked, a count brings its own.
    pub error_sd: f32,
}

/// What a municipality knows about its centres. What is missing is anchored on assumptions alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// What share of the posts drawn (`st_posts_city`) this municipality has: 1 for the one the
    /// assumption was made for, for another the ratio of 65+.
    pub posts_share: f32,
    /// Turnover in percent a year.
    pub turnover: Option<Observed>,
    /// Vacant posts of the three professions.
    pub vacancies: Option<Observed>,
    /// «More than» this share of staff has under five years in post.
    pub under_five_least: Option<f32>,
    /// Meetings of all types held in a fiscal year.
    pub meetings: Option<Observed>,
    /// The month since which there are ward meetings; none: always.
    pub ward_meetings_from: Option<MonthIndex>,
}

/// Everything the chain is given, lowered and solved for sixteen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    pub places: Places,
    pub staff: StaffInputs,
    pub hours: HoursInputs,
    pub meetings: MeetingInputs,
    pub effects: effects::Strengths,
}

/// Where each centre's slots stand in the state.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// Slots of each centre.
    pub slots: Vec<Range<usize>>,
    pub first_profession: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StaffInputs {
    /// Posts by 65+ at the start of the window, before rounding, by centre.
    pub quota: Vec<Lanes>,
    /// What is added to a quota before its whole part is taken.
    pub rounding: Lanes,
    /// 65+ at the start of the window, by area.
    pub elderly: Vec<Lanes>,
    /// Monthly chances to leave: under one year, one to five, five and over.
    pub hazards: [Lanes; 3],
    pub leave_season: [Lanes; 12],
    pub hire_season: [Lanes; 12],
    pub months_to_fill: [Lanes; N_PROFESSIONS],
    pub load_elasticity: Lanes,
    /// Load acts on leaving within these bounds.
    pub load_bounds: [Lanes; 2],
    /// How much easier than elsewhere people leave, by centre.
    pub centre_leaving: Vec<Lanes>,
    pub ramp: Shorts,
    /// Output lost for each eighth of a month still to go to full output.
    pub ramp_loss: Lanes,
    pub mentor: Lanes,
    pub mentored: Shorts,
    pub fading: Fading,
    pub tie_reference: Lanes,
    pub tie_elasticity: Lanes,
    /// What the expected path says: for reports and tests.
    pub expected: Expected,
}

/// The expected path of a draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Turnover, share a year.
    pub turnover: Lanes,
    pub under_five: Lanes,
    pub posts: Lanes,
    /// Mean months to fill over the professions.
    pub months_to_fill: Lanes,
    pub filled: Lanes,
    /// Meetings planned in a year, as today.
    pub planned: Lanes,
    /// 1 where the rates that were found do what was observed.
    pub is_found: Lanes,
}

#[derive(Clone, Debug, PartialEq)]
pub struct HoursInputs {
    /// Hours of a centre in a month of the reference years.
    pub reference: Vec<Lanes>,
    /// What one effective person brings, relative to the centre's reference hours.
    pub per_person: Vec<Lanes>,
    /// Shares of the hours wanted in the reference years; they add to 1.
    pub shares: [Lanes; N_CLAIMS],
    /// How far each claim gives way when hours are short.
    pub epsilon: [Lanes; N_CLAIMS],
    /// What λ is of the hours, under the claims of the reference years.
    pub response: Response,
    /// One over the need of the reference years by area: for consultation, prevention plans,
    /// support of care managers, and 65+ for the rest.
    pub need_reference: Vec<[Lanes; N_NEEDS]>,
    /// One over the hours of outreach of the reference years, by area.
    pub outreach_reference: Vec<Lanes>,
}

/// Meetings cannot be more than this part of community work: their hours come from other ranges
/// (number times length), and outreach, the rest, must stay above nothing.
pub(super) const MEETINGS_OF_COMMUNITY_MAX: f32 = 0.9;

impl HoursInputs {
    /// 1 where the meetings that were counted fit into the hours for community work.
    pub fn has_room_for_meetings(&self) -> Lanes {
        let meetings = self.shares[Claim::Meetings as usize];
        let community = meetings + self.shares[Claim::Outreach as usize];
        meetings.below(community * (MEETINGS_OF_COMMUNITY_MAX * 0.999))
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct MeetingInputs {
    /// Meetings planned a month, as today: by centre, by area, by ward.
    pub plan_centre: Vec<Lanes>,
    pub plan_area: Vec<Lanes>,
    pub plan_ward: Vec<Lanes>,
    /// Capacity over plan in the reference years: by centre, by area, by ward.
    pub capacity_centre: Vec<Lanes>,
    pub capacity_area: Vec<Lanes>,
    pub capacity_ward: Vec<Lanes>,
    /// How a centre's capacity swings from year to year, log sd.
    pub swing_sd: Lanes,
    /// Log growth of the plan in a year without measures, and the year it is 1 in.
    pub trend: Lanes,
    pub trend_from: i32,
    /// The first month with ward meetings.
    pub ward_from: MonthIndex,
    /// Area issues found per meeting, and settled per area meeting.
    pub issues_found: Lanes,
    pub issues_settled: Lanes,
}

/// How many kinds of need drive claims on hours.
pub const N_NEEDS: usize = 4;

/// Flows of the fiscal year so far, by area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Flow {
    Left,
    Hired,
    Months,
    Available,
    Wanted,
    Meetings,
    Outreach,
    /// The first of the urgent claims, which are told apart at the end of the year.
    Consult,
    Plans,
    Admin,
    Support,
    /// The first of the meetings' own, which stand last.
    Individual,
    Area,
    Planned,
    Found,
    Resolved,
}

pub const N_FLOWS: usize = 16;

/// A month's end, for sixteen draws.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Since when each slot is held or empty, centre by centre, and its ties then; see
    /// [`super::staff`].
    pub since: Vec<Shorts>,
    pub ties: Vec<Shorts>,
    /// The month's end, in the same unit.
    pub now: u16,
    /// Where each centre's slots start.
    pub slot_starts: Vec<usize>,
    /// Slots of each centre that any draw has used so far.
    pub used: Vec<usize>,
    /// Posts by 65+ and posts in all, by centre.
    pub following: Vec<Lanes>,
    /// Whole posts of the plan's on top of those.
    pub extra: Vec<f32>,
    pub posts: Vec<Shorts>,
    pub teams: Vec<Team>,
    pub effective: Vec<Lanes>,
    /// What the month's load does to leaving in the next: 1 at the reference load.
    pub strain: Vec<Lanes>,
    /// The year's own capacity of each centre for individual meetings, over its plan, and the April
    /// from which it is.
    pub own: Vec<Lanes>,
    pub own_from: Option<MonthIndex>,
    /// Meetings possible, relative to the reference years, by centre, and what ties do to what
    /// they find.
    pub able: Vec<Lanes>,
    pub tied: Vec<Lanes>,
    /// Luck of the fiscal year: of centres, and of areas' meetings.
    pub staff_luck: YearLuck,
    pub area_luck: YearLuck,
    /// Only meetings are run: people and their hours are as they were, and not to be read.
    pub only_meets: bool,
    /// Only people and their hours are run: no meeting is held.
    pub only_people: bool,
    /// How far a retention programme has taken hold, by area.
    pub retained: Vec<Lanes>,
    /// The year's plan relative to that of the year observed, without measures, and one over it.
    pub planned: Lanes,
    pub per_plan: Lanes,
    /// Parts of meetings planned but not yet due: by centre, by area, by ward.
    pub carried_centre: Vec<Lanes>,
    pub carried_area: Vec<Lanes>,
    pub carried_ward: Vec<Lanes>,
    /// What is wanted of the hours by area, and the outreach and calls it was worked out for.
    pub wanted: Vec<Wanted>,
    pub outreach_asked: Vec<f32>,
    pub calls: Lanes,
    /// The share of the certified that prevention leaves, by area.
    pub certified_kept: Vec<Lanes>,
    /// Something has changed since the need was last looked at: prevention, or all that is known
    /// of people, as where a plan begins.
    pub has_new_need: bool,
    /// Ties of each centre's posts over those of the reference years, for each tie held.
    pub tie_scale: Vec<Lanes>,
    /// Whether the year's urgent hours have been told apart.
    pub is_closed: bool,
    pub flows: Vec<[Lanes; N_FLOWS]>,
    /// Ward meetings held and planned in the fiscal year so far.
    pub ward_flows: Vec<[Lanes; 2]>,
    pub issues: Vec<Issues>,
    /// Outreach of the month relative to the reference years, hours times ties, by area.
    pub outreach: Vec<Lanes>,
}
