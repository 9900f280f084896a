//! The page's state, without a page.

use std::rc::Rc;

use crate::asking::blank;
use mitoshi::i18n::Lang;
use mitoshi::levers::LeverId;
use mitoshi::protocol::{Answer, Comparison, Draws, ViewAsk};
use mitoshi::scenario::Scenario;
use mitoshi::ui::late::{N_FRAMES, Part};
use mitoshi::ui::state::{Action, AppState, MORE_DRAWS};
use yew::Reducible as _;

fn page() -> Rc<AppState> {
    Rc::new(AppState::opening(Scenario::default(), Lang::Ja, None))
}

fn answer(revision: u64, n_done: u32) -> Rc<Answer> {
    Rc::new(blank(revision, n_done))
}

/// A frame that draws all that is behind, and one that draws a piece.
const ALL: Action = Action::CatchUp { all: true };
const PIECE: Action = Action::CatchUp { all: false };

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
    let settled = moved.reduce(Action::LetGo).reduce(Action::Answered(answer(2, 1_024)));
    assert!(settled.is_fresh());
}

#[test]
fn while_a_slider_is_held_answers_wait_for_its_next_move() {
    let page = page().reduce(Action::Answered(answer(1, 1_024))).reduce(set(2.0));
    let waiting = page.clone().reduce(Action::Answered(answer(2, 64)));
    let waiting = waiting.reduce(Action::Answered(answer(2, 256)));
    assert!(waiting == page, "nothing is drawn for them");
    let moved = waiting.clone().reduce(set(2.5));
    let shown = moved.answer.clone().map(|answer| (answer.revision, answer.n_done));
    assert_eq!((shown, moved.revision), (Some((2, 256)), 3), "the newest comes with the move");
    let without = page.clone().reduce(Action::Answered(answer(2, 256)));
    let without = without.reduce(ALL).reduce(set(2.5));
    assert!(moved == without, "as if it had not waited");
    // No move comes, or the finger is lifted.
    for action in [ALL, PIECE, Action::LetGo] {
        assert!(waiting.clone().reduce(action).is_fresh());
    }
    let free = page.reduce(Action::LetGo).reduce(Action::Answered(answer(2, 256)));
    assert!(free.is_fresh(), "nobody holds anything");
}

#[test]
fn only_what_lies_under_the_finger_is_drawn_with_a_move() {
    let page = page().reduce(Action::Answered(answer(1, 1_024)));
    let moved = page.clone().reduce(set(2.0));
    assert!(moved.behind.has_any() && moved.is_moving());
    assert_eq!((page.ask().draws, moved.ask().draws), (Draws::All, Draws::First));
    let answered = moved.clone().reduce(Action::Answered(answer(2, 256)));
    assert!(answered.behind.has_any(), "the answer waits, and so does the rest of the room");
    assert!(answered.clone().reduce(set(2.5)).behind.has_any(), "a newer move takes its place");
    for action in [ALL, Action::LetGo, Action::Speak(Lang::En)] {
        assert!(!answered.clone().reduce(action).behind.has_any(), "all is drawn");
    }
    let frame = |page: Rc<AppState>, _: u32| page.reduce(PIECE);
    let caught_up = (0..N_FRAMES).fold(answered, frame);
    assert!(!caught_up.behind.has_any(), "one frame each, and all is drawn");
    assert!(!caught_up.clone().reduce(set(2.0)).behind.has_any(), "nothing has moved");
    assert_eq!(caught_up.reduce(Action::LetGo).ask().draws, Draws::All);
}

/// The graph has its answer first, then each part its frame; with moves in between, which begin all
/// anew, the parts still take turns.
#[test]
fn what_is_behind_is_drawn_part_by_part() {
    let parts = [Part::Targets, Part::Levers, Part::Places];
    let seen = |page: &AppState| parts.map(|part| !page.behind.has(part));
    let page = page().reduce(Action::Answered(answer(1, 1_024))).reduce(set(2.0));
    let page = page.reduce(Action::Answered(answer(2, 256)));
    let with_answer = page.reduce(PIECE);
    assert!(with_answer.is_fresh() && seen(&with_answer) == [false; 3]);
    let first = with_answer.reduce(PIECE);
    assert_eq!(seen(&first), [true, false, false]);
    let moved = first.reduce(set(2.5));
    assert_eq!(seen(&moved), [false; 3]);
    let second = moved.reduce(PIECE);
    assert_eq!(seen(&second), [false, true, false], "the next one, and not the first again");
    let third = second.reduce(PIECE);
    assert_eq!(seen(&third), [false, true, true]);
    assert_eq!(seen(&third.reduce(PIECE)), [true; 3]);
}

#[test]
fn setting_what_is_set_asks_nothing() {
    let page = page().reduce(set(2.0));
    assert_eq!(page.clone().reduce(set(2.0)).revision, page.revision);
}

#[test]
fn an_answer_to_an_older_question_does_not_replace_a_newer_one() {
    let page = page().reduce(set(2.0)).reduce(set(2.5)).reduce(Action::LetGo);
    let newer = page.reduce(Action::Answered(answer(3, 256)));
    let late = newer.clone().reduce(Action::Answered(answer(2, 1_024)));
    assert_eq!(late.answer.as_ref().map(|a| a.revision), Some(3));
    assert!(late.is_fresh(), "256 draws make bands");
    assert!(!late.is_settled(), "256 of 1,024 draws are not all");
    let few = newer.reduce(set(1.5)).reduce(Action::LetGo);
    let few = few.reduce(Action::Answered(answer(4, 64)));
    assert!(!few.is_fresh(), "64 draws are a first glance");
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

/// Ten thousand draws on asking: what is shown stays while they run, and cancelling keeps it.
#[test]
fn more_draws_refine_what_is_shown() {
    let many = |n_done| Rc::new(Answer { n_draws: MORE_DRAWS, ..(*answer(2, n_done)).clone() });
    let page = page().reduce(Action::Answered(answer(1, 1_024)));
    let asked = page.clone().reduce(Action::AskMore(true));
    assert!(asked.ask().scenario_json.contains("10240"));
    assert_eq!((asked.revision, asked.more), (2, Some(0)));
    assert!(asked.is_settled(), "the answer of 1,024 draws is still about what is set");
    let begun = asked.reduce(Action::Answered(many(256)));
    assert_eq!(begun.answer.as_ref().map(|a| a.revision), Some(1), "fewer draws tell less");
    let halfway = begun.reduce(Action::Progressed { revision: 2, n_done: 5_120 });
    assert_eq!(halfway.more, Some(5_120));
    let cancelled = halfway.clone().reduce(Action::AskMore(false));
    assert!(cancelled.more.is_none() && !cancelled.ask().scenario_json.contains("10240"));
    assert!(cancelled.is_settled());
    let done = halfway.clone().reduce(Action::Answered(many(MORE_DRAWS)));
    assert_eq!(done.answer.as_ref().map(|a| a.n_done), Some(MORE_DRAWS));
    assert!(done.more.is_none());
    let moved = halfway.reduce(set(2.0));
    assert!(moved.more.is_none(), "a move asks for the scenario's own number again");
}

#[test]
fn scenarios_are_compared_and_left_again() {
    let scenarios: Rc<[Rc<Scenario>]> = Rc::new([Rc::default(), Rc::default()]);
    let page = page().reduce(Action::Compare(scenarios.clone()));
    assert_eq!((page.revision, page.ask().against.len()), (2, 1));
    assert_eq!(page.clone().reduce(Action::Compare(scenarios)).revision, 2);
    // The page is ready when all draws are done, and not with those of a former question.
    let found = |revision, n_done| {
        Action::Compared(Rc::new(Comparison { revision, n_done, n_draws: 1_024, ..nothing() }))
    };
    assert!(!page.is_compared());
    assert!(!page.clone().reduce(found(1, 1_024)).is_compared());
    assert!(!page.clone().reduce(found(2, 256)).is_compared());
    let page = page.reduce(found(2, 1_024));
    assert!(page.is_compared() && !page.is_settled());
    let left = page.reduce(Action::Compare(Rc::new([])));
    assert_eq!((left.revision, left.ask().against.len()), (3, 0));
    assert!(!left.is_compared());
}

fn nothing() -> Comparison {
    let view = ViewAsk { measure: String::new(), by_month: false, place: String::new() };
    Comparison {
        revision: 0,
        n_done: 0,
        n_draws: 0,
        first_year: 2018,
        n_years: 0,
        view,
        scenarios: Vec::new(),
        pairs: Vec::new(),
    }
}
