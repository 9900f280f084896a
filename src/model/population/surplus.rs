//! Wards whose projection starts from too many old people, and what is done about it.
//!
//! Sharing out people of unknown age makes an edition's base stand a few percent above the count.
//! Where it stands far above at every old age, the unknown of young households went to the old, and
//! the ratios of the edition read the jump since the census before as migration (calibration §5).
//! Such wards are found in the data, no name is known here. Their base is set back for the years
//! before ours, and their ratios from 65 up are pulled towards those of the other wards together,
//! by a share that is an assumption. (Neighbours would be better than all others, but the data do
//! not say who borders on whom.)

use super::ground::WardTables;
use super::official::{FiveYear, N_GROUPS, Ratios};

use crate::units::sort_few;

/// Wards whose edition starts from far more old people than were counted. Unknown ages shared out
/// make every ward stand a few percent above the count; one that stands five points above the
/// middle of the others took in the unknown of the young.
#[inline]
pub fn overstated(wards: &[WardTables]) -> Vec<bool> {
    let excess: Vec<Option<f64>> = wards.iter().map(excess_70).collect();
    excess
        .iter()
        .enumerate()
        .map(|(w, own)| {
            let others = excess.iter().enumerate().filter(|&(v, _)| v != w);
            let mut others: Vec<f64> = others.filter_map(|(_, e)| *e).collect();
            sort_few(&mut others, f64::total_cmp);
            own.is_some_and(|own| !others.is_empty() && others[others.len() / 2] + 0.05 < own)
        })
        .collect()
}

/// People of 70 and over in the edition's first year over those counted.
#[inline]
fn excess_70(ward: &WardTables) -> Option<f64> {
    let (_, heads) = ward.edition.first()?;
    let old: f64 = heads.iter().map(|sex| sex[14..].iter().sum::<f64>()).sum();
    ward.counted_70.filter(|&counted| 0.0 < counted).map(|counted| old / counted)
}

/// The edition's first year, for the walk back: an overstated ward is set to the city's mean
/// excess at 65 and over, what it loses goes to the other wards at the same age, and 20–64 takes
/// the difference, so that the city keeps its ages and each ward its people.
#[inline]
pub fn repaired(wards: &[WardTables], overstated: &[bool]) -> Vec<Option<(i32, FiveYear)>> {
    let mut out: Vec<_> = wards.iter().map(|ward| ward.edition.first().copied()).collect();
    let counted: f64 = wards.iter().filter_map(|ward| ward.counted_70).sum();
    let all: f64 = wards.iter().filter_map(|w| Some(excess_70(w)? * w.counted_70?)).sum();
    if !overstated.contains(&true) || !overstated.contains(&false) || out.contains(&None) {
        return out;
    }
    let mean = all / counted;
    for sex in 0..2 {
        for g in 13..N_GROUPS {
            let (mut lost, mut keep) = (0.0, 0.0);
            for (w, ward) in wards.iter().enumerate() {
                let here = ward.edition[0].1[sex][g];
                match excess_70(ward) {
                    Some(excess) if overstated[w] => lost += here * (1.0 - mean / excess),
                    _ => keep += here,
                }
            }
            for (w, ward) in wards.iter().enumerate() {
                let here = ward.edition[0].1[sex][g];
                let change = match excess_70(ward) {
                    Some(excess) if overstated[w] => -here * (1.0 - mean / excess),
                    _ => here * lost / keep,
                };
                let heads = &mut out[w].as_mut().expect("checked above that all have one").1;
                heads[sex][g] += change;
                let middle: f64 = ward.edition[0].1[sex][4..13].iter().sum();
                for (heads, was) in
                    heads[sex].iter_mut().zip(ward.edition[0].1[sex]).take(13).skip(4)
                {
                    *heads -= change * was / middle;
                }
            }
        }
    }
    out
}

/// Ratios of the wards that are not overstated, all together, one set a period.
#[inline]
pub(super) fn mean_ratios(wards: &[WardTables], overstated: &[bool]) -> Vec<Ratios> {
    let sound = || wards.iter().zip(overstated).filter(|(_, is)| !**is).map(|(ward, _)| ward);
    let n = sound().map(|ward| ward.edition.len()).min().unwrap_or(0);
    let together = |at: usize| {
        let mut sum = [[0.0; N_GROUPS]; 2];
        for ward in sound() {
            for (sum, one) in sum.iter_mut().flatten().zip(ward.edition[at].1.iter().flatten()) {
                *sum += one;
            }
        }
        sum
    };
    (1..n).map(|at| Ratios::between(&together(at - 1), &together(at))).collect()
}
