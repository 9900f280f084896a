//! What drives the claims on the centres' hours.

use super::N_NEEDS;
use crate::model::lanes::{LANES, Lanes};
use crate::model::people::{Group, N_GROUPS, People};

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
    let mut heads = Heads::default();
    for &area in areas {
        heads.add(people.groups(year, area));
    }
    let (support, care) = (heads.support * kept, heads.care * kept);
    let consult = heads.elderly + heads.others + (support + care);
    [
        consult * reference[0],
        support * reference[1],
        care * reference[2],
        heads.elderly * reference[3],
    ]
}

/// People whom need goes with.
#[derive(Default)]
struct Heads {
    elderly: Lanes,
    /// Living alone, and with dementia.
    others: Lanes,
    support: Lanes,
    care: Lanes,
}

impl Heads {
    #[inline(never)]
    fn add(&mut self, groups: &[Lanes; N_GROUPS]) {
        for i in 0..LANES {
            let at = |group: Group| groups[group as usize].0[i];
            self.elderly.0[i] += at(Group::Age65To74) + at(Group::Age75To84) + at(Group::Age85);
            let [a, b, c, d, e] = Group::ALONE.map(at);
            self.others.0[i] += a + b + c + d + e + at(Group::Dementia);
            self.support.0[i] += at(Group::Support);
            self.care.0[i] += at(Group::Care);
        }
    }
}
