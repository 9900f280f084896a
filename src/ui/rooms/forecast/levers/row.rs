//! One lever at one scope: its value and where that comes from, and all that is one tap away.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::words;
use crate::facts::beside::Beside;
use crate::i18n::{Lang, number, time};
use crate::levers::{LeverId, Policy, Scope, Setting};
use crate::places::Level;
use crate::protocol::from_bytes;
use crate::ui::components::lever_slider::{LeverMove, LeverSlider};
use crate::ui::page;
use crate::ui::same::Same;
use crate::ui::state::{Action, AppState};
use crate::ui::words as page_words;
use crate::units::Month;
use crate::worker::desk::City;

/// A lever's value at a scope: its own setting there, and what would hold without it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub own: Option<Setting>,
    /// Value and place it comes from; the empty code is the municipality, none is today.
    pub else_value: f64,
    pub else_from: Option<String>,
}

impl Held {
    pub fn value(&self) -> f64 {
        self.own.as_ref().map_or(self.else_value, |setting| setting.value)
    }
}

/// What holds at a place: the nearest setting wins.
pub fn held(policy: &Policy, city: &City, lever: LeverId, scope: &str) -> Held {
    let places = &city.facts.places;
    let code_of = |id| match places.get(id).level {
        Level::Municipality => String::new(),
        _ => places.code(id).to_owned(),
    };
    let id = places.find(scope).unwrap_or_else(|| places.root());
    let mut settings =
        places.lineage(id).map(|at| (code_of(at), policy.at(lever, &code_of(at)).cloned()));
    let own = settings.next().and_then(|(_, setting)| setting);
    let wider = settings.find_map(|(code, setting)| setting.map(|setting| (code, setting.value)));
    let (else_from, else_value) = match wider {
        Some((code, value)) => (Some(code), value),
        None => (None, lever.spec().default),
    };
    Held { own, else_value, else_from }
}

#[derive(Clone, Properties, PartialEq)]
pub struct LeverRowProps {
    pub city: Same<City>,
    pub lever: LeverId,
    /// Code of the place the value is for; empty for the municipality.
    pub scope: AttrValue,
    pub held: Held,
    /// The value that all beside the slider shows, which comes after the slider's.
    pub late: f64,
    pub note: AttrValue,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

#[component]
pub fn LeverRow(props: &LeverRowProps) -> Html {
    let (lever, spec, lang) = (props.lever, props.lever.spec(), props.lang);
    let Held { else_value, .. } = &props.held;
    let shown = |value: f64| said(lever, lang, value);
    let unit = if is_question(lever) { "" } else { spec.unit.get(lang) };
    let value = props.held.value();
    let on_input = {
        let (to, scope, else_value) =
            (props.dispatcher.clone(), props.scope.to_string(), *else_value);
        Callback::from(move |moved: LeverMove| {
            // At one place, the wider place's value is no value of its own.
            let is_else = !scope.is_empty() && moved.value.total_cmp(&else_value).is_eq();
            let place = scope.clone();
            to.dispatch(if is_else {
                Action::Clear { lever, place }
            } else {
                Action::Set { lever, place, value: moved.value }
            });
        })
    };
    // When the finger leaves, the next move is a step of its own to undo.
    let on_change = {
        let to = props.dispatcher.clone();
        Callback::from(move |_: LeverMove| to.dispatch(Action::LetGo))
    };
    let more = {
        let props = props.clone();
        Some(Callback::from(move |()| more(&props)))
    };
    html! {
        <LeverSlider name={spec.key} label={spec.label.get(lang)} {value}
            late={props.late}
            min={spec.min} max={spec.max} step={spec.step} default={*else_value}
            {unit} shown={shown(value)} shown_min={shown(spec.min)}
            shown_max={shown(spec.max)} shown_default={shown(*else_value)}
            cost={spec.cost.get(lang)} grade={spec.backing.grade()} source={spec.because.get(lang)}
            tag={tag(props)} {more} {on_input} {on_change} {lang} />
    }
}

/// A lever with two positions is a question, and is answered in words.
fn is_question(lever: LeverId) -> bool {
    let spec = lever.spec();
    spec.min == 0.0 && spec.max.total_cmp(&spec.step).is_eq()
}

/// A lever's value as people say it.
pub fn said(lever: LeverId, lang: Lang, value: f64) -> AttrValue {
    if is_question(lever) {
        let word = if value == 0.0 { page_words::NO } else { page_words::YES };
        return AttrValue::from(word.get(lang));
    }
    AttrValue::from(number::with_unit(lang, value, lever.spec().unit.get(lang)))
}

/// Where the value comes from; nothing to say while the municipality is set and looked at.
fn tag(props: &LeverRowProps) -> AttrValue {
    let lang = props.lang;
    if props.scope.is_empty() {
        return AttrValue::default();
    }
    if props.lever.spec().scope == Scope::City {
        return AttrValue::from(words::CITY_LEVER.get(lang));
    }
    match (&props.held.own, &props.held.else_from) {
        (Some(_), _) => AttrValue::from(words::OWN_VALUE.get(lang)),
        (None, None) => AttrValue::from(words::FROM_TODAY.get(lang)),
        (None, Some(code)) => {
            let places = &props.city.facts.places;
            let id = places.find(code).unwrap_or_else(|| places.root());
            AttrValue::from(words::value_of(lang, places.get(id).name.get(lang)))
        }
    }
}

/// Schedule, note and other cities.
fn more(props: &LeverRowProps) -> Html {
    let (lever, lang) = (props.lever, props.lang);
    // At each letter: a text that only the field knows is lost when the row is drawn again.
    let oninput = {
        let to = props.dispatcher.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlInputElement = event.target_unchecked_into();
            to.dispatch(Action::Explain { lever, text: area.value() });
        })
    };
    let to = props.dispatcher.clone();
    let onchange = Callback::from(move |_: Event| to.dispatch(Action::LetGo));
    let id = format!("why-{}", lever.spec().key);
    html! {
        <>
            { schedule(props) }
            <div class="field why">
                <label for={id.clone()}>{ words::WHY.get(lang) }</label>
                <textarea {id} {oninput} {onchange} value={&props.note} rows="2" data-why={lever.spec().key} />
            </div>
            { peers(props) }
        </>
    }
}

/// Months after the plan's start a lever can be set to begin.
const STARTS: u16 = 48;
const RAMPS: [u16; 6] = [0, 3, 6, 12, 24, 36];

fn schedule(props: &LeverRowProps) -> Html {
    let lang = props.lang;
    let Some(own) = &props.held.own else {
        return html! { <p class="field-hint">{ words::SCHEDULE_HINT.get(lang) }</p> };
    };
    let start = props.city.facts.frame.plan_start();
    let send = |which: fn(&Setting, u16) -> (u16, u16)| {
        let (to, own) = (props.dispatcher.clone(), own.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let Ok(months) = select.value().parse() else { return };
            let (start_month, ramp_months) = which(&own, months);
            let Setting { lever, place, .. } = own.clone();
            to.dispatch(Action::Schedule { lever, place, start_month, ramp_months });
        })
    };
    let option = |value: u16, label: String, chosen: u16| {
        html! { <option value={value.to_string()} selected={value == chosen}>{ label }</option> }
    };
    let month = |since: u16| time::month(lang, Month(start.0 + i32::from(since)));
    // A document may hold a start or a pace the lists do not offer: it is offered then.
    let starts = (0..=STARTS.max(own.start_month)).map(|n| option(n, month(n), own.start_month));
    let mut ramps = RAMPS.to_vec();
    if !ramps.contains(&own.ramp_months) {
        ramps.push(own.ramp_months);
    }
    let pace = |n: u16| {
        if n == 0 { words::AT_ONCE.get(lang).to_owned() } else { words::months(lang, n) }
    };
    html! {
        <div class="schedule">
            <label>
                { words::SCHEDULE.get(lang) }
                <select data-start={props.lever.spec().key}
                    onchange={send(|own, months| (months, own.ramp_months))}>{ for starts }</select>
            </label>
            <label>
                { words::RAMP.get(lang) }
                <select data-ramp={props.lever.spec().key}
                    onchange={send(|own, months| (own.start_month, months))}>
                    { for ramps.into_iter().map(|n| option(n, pace(n), own.ramp_months)) }
                </select>
            </label>
        </div>
    }
}

/// How many figures of other cities are shown.
const PEERS: usize = 8;

fn peers(props: &LeverRowProps) -> Html {
    let (lang, keys) = (props.lang, props.lever.peers());
    let carried = page::carried("peers").and_then(|packed| from_bytes::<Vec<Beside>>(&packed));
    let hint = if carried.is_some() { words::NO_PEERS } else { page_words::LOADING };
    let carried = carried.unwrap_or_default();
    let of_it = carried.iter().filter(|peer| keys.contains(&peer.measure.as_str()));
    let one = |peer: &Beside| {
        html! {
            <li title={peer.citation.get(lang).to_owned()}>
                { peer.place.get(lang) }{ " " }{ peer.label.get(lang) }{ " " }
                <b>{ number::with_unit(lang, peer.value, peer.unit.get(lang)) }</b>
                <span class="peer-when">{ " " }{ time::when(lang, peer.when) }</span>
            </li>
        }
    };
    let shown: Vec<Html> = of_it.take(PEERS).map(one).collect();
    html! {
        <div class="peers">
            <h4>{ words::PEERS.get(lang) }</h4>
            if shown.is_empty() {
                <p class="field-hint">{ hint.get(lang) }</p>
            } else {
                <ul>{ for shown }</ul>
            }
        </div>
    }
}
