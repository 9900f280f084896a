//! Undo and redo: the states of one document, each with the chances found for it. Pure logic; it
//! survives a reload as text, with a bound.

use std::rc::Rc;

use super::Scenario;
use super::difference::{About, between};
use super::json::{Fields, Json};
use crate::levers::LeverId;

/// Most states kept.
pub const STEPS_MAX: usize = 100;

/// Longest text that is kept over a reload; the oldest steps go first.
const TEXT_MAX: usize = 256_000;

/// What a hand is holding: changes of the same thing without letting go are one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    Lever { lever: LeverId, place: String },
    Words(About),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub scenario: Rc<Scenario>,
    /// The chance of each target of the municipality, once known.
    pub chances: Rc<[Option<f64>]>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// At least one: the state before the first change.
    steps: Vec<Step>,
    at: usize,
    held: Option<Held>,
}

#[derive(Clone, Debug, PartialEq)]
struct Held {
    touched: Touched,
    /// It has no step where it is back where it began.
    has_step: bool,
}

impl History {
    pub fn new(scenario: Rc<Scenario>) -> Self {
        Self { steps: vec![Step { scenario, chances: Rc::from([]) }], at: 0, held: None }
    }

    pub fn now(&self) -> &Step {
        &self.steps[self.at]
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn can_undo(&self) -> bool {
        0 < self.at
    }

    pub fn can_redo(&self) -> bool {
        self.at + 1 < self.steps.len()
    }

    /// What a step changed; nothing for the first one.
    pub fn changes(&self, step: usize) -> Vec<About> {
        match step.checked_sub(1).and_then(|before| self.steps.get(before..=step)) {
            Some([before, after]) => between(&before.scenario, &after.scenario),
            _ => Vec::new(),
        }
    }

    /// A new state. What was undone before it is gone, as everywhere.
    pub fn push(&mut self, scenario: Rc<Scenario>, touched: Option<Touched>) {
        self.steps.truncate(self.at + 1);
        let step = Step { scenario, chances: Rc::from([]) };
        let is_same = |held: &&mut Held| held.has_step && touched.as_ref() == Some(&held.touched);
        if let Some(held) = self.held.as_mut().filter(is_same) {
            self.steps[self.at] = step;
            // Dragged back to where it began: no change at all. It may go on from there.
            if self.steps[self.at].scenario == self.steps[self.at - 1].scenario {
                self.steps.pop();
                self.at -= 1;
                held.has_step = false;
            }
            return;
        }
        self.steps.push(step);
        if STEPS_MAX < self.steps.len() {
            self.steps.remove(0);
        }
        self.at = self.steps.len() - 1;
        self.held = touched.map(|touched| Held { touched, has_step: true });
    }

    /// Whether a hand is on something: the next change of it is the same step.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Whether a slider is being moved.
    pub fn holds_lever(&self) -> bool {
        self.held.as_ref().is_some_and(|held| matches!(held.touched, Touched::Lever { .. }))
    }

    /// The hand has let go.
    pub fn let_go(&mut self) {
        self.held = None;
    }

    /// Goes to a step of the list; a number beyond its ends goes to the end.
    pub fn jump(&mut self, to: usize) {
        self.at = to.min(self.steps.len() - 1);
        self.held = None;
    }

    /// Notes what was found for the present state.
    pub fn found(&mut self, scenario: &Rc<Scenario>, chances: Rc<[Option<f64>]>) {
        let now = &mut self.steps[self.at];
        if Rc::ptr_eq(&now.scenario, scenario) || now.scenario == *scenario {
            now.chances = chances;
        }
    }

    pub fn to_json(&self) -> String {
        let mut steps = Vec::new();
        let mut at = 0;
        let mut room = TEXT_MAX;
        for (i, step) in self.steps.iter().enumerate().rev() {
            let document = step.scenario.to_json();
            // The present state and what can be redone always stay.
            let must = self.at <= i;
            if !must && room < document.len() {
                break;
            }
            room = room.saturating_sub(document.len());
            at += usize::from(i < self.at);
            let chances = step.chances.iter().copied().map(Json::maybe).collect();
            // A whole document, so that old histories migrate with it.
            let document = Json::Text(document);
            steps.push(Json::of(vec![("document", document), ("chances", Json::List(chances))]));
        }
        steps.reverse();
        Json::of(vec![("at", Json::number(at as u32)), ("steps", Json::List(steps))]).write(false)
    }

    /// The history as it was kept, if it belongs to this document; otherwise it begins anew: a
    /// history is a comfort and never a reason to refuse a document.
    pub fn from_json(text: &str, scenario: Rc<Scenario>) -> Self {
        let read = || -> Option<Self> {
            let mut kept = Fields::of(Json::read(text).ok()?).ok()?;
            let at = kept.whole("at", STEPS_MAX as u32).ok()? as usize;
            let mut steps = Vec::new();
            for step in kept.list("steps").ok()? {
                let mut step = Fields::of(step).ok()?;
                let document = step.text("document").ok()?;
                let scenario = Rc::new(Scenario::from_json(&document).ok()?);
                let chances = step.numbers("chances").ok()?;
                steps.push(Step { scenario, chances: Rc::from(chances) });
            }
            // What it was saved against is stamped at the save, and is nobody's change.
            let bare = |s: &Scenario| Scenario { made_with: None, ..s.clone() };
            let now = steps.get_mut(at)?;
            if bare(&now.scenario) != bare(&scenario) {
                return None;
            }
            now.scenario = scenario.clone();
            Some(Self { steps, at, held: None })
        };
        read().unwrap_or_else(|| Self::new(scenario.clone()))
    }
}
