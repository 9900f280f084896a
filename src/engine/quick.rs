//! The same-frame answer: a fixed handful of draws, run on the page itself while a slider moves.
//! It does not say where the median is, but how far it moves: the difference of the same draws
//! under two policies, which is far less noisy than either.

use std::rc::Rc;

use super::bands::mean;
use super::columns::{Columns, Layout};
use super::draw::Ranges;
use super::ground::Ground;
use super::study::{Start, Study};
use crate::levers::Policy;
use crate::measures::MEASURE_COUNT;
use crate::shocks::Script;

/// Blocks of sixteen draws in the handful.
const BLOCKS: u32 = 2;

pub struct Quick {
    study: Study,
    starts: Vec<Start>,
    layout: Layout,
    /// The policy measured last, and its means: a drag asks for the old one again and again.
    last: Option<(Policy, Rc<[f32]>)>,
}

impl Quick {
    pub fn new(ground: Rc<Ground>, ranges: Ranges, script: Script, seed: u32) -> Self {
        let layout = Layout::new(ground.timeline, &ground.geography, None);
        let study = Study::new(ground, ranges, script, seed);
        let starts = (0..BLOCKS).map(|block| study.start(block)).collect();
        Self { study, starts, layout, last: None }
    }

    pub fn is_about(&self, ranges: &Ranges, script: &Script, seed: u32) -> bool {
        self.study.is_about(ranges, script, seed)
    }

    /// How far each measure of the municipality moves, by measure and fiscal year, from one policy
    /// to another.
    pub fn shift(&mut self, from: &Policy, to: &Policy) -> Vec<f32> {
        let from = match &self.last {
            Some((policy, means)) if policy == from => means.clone(),
            _ => {
                let means = self.means(from);
                self.last = Some((from.clone(), means.clone()));
                means
            }
        };
        self.means(to).iter().zip(from.iter()).map(|(to, from)| to - from).collect()
    }

    fn means(&self, policy: &Policy) -> Rc<[f32]> {
        let levers = self.study.ground.levers(policy);
        let n_cells = self.layout.n_cells();
        let mut columns = Columns::new(n_cells, BLOCKS);
        for (block, start) in (0..BLOCKS).zip(&self.starts) {
            self.study.run(start, &levers, &self.layout, block, &mut columns);
        }
        let n = columns.n_draws();
        debug_assert_eq!(n_cells, MEASURE_COUNT * self.layout.n_years);
        (0..n_cells).map(|cell| mean(columns.cell(cell, n)) as f32).collect()
    }
}
