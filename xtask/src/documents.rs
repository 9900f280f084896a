//! The readers of documents, links and zips against a great many texts, and pages killed while
//! they save.

use std::time::Instant;

use crate::{Outcome, command, dist, paths, tools};

/// Documents, links and zips made up and read for each property.
const CASES: &str = "100000";
/// Pages killed.
const KILLS: &str = "100";

pub(crate) fn fuzz() -> Outcome<()> {
    let began = Instant::now();
    let mut cargo = command::cargo(&["test", "--release", "--test", "it", "scenario::"]);
    cargo.env("MITOSHI_CASES", CASES);
    command::run(cargo)?;
    println!("{CASES} cases of each property in {:.0} s", began.elapsed().as_secs_f64());
    Ok(())
}

pub(crate) fn kills() -> Outcome<()> {
    let began = Instant::now();
    storage_test("killed", "KILLS", KILLS)?;
    println!("{KILLS} kills in {:.0} s", began.elapsed().as_secs_f64());
    Ok(())
}

/// Five hundred scenarios of 50 kB: listed within a second, and one saved in less than 10 ms.
pub(crate) fn shelf() -> Outcome<()> {
    storage_test("are listed", "HOLD_TIMES", "1")
}

/// One of the browser's tests of storage, asked for more than in every run.
fn storage_test(pattern: &str, name: &str, value: &str) -> Outcome<()> {
    tools::ensure_node_packages()?;
    let chromium = tools::ensure_chromium()?;
    if !paths::dist().join("index.html").is_file() {
        dist::run(&[])?;
    }
    let pattern = format!("--test-name-pattern={pattern}");
    let args = ["--test", &pattern, "scenarios_storage.test.mjs"];
    let mut node = command::program("node", &args);
    node.env("CHROMIUM", &chromium).env(name, value).current_dir(paths::browser_tests());
    command::run(node)
}
