//! One of a few: a row of radio buttons that look like one switch.

use std::rc::Rc;

use yew::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub key: AttrValue,
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct SegmentedProps {
    /// Ties the radio buttons together; must be the only one of its name on the page.
    pub name: AttrValue,
    /// What is being chosen. Read out, not shown.
    pub legend: AttrValue,
    pub choices: Rc<[Choice]>,
    pub chosen: AttrValue,
    /// Gets the key.
    pub on_choose: Callback<AttrValue>,
}

#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    let one = |choice: &Choice| {
        let onchange = {
            let key = choice.key.clone();
            props.on_choose.reform(move |_: Event| key.clone())
        };
        html! {
            <label class="segment">
                <input type="radio" name={&props.name} value={&choice.key}
                    checked={choice.key == props.chosen} {onchange} />
                <span>{ &choice.label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="segmented" data-choice={&props.name}>
            <legend class="visually-hidden">{ &props.legend }</legend>
            { for props.choices.iter().map(one) }
        </fieldset>
    }
}
