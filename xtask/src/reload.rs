//! Tells open pages that a newer build is ready. Only `serve` uses it.

use std::io::Write;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub(crate) const SCRIPT: &str = include_str!("reload.js");
pub(crate) const SCRIPT_NAME: &str = "xtask-reload.js";
pub(crate) const STREAM_NAME: &str = "xtask-builds";

/// Now and then something is written, so that threads of closed pages end.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The number of the newest build.
pub(crate) struct Builds {
    newest: Mutex<u64>,
    changed: Condvar,
}

impl Builds {
    pub(crate) fn new() -> Self {
        // From the clock, so that a page left open over a restart of `serve` reloads too.
        let start = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |age| age.as_secs());
        Self { newest: Mutex::new(start * 1000), changed: Condvar::new() }
    }

    pub(crate) fn announce(&self) {
        *self.newest.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Writes build numbers as server-sent events until the page goes away.
    pub(crate) fn stream_to(&self, out: &mut impl Write) -> std::io::Result<()> {
        let mut sent = None;
        loop {
            let newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
            let (newest, _) = self
                .changed
                .wait_timeout_while(newest, HEARTBEAT, |newest| Some(*newest) == sent)
                .unwrap_or_else(PoisonError::into_inner);
            let newest = *newest;
            if Some(newest) == sent {
                out.write_all(b": still here\n\n")?;
            } else {
                write!(out, "data: {newest}\n\n")?;
                sent = Some(newest);
            }
            out.flush()?;
        }
    }
}
