//! The state of a town in one month, for sixteen draws: one part for each chain it has figures
//! for. What a municipality did not provide is absent, not zero.

use super::alarm;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Town {
    pub alarm: Option<alarm::State>,
}

/// What each chain is given. A part is absent where the state is.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    pub alarm: Option<alarm::Inputs>,
}
