//! The Content-Security-Policy: nothing leaves the page, nothing foreign runs in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// For the site: its own files, and the inline check by its hash.
pub(crate) fn of_site(check: &str) -> String {
    policy(
        &format!("'self' {} 'wasm-unsafe-eval'", hash(check)),
        "'self'",
        "'self' data: blob:",
        "'self'",
    )
}

/// For the single file: everything inline, each by its hash, and no connection at all.
pub(crate) fn of_single_file(scripts: &[&str], style: &str) -> String {
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    policy(
        &format!("{} 'wasm-unsafe-eval'", hashes.join(" ")),
        &hash(style),
        "data: blob:",
        "'none'",
    )
}

fn policy(scripts: &str, styles: &str, images: &str, connections: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; worker-src blob:; \
         img-src {images}; connect-src {connections}; base-uri 'none'; form-action 'none'"
    )
}

/// The hash of the exact text between the tags.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_a_known_text_is_the_one_browsers_ask_for() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn the_single_file_connects_to_nothing() {
        let policy = of_single_file(&["a", "b"], "c");
        assert!(policy.contains("connect-src 'none'"), "{policy}");
        assert!(!policy.contains("'self'"), "{policy}");
    }
}
