//! All state of the page, and the one function that changes it.

use std::rc::Rc;

use yew::Reducible;

use super::late::Behind;
use crate::assumptions::AssumptionId;
use crate::engine::bands::P50;
use crate::engine::draw::{Range, Ranges};
use crate::engine::rule::Rule;
use crate::i18n::Lang;
use crate::levers::{LeverError, LeverId, Policy, Setting};
use crate::measures::MeasureId;
use crate::protocol::{Answer, Ask, BAND_DRAWS, Comparison, Draws, ViewAsk};
use crate::scenario::Scenario;
use crate::scenario::difference::About;
use crate::scenario::history::{History, Touched};
use crate::scenario::moved::{self, Former};
use crate::shocks::Script;
use crate::units::{Few, sort_few};

/// A message on the page: what happened, what was kept, what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A sentence that comes ready in the reader's language.
    Sentence {
        ja: String,
        en: String,
    },
    WorkerRestarted,
    WorkerGaveUp,
    /// The browser lets this page store nothing.
    NotSaved,
    /// The browser has no room left.
    StorageFull,
    /// A newer program has written in the storage: this one only reads.
    ReadOnly,
    /// Another tab has saved the scenario that is open here.
    OtherTab,
    /// Another tab had saved in between: this one is a version of its own now.
    TwoVersions,
    /// A record could not be read and was set aside.
    Damaged,
    /// The scenario was saved against other figures than these.
    OtherData,
    RoomNotLoaded,
}

/// Draws on asking.
pub const MORE_DRAWS: u32 = 10_240;

#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    pub lang: Lang,
    pub scenario: Rc<Scenario>,
    /// Every state the scenario has been in; the last one shown is `scenario`.
    pub history: History,
    /// Defaults that moved since the scenario was saved, until the person has said what to do.
    pub moved: Rc<[Former]>,
    pub measure: MeasureId,
    /// Code of the ward or area in focus; empty for the municipality.
    pub place: String,
    pub by_month: bool,
    /// Raised by everything that changes what is asked.
    pub revision: u64,
    /// The newest answer, and the scenario it is about.
    pub answer: Option<Rc<Answer>>,
    pub answered: Option<Rc<Scenario>>,
    waiting: Waiting,
    /// A slider has moved and only what lies under the finger is drawn: the rest has its turn in
    /// frames of its own.
    pub behind: Behind,
    /// Scenarios being compared instead of one being forecast: two to four, or none.
    pub compare: Rc<[Rc<Scenario>]>,
    pub comparison: Option<Rc<Comparison>>,
    /// Draws of the comparison that are done, as last told.
    pub compared_draws: u32,
    /// How many draws of ten thousand are done, while they are asked for.
    pub more: Option<u32>,
    /// The first revision that asked about what is set now.
    asked_since: u64,
    /// The scenario of each question still open, by revision.
    asked: Vec<(u64, Rc<Scenario>)>,
    pub note: Option<Note>,
}

/// An answer that came while a slider is held: it is shown with the next move, or in a frame without
/// one. Nobody sees what waits, so that it is equal to nothing waiting, and no reason to draw.
#[derive(Clone, Debug, Default)]
struct Waiting(Option<Rc<Answer>>);

impl PartialEq for Waiting {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, Debug)]
pub enum Action {
    Set {
        lever: LeverId,
        place: String,
        value: f64,
    },
    /// From when a lever acts, and how many months it takes to its full value.
    Schedule {
        lever: LeverId,
        place: String,
        start_month: u16,
        ramp_months: u16,
    },
    /// A place has no value of its own any more: that of the wider place holds.
    Clear {
        lever: LeverId,
        place: String,
    },
    /// The finger has left the slider: the next move is a step of its own.
    LetGo,
    ResetAll,
    Name(String),
    Describe(String),
    Undo,
    Redo,
    /// To a step of the history.
    Jump(usize),
    /// Another document in place of this one, which can be undone: one from a file or tab.
    Become(Rc<Scenario>),
    /// Defaults that moved: the former ones as values of one's own, or today's.
    KeepFormer,
    TakeDefaults,
    /// Another range for an assumption; none for the catalogue's own.
    Assume(AssumptionId, Option<Range>),
    Happen(Script),
    /// Starts over from these decisions: a preset.
    Begin {
        policy: Policy,
        script: Script,
    },
    /// Why a lever was set as it is; empty for no note.
    Explain {
        lever: LeverId,
        text: String,
    },
    /// What is written on a place's card; empty for nothing.
    NotePlace {
        place: String,
        text: String,
    },
    /// How targets of the municipality are asked of wards and areas.
    ShareBy(Rule),
    Look(MeasureId),
    LookAt {
        place: String,
    },
    ByMonth(bool),
    Speak(Lang),
    Answered(Rc<Answer>),
    /// A frame without a move: the graph is drawn with the answer that waits, or a part that is
    /// behind; or all of them at once.
    CatchUp {
        all: bool,
    },
    /// Compares two to four scenarios under the same luck; none goes back to the forecast.
    Compare(Rc<[Rc<Scenario>]>),
    Compared(Rc<Comparison>),
    /// Ten thousand draws of what is set, or no more of them.
    AskMore(bool),
    Progressed {
        revision: u64,
        n_done: u32,
    },
    Refused {
        revision: u64,
        ja: String,
        en: String,
    },
    Say(Note),
    Quiet,
}

impl AppState {
    /// The page as it opens: what was saved, and the answer that came with the page if it is
    /// about the same.
    pub fn opening(scenario: Scenario, lang: Lang, embedded: Option<(Scenario, Answer)>) -> Self {
        let scenario = Rc::new(scenario);
        let embedded =
            embedded.filter(|(about, _)| about.essence_json() == scenario.essence_json());
        let answer = embedded.map(|(_, answer)| Rc::new(Answer { revision: 1, ..answer }));
        Self {
            lang,
            history: History::new(scenario.clone()),
            moved: moved::moved_since(&scenario, moved::MOVED).into(),
            answered: answer.is_some().then(|| scenario.clone()),
            asked: vec![(1, scenario.clone())],
            answer,
            waiting: Waiting::default(),
            behind: Behind::default(),
            scenario,
            measure: MeasureId::AlarmTotal,
            place: String::new(),
            by_month: false,
            revision: 1,
            compare: Rc::new([]),
            comparison: None,
            compared_draws: 0,
            more: None,
            asked_since: 1,
            note: None,
        }
    }

    /// Whether what is shown belongs to what is set, with enough draws for its bands.
    pub fn is_fresh(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| {
            self.asked_since <= answer.revision && BAND_DRAWS.min(answer.n_draws) <= answer.n_done
        })
    }

    /// Whether all draws of what is set are done: the scenario's own number, or more.
    pub fn is_settled(&self) -> bool {
        self.is_fresh()
            && self
                .answer
                .as_ref()
                .is_some_and(|answer| self.scenario.n_draws.min(answer.n_draws) <= answer.n_done)
    }

    /// Whether what is shown looks like an answer and not like one on its way. While a slider is
    /// held answers and moves take turns: what steps back then stays back until it rests, because
    /// coming and going thirty times a second costs more than it says.
    pub fn looks_fresh(&self) -> bool {
        if self.history.is_held() { self.is_settled() } else { self.is_fresh() }
    }

    /// Whether the next question is near: a slider is held, and a forecast is looked at.
    pub fn is_moving(&self) -> bool {
        self.history.holds_lever() && self.more.is_none() && self.compare.is_empty()
    }

    /// The question of this moment.
    pub fn ask(&self) -> Ask {
        let asked = match self.more {
            Some(_) => Rc::new(Scenario { n_draws: MORE_DRAWS, ..(*self.scenario).clone() }),
            None => self.scenario.clone(),
        };
        let (first, against) = self.compare.split_first().unwrap_or((&asked, &[]));
        Ask {
            revision: self.revision,
            scenario_json: first.to_json(),
            view: ViewAsk {
                measure: self.measure.spec().key.to_owned(),
                by_month: self.by_month,
                place: self.place.clone(),
            },
            against: against.iter().map(|scenario| scenario.to_json()).collect(),
            draws: if self.is_moving() { Draws::First } else { Draws::All },
            first: BAND_DRAWS,
            index: 0,
            of: 1,
        }
    }

    /// What the library shows of the scenario, once all draws are done: the chance of each target
    /// and the devices' median by fiscal year.
    pub fn found(&self) -> Option<(Vec<Option<f64>>, Vec<f32>)> {
        let answer = self.answer.as_ref().filter(|_| self.is_settled())?;
        let years = (0..answer.n_years as i32).map(|year| answer.first_year + year);
        let median = |year| Some(answer.city(MeasureId::AlarmTotal.index(), year)?[P50]);
        Some((chances(answer), years.filter_map(median).collect()))
    }

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

fn chances(answer: &Answer) -> Vec<Option<f64>> {
    answer.targets.iter().map(|target| target.chance).collect()
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
        let is_move = matches!(action, Action::Set { .. });
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
                next.change(Scenario { policy, ..(*next.scenario).clone() });
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
