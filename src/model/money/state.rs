//! The fiscal year's money, put together from what the chains have done and what levers cost.

use super::{Inputs, Year, bill, premium};
use crate::levers::LeverId;
use crate::measures::MeasureId;
use crate::model::alarm::{self, World};
use crate::model::centres::{self, Flow};
use crate::model::ground::{MonthIndex, fiscal_year};
use crate::model::lanes::Lanes;
use crate::model::people::{Group, People};
use crate::model::programmes;

/// The chains that cost money; one that is absent costs nothing.
#[derive(Clone, Copy)]
pub struct Chains<'a> {
    pub alarm: Option<&'a alarm::State>,
    /// Their people and hours, and their meetings.
    pub centres: Option<&'a centres::State>,
    pub meetings: Option<&'a centres::State>,
    pub programmes: Option<&'a programmes::State>,
}

impl<'a> Chains<'a> {
    /// Those of a town.
    pub fn of(
        alarm: &'a Option<alarm::State>,
        centres: &'a Option<centres::State>,
        programmes: &'a Option<programmes::State>,
    ) -> Self {
        Self {
            alarm: alarm.as_ref(),
            centres: centres.as_ref().filter(|centres| !centres.only_meets),
            meetings: centres.as_ref(),
            programmes: programmes.as_ref(),
        }
    }
}

/// The fiscal year so far, and the closed years of the plan period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What only levers and device-months bring; flows stand in the chains themselves.
    so_far: Year,
    /// All of it, with what the chains themselves have at the month's end.
    pub year: Year,
    closed: u32,
    inside: Lanes,
    insured: Lanes,
}

impl State {
    /// One month, after all the others. Money is known from the plan's first month on. `kept` is
    /// the year so far as it was when the chains that are absent now were run.
    pub fn month(
        &mut self,
        inputs: &Inputs,
        world: &World<'_>,
        chains: Chains<'_>,
        kept: &Year,
        month: MonthIndex,
    ) {
        if month.is_multiple_of(12) {
            self.so_far = Year::default();
        }
        if (month - inputs.plan).is_multiple_of(inputs.plan_months) {
            (self.closed, self.inside, self.insured) = (0, Lanes::ZERO, Lanes::ZERO);
        }
        self.devices(world, chains.alarm, month);
        self.staff(world, chains.centres, month);
        let twelfth = 1.0 / 12.0;
        let areas = 0..world.geography.n_areas();
        let known = areas.clone().map(|area| world.levers.at(LeverId::AlarmPublicity, area, month));
        let alarm_publicity = known.sum::<f32>() / areas.len().max(1) as f32;
        self.so_far.alarm_publicity += Lanes::all(alarm_publicity * twelfth);
        let publicity = world.levers.city(LeverId::PublicityMoney, month);
        self.so_far.publicity += Lanes::all(publicity * twelfth);
        self.year = self.put_together(chains, kept);
        if month % 12 == 11 {
            self.closed += 1;
            self.inside += bill(&self.year, inputs).paid(inputs, fiscal_year(month)).inside;
            self.insured += insured(world.people, world.geography.n_areas(), month);
        }
    }

    /// Takes over what the centres' people have cost in the fiscal year so far.
    pub fn take_centres(&mut self, of: &Self) {
        self.so_far.take_centres(&of.so_far);
    }

    fn devices(&mut self, world: &World<'_>, alarm: Option<&alarm::State>, month: MonthIndex) {
        let Some(alarm) = alarm else { return };
        let [portable, home] = alarm.in_use;
        let year = &mut self.so_far;
        year.portable_months += portable;
        year.home_months += home;
        year.top_charges += portable * world.levers.city(LeverId::AlarmChargePortable, month)
            + home * world.levers.city(LeverId::AlarmChargeHome, month);
    }

    /// What staff levers cost; as today none of them does.
    fn staff(&mut self, world: &World<'_>, centres: Option<&centres::State>, month: MonthIndex) {
        let Some(centres) = centres else { return };
        let year = &mut self.so_far;
        let mut each = |lever: LeverId, add: &dyn Fn(&mut Year, usize, f32)| {
            if !world.levers.is_changed(lever) {
                return;
            }
            for (centre, &area) in world.geography.centre_area.iter().enumerate() {
                add(year, centre, world.levers.at(lever, area, month));
            }
        };
        let team = |centre: usize| &centres.teams[centre];
        each(LeverId::Retention, &|year, centre, percent| {
            year.retention_months += team(centre).filled * (percent * 0.01);
        });
        each(LeverId::Supervision, &|year, centre, percent| {
            year.supervision_months += team(centre).filled * (percent * 0.01);
        });
        each(LeverId::PaySupplement, &|year, centre, yen| {
            year.supplements += team(centre).filled * yen;
        });
        each(LeverId::RecruitEffort, &|year, centre, times| {
            year.hires += team(centre).hired * (times - 1.0);
        });
        each(LeverId::Handover, &|year, centre, months| {
            year.overlap_months += team(centre).left * months;
        });
        each(LeverId::Clerical, &|year, _, clerks| year.clerk_months += Lanes::all(clerks));
    }

    /// The fiscal year so far with the chains' own flows.
    fn put_together(&self, chains: Chains<'_>, kept: &Year) -> Year {
        let mut year = self.so_far;
        if let Some(centres) = chains.centres {
            let (mut filled, mut hired) = (Lanes::ZERO, Lanes::ZERO);
            for flows in &centres.flows {
                filled += flows[Flow::Months as usize];
                hired += flows[Flow::Hired as usize];
            }
            year.filled_months += filled;
            year.hires += hired;
        }
        if let Some(centres) = chains.meetings {
            let areas = centres.flows.iter().fold(Lanes::ZERO, |sum, flows| {
                sum + (flows[Flow::Individual as usize] + flows[Flow::Area as usize])
            });
            year.meetings = centres.ward_flows.iter().fold(areas, |sum, f| sum + f[0]);
        }
        if let Some(alarm) = chains.alarm {
            year.setups = alarm.areas.iter().fold(Lanes::ZERO, |sum, area| {
                sum + (area.flows.installs + area.flows.conversions)
            });
        }
        if let Some(programmes) = chains.programmes {
            year.programmes = programmes::read::yen(programmes);
            year.supported = programmes.gatherings.supported;
        }
        year.of_absent(chains, kept);
        year
    }

    /// A measure of the municipality: yen of the fiscal year so far, and the premium of the plan
    /// period's closed years.
    pub fn read(&self, inputs: &Inputs, measure: MeasureId, month: MonthIndex) -> Option<Lanes> {
        let bill = bill(&self.year, inputs);
        let paid = bill.paid(inputs, fiscal_year(month));
        Some(match measure {
            MeasureId::CostStaff => bill.staff,
            MeasureId::CostTraining => bill.training,
            MeasureId::CostAlarm => bill.alarm,
            MeasureId::CostMeetings => bill.meetings,
            MeasureId::CostPublicity => bill.publicity,
            MeasureId::CostProgrammes => bill.programmes,
            MeasureId::CostTotal => bill.total(),
            MeasureId::CostRecruit => self.year.hires * inputs.hire,
            MeasureId::CeilingLeft => paid.left?,
            MeasureId::CeilingOver => paid.left.map(|_| paid.above)?,
            MeasureId::PaidNation => paid.nation,
            MeasureId::PaidPrefecture => paid.prefecture,
            MeasureId::PaidCity => paid.municipality,
            MeasureId::PaidPremium => paid.premiums,
            MeasureId::Premium if 0 < self.closed => premium(self.inside, self.insured, inputs),
            _ => return None,
        })
    }
}

/// People of 65 and over on 1 October of the fiscal year.
fn insured(people: &People, n_areas: usize, month: MonthIndex) -> Lanes {
    let year = fiscal_year(month);
    let mut all = Lanes::ZERO;
    for area in 0..n_areas {
        for group in [Group::Age65To74, Group::Age75To84, Group::Age85] {
            all += people.october(year, area, group);
        }
    }
    all
}
