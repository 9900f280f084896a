//! What a file holds before anybody understands it: cells of text, each with its position.

/// One sheet. All text stands in one string: a sheet of a million small cells would otherwise be
/// a million small strings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<u32>,
    /// How many cells there are up to the end of each row.
    row_ends: Vec<u32>,
    pub merged: Vec<Merged>,
}

/// A block of cells that shows the value of its first; both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u32,
    pub last_column: u32,
}

impl Sheet {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len() as u32);
    }

    pub fn end_row(&mut self) {
        self.row_ends.push(self.ends.len() as u32);
    }

    /// Cells of the row that is being pushed.
    pub fn n_open(&self) -> usize {
        self.ends.len() - self.row_ends.last().map_or(0, |end| *end as usize)
    }

    pub fn n_rows(&self) -> usize {
        self.row_ends.len()
    }

    pub fn n_cells(&self) -> usize {
        self.ends.len()
    }

    pub fn n_columns(&self) -> usize {
        (0..self.n_rows()).map(|row| self.width(row)).max().unwrap_or(0)
    }

    pub fn width(&self, row: usize) -> usize {
        self.range(row).len()
    }

    /// The cell, trimmed; empty outside the row.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let range = self.range(row);
        let index = range.start + column;
        if range.end <= index {
            return "";
        }
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        self.text[start..self.ends[index] as usize].trim()
    }

    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column))
    }

    /// Positions of the cells of a row that hold something.
    pub fn filled(&self, row: usize) -> impl Iterator<Item = (usize, &str)> {
        self.row(row).enumerate().filter(|(_, cell)| !cell.is_empty())
    }

    /// These rows where they are; those before them are empty, those behind are gone.
    pub fn part(&self, rows: std::ops::Range<usize>) -> Self {
        let mut part = Self { name: self.name.clone(), ..Self::default() };
        for row in 0..rows.end {
            if rows.contains(&row) {
                self.row(row).for_each(|cell| part.push(cell));
            }
            part.end_row();
        }
        part.merged = self.merged.clone();
        part
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The first cell of the merged block that this position lies in.
    pub fn merged_origin(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let (row, column) = (row as u32, column as u32);
        let holds = |block: &&Merged| {
            block.first_row <= row
                && row <= block.last_row
                && block.first_column <= column
                && column <= block.last_column
        };
        let block = self.merged.iter().find(holds)?;
        Some((block.first_row as usize, block.first_column as usize))
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let end = self.row_ends.get(row).map_or(0, |end| *end as usize);
        let start =
            if row == 0 { 0 } else { self.row_ends.get(row - 1).map_or(0, |e| *e as usize) };
        start.min(end)..end
    }
}

/// The letters a spreadsheet calls a column by: A … Z, AA …
pub fn column_letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}
