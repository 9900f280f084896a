//! The forecast room (見通し): levers left, targets and the chart right, places below.

pub mod areas;
pub mod levers;
pub mod moved;
pub mod picker;
pub mod pushes;
pub mod series;
pub mod stage;
pub mod targets;
pub mod tiles;
pub mod tour;
pub mod view;
pub mod words;

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::super::components::more_draws::{Asked, more_draws};
use super::super::components::result_code::result_code;
use super::super::components::term::{TermRef, TermWord};
use super::super::late::{Part, use_late};
use super::super::quick::use_shift;
use super::super::same::Same;
use super::super::state::{Action, AppState, MORE_DRAWS};
use super::super::{glossary, keep, page, words as page_words};
use crate::assumptions::Chain;
use crate::engine::code::MODEL_VERSION;
use crate::engine::rule::Rule;
use crate::levers::{LeverId, Setting};
use crate::measures::MeasureId;
use crate::protocol::Answer;
use crate::worker::desk::City;
use areas::AreaPanel;
use levers::LeverPanel;
use moved::{MovedPanel, use_film, use_last_change};
use pushes::Pushes;
use series::Aims;
use stage::Stage;
use targets::TargetBar;
use tour::Tour;
use view::ChartKind;

#[derive(Properties)]
pub struct ForecastRoomProps {
    pub city: Rc<City>,
    pub state: UseReducerHandle<AppState>,
}

impl PartialEq for ForecastRoomProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.city, &other.city) && self.state == other.state
    }
}

/// Whether the numbers of a place are made up.
fn is_illustrative(city: &City, code: &str) -> bool {
    city.facts.places.find(code).is_some_and(|place| city.facts.is_illustrative(place))
}

#[component]
pub fn ForecastRoom(props: &ForecastRoomProps) -> Html {
    let ForecastRoomProps { city, state } = props;
    let (lang, measure) = (state.lang, state.measure);
    let city_shared = Same(city.clone());
    let shift = use_shift(city, state);
    let kind = use_state_eq(ChartKind::default);
    let answer = state.answer.clone().map(Same);
    let rested = use_rested(state);
    let change = use_last_change(state, rested.as_ref());
    let (film, on_replay) = use_film(change.as_ref());
    let is_playing = film.is_some();
    let place = AttrValue::from(state.place.clone());
    let fresh = state.looks_fresh();
    let (aimed, aimed_shift) = use_late(state, Part::Targets, &shift);
    let (set, ()) = use_late(state, Part::Levers, &());
    let (placed, ()) = use_late(state, Part::Places, &());
    let is_large = use_state_eq(|| false);
    let on_large = use_callback(is_large.setter(), |large, is_large| is_large.set(large));
    let (aims, on_own, choose) = use_aims(&city_shared, state);
    let looks = use_looks(state.dispatcher(), kind.setter(), is_large.setter(), choose, &aims);
    use_kept_look(state);
    use_known_first(city, state);
    let on_rule = use_callback(state.dispatcher(), |key: AttrValue, to| {
        to.dispatch(Action::ShareBy(Rule::find(&key).unwrap_or_default()));
    });
    let jump = use_state_eq(|| None::<(LeverId, u32)>);
    let on_jump = use_callback(jump.clone(), |lever: LeverId, jump| {
        let n_before = jump.map_or(0, |(_, n)| n);
        jump.set(Some((lever, n_before + 1)));
    });
    let tour = use_tour();
    let on_step = use_callback(tour.setter(), |step, tour| tour.set(step));
    let on_tour = use_callback(tour.setter(), |(), tour| tour.set(Some(0)));
    use_shortcuts(&looks.at_place, &on_replay);
    let part = tour.and_then(|at| tour::STEPS.get(at)).map(|step| step.part);
    html! {
        <div class="planning" data-tour={part} data-large={is_large.to_string()}>
            <section class="levers panel" aria-label={page_words::LEVERS.get(lang)}>
                <LeverPanel city={city_shared.clone()} scenario={state.scenario.clone()}
                    late={set.scenario.clone()}
                    place={place.clone()} {measure} jump={*jump} {lang}
                    dispatcher={state.dispatcher()} />
            </section>
            <TargetBar city={city_shared.clone()} answer={aimed.answer.clone().map(Same)}
                shift={aimed_shift} {measure} fresh={aimed.looks_fresh()} aims={aims.clone()}
                scenario={aimed.scenario.clone()}
                dispatcher={state.dispatcher()}
                {on_own} on_choose={&looks.at_target} {lang} />
            <section class="stage panel" aria-label={page_words::CHART.get(lang)}>
                <div class="stage-main">
                    <Stage city={city_shared.clone()} {measure} place={place.clone()}
                        answer={film.map(Same).or(answer)}
                        shift={shift.filter(|_| !is_playing)} kind={*kind}
                        ranges={state.scenario.ranges.clone()} seed={state.scenario.seed}
                        fresh={fresh || is_playing} aims={aims.clone()} credit={credit(state, fresh)}
                        on_measure={&looks.at_measure} on_kind={&looks.in_kind}
                        on_place={&looks.at_place} is_large={*is_large} {on_large} {lang} />
                </div>
                <div class="stage-foot">
                    <p class="limits">{ words::limits(measure.spec().chain).get(lang) }</p>
                    if measure.spec().chain == Chain::Money && city.ground.ceilings.is_empty() {
                        <p class="limits">{ words::NO_CEILING.get(lang) }</p>
                    }
                    if measure == MeasureId::HoursServed {
                        <p class="limits">{ page_words::MORE_HOURS.get(lang) }</p>
                    }
                </div>
            </section>
            // A panel of its own: on a phone the graph stays in sight and this does not.
            <div class="stage-side panel">
                <MovedPanel {change} aims={aims.clone()} city={city_shared.clone()}
                    {is_playing} on_measure={&looks.at_measure} {on_replay} {on_tour} {lang} />
                <Pushes city={city_shared.clone()} scenario={set.scenario.clone()} {measure}
                    on_lever={on_jump} {lang} />
                <p class="terms">
                    { words::TERMS.get(lang) }
                    { for [&glossary::BASELINE, &glossary::BAND, &glossary::CHANCE,
                        &glossary::ILLUSTRATIVE].map(|term| html! {
                        <TermWord term={TermRef(term)} {lang} />
                    }) }
                    <a href="#/help/words">{ words::ALL_TERMS.get(lang) }</a>
                </p>
                { result_code(&placed) }
                { ten_thousand(state, &placed) }
            </div>
            <AreaPanel city={city_shared} answer={placed.answer.clone().map(Same)} {rested}
                {measure} {place} fresh={placed.looks_fresh()} {aims}
                on_place={&looks.at_place} {on_rule} {lang} />
            { printed_changes(city, &set) }
            <Tour step={*tour} {on_step} {lang} />
        </div>
    }
}

/// The newest answer with all its draws, of what is looked at: while a slider moves, what is large
/// stays as it is, and is drawn again when the finger rests.
#[hook]
fn use_rested(state: &AppState) -> Option<Same<Answer>> {
    let rested = use_state(|| None::<Same<Answer>>);
    let newest = state.answer.clone().map(Same);
    {
        let rested = rested.setter();
        let of = (newest.clone(), state.history.is_held());
        use_effect_with(of, move |(newest, is_held)| {
            let whole = newest.clone().filter(|answer| answer.n_done == answer.n_draws);
            let rest_ms = if *is_held { HELD_MS } else { REST_MS };
            // In a task of its own, so that none is long; the next move calls it off.
            let timer = whole.map(|whole| Timeout::new(rest_ms, move || rested.set(Some(whole))));
            move || drop(timer)
        });
    }
    let is_of_view = |of: &Same<Answer>| newest.as_ref().is_some_and(|new| new.view == of.view);
    (*rested).clone().filter(is_of_view).or(newest)
}

/// How long the graph is left alone before the table is drawn, and how long where a finger is still
/// on the slider: it often stops for a moment, and goes on.
const REST_MS: u32 = 40;
const HELD_MS: u32 = 400;

/// What was looked at is found again on coming back from another room.
#[hook]
fn use_kept_look(state: &UseReducerHandle<AppState>) {
    let to = state.dispatcher();
    use_effect_with((), move |()| {
        if let Some((measure, place)) = keep::look() {
            if let Some(measure) = MeasureId::find(&measure) {
                to.dispatch(Action::Look(measure));
            }
            to.dispatch(Action::LookAt { place });
        }
    });
    let now = (state.measure, state.place.clone());
    let is_first = use_mut_ref(|| true);
    use_effect_with(now, move |(measure, place)| {
        // The first one is not the reader's own.
        if !is_first.replace(false) {
            keep::save_look(measure.spec().key, place);
        }
    });
}

/// Where nothing is known of what the room opens with (a municipality that has brought no devices),
/// it looks at the first of these that is known.
const OPEN_WITH: [MeasureId; 4] =
    [MeasureId::Meetings, MeasureId::Awareness, MeasureId::Turnover, MeasureId::Pop75];

#[hook]
fn use_known_first(city: &City, state: &UseReducerHandle<AppState>) {
    let is_decided = use_mut_ref(|| keep::look().is_some());
    let answer = state.answer.clone().filter(|_| state.is_fresh());
    let (to, measure, year) = (state.dispatcher(), state.measure, city.facts.frame.plan.last);
    use_effect_with(answer.map(Same), move |answer| {
        let Some(answer) = answer.as_ref().filter(|_| !*is_decided.borrow()) else { return };
        is_decided.replace(true);
        let is_known = |of: &MeasureId| answer.city(of.index(), i32::from(year.0)).is_some();
        if let Some(known) = OPEN_WITH.into_iter().find(is_known).filter(|_| !is_known(&measure)) {
            to.dispatch(Action::Look(known));
        }
    });
}

/// The tour's step; the help room's link starts it.
#[hook]
fn use_tour() -> UseStateHandle<Option<usize>> {
    let tour = use_state_eq(|| None::<usize>);
    let setter = tour.setter();
    use_effect_with((), move |()| {
        if page::address() == "#/forecast/tour" {
            page::set_address("#/forecast");
            setter.set(Some(0));
        }
    });
    tour
}

/// Keys with Alt, so that they are never in the way of typing or of a screen reader.
#[hook]
fn use_shortcuts(at_place: &Callback<AttrValue>, on_replay: &Callback<()>) {
    use_effect_with((at_place.clone(), on_replay.clone()), |(at_place, on_replay)| {
        let (at_place, on_replay) = (at_place.clone(), on_replay.clone());
        let press = move |event: &Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.alt_key())
            else {
                return;
            };
            match event.code().as_str() {
                "KeyL" => page::focus_on("[data-filter=levers]"),
                "KeyM" => page::focus_on("[data-picker=measure]"),
                "KeyK" => at_place.emit(AttrValue::default()),
                "KeyR" => on_replay.emit(()),
                _ => return,
            }
            event.prevent_default();
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window()
            .map(|window| EventListener::new_with_options(&window, "keydown", options, press));
        move || drop(listener)
    });
}

/// The targets looked at, whether our suggestions are among them, and the way to choose one.
#[hook]
fn use_aims(
    city: &Same<City>,
    state: &AppState,
) -> (Aims, Callback<()>, UseStateSetter<Option<usize>>) {
    let (shows_own, chosen) = (use_state_eq(|| false), use_state_eq(|| None::<usize>));
    let on_own = use_callback(shows_own.clone(), |(), shows_own| shows_own.set(!**shows_own));
    let asked = (state.scenario.own_targets.clone(), state.scenario.switches.clone());
    let all = use_memo((city.clone(), asked), |_| state.scenario.targets(&city.ground));
    let (rule, chosen_at) = (state.scenario.area_rule, *chosen);
    (Aims { all, shows_own: *shows_own, chosen: chosen_at, rule }, on_own, chosen.setter())
}

/// The ways to look elsewhere, each the same callback at every drawing.
struct Looks {
    at_measure: Callback<MeasureId>,
    /// At a target by its position: shows its S-curve.
    at_target: Callback<usize>,
    at_place: Callback<AttrValue>,
    in_kind: Callback<ChartKind>,
}

#[hook]
fn use_looks(
    to: UseReducerDispatcher<AppState>,
    kind: UseStateSetter<ChartKind>,
    is_large: UseStateSetter<bool>,
    choose: UseStateSetter<Option<usize>>,
    aims: &Aims,
) -> Looks {
    let at_measure =
        use_callback(to.clone(), |measure: MeasureId, to| to.dispatch(Action::Look(measure)));
    let deps = (to.clone(), kind.clone(), choose, aims.all.clone());
    let at_target = use_callback(deps, |at: usize, (to, kind, choose, all)| {
        let Some(target) = all.get(at) else { return };
        choose.set(Some(at));
        kind.set(ChartKind::Curve);
        to.dispatch(Action::LookAt { place: String::new() });
        to.dispatch(Action::Look(target.aim.measure));
    });
    let at_place = use_callback(to.clone(), |place: AttrValue, to| {
        to.dispatch(Action::LookAt { place: place.to_string() });
    });
    let deps = (to, kind, is_large);
    let in_kind = use_callback(deps, |chosen: ChartKind, (to, kind, is_large)| {
        kind.set(chosen);
        // A hundred years of age do not fit beside the places.
        is_large.set(chosen == ChartKind::Pyramid);
        to.dispatch(Action::ByMonth(chosen == ChartKind::Months));
    });
    Looks { at_measure, at_target, at_place, in_kind }
}

/// Printed below an exported picture.
fn credit(state: &AppState, fresh: bool) -> AttrValue {
    let code = state.answer.as_ref().and_then(|answer| answer.code.clone()).filter(|_| fresh);
    let title = page_words::TITLE.get(state.lang);
    AttrValue::from(format!("{title} {MODEL_VERSION} {}", code.unwrap_or_default()))
}

/// On paper the levers stand as the values that were changed.
fn printed_changes(city: &City, state: &AppState) -> Html {
    let (lang, places) = (state.lang, &city.facts.places);
    let one = |setting: &Setting| {
        let spec = setting.lever.spec();
        let at = places.find(&setting.place).filter(|_| !setting.place.is_empty());
        let shown = |value| levers::row::said(setting.lever, lang, value);
        html! {
            <li>
                { spec.label.get(lang) }{ " " }
                { for at.map(|at| places.get(at).name.get(lang)) }{ " " }
                { shown(spec.default) }{ " → " }<b>{ shown(setting.value) }</b>
            </li>
        }
    };
    let settings = state.scenario.policy.settings();
    html! {
        <section class="printed-changes">
            <h2>{ words::CHANGED.get(lang) }</h2>
            if settings.is_empty() {
                <p>{ words::NOTHING_CHANGED.get(lang) }</p>
            }
            <ul>{ for settings.iter().map(one) }</ul>
        </section>
    }
}

/// A check of what is shown with ten times as many draws.
fn ten_thousand(handle: &UseReducerHandle<AppState>, state: &AppState) -> Html {
    let fresh = state.looks_fresh();
    let is_done = |answer: &Rc<Answer>| fresh && MORE_DRAWS <= answer.n_done;
    let asked = match state.more {
        Some(n_done) => Asked::Running(n_done),
        None if state.answer.as_ref().is_some_and(is_done) => Asked::Done,
        None => Asked::Not,
    };
    let to = handle.dispatcher();
    let on_ask = Callback::from(move |more| to.dispatch(Action::AskMore(more)));
    more_draws(asked, MORE_DRAWS, on_ask, state.lang)
}
