//! The same-frame answer: a fixed handful of draws, run on the page itself while a slider moves.
//! It does not say where the median is, but how far it moves: the difference of the same draws
//! under two policies, which is far less noisy than either.

use std::collections::VecDeque;
use std::rc::Rc;

use super::bands::mean;
use super::columns::Layout;
use super::draw::Ranges;
use super::ground::Ground;
use super::kept::{Kept, Lowered};
use super::study::Study;
use crate::levers::Policy;
use crate::model::lanes::LANES;
use crate::shocks::Script;

/// Policies whose means are remembered: an answer is to a policy asked a few moves ago.
const REMEMBERED: usize = 32;

/// The first block of draws.
const BLOCK: u32 = 0;

pub struct Quick {
    study: Study,
    today: Lowered,
    kept: Kept,
    layout: Layout,
    means: VecDeque<(Policy, Rc<[f32]>)>,
}

impl Quick {
    pub fn new(ground: Rc<Ground>, ranges: Ranges, script: Script, seed: u32) -> Self {
        let layout = Layout::new(ground.timeline, &ground.geography, None);
        let study = Study::new(ground, ranges, script, seed);
        let today = study.lowered(&Policy::default());
        let kept = Kept::new(&study, &layout, &today, BLOCK);
        Self { study, today, kept, layout, means: VecDeque::new() }
    }

    pub fn is_about(&self, ranges: &Ranges, script: &Script, seed: u32) -> bool {
        self.study.is_about(ranges, script, seed)
    }

    /// How far each measure of the municipality moves, by measure and fiscal year, from one policy
    /// to another.
    pub fn shift(&mut self, from: &Policy, to: &Policy) -> Vec<f32> {
        let (from, to) = (self.means(from), self.means(to));
        to.iter().zip(from.iter()).map(|(to, from)| to - from).collect()
    }

    fn means(&mut self, policy: &Policy) -> Rc<[f32]> {
        if let Some((_, means)) = self.means.iter().find(|(known, _)| known == policy) {
            return means.clone();
        }
        let under = self.study.lowered(policy);
        let (values, _) = self.kept.run(&self.study, &self.layout, &self.today, &under);
        let means: Rc<[f32]> = values.chunks_exact(LANES).map(|draws| mean(draws) as f32).collect();
        self.means.truncate(REMEMBERED - 1);
        self.means.push_front((policy.clone(), means.clone()));
        means
    }
}
