//! Which of a table's age groups make up everybody, and which are sums of others.

use std::collections::{BTreeMap, BTreeSet};

use super::people::PeopleRow;
use crate::exchange::cells::age::Age;
use crate::exchange::problem::Fault;
use crate::facts::age::AgeGroup;
use crate::i18n::{Label, Lang};

pub(super) fn words(age: Age) -> Label {
    match age {
        Age::All => Label::new("計", "total"),
        Age::Group(group) => group.words(),
        Age::NotKnown => Label::new("不詳", "unknown age"),
    }
}

/// What is wrong with ages that make up nobody: a gap, or nobody young among them.
pub(super) fn fault(place: &str, ages: impl Iterator<Item = Age>) -> Fault {
    let ages: BTreeSet<Age> = ages.collect();
    let what = Label::new(place, "");
    if ages.iter().any(|age| matches!(age, Age::Group(group) if group.from == 0)) {
        return Fault::AgesDoNotJoin { what };
    }
    let labels: Vec<Label> = ages.into_iter().map(words).collect();
    let given = [Lang::Ja, Lang::En]
        .map(|lang| labels.iter().map(|label| label.get(lang)).collect::<Vec<_>>().join(" "));
    Fault::AgesNeeded { what, given }
}

/// The finest chain of groups from an age up to another (none: without end), or none.
pub fn chain(groups: &[AgeGroup], from: u8, to: Option<u8>) -> Option<Vec<AgeGroup>> {
    let mut sorted: Vec<AgeGroup> =
        groups.iter().copied().filter(|group| from <= group.from).collect();
    sorted.sort_by_key(|group| (group.from, group.to.unwrap_or(u8::MAX)));
    // From the oldest down: the narrowest group from which the end can still be reached.
    let mut best: BTreeMap<u8, AgeGroup> = BTreeMap::new();
    for group in sorted.iter().rev() {
        let reaches = match (group.to, to) {
            (None, None) => true,
            (Some(top), Some(to)) if top == to => true,
            (Some(top), _) => top.checked_add(1).is_some_and(|next| best.contains_key(&next)),
            (None, Some(_)) => false,
        };
        if reaches {
            best.insert(group.from, *group);
        }
    }
    let mut found = Vec::new();
    let mut at = from;
    loop {
        let group = *best.get(&at)?;
        found.push(group);
        match group.to {
            top if top == to => return Some(found),
            Some(top) => at = top.checked_add(1)?,
            None => return None,
        }
    }
}

/// First ages that all tables cut at.
pub fn common_starts<'a>(tables: impl Iterator<Item = &'a [AgeGroup]>) -> Vec<u8> {
    let mut common: Option<Vec<u8>> = None;
    for groups in tables {
        let starts: Vec<u8> = groups.iter().map(|group| group.from).collect();
        common = Some(match common {
            None => starts,
            Some(common) => common.into_iter().filter(|start| starts.contains(start)).collect(),
        });
    }
    common.unwrap_or_default()
}

/// Groups that begin at these ages; the last is open.
pub fn groups_from(starts: &[u8]) -> Vec<AgeGroup> {
    let next = |index: usize| starts.get(index + 1).map(|next| next - 1);
    let starts = starts.iter().enumerate();
    starts.map(|(index, from)| AgeGroup { from: *from, to: next(index) }).collect()
}

/// All rows of a table share their ages: those that every row cuts at.
pub(super) fn coarsen(rows: &mut [PeopleRow]) {
    let starts = common_starts(rows.iter().map(|row| row.groups.as_slice()));
    let groups = groups_from(&starts);
    for row in rows.iter_mut().filter(|row| row.groups != groups) {
        let of = |values: &[u32], group: &AgeGroup| {
            let parts = row.groups.iter().zip(values);
            parts.filter(|(part, _)| part.is_inside(*group)).map(|(_, value)| *value).sum()
        };
        let all = |values: &[u32]| groups.iter().map(|group| of(values, group)).collect();
        (row.by_age, row.half) = (all(&row.by_age), all(&row.half));
        row.groups = groups.clone();
    }
}
