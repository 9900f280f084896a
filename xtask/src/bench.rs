//! How fast it is: the native workloads and the built page, one table, one JSON file.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::program::Profile;
use crate::table::Table;
use crate::{Outcome, command, dist, paths, tools};

pub(crate) fn run() -> Outcome<()> {
    let mut rows = Vec::new();
    let mut missing = Vec::new();
    let mut take = |what: &str, got: Outcome<Vec<Value>>| match got {
        Ok(found) => rows.extend(found),
        Err(sentence) => {
            eprintln!("{what}: {sentence}");
            missing.push(what.to_string());
        }
    };
    take("native", native_rows(&[]));
    for n_areas in ["44", "200", "1000"] {
        take(n_areas, native_rows(&["--areas", n_areas]));
    }
    match dist::write_all(Profile::Release) {
        Ok(_) => {
            take("browser", chain_inputs().and_then(|path| browser_rows("bench.mjs", Some(path))));
            take("a large city", browser_rows("large.mjs", None));
        }
        Err(sentence) => take("browser", Err(sentence)),
    }
    rows.extend(ratios(&rows));

    let mut table = Table::new(&["what", "value", "unit", "budget", "ambition"]);
    for row in &rows {
        table.row(&["name", "value", "unit", "budget", "ambition"].map(|key| cell(&row[key])));
    }
    for what in &missing {
        table.row(&[what.clone(), "missing".into()]);
    }
    print!("{table}");

    let path = paths::target().join("bench.json");
    let text = format!("{:#}\n", json!({ "rows": rows, "missing": missing }));
    fs::write(&path, text)
        .map_err(|err| format!("{} could not be written: {err}.", path.display()))?;
    println!("Written to {}", path.display());
    Ok(())
}

fn native_rows(more: &[&str]) -> Outcome<Vec<Value>> {
    rows_of(&native(more)?)
}

fn native(more: &[&str]) -> Outcome<String> {
    let args = ["run", "--quiet", "--release", "--bin", "mitoshi", "--", "bench", "--json"];
    command::capture(command::cargo(&[&args, more].concat()))
}

/// What the JavaScript chain is given, and what has to come out of it.
fn chain_inputs() -> Outcome<PathBuf> {
    let path = paths::target().join("chain_inputs.json");
    fs::write(&path, native(&["--inputs", N_DRAWS_COMPARED])?)
        .map_err(|err| format!("{} could not be written: {err}.", path.display()))?;
    Ok(path)
}

/// One figure over another. Ratios hold on a machine that is busy with something else; the two
/// figures alone do not.
struct Ratio {
    name: &'static str,
    of: &'static str,
    per: &'static str,
    budget: f64,
}

const RATIOS: [Ratio; 3] = [
    // What the browser takes for the work that the reference build does too.
    Ratio {
        name: "wasm / native, all chains",
        of: "wasm, 1 worker(s): all chains from nothing",
        per: "native: all chains from nothing, FY2021–25",
        budget: 1.6,
    },
    Ratio {
        name: "wasm / native, lever move, alarms",
        of: "wasm, one worker: lever move, alarms",
        per: "native: lever move, alarms",
        budget: 1.6,
    },
    // The same chain written by hand in JavaScript: wasm is to make more draws in the same time.
    Ratio {
        name: "wasm / JavaScript, time of the same lever move, alarms",
        of: "wasm, one worker: lever move, alarms",
        per: "JavaScript, one worker: lever move, alarms",
        budget: 1.0,
    },
];

fn ratios(rows: &[Value]) -> Vec<Value> {
    let value = |name: &str| rows.iter().find(|row| row["name"] == name)?["value"].as_f64();
    let ratio = |ratio: &Ratio| {
        let times = value(ratio.of)? / value(ratio.per)?;
        Some(json!({ "name": ratio.name, "value": times, "unit": "times",
            "budget": ratio.budget, "ambition": null }))
    };
    RATIOS.iter().filter_map(ratio).collect()
}

/// More than a handful, for medians; few enough to be a file of some megabytes.
const N_DRAWS_COMPARED: &str = "256";

/// The rows a script prints about the built page.
fn browser_rows(script: &str, inputs: Option<PathBuf>) -> Outcome<Vec<Value>> {
    let chromium = tools::ensure_chromium()?;
    let mut node = command::program("node", &[script]);
    node.env("CHROMIUM", chromium)
        .envs(inputs.map(|path| ("CHAIN_INPUTS", path)))
        .current_dir(paths::browser_tests());
    rows_of(&command::capture(node)?)
}

fn rows_of(printed: &str) -> Outcome<Vec<Value>> {
    let read: Value = serde_json::from_str(printed)
        .map_err(|err| format!("The bench did not print JSON: {err}."))?;
    let rows = read["rows"].as_array().ok_or("The bench printed no «rows».")?;
    Ok(rows.clone())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => "–".into(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if float.fract() != 0.0 => format!("{float:.2}"),
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_shown_short_and_a_missing_one_as_a_dash() {
        assert_eq!(cell(&json!(7.256)), "7.26");
        assert_eq!(cell(&json!(1024)), "1024");
        assert_eq!(cell(&Value::Null), "–");
    }
}
