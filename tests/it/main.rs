//! The one native test binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed, and says where")]

mod assumptions;
mod luck;
