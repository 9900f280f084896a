//! One target at a glance: where we are, where we are heading, and how likely that is enough.

use yew::prelude::*;

use super::words::Words;
use crate::i18n::Lang;

/// Whose target it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TargetKind {
    Plan,
    Own,
    Example,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outlook {
    Likely,
    Uncertain,
    AtRisk,
    Unknown,
}

#[derive(Properties, PartialEq)]
pub struct TargetCardProps {
    /// The target's key: `data-target`, never shown.
    pub name: AttrValue,
    pub title: AttrValue,
    pub kind: TargetKind,
    /// Of the whole card, for who leads to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Values as people write them, with their unit.
    pub now: AttrValue,
    /// Of which year «now» is: «R2».
    #[prop_or_default]
    pub now_when: AttrValue,
    pub forecast: AttrValue,
    pub target: AttrValue,
    pub gap: AttrValue,
    pub outlook: Outlook,
    /// Out of ten runs, rounded; drawn as dots.
    #[prop_or_default]
    pub in_ten: Option<u8>,
    /// «10回のうち8回は達成する見込み»
    pub chance: AttrValue,
    #[prop_or(true)]
    pub fresh: bool,
    #[prop_or_default]
    pub is_chosen: bool,
    /// Gets the key. Without it the card cannot be pressed.
    #[prop_or_default]
    pub on_choose: Option<Callback<AttrValue>>,
    /// Takes it away again; without it that cannot be done.
    #[prop_or_default]
    pub on_remove: Option<Callback<MouseEvent>>,
    pub lang: Lang,
}

#[component]
pub fn TargetCard(props: &TargetCardProps) -> Html {
    let words = Words(props.lang);
    let (kind_class, kind) = match props.kind {
        TargetKind::Plan => ("plan", words.plan()),
        TargetKind::Own => ("own", words.own()),
        TargetKind::Example => ("example", words.example()),
    };
    let (outlook_class, outlook) = match props.outlook {
        Outlook::Likely => ("likely", words.likely()),
        Outlook::Uncertain => ("uncertain", words.uncertain()),
        Outlook::AtRisk => ("at-risk", words.at_risk()),
        Outlook::Unknown => ("unknown", words.unknown()),
    };
    let now = format!("{} {}", words.now(), props.now_when);
    let fact = |name: &str, class: &'static str, value: &AttrValue| {
        html! { <div {class}><dt>{ name }</dt><dd>{ value }</dd></div> }
    };
    let title = match &props.on_choose {
        None => html! { { &props.title } },
        Some(on_choose) => {
            let key = props.name.clone();
            html! {
                <button type="button" class="target-choose"
                    aria-pressed={props.is_chosen.to_string()}
                    onclick={on_choose.reform(move |_: MouseEvent| key.clone())}>
                    { &props.title }
                </button>
            }
        }
    };
    html! {
        <article id={props.id.clone()} class={classes!("target-card", outlook_class)} data-target={&props.name}
            data-fresh={props.fresh.to_string()} aria-busy={(!props.fresh).to_string()}
            data-chosen={props.is_chosen.to_string()}>
            <header>
                <h3>{ title }</h3>
                <span class={classes!("target-kind", kind_class)}>{ kind }</span>
                if let Some(onclick) = props.on_remove.clone() {
                    <button type="button" class="button text small" {onclick} data-print="no"
                        aria-label={format!("{} {}", words.remove_target(), props.title)}>
                        { words.remove_target() }
                    </button>
                }
            </header>
            <dl>
                { fact(&now, "fact-now", &props.now) }
                { fact(words.forecast(), "fact-forecast", &props.forecast) }
                { fact(words.target(), "fact-target", &props.target) }
                { fact(words.gap(), "fact-gap", &props.gap) }
            </dl>
            <p class="outlook">
                { outlook_shape(props.outlook) }
                <strong>{ outlook }</strong>
                { for props.in_ten.map(ten_dots) }
            </p>
            <p class="chance">{ &props.chance }</p>
        </article>
    }
}

/// A tick, a tilde, a triangle, a dash: told apart without colour.
fn outlook_shape(outlook: Outlook) -> Html {
    let shape = match outlook {
        Outlook::Likely => "M3 10l5 5L17 4",
        Outlook::Uncertain => "M2 11q4 -6 8 -1t8 -1",
        Outlook::AtRisk => "M10 2L19 18H1ZM10 7v6M10 14.5v1.5",
        Outlook::Unknown => "M4 10h12",
    };
    html! {
        <svg class="outlook-shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d={shape} />
        </svg>
    }
}

/// Ten runs as ten dots, the successful ones filled.
fn ten_dots(n_filled: u8) -> Html {
    let dot = |i: u8| {
        let class = if i < n_filled { "dot-hit" } else { "dot-miss" };
        html! { <circle {class} cx={(6 + 11 * u32::from(i)).to_string()} cy="6" r="4" /> }
    };
    html! {
        <svg class="ten-dots" viewBox="0 0 112 12" width="112" height="12" aria-hidden="true">
            { for (0..10).map(dot) }
        </svg>
    }
}
