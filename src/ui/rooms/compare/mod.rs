//! The comparison (くらべる): two to four scenarios under the same luck, only the differences, in
//! sentences, tables and graphs; prints on A4.

pub mod choice;
pub mod one_file;
pub mod pictures;
pub mod say;
pub mod sources;
pub mod tables;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

use super::Shown;
use crate::measures::MeasureId;
use crate::protocol::Comparison;
use crate::scenario::Scenario;
use crate::ui::charts::multiples::MultiSeries;
use crate::ui::charts::tile_map::TileSeries;
use crate::ui::charts::view::ChartView;
use crate::ui::components::notice::{Notice, NoticeKind};
use crate::ui::components::progress::Progress;
use crate::ui::route::use_rest;
use crate::ui::state::{Action, AppState};
use choice::Choice;
use one_file::OneFile;
use sources::{Side, combinations, found, named};

/// What is compared: the scenarios of the address, or the combinations of two of them.
#[derive(Clone, Debug, PartialEq)]
struct Table {
    scenarios: Rc<[Rc<Scenario>]>,
    names: Vec<String>,
    is_split: bool,
}

#[component]
pub fn CompareRoom(props: &Shown) -> Html {
    let (state, lang) = (&props.state, props.state.lang);
    let named = named(&use_rest());
    let (sides, is_whole) = use_sides(props, &named);
    let wants_split = use_state_eq(|| false);
    let table = table(&sides, *wants_split, lang);
    use_comparison(state, &table.scenarios);
    let n = table.scenarios.len();
    let comparison = state.comparison.clone().filter(|found| found.scenarios.len() == n);
    let press = {
        let wants_split = wants_split.clone();
        Callback::from(move |_: MouseEvent| wants_split.set(!*wants_split))
    };
    html! {
        <div class="compare">
            <div class="room-head">
                <h2>{ words::TITLE.get(lang) }</h2>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            <Choice {named} sides={sides.clone()} {lang} />
            if !is_whole {
                <Notice kind={NoticeKind::Warning} happened={words::GONE.get(lang)} {lang} />
            }
            if combinations(&sides).is_some() {
                <p data-print="no">
                    { words::SPLIT_WHY.get(lang) }{ " " }
                    <button type="button" class="button secondary small" data-split=""
                        onclick={press}>
                        { if table.is_split { words::SPLIT_BACK } else { words::SPLIT }.get(lang) }
                    </button>
                </p>
            }
            if n < 2 {
                <p class="empty">{ words::TOO_FEW.get(lang) }</p>
            } else if let Some(comparison) = comparison {
                { sheet(props, &table, &comparison) }
                <OneFile scenarios={table.scenarios.clone()} {lang} />
            } else {
                <Progress label={words::WORKING.get(lang)} share={None::<f64>} {lang} />
            }
        </div>
    }
}

fn table(sides: &[Side], wants_split: bool, lang: crate::i18n::Lang) -> Table {
    if let Some(four) = combinations(sides).filter(|_| wants_split) {
        let name = |i: usize| words::side(lang, i, &sides[i].name(lang));
        let names = vec![name(0), words::mixed(lang, 0, 1), words::mixed(lang, 1, 0), name(1)];
        return Table { scenarios: Rc::new(four), names, is_split: true };
    }
    let name = |(i, side): (usize, &Side)| words::side(lang, i, &side.name(lang));
    Table {
        scenarios: sides.iter().map(|side| side.scenario.clone()).collect(),
        names: sides.iter().enumerate().map(name).collect(),
        is_split: false,
    }
}

/// The scenarios that the address names, and whether all of them could be read.
#[hook]
fn use_sides(props: &Shown, named: &[String]) -> (Rc<[Side]>, bool) {
    let sides = use_state_eq(|| (Rc::<[Side]>::from([]), true));
    let lang = props.state.lang;
    let key = (named.to_vec(), props.state.scenario.clone(), lang);
    {
        let sides = sides.setter();
        use_effect_with(key, move |(named, now, lang)| {
            let (named, now, lang) = (named.clone(), now.clone(), *lang);
            yew::platform::spawn_local(async move {
                let (found, is_whole) = found(&named, &now, lang).await;
                sides.set((found.into(), is_whole));
            });
        });
    }
    (*sides).clone()
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

fn sheet(props: &Shown, table: &Table, found: &Comparison) -> Html {
    let (state, city, lang) = (&props.state, &props.city, props.state.lang);
    let aims = &city.ground.aims;
    let scenarios: Vec<&Scenario> = table.scenarios.iter().map(|s| &**s).collect();
    let names = &table.names;
    let lines = if table.is_split {
        let aim = aims.iter().find(|aim| aim.measure == state.measure).or(aims.first());
        aim.map(|aim| say::split(found, aim, lang)).unwrap_or_default()
    } else {
        say::findings(found, aims, lang)
    };
    let on_look = {
        let to = state.dispatcher();
        Callback::from(move |measure: MeasureId| to.dispatch(Action::Look(measure)))
    };
    let is_done = found.n_done == found.n_draws;
    html! {
        <article class="compare-sheet" data-compared={is_done.to_string()}>
            <section class="panel findings">
                <h3>{ words::FINDINGS.get(lang) }</h3>
                <ul>{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </section>
            <section class="panel">
                <h3>{ words::CHANCES.get(lang) }</h3>
                { tables::chances(found, aims, names, lang) }
            </section>
            <section class="panel">
                <h3>{ words::WHAT_THEY_DO.get(lang) }</h3>
                { tables::deeds(city, &scenarios, names, lang) }
            </section>
            <section class="panel">
                <h3>{ words::RESULTS.get(lang) }</h3>
                <p class="panel-note">{ words::DIFFERENCE_NOTE.get(lang) }</p>
                { tables::results(city, found, names, lang, &on_look) }
            </section>
            { pictures_of(props, table, found) }
            { codes(found, names, lang) }
        </article>
    }
}

fn pictures_of(props: &Shown, table: &Table, found: &Comparison) -> Html {
    let (city, lang, measure) = (&props.city, props.state.lang, props.state.measure);
    let lines = pictures::multiples(city, found, &table.names, measure, lang);
    let maps: Vec<_> = (1..table.names.len())
        .filter_map(|to| pictures::map(city, found, to, measure, lang))
        .collect();
    html! {
        <>
            <section class="panel compare-chart">
                <h3>{ words::SHAPES.get(lang) }</h3>
                <ChartView<MultiSeries> series={Rc::new(lines)} />
            </section>
            if !maps.is_empty() {
                <section class="panel compare-maps">
                    <h3>{ words::AREAS.get(lang) }</h3>
                    { for maps.into_iter().map(|map| html! {
                        <div class="compare-chart">
                            <ChartView<TileSeries> series={Rc::new(map)} />
                        </div>
                    }) }
                </section>
            }
        </>
    }
}

/// The code of each, as its own forecast would show it.
fn codes(found: &Comparison, names: &[String], lang: crate::i18n::Lang) -> Html {
    let line = |(name, side): (&String, &crate::protocol::Compared)| {
        let code = side.code.clone()?;
        Some(html! { <li>{ name }{ " " }<code data-result-code="">{ code }</code></li> })
    };
    let print = Callback::from(|_: MouseEvent| crate::ui::page::print());
    html! {
        <section class="panel">
            <h3>{ words::CODES.get(lang) }</h3>
            <ul class="compare-codes">
                { for names.iter().zip(&found.scenarios).filter_map(line) }
            </ul>
            <button type="button" class="button secondary" data-print="no" onclick={print}>
                { words::PRINT.get(lang) }
            </button>
        </section>
    }
}
