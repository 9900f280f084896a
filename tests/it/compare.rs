//! Two to four scenarios under the same luck.

use std::rc::Rc;

use mitoshi::engine::bands::P50;
use mitoshi::engine::compare::difference;
use mitoshi::facts::Municipality;
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
            parts.extend(job.turn(&mut desk).map(|said| to_bytes(&said)));
        }
    }
    while !first.has_run() {
        last = first.turn(&mut desk).or(last);
    }
    for part in parts {
        let Some(FromWorker::Part(part)) = from_bytes(&part) else { panic!("not a part") };
        last = first.take(&mut desk, &part).or(last);
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
