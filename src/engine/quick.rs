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
use crate::levers::{LeverId, Policy, Setting};
use crate::measures::MeasureId;
use crate::model::lanes::LANES;
use crate::shocks::Script;

/// Policies whose means are remembered: an answer is to a policy asked a few moves ago.
const REMEMBERED: usize = 32;

/// The first block of draws, and for what needs more the first two.
const BLOCKS: [u32; 2] = [0, 1];

/// Counts of so few that one block tells too little of where their line will be.
const OF_FEW: [MeasureId; 2] = [MeasureId::CentresIncomplete, MeasureId::MeetingsMissed];

pub struct Quick {
    study: Study,
    today: Lowered,
    /// Made when they are first asked for.
    kept: Vec<Kept>,
    layout: Layout,
    /// By policy, and by how many blocks they are from.
    means: VecDeque<(Policy, usize, Rc<[f32]>)>,
}

impl Quick {
    pub fn new(ground: Rc<Ground>, ranges: Ranges, script: Script, seed: u32) -> Self {
        let layout = Layout::new(ground.timeline, &ground.geography, None);
        let study = Study::new(ground, ranges, script, seed);
        let today = study.lowered(&Policy::default());
        let kept = vec![Kept::new(&study, &layout, &today, BLOCKS[0])];
        Self { study, today, kept, layout, means: VecDeque::new() }
    }

    pub fn is_about(&self, ranges: &Ranges, script: &Script, seed: u32) -> bool {
        self.study.is_about(ranges, script, seed)
    }

    /// How far each measure of the municipality moves, by measure and fiscal year, from one policy
    /// to another, while one of them is looked at.
    pub fn shift(&mut self, from: &Policy, to: &Policy, seen: MeasureId) -> Vec<f32> {
        let n_blocks = if OF_FEW.contains(&seen) { BLOCKS.len() } else { 1 };
        let (from, to) = (self.means(from, n_blocks), self.means(to, n_blocks));
        to.iter().zip(from.iter()).map(|(to, from)| to - from).collect()
    }

    /// Works out a lever's first step ahead, for the sake of working it out: what runs this in a
    /// browser is slow the first time, and quick only when it has run often.
    pub fn rehearse(&mut self, policy: &Policy, lever: LeverId, seen: MeasureId) {
        let spec = lever.spec();
        let value = policy.at(lever, "").map_or(spec.default, |own| own.value);
        let value = if value + spec.step <= spec.max { value + spec.step } else { spec.min };
        let place = String::new();
        let setting = Setting { lever, place, value, start_month: 0, ramp_months: 0 };
        if let Ok(moved) = policy.with(setting) {
            self.shift(policy, &moved, seen);
        }
    }

    fn means(&mut self, policy: &Policy, n_blocks: usize) -> Rc<[f32]> {
        let is_it = |(known, of, _): &&(Policy, usize, _)| known == policy && *of == n_blocks;
        if let Some((.., means)) = self.means.iter().find(is_it) {
            return means.clone();
        }
        let Self { study, today, kept, layout, .. } = self;
        let later = BLOCKS.iter().take(n_blocks).skip(kept.len());
        kept.extend(later.map(|block| Kept::new(study, layout, today, *block)));
        let under = study.lowered(policy);
        let mut sums: Vec<f64> = Vec::new();
        for kept in &mut kept[..n_blocks] {
            let (values, _) = kept.run(study, layout, today, &under);
            let means = values.chunks_exact(LANES).map(mean);
            if sums.is_empty() {
                sums.extend(means);
            } else {
                sums.iter_mut().zip(means).for_each(|(sum, mean)| *sum += mean);
            }
        }
        let means: Rc<[f32]> = sums.iter().map(|sum| (sum / n_blocks as f64) as f32).collect();
        self.means.truncate(REMEMBERED - 1);
        self.means.push_front((policy.clone(), n_blocks, means.clone()));
        means
    }
}
