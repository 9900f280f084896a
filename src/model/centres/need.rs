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
    let at = |group| {
        areas.iter().fold(Lanes::ZERO, |sum, area| sum + people.october(year, *area, group))
    };
    let elderly = at(Group::Age65To74) + at(Group::Age75To84) + at(Group::Age85);
    let alone = Group::ALONE.into_iter().fold(Lanes::ZERO, |sum, group| sum + at(group));
    let (support, care) = (at(Group::Support) * kept, at(Group::Care) * kept);
    let consult = elderly + alone + (support + care) + at(Group::Dementia);
    [consult * reference[0], support * reference[1], care * reference[2], elderly * reference[3]]
}
