//! Does history fit? What each draw solved, beside what the prototype of each chain found, and
//! each observation beside the run that was told of it, at its own date. Data that contradict
//! themselves end in an error that names the chain.

mod fit;
mod found;

pub use fit::FitRow;
pub use found::SolvedRow;

use super::bands::{P10, P50, P90, quantiles};
use super::columns::{Columns, Layout};
use super::study::{Start, Study};
use crate::assumptions::Chain;
use crate::facts::Municipality;
use crate::levers::Policy;
use crate::measures::MeasureId;
use crate::model::inputs::LeverTable;
use crate::model::lanes::{LANES, Lanes};

/// More draws than this without a solution, and the data contradict themselves.
const UNSOLVED_MAX: f64 = 0.05;

pub struct Calibration {
    pub solved: Vec<SolvedRow>,
    pub fit: Vec<FitRow>,
    /// Share of draws without a solution, by the measure that was to be met.
    pub unsolved: Vec<(MeasureId, f64)>,
}

/// A measure whose history no rate explains in too many draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    pub measure: MeasureId,
    pub share: f64,
}

/// Sixteen draws and what they are run with.
struct Block<'a> {
    study: &'a Study,
    start: &'a Start,
    /// All levers as today.
    levers: &'a LeverTable,
}

/// Looks at so many blocks of draws.
pub fn calibrate(
    city: &Municipality,
    study: &Study,
    n_blocks: u32,
) -> Result<Calibration, Contradiction> {
    let ground = &study.ground;
    let layout = Layout::new(ground.timeline, &ground.geography, None);
    let mut columns = Columns::new(layout.n_cells(), n_blocks);
    let levers = ground.levers(&Policy::default());
    let (mut found, mut fit) = (found::Collected::new(), fit::Collected::new(city));
    let mut missed: Vec<(MeasureId, f64)> = Vec::new();
    for block in 0..n_blocks {
        let start = study.start(block);
        study.run(&start, &levers, &layout, block, &mut columns);
        let block = Block { study, start: &start, levers: &levers };
        found.take(&block);
        fit.take(&block);
        for (measure, is_met) in found::met(&block) {
            let n = (Lanes::ONE - is_met).0.iter().map(|x| f64::from(*x)).sum::<f64>();
            let n = n / f64::from(n_blocks * LANES as u32);
            match missed.iter_mut().find(|(of, _)| *of == measure) {
                Some((_, sum)) => *sum += n,
                None => missed.push((measure, n)),
            }
        }
    }
    let fit = fit.rows();
    // People are met by level at each count; where a base was drawn around a count, the miss is
    // the base's.
    let by_level = [Chain::Population, Chain::Households, Chain::CareNeed];
    let told = fit.iter().filter(|row| !by_level.contains(&row.measure.spec().chain));
    let unmet = told.map(|row| (row.measure, row.missed)).chain(missed.iter().copied());
    if let Some((measure, share)) = unmet.into_iter().find(|(_, share)| UNSOLVED_MAX < *share) {
        return Err(Contradiction { measure, share });
    }
    Ok(Calibration { solved: found.rows(city, &layout, &columns), fit, unsolved: missed })
}

/// The median of some values between the ends of their 80 % band.
fn three(values: &[f32]) -> Option<[f32; 3]> {
    quantiles(values, &mut Vec::new()).map(|band| [band[P10], band[P50], band[P90]])
}
