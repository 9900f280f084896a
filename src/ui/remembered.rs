//! The first bands of the last questions: a finger that looks for a value goes to and fro over the
//! same ones, and what was worked out once is not asked of the workers again. The same question has
//! the same answer, bit for bit, so nothing of it can be out of date.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::protocol::{Answer, Ask, BAND_DRAWS};

/// A slider's values, and some of the one before. Of large places fewer: some ten megabytes in all.
const ANSWERS_MAX: usize = 64;
const BANDS_MAX: usize = 400_000;

#[derive(Default)]
pub struct Remembered {
    /// The latest asked for first.
    kept: VecDeque<(Ask, Rc<Answer>)>,
}

impl Remembered {
    /// The answer to this question, if it was asked lately.
    pub fn find(&mut self, ask: &Ask) -> Option<Rc<Answer>> {
        let at = self.kept.iter().position(|(known, _)| is_same(known, ask))?;
        let (known, answer) = self.kept.remove(at)?;
        let found = Rc::new(Answer { revision: ask.revision, ..(*answer).clone() });
        self.kept.push_front((known, answer));
        Some(found)
    }

    /// Keeps first bands; later draws and few draws come and go.
    pub fn keep(&mut self, ask: &Ask, answer: &Rc<Answer>) {
        if answer.n_done != BAND_DRAWS {
            return;
        }
        self.kept.retain(|(known, _)| !is_same(known, ask));
        self.kept.push_front((ask.clone(), answer.clone()));
        let fit = BANDS_MAX / n_bands(answer).max(1);
        self.kept.truncate(fit.clamp(1, ANSWERS_MAX));
    }
}

/// Whether the two ask for the same numbers, whoever works them out.
fn is_same(one: &Ask, other: &Ask) -> bool {
    one.scenario_json == other.scenario_json
        && one.view == other.view
        && one.against == other.against
}

fn n_bands(answer: &Answer) -> usize {
    let of_targets = answer.targets.iter().map(|target| target.curve.len());
    [&answer.city, &answer.focus, &answer.places, &answer.months]
        .map(Vec::len)
        .iter()
        .sum::<usize>()
        + of_targets.sum::<usize>()
}
