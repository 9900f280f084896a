//! Where numbers come from.

/// How far a number can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Observed,
    Published,
    Assumed,
    Illustrative,
}
