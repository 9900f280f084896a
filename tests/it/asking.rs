//! One question asked as a worker would be, and its whole answer.

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
