//! A figure put right in place: one's own value with who, why and since when; what depends on it;
//! and the way back to the original.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::uses::{results, uses};
use super::words;
use crate::exchange::Tables;
use crate::exchange::tables::Rows;
use crate::facts::Municipality;
use crate::facts::observation::Observation;
use crate::facts::read::{OWN_COLUMNS, OWN_FIGURES};
use crate::i18n::{Lang, number, time};
use crate::sources::Grade;
use crate::ui::page;
use crate::units::When;

/// What the person enters; none takes his own figure away again.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub value: f64,
    pub grade: Grade,
    pub by: String,
    pub why: String,
    /// The day, as it is to stand in the citation.
    pub entered: String,
}

const HEADERS: [(&str, &str); 6] = [
    ("source", "in rows"),
    ("unit", "by measure"),
    ("as_of", "in rows"),
    ("retrieved", "in rows"),
    ("grade", "in rows"),
    ("note", "own figures"),
];

const KEYS: [&str; 3] = ["measure", "place", "time"];

fn key_of(city: &Municipality, seen: &Observation) -> [String; 3] {
    let time = crate::exchange::settle::time_key(seen.when);
    [seen.measure.0.clone(), city.places.code(seen.place).to_owned(), time]
}

fn own_rows(tables: &Tables) -> Rows {
    tables.rows(OWN_FIGURES).unwrap_or_else(|| Rows::new(&HEADERS, &OWN_COLUMNS))
}

/// Whether a figure is one's own.
pub fn is_own(city: &Municipality, tables: &Tables, seen: &Observation) -> bool {
    let key = key_of(city, seen);
    own_rows(tables).rows.iter().any(|row| row[..3] == key)
}

/// The tables with one's own figure in place of this one, or with the original back.
pub fn with(tables: &Tables, city: &Municipality, seen: &Observation, own: Option<&Own>) -> Tables {
    let mut rows = own_rows(tables);
    let key = key_of(city, seen);
    match own {
        Some(Own { value, grade, by, why, entered }) => {
            let [measure, place, time] = key;
            let (value, grade) = (value.to_string(), grade.key().to_owned());
            let cells =
                [measure, place, time, value, grade, by.clone(), why.clone(), entered.clone()];
            rows.put(&KEYS, cells.to_vec());
        }
        None => rows.rows.retain(|row| row[..3] != key),
    }
    let mut after = tables.clone();
    if rows.rows.is_empty() {
        after.remove(OWN_FIGURES);
    } else {
        after.set_rows(OWN_FIGURES, &rows);
    }
    after
}

#[derive(Properties, PartialEq)]
pub struct EditProps {
    pub label: AttrValue,
    pub measure: AttrValue,
    pub when: When,
    /// The value with its unit.
    pub value: AttrValue,
    pub unit: AttrValue,
    pub is_own: bool,
    /// What was wrong with the last attempt.
    pub refused: Option<AttrValue>,
    pub on_done: Callback<Option<Own>>,
    pub on_close: Callback<()>,
    pub lang: Lang,
}

#[component]
pub fn Edit(props: &EditProps) -> Html {
    let lang = props.lang;
    let [value, by, why] = [use_node_ref(), use_node_ref(), use_node_ref()];
    let grade = use_node_ref();
    let is_wrong = use_state_eq(|| false);
    use_effect_with((), |()| page::focus_on("#own-value"));
    let submit = {
        let nodes = [value.clone(), by.clone(), why.clone()];
        let (grade, is_wrong, on_done) = (grade.clone(), is_wrong.setter(), props.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = |node: &NodeRef| {
                node.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
            };
            let [value, by, why] = nodes.each_ref().map(text);
            let Some(value) = crate::exchange::cells::number::read(&value).value() else {
                is_wrong.set(true);
                return;
            };
            let index = grade.cast::<HtmlSelectElement>().map_or(0, |s| s.selected_index());
            let grade = if index == 1 { Grade::Assumed } else { Grade::Observed };
            on_done.emit(Some(Own { value, grade, by, why, entered: words::today() }));
        })
    };
    let back = props.on_done.reform(|_: MouseEvent| None);
    let close = props.on_close.reform(|_: MouseEvent| ());
    let field = |id: &'static str, label: &'static str, node: &NodeRef| {
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <input type="text" {id} ref={node.clone()} required=true />
            </div>
        }
    };
    html! {
        <form class="figure-edit" onsubmit={submit} data-edit={props.measure.clone()}>
            <p><strong>{ &props.label }</strong>{ " " }{ time::when(lang, props.when) }{ " " }
                { words::now_is(lang, &props.value) }</p>
            { used_by(&props.measure, lang) }
            <div class="figure-fields">
                { field("own-value", words::OWN_VALUE.get(lang), &value) }
                <span>{ &props.unit }</span>
                <div class="field">
                    <label for="own-grade">{ words::GRADE.get(lang) }</label>
                    <select id="own-grade" ref={grade}>
                        // Said, or a list filled from its end would show its last one.
                        <option selected=true>{ Grade::Observed.label().get(lang) }</option>
                        <option>{ Grade::Assumed.label().get(lang) }</option>
                    </select>
                </div>
                { field("own-by", words::BY.get(lang), &by) }
                { field("own-why", words::WHY.get(lang), &why) }
            </div>
            <p role="status">
                if *is_wrong { { words::NOT_A_NUMBER.get(lang) } }
                if let Some(refused) = &props.refused { { refused } }
            </p>
            <button type="submit" class="button primary small">{ words::USE_OWN.get(lang) }</button>
            if props.is_own {
                <button type="button" class="button secondary small" data-original="" onclick={back}>
                    { words::ORIGINAL.get(lang) }
                </button>
            }
            <button type="button" class="button text small" onclick={close}>
                { words::CANCEL.get(lang) }
            </button>
        </form>
    }
}

/// «この数字を使う結果».
fn used_by(measure: &str, lang: Lang) -> Html {
    let chains = uses(measure);
    let names: Vec<&str> = results(chains).map(|id| id.spec().label.get(lang)).collect();
    html! {
        <details data-uses={chains.len().to_string()}>
            <summary>{ words::uses(lang, &number::exact(names.len() as i64), names.is_empty()) }</summary>
            if names.is_empty() { <p>{ words::USES_NONE.get(lang) }</p> } else {
                <ul class="figure-uses">{ for names.iter().map(|name| html! { <li>{ *name }</li> }) }</ul>
            }
        </details>
    }
}
