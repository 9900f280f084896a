//! Tables and templates handed out.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::words;
use crate::exchange::own::without_names;
use crate::exchange::template::Template;
use crate::exchange::{Tables, export, write};
use crate::facts::Municipality;
use crate::i18n::Lang;
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::ui::files::save_bytes;
use crate::ui::rooms::data::results;
use crate::worker::desk::City;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    let select = use_node_ref();
    let names = use_node_ref();
    let all = {
        let (tables, answer) = (tables.clone(), answer.clone());
        let (scenario, names) = (scenario.clone(), names.clone());
        Callback::from(move |_: MouseEvent| {
            let has_names = names.cast::<HtmlInputElement>().is_some_and(|box_| box_.checked());
            // Without the names of whoever put a figure right, unless they are asked for.
            let tables = if has_names { (*tables).clone() } else { without_names(&tables) };
            let Ok(city) = tables.municipality() else { return };
            let results = answer.as_ref().map(|answer| {
                let packed = City::new(city.basis.clone());
                results::grids(&packed, &scenario, answer, &[], lang)
            });
            let results = results.unwrap_or_default();
            let code = answer.as_ref().and_then(|answer| answer.code.clone());
            let settings = export::said(&scenario_words(&scenario, code), lang);
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
        let (city, select) = (city.clone(), select.clone());
        Callback::from(move |_: MouseEvent| {
            let index =
                select.cast::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
            let Some(template) = Template::ALL.get(index.max(0) as usize) else { return };
            let grid = template.grid(&city, lang);
            save_bytes(&format!("{}.csv", grid.name), "text/csv", &write::csv(&grid));
        })
    };
    // It says which one is chosen: a list filled from its end would show its last one.
    let option = |(at, template): (usize, &Template)| {
        html! { <option selected={at == 0}>{ template.name(lang) }</option> }
    };
    html! {
        <div class="exchange-out">
            <button type="button" class="button secondary" data-out="all" onclick={all}>
                { words::ALL.get(lang) }
            </button>
            <label class="exchange-names">
                <input type="checkbox" id="export-names" ref={names} />
                { words::WITH_NAMES.get(lang) }
            </label>
            <button type="button" class="button secondary" data-out="templates" onclick={templates}>
                { words::TEMPLATES.get(lang) }
            </button>
            <div class="field">
                <label for="template">{ words::ONE_TEMPLATE.get(lang) }</label>
                <select id="template" ref={select}>{ for Template::ALL.iter().enumerate().map(option) }</select>
            </div>
            <button type="button" class="button secondary" data-out="template" onclick={one}>
                { words::OUT.get(lang) }
            </button>
        </div>
    }
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
