//! One table of facts: header lines that say what it is, a row of column names, rows of cells.

use std::collections::BTreeMap;

use crate::facts::error::{FactError, FileProblem, Problem};
use crate::i18n::Label;
use crate::sources::{Grade, OwnSource, Provenance, SourceId};

/// The lines every file opens with. `counting` is asked for where ages are counted.
const HEADER: [&str; 6] = ["source", "unit", "as_of", "retrieved", "grade", "note"];

/// Stands in a header where each row names its own source or grade.
pub const IN_ROWS: &str = "in rows";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub file: String,
    headers: Vec<(String, String)>,
    columns: Vec<String>,
    body: Cells,
}

// What every table asks of its rows is kept out of line: the browser compiles a function when it is
// first called, so code that is copied into each reader costs more at the start than the calls.

/// All cells of a table in one string, row after row: reading makes no string a cell, which
/// counts at the start of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cells {
    text: String,
    /// Where each cell stands in `text`.
    ranges: Vec<(u32, u32)>,
    /// The line each row starts on.
    lines: Vec<u32>,
}

/// A row that knows where it stands, so that what is wrong with it can be said.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub table: &'a Table,
    index: usize,
}

impl Table {
    pub fn parse(file: &str, text: &str) -> Result<Self, FactError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut headers = Vec::new();
        let mut n_header_lines = 0;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let Some(words) = line.strip_prefix('#') else { break };
            if let Some((name, value)) = words.split_once(':') {
                headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
            n_header_lines += 1;
            start += line.len();
        }
        for name in HEADER {
            if !headers.iter().any(|(found, value)| found == name && !value.is_empty()) {
                return Err(FactError::new(file, FileProblem::MissingHeader { name }));
            }
        }
        let (columns, body) = split_rows(file, &text[start..], n_header_lines + 1)?;
        Ok(Self { file: file.into(), headers, columns, body })
    }

    /// The value of a header line; notes may stand on several.
    #[inline(never)]
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(found, _)| found == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.body.lines.len()).map(|index| Row { table: self, index })
    }

    /// Exactly these columns, in any order.
    #[inline(never)]
    pub fn expect_columns(&self, expected: &[&str]) -> Result<(), FactError> {
        self.expect_first_columns(expected)?;
        let unknown = self.columns.iter().find(|name| !expected.contains(&name.as_str()));
        match unknown {
            Some(name) => Err(self.unknown_column(name, &expected.join(", "))),
            None => Ok(()),
        }
    }

    /// These columns, and others that the caller looks at.
    #[inline(never)]
    pub fn expect_first_columns(&self, expected: &[&str]) -> Result<(), FactError> {
        for name in expected {
            if !self.columns.iter().any(|column| column == name) {
                let problem = FileProblem::MissingColumn { name: (*name).to_owned() };
                return Err(FactError::new(&self.file, problem));
            }
        }
        for (index, name) in self.columns.iter().enumerate() {
            if self.columns[..index].contains(name) {
                return Err(self.unknown_column(name, &expected.join(", ")));
            }
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    pub fn unknown_column(&self, name: &str, known: &str) -> FactError {
        let problem = FileProblem::UnknownColumn { name: name.into(), known: known.into() };
        FactError::new(&self.file, problem)
    }

    /// Every row whose key columns repeat those of an earlier row.
    #[inline(never)]
    pub fn duplicates(&self, keys: &[&str]) -> Vec<FactError> {
        let mut seen: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
        let mut errors = Vec::new();
        for row in self.rows() {
            let key: Vec<_> = keys.iter().map(|name| row.text(name)).collect();
            match seen.get(&key) {
                Some(first_line) => {
                    let words = key.join(" ");
                    let problem = Problem::Duplicate { key: words, first_line: *first_line };
                    errors.push(FactError::at_line(&self.file, row.line(), problem));
                }
                None => {
                    seen.insert(key, row.line());
                }
            }
        }
        errors
    }

    /// The source and grade of the file as a whole.
    #[inline(never)]
    pub fn provenance(&self, own: &[OwnSource]) -> Result<Provenance, FactError> {
        let source = find_source(&self.header("source"), own)
            .map_err(|problem| FactError::new(&self.file, problem))?;
        let grade = find_grade(&self.header("grade"))
            .map_err(|problem| FactError::new(&self.file, problem))?;
        Ok(Provenance::new(source, grade))
    }
}

impl<'a> Row<'a> {
    pub fn line(&self) -> u32 {
        self.table.body.lines[self.index]
    }

    /// The cell, trimmed; empty when there is no such column.
    #[inline(never)]
    pub fn text(&self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|name| name == column);
        index.map_or("", |index| self.at(index))
    }

    /// The cell by the position of its column.
    pub fn at(&self, column: usize) -> &'a str {
        let Cells { text, ranges, .. } = &self.table.body;
        let (start, end) = ranges[self.index * self.table.columns.len() + column];
        &text[start as usize..end as usize]
    }

    #[cold]
    #[inline(never)]
    pub fn error(&self, column: &str, problem: Problem) -> FactError {
        FactError::at_cell(&self.table.file, self.line(), column, problem)
    }

    #[inline(never)]
    pub fn required(&self, column: &str) -> Result<&'a str, FactError> {
        match self.text(column) {
            "" => Err(self.error(column, Problem::Empty)),
            text => Ok(text),
        }
    }

    #[inline(never)]
    pub fn number(&self, column: &str) -> Result<f64, FactError> {
        let text = self.required(column)?;
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        number.ok_or_else(|| self.error(column, not_a_number(text)))
    }

    #[inline(never)]
    pub fn optional_number(&self, column: &str) -> Result<Option<f64>, FactError> {
        if self.text(column).is_empty() { Ok(None) } else { self.number(column).map(Some) }
    }

    /// A year on its own: four digits.
    #[inline(never)]
    pub fn year(&self, column: &str) -> Result<i16, FactError> {
        let text = self.required(column)?;
        let year = text.parse().ok().filter(|year| (1950..=2150).contains(year));
        year.ok_or_else(|| self.error(column, Problem::NotAYear { text: text.into() }))
    }

    /// A head count: whole and not negative.
    #[inline(never)]
    pub fn count(&self, column: &str) -> Result<u32, FactError> {
        let text = self.required(column)?;
        if let Ok(count) = text.parse() {
            return Ok(count);
        }
        let text = text.to_owned();
        Err(match self.number(column) {
            Err(error) => error,
            Ok(number) if number < 0.0 => self.error(column, Problem::Negative { text }),
            Ok(_) => self.error(column, Problem::NotAWholeNumber { text }),
        })
    }

    /// The head count in a column by its position.
    pub fn count_at(&self, column: usize) -> Result<u32, FactError> {
        self.at(column).parse().or_else(|_| self.count(&self.table.columns[column]))
    }

    #[inline(never)]
    pub fn optional_count(&self, column: &str) -> Result<Option<u32>, FactError> {
        if self.text(column).is_empty() { Ok(None) } else { self.count(column).map(Some) }
    }

    /// A word out of a list; `find` knows the list, `known` shows it.
    pub fn word<T>(
        &self,
        column: &str,
        find: impl Fn(&str) -> Option<T>,
        known: &str,
    ) -> Result<T, FactError> {
        let text = self.required(column)?;
        find(text).ok_or_else(|| self.unknown_word(column, text, known))
    }

    #[cold]
    #[inline(never)]
    fn unknown_word(&self, column: &str, text: &str, known: &str) -> FactError {
        let problem = Problem::UnknownWord { text: text.into(), known: known.into() };
        self.error(column, problem)
    }

    /// What is to be said about the row, in both languages; often nothing.
    #[inline(never)]
    pub fn note(&self) -> Label {
        Label::new(self.text("note_ja"), self.text("note_en"))
    }

    /// The row's own source and grade.
    #[inline(never)]
    pub fn provenance(&self, own: &[OwnSource]) -> Result<Provenance, FactError> {
        let source = find_source(self.required("source")?, own)
            .map_err(|problem| self.error("source", problem))?;
        let grade =
            find_grade(self.required("grade")?).map_err(|problem| self.error("grade", problem))?;
        Ok(Provenance::new(source, grade))
    }
}

/// A source of the catalogue, or one that came with the tables.
#[inline(never)]
pub fn find_source(key: &str, own: &[OwnSource]) -> Result<SourceId, Problem> {
    let own_index = own.iter().position(|source| source.key == key);
    let own_id = own_index.map(|index| SourceId::Own(index as u16));
    own_id.or_else(|| SourceId::find(key)).ok_or_else(|| Problem::UnknownSource { key: key.into() })
}

/// Commas at the thousands are the one slip with a remedy of its own.
#[cold]
fn not_a_number(text: &str) -> Problem {
    let text = text.to_owned();
    let without = text.replace(',', "");
    let is_grouped = without != text && without.parse::<f64>().is_ok_and(f64::is_finite);
    if is_grouped { Problem::CommaInNumber { text } } else { Problem::NotANumber { text } }
}

#[inline(never)]
fn find_grade(key: &str) -> Result<Grade, Problem> {
    Grade::find(key).ok_or_else(|| Problem::UnknownGrade { key: key.into() })
}

/// The names of the columns, and the rows below them.
fn split_rows(file: &str, text: &str, first_line: u32) -> Result<(Vec<String>, Cells), FactError> {
    let mut body = Cells::default();
    body.text.reserve(text.len());
    let mut columns: Option<Vec<String>> = None;
    let (mut rest, mut line) = (text, first_line);
    while !rest.is_empty() {
        let first_cell = body.ranges.len();
        let n_bytes =
            body.read_record(rest).map_err(|problem| FactError::at_line(file, line, problem))?;
        let row_line = line;
        let (record, after) = rest.split_at(n_bytes);
        line += record.bytes().filter(|byte| *byte == b'\n').count() as u32;
        rest = after;
        let found = body.ranges.len() - first_cell;
        // A line without any text is no row.
        if body.ranges[first_cell..].iter().all(|(start, end)| start == end) {
            body.ranges.truncate(first_cell);
            continue;
        }
        let Some(columns) = &columns else {
            let cell = |(start, end): &(u32, u32)| body.text[*start as usize..*end as usize].into();
            columns = Some(body.ranges.iter().map(cell).collect());
            body.ranges.clear();
            continue;
        };
        let expected = columns.len();
        if found != expected {
            let problem = FileProblem::WrongWidth { found, expected };
            return Err(FactError::at_line(file, row_line, problem));
        }
        body.lines.push(row_line);
    }
    Ok((columns.unwrap_or_default(), body))
}

impl Cells {
    /// Adds the cells of the record that `rest` starts with, and says how many bytes it takes.
    fn read_record(&mut self, rest: &str) -> Result<usize, FileProblem> {
        let end = rest.find('\n').unwrap_or(rest.len());
        let line = &rest[..end];
        if line.contains('"') {
            return self.read_quoted_record(rest);
        }
        for cell in line.strip_suffix('\r').unwrap_or(line).split(',') {
            self.push(cell);
        }
        Ok((end + 1).min(rest.len()))
    }

    /// A quoted cell may hold commas, quotes and line ends.
    fn read_quoted_record(&mut self, rest: &str) -> Result<usize, FileProblem> {
        let mut cell = String::new();
        let mut is_quoted = false;
        let mut letters = rest.char_indices().peekable();
        while let Some((index, letter)) = letters.next() {
            match (letter, is_quoted) {
                ('"', true) if letters.next_if(|(_, next)| *next == '"').is_some() => {
                    cell.push('"');
                }
                ('"', _) => is_quoted = !is_quoted,
                (',', false) => self.push(&std::mem::take(&mut cell)),
                ('\r', false) => {}
                ('\n', false) => {
                    self.push(&cell);
                    return Ok(index + 1);
                }
                (letter, _) => cell.push(letter),
            }
        }
        if is_quoted {
            return Err(FileProblem::OpenQuote);
        }
        self.push(&cell);
        Ok(rest.len())
    }

    fn push(&mut self, cell: &str) {
        // Most cells are plain: looking at two bytes is cheaper than trimming letter by letter.
        let is_plain = |byte: Option<u8>| byte.is_none_or(|byte| byte.is_ascii_graphic());
        let bytes = cell.as_bytes();
        let needs_trim = !is_plain(bytes.first().copied()) || !is_plain(bytes.last().copied());
        let cell = if needs_trim { cell.trim() } else { cell };
        let start = self.text.len() as u32;
        self.text.push_str(cell);
        self.ranges.push((start, self.text.len() as u32));
    }
}
