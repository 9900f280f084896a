//! From a job's columns to what the page is told: bands, chances, differences.

use super::desk::{Desk, Places};
use super::job::{Job, Run};
use crate::engine::bands::quantiles;
use crate::engine::chance::{Target, chance, curve};
use crate::engine::columns::{Layout, Sheet};
use crate::engine::compare::difference;
use crate::engine::ground::Ground;
use crate::engine::reach::{self, Source};
use crate::levers::Policy;
use crate::measures::MeasureId;
use crate::model::ground::{Geography, fiscal_year};
use crate::model::inputs::Spot;
use crate::protocol::{Answer, Band, Compared, Comparison, Gap, Pair, TargetAnswer};

/// Points of an S-curve.
const CURVE_POINTS: usize = 41;

/// Areas a page can hold: a worker's blocks and columns of 256 draws then stay under 512 MB.
const AREAS_MAX: usize = 2_000;

/// Why a municipality is too large to be run in a page, in both languages.
pub(super) fn too_large(geography: &Geography) -> Option<(String, String)> {
    let n = geography.n_areas();
    (AREAS_MAX < n).then(|| {
        (
            format!(
                "このデータには圏域が{n}あり、画面で計算できる上限の{AREAS_MAX}を超えています。\
                 圏域をまとめるか、コマンド mitoshi run で計算してください。"
            ),
            format!(
                "These data have {n} care areas; a page can run at most {AREAS_MAX}. Put areas \
                 together, or run them with the command mitoshi run."
            ),
        )
    })
}

pub(super) fn forecast(job: &Job, desk: &mut Desk, n_done: u32) -> Answer {
    let (run, layout) = (&job.runs[0], &job.layout);
    let ground = &*run.study.ground;
    let n = n_done as usize;
    let all = 0..layout.n_measure_cells();
    let baseline = desk.baseline(&run.study, n_done, || bands(&job.baseline, n, &mut all.clone()));
    let has_focus = layout.view.is_some_and(|view| view.focus.is_some());
    let first = layout.n_city_cells();
    let focus = if has_focus { first..first + layout.n_measure_cells() } else { 0..0 };
    Answer {
        revision: job.ask.revision,
        n_done,
        n_draws: job.n_draws(),
        first_year: ground.timeline.fiscal_years().start,
        n_years: layout.n_years as u32,
        city: city(job, run, &baseline, n),
        baseline: baseline.to_vec(),
        view: job.ask.view.clone(),
        focus: bands(&run.sheet, n, &mut focus.clone()),
        focus_baseline: bands(&job.baseline, n, &mut focus.clone()),
        places: of_places(job, desk, n_done),
        months: bands(&run.sheet, n, &mut months(layout, ground)),
        months_baseline: bands(&job.baseline, n, &mut months(layout, ground)),
        targets: targets(job, run, Some(&job.baseline), n),
        code: job.code(run, n_done),
    }
}

/// Bands of places. Those that the policy cannot have changed since the last answer are its own:
/// where there are two hundred areas, they are most of all bands.
fn of_places(job: &Job, desk: &mut Desk, n_done: u32) -> Vec<Option<Band>> {
    let (run, layout) = (&job.runs[0], &job.layout);
    let (ground, policy) = (&*run.study.ground, &run.under.policy);
    let kept = desk.places(&run.study);
    let before = kept.take().filter(|kept| kept.n == n_done && kept.layout == *layout);
    let is_same = |known: &Places| {
        layout.view.is_none_or(|view| !is_reached(ground, &known.policy, policy, view.measure))
    };
    let bands = match before {
        Some(known) if is_same(&known) => known.bands,
        known => {
            let n_before = n_years_before(ground);
            let mut work = Vec::new();
            let each = places(layout, ground).enumerate().map(|(i, cell)| {
                let known = known.as_ref().filter(|_| i % layout.n_years < n_before);
                let anew = || quantiles(run.sheet.cell(cell, n_done as usize), &mut work);
                known.map_or_else(anew, |known| known.bands[i])
            });
            each.collect()
        }
    };
    let of = Places { layout: layout.clone(), n: n_done, policy: policy.clone(), bands };
    kept.insert(of).bands.clone()
}

/// Whether a measure may differ between two policies.
fn is_reached(ground: &Ground, from: &Policy, to: &Policy, measure: MeasureId) -> bool {
    let reached = reach::between(from, to, reach::follows(&ground.programmes));
    match reach::source(measure) {
        Source::People => false,
        Source::Link(link) => reached.has(link),
        Source::Money => from != to,
    }
}

/// The years before the plan: no policy reaches them.
fn n_years_before(ground: &Ground) -> usize {
    (fiscal_year(ground.timeline.plan) - ground.timeline.fiscal_years().start) as usize
}

pub(super) fn comparison(job: &Job, n_done: u32) -> Comparison {
    let (ground, layout) = (&*job.runs[0].study.ground, &job.layout);
    let n = n_done as usize;
    let scenario = |run: &Run| Compared {
        city: bands(&run.sheet, n, &mut (0..layout.n_measure_cells())),
        places: bands(&run.sheet, n, &mut places(layout, ground)),
        targets: targets(job, run, None, n),
        code: job.code(run, n_done),
    };
    let n_runs = job.runs.len();
    let pairs = (0..n_runs).flat_map(|from| (from + 1..n_runs).map(move |to| (from, to)));
    let pair = |(from, to): (usize, usize)| {
        let (a, b) = (&job.runs[from].sheet, &job.runs[to].sheet);
        Pair {
            from: from as u32,
            to: to as u32,
            city: gaps(a, b, n, &mut (0..layout.n_measure_cells())),
            places: gaps(a, b, n, &mut places(layout, ground)),
        }
    };
    Comparison {
        revision: job.ask.revision,
        n_done,
        n_draws: job.n_draws(),
        first_year: ground.timeline.fiscal_years().start,
        n_years: layout.n_years as u32,
        view: job.ask.view.clone(),
        scenarios: job.runs.iter().map(scenario).collect(),
        pairs: pairs.map(pair).collect(),
    }
}

/// Bands of the municipality. What the policy cannot reach has those without measures.
fn city(job: &Job, run: &Run, baseline: &[Option<Band>], n: usize) -> Vec<Option<Band>> {
    let ground = &*run.study.ground;
    let (today, policy) = (Policy::default(), &run.under.policy);
    let mut work = Vec::new();
    let mut out = baseline.to_vec();
    for measure in MeasureId::all().filter(|m| is_reached(ground, &today, policy, *m)) {
        for year in n_years_before(ground)..job.layout.n_years {
            let cell = job.layout.city(measure, year);
            out[cell] = quantiles(run.sheet.cell(cell, n), &mut work);
        }
    }
    out
}

fn bands(sheet: &Sheet, n: usize, cells: &mut dyn Iterator<Item = usize>) -> Vec<Option<Band>> {
    let mut work = Vec::new();
    cells.map(|cell| quantiles(sheet.cell(cell, n), &mut work)).collect()
}

fn gaps(
    from: &Sheet,
    to: &Sheet,
    n: usize,
    cells: &mut dyn Iterator<Item = usize>,
) -> Vec<Option<Gap>> {
    let mut work = Vec::new();
    let gap = |cell| {
        let found = difference(from.cell(cell, n), to.cell(cell, n), &mut work)?;
        Some(Gap {
            band: found.band,
            above: found.above.share,
            above_error: found.above.standard_error,
            below: found.below.share,
            below_error: found.below.standard_error,
        })
    };
    cells.map(gap).collect()
}

/// The viewed measure of each ward, then each area, by fiscal year.
fn places(layout: &Layout, ground: &Ground) -> impl Iterator<Item = usize> {
    let wards = (0..ground.geography.n_wards()).map(Spot::Ward);
    let areas = (0..ground.geography.n_areas()).map(Spot::Area);
    let years = move |spot| (0..layout.n_years).filter_map(move |year| layout.place(spot, year));
    wards.chain(areas).flat_map(years)
}

/// The viewed measure by month: the municipality, then each ward.
fn months(layout: &Layout, ground: &Ground) -> impl Iterator<Item = usize> {
    let wards = (0..ground.geography.n_wards()).map(Spot::Ward);
    let months =
        move |spot| (0..layout.n_months).filter_map(move |month| layout.month(spot, month));
    [Spot::City].into_iter().chain(wards).flat_map(months)
}

fn targets(job: &Job, run: &Run, baseline: Option<&Sheet>, n: usize) -> Vec<TargetAnswer> {
    let first = run.study.ground.timeline.fiscal_years().start;
    let mut n_of_places = 0;
    let target = |target: &Target| {
        let aim = &target.aim;
        let of_places = n_of_places;
        n_of_places += usize::from(target.at.is_some());
        let year = usize::try_from(aim.fiscal_year - first).ok();
        let Some(year) = year.filter(|year| *year < job.layout.n_years) else {
            return TargetAnswer::default();
        };
        let cell = match target.at {
            None => job.layout.city(aim.measure, year),
            Some(_) => job.layout.aim(of_places),
        };
        let of = |sheet: &Sheet| chance(sheet.cell(cell, n), aim.sense, aim.value);
        let found = of(&run.sheet);
        TargetAnswer {
            chance: found.map(|c| c.share),
            standard_error: found.map_or(0.0, |c| c.standard_error),
            baseline_chance: baseline.and_then(of).map(|c| c.share),
            curve: curve(run.sheet.cell(cell, n), aim.sense, CURVE_POINTS),
        }
    };
    job.targets.iter().map(target).collect()
}
