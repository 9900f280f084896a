//! How fast it is: the native workloads and the built page, one table, one JSON file.

use std::fs;

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
    take("browser", browser_rows("bench.mjs"));
    take("a large city", browser_rows("large.mjs"));
    rows.extend(ratio(&rows));

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
    let args = ["run", "--quiet", "--release", "--bin", "mitoshi", "--", "bench", "--json"];
    rows_of(&command::capture(command::cargo(&[&args, more].concat()))?)
}

/// What the browser takes for the work that the reference build does too. Ratios hold on a machine
/// that is busy with something else; the two figures alone do not.
fn ratio(rows: &[Value]) -> Option<Value> {
    let of = |name: &str| rows.iter().find(|row| row["name"] == name)?["value"].as_f64();
    let wasm = of("wasm, 1 worker(s): all chains from nothing")?;
    let native = of("native: all chains from nothing, FY2021–25")?;
    Some(json!({ "name": "wasm / native, all chains", "value": wasm / native, "unit": "times",
        "budget": 1.6, "ambition": null }))
}

/// The rows a script prints about the built page.
fn browser_rows(script: &str) -> Outcome<Vec<Value>> {
    dist::write_all(Profile::Release)?;
    let chromium = tools::ensure_chromium()?;
    let mut node = command::program("node", &[script]);
    node.env("CHROMIUM", chromium).current_dir(paths::browser_tests());
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
