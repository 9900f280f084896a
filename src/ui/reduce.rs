//! The one function that changes the page's state.

use std::rc::Rc;

use yew::Reducible;

use super::state::{Action, AppState, Note, chances};
use crate::assumptions::AssumptionId;
use crate::engine::draw::{Range, Ranges};
use crate::i18n::Lang;
use crate::levers::{LeverError, LeverId, Policy, Setting};
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::scenario::difference::About;
use crate::scenario::history::Touched;
use crate::scenario::moved;
use crate::units::{Few, sort_few};

impl AppState {
    fn change(&mut self, scenario: Scenario) {
        self.change_held(scenario, None);
    }

    /// A change while something is held: as long as it is, all of them are one step.
    fn change_held(&mut self, scenario: Scenario, touched: Option<Touched>) {
        if scenario == *self.scenario {
            return;
        }
        let scenario = Rc::new(scenario);
        self.history.push(scenario.clone(), touched);
        self.show(scenario);
    }

    /// Words and notes change no result: for them nothing is asked anew.
    fn show(&mut self, scenario: Rc<Scenario>) {
        let is_same_question = asks_the_same(&scenario, &self.scenario);
        self.scenario = scenario;
        if !is_same_question {
            self.open_question();
        }
    }

    /// Moves along the history, or on to another document.
    fn turn(&mut self, action: Action) {
        match action {
            Action::Undo if self.history.can_undo() => self.go_to(self.history.at() - 1),
            Action::Redo if self.history.can_redo() => self.go_to(self.history.at() + 1),
            Action::Jump(step) => self.go_to(step),
            Action::Become(scenario) => self.change((*scenario).clone()),
            _ => {}
        }
    }

    fn go_to(&mut self, step: usize) {
        self.history.jump(step);
        self.show(self.history.now().scenario.clone());
    }

    fn open_question(&mut self) {
        self.more = None;
        self.compared_draws = 0;
        self.asked_since = self.revision + 1;
        self.ask_anew();
    }

    /// Asks about the same as before, with more draws or fewer.
    fn ask_anew(&mut self) {
        self.revision += 1;
        self.asked.push((self.revision, self.scenario.clone()));
    }

    /// Looks elsewhere; asks only if that is somewhere new.
    fn look(&mut self, turn: impl FnOnce(&mut Self)) {
        let before = self.ask().view;
        turn(self);
        if self.ask().view != before {
            self.open_question();
        }
    }

    fn set(&mut self, lever: LeverId, place: String, value: f64) {
        let former = self.scenario.policy.at(lever, &place);
        let (start_month, ramp_months) =
            former.map_or((0, 0), |setting| (setting.start_month, setting.ramp_months));
        let touched = Touched::Lever { lever, place: place.clone() };
        let setting = Setting { lever, place, value, start_month, ramp_months };
        self.decide(self.scenario.policy.with(setting), Some(touched));
    }

    fn schedule(&mut self, lever: LeverId, place: &str, start_month: u16, ramp_months: u16) {
        let Some(setting) = self.scenario.policy.at(lever, place).cloned() else { return };
        let setting = Setting { start_month, ramp_months, ..setting };
        self.decide(self.scenario.policy.with(setting), None);
    }

    fn decide(&mut self, policy: Result<Policy, LeverError>, touched: Option<Touched>) {
        match policy {
            Ok(policy) => {
                self.change_held(Scenario { policy, ..(*self.scenario).clone() }, touched);
            }
            Err(error) => {
                let (ja, en) = (error.describe(Lang::Ja), error.describe(Lang::En));
                self.note = Some(Note::Sentence { ja, en });
            }
        }
    }

    fn assume(&mut self, id: AssumptionId, range: Option<Range>) {
        let mut ranges = self.scenario.ranges.0.clone();
        ranges.retain(|(other, _)| *other != id);
        ranges.extend(range.map(|range| (id, range)));
        sort_few(&mut ranges, |(a, _), (b, _)| a.cmp(b));
        self.change(Scenario { ranges: Ranges(ranges), ..(*self.scenario).clone() });
    }

    fn explain(&mut self, lever: LeverId, text: String) {
        let mut scenario = (*self.scenario).clone();
        write_or_clear(&mut scenario.notes, lever, text);
        self.change_held(scenario, Some(Touched::Words(About::Note(lever))));
    }

    fn note_place(&mut self, place: String, text: String) {
        let mut scenario = (*self.scenario).clone();
        write_or_clear(&mut scenario.place_notes, place.clone(), text);
        self.change_held(scenario, Some(Touched::Words(About::PlaceNote(place))));
    }

    fn take(&mut self, answer: Rc<Answer>) {
        let newest = self.answer.as_ref().map_or(0, |answer| answer.revision);
        // An answer to an older question than one already answered tells nothing new.
        if answer.revision < newest {
            return;
        }
        if self.more.is_some() && answer.revision == self.revision {
            self.more = (answer.n_done < answer.n_draws).then_some(answer.n_done);
        }
        // Nor does one of fewer draws about the same.
        let shown = self.answer.as_ref().filter(|shown| self.asked_since <= shown.revision);
        if shown.is_some_and(|shown| answer.n_done < shown.n_done) {
            return;
        }
        let about = self.asked.iter().find(|(revision, _)| *revision == answer.revision);
        self.answered = about.map(|(_, scenario)| scenario.clone());
        self.asked.retain(|(revision, _)| answer.revision <= *revision);
        if let Some(about) = self.answered.as_ref().filter(|_| answer.n_done == answer.n_draws) {
            self.history.found(about, chances(&answer).into());
        }
        self.answer = Some(answer);
    }
}

fn write_or_clear<K: Ord>(notes: &mut Few<K, String>, key: K, text: String) {
    if text.trim().is_empty() {
        notes.remove(&key);
    } else {
        notes.put(key, text);
    }
}

/// Whether an answer about one says all there is to say about the other.
fn asks_the_same(one: &Scenario, other: &Scenario) -> bool {
    one.has_same_results(other)
        && one.own_targets == other.own_targets
        && one.switches == other.switches
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        // Whatever else happens, happens after it: all is as if it had not waited.
        let still_waits = matches!(action, Action::Answered(_)) && next.history.is_held();
        let waited = next.waiting.0.take().filter(|_| !still_waits);
        let has_answer = waited.is_some();
        if let Some(answer) = waited {
            next.take(answer);
        }
        let is_move = matches!(action, Action::Set { .. } | Action::Clear { .. });
        let is_piece = matches!(action, Action::CatchUp { all: false });
        match action {
            Action::Set { lever, place, value } => next.set(lever, place, value),
            Action::LetGo => next.history.let_go(),
            Action::Undo | Action::Redo | Action::Jump(_) | Action::Become(_) => next.turn(action),
            Action::Name(name) => {
                let touched = Some(Touched::Words(About::Name));
                next.change_held(Scenario { name, ..(*next.scenario).clone() }, touched);
            }
            Action::Describe(description) => {
                let touched = Some(Touched::Words(About::Description));
                next.change_held(Scenario { description, ..(*next.scenario).clone() }, touched);
            }
            Action::KeepFormer => {
                next.change(moved::keeping(&next.scenario, &next.moved));
                next.moved = Rc::from([]);
            }
            Action::TakeDefaults => next.moved = Rc::from([]),
            Action::ResetAll => {
                let policy = Policy::default();
                next.change(Scenario { policy, ..(*next.scenario).clone() });
            }
            Action::Schedule { lever, place, start_month, ramp_months } => {
                next.schedule(lever, &place, start_month, ramp_months);
            }
            Action::Clear { lever, place } => {
                let policy = next.scenario.policy.without(lever, &place);
                let touched = Some(Touched::Lever { lever, place });
                next.change_held(Scenario { policy, ..(*next.scenario).clone() }, touched);
            }
            Action::Assume(id, range) => next.assume(id, range),
            Action::Happen(script) => {
                next.change(Scenario { script, ..(*next.scenario).clone() });
            }
            Action::Begin { policy, script } => {
                next.change(Scenario { policy, script, ..(*next.scenario).clone() });
            }
            Action::Explain { lever, text } => next.explain(lever, text),
            Action::NotePlace { place, text } => next.note_place(place, text),
            Action::ShareBy(area_rule) => {
                next.change(Scenario { area_rule, ..(*next.scenario).clone() });
            }
            Action::Look(measure) => next.look(|page| page.measure = measure),
            Action::LookAt { place } => next.look(|page| page.place = place),
            Action::ByMonth(by_month) => next.look(|page| page.by_month = by_month),
            Action::Speak(lang) => next.lang = lang,
            Action::Answered(answer) if next.history.is_held() => next.waiting.0 = Some(answer),
            Action::Answered(answer) => next.take(answer),
            Action::CatchUp { .. } => {}
            Action::Compare(scenarios) if scenarios != next.compare => {
                // Other names, as another language has them, are no other question.
                let asks_anew = scenarios.len() != next.compare.len()
                    || !scenarios.iter().zip(&*next.compare).all(|(a, b)| asks_the_same(a, b));
                next.compare = scenarios;
                if asks_anew {
                    next.open_question();
                }
            }
            Action::Compare(_) => {}
            Action::Compared(found) if next.asked_since <= found.revision => {
                next.compared_draws = found.n_done;
                next.comparison = Some(found);
            }
            Action::Compared(_) => {}
            Action::AskMore(more) if more != next.more.is_some() => {
                next.more = more.then_some(0);
                next.ask_anew();
            }
            Action::AskMore(_) => {}
            Action::Progressed { revision, n_done } if revision == next.revision => {
                next.more = next.more.map(|_| n_done);
                if !next.compare.is_empty() {
                    next.compared_draws = n_done;
                }
            }
            Action::Progressed { .. } => {}
            Action::Refused { revision, ja, en } if revision == next.revision => {
                next.note = Some(Note::Sentence { ja, en });
            }
            Action::Refused { .. } => {}
            Action::Say(note) => next.note = Some(note),
            Action::Quiet => next.note = None,
        }
        let has_moved = is_move && self.revision < next.revision;
        next.behind = match next.behind {
            behind if has_moved || (has_answer && (is_move || is_piece)) => behind.all(),
            behind if is_piece => behind.but_one(),
            behind if is_move || still_waits => behind,
            behind => behind.none(),
        };
        Rc::new(next)
    }
}
