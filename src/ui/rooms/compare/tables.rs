//! The tables of the comparison: chances, what the scenarios do, what comes out. Only differences.

use yew::prelude::*;

use super::{say, words};
use crate::engine::bands::{P10, P50, P90};
use crate::engine::chance::{Sense, Target};
use crate::exchange::results::place_of;
use crate::facts::observation::Origin;
use crate::i18n::{Lang, chance, time};
use crate::measures::{Good, MeasureId};
use crate::protocol::{Comparison, Gap};
use crate::scenario::Scenario;
use crate::scenario::difference::among;
use crate::ui::charts::format::Format;
use crate::ui::words as page_words;
use crate::units::FiscalYear;
use crate::worker::desk::City;

/// Differences smaller than this part of the value are left out.
const WORTH_TELLING: f32 = 0.01;

fn scrolling(label: &'static str, name: &'static str, table: Html) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={label}
            data-table={name}>{ table }</div>
    }
}

fn heads(first: &'static str, names: &[String]) -> Html {
    html! {
        <thead><tr>
            <th scope="col">{ first }</th>
            { for names.iter().map(|name| html! { <th scope="col">{ name }</th> }) }
        </tr></thead>
    }
}

/// The chance of each target under each scenario, and of each to be better than the first.
pub fn chances(
    found: &Comparison,
    city: &City,
    targets: &[Target],
    names: &[String],
    lang: Lang,
) -> Html {
    let row = |(i, Target { aim, at, origin, .. }): (usize, &Target)| {
        let spec = aim.measure.spec();
        let value = Format::rounded(lang, spec.unit).show(f64::from(aim.value));
        let target = page_words::target(lang, aim.sense == Sense::AtLeast, &value);
        let year = time::fiscal_year(lang, FiscalYear(aim.fiscal_year as i16));
        let label = spec.label.get(lang);
        let place = at.map(|_| place_of(&city.facts, *at, lang));
        let target = match (place, lang) {
            (None, _) => format!("{label} {target} {year}"),
            (Some(place), Lang::Ja) => format!("{place} {label} {target} {year}"),
            (Some(place), Lang::En) => format!("{label} {target} {year}, {place}"),
        };
        let is_plan = *origin == Origin::Plan;
        let cell = |side: usize| {
            let answer = found.scenarios.get(side).and_then(|side| side.targets.get(i));
            let told = answer.and_then(|answer| {
                let share = answer.chance?;
                let said = chance::words_for(lang, share, answer.standard_error);
                Some(words::chance_percent(lang, &said, share))
            });
            let gap = found.gap(0, side, aim.measure.index(), aim.fiscal_year);
            // The difference is that of the municipality as a whole.
            let beats = gap.filter(|_| 0 < side && told.is_some() && at.is_none());
            let beats = beats.and_then(|gap| beats_told(&gap, spec.good, lang));
            // No difference is worked out of what is asked of wards or areas. Where every height of
            // it is reached as often, it is the same.
            let of_first = found.scenarios.first().and_then(|first| first.targets.get(i));
            let is_same = 0 < side
                && at.is_some()
                && answer == of_first
                && answer.is_some_and(|answer| !answer.curve.is_empty());
            let beats = beats.or_else(|| is_same.then(|| words::as_good(lang)));
            html! {
                <td>
                    { told.unwrap_or_else(|| page_words::NO_FIGURE.get(lang).to_owned()) }
                    if let Some(beats) = beats { <span class="beats">{ beats }</span> }
                </td>
            }
        };
        html! {
            <tr>
                <th scope="row">
                    { if is_plan { target } else { words::suggested(lang, &target) } }
                </th>
                { for (0..names.len()).map(cell) }
            </tr>
        }
    };
    let is_known = |(i, _): &(usize, &Target)| {
        found.scenarios.iter().any(|s| s.targets.get(*i).is_some_and(|t| t.chance.is_some()))
    };
    let known: Vec<_> = targets.iter().enumerate().filter(is_known).collect();
    if known.is_empty() {
        return html! { <p>{ words::NO_TARGETS.get(lang) }</p> };
    }
    let (own, suggested): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|(_, target)| target.origin == Origin::Plan);
    scrolling(
        words::CHANCES.get(lang),
        "chances",
        html! {
            <table>
                { heads(words::TARGET.get(lang), names) }
                <tbody>{ for own.into_iter().chain(suggested).map(row) }</tbody>
            </table>
        },
    )
}

/// «案Aより良い：約9割», or that nothing moves; nothing where neither way is good.
fn beats_told(gap: &Gap, good: Good, lang: Lang) -> Option<String> {
    let (share, error) = match good {
        Good::Up => (gap.above, gap.above_error),
        Good::Down => (gap.below, gap.below_error),
        Good::Neither => return None,
    };
    if gap.above == 0.0 && gap.below == 0.0 {
        return Some(words::as_good(lang));
    }
    Some(words::beats(lang, &chance::words_for(lang, share, error)))
}

/// What they do differently.
pub fn deeds(city: &City, scenarios: &[&Scenario], names: &[String], lang: Lang) -> Html {
    let places = &city.facts.places;
    let place_name = |code: &str| {
        let place = places.find(code).map(|id| places.get(id).name.get(lang).to_owned());
        place.unwrap_or_else(|| code.to_owned())
    };
    let different: Vec<_> =
        among(scenarios).into_iter().filter(|about| about.is_of_substance()).collect();
    if different.is_empty() {
        return html! { <p>{ words::SAME_DEEDS.get(lang) }</p> };
    }
    scrolling(
        words::WHAT_THEY_DO.get(lang),
        "deeds",
        html! {
            <table>
                { heads(words::ITEM.get(lang), names) }
                <tbody>
                    { for different.iter().map(|about| html! {
                        <tr>
                            <th scope="row">{ about.label(lang, &place_name) }</th>
                            { for scenarios.iter().map(|scenario| html! {
                                <td>{ about.told(scenario, lang) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        },
    )
}

/// Cost and its part of the monthly premium, each year of the plan.
pub fn costs(city: &City, found: &Comparison, names: &[String], lang: Lang) -> Html {
    let years: Vec<FiscalYear> = city.facts.frame.plan.iter().collect();
    let row = |(measure, year): (MeasureId, FiscalYear)| {
        let label = measure.spec().label.get(lang);
        let year_told = time::fiscal_year(lang, year);
        html! {
            <tr>
                <th scope="row">{ format!("{label} {year_told}") }</th>
                { for cells(found, names.len(), measure, i32::from(year.0), lang) }
            </tr>
        }
    };
    let measures = [MeasureId::CostTotal, MeasureId::Premium];
    let rows = measures.into_iter().flat_map(|m| years.iter().map(move |year| (m, *year)));
    scrolling(
        words::COSTS.get(lang),
        "costs",
        html! {
            <table>
                { heads(words::ITEM.get(lang), names) }
                <tbody>{ for rows.map(row) }</tbody>
            </table>
        },
    )
}

/// What comes out differently in the plan's last year, each with the band of its difference: what
/// has a target first, the rest folded.
pub fn results(
    city: &City,
    found: &Comparison,
    names: &[String],
    looked_at: MeasureId,
    on_look: &Callback<MeasureId>,
    lang: Lang,
) -> Html {
    let last = city.facts.frame.plan.last;
    let year = i32::from(last.0);
    let is_main = |measure: &MeasureId| city.ground.aims.iter().any(|aim| aim.measure == *measure);
    let is_shown = |measure: &MeasureId| {
        let size = found.city(0, measure.index(), year).map_or(0.0, |band| band[P50].abs());
        let least = if is_main(measure) { 0.0 } else { WORTH_TELLING * size };
        let told = |to| Some(say::told(found, to, *measure, year)?.abs());
        (1..names.len()).filter_map(told).any(|size| f64::from(least) < size)
    };
    let shown: Vec<MeasureId> = MeasureId::all().filter(is_shown).collect();
    if shown.is_empty() {
        return html! { <p>{ words::SAME_RESULTS.get(lang) }</p> };
    }
    let row = |measure: &MeasureId| {
        let spec = measure.spec();
        let onclick = {
            let measure = *measure;
            on_look.reform(move |_: MouseEvent| measure)
        };
        html! {
            <tr data-measure={spec.key}>
                <th scope="row">
                    <button type="button" class="row-choose" {onclick}
                        aria-pressed={(*measure == looked_at).to_string()}>
                        { spec.label.get(lang) }
                    </button>
                </th>
                { for cells(found, names.len(), *measure, year, lang) }
            </tr>
        }
    };
    let title = format!("{} {}", words::RESULTS.get(lang), time::fiscal_year(lang, last));
    let table = |measures: &[MeasureId]| {
        scrolling(
            words::RESULTS.get(lang),
            "results",
            html! {
                <table>
                    <caption>{ &title }</caption>
                    { heads(words::MEASURE.get(lang), names) }
                    <tbody>{ for measures.iter().map(row) }</tbody>
                </table>
            },
        )
    };
    let (main, rest): (Vec<_>, Vec<_>) = shown.into_iter().partition(is_main);
    html! {
        <>
            <p class="panel-note" data-print="no">{ words::MAIN_NOTE.get(lang) }</p>
            if !main.is_empty() { { table(&main) } }
            if !rest.is_empty() {
                <details class="more-results" open={main.is_empty()}>
                    <summary>{ words::MORE_RESULTS.get(lang) }</summary>
                    { table(&rest) }
                </details>
            }
        </>
    }
}

/// The value of the first scenario, and the difference of each other one from it.
fn cells(
    found: &Comparison,
    n_sides: usize,
    measure: MeasureId,
    year: i32,
    lang: Lang,
) -> Vec<Html> {
    let unit = measure.spec().unit;
    let none = || html! { <td>{ page_words::NO_FIGURE.get(lang) }</td> };
    let value = Format::rounded(lang, unit);
    let first = found.city(0, measure.index(), year);
    let first = first.map(|band| {
        html! { <td class="number"><span>{ value.show(f64::from(band[P50])) }</span></td> }
    });
    let other = |to: usize| {
        let Some(gap) = found.gap(0, to, measure.index(), year) else { return none() };
        let difference = say::difference(found, to, measure, year, lang);
        let at = |at: usize| f64::from(gap.band[at]);
        if [P10, P90].iter().all(|end| difference.told(at(*end)) == 0.0) {
            return html! { <td class="number same">{ words::SAME.get(lang) }</td> };
        }
        let [low, high] = [P10, P90].map(|end| difference.bare().show(at(end)));
        html! {
            <td class="number">
                <span>{ difference.show(at(P50)) }</span>
                if lang == Lang::En { { " " } }
                <span>{ words::range(lang, &low, &high) }</span>
            </td>
        }
    };
    std::iter::once(first.unwrap_or_else(none)).chain((1..n_sides).map(other)).collect()
}
