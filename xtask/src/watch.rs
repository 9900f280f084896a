//! Notices changed files by looking: no library, and the same on every system.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::paths;

const WATCHED: [&str; 5] = ["src", "assets", "index.html", "Cargo.toml", ".cargo/config.toml"];
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// Path → last change and length.
pub(crate) type Snapshot = BTreeMap<PathBuf, (SystemTime, u64)>;

pub(crate) fn snapshot() -> Snapshot {
    let mut seen = Snapshot::new();
    for name in WATCHED {
        look(&paths::root().join(name), &mut seen);
    }
    seen
}

/// Returns when something differs from `known` and has been quiet for one look, so that a save
/// of many files at once is one change.
pub(crate) fn wait_for_change(known: &Snapshot) -> Snapshot {
    let mut last = known.clone();
    loop {
        sleep(LOOK_EVERY);
        let now = snapshot();
        if now == last && now != *known {
            return now;
        }
        last = now;
    }
}

fn look(path: &Path, seen: &mut Snapshot) {
    let Ok(about) = fs::metadata(path) else { return };
    if about.is_dir() {
        let Ok(entries) = fs::read_dir(path) else { return };
        entries.flatten().for_each(|entry| look(&entry.path(), seen));
    } else if let Ok(changed) = about.modified() {
        seen.insert(path.to_path_buf(), (changed, about.len()));
    }
}
