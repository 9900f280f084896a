//! The centres: worked rows, invariants, directions and agreement with what was observed.

mod directions;
mod fit;
mod invariants;
mod rows;
mod town;
