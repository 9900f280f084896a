//! The list of figures: search, two choices, headings that sort, fifty rows at a time.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::edit::{self, Edit};
use super::kept::{self, Place};
use super::lines::{Asked, Column, Line, Shelf, arrange, lines};
use super::words;
use crate::exchange::Tables;
use crate::facts::Municipality;
use crate::facts::figures::{FigureRow, count_by_grade};
use crate::facts::observation::Observation;
use crate::i18n::{Lang, Text};
use crate::sources::Grade;
use crate::ui::components::data_table::{self, Sort, head};
use crate::ui::components::grade_tag::GradeTag;
use crate::ui::components::words::Words;

/// Rows shown at first, and added by each press: more would be felt while typing.
const PAGE: usize = 50;

#[derive(Properties)]
pub struct FigurePanelProps {
    pub city: Rc<Municipality>,
    pub tables: Rc<Tables>,
    pub rows: Rc<Vec<FigureRow>>,
    pub lang: Lang,
}

impl PartialEq for FigurePanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows) && self.lang == other.lang
    }
}

/// What is asked, and how many rows of the answer are shown.
#[derive(Clone, PartialEq)]
struct Shown {
    asked: Asked,
    n_rows: usize,
}

impl Shown {
    fn of(asked: Asked) -> Self {
        Self { asked, n_rows: PAGE }
    }
}

#[component]
pub fn FigurePanel(props: &FigurePanelProps) -> Html {
    let FigurePanelProps { city, tables, rows, lang } = props;
    let lang = *lang;
    let ready = {
        let (city, rows) = (city.clone(), rows.clone());
        use_memo(lang, move |lang| lines(&city, &rows, *lang))
    };
    let shown = use_state_eq(|| Shown::of(Asked::default()));
    let open = use_state_eq(|| None::<usize>);
    let refused = use_state_eq(|| None::<AttrValue>);
    let own = {
        let tables = tables.clone();
        use_memo(city.content_hash(), |_| {
            city.observations
                .iter()
                .map(|seen| edit::is_own(city, &tables, seen))
                .collect::<Vec<_>>()
        })
    };
    let kept = arrange(&ready, &shown.asked, lang);
    let n_shown = kept.len().min(shown.n_rows);
    let visible = kept[..n_shown].iter().map(|i| (*i, &ready[*i]));
    let on_more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            shown.set(Shown { n_rows: shown.n_rows + PAGE, ..(*shown).clone() });
        })
    };
    html! {
        <section class="panel figures">
            <div class="panel-head"><h3>{ words::FIGURES.get(lang) }</h3></div>
            { tools(&shown, rows, lang) }
            <p class="panel-note" role="status" data-count={kept.len().to_string()}>
                { words::found(lang, kept.len(), ready.len()) }
            </p>
            { listing(&shown, visible, (&open, &own), lang) }
            if let Some(seen) = open.and_then(|at| city.observations.get(at)) {
                { edit_form(props, seen, (&open, &refused), &ready[open.unwrap_or(0)], own[open.unwrap_or(0)]) }
            }
            if kept.is_empty() {
                <p class="table-empty">{ Words(lang).no_rows() }</p>
            }
            if n_shown < kept.len() {
                <button type="button" class="button secondary" data-more="" onclick={on_more}>
                    { words::more(lang, PAGE.min(kept.len() - n_shown), kept.len() - n_shown) }
                </button>
            }
        </section>
    }
}

/// The form for one figure; what is accepted is kept, and the program starts anew with it.
fn edit_form(
    props: &FigurePanelProps,
    seen: &Observation,
    (open, refused): (&UseStateHandle<Option<usize>>, &UseStateHandle<Option<AttrValue>>),
    line: &Line,
    is_own: bool,
) -> Html {
    let lang = props.lang;
    let label = line.row.label.get(lang).to_owned();
    let on_done = {
        let (city, tables, seen) = (props.city.clone(), props.tables.clone(), seen.clone());
        let (refused, label) = (refused.setter(), label.clone());
        Callback::from(move |own: Option<edit::Own>| {
            let after = edit::with(&tables, &city, &seen, own.as_ref());
            let now = Place::of(&city.code, &tables);
            let (refused, label) = (refused.clone(), label.clone());
            yew::platform::spawn_local(async move {
                let (from, said) =
                    (words::put_right(lang, &label), words::put_right_done(lang, &label));
                let words = kept::put_right(&now, &after, &from, &said, lang).await.err();
                refused.set(words.map(AttrValue::from));
            });
        })
    };
    let on_close = {
        let (open, refused) = (open.setter(), refused.setter());
        Callback::from(move |()| {
            open.set(None);
            refused.set(None);
        })
    };
    html! {
        <Edit key={line.words.clone()} {label} measure={seen.measure.0.clone()} when={seen.when}
            value={line.value.clone()} unit={line.row.unit.get(lang).to_owned()} {is_own}
            refused={(**refused).clone()} {on_done} {on_close} {lang} />
    }
}

fn tools(shown: &UseStateHandle<Shown>, rows: &[FigureRow], lang: Lang) -> Html {
    let ask = |change: fn(&mut Asked, &str)| {
        let shown = shown.clone();
        Callback::from(move |value: String| {
            let mut asked = shown.asked.clone();
            change(&mut asked, &value);
            shown.set(Shown::of(asked));
        })
    };
    let search = ask(|asked, words| asked.search = words.to_owned());
    let on_search = search.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.value()
    });
    let shelf = ask(|asked, at| {
        asked.shelf = at.parse().ok().and_then(|at: usize| Shelf::ALL.get(at).copied());
    });
    let grade = ask(|asked, key| asked.grade = Grade::find(key));
    let shelves = Shelf::ALL.iter().enumerate().map(|(at, shelf)| {
        let n = rows.iter().filter(|row| shelf.holds(row)).count();
        (at.to_string(), shelf.label(), n, shown.asked.shelf == Some(*shelf))
    });
    let grades = count_by_grade(rows).into_iter().map(|(grade, n)| {
        (grade.key().to_owned(), grade.label(), n, shown.asked.grade == Some(grade))
    });
    let all = |is_chosen| std::iter::once((String::new(), words::ALL, rows.len(), is_chosen));
    let shelves = all(shown.asked.shelf.is_none()).chain(shelves);
    let grades = all(shown.asked.grade.is_none()).chain(grades);
    html! {
        <div class="figure-tools" role="search" aria-label={words::FIGURES.get(lang)}>
            <div class="field">
                <label for="figure-search">{ words::SEARCH.get(lang) }</label>
                <input type="search" id="figure-search" value={shown.asked.search.clone()}
                    oninput={on_search} aria-describedby="figure-search-hint" />
                <p class="field-hint" id="figure-search-hint">{ words::SEARCH_HINT.get(lang) }</p>
            </div>
            { choice("figure-shelf", words::SHELF, lang, shelves, &shelf) }
            { choice("figure-grade", words::GRADE, lang, grades, &grade) }
        </div>
    }
}

/// One option: its value, its words, how many rows it keeps, whether it is chosen.
type Choice = (String, Text, usize, bool);

fn choice(
    id: &'static str,
    label: Text,
    lang: Lang,
    options: impl Iterator<Item = Choice>,
    on_choose: &Callback<String>,
) -> Html {
    let onchange = on_choose.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        select.value()
    });
    // Each option says whether it is chosen: a list filled from its end would show its last one.
    let option = |(value, label, n, selected): Choice| {
        let words = words::with_count(lang, label.get(lang), n);
        html! { <option {value} {selected}>{ words }</option> }
    };
    html! {
        <div class="field">
            <label for={id}>{ label.get(lang) }</label>
            <select {id} {onchange}>{ for options.map(option) }</select>
        </div>
    }
}

/// The roles are said although a table has them: on a phone its rows are laid out as cards, and
/// browsers then forget that it is one.
fn listing<'a>(
    shown: &UseStateHandle<Shown>,
    visible: impl Iterator<Item = (usize, &'a Line)>,
    (open, own): (&UseStateHandle<Option<usize>>, &[bool]),
    lang: Lang,
) -> Html {
    let sort = shown.asked.sort;
    let press = {
        let shown = shown.clone();
        Callback::from(move |(column, is_number)| {
            let sort = Some(Sort::after_press(shown.asked.sort, column, is_number));
            shown.set(Shown::of(Asked { sort, ..shown.asked.clone() }));
        })
    };
    let heading = |(at, column): (usize, &Column)| {
        let is_number = *column == Column::Value;
        let label = column.label().get(lang).into();
        let column = data_table::Column { label, is_number };
        head(Words(lang), &column, at, sort, &press)
    };
    html! {
        <div class="data-table">
            <div class="table-scroll" tabindex="0" role="region"
                aria-label={words::FIGURES.get(lang)}>
                <table role="table" class="cards" data-table="figures">
                    <caption class="visually-hidden">{ words::FIGURES.get(lang) }</caption>
                    <thead role="rowgroup">
                        <tr role="row">{ for Column::ALL.iter().enumerate().map(heading) }</tr>
                    </thead>
                    <tbody role="rowgroup">
                        { for visible.map(|(at, line)| row(at, line, (open, own), lang)) }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn row(
    at: usize,
    line: &Line,
    (open, own): (&UseStateHandle<Option<usize>>, &[bool]),
    lang: Lang,
) -> Html {
    let Line { row, value, when, source, .. } = line;
    let name = |column: Column| column.label().get(lang);
    let note = row.note.get(lang);
    // The observations stand first in the list, in their own order.
    let is_own = own.get(at).copied();
    let open_it = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(Some(at)))
    };
    html! {
        <tr role="row" key={at}>
            <th role="rowheader" scope="row">
                { row.label.get(lang) }
                if !note.is_empty() { <span class="figure-note">{ note }</span> }
                if is_own == Some(true) { <span class="figure-own">{ words::OWN.get(lang) }</span> }
                if is_own.is_some() {
                    <button type="button" class="button text small" data-edit-open={at.to_string()}
                        aria-label={words::correct_of(lang, row.label.get(lang))} onclick={open_it}>
                        { words::CORRECT.get(lang) }
                    </button>
                }
            </th>
            <td role="cell" class="number" data-name={name(Column::Value)}>{ value }</td>
            <td role="cell" data-name={name(Column::Place)}>{ row.place.get(lang) }</td>
            <td role="cell" data-name={name(Column::When)}>{ when }</td>
            <td role="cell" data-name={name(Column::Kind)}>{ row.kind.get(lang) }</td>
            <td role="cell" data-name={name(Column::Grade)}>
                <GradeTag grade={row.provenance.grade} {lang} />
            </td>
            <td role="cell" class="figure-source" data-name={name(Column::Source)}>{ source }</td>
        </tr>
    }
}
