//! The municipality's tables, for the rooms that show them: read when the first one is opened, and
//! only in the program of those rooms. `app` carries neither the tables nor their reader.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::facts::Municipality;

thread_local! {
    static TABLES: OnceCell<Rc<Municipality>> = const { OnceCell::new() };
}

/// The tables of the built-in municipality.
pub fn tables() -> Rc<Municipality> {
    TABLES.with(|tables| tables.get_or_init(|| Rc::new(Municipality::kawasaki())).clone())
}
