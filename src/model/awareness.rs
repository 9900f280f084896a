//! Who knows the support centres: a share of those of 65+ who are not certified, by area.
//!
//! ```text
//! A' = A + min(½, u·m(area)·D·S·effort) · (1 − A) − b·A         in a month, u and b a twelfth
//! effort = 1 + e_o·f(outreach) + min(e_p·f(money), reach) + e_t·(ties − 1)/0.1
//!            + e_m·(meetings / usual − S_m)·296/100             never below 0
//! f(x)   = 4·(x − 1) / (x + 2)
//! ```
//!
//! `b` lumps forgetting, newcomers and leavers: two surveys cannot part them. `u` is solved in each
//! draw from the last two surveys with their errors (`engine/history/awareness`). `D` grows by e^δ a
//! year, `S` is what a pandemic leaves, `S_m` what it leaves of meetings, so that fewer meetings
//! are not counted twice. `f` is 0 as today and 1 at twice as much; each step gives less than the
//! one before, because the same people are reached again, and nothing at all loses twice what
//! doubling gains. Publicity cannot make known to more people than its money reaches (`reach`).
//! Outreach is hours *served* times what ties do to them, from the centre chain; `ties` is the
//! index over that of the reference years, for word passed on by neighbours and commissioners.
//!
//! `m(area)` = odds(A area) / odds(A city) at the last survey. It leaves the city's inflow as it is
//! and keeps areas as far apart as they were; nothing below the city was ever surveyed. No area is
//! read without this spread.
//!
//! The survey is taken every few years, of people not certified: `centre_awareness` is then the
//! city's share plus z·√(deff·A(1−A)/n); in the months between it is what a survey is expected to
//! find, the true share. Source: calibration §4; ranges in `assumptions/awareness`, `effects`.

use super::alarm::World;
use super::centres;
use super::counts::normal_quantile;
use super::ground::MonthIndex;
use super::inputs::Assumed;
use super::lanes::{LANES, Lanes};
use super::luck::Purpose;
use super::people::People;
use super::shock_table::Hit;
use super::shorts::Shorts;
use super::ties;
use crate::assumptions::AssumptionId;
use crate::levers::LeverId;
use crate::measures::MeasureId;

const PULL_BACK: AssumptionId = AssumptionId::of("aw_pullback");
const DRIFT: AssumptionId = AssumptionId::of("aw_drift");
const DESIGN: AssumptionId = AssumptionId::of("aw_deff");
const RESPONDENTS: AssumptionId = AssumptionId::of("aw_survey_n");
const OUTREACH: AssumptionId = AssumptionId::of("ef_aw_outreach");
const PUBLICITY: AssumptionId = AssumptionId::of("ef_aw_publicity");
const TIES: AssumptionId = AssumptionId::of("ef_aw_ties");
const MEETINGS: AssumptionId = AssumptionId::of("ef_aw_meet");
const MONEY_TODAY: AssumptionId = AssumptionId::of("mo_publicity_base");
const REACHED: AssumptionId = AssumptionId::of("mo_publicity_person");

const SURVEY: Purpose = Purpose::named("awareness survey");

/// Meetings a year of the city that `ef_aw_meet`, given for 100 more, was judged for.
const MEETINGS_JUDGED: f32 = 296.0;
/// Of those who do not know the centres, at most this share learns of them in a month.
const LEARN_MAX: f32 = 0.5;

/// What history fixes of one draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// Share of the unaware who learn of the centres in a month, at the last survey's effort.
    pub learn: Lanes,
    /// 1 where a rate was found, 0 where the surveys asked for one below nothing.
    pub is_found: Lanes,
    /// How much sooner people of an area learn of them.
    pub odds: Vec<Lanes>,
    /// The city's share at the last survey, and at the one before.
    pub aware: Lanes,
    pub before: Option<Lanes>,
    /// People of 65+ not certified at the last survey.
    pub people: Lanes,
}

/// Everything the chain is given, lowered.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    pub solved: Solved,
    pull_back: Lanes,
    /// Factor on learning from one month to the next.
    drift: Lanes,
    outreach: Lanes,
    publicity: Lanes,
    /// Effort that the money of today's publicity can buy at most.
    money_reach: Lanes,
    ties: Lanes,
    /// Effort per share of meetings more than usual.
    meetings: Lanes,
    /// Meetings held in a usual month; 0 where nobody has counted.
    usual_meetings: f32,
    survey: Survey,
}

/// When the survey is taken and how well it sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    pub last: MonthIndex,
    pub every: u32,
    pub respondents: Lanes,
    pub design: Lanes,
}

impl Survey {
    pub fn is_taken(&self, month: MonthIndex) -> bool {
        self.last <= month && (month - self.last).is_multiple_of(self.every.max(1))
    }

    /// Standard error of a share found among `people`.
    pub fn error(&self, share: Lanes, people: Lanes) -> Lanes {
        let n = self.respondents.at_most(people).at_least(Lanes::ONE);
        (self.design * share * (Lanes::ONE - share) / n).positive().sqrt()
    }
}

/// Survey error's size from what was assumed.
pub fn survey(assumed: &Assumed, last: MonthIndex, every: u32) -> Survey {
    Survey { last, every, respondents: assumed.get(RESPONDENTS), design: assumed.get(DESIGN) }
}

/// Pull-back in a month.
pub fn pull_back(assumed: &Assumed) -> Lanes {
    assumed.get(PULL_BACK) * (1.0 / 12.0)
}

/// Factor on the rate of learning from one month to the next.
pub fn drift(assumed: &Assumed) -> Lanes {
    (assumed.get(DRIFT) * (1.0 / 12.0)).exp()
}

impl Inputs {
    /// `meetings` were held in the year observed.
    pub fn new(assumed: &Assumed, solved: Solved, survey: Survey, meetings: Option<f32>) -> Self {
        let yen_a_month = assumed.get(MONEY_TODAY) * (1e6 / 12.0);
        let reached = yen_a_month * assumed.get(REACHED) * 1e-4;
        let learning = solved.learn * (Lanes::ONE - solved.aware) * solved.people;
        Self {
            pull_back: pull_back(assumed),
            drift: drift(assumed),
            outreach: assumed.percent(OUTREACH),
            publicity: assumed.percent(PUBLICITY),
            money_reach: reached.ratio(learning),
            ties: assumed.percent(TIES) * 10.0,
            meetings: assumed.percent(MEETINGS) * (MEETINGS_JUDGED / 100.0),
            usual_meetings: meetings.map_or(0.0, |n| n / 12.0),
            survey,
            solved,
        }
    }
}

/// What the survey of this month says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Found {
    /// None was taken: what one is expected to find.
    #[default]
    Expected,
    /// Normal score of its sampling error.
    Sampled(Lanes),
    /// It is history: its result, a share.
    Published(f32),
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Share who know the centres, by area.
    pub aware: Vec<Lanes>,
    /// What has become of the rate of learning since the last survey.
    pub drift: Lanes,
    pub found: Found,
    /// Meetings held in the fiscal year so far, a month ago.
    meetings_before: Lanes,
}

impl State {
    pub fn new(aware: Vec<Lanes>, drift: Lanes, found: Found) -> Self {
        Self { aware, drift, found, meetings_before: Lanes::ZERO }
    }
}

/// What the centres' month does for being known: kept, it stands for the centre chain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// Effort of outreach and ties, by area.
    told: Vec<Lanes>,
    /// Meetings of all types held in the fiscal year so far.
    held: Lanes,
}

impl Word {
    /// What the centres have done at the end of their month.
    pub fn hear(
        &mut self,
        inputs: &Inputs,
        world: &World<'_>,
        (centres, given): (&centres::State, &centres::Inputs),
    ) {
        self.held = held(centres);
        if centres.only_meets {
            return;
        }
        self.told.resize(centres.outreach.len(), Lanes::ZERO);
        let geography = world.geography;
        for (area, out) in self.told.iter_mut().enumerate() {
            let of = geography.area_centres[geography.host[area]].clone();
            let (outreach, ties) = (&centres.outreach[area], &given.staff.tie_reference);
            if of.len() == 1 {
                let (team, posts) = (&centres.teams[of.start], &centres.posts[of.start]);
                told_of(inputs, outreach, &team.ties, posts, ties, out);
            } else {
                *out = told(inputs, *outreach, tie_ratio(centres, given, world, area));
            }
        }
    }
}

/// The same of an area with one centre, as most are: one loop over the draws.
#[inline(never)]
fn told_of(
    inputs: &Inputs,
    outreach: &Lanes,
    tied: &Lanes,
    posts: &Shorts,
    tie_reference: &Lanes,
    out: &mut Lanes,
) {
    for i in 0..LANES {
        let usual = f32::from(posts.0[i]) * ties::WHOLE * tie_reference.0[i];
        let ties = if usual == 0.0 { 0.0 } else { tied.0[i] / usual };
        let ratio = outreach.0[i];
        let response = (ratio - 1.0) * 4.0 / (ratio + 2.0);
        out.0[i] = inputs.outreach.0[i] * response + inputs.ties.0[i] * (ties - 1.0);
    }
}

fn told(inputs: &Inputs, outreach: Lanes, ties: Lanes) -> Lanes {
    inputs.outreach * response(outreach) + inputs.ties * (ties - Lanes::ONE)
}

/// One month: after the centres'. Without them outreach follows its lever alone.
pub fn month(
    state: &mut State,
    inputs: &Inputs,
    world: &World<'_>,
    word: Option<&Word>,
    month: MonthIndex,
) {
    state.drift *= inputs.drift;
    let everywhere = for_the_city(state, inputs, world, word, month);
    let alone = *world.shocks.factor(Hit::Awareness, month);
    let learn = inputs.solved.learn * state.drift * alone;
    for (area, aware) in state.aware.iter_mut().enumerate() {
        let told = match word {
            Some(word) => word.told[area],
            None => {
                let hours = world.levers.at(LeverId::OutreachHours, area, month);
                told(inputs, Lanes::all(hours), Lanes::ONE)
            }
        };
        let effort = (everywhere + told).positive();
        *aware = next(*aware, learn * inputs.solved.odds[area] * effort, inputs.pull_back);
    }
    state.found = if inputs.survey.is_taken(month) {
        let luck = world.luck.uniform(world.geography.city_key, SURVEY, month);
        Found::Sampled(normal_quantile(luck))
    } else {
        Found::Expected
    };
}

/// A share a month on.
#[inline(always)]
pub fn next(aware: Lanes, learn: Lanes, pull_back: Lanes) -> Lanes {
    aware + learn.at_most(Lanes::all(LEARN_MAX)) * (Lanes::ONE - aware) - pull_back * aware
}

/// `f` of the equation: 0 as today, 1 at twice as much.
#[inline(always)]
pub fn response(ratio: Lanes) -> Lanes {
    (ratio - Lanes::ONE) * 4.0 / (ratio + 2.0)
}

/// The part of the effort that is the same in all areas.
fn for_the_city(
    state: &mut State,
    inputs: &Inputs,
    world: &World<'_>,
    word: Option<&Word>,
    month: MonthIndex,
) -> Lanes {
    let money = world.levers.city(LeverId::PublicityMoney, month);
    let wished = inputs.publicity * response(Lanes::all(money));
    let bought = inputs.money_reach * (money - 1.0);
    let publicity = if money < 1.0 { wished } else { wished.at_most(bought) };
    let effort = Lanes::ONE + publicity;
    let Some(word) = word.filter(|_| 0.0 < inputs.usual_meetings) else {
        return effort;
    };
    let so_far = word.held;
    let before =
        if month.is_multiple_of(12) { Lanes::ZERO } else { state.meetings_before.at_most(so_far) };
    state.meetings_before = so_far;
    let share = (so_far - before) * (1.0 / inputs.usual_meetings);
    effort + inputs.meetings * (share - *world.shocks.factor(Hit::Meetings, month))
}

/// Meetings of all types held in the fiscal year so far.
fn held(centres: &centres::State) -> Lanes {
    use centres::Flow;
    let areas = centres.flows.iter().fold(Lanes::ZERO, |sum, flows| {
        sum + flows[Flow::Individual as usize] + flows[Flow::Area as usize]
    });
    centres.ward_flows.iter().fold(areas, |sum, flows| sum + flows[0])
}

/// The tie index of an area over that of the reference years.
fn tie_ratio(
    centres: &centres::State,
    inputs: &centres::Inputs,
    world: &World<'_>,
    area: usize,
) -> Lanes {
    let (mut tied, mut posts) = (Lanes::ZERO, Lanes::ZERO);
    let geography = world.geography;
    for centre in geography.area_centres[geography.host[area]].clone() {
        tied += centres.teams[centre].ties;
        posts += centres.posts[centre].lanes();
    }
    tied.ratio(posts * ties::WHOLE * inputs.staff.tie_reference)
}

/// People of 65 and over who are not certified, at the end of a month. What prevention takes off
/// the certified (a few in a thousand of these people) is not in it.
pub fn not_certified(people: &People, area: usize, month: MonthIndex) -> Lanes {
    people.at_end_of(month, area).not_certified()
}

/// A measure of an area.
pub fn read(
    state: &State,
    people: &People,
    measure: MeasureId,
    area: usize,
    month: MonthIndex,
) -> Option<Lanes> {
    match measure {
        MeasureId::AwareBase => Some(not_certified(people, area, month)),
        MeasureId::AwareTrue => Some(not_certified(people, area, month) * state.aware[area]),
        _ => None,
    }
}

/// A measure of the municipality that is not the sum of its areas.
pub fn read_city(
    state: &State,
    inputs: &Inputs,
    people: &People,
    measure: MeasureId,
    month: MonthIndex,
) -> Option<Lanes> {
    if measure != MeasureId::AwarenessMeasured {
        return None;
    }
    let (mut aware, mut all) = (Lanes::ZERO, Lanes::ZERO);
    for (area, share) in state.aware.iter().enumerate() {
        let people = not_certified(people, area, month);
        aware += people * *share;
        all += people;
    }
    let share = aware.ratio(all);
    let found = match &state.found {
        Found::Expected => share,
        Found::Sampled(score) => {
            (share + *score * inputs.survey.error(share, all)).clamp_to(0.0, 1.0)
        }
        Found::Published(share) => Lanes::all(*share),
    };
    Some(found * 100.0)
}
