//! Which question the workers are at, and how many workers there are.

use mitoshi::protocol::{Ask, Draws, ViewAsk};
use mitoshi::ui::crew::Crew;
use mitoshi::ui::turns::Turns;

fn ask(revision: u64) -> Ask {
    let view = ViewAsk { measure: String::new(), by_month: false, place: String::new() };
    let (scenario_json, against) = (String::new(), Vec::new());
    let draws = Draws::All;
    Ask { revision, scenario_json, against, view, draws, first: 256, index: 0, of: 1 }
}

fn revision(asked: Option<Ask>) -> Option<u64> {
    asked.map(|ask| ask.revision)
}

#[test]
fn bands_come_while_the_finger_moves_and_the_newest_question_is_next() {
    let mut turns = Turns::new(1, 1);
    assert_eq!(revision(turns.ask(ask(1), 0.0)), Some(1));
    assert_eq!(revision(turns.ask(ask(2), 10.0)), None, "1 has not given its bands yet");
    assert_eq!(revision(turns.ask(ask(3), 20.0)), None);
    assert_eq!(revision(turns.heard(9, 256, false, 25.0)), None, "not the question asked");
    assert_eq!(revision(turns.heard(1, 256, false, 30.0)), Some(3), "2 was overtaken");
    assert_eq!(revision(turns.heard(3, 256, false, 60.0)), None, "nobody waits");
    // Its later draws may be dropped for a newer question.
    assert_eq!(revision(turns.ask(ask(4), 70.0)), Some(4));
    assert_eq!(revision(turns.ask(ask(5), 80.0)), None);
    assert_eq!(revision(turns.refused(4, 81.0)), Some(5));
}

#[test]
fn what_is_known_waits_for_the_finger_to_rest() {
    let moving = |revision| Ask { draws: Draws::First, ..ask(revision) };
    let mut turns = Turns::new(1, 1);
    assert_eq!(revision(turns.ask(moving(1), 0.0)), Some(1));
    turns.know(moving(2), 10.0);
    assert_eq!(revision(turns.heard(1, 256, false, 30.0)), None, "2 is known");
    assert_eq!(revision(turns.let_go(40.0)), None);
    assert_eq!(revision(turns.rest(1, 130.0)), None, "1 was overtaken");
    let rest = turns.rest(2, 140.0).unwrap();
    assert_eq!((rest.revision, rest.draws), (2, Draws::All));
    // One that rests while another is still worked on is next.
    assert_eq!(revision(turns.heard(2, 256, false, 170.0)), None);
    assert_eq!(revision(turns.ask(moving(3), 200.0)), Some(3));
    turns.know(moving(4), 210.0);
    assert_eq!(revision(turns.rest(4, 310.0)), None);
    assert_eq!(revision(turns.heard(3, 256, false, 320.0)), Some(4));
    // And a newer one that is not known is asked as ever.
    turns.know(moving(5), 330.0);
    assert_eq!(revision(turns.heard(4, 256, false, 360.0)), None);
    assert_eq!(revision(turns.ask(moving(6), 370.0)), Some(6));
}

#[test]
fn a_slow_machine_gives_fewer_draws_first() {
    let mut turns = Turns::new(1, 1);
    assert_eq!(turns.ask(ask(1), 0.0).unwrap().first, 64, "nothing is known of the pace yet");
    assert!(turns.ask(ask(2), 5.0).is_none());
    // 64 draws in 90 ms: 256 would take longer than a finger waits.
    assert_eq!(turns.heard(1, 64, false, 90.0).unwrap().first, 64);
    assert!(turns.ask(ask(3), 95.0).is_none());
    // 64 draws in 10 ms: 256 are waited for, and asked for at once the next time.
    assert!(turns.heard(2, 64, false, 100.0).is_none());
    let next = turns.heard(2, 256, false, 130.0).unwrap();
    assert_eq!((next.revision, next.first), (3, 256));
}

#[test]
fn where_few_draws_come_first_all_bands_come_now_and_then() {
    let mut turns = Turns::new(1, 1);
    turns.ask(ask(1), 0.0);
    // 64 draws in 50 ms and 256 in 200, and a move meanwhile.
    for (number, now_ms) in (1..).zip([50.0, 100.0, 150.0, 200.0, 250.0]) {
        assert!(turns.ask(ask(number + 1), now_ms - 10.0).is_none());
        assert_eq!(revision(turns.heard(number, 64, false, now_ms)), Some(number + 1));
    }
    assert!(turns.ask(ask(7), 290.0).is_none());
    assert!(turns.heard(6, 64, false, 300.0).is_none(), "all are waited for");
    assert_eq!(revision(turns.heard(6, 256, false, 450.0)), Some(7));
    // And few again after it.
    assert!(turns.ask(ask(8), 490.0).is_none());
    assert_eq!(revision(turns.heard(7, 64, false, 500.0)), Some(8));
}

#[test]
fn one_slow_question_says_nothing_of_the_moves_to_come() {
    // The first answer, for which draws are lived through, takes 180 ms for 256 draws; all chains
    // from nothing take 60.
    let mut turns = Turns::new(2, 2);
    assert_eq!(turns.ask(ask(1), 0.0).unwrap().first, 64);
    assert!(turns.heard(1, 64, false, 45.0).is_none());
    turns.timed(60.0 / 256.0);
    assert_eq!(turns.ask(moving(2), 1_000.0).unwrap().first, 256);
    assert!(turns.heard(2, 256, false, 1_050.0).is_none());
    // Another measure is looked at, whose draws are lived through; the moves after it are as before.
    assert_eq!(turns.ask(ask(3), 2_000.0).unwrap().first, 256);
    assert!(turns.heard(3, 256, false, 2_200.0).is_none());
    assert_eq!(turns.ask(moving(4), 3_000.0).unwrap().first, 256);
    // Twice in a row is not chance.
    assert!(turns.heard(4, 256, false, 3_200.0).is_none());
    assert_eq!(turns.ask(moving(5), 4_000.0).unwrap().first, 64);
}

fn moving(revision: u64) -> Ask {
    Ask { draws: Draws::First, ..ask(revision) }
}

fn asked(ask: Option<Ask>) -> Option<(u64, Draws, u32)> {
    ask.map(|ask| (ask.revision, ask.draws, ask.of))
}

#[test]
fn while_a_finger_moves_the_page_has_a_core_and_later_draws_wait_until_it_rests() {
    let mut turns = Turns::new(2, 2);
    assert_eq!(asked(turns.ask(moving(1), 0.0)), Some((1, Draws::First, 1)));
    assert_eq!(asked(turns.ask(moving(2), 10.0)), None);
    assert_eq!(asked(turns.heard(1, 256, false, 30.0)), Some((2, Draws::First, 1)));
    assert_eq!(asked(turns.rest(1, 0.0)), None, "a newer one is asked");
    assert_eq!(asked(turns.rest(2, 0.0)), Some((2, Draws::All, 2)), "its bands have not come yet");
    assert_eq!(asked(turns.rest(2, 0.0)), None, "all are asked for");
    assert_eq!(asked(turns.heard(2, 256, false, 60.0)), None);
    assert_eq!(asked(turns.ask(moving(3), 70.0)), Some((3, Draws::First, 1)));
    assert_eq!(asked(turns.heard(3, 256, false, 100.0)), None);
    assert_eq!(asked(turns.rest(3, 0.0)), Some((3, Draws::Rest, 2)), "its bands are there");
    assert_eq!(asked(turns.ask(moving(4), 110.0)), Some((4, Draws::First, 1)), "nobody waits");
    assert_eq!(asked(turns.ask(moving(5), 120.0)), None);
    assert_eq!(asked(turns.rest(5, 0.0)), None);
    let next = turns.heard(4, 256, false, 140.0);
    assert_eq!(asked(next), Some((5, Draws::All, 2)), "the finger rests on what waited");
    // More cores than workers: one is free anyhow.
    assert_eq!(asked(Turns::new(2, 4).ask(moving(1), 0.0)), Some((1, Draws::First, 2)));
    assert_eq!(asked(Turns::new(1, 1).ask(moving(1), 0.0)), Some((1, Draws::First, 1)));
}

#[test]
fn a_question_waits_for_the_move_that_is_about_to_come() {
    let moves = |turns: &mut Turns| {
        assert!(turns.ask(moving(1), 0.0).is_some());
        assert!(turns.ask(moving(2), 33.0).is_none());
        assert!(turns.ask(moving(3), 66.0).is_none());
    };
    let mut turns = Turns::new(2, 4);
    moves(&mut turns);
    // The next move is due at 99.
    assert_eq!(
        revision(turns.heard(1, 256, false, 70.0)),
        Some(3),
        "that is longer than since the last"
    );
    let mut turns = Turns::new(2, 4);
    moves(&mut turns);
    assert!(turns.heard(1, 256, false, 90.0).is_none());
    assert!(turns.held_ms(90.0).is_some_and(|ms| 9.0 < ms && ms < 16.0));
    assert_eq!(revision(turns.ask(moving(4), 99.0)), Some(4), "it begins with the move");
    assert_eq!(turns.held_ms(99.0), None);
    // It does not come: the finger has stopped, but not lifted.
    assert!(turns.ask(moving(5), 132.0).is_none());
    assert!(turns.heard(4, 256, false, 155.0).is_none());
    assert_eq!(turns.held_ms(170.0), None, "late by more than moves are");
    assert_eq!(asked(turns.let_go(170.0)), Some((5, Draws::First, 2)));
    assert!(turns.let_go(171.0).is_none());
    // The finger lifts: nothing is waited for.
    assert!(turns.ask(moving(6), 190.0).is_none());
    assert!(turns.ask(moving(7), 223.0).is_none());
    assert!(turns.heard(5, 256, false, 250.0).is_none());
    assert_eq!(asked(turns.rest(7, 251.0)), Some((7, Draws::All, 2)));
}

#[test]
fn where_fewer_workers_are_too_slow_all_of_them_go_on() {
    let mut turns = Turns::new(2, 2);
    for revision in 1..=3 {
        let now_ms = f64::from(revision as u32) * 100.0;
        assert_eq!(turns.ask(moving(revision), now_ms).unwrap().of, 1);
        assert!(turns.heard(revision, 256, false, now_ms + 60.0).is_none());
    }
    assert_eq!(turns.ask(moving(4), 400.0).unwrap().of, 2);
    assert!(turns.heard(4, 256, false, 435.0).is_none());
    assert!(turns.rest(4, 0.0).is_some());
    assert_eq!(turns.ask(moving(5), 500.0).unwrap().of, 1, "another drag is another try");
    assert!(turns.heard(5, 256, false, 560.0).is_none());
    assert_eq!(turns.ask(moving(6), 600.0).unwrap().of, 2);
    // A large city: two take 60 ms, so that one is not even tried.
    let mut turns = Turns::new(2, 2);
    assert_eq!(turns.ask(ask(1), 0.0).unwrap().of, 2);
    assert!(turns.heard(1, 256, false, 60.0).is_none());
    assert_eq!(turns.ask(moving(2), 100.0).unwrap().of, 2);
}

#[test]
fn the_crew_knows_its_pace() {
    let mut crew = Crew::new(2);
    assert_eq!(crew.ms_a_piece(), None, "nothing was timed yet");
    crew.took(40.0);
    assert_eq!(crew.ms_a_piece(), Some(40.0));
    crew.took(50.0);
    assert_eq!((crew.size(), crew.ms_a_piece()), (2, Some(25.0)), "two pieces in 50 ms");
}

#[test]
fn a_crew_disturbed_once_is_timed_again() {
    let mut crew = Crew::new(2);
    crew.took(72.0);
    crew.took(165.0);
    assert_eq!(crew.next(), Some(2), "something else had the core");
    crew.took(70.0);
    assert_eq!((crew.size(), crew.next()), (2, None));

    let mut alone = Crew::new(2);
    for ms in [72.0, 165.0, 150.0, 148.0] {
        assert!(alone.next().is_some());
        alone.took(ms);
    }
    assert_eq!((alone.size(), alone.next()), (1, None), "three times is not by chance");
}

/// The size found on a machine whose speed with so many workers is given.
fn crew(most: usize, speed: impl Fn(usize) -> f64) -> usize {
    let mut crew = Crew::new(most);
    while let Some(size) = crew.next() {
        crew.took(size as f64 / speed(size));
    }
    crew.size()
}

#[test]
fn more_workers_only_where_they_are_faster() {
    assert_eq!(crew(8, |n| n as f64), 8);
    assert_eq!(crew(6, |n| n as f64), 6);
    assert_eq!(crew(2, |_| 1.0), 1, "two that share one core");
    assert_eq!(crew(8, |n| n.min(4) as f64), 4);
    assert_eq!(crew(1, |n| n as f64), 1);
}
