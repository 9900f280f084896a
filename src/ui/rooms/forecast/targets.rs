//! The targets bar: how each target of the municipality stands.

use yew::prelude::*;

use super::super::super::charts::format::Format;
use super::super::super::components::target_card::{Outlook, TargetCard, TargetKind};
use super::super::super::state::{Action, AppState};
use super::super::super::words;
use crate::engine::bands::P50;
use crate::engine::chance::{Aim, Sense};
use crate::facts::observation::Origin;
use crate::i18n::{chance, time};
use crate::protocol::TargetAnswer;
use crate::units::FiscalYear;
use crate::worker::desk::City;

pub(super) fn bar(city: &City, state: &UseReducerHandle<AppState>) -> Html {
    let cards = city.ground.aims.iter().enumerate();
    let known = cards.filter(|(_, aim)| forecast(state, aim).is_some());
    html! {
        <section class="targets" aria-label={words::TARGETS.get(state.lang)}>
            <div class="targets-row">{ for known.map(|(i, aim)| card(city, state, i, aim)) }</div>
        </section>
    }
}

fn forecast(state: &AppState, aim: &Aim) -> Option<f32> {
    let answer = state.answer.as_deref()?;
    answer.city(aim.measure.index(), aim.fiscal_year).map(|band| band[P50])
}

fn card(city: &City, state: &UseReducerHandle<AppState>, index: usize, aim: &Aim) -> Html {
    let (lang, spec) = (state.lang, aim.measure.spec());
    let format = Format::rounded(lang, spec.unit);
    let found = state.answer.as_deref().and_then(|answer| answer.targets.get(index));
    let year = FiscalYear(aim.fiscal_year as i16);
    let root = city.facts.places.root();
    let now = city.facts.observed(spec.key, root).into_iter().next_back();
    let now = now.map_or_else(
        || words::NO_FIGURE.get(lang).to_owned(),
        |seen| format!("{} ({})", format.show(seen.value), time::when(lang, seen.when)),
    );
    let forecast = forecast(state, aim).map(f64::from);
    let gap = forecast.map(|value| value - f64::from(aim.value));
    let target =
        words::target(lang, aim.sense == Sense::AtLeast, &format.show(f64::from(aim.value)));
    let (outlook, in_ten, chance) = outlook(found, lang);
    let measure = aim.measure;
    let on_choose = {
        let to = state.dispatcher();
        Callback::from(move |_: AttrValue| to.dispatch(Action::Look(measure)))
    };
    let show = |value: Option<f64>| {
        value.map_or_else(|| AttrValue::from(words::NO_FIGURE.get(lang)), |v| format.show(v))
    };
    html! {
        <TargetCard name={spec.key}
            title={format!("{} {}", spec.label.get(lang), time::fiscal_year(lang, year))}
            kind={kind(city, index)} {now} forecast={show(forecast)} {target} gap={show(gap)}
            {outlook} {in_ten} {chance} fresh={state.is_fresh()}
            is_chosen={state.measure == measure} {on_choose} {lang} />
    }
}

fn kind(city: &City, index: usize) -> TargetKind {
    match city.ground.aim_origins[index] {
        Origin::Plan => TargetKind::Plan,
        Origin::Own => TargetKind::Own,
        Origin::Illustrative => TargetKind::Example,
    }
}

fn outlook(
    found: Option<&TargetAnswer>,
    lang: crate::i18n::Lang,
) -> (Outlook, Option<u8>, AttrValue) {
    let Some((found, share)) = found.and_then(|found| Some((found, found.chance?))) else {
        return (Outlook::Unknown, None, AttrValue::from(words::NO_FIGURE.get(lang)));
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
