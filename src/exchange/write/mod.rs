//! Grids to the bytes of files.

mod csv;
mod xlsx;
mod zip;

pub use csv::csv;
pub use xlsx::xlsx;
