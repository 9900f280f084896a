//! Tables in and out: a planner's own files understood, checked and taken in as a whole; every
//! table and every result handed out so that it can be taken in again to the same bits.
//!
//! Bytes → [`sheet::Sheet`] → values with their meaning → [`tables::Tables`], the documented folder
//! format of `assets/facts/README.md`. Nothing here knows a browser or a disk.

pub mod cells;
mod changes;
pub mod chart;
pub mod export;
pub mod grid;
pub mod indicator;
pub mod meaning;
pub mod newcomer;
pub mod own;
mod plausible;
pub mod preview;
pub mod problem;
pub mod read;
pub mod refusal;
pub mod results;
pub mod settle;
pub mod sheet;
pub mod side_by_side;
mod summary;
pub mod tables;
pub mod template;
pub mod wire;
pub mod write;

pub use newcomer::Asked;
pub use preview::{Opened, Preview};
pub use problem::Problem;
pub use refusal::Refusal;
pub use tables::Tables;
