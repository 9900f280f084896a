//! One question asked as a worker would be, and its whole answer; and an answer to fill in.

use std::rc::Rc;

use mitoshi::protocol::{Answer, Ask, Draws, ViewAsk};
use mitoshi::scenario::Scenario;
use mitoshi::worker::desk::{City, Desk};
use mitoshi::worker::job::answer_now;

pub(crate) fn answer(city: Rc<City>, scenario: &Scenario, measure: &str, by_month: bool) -> Answer {
    let ask = Ask {
        revision: 1,
        scenario_json: scenario.to_json(),
        against: Vec::new(),
        view: ViewAsk { measure: measure.into(), by_month, place: String::new() },
        draws: Draws::All,
        first: scenario.n_draws,
        index: 0,
        of: 1,
    };
    answer_now(&mut Desk::new(city), ask).ok().unwrap()
}

/// An answer that says nothing yet.
pub(crate) fn blank(revision: u64, n_done: u32) -> Answer {
    Answer {
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
        months_baseline: Vec::new(),
        targets: Vec::new(),
        code: None,
    }
}
