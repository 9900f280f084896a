//! A table that sorts and searches: the other way to look at what a map shows.

use std::cmp::Ordering;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words::Words;
use crate::i18n::Lang;
use crate::i18n::number::{self, Counter};
use crate::units::sort_few;

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub label: AttrValue,
    /// Numbers stand to the right, and start with the largest when sorted.
    pub is_number: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DataCell {
    pub shown: AttrValue,
    /// What it is sorted by; words by what is shown, numbers by their value.
    pub rank: Option<f64>,
    /// A sparkline or tag after the text.
    pub picture: Html,
}

impl DataCell {
    pub fn word(shown: impl Into<AttrValue>) -> Self {
        Self { shown: shown.into(), rank: None, picture: Html::default() }
    }

    pub fn number(value: f64, shown: impl Into<AttrValue>) -> Self {
        Self { shown: shown.into(), rank: Some(value), picture: Html::default() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct DataRow {
    pub key: AttrValue,
    /// What the search looks at besides the first cell: the ward's name, a reading.
    pub also: AttrValue,
    pub cells: Vec<DataCell>,
}

/// The rows of a table, shared, and compared by identity: comparing what they hold at each drawing
/// of what is around them would cost more than it saves.
#[derive(Clone, Debug)]
pub struct Rows(pub Rc<[DataRow]>);

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sort {
    Up(usize),
    Down(usize),
}

impl Sort {
    pub fn column(self) -> usize {
        match self {
            Self::Up(column) | Self::Down(column) => column,
        }
    }

    /// Pressing a heading: first the interesting end, then the other.
    pub fn after_press(now: Option<Self>, column: usize, is_number: bool) -> Self {
        match now {
            Some(Self::Up(at)) if at == column => Self::Down(column),
            Some(Self::Down(at)) if at == column => Self::Up(column),
            _ if is_number => Self::Down(column),
            _ => Self::Up(column),
        }
    }
}

/// The rows to show, in order: those that match, sorted. Cells without a number come last.
pub fn arrange(rows: &[DataRow], sort: Option<Sort>, query: &str) -> Vec<usize> {
    let query = query.trim().to_ascii_lowercase();
    let matches = |row: &DataRow| {
        let first = row.cells.first().map(|cell| cell.shown.as_str()).unwrap_or_default();
        query.is_empty() || format!("{first}\n{}", row.also).to_ascii_lowercase().contains(&query)
    };
    let mut kept: Vec<usize> = (0..rows.len()).filter(|&i| matches(&rows[i])).collect();
    if let Some(sort) = sort {
        sort_few(&mut kept, |&a, &b| order(&rows[a], &rows[b], sort));
    }
    kept
}

fn order(a: &DataRow, b: &DataRow, sort: Sort) -> Ordering {
    let (Some(a), Some(b)) = (a.cells.get(sort.column()), b.cells.get(sort.column())) else {
        return Ordering::Equal;
    };
    let turned =
        |order: Ordering| if matches!(sort, Sort::Down(_)) { order.reverse() } else { order };
    let number = |cell: &DataCell| cell.rank.filter(|rank| rank.is_finite());
    match (number(a), number(b)) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => turned(a.shown.cmp(&b.shown)),
    }
}

#[derive(Properties, PartialEq)]
pub struct DataTableProps {
    /// For tests: `data-table`.
    pub name: AttrValue,
    pub caption: AttrValue,
    /// Where a heading beside the table says the same already.
    #[prop_or_default]
    pub hides_caption: bool,
    pub columns: Rc<[Column]>,
    pub rows: Rows,
    #[prop_or_default]
    pub sort: Option<Sort>,
    #[prop_or_default]
    pub has_search: bool,
    #[prop_or_default]
    pub chosen: AttrValue,
    /// Gets the row's key; with it, the first cell is a button.
    #[prop_or_default]
    pub on_choose: Option<Callback<AttrValue>>,
    pub lang: Lang,
}

#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let sort = use_state_eq(|| props.sort);
    let query = use_state_eq(String::new);
    let rows = &props.rows.0;
    let kept = arrange(rows, *sort, &query);
    let press = {
        let sort = sort.clone();
        Callback::from(move |(column, is_number)| {
            sort.set(Some(Sort::after_press(*sort, column, is_number)));
        })
    };
    let search = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
        })
    };
    let heads = props
        .columns
        .iter()
        .enumerate()
        .map(|(i, column)| head(Words(props.lang), column, i, *sort, &press));
    let told = match kept.len() {
        _ if query.trim().is_empty() => String::new(),
        0 => Words(props.lang).no_rows().to_owned(),
        n => number::exact_count(props.lang, n as i64, Counter::Places),
    };
    html! {
        <div class="data-table" data-table={&props.name}>
            if props.has_search {
                <input type="search" class="table-search" value={(*query).clone()} oninput={search}
                    aria-label={Words(props.lang).search()}
                    placeholder={Words(props.lang).search()} />
            }
            <div class="table-scroll" tabindex="0" role="region" aria-label={&props.caption}>
                <table>
                    <caption class={props.hides_caption.then_some("visually-hidden")}>
                        { &props.caption }
                    </caption>
                    <thead><tr>{ for heads }</tr></thead>
                    <tbody>{ for kept.iter().map(|&i| row(props, &rows[i])) }</tbody>
                </table>
            </div>
            if kept.is_empty() {
                <p class="table-empty">{ Words(props.lang).no_rows() }</p>
            }
            // How many are left is seen; those who do not see it are told, while they search.
            <p class="visually-hidden" role="status">{ told }</p>
        </div>
    }
}

/// A heading that sorts when it is pressed.
pub fn head(
    words: Words,
    column: &Column,
    at: usize,
    sort: Option<Sort>,
    press: &Callback<(usize, bool)>,
) -> Html {
    let (aria, arrow) = match sort {
        Some(Sort::Up(i)) if i == at => ("ascending", "M3 9l5 -6l5 6Z"),
        Some(Sort::Down(i)) if i == at => ("descending", "M3 7l5 6l5 -6Z"),
        _ => ("none", "M4 7l4 -5l4 5ZM4 9l4 5l4 -5Z"),
    };
    let word = if aria == "ascending" { words.sort_down() } else { words.sort_up() };
    let is_number = column.is_number;
    let onclick = press.reform(move |_: MouseEvent| (at, is_number));
    html! {
        <th scope="col" aria-sort={aria} class={is_number.then_some("number")}>
            <button type="button" class="sort" {onclick} title={word}>
                { &column.label }
                <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d={arrow}
                    /></svg>
            </button>
        </th>
    }
}

fn row(props: &DataTableProps, row: &DataRow) -> Html {
    let is_chosen = row.key == props.chosen;
    let cell = |(i, cell): (usize, &DataCell)| {
        let is_number = props.columns.get(i).is_some_and(|column| column.is_number);
        let body = html! { <>{ &cell.shown }{ cell.picture.clone() }</> };
        match (&props.on_choose, i) {
            (Some(on_choose), 0) => {
                let key = row.key.clone();
                let onclick = on_choose.reform(move |_: MouseEvent| key.clone());
                html! {
                    <th scope="row">
                        <button type="button" class="row-choose"
                            aria-pressed={is_chosen.to_string()} {onclick}>
                            { body }
                        </button>
                    </th>
                }
            }
            (None, 0) => html! { <th scope="row">{ body }</th> },
            _ => html! { <td class={is_number.then_some("number")}>{ body }</td> },
        }
    };
    html! {
        <tr key={row.key.to_string()} data-row={&row.key} class={is_chosen.then_some("chosen")}>
            { for row.cells.iter().enumerate().map(cell) }
        </tr>
    }
}
