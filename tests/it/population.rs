//! Population, living alone and care need.
mod probe;
