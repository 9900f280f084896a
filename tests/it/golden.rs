//! Committed pictures and tables: compared here, written anew only when asked.

use std::fs;
use std::path::Path;

/// Compares with `tests/golden/<name>`; `UPDATE_GOLDEN=1 cargo test` writes it instead.
#[track_caller]
pub(crate) fn check_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(text.lines()).position(|(a, b)| a != b);
    assert!(
        kept == text,
        "tests/golden/{name} differs from line {}. If the change is meant, run \
         `UPDATE_GOLDEN=1 cargo test` and read the diff.",
        differs.unwrap_or(kept.lines().count().min(text.lines().count())) + 1
    );
}
