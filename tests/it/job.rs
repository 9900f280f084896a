//! The job a worker moves forward, driven over the page's own wire.

use std::rc::Rc;

use mitoshi::engine::ground::Ground;
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::model::ground::Geography;
use mitoshi::protocol::{Answer, Ask, Draws, FromWorker, ToWorker, ViewAsk, from_bytes, to_bytes};
use mitoshi::scenario::Scenario;
use mitoshi::worker::desk::{City, Desk};
use mitoshi::worker::job::Job;

fn scenario() -> Scenario {
    let setting = Setting {
        lever: LeverId::AlarmPublicity,
        place: String::new(),
        value: 2.0,
        start_month: 3,
        ramp_months: 6,
    };
    let default = Scenario::default();
    let policy = default.policy.with(setting).unwrap();
    Scenario { n_draws: 288, policy, ..default }
}

fn ask(scenario: &Scenario, index: u32, of: u32) -> Ask {
    let view =
        ViewAsk { measure: "alarm_total".to_owned(), by_month: true, place: "14134".to_owned() };
    let ask = Ask {
        revision: 4,
        scenario_json: scenario.to_json(),
        against: Vec::new(),
        view,
        draws: Draws::All,
        first: 256,
        index,
        of,
    };
    match from_bytes(&to_bytes(&ToWorker::Ask(ask))).unwrap() {
        ToWorker::Ask(ask) => ask,
        _ => panic!("a question came back as something else"),
    }
}

fn over_the_wire(said: FromWorker) -> FromWorker {
    from_bytes(&to_bytes(&said)).unwrap()
}

/// All answers when `of` workers share the work; `late` workers finish before the first begins.
fn answers(city: &Rc<City>, scenario: &Scenario, of: u32, others_first: bool) -> Vec<Answer> {
    let mut desks: Vec<Desk> = (0..of).map(|_| Desk::new(city.clone())).collect();
    answers_of(&mut desks, &ask(scenario, 0, of), others_first)
}

/// All answers of some workers to a question.
fn answers_of(desks: &mut [Desk], ask: &Ask, others_first: bool) -> Vec<Answer> {
    let of = ask.of;
    let of_worker = |index: u32| Ask { index, ..ask.clone() };
    let mut jobs: Vec<Job> =
        (0..of).map(|i| Job::new(&mut desks[i as usize], of_worker(i)).ok().unwrap()).collect();
    let mut said = Vec::new();
    let mut parts = Vec::new();
    if !others_first {
        while !jobs[0].has_run() {
            said.extend(jobs[0].turn(&mut desks[0]).map(over_the_wire));
        }
    }
    for i in 1..of as usize {
        while !jobs[i].has_run() {
            assert_eq!(jobs[i].turn(&mut desks[i]), None, "only the first answers");
            parts.extend(jobs[i].part());
        }
    }
    for part in parts {
        let Some(ToWorker::Part(part)) = from_bytes(&to_bytes(&ToWorker::Part(part))) else {
            panic!("a part survives its own wire")
        };
        said.extend(jobs[0].take(&mut desks[0], &part).map(over_the_wire));
    }
    while !jobs[0].has_run() {
        said.extend(jobs[0].turn(&mut desks[0]).map(over_the_wire));
    }
    said.into_iter()
        .filter_map(|said| match said {
            FromWorker::Answer(answer) => Some(*answer),
            FromWorker::Progress { .. } => None,
            other => panic!("expected an answer, got {other:?}"),
        })
        .collect()
}

#[test]
fn the_answer_does_not_depend_on_how_the_work_is_shared() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let scenario = scenario();
    let alone = answers(&city, &scenario, 1, false);
    assert_eq!(alone.iter().map(|a| a.n_done).collect::<Vec<_>>(), [256, 288]);
    let last = alone.last().unwrap();
    assert!(last.code.is_some() && last.revision == 4);
    for (of, others_first) in [(2, true), (3, false), (7, true)] {
        let shared = answers(&city, &scenario, of, others_first);
        assert_eq!(shared.last().unwrap(), last, "{of} workers");
    }
}

#[test]
fn bands_alone_and_then_the_rest_are_all_of_it() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let scenario = scenario();
    let all = answers(&city, &scenario, 1, false);
    let mut desks = [Desk::new(city.clone()), Desk::new(city)];
    // One worker gives the bands; then both share what is left.
    let first = Ask { draws: Draws::First, ..ask(&scenario, 0, 1) };
    assert_eq!(answers_of(&mut desks, &first, false), all[..1]);
    let rest = Ask { draws: Draws::Rest, ..ask(&scenario, 0, 2) };
    assert_eq!(answers_of(&mut desks, &rest, true), all[1..], "bands are not said twice");
}

#[test]
fn the_place_in_focus_agrees_with_the_table_of_places() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let answer = answers(&city, &scenario(), 1, false).remove(0);
    let wards = city.facts.places.at_level(mitoshi::places::Level::Ward);
    let ward = wards.map(|w| city.facts.places.code(w)).position(|code| code == "14134").unwrap();
    let measure = mitoshi::measures::MeasureId::AlarmTotal.index();
    for year in 2018..=2025 {
        let here = answer.here("14134", measure, year);
        assert!(here.is_some() || answer.city(measure, year).is_none());
        assert_eq!(here, answer.place(ward, year), "{year}");
    }
    assert_eq!(answer.here("", measure, 2022), answer.city(measure, 2022));
    assert_eq!(answer.here("14131", measure, 2022), None, "it was not asked about");
}

#[test]
fn a_draw_of_a_few_is_the_draw_of_many() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let few = answers(&city, &Scenario { n_draws: 256, ..scenario() }, 1, false);
    let many = answers(&city, &scenario(), 1, false);
    assert_eq!(few[0].city, many[0].city, "the first 256 of 288 are the 256 alone");
}

#[test]
fn what_was_kept_equals_what_is_worked_out_anew() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let run = |desk: &mut Desk, scenario: &Scenario| {
        let mut job = Job::new(desk, ask(scenario, 0, 1)).ok().unwrap();
        let mut last = None;
        while !job.has_run() {
            last = job.turn(desk).or(last);
        }
        last.unwrap()
    };
    let mut used = Desk::new(city.clone());
    let default = Scenario { n_draws: 64, ..Scenario::default() };
    let moved = Scenario { n_draws: 64, ..scenario() };
    run(&mut used, &default);
    run(&mut used, &moved);
    let kept = run(&mut used, &default);
    let fresh = run(&mut Desk::new(city), &default);
    assert!(kept == fresh, "a desk that was used answers otherwise than a fresh one");
}

#[test]
fn a_lever_at_its_default_changes_nothing() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let default = Scenario { n_draws: 32, ..Scenario::default() };
    let plain = answers(&city, &default, 1, false);
    let area = city.facts.places.at_level(mitoshi::places::Level::Area).next().unwrap();
    let code = city.facts.places.code(area).to_owned();
    for lever in LeverId::all().filter(|l| l.spec().scope == mitoshi::levers::Scope::Place) {
        let setting = Setting {
            lever,
            place: code.clone(),
            value: lever.spec().default,
            start_month: 0,
            ramp_months: 0,
        };
        let policy = default.policy.with(setting).unwrap();
        let set = answers(&city, &Scenario { policy, ..default.clone() }, 1, false);
        assert!(
            set[0].city == plain[0].city && set[0].places == plain[0].places,
            "{} at its default in one area changes something",
            lever.spec().key
        );
    }
}

#[test]
fn every_lever_moves_something_and_keeps_numbers_sound() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let default = Scenario { n_draws: 32, ..Scenario::default() };
    for lever in LeverId::all() {
        let at = |value: f64| {
            let setting =
                Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
            let policy = default.policy.with(setting).unwrap();
            answers(&city, &Scenario { policy, ..default.clone() }, 1, false).remove(0)
        };
        let (low, high) = (at(lever.spec().min), at(lever.spec().max));
        assert!(low.city != high.city, "the slider {} does nothing", lever.spec().key);
        for band in low.city.iter().chain(&high.city).flatten() {
            assert!(band.iter().all(|x| x.is_finite()), "{}: {band:?}", lever.spec().key);
        }
    }
}

#[test]
fn a_question_that_cannot_be_read_is_answered_with_a_sentence() {
    let mut desk = Desk::new(Rc::new(City::new(Municipality::asago().basis)));
    let bad = Ask { scenario_json: "{".to_owned(), ..ask(&Scenario::default(), 0, 1) };
    match Job::new(&mut desk, bad).err() {
        Some(FromWorker::Refused { revision: 4, ja, en }) => {
            assert!(ja.contains("読めません") && en.contains("cannot be read"), "{ja} {en}");
        }
        _ => panic!("a broken document must be refused with its revision"),
    }
}

#[test]
fn a_scenario_of_other_places_is_refused_with_a_sentence() {
    let refusal = |municipality: &str, place: &str| {
        let policy = Policy::default().with(Setting {
            lever: LeverId::AlarmPublicity,
            place: place.to_owned(),
            value: 2.0,
            start_month: 0,
            ramp_months: 0,
        });
        let scenario = Scenario { policy: policy.unwrap(), ..Scenario::of(municipality) };
        let mut desk = Desk::new(Rc::new(City::new(Municipality::kawasaki().basis)));
        match Job::new(&mut desk, ask(&scenario, 0, 1)).err() {
            Some(FromWorker::Refused { ja, .. }) => ja,
            _ => String::new(),
        }
    };
    assert_eq!(refusal("14130", ""), "");
    assert_eq!(refusal("14130", "14134"), "");
    assert!(refusal("14130", "nowhere").starts_with("場所「nowhere」では決められません。"));
    // A lever is set for wards and areas, not for a centre.
    assert!(refusal("14130", "14131-c01").contains("14131-c01"));
    assert!(refusal("28225", "").contains("別の自治体（コード28225）"));
}

#[test]
fn a_town_of_one_centre_runs() {
    let city = Rc::new(City::new(Municipality::asago().basis));
    let scenario = Scenario { n_draws: 32, municipality: "28225".to_owned(), ..scenario() };
    let answer = answers(&city, &scenario, 1, false).remove(0);
    let people = mitoshi::measures::MeasureId::Pop65.index();
    let year = i32::from(city.facts.frame.plan.last.0);
    let band = answer.city(people, year).expect("a town has people");
    assert!(band.iter().all(|x| 1_000.0 < *x && *x < 30_000.0), "{band:?}");
}

/// Turns of a job to its end: what it says, and how far it is on the way.
fn to_the_end(desk: &mut Desk, ask: Ask) -> (Vec<u32>, Answer) {
    let mut job = Job::new(desk, ask).ok().unwrap();
    let (mut progress, mut last) = (Vec::new(), None);
    while !job.has_run() {
        match job.turn(desk).map(over_the_wire) {
            Some(FromWorker::Progress { n_done, .. }) => progress.push(n_done),
            Some(FromWorker::Answer(answer)) => last = Some(*answer),
            _ => {}
        }
    }
    (progress, last.unwrap())
}

#[test]
fn many_draws_say_how_far_they_are_and_keep_places_of_the_first_thousand() {
    let city = Rc::new(City::new(Municipality::asago().basis));
    let mut desk = Desk::new(city.clone());
    let town = Scenario { municipality: "28225".to_owned(), ..scenario() };
    let many = Scenario { n_draws: 1_600, ..town.clone() };
    let (progress, answer) = to_the_end(&mut desk, ask(&many, 0, 1));
    assert_eq!(progress, [512, 768, 1_280, 1_536]);
    let (_, thousand) = to_the_end(&mut desk, ask(&Scenario { n_draws: 1_024, ..town }, 0, 1));
    assert_eq!(answer.places, thousand.places);
    assert!(answer.city != thousand.city && answer.code != thousand.code);
    // On two workers, the second one's later blocks are the municipality's alone.
    let shared = answers(&city, &many, 2, true).pop().unwrap();
    assert_eq!(shared, answer);
}

#[test]
fn a_question_dropped_on_the_way_changes_no_later_one() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let mut desk = Desk::new(city.clone());
    let small = |lever, value| {
        let setting =
            Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
        let policy = Scenario::default().policy.with(setting).unwrap();
        Scenario { n_draws: 96, policy, ..Scenario::default() }
    };
    for (lever, value) in [(LeverId::PostsExtra, 1.0), (LeverId::PublicityMoney, 3.0)] {
        let mut job = Job::new(&mut desk, ask(&small(lever, value), 0, 1)).ok().unwrap();
        for _ in 0..3 {
            job.turn(&mut desk);
        }
    }
    let asked = small(LeverId::Gathering, 60.0);
    let (_, after) = to_the_end(&mut desk, ask(&asked, 0, 1));
    let (_, fresh) = to_the_end(&mut Desk::new(city), ask(&asked, 0, 1));
    assert_eq!(after, fresh);
}

/// The bench writes these two by hand: `tests/browser/model_js/bench.mjs`.
#[test]
fn the_bench_knows_the_bytes_it_sends_to_a_worker() {
    let city = ToWorker::City(vec![7; 300]);
    assert_eq!(to_bytes(&city)[..4], [3, 0b1010_1100, 2, 7]);
    let key = LeverId::AlarmPublicity.spec().key;
    let probe = ToWorker::ProbeLevers { keys: key.to_owned(), n_blocks: 4 };
    assert_eq!(to_bytes(&probe), [&[4, key.len() as u8], key.as_bytes(), &[4]].concat());
}

#[test]
fn a_municipality_too_large_for_a_page_is_refused_with_a_way_out() {
    let facts = Municipality::asago();
    let mut ground = Ground::new(&facts);
    ground.geography = Geography::new(0, &[(1, vec![(2, Vec::new()); 2_001])]);
    let scenario = Scenario::of(&facts.code);
    let mut desk = Desk::new(Rc::new(City { facts: facts.basis, ground: Rc::new(ground) }));
    match Job::new(&mut desk, ask(&scenario, 0, 1)).err() {
        Some(FromWorker::Refused { ja, en, .. }) => {
            assert!(ja.contains("圏域が2001") && ja.contains("mitoshi run"), "{ja}");
            assert!(en.contains("2001 care areas") && en.contains("mitoshi run"), "{en}");
        }
        _ => panic!("it must be refused"),
    }
}
