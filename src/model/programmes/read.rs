//! Measures of the programmes: whole numbers of the municipality, shared out to areas by their
//! people in whole numbers that add up to it.

use super::{Inputs, Nature, Programme, Spread, State};
use crate::measures::MeasureId;
use crate::model::lanes::Lanes;

const PARTNERS: [MeasureId; 2] = [MeasureId::WatchVisiting, MeasureId::WatchShop];
const REPORTS: [MeasureId; 4] = [
    MeasureId::WatchHospital,
    MeasureId::WatchAway,
    MeasureId::WatchFoundDead,
    MeasureId::WatchOther,
];

/// The measures of programmes that one measure is the sum of.
pub fn summed(measure: MeasureId) -> Option<&'static [MeasureId]> {
    match measure {
        MeasureId::WatchPartnersCount => Some(&PARTNERS),
        MeasureId::WatchReports => Some(&REPORTS),
        _ => None,
    }
}

/// A measure of the municipality.
pub fn read_city(
    state: &State,
    inputs: &Inputs,
    programmes: &[Programme],
    measure: MeasureId,
) -> Option<Lanes> {
    if let Some(parts) = summed(measure) {
        let mut all = Lanes::ZERO;
        for part in parts {
            all += by_measure(state, programmes, *part)?;
        }
        return Some(all);
    }
    match measure {
        MeasureId::Gatherings => {
            Some(state.gatherings.all_participants(&inputs.gatherings, &state.elderly))
        }
        _ => by_measure(state, programmes, measure),
    }
}

/// A measure of an area.
pub fn read_area(
    state: &State,
    inputs: &Inputs,
    programmes: &[Programme],
    measure: MeasureId,
    area: usize,
) -> Option<Lanes> {
    if measure == MeasureId::Gatherings {
        let elderly = state.elderly[area];
        return Some(state.gatherings.participants(&inputs.gatherings, elderly, area));
    }
    let i = programmes.iter().position(|p| p.measure == Some(measure))?;
    let all = value(state, programmes, i)?;
    let (spread, is_subsidised) = (programmes[i].spread?, programmes[i].lever.is_some());
    let weight = |area: usize| match spread {
        Spread::Alone => state.alone[area],
        Spread::Elderly if is_subsidised => state.elderly[area] * state.subsidised[area],
        Spread::Elderly => state.elderly[area],
    };
    let (mut before, mut total) = (Lanes::ZERO, Lanes::ZERO);
    for at in 0..state.elderly.len() {
        if at == area {
            before = total;
        }
        total += weight(at);
    }
    let upto = |weight: Lanes| (all * weight.ratio(total)).rounded();
    let is_last = area + 1 == state.elderly.len();
    let end = if is_last { all } else { upto(before + weight(area)) };
    Some(end - upto(before))
}

/// A programme by its place in the list: a planner's own indicators are read so.
pub fn value(state: &State, programmes: &[Programme], i: usize) -> Option<Lanes> {
    let run = &state.runs[i];
    run.is_known.then_some(match programmes[i].nature {
        Nature::Stock => run.stock,
        Nature::Count => run.flow,
    })
}

/// What the programmes cost in the fiscal year so far, in yen, without gathering places.
pub fn yen(state: &State) -> Lanes {
    state.runs.iter().fold(Lanes::ZERO, |sum, run| sum + run.yen)
}

fn by_measure(state: &State, programmes: &[Programme], measure: MeasureId) -> Option<Lanes> {
    let i = programmes.iter().position(|p| p.measure == Some(measure))?;
    value(state, programmes, i)
}
