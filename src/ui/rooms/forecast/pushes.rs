//! «Which lever does most?»: each lever alone at each of its ends, by the page's own handful of
//! draws. Worked out on asking, one lever a turn, so that the page is never held up.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::levers::row::said;
use super::words;
use crate::engine::chance::Sense;
use crate::engine::quick::Quick;
use crate::i18n::{Lang, time};
use crate::levers::{LEVER_COUNT, LeverId, Policy, Setting};
use crate::measures::{Good, MeasureId};
use crate::scenario::Scenario;
use crate::ui::charts::format::Format;
use crate::ui::same::Same;
use crate::units::{FiscalYear, sort_few};
use crate::worker::desk::City;

/// What one lever does when it alone is moved to one of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Push {
    pub lever: LeverId,
    pub value: f64,
    /// How far the measure moves in the year asked about.
    pub gain: f32,
    /// How far the costs of the plan's years move together, in yen.
    pub cost: f32,
}

/// What is asked: a measure in a year, and whether more of it is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    pub measure: MeasureId,
    pub year: FiscalYear,
    pub wants_more: bool,
}

impl Wish {
    /// The municipality's own target where there is one, otherwise the plan's last year.
    pub fn of(city: &City, measure: MeasureId) -> Self {
        match city.ground.aims.iter().find(|aim| aim.measure == measure) {
            Some(aim) => Self {
                measure,
                year: FiscalYear(aim.fiscal_year as i16),
                wants_more: aim.sense == Sense::AtLeast,
            },
            None => Self {
                measure,
                year: city.facts.frame.plan.last,
                wants_more: measure.spec().good != Good::Down,
            },
        }
    }
}

/// The end of a lever that helps more; none where neither does.
pub fn push(
    quick: &mut Quick,
    city: &City,
    policy: &Policy,
    lever: LeverId,
    wish: Wish,
) -> Option<Push> {
    let frame = &city.facts.frame;
    let (first, n_years) = (frame.window().first, frame.window().len());
    let cell = |measure: MeasureId, year: FiscalYear| {
        measure.index() * n_years + usize::try_from(year.0 - first.0).unwrap_or(0)
    };
    let spec = lever.spec();
    let own = policy.at(lever, "");
    let to_end = |value: f64| {
        let setting = Setting {
            lever,
            place: String::new(),
            value,
            start_month: own.map_or(0, |own| own.start_month),
            ramp_months: own.map_or(0, |own| own.ramp_months),
        };
        let moved = quick.shift(policy, &policy.with(setting).ok()?, wish.measure);
        let gain = *moved.get(cell(wish.measure, wish.year))?;
        let in_year = |year| moved.get(cell(MeasureId::CostTotal, year)).copied().unwrap_or(0.0);
        let cost = frame.plan.iter().map(in_year).sum();
        Some(Push { lever, value, gain, cost })
    };
    let help = |push: &Push| if wish.wants_more { push.gain } else { -push.gain };
    let ends = [spec.min, spec.max].map(to_end).into_iter().flatten();
    ends.filter(|push| 0.0 < help(push)).max_by(|a, b| help(a).total_cmp(&help(b)))
}

/// How many levers are listed.
const MOST: usize = 6;

#[derive(Properties, PartialEq)]
pub struct PushesProps {
    pub city: Same<City>,
    pub scenario: Rc<Scenario>,
    pub measure: MeasureId,
    pub on_lever: Callback<LeverId>,
    pub lang: Lang,
}

/// How far the search is, for which question.
#[derive(Clone, PartialEq)]
struct Search {
    about: (Rc<Scenario>, MeasureId),
    n_done: usize,
    found: Vec<Push>,
}

#[component]
pub fn Pushes(props: &PushesProps) -> Html {
    let (lang, measure) = (props.lang, props.measure);
    let search = use_state(|| None::<Search>);
    let quick = use_mut_ref(|| None::<Quick>);
    let wish = Wish::of(&props.city, measure);
    let now = (*search).clone().filter(|search| {
        search.about.1 == measure && search.about.0.has_same_results(&props.scenario)
    });
    {
        let (city, setter) = (props.city.clone(), search.setter());
        let quick = quick.clone();
        use_effect_with(now.clone(), move |now| {
            let next = now.clone().filter(|search| search.n_done < LEVER_COUNT);
            let timer = next.map(|mut search| {
                Timeout::new(0, move || {
                    let Scenario { policy, ranges, script, seed, .. } = &*search.about.0;
                    let mut quick = RefCell::borrow_mut(&quick);
                    if quick.as_ref().is_some_and(|quick| !quick.is_about(ranges, script, *seed)) {
                        *quick = None;
                    }
                    let quick = quick.get_or_insert_with(|| {
                        Quick::new(city.ground.clone(), ranges.clone(), script.clone(), *seed)
                    });
                    let lever = LeverId::all().nth(search.n_done);
                    let found = lever.and_then(|lever| push(quick, &city, policy, lever, wish));
                    search.found.extend(found);
                    search.n_done += 1;
                    setter.set(Some(search));
                })
            });
            move || drop(timer)
        });
    }
    let ask = {
        let (setter, scenario) = (search.setter(), props.scenario.clone());
        Callback::from(move |_: MouseEvent| {
            let about = (scenario.clone(), measure);
            setter.set(Some(Search { about, n_done: 0, found: Vec::new() }));
        })
    };
    let year = time::fiscal_year(lang, wish.year);
    let body = match now {
        None => html! {
            <button type="button" class="button secondary small" onclick={ask} data-pushes="">
                { words::pushes_for(lang, measure.spec().label.get(lang)) }
            </button>
        },
        Some(search) if search.n_done < LEVER_COUNT => html! {
            <p class="moved-hint" role="status">
                { words::tried(lang, search.n_done, LEVER_COUNT) }
            </p>
        },
        Some(search) => listed(props, wish, search.found, &year),
    };
    html! {
        <section class="moved pushes" aria-label={words::PUSHES.get(lang)}>
            <h3>{ words::PUSHES.get(lang) }</h3>
            { body }
        </section>
    }
}

fn listed(props: &PushesProps, wish: Wish, mut found: Vec<Push>, year: &str) -> Html {
    let lang = props.lang;
    if found.is_empty() {
        return html! { <p class="moved-hint" role="status">{ words::NO_PUSH.get(lang) }</p> };
    }
    sort_few(&mut found, |a, b| b.gain.abs().total_cmp(&a.gain.abs()));
    let gain = Format::difference(lang, wish.measure.spec().unit);
    let yen = Format::rounded(lang, MeasureId::CostTotal.spec().unit);
    let one = |push: &Push| {
        let lever = push.lever;
        let go = props.on_lever.reform(move |_: MouseEvent| lever);
        html! {
            <li>
                <button type="button" class="moved-row" onclick={go} data-push={lever.spec().key}>
                    <span class="moved-label">{ lever.spec().label.get(lang) }</span>
                    <span class="moved-change"><b>{ gain.show(f64::from(push.gain)) }</b></span>
                    <span class="push-how">
                        { words::push_how(lang, &said(lever, lang, push.value),
                            &yen.signed(f64::from(push.cost))) }
                    </span>
                </button>
            </li>
        }
    };
    html! {
        <>
            <ol class="moved-list">{ for found.iter().take(MOST).map(one) }</ol>
            <p class="moved-hint">{ words::pushes_say(lang, year) }</p>
        </>
    }
}
