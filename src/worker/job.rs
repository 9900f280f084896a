//! One question being answered, moved forward by its caller a turn at a time. It knows no browser,
//! so a native test drives it through the same wire as the page.

use std::rc::Rc;

use super::desk::Desk;
use super::{refusal, summary};
use crate::engine::chance::{PlaceAim, Target};
use crate::engine::code::{Signed, result_code};
use crate::engine::columns::{Grid, Layout, Sheet, View};
use crate::engine::draw::n_blocks;
use crate::engine::kept::Lowered;
use crate::engine::study::Study;
use crate::i18n::Lang;
use crate::measures::MeasureId;
use crate::model::inputs::Spot;
use crate::model::lanes::LANES;
use crate::protocol::{Answer, Ask, BAND_DRAWS, Draws, Floats, FromWorker, Part};
use crate::scenario::Scenario;

/// Answers are given when this many draws are done, and at the end.
const ANSWER_AT: [u32; 2] = [BAND_DRAWS, 1_024];

/// How far it is, is said whenever so many draws more are done; of a comparison, which runs each of
/// them for several scenarios, sooner.
const SAID_EVERY: u32 = 256;
const SAID_EVERY_COMPARED: u32 = 64;

/// Blocks handed on to the first worker at a time: few, so that it has taken over nearly all of them
/// when the last one comes.
const BLOCKS_A_PART: usize = 2;

/// One scenario's run.
pub(super) struct Run {
    pub(super) scenario: Scenario,
    pub(super) study: Rc<Study>,
    pub(super) under: Lowered,
    pub(super) sheet: Sheet,
}

pub struct Job {
    pub(super) ask: Ask,
    /// The scenario asked about, and those it is compared with.
    pub(super) runs: Vec<Run>,
    /// The first scenario's world without measures.
    pub(super) baseline: Sheet,
    pub(super) layout: Layout,
    /// What is aimed at: by the municipality, and by the scenario asked about.
    pub(super) targets: Vec<Target>,
    /// What the later draws are run for.
    far: Layout,
    /// This worker's blocks still to run, the next one last.
    todo: Vec<u32>,
    is_done: Vec<bool>,
    /// Blocks that the sheets have room for: those asked for. Only the first worker has sheets.
    n_held: u32,
    answered: u32,
    said: u32,
    /// Finished blocks not yet sent to the first worker, and all their values.
    unsent: (Vec<u32>, Vec<Floats>),
}

impl Job {
    /// Takes up a question, or says in both languages why it cannot be read.
    pub fn new(desk: &mut Desk, ask: Ask) -> Result<Self, FromWorker> {
        let revision = ask.revision;
        let city = desk.city.clone();
        let read = |json: &String| {
            let read = Scenario::from_json(json);
            let fitting = read.and_then(|read| read.fits(&city.facts.places).map(|()| read));
            fitting.map_err(|error| {
                refusal(revision, error.describe(Lang::Ja), error.describe(Lang::En))
            })
        };
        let scenarios: Vec<Scenario> = std::iter::once(&ask.scenario_json)
            .chain(&ask.against)
            .map(read)
            .collect::<Result<_, _>>()?;
        let ground = desk.city.ground.clone();
        if let Some((ja, en)) = summary::too_large(&ground.geography) {
            return Err(refusal(revision, ja, en));
        }
        let view = MeasureId::find(&ask.view.measure).map(|measure| View {
            measure,
            grid: if ask.view.by_month { Grid::Months } else { Grid::Years },
            focus: ground.spot(&ask.view.place).filter(|spot| *spot != Spot::City),
        });
        let targets = Scenario::targets_of(scenarios.iter(), &ground);
        let of_places = targets.iter().filter_map(|of| Some(PlaceAim { aim: of.aim, at: of.at? }));
        let layout =
            Layout::new(ground.timeline, &ground.geography, view).with_aims(of_places.collect());
        let (seed, n_draws) = (scenarios[0].seed, scenarios[0].n_draws);
        let n = n_blocks(n_draws);
        let asked_for = if ask.draws == Draws::First { n.min(n_blocks(BAND_DRAWS)) } else { n };
        let mut todo: Vec<u32> =
            (0..asked_for).filter(|block| block % ask.of == ask.index).collect();
        todo.reverse();
        // Room for draws nobody asked for would be cleared at each move of a finger.
        let n_held = if ask.index == 0 { asked_for } else { 0 };
        let answered = if ask.draws == Draws::Rest { BAND_DRAWS } else { 0 };
        let studies = desk.open(&scenarios);
        let run = |(scenario, study): (Scenario, Rc<Study>)| Run {
            under: study.lowered(&scenario.policy),
            sheet: Sheet::new(&layout, layout.n_cells(), n_held),
            scenario: Scenario { seed, n_draws, ..scenario },
            study,
        };
        Ok(Self {
            runs: scenarios.into_iter().zip(studies).map(run).collect(),
            baseline: Sheet::new(&layout, layout.n_baseline_cells(), n_held),
            far: layout.of_city(),
            todo,
            is_done: vec![false; n as usize],
            n_held,
            answered,
            said: answered,
            unsent: Default::default(),
            ask,
            layout,
            targets,
        })
    }

    pub fn revision(&self) -> u64 {
        self.ask.revision
    }

    /// Whether this worker has run all its blocks.
    pub fn has_run(&self) -> bool {
        self.todo.is_empty()
    }

    /// Runs a block more; the first worker says something when enough is known. The others have
    /// their [`Job::part`].
    pub fn turn(&mut self, desk: &mut Desk) -> Option<FromWorker> {
        if let Some(block) = self.todo.pop() {
            self.run(desk, block);
        }
        if self.ask.index == 0 { self.answer(desk) } else { None }
    }

    fn run(&mut self, desk: &mut Desk, block: u32) {
        let layout = Sheet::layout_of(block, &self.layout, &self.far);
        let is_first = self.ask.index == 0;
        let (mut all, mut without) = (Vec::new(), Vec::new());
        for (i, run) in self.runs.iter_mut().enumerate() {
            let (sheet, baseline) = (&mut run.sheet, &mut self.baseline);
            desk.run(&run.study, layout, &run.under, block, self.ask.of, |values, today| {
                if !is_first {
                    all.extend_from_slice(values);
                } else {
                    sheet.take_block(values, block);
                }
                match i {
                    0 if is_first => baseline.take_block(today, block),
                    0 => without.extend_from_slice(today),
                    _ => {}
                }
            });
        }
        if is_first {
            self.is_done[block as usize] = true;
        } else {
            all.append(&mut without);
            self.unsent.0.push(block);
            self.unsent.1.push(Floats(all));
        }
    }

    /// Whether blocks are of this question: the same draws of it asked for.
    pub fn is_of(&self, part: &Part) -> bool {
        (part.revision, part.draws) == (self.ask.revision, self.ask.draws)
    }

    /// Takes over blocks that another worker has run.
    pub fn take(&mut self, desk: &mut Desk, part: &Part) -> Option<FromWorker> {
        let n = |block: u32| {
            let layout = Sheet::layout_of(block, &self.layout, &self.far);
            (layout.n_cells() * LANES, layout.n_baseline_cells() * LANES)
        };
        let is_whole = |(&block, values): (&u32, &Floats)| {
            let (of_run, of_baseline) = n(block);
            block < self.n_held && values.0.len() == of_run * self.runs.len() + of_baseline
        };
        let is_ours = self.is_of(part)
            && part.blocks.len() == part.values.len()
            && part.blocks.iter().zip(&part.values).all(is_whole);
        if !is_ours {
            return None;
        }
        for (&block, values) in part.blocks.iter().zip(&part.values) {
            let (of_run, _) = n(block);
            let (runs, baseline) = values.0.split_at(of_run * self.runs.len());
            for (run, values) in self.runs.iter_mut().zip(runs.chunks_exact(of_run)) {
                run.sheet.take_block(values, block);
            }
            self.baseline.take_block(baseline, block);
            self.is_done[block as usize] = true;
        }
        self.answer(desk)
    }

    /// What another worker hands on to the first one, when there is enough of it or the first
    /// waits for it.
    pub fn part(&mut self) -> Option<Part> {
        let last = *self.unsent.0.last()?;
        let is_between = |milestone: u32| {
            let first_after = n_blocks(milestone);
            last < first_after && self.todo.last().is_none_or(|next| first_after <= *next)
        };
        let is_due = self.milestones().any(is_between);
        if self.unsent.0.len() < BLOCKS_A_PART && !self.has_run() && !is_due {
            return None;
        }
        let (blocks, values) = std::mem::take(&mut self.unsent);
        let Ask { revision, draws, .. } = self.ask;
        Some(Part { revision, draws, blocks, values })
    }

    fn milestones(&self) -> impl Iterator<Item = u32> + use<> {
        let n_draws = self.n_draws();
        std::iter::once(self.ask.first).chain(ANSWER_AT).filter(move |n| *n < n_draws)
    }

    pub(super) fn n_draws(&self) -> u32 {
        self.runs[0].scenario.n_draws
    }

    /// An answer, if a further milestone has been reached; otherwise how far a long question is.
    fn answer(&mut self, desk: &mut Desk) -> Option<FromWorker> {
        let n_draws = self.n_draws();
        let n_blocks_done = self.is_done.iter().take_while(|done| **done).count();
        let n_done = ((n_blocks_done * LANES) as u32).min(n_draws);
        let all_done = n_blocks_done == self.is_done.len();
        let reached = self.milestones().filter(|n| *n <= n_done).max();
        let upto = if all_done { n_draws } else { reached.unwrap_or(0) };
        if self.answered < upto {
            (self.answered, self.said) = (upto, upto);
            return Some(self.summary(desk, upto));
        }
        let is_forecast = self.ask.against.is_empty();
        let every = if is_forecast { SAID_EVERY } else { SAID_EVERY_COMPARED };
        if self.said + every <= n_done {
            self.said = n_done;
            let revision = self.ask.revision;
            return Some(FromWorker::Progress { revision, n_done, n_draws });
        }
        None
    }

    fn summary(&self, desk: &mut Desk, n_done: u32) -> FromWorker {
        if self.ask.against.is_empty() {
            FromWorker::Answer(Box::new(summary::forecast(self, desk, n_done)))
        } else {
            FromWorker::Compared(Box::new(summary::comparison(self, n_done)))
        }
    }

    /// The result code of a run; none until all its draws are done.
    pub(super) fn code(&self, run: &Run, n_done: u32) -> Option<String> {
        if n_done < self.n_draws() {
            return None;
        }
        let signed = Signed {
            data_hash: run.study.ground.data_hash,
            document: &run.scenario.essence_json(),
            seed: run.scenario.seed,
            n_draws: run.scenario.n_draws,
        };
        result_code(&signed, run.sheet.city(), &self.layout)
    }
}

/// Answers a question to the end on this one thread: the command line and the embedded first
/// answer.
pub fn answer_now(desk: &mut Desk, ask: Ask) -> Result<Answer, FromWorker> {
    let mut job = Job::new(desk, Ask { index: 0, of: 1, ..ask })?;
    loop {
        let is_last = job.has_run();
        if let Some(FromWorker::Answer(answer)) = job.turn(desk)
            && answer.n_done == answer.n_draws
        {
            return Ok(*answer);
        }
        assert!(!is_last, "a job that has run all blocks has answered");
    }
}
