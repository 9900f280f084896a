//! The one native test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod charts;
mod golden;
