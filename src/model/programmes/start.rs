//! The programmes as history leaves them: lived through month by month, and set to each
//! observation, with its error, where there is one.

use super::course::{Ask, Course, level_at_end};
use super::month::{Drive, gather, month};
use super::{Inputs, Nature, Run, State, gatherings};
use crate::model::alarm::World;
use crate::model::ground::{MonthIndex, fiscal_year};
use crate::model::inputs::LeverTable;
use crate::model::lanes::Lanes;
use crate::model::shock_table::Hit;

/// Lowers the programmes and lives through history. `centres` gives the centre chain at the end
/// of a fiscal year, for programmes that go with its hours or ties.
pub fn start(ask: &Ask<'_>, levers: &LeverTable) -> (Inputs, Vec<(i32, State)>) {
    let n_areas = ask.geography.n_areas();
    let plan = ask.timeline.plan;
    let inputs = Inputs {
        courses: ask.programmes.iter().map(|p| Course::new(ask, p)).collect(),
        gatherings: gatherings::Inputs::new(ask.assumed),
        contained: (plan..ask.timeline.end)
            .map(|month| *ask.known.factor(Hit::Gatherings, month))
            .collect(),
        plan,
    };
    let mut state = State {
        runs: inputs.courses.iter().map(|course| before(course, ask.timeline.first)).collect(),
        gatherings: gatherings::State::new(n_areas),
        elderly: vec![Lanes::ZERO; n_areas],
        alone: vec![Lanes::ZERO; n_areas],
        everybody: vec![Lanes::ZERO; n_areas],
        subsidised: vec![Lanes::ZERO; n_areas],
    };
    let world = World {
        geography: ask.geography,
        people: ask.people,
        levers,
        shocks: ask.shocks,
        luck: ask.luck,
    };
    let mut years = Vec::new();
    for at in ask.timeline.first..plan {
        gather(&mut state, &inputs, &world, at);
        month(&mut state, &inputs, &world, Drive::default(), at);
        for (run, course) in state.runs.iter_mut().zip(&inputs.courses) {
            for (seen, value) in course.seen.iter().filter(|(seen, _)| *seen == at) {
                pin(run, course, *seen, *value);
            }
        }
        if at % 12 == 11 {
            years.push((fiscal_year(at), state.clone()));
        }
    }
    (inputs, years)
}

/// A programme as the window opens: known where it needs no observation, or had one before.
fn before(course: &Course, first: MonthIndex) -> Run {
    let mut run = Run::default();
    if let Some(rate) = course.rate {
        run.level = rate;
        run.is_known = course.seen.is_empty();
    }
    run.is_known |= course.part.is_some() && course.seen.is_empty();
    for (month, value) in course.seen.iter().filter(|(month, _)| *month < first) {
        pin(&mut run, course, *month, *value);
        run.flow = Lanes::ZERO;
    }
    run
}

fn pin(run: &mut Run, course: &Course, month: MonthIndex, value: Lanes) {
    run.is_known = true;
    match course.nature {
        Nature::Stock => {
            run.stock = value;
            run.level = value;
        }
        Nature::Count => {
            // A count is that of its fiscal year; what it holds in between stays a forecast.
            if month % 12 == 11 {
                run.flow = value;
            }
            let is_last = course.seen.last().is_some_and(|(last, _)| *last == month);
            if course.rate.is_none() && is_last {
                run.level = level_at_end(course, value);
            }
        }
    }
}
