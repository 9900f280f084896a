//! Targets of one's own for the place of the card: set, with their chance, and taken away again.
//! They are the scenario's and marked as such; the plan has none for a single place.

use yew::prelude::*;

use super::figures::SUBJECTS;
use super::profile::ProfileProps;
use super::words;
use crate::engine::chance::Sense;
use crate::i18n::{chance, time};
use crate::scenario::own::OwnTarget;
use crate::ui::charts::format::Format;
use crate::ui::components::own_target::{OwnTargetForm, without};
use crate::ui::components::words::Words;
use crate::ui::words as page_words;
use crate::units::FiscalYear;

#[component]
pub fn OwnTargets(props: &ProfileProps) -> Html {
    let (lang, city) = (props.lang, &props.city);
    let code = city.facts.places.code(props.place);
    let here = props.scenario.own_targets.iter().enumerate().filter(|(_, own)| own.place == code);
    let set: Vec<Html> = here.map(|(index, own)| line(props, index, own)).collect();
    let measures = SUBJECTS.iter().flat_map(|(_, measures)| measures.iter().copied());
    html! {
        <section class="panel card-targets">
            <h3>{ words::OWN_TARGETS.get(lang) }</h3>
            if set.is_empty() {
                <p class="field-hint">{ words::NO_TARGETS.get(lang) }</p>
            } else {
                <ul>{ for set }</ul>
            }
            <OwnTargetForm place={code.to_owned()} measures={measures.collect::<Vec<_>>()}
                plan={city.facts.frame.plan}
                scenario={props.scenario.clone()} dispatcher={props.dispatcher.clone()} {lang} />
        </section>
    }
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
            to.dispatch(without(&scenario, index));
        })
    };
    let what = page_words::for_year(lang, spec.label.get(lang), &year);
    html! {
        <li data-own-target={spec.key}>
            <span class="target-kind own">{ Words(lang).own() }</span>
            { " " }{ &what }{ " " }<b>{ aim }</b>{ " " }
            <span class="chance">{ said.unwrap_or_else(|| words::ASKING.get(lang).to_owned()) }</span>
            <button type="button" class="button text small" onclick={remove} data-print="no"
                aria-label={format!("{} {what}", Words(lang).remove_target())}>
                { Words(lang).remove_target() }
            </button>
        </li>
    }
}
