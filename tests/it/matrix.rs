//! The slider matrix over all chains: as today, all at their minima, all at their maxima, and each
//! lever and each assumption alone at both ends. Nothing breaks, and nothing is dead.

use std::sync::OnceLock;

use mitoshi::assumptions::AssumptionId;
use mitoshi::engine::draw::{Ranges, middle};
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId as M;
use mitoshi::model::inputs::{Assumed, Spot};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::shocks::{Fired, Place, Script, ShockId};

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

/// Everything happens, and every lever that adds is at its most: a world in which each effect and
/// each shock has something to act on.
fn busy() -> (Policy, Script) {
    // Many apply for devices, so that crews and contract fall short.
    let most = |lever: LeverId| {
        let spec = lever.spec();
        let value = match lever {
            LeverId::AlarmAge | LeverId::AlarmChargePortable | LeverId::AlarmChargeHome => spec.min,
            LeverId::AlarmCrews => 1.0,
            _ if spec.is_switch() || lever == LeverId::AlarmContract => spec.default,
            _ => spec.max,
        };
        (lever, value)
    };
    let script = ShockId::all().fold(Script::default(), |script, shock| {
        let place = match shock.spec().place {
            Place::City => "",
            Place::Ward => "14135",
            Place::Centre => "14137-c01",
        };
        let fired = Fired { shock, place: place.into(), start_month: 6, months: 3, severity: None };
        script.with(fired).unwrap()
    });
    (policy(LeverId::all().map(most)), script)
}

/// All measures of FY2018 to FY2025 in the busy world, with one assumption somewhere else.
fn in_busy_world(city: &City, of: Option<(AssumptionId, f64)>) -> Vec<Option<Lanes>> {
    let middle = middle(&Ranges::default());
    let assumed = Assumed::from_fn(|id| match of {
        Some((moved, value)) if moved == id => Lanes::all(value as f32),
        _ => middle.get(id),
    });
    let (policy, script) = busy();
    let block = Block::with(city, 0, &script, &assumed, None);
    let levers = city.levers(&policy);
    let read = |year| {
        let town = block.run(&levers, year);
        M::all().map(|m| block.at(&town, m, Spot::City, year)).collect::<Vec<_>>()
    };
    let history = block.history.iter().flat_map(|(year, town)| {
        M::all().map(|m| block.at(town, m, Spot::City, *year)).collect::<Vec<_>>()
    });
    history.chain([2022, 2025].into_iter().flat_map(read)).collect()
}

/// Nothing is assumed that moves nothing. What a municipality with its own count never asks for is
/// looked for where there is none.
#[test]
fn each_assumption_moves_some_measure() {
    let town = City { ground: mitoshi::engine::ground::Ground::new(&uncounted()) };
    let worlds = [city(), &town].map(|city| (city, in_busy_world(city, None)));
    let is_moved = |id: &AssumptionId| {
        let spec = id.spec();
        worlds.iter().any(|(city, middle)| {
            [spec.high, spec.low]
                .into_iter()
                .filter(|end| *end != spec.p50)
                .any(|end| in_busy_world(city, Some((*id, end))) != *middle)
        })
    };
    let dead = AssumptionId::all().filter(|id| !is_moved(id)).map(|id| id.spec().key);
    let dead: Vec<&str> = dead.collect();
    assert!(dead.is_empty(), "these assumptions move nothing: {dead:?}");
}

/// Kawasaki without its counts of meetings and vacancies, and without the errors it states.
fn uncounted() -> mitoshi::facts::Municipality {
    let row = |line: &str| {
        let mut cells: Vec<&str> = line.splitn(7, ',').collect();
        if ["alarm_portable", "alarm_home", "staff_turnover"].contains(&cells[0]) {
            cells[5] = "";
        }
        cells.join(",") + "\n"
    };
    super::truth::rewritten(&|name, text| match name {
        "observations.csv" => {
            let is_kept = |line: &&str| {
                !["care_meetings,", "staff_vacancies,"].iter().any(|m| line.starts_with(m))
            };
            text.lines().filter(is_kept).map(row).collect()
        }
        _ => text,
    })
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
