//! The document a person owns: what he decided and assumed, and why.

pub mod document;
mod migrate;
pub mod presets;

pub use document::{DocumentError, Scenario};
