//! The state of a town in one month, for sixteen draws: one part for each chain it has figures
//! for. What a municipality did not provide is absent, not zero.

use std::sync::Arc;

use super::programmes::Programme;
use super::{alarm, awareness, centres, money, programmes};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Town {
    pub centres: Option<centres::State>,
    pub programmes: Option<programmes::State>,
    pub awareness: Option<awareness::State>,
    pub alarm: Option<alarm::State>,
    pub money: money::State,
}

/// What each chain is given. A part is absent where the state is.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    pub centres: Option<centres::Inputs>,
    pub programmes: Option<programmes::Inputs>,
    pub awareness: Option<awareness::Inputs>,
    pub alarm: Option<alarm::Inputs>,
    pub money: money::Inputs,
    /// The programmes the town has, built-in and its own.
    pub listed: Arc<[Programme]>,
}
