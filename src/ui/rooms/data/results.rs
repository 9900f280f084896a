//! Results handed out: every measure at every place and the chance of each target, as one workbook.
//! An answer has all measures of the municipality and of one place, so that place after place is
//! looked at, as a reader of area cards would; at the end the page looks where it looked before.

use std::rc::Rc;

use yew::prelude::*;

use super::exchange::out::{save_book, scenario_words};
use super::exchange::words;
use crate::exchange::{export, write};
use crate::facts::Municipality;
use crate::i18n::{Lang, number};
use crate::places::{Level, PlaceId};
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::ui::components::progress::Progress;
use crate::ui::files::save_bytes;
use crate::ui::rooms::Shown;
use crate::ui::rooms::tables::tables;
use crate::ui::state::Action;
use crate::worker::desk::City;
use crate::worker::outcome::grids;

/// Which file is made.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Book,
    Csv,
}

/// Places still to be looked at, and those that were.
#[derive(Clone)]
struct Gathering {
    way: Way,
    left: Vec<PlaceId>,
    found: Vec<(PlaceId, Rc<Answer>)>,
    n_places: usize,
    /// What it is about: another scenario ends it.
    scenario: Rc<Scenario>,
    /// Where the page looked before.
    before: String,
}

#[component]
pub fn ResultPanel(props: &Shown) -> Html {
    let (city, state) = (&props.city, &props.state);
    let lang = state.lang;
    let gathering = use_state(|| None::<Gathering>);
    let with_areas = use_state_eq(|| false);
    {
        let (props, gathering) = (props.clone(), gathering.clone());
        let settled = state.answer.clone().filter(|_| state.is_settled());
        let n_left = gathering.as_ref().map(|now| now.left.len());
        use_effect_with((settled.map(|answer| Rc::as_ptr(&answer)), n_left), move |_| {
            let Some(now) = &*gathering else { return };
            gathering.set(go_on(&props, now.clone()));
        });
    }
    let start = |way: Way| {
        let (props, gathering, with_areas) = (props.clone(), gathering.clone(), *with_areas);
        Callback::from(move |_: MouseEvent| {
            let places = &props.city.facts.places;
            let is_wanted = |id: &PlaceId| match places.get(*id) {
                place if place.is_implicit => false,
                place => place.level == Level::Ward || place.level == Level::Area && with_areas,
            };
            let left: Vec<PlaceId> = places.ids().filter(is_wanted).collect();
            gathering.set(Some(Gathering {
                way,
                n_places: left.len(),
                left,
                found: Vec::new(),
                scenario: props.state.scenario.clone(),
                before: props.state.place.clone(),
            }));
        })
    };
    let stop = {
        let (gathering, to) = (gathering.clone(), state.dispatcher());
        Callback::from(move |()| {
            if let Some(now) = &*gathering {
                to.dispatch(Action::LookAt { place: now.before.clone() });
            }
            gathering.set(None);
        })
    };
    let n_areas = city.facts.places.areas().count();
    let toggle = {
        let with_areas = with_areas.clone();
        Callback::from(move |_: Event| with_areas.set(!*with_areas))
    };
    html! {
        <section class="panel results-out">
            <div class="panel-head"><h3>{ words::RESULTS.get(lang) }</h3></div>
            <p class="panel-note">{ words::RESULTS_LEAD.get(lang) }</p>
            if let Some(now) = &*gathering {
                { progress(now, stop, lang) }
            } else {
                <div class="stand-ways">
                    <button type="button" class="button secondary" data-results="xlsx"
                        onclick={start(Way::Book)}>{ words::RESULTS_BOOK.get(lang) }</button>
                    <button type="button" class="button secondary" data-results="csv"
                        onclick={start(Way::Csv)}>{ words::RESULTS_CSV.get(lang) }</button>
                    <label class="exchange-names">
                        <input type="checkbox" id="results-areas" checked={*with_areas}
                            onchange={toggle} />
                        { words::with_areas(lang, n_areas) }
                    </label>
                </div>
            }
        </section>
    }
}

fn progress(now: &Gathering, on_cancel: Callback<()>, lang: Lang) -> Html {
    let n_done = now.found.len();
    let share = Some(n_done as f64 / now.n_places.max(1) as f64);
    let [done, all] = [n_done, now.n_places].map(|n| number::exact(n as i64));
    html! {
        <Progress label={words::GATHERING.get(lang)} {share} detail={format!("{done} / {all}")}
            {on_cancel} {lang} />
    }
}

/// One step: takes what the place looked at answered, looks at the next one, or makes the file.
fn go_on(props: &Shown, mut now: Gathering) -> Option<Gathering> {
    let Shown { city, state } = props;
    if !Rc::ptr_eq(&state.scenario, &now.scenario) {
        state.dispatch(Action::LookAt { place: now.before });
        return None;
    }
    let Some(answer) = state.answer.as_ref().filter(|_| state.is_settled()) else {
        return Some(now);
    };
    if let Some(next) = now.left.first().copied() {
        let code = city.facts.places.code(next);
        if answer.view.place == code {
            now.found.push((next, answer.clone()));
            now.left.remove(0);
        } else if state.place != code {
            state.dispatch(Action::LookAt { place: code.to_owned() });
        }
        return Some(now);
    }
    hand_out(&tables(), city, &now, answer, state.lang);
    state.dispatch(Action::LookAt { place: now.before });
    None
}

fn hand_out(
    municipality: &Municipality,
    city: &City,
    now: &Gathering,
    answer: &Answer,
    lang: Lang,
) {
    let found = grids(city, &now.scenario, answer, &now.found, lang);
    let title = words::RESULTS.get(lang);
    match (now.way, found.first()) {
        (Way::Csv, Some(grid)) => {
            let name = format!("{} {title}.csv", municipality.name.get(lang));
            save_bytes(&name, "text/csv", &write::csv(grid));
        }
        _ => {
            let document = now.scenario.without_names();
            let run = export::said(&scenario_words(&document, answer.code.clone()), lang);
            let book = export::with_ground(found, municipality, &run, lang);
            save_book(municipality, title, &write::xlsx(&book), lang);
        }
    }
}
