//! The model: pure arithmetic. It knows no clock, no dice, no browser, no language and no city.
//!
//! Inputs are lowered in one place (`inputs`, `ground`), a town's state stands in `town`, the order
//! of a month's events in `step`, and each process has its own file with its equation.

pub mod lanes;
pub mod luck;
pub mod counts;
pub mod ground;
pub mod people;
pub mod level;
pub mod population;
pub mod households;
pub mod care_need;
pub mod inputs;
pub mod shock_table;
pub mod alarm;
pub mod shorts;
pub mod ties;
pub mod staff;
pub mod hours;
pub mod meetings;
pub mod centres;
pub mod awareness;
pub mod programmes;
pub mod money;
pub mod town;
pub mod step;
pub mod read;
