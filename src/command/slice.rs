//! A slice of a run's draws as a file: what any job scheduler can spread over machines, and
//! `mitoshi merge` joins again to exactly the result of one run.
//!
//! One row a draw, one column a measure and fiscal year, each value written so that it is read back
//! to the last bit; empty where the municipality has no figure. The head says what was run: slices
//! of different data, scenarios or seeds are not joined.

use std::fmt::Write as _;

use serde_json::Value;

use crate::engine::code::MODEL_VERSION;
use crate::engine::columns::{Columns, Layout};
use crate::measures::MeasureId;
use crate::model::lanes::LANES;
use crate::scenario::Scenario;

/// What a slice was run from.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    pub model: String,
    pub data: String,
    /// What of the scenario can change a result, with its seed and number of draws.
    pub scenario: String,
    /// The measure and fiscal year of each column.
    pub columns: Vec<String>,
}

/// Some draws of a run: of each draw the values in the order of the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    pub head: Head,
    pub from: u32,
    pub draws: Vec<Vec<f32>>,
}

impl Head {
    pub fn new(scenario: &Scenario, data_hash: u64, layout: &Layout, first_year: i32) -> Self {
        let years = (0..layout.n_years as i32).map(|year| first_year + year);
        let cells = MeasureId::every().flat_map(|measure| {
            years.clone().map(move |year| format!("{}/{year}", measure.spec().key))
        });
        Self {
            model: MODEL_VERSION.to_owned(),
            data: format!("{data_hash:016x}"),
            scenario: scenario.essence_json(),
            columns: cells.collect(),
        }
    }
}

impl Slice {
    pub fn to_csv(&self) -> String {
        let Head { model, data, scenario, columns } = &self.head;
        let mut out = format!("# model: {model}\n# data: {data}\n# scenario: {scenario}\n");
        let _ = writeln!(out, "draw,{}", columns.join(","));
        for (i, values) in self.draws.iter().enumerate() {
            let _ = write!(out, "{}", self.from + i as u32);
            for value in values {
                out.push(',');
                if !value.is_nan() {
                    let _ = write!(out, "{value}");
                }
            }
            out.push('\n');
        }
        out
    }

    pub fn to_json(&self) -> String {
        let Head { model, data, scenario, columns } = &self.head;
        // As the wider number of the same value: the shortest text of the narrow one could be read
        // back through a second rounding.
        let draws = self.draws.iter().map(|draw| draw.iter().map(|x| f64::from(*x)).collect());
        let draws: Vec<Vec<f64>> = draws.collect();
        let (from, draws) = (self.from, serde_json::json!(draws));
        let document = serde_json::json!({
            "model": model, "data": data, "scenario": scenario, "columns": columns,
            "from": from, "draws": draws,
        });
        document.to_string()
    }

    /// Reads either form.
    pub fn read(name: &str, text: &str) -> Result<Self, String> {
        let read = if text.starts_with('{') { from_json(text) } else { from_csv(text) };
        read.ok_or_else(|| {
            format!("{name} is not a slice of a run. Give files that «mitoshi run --out» wrote.")
        })
    }
}

fn from_csv(text: &str) -> Option<Slice> {
    let mut lines = text.lines();
    let mut head = |name: &str| {
        lines.next()?.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": ").map(str::to_owned)
    };
    let (model, data, scenario) = (head("model")?, head("data")?, head("scenario")?);
    let columns: Vec<String> =
        lines.next()?.strip_prefix("draw,")?.split(',').map(str::to_owned).collect();
    let mut from = None;
    let mut draws = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let (draw, values) = line.split_once(',')?;
        let draw: u32 = draw.parse().ok()?;
        let first = *from.get_or_insert(draw);
        let number = |text: &str| if text.is_empty() { Some(f32::NAN) } else { text.parse().ok() };
        let values: Vec<f32> = values.split(',').map(number).collect::<Option<_>>()?;
        if draw != first + draws.len() as u32 || values.len() != columns.len() {
            return None;
        }
        draws.push(values);
    }
    Some(Slice { head: Head { model, data, scenario, columns }, from: from?, draws })
}

fn from_json(text: &str) -> Option<Slice> {
    let document: Value = serde_json::from_str(text).ok()?;
    let word = |name: &str| document[name].as_str().map(str::to_owned);
    let columns: Vec<String> = document["columns"]
        .as_array()?
        .iter()
        .map(|column| column.as_str().map(str::to_owned))
        .collect::<Option<_>>()?;
    let number = |value: &Value| match value {
        Value::Null => Some(f32::NAN),
        value => value.as_f64().map(|x| x as f32),
    };
    let draw = |draw: &Value| {
        let values: Vec<f32> = draw.as_array()?.iter().map(number).collect::<Option<_>>()?;
        (values.len() == columns.len()).then_some(values)
    };
    let draws = document["draws"].as_array()?.iter().map(draw).collect::<Option<_>>()?;
    let from = document["from"].as_u64().and_then(|from| u32::try_from(from).ok())?;
    let (model, data, scenario) = (word("model")?, word("data")?, word("scenario")?);
    Some(Slice { head: Head { model, data, scenario, columns }, from, draws })
}

/// Puts slices together to the columns of the whole run, whatever order they come in.
pub fn join(mut slices: Vec<Slice>, n_draws: u32) -> Result<Columns, String> {
    slices.sort_by_key(|slice| slice.from);
    let mut next = 0;
    for slice in &slices {
        if slice.head != slices[0].head {
            return Err("The slices are of different data, scenarios, seeds or versions. Join \
                        only slices of one run."
                .to_owned());
        }
        if slice.from != next {
            let at = next.min(slice.from);
            return Err(format!(
                "Draw {at} is missing or there twice. Give each slice of the run once."
            ));
        }
        next += slice.draws.len() as u32;
    }
    if next != n_draws {
        return Err(format!(
            "{next} of {n_draws} draws are here. Run the others with --from {next}."
        ));
    }
    let n_cells = slices.first().map_or(0, |slice| slice.head.columns.len());
    let draws: Vec<&Vec<f32>> = slices.iter().flat_map(|slice| &slice.draws).collect();
    let values = (0..n_cells).flat_map(|cell| draws.iter().map(move |draw| draw[cell]));
    Ok(Columns::from_values(n_draws as usize, values.collect()))
}

/// The values of one draw of a block.
pub fn draw_of(block: &Columns, lane: usize) -> Vec<f32> {
    block.values().iter().skip(lane).step_by(LANES).copied().collect()
}
