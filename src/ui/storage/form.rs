//! Older and newer copies of the program share one database. It names the form of its records:
//! an older program opens a newer database for reading only, and a newer one copies an older
//! database before it writes into it.

use super::database::{Database, Fault, Kind};
use crate::scenario::VERSION;

/// The database that all copies of the program share.
pub const NAME: &str = "mitoshi";

const FORM: &str = "form";

/// How this program may use the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Write,
    /// A newer program has written in it.
    ReadOnly,
}

/// Opens the database, after a copy where that is due.
pub async fn open() -> Result<(Database, Access), Fault> {
    let database = Database::open(NAME, Kind::ALL).await?;
    let form = {
        let about = database.read()?;
        about.get(Kind::About, FORM).await?.and_then(|form| form.parse::<u32>().ok())
    };
    match form {
        Some(form) if VERSION < form => return Ok((database, Access::ReadOnly)),
        Some(VERSION) => return Ok((database, Access::Write)),
        Some(older) => copy(&database, &copy_of(older)).await?,
        None => {}
    }
    let about = database.write()?;
    about.put(Kind::About, FORM, &VERSION.to_string())?;
    about.done().await?;
    Ok((database, Access::Write))
}

/// What the copy of an older form is called.
pub fn copy_of(form: u32) -> String {
    format!("{NAME}-form-{form}")
}

/// Every record as it is, into a database of its own.
async fn copy(from: &Database, name: &str) -> Result<(), Fault> {
    let to = Database::open(name, Kind::ALL).await?;
    for &kind in Kind::ALL {
        let reading = from.read()?;
        for key in reading.keys(kind, "").await? {
            let value = from.read()?.get_any(kind, &key).await?;
            let writing = to.write()?;
            writing.put_any(kind, &key, &value)?;
            writing.done().await?;
        }
    }
    Ok(())
}
