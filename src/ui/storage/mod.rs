//! What the browser keeps: scenarios, their undo and their versions. The page itself needs only
//! `keeper`; the library's shelves are for the room of that name.

pub mod channel;
pub mod database;
pub mod form;
pub mod keeper;
pub mod records;
pub mod shelves;
pub mod towns;
