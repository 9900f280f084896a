//! What sources say, typed: every figure with its place, its date, its source and its grade.

pub mod age;
pub mod counting;
pub mod frame;
pub mod municipality;
pub mod national;
pub mod observation;
pub mod population;

pub use municipality::Municipality;
