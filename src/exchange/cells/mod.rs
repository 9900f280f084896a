//! One cell at a time: letters, numbers, units, times and ages as people write them.

pub mod age;
pub mod number;
pub mod plain;
pub mod time;
pub mod unit;
