//! JSON as this program writes and reads it: one kind of value, a reader with limits, a writer.
//! Ours and not serde's derives, because a copy of all reading for each type of the document
//! would weigh more than the document's own logic, and everybody who opens the page pays for it.

mod fields;
mod read;

pub use fields::Fields;
pub(super) use fields::bad;

/// From here on whole numbers are not exact.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    /// In the order of the text.
    Map(Vec<(String, Json)>),
}

impl Json {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub fn number(number: impl Into<f64>) -> Self {
        Self::Number(number.into())
    }

    pub fn maybe(number: Option<f64>) -> Self {
        number.map_or(Self::Null, Self::Number)
    }

    pub fn of(fields: Vec<(&str, Json)>) -> Self {
        Self::Map(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// On one line, or on many for a person to read.
    pub fn write(&self, is_pretty: bool) -> String {
        let mut out = String::new();
        self.write_to(&mut out, is_pretty.then_some(0));
        out
    }

    fn write_to(&self, out: &mut String, depth: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Self::Number(n) => write_number(*n, out),
            Self::Text(text) => write_text(text, out),
            Self::List(list) => {
                out.push('[');
                for (i, value) in list.iter().enumerate() {
                    begin(out, depth, i);
                    value.write_to(out, depth.map(|depth| depth + 1));
                }
                end(out, depth, list.len(), ']');
            }
            Self::Map(map) => {
                out.push('{');
                for (i, (key, value)) in map.iter().enumerate() {
                    begin(out, depth, i);
                    write_text(key, out);
                    out.push_str(if depth.is_some() { ": " } else { ":" });
                    value.write_to(out, depth.map(|depth| depth + 1));
                }
                end(out, depth, map.len(), '}');
            }
        }
    }
}

/// What stands before the `i`-th entry.
fn begin(out: &mut String, depth: Option<usize>, i: usize) {
    if 0 < i {
        out.push(',');
    }
    if let Some(depth) = depth {
        new_line(out, depth + 1);
    }
}

fn end(out: &mut String, depth: Option<usize>, n: usize, bracket: char) {
    if let Some(depth) = depth.filter(|_| 0 < n) {
        new_line(out, depth);
    }
    out.push(bracket);
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn write_number(n: f64, out: &mut String) {
    if n.trunc() == n && n.abs() < WHOLE_MAX && !(n == 0.0 && n.is_sign_negative()) {
        out.push_str(&(n as i64).to_string());
    } else {
        out.push_str(&format!("{n:?}"));
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
