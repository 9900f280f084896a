//! The lever panel: what is decided, what is assumed, what happens; each a loop over its catalogue.

pub mod assumptions;
pub mod row;
pub mod shocks;
pub mod words;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::super::components::segmented::{Choice, Segmented};
use super::super::super::components::tabs::{Tab, Tabs};
use super::super::super::page;
use super::super::super::same::Same;
use super::super::super::state::{Action, AppState};
use super::super::super::words as page_words;
use crate::assumptions::Chain;
use crate::i18n::Lang;
use crate::levers::{Group, LeverId, Scope};
use crate::measures::MeasureId;
use crate::places::{Level, PlaceId};
use crate::scenario::Scenario;
use crate::scenario::presets::{PRESETS, Preset};
use crate::worker::desk::City;
use assumptions::AssumptionPanel;
use row::{LeverRow, held};
use shocks::ShockPanel;

#[derive(Properties, PartialEq)]
pub struct LeverPanelProps {
    pub city: Same<City>,
    pub scenario: Rc<Scenario>,
    /// As everything beside the slider that is moved shows it.
    pub late: Rc<Scenario>,
    /// The place in focus, which levers can be set for.
    pub place: AttrValue,
    /// The measure looked at: the group of levers nearest to it is open.
    pub measure: MeasureId,
    /// The lever to go to, and the how-manieth going it is.
    pub jump: Option<(LeverId, u32)>,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

#[component]
pub fn LeverPanel(props: &LeverPanelProps) -> Html {
    let (lang, scenario) = (props.lang, &props.scenario);
    let tab = use_state_eq(|| AttrValue::from("policy"));
    let query = use_state_eq(AttrValue::default);
    let only_changed = use_state_eq(|| false);
    {
        let (tab, query, only) = (tab.setter(), query.setter(), only_changed.setter());
        use_effect_with(props.jump, move |jump| {
            if jump.is_some() {
                tab.set("policy".into());
                query.set(AttrValue::default());
                only.set(false);
            }
        });
    }
    let filter = {
        let query = query.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value().into());
        })
    };
    let only = {
        let only_changed = only_changed.clone();
        Callback::from(move |_: Event| only_changed.set(!*only_changed))
    };
    let body = match tab.as_str() {
        "assumed" => html! {
            <AssumptionPanel changed={scenario.ranges.0.clone()} query={(*query).clone()}
                only_changed={*only_changed} {lang} dispatcher={props.dispatcher.clone()} />
        },
        "events" => html! {
            <ShockPanel city={props.city.clone()} script={scenario.script.clone()} {lang}
                dispatcher={props.dispatcher.clone()} />
        },
        _ => html! {
            <Policies city={props.city.clone()} scenario={scenario.clone()} late={props.late.clone()}
                place={props.place.clone()} measure={props.measure} jump={props.jump} query={(*query).clone()}
                only_changed={*only_changed} {lang} dispatcher={props.dispatcher.clone()} />
        },
    };
    html! {
        <>
            <div class="panel-head">
                <h2 class="visually-hidden">{ page_words::LEVERS.get(lang) }</h2>
                { presets(props) }
                { reset(props) }
            </div>
            <Tabs name="levers" label={words::TABS.get(lang)} tabs={tabs(props)}
                chosen={(*tab).clone()} on_choose={let tab = tab.setter(); move |key| tab.set(key)}>
                if *tab != "events" {
                    <div class="lever-filter">
                        <input type="search" class="table-search" value={(*query).clone()}
                            oninput={filter} aria-label={words::FILTER.get(lang)}
                            placeholder={words::FILTER.get(lang)} data-filter="levers" />
                        <label class="own-switch">
                            <input type="checkbox" checked={*only_changed} onchange={only} />
                            { words::ONLY_CHANGED.get(lang) }
                        </label>
                    </div>
                }
                <div class="lever-groups">{ body }</div>
            </Tabs>
        </>
    }
}

fn tabs(props: &LeverPanelProps) -> Rc<[Tab]> {
    let (lang, scenario) = (props.lang, &props.late);
    let n_events = scenario.script.fired().len() + usize::from(!scenario.script.has_pandemic());
    let tab = |key: &'static str, label: &'static str, n: usize| Tab {
        key: key.into(),
        label: if n == 0 { label.into() } else { format!("{label} ({n})").into() },
    };
    Rc::new([
        tab("policy", words::POLICY.get(lang), scenario.policy.settings().len()),
        tab("assumed", words::ASSUMED.get(lang), scenario.ranges.0.len()),
        tab("events", words::EVENTS.get(lang), n_events),
    ])
}

fn reset(props: &LeverPanelProps) -> Html {
    let to = props.dispatcher.clone();
    let onclick = Callback::from(move |_: MouseEvent| to.dispatch(Action::ResetAll));
    let is_today = props.late.policy.settings().is_empty();
    html! {
        <button type="button" class="button text small" disabled={is_today} {onclick}>
            { page_words::RESET_ALL.get(props.lang) }
        </button>
    }
}

fn presets(props: &LeverPanelProps) -> Html {
    let lang = props.lang;
    let one = |preset: &'static Preset| {
        let to = props.dispatcher.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let Scenario { policy, script, .. } = preset.scenario(lang);
            to.dispatch(Action::Begin { policy, script });
        });
        html! {
            <button type="button" class="button secondary small" {onclick}
                data-preset={preset.key} title={preset.what.get(lang)}>{ preset.name.get(lang) }</button>
        }
    };
    html! {
        <details class="presets">
            <summary>{ words::PRESETS.get(lang) }</summary>
            <div class="preset-list">{ for PRESETS.iter().map(one) }</div>
            <p class="field-hint">{ words::PRESETS_HINT.get(lang) }</p>
        </details>
    }
}

/// Opens what is closed and the other way round.
fn toggle<T: PartialEq + Copy + 'static>(
    open: &UseStateHandle<Vec<T>>,
    group: T,
) -> Callback<MouseEvent> {
    let open = open.clone();
    Callback::from(move |_| {
        let mut next = (*open).clone();
        next.retain(|one| *one != group);
        if next.len() == open.len() {
            next.push(group);
        }
        open.set(next);
    })
}

fn group_head(
    label: &'static str,
    n_changed: usize,
    is_open: bool,
    onclick: Callback<MouseEvent>,
    lang: Lang,
) -> Html {
    html! {
        <h3>
            <button type="button" class="group-toggle" aria-expanded={is_open.to_string()} {onclick}>
                <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
                    <path d={if is_open { "M3 5l5 6l5 -6Z" } else { "M5 3l6 5l-6 5Z" }} />
                </svg>
                { label }
                if n_changed > 0 {
                    <span class="group-count">{ words::changed(lang, n_changed) }</span>
                }
            </button>
        </h3>
    }
}

#[derive(Properties, PartialEq)]
struct PoliciesProps {
    city: Same<City>,
    scenario: Rc<Scenario>,
    late: Rc<Scenario>,
    place: AttrValue,
    measure: MeasureId,
    jump: Option<(LeverId, u32)>,
    query: AttrValue,
    only_changed: bool,
    lang: Lang,
    dispatcher: UseReducerDispatcher<AppState>,
}

/// The group of levers that acts most directly on a chain.
fn nearest(chain: Chain) -> Group {
    match chain {
        Chain::Population | Chain::Households | Chain::Alarm => Group::Devices,
        Chain::Staff | Chain::Money => Group::Centres,
        Chain::Meetings => Group::Meetings,
        Chain::Awareness => Group::Known,
        Chain::CareNeed | Chain::Programmes => Group::Programmes,
    }
}

#[component]
fn Policies(props: &PoliciesProps) -> Html {
    let (lang, policy) = (props.lang, &props.scenario.policy);
    let chain = props.measure.spec().chain;
    let open = use_state_eq(|| vec![nearest(chain)]);
    {
        let open = open.setter();
        // One group at a time, so that the one that matters is in sight.
        use_effect_with(chain, move |chain| open.set(vec![nearest(*chain)]));
    }
    {
        let open = open.setter();
        use_effect_with(props.jump, move |jump| {
            let timer = jump.map(|(lever, _)| {
                open.set(vec![lever.spec().group]);
                // Once the group is drawn.
                Timeout::new(0, move || {
                    page::focus_on(&format!(".levers [data-lever=\"{}\"]", lever.spec().key));
                })
            });
            move || drop(timer)
        });
    }
    let scope = use_state_eq(AttrValue::default);
    let scopes = scopes(&props.city, &props.place);
    // The place chosen earlier may have gone out of focus.
    let scope_now =
        if scopes.iter().any(|(code, _)| *code == *scope) { (*scope).clone() } else { "".into() };
    let query = props.query.trim().to_ascii_lowercase();
    // As all beside the slider: a count that comes or goes has the panel laid out anew.
    let settings = props.late.policy.settings();
    let is_changed = |lever: LeverId| settings.iter().any(|s| s.lever == lever);
    let is_found = |lever: LeverId| {
        let spec = lever.spec();
        let text = format!("{}\n{}\n{}", spec.label.ja, spec.label.en, spec.because.get(lang));
        text.to_ascii_lowercase().contains(&query)
    };
    let is_meant = |lever: &LeverId| {
        (query.is_empty() || is_found(*lever)) && (!props.only_changed || is_changed(*lever))
    };
    let meant: Vec<LeverId> = LeverId::all().filter(is_meant).collect();
    let is_narrowed = !query.is_empty() || props.only_changed;
    let row = |lever: &LeverId| {
        let of_city = lever.spec().scope == Scope::City;
        let at = if of_city { "" } else { scope_now.as_str() };
        let now = held(policy, &props.city, *lever, at);
        let is_late = !Rc::ptr_eq(&props.late, &props.scenario);
        let late = is_late.then(|| held(&props.late.policy, &props.city, *lever, at).value());
        html! {
            <LeverRow key={lever.spec().key} city={props.city.clone()} lever={*lever}
                scope={at.to_owned()} late={late.unwrap_or(now.value())} held={now}
                note={props.scenario.notes.get(lever).cloned().unwrap_or_default()} {lang}
                dispatcher={props.dispatcher.clone()} />
        }
    };
    let group =
        |group: Group| {
            let of_group = meant.iter().filter(|lever| lever.spec().group == group);
            let n_changed = of_group.clone().filter(|lever| is_changed(**lever)).count();
            let is_open = is_narrowed || open.contains(&group);
            let label = group.label();
            (of_group.clone().count() > 0).then(|| html! {
            <section class="lever-group" key={label.en} data-group={label.en}>
                { group_head(label.get(lang), n_changed, is_open, toggle(&open, group), lang) }
                if is_open {
                    { for of_group.map(row) }
                }
            </section>
        })
        };
    html! {
        <>
            if has_places(&props.city) {
                { scope_switch(&scopes, &scope_now, &scope, lang) }
            }
            { for Group::ALL.into_iter().filter_map(group) }
            if meant.is_empty() {
                <p role="status">{ words::NOTHING_FOUND.get(lang) }</p>
            }
        </>
    }
}

/// Whether there is a ward or area besides the municipality itself.
fn has_places(city: &City) -> bool {
    let places = &city.facts.places;
    [Level::Ward, Level::Area].into_iter().any(|level| places.own_at_level(level).next().is_some())
}

/// The municipality, and the ward and area in focus: code and name.
fn scopes(city: &City, place: &str) -> Vec<(AttrValue, crate::i18n::Label)> {
    let places = &city.facts.places;
    let mut found = vec![(AttrValue::default(), crate::i18n::Label::from(words::WHOLE_CITY))];
    if let Some(id) = places.find(place) {
        let mut lineage: Vec<_> = places.lineage(id).collect();
        lineage.reverse();
        let is_own = |at: &PlaceId| {
            let at = places.get(*at);
            at.level != Level::Municipality && !at.is_implicit
        };
        let below = lineage.into_iter().filter(is_own);
        found.extend(
            below.map(|at| (places.code(at).to_owned().into(), places.get(at).name.clone())),
        );
    }
    found
}

fn scope_switch(
    scopes: &[(AttrValue, crate::i18n::Label)],
    chosen: &AttrValue,
    scope: &UseStateHandle<AttrValue>,
    lang: Lang,
) -> Html {
    if scopes.len() == 1 {
        return html! { <p class="field-hint">{ words::SCOPE_HINT.get(lang) }</p> };
    }
    let choice = |(code, name): &(AttrValue, crate::i18n::Label)| Choice {
        key: code.clone(),
        label: name.get(lang).to_owned().into(),
    };
    let set = scope.setter();
    html! {
        <div class="scope">
            <span>{ words::SCOPE.get(lang) }</span>
            <Segmented name="scope" legend={words::SCOPE.get(lang)}
                choices={scopes.iter().map(choice).collect::<Rc<[Choice]>>()} {chosen}
                on_choose={move |key| set.set(key)} />
        </div>
    }
}
