//! Targets of one's own for the place of the card: set, with their chance, and taken away again.
//! They are the scenario's and marked as such; the plan has none for a single place.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::figures::SUBJECTS;
use super::profile::ProfileProps;
use super::words;
use crate::engine::chance::Sense;
use crate::i18n::{chance, time};
use crate::measures::{Good, MeasureId};
use crate::scenario::Scenario;
use crate::scenario::own::OwnTarget;
use crate::ui::charts::format::Format;
use crate::ui::components::lever_slider::typed_number;
use crate::ui::state::Action;
use crate::ui::words as page_words;
use crate::units::FiscalYear;

#[component]
pub fn OwnTargets(props: &ProfileProps) -> Html {
    let (lang, city) = (props.lang, &props.city);
    let (measure, year, value) = (use_node_ref(), use_node_ref(), use_node_ref());
    let is_wrong = use_state_eq(|| false);
    let add = {
        let (place, scenario) =
            (city.facts.places.code(props.place).to_owned(), props.scenario.clone());
        let (measure, year, value) = (measure.clone(), year.clone(), value.clone());
        let (to, is_wrong) = (props.dispatcher.clone(), is_wrong.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = |list: &NodeRef| list.cast::<HtmlSelectElement>().map(|list| list.value());
            let field = value.cast::<HtmlInputElement>();
            let number = field.as_ref().and_then(|field| typed_number(&field.value()));
            let measure = chosen(&measure).and_then(|key| MeasureId::find(&key));
            let year = chosen(&year).and_then(|year| year.parse().ok());
            let wanted = measure.zip(year).zip(number.filter(|number| 0.0 <= *number));
            is_wrong.set(wanted.is_none());
            let Some(((measure, fiscal_year), value)) = wanted else { return };
            let place = place.clone();
            let sense = sense(measure);
            let own = OwnTarget { place, measure, fiscal_year, sense, value };
            to.dispatch(with(&scenario, |targets| targets.push(own)));
            if let Some(field) = field {
                field.set_value("");
            }
        })
    };
    let code = city.facts.places.code(props.place);
    let here = props.scenario.own_targets.iter().enumerate().filter(|(_, own)| own.place == code);
    let set: Vec<Html> = here.map(|(index, own)| line(props, index, own)).collect();
    let choices = SUBJECTS.iter().flat_map(|(_, measures)| measures.iter());
    let option = |(i, measure): (usize, &MeasureId)| {
        let spec = measure.spec();
        // The value is typed in this unit.
        let told = format!("{} ({})", spec.label.get(lang), spec.unit.get(lang));
        html! { <option value={spec.key} selected={i == 0}>{ told }</option> }
    };
    let plan = city.facts.frame.plan;
    html! {
        <section class="panel card-targets">
            <h3>{ words::OWN_TARGETS.get(lang) }</h3>
            if set.is_empty() {
                <p class="field-hint">{ words::NO_TARGETS.get(lang) }</p>
            } else {
                <ul>{ for set }</ul>
            }
            <form class="card-target-new" onsubmit={add} data-print="no">
                { field("own-target-measure", words::MEASURE.get(lang), html! {
                    <select id="own-target-measure" ref={measure}>
                        { for choices.enumerate().map(option) }
                    </select>
                }) }
                { field("own-target-year", words::YEAR.get(lang), html! {
                    <select id="own-target-year" ref={year}>
                        { for plan.iter().map(|year| html! {
                            <option value={year.0.to_string()} selected={year == plan.last}>
                                { time::fiscal_year(lang, year) }
                            </option>
                        }) }
                    </select>
                }) }
                { field("own-target-value", words::TARGET_VALUE.get(lang), html! {
                    <input id="own-target-value" ref={value} type="text" inputmode="decimal"
                        class="lever-number" aria-invalid={is_wrong.then_some("true")} />
                }) }
                <button type="submit" class="button secondary small">
                    { words::ADD_TARGET.get(lang) }
                </button>
            </form>
            if *is_wrong {
                <p class="field-error" role="alert">{ words::NO_NUMBER.get(lang) }</p>
            }
        </section>
    }
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

/// One target: what is aimed at, how likely it is, and the way to take it away.
fn line(props: &ProfileProps, index: usize, own: &OwnTarget) -> Html {
    let (lang, spec) = (props.lang, own.measure.spec());
    let year = time::fiscal_year(lang, FiscalYear(own.fiscal_year));
    let shown = Format::rounded(lang, spec.unit).show(own.value);
    let aim = page_words::target(lang, own.sense == Sense::AtLeast, &shown);
    // The scenario's own follow those of the municipality.
    let at = props.city.ground.targets.len() + index;
    let found = props.answer.as_ref().and_then(|answer| answer.targets.get(at));
    let said = found.and_then(|found| Some((found.chance?, found.standard_error)));
    let said = said.map(|(share, error)| chance::words_for(lang, share, error));
    let remove = {
        let (to, scenario) = (props.dispatcher.clone(), props.scenario.clone());
        Callback::from(move |_: MouseEvent| {
            to.dispatch(with(&scenario, |targets| drop(targets.remove(index))));
        })
    };
    let what = page_words::for_year(lang, spec.label.get(lang), &year);
    html! {
        <li data-own-target={spec.key}>
            <span class="target-kind own">{ words::OURS.get(lang) }</span>
            { " " }{ &what }{ " " }<b>{ aim }</b>{ " " }
            <span class="chance">{ said.unwrap_or_else(|| words::ASKING.get(lang).to_owned()) }</span>
            <button type="button" class="button text small" onclick={remove} data-print="no"
                aria-label={format!("{} {what}", words::REMOVE_TARGET.get(lang))}>
                { words::REMOVE_TARGET.get(lang) }
            </button>
        </li>
    }
}
