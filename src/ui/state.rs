//! All state of the page, what can happen to it, and what it asks of the workers.

use std::rc::Rc;

use super::late::Behind;
use crate::assumptions::AssumptionId;
use crate::engine::bands::P50;
use crate::engine::draw::Range;
use crate::engine::rule::Rule;
use crate::i18n::Lang;
use crate::levers::{LeverId, Policy};
use crate::measures::MeasureId;
use crate::protocol::{Answer, Ask, BAND_DRAWS, Comparison, Draws, ViewAsk};
use crate::scenario::Scenario;
use crate::scenario::history::History;
use crate::scenario::moved::{self, Former};
use crate::shocks::Script;

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
    pub(super) waiting: Waiting,
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
    pub(super) asked_since: u64,
    /// The scenario of each question still open, by revision.
    pub(super) asked: Vec<(u64, Rc<Scenario>)>,
    pub note: Option<Note>,
}

/// An answer that came while a slider is held: it is shown with the next move, or in a frame without
/// one. Nobody sees what waits, so that it is equal to nothing waiting, and no reason to draw.
#[derive(Clone, Debug, Default)]
pub struct Waiting(pub(super) Option<Rc<Answer>>);

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

    /// Whether all draws of what is compared are done.
    pub fn is_compared(&self) -> bool {
        self.comparison.as_ref().is_some_and(|found| {
            self.asked_since <= found.revision && found.n_done == found.n_draws
        })
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
}

pub(super) fn chances(answer: &Answer) -> Vec<Option<f64>> {
    answer.targets.iter().map(|target| target.chance).collect()
}
