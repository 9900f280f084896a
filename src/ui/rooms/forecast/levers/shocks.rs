//! What happens to us: shocks that are set to happen, and those that could be.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::assumptions::Reasons;
use super::words;
use crate::i18n::{Lang, decimal, number, time};
use crate::places::Level;
use crate::shocks::{Fired, Length, Place, Script, ShockId};
use crate::ui::components::segmented::{Choice, Segmented};
use crate::ui::same::Same;
use crate::ui::state::{Action, AppState, Note};
use crate::units::Month;
use crate::worker::desk::City;

#[derive(Properties, PartialEq)]
pub struct ShockPanelProps {
    pub city: Same<City>,
    pub script: Script,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

#[component]
pub fn ShockPanel(props: &ShockPanelProps) -> Html {
    let lang = props.lang;
    let yes_no = std::rc::Rc::from([
        Choice { key: "yes".into(), label: words::YES.get(lang).into() },
        Choice { key: "no".into(), label: words::NO.get(lang).into() },
    ]);
    let on_choose = {
        let (to, script) = (props.dispatcher.clone(), props.script.clone());
        Callback::from(move |key: AttrValue| {
            to.dispatch(Action::Happen(script.with_pandemic(key == "yes")));
        })
    };
    let fire = {
        let (to, script) = (props.dispatcher.clone(), props.script.clone());
        Callback::from(move |fired: Fired| match script.with(fired) {
            Ok(script) => to.dispatch(Action::Happen(script)),
            Err(error) => {
                let (ja, en) = (error.describe(Lang::Ja), error.describe(Lang::En));
                to.dispatch(Action::Say(Note::Sentence { ja, en }));
            }
        })
    };
    html! {
        <>
            <section class="lever-group">
                <h3>{ words::PANDEMIC.get(lang) }</h3>
                <Segmented name="pandemic" legend={words::PANDEMIC.get(lang)} choices={yes_no}
                    chosen={if props.script.has_pandemic() { "yes" } else { "no" }} {on_choose} />
            </section>
            <section class="lever-group">
                <h3>{ words::FIRED.get(lang) }</h3>
                if props.script.fired().is_empty() {
                    <p class="field-hint">{ words::NONE_FIRED.get(lang) }</p>
                }
                <ul class="fired-list">
                    { for props.script.fired().iter().enumerate().map(|(i, f)| fired(i, f, props)) }
                </ul>
            </section>
            { for ShockId::all().map(|shock| html! {
                <ShockForm key={shock.spec().key} city={props.city.clone()} {shock} {lang}
                    on_fire={fire.clone()} />
            }) }
        </>
    }
}

fn fired(at: usize, fired: &Fired, props: &ShockPanelProps) -> Html {
    let (lang, spec) = (props.lang, fired.shock.spec());
    let start = Month(props.city.facts.frame.plan_start().0 + i32::from(fired.start_month));
    let remove = {
        let (to, script) = (props.dispatcher.clone(), props.script.clone());
        Callback::from(move |_: MouseEvent| to.dispatch(Action::Happen(script.without(at))))
    };
    let places = &props.city.facts.places;
    let place = places.find(&fired.place).filter(|_| !fired.place.is_empty());
    html! {
        <li data-fired={spec.key}>
            <span>
                <b>{ spec.label.get(lang) }</b>{ " " }{ time::month(lang, start) }{ " " }
                { for place.map(|id| html! { { places.get(id).name.get(lang) } }) }
                if let Length::Months { .. } = spec.length {
                    { " " }{ words::months(lang, fired.months) }
                }
            </span>
            <button type="button" class="button text small" onclick={remove}>
                <span class="visually-hidden">{ spec.label.get(lang) }{ " " }</span>
                { words::REMOVE.get(lang) }
            </button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct ShockFormProps {
    city: Same<City>,
    shock: ShockId,
    on_fire: Callback<Fired>,
    lang: Lang,
}

/// Months after the plan's start a shock can begin.
const STARTS: u16 = 48;

#[component]
fn ShockForm(props: &ShockFormProps) -> Html {
    let (shock, spec, lang) = (props.shock, props.shock.spec(), props.lang);
    let draft = use_state_eq(|| first_draft(shock, &props.city));
    let put = |set: fn(&mut Fired, String)| {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            // A select answers to the same question as a field: what is its value?
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut next = (*draft).clone();
            set(&mut next, value);
            draft.set(next);
        })
    };
    let typed = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let months = crate::ui::components::lever_slider::typed_number(&input.value());
            draft.set(Fired { months: months.unwrap_or(0.0) as u16, ..(*draft).clone() });
        })
    };
    let fire = {
        let draft = draft.clone();
        props.on_fire.reform(move |_: MouseEvent| (*draft).clone())
    };
    let start = props.city.facts.frame.plan_start().0;
    let option = |value: String, label: String, is_chosen: bool| {
        html! { <option {value} selected={is_chosen}>{ label }</option> }
    };
    let month = |n: u16| {
        let label = time::month(lang, Month(start + i32::from(n)));
        option(n.to_string(), label, n == draft.start_month)
    };
    let range = spec.severity.spec();
    let strength = |(word, value): (&'static str, Option<f64>)| {
        let label = value.map(|value| number::with_unit(lang, value, range.unit.get(lang)));
        let label = format!("{word} {}", label.unwrap_or_default());
        option(value.map_or(String::new(), |v| v.to_string()), label, value == draft.severity)
    };
    let strengths = [
        (words::AS_RANGE.get(lang), None),
        (words::LOW.get(lang), Some(range.p10)),
        (words::MIDDLE.get(lang), Some(range.p50)),
        (words::HIGH.get(lang), Some(range.p90)),
    ];
    html! {
        <details class="shock">
            <summary>{ spec.label.get(lang) }</summary>
            <p>{ spec.what.get(lang) }</p>
            <div class="schedule">
                if spec.place != Place::City {
                    <label>
                        { words::PLACE.get(lang) }
                        <select onchange={put(|f, value| f.place = value)}>
                            { for places(shock, &props.city).map(|(code, name)| {
                                let is_chosen = code == draft.place;
                                option(code, name.get(lang).to_owned(), is_chosen)
                            }) }
                        </select>
                    </label>
                }
                <label>
                    { words::START.get(lang) }
                    <select onchange={put(|f, value| f.start_month = value.parse().unwrap_or(0))}>
                        { for (0..=STARTS).map(month) }
                    </select>
                </label>
                if let Length::Months { .. } = spec.length {
                    <label>
                        { words::LENGTH.get(lang) }
                        <input type="text" inputmode="numeric" class="lever-number"
                            value={draft.months.to_string()} onchange={typed} />
                    </label>
                }
                <label>
                    { words::STRENGTH.get(lang) }
                    <select onchange={put(|f, value| f.severity = decimal::read(&value))}>
                        { for strengths.map(strength) }
                    </select>
                </label>
            </div>
            <p class="field-hint">{ Reasons::now().of(spec.severity, lang).to_owned() }</p>
            <button type="button" class="button secondary small" onclick={fire}
                data-fire={spec.key}>
                { words::FIRE.get(lang) }
                <span class="visually-hidden">{ " " }{ spec.label.get(lang) }</span>
            </button>
        </details>
    }
}

/// The places a shock can happen at.
fn places(shock: ShockId, city: &City) -> impl Iterator<Item = (String, &crate::i18n::Label)> {
    let level = if shock.spec().place == Place::Ward { Level::Ward } else { Level::Centre };
    let places = &city.facts.places;
    places.at_level(level).map(|id| (places.code(id).to_owned(), &places.get(id).name))
}

/// Twelve months into the plan, at the first place, as long as usual, as hard as each draw assumes.
fn first_draft(shock: ShockId, city: &City) -> Fired {
    let spec = shock.spec();
    let place = match spec.place {
        Place::City => String::new(),
        _ => places(shock, city).next().map_or_else(String::new, |(code, _)| code),
    };
    let months = if let Length::Months { usual, .. } = spec.length { usual } else { 0 };
    Fired { shock, place, start_month: 12, months, severity: None }
}
