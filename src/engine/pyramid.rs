//! Who lives where, by sex and five-year age: the mean of the first sixteen draws, asked for when
//! somebody looks at it.

use super::draw::{Ranges, assumed};
use super::ground::Ground;
use crate::model::inputs::Spot;
use crate::model::lanes::LANES;
use crate::model::luck::Luck;
use crate::model::population::{self, N_FIVE};

/// Men and women by five-year age, 100+ the last.
pub type Heads = [[f64; N_FIVE]; 2];

/// The people of a place on 1 October of these years.
pub fn pyramids(
    ground: &Ground,
    ranges: &Ranges,
    seed: u32,
    spot: Spot,
    years: impl Iterator<Item = i32>,
) -> Vec<Heads> {
    let (assumed, luck) = (assumed(ranges, seed, 0), Luck::new(seed, 0));
    let heads = |year| {
        let of = population::pyramid(
            &ground.people,
            &ground.geography,
            &assumed,
            &luck,
            &[],
            (spot, year),
        );
        let mut sum = [[0.0; N_FIVE]; 2];
        for draw in 0..LANES {
            let one = of.five_year(draw);
            for (sum, heads) in sum.iter_mut().flatten().zip(one.iter().flatten()) {
                *sum += heads / LANES as f64;
            }
        }
        sum
    };
    years.map(heads).collect()
}
