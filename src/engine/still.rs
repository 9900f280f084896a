//! Which programmes a change of policy leaves as they were: the list is long, and a lever reaches
//! one of them or those that go with it.

use super::reach::{Link, Links, settings};
use crate::levers::{LeverId, Policy};
use crate::measures::{Kind, MeasureId};
use crate::model::programmes::read::summed;
use crate::model::programmes::{Driver, Pace, Programme};

/// The programmes that are not to be run when `live` chains are, from one policy to another.
pub fn still(programmes: &[Programme], from: &Policy, to: &Policy, live: Links) -> Vec<bool> {
    let is_moved = |lever: LeverId| !settings(from, lever).eq(settings(to, lever));
    let mut runs = Vec::with_capacity(programmes.len());
    for programme in programmes {
        let is_driven = match &programme.driver {
            Driver::Gatherings => is_moved(LeverId::Gathering),
            Driver::Hours | Driver::Ties => live.has(Link::Centres),
            _ => goes_with(programme).iter().any(|i| runs[*i]),
        };
        let is_part = goes_with(programme).iter().any(|i| runs[*i]);
        runs.push(is_driven || is_part || programme.lever.is_some_and(|(id, _)| is_moved(id)));
    }
    // What is read as one number is run together, and so is what a programme goes with, which
    // stands before it.
    for measure in MeasureId::all() {
        let parts = read_from(programmes, measure);
        if parts.iter().any(|i| runs[*i]) {
            parts.iter().for_each(|i| runs[*i] = true);
        }
    }
    for (i, programme) in programmes.iter().enumerate().rev() {
        if runs[i] {
            goes_with(programme).iter().for_each(|i| runs[*i] = true);
        }
    }
    runs.into_iter().map(|runs| !runs).collect()
}

/// Whether a measure is read from programmes that stand still.
pub fn is_still(programmes: &[Programme], still: &[bool], measure: MeasureId) -> bool {
    read_from(programmes, measure).iter().any(|i| still.get(*i).is_some_and(|still| *still))
}

/// The programmes whose number of the month a programme goes with.
fn goes_with(programme: &Programme) -> &[usize] {
    match (&programme.driver, &programme.pace) {
        (Driver::Programmes(of), _) => of,
        (_, Pace::PartOf { programme, .. }) => std::slice::from_ref(programme),
        _ => &[],
    }
}

/// The programmes a measure is read from; none where it is of another chain.
fn read_from(programmes: &[Programme], measure: MeasureId) -> Vec<usize> {
    if let Kind::Ratio { of, per, .. } = measure.spec().kind {
        return [of, per].iter().flat_map(|part| read_from(programmes, *part)).collect();
    }
    let parts = summed(measure).unwrap_or(std::slice::from_ref(&measure));
    let is_one = |p: &Programme| p.measure.is_some_and(|measure| parts.contains(&measure));
    (0..programmes.len()).filter(|i| is_one(&programmes[*i])).collect()
}
