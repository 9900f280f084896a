//! What is drawn when, while a finger moves.

use mitoshi::ui::due::{Drawn, Due};
use proptest::prelude::*;

/// A computer on which the graph takes `graph_ms`, as each of the other pieces.
fn computer(graph_ms: f64) -> Due {
    let mut due = Due::default();
    // All at once took too long, so that pieces follow.
    due.took(Drawn::All, 21.0);
    for _ in 0..3 {
        draw(&mut due, graph_ms);
    }
    due
}

/// An answer is drawn, each frame of it in so long.
fn draw(due: &mut Due, ms: f64) {
    due.answered(0);
    while due.has_any() {
        let drawn = due.begin(0.0);
        due.took(drawn, ms);
    }
}

#[test]
fn a_quick_computer_draws_an_answer_in_the_first_frame_without_a_move() {
    let mut due = Due::default();
    due.moved(1, 1_000.0);
    due.answered(1);
    due.moved(2, 1_040.0);
    assert!(!due.has_room(1_039.0), "that frame has the second move");
    assert!(due.has_room(1_056.0));
    // Moves in every frame: one of them has to do in the end.
    due.moved(3, 1_085.0);
    assert!(due.has_room(1_084.0));
}

#[test]
fn in_pieces_the_graph_comes_first_and_a_part_now_and_then() {
    let mut due = computer(10.0);
    assert!(due.in_pieces() && !due.is_slow());
    due.moved(1, 1_000.0);
    due.answered(1);
    assert!(due.has_room(1_016.0));
    assert_eq!(due.begin(1_016.0), Drawn::Graph);
    due.took(Drawn::Graph, 10.0);
    assert!(due.has_room(1_033.0), "the last part was long ago");
    assert_eq!(due.begin(1_033.0), Drawn::Part { is_last: false });
    due.moved(2, 1_060.0);
    assert!(!due.has_room(1_080.0), "the next one is not due yet");
    assert!(due.has_room(1_160.0), "a finger that rests");
    due.moved(3, 1_280.0);
    assert!(due.has_room(1_290.0), "a quarter of a second later");
}

#[test]
fn on_a_slow_computer_the_graph_is_drawn_with_a_move() {
    let mut due = computer(20.0);
    assert!(due.is_slow());
    due.moved(1, 3_000.0);
    due.answered(1);
    assert!(!due.has_room(3_016.0), "the next move would wait for it");
    assert!(due.has_room(3_060.0), "unless it does not come");
    due.moved(2, 3_100.0);
    assert!(!due.has_room(3_099.0), "a finger has just set out, and all is as it was left");
    assert!(!due.has_room(3_350.0), "it may only be slow");
    assert!(due.has_room(3_400.0), "it rests");
    for (revision, ms) in (3..).zip([3_399.0, 3_690.0, 3_980.0, 4_270.0]) {
        due.moved(revision, ms);
        assert!(!due.has_room(ms - 1.0), "the graph comes with a move, and a part seldom");
    }
    due.moved(7, 4_560.0);
    assert!(due.has_room(4_559.0), "one and a half seconds after it set out");
    assert_eq!(due.begin(4_559.0), Drawn::Part { is_last: false }, "a move has drawn the graph");
    due.moved(8, 4_620.0);
    assert!(!due.has_room(4_619.0), "the next part comes later");
}

#[test]
fn a_computer_is_slow_or_quick_by_more_than_chance() {
    let mut due = Due::default();
    let graphs =
        [(20.0, false), (20.0, false), (13.0, true), (9.0, true), (5.0, true), (6.0, true)];
    let more = [(6.0, false), (13.0, false), (11.0, false), (13.0, false), (13.0, false)];
    for (ms, is_slow) in graphs.into_iter().chain(more) {
        due.took(Drawn::Graph, ms);
        assert_eq!(due.is_slow(), is_slow, "{ms}");
    }
}

#[test]
fn what_takes_very_long_at_once_is_slow_at_once() {
    for (ms, in_pieces, is_slow) in [(20.0, false, false), (40.0, true, false), (60.0, true, true)]
    {
        let mut due = Due::default();
        due.took(Drawn::All, ms);
        assert_eq!((due.in_pieces(), due.is_slow()), (in_pieces, is_slow), "{ms}");
    }
}

#[test]
fn pieces_are_one_again_when_they_were_quick_three_times() {
    let mut due = computer(10.0);
    for (ms, in_pieces) in [(5.0, true), (5.0, true), (10.0, true), (5.0, true), (5.0, true)] {
        draw(&mut due, ms);
        assert_eq!(due.in_pieces(), in_pieces);
    }
    draw(&mut due, 5.0);
    assert!(!due.in_pieces());
}

proptest! {
    /// No frame is missed that would have been drawn in.
    #[test]
    fn while_it_waits_no_frame_without_a_move_has_room(
        graph_ms in 5.0..30.0_f64,
        since_answer in 0.0..40.0_f64,
        n_begun in 0..3_usize,
        now in 0.0..120.0_f64,
        share in 0.0..0.999_f64,
    ) {
        let mut due = computer(graph_ms);
        due.moved(1, 1_000.0);
        due.answered(1);
        let drawn_ms = 1_000.0 + since_answer;
        for _ in 0..n_begun {
            due.begin(drawn_ms);
        }
        let now_ms = drawn_ms + now;
        let wait_ms = due.wait_ms(now_ms);
        let within_ms = now_ms + wait_ms * share;
        if 0.0 < wait_ms && 1_000.0 < within_ms {
            prop_assert!(!due.has_room(within_ms));
            prop_assert!(due.has_room(now_ms + wait_ms + 1e-6));
        }
    }
}
