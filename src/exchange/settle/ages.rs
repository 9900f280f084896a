//! Which of a table's age groups make up everybody, and which are sums of others.

use std::collections::BTreeMap;

use crate::facts::age::AgeGroup;

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
