//! The one native test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed, and says where")]

mod chart_kinds;
mod charts;
mod components;
mod golden;
mod luck;
