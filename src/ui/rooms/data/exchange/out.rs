//! Tables and templates handed out.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words;
use crate::exchange::grid::Grid;
use crate::exchange::own::without_names;
use crate::exchange::template::Template;
use crate::exchange::{Tables, export, tables as table_words, write};
use crate::facts::Municipality;
use crate::i18n::{Lang, Text};
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::ui::charts::export::out::XLSX;
use crate::ui::files::save_bytes;
use crate::ui::page;
use crate::worker::desk::City;
use crate::worker::outcome;

#[derive(Properties)]
pub(super) struct OutProps {
    pub city: Rc<Municipality>,
    pub tables: Rc<Tables>,
    /// The newest answer, and the scenario it is about.
    pub answer: Option<Rc<Answer>>,
    pub scenario: Rc<Scenario>,
    pub lang: Lang,
}

impl PartialEq for OutProps {
    fn eq(&self, other: &Self) -> bool {
        let same_answer = match (&self.answer, &other.answer) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        Rc::ptr_eq(&self.city, &other.city)
            && Rc::ptr_eq(&self.tables, &other.tables)
            && Rc::ptr_eq(&self.scenario, &other.scenario)
            && same_answer
            && self.lang == other.lang
    }
}

#[component]
pub(super) fn Out(props: &OutProps) -> Html {
    let OutProps { city, tables, answer, scenario, lang } = props;
    let lang = *lang;
    let names = use_node_ref();
    let all = {
        let (tables, answer) = (tables.clone(), answer.clone());
        let (scenario, names) = (scenario.clone(), names.clone());
        Callback::from(move |_: MouseEvent| {
            let has_names = is_checked(&names);
            // Without the names of whoever put a figure right, unless they are asked for.
            let tables = if has_names { (*tables).clone() } else { without_names(&tables) };
            let Ok(city) = tables.municipality() else { return };
            let results = answer.as_ref().map(|answer| {
                let packed = City::new(city.basis.clone());
                outcome::grids(&packed, &scenario, answer, &[], lang)
            });
            let results = results.unwrap_or_default();
            let code = answer.as_ref().and_then(|answer| answer.code.clone());
            let document = if has_names { (*scenario).clone() } else { scenario.without_names() };
            let settings = export::said(&scenario_words(&document, code), lang);
            let grids = export::grids(&tables, &city, &settings, results, lang);
            save_book(&city, words::ALL.get(lang), &write::xlsx(&grids), lang);
        })
    };
    let templates = {
        let city = city.clone();
        Callback::from(move |_: MouseEvent| {
            let grids: Vec<_> =
                Template::ALL.iter().map(|template| template.grid(&city, lang)).collect();
            save_book(&city, words::TEMPLATES.get(lang), &write::xlsx(&grids), lang);
        })
    };
    let one = {
        let city = city.clone();
        Callback::from(move |at: usize| {
            if let Some(template) = Template::ALL.get(at) {
                save_text(&template.grid(&city, lang));
            }
        })
    };
    let table = {
        let (tables, names) = (tables.clone(), names.clone());
        Callback::from(move |at: usize| {
            let tables =
                if is_checked(&names) { (*tables).clone() } else { without_names(&tables) };
            let Ok(city) = tables.municipality() else { return };
            let file = tables.files().map(|(file, _)| file).nth(at);
            let name = file.map(|file| file.trim_end_matches(".csv"));
            let grids = export::grids(&tables, &city, &[], Vec::new(), lang);
            if let Some(grid) = grids.iter().find(|grid| Some(grid.name.as_str()) == name) {
                save_text(grid);
            }
        })
    };
    let template_names = Template::ALL.iter().map(|template| template.name(lang).to_owned());
    let table_names = tables.files().map(|(file, _)| table_words::name(file, lang));
    html! {
        <div class="exchange-out">
            <h4>{ words::OUT.get(lang) }</h4>
            <div class="exchange-ways">
                <button type="button" class="button secondary" data-out="all" onclick={all}>
                    { words::ALL.get(lang) }
                </button>
                { choice(("table", words::ONE_TABLE), table_names.collect(), table, lang) }
                <button type="button" class="button secondary" data-out="templates"
                    onclick={templates}>{ words::TEMPLATES.get(lang) }</button>
                { choice(("template", words::ONE_TEMPLATE), template_names.collect(), one, lang) }
            </div>
            <label class="exchange-names">
                <input type="checkbox" id="export-names" ref={names} />
                { words::WITH_NAMES.get(lang) }
            </label>
        </div>
    }
}

fn is_checked(node: &NodeRef) -> bool {
    node.cast::<HtmlInputElement>().is_some_and(|box_| box_.checked())
}

/// One of several to be taken as a text file, when its button is pressed.
fn choice(
    (id, label): (&'static str, Text),
    names: Vec<String>,
    on_take: Callback<usize>,
    lang: Lang,
) -> Html {
    // The list stands just before the button: it is asked which one is chosen.
    let press = on_take.reform(move |_: MouseEvent| page::chosen(id));
    // It says which one is chosen: a list filled from its end would show its last one.
    let option = |(at, name): (usize, String)| {
        html! { <option selected={at == 0}>{ name }</option> }
    };
    html! {
        <div class="field">
            <label for={id}>{ label.get(lang) }</label>
            <div class="exchange-pick">
                <select {id}>{ for names.into_iter().enumerate().map(option) }</select>
                <button type="button" class="button secondary" data-out={id} onclick={press}
                    aria-label={words::take(lang, label)}>{ words::OUT.get(lang) }</button>
            </div>
        </div>
    }
}

fn save_text(grid: &Grid) {
    save_bytes(&format!("{}.csv", grid.name), "text/csv", &write::csv(grid));
}

/// Seed, draws, result code and scenario, as the sheet of settings has them.
pub(in crate::ui::rooms::data) fn scenario_words(
    scenario: &Scenario,
    code: Option<String>,
) -> [String; 4] {
    [
        scenario.seed.to_string(),
        scenario.n_draws.to_string(),
        code.unwrap_or_default(),
        scenario.to_json(),
    ]
}

/// Saves a workbook under the municipality's name and what is in it.
pub(in crate::ui::rooms::data) fn save_book(
    city: &Municipality,
    what: &str,
    bytes: &[u8],
    lang: Lang,
) {
    let what = what.trim_end_matches("（XLSX）").trim_end_matches(" (XLSX)");
    save_bytes(&format!("{} {what}.xlsx", city.name.get(lang)), XLSX, bytes);
}
