//! The comparison (くらべる): two to four scenarios under the same luck, only the differences, in
//! sentences, tables and graphs; prints on A4, and is shown to a room one picture at a time.

pub mod choice;
pub mod hand_out;
pub mod pictures;
pub mod present;
pub mod say;
pub mod sheet;
pub mod sources;
pub mod split;
pub mod tables;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::Shown;
use super::tables::tables as own_tables;
use crate::exchange::{export, write};
use crate::i18n::Lang;
use crate::measures::MeasureId;
use crate::protocol::Comparison;
use crate::scenario::Scenario;
use crate::ui::charts::export::out::XLSX;
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::components::progress::Progress;
use crate::ui::files::save_bytes;
use crate::ui::page;
use crate::ui::route::use_rest;
use crate::ui::state::{Action, AppState};
use crate::worker::outcome::compared;
use choice::Choice;
use hand_out::{Form, HandOut};
use present::Present;
use sheet::Sheet;
use sources::{Found, Side, found, named};
use split::{Split, splits};

/// What is compared: the scenarios of the address, or the four lines of a split.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub scenarios: Rc<[Rc<Scenario>]>,
    pub names: Vec<String>,
    pub is_split: bool,
}

#[component]
pub fn CompareRoom(props: &Shown) -> Html {
    let (state, lang) = (&props.state, props.state.lang);
    let named = named(&use_rest());
    let found = use_found(props, &named);
    let chosen_split = use_state_eq(|| None::<usize>);
    let is_presented = use_state_eq(|| false);
    let splits = splits(&found.sides, lang);
    let split = chosen_split.and_then(|at| splits.get(at));
    let table = table(&found.sides, split, lang);
    use_comparison(state, &table.scenarios);
    let n = table.scenarios.len();
    let comparison = state.comparison.clone().filter(|found| found.scenarios.len() == n);
    // A worker's refusal stands among the page's notices; here it must not look like work.
    let is_refused = state.note.is_some() && comparison.is_none();
    let end = {
        let is_presented = is_presented.clone();
        Callback::from(move |()| is_presented.set(false))
    };
    use_way_back(*is_presented);
    use_telling_measure(props, comparison.as_ref());
    if let Some(comparison) = comparison.as_ref().filter(|_| *is_presented && 2 <= n) {
        let slides = Sheet { props, table: &table, found: comparison }.slides();
        return html! { <Present {slides} on_end={end} {lang} /> };
    }
    html! {
        <div class="compare">
            <div class="room-head">
                <h2>{ words::TITLE.get(lang) }</h2>
                <p data-print="no">{ words::LEAD.get(lang) }</p>
            </div>
            <Choice {named} sides={found.sides.clone()} {lang} />
            { for found.refused.iter().map(|sentence| html! {
                <Notice kind={NoticeKind::Warning} happened={sentence.clone()} {lang} />
            }) }
            if n == 2 || chosen_split.is_some() { { split_choice(&splits, &chosen_split, lang) } }
            if found.is_read && n < 2 {
                <p class="empty">{ words::TOO_FEW.get(lang) }</p>
            } else if let Some(comparison) = comparison {
                { progress(&comparison, state, lang) }
                { Sheet { props, table: &table, found: &comparison }.whole() }
                <HandOut scenarios={scenarios_of(&found.sides)} {lang}
                    on_numbers={numbers(props, &table, &comparison)}
                    on_present={Callback::from(move |()| is_presented.set(true))} />
            } else if !is_refused {
                <Progress label={words::WORKING.get(lang)} share={None::<f64>} {lang} />
            }
        </div>
    }
}

/// Hands out what is compared: results, chances and differences, with sources and settings.
fn numbers(props: &Shown, table: &Table, found: &Rc<Comparison>) -> Callback<Form> {
    let (city, lang) = (props.city.clone(), props.state.lang);
    let (table, found) = (table.clone(), found.clone());
    Callback::from(move |form: Form| {
        let grids = compared(&city, &table.scenarios, &table.names, &found, lang);
        let name = format!("{} {}", city.facts.name.get(lang), words::TITLE.get(lang));
        if form == Form::Csv {
            save_bytes(&format!("{name}.csv"), "text/csv", &write::csv(&grids[0]));
            return;
        }
        let seed = table.scenarios.first().map_or(0, |first| first.seed).to_string();
        let sides = table.names.iter().zip(&*table.scenarios).zip(&found.scenarios);
        let said = sides.flat_map(|((name, scenario), side)| {
            let code = side.code.clone().unwrap_or_default();
            let document = scenario.without_names().to_json();
            let run = [seed.clone(), found.n_draws.to_string(), code, document];
            let said = export::said(&run, lang);
            said.into_iter().map(move |(word, said)| (format!("{name} {word}"), said))
        });
        let said: Vec<_> = said.collect();
        let book = export::with_ground(grids, &own_tables(), &said, lang);
        save_bytes(&format!("{name}.xlsx"), XLSX, &write::xlsx(&book));
    })
}

fn table(sides: &[Side], split: Option<&Split>, lang: Lang) -> Table {
    if let Some(split) = split {
        let (scenarios, names) = (split.scenarios.clone(), split.names.clone());
        return Table { scenarios, names, is_split: true };
    }
    let name = |(i, side): (usize, &Side)| words::side(lang, i, &side.name(lang));
    let names = sides.iter().enumerate().map(name).collect();
    Table { scenarios: scenarios_of(sides), names, is_split: false }
}

fn scenarios_of(sides: &[Side]) -> Rc<[Rc<Scenario>]> {
    sides.iter().map(|side| side.scenario.clone()).collect()
}

fn split_choice(splits: &[Split], chosen: &UseStateHandle<Option<usize>>, lang: Lang) -> Html {
    if splits.is_empty() {
        return html! {};
    }
    let button = |(at, split): (usize, &Split)| {
        let is_chosen = **chosen == Some(at);
        let (chosen, next) = (chosen.clone(), (!is_chosen).then_some(at));
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(next));
        html! {
            <button type="button" class="button secondary small" data-split=""
                aria-pressed={is_chosen.to_string()} {onclick}>{ &split.label }</button>
        }
    };
    html! {
        <div class="library-row" data-print="no">
            <p>{ words::SPLIT_WHY.get(lang) }</p>
            { for splits.iter().enumerate().map(button) }
        </div>
    }
}

/// How far the comparison is, until all its draws are done.
fn progress(found: &Comparison, state: &AppState, lang: Lang) -> Html {
    if found.revision == state.revision && found.n_done == found.n_draws {
        return html! {};
    }
    let n_done = state.compared_draws;
    let share = (0 < n_done).then(|| f64::from(n_done) / f64::from(found.n_draws));
    html! {
        <Progress label={words::WORKING.get(lang)} {share}
            detail={words::draws(lang, n_done, found.n_draws)} {lang} />
    }
}

/// Whoever has presented finds the keyboard's focus where he began to.
#[hook]
fn use_way_back(is_presented: bool) {
    let was_presented = use_mut_ref(|| false);
    use_effect_with(is_presented, move |is_presented| {
        if was_presented.replace(*is_presented) && !is_presented {
            page::focus_on("[data-deed=\"present\"]");
        }
    });
}

/// A measure that does not differ shows nothing in graphs and maps: on coming in, the first target
/// that does differ is looked at instead. Afterwards the reader chooses.
#[hook]
fn use_telling_measure(props: &Shown, comparison: Option<&Rc<Comparison>>) {
    let is_settled = use_mut_ref(|| false);
    let (state, city) = (&props.state, &props.city);
    let done = comparison.filter(|found| found.n_done == found.n_draws).cloned();
    let (to, measure, aims) = (state.dispatcher(), state.measure, city.ground.aims.clone());
    let key = done.as_ref().map(|found| found.revision);
    use_effect_with(key, move |_| {
        let Some(found) = done.filter(|_| !is_settled.replace(true)) else { return };
        let differs = |measure: MeasureId, year: i32| {
            let told = |to| say::told(&found, to, measure, year);
            (1..found.scenarios.len()).filter_map(told).any(|size| size != 0.0)
        };
        let years = || found.first_year..found.first_year + found.n_years as i32;
        if !years().any(|year| differs(measure, year))
            && let Some(aim) = aims.iter().find(|aim| differs(aim.measure, aim.fiscal_year))
        {
            to.dispatch(Action::Look(aim.measure));
        }
    });
}

/// The scenarios that the address names.
#[hook]
fn use_found(props: &Shown, named: &[String]) -> Found {
    let kept = use_state_eq(Found::default);
    // Only the one that is open can change while the room is: others are read once.
    let now = named.iter().any(|name| name == "now").then(|| props.state.scenario.clone());
    {
        let (kept, city) = (kept.setter(), props.city.clone());
        let scenario = props.state.scenario.clone();
        let key = (named.to_vec(), now, props.state.lang);
        use_effect_with(key, move |(named, _, lang)| {
            let (named, lang) = (named.clone(), *lang);
            yew::platform::spawn_local(async move {
                kept.set(found(&named, &scenario, &city.facts.places, lang).await);
            });
        });
    }
    (*kept).clone()
}

/// Asks the question, and goes back to the forecast's own on leaving.
#[hook]
fn use_comparison(state: &UseReducerHandle<AppState>, scenarios: &Rc<[Rc<Scenario>]>) {
    let to = state.dispatcher();
    use_effect_with(scenarios.clone(), move |scenarios| {
        let compared = if 2 <= scenarios.len() { scenarios.clone() } else { Rc::from([]) };
        to.dispatch(Action::Compare(compared));
    });
    let to = state.dispatcher();
    use_effect_with((), move |()| move || to.dispatch(Action::Compare(Rc::from([]))));
}
