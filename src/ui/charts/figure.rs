//! What surrounds every chart: its title, the box that listens to pointer and keys, the line that
//! is read out, the table behind its button. A chart itself only draws.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::export::ExportMenu;
use super::sheet::{Cell, NewestSheet, Sheet, SheetSource};
use super::stage::{Hit, Stage, after_key, nearest};
use super::words::Words;
use crate::i18n::Lang;

#[derive(Properties, PartialEq)]
pub struct ChartFigureProps {
    /// The measure's key, for tests and styles: never shown.
    pub name: AttrValue,
    pub title: AttrValue,
    #[prop_or_default]
    pub unit: AttrValue,
    /// False while the shown numbers still belong to an earlier setting.
    pub fresh: bool,
    pub lang: Lang,
    pub sheet: SheetSource,
    pub stage: Stage,
    pub hits: Rc<[Hit]>,
    /// Enter, space or a click on the thing under the cursor.
    #[prop_or_default]
    pub on_choose: Callback<usize>,
    /// Printed below an exported picture: version, result code.
    #[prop_or_default]
    pub credit: AttrValue,
    /// What is under the cursor, in words.
    pub readout: AttrValue,
    /// Nothing to draw: a sentence takes the picture's place.
    #[prop_or_default]
    pub is_empty: bool,
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
}

#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let words = Words(props.lang);
    let newest = use_mut_ref(|| props.sheet.clone());
    newest.replace(props.sheet.clone());
    let fresh = if props.fresh { "true" } else { "false" };
    // An index has its unit in brackets already.
    let unit = props.unit.trim_matches(['（', '）']);
    let unit = (!unit.is_empty())
        .then(|| html! { <span class="chart-unit">{ "(" }{ unit }{ ")" }</span> });
    let body = if props.is_empty {
        html! { <p class="chart-empty" ref={&props.stage.node}>{ words.no_data() }</p> }
    } else {
        listening_box(props)
    };
    html! {
        <figure class={classes!("chart", props.class.clone())} data-chart={&props.name}
            data-fresh={fresh}>
            <figcaption class="chart-head">
                <span class="chart-title">{ &props.title }</span>
                { unit }
                <span class="chart-updating">{ words.updating() }</span>
            </figcaption>
            if !props.is_empty {
                <div class="chart-tools">
                    <TableBehind lang={props.lang} sheet={props.sheet.clone()} />
                    <ExportMenu lang={props.lang} sheet={NewestSheet(newest)} title={&props.title}
                        name={&props.name} unit={&props.unit} credit={&props.credit}
                        node={&props.stage.node} />
                </div>
            }
            { body }
            <p class="visually-hidden" aria-live="polite">{ &props.readout }</p>
        </figure>
    }
}

fn listening_box(props: &ChartFigureProps) -> Html {
    let point = {
        let (hits, stage) = (props.hits.clone(), props.stage.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some((x, y)) = inside(&event, &stage) {
                stage.on_cursor.emit(nearest(&hits, x, y));
            }
        })
    };
    let leave = {
        let on_cursor = props.stage.on_cursor.clone();
        // A finger lifts after each tap: what it asked for stays until the next one.
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                on_cursor.emit(None);
            }
        })
    };
    let key = {
        let (hits, cursor) = (props.hits.clone(), props.stage.cursor);
        let (on_cursor, on_choose) = (props.stage.on_cursor.clone(), props.on_choose.clone());
        let stage = props.stage.clone();
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            if let (Some(chosen), "Enter" | " ") = (cursor, key.as_str()) {
                event.prevent_default();
                on_choose.emit(chosen);
            } else if let Some(next) = after_key(&hits, cursor, &key) {
                event.prevent_default();
                if let Some(hit) = next.and_then(|at| hits.get(at)) {
                    stage.bring_into_sight(hit);
                }
                on_cursor.emit(next);
            }
        })
    };
    let click = {
        let (cursor, on_choose) = (props.stage.cursor, props.on_choose.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(chosen) = cursor {
                on_choose.emit(chosen);
            }
        })
    };
    let blur = props.stage.on_cursor.reform(|_: FocusEvent| None);
    html! {
        <div class="chart-plot" ref={&props.stage.node} tabindex="0" role="group"
            aria-label={format!("{} {}", props.title, Words(props.lang).how_to_read())}
            onpointermove={point.clone()} onpointerdown={point} onpointerleave={leave}
            onkeydown={key} onclick={click} onblur={blur}>
            { props.children.clone() }
        </div>
    }
}

/// The pointer in the drawing's own coordinates, however large the page shows it. Measured at the
/// chart's own box: Yew listens at the page's root, which is what `current_target` would give.
fn inside(event: &PointerEvent, stage: &Stage) -> Option<(f64, f64)> {
    let element = stage.node.cast::<Element>()?;
    let rect = element.get_bounding_client_rect();
    let (width, height) = (rect.width().max(1.0), rect.height().max(1.0));
    let x = (f64::from(event.client_x()) - rect.left()) / width * stage.size.0;
    let y = (f64::from(event.client_y()) - rect.top()) / height * stage.size.1
        + f64::from(element.scroll_top());
    Some((x, y))
}

#[derive(Properties, PartialEq)]
pub struct TableBehindProps {
    pub lang: Lang,
    pub sheet: SheetSource,
    #[prop_or_default]
    pub starts_open: bool,
}

/// The same numbers as a table. Its rows are made only while it is open.
#[component]
pub fn TableBehind(props: &TableBehindProps) -> Html {
    let is_open = use_state_eq(|| props.starts_open);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok());
            is_open.set(details.is_some_and(|d| d.has_attribute("open")));
        })
    };
    html! {
        <details class="chart-table" open={props.starts_open} {ontoggle}>
            <summary>{ Words(props.lang).table() }</summary>
            if *is_open {
                { table(&props.sheet.0.sheet()) }
            }
        </details>
    }
}

fn table(sheet: &Sheet) -> Html {
    let head = |word: &AttrValue| html! { <th scope="col">{ word }</th> };
    let row = |cells: &Vec<Cell>| html! { <tr>{ for cells.iter().enumerate().map(cell) }</tr> };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={&sheet.caption}>
            <table>
                <caption>{ &sheet.caption }</caption>
                <thead><tr>{ for sheet.head.iter().map(head) }</tr></thead>
                <tbody>{ for sheet.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn cell((column, cell): (usize, &Cell)) -> Html {
    match cell {
        Cell::Word(word) if column == 0 => html! { <th scope="row">{ word }</th> },
        Cell::Word(word) => html! { <td>{ word }</td> },
        Cell::Number(_, shown) => html! { <td class="number">{ shown }</td> },
        Cell::Nothing => html! { <td class="number">{ "–" }</td> },
    }
}
