//! What a worker keeps from question to question: the municipality lowered once, and of each block
//! of draws its life before the plan and its last run.

use std::rc::Rc;

use crate::engine::columns::{Columns, Layout};
use crate::engine::draw::n_blocks;
use crate::engine::ground::Ground;
use crate::engine::kept::{Kept, Lowered, Much};
use crate::engine::study::Study;
use crate::facts::Basis;
use crate::levers::{LeverId, Policy, Setting};
use crate::model::ground::Geography;
use crate::protocol::{BAND_DRAWS, Band};
use crate::scenario::Scenario;
use crate::scenario::own::{self, OwnFigure};
use crate::units::Few;

/// Bytes all workers together may keep of blocks. Blocks beyond it are worked out anew, so that
/// memory stays bounded however many draws and areas there are.
const KEPT_BYTES: usize = 256 << 20;

/// No question needs more kept: 1,024 draws.
const KEPT_BLOCKS: usize = 64;

/// Blocks whose values without measures are kept though the blocks themselves are not: 10,240
/// draws, 33 MB for all workers together.
const TODAY_BLOCKS: u32 = 640;

/// Studies that stand side by side: as many as are compared.
const STUDIES: usize = 4;

/// A municipality and what is shown of it.
pub struct City {
    pub facts: Basis,
    pub ground: Rc<Ground>,
}

impl City {
    pub fn new(facts: Basis) -> Self {
        let ground = Rc::new(Ground::new(&facts));
        Self { facts, ground }
    }

    /// The ground of a scenario: that of the municipality, unless it has figures of its own.
    pub fn ground_of(&self, scenario: &Scenario) -> Rc<Ground> {
        let told = scenario.told(&self.facts);
        told.map_or_else(|| self.ground.clone(), |told| Rc::new(Ground::new(&told)))
    }
}

/// A study with what is kept of it.
struct Shelf {
    study: Rc<Study>,
    /// The scenario's own figures it was made with.
    figures: Vec<OwnFigure>,
    today: Rc<Lowered>,
    blocks: Few<u32, Kept>,
    /// Of blocks that found no room: their values without measures, and what they were run for.
    without: Few<u32, (Layout, Rc<[f32]>)>,
    /// Bands without measures, by the number of draws.
    baseline: Few<u32, Rc<[Option<Band>]>>,
    places: Option<Places>,
}

/// The bands of places in the last answer, and what they are of.
pub struct Places {
    pub layout: Layout,
    pub n: u32,
    pub policy: Policy,
    pub bands: Vec<Option<Band>>,
}

pub struct Desk {
    pub city: Rc<City>,
    /// The ones in use stand last.
    shelves: Vec<Shelf>,
    n_in_use: usize,
}

impl Desk {
    pub fn new(city: Rc<City>) -> Self {
        Self { city, shelves: Vec::new(), n_in_use: 0 }
    }

    /// The studies of some scenarios, all under the seed of the first.
    pub fn open(&mut self, scenarios: &[Scenario]) -> Vec<Rc<Study>> {
        let seed = scenarios.first().map_or(0, |scenario| scenario.seed);
        let studies: Vec<_> = scenarios.iter().map(|scenario| self.study(scenario, seed)).collect();
        let is_in_use = |shelf: &Shelf| studies.iter().any(|s| Rc::ptr_eq(s, &shelf.study));
        self.n_in_use = self.shelves.iter().filter(|shelf| is_in_use(shelf)).count();
        studies
    }

    fn study(&mut self, scenario: &Scenario, seed: u32) -> Rc<Study> {
        let Scenario { ranges, script, figures, .. } = scenario;
        let is_it = |shelf: &Shelf| {
            shelf.study.is_about(ranges, script, seed) && own::are_same(&shelf.figures, figures)
        };
        let at = self.shelves.iter().position(is_it);
        let shelf = match at {
            Some(at) => self.shelves.remove(at),
            None => {
                let ground = self.city.ground_of(scenario);
                let study = Rc::new(Study::new(ground, ranges.clone(), script.clone(), seed));
                let today = Rc::new(study.lowered(&Policy::default()));
                if STUDIES <= self.shelves.len() {
                    self.shelves.remove(0);
                }
                Shelf {
                    study,
                    figures: figures.clone(),
                    today,
                    blocks: Few::default(),
                    without: Few::default(),
                    baseline: Few::default(),
                    places: None,
                }
            }
        };
        let study = shelf.study.clone();
        self.shelves.push(shelf);
        study
    }

    /// Runs a block of a study under a policy: hands all its values, and those without measures,
    /// to `take`. `of` workers share the work and what may be kept.
    pub fn run(
        &mut self,
        study: &Study,
        layout: &Layout,
        under: &Lowered,
        block: u32,
        of: u32,
        take: impl FnOnce(&[f32], &[f32]),
    ) {
        let shelf = self.shelves.iter().position(|shelf| std::ptr::eq(&*shelf.study, study));
        let at = shelf.expect("a job's studies were taken from this desk");
        let is_kept = self.shelves[at].blocks.get(&block).is_some();
        let has_room = is_kept || self.make_room(at, block, Room::of(of));
        let Shelf { today, blocks, without, .. } = &mut self.shelves[at];
        let much = much(&study.ground.geography, block);
        let new = || Kept::new(study, layout, today, block).keeping(study, much);
        let mut passing = None;
        let kept = match blocks.get_mut(&block) {
            Some(kept) => kept,
            None if has_room => blocks.put(block, new()),
            None => {
                let known =
                    without.get(&block).filter(|(of, _)| layout.is_as_today(of.view, &of.aims));
                if let Some((_, today)) = known {
                    let mut out = Columns::new(layout.n_cells(), 1);
                    study.run(&study.start(block), &under.levers, layout, 0, &mut out);
                    return take(out.values(), today);
                }
                let kept = Kept::new(study, layout, today, block);
                if block < TODAY_BLOCKS {
                    without.put(block, (layout.clone(), kept.today().clone()));
                }
                passing.insert(kept)
            }
        };
        let (values, without) = kept.run(study, layout, today, under);
        take(values, without);
    }

    /// Makes room for a block of a study: blocks of studies not in use go first; then, for one of
    /// the first draws, which each question asks for before all others, later ones of its own.
    fn make_room(&mut self, at: usize, block: u32, room: Room) -> bool {
        let bytes = block_bytes(&self.shelves[at].study.ground.geography, block);
        let mut has_room = self.has_room(bytes, room);
        for shelf in 0..self.shelves.len() - self.n_in_use {
            while !has_room && self.shelves[shelf].blocks.pop_last().is_some() {
                has_room = self.has_room(bytes, room);
            }
        }
        while !has_room && is_of_bands(block) {
            let blocks = &mut self.shelves[at].blocks;
            if blocks.keys().next_back().is_none_or(|last| is_of_bands(*last)) {
                break;
            }
            blocks.pop_last();
            has_room = self.has_room(bytes, room);
        }
        has_room
    }

    fn has_room(&self, bytes: usize, room: Room) -> bool {
        let kept = self.shelves.iter().flat_map(|shelf| {
            let geography = &shelf.study.ground.geography;
            shelf.blocks.keys().map(|block| block_bytes(geography, *block))
        });
        let (n, all) = kept.fold((0, 0), |(n, all), bytes| (n + 1, all + bytes));
        n == 0 || (n < room.n_blocks && all + bytes <= room.bytes)
    }

    /// The blocks that are kept, of all studies.
    pub fn blocks(&self) -> impl Iterator<Item = u32> {
        self.shelves.iter().flat_map(|shelf| shelf.blocks.keys().copied())
    }

    /// The bands of places in a study's last answer.
    pub fn places(&mut self, study: &Study) -> &mut Option<Places> {
        let shelf = self.shelves.iter_mut().find(|shelf| std::ptr::eq(&*shelf.study, study));
        &mut shelf.expect("a job's studies were taken from this desk").places
    }

    /// The bands without measures of the first `n` draws of a study, made once.
    pub fn baseline(
        &mut self,
        study: &Study,
        n: u32,
        make: impl FnOnce() -> Vec<Option<Band>>,
    ) -> Rc<[Option<Band>]> {
        let shelf = self.shelves.iter_mut().find(|shelf| std::ptr::eq(&*shelf.study, study));
        let shelf = shelf.expect("a job's studies were taken from this desk");
        match shelf.baseline.get(&n) {
            Some(made) => made.clone(),
            None => shelf.baseline.put(n, Rc::from(make())).clone(),
        }
    }

    /// Runs as many blocks as if nothing were kept, to be timed.
    pub fn probe(&mut self, n_blocks: u32) {
        let study = self.probed();
        let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
        let today = study.lowered(&Policy::default());
        let start = study.start(0);
        for _ in 0..n_blocks {
            let mut out = Columns::new(layout.n_cells(), 1);
            study.run(&start, &today.levers, &layout, 0, &mut out);
        }
    }

    /// Moves levers to and fro in as many blocks, to be timed from the second time on: then they
    /// are kept, and what the levers reach is all that is run.
    pub fn probe_levers(&mut self, levers: &[LeverId], n_blocks: u32) {
        let study = self.probed();
        let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
        for part in MOVES {
            let under = study.lowered(&moved(levers, part));
            for block in 0..n_blocks {
                self.run(&study, &layout, &under, block, 1, |_, _| {});
            }
        }
    }

    fn probed(&mut self) -> Rc<Study> {
        match self.shelves.last() {
            Some(shelf) => shelf.study.clone(),
            None => self.study(&Scenario::of(&self.city.facts.code), 1),
        }
    }
}

/// Between which parts of its range a lever is moved to be timed.
pub const MOVES: [f64; 2] = [0.4, 0.6];

/// A policy that moves some levers by a part of their ranges.
pub fn moved(levers: &[LeverId], part: f64) -> Policy {
    levers.iter().fold(Policy::default(), |policy, &lever| {
        let spec = lever.spec();
        let value = spec.min + (spec.max - spec.min) * part;
        let place = String::new();
        let setting = Setting { lever, place, value, start_month: 0, ramp_months: 0 };
        policy.with(setting).expect("a value within the lever's range")
    })
}

/// What one of `of` workers may keep: its part of all, and blocks of the first draws besides, which
/// fewer workers share while a finger moves.
#[derive(Clone, Copy)]
struct Room {
    bytes: usize,
    n_blocks: usize,
}

impl Room {
    fn of(of: u32) -> Self {
        let of = of.max(1) as usize;
        let n_blocks = KEPT_BLOCKS.div_ceil(of) + n_blocks(BAND_DRAWS) as usize;
        Self { bytes: KEPT_BYTES / of, n_blocks }
    }
}

/// Whether a block is of the draws that make the first bands.
fn is_of_bands(block: u32) -> bool {
    block < n_blocks(BAND_DRAWS)
}

/// How much is kept of a block: less where there are so many areas that 1,024 draws would not fit,
/// and least of the later draws. More of them then answer a lever at once; looking at another
/// measure takes longer, and so do the later draws of a lever of meetings.
fn much(geography: &Geography, block: u32) -> Much {
    let fits = KEPT_BLOCKS * Much::All.bytes(geography) <= KEPT_BYTES;
    match () {
        () if fits => Much::All,
        () if is_of_bands(block) => Much::Less,
        () => Much::Least,
    }
}

/// What is kept of a block weighs about this much.
pub fn block_bytes(geography: &Geography, block: u32) -> usize {
    much(geography, block).bytes(geography)
}
