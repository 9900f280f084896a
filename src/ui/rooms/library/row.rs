//! One line of the library.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::deeds::{Deed, shown_name};
use super::versions::Versions;
use super::words;
use crate::engine::chance::Aim;
use crate::i18n::{Lang, chance, time};
use crate::scenario::shelf::Summary;
use crate::ui::charts::spark::{SparkSeries, Sparkline};
use crate::ui::storage::shelves::Shelves;
use crate::units::FiscalYear;

#[derive(Properties)]
pub struct RowProps {
    pub summary: Summary,
    pub aims: Rc<[Aim]>,
    pub shelves: Rc<Shelves>,
    pub is_open: bool,
    pub is_chosen: bool,
    pub lang: Lang,
    pub on_deed: Callback<Deed>,
    /// Chosen for the comparison, or not any more.
    pub on_choose: Callback<String>,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        self.summary == other.summary
            && self.is_open == other.is_open
            && self.is_chosen == other.is_chosen
            && self.lang == other.lang
    }
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { summary, lang, .. } = props;
    let lang = *lang;
    let is_out = use_state_eq(|| false);
    let name = shown_name(&summary.name, lang);
    let open = deed(props, Deed::Open(summary.id.clone()));
    let on_toggle = {
        let is_out = is_out.clone();
        Callback::from(move |_: Event| is_out.set(!*is_out))
    };
    let choose = {
        let (on_choose, id) = (props.on_choose.clone(), summary.id.clone());
        Callback::from(move |_: Event| on_choose.emit(id.clone()))
    };
    html! {
        <li class={classes!("shelf-row", summary.is_pinned.then_some("pinned"))}
            data-scenario={summary.id.clone()}>
            <input type="checkbox" checked={props.is_chosen} onchange={choose}
                aria-label={format!("{} {name}", words::CHOOSE.get(lang))} />
            { thumbnail(summary, lang) }
            <div class="shelf-words">
                <button type="button" class="shelf-name" onclick={open}>{ &name }</button>
                if props.is_open { <span class="shelf-tag">{ words::OPEN_NOW.get(lang) }</span> }
                { for summary.tags.iter().map(|t| html! { <span class="shelf-tag">{ t }</span> }) }
                if !summary.description.is_empty() { <p>{ &summary.description }</p> }
                <p class="shelf-facts">
                    <span>{ words::moment(lang, summary.changed) }</span>
                    { for chances(props).into_iter().map(|text| html! { <span>{ text }</span> }) }
                </p>
            </div>
            <details class="shelf-more" ontoggle={on_toggle}>
                <summary class="button text small">{ words::MORE.get(lang) }</summary>
                if *is_out { <Deeds ..props.clone() /> }
            </details>
        </li>
    }
}

impl Clone for RowProps {
    fn clone(&self) -> Self {
        Self {
            summary: self.summary.clone(),
            aims: self.aims.clone(),
            shelves: self.shelves.clone(),
            is_open: self.is_open,
            is_chosen: self.is_chosen,
            lang: self.lang,
            on_deed: self.on_deed.clone(),
            on_choose: self.on_choose.clone(),
        }
    }
}

fn deed(props: &RowProps, deed: Deed) -> Callback<MouseEvent> {
    props.on_deed.reform(move |_: MouseEvent| deed.clone())
}

fn thumbnail(summary: &Summary, lang: Lang) -> Html {
    let values: Vec<f64> = summary.spark.iter().map(|v| f64::from(*v)).collect();
    let series = SparkSeries {
        summary: AttrValue::from(shown_name(&summary.name, lang)),
        forecast_from: Some(0),
        span: None,
        values,
    };
    html! { <span class="shelf-chart"><Sparkline series={Rc::new(series)} /></span> }
}

/// The chances of the plan's own targets, which are the first ones.
fn chances(props: &RowProps) -> Vec<String> {
    let known = props.summary.chances.iter().zip(props.aims.iter());
    let shown = known.filter_map(|(chance, aim)| Some(((*chance)?, aim)));
    let told = |(chance, aim): (f64, &Aim)| {
        let year = time::fiscal_year_short(props.lang, FiscalYear(aim.fiscal_year as i16));
        let label = aim.measure.spec().label.get(props.lang);
        format!("{label} {year} {}", chance::percent(props.lang, chance))
    };
    shown.take(2).map(told).collect()
}

/// Everything that can be done with it; made when it is opened, because there are hundreds.
#[component]
fn Deeds(props: &RowProps) -> Html {
    let RowProps { summary, lang, .. } = props;
    let (lang, id) = (*lang, &summary.id);
    let button = |label: &str, what: Deed, key: &'static str| {
        html! {
            <button type="button" class="button secondary small" data-deed={key}
                onclick={deed(props, what)}>{ label }</button>
        }
    };
    let is_pinned = !summary.is_pinned;
    let pin = if is_pinned { words::PIN } else { words::UNPIN };
    html! {
        <div class="shelf-deeds">
            <div class="shelf-buttons">
                { button(words::OPEN.get(lang), Deed::Open(id.clone()), "open") }
                { button(words::DUPLICATE.get(lang), Deed::Duplicate(id.clone()), "duplicate") }
                { button(pin.get(lang), Deed::Pin { id: id.clone(), is_pinned }, "pin") }
                { button(words::EXPORT.get(lang), Deed::Export(id.clone()), "export") }
                { button(words::LINK.get(lang), Deed::Link(id.clone()), "link") }
                { button(words::ONE_FILE.get(lang), Deed::OneFile(id.clone()), "one-file") }
                { button(words::DELETE.get(lang),
                    Deed::Remove { id: id.clone(), name: summary.name.clone() }, "delete") }
            </div>
            <Naming ..props.clone() />
            <Versions id={id.clone()} shelves={props.shelves.clone()} {lang}
                on_deed={props.on_deed.clone()} />
        </div>
    }
}

#[component]
fn Naming(props: &RowProps) -> Html {
    let RowProps { summary, lang, on_deed, .. } = props;
    let lang = *lang;
    let (name, description, tags) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (name, description, tags) = (name.clone(), description.clone(), tags.clone());
        let (on_deed, summary) = (on_deed.clone(), summary.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = name.cast::<HtmlInputElement>().map(|e| e.value()).unwrap_or_default();
            let description = description.cast::<HtmlTextAreaElement>();
            let description = description.map(|e| e.value()).unwrap_or_default();
            let tags = tags.cast::<HtmlInputElement>().map(|e| e.value()).unwrap_or_default();
            let tags = split(&tags);
            let id = summary.id.clone();
            if tags != summary.tags {
                on_deed.emit(Deed::Tag { id: id.clone(), tags });
            }
            if name != summary.name || description != summary.description {
                on_deed.emit(Deed::Name { id, name, description });
            }
        })
    };
    html! {
        <form class="shelf-naming" {onsubmit}>
            <label>{ words::NAME.get(lang) }
                <input type="text" maxlength="200" data-field="name" ref={name}
                    value={summary.name.clone()} />
            </label>
            <label>{ words::DESCRIPTION.get(lang) }
                <textarea maxlength="4000" rows="2" data-field="description" ref={description}
                    value={summary.description.clone()} />
            </label>
            <label>{ words::TAG.get(lang) }
                <input type="text" maxlength="200" data-field="tags" ref={tags}
                    value={summary.tags.join(" ")} placeholder={words::TAGS_HINT.get(lang)} />
            </label>
            <button type="submit" class="button secondary small" data-deed="name">
                { words::SAVE.get(lang) }
            </button>
        </form>
    }
}

fn split(tags: &str) -> Vec<String> {
    let is_gap = |c: char| c.is_whitespace() || ",、，".contains(c);
    tags.split(is_gap).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}
