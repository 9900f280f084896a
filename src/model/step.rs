//! One month. The order of the lines is the order of events.

use super::alarm::World;
use super::ground::MonthIndex;
use super::town::{Inputs, Town};
use super::{awareness, centres, programmes};

/// Moves the town one month on.
pub fn month(town: &mut Town, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    if let (Some(state), Some(inputs)) = (&mut town.centres, &inputs.centres) {
        centres::month(state, inputs, world, month);
    }
    let centres = town.centres.as_ref().zip(inputs.centres.as_ref());
    if let (Some(state), Some(inputs)) = (&mut town.programmes, &inputs.programmes) {
        programmes::month(state, inputs, world, centres, month);
    }
    if let (Some(state), Some(inputs)) = (&mut town.awareness, &inputs.awareness) {
        awareness::month(state, inputs, world, centres, month);
    }
    if let (Some(state), Some(inputs)) = (&mut town.alarm, &inputs.alarm) {
        state.month(inputs, world, month);
    }
    let mut money = std::mem::take(&mut town.money);
    money.month(&inputs.money, world, town.chains(), month);
    town.money = money;
}
