//! Does history fit? What each draw solved, beside what the prototype of each chain found, and
//! each observation beside the run that was told of it. Data that contradict themselves end in an
//! error that names the chain.

use super::bands::{P10, P50, P90, quantiles};
use super::columns::{Columns, Layout};
use super::study::Study;
use crate::assumptions::solved::{SOLVED, SolvedSpec};
use crate::facts::Municipality;
use crate::facts::observation::Kind as SeenKind;
use crate::levers::Policy;
use crate::measures::{Kind, MeasureId};
use crate::model::lanes::{LANES, Lanes};

/// Blocks of draws looked at.
const BLOCKS: u32 = 32;
/// More draws than this without a solution, and the data contradict themselves.
const UNSOLVED_MAX: f64 = 0.05;

/// A quantity that was solved: ours beside the prototype's.
pub struct SolvedRow {
    pub spec: &'static SolvedSpec,
    pub ours: [f32; 3],
}

/// An observation and what the run says of the same year.
pub struct FitRow {
    pub measure: MeasureId,
    pub fiscal_year: i32,
    pub is_count: bool,
    pub seen: f64,
    pub ours: [f32; 3],
}

pub struct Calibration {
    pub solved: Vec<SolvedRow>,
    pub fit: Vec<FitRow>,
    /// Share of draws without a solution, by chain.
    pub unsolved: Vec<(&'static str, f64)>,
}

/// A chain whose history no rate explains in too many draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    pub measure: &'static str,
    pub share: f64,
}

pub fn calibrate(city: &Municipality, study: &Study) -> Result<Calibration, Contradiction> {
    let ground = &study.ground;
    let layout = Layout::new(ground.timeline, &ground.geography, None);
    let mut columns = Columns::new(layout.n_cells(), BLOCKS);
    let levers = ground.levers(&Policy::default());
    let mut found: Vec<Vec<f32>> = vec![Vec::new(); SOLVED.len()];
    let mut unsolved = 0.0;
    for block in 0..BLOCKS {
        let start = study.start(block);
        study.run(&start, &levers, &layout, block, &mut columns);
        for (values, spec) in found.iter_mut().zip(SOLVED) {
            if let Some(value) = solved(spec.key, &start) {
                values.extend(value.0);
            }
        }
        if let Some(awareness) = &start.inputs.awareness {
            let missing = Lanes::ONE - awareness.solved.is_found;
            unsolved += missing.0.iter().map(|x| f64::from(*x)).sum::<f64>();
        }
    }
    let share = unsolved / f64::from(BLOCKS * LANES as u32);
    if UNSOLVED_MAX < share {
        return Err(Contradiction { measure: "centre_awareness", share });
    }
    let mut work = Vec::new();
    let mut three =
        |values: &[f32]| quantiles(values, &mut work).map(|band| [band[P10], band[P50], band[P90]]);
    let solved = SOLVED.iter().zip(&found);
    let solved = solved.filter_map(|(spec, v)| Some(SolvedRow { spec, ours: three(v)? })).collect();
    let n = columns.n_draws();
    let fit = seen(city, study)
        .filter_map(|(measure, fiscal_year, is_count, seen)| {
            let year = usize::try_from(fiscal_year - ground.timeline.fiscal_years().start).ok()?;
            if layout.n_years <= year {
                return None;
            }
            let ours = three(columns.cell(layout.city(measure, year), n))?;
            Some(FitRow { measure, fiscal_year, is_count, seen, ours })
        })
        .collect();
    Ok(Calibration { solved, fit, unsolved: vec![("centre_awareness", share)] })
}

/// What a draw solved, in the unit of its row.
fn solved(key: &str, start: &super::study::Start) -> Option<Lanes> {
    let alarm = start.inputs.alarm.as_ref();
    let staff = start.inputs.centres.as_ref().map(|centres| &centres.staff.expected);
    let devices = start.history.iter().filter_map(|(_, town)| town.alarm.as_ref()).nth(1);
    match key {
        "al_install_rate" => {
            devices.map(|s| s.areas.iter().fold(Lanes::ZERO, |n, a| n + a.flows.installs))
        }
        "al_p_portable" => alarm.map(|alarm| alarm.solved().portable_share),
        "al_conv_rate" => alarm.map(|alarm| alarm.solved().conversion * 12.0),
        "st_turnover_level" => staff.map(|staff| staff.turnover * 100.0),
        "st_under5_share" => staff.map(|staff| staff.under_five * 100.0),
        "mt_plan_2019" => staff.map(|staff| staff.planned),
        "aw_convert" => start.inputs.awareness.as_ref().map(|a| a.solved.learn * 12.0),
        _ => None,
    }
}

/// The municipality's own observations of what the model computes.
fn seen<'a>(
    city: &'a Municipality,
    study: &'a Study,
) -> impl Iterator<Item = (MeasureId, i32, bool, f64)> + 'a {
    let root = city.places.root();
    let plan = crate::model::ground::fiscal_year(study.ground.timeline.plan);
    MeasureId::all().flat_map(move |measure| {
        city.observed(measure.spec().key, root).into_iter().filter_map(move |seen| {
            let year = i32::from(seen.when.fiscal_year()?.0);
            let is_figure = matches!(seen.kind, SeenKind::Actual | SeenKind::Estimate);
            let is_count = seen.kind == SeenKind::Actual;
            // A stock of another day than the year's end stands beside no yearly value.
            let is_march = seen.when.month()?.month_of_fiscal_year() == 11;
            let is_comparable = measure.spec().kind != Kind::Stock || is_march;
            (is_figure && is_comparable && year < plan)
                .then_some((measure, year, is_count, seen.value))
        })
    })
}
