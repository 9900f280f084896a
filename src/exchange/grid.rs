//! A table on its way out: text and numbers told apart, ready for either file format.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Empty,
    Text(String),
    /// Digits exactly as they are to stand there.
    Number(String),
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The shortest digits that are this number and no other.
    pub fn number(number: f64) -> Self {
        if number.is_finite() { Self::Number(number.to_string()) } else { Self::Empty }
    }

    /// A cell of a table that may hold either: digits are a number where they stay themselves.
    pub fn of(text: &str) -> Self {
        let is_code = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
        if is_plain && !is_code && text.parse::<f64>().is_ok() {
            Self::Number(text.to_owned())
        } else {
            Self::text(text)
        }
    }

    pub fn words(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Number(text) => text,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Name of the sheet, or of the file without its ending.
    pub name: String,
    pub rows: Vec<Vec<Value>>,
    /// Rows at the top that are headings: they stay in view.
    pub n_headings: usize,
}

impl Grid {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A line above the headings, in one cell.
    pub fn line(&mut self, words: &str) {
        self.rows.push(vec![Value::text(words)]);
        self.n_headings = self.rows.len();
    }

    pub fn headings(&mut self, words: &[&str]) {
        self.rows.push(words.iter().map(|word| Value::text(*word)).collect());
        self.n_headings = self.rows.len();
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = Value>) {
        self.rows.push(cells.into_iter().collect());
    }
}
