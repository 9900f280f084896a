//! One month. The order of the lines is the order of events.
//!
//! What one chain hands on to another is written down ([`Handed`]), so that a chain can be run
//! again without those before it: a chain that is absent from the town is as it was then.

use super::alarm::World;
use super::ground::MonthIndex;
use super::lanes::Lanes;
use super::money::{Chains, Year};
use super::town::{Inputs, Town};
use super::{awareness, centres, programmes};

/// What the chains of a month hand on to others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handed {
    /// From gathering places: the share of the certified that prevention leaves, by area, where
    /// anything is beyond today.
    certified_kept: Option<Vec<Lanes>>,
    /// The fiscal year's own capacity of each centre, from the April it begins in: no lever moves it.
    own: Option<(MonthIndex, Vec<Lanes>)>,
    /// From the centres' people, place by place.
    pub areas: Areas,
    drive: programmes::Drive,
    /// From the programmes: what each has cost in the fiscal year so far, yen.
    spent: Vec<Lanes>,
    /// From all of them: the fiscal year's cost units so far.
    year: Year,
}

/// What the centres' people hand on of each place, which is most of what is handed on. Where it is
/// not known, neither their meetings nor who knows them can be run without them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Areas {
    /// It is of this month alone: nobody will run their meetings without them.
    pub passes: bool,
    /// To their meetings: how many are possible, and what ties do.
    able: Vec<Lanes>,
    tied: Vec<Lanes>,
    /// To who knows them, where there are any.
    word: Option<awareness::Word>,
}

/// Moves the town one month on.
pub fn month(
    town: &mut Town,
    inputs: &Inputs,
    world: &World<'_>,
    handed: &mut Handed,
    month: MonthIndex,
) {
    if let (Some(state), Some(inputs)) = (&mut town.programmes, &inputs.programmes) {
        programmes::gather(state, inputs, world, month);
        if centres::month::looks_at_need(month) {
            handed.certified_kept = state.gatherings.kept(&inputs.gatherings);
        }
    }
    if let (Some(state), Some(given)) = (&mut town.centres, &inputs.centres) {
        if let Some(kept) = &handed.certified_kept
            && centres::month::looks_at_need(month)
            && state.certified_kept != *kept
        {
            state.certified_kept.clone_from(kept);
            state.has_new_need = true;
        }
        if let Some((of, own)) = &handed.own
            && *of == month
        {
            state.own.clone_from(own);
            state.own_from = Some(month);
        }
        if state.only_meets {
            state.able.clone_from(&handed.areas.able);
            state.tied.clone_from(&handed.areas.tied);
        }
        centres::month(state, given, world, month);
        if month.is_multiple_of(12) && handed.own.as_ref().is_none_or(|(of, _)| *of != month) {
            handed.own = Some((month, state.own.clone()));
        }
        if !state.only_meets && !handed.areas.passes {
            handed.areas.able.clone_from(&state.able);
            handed.areas.tied.clone_from(&state.tied);
        }
        if let Some(inputs) = inputs.programmes.as_ref().filter(|_| !state.only_meets) {
            handed.drive = programmes::Drive::of(inputs, state, given);
        }
        if let Some(inputs) = &inputs.awareness {
            handed.areas.word.get_or_insert_default().hear(inputs, world, (state, given));
        }
    }
    if let (Some(state), Some(inputs)) = (&mut town.programmes, &inputs.programmes) {
        programmes::month(state, inputs, world, handed.drive, month);
        programmes::spend(state, &mut handed.spent);
    }
    if let (Some(state), Some(inputs)) = (&mut town.awareness, &inputs.awareness) {
        awareness::month(state, inputs, world, handed.areas.word.as_ref(), month);
    }
    if let (Some(state), Some(inputs)) = (&mut town.alarm, &inputs.alarm) {
        state.month(inputs, world, month);
    }
    let chains = Chains::of(&town.alarm, &town.centres, &town.programmes);
    town.money.month(&inputs.money, world, chains, &handed.year, month);
    handed.year = town.money.year;
}
