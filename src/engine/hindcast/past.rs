//! The people as a forecaster of an earlier census could have set them up: the edition's own base
//! with what was known then, wards only, life tables and registers up to that year.
//!
//! Two things are later than the start and are said with the scores: the national profiles of
//! living alone (2020) and certification (2020), and the ranges of the assumptions, which were
//! written after the outcome was known.

use crate::engine::draw::{Ranges, assumed};
use crate::facts::Municipality;
use crate::model::ground::Geography;
use crate::model::lanes::LANES;
use crate::model::luck::{Luck, key_of};
use crate::model::people::People;
use crate::model::population::ground::{Ground, Tables};
use crate::model::population::surplus::{overstated, repaired};
use crate::model::population::{PeopleGround, from_facts, people};

/// Blocks of sixteen draws behind every score.
const BLOCKS: u32 = 64;
const SEED: u32 = 1;

/// A run that starts at the edition's first year.
pub struct Past {
    pub ground: PeopleGround,
    geography: Geography,
}

impl Past {
    /// None where there is no edition to start from.
    pub fn new(city: &Municipality) -> Option<Self> {
        let tables = tables_then(city)?;
        let first = f64::from(tables.base_year);
        let mut ground = PeopleGround::new(city);
        ground.population = Ground::new(&tables);
        ground.alone.counts.retain(|seen| seen.year() <= first);
        ground.care.counts.truncate(1);
        ground.care.ward_counts.fill(None);
        let places = &city.places;
        let key = |id| key_of(places.code(id));
        let wards: Vec<_> = places.wards().map(|w| (key(w), vec![(key(w), vec![])])).collect();
        Some(Self { ground, geography: Geography::new(key(places.root()), &wards) })
    }

    pub fn base_year(&self) -> i32 {
        self.ground.population.base_year
    }

    /// The figure of every draw that `read` takes from a block's people.
    pub fn draws(
        &self,
        years: std::ops::Range<i32>,
        mut read: impl FnMut(&People, usize, &mut dyn FnMut(usize, f32)),
        n_figures: usize,
    ) -> Vec<Vec<f32>> {
        let mut out = vec![Vec::new(); n_figures];
        for block in 0..BLOCKS {
            let drawn = assumed(&Ranges::default(), SEED, block * LANES as u32);
            let luck = Luck::new(SEED, block * LANES as u32);
            let people = people(&self.ground, &self.geography, &drawn, &luck, years.clone());
            for lane in 0..LANES {
                read(&people, lane, &mut |figure, value| out[figure].push(value));
            }
        }
        out
    }
}

/// The tables of the edition's first year.
fn tables_then(city: &Municipality) -> Option<Tables> {
    let mut tables = from_facts::tables(city);
    let first = tables.wards.first()?.edition.first()?.0;
    let starts: Vec<usize> = (0..19).map(|g| 5 * g).collect();
    let bases = repaired(&tables.wards, &overstated(&tables.wards));
    for (ward, base) in tables.wards.iter_mut().zip(bases) {
        let base = base?.1.map(|sex| sex.to_vec());
        ward.starts.clone_from(&starts);
        ward.areas = vec![base.clone()];
        ward.base = base;
        ward.deaths.retain(|(year, _)| *year <= first);
    }
    tables.base_year = first;
    tables.life_tables.retain(|(year, _)| *year <= first);
    (!tables.life_tables.is_empty()).then_some(tables)
}
