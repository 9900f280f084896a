//! Everything that has to pass, for a person and for CI alike.

use std::time::{Duration, Instant};

use crate::program::Profile;
use crate::table::Table;
use crate::{Outcome, budget, command, dist, paths, tools};

#[derive(Clone, Copy, Default)]
struct Counts {
    passed: u32,
    failed: u32,
}

struct Step {
    name: &'static str,
    took: Duration,
    counts: Counts,
    outcome: Outcome<()>,
}

pub(crate) fn run() -> Outcome<()> {
    let mut steps = vec![
        step("format", |_| format_check()),
        step("clippy, native", |_| clippy(&["--workspace", "--all-targets"])),
        step("clippy, wasm32", |_| {
            tools::ensure_wasm_target()?;
            clippy(&["--lib", "--bin", "app", "--bin", "rooms", "--target", tools::WASM_TARGET])
        }),
        step("tests, native", native_tests),
    ];
    let mut is_built = false;
    steps.push(step("dist", |_| {
        let sizes = dist::write_all(Profile::Release)?;
        is_built = true;
        // Weight is the gate of `cargo xtask dist`, which refuses to call a page too heavy ready.
        // Here it is said and the page is tested all the same: see README, «Known misses».
        if let Err(sentence) = budget::check(sizes) {
            println!("OVER BUDGET: {sentence}");
        }
        Ok(())
    }));
    steps.push(step("tests, browser", |counts| {
        if is_built { browser_tests(counts) } else { Err("Not run, because dist failed.".into()) }
    }));
    summarise(&steps)
}

/// Runs it whatever happened before: a failed step must not hide a later one.
fn step(name: &'static str, work: impl FnOnce(&mut Counts) -> Outcome<()>) -> Step {
    println!("── {name}");
    let start = Instant::now();
    let mut counts = Counts::default();
    let outcome = work(&mut counts);
    if let Err(sentence) = &outcome {
        eprintln!("{sentence}");
        // A step without tests of its own, or one that fell before them, is itself what failed;
        // otherwise the last line could say «0 failed» of a run that failed.
        counts.failed = counts.failed.max(1);
    }
    Step { name, took: start.elapsed(), counts, outcome }
}

fn format_check() -> Outcome<()> {
    tools::ensure_component("rustfmt", "fmt")?;
    command::run(command::cargo(&["fmt", "--all", "--check"]))
        .map_err(|err| format!("{err} Run «cargo fmt --all»."))
}

fn clippy(what: &[&str]) -> Outcome<()> {
    tools::ensure_component("clippy", "clippy")?;
    command::run(command::cargo(
        &[&["clippy", "--quiet"], what, &["--", "-D", "warnings"]].concat(),
    ))
}

fn native_tests(counts: &mut Counts) -> Outcome<()> {
    // This program by itself, as it was built: together with the others its packages would be built
    // once more, with the features that those ask for.
    let [of_others, own] =
        [["--workspace", "--exclude=xtask"], ["--package", "xtask"]].map(|which| {
            let args = [&["test", "--quiet", "--no-fail-fast"], &which[..]].concat();
            command::follow(command::cargo(&args), |line| count_cargo(line, counts))
        });
    of_others.and(own)
}

fn browser_tests(counts: &mut Counts) -> Outcome<()> {
    tools::ensure_node_packages()?;
    let chromium = tools::ensure_chromium()?;
    let args = ["--test", "--test-concurrency=1", "--test-reporter=tap"];
    let mut node = command::program("node", &args);
    node.args(browser_test_files()?).env("CHROMIUM", chromium);
    node.current_dir(paths::browser_tests());
    command::follow(node, |line| count_tap(line, counts))
}

/// By name, because `node --test` with a folder means different things in different versions.
fn browser_test_files() -> Outcome<Vec<String>> {
    let entries = std::fs::read_dir(paths::browser_tests())
        .map_err(|err| format!("tests/browser could not be read: {err}."))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    files.sort();
    Ok(files)
}

/// `test result: ok. 5 passed; 0 failed; …`
fn count_cargo(line: &str, counts: &mut Counts) {
    let Some((_, result)) = line.split_once("test result: ") else { return };
    let number_before = |word: &str| {
        let before = result.split_once(word)?.0;
        before.trim_end().rsplit(' ').next()?.parse::<u32>().ok()
    };
    counts.passed += number_before("passed;").unwrap_or(0);
    counts.failed += number_before("failed;").unwrap_or(0);
}

/// `# pass 5` and `# fail 0`, once at the end.
fn count_tap(line: &str, counts: &mut Counts) {
    let number_after = |words: &str| line.strip_prefix(words)?.parse::<u32>().ok();
    counts.passed += number_after("# pass ").unwrap_or(0);
    counts.failed += number_after("# fail ").unwrap_or(0);
    counts.failed += number_after("# cancelled ").unwrap_or(0);
}

fn summarise(steps: &[Step]) -> Outcome<()> {
    let mut table = Table::new(&["step", "seconds", "passed", "failed", ""]);
    let mut sum = Counts::default();
    for step in steps {
        sum.passed += step.counts.passed;
        sum.failed += step.counts.failed;
        table.row(&[
            step.name.into(),
            format!("{:.1}", step.took.as_secs_f64()),
            step.counts.passed.to_string(),
            step.counts.failed.to_string(),
            if step.outcome.is_ok() { "ok".into() } else { "FAILED".into() },
        ]);
    }
    print!("\n{table}");
    for step in steps {
        if let Err(sentence) = &step.outcome {
            println!("{}: {sentence}", step.name);
        }
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if steps.iter().all(|step| step.outcome.is_ok()) {
        Ok(())
    } else {
        Err("Not everything passed; see the table above.".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_cargo_and_from_tap() {
        let mut counts = Counts::default();
        count_cargo("test result: FAILED. 12 passed; 3 failed; 0 ignored; finished", &mut counts);
        assert_eq!((counts.passed, counts.failed), (12, 3));
        count_tap("# pass 4", &mut counts);
        count_tap("# fail 1", &mut counts);
        count_tap("# passing by", &mut counts);
        assert_eq!((counts.passed, counts.failed), (16, 4));
    }
}
