//! Asking for a target of one's own: for the municipality in the targets bar, for a ward or area on
//! its card. It is the scenario's, and marked as such.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::lever_slider::typed_number;
use super::words::Words;
use crate::engine::chance::Sense;
use crate::facts::frame::Years;
use crate::i18n::{Lang, time};
use crate::measures::{Good, MeasureId};
use crate::scenario::Scenario;
use crate::scenario::own::OwnTarget;
use crate::ui::state::{Action, AppState};

#[derive(Properties, PartialEq)]
pub struct OwnTargetFormProps {
    /// Code of the place; empty: the municipality.
    pub place: AttrValue,
    /// What it may be about: a single measure is only named.
    pub measures: Vec<MeasureId>,
    pub plan: Years,
    pub scenario: Rc<Scenario>,
    pub dispatcher: UseReducerDispatcher<AppState>,
    pub lang: Lang,
}

#[component]
pub fn OwnTargetForm(props: &OwnTargetFormProps) -> Html {
    let (lang, words) = (props.lang, Words(props.lang));
    let (measure, year, value) = (use_node_ref(), use_node_ref(), use_node_ref());
    let is_wrong = use_state_eq(|| false);
    let add = {
        let (place, scenario, only) =
            (props.place.to_string(), props.scenario.clone(), only(&props.measures));
        let (measure, year, value) = (measure.clone(), year.clone(), value.clone());
        let (to, is_wrong) = (props.dispatcher.clone(), is_wrong.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = |list: &NodeRef| list.cast::<HtmlSelectElement>().map(|list| list.value());
            let field = value.cast::<HtmlInputElement>();
            let number = field.as_ref().and_then(|field| typed_number(&field.value()));
            let measure = only.or_else(|| chosen(&measure).and_then(|key| MeasureId::find(&key)));
            let year = chosen(&year).and_then(|year| year.parse().ok());
            let wanted = measure.zip(year).zip(number.filter(|number| 0.0 <= *number));
            is_wrong.set(wanted.is_none());
            let Some(((measure, fiscal_year), value)) = wanted else { return };
            let (place, sense) = (place.clone(), sense(measure));
            let own = OwnTarget { place, measure, fiscal_year, sense, value };
            to.dispatch(with(&scenario, |targets| targets.push(own)));
            if let Some(field) = field {
                field.set_value("");
            }
        })
    };
    // The value is typed in this unit.
    let told = |measure: MeasureId| {
        let spec = measure.spec();
        format!("{} ({})", spec.label.get(lang), spec.unit.get(lang))
    };
    let option = |(i, measure): (usize, &MeasureId)| {
        html! { <option value={measure.spec().key} selected={i == 0}>{ told(*measure) }</option> }
    };
    html! {
        <>
            <form class="own-target-new" onsubmit={add} data-print="no">
                if let Some(measure) = only(&props.measures) {
                    <p class="own-target-of">{ told(measure) }</p>
                } else {
                    { field("own-target-measure", words.measure(), html! {
                        <select id="own-target-measure" ref={measure}>
                            { for props.measures.iter().enumerate().map(option) }
                        </select>
                    }) }
                }
                { field("own-target-year", words.year(), html! {
                    <select id="own-target-year" ref={year}>
                        { for props.plan.iter().map(|year| html! {
                            <option value={year.0.to_string()} selected={year == props.plan.last}>
                                { time::fiscal_year(lang, year) }
                            </option>
                        }) }
                    </select>
                }) }
                { field("own-target-value", words.target_value(), html! {
                    <input id="own-target-value" ref={value} type="text" inputmode="decimal"
                        class="lever-number" aria-invalid={is_wrong.then_some("true")} />
                }) }
                <button type="submit" class="button secondary small">{ words.add_target() }</button>
            </form>
            if *is_wrong {
                <p class="field-error" role="alert">{ words.no_target_value() }</p>
            }
        </>
    }
}

fn only(measures: &[MeasureId]) -> Option<MeasureId> {
    measures.first().copied().filter(|_| measures.len() == 1)
}

fn field(id: &'static str, label: &'static str, input: Html) -> Html {
    html! { <div class="field"><label for={id}>{ label }</label>{ input }</div> }
}

/// What is good is to be reached from below; what is bad, kept from above.
fn sense(measure: MeasureId) -> Sense {
    if measure.spec().good == Good::Down { Sense::AtMost } else { Sense::AtLeast }
}

/// The scenario with other targets of its own.
fn with(scenario: &Rc<Scenario>, change: impl FnOnce(&mut Vec<OwnTarget>)) -> Action {
    let mut next = (**scenario).clone();
    change(&mut next.own_targets);
    Action::Become(Rc::new(next))
}

/// The scenario without one of its own targets.
pub fn without(scenario: &Rc<Scenario>, index: usize) -> Action {
    with(scenario, |targets| drop(targets.remove(index)))
}
