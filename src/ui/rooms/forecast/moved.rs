//! «What did that move?»: after each change, the measures that moved most; and the change again,
//! as a short film.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::series::Aims;
use super::words;
use crate::engine::moved::{Move, moves};
use crate::i18n::{Lang, chance, time};
use crate::measures::{Good, MeasureId};
use crate::protocol::{Answer, Band};
use crate::scenario::Scenario;
use crate::ui::charts::format::Format;
use crate::ui::page;
use crate::ui::same::Same;
use crate::ui::state::AppState;
use crate::worker::desk::City;

/// The newest change: the answers before and after it.
pub struct Change {
    pub before: Rc<Answer>,
    pub after: Rc<Answer>,
    /// Nothing was known before the change yet: it is told against the run without measures.
    pub is_from_nothing: bool,
}

/// The last change whose answer is whole and has rested: a drag is one change, and not each of its
/// halts. A new place, measure or month is no change.
#[hook]
pub fn use_last_change(state: &AppState, rested: Option<&Same<Answer>>) -> Option<Same<Change>> {
    struct Kept {
        /// The scenario last settled, at first the one the page opened with, and its answer.
        about: Rc<Scenario>,
        answer: Option<Rc<Answer>>,
        change: Option<Rc<Change>>,
    }
    let opened = state.scenario.clone();
    let kept = use_mut_ref(|| Kept { about: opened, answer: None, change: None });
    let mut kept = std::cell::RefCell::borrow_mut(&kept);
    let has_rested = |answer: &Rc<Answer>| rested.is_some_and(|it| Rc::ptr_eq(&it.0, answer));
    if let Some(answer) = state.answer.clone().filter(|it| state.is_settled() && has_rested(it)) {
        let (was, is) = (&kept.about, &state.scenario);
        if was.policy != is.policy || was.ranges != is.ranges || was.script != is.script {
            kept.change = change(was, kept.answer.as_deref(), is, &answer).map(Rc::new);
        }
        kept.about = state.scenario.clone();
        kept.answer = Some(answer);
    }
    kept.change.clone().map(Same)
}

/// What there was before a change may be known in part (the answer the page brings along), or
/// not at all (someone is quicker than the first answer). The run without measures, which every
/// answer has beside it, stands in: it is the same thing as long as nothing had been decided.
pub fn change(
    was: &Scenario,
    before: Option<&Answer>,
    is: &Scenario,
    after: &Rc<Answer>,
) -> Option<Change> {
    let is_same_world = was.ranges == is.ranges && was.script == is.script && was.seed == is.seed;
    let had_measures = !was.policy.settings().is_empty();
    let stand_in = || {
        let city = if after.baseline.is_empty() { &after.city } else { &after.baseline };
        Answer { city: city.clone(), focus: after.focus_baseline.clone(), ..(**after).clone() }
    };
    let is_from_nothing = before.is_none() && (had_measures || !is_same_world);
    let before = match before {
        None => stand_in(),
        Some(before) if is_same_world && !had_measures => {
            let cells = before.city.iter().zip(stand_in().city);
            let city = cells.map(|(known, stand_in)| known.or(stand_in)).collect();
            Answer { city, ..before.clone() }
        }
        Some(before) => before.clone(),
    };
    let is_comparable = before.n_years == after.n_years;
    is_comparable.then(|| Change { before: Rc::new(before), after: after.clone(), is_from_nothing })
}

/// How many measures are listed.
const MOST: usize = 8;

#[derive(Properties, PartialEq)]
pub struct MovedPanelProps {
    pub change: Option<Same<Change>>,
    pub aims: Aims,
    pub city: Same<City>,
    pub is_playing: bool,
    pub on_measure: Callback<MeasureId>,
    pub on_replay: Callback<()>,
    pub on_tour: Callback<()>,
    pub lang: Lang,
}

#[component]
pub fn MovedPanel(props: &MovedPanelProps) -> Html {
    let lang = props.lang;
    let frame = &props.city.facts.frame;
    let found = use_memo((props.change.clone(), props.aims.clone()), |(change, aims)| {
        let change = change.as_ref()?;
        let mut found = moves(MeasureId::all().map(|measure| {
            let year = i32::from(aims.year_of(measure, frame).0);
            let at = |answer: &Answer| answer.city(measure.index(), year);
            (measure, at(&change.before), at(&change.after))
        }));
        // What reads the same before and after has not moved visibly.
        found.retain(|moved| format(moved, lang).told(size(moved)) != 0.0);
        Some(found)
    });
    let replay = props.on_replay.reform(|_: MouseEvent| ());
    let body = match &*found {
        None => html! {
            <>
                <p class="moved-hint">{ words::MOVE_A_LEVER.get(lang) }</p>
                <button type="button" class="button secondary small" data-tour-start=""
                    onclick={props.on_tour.reform(|_: MouseEvent| ())}>
                    { words::TAKE_TOUR.get(lang) }
                </button>
            </>
        },
        Some(found) if found.is_empty() => {
            html! { <p class="moved-hint">{ words::NOTHING_MOVED.get(lang) }</p> }
        }
        Some(found) => {
            let widest = found.first().map_or(1.0, |first| first.widths.abs());
            html! {
                <>
                    <p class="moved-when">
                        { time::fiscal_year(lang, frame.plan.last) }
                        if props.change.as_ref().is_some_and(|change| change.is_from_nothing) {
                            { " " }{ words::FROM_NOTHING.get(lang) }
                        }
                    </p>
                    <ol class="moved-list" data-moved="">
                        { for found.iter().take(MOST).map(|m| row(m, widest, props)) }
                    </ol>
                    <button type="button" class="button secondary small" onclick={replay}
                        disabled={props.is_playing} data-replay="">
                        { words::REPLAY.get(lang) }
                    </button>
                </>
            }
        }
    };
    html! {
        <section class="moved" aria-label={words::MOVED.get(lang)}>
            <h3>{ words::MOVED.get(lang) }</h3>
            { body }
            // Always there, so that a screen reader hears what comes into it: once a change has
            // rested, and not at each move.
            <p class="visually-hidden" role="status" data-spoken="">{ spoken(&found, props) }</p>
        </section>
    }
}

/// How many measures are read out.
const SPOKEN: usize = 3;

/// The finding for those who do not see the graph: what moved most, and each chance that is another.
fn spoken(found: &Option<Vec<Move>>, props: &MovedPanelProps) -> String {
    let (lang, Some(found), Some(change)) = (props.lang, found, &props.change) else {
        return String::new();
    };
    if found.is_empty() {
        return words::NOTHING_MOVED.get(lang).to_owned();
    }
    let moved = found.iter().take(SPOKEN).map(|moved| {
        let (label, change, turn) = told(moved, props);
        format!("{label} {change} {}", word(turn, lang)).trim().to_owned()
    });
    let chance = |answer: &Answer, at: usize| {
        let found = answer.targets.get(at)?;
        Some(chance::words_for(lang, found.chance?, found.standard_error))
    };
    let chances = props.aims.looked_at().filter_map(|(at, target)| {
        let after = chance(&change.after, at)?;
        let is_another = chance(&change.before, at).as_ref() != Some(&after);
        let label = target.aim.measure.spec().label.get(lang);
        is_another.then(|| words::chance_is(lang, label, &after))
    });
    moved.chain(chances).collect::<Vec<_>>().join(words::LISTED.get(lang))
}

/// A measure that moved: its name, with the year of its target where that is not the one above the
/// list, by how much, and whether that is for the better.
fn told(moved: &Move, props: &MovedPanelProps) -> (String, AttrValue, &'static str) {
    let (lang, spec) = (props.lang, moved.measure.spec());
    let frame = &props.city.facts.frame;
    let mut label = spec.label.get(lang).to_owned();
    let year = props.aims.year_of(moved.measure, frame);
    if year != frame.plan.last {
        label += &format!(" ({})", time::fiscal_year_short(lang, year));
    }
    let change = size(moved);
    let turn = match (spec.good, 0.0 < change) {
        (Good::Neither, _) => "neither",
        (Good::Up, true) | (Good::Down, false) => "better",
        (Good::Up, false) | (Good::Down, true) => "worse",
    };
    (label, format(moved, lang).show(change), turn)
}

fn size(moved: &Move) -> f64 {
    f64::from(moved.after) - f64::from(moved.before)
}

fn format(moved: &Move, lang: Lang) -> Format {
    let values = [moved.before, moved.after].map(f64::from);
    Format::between(lang, moved.measure.spec().unit, values)
}

fn word(turn: &str, lang: Lang) -> &'static str {
    match turn {
        "better" => words::BETTER.get(lang),
        "worse" => words::WORSE.get(lang),
        _ => "",
    }
}

fn row(moved: &Move, widest: f32, props: &MovedPanelProps) -> Html {
    let (lang, spec) = (props.lang, moved.measure.spec());
    let (label, change, class) = told(moved, props);
    let length = 100.0 * f64::from(moved.widths.abs() / widest.max(f32::MIN_POSITIVE));
    let measure = moved.measure;
    let jump = props.on_measure.reform(move |_: MouseEvent| measure);
    html! {
        <li class={class}>
            <button type="button" class="moved-row" onclick={jump} data-moved-measure={spec.key}>
                <span class="moved-label">{ label }</span>
                <span class="moved-change">
                    <b>{ change }</b>{ " " }
                    <span class="moved-word">{ word(class, lang) }</span>
                </span>
                <svg class="moved-bar" viewBox="0 0 100 4" preserveAspectRatio="none"
                    aria-hidden="true">
                    <rect width={format!("{}", length.max(1.0) as u32)} height="4" />
                </svg>
            </button>
        </li>
    }
}

/// Pictures of the film, and the time each is shown.
const N_PICTURES: u32 = 16;
const PICTURE_MS: u32 = 60;
/// Where less motion is asked for, the state before stands still this long.
const STILL_MS: u32 = 1_200;

/// The answer to draw: the newest one, or a picture of the film.
#[hook]
pub fn use_film(change: Option<&Same<Change>>) -> (Option<Rc<Answer>>, Callback<()>) {
    let picture = use_state_eq(|| None::<u32>);
    let shown = *picture;
    {
        let picture = picture.setter();
        use_effect_with(shown, move |shown| {
            let is_still = page::wants_less_motion();
            let timer = shown.map(|at| {
                let wait = if is_still { STILL_MS } else { PICTURE_MS };
                Interval::new(wait, move || {
                    picture.set((!is_still && at + 1 < N_PICTURES).then_some(at + 1));
                })
            });
            move || drop(timer)
        });
    }
    let play = use_callback(picture.setter(), |(), picture| picture.set(Some(0)));
    let answer = shown.zip(change).map(|(at, change)| {
        let share = at as f32 / (N_PICTURES - 1) as f32;
        Rc::new(between(&change.before, &change.after, share))
    });
    (answer, play)
}

/// A picture between two answers.
fn between(before: &Answer, after: &Answer, share: f32) -> Answer {
    let blend = |before: &[Option<Band>], after: &[Option<Band>]| {
        let one = |(before, after): (&Option<Band>, &Option<Band>)| {
            let (before, after) = ((*before)?, (*after)?);
            Some(std::array::from_fn(|i| before[i] + (after[i] - before[i]) * share))
        };
        before.iter().zip(after).map(one).collect()
    };
    let is_same_view = before.view == after.view;
    let focus = if is_same_view { blend(&before.focus, &after.focus) } else { after.focus.clone() };
    Answer { city: blend(&before.city, &after.city), focus, ..after.clone() }
}
