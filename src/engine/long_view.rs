//! The long view: people by year to the last one a municipality looks at (2040), far beyond the
//! months of a run. No lever reaches them; prevention, which follows a lever, is not in it.

use super::bands::{PERCENTS, quantiles};
use super::draw::{Ranges, assumed};
use super::ground::Ground;
use super::reach::{Source, source};
use crate::assumptions::Chain;
use crate::measures::{Kind, MeasureId};
use crate::model::ground::april;
use crate::model::inputs::Spot;
use crate::model::lanes::{LANES, Lanes};
use crate::model::luck::Luck;
use crate::model::people::People;
use crate::model::population;
use crate::model::read::heads;

/// A year's 1 October and the quantiles of its draws.
pub type LongYear = (i32, [f32; PERCENTS.len()]);

/// Whether a measure is one of people, and so has a long view.
pub fn has_one(measure: MeasureId) -> bool {
    match measure.spec().kind {
        Kind::Ratio { of, per, .. } => has_one(of) && has_one(per),
        _ => source(measure) == Source::People || measure.spec().chain == Chain::CareNeed,
    }
}

/// The measures at a place, each by year from the window's first to the last one looked at, in
/// `n_draws` draws (whole blocks of sixteen).
pub fn long_view(
    ground: &Ground,
    ranges: &Ranges,
    seed: u32,
    spot: Spot,
    measures: &[MeasureId],
    n_draws: u32,
) -> Vec<Vec<LongYear>> {
    let years = ground.timeline.fiscal_years().start..ground.population_end + 1;
    let mut values = vec![Vec::new(); measures.len() * years.len()];
    for first in (0..n_draws).step_by(LANES) {
        let (assumed, luck) = (assumed(ranges, seed, first), Luck::new(seed, first));
        let (people, places) = (&ground.people, &ground.geography);
        let people = population::people(people, places, &assumed, &luck, years.clone());
        let cells = measures.iter().flat_map(|measure| years.clone().map(|year| (*measure, year)));
        for ((measure, year), values) in cells.zip(&mut values) {
            let here = at(ground, &people, measure, spot, year).unwrap_or(Lanes::all(f32::NAN));
            values.extend(here.0);
        }
    }
    let mut work = Vec::new();
    let band = |(year, values): (i32, &Vec<f32>)| Some((year, quantiles(values, &mut work)?));
    let mut bands = years.clone().cycle().zip(&values).map(band);
    measures.iter().map(|_| bands.by_ref().take(years.len()).flatten().collect()).collect()
}

fn at(ground: &Ground, people: &People, of: MeasureId, spot: Spot, year: i32) -> Option<Lanes> {
    if let Kind::Ratio { of, per, times } = of.spec().kind {
        let (of, per) = (at(ground, people, of, spot, year)?, at(ground, people, per, spot, year)?);
        return Some(of.ratio(per) * times);
    }
    let areas = spot.areas(&ground.geography);
    areas
        .into_iter()
        .try_fold(Lanes::ZERO, |sum, area| Some(sum + heads(people, of, area, april(year))?))
}
