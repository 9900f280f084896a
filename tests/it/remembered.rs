//! Which answers are remembered, and for which questions.

use std::rc::Rc;

use crate::asking::blank;
use mitoshi::protocol::{Answer, Ask, Draws, ViewAsk};
use mitoshi::ui::remembered::Remembered;

fn ask(revision: u64, scenario: &str) -> Ask {
    Ask {
        revision,
        scenario_json: scenario.to_owned(),
        against: Vec::new(),
        view: ViewAsk { measure: "alarm".to_owned(), by_month: false, place: String::new() },
        draws: Draws::First,
        first: 256,
        index: 0,
        of: 1,
    }
}

fn answer(ask: &Ask, n_done: u32, n_bands: usize) -> Rc<Answer> {
    let (view, city) = (ask.view.clone(), vec![None; n_bands]);
    Rc::new(Answer { view, city, ..blank(ask.revision, n_done) })
}

#[test]
fn the_same_question_has_the_same_answer_whoever_was_to_work_it_out() {
    let mut remembered = Remembered::default();
    let first = ask(1, "a");
    remembered.keep(&first, &answer(&first, 256, 3));
    let again = Ask { of: 2, index: 1, first: 64, ..ask(7, "a") };
    let found = remembered.find(&again).unwrap();
    assert_eq!((found.revision, found.city.len()), (7, 3), "it answers the newest question");
    assert_eq!(*found, *answer(&again, 256, 3), "and is otherwise what it was");
}

#[test]
fn another_question_has_no_answer() {
    let mut remembered = Remembered::default();
    let known = ask(1, "a");
    remembered.keep(&known, &answer(&known, 256, 3));
    let look = |measure: &str, by_month, place: &str| {
        let view = ViewAsk { measure: measure.to_owned(), by_month, place: place.to_owned() };
        Ask { view, ..ask(2, "a") }
    };
    let compared = Ask { against: vec!["b".to_owned()], ..ask(2, "a") };
    let others = [
        ask(2, "b"),
        look("staff", false, ""),
        look("alarm", true, ""),
        look("alarm", false, "1"),
        compared,
    ];
    for other in others {
        assert!(remembered.find(&other).is_none(), "{other:?}");
    }
}

#[test]
fn only_first_bands_are_kept() {
    for (n_done, is_kept) in [(64, false), (256, true), (1_024, false)] {
        let mut remembered = Remembered::default();
        let one = ask(1, "a");
        remembered.keep(&one, &answer(&one, n_done, 3));
        assert_eq!(remembered.find(&one).is_some(), is_kept, "{n_done}");
    }
}

#[test]
fn the_latest_asked_for_are_kept_and_of_a_large_city_fewer() {
    for (n_bands, n_kept) in [(10, 64), (20_000, 20), (1_000_000, 1)] {
        let mut remembered = Remembered::default();
        let asks: Vec<Ask> = (0..100).map(|i| ask(i, &i.to_string())).collect();
        for one in &asks {
            remembered.keep(one, &answer(one, 256, n_bands));
            // The first one is looked for again and again.
            if 1 < n_kept {
                assert!(remembered.find(&asks[0]).is_some(), "{}", one.revision);
            }
        }
        let is_found = |one: &&Ask| remembered.find(one).is_some();
        assert_eq!(asks.iter().filter(is_found).count(), n_kept, "{n_bands}");
    }
}
