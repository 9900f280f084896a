//! One month. The order of the lines is the order of events.

use super::alarm::World;
use super::centres;
use super::ground::MonthIndex;
use super::town::{Inputs, Town};

/// Moves the town one month on.
pub fn month(town: &mut Town, inputs: &Inputs, world: &World<'_>, month: MonthIndex) {
    if let (Some(state), Some(inputs)) = (&mut town.centres, &inputs.centres) {
        centres::month(state, inputs, world, month);
    }
    if let (Some(alarm), Some(inputs)) = (&mut town.alarm, &inputs.alarm) {
        alarm.month(inputs, world, month);
    }
}
