//! The library's tools: new, import, export, search, order, compare; and how much room is left.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::deeds::Deed;
use super::words;
use crate::i18n::{Lang, Text};
use crate::scenario::shelf::{Order, Summary, tags};
use crate::ui::components::file_choice::FileChoice;
use crate::ui::page;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    pub query: String,
    pub tag: String,
    pub order: Order,
}

#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    pub all: Rc<[Summary]>,
    pub wanted: Wanted,
    pub n_shown: usize,
    pub chosen: Vec<String>,
    pub lang: Lang,
    pub on_deed: Callback<Deed>,
    pub on_want: Callback<Wanted>,
}

#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let ToolsProps { wanted, lang, on_deed, on_want, .. } = props;
    let lang = *lang;
    let search = {
        let (on_want, wanted) = (on_want.clone(), wanted.clone());
        Callback::from(move |event: InputEvent| {
            let query = event.target_unchecked_into::<HtmlInputElement>().value();
            on_want.emit(Wanted { query, ..wanted.clone() });
        })
    };
    html! {
        <div class="library-tools panel">
            <div class="library-row">
                <button type="button" class="button" data-deed="new"
                    onclick={on_deed.reform(|_: MouseEvent| Deed::New)}>
                    { words::NEW.get(lang) }
                </button>
                <FileChoice id="library-file" label={words::IMPORT.get(lang)} accept=".json,.zip"
                    multiple=true on_files={on_deed.reform(Deed::Import)} {lang} />
                <button type="button" class="button secondary" data-deed="export-all"
                    onclick={on_deed.reform(|_: MouseEvent| Deed::ExportAll)}>
                    { words::EXPORT_ALL.get(lang) }
                </button>
                { compare(props) }
            </div>
            <div class="library-row">
                <input type="search" class="table-search" value={wanted.query.clone()}
                    oninput={search} aria-label={words::SEARCH.get(lang)}
                    placeholder={words::SEARCH.get(lang)} />
                { tag_choice(props) }
                { order_choice(props) }
                <span class="panel-note" data-count="">{ words::count(lang, props.n_shown) }</span>
            </div>
            <RoomLeft {lang} />
        </div>
    }
}

fn compare(props: &ToolsProps) -> Html {
    let lang = props.lang;
    let can = (2..=4).contains(&props.chosen.len());
    let address = format!("#/compare/{}", props.chosen.join(","));
    let onclick = Callback::from(move |_: MouseEvent| page::set_address(&address));
    html! {
        <>
            <button type="button" class="button secondary" data-deed="compare" disabled={!can}
                {onclick}>{ words::COMPARE.get(lang) }</button>
            if !can { <span class="panel-note">{ words::COMPARE_HINT.get(lang) }</span> }
        </>
    }
}

fn tag_choice(props: &ToolsProps) -> Html {
    let (lang, wanted) = (props.lang, props.wanted.clone());
    let all = tags(&props.all);
    if all.is_empty() {
        return html! {};
    }
    let onchange = {
        let (on_want, wanted) = (props.on_want.clone(), wanted.clone());
        Callback::from(move |event: Event| {
            let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
            on_want.emit(Wanted { tag, ..wanted.clone() });
        })
    };
    let option = |tag: &String| {
        html! { <option value={tag.clone()} selected={*tag == wanted.tag}>{ tag }</option> }
    };
    html! {
        <label>{ words::TAG.get(lang) }
            <select {onchange} data-field="tag">
                <option value="" selected={wanted.tag.is_empty()}>
                    { words::ALL_TAGS.get(lang) }
                </option>
                { for all.iter().map(option) }
            </select>
        </label>
    }
}

fn order_choice(props: &ToolsProps) -> Html {
    const ORDERS: [(Order, &str, Text); 3] = [
        (Order::Newest, "newest", words::NEWEST),
        (Order::Name, "name", words::BY_NAME),
        (Order::Chance, "chance", words::BY_CHANCE),
    ];
    let (lang, wanted) = (props.lang, props.wanted.clone());
    let onchange = {
        let (on_want, wanted) = (props.on_want.clone(), wanted.clone());
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            let order = ORDERS.iter().find(|(_, other, _)| *other == key);
            let order = order.map_or(Order::Newest, |(order, ..)| *order);
            on_want.emit(Wanted { order, ..wanted.clone() });
        })
    };
    let option = |(order, key, label): &(Order, &'static str, Text)| {
        html! {
            <option value={*key} selected={*order == wanted.order}>{ label.get(lang) }</option>
        }
    };
    html! {
        <label>{ words::ORDER.get(lang) }
            <select {onchange} data-field="order">{ for ORDERS.iter().map(option) }</select>
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct RoomLeftProps {
    lang: Lang,
}

/// Storage used and left, as far as the browser tells.
#[component]
fn RoomLeft(props: &RoomLeftProps) -> Html {
    let found = use_state_eq(|| None::<page::StorageRoom>);
    {
        let found = found.setter();
        use_effect_with((), move |()| {
            yew::platform::spawn_local(async move { found.set(page::storage_room().await) });
        });
    }
    let Some(room) = *found else { return html! {} };
    html! {
        <p class="panel-note" data-room="">
            { words::room(props.lang, room.used, room.left, room.is_persistent) }
        </p>
    }
}
