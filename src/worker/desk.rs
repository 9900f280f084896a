//! A worker's desk: the municipality, and the lives of draws up to the plan, kept between
//! questions because no lever can reach them.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::engine::draw::Ranges;
use crate::engine::ground::Ground;
use crate::engine::study::{Start, Study};
use crate::facts::Basis;
use crate::shocks::Script;

/// Most blocks whose starts are kept: 1,024 draws. Further ones are worked out anew, so that
/// memory stays bounded however many draws are asked for.
const KEPT_BLOCKS: u32 = 64;

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
}

pub struct Desk {
    pub city: Rc<City>,
    study: Option<Rc<Study>>,
    starts: BTreeMap<u32, Rc<Start>>,
}

impl Desk {
    pub fn new(city: Rc<City>) -> Self {
        Self { city, study: None, starts: BTreeMap::new() }
    }

    /// The study of these ranges, shocks and seed; what was kept of another one is dropped.
    pub fn study(&mut self, ranges: &Ranges, script: &Script, seed: u32) -> Rc<Study> {
        match &self.study {
            Some(study) if study.is_about(ranges, script, seed) => study.clone(),
            _ => {
                let ground = self.city.ground.clone();
                let study = Rc::new(Study::new(ground, ranges.clone(), script.clone(), seed));
                self.starts.clear();
                self.study = Some(study.clone());
                study
            }
        }
    }

    /// The start of a block of draws of the present study.
    pub fn start(&mut self, study: &Study, block: u32) -> Rc<Start> {
        if let Some(start) = self.starts.get(&block) {
            return start.clone();
        }
        let start = Rc::new(study.start(block));
        if (self.starts.len() as u32) < KEPT_BLOCKS {
            self.starts.insert(block, start.clone());
        }
        start
    }
}
