//! Where a sheet's headings are, and what each column says.

use super::facet::{Facet, Kind, Months, PlaceSaid, Role, Sexes};
use super::lexicon::{self, Lexicon};
use super::names::Names;
use super::scale;
use crate::exchange::cells::age::Age;
use crate::exchange::cells::number::Cell;
use crate::exchange::cells::plain::{round_unit, squeezed, without_note};
use crate::exchange::cells::{age, number, time, unit};
use crate::exchange::sheet::Sheet;
use crate::facts::age::Sex;
use crate::units::{FiscalYear, When};

/// What headings are compared with.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub lexicon: &'a Lexicon,
    pub names: &'a Names,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    pub role: Option<Role>,
    pub facet: Facet,
    pub label: String,
    /// «か所» of 「サロン数（か所）」.
    pub unit: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headings {
    /// The lines above the headings.
    pub title: String,
    pub first_row: usize,
    pub first_data_row: usize,
    /// The measure that stands over the names of places.
    pub subject: Option<String>,
    pub columns: Vec<Column>,
}

/// Titles stand above, but not a page of them.
const MAX_ABOVE: usize = 40;
/// A heading of more letters is a sentence.
const MAX_LETTERS: usize = 80;

impl Known<'_> {
    pub fn headings(&self, sheet: &Sheet) -> Option<Headings> {
        // A part of a sheet has nothing above it.
        let top = (0..sheet.n_rows()).find(|row| sheet.filled(*row).next().is_some())?;
        let rows = top..sheet.n_rows().min(top + MAX_ABOVE);
        let first = rows.into_iter().find(|row| self.is_heading(sheet, *row))?;
        let mut after = first + 1;
        while after < sheet.n_rows().min(first + 5) && self.goes_on(sheet, first, after) {
            after += 1;
        }
        // A table of words alone has rows too, even if none of them is a value.
        if !(after..sheet.n_rows()).any(|row| sheet.filled(row).next().is_some()) {
            after = first + 1;
        }
        let title: Vec<_> = (top..first).flat_map(|row| sheet.row(row)).map(str::trim).collect();
        let n_columns = (first..after).map(|row| sheet.width(row)).max().unwrap_or(0);
        let below = sheet.n_rows().min(after + 1);
        let n_columns = (after..below).map(|row| sheet.width(row)).fold(n_columns, usize::max);
        let rows: Vec<usize> = (first..after).collect();
        let counts_ages = self.counts_ages(sheet, &rows);
        let columns = (0..n_columns).map(|column| self.column(sheet, &rows, column, counts_ages));
        let mut columns: Vec<Column> = columns.collect();
        resolve_totals(&mut columns);
        find_other_sexes(&mut columns);
        // «令和2年10月1日現在人口» over one column is the day of the others too.
        let mut dated = columns.iter().filter(|column| column.facet.when.is_some());
        let only = dated.next().filter(|_| dated.next().is_none());
        let only = only.filter(|column| DAY_OF_ALL.iter().any(|word| column.label.contains(word)));
        let title = title.into_iter().chain(only.map(|column| column.label.as_str()));
        let title = title.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        Some(Headings { title, first_row: first, first_data_row: after, subject: None, columns })
    }

    /// Two words or more that mean something, and no plain number.
    pub(super) fn is_heading(&self, sheet: &Sheet, row: usize) -> bool {
        let filled = sheet.filled(row).map(|(_, cell)| cell);
        // Beside a title 「（単位：千人）」 makes no row of headings.
        let filled: Vec<_> = filled.filter(|cell| !scale::tells_unit(cell)).collect();
        if filled.len() < 2 {
            return false;
        }
        let n_known = filled.iter().filter(|cell| self.says_something(cell)).count();
        let n_numbers = filled.iter().filter(|cell| is_bare(cell, &filled)).count();
        // A row of single ages is numbers from end to end.
        let counts_ages =
            10 <= n_numbers && filled.iter().filter(|c| age::bare(c).is_some()).count() >= 10;
        0 < n_known && (n_numbers == 0 || counts_ages)
    }

    /// A second line of headings: says something, and holds no value.
    fn goes_on(&self, sheet: &Sheet, first: usize, row: usize) -> bool {
        let filled: Vec<_> = sheet.filled(row).map(|(_, cell)| cell).collect();
        let is_key = |cell: &str| {
            let is_place = self.names.find(cell, None).is_some();
            is_place || lexicon::is_total(cell) && filled.first() == Some(&cell)
        };
        if !filled.is_empty() && is_line_of_units(sheet, &[first], row) {
            return true;
        }
        let n_units = filled.iter().filter(|cell| is_unit(cell)).count();
        let n_known = n_units + filled.iter().filter(|cell| self.says_something(cell)).count();
        0 < n_known
            && filled.len() <= n_known * 2
            && !filled.iter().any(|cell| is_bare(cell, &filled))
            && !filled.first().is_some_and(|cell| is_key(cell))
            && !self.is_data(sheet, first, row)
    }

    /// A row of data without a number: a word stands where one belongs, or a number that could be
    /// a year. Two of three signs tell it from a line of headings; a heading over several columns,
    /// and a line that begins with a heading's word, are headings whatever stands beside.
    fn is_data(&self, sheet: &Sheet, first: usize, row: usize) -> bool {
        let mut filled = sheet.filled(row);
        let Some((column, key)) = filled.next() else { return false };
        let (role, facet) = self.read(key, false);
        let is_over_one = !sheet.cell(first, column + 1).is_empty();
        if !is_over_one || role.is_some() || is_unit(key) {
            return false;
        }
        let is_no_heading =
            |cell: &str| number::read(cell).is_number() || !self.says_something(cell);
        let signs = [
            lexicon::role(sheet.cell(first, column)).is_some_and(Role::is_key),
            !facet.is_empty(),
            filled.any(|(_, cell)| !is_unit(cell) && is_no_heading(cell)),
        ];
        2 <= signs.into_iter().filter(|sign| *sign).count()
    }

    pub(super) fn says_something(&self, text: &str) -> bool {
        if MAX_LETTERS < text.chars().count() {
            return false;
        }
        let (role, facet) = self.read(text, false);
        role.is_some() || !facet.is_empty()
    }

    fn counts_ages(&self, sheet: &Sheet, rows: &[usize]) -> bool {
        let n_bare = |row: &usize| sheet.row(*row).filter(|cell| age::bare(cell).is_some()).count();
        rows.iter().any(|row| 10 <= n_bare(row))
    }

    /// What one word of a heading says.
    pub(super) fn read(&self, text: &str, counts_ages: bool) -> (Option<Role>, Facet) {
        let text = &without_unit(without_note(text));
        let mut facet = Facet::default();
        if let Some(role) = lexicon::role(text) {
            return (Some(role), facet);
        }
        facet.sex = lexicon::sex(text);
        facet.kind = kind(text);
        facet.is_total = lexicon::is_total(text);
        facet.is_subtotal = lexicon::is_subtotal(text);
        if !facet.is_empty() {
            return (None, facet);
        }
        facet.age = age::read(text).or_else(|| age::bare(text).filter(|_| counts_ages));
        if facet.age.is_some() {
            return (None, facet);
        }
        facet.measure = self.lexicon.measure(text).map(str::to_owned);
        if facet.measure.is_some() {
            return (None, facet);
        }
        facet.month = time::month_alone(text).map(Months::One);
        if facet.month.is_some() {
            return (None, facet);
        }
        if let Some((sex, rest)) = lexicon::sex_and_rest(text) {
            let age = age::read(&rest).or_else(|| age::bare(&rest));
            if age.is_some() || lexicon::is_total(&rest) {
                return (None, Facet { sex: Some(sex), age, ..facet });
            }
        }
        let words = squeezed(text);
        if let Some((when, rest)) = time::leading(&words) {
            facet.when = Some(of_heading(when, &words));
            let rest = behind_date(rest);
            facet.kind = kind(rest);
            facet.measure = self.lexicon.measure(rest).map(str::to_owned);
            facet.sex = lexicon::sex(rest);
            facet.age = age::read(rest);
            let is_all_read = rest.is_empty()
                || facet.age.is_some()
                || facet.kind.is_some()
                || facet.measure.is_some()
                || facet.sex.is_some();
            return (None, if is_all_read { facet } else { Facet::default() });
        }
        if let Some(named) = self.names.find(text, None) {
            facet.place = Some(PlaceSaid::Code(named.code.clone()));
        }
        (None, facet)
    }

    fn column(&self, sheet: &Sheet, rows: &[usize], column: usize, counts_ages: bool) -> Column {
        let mut read = Column::default();
        let last = rows.last().copied().unwrap_or(0);
        for row in rows.iter().copied() {
            let text = heading(sheet, row, last, column);
            if text.is_empty() || is_unit(text) || is_line_of_units(sheet, rows, row) {
                read.unit = unit_of(text).unwrap_or(read.unit);
                continue;
            }
            let (role, facet) = self.read(text, counts_ages);
            // A word over several columns says what their values are, when they say what of.
            let is_above = row != last && !facet.is_empty();
            if role.is_some() && (read.role.is_none() || !is_above) {
                read.role = role;
            }
            // «種別» over 「携帯型」「自宅設置型」: below are values of each, and not their names.
            if role.is_none() && !facet.is_empty() && read.role.is_some_and(Role::is_key) {
                read.role = None;
            }
            read.facet = facet.over(&read.facet);
            read.unit = unit_of(text).unwrap_or(read.unit);
            read.label = label_of(text);
        }
        if read.facet.kind == Some(Kind::Target) || lexicon::speaks_of_targets(&read.label) {
            read.facet.kind = Some(Kind::Target);
        }
        read
    }
}

/// In a heading a forecast's word is one as well: its values are told, and not taken for actuals.
fn kind(text: &str) -> Option<Kind> {
    let forecast = || lexicon::sounds_like_a_kind(text).then_some(Kind::Forecast);
    lexicon::kind(text).or_else(forecast)
}

/// A number, or a sign for none or for what is withheld. Beside men and women 「不明」 is no sign.
fn is_bare(cell: &str, row: &[&str]) -> bool {
    let is_one = |sex| row.iter().any(|cell| lexicon::sex(cell) == Some(Sexes::One(sex)));
    let is_sex = || lexicon::is_other_sex(cell) && Sex::BOTH.into_iter().all(is_one);
    let is_value = !matches!(number::read(cell), Cell::Words | Cell::Empty);
    is_value && time::read(without_note(cell)).is_none() && age::read(cell).is_none() && !is_sex()
}

/// 「計」 is of the ages where the columns are ages, of the sexes where they are sexes, and the
/// year where they are months.
fn resolve_totals(columns: &mut [Column]) {
    let has_ages = columns.iter().any(|column| matches!(column.facet.age, Some(Age::Group(_))));
    let has_sexes = columns.iter().any(|column| matches!(column.facet.sex, Some(Sexes::One(_))));
    let has_months = columns.iter().any(|column| column.facet.month.is_some());
    let by_age_rows = columns.iter().any(|column| column.role == Some(Role::Age));
    for Column { facet, role, .. } in columns {
        if !facet.is_total || role.is_some() {
            continue;
        }
        if has_months {
            facet.month = Some(Months::All);
            facet.is_total = false;
            continue;
        }
        if by_age_rows && !has_sexes && !has_ages {
            facet.is_total = false;
        }
        if has_sexes && facet.sex.is_none() && (facet.age.is_some() || !has_ages) {
            facet.sex = Some(Sexes::Both);
            facet.is_total = false;
        } else if has_ages && facet.age.is_none() {
            facet.age = Some(Age::All);
            facet.is_total = false;
        }
    }
}

/// 「その他」「不明」 beside men and women are people of neither.
fn find_other_sexes(columns: &mut [Column]) {
    let has_sexes = columns.iter().any(|column| matches!(column.facet.sex, Some(Sexes::One(_))));
    let has_ages = columns.iter().any(|column| matches!(column.facet.age, Some(Age::Group(_))));
    for Column { role, facet, label, .. } in columns {
        let is_free = role.is_none() && facet.measure.is_none() && facet.sex.is_none();
        if has_sexes && !has_ages && is_free && lexicon::is_other_sex(label) {
            *facet = Facet { sex: Some(Sexes::Other), ..Facet::default() };
        }
    }
}

/// The heading over a cell: its own, that of its merged block, or the one to its left where a
/// second line below divides it.
fn heading(sheet: &Sheet, row: usize, last: usize, column: usize) -> &str {
    let own = sheet.cell(row, column);
    if !own.is_empty() {
        return own;
    }
    if let Some((first_row, first_column)) = sheet.merged_origin(row, column) {
        // A heading merged downward says the same thing twice.
        return if first_row == row { sheet.cell(first_row, first_column) } else { "" };
    }
    if row == last || sheet.cell(last, column).is_empty() {
        return "";
    }
    let left = (0..column).rev().map(|left| (left, sheet.cell(row, left)));
    let mut left = left.filter(|(_, cell)| !cell.is_empty());
    match left.next() {
        Some((at, cell)) if lexicon::role(cell).is_none() && !sheet.cell(last, at).is_empty() => {
            cell
        }
        _ => "",
    }
}

/// Behind a day: that it is the day a stock was counted on.
const DAY_OF_ALL: [&str; 2] = ["現在", "時点"];

/// What is counted, behind the words for «as of».
fn behind_date(rest: &str) -> &str {
    let rest = rest.strip_prefix('末').unwrap_or(rest);
    let rest = DAY_OF_ALL.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    rest.strip_prefix('の').unwrap_or(rest)
}

/// A year without the word for it is a fiscal year: so offices count.
fn of_heading(when: When, words: &str) -> When {
    match when {
        When::CalendarYear(year) if !words.contains('年') => When::FiscalYear(FiscalYear(year)),
        when => when,
    }
}

fn is_unit(text: &str) -> bool {
    rounded(text).starts_with('(') && unit_of(text).is_some()
}

/// A line below the headings that holds units and nothing else, in brackets or not.
fn is_line_of_units(sheet: &Sheet, headings: &[usize], row: usize) -> bool {
    let is_below = headings.first().is_some_and(|first| *first < row);
    is_below && sheet.filled(row).all(|(_, cell)| is_unit(cell) || unit::read(cell).is_some())
}

/// What stands in brackets behind a heading, or alone.
pub(super) fn unit_of(text: &str) -> Option<String> {
    let text = squeezed(&rounded(text));
    let inside = match text.rsplit_once('(') {
        Some((_, inside)) => inside.strip_suffix(')')?,
        None if unit::read(&text).is_some() => &text,
        None => return None,
    };
    let inside = without_word(inside);
    let is_short = inside.chars().count() <= 6 || unit::read(inside).is_some();
    (!inside.is_empty() && is_short).then(|| inside.to_owned())
}

/// 「単位：千人」「単位 千人」«in thousands»: the unit alone.
fn without_word(inside: &str) -> &str {
    let words = scale::CALLED.into_iter().chain(["単位", "unit", "in"]);
    let bare = words.filter_map(|word| inside.strip_prefix(word));
    let mut bare = bare.filter(|bare| unit::read(bare).is_some());
    bare.next().unwrap_or_else(|| inside.strip_prefix("単位:").unwrap_or(inside))
}

/// 「値［千人］」 is 「値（千人）」.
fn rounded(text: &str) -> String {
    round_unit(text, |inside| unit::read(without_word(inside)).is_some())
}

/// 「値（千人）」 is 「値」 in thousands; other brackets are a part of the name.
pub(super) fn without_unit(text: &str) -> String {
    let is_unit = |unit: &str| unit::read(unit).is_some();
    let has_unit = rounded(text).ends_with(')') && unit_of(text).is_some_and(|it| is_unit(&it));
    if has_unit { label_of(text) } else { text.to_owned() }
}

/// A heading without its unit.
pub(super) fn label_of(text: &str) -> String {
    let plain = rounded(text);
    plain
        .split('(')
        .next()
        .map(str::trim)
        .filter(|bare| !bare.is_empty())
        .unwrap_or(&plain)
        .to_owned()
}
