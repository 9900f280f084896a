//! The tables of the comparison: chances, what the scenarios do, what comes out. Only differences.

use yew::prelude::*;

use super::words;
use crate::engine::bands::{P10, P50, P90};
use crate::engine::chance::{Aim, Sense};
use crate::i18n::{Lang, chance, time};
use crate::measures::MeasureId;
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

/// The chance of each target under each scenario.
pub fn chances(found: &Comparison, aims: &[Aim], names: &[String], lang: Lang) -> Html {
    let row = |(i, aim): (usize, &Aim)| {
        let spec = aim.measure.spec();
        let value = Format::rounded(lang, spec.unit).show(f64::from(aim.value));
        let target = page_words::target(lang, aim.sense == Sense::AtLeast, &value);
        let year = time::fiscal_year(lang, FiscalYear(aim.fiscal_year as i16));
        let cell = |side: usize| {
            let answer = found.scenarios.get(side).and_then(|side| side.targets.get(i));
            let told = answer.and_then(|answer| {
                let share = answer.chance?;
                let said = chance::words_for(lang, share, answer.standard_error);
                Some(words::chance_percent(lang, &said, share))
            });
            html! { <td>{ told.unwrap_or_else(|| page_words::NO_FIGURE.get(lang).to_owned()) }</td> }
        };
        html! {
            <tr>
                <th scope="row">{ format!("{} {target} {year}", spec.label.get(lang)) }</th>
                { for (0..names.len()).map(cell) }
            </tr>
        }
    };
    let is_known = |(i, _): &(usize, &Aim)| {
        found.scenarios.iter().any(|s| s.targets.get(*i).is_some_and(|t| t.chance.is_some()))
    };
    scrolling(
        words::CHANCES.get(lang),
        "chances",
        html! {
            <table>
                { heads(words::TARGET.get(lang), names) }
                <tbody>{ for aims.iter().enumerate().filter(is_known).map(row) }</tbody>
            </table>
        },
    )
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

/// What comes out differently in the plan's last year, each with the band of its difference.
pub fn results(
    city: &City,
    found: &Comparison,
    names: &[String],
    lang: Lang,
    on_look: &Callback<MeasureId>,
) -> Html {
    let year = i32::from(city.facts.frame.plan.last.0);
    let aims = &city.ground.aims;
    let gaps = |measure: MeasureId| -> Vec<Option<Gap>> {
        (1..names.len()).map(|to| found.gap(0, to, measure.index(), year)).collect()
    };
    let is_shown = |measure: &MeasureId| {
        let size = found.city(0, measure.index(), year).map_or(0.0, |band| band[P50].abs());
        let is_named = *measure == MeasureId::CostTotal
            || *measure == MeasureId::Premium
            || aims.iter().any(|aim| aim.measure == *measure);
        let is_large = |gap: &Gap| {
            let gap = gap.band[P50].abs();
            0.0 < gap && (is_named || WORTH_TELLING * size < gap)
        };
        gaps(*measure).iter().flatten().any(is_large)
    };
    let shown: Vec<MeasureId> = MeasureId::all().filter(is_shown).collect();
    if shown.is_empty() {
        return html! { <p>{ words::SAME_RESULTS.get(lang) }</p> };
    }
    let row = |measure: &MeasureId| {
        let spec = measure.spec();
        let format = Format::rounded(lang, spec.unit);
        let first = found.city(0, measure.index(), year);
        let first = first.map(|band| format.show(f64::from(band[P50])));
        let onclick = {
            let measure = *measure;
            on_look.reform(move |_: MouseEvent| measure)
        };
        html! {
            <tr data-measure={spec.key}>
                <th scope="row">
                    <button type="button" class="row-choose" {onclick}>
                        { spec.label.get(lang) }
                    </button>
                </th>
                <td class="number">{ first.unwrap_or_default() }</td>
                { for gaps(*measure).into_iter().map(|gap| cell(gap, format, lang)) }
            </tr>
        }
    };
    let title = format!(
        "{} {}",
        words::RESULTS.get(lang),
        time::fiscal_year(lang, city.facts.frame.plan.last)
    );
    scrolling(
        words::RESULTS.get(lang),
        "results",
        html! {
            <table>
                <caption>{ title }</caption>
                { heads(words::MEASURE.get(lang), names) }
                <tbody>{ for shown.iter().map(row) }</tbody>
            </table>
        },
    )
}

fn cell(gap: Option<Gap>, format: Format, lang: Lang) -> Html {
    let Some(gap) = gap else { return html! { <td>{ page_words::NO_FIGURE.get(lang) }</td> } };
    let signed = |at: usize| format.signed(f64::from(gap.band[at]));
    let bare = |at: usize| format.bare().signed(f64::from(gap.band[at]));
    html! {
        <td class="number">{ words::gap(lang, &signed(P50), &bare(P10), &bare(P90)) }</td>
    }
}
