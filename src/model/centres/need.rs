//! What drives the claims on the centres' hours.

use super::{HoursInputs, Inputs, N_NEEDS, State};
use crate::model::alarm::World;
use crate::model::ground::MonthIndex;
use crate::model::lanes::{LANES, Lanes};
use crate::model::people::People;

/// The need of the 1 Octobers around a month, by area.
pub(super) type Needs = [[Lanes; N_NEEDS]; 2];

/// Of all areas one after another: what it is counted from lies far apart in memory, and asked for
/// at once comes sooner than in between everything else.
pub(super) fn needs(
    state: &State,
    inputs: &Inputs,
    world: &World<'_>,
    month: MonthIndex,
) -> Vec<Needs> {
    let areas = 0..state.certified_kept.len();
    areas.map(|area| need_of(state, &inputs.hours, world, month, area)).collect()
}

pub(super) fn need_of(
    state: &State,
    hours: &HoursInputs,
    world: &World<'_>,
    month: MonthIndex,
    area: usize,
) -> Needs {
    let year = 2000 + since_october(month).div_euclid(12);
    let (kept, reference) = (state.certified_kept[area], &hours.need_reference[area]);
    let areas = &world.geography.served[area];
    [year, year + 1].map(|year| october(world.people, year, areas, kept, reference))
}

/// Months from 1 October 2000, which is the end of September, to a month's end.
pub(super) fn since_october(month: MonthIndex) -> i32 {
    month as i32 + 1 - 6
}

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
