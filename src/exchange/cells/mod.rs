//! One cell at a time: letters, numbers, times and ages as people write them.

pub mod age;
pub mod number;
pub mod plain;
pub mod time;
