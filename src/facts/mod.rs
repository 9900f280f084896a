//! What sources say, typed: every figure with its place, its date, its source and its grade.

pub mod age;
pub mod anchor;
pub mod apportion;
pub mod basis;
pub mod beside;
pub mod builtin;
pub mod check;
pub mod counting;
pub mod error;
pub mod fingerprint;
pub mod figures;
pub mod frame;
pub mod illustrative;
pub mod indicator;
pub mod municipality;
pub mod national;
pub mod observation;
pub mod population;
pub mod read;
pub mod report;
pub mod table;
mod told;

pub use basis::Basis;
pub use error::FactError;
pub use figures::{FigureRow, Section};
pub use municipality::Municipality;
pub use report::{errors_text, report};
