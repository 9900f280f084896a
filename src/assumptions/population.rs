//! To be filled.
use super::Chain;

crate::assumptions! { Chain::Alarm; }
