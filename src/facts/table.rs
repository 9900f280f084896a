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
    rows: Vec<Vec<String>>,
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
        let mut records = split_records(file, &text[start..], n_header_lines + 1)?.into_iter();
        let columns = records.next().map(|(_, cells)| cells).unwrap_or_default();
        let mut table =
            Self { file: file.into(), headers, columns, rows: Vec::new(), lines: Vec::new() };
        for (line, cells) in records {
            let (found, expected) = (cells.len(), table.columns.len());
            if found != expected {
                let problem = FileProblem::WrongWidth { found, expected };
                return Err(FactError::at_line(file, line, problem));
            }
            table.rows.push(cells);
            table.lines.push(line);
        }
        Ok(table)
    }

    /// The value of a header line; notes may stand on several.
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(found, _)| found == name);
        values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|index| Row { table: self, index })
    }

    /// Exactly these columns, in any order.
    pub fn expect_columns(&self, expected: &[&str]) -> Result<(), FactError> {
        self.expect_first_columns(expected)?;
        let unknown = self.columns.iter().find(|name| !expected.contains(&name.as_str()));
        match unknown {
            Some(name) => Err(self.unknown_column(name, &expected.join(", "))),
            None => Ok(()),
        }
    }

    /// These columns, and others that the caller looks at.
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

    pub fn unknown_column(&self, name: &str, known: &str) -> FactError {
        let problem = FileProblem::UnknownColumn { name: name.into(), known: known.into() };
        FactError::new(&self.file, problem)
    }

    /// Every row whose key columns repeat those of an earlier row.
    pub fn duplicates(&self, keys: &[&str]) -> Vec<FactError> {
        let mut seen: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
        let mut errors = Vec::new();
        for row in self.rows() {
            let key: Vec<_> = keys.iter().map(|name| row.text(name)).collect();
            let words = key.join(" ");
            match seen.get(&key) {
                Some(first_line) => {
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
        self.table.lines[self.index]
    }

    /// The cell, trimmed; empty when there is no such column.
    pub fn text(&self, column: &str) -> &'a str {
        let index = self.table.columns.iter().position(|name| name == column);
        index.map_or("", |index| self.table.rows[self.index][index].trim())
    }

    pub fn error(&self, column: &str, problem: Problem) -> FactError {
        FactError::at_cell(&self.table.file, self.line(), column, problem)
    }

    pub fn required(&self, column: &str) -> Result<&'a str, FactError> {
        match self.text(column) {
            "" => Err(self.error(column, Problem::Empty)),
            text => Ok(text),
        }
    }

    pub fn number(&self, column: &str) -> Result<f64, FactError> {
        let text = self.required(column)?;
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        number.ok_or_else(|| self.error(column, Problem::NotANumber { text: text.into() }))
    }

    pub fn optional_number(&self, column: &str) -> Result<Option<f64>, FactError> {
        if self.text(column).is_empty() { Ok(None) } else { self.number(column).map(Some) }
    }

    /// A head count: whole and not negative.
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
        find(text).ok_or_else(|| {
            let problem = Problem::UnknownWord { text: text.into(), known: known.into() };
            self.error(column, problem)
        })
    }

    /// What is to be said about the row, in both languages; often nothing.
    pub fn note(&self) -> Label {
        Label::new(self.text("note_ja"), self.text("note_en"))
    }

    /// The row's own source and grade.
    pub fn provenance(&self, own: &[OwnSource]) -> Result<Provenance, FactError> {
        let source = find_source(self.required("source")?, own)
            .map_err(|problem| self.error("source", problem))?;
        let grade =
            find_grade(self.required("grade")?).map_err(|problem| self.error("grade", problem))?;
        Ok(Provenance::new(source, grade))
    }
}

/// A source of the catalogue, or one that came with the tables.
pub fn find_source(key: &str, own: &[OwnSource]) -> Result<SourceId, Problem> {
    let own_index = own.iter().position(|source| source.key == key);
    let own_id = own_index.map(|index| SourceId::Own(index as u16));
    own_id.or_else(|| SourceId::find(key)).ok_or_else(|| Problem::UnknownSource { key: key.into() })
}

fn find_grade(key: &str) -> Result<Grade, Problem> {
    Grade::find(key).ok_or_else(|| Problem::UnknownGrade { key: key.into() })
}

/// Records with the line they start on; a quoted cell may hold commas, quotes and line ends.
fn split_records(
    file: &str,
    text: &str,
    first_line: u32,
) -> Result<Vec<(u32, Vec<String>)>, FactError> {
    let mut records = Vec::new();
    let mut cells = Vec::new();
    let mut cell = String::new();
    let (mut line, mut record_line) = (first_line, first_line);
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, is_quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => is_quoted = !is_quoted,
            (',', false) => cells.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                cells.push(std::mem::take(&mut cell));
                line += 1;
                push_record(&mut records, record_line, std::mem::take(&mut cells));
                record_line = line;
            }
            (letter, _) => {
                line += u32::from(letter == '\n');
                cell.push(letter);
            }
        }
    }
    if is_quoted {
        return Err(FactError::at_line(file, record_line, FileProblem::OpenQuote));
    }
    cells.push(cell);
    push_record(&mut records, record_line, cells);
    Ok(records)
}

/// A line without any text is no record.
fn push_record(records: &mut Vec<(u32, Vec<String>)>, line: u32, cells: Vec<String>) {
    if cells.iter().any(|cell| !cell.trim().is_empty()) {
        records.push((line, cells));
    }
}
