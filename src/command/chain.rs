//! `mitoshi bench --json --inputs N`: what the chain of the alarm devices is given in N draws, and what
//! comes out, for the JavaScript version that the bench compares it with
//! (`tests/browser/model_js`). Nothing there is made up: people, assumption values, devices at the
//! start of the plan, shocks and levers are these.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assumptions::{AssumptionId, Chain};
use crate::engine::columns::{Columns, Layout};
use crate::engine::draw::n_blocks;
use crate::engine::study::{Start, Study};
use crate::levers::{Group as LeverGroup, LeverId, Policy, Setting};
use crate::measures::{Kind, MeasureId};
use crate::model::ground::fiscal_year;
use crate::model::lanes::{LANES, Lanes};
use crate::model::people::Group;
use crate::model::shock_table::Hit;

/// The groups that eligible people are worked out from.
const GROUPS: [Group; 6] = [
    Group::Alone65To69,
    Group::Alone70To74,
    Group::Alone75To79,
    Group::Alone80To84,
    Group::Alone85,
    Group::Dementia,
];

/// Assumptions of other chains that this one uses.
const OTHERS: [&str; 2] = ["dem_wander_share", "mo_charge_avg_share"];

/// Of draws that follow one another, where nothing else is said.
#[derive(Default, Serialize)]
struct Handed {
    seed: u32,
    n_draws: u32,
    plan: u32,
    n_months: usize,
    city_key: u32,
    area_keys: Vec<u32>,
    /// From the 1 October before the plan to the one after it: by draw, year, area, group.
    n_octobers: usize,
    people: Vec<f32>,
    /// By assumption and by what history solved, then by draw.
    assumed: BTreeMap<&'static str, Vec<f32>>,
    solved: BTreeMap<&'static str, Vec<f32>>,
    /// At the start of the plan, by draw and area.
    portable: Vec<f32>,
    home: Vec<f32>,
    waiting: Vec<f32>,
    /// What shocks leave of installs and make of calls, by draw and month.
    installs: Vec<f32>,
    calls: Vec<f32>,
    /// The measures that come out, and of each policy what came out.
    measures: Vec<&'static str>,
    policies: Vec<Moved>,
}

/// A policy: each lever by month and area; what came out by measure, fiscal year and draw.
#[derive(Default, Serialize)]
struct Moved {
    levers: BTreeMap<&'static str, Vec<f32>>,
    defaults: BTreeMap<&'static str, f32>,
    results: Vec<f32>,
}

pub(super) fn inputs(
    study: &Study,
    layout: &Layout,
    policies: &[Policy],
    n_draws: u32,
) -> Result<String, String> {
    let ground = &study.ground;
    let (timeline, geography) = (ground.timeline, &ground.geography);
    let starts: Vec<Start> = (0..n_blocks(n_draws)).map(|block| study.start(block)).collect();
    let octobers = fiscal_year(timeline.plan) - 1..fiscal_year(timeline.end) + 1;
    let areas = 0..geography.n_areas();
    let mut handed = Handed {
        seed: study.seed,
        n_draws: starts.len() as u32 * LANES as u32,
        plan: timeline.plan,
        n_months: layout.n_months,
        city_key: geography.city_key,
        area_keys: geography.area_keys.clone(),
        n_octobers: octobers.len(),
        measures: measures().map(|measure| measure.spec().key).collect(),
        ..Handed::default()
    };
    for start in &starts {
        let heads = |year: i32, area: usize, group| start.people.october(year, area, group);
        let people = octobers.clone().flat_map(|year| {
            let of_year = areas.clone().flat_map(move |area| GROUPS.map(|g| (area, g)));
            of_year.map(move |(area, group)| heads(year, area, group))
        });
        put(&mut handed.people, people);
        for id in AssumptionId::all() {
            let spec = id.spec();
            if spec.chain == Chain::Alarm || OTHERS.contains(&spec.key) {
                handed.assumed.entry(spec.key).or_default().extend(start.assumed.get(id).0);
            }
        }
        let months = timeline.plan..timeline.end;
        put(&mut handed.installs, months.clone().map(|m| *start.shocks.factor(Hit::Installs, m)));
        put(&mut handed.calls, months.map(|m| *start.shocks.factor(Hit::Calls, m)));
        let town = start.history.last().map(|(_, town)| town);
        let chain = town.and_then(|town| town.alarm.as_ref()).zip(start.inputs.alarm.as_ref());
        let (state, inputs) = chain.ok_or("This municipality has no alarm devices.")?;
        put(&mut handed.portable, state.areas.iter().map(|area| area.portable));
        put(&mut handed.home, state.areas.iter().map(|area| area.home));
        put(&mut handed.waiting, state.areas.iter().map(|area| area.waiting));
        let solved = inputs.solved();
        for (name, value) in [
            ("rate", solved.rate),
            ("portable_share", solved.portable_share),
            ("conversion", solved.conversion),
            ("busiest_year", solved.busiest_year),
        ] {
            handed.solved.entry(name).or_default().extend(value.0);
        }
    }
    handed.policies = policies.iter().map(|policy| moved(study, layout, &starts, policy)).collect();
    serde_json::to_string(&handed).map_err(|error| error.to_string())
}

/// Every lever of the devices moved by a part of its range, in the midst of a year.
pub(super) fn all_moved(part: f64) -> Policy {
    LeverId::all().filter(is_of_devices).fold(Policy::default(), |policy, lever| {
        let spec = lever.spec();
        let value = spec.min + (spec.max - spec.min) * part;
        let value = if spec.is_switch() { value.round() } else { value };
        let place = String::new();
        let setting = Setting { lever, place, value, start_month: 7, ramp_months: 3 };
        policy.with(setting).expect("a value within the lever's range")
    })
}

fn is_of_devices(lever: &LeverId) -> bool {
    lever.spec().group == LeverGroup::Devices
}

/// Draw after draw.
fn put(to: &mut Vec<f32>, values: impl Iterator<Item = Lanes>) {
    let values: Vec<Lanes> = values.collect();
    to.extend((0..LANES).flat_map(|lane| values.iter().map(move |value| value.0[lane])));
}

/// What is read off the chain itself: rates are two of these, divided.
fn measures() -> impl Iterator<Item = MeasureId> {
    let is_own = |measure: &MeasureId| {
        let spec = measure.spec();
        spec.chain == Chain::Alarm && !matches!(spec.kind, Kind::Ratio { .. })
    };
    MeasureId::all().filter(is_own)
}

fn moved(study: &Study, layout: &Layout, starts: &[Start], policy: &Policy) -> Moved {
    let timeline = study.ground.timeline;
    let table = study.ground.levers(policy);
    let mut moved = Moved::default();
    for lever in LeverId::all().filter(is_of_devices) {
        let months = timeline.plan..timeline.end;
        let cells = months.flat_map(|month| {
            let areas = 0..study.ground.geography.n_areas();
            let table = &table;
            areas.map(move |area| table.at(lever, area, month))
        });
        moved.levers.insert(lever.spec().key, cells.collect());
        moved.defaults.insert(lever.spec().key, table.default_of(lever));
    }
    let mut out = Columns::new(layout.n_cells(), starts.len() as u32);
    for (block, start) in starts.iter().enumerate() {
        study.run(start, &table, layout, block as u32, &mut out);
    }
    let first = (fiscal_year(timeline.plan) - timeline.fiscal_years().start) as usize;
    for measure in measures() {
        for year in first..layout.n_years {
            moved.results.extend(out.cell(layout.city(measure, year), starts.len() * LANES));
        }
    }
    moved
}
