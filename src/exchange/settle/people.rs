//! People by place, day, sex and age: totals checked, what is withheld worked out where it can be,
//! the sexes completed.

use std::collections::{BTreeMap, BTreeSet};

use super::Done;
use super::ages::{self, chain, coarsen};
use crate::exchange::cells::age::Age;
use crate::exchange::cells::number::Cell;
use crate::exchange::meaning::facet::Sexes;
use crate::exchange::problem::{At, Fault, Problem};
use crate::facts::age::{AgeGroup, Sex};
use crate::facts::apportion::apportion;
use crate::i18n::Label;
use crate::units::Date;

/// Cells of one place, day and sex (none: both together).
type Heads = BTreeMap<Age, (Cell, At)>;

#[derive(Clone, Debug, Default)]
pub struct People {
    found: BTreeMap<(String, Date), BTreeMap<Option<Sex>, Heads>>,
    /// Where a cell was refused: no total can be checked there.
    refused: BTreeSet<(String, Date)>,
    /// Names for messages.
    pub names: BTreeMap<String, String>,
}

/// Everybody of one sex in a place on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleRow {
    pub place: String,
    pub date: Date,
    pub sex: Sex,
    pub groups: Vec<AgeGroup>,
    pub by_age: Vec<u32>,
    /// By so much each may be rounded.
    pub half: Vec<u32>,
}

/// What wide ages alone tell: everybody, and those of an age and over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandRow {
    pub place: String,
    pub date: Date,
    /// total, 0-14, 15-64, 65+, 70+, 75+, 85+.
    pub cells: [Option<u32>; 7],
}

#[derive(Clone, Debug, Default)]
pub struct Settled {
    pub rows: Vec<PeopleRow>,
    pub bands: Vec<BandRow>,
    /// Places of which something was refused: they are not missing, and no total is over them.
    pub refused: BTreeSet<String>,
}

/// How many in a hundred of an age are men, nationally.
pub type MenShare<'a> = &'a dyn Fn(AgeGroup) -> f64;

impl People {
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.refused.is_empty()
    }

    pub fn add(
        &mut self,
        (place, date): (String, Date),
        (sex, age): (Option<Sexes>, Age),
        (cell, at): (Cell, At),
        problems: &mut Vec<Problem>,
    ) {
        let fault = fault_of(cell);
        if fault.is_some() || cell == Cell::Words || sex == Some(Sexes::Other) {
            self.refused.insert((place, date));
            problems.extend(fault.map(|fault| Problem::new(at, fault)));
            return;
        }
        let sex = match sex {
            Some(Sexes::One(sex)) => Some(sex),
            Some(Sexes::Both | Sexes::Other) | None => None,
        };
        let by_sex = self.found.entry((place.clone(), date)).or_default();
        let heads = by_sex.entry(sex).or_default();
        match heads.get(&age) {
            Some((old, first)) if *old != cell => {
                let what = ages::words(age);
                let fault = Fault::Twice { what, first: first.clone() };
                problems.push(Problem::new(at, fault));
                self.refused.insert((place, date));
            }
            Some(_) => {}
            None => {
                heads.insert(age, (cell, at));
            }
        }
    }

    /// Whole rows, and bands where the ages are too wide for rows.
    pub fn settle(self, men: MenShare<'_>, done: &mut Done) -> Settled {
        let mut settled = Settled::default();
        for ((place, date), by_sex) in self.found {
            if self.refused.contains(&(place.clone(), date)) {
                continue;
            }
            let name = self.names.get(&place).cloned().unwrap_or_else(|| place.clone());
            let one = OnePlace { name, place, date };
            if !one.settle(&by_sex, men, &mut settled, done) {
                settled.refused.insert(one.place);
            }
        }
        settled.refused.extend(self.refused.into_iter().map(|(place, _)| place));
        coarsen(&mut settled.rows);
        settled
    }
}

fn fault_of(cell: Cell) -> Option<Fault> {
    let value = cell.value()?;
    let text = crate::i18n::number::as_given(value);
    if value < 0.0 {
        Some(Fault::Negative { text })
    } else if value.fract() != 0.0 || f64::from(u32::MAX) < value {
        Some(Fault::NotWhole { text })
    } else {
        None
    }
}

struct OnePlace {
    place: String,
    name: String,
    date: Date,
}

/// Counts of one sex: groups that were told or worked out, and everybody.
#[derive(Clone, Debug, Default)]
struct Counts {
    groups: BTreeMap<AgeGroup, u32>,
    total: Option<u32>,
    /// By so much each may be rounded.
    half: f64,
    /// The chain that makes up everybody, the unknown shared out.
    whole: Option<(Vec<AgeGroup>, Vec<u32>)>,
}

impl OnePlace {
    /// Can it be taken in? Once something is wrong, nothing that follows from it is told.
    fn settle(
        &self,
        by_sex: &BTreeMap<Option<Sex>, Heads>,
        men: MenShare<'_>,
        settled: &mut Settled,
        done: &mut Done,
    ) -> bool {
        let n_told = done.problems.len();
        let checked: Option<BTreeMap<_, _>> =
            by_sex.iter().map(|(sex, heads)| Some((*sex, self.checked(heads, done)?))).collect();
        let Some(counts) = checked else { return false };
        self.sexes_add_up(&counts, by_sex, done);
        if n_told < done.problems.len() {
            return false;
        }
        if let Some(rows) = self.rows(&counts, men, done) {
            settled.rows.extend(rows);
        } else if let Some(bands) = self.bands(&counts) {
            settled.bands.push(bands);
        } else if n_told == done.problems.len() {
            let heads = by_sex.values().flat_map(BTreeMap::iter);
            let fault = ages::fault(&self.name, heads.clone().map(|(age, _)| *age));
            // Those of the old alone are told once for all places and days.
            let is_told = |told: &Problem| matches!(told.fault, Fault::AgesNeeded { .. });
            if !matches!(fault, Fault::AgesNeeded { .. }) || !done.problems.iter().any(is_told) {
                let at = heads.map(|(_, (_, at))| at.clone()).next().unwrap_or_default();
                done.problems.push(Problem::new(At { row: at.row, column: 0, ..at }, fault));
            }
            return false;
        }
        n_told == done.problems.len()
    }

    /// The cells of one sex: totals hold, nothing is withheld that no total tells.
    fn checked(&self, heads: &Heads, done: &mut Done) -> Option<Counts> {
        let cells: BTreeMap<AgeGroup, &(Cell, At)> = heads
            .iter()
            .filter_map(|(age, cell)| match age {
                Age::Group(group) => Some((*group, cell)),
                _ => None,
            })
            .collect();
        let count = |age| heads.get(&age).and_then(|(cell, _)| cell.value()).map(|v| v as u32);
        let mut counts = Counts { total: count(Age::All), ..Counts::default() };
        let not_known = count(Age::NotKnown).unwrap_or(0);
        counts.half = heads.values().map(|(cell, _)| cell.half()).fold(0.0, f64::max);
        for (group, (cell, _)) in &cells {
            counts.groups.extend(cell.value().map(|value| (*group, value as u32)));
        }
        let groups: Vec<AgeGroup> = cells.keys().copied().collect();
        let Some(whole) = chain(&groups, 0, None) else { return Some(counts) };
        let told: Vec<Option<u32>> =
            whole.iter().map(|group| counts.groups.get(group).copied()).collect();
        let known: u64 = told.iter().flatten().map(|n| u64::from(*n)).sum();
        let n_hidden = told.iter().filter(|n| n.is_none()).count();
        let at = heads.get(&Age::All).or_else(|| heads.values().next()).map(|(_, at)| at.clone());
        let at = at.unwrap_or_default();
        let left = counts.total.map(|all| i64::from(all) - known as i64 - i64::from(not_known));
        match (n_hidden, left) {
            (0, Some(left)) if explains(counts.half, whole.len() + 1, left, done) => {}
            (0, Some(left)) if left != 0 => {
                let (parts, whole) =
                    (known as f64 + f64::from(not_known), f64::from(counts.total?));
                let what = Label::new(&self.name, "");
                done.problems.push(Problem::new(at, Fault::TotalDiffers { what, parts, whole }));
                return None;
            }
            (0, _) => {}
            (_, Some(left)) if 0 <= left => done.n_worked_out += n_hidden,
            _ => {
                let group = whole[told.iter().position(Option::is_none)?];
                let at = cells.get(&group).map(|(_, at)| at.clone()).unwrap_or(at);
                let what = Label::new(format!("{} {}", self.name, group.label()), "");
                done.problems.push(Problem::new(at, Fault::NotGivenNumber { what }));
                return None;
            }
        }
        // What is withheld shares what the total leaves: one cell exactly, several evenly.
        let hidden = apportion(left.unwrap_or(0) as u32, &vec![1.0; n_hidden]);
        let mut hidden = hidden.into_iter();
        let mut people: Vec<u32> =
            told.iter().map(|n| n.or_else(|| hidden.next()).unwrap_or(0)).collect();
        self.sums_hold(&counts, (&whole, &people), &cells, done);
        if 0 < not_known {
            done.n_of_unknown_age += not_known as usize;
            let weights: Vec<f64> = people.iter().map(|n| f64::from(*n)).collect();
            let all = people.iter().sum::<u32>() + not_known;
            people = apportion(all, &weights);
        }
        counts.total = Some(people.iter().sum());
        counts.whole = Some((whole, people));
        Some(counts)
    }

    /// Groups that are sums of others: 65歳以上 beside 65〜69歳, 70〜74歳 …
    fn sums_hold(
        &self,
        counts: &Counts,
        (whole, people): (&[AgeGroup], &[u32]),
        cells: &BTreeMap<AgeGroup, &(Cell, At)>,
        done: &mut Done,
    ) {
        for (group, told) in counts.groups.iter().filter(|(group, _)| !whole.contains(group)) {
            let inside = || whole.iter().zip(people).filter(|(part, _)| part.is_inside(*group));
            let parts: i64 = inside().map(|(_, people)| i64::from(*people)).sum();
            let left = i64::from(*told) - parts;
            let is_sum = chain(whole, group.from, group.to).is_some();
            if is_sum && left != 0 && !explains(counts.half, inside().count() + 1, left, done) {
                let what = Label::new(format!("{} {}", self.name, group.label()), "");
                let (parts, whole) = (parts as f64, f64::from(*told));
                let at = cells.get(group).map(|(_, at)| at.clone()).unwrap_or_default();
                done.problems.push(Problem::new(at, Fault::TotalDiffers { what, parts, whole }));
            }
        }
    }

    /// Where men, women and both stand there, they add up in every age.
    fn sexes_add_up(
        &self,
        counts: &BTreeMap<Option<Sex>, Counts>,
        heads: &BTreeMap<Option<Sex>, Heads>,
        done: &mut Done,
    ) {
        let of = |sex| counts.get(&sex);
        let [Some(both), Some(men), Some(women)] =
            [of(None), of(Some(Sex::Male)), of(Some(Sex::Female))]
        else {
            return;
        };
        for (group, told) in &both.groups {
            let parts = men.groups.get(group).zip(women.groups.get(group));
            let Some((m, w)) = parts else { continue };
            let sum = i64::from(*m) + i64::from(*w);
            let left = i64::from(*told) - sum;
            if left != 0 && !explains(both.half.max(men.half).max(women.half), 3, left, done) {
                let what = format!("{} {}", self.name, group.label());
                let what = Label::new(what.clone() + " 男女", what + ", both sexes");
                let at = heads.get(&None).and_then(|heads| heads.get(&Age::Group(*group)));
                let at = at.map(|(_, at)| at.clone()).unwrap_or_default();
                let (parts, whole) = (sum as f64, f64::from(*told));
                done.problems.push(Problem::new(at, Fault::TotalDiffers { what, parts, whole }));
            }
        }
    }

    /// Men and women by age; none where the ages are too wide.
    fn rows(
        &self,
        counts: &BTreeMap<Option<Sex>, Counts>,
        men: MenShare<'_>,
        done: &mut Done,
    ) -> Option<[PeopleRow; 2]> {
        let fine = |sex| {
            let (groups, people) = counts.get(&sex)?.whole.as_ref()?;
            // Wide bands alone are read as bands: the nation's ages are their shape.
            let is_fine = groups
                .iter()
                .filter(|group| group.from < 85)
                .all(|group| group.to.is_some_and(|to| to - group.from < 10));
            is_fine.then(|| (groups.clone(), people.clone()))
        };
        let both = fine(None);
        let (men_row, women_row) = match (fine(Some(Sex::Male)), fine(Some(Sex::Female)), both) {
            (Some(men), Some(women), _) => (men, women),
            (Some(one), None, Some(both)) => (one.clone(), less(both, &one)?),
            (None, Some(one), Some(both)) => (less(both, &one)?, one),
            (None, None, Some((groups, people))) => {
                done.n_split_by_sex += 1;
                let split = |(group, n): (&AgeGroup, &u32)| {
                    let share = men(*group);
                    apportion(*n, &[share, 1.0 - share])[0]
                };
                let m: Vec<u32> = groups.iter().zip(&people).map(split).collect();
                let w = people.iter().zip(&m).map(|(all, men)| all - men).collect();
                ((groups.clone(), m), (groups, w))
            }
            (Some(_), None, None) | (None, Some(_), None) => {
                let fault = Fault::OneSexMissing { what: Label::new(&self.name, "") };
                done.problems.push(Problem::new(At::default(), fault));
                return None;
            }
            (None, None, None) => return None,
        };
        let half = counts.values().map(|counts| counts.half as u32).max().unwrap_or(0);
        let row = |sex, (groups, by_age): (Vec<AgeGroup>, Vec<u32>)| PeopleRow {
            place: self.place.clone(),
            date: self.date,
            sex,
            half: vec![half; groups.len()],
            groups,
            by_age,
        };
        Some([row(Sex::Male, men_row), row(Sex::Female, women_row)])
    }

    /// Everybody and 65 and over at least.
    fn bands(&self, counts: &BTreeMap<Option<Sex>, Counts>) -> Option<BandRow> {
        let sum = |from: u8, to: Option<u8>| -> Option<u32> {
            let of = |counts: &Counts| -> Option<u32> {
                let groups: Vec<AgeGroup> = counts.groups.keys().copied().collect();
                let found = chain(&groups, from, to)?;
                Some(found.iter().map(|group| counts.groups[group]).sum())
            };
            match counts.get(&None) {
                Some(both) => of(both),
                None => {
                    Some(of(counts.get(&Some(Sex::Male))?)? + of(counts.get(&Some(Sex::Female))?)?)
                }
            }
        };
        let total = match counts.get(&None) {
            Some(both) => both.total,
            None => {
                Some(counts.get(&Some(Sex::Male))?.total? + counts.get(&Some(Sex::Female))?.total?)
            }
        };
        let total = total.or_else(|| sum(0, None))?;
        let old = sum(65, None)?;
        let cells = [
            Some(total),
            sum(0, Some(14)),
            sum(15, Some(64)),
            Some(old),
            sum(70, None),
            sum(75, None),
            sum(85, None),
        ];
        Some(BandRow { place: self.place.clone(), date: self.date, cells })
    }
}

/// Is what is left no more than so many rounded numbers explain?
fn explains(half: f64, n: usize, left: i64, done: &mut Done) -> bool {
    let is_rounded = left != 0 && left.abs() as f64 <= half * n as f64;
    done.n_totals_rounded += usize::from(is_rounded);
    is_rounded
}

fn less(
    (groups, both): (Vec<AgeGroup>, Vec<u32>),
    (other_groups, one): &(Vec<AgeGroup>, Vec<u32>),
) -> Option<(Vec<AgeGroup>, Vec<u32>)> {
    let rest: Option<Vec<u32>> =
        both.iter().zip(one).map(|(both, one)| both.checked_sub(*one)).collect();
    (groups == *other_groups).then_some((groups, rest?))
}
