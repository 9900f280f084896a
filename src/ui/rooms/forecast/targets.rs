//! The targets bar: how each target of the municipality stands, and what the whole plan costs.

use std::rc::Rc;

use yew::prelude::*;

use super::series::{Aims, Seen};
use super::words;
use crate::engine::bands::P50;
use crate::engine::chance::{Aim, Sense, Target};
use crate::facts::observation::Origin;
use crate::i18n::{Lang, chance, time};
use crate::measures::MeasureId;
use crate::protocol::{Answer, TargetAnswer};
use crate::scenario::Scenario;
use crate::ui::charts::format::Format;
use crate::ui::components::own_target::{OwnTargetForm, without};
use crate::ui::components::target_card::{Outlook, TargetCard, TargetKind};
use crate::ui::page;
use crate::ui::same::Same;
use crate::ui::state::AppState;
use crate::ui::words as page_words;
use crate::units::FiscalYear;
use crate::worker::desk::City;

#[derive(Properties, PartialEq)]
pub struct TargetBarProps {
    pub city: Same<City>,
    pub answer: Option<Same<Answer>>,
    pub shift: Option<Rc<[f32]>>,
    pub measure: MeasureId,
    pub scenario: Rc<Scenario>,
    pub dispatcher: UseReducerDispatcher<AppState>,
    pub fresh: bool,
    pub aims: Aims,
    pub on_own: Callback<()>,
    /// The target's position: the room then shows its S-curve.
    pub on_choose: Callback<usize>,
    pub lang: Lang,
}

#[component]
pub fn TargetBar(props: &TargetBarProps) -> Html {
    let lang = props.lang;
    let seen = Seen {
        city: &props.city,
        answer: props.answer.as_deref(),
        shift: props.shift.as_deref(),
        measure: props.measure,
        place: "",
        aims: &props.aims,
        lang,
    };
    let shown = props.aims.looked_at().filter(|(_, target)| median(&seen, &target.aim).is_some());
    let n_own = props.scenario.own_targets.iter().filter(|own| own.place.is_empty()).count();
    use_newest_in_sight(n_own, props.aims.all.len());
    let toggle = props.on_own.reform(|_: Event| ());
    html! {
        <section class="targets" aria-label={page_words::TARGETS.get(lang)}>
            <div class="targets-row">
                { for shown.map(|(i, target)| card(props, &seen, i, target)) }
            </div>
            <article class="target-card plan-cost" data-fresh={props.fresh.to_string()}>
                <header><h3>{ words::WHOLE_PLAN.get(lang) }</h3></header>
                { cost(&seen) }
                if props.aims.has_suggestions() {
                    <label class="own-switch">
                        <input type="checkbox" checked={props.aims.shows_own} onchange={toggle}
                            data-own-targets="" />
                        { words::OWN_TARGETS.get(lang) }
                    </label>
                }
                <details key={n_own} class="own-target opens-over" data-print="no">
                    <summary>{ words::TARGET_OF_ONES_OWN.get(lang) }</summary>
                    <div>
                        <OwnTargetForm place="" measures={vec![props.measure]}
                            plan={props.city.facts.frame.plan} scenario={&props.scenario}
                            dispatcher={&props.dispatcher} {lang} />
                    </div>
                </details>
            </article>
        </section>
    }
}

/// A target just added may stand beyond the edge of the bar: its card comes into sight, and its name
/// takes the keyboard's focus. It is the last of all.
#[hook]
fn use_newest_in_sight(n_own: usize, n_all: usize) {
    let n_before = use_mut_ref(|| n_own);
    use_effect_with(n_own, move |&n_own| {
        if n_before.replace(n_own) < n_own {
            let card = card_id(n_all - 1);
            page::show(&card);
            page::focus_on(&format!("#{card} button"));
        }
    });
}

fn card_id(index: usize) -> String {
    format!("target-{index}")
}

fn median(seen: &Seen<'_>, aim: &Aim) -> Option<f64> {
    let value = seen.median(aim.measure, FiscalYear(aim.fiscal_year as i16));
    Some(value).filter(|value| value.is_finite())
}

fn card(props: &TargetBarProps, seen: &Seen<'_>, index: usize, target: &Target) -> Html {
    let aim = &target.aim;
    let (lang, spec, city) = (seen.lang, aim.measure.spec(), seen.city);
    let format = Format::rounded(lang, spec.unit);
    let found = seen.answer.and_then(|answer| answer.targets.get(index));
    let year = FiscalYear(aim.fiscal_year as i16);
    let now = city.facts.observed(spec.key, city.facts.places.root()).into_iter().next_back();
    let (now, now_when) = match now {
        None => (AttrValue::from(page_words::NO_FIGURE.get(lang)), String::new()),
        Some(seen) => (format.show(seen.value), short_when(lang, seen.when)),
    };
    let forecast = median(seen, aim);
    let wanted = f64::from(aim.value);
    let gap = forecast
        .map(|value| Format::between(lang, spec.unit, [value, wanted]).show(value - wanted));
    let aimed_at = page_words::target(lang, aim.sense == Sense::AtLeast, &format.show(wanted));
    let (outlook, in_ten, chance) = outlook(found, lang);
    let on_choose = props.on_choose.reform(move |_: AttrValue| index);
    let nothing = || AttrValue::from(page_words::NO_FIGURE.get(lang));
    // The scenario's own follow those of the municipality.
    let on_remove = index.checked_sub(city.ground.targets.len()).map(|own| {
        let (to, scenario) = (props.dispatcher.clone(), props.scenario.clone());
        Callback::from(move |_: MouseEvent| to.dispatch(without(&scenario, own)))
    });
    html! {
        <TargetCard key={index} id={card_id(index)} name={spec.key}
            title={page_words::for_year(lang, spec.label.get(lang), &time::fiscal_year(lang, year))}
            kind={kind(target.origin)} {now} {now_when} target={aimed_at}
            forecast={forecast.map_or_else(nothing, |value| format.show(value))}
            gap={gap.unwrap_or_else(nothing)}
            {outlook} {in_ten} {chance} fresh={props.fresh}
            is_chosen={seen.aim().is_some_and(|(at, _)| at == index)} {on_choose} {on_remove} {lang} />
    }
}

/// «R2»: short enough to stand beside the number.
fn short_when(lang: Lang, when: crate::units::When) -> String {
    match when.fiscal_year() {
        Some(year) => format!("({})", time::fiscal_year_short(lang, year)),
        None => format!("({})", time::when(lang, when)),
    }
}

fn kind(origin: Origin) -> TargetKind {
    match origin {
        Origin::Plan => TargetKind::Plan,
        Origin::Own => TargetKind::Own,
        Origin::Illustrative => TargetKind::Example,
    }
}

fn outlook(found: Option<&TargetAnswer>, lang: Lang) -> (Outlook, Option<u8>, AttrValue) {
    let Some((found, share)) = found.and_then(|found| Some((found, found.chance?))) else {
        return (Outlook::Unknown, None, AttrValue::from(page_words::NO_FIGURE.get(lang)));
    };
    let outlook = match share {
        s if s < 0.4 => Outlook::AtRisk,
        s if s < 0.7 => Outlook::Uncertain,
        _ => Outlook::Likely,
    };
    let in_ten = (share * 10.0 + 0.5) as u8;
    let words = chance::words_for(lang, share, found.standard_error);
    (outlook, Some(in_ten), AttrValue::from(words))
}

/// The plan's years together, and what they cost more than without measures.
fn cost(seen: &Seen<'_>) -> Html {
    let lang = seen.lang;
    let plan = seen.city.facts.frame.plan;
    let yen = Format::rounded(lang, MeasureId::CostTotal.spec().unit);
    // A yen a month is much for a premium: its tenths are shown.
    let monthly = Format::exact(lang, MeasureId::Premium.spec().unit, 1);
    let before = |measure: MeasureId, year: FiscalYear| {
        let answer = seen.answer?;
        answer.baseline(measure.index(), i32::from(year.0)).map(|band| f64::from(band[P50]))
    };
    let now: f64 = plan.iter().map(|year| seen.median(MeasureId::CostTotal, year)).sum();
    let baseline: Option<f64> =
        plan.iter().map(|year| before(MeasureId::CostTotal, year)).sum::<Option<f64>>();
    let premium = seen.median(MeasureId::Premium, plan.last);
    let premium_more = before(MeasureId::Premium, plan.last).map(|before| premium - before);
    let fact = |name: &'static str, class: &'static str, value: Option<AttrValue>| {
        let value = value.unwrap_or_else(|| AttrValue::from(page_words::NO_FIGURE.get(lang)));
        html! { <div {class}><dt>{ name }</dt><dd>{ value }</dd></div> }
    };
    let known = |value: f64| Some(value).filter(|value| value.is_finite());
    html! {
        <dl>
            { fact(words::COST.get(lang), "fact-now", known(now).map(|v| yen.show(v))) }
            { fact(words::COST_MORE.get(lang), "fact-forecast",
                baseline.and_then(|b| known(now - b)).map(|v| yen.signed(v))) }
            { fact(words::PREMIUM.get(lang), "fact-target",
                premium_more.and_then(known).map(|v| monthly.signed(v))) }
        </dl>
    }
}
