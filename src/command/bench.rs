//! `mitoshi bench`: how long the work takes here. Figures, never a test.

#![expect(clippy::disallowed_types, reason = "measuring time is this file's only purpose")]

use std::rc::Rc;
use std::time::Instant;

use super::arguments::Arguments;
use super::chain;
use crate::engine::columns::{Columns, Layout};
use crate::engine::draw::{Ranges, assumed};
use crate::engine::kept::Kept;
use crate::engine::study::Study;
use crate::facts::Municipality;
use crate::facts::builtin;
use crate::levers::{LeverId, Policy};
use crate::model::lanes::LANES;
use crate::model::luck::Luck;
use crate::model::population::drawn::Drawn;
use crate::model::population::path::Path;
use crate::protocol::{Ask, Draws, ViewAsk, from_bytes, to_bytes};
use crate::scenario::Scenario;
use crate::shocks::Script;
use crate::worker::desk::{City, Desk, MOVES, block_bytes, moved};
use crate::worker::job::{Job, answer_now};

/// Municipalities of the country, for the time a study of all of them takes.
const NATION: f64 = 1_741.0;

/// A lever of each chain.
const LEVERS: [(LeverId, &str); 5] = [
    (LeverId::AlarmPublicity, "alarms"),
    (LeverId::PostsExtra, "staff"),
    (LeverId::PlanIndividual, "meetings"),
    (LeverId::PublicityMoney, "awareness"),
    (LeverId::Gathering, "programmes"),
];

struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    budget: Option<f64>,
    ambition: Option<f64>,
}

fn row(name: &str, value: f64, unit: &'static str, budget: Option<f64>) -> Row {
    Row { name: name.to_owned(), value, unit, budget, ambition: budget.map(|b| b / 2.0) }
}

/// The median time of an odd number of rounds, in microseconds.
fn timed(rounds: usize, mut work: impl FnMut(usize)) -> f64 {
    work(0);
    let mut took: Vec<f64> = (1..=rounds)
        .map(|round| {
            let start = Instant::now();
            work(round);
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    took.sort_by(f64::total_cmp);
    took[rounds / 2]
}

pub(super) fn bench(arguments: &Arguments) -> Result<String, String> {
    if let Some(n_draws) = arguments.number("inputs")? {
        return chain_inputs(n_draws);
    }
    let only = arguments.get("only").unwrap_or_default();
    let rows = match arguments.number("areas")? {
        Some(n_areas) => of_areas(synthetic(n_areas)?, only)?,
        None if arguments.has("data") => of_areas(super::municipality(arguments)?, only)?,
        None => of_kawasaki(only)?,
    };
    if arguments.has("json") {
        let cells = rows.iter().map(Row::json).collect::<Vec<_>>().join(",");
        return Ok(format!("{{\"rows\":[{cells}]}}"));
    }
    Ok(rows.iter().map(Row::line).collect::<Vec<_>>().join("\n"))
}

/// The devices' chain, moved by the lever that the bench moves it by.
fn chain_inputs(n_draws: u32) -> Result<String, String> {
    let city = City::new(Municipality::kawasaki().basis);
    let study = Study::new(city.ground, Ranges::default(), Script::default(), 1);
    let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
    let mut policies = Vec::from(MOVES.map(|part| moved(&[LeverId::AlarmPublicity], part)));
    // What is timed is not all that has to agree.
    policies.extend([0.3, 0.7].map(chain::all_moved));
    chain::inputs(&study, &layout, &policies, n_draws)
}

/// The rows whose names contain `only`: what is looked into is timed alone.
fn of_kawasaki(only: &str) -> Result<Vec<Row>, String> {
    const BLOCKS: u32 = 8;
    let n_draws = f64::from(BLOCKS) * LANES as f64;
    let is_wanted = |name: &str| name.contains(only);
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let study = Study::new(Rc::clone(&city.ground), Ranges::default(), Script::default(), 1);
    let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
    let mut rows = Vec::new();
    let mut take = |name: &str, unit, budget, time: &dyn Fn() -> f64| {
        if is_wanted(name) {
            rows.push(row(name, time(), unit, budget));
        }
    };
    take("native: read and lower the built-in facts", "ms", Some(5.0), &|| {
        timed(5, |_| drop(std::hint::black_box(Municipality::kawasaki()))) / 1e3
    });
    take("native: population, 44 areas × 22 years", "µs/draw", Some(50.0), &|| {
        population(&study)
    });
    take("native: a draw's life up to the plan", "µs/draw", None, &|| {
        let starts = timed(3, |_| {
            for block in 0..BLOCKS {
                std::hint::black_box(study.start(block));
            }
        });
        starts / n_draws
    });
    take("native: all chains from nothing, FY2021–25", "µs/draw", None, &|| {
        all(&study, &layout)
    });
    let moves = lever_moves();
    if moves.iter().any(|(name, _)| is_wanted(name)) {
        let today = study.lowered(&Policy::default());
        let mut kept: Vec<Kept> =
            (0..BLOCKS).map(|block| Kept::new(&study, &layout, &today, block)).collect();
        for (name, levers) in moves.iter().filter(|(name, _)| is_wanted(name)) {
            let policies = MOVES.map(|part| study.lowered(&moved(levers, part)));
            let took = timed(5, |round| {
                for kept in &mut kept {
                    std::hint::black_box(kept.run(&study, &layout, &today, &policies[round % 2]));
                }
            });
            rows.push(row(name, took / n_draws, "µs/draw", Some(75.0)));
        }
    }
    for n in [256, 1_024, 10_240] {
        let name = format!("native: {n} draws from nothing, one thread");
        if is_wanted(&name) {
            rows.push(row(&name, seconds(&city, n)? * 1e3, "ms", None));
        }
    }
    let names = ["as small as the town", "as large as Kawasaki"].map(|size| {
        format!("native: 1,741 municipalities, each {size}, 1,024 draws, one thread (extrapolated)")
    });
    let town = Rc::new(City::new(Municipality::asago().basis));
    for (name, city) in names.iter().zip([&town, &city]) {
        if is_wanted(name) {
            rows.push(row(name, seconds(city, 1_024)? * NATION / 3_600.0, "h", None));
        }
    }
    Ok(rows)
}

/// One lever of each chain, and all of them at once.
fn lever_moves() -> Vec<(String, Vec<LeverId>)> {
    let name = |chain: &str| format!("native: lever move, {chain}");
    let each = LEVERS.iter().map(|(lever, chain)| (name(chain), vec![*lever]));
    let all = LEVERS.iter().map(|(lever, _)| *lever).collect();
    each.chain([(name("all chains"), all)]).collect()
}

/// The people of 44 areas alone, from 2019 to 2040; microseconds a draw.
fn population(study: &Study) -> f64 {
    const BLOCKS: u32 = 16;
    let (ground, geography) = (&study.ground.people.population, &study.ground.geography);
    let drawn: Vec<_> = (0..BLOCKS)
        .map(|block| block * LANES as u32)
        .map(|first| (assumed(&study.ranges, study.seed, first), Luck::new(study.seed, first)))
        .collect();
    let took = timed(5, |_| {
        for (assumed, luck) in &drawn {
            let drawn = Drawn::new(ground, geography, assumed, luck);
            std::hint::black_box(Path::run(&drawn, ground, geography, &[], 2019..2041));
        }
    });
    took / f64::from(BLOCKS * LANES as u32)
}

/// All chains under a policy, nothing kept.
fn all(study: &Study, layout: &Layout) -> f64 {
    const BLOCKS: u32 = 4;
    let starts: Vec<_> = (0..BLOCKS).map(|block| study.start(block)).collect();
    let levers = study.ground.levers(&moved(&[LeverId::AlarmPublicity], 0.7));
    let took = timed(5, |_| {
        for start in &starts {
            let mut out = Columns::new(layout.n_cells(), 1);
            study.run(start, &levers, layout, 0, &mut out);
            std::hint::black_box(&out);
        }
    });
    took / f64::from(BLOCKS * LANES as u32)
}

/// A forecast with a policy, from the scenario to the answer; seconds.
fn seconds(city: &Rc<City>, n_draws: u32) -> Result<f64, String> {
    let policy = moved(&[LeverId::AlarmPublicity], 0.7);
    let places = &city.facts.places;
    let scenario = Scenario { n_draws, policy, ..Scenario::of(places.code(places.root())) };
    let ask = asking(&scenario);
    let mut desk = Desk::new(city.clone());
    let start = Instant::now();
    answer_now(&mut desk, ask).map_err(|_| "The bench's own question was refused.".to_owned())?;
    Ok(start.elapsed().as_secs_f64())
}

fn asking(scenario: &Scenario) -> Ask {
    Ask {
        revision: 1,
        scenario_json: scenario.to_json(),
        against: Vec::new(),
        view: ViewAsk { measure: "alarm_total".into(), by_month: false, place: String::new() },
        draws: Draws::All,
        first: 256,
        index: 0,
        of: 1,
    }
}

/// One step of a lever by two workers, 256 draws: what the second takes for its half, and then the
/// first, which has run its own, to take that over and to answer; milliseconds.
fn shared(city: &Rc<City>, levers: &[LeverId]) -> Result<[f64; 2], String> {
    const ROUNDS: usize = 9;
    let places = &city.facts.places;
    let mut desks = [Desk::new(city.clone()), Desk::new(city.clone())];
    let mut took = [Vec::new(), Vec::new()];
    let refused = |_| "The bench's own question was refused.".to_owned();
    for round in 0..ROUNDS {
        let policy = moved(levers, MOVES[round % 2]);
        let scenario =
            Scenario { n_draws: 256, policy, ..Scenario::of(places.code(places.root())) };
        let ask = |index| Ask { index, of: 2, ..asking(&scenario) };
        let mut first = Job::new(&mut desks[0], ask(0)).map_err(refused)?;
        while !first.has_run() {
            first.turn(&mut desks[0]);
        }
        let start = Instant::now();
        let mut second = Job::new(&mut desks[1], ask(1)).map_err(refused)?;
        let mut parts = Vec::new();
        while !second.has_run() {
            second.turn(&mut desks[1]);
            parts.extend(second.part().map(|part| to_bytes(&part)));
        }
        let between = Instant::now();
        for part in &parts {
            if let Some(part) = from_bytes(part) {
                std::hint::black_box(first.take(&mut desks[0], &part).map(|said| to_bytes(&said)));
            }
        }
        // Lived through in the first round, and kept from then on.
        if 0 < round {
            took[0].push((between - start).as_secs_f64() * 1e3);
            took[1].push(between.elapsed().as_secs_f64() * 1e3);
        }
    }
    Ok(took.map(|mut took| {
        took.sort_by(f64::total_cmp);
        took[took.len() / 2]
    }))
}

/// Memory and time of 256 draws of a municipality of so many areas, in a process of its own.
fn of_areas(municipality: Municipality, only: &str) -> Result<Vec<Row>, String> {
    let city = Rc::new(City::new(municipality.basis));
    let n_areas = city.ground.geography.n_areas();
    let before = peak_megabytes();
    let took = seconds(&city, 256)?;
    let peak = peak_megabytes();
    let study = Study::new(Rc::clone(&city.ground), Ranges::default(), Script::default(), 1);
    let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
    let name = |what: &str| format!("native, {n_areas} areas: {what}");
    let kept = block_bytes(&city.ground.geography, 0) as f64 / 1e6;
    let mut rows = vec![
        row(&name("all chains from nothing"), all(&study, &layout), "µs/draw", None),
        row(&name("256 draws from nothing, one thread"), took * 1e3, "ms", None),
        row(&name("reserved for a block of 16 draws"), kept, "MB", None),
        row(&name("256 draws take"), peak - before, "MB", Some(512.0)),
        row(&name("peak of the process"), peak, "MB", None),
    ];
    for (lever, chain) in LEVERS.into_iter().filter(|(_, chain)| chain.contains(only)) {
        let [half, rest] = shared(&city, &[lever])?;
        let name = |what| name(&format!("one step, {chain}, 256 draws, {what}"));
        rows.push(row(&name("half of them"), half, "ms", None));
        rows.push(row(&name("the other half taken over and answered"), rest, "ms", None));
    }
    Ok(rows)
}

/// Kawasaki's figures split into another number of areas by the program's own illustrative split.
fn synthetic(n_areas: u32) -> Result<Municipality, String> {
    let wards = n_areas.div_ceil(7);
    let read = |name: &str| {
        let text = builtin::KAWASAKI.read(name)?;
        if name != "places.csv" {
            return Some(text.to_owned());
        }
        let of_ward = |line: &str| {
            let mut cells: Vec<String> = line.splitn(8, ',').map(str::to_owned).collect();
            if cells.get(1).is_some_and(|level| level == "ward") {
                (cells[5], cells[6]) = (wards.to_string(), wards.to_string());
            }
            cells.join(",")
        };
        Some(text.lines().map(of_ward).collect::<Vec<_>>().join("\n"))
    };
    Municipality::from_tables(&read)
        .map_err(|errors| crate::facts::report::errors_text(&errors, crate::i18n::Lang::En))
}

/// The most memory this process has had, where the system tells.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1e3
}

impl Row {
    fn json(&self) -> String {
        let number = |x: Option<f64>| x.map_or("null".to_owned(), |x| format!("{x:.3}"));
        format!(
            "{{\"name\":\"{}\",\"value\":{:.3},\"unit\":\"{}\",\"budget\":{},\"ambition\":{}}}",
            self.name,
            self.value,
            self.unit,
            number(self.budget),
            number(self.ambition)
        )
    }

    fn line(&self) -> String {
        let budget = self.budget.map_or(String::new(), |b| format!("(budget {b:.1})"));
        format!("{:<60} {:>10.2} {} {budget}", self.name, self.value, self.unit)
    }
}
