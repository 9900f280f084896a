//! A municipality's tables as texts by file name: what is read, replaced, kept and handed back.
//! Undoing an import is keeping the value from before it.

use std::collections::BTreeMap;

use crate::facts::builtin::Folder;
use crate::facts::fingerprint::Fnv;
use crate::facts::read::FILES;
use crate::facts::{FactError, Municipality};
use crate::i18n::Lang;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    texts: BTreeMap<String, String>,
}

impl Tables {
    pub fn built_in(folder: &Folder) -> Self {
        let texts = folder.files.iter();
        Self { texts: texts.map(|(name, text)| ((*name).into(), (*text).into())).collect() }
    }

    /// Tables by name and text; what is no table of ours is left out.
    pub fn of(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let is_ours = |(name, _): &(String, String)| FILES.contains(&name.as_str());
        Self { texts: texts.into_iter().filter(is_ours).collect() }
    }

    pub fn get(&self, file: &str) -> Option<&str> {
        self.texts.get(file).map(String::as_str)
    }

    pub fn set(&mut self, file: &str, text: String) {
        self.texts.insert(file.to_owned(), text);
    }

    pub fn remove(&mut self, file: &str) {
        self.texts.remove(file);
    }

    /// File names and texts, in the order of the names.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The number these tables and no others have, whatever program reads them.
    pub fn fingerprint(&self) -> u64 {
        let mut sum = Fnv::default();
        for (name, text) in &self.texts {
            sum.eat_text(name);
            sum.eat_text(text);
        }
        sum.sum()
    }

    pub fn municipality(&self) -> Result<Municipality, Vec<FactError>> {
        Municipality::from_tables(&|file| self.texts.get(file).cloned())
    }

    /// A table's rows; none when there is no such table.
    pub fn rows(&self, file: &str) -> Option<Rows> {
        self.get(file).map(Rows::parse)
    }

    pub fn set_rows(&mut self, file: &str, rows: &Rows) {
        self.set(file, rows.text());
    }
}

/// One table, taken apart: header lines as they stand, column names, cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    pub headers: Vec<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Rows {
    pub fn new(headers: &[(&str, &str)], columns: &[&str]) -> Self {
        let line = |(name, value): &(&str, &str)| format!("# {name}: {value}");
        Self {
            headers: headers.iter().map(line).collect(),
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    pub fn parse(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let headers: Vec<String> = text
            .lines()
            .take_while(|line| line.starts_with('#'))
            .map(|line| line.trim_end().to_owned())
            .collect();
        let body: String =
            text.split_inclusive('\n').skip_while(|line| line.starts_with('#')).collect();
        let mut records = records(&body).into_iter();
        let columns = records.next().unwrap_or_default();
        Self { headers, columns, rows: records.collect() }
    }

    /// What a header line says.
    pub fn header(&self, name: &str) -> &str {
        let of = |line: &'_ str| -> Option<usize> {
            let words = line.strip_prefix('#')?.trim_start();
            let rest = words.strip_prefix(name)?.strip_prefix(':')?;
            Some(line.len() - rest.len())
        };
        let found = self.headers.iter().find_map(|line| Some(line[of(line)?..].trim()));
        found.unwrap_or_default()
    }

    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    pub fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        self.column(column).and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// Puts a row in place of the one with the same key cells, or at the end; was there one?
    pub fn put(&mut self, keys: &[&str], row: Vec<String>) -> bool {
        let keys: Vec<usize> = keys.iter().filter_map(|key| self.column(key)).collect();
        let is_same =
            |old: &&mut Vec<String>| keys.iter().all(|key| old.get(*key) == row.get(*key));
        match self.rows.iter_mut().find(is_same) {
            Some(old) => {
                *old = row;
                true
            }
            None => {
                self.rows.push(row);
                false
            }
        }
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.headers {
            text.push_str(line);
            text.push('\n');
        }
        for row in std::iter::once(&self.columns).chain(&self.rows) {
            let cells: Vec<_> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }
}

/// A cell of a CSV file, in quotes where it needs them.
pub fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, is_quoted) {
            ('"', true) if letters.next_if_eq(&'"').is_some() => cell.push('"'),
            ('"', _) => is_quoted = !is_quoted,
            (',', false) => record.push(std::mem::take(&mut cell).trim().to_owned()),
            ('\r', false) => {}
            ('\n', false) => {
                record.push(std::mem::take(&mut cell).trim().to_owned());
                records.push(std::mem::take(&mut record));
            }
            (letter, _) => cell.push(letter),
        }
    }
    if !cell.is_empty() || !record.is_empty() {
        record.push(cell.trim().to_owned());
        records.push(record);
    }
    records.retain(|record| record.iter().any(|cell| !cell.is_empty()));
    records
}

/// A table by what is in it and by its name.
pub fn name(file: &str, lang: Lang) -> String {
    let what = match (file, lang) {
        ("municipality.csv", Lang::Ja) => "年度などの設定",
        ("municipality.csv", Lang::En) => "settings",
        ("places.csv", Lang::Ja) => "場所",
        ("places.csv", Lang::En) => "places",
        ("population.csv" | "area_population.csv" | "bands.csv" | "census.csv", Lang::Ja) => "人口",
        ("population.csv" | "area_population.csv" | "bands.csv" | "census.csv", Lang::En) => {
            "population"
        }
        ("register.csv", Lang::Ja) => "人口の動き",
        ("register.csv", Lang::En) => "register",
        ("observations.csv", Lang::Ja) => "実績",
        ("observations.csv", Lang::En) => "history",
        ("own_figures.csv", Lang::Ja) => "自分の値",
        ("own_figures.csv", Lang::En) => "own figures",
        ("own_indicators.csv", Lang::Ja) => "独自の指標",
        ("own_indicators.csv", Lang::En) => "own indicators",
        ("targets.csv", Lang::Ja) => "目標",
        ("targets.csv", Lang::En) => "targets",
        ("peers.csv", Lang::Ja) => "ほかの自治体",
        ("peers.csv", Lang::En) => "other municipalities",
        ("measures.csv", Lang::Ja) => "指標の名前",
        ("measures.csv", Lang::En) => "names of measures",
        ("sources.csv", Lang::Ja) => "出典",
        ("sources.csv", Lang::En) => "sources",
        (_, Lang::Ja) => "全国の表の代わり",
        (_, Lang::En) => "in place of a national table",
    };
    match lang {
        Lang::Ja => format!("{what}（{file}）"),
        Lang::En => format!("{what} ({file})"),
    }
}
