//! One question being answered, moved forward by its caller a turn at a time. It knows no browser,
//! so a native test drives it through the same wire as the page.

use std::rc::Rc;

use super::desk::Desk;
use crate::engine::bands::quantiles;
use crate::engine::chance::{Aim, chance, curve};
use crate::engine::code::{Signed, result_code};
use crate::engine::columns::{Columns, Grid, Layout, View};
use crate::engine::draw::n_blocks;
use crate::engine::ground::Ground;
use crate::engine::study::Study;
use crate::i18n::Lang;
use crate::levers::Policy;
use crate::measures::{MEASURE_COUNT, MeasureId};
use crate::model::inputs::{LeverTable, Spot};
use crate::model::lanes::LANES;
use crate::protocol::{Answer, Ask, FromWorker, Part, TargetAnswer};
use crate::scenario::Scenario;

/// Blocks of sixteen draws run in one turn: a few milliseconds, so that a newer question waits
/// no longer than that.
const BLOCKS_A_TURN: usize = 2;

/// Answers are given when this many draws are done, and at the end.
const ANSWER_AT: [u32; 2] = [256, 1_024];

/// Points of an S-curve.
const CURVE_POINTS: usize = 41;

pub struct Job {
    ask: Ask,
    scenario: Scenario,
    study: Rc<Study>,
    levers: LeverTable,
    today: LeverTable,
    is_today: bool,
    layout: Layout,
    columns: Columns,
    baseline: Columns,
    /// This worker's blocks still to run, the next one last.
    todo: Vec<u32>,
    is_done: Vec<bool>,
    answered: u32,
    /// Finished blocks not yet sent to the first worker.
    unsent: Vec<u32>,
}

impl Job {
    /// Takes up a question, or says in both languages why it cannot be read.
    pub fn new(desk: &mut Desk, ask: Ask) -> Result<Self, FromWorker> {
        let read = Scenario::from_json(&ask.scenario_json);
        let places = &desk.city.facts.places;
        let fitting = read.and_then(|scenario| scenario.fits(places).map(|()| scenario));
        let scenario = fitting.map_err(|error| {
            let (ja, en) = (error.describe(Lang::Ja), error.describe(Lang::En));
            FromWorker::Refused { revision: ask.revision, ja, en }
        })?;
        let study = desk.study(&scenario.ranges, &scenario.script, scenario.seed);
        let ground = &study.ground;
        let view = MeasureId::find(&ask.view.measure).map(|measure| View {
            measure,
            grid: if ask.view.by_month { Grid::Months } else { Grid::Years },
            focus: ground.spot(&ask.view.place).filter(|spot| *spot != Spot::City),
        });
        let layout = Layout::new(ground.timeline, &ground.geography, view);
        let n = n_blocks(scenario.n_draws);
        let n_cells = layout.n_cells();
        let mut todo: Vec<u32> = (0..n).filter(|block| block % ask.of == ask.index).collect();
        todo.reverse();
        Ok(Self {
            levers: ground.levers(&scenario.policy),
            today: ground.levers(&Policy::default()),
            is_today: scenario.policy.settings().is_empty(),
            columns: Columns::new(n_cells, n),
            baseline: Columns::new(n_cells, n),
            todo,
            is_done: vec![false; n as usize],
            answered: 0,
            unsent: Vec::new(),
            ask,
            scenario,
            layout,
            study,
        })
    }

    pub fn revision(&self) -> u64 {
        self.ask.revision
    }

    /// Whether this worker has run all its blocks.
    pub fn has_run(&self) -> bool {
        self.todo.is_empty()
    }

    /// Runs a few blocks more; says something when enough is known.
    pub fn turn(&mut self, desk: &mut Desk) -> Option<FromWorker> {
        for _ in 0..BLOCKS_A_TURN {
            let Some(block) = self.todo.pop() else { break };
            self.run(desk, block);
        }
        if self.ask.index == 0 { self.answer(desk) } else { self.part() }
    }

    fn run(&mut self, desk: &mut Desk, block: u32) {
        let start = desk.start(&self.study, block);
        let study = &*self.study;
        study.run(&start, &self.today, &self.layout, block, &mut self.baseline);
        if self.is_today {
            self.columns.take_block(&self.baseline.block(block), block);
        } else {
            study.run(&start, &self.levers, &self.layout, block, &mut self.columns);
        }
        self.is_done[block as usize] = true;
        self.unsent.push(block);
    }

    /// Takes over blocks that another worker has run.
    pub fn take(&mut self, desk: &Desk, part: &Part) -> Option<FromWorker> {
        let n = self.layout.n_cells() * LANES;
        let is_ours = part.revision == self.ask.revision
            && part.values.len() == part.blocks.len() * n
            && part.baseline.len() == part.values.len();
        if !is_ours {
            return None;
        }
        for (i, &block) in part.blocks.iter().enumerate() {
            self.columns.take_block(&part.values[i * n..][..n], block);
            self.baseline.take_block(&part.baseline[i * n..][..n], block);
            self.is_done[block as usize] = true;
        }
        self.answer(desk)
    }

    /// What another worker hands on to the first one, when there is enough of it.
    fn part(&mut self) -> Option<FromWorker> {
        const BLOCKS_A_PART: usize = 8;
        if self.unsent.is_empty() || (self.unsent.len() < BLOCKS_A_PART && !self.has_run()) {
            return None;
        }
        let blocks = std::mem::take(&mut self.unsent);
        let all = |columns: &Columns| blocks.iter().flat_map(|b| columns.block(*b)).collect();
        let (values, baseline) = (all(&self.columns), all(&self.baseline));
        Some(FromWorker::Part(Part { revision: self.ask.revision, blocks, values, baseline }))
    }

    /// An answer, if a further milestone has been reached.
    fn answer(&mut self, desk: &Desk) -> Option<FromWorker> {
        let n_draws = self.scenario.n_draws;
        let n_blocks_done = self.is_done.iter().take_while(|done| **done).count();
        let n_done = (n_blocks_done * LANES) as u32;
        let all_done = n_blocks_done == self.is_done.len();
        let milestones = ANSWER_AT.into_iter().filter(|n| *n < n_draws && *n <= n_done);
        let upto = if all_done { n_draws } else { milestones.max()? };
        if upto <= self.answered {
            return None;
        }
        self.answered = upto;
        Some(FromWorker::Answer(Box::new(self.summary(desk, upto))))
    }

    fn summary(&self, desk: &Desk, n_done: u32) -> Answer {
        let ground = &*self.study.ground;
        let layout = &self.layout;
        let mut work = Vec::new();
        let n = n_done as usize;
        let mut bands = |columns: &Columns, cells: &mut dyn Iterator<Item = usize>| {
            cells.map(|cell| quantiles(columns.cell(cell, n), &mut work)).collect::<Vec<_>>()
        };
        let n_city = MEASURE_COUNT * layout.n_years;
        let city = bands(&self.columns, &mut (0..n_city));
        let baseline = bands(&self.baseline, &mut (0..n_city));
        let places = spots(ground)
            .flat_map(|spot| (0..layout.n_years).filter_map(move |year| layout.place(spot, year)));
        let has_focus = layout.view.is_some_and(|view| view.focus.is_some());
        let of_measure = |m| (0..layout.n_years).filter_map(move |year| layout.focus(m, year));
        let focus: Vec<usize> =
            MeasureId::all().filter(|_| has_focus).flat_map(of_measure).collect();
        let focus_baseline = bands(&self.baseline, &mut focus.iter().copied());
        let wards = (0..ground.geography.n_wards()).map(Spot::Ward);
        let months = [Spot::City].into_iter().chain(wards).flat_map(|spot| {
            (0..layout.n_months).filter_map(move |month| layout.month(spot, month))
        });
        Answer {
            revision: self.ask.revision,
            n_done,
            n_draws: self.scenario.n_draws,
            first_year: ground.timeline.fiscal_years().start,
            n_years: layout.n_years as u32,
            city,
            baseline,
            view: self.ask.view.clone(),
            focus: bands(&self.columns, &mut focus.into_iter()),
            focus_baseline,
            places: bands(&self.columns, &mut { places }),
            months: bands(&self.columns, &mut { months }),
            targets: desk.city.ground.aims.iter().map(|aim| self.target(aim, n)).collect(),
            code: self.code(n_done),
        }
    }

    fn target(&self, aim: &Aim, n: usize) -> TargetAnswer {
        let year = aim.fiscal_year - self.study.ground.timeline.fiscal_years().start;
        let Some(year) = usize::try_from(year).ok().filter(|y| *y < self.layout.n_years) else {
            return TargetAnswer::default();
        };
        let cell = self.layout.city(aim.measure, year);
        let values = self.columns.cell(cell, n);
        let found = chance(values, aim.sense, aim.value);
        let baseline = chance(self.baseline.cell(cell, n), aim.sense, aim.value);
        TargetAnswer {
            chance: found.map(|c| c.share),
            standard_error: found.map_or(0.0, |c| c.standard_error),
            baseline_chance: baseline.map(|c| c.share),
            curve: curve(values, aim.sense, CURVE_POINTS),
        }
    }

    fn code(&self, n_done: u32) -> Option<String> {
        if n_done < self.scenario.n_draws {
            return None;
        }
        let signed = Signed {
            data_hash: self.study.ground.data_hash,
            document: &self.scenario.essence_json(),
            seed: self.scenario.seed,
            n_draws: self.scenario.n_draws,
        };
        result_code(&signed, &self.columns, &self.layout)
    }
}

fn spots(ground: &Ground) -> impl Iterator<Item = Spot> {
    let wards = (0..ground.geography.n_wards()).map(Spot::Ward);
    wards.chain((0..ground.geography.n_areas()).map(Spot::Area))
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
