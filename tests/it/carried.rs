//! What the page carries: it must be what the tables and a fresh run say, to the bit.

use std::rc::Rc;

use mitoshi::facts::{Basis, Municipality};
use mitoshi::measures::MeasureId;
use mitoshi::protocol::{Answer, Ask, Draws, ViewAsk, from_bytes, to_bytes};
use mitoshi::scenario::Scenario;
use mitoshi::worker::desk::{City, Desk};
use mitoshi::worker::job::answer_now;

use crate::golden::check_golden;

fn carried(basis: &Basis) -> Basis {
    from_bytes(&to_bytes(basis)).unwrap()
}

fn answer(basis: Basis) -> Answer {
    let scenario = Scenario { n_draws: 32, ..Scenario::of(&basis.code) };
    answer_of(basis, scenario)
}

fn answer_of(basis: Basis, scenario: Scenario) -> Answer {
    let view = ViewAsk { measure: "alarm_total".to_owned(), by_month: true, place: String::new() };
    let ask = Ask {
        revision: 1,
        scenario_json: scenario.to_json(),
        against: Vec::new(),
        view,
        draws: Draws::All,
        first: 256,
        index: 0,
        of: 1,
    };
    answer_now(&mut Desk::new(Rc::new(City::new(basis))), ask).ok().unwrap()
}

#[test]
fn the_carried_municipality_is_what_the_tables_say() {
    for city in [Municipality::kawasaki(), Municipality::asago()] {
        assert_eq!(carried(&city.basis), city.basis);
    }
}

#[test]
fn the_carried_municipality_is_small() {
    let n_bytes = to_bytes(&Municipality::kawasaki().basis).len();
    assert!(n_bytes <= 42_000, "{n_bytes} bytes before compression: what made it grow?");
}

#[test]
fn runs_on_the_carried_municipality_give_the_same_bits() {
    for city in [Municipality::kawasaki(), Municipality::asago()] {
        let (from_tables, carried) = (answer(city.basis.clone()), answer(carried(&city.basis)));
        assert_eq!(carried.code, from_tables.code);
        assert_eq!(to_bytes(&carried), to_bytes(&from_tables));
    }
}

/// The built page is held to the same file (`tests/browser/engine.test.mjs`).
#[test]
fn the_result_code_of_the_built_in_example_is_the_one_kept() {
    let basis = Municipality::kawasaki().basis.clone();
    let scenario = Scenario::of(&basis.code);
    let n_draws = scenario.n_draws;
    let answer = answer_of(basis, scenario);
    let code = answer.code.unwrap();
    check_golden("result_code.txt", &format!("{n_draws} draws: {code}\n"));
}

#[test]
fn what_is_seen_at_first_is_the_same_as_in_the_whole_answer() {
    let whole = answer(Municipality::kawasaki().basis);
    let measures = [MeasureId::AlarmTotal, MeasureId::AlarmHome];
    let lean = whole.clone().at_first_sight(&measures, 2023);
    let lean: Answer = from_bytes(&to_bytes(&lean)).unwrap();
    for measure in measures.map(MeasureId::index) {
        for year in 2018..=2025 {
            assert!(lean.city(measure, year).is_some());
            assert_eq!(lean.city(measure, year), whole.city(measure, year));
            assert_eq!(lean.baseline(measure, year), whole.baseline(measure, year));
        }
    }
    for place in 0..51 {
        assert!(lean.place(place, 2023).is_some());
        assert_eq!(lean.place(place, 2023), whole.place(place, 2023));
    }
    assert_eq!(lean.code, whole.code);
    let chances = |answer: &Answer| answer.targets.iter().map(|t| t.chance).collect::<Vec<_>>();
    assert_eq!(chances(&lean), chances(&whole));
    assert!(to_bytes(&lean).len() * 5 < to_bytes(&whole).len());
}
