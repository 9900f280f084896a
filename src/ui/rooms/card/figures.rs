//! The figures of the card: every subject, all years, beside the municipality.

use std::rc::Rc;

use yew::prelude::*;

use super::words;
use crate::engine::bands::P50;
use crate::i18n::number::{self, Counter};
use crate::i18n::{Lang, Text, time};
use crate::measures::{Kind, MeasureId};
use crate::places::{Level, PlaceId};
use crate::protocol::Answer;
use crate::ui::charts::format::Format;
use crate::ui::charts::spark::{SparkSeries, Sparkline};
use crate::ui::same::Same;
use crate::ui::words as page_words;
use crate::units::FiscalYear;
use crate::worker::desk::City;

/// The subjects, and what is shown of each.
pub(super) const SUBJECTS: &[(Text, &[MeasureId])] = &[
    (
        words::PEOPLE,
        &[
            MeasureId::PopTotal,
            MeasureId::Pop65,
            MeasureId::Pop75,
            MeasureId::AgeingRate,
            MeasureId::LivingAlone,
            MeasureId::LivingAloneShare,
            MeasureId::Certified,
            MeasureId::CertifiedRate,
            MeasureId::Dementia,
        ],
    ),
    (words::DEVICES, &[MeasureId::AlarmTotal, MeasureId::AlarmCoverage, MeasureId::AlarmWaiting]),
    (
        words::STAFF,
        &[
            MeasureId::Posts,
            MeasureId::Vacancies,
            MeasureId::Turnover,
            MeasureId::TenureShare,
            MeasureId::ElderlyPerStaff,
            MeasureId::TieIndex,
        ],
    ),
    (
        words::MEETINGS,
        &[
            MeasureId::HoursAvailable,
            MeasureId::HoursServed,
            MeasureId::MeetIndividual,
            MeasureId::MeetArea,
            MeasureId::MeetingsMissed,
        ],
    ),
    (words::ISSUES, &[MeasureId::IssuesFound, MeasureId::IssuesResolved, MeasureId::IssuesOpen]),
    (
        words::PROGRAMMES,
        &[MeasureId::Awareness, MeasureId::Participants, MeasureId::Gatherings, MeasureId::Watched],
    ),
];

#[derive(Properties, PartialEq)]
pub struct FiguresProps {
    pub city: Same<City>,
    pub answer: Option<Same<Answer>>,
    pub place: PlaceId,
    pub fresh: bool,
    pub lang: Lang,
}

#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let lang = props.lang;
    let years: Vec<FiscalYear> = props.city.facts.frame.window().iter().collect();
    let plan = props.city.facts.frame.plan.first;
    let head = |year: &FiscalYear| {
        let class = (plan <= *year).then_some("forecast");
        html! {
            <th scope="col" class={classes!("number", class)}>
                <abbr title={time::fiscal_year(lang, *year)}>
                    { time::fiscal_year_short(lang, *year) }
                </abbr>
            </th>
        }
    };
    let n_columns = years.len() + 3;
    let subject = |(name, measures): &(Text, &[MeasureId])| {
        let rows: Vec<Html> = measures.iter().filter_map(|m| row(props, *m, &years)).collect();
        if rows.is_empty() {
            return html! {};
        }
        html! {
            <tbody>
                <tr>
                    <th scope="rowgroup" colspan={n_columns.to_string()} class="subject">
                        <span>{ name.get(lang) }</span>
                        if *name == words::STAFF {
                            { centres(props) }
                        }
                    </th>
                </tr>
                { for rows }
            </tbody>
        }
    };
    let (answer, code) = (props.answer.as_deref(), props.city.facts.places.code(props.place));
    let served = |year: &FiscalYear| median(answer, code, MeasureId::HoursServed, *year);
    let has_more_hours = years.iter().filter_map(served).any(|percent| 100.5 <= percent);
    html! {
        <section class="panel card-figures" data-fresh={props.fresh.to_string()}>
            <div class="table-scroll" tabindex="0" role="region"
                aria-label={words::MEASURE.get(lang)}>
                <table>
                    <caption class="visually-hidden">{ words::FORECAST.get(lang) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words::MEASURE.get(lang) }</th>
                            { for years.iter().map(head) }
                            <th scope="col">{ words::COURSE.get(lang) }</th>
                            <th scope="col" class="number">
                                { words::WHOLE_CITY.get(lang) }{ " " }
                                { for years.last().map(|y| time::fiscal_year_short(lang, *y)) }
                            </th>
                        </tr>
                    </thead>
                    { for SUBJECTS.iter().map(subject) }
                </table>
            </div>
            <p class="field-hint">{ words::FORECAST.get(lang) }</p>
            if has_more_hours {
                <p class="field-hint">{ page_words::MORE_HOURS.get(lang) }</p>
            }
        </section>
    }
}

/// The centres that serve the place.
fn centres(props: &FiguresProps) -> Html {
    let (places, lang) = (&props.city.facts.places, props.lang);
    let centres = match places.get(props.place).level {
        Level::Area => places.centres_serving(props.place),
        _ => places.within(props.place, Level::Centre).collect(),
    };
    let names: Vec<&str> = centres.iter().map(|id| places.get(*id).name.get(lang)).collect();
    let joint = if lang == Lang::Ja { "、" } else { ", " };
    // A ward has too many to be named one by one.
    let said = if names.len() <= 2 {
        names.join(joint)
    } else {
        number::exact_count(lang, names.len() as i64, Counter::Places)
    };
    html! {
        <span class="card-centres">{ words::CENTRES.get(lang) }{ " " }{ said }</span>
    }
}

/// The median of a measure at a place, by its code; the empty one is the municipality.
pub(super) fn median(
    answer: Option<&Answer>,
    place: &str,
    measure: MeasureId,
    year: FiscalYear,
) -> Option<f64> {
    let band = answer?.here(place, measure.index(), i32::from(year.0))?;
    Some(f64::from(band[P50]))
}

/// All values of a row with the same decimals, three figures for the largest: 15.8, 16.0, 22.1.
pub fn aligned(lang: Lang, unit: Text, values: &[Option<f64>]) -> Format {
    let rounded = Format::rounded(lang, unit).bare();
    let shown: Vec<AttrValue> = values.iter().flatten().map(|value| rounded.show(*value)).collect();
    let decimals = |text: &AttrValue| text.split_once('.').map_or(0, |(_, after)| after.len());
    let is_plain = |text: &AttrValue| text.chars().all(|c| c.is_ascii() || c == '−');
    let most = shown.iter().map(decimals).max().unwrap_or(0);
    if most == 0 || !shown.iter().all(is_plain) {
        return rounded;
    }
    let largest = values.iter().flatten().fold(0.0, |most: f64, value| most.max(value.abs()));
    let room = [10.0, 100.0].iter().filter(|limit| largest < **limit).count();
    Format::exact(lang, unit, most.min(room)).bare()
}

fn row(props: &FiguresProps, measure: MeasureId, years: &[FiscalYear]) -> Option<Html> {
    let (lang, spec) = (props.lang, measure.spec());
    let answer = props.answer.as_deref();
    let code = props.city.facts.places.code(props.place);
    let values: Vec<Option<f64>> =
        years.iter().map(|year| median(answer, code, measure, *year)).collect();
    values.iter().flatten().next()?;
    let format = Format::rounded(lang, spec.unit);
    let bare = aligned(lang, spec.unit, &values);
    let plan = props.city.facts.frame.plan.first;
    let cell = |(year, value): (&FiscalYear, &Option<f64>)| {
        let class = (plan <= *year).then_some("forecast");
        let shown = value.map_or_else(
            || AttrValue::from(page_words::NO_FIGURE.get(lang)),
            |value| bare.show(value),
        );
        html! { <td class={classes!("number", class)}>{ shown }</td> }
    };
    let ends = values.iter().flatten().next().zip(values.iter().flatten().next_back());
    let summary = ends.map(|(first, last)| {
        words::from_to(lang, &format.show(*first), &format.show(*last)).into()
    });
    let series = SparkSeries {
        summary: summary.unwrap_or_default(),
        values: values.iter().map(|value| value.unwrap_or(f64::NAN)).collect(),
        forecast_from: years.iter().position(|year| *year == plan),
        span: None,
    };
    let of_city = years.last().and_then(|year| median(answer, "", measure, *year));
    // A sum over the whole municipality says nothing beside one area's: only rates compare.
    let of_city = of_city.filter(|_| matches!(spec.kind, Kind::Ratio { .. }));
    Some(html! {
        <tr key={spec.key} data-figure={spec.key}>
            <th scope="row">
                { spec.label.get(lang) }
                <span class="unit">{ " " }{ spec.unit.get(lang) }</span>
            </th>
            { for years.iter().zip(&values).map(cell) }
            <td><Sparkline series={Rc::new(series)} width={72.0} height={18.0} /></td>
            <td class="number">{ for of_city.map(|value| bare.show(value)) }</td>
        </tr>
    })
}
