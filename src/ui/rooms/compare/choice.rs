//! Which scenarios are compared: chips to remove, a list and a file to add.

use std::rc::Rc;

use web_sys::{File, HtmlSelectElement};
use yew::prelude::*;

use super::sources::{SIDES_MAX, Side, address, in_page, led_by};
use super::words;
use crate::i18n::Lang;
use crate::scenario::archive::unpack;
use crate::scenario::link;
use crate::scenario::presets::PRESETS;
use crate::scenario::shelf::{Order, Summary, arrange};
use crate::ui::components::file_choice::FileChoice;
use crate::ui::rooms::library::deeds::shown_name;
use crate::ui::storage::shelves::Shelves;
use crate::ui::{files, page};

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// As the address names them.
    pub named: Vec<String>,
    pub sides: Rc<[Side]>,
    pub lang: Lang,
}

#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { named, sides, lang } = props;
    let lang = *lang;
    let kept = use_kept();
    let add = {
        let named = named.clone();
        Callback::from(move |source: String| {
            let named: Vec<String> = named.iter().cloned().chain([source]).collect();
            page::set_address(&address(&named));
        })
    };
    let chip = |(i, side): (usize, &Side)| {
        let name = words::side(lang, i, &side.name(lang));
        let others: Vec<String> =
            named.iter().filter(|name| **name != side.source).cloned().collect();
        let onclick = Callback::from(move |_: MouseEvent| page::set_address(&address(&others)));
        let first = led_by(named, &side.source);
        let lead = Callback::from(move |_: MouseEvent| page::set_address(&address(&first)));
        html! {
            <li>
                { &name }
                if 0 < i {
                    <button type="button" class="button text small" data-lead={i.to_string()}
                        onclick={lead} aria-label={format!("{} {name}", words::LEAD_THIS.get(lang))}>
                        { words::LEAD_THIS.get(lang) }
                    </button>
                }
                <button type="button" class="button text small" {onclick}
                    aria-label={format!("{} {name}", words::REMOVE.get(lang))}>
                    { words::REMOVE.get(lang) }
                </button>
            </li>
        }
    };
    html! {
        <section class="panel compare-choice" data-print="no">
            <h3>{ words::CHOOSE.get(lang) }</h3>
            <ul class="compare-chips">{ for sides.iter().enumerate().map(chip) }</ul>
            if sides.len() < SIDES_MAX {
                <div class="library-row">
                    { list(&kept, lang, &add) }
                    { file(lang, &add) }
                </div>
            }
        </section>
    }
}

#[hook]
fn use_kept() -> Rc<[Summary]> {
    let kept = use_state_eq(Vec::<Summary>::new);
    {
        let kept = kept.setter();
        use_effect_with((), move |()| {
            yew::platform::spawn_local(async move {
                if let Ok(shelves) = Shelves::open().await {
                    kept.set(shelves.all().await.unwrap_or_default());
                }
            });
        });
    }
    arrange(&kept, "", "", Order::Newest).into()
}

fn list(kept: &[Summary], lang: Lang, add: &Callback<String>) -> Html {
    let onchange = add.reform(|event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        let source = select.value();
        select.set_value("");
        source
    });
    let carried = in_page();
    html! {
        <label>{ words::ADD.get(lang) }
            <select {onchange} data-field="add">
                <option value="" selected=true>{ words::ADD_HINT.get(lang) }</option>
                <option value="now">{ words::NOW.get(lang) }</option>
                if !carried.is_empty() {
                    <optgroup label={words::IN_PAGE.get(lang)}>
                        { for carried.iter().enumerate().map(|(i, scenario)| html! {
                            <option value={format!("page:{i}")}>
                                { shown_name(&scenario.name, lang) }
                            </option>
                        }) }
                    </optgroup>
                }
                <optgroup label={words::PRESETS.get(lang)}>
                    { for PRESETS.iter().map(|preset| html! {
                        <option value={format!("preset:{}", preset.key)}>
                            { preset.name.get(lang) }
                        </option>
                    }) }
                </optgroup>
                if !kept.is_empty() {
                    <optgroup label={words::KEPT.get(lang)}>
                        { for kept.iter().map(|summary| html! {
                            <option value={summary.id.clone()}>
                                { shown_name(&summary.name, lang) }
                            </option>
                        }) }
                    </optgroup>
                }
            </select>
        </label>
    }
}

/// A file is not kept: it stands in the address, as a link would.
fn file(lang: Lang, add: &Callback<String>) -> Html {
    let add = add.clone();
    let on_files = Callback::from(move |list: Vec<File>| {
        let add = add.clone();
        yew::platform::spawn_local(async move {
            for (name, bytes) in files::read_all(&list).await.into_iter().take(1) {
                let scenarios = unpack(&name, &bytes).scenarios;
                if !scenarios.is_empty() {
                    let word = link::to_word(&scenarios.iter().collect::<Vec<_>>());
                    add.emit(format!("link:{word}"));
                }
            }
        });
    });
    html! {
        <FileChoice id="compare-file" label={words::FROM_FILE.get(lang)} accept=".json,.zip"
            {on_files} {lang} />
    }
}
