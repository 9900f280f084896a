//! What drives the claims on the centres' hours.

use super::N_NEEDS;
use crate::model::lanes::{LANES, Lanes};
use crate::model::people::People;

/// Need on 1 October of a year: consultation follows 65+, living alone, certified and dementia
/// alike (no figure says how much each weighs), plans those at support level, support of care
/// managers those at care level. Of the certified, prevention leaves a share.
pub(super) fn october(
    people: &People,
    year: i32,
    areas: &[usize],
    kept: Lanes,
    reference: &[Lanes; N_NEEDS],
) -> [Lanes; N_NEEDS] {
    let years = people.years();
    let year = year.clamp(years.start, (years.end - 1).max(years.start));
    let mut all = [Lanes::ZERO; N_NEEDS];
    for &area in areas {
        people.add_need(year, area, &mut all);
    }
    let mut out = [Lanes::ZERO; N_NEEDS];
    weigh(&all, &kept, reference, &mut out);
    out
}

#[inline(never)]
fn weigh(
    people: &[Lanes; 4],
    kept: &Lanes,
    reference: &[Lanes; N_NEEDS],
    out: &mut [Lanes; N_NEEDS],
) {
    let [elderly, others, support, care] = people;
    for i in 0..LANES {
        let (support, care) = (support.0[i] * kept.0[i], care.0[i] * kept.0[i]);
        let consult = elderly.0[i] + others.0[i] + (support + care);
        out[0].0[i] = consult * reference[0].0[i];
        out[1].0[i] = support * reference[1].0[i];
        out[2].0[i] = care * reference[2].0[i];
        out[3].0[i] = elderly.0[i] * reference[3].0[i];
    }
}
