//! The levers: a loop over the catalogue.

use std::rc::Rc;

use yew::prelude::*;

use super::super::super::components::lever_slider::{LeverMove, LeverSlider};
use super::super::super::state::{Action, AppState};
use super::super::super::words;
use crate::i18n::{Lang, number};
use crate::levers::{Group, LeverId};
use crate::scenario::Scenario;

#[derive(Properties, PartialEq)]
pub struct LeverPanelProps {
    pub scenario: Rc<Scenario>,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

#[component]
pub fn LeverPanel(props: &LeverPanelProps) -> Html {
    let lang = props.lang;
    let reset = {
        let to = props.dispatcher.clone();
        Callback::from(move |_: MouseEvent| to.dispatch(Action::ResetAll))
    };
    let is_today = props.scenario.policy.settings().is_empty();
    html! {
        <>
            <div class="panel-head">
                <h2>{ words::LEVERS.get(lang) }</h2>
                <button type="button" class="button text" disabled={is_today} onclick={reset}>
                    { words::RESET_ALL.get(lang) }
                </button>
            </div>
            <div class="lever-groups">
                { for Group::ALL.iter().filter_map(|group| group_of(*group, props)) }
            </div>
        </>
    }
}

fn group_of(group: Group, props: &LeverPanelProps) -> Option<Html> {
    let lang = props.lang;
    let levers: Vec<Html> = LeverId::all()
        .filter(|lever| lever.spec().group == group)
        .map(|lever| slider(lever, props))
        .collect();
    (!levers.is_empty()).then(|| {
        html! {
            <div class="lever-group">
                <h3>{ group.label().get(lang) }</h3>
                { for levers }
            </div>
        }
    })
}

fn slider(lever: LeverId, props: &LeverPanelProps) -> Html {
    let (spec, lang) = (lever.spec(), props.lang);
    // A lever with two positions is a question, and is answered in words.
    let is_question = spec.min == 0.0 && spec.max.total_cmp(&spec.step).is_eq();
    let shown = |value: f64| {
        if is_question {
            return AttrValue::from(if value == 0.0 { words::NO } else { words::YES }.get(lang));
        }
        AttrValue::from(number::with_unit(lang, value, spec.unit.get(lang)))
    };
    let unit = if is_question { "" } else { spec.unit.get(lang) };
    let value = props.scenario.policy.value(lever, "");
    let on_input = {
        let to = props.dispatcher.clone();
        Callback::from(move |moved: LeverMove| {
            to.dispatch(Action::Set { lever, place: String::new(), value: moved.value });
        })
    };
    // When the finger leaves, the next move is a step of its own to undo.
    let on_change = {
        let to = props.dispatcher.clone();
        Callback::from(move |_: LeverMove| to.dispatch(Action::LetGo))
    };
    html! {
        <LeverSlider key={spec.key} name={spec.key} label={spec.label.get(lang)} {value}
            min={spec.min} max={spec.max} step={spec.step} default={spec.default}
            {unit} shown={shown(value)} shown_min={shown(spec.min)}
            shown_max={shown(spec.max)} shown_default={shown(spec.default)}
            cost={spec.cost.get(lang)} grade={spec.backing.grade()} source={spec.because.get(lang)}
            {on_input} {on_change} {lang} />
    }
}
