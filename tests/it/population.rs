//! Population, living alone and care need: worked rows, Kawasaki's figures, invariants.

mod invariants;
mod kawasaki;
mod looking_back;
mod rows;
