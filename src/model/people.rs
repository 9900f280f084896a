//! The people of each area, as the other chains see them: heads by group on 1 October of each
//! year, and in any month between two of them in a straight line.

use super::ground::MonthIndex;
use super::lanes::{LANES, Lanes};

/// A group of people of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Group {
    Total,
    /// Of working age.
    Age15To64,
    Age65To74,
    Age75To84,
    Age85,
    Alone65To69,
    Alone70To74,
    Alone75To79,
    Alone80To84,
    Alone85,
    /// Certified at a support level (要支援).
    Support,
    /// Certified at a care level (要介護).
    Care,
    /// Of those, at level 3 and over.
    Heavy,
    Dementia,
}

pub const N_GROUPS: usize = 14;

impl Group {
    pub const ALL: [Self; N_GROUPS] = [
        Self::Total,
        Self::Age15To64,
        Self::Age65To74,
        Self::Age75To84,
        Self::Age85,
        Self::Alone65To69,
        Self::Alone70To74,
        Self::Alone75To79,
        Self::Alone80To84,
        Self::Alone85,
        Self::Support,
        Self::Care,
        Self::Heavy,
        Self::Dementia,
    ];
    pub const ALONE: [Self; 5] =
        [Self::Alone65To69, Self::Alone70To74, Self::Alone75To79, Self::Alone80To84, Self::Alone85];
}

/// Heads by year, area and group for sixteen draws. Fractional: cohorts move fractions of people.
#[derive(Clone, Debug, PartialEq)]
pub struct People {
    /// Calendar year of the first 1 October.
    first_year: i32,
    n_areas: usize,
    heads: Vec<Lanes>,
    /// The sums that are asked for again and again; none until nothing changes any more.
    sums: Vec<Sums>,
}

/// 65 and over; and those living alone, and with dementia.
pub type Sums = [Lanes; 2];

#[inline(never)]
fn sums_of(groups: &[Lanes; N_GROUPS]) -> Sums {
    let [mut elderly, mut others] = Sums::default();
    for i in 0..LANES {
        let at = |group: Group| groups[group as usize].0[i];
        let [a, b, c, d, e] = Group::ALONE.map(at);
        elderly.0[i] = at(Group::Age65To74) + at(Group::Age75To84) + at(Group::Age85);
        others.0[i] = a + b + c + d + e + at(Group::Dementia);
    }
    [elderly, others]
}

#[inline(never)]
fn add_need(sums: &Sums, support: &Lanes, care: &Lanes, need: &mut [Lanes; 4]) {
    let [elderly, others] = sums;
    for i in 0..LANES {
        need[0].0[i] += elderly.0[i];
        need[1].0[i] += others.0[i];
        need[2].0[i] += support.0[i];
        need[3].0[i] += care.0[i];
    }
}

impl People {
    pub fn new(first_year: i32, n_years: usize, n_areas: usize) -> Self {
        let heads = vec![Lanes::ZERO; n_years * n_areas * N_GROUPS];
        Self { first_year, n_areas, heads, sums: Vec::new() }
    }

    /// Keeps the sums from a year on: nobody comes, goes or moves any more.
    pub fn add_up(&mut self, from: i32) {
        let years = from.max(self.first_year)..self.years().end;
        let places = years.flat_map(|year| (0..self.n_areas).map(move |area| (year, area)));
        self.sums = places.map(|(year, area)| sums_of(self.groups(year, area))).collect();
    }

    /// The sums of an area on 1 October of a year, where they are kept.
    fn sums(&self, year: i32, area: usize) -> Option<&Sums> {
        // The last years' are kept, so that they are counted from the end.
        let from_end = (self.years().end - year) as usize * self.n_areas - area;
        Some(&self.sums[self.sums.len().checked_sub(from_end)?])
    }

    /// Adds an area's people of 1 October of a year to the need of several: 65 and over, living alone
    /// and with dementia, certified at a support level and at a care level.
    pub fn add_need(&self, year: i32, area: usize, need: &mut [Lanes; 4]) {
        let groups = self.groups(year, area);
        let (support, care) = (&groups[Group::Support as usize], &groups[Group::Care as usize]);
        match self.sums(year, area) {
            Some(sums) => add_need(sums, support, care, need),
            None => add_need(&sums_of(groups), support, care, need),
        }
    }

    pub fn years(&self) -> std::ops::Range<i32> {
        let n = self.heads.len() / (self.n_areas * N_GROUPS).max(1);
        self.first_year..self.first_year + n as i32
    }

    /// Forgets the years before one, of which nothing is read any more.
    pub fn forget_before(&mut self, year: i32) {
        let n = self.years().len().min((year - self.first_year).max(0) as usize);
        self.heads = self.heads.split_off(n * self.n_areas * N_GROUPS);
        self.first_year += n as i32;
    }

    fn at(&self, year: i32, area: usize, group: Group) -> usize {
        ((year - self.first_year) as usize * self.n_areas + area) * N_GROUPS + group as usize
    }

    /// Heads on 1 October of a year.
    pub fn october(&self, year: i32, area: usize, group: Group) -> Lanes {
        self.heads[self.at(year, area, group)]
    }

    /// Heads on 1 October of a year, group by group.
    pub fn groups(&self, year: i32, area: usize) -> &[Lanes; N_GROUPS] {
        let at = self.at(year, area, Group::Total);
        self.heads[at..].first_chunk().expect("an area has all groups")
    }

    pub fn set_october(&mut self, year: i32, area: usize, group: Group, heads: Lanes) {
        let at = self.at(year, area, group);
        self.heads[at] = heads;
    }

    /// The people of an area at the end of a month; before the first and after the last 1 October
    /// they are held.
    pub fn at_end_of(&self, month: MonthIndex, area: usize) -> AtEnd<'_> {
        // 1 October is six months after the start of a fiscal year; a month ends one later.
        let since = month as i32 + 1 - 6 - (self.first_year - 2000) * 12;
        let last = self.years().len() as i32 - 1;
        let year = (since.max(0) / 12).min(last);
        let share = if year == last { 0.0 } else { (since.max(0) % 12) as f32 / 12.0 };
        let next = if share == 0.0 { year } else { year + 1 };
        let groups = |year: i32| {
            let start = self.at(self.first_year + year, area, Group::Total);
            &self.heads[start..start + N_GROUPS]
        };
        AtEnd { before: groups(year), after: groups(next), share }
    }

    /// The people of an area on the two 1 Octobers around the ends of two months in a row, and how
    /// far these lie from the first; none where a 1 October lies between them.
    pub fn around(
        &self,
        month: MonthIndex,
        area: usize,
    ) -> Option<([&[Lanes; N_GROUPS]; 2], [f32; 2])> {
        let [now, next] = [month, month + 1].map(|month| self.at_end_of(month, area));
        let both = [next.before.first_chunk()?, next.after.first_chunk()?];
        std::ptr::eq(now.before, next.before).then_some((both, [now.share, next.share]))
    }

    /// Heads at the end of a month.
    pub fn in_month(&self, month: MonthIndex, area: usize, group: Group) -> Lanes {
        self.at_end_of(month, area).heads(group)
    }

    /// 65 and over of some areas at the end of a month.
    pub fn elderly_of(&self, month: MonthIndex, areas: &[usize]) -> Lanes {
        areas.iter().fold(Lanes::ZERO, |sum, area| sum + self.elderly(month, *area))
    }

    /// 65 and over at the end of a month.
    pub fn elderly(&self, month: MonthIndex, area: usize) -> Lanes {
        self.at_end_of(month, area).elderly()
    }
}

/// The people of an area between two 1 Octobers.
pub struct AtEnd<'a> {
    before: &'a [Lanes],
    after: &'a [Lanes],
    share: f32,
}

impl AtEnd<'_> {
    #[inline]
    pub fn heads(&self, group: Group) -> Lanes {
        let (before, after) = (self.before[group as usize], self.after[group as usize]);
        before + (after - before) * self.share
    }

    /// 65 and over who are not certified: one loop over the draws.
    pub fn not_certified(&self) -> Lanes {
        let mut out = Lanes::ZERO;
        let (before, after) = (self.before, self.after);
        let of = |group: Group| (&before[group as usize], &after[group as usize]);
        let groups = [
            of(Group::Age65To74),
            of(Group::Age75To84),
            of(Group::Age85),
            of(Group::Support),
            of(Group::Care),
        ];
        not_certified(groups, self.share, &mut out);
        out
    }

    pub fn elderly(&self) -> Lanes {
        self.heads(Group::Age65To74) + self.heads(Group::Age75To84) + self.heads(Group::Age85)
    }
}

#[inline(never)]
fn not_certified(groups: [(&Lanes, &Lanes); 5], share: f32, out: &mut Lanes) {
    for i in 0..LANES {
        let [a, b, c, support, care] =
            groups.map(|(before, after)| before.0[i] + (after.0[i] - before.0[i]) * share);
        let left = (a + b + c) - (support + care);
        out.0[i] = if 0.0 < left { left } else { 0.0 };
    }
}
