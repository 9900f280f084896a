//! Where things are, found from the workspace and never from the folder we were called in.

use std::path::{Path, PathBuf};

/// The workspace root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies inside the workspace")
}

pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// Cargo's target folder; `CARGO_TARGET_DIR` may move it.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}
