//! The model: pure arithmetic. It knows no clock, no dice, no browser, no language and no city.

pub mod counts;
pub mod lanes;
pub mod luck;
