//! The slider matrix over all chains: as today, all at their minima, all at their maxima, and each
//! lever and each assumption alone at both ends. Nothing breaks, and nothing is dead.

use std::sync::OnceLock;

use mitoshi::assumptions::AssumptionId;
use mitoshi::engine::draw::{Ranges, middle};
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId as M;
use mitoshi::model::inputs::{Assumed, Spot};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::shocks::Script;

use super::chains::{Block, City, mean};

fn city() -> &'static City {
    static CITY: OnceLock<City> = OnceLock::new();
    CITY.get_or_init(City::kawasaki)
}

fn policy(values: impl Iterator<Item = (LeverId, f64)>) -> Policy {
    values.fold(Policy::default(), |policy, (lever, value)| {
        let setting =
            Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
        policy.with(setting).unwrap()
    })
}

/// All measures of the municipality at the end of FY2025 under a policy, after the checks that no
/// setting may break.
#[track_caller]
fn measured(name: &str, block: &Block<'_>, policy: &Policy) -> Vec<Option<Lanes>> {
    let town = block.run(&city().levers(policy), 2025);
    let at = |measure| block.at(&town, measure, Spot::City, 2025);
    let all: Vec<_> = M::all().map(at).collect();
    for (measure, value) in M::all().zip(&all) {
        let Some(value) = value else { continue };
        let is_sound = value.0.iter().all(|x| x.is_finite() && 0.0 <= *x);
        assert!(is_sound, "{name}: {} is {:?}", measure.spec().key, value.0);
    }
    let get = |measure: M| at(measure).unwrap();
    assert_eq!(get(M::AlarmPortable) + get(M::AlarmHome), get(M::AlarmTotal), "{name}");
    assert_eq!(get(M::Filled) + get(M::Vacancies), get(M::Posts), "{name}");
    let over = get(M::MeetingsPlanned) - get(M::Meetings);
    assert!(over.0.iter().all(|x| 0.0 <= *x), "{name}: held is never above the plan");
    all
}

fn block() -> &'static Block<'static> {
    static BLOCK: OnceLock<Block<'static>> = OnceLock::new();
    BLOCK.get_or_init(|| Block::new(city(), 0, &Script::default()))
}

#[test]
fn all_levers_together_at_their_ends() {
    let today = measured("as today", block(), &Policy::default());
    type End = fn(LeverId) -> f64;
    let ends: [(&str, End); 3] = [
        ("defaults", |lever| lever.spec().default),
        ("minima", |lever| lever.spec().min),
        ("maxima", |lever| lever.spec().max),
    ];
    for (name, value) in ends {
        let all = measured(name, block(), &policy(LeverId::all().map(|l| (l, value(l)))));
        assert_eq!(name == "defaults", all == today, "{name} against as today");
    }
}

#[test]
fn each_lever_alone_at_both_ends() {
    for lever in LeverId::all() {
        let spec = lever.spec();
        let at = |value: f64| {
            let name = format!("{} at {value}", spec.key);
            measured(&name, block(), &policy(std::iter::once((lever, value))))
        };
        assert!(at(spec.min) != at(spec.max), "the lever {} moves nothing", spec.key);
    }
}

/// The whole life of sixteen draws, with one assumption moved.
fn with(id: AssumptionId, value: f64) {
    let middle = middle(&Ranges::default());
    let assumed =
        Assumed::from_fn(|of| if of == id { Lanes::all(value as f32) } else { middle.get(of) });
    let block = Block::with(city(), 0, &Script::default(), &assumed, None);
    measured(&format!("{} at {value}", id.spec().key), &block, &Policy::default());
}

#[test]
fn each_assumption_alone_at_its_lower_end() {
    AssumptionId::all().for_each(|id| with(id, id.spec().low));
}

#[test]
fn each_assumption_alone_at_its_upper_end() {
    AssumptionId::all().for_each(|id| with(id, id.spec().high));
}

/// A measure in a fiscal year in the mean over 64 draws, under one setting and another.
#[track_caller]
fn check(lever: LeverId, from: f64, to: f64, measure: M, year: i32, rises: bool) {
    static BLOCKS: OnceLock<Vec<Block<'static>>> = OnceLock::new();
    let blocks = BLOCKS.get_or_init(|| {
        (0..4).map(|b| Block::new(city(), b * LANES as u32, &Script::default())).collect()
    });
    let at = |value: f64| {
        let levers = city().levers(&policy(std::iter::once((lever, value))));
        let read = |block: &Block<'_>| block.read(&block.run(&levers, year), measure, year).0;
        mean(&blocks.iter().flat_map(read).collect::<Vec<f32>>())
    };
    let (before, after) = (at(from), at(to));
    let name = lever.spec().key;
    println!("{name} {from} -> {to}: {measure:?} {before:.1} -> {after:.1}");
    assert!((before < after) == rises && before != after, "{name}: {before} -> {after}");
}

#[test]
fn levers_move_other_chains_the_right_way() {
    let max = |lever: LeverId| lever.spec().max;
    let posts = LeverId::PostsExtra;
    check(posts, 0.0, max(posts), M::MeetingsMissed, 2022, false);
    check(LeverId::PlanIndividual, 1.0, 1.5, M::Meetings, 2022, true);
    let charge = LeverId::AlarmChargePortable;
    check(charge, charge.spec().min, max(charge), M::AlarmApplications, 2022, false);
    let publicity = LeverId::PublicityMoney;
    check(publicity, 1.0, max(publicity), M::Awareness, 2022, true);
    check(LeverId::OutreachHours, 1.0, 2.0, M::Awareness, 2022, true);
    check(posts, 0.0, max(posts), M::CostStaff, 2022, true);
}

/// Prevention: fewer certified, and fewer of their claims on the centres' hours.
#[test]
fn prevention_spares_the_centres_hours() {
    let gathering = LeverId::Gathering;
    check(gathering, 0.0, gathering.spec().max, M::Certified, 2025, false);
    check(gathering, 0.0, gathering.spec().max, M::HoursWanted, 2025, false);
}
