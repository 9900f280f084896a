//! What drives the claims on the centres' hours.

use super::N_NEEDS;
use crate::model::lanes::Lanes;
use crate::model::people::{Group, People};

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
    let [mut all_elderly, mut others, mut support, mut care] = [Lanes::ZERO; 4];
    for &area in areas {
        let ([elderly, others_here], groups) = (people.sums(year, area), people.groups(year, area));
        all_elderly += elderly;
        others += others_here;
        support += groups[Group::Support as usize];
        care += groups[Group::Care as usize];
    }
    let (support, care) = (support * kept, care * kept);
    let consult = all_elderly + others + (support + care);
    [
        consult * reference[0],
        support * reference[1],
        care * reference[2],
        all_elderly * reference[3],
    ]
}
