//! Dated figures: measures of places, totals checked, parts added up where the whole is not given.

use std::collections::{BTreeMap, BTreeSet};

use super::Done;
use super::hidden::ByAge;
use crate::exchange::cells::number::Cell;
use crate::exchange::meaning::facet::{Kind, Sexes};
use crate::exchange::meaning::names::Names;
use crate::exchange::meaning::sums::SUMS;
use crate::exchange::problem::{At, Fault, Problem};
use crate::places::Level;
use crate::units::When;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub measure: String,
    pub place: String,
    pub when: When,
    pub is_target: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub key: Key,
    pub kind: Kind,
    /// Not a number where it was refused: so is every sum with it, and no total is held against it.
    pub value: f64,
    pub error_sd: Option<f64>,
    /// By so much it may be rounded; what is withheld may be as far off as its range goes.
    pub half: f64,
    /// Of a target: more is the aim, or less, where it was said.
    pub at_least: Option<bool>,
    pub note: [String; 2],
    pub at: At,
}

/// What one sheet and its neighbours say, before parts are added up.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub(super) found: BTreeMap<Key, Figure>,
    /// Withheld without a range, and alone: what a total leaves for it, if it tells.
    pub(super) withheld: BTreeMap<Key, At>,
    pub(super) by_age: ByAge,
    /// Values by sex, until both are there.
    pub(super) by_sex: BTreeMap<(Key, u8), Figure>,
    /// Totals beside some of the kinds only: of those, or of others too.
    of_some: Vec<(Figure, Vec<&'static str>)>,
    /// Given twice, and not the same.
    twice: BTreeSet<Key>,
    /// Rows of a list that count one by one.
    pub counts_up: bool,
}

impl Figure {
    pub(super) fn refuse(&mut self, fault: Fault, done: &mut Done) {
        done.problems.push(Problem::new(self.at.clone(), fault));
        self.value = f64::NAN;
    }

    /// Of a total beside some of its parts: less than they are cannot be.
    pub(super) fn has_room_for(&mut self, parts: &Self, done: &mut Done) -> bool {
        let near = 1e-6 * self.value.abs().max(1.0) + self.half + parts.half;
        let is_less = self.value < parts.value - near;
        if is_less {
            let (parts, whole) = (parts.value, self.value);
            let what = done.measure_name(&self.key.measure);
            self.refuse(Fault::TotalDiffers { what, parts, whole }, done);
        }
        !is_less
    }

    pub(super) fn take_in(&mut self, part: &Self) {
        self.value += part.value;
        self.half += part.half;
    }

    fn is_refused(&self) -> bool {
        self.value.is_nan()
    }
}

impl Figures {
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.by_sex.is_empty()
    }

    pub fn add(
        &mut self,
        key: Key,
        (sex, kind, at_least): (Option<Sexes>, Kind, Option<bool>),
        (cell, at): (Cell, At),
        done: &mut Done,
    ) {
        if matches!(cell, Cell::Withheld { most: None, .. }) && !self.counts_up {
            let is_one = matches!(sex, Some(Sexes::One(_) | Sexes::Other));
            self.withheld.extend((!is_one).then(|| (key.clone(), at.clone())));
        }
        let Some(mut figure) = figure(key, (kind, at_least), (cell, at), done) else { return };
        let is_percent = matches!(cell, Cell::Number { is_percent: true, .. });
        let fault: Option<fn(String) -> Fault> = match figure.value {
            value if value < 0.0 => Some(|text| Fault::Negative { text }),
            // «0.444» under a heading in per cent is left as it is: nobody can know it is not 0.4 %.
            value if 100.0 < value && done.is_share(&figure.key.measure) => {
                Some(|text| Fault::AboveHundred { text })
            }
            _ if is_percent && done.is_counted(&figure.key.measure) => {
                Some(|text| Fault::ShareOfACount { text })
            }
            _ => None,
        };
        if let Some(fault) = fault {
            let text = crate::i18n::number::as_given(figure.value);
            figure.refuse(fault(text), done);
        }
        if sex == Some(Sexes::Other) {
            // Told already: whatever the sexes add up to, it is not known.
            for sex in [0, 1] {
                figure.value = f64::NAN;
                self.by_sex.insert((figure.key.clone(), sex), figure.clone());
            }
            return;
        }
        if let Some(Sexes::One(sex)) = sex {
            let slot = self.by_sex.entry((figure.key.clone(), sex.index() as u8));
            slot.and_modify(|old| old.take_in(&figure)).or_insert(figure);
            return;
        }
        if let Some(old) = self.found.get(&figure.key) {
            if self.counts_up {
                figure.take_in(old);
            } else if old.kind != figure.kind && old.kind.max(figure.kind).is_before_the_fact() {
                // 計画 beside 実績 of the same year: what came true is the figure.
                done.n_before_the_fact += 1;
                if old.kind < figure.kind {
                    return;
                }
            } else if (old.value, old.kind) != (figure.value, figure.kind)
                && !old.is_refused()
                && !figure.is_refused()
            {
                let what = done.measure_name(&figure.key.measure);
                let fault = Fault::Twice { what, first: old.at.clone() };
                self.twice.insert(figure.key.clone());
                figure.refuse(fault, done);
                return;
            }
        }
        self.found.insert(figure.key.clone(), figure);
    }

    /// A total that stands beside some of the kinds only.
    pub fn add_of_some(
        &mut self,
        key: Key,
        (kinds, kind): (&[&'static str], Kind),
        (cell, at): (Cell, At),
        done: &mut Done,
    ) {
        let total = figure(key, (kind, None), (cell, at), done);
        self.of_some.extend(total.map(|total| (total, kinds.to_vec())));
    }

    /// Everything there is, sums of sexes, of types and of places included.
    pub fn settle(mut self, names: &Names, done: &mut Done) -> Vec<Figure> {
        for key in std::mem::take(&mut self.twice) {
            self.found.entry(key).and_modify(|figure| figure.value = f64::NAN);
        }
        self.take_totals_of_ages(done);
        self.add_sexes(done);
        self.add_totals_of_some(done);
        self.add_months(done);
        self.work_out_withheld(names, done);
        self.add_types(done);
        self.add_places(names, done);
        self.add_vacancies();
        let is_only_a_part = |figure: &Figure| figure.key.measure.starts_with("level_");
        let is_kept = |figure: &Figure| !is_only_a_part(figure) && !figure.is_refused();
        self.found.into_values().filter(is_kept).collect()
    }

    fn add_sexes(&mut self, done: &mut Done) {
        let parts = std::mem::take(&mut self.by_sex);
        for ((key, sex), one) in &parts {
            let Some(other) = parts.get(&(key.clone(), 1 - sex)) else {
                // A total tells all that is kept: the other may be withheld.
                if let Some(told) = self.found.get_mut(key) {
                    told.has_room_for(one, done);
                } else {
                    let fault = Fault::OneSexMissing { what: done.measure_name(&key.measure) };
                    done.problems.push(Problem::new(one.at.clone(), fault));
                }
                continue;
            };
            if *sex != 0 {
                continue;
            }
            let (men, women) = (one, other);
            let half = men.half + women.half;
            let sum = Figure { value: men.value + women.value, half, ..men.clone() };
            self.put_sum(sum, done);
        }
    }

    /// Puts a sum where there is none yet; where there is one, it must agree, but for what its
    /// parts and itself are rounded by. Does it only so?
    pub(super) fn put_sum(&mut self, sum: Figure, done: &mut Done) -> bool {
        let Some(told) = self.found.get_mut(&sum.key) else {
            self.found.insert(sum.key.clone(), sum);
            return false;
        };
        let (off, near) = ((told.value - sum.value).abs(), 1e-6 * sum.value.abs().max(1.0));
        let is_rounded = near < off && off <= near + told.half + sum.half;
        if is_rounded {
            done.n_totals_rounded += 1;
        } else if near < off {
            let what = done.measure_name(&sum.key.measure);
            told.refuse(Fault::TotalDiffers { what, parts: sum.value, whole: told.value }, done);
        } else if off <= near {
            done.n_totals_checked += 1;
        }
        is_rounded
    }

    /// What is as much as the kinds named beside it is their total and nobody's figure; what is more
    /// has others in it that the sheet does not name; less cannot be.
    fn add_totals_of_some(&mut self, done: &mut Done) {
        for (total, kinds) in std::mem::take(&mut self.of_some) {
            let of = |kind: &&str| {
                let key = Key { measure: (**kind).to_owned(), ..total.key.clone() };
                let figure = self.found.get(&key).filter(|figure| figure.error_sd.is_none());
                figure.map(|figure| (figure.value, figure.half))
            };
            // Where one of them is withheld, nobody knows whether it alone makes up the rest.
            let parts: Option<Vec<(f64, f64)>> = kinds.iter().map(of).collect();
            let Some(parts) = parts else { continue };
            let (parts, half) = parts.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
            if (total.value - parts).is_nan() {
                continue;
            }
            let near = 1e-6 * total.value.abs().max(1.0) + total.half + half;
            if total.value < parts - near {
                let what = done.measure_name(&total.key.measure);
                let fault = Fault::TotalDiffers { what, parts, whole: total.value };
                done.problems.push(Problem::new(total.at, fault));
            } else if total.value <= parts + near {
                done.n_totals_checked += 1;
            } else {
                done.n_totals_of_more += 1;
                self.found.entry(total.key.clone()).or_insert(total);
            }
        }
    }

    fn add_types(&mut self, done: &mut Done) {
        for (whole, parts) in SUMS {
            let first: Vec<Figure> = self
                .found
                .values()
                .filter(|figure| parts.contains(&figure.key.measure.as_str()))
                .cloned()
                .collect();
            let mut seen = Vec::new();
            for figure in first {
                let key = Key { measure: whole.into(), ..figure.key.clone() };
                if seen.contains(&key) {
                    continue;
                }
                let of = |part: &&str| {
                    let key = Key { measure: (**part).to_owned(), ..key.clone() };
                    self.found.get(&key)
                };
                let all: Vec<&Figure> = parts.iter().filter_map(of).collect();
                if all.len() == parts.len() {
                    let value = all.iter().map(|figure| figure.value).sum();
                    let half = all.iter().map(|figure| figure.half).sum();
                    let kind = all.iter().map(|figure| figure.kind).max().unwrap_or(figure.kind);
                    let note = ["種類の計".into(), "sum of the types".into()];
                    let key = key.clone();
                    let sum = Figure { key, value, kind, note, half, error_sd: None, ..figure };
                    // The tables hold a total to be its types: a rounded one gives way to them.
                    if self.put_sum(sum.clone(), done) {
                        self.found.insert(sum.key.clone(), sum);
                    }
                }
                seen.push(key);
            }
        }
    }

    /// Where every place of a level has a figure, the place above has their sum; shares have none.
    fn add_places(&mut self, names: &Names, done: &mut Done) {
        for level in [Level::Centre, Level::Area, Level::Ward] {
            let mut sums: BTreeMap<Key, (usize, Figure)> = BTreeMap::new();
            for figure in self.found.values() {
                let named = names.get(&figure.key.place).filter(|named| named.level == level);
                let Some(parent) = named.and_then(|named| named.parent.clone()) else { continue };
                if done.is_share(&figure.key.measure) {
                    continue;
                }
                let key = Key { place: parent, ..figure.key.clone() };
                let note = ["内訳の計".into(), "sum of the parts".into()];
                let error_sd = None;
                let none = Figure {
                    key: key.clone(),
                    value: 0.0,
                    half: 0.0,
                    note,
                    error_sd,
                    ..figure.clone()
                };
                let sum = sums.entry(key).or_insert((0, none));
                sum.0 += 1;
                sum.1.take_in(figure);
                sum.1.kind = sum.1.kind.max(figure.kind);
            }
            for (key, (n, sum)) in sums {
                let n_parts =
                    names.children(&key.place).filter(|child| child.level == level).count();
                if n == n_parts && 0 < n {
                    self.put_sum(sum, done);
                }
            }
        }
    }

    /// Posts less those in post, where nobody counted the vacancies.
    fn add_vacancies(&mut self) {
        let posts: Vec<Figure> =
            self.found.values().filter(|f| f.key.measure == "posts").cloned().collect();
        for posts in posts {
            let of = |measure: &str| Key { measure: measure.into(), ..posts.key.clone() };
            let Some(filled) = self.found.get(&of("filled")) else { continue };
            let value = (posts.value - filled.value).max(0.0);
            let key = of("staff_vacancies");
            let note = ["配置数−在籍者".into(), "posts less those in post".into()];
            self.found.entry(key.clone()).or_insert(Figure {
                key,
                value,
                note,
                error_sd: None,
                ..posts.clone()
            });
        }
    }
}

fn figure(
    key: Key,
    (kind, at_least): (Kind, Option<bool>),
    (cell, at): (Cell, At),
    done: &mut Done,
) -> Option<Figure> {
    let note = [String::new(), String::new()];
    let half = cell.half();
    match cell {
        Cell::Number { value, is_about, .. } => {
            let kind = if is_about && kind == Kind::Actual { Kind::About } else { kind };
            Some(Figure { key, kind, value, error_sd: None, half, at_least, note, at })
        }
        // «-» in a series is «none» as often as «not yet begun»: a zero would be invented.
        Cell::Nil => {
            done.n_none += 1;
            None
        }
        // A range: its middle, with the spread of what lies evenly in it. Never zero.
        Cell::Withheld { least, most: Some(most) } => {
            done.n_ranges += 1;
            let [least_words, most_words] = [least, most].map(crate::i18n::number::as_given);
            let note = [
                format!("秘匿：{least_words}〜{most_words}"),
                format!("withheld: {least_words} to {most_words}"),
            ];
            let error_sd = Some((most - least) / libm::sqrt(12.0));
            let (value, half) = (f64::midpoint(least, most), (most - least) / 2.0);
            Some(Figure { key, kind: Kind::Estimate, value, error_sd, half, at_least, note, at })
        }
        Cell::Withheld { most: None, .. } | Cell::Unknown => {
            done.n_left_out += 1;
            None
        }
        Cell::Words => {
            Some(Figure { key, kind, value: f64::NAN, error_sd: None, half, at_least, note, at })
        }
        Cell::Empty => None,
    }
}
