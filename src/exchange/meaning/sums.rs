//! Which measures are the sum of others, and what a total stands for.

/// Measures that are the sum of others.
pub const SUMS: [(&str, &[&str]); 5] = [
    ("certified_support", &["level_s1", "level_s2"]),
    ("certified_care", &["level_c1", "level_c2", "level_c3", "level_c4", "level_c5"]),
    ("certified", &["certified_support", "certified_care"]),
    ("alarm_total", &["alarm_portable", "alarm_home"]),
    ("care_meetings", &["meet_individual", "meet_area", "meet_ward"]),
];

/// What a column of 計 stands for.
pub struct Total {
    pub whole: &'static str,
    /// The kinds beside it.
    pub kinds: Vec<&'static str>,
    /// Each part of the whole is among them.
    pub is_all: bool,
}

/// The smallest sum that has all measures beside it in it.
pub fn total_of(beside: &[String]) -> Option<Total> {
    let holds = |prefix: &&str| !beside.is_empty() && beside.iter().all(|m| m.starts_with(prefix));
    let prefix = ["alarm_", "level_", "certified_", "meet_"].into_iter().find(holds)?;
    let parts = SUMS.iter().flat_map(|(_, parts)| *parts).copied();
    let kinds: Vec<_> = parts.filter(|part| beside.iter().any(|m| m == part)).collect();
    let of = |whole: &'static str| (whole, parts_of(whole, prefix));
    let mut sums = SUMS.iter().map(|(whole, _)| of(whole));
    let (whole, parts) = sums.find(|(_, parts)| kinds.iter().all(|kind| parts.contains(kind)))?;
    let is_all = kinds.len() == parts.len();
    (!kinds.is_empty()).then_some(Total { whole, kinds, is_all })
}

/// What adds up to a sum, of those that are named like that.
fn parts_of(whole: &str, prefix: &str) -> Vec<&'static str> {
    let parts = SUMS.iter().filter(|(sum, _)| *sum == whole).flat_map(|(_, parts)| *parts);
    let named = |part: &&'static str| {
        if part.starts_with(prefix) { vec![*part] } else { parts_of(part, prefix) }
    };
    parts.flat_map(named).collect()
}
