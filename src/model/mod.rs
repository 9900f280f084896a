//! The model: pure arithmetic. It knows no clock, no dice, no browser, no language and no city.

pub mod alarm;
pub mod counts;
pub mod ground;
pub mod inputs;
pub mod lanes;
pub mod luck;
pub mod people;
pub mod shock_table;
