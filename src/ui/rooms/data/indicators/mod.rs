//! Own indicators: defined here in place, kept with the municipality's tables, and from then on an
//! indicator like any other.

mod form;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::kept::{self, Place};
use crate::exchange::Tables;
use crate::exchange::indicator::{Draft, Wrong, without};
use crate::facts::Municipality;
use crate::facts::indicator::OwnIndicator;
use crate::i18n::{Lang, time};
use crate::ui::{keep, page};
use form::IndicatorForm;

#[derive(Properties)]
pub struct IndicatorPanelProps {
    pub city: Rc<Municipality>,
    pub tables: Rc<Tables>,
    pub lang: Lang,
}

impl PartialEq for IndicatorPanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.lang == other.lang
    }
}

/// What stands below the list.
#[derive(Clone, Default, PartialEq)]
struct Open {
    /// The form as it was opened; none while it is closed.
    draft: Option<Rc<Draft>>,
    wrong: Rc<[Wrong]>,
    /// Why the tables could not be kept.
    refused: Option<AttrValue>,
}

#[component]
pub fn IndicatorPanel(props: &IndicatorPanelProps) -> Html {
    let lang = props.lang;
    let open = use_state_eq(Open::default);
    let on_open = {
        let open = open.setter();
        Callback::from(move |draft: Option<Draft>| {
            open.set(Open { draft: draft.map(Rc::new), ..Open::default() });
        })
    };
    let on_keep = {
        let (now, open) = (Place::of(&props.city.code, &props.tables), open.clone());
        Callback::from(move |(tables, from, said): (Tables, String, String)| {
            let (now, open) = (now.clone(), open.clone());
            yew::platform::spawn_local(async move {
                if let Err(refused) = kept::put_right(&now, &tables, &from, &said, lang).await {
                    open.set(Open { refused: Some(refused.into()), ..(*open).clone() });
                }
            });
        })
    };
    let on_done = {
        let (city, tables, open) = (props.city.clone(), props.tables.clone(), open.clone());
        let on_keep = on_keep.clone();
        Callback::from(move |draft: Draft| match draft.put(&tables, &city) {
            Ok(after) => {
                let label = draft.label.trim();
                let (from, said) = (words::made(lang, label), words::made_done(lang, label));
                on_keep.emit((after, from, said));
            }
            Err(wrong) => open.set(Open { wrong: wrong.into(), refused: None, ..(*open).clone() }),
        })
    };
    let add = {
        let (city, on_open) = (props.city.clone(), on_open.clone());
        Callback::from(move |_: MouseEvent| on_open.emit(Some(Draft::new(&city))))
    };
    let city = &props.city;
    let list = city.indicators.iter().map(|own| line(own, props, (&on_open, &on_keep)));
    html! {
        <section class="panel indicators">
            <div class="panel-head"><h3>{ words::TITLE.get(lang) }</h3></div>
            <p class="panel-note">{ words::LEAD.get(lang) }</p>
            if city.indicators.is_empty() { <p>{ words::NONE.get(lang) }</p> } else {
                <ul class="stand-towns">{ for list }</ul>
            }
            if let Some(draft) = &open.draft {
                <IndicatorForm key={draft.key.clone()} draft={draft.clone()} city={city.clone()}
                    wrong={open.wrong.clone()} {on_done} on_close={on_open.reform(|()| None)} {lang} />
            } else {
                <button type="button" class="button secondary" data-indicator-add="" onclick={add}>
                    { words::ADD.get(lang) }
                </button>
            }
            if let Some(refused) = &open.refused {
                <p class="field-error" role="alert">{ refused }</p>
            }
        </section>
    }
}

type Deeds<'a> = (&'a Callback<Option<Draft>>, &'a Callback<(Tables, String, String)>);

fn line(own: &OwnIndicator, props: &IndicatorPanelProps, (on_open, on_keep): Deeds<'_>) -> Html {
    let IndicatorPanelProps { city, tables, lang } = props;
    let lang = *lang;
    let (label, unit) = (own.label.get(lang), own.unit.get(lang));
    let seen = city.observed(own.measure.as_str(), city.places.root());
    let newest = seen.last().map(|seen| (time::when(lang, seen.when), seen.value));
    let edit = {
        let draft = Draft::of(city, own);
        on_open.reform(move |_: MouseEvent| Some(draft.clone()))
    };
    let delete = {
        let (tables, key, label) = (tables.clone(), own.measure.0.clone(), label.to_owned());
        on_keep.reform(move |_: MouseEvent| {
            let (from, said) = (words::deleted(lang, &label), words::deleted_done(lang, &label));
            (without(&tables, &key), from, said)
        })
    };
    let look = {
        let key = own.measure.0.clone();
        Callback::from(move |_: MouseEvent| {
            keep::save_look(&key, "");
            page::set_address("#/forecast");
        })
    };
    let button = |name, mark: &'static str, onclick: Callback<MouseEvent>| {
        let whole = words::of(lang, name, label);
        html! {
            <button type="button" class="button secondary small" data-indicator={mark}
                aria-label={whole} {onclick}>{ name.get(lang) }</button>
        }
    };
    html! {
        <li key={own.measure.0.clone()} data-own={own.measure.0.clone()}>
            <span><strong>{ label }</strong>{ " " }
                { words::line(lang, newest, unit, words::driver(own.driver)) }</span>
            { button(words::LOOK, "look", look) }
            { button(words::EDIT, "edit", edit) }
            { button(words::DELETE, "delete", delete) }
        </li>
    }
}
