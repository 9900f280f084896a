//! What happens, lowered to factors by month: the pandemic inside FY2020's figures, which is on
//! unless it is switched off, and the shocks somebody fired.
//!
//! ```text
//! pandemic of FY2020   full in FY2020, pan_fade_2021 of it in FY2021, pan_fade_2022 in FY2022
//!   meetings           1 − loss · left          in February and March 2020: 1 − 6 · loss of the year
//!   gatherings         1 − loss · left
//!   being known        1 − loss · left, the loss such that the mean of three years is the one assumed
//!   time to fill       1 + (factor − 1) · left
//!   calls              1 + rise · left
//! ```
//!
//! The city published no figure of it: ranges in `assumptions/shocks`, wide. A fired wave hits in
//! full for its months; afterwards gatherings come back by e^(−month/recovery), the others at once.

use crate::assumptions::AssumptionId;
use crate::model::ground::{Geography, MonthIndex, Timeline, april};
use crate::model::inputs::Assumed;
use crate::model::lanes::Lanes;
use crate::model::luck::key_of;
use crate::model::people::{Group, People};
use crate::model::shock_table::{Hit, Resignation, ShockTable};
use crate::shocks::{Fired, Length, Script, ShockId};

const MEETINGS: AssumptionId = AssumptionId::of("sh_pandemic_meet");
const GATHERINGS: AssumptionId = AssumptionId::of("sh_pandemic_gather");
const RECOVERY: AssumptionId = AssumptionId::of("sh_pandemic_recover");
const AWARENESS: AssumptionId = AssumptionId::of("sh_pandemic_aware");
const FILL_TIME: AssumptionId = AssumptionId::of("sh_pandemic_recruit");
const CALLS: AssumptionId = AssumptionId::of("sh_pandemic_calls");
const FADE_2021: AssumptionId = AssumptionId::of("pan_fade_2021");
const FADE_2022: AssumptionId = AssumptionId::of("pan_fade_2022");
const END_OF_2019: AssumptionId = AssumptionId::of("mt_feb_mar_2020");
const OLD_SHARE: AssumptionId = AssumptionId::of("sh_housing_old_share");

/// No shock stops what it hits altogether, but a withdrawal and a freeze.
const LEFT_MIN: f32 = 0.02;
/// A frozen vacancy takes this many times as long: practically for ever.
const FROZEN: f32 = 1e6;
/// Of a year's meetings, at most this share can have been lost in its last two months.
const TWO_MONTHS: f32 = 1.0 / 6.0;

/// Everything of a script that is a factor by month or a resignation.
pub fn table(
    script: &Script,
    timeline: Timeline,
    geography: &Geography,
    assumed: &Assumed,
) -> ShockTable {
    let mut table = ShockTable::calm(timeline);
    if script.has_pandemic() {
        pandemic_of_2020(&mut table, assumed);
    }
    for fired in script.fired() {
        fire(&mut table, fired, timeline, geography, assumed);
    }
    table
}

/// The pandemic of FY2020 alone, as far as it is in the script: what observed figures contain.
pub fn known(script: &Script, timeline: Timeline, assumed: &Assumed) -> ShockTable {
    let mut table = ShockTable::calm(timeline);
    if script.has_pandemic() {
        pandemic_of_2020(&mut table, assumed);
    }
    table
}

/// Months whose figures are of a world with the pandemic, where the script has none: an observation
/// made in them says nothing of gatherings. Empty where it has.
pub fn unreal(script: &Script) -> (MonthIndex, MonthIndex) {
    let from = april(2020);
    if script.has_pandemic() { (from, from) } else { (from, april(2023)) }
}

/// How hard a pandemic hits at its height.
struct Wave {
    meetings: Lanes,
    gatherings: Lanes,
    awareness: Lanes,
    fill_time: Lanes,
    calls: Lanes,
}

impl Wave {
    fn new(assumed: &Assumed) -> Self {
        let left = Lanes::ONE + assumed.get(FADE_2021) + assumed.get(FADE_2022);
        Self {
            meetings: assumed.percent(MEETINGS),
            gatherings: assumed.percent(GATHERINGS),
            // What is assumed is the mean of three years.
            awareness: (Lanes::ONE - assumed.get(AWARENESS)) * 3.0 / left,
            fill_time: assumed.get(FILL_TIME) - Lanes::ONE,
            calls: assumed.percent(CALLS),
        }
    }

    fn hit(&self, table: &mut ShockTable, months: std::ops::Range<MonthIndex>, left: Lanes) {
        let keeps = |loss: Lanes| (Lanes::ONE - loss * left).at_least(Lanes::all(LEFT_MIN));
        let grows = |rise: Lanes| (Lanes::ONE + rise * left).at_least(Lanes::all(0.2));
        table.hit(Hit::Meetings, months.clone(), keeps(self.meetings));
        table.hit(Hit::Gatherings, months.clone(), keeps(self.gatherings));
        table.hit(Hit::Awareness, months.clone(), keeps(self.awareness));
        table.hit(Hit::FillTime, months.clone(), grows(self.fill_time));
        table.hit(Hit::Calls, months, grows(self.calls));
    }
}

fn pandemic_of_2020(table: &mut ShockTable, assumed: &Assumed) {
    let wave = Wave::new(assumed);
    let fades = [Lanes::ONE, assumed.get(FADE_2021), assumed.get(FADE_2022)];
    for (year, left) in (2020..).zip(fades) {
        wave.hit(table, april(year)..april(year + 1), left);
    }
    let lost = assumed.percent(END_OF_2019).clamp_to(0.0, 0.16) / TWO_MONTHS;
    table.hit(Hit::Meetings, april(2020) - 2..april(2020), Lanes::ONE - lost);
}

fn fire(
    table: &mut ShockTable,
    fired: &Fired,
    timeline: Timeline,
    geography: &Geography,
    assumed: &Assumed,
) {
    let from = timeline.plan + u32::from(fired.start_month);
    let until = from + u32::from(fired.months);
    let severity = severity(fired, assumed);
    match fired.shock {
        ShockId::Pandemic => {
            // One strength for all it does: that of the meetings lost.
            let usual = MEETINGS.spec().p50 as f32 * 0.01;
            let left = match fired.severity {
                Some(_) => severity * (0.01 / usual),
                None => Lanes::ONE,
            };
            let wave = Wave::new(assumed);
            let wave = match fired.severity {
                Some(_) => Wave { meetings: Lanes::all(usual), ..wave },
                None => wave,
            };
            wave.hit(table, from..until, left);
            let fading = (-1.0 / assumed.get(RECOVERY)).exp();
            let mut loss = wave.gatherings * left;
            for month in until..timeline.end {
                loss *= fading;
                let keeps = (Lanes::ONE - loss).at_least(Lanes::all(LEFT_MIN));
                table.hit(Hit::Gatherings, month..month + 1, keeps);
            }
        }
        ShockId::MassResignation => {
            let key = key_of(&fired.place);
            if let Some(centre) = geography.centre_keys.iter().position(|k| *k == key) {
                table.resignations.push(Resignation { month: from, centre, share: severity });
            }
        }
        ShockId::ContractorWithdrawal => {
            months_long(severity, from..timeline.end, |months, share| {
                table.hit(Hit::Installs, months, Lanes::ONE - share);
            });
        }
        ShockId::HeatWave => table.hit(Hit::Calls, from..until, severity * 0.01 + 1.0),
        ShockId::HiringFreeze => {
            months_long(severity, from..timeline.end, |months, share| {
                let open = (Lanes::ONE - share).at_least(Lanes::all(1.0 / FROZEN));
                table.hit(Hit::FillTime, months, Lanes::ONE / open);
            });
        }
        ShockId::LargeHousing => {}
    }
}

/// The strength of a shock in each draw, in the unit of its assumption.
fn severity(fired: &Fired, assumed: &Assumed) -> Lanes {
    let id = fired.shock.spec().severity;
    fired.severity.map_or_else(|| assumed.get(id), |value| Lanes::all(value as f32))
}

/// Calls back with the share of each month that lies within `length` months, where any does.
fn months_long(
    length: Lanes,
    months: std::ops::Range<MonthIndex>,
    mut each: impl FnMut(std::ops::Range<MonthIndex>, Lanes),
) {
    for (i, month) in months.enumerate() {
        let share = (length - i as f32).clamp_to(0.0, 1.0);
        if !share.any() {
            return;
        }
        each(month..month + 1, share);
    }
}

/// Lets the people of housing projects move in: call it after history is told, because nobody came
/// before the plan. They spread over the ward's areas by population; those of 65+ are as old and
/// need as much care as their neighbours. They stay as they are: who they will be in ten years the
/// shock does not say.
pub fn settle(
    script: &Script,
    timeline: Timeline,
    geography: &Geography,
    assumed: &Assumed,
    people: &mut People,
) {
    for fired in script.fired() {
        let Length::Builds(months) = fired.shock.spec().length else { continue };
        let key = key_of(&fired.place);
        let Some(ward) = geography.ward_keys.iter().position(|k| *k == key) else { continue };
        let from = (timeline.plan + u32::from(fired.start_month)) as i32;
        let all = severity(fired, assumed);
        for year in people.years() {
            let october = (year - 2000) * 12 + 6;
            let share = ((october - from) as f32 / f32::from(months)).clamp(0.0, 1.0);
            if 0.0 < share {
                let areas = geography.ward_areas[ward].clone();
                move_in(people, year, areas, all * share, assumed.get(OLD_SHARE));
            }
        }
    }
}

fn move_in(
    people: &mut People,
    year: i32,
    areas: std::ops::Range<usize>,
    newcomers: Lanes,
    old_share: Lanes,
) {
    const OLD: [Group; 3] = [Group::Age65To74, Group::Age75To84, Group::Age85];
    let total =
        areas.clone().fold(Lanes::ZERO, |sum, area| sum + people.october(year, area, Group::Total));
    for area in areas {
        let before = people.october(year, area, Group::Total);
        let here = newcomers * before.ratio(total);
        let old = OLD.iter().fold(Lanes::ZERO, |sum, g| sum + people.october(year, area, *g));
        let grown = Lanes::ONE + (here * old_share).ratio(old);
        for group in Group::ALL {
            let heads = people.october(year, area, group);
            let next = if group == Group::Total { heads + here } else { heads * grown };
            people.set_october(year, area, group, next);
        }
    }
}
