//! The page's state, without a page.

use std::rc::Rc;

use mitoshi::i18n::Lang;
use mitoshi::levers::LeverId;
use mitoshi::protocol::{Answer, ViewAsk};
use mitoshi::scenario::Scenario;
use mitoshi::ui::state::{Action, AppState};
use yew::Reducible as _;

fn page() -> Rc<AppState> {
    Rc::new(AppState::opening(Scenario::default(), Lang::Ja, None))
}

fn answer(revision: u64, n_done: u32) -> Rc<Answer> {
    Rc::new(Answer {
        revision,
        n_done,
        n_draws: 1_024,
        first_year: 2018,
        n_years: 8,
        city: Vec::new(),
        baseline: Vec::new(),
        view: ViewAsk { measure: "alarm_total".to_owned(), by_month: false, place: String::new() },
        focus: Vec::new(),
        focus_baseline: Vec::new(),
        places: Vec::new(),
        months: Vec::new(),
        targets: Vec::new(),
        code: None,
    })
}

fn set(value: f64) -> Action {
    Action::Set { lever: LeverId::AlarmPublicity, place: String::new(), value }
}

#[test]
fn a_move_asks_anew_and_makes_the_shown_answer_stale() {
    let page = page().reduce(Action::Answered(answer(1, 1_024)));
    assert!(page.is_fresh());
    let moved = page.reduce(set(2.0));
    assert_eq!(moved.revision, 2);
    assert!(!moved.is_fresh() && moved.answer.is_some(), "dimmed, not dropped");
    let settled = moved.reduce(Action::Answered(answer(2, 1_024)));
    assert!(settled.is_fresh());
}

#[test]
fn setting_what_is_set_asks_nothing() {
    let page = page().reduce(set(2.0));
    assert_eq!(page.clone().reduce(set(2.0)).revision, page.revision);
}

#[test]
fn an_answer_to_an_older_question_does_not_replace_a_newer_one() {
    let page = page().reduce(set(2.0)).reduce(set(2.5));
    let newer = page.reduce(Action::Answered(answer(3, 256)));
    let late = newer.clone().reduce(Action::Answered(answer(2, 1_024)));
    assert_eq!(late.answer.as_ref().map(|a| a.revision), Some(3));
    assert!(!late.is_fresh(), "256 of 1,024 draws are not all");
}

#[test]
fn a_value_out_of_range_is_refused_and_nothing_is_lost() {
    let page = page().reduce(set(2.0));
    let refused = page.clone().reduce(set(99.0));
    assert_eq!(refused.scenario, page.scenario);
    assert!(refused.note.is_some() && refused.clone().reduce(Action::Quiet).note.is_none());
}

#[test]
fn the_embedded_answer_is_used_only_for_its_own_scenario() {
    let embedded = || Some((Scenario::default(), (*answer(9, 1_024)).clone()));
    let same = AppState::opening(Scenario::default(), Lang::Ja, embedded());
    assert!(same.is_fresh());
    let other = Scenario { seed: 2, ..Scenario::default() };
    assert!(AppState::opening(other, Lang::Ja, embedded()).answer.is_none());
}
