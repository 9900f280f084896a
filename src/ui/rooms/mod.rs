//! The rooms of the page, one file or folder each.

pub mod data;
pub mod forecast;
