//! Which measure is looked at: all of the catalogue, in groups, to be searched.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words;
use crate::assumptions::Chain;
use crate::i18n::Lang;
use crate::measures::MeasureId;
use crate::ui::words as page_words;
use crate::units::sort_few;

#[derive(Properties, PartialEq)]
pub struct PickerProps {
    pub measure: MeasureId,
    pub on_choose: Callback<MeasureId>,
    pub lang: Lang,
}

#[component]
pub fn MeasurePicker(props: &PickerProps) -> Html {
    let lang = props.lang;
    let is_open = use_state_eq(|| false);
    let query = use_state_eq(String::new);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let oninput = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
        })
    };
    let onkeydown = {
        let is_open = is_open.setter();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                is_open.set(false);
            }
        })
    };
    let choose = {
        let (is_open, query) = (is_open.setter(), query.setter());
        props.on_choose.reform(move |measure| {
            is_open.set(false);
            query.set(String::new());
            measure
        })
    };
    html! {
        <div class="picker" {onkeydown}>
            <button type="button" class="button secondary small picker-button" onclick={toggle}
                aria-expanded={is_open.to_string()} data-picker="measure">
                <span class="visually-hidden">{ words::MEASURE.get(lang) }{ " " }</span>
                { props.measure.spec().label.get(lang) }
                <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
                    <path d="M3 5l5 6l5 -6Z" />
                </svg>
            </button>
            if *is_open {
                <div class="picker-panel" role="dialog" aria-label={words::MEASURE.get(lang)}>
                    <input type="search" class="table-search" value={(*query).clone()} {oninput}
                        aria-label={words::FIND_MEASURE.get(lang)}
                        placeholder={words::FIND_MEASURE.get(lang)} />
                    <div class="picker-list">{ for groups(&query, props.measure, &choose, lang) }</div>
                </div>
            }
        </div>
    }
}

/// Whether a measure is meant by what was typed, in either language.
pub fn is_meant(measure: MeasureId, query: &str) -> bool {
    let spec = measure.spec();
    let query = query.trim().to_ascii_lowercase();
    let names =
        format!("{}\n{}\n{}", spec.label.ja, spec.label.en, page_words::chain(spec.chain).ja);
    names.to_ascii_lowercase().contains(&query)
}

fn groups(query: &str, chosen: MeasureId, choose: &Callback<MeasureId>, lang: Lang) -> Vec<Html> {
    let meant: Vec<MeasureId> = MeasureId::all().filter(|m| is_meant(*m, query)).collect();
    if meant.is_empty() {
        return vec![html! { <p role="status">{ words::NO_MEASURE.get(lang) }</p> }];
    }
    let mut chains: Vec<Chain> = meant.iter().map(|m| m.spec().chain).collect();
    sort_few(&mut chains, Ord::cmp);
    chains.dedup();
    let one = |measure: &MeasureId| {
        let measure = *measure;
        let onclick = choose.reform(move |_: MouseEvent| measure);
        html! {
            <li>
                <button type="button" class="picker-item" {onclick}
                    data-measure={measure.spec().key}
                    aria-pressed={(measure == chosen).to_string()}>
                    { measure.spec().label.get(lang) }
                </button>
            </li>
        }
    };
    let group = |chain: Chain| {
        let of_chain = meant.iter().filter(|m| m.spec().chain == chain);
        html! {
            <section>
                <h3>{ page_words::chain(chain).get(lang) }</h3>
                <ul>{ for of_chain.map(one) }</ul>
            </section>
        }
    };
    chains.into_iter().map(group).collect()
}
