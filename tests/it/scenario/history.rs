//! Undo and redo, through the page's own reduce and natively.

use std::rc::Rc;

use mitoshi::i18n::Lang;
use mitoshi::levers::LeverId;
use mitoshi::protocol::Draws;
use mitoshi::scenario::Scenario;
use mitoshi::scenario::difference::About;
use mitoshi::scenario::history::{History, STEPS_MAX, Step};
use mitoshi::ui::state::{Action, AppState};
use proptest::prelude::*;
use yew::Reducible as _;

fn page() -> Rc<AppState> {
    Rc::new(AppState::opening(Scenario::default(), Lang::Ja, None))
}

fn set(lever: LeverId, value: f64) -> Action {
    Action::Set { lever, place: String::new(), value }
}

fn value_of(step: &Step) -> f64 {
    step.scenario.policy.value(LeverId::AlarmPublicity, "")
}

fn value(page: &AppState) -> f64 {
    page.scenario.policy.value(LeverId::AlarmPublicity, "")
}

#[test]
fn a_drag_is_one_step_and_is_undone_as_one() {
    let mut page = page();
    for tenth in 11..=20 {
        page = page.reduce(set(LeverId::AlarmPublicity, f64::from(tenth) / 10.0));
    }
    page = page.reduce(Action::LetGo);
    page = page.reduce(set(LeverId::AlarmPublicity, 2.5));
    assert_eq!(page.history.steps().len(), 3, "the start, the drag, the move after it");
    let back = page.reduce(Action::Undo);
    assert_eq!(value(&back), 2.0);
    let back = back.reduce(Action::Undo);
    assert_eq!(*back.scenario, Scenario::default());
    assert!(
        !back.history.can_undo() && back.clone().reduce(Action::Undo).scenario == back.scenario
    );
    let again = back.reduce(Action::Redo).reduce(Action::Redo);
    assert_eq!(value(&again), 2.5);
}

#[test]
fn undoing_asks_the_question_of_that_state() {
    let page = page().reduce(set(LeverId::AlarmPublicity, 2.0));
    let before = page.revision;
    let back = page.reduce(Action::Undo);
    assert_eq!(back.revision, before + 1);
    assert_eq!(back.ask().scenario_json, Scenario::default().to_json());
}

#[test]
fn a_name_asks_nothing_and_can_be_undone() {
    let page = page();
    let before = page.revision;
    let named = page.reduce(Action::Name("広報".to_owned()));
    let named = named.reduce(Action::Name("広報を倍に".to_owned()));
    assert_eq!((named.revision, named.history.steps().len()), (before, 2));
    assert_eq!(named.history.changes(1), [About::Name]);
    assert_eq!(named.reduce(Action::Undo).scenario.name, "");
}

#[test]
fn a_drag_back_to_where_it_began_is_no_step() {
    let page = page();
    let page = page.reduce(set(LeverId::AlarmPublicity, 2.0));
    let page = page.reduce(set(LeverId::AlarmPublicity, 1.0));
    assert!(!page.history.can_undo());
}

#[test]
fn a_drag_past_where_it_began_goes_on() {
    let mut page = page();
    for value in [2.0, 1.0, 0.5, 1.0, 1.5] {
        page = page.reduce(set(LeverId::AlarmPublicity, value));
        assert!(page.history.is_held() && page.is_moving(), "at {value}");
        assert_eq!(page.ask().draws, Draws::First, "at {value}");
    }
    let page = page.reduce(Action::LetGo);
    assert_eq!((page.ask().draws, page.history.steps().len()), (Draws::All, 2));
    assert_eq!(*page.reduce(Action::Undo).scenario, Scenario::default());
}

/// At one place the municipality's value is no value of its own: a drag over it goes on too.
#[test]
fn a_drag_past_the_value_of_the_wider_place_goes_on() {
    let (lever, place) = (LeverId::AlarmPublicity, "14134".to_owned());
    let at = |value| Action::Set { lever, place: place.clone(), value };
    let page = page().reduce(at(2.0)).reduce(Action::Clear { lever, place: place.clone() });
    assert!(page.is_moving() && page.scenario.policy.settings().is_empty());
    let page = page.reduce(at(0.5)).reduce(Action::LetGo);
    assert_eq!(page.history.steps().len(), 2, "the start and the drag");
}

#[test]
fn a_drag_back_and_forth_keeps_the_steps_before_it() {
    let page = page().reduce(set(LeverId::AlarmPublicity, 2.0)).reduce(Action::LetGo);
    let page = page.reduce(set(LeverId::AlarmPublicity, 2.5));
    let page = page.reduce(set(LeverId::AlarmPublicity, 2.0));
    let page = page.reduce(set(LeverId::AlarmPublicity, 0.5)).reduce(Action::LetGo);
    let values: Vec<f64> = page.history.steps().iter().map(value_of).collect();
    assert_eq!(values, [1.0, 2.0, 0.5]);
}

#[test]
fn what_was_undone_is_gone_after_a_new_change() {
    let page = page().reduce(set(LeverId::AlarmPublicity, 2.0)).reduce(Action::Undo);
    let page = page.reduce(set(LeverId::Retention, 50.0));
    assert!(!page.history.can_redo());
    assert_eq!(page.reduce(Action::Jump(0)).history.at(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However much is done, the list stays within its bound, and the text brings it back.
    #[test]
    fn a_history_survives_a_reload(moves in proptest::collection::vec((0..5_u8, 0..30_u8), 0..150)) {
        let mut page = page();
        for (kind, at) in moves {
            page = page.reduce(match kind {
                0 => Action::Undo,
                1 => Action::Redo,
                2 => Action::LetGo,
                3 => Action::Jump(usize::from(at)),
                _ => set(LeverId::AlarmPublicity, f64::from(at) / 10.0),
            });
        }
        prop_assert!(page.history.steps().len() <= STEPS_MAX);
        prop_assert_eq!(&page.history.now().scenario, &page.scenario);
        let mut kept = page.history.clone();
        kept.let_go();
        let back = History::from_json(&page.history.to_json(), page.scenario.clone());
        prop_assert_eq!(back, kept);
    }
}

#[test]
fn a_history_of_another_document_begins_anew() {
    let page = page().reduce(set(LeverId::AlarmPublicity, 2.0));
    let other = Rc::new(Scenario { seed: 9, ..Scenario::default() });
    for text in [page.history.to_json(), String::new(), "{}".to_owned()] {
        assert_eq!(History::from_json(&text, other.clone()), History::new(other.clone()));
    }
}

#[test]
fn a_long_history_keeps_its_newest_part() {
    let mut page = page();
    let long = "長い説明".repeat(5_000);
    for i in 0..20 {
        page = page.reduce(Action::Describe(format!("{long}{i}"))).reduce(Action::LetGo);
    }
    let text = page.history.to_json();
    assert!(text.len() < 400_000, "{} bytes", text.len());
    let back = History::from_json(&text, page.scenario.clone());
    assert!(2 < back.steps().len() && back.steps().len() < 20);
    assert_eq!(back.now().scenario, page.scenario);
}
