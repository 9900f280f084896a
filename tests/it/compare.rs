//! Two to four scenarios under the same luck.

use std::rc::Rc;

use mitoshi::engine::bands::P50;
use mitoshi::engine::compare::difference;
use mitoshi::exchange::grid::{Grid, Value};
use mitoshi::facts::Municipality;
use mitoshi::i18n::{Lang, time};
use mitoshi::levers::{LeverId, Setting};
use mitoshi::measures::{Good, MeasureId};
use mitoshi::protocol::{Ask, Comparison, Draws, FromWorker, ViewAsk, from_bytes, to_bytes};
use mitoshi::scenario::Scenario;
use mitoshi::shocks::Script;
use mitoshi::worker::desk::{City, Desk};
use mitoshi::worker::job::{Job, answer_now};

/// # Draws of two runs; the band is of (to − from), p50 is the draw of rank ⌊n/2⌋ of the differences.
const ROWS: &str = "\
name,from,to,p50,above,below
the same: nothing moves,5 5 5 5,5 5 5 5,0,0,0
one more in each draw: 1 1 1 1,1 9 4 2,2 10 5 3,1,1,0
two up and one down and one equal: -1 0 1 2,3 3 3 3,2 3 4 5,1,0.5,0.25
the medians are equal but three of four draws fall: -1 -1 -1 3,1 2 3 0,0 1 2 3,-1,0.25,0.75
";

#[test]
fn differences_are_of_the_same_draw() {
    for row in ROWS.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let numbers =
            |text: &str| -> Vec<f32> { text.split(' ').map(|x| x.parse().unwrap()).collect() };
        let (from, to) = (numbers(cells[1]), numbers(cells[2]));
        let found = difference(&from, &to, &mut Vec::new()).unwrap();
        let shown = [f64::from(found.band[P50]), found.above.share, found.below.share];
        let expected: Vec<f64> = cells[3..].iter().map(|x| x.parse().unwrap()).collect();
        assert_eq!(shown.as_slice(), expected, "{}", cells[0]);
        assert_eq!(found.beats(Good::Up).unwrap(), found.above, "{}", cells[0]);
        assert_eq!(found.beats(Good::Down).unwrap(), found.below, "{}", cells[0]);
        assert!(found.beats(Good::Neither).is_none());
        assert!(found.above.standard_error > 0.0, "no chance of four draws is certain");
    }
    assert!(difference(&[f32::NAN], &[1.0], &mut Vec::new()).is_none());
}

fn with(name: &str, lever: LeverId, value: f64) -> Scenario {
    let setting = Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
    let default = Scenario::default();
    let policy = default.policy.with(setting).unwrap();
    Scenario { name: name.to_owned(), n_draws: 96, policy, ..default }
}

fn ask(scenarios: &[Scenario], index: u32, of: u32) -> Ask {
    let json: Vec<String> = scenarios.iter().map(Scenario::to_json).collect();
    Ask {
        revision: 7,
        scenario_json: json[0].clone(),
        against: json[1..].to_vec(),
        view: ViewAsk { measure: "alarm_total".into(), by_month: false, place: String::new() },
        draws: Draws::All,
        first: 64,
        index,
        of,
    }
}

/// The last answer when `of` workers share the work.
fn compared(city: &Rc<City>, scenarios: &[Scenario], of: u32) -> Comparison {
    let mut last = None;
    let mut parts = Vec::new();
    let mut desk = Desk::new(city.clone());
    let mut first = Job::new(&mut desk, ask(scenarios, 0, of)).ok().unwrap();
    for index in 1..of {
        let mut desk = Desk::new(city.clone());
        let mut job = Job::new(&mut desk, ask(scenarios, index, of)).ok().unwrap();
        while !job.has_run() {
            job.turn(&mut desk);
            parts.extend(job.part().map(|part| to_bytes(&part)));
        }
    }
    while !first.has_run() {
        last = first.turn(&mut desk).or(last);
    }
    for part in parts {
        last = first.take(&mut desk, &from_bytes(&part).unwrap()).or(last);
    }
    match from_bytes(&to_bytes(&last.unwrap())) {
        Some(FromWorker::Compared(found)) => *found,
        other => panic!("expected a comparison, got {other:?}"),
    }
}

#[test]
fn scenarios_meet_the_same_luck_however_the_work_is_shared() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let scenarios = [
        Scenario { n_draws: 96, ..Scenario::default() },
        with("publicity", LeverId::AlarmPublicity, 3.0),
        // Its own seed and draws give way to those of the first.
        Scenario { seed: 99, n_draws: 32, ..with("posts", LeverId::PostsExtra, 1.0) },
        Scenario { script: Script::default().with_pandemic(false), ..Scenario::default() },
    ];
    let alone = compared(&city, &scenarios, 1);
    assert_eq!((alone.n_done, alone.scenarios.len(), alone.pairs.len()), (96, 4, 6));
    assert_eq!(compared(&city, &scenarios, 3), alone);
    let year = i32::from(city.facts.frame.plan.last.0);
    let gap = |from, to, measure: MeasureId| alone.gap(from, to, measure.index(), year).unwrap();
    let devices = gap(0, 1, MeasureId::AlarmTotal);
    assert!(0.0 < devices.band[P50] && 0.9 < devices.above, "{devices:?}");
    assert_eq!(devices.turned(), gap(1, 0, MeasureId::AlarmTotal));
    let posts = gap(0, 1, MeasureId::Posts);
    assert_eq!((posts.above, posts.below), (0.0, 0.0), "publicity does not reach the centres");
    assert!(0.0 < gap(1, 2, MeasureId::Posts).band[P50]);
    handed_out(&city, &scenarios, &alone);
    // Each scenario stands as its own forecast does, under the seed and draws of the first.
    for (scenario, found) in scenarios.iter().zip(&alone.scenarios) {
        let own = Scenario { seed: 1, n_draws: 96, ..scenario.clone() };
        let ask = Ask { against: Vec::new(), ..ask(&[own], 0, 1) };
        let answer = answer_now(&mut Desk::new(city.clone()), ask).ok().unwrap();
        assert_eq!(answer.city, found.city, "{}", scenario.name);
        assert_eq!(answer.places, found.places);
        assert_eq!(answer.code, found.code);
        let chances = |targets: &[mitoshi::protocol::TargetAnswer]| {
            targets.iter().map(|target| target.chance).collect::<Vec<_>>()
        };
        assert_eq!(chances(&answer.targets), chances(&found.targets));
    }
}

/// What is handed out of a comparison is what it found, each row with its scenario's name.
fn handed_out(city: &City, scenarios: &[Scenario], found: &Comparison) {
    let names = ["案A：0", "案B：1", "案C：2", "案D：3"].map(str::to_owned);
    let scenarios: Vec<_> = scenarios.iter().cloned().map(Rc::new).collect();
    let grids = mitoshi::worker::outcome::compared(city, &scenarios, &names, found, Lang::Ja);
    let sheets: Vec<_> = grids.iter().map(|grid| grid.name.as_str()).collect();
    assert_eq!(sheets, ["見通し", "目標の確率", "差"]);
    let year = city.facts.frame.plan.last;
    let (at, said) = (MeasureId::AlarmTotal.index(), time::fiscal_year(Lang::Ja, year));
    let row = |grid: &Grid, holds: &[&str]| -> Vec<String> {
        let words = grid.rows.iter().map(|row| row.iter().map(Value::words).collect::<Vec<_>>());
        let mut found = words.filter(|row| holds.iter().all(|word| row.contains(word)));
        let row = found.next().unwrap_or_else(|| panic!("{holds:?}"));
        assert!(found.next().is_none(), "{holds:?} stands there twice");
        row.into_iter().map(str::to_owned).collect()
    };
    let label = MeasureId::AlarmTotal.spec().label.ja;
    let heads: Vec<_> = grids[0].rows[1].iter().map(Value::words).collect();
    assert!(
        heads.starts_with(&["シナリオ", "指標"]) && !heads.concat().contains("自然体"),
        "{heads:?}"
    );
    let whole = row(&grids[0], &["案B：1", label, &said]);
    let median = found.city(1, at, i32::from(year.0)).unwrap()[P50];
    let middle = heads.iter().position(|head| *head == "50%").unwrap();
    assert_eq!(whole[middle], f64::from(median.round()).to_string(), "a count is handed out whole");
    assert!(whole.last().unwrap().contains(found.scenarios[1].code.as_ref().unwrap()));
    let gap = found.gap(0, 1, at, i32::from(year.0)).unwrap();
    let told = row(&grids[2], &["案A：0", "案B：1", label, &said]);
    assert_eq!(told[7], f64::from(gap.band[P50].round()).to_string());
    assert_eq!(told[11], (gap.above * 100.0).to_string());
    assert!(grids[2].rows.iter().all(|row| row.len() < 2 || row[0] != row[1]));
}
