//! The state of a town in one month, for sixteen draws: one part for each chain it has figures
//! for. What a municipality did not provide is absent, not zero.

use super::{alarm, centres};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Town {
    pub alarm: Option<alarm::State>,
    pub centres: Option<centres::State>,
}

/// What each chain is given. A part is absent where the state is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs {
    pub alarm: Option<alarm::Inputs>,
    pub centres: Option<centres::Inputs>,
}
