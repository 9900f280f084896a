//! The lower layers: everything that computes, and nothing that shows. A package of its own
//! (`core/Cargo.toml`) so that it is built for speed while the page is built for size; to its
//! readers it is part of the one tree of modules that `lib.rs` describes.

pub mod units;
pub mod i18n;
pub mod sources;
pub mod places;
pub mod facts;
pub mod assumptions;
pub mod levers;
pub mod shocks;
pub mod measures;
pub mod model;
pub mod engine;
