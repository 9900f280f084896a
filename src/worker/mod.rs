//! Listens, and moves one job forward.

pub mod desk;
pub mod job;
