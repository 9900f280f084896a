//! The municipality's tables, for the rooms that show them: read when the first one is opened, and
//! only in the program of those rooms. `app` carries neither the tables nor their reader.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::exchange::Tables;
use crate::facts::Municipality;
use crate::facts::builtin::KAWASAKI;
use crate::protocol::to_bytes;

/// A municipality and the texts it was read from.
type Open = (Rc<Municipality>, Rc<Tables>);

thread_local! {
    static OPEN: OnceCell<Open> = const { OnceCell::new() };
}

/// Takes kept tables for this page's own: packed as the engine takes them, or none where they
/// cannot be read any more; then the built-in ones stay.
pub fn open(texts: Vec<(String, String)>) -> Option<Vec<u8>> {
    let tables = Tables::of(texts);
    let municipality = tables.municipality().ok()?;
    let packed = to_bytes(&municipality.basis);
    OPEN.with(|open| open.set((Rc::new(municipality), Rc::new(tables))).ok())?;
    Some(packed)
}

fn opened() -> Open {
    OPEN.with(|open| {
        let built_in = || (Rc::new(Municipality::kawasaki()), Rc::new(Tables::built_in(&KAWASAKI)));
        open.get_or_init(built_in).clone()
    })
}

/// The municipality of this page, with all that its tables say.
pub fn tables() -> Rc<Municipality> {
    opened().0
}

/// The tables themselves.
pub fn texts() -> Rc<Tables> {
    opened().1
}
