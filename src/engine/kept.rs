//! What is kept of sixteen draws, so that a change of policy runs only the chains it reaches: the
//! values of the last run, what its chains handed on to each other, and the run as today.
//!
//! The result is the same, bit for bit, as that of a run from nothing.

use std::hint::black_box;
use std::rc::Rc;

use super::chance::PlaceAim;
use super::columns::{Columns, Grid, Layout, View};
use super::reach::{self, Link, Links, Source};
use super::still::still;
use super::study::{Late, Start, Study, Wanted};
use crate::levers::Policy;
use crate::model::ground::{Geography, MonthIndex, fiscal_year};
use crate::model::inputs::LeverTable;
use crate::model::lanes::LANES;
use crate::model::step::{Areas, Handed};

/// A policy with its values for every place and month.
pub struct Lowered {
    pub policy: Policy,
    pub levers: LeverTable,
}

/// How much of sixteen draws is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Much {
    /// Neither the history nor what the centres hand on for each area: they are run again with
    /// what goes with them.
    Least,
    /// Of the history only its end: looking elsewhere lives through it once more.
    Less,
    All,
}

impl Much {
    /// About what is kept of sixteen draws, as measured, and counted from its parts: of each area the
    /// people of ten years or seven, three towns of history or one, what was handed on in sixty months
    /// (or, which is less, a town in the month a change is felt from), and the inputs; of the
    /// municipality its shocks, months and values.
    pub fn bytes(self, geography: &Geography) -> usize {
        let of_area = match self {
            Self::All => 40_500,
            Self::Less => 27_000,
            Self::Least => 16_000,
        };
        280_000 + of_area * geography.n_areas()
    }
}

/// Sixteen draws and their last run.
pub struct Kept {
    block: u32,
    start: Start,
    much: Much,
    /// Values without measures: of the municipality and of the place in focus.
    today: Rc<[f32]>,
    policy: Policy,
    view: Option<View>,
    aims: Rc<[PlaceAim]>,
    cells: Columns,
    months: Vec<Handed>,
    /// Whether what the centres handed on of each place is that of the last run.
    knows_areas: bool,
    /// Where the moves of the last lever are felt from, if that is later than the plan's first month.
    late: Option<Late>,
}

impl Kept {
    /// Lives through a block's history and runs it as today.
    pub fn new(study: &Study, layout: &Layout, today: &Lowered, block: u32) -> Self {
        // Asked for at once and given back: a browser takes as long for a little memory as for all
        // of it, and this is thousands of little things.
        drop(black_box(Vec::<u8>::with_capacity(Much::All.bytes(&study.ground.geography))));
        let mut kept = Self {
            block,
            start: study.start(block),
            much: Much::All,
            today: Rc::new([]),
            policy: Policy::default(),
            view: None,
            aims: Rc::new([]),
            cells: Columns::new(0, 1),
            months: vec![Handed::default(); layout.n_months.max(1)],
            knows_areas: false,
            late: None,
        };
        kept.begin(study, layout, today);
        kept
    }

    /// Forgets what is not to be kept, where memory is short.
    pub fn keeping(mut self, study: &Study, much: Much) -> Self {
        if much < Much::All {
            let history = &mut self.start.history;
            history.drain(..history.len().saturating_sub(1));
            // The 1 October before the plan's first month is the first that is read from then on.
            self.start.people.forget_before(fiscal_year(study.ground.timeline.plan) - 1);
        }
        if much == Much::Least {
            self.forget_areas();
        }
        self.much = much;
        self
    }

    fn forget_areas(&mut self) {
        self.months.iter_mut().for_each(|month| month.areas = Areas::default());
        self.knows_areas = false;
    }

    /// The values without measures.
    pub fn today(&self) -> &Rc<[f32]> {
        &self.today
    }

    /// All values of the block under a policy, sixteen for each cell; and those without measures.
    pub fn run(
        &mut self,
        study: &Study,
        layout: &Layout,
        today: &Lowered,
        under: &Lowered,
    ) -> (&[f32], &[f32]) {
        if !layout.is_as_today(self.view, &self.aims) {
            self.begin(study, layout, today);
        }
        let is_new_view = self.view != layout.view;
        if !is_new_view && self.policy == under.policy {
            return (self.cells.values(), &self.today);
        }
        let follows = reach::follows(&study.ground.programmes);
        let mut live = reach::between(&self.policy, &under.policy, follows);
        // A lever that moves the centres' people moves again; another one asks what they hand on.
        let passes = live.has(Link::Centres) || self.much == Much::Least;
        if is_new_view {
            self.cells.resize(layout.n_baseline_cells() * LANES, layout.n_cells());
            self.view = layout.view;
            if let Some(Source::Link(link)) = layout.view.map(|view| reach::source(view.measure)) {
                live = live.with(link);
            }
        }
        if !self.knows_areas && live.needs_centres() {
            live = live.with(Link::Centres);
        }
        // Never both, so that memory is bounded by the larger one.
        match live.has(Link::Centres) {
            true if passes => self.forget_areas(),
            true => (self.knows_areas, self.late) = (true, None),
            false => {}
        }
        let note_at = if is_new_view { None } else { self.begin_late(study, layout, under) };
        if is_new_view {
            self.late = None;
        }
        let late = self.late.as_ref();
        // Another view may be of any of them.
        let still = if is_new_view {
            Vec::new()
        } else {
            still(&study.ground.programmes, &self.policy, &under.policy, live)
        };
        let wanted = Wanted {
            live,
            still: &still,
            is_first: false,
            places: is_new_view,
            passes,
            late,
            note_at,
        };
        let (months, cells) = (&mut self.months, &mut self.cells);
        let is_past = is_new_view && self.much < Much::All;
        let whole = is_past.then(|| study.start(self.block));
        let start = whole.as_ref().unwrap_or(&self.start);
        let noted = study.walk(start, &under.levers, layout, wanted, months, 0, cells);
        if note_at.is_some() {
            self.late = noted;
        }
        self.policy.clone_from(&under.policy);
        (self.cells.values(), &self.today)
    }

    /// Whether the months before a change of policy is felt are known: where they are not, says which
    /// month to note them down at.
    fn begin_late(
        &mut self,
        study: &Study,
        layout: &Layout,
        under: &Lowered,
    ) -> Option<MonthIndex> {
        let plan = study.ground.timeline.plan;
        let from = reach::felt_from(&self.policy, &under.policy, plan)?;
        if self.late.as_ref().is_some_and(|late| late.from <= from) {
            return None;
        }
        self.late = None;
        let by_month = layout.view.is_some_and(|view| view.grid == Grid::Months);
        let is_kept = !self.knows_areas && !by_month && self.much != Much::Least;
        (is_kept && plan < from).then_some(from)
    }

    /// Runs all chains as today.
    fn begin(&mut self, study: &Study, layout: &Layout, today: &Lowered) {
        self.cells = Columns::new(layout.n_cells(), 1);
        let passes = self.much == Much::Least;
        let all = Wanted {
            live: Links::ALL,
            still: &[],
            is_first: true,
            places: true,
            passes,
            ..Wanted::default()
        };
        let (months, cells) = (&mut self.months, &mut self.cells);
        let whole = (self.much < Much::All).then(|| study.start(self.block));
        let start = whole.as_ref().unwrap_or(&self.start);
        study.walk(start, &today.levers, layout, all, months, 0, cells);
        self.today = Rc::from(&cells.values()[..layout.n_baseline_cells() * LANES]);
        self.policy.clone_from(&today.policy);
        (self.view, self.aims) = (layout.view, layout.aims.clone());
        (self.knows_areas, self.late) = (!passes, None);
    }
}
