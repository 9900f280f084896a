//! What each draw solved, and whether it solved it.

use super::Block;
use crate::assumptions::solved::{PROTOTYPE_OF, SOLVED, SolvedSpec};
use crate::engine::calibrate::three;
use crate::engine::columns::{Columns, Layout};
use crate::engine::history;
use crate::facts::Municipality;
use crate::measures::MeasureId;
use crate::model::ground::april;
use crate::model::hours::Claim;
use crate::model::inputs::Spot;
use crate::model::lanes::Lanes;
use crate::model::read::Moment;

/// A quantity that was solved: ours, and the prototype's where it was made for this municipality.
pub struct SolvedRow {
    pub spec: &'static SolvedSpec,
    pub ours: [f32; 3],
    pub prototype: Option<[f64; 3]>,
}

/// The solved values of every draw so far, by row of [`SOLVED`].
pub(super) struct Collected(Vec<Vec<f32>>);

impl Collected {
    pub(super) fn new() -> Self {
        Self(vec![Vec::new(); SOLVED.len()])
    }

    pub(super) fn take(&mut self, block: &Block<'_>) {
        for (values, spec) in self.0.iter_mut().zip(SOLVED) {
            if let Some(value) = block.solved(spec.key) {
                values.extend(value.0);
            }
        }
    }

    /// What was solved, computed, or forecast without measures.
    pub(super) fn rows(
        self,
        city: &Municipality,
        layout: &Layout,
        columns: &Columns,
    ) -> Vec<SolvedRow> {
        let first = city.frame.window().first.0;
        let row = |(values, spec): (Vec<f32>, &'static SolvedSpec)| {
            let ours = match forecast(spec.key) {
                Some((measure, year)) => {
                    let year = usize::try_from(year - i32::from(first)).ok()?;
                    let cell = (year < layout.n_years).then(|| layout.city(measure, year))?;
                    three(columns.cell(cell, columns.n_draws()))?
                }
                None => three(&values)?,
            };
            let prototype = (city.code == PROTOTYPE_OF).then_some([spec.p10, spec.p50, spec.p90]);
            Some(SolvedRow { spec, ours, prototype })
        };
        self.0.into_iter().zip(SOLVED).filter_map(row).collect()
    }
}

/// The measure and year of a forecast row.
fn forecast(key: &str) -> Option<(MeasureId, i32)> {
    let (name, year) = key.rsplit_once('_')?;
    let measure = match name {
        "aw_true" => MeasureId::Awareness,
        "al_portable" => MeasureId::AlarmPortable,
        "al_home" => MeasureId::AlarmHome,
        "al_total" => MeasureId::AlarmTotal,
        _ => return None,
    };
    Some((measure, year.parse().ok()?))
}

impl Block<'_> {
    /// What a draw solved, in the unit of its row.
    fn solved(&self, key: &str) -> Option<Lanes> {
        let inputs = &self.start.inputs;
        let (alarm, centres) = (inputs.alarm.as_ref(), inputs.centres.as_ref());
        let staff = centres.map(|centres| &centres.staff);
        let hours = centres.map(|centres| &centres.hours);
        let sum = |parts: &[Lanes]| parts.iter().fold(Lanes::ZERO, |sum, part| sum + *part);
        let yearly = hours.map(|hours| sum(&hours.reference) * (12.0 / 1_000.0));
        let meetings = hours.map(|hours| hours.shares[Claim::Meetings as usize]);
        match key {
            "al_install_rate" => {
                let devices = self.start.history.iter().filter_map(|(_, town)| town.alarm.as_ref());
                let second = devices.into_iter().nth(1)?;
                Some(second.areas.iter().fold(Lanes::ZERO, |n, a| n + a.flows.installs))
            }
            "al_p_portable" => alarm.map(|alarm| alarm.solved().portable_share),
            "al_conv_rate" => alarm.map(|alarm| alarm.solved().conversion * 12.0),
            "st_turnover_level" => staff.map(|staff| staff.expected.turnover * 100.0),
            "st_under5_share" => staff.map(|staff| staff.expected.under_five * 100.0),
            "st_tie_index" => staff.map(|staff| staff.tie_reference),
            "mt_plan_2019" => staff.map(|staff| staff.expected.planned),
            "mt_n_individual" => self.at_year_end(MeasureId::MeetIndividual, 2019),
            "hr_budget" => yearly,
            "mt_hours_all" => Some(yearly? * meetings?),
            "mt_hours_share" => meetings.map(|share| share * 100.0),
            "aw_convert" => inputs.awareness.as_ref().map(|a| a.solved.learn * 12.0),
            _ => None,
        }
    }

    /// A measure of the municipality at the end of a fiscal year of its history.
    pub(super) fn at_year_end(&self, measure: MeasureId, fiscal_year: i32) -> Option<Lanes> {
        let (_, town) = self.start.history.iter().find(|(year, _)| *year == fiscal_year)?;
        self.moment(town, april(fiscal_year) + 11, measure)
    }

    pub(super) fn moment(
        &self,
        town: &crate::model::town::Town,
        month: u32,
        measure: MeasureId,
    ) -> Option<Lanes> {
        let world = self.study.world(self.start, self.levers);
        let inputs = &self.start.inputs;
        Moment { town, inputs, world: &world, month }.at(measure, Spot::City)
    }
}

/// 1 where a chain's history was met, by a measure that stands for it.
pub(super) fn met(block: &Block<'_>) -> Vec<(MeasureId, Lanes)> {
    let (start, ground) = (block.start, &block.study.ground);
    let mut out = Vec::new();
    if 2 <= ground.alarm.len() {
        let bridged = history::bridged(ground, start.known());
        out.push((MeasureId::AlarmTotal, bridged.is_found));
    }
    if let Some(centres) = &start.inputs.centres {
        out.push((MeasureId::Turnover, centres.staff.expected.is_found));
        out.push((MeasureId::Meetings, centres.hours.has_room_for_meetings()));
    }
    if let Some(awareness) = &start.inputs.awareness {
        out.push((MeasureId::AwarenessMeasured, awareness.solved.is_found));
    }
    if let Some(programmes) = &start.inputs.programmes {
        let courses = programmes.courses.iter().zip(ground.programmes.iter());
        let within = courses.filter_map(|(course, programme)| {
            let (whole, _) = course.part?;
            Some((programme.measure?, course.is_within(&programmes.courses[whole])))
        });
        out.extend(within);
    }
    out
}
