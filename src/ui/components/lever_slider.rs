//! One value the planner moves: slider, field, steppers, and everything needed to judge it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::grade_tag::GradeTag;
use super::words::Words;
use crate::i18n::{Lang, decimal};
use crate::sources::Grade;
use crate::ui::charts::scale::tenth;

/// A lever was moved: which one, and where to.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverMove {
    pub name: AttrValue,
    pub value: f64,
}

#[derive(Properties, PartialEq)]
pub struct LeverSliderProps {
    /// The lever's key: `data-lever`, never shown.
    pub name: AttrValue,
    pub label: AttrValue,
    pub value: f64,
    /// The value that all beside the slider shows, where that comes after the slider's: writing the
    /// number costs the browser as much as a line of the graph, and nobody looks at it while a finger
    /// is on the slider.
    #[prop_or_default]
    pub late: Option<f64>,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    pub default: f64,
    /// «%/年», «人/年»
    pub unit: AttrValue,
    /// The value as people write it, with its unit: read out.
    pub shown: AttrValue,
    /// The ends and the default as people write them, without the unit, which stands beside.
    pub shown_min: AttrValue,
    pub shown_max: AttrValue,
    pub shown_default: AttrValue,
    /// What the present setting costs a year; empty if nothing.
    #[prop_or_default]
    pub cost: AttrValue,
    #[prop_or_default]
    pub grade: Option<Grade>,
    #[prop_or_default]
    pub source: AttrValue,
    /// What is wrong with what was typed, and what to do.
    #[prop_or_default]
    pub error: AttrValue,
    /// Every move. A typed value may lie outside the range: the one who keeps the values says so.
    pub on_input: Callback<LeverMove>,
    /// Once more, when it rests.
    #[prop_or_default]
    pub on_change: Callback<LeverMove>,
    pub lang: Lang,
    /// Where the value comes from, when it could come from several places.
    #[prop_or_default]
    pub tag: AttrValue,
    /// «Why I chose this», other cities' values and so on: asked for only while it is open.
    #[prop_or_default]
    pub more: Option<Callback<(), Html>>,
}

#[component]
pub fn LeverSlider(props: &LeverSliderProps) -> Html {
    let words = Words(props.lang);
    let late = props.late.unwrap_or(props.value);
    let is_default = (late - props.default).abs() < props.step * 0.001;
    // With two values there is nothing to slide: both are named instead.
    let is_switch = props.max - props.min <= props.step;
    let changed = (!is_default).then_some("changed");
    let reset = send(props, &[&props.on_input, &props.on_change], props.default);
    html! {
        <div class={classes!("lever", changed)} role="group" aria-label={&props.label}>
            <div class="lever-head">
                <span class="lever-label">{ &props.label }</span>
                if !props.tag.is_empty() {
                    <span class="lever-tag">{ &props.tag }</span>
                }
                if let Some(grade) = props.grade {
                    <GradeTag {grade} lang={words.0} />
                }
            </div>
            if !is_switch {
                <div class="lever-slide">
                    <span class="lever-end">{ &props.shown_min }</span>
                    { track(props) }
                    <span class="lever-end">{ &props.shown_max }</span>
                </div>
            }
            <div class={classes!("lever-row", is_switch.then_some("switch"))}>
                if is_switch {
                    { switch(props) }
                } else {
                    { stepper(props, -1.0) }
                    <NumberField name={&props.name} label={&props.label}
                        value={late}
                        step={props.step} has_error={!props.error.is_empty()}
                        on_input={&props.on_input} on_change={&props.on_change} />
                    { stepper(props, 1.0) }
                    <span class="lever-unit">{ &props.unit }</span>
                }
                <button type="button" class="lever-reset" disabled={is_default} onclick={reset}>
                    <span class="visually-hidden">{ &props.label }{ " " }</span>
                    { words.default_value() }{ " " }{ &props.shown_default }
                    <span class="visually-hidden">{ " " }{ words.back_to_default() }</span>
                </button>
            </div>
            if !props.cost.is_empty() {
                <p class="lever-cost">{ words.cost() }{ " " }<b>{ &props.cost }</b></p>
            }
            if !props.error.is_empty() {
                <p class="field-error" id={format!("error-{}", props.name)}>{ &props.error }</p>
            }
            if !props.source.is_empty() || props.more.is_some() {
                <More source={&props.source} more={props.more.clone()} lang={props.lang} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    source: AttrValue,
    more: Option<Callback<(), Html>>,
    lang: Lang,
}

#[component]
fn More(props: &MoreProps) -> Html {
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            let details: web_sys::Element = event.target_unchecked_into();
            is_open.set(details.has_attribute("open"));
        })
    };
    html! {
        <details class="lever-more" {ontoggle}>
            <summary>{ Words(props.lang).source_and_note() }</summary>
            <p>{ &props.source }</p>
            if *is_open {
                { for props.more.iter().map(|more| more.emit(())) }
            }
        </details>
    }
}

fn send(props: &LeverSliderProps, to: &[&Callback<LeverMove>], value: f64) -> Callback<MouseEvent> {
    let to: Vec<Callback<LeverMove>> = to.iter().map(|&callback| callback.clone()).collect();
    let name = props.name.clone();
    Callback::from(move |_| {
        for callback in &to {
            callback.emit(LeverMove { name: name.clone(), value });
        }
    })
}

fn stepper(props: &LeverSliderProps, direction: f64) -> Html {
    let value = stepped(props.value, props.step * direction, props.min, props.max);
    let (sign, word) = if direction < 0.0 {
        ("M3 8h10", Words(props.lang).less())
    } else {
        ("M3 8h10M8 3v10", Words(props.lang).more())
    };
    let is_at_end =
        if direction < 0.0 { props.value <= props.min } else { props.max <= props.value };
    html! {
        <button type="button" class="stepper" disabled={is_at_end}
            aria-label={format!("{} {word}", props.label)}
            onclick={send(props, &[&props.on_input, &props.on_change], value)}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d={sign}
                /></svg>
        </button>
    }
}

fn switch(props: &LeverSliderProps) -> Html {
    let one = |value: f64, shown: &AttrValue| {
        let to = [props.on_input.clone(), props.on_change.clone()];
        let name = props.name.clone();
        let onchange = move |_: Event| {
            for callback in &to {
                callback.emit(LeverMove { name: name.clone(), value });
            }
        };
        html! {
            <label class="segment">
                <input type="radio" name={format!("lever-{}", props.name)} data-lever={&props.name}
                    value={plain(value)} checked={props.value == value} {onchange} />
                <span>{ shown }</span>
            </label>
        }
    };
    html! {
        <span class="segmented" role="radiogroup" aria-label={&props.label}>
            { one(props.min, &props.shown_min) }
            { one(props.max, &props.shown_max) }
        </span>
    }
}

/// The slider. Its track is drawn, because a native one cannot show the default; and its thumb,
/// because a native one that moves has the browser put all layers of the page together anew.
fn track(props: &LeverSliderProps) -> Html {
    let share = |value: f64| {
        let span = props.max - props.min;
        if span > 0.0 { ((value - props.min) / span).clamp(0.0, 1.0) * 100.0 } else { 0.0 }
    };
    let percent = |share: f64| format!("{}%", tenth(share));
    let (value, default) = (percent(share(props.value)), percent(share(props.default)));
    let handler = |callback: &Callback<LeverMove>| {
        let (callback, name) = (callback.clone(), props.name.clone());
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            callback.emit(LeverMove { name: name.clone(), value: input.value_as_number() });
        }
    };
    let (moving, rests) = (handler(&props.on_input), handler(&props.on_change));
    html! {
        <span class="lever-track">
            <input type="range" class="lever-slider" data-lever={&props.name}
                aria-label={&props.label}
                aria-valuetext={&props.shown} min={plain(props.min)} max={plain(props.max)}
                step={plain(props.step)} value={plain(props.value)}
                oninput={move |event: InputEvent| moving(event.into())} onchange={rests} />
            <svg class="lever-drawing" aria-hidden="true">
                <line class="track" x1="0%" x2="100%" y1="50%" y2="50%" />
                <line class="moved" x1={default.clone()} x2={value.clone()} y1="50%" y2="50%" />
                <line class="default-mark" x1={default.clone()} x2={default} y1="15%" y2="85%" />
                <circle class="thumb" cx={value} cy="50%" r="9.5" />
            </svg>
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct NumberFieldProps {
    name: AttrValue,
    label: AttrValue,
    value: f64,
    step: f64,
    has_error: bool,
    on_input: Callback<LeverMove>,
    on_change: Callback<LeverMove>,
}

/// A text field, not `type="number"`: that one refuses the full-width digits a Japanese keyboard
/// gives, and changes its value when the wheel turns over it.
#[component]
fn NumberField(props: &NumberFieldProps) -> Html {
    // What is being typed belongs to the field until it is finished.
    let draft = use_state_eq(|| None::<AttrValue>);
    // Both, as the steppers do: whoever listens to one of them misses nothing.
    let tell = {
        let to = [props.on_input.clone(), props.on_change.clone()];
        let (draft, name) = (draft.setter(), props.name.clone());
        move |text: &str| {
            if let Some(value) = typed_number(text) {
                for callback in &to {
                    callback.emit(LeverMove { name: name.clone(), value });
                }
            }
            draft.set(None);
        }
    };
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(input.value().into()));
        })
    };
    let onchange = {
        let tell = tell.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            tell(&input.value());
        })
    };
    let onkeydown = {
        let (value, step) = (props.value, props.step);
        Callback::from(move |event: KeyboardEvent| {
            let direction = match event.key().as_str() {
                "ArrowUp" => 1.0,
                "ArrowDown" => -1.0,
                _ => return,
            };
            event.prevent_default();
            tell(&plain(value + direction * step));
        })
    };
    let value = (*draft).clone().unwrap_or_else(|| plain(props.value));
    let described = props.has_error.then(|| format!("error-{}", props.name));
    html! {
        <input type="text" inputmode="decimal" autocomplete="off" class="lever-number"
            data-lever={&props.name} aria-label={&props.label} {value} {oninput} {onchange}
            {onkeydown}
            aria-invalid={props.has_error.then_some("true")} aria-describedby={described} />
    }
}

/// One step further, on the grid the slider uses, and inside its ends.
pub fn stepped(value: f64, by: f64, min: f64, max: f64) -> f64 {
    let step = by.abs();
    let on_grid = min + libm::round((value + by - min) / step) * step;
    on_grid.clamp(min, max)
}

/// A number as a form field holds it: no separators, no unit, no trace of binary fractions.
pub fn plain(value: f64) -> AttrValue {
    AttrValue::from((libm::round(value * 1e6) / 1e6 + 0.0).to_string())
}

/// Reads «1,200», «14.3», «-2» and their full-width forms.
pub fn typed_number(text: &str) -> Option<f64> {
    // Full-width forms stand 0xFEE0 above ASCII; besides them, the minus sign and the long-vowel
    // mark that the same key gives.
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2212}' | '\u{30FC}' => '-',
        '\u{3002}' => '.',
        other => other,
    };
    let is_kept = |c: &char| !matches!(c, ',' | '\u{3001}') && !c.is_whitespace();
    let text: String = text.chars().map(narrow).filter(is_kept).collect();
    // «1e9» would be read too, which nobody types on purpose.
    let is_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    decimal::read(&text).filter(|_| is_number)
}
