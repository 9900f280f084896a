//! What the chores need besides cargo: installed where we may, otherwise asked for exactly.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::{command, page, paths};

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

const CHROMIUM_NAMES: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// Adds the wasm target to the toolchain when it is missing.
pub(crate) fn ensure_wasm_target() -> Outcome<()> {
    let sysroot = command::capture(command::program("rustc", &["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("Adding the Rust target {WASM_TARGET} …");
    command::run(command::program("rustup", &["target", "add", WASM_TARGET])).map_err(|err| {
        format!("{err} Install the Rust target by hand: rustup target add {WASM_TARGET}.")
    })
}

/// Adds a rustup component (rustfmt, clippy) when its cargo command is missing.
pub(crate) fn ensure_component(component: &str, cargo_command: &str) -> Outcome<()> {
    let mut probe = command::cargo(&[cargo_command, "--version"]);
    if probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success()) {
        return Ok(());
    }
    println!("Adding the Rust component {component} …");
    command::run(command::program("rustup", &["component", "add", component])).map_err(|err| {
        format!("{err} Install the component by hand: rustup component add {component}.")
    })
}

/// Node with the packages of tests/browser (wasm-opt among them), exactly as locked.
pub(crate) fn ensure_node_packages() -> Outcome<()> {
    ensure_debian(&["node", "npm"], &["nodejs", "npm"])?;
    new_enough(&command::capture(command::program("node", &["--version"]))?)?;
    let folder = paths::browser_tests();
    let lock = fs::read(folder.join("package-lock.json"))
        .map_err(|err| format!("tests/browser/package-lock.json could not be read: {err}."))?;
    let stamp_path = folder.join("node_modules/.installed-from");
    let stamp = page::short_hash(&lock);
    if fs::read_to_string(&stamp_path).is_ok_and(|installed| installed == stamp) {
        return Ok(());
    }
    println!("Installing the packages of tests/browser …");
    let mut npm = command::program("npm", &["ci", "--no-audit", "--no-fund"]);
    npm.current_dir(&folder);
    command::run(npm)
        .map_err(|err| format!("{err} Run «npm ci» in tests/browser and read what it says."))?;
    fs::write(&stamp_path, stamp)
        .map_err(|err| format!("{} could not be written: {err}.", stamp_path.display()))
}

/// The oldest Node whose test runner and modules the browser tests are written for.
const NODE: u32 = 20;

/// Is this answer of `node --version` one to go on with? An older Node says only «bad option».
fn new_enough(version: &str) -> Outcome<()> {
    let version = version.trim();
    let major = version.trim_start_matches('v').split('.').next().and_then(|m| m.parse().ok());
    if major.is_some_and(|major: u32| NODE <= major) {
        return Ok(());
    }
    Err(format!(
        "Node {version} is too old: {NODE} or newer is needed. Install it from \
         https://nodejs.org/en/download, put it first in PATH, and run this again."
    ))
}

/// A Chromium to drive; `CHROMIUM` in the environment wins.
pub(crate) fn ensure_chromium() -> Outcome<String> {
    if let Ok(path) = std::env::var("CHROMIUM") {
        return Ok(path);
    }
    if find_chromium().is_none() {
        install_debian(&["chromium"])?;
    }
    ensure_japanese_font()?;
    find_chromium().ok_or_else(|| {
        "No Chromium was found. Install one, or name it: CHROMIUM=/path/to/chromium.".into()
    })
}

/// Without a Japanese font every picture shows boxes, and text is as wide as boxes are.
fn ensure_japanese_font() -> Outcome<()> {
    let asks = ["fc-list", ":lang=ja", "family"];
    let found = command::capture(command::program(asks[0], &asks[1..]));
    if found.is_ok_and(|fonts| !fonts.trim().is_empty()) {
        return Ok(());
    }
    install_debian(&["fontconfig", "fonts-noto-cjk"])
}

fn find_chromium() -> Option<String> {
    CHROMIUM_NAMES.iter().find(|name| command::exists(name)).map(|name| (*name).to_string())
}

fn ensure_debian(programs: &[&str], packages: &[&str]) -> Outcome<()> {
    if programs.iter().all(|name| command::exists(name)) {
        return Ok(());
    }
    install_debian(packages)
}

fn install_debian(packages: &[&str]) -> Outcome<()> {
    let wanted = packages.join(" ");
    if !is_root() || !command::exists("apt-get") {
        return Err(format!(
            "Something is missing on this machine. Install it: \
             apt-get install -y --no-install-recommends {wanted}"
        ));
    }
    println!("Installing {wanted} …");
    command::run(apt(&["update"]))?;
    let args = [&["install", "-y", "--no-install-recommends"], packages].concat();
    command::run(apt(&args))
}

fn apt(args: &[&str]) -> Command {
    let mut apt = command::program("apt-get", args);
    apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    apt
}

fn is_root() -> bool {
    command::capture(command::program("id", &["-u"])).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn an_old_node_is_named_before_it_is_used() {
        assert_eq!(new_enough("v20.0.0\n"), Ok(()));
        assert_eq!(new_enough("v24.1.0"), Ok(()));
        assert_eq!(
            new_enough("v18.19.0\n"),
            Err("Node v18.19.0 is too old: 20 or newer is needed. Install it from \
                 https://nodejs.org/en/download, put it first in PATH, and run this again."
                .to_owned())
        );
    }
}
