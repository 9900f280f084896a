//! The same result code from the built program and the built page: debug and release, with SIMD and
//! without, however many share the work, after a question was dropped and after a worker died.

use serde_json::Value;

use crate::program::Profile;
use crate::table::Table;
use crate::{Outcome, command, dist, paths, tools};

/// Where a code was worked out, and the code.
type Row = (String, String);

pub(crate) fn run() -> Outcome<()> {
    let mut rows = Vec::new();
    for (name, profile) in [("debug", None), ("release", Some("--release"))] {
        for chunks in ["1", "2", "7"] {
            rows.push((format!("native, {name}, {chunks} chunks"), native(profile, chunks)?));
        }
    }
    tools::ensure_node_packages()?;
    let chromium = tools::ensure_chromium()?;
    // The one that is given away last: it stays in dist/.
    for (name, profile) in [("without SIMD", Profile::Plain), ("with SIMD", Profile::Release)] {
        dist::write_all(profile)?;
        let mut node = command::program("node", &["codes.mjs"]);
        node.env("CHROMIUM", &chromium).current_dir(paths::browser_tests());
        rows.extend(page(name, &command::capture(node)?)?);
    }
    let mut table = Table::new(&["where", "result code"]);
    for (place, code) in &rows {
        table.row(&[place.clone(), code.clone()]);
    }
    print!("{table}");
    let first = &rows[0].1;
    match rows.iter().find(|(_, code)| code != first) {
        None => Ok(()),
        Some((place, code)) => Err(format!("{place}: {code} is not {first}.")),
    }
}

fn native(profile: Option<&str>, chunks: &str) -> Outcome<String> {
    let run = ["run", "--quiet", "--bin", "mitoshi"];
    let asked = ["--", "run", "--chunks", chunks];
    let args: Vec<&str> = run.into_iter().chain(profile).chain(asked).collect();
    let printed = command::capture(command::cargo(&args))?;
    let code = printed.lines().find_map(|line| line.strip_prefix("result code\t"));
    Ok(code.ok_or("«mitoshi run» printed no result code.")?.to_owned())
}

fn page(name: &str, printed: &str) -> Outcome<Vec<Row>> {
    let read: Value = serde_json::from_str(printed)
        .map_err(|err| format!("codes.mjs did not print JSON: {err}."))?;
    let rows = read["rows"].as_array().ok_or("codes.mjs printed no «rows».")?;
    let word = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    Ok(rows
        .iter()
        .map(|row| (format!("page, {name}, {}", word(row, "how")), word(row, "code")))
        .collect())
}
