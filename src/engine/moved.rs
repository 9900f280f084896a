//! What a change moved: every measure's median before and after, the strongest first.

use super::bands::{P10, P50, P90, PERCENTS};
use crate::measures::MeasureId;
use crate::units::sort_few;

/// One measure's move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    pub measure: MeasureId,
    pub before: f32,
    pub after: f32,
    /// The move in widths of the band before (p10 to p90): what makes measures of different units
    /// comparable. A move of less than the band is small against what nobody knows.
    pub widths: f32,
}

/// Moves smaller than this share of the band are left out: they would be read as news. So are those
/// of a count that come to no whole one.
const LEAST_WIDTHS: f32 = 0.02;

type Band = [f32; PERCENTS.len()];

/// The moves of all measures, each given with its band before and after.
pub fn moves(bands: impl Iterator<Item = (MeasureId, Option<Band>, Option<Band>)>) -> Vec<Move> {
    let one = |(measure, before, after): (MeasureId, Option<Band>, Option<Band>)| {
        let (before, after) = (before?, after?);
        let change = after[P50] - before[P50];
        // What is known exactly has no band: one per cent of it stands in.
        let width =
            (before[P90] - before[P10]).max(before[P50].abs() * 0.01).max(f32::MIN_POSITIVE);
        let widths = change / width;
        let is_nothing = measure.spec().is_counted() && change.abs() < 0.5;
        (LEAST_WIDTHS <= widths.abs() && !is_nothing).then_some(Move {
            measure,
            before: before[P50],
            after: after[P50],
            widths,
        })
    };
    let mut found: Vec<Move> = bands.filter_map(one).collect();
    sort_few(&mut found, |a, b| b.widths.abs().total_cmp(&a.widths.abs()));
    found
}
