//! The chart panel: what is looked at, how, and the chart itself.

use std::rc::Rc;

use yew::prelude::*;

use super::picker::MeasurePicker;
use super::series::{Aims, Seen, breakdown, curve, line, long, months, people, wards};
use super::view::ChartKind;
use super::words;
use crate::engine::draw::Ranges;
use crate::engine::long_view::{LongYear, long_view};
use crate::engine::pyramid::{Heads, pyramids};
use crate::i18n::Lang;
use crate::measures::MeasureId;
use crate::protocol::Answer;
use crate::ui::charts::bars::BarChart;
use crate::ui::charts::fan::draw::FanChart;
use crate::ui::charts::multiples::MultiChart;
use crate::ui::charts::pyramid::player::PyramidPlayer;
use crate::ui::charts::s_curve::CurveChart;
use crate::ui::charts::stack::StackChart;
use crate::ui::components::segmented::{Choice, Segmented};
use crate::ui::same::Same;
use crate::ui::words as page_words;
use crate::worker::desk::City;

#[derive(Properties, PartialEq)]
pub struct StageProps {
    pub city: Same<City>,
    pub answer: Option<Same<Answer>>,
    pub shift: Option<Rc<[f32]>>,
    pub measure: MeasureId,
    pub place: AttrValue,
    pub kind: ChartKind,
    pub ranges: Ranges,
    pub seed: u32,
    pub fresh: bool,
    pub aims: Aims,
    pub credit: AttrValue,
    pub on_measure: Callback<MeasureId>,
    pub on_kind: Callback<ChartKind>,
    pub on_place: Callback<AttrValue>,
    pub is_large: bool,
    pub on_large: Callback<bool>,
    pub lang: Lang,
}

#[component]
pub fn Stage(props: &StageProps) -> Html {
    let lang = props.lang;
    let seen = Seen {
        city: &props.city,
        answer: props.answer.as_deref(),
        shift: props.shift.as_deref(),
        measure: props.measure,
        place: &props.place,
        aims: &props.aims,
        lang,
    };
    let kind = props.kind.or_first(&seen);
    let on_kind = use_callback(props.on_kind.clone(), |key: AttrValue, on_kind| {
        on_kind.emit(ChartKind::find(&key).unwrap_or_default());
    });
    html! {
        <>
            <div class="panel-head stage-head">
                <h2 class="visually-hidden">{ page_words::CHART.get(lang) }</h2>
                <MeasurePicker measure={props.measure} on_choose={&props.on_measure} {lang} />
                <Segmented name="chart-kind" legend={words::HOW.get(lang)}
                    choices={kinds(&seen)} chosen={kind.key()}
                    on_choose={on_kind} />
                <button type="button" class="button text small stage-size"
                    aria-pressed={props.is_large.to_string()}
                    onclick={props.on_large.reform({
                        let is_large = props.is_large;
                        move |_: MouseEvent| !is_large
                    })}>
                    { if props.is_large { words::SMALLER } else { words::LARGER }.get(lang) }
                </button>
                { place_tag(props, &seen) }
            </div>
            <div class="stage-body-chart">{ chart(props, &seen, kind) }</div>
        </>
    }
}

fn kinds(seen: &Seen<'_>) -> Rc<[Choice]> {
    let offered = ChartKind::ALL.into_iter().filter(|kind| kind.is_offered(seen));
    let choice = |kind: ChartKind| Choice {
        key: kind.key().into(),
        label: kind.label().get(seen.lang).into(),
    };
    offered.map(choice).collect()
}

/// Which place is in focus, and the way back to the municipality.
fn place_tag(props: &StageProps, seen: &Seen<'_>) -> Html {
    if props.place.is_empty() {
        return html! {};
    }
    let lang = props.lang;
    let back = props.on_place.reform(|_: MouseEvent| AttrValue::default());
    html! {
        <span class="place-tag">
            { seen.place_name() }
            if super::is_illustrative(seen.city, &props.place) {
                <span class="illustrative">{ words::ILLUSTRATIVE.get(lang) }</span>
            }
            <a class="card-link" href={format!("#/card/{}", props.place)}>
                { words::CARD.get(lang) }
            </a>
            <button type="button" class="button text small" onclick={back}>
                { words::WHOLE_CITY.get(lang) }
            </button>
        </span>
    }
}

fn chart(props: &StageProps, seen: &Seen<'_>, kind: ChartKind) -> Html {
    let (fresh, credit) = (props.fresh, &props.credit);
    match kind {
        ChartKind::Years => {
            html! { <FanChart series={Rc::new(line::series(seen))} {fresh} {credit} /> }
        }
        ChartKind::Months => {
            html! { <FanChart series={Rc::new(months::series(seen))} {fresh} {credit} /> }
        }
        ChartKind::Wards => html! {
            <MultiChart series={Rc::new(wards::series(seen))} {fresh} {credit}
                on_choose={&props.on_place} />
        },
        ChartKind::Parts => parts(seen, fresh, credit),
        ChartKind::Curve => match curve::series(seen) {
            Some(series) => html! { <CurveChart series={Rc::new(series)} {fresh} {credit} /> },
            None => html! {},
        },
        ChartKind::Pyramid | ChartKind::Long => html! {
            <People city={props.city.clone()} ranges={props.ranges.clone()} seed={props.seed}
                place={&props.place} measure={props.measure} is_long={kind == ChartKind::Long}
                lang={props.lang} />
        },
    }
}

fn parts(seen: &Seen<'_>, fresh: bool, credit: &AttrValue) -> Html {
    match breakdown::of(seen.measure) {
        Some(of) if of.shape == breakdown::Shape::Areas => {
            html! { <StackChart series={Rc::new(breakdown::areas(seen, of))} {fresh} {credit} /> }
        }
        Some(of) => {
            html! { <BarChart series={Rc::new(breakdown::bars(seen, of))} {fresh} {credit} /> }
        }
        None => html! {},
    }
}

#[derive(Properties, PartialEq)]
struct PeopleProps {
    city: Same<City>,
    ranges: Ranges,
    seed: u32,
    place: AttrValue,
    measure: MeasureId,
    is_long: bool,
    lang: Lang,
}

/// By age, or as bands by year.
enum Found {
    Ages(Vec<Heads>),
    Bands(Vec<Vec<LongYear>>),
}

/// The people to the last year looked at are worked out when they are asked for, and again only when
/// what they follow changes. No lever does.
#[component]
fn People(props: &PeopleProps) -> Html {
    let seen = Seen {
        city: &props.city,
        answer: None,
        shift: None,
        measure: props.measure,
        place: &props.place,
        aims: &Aims::default(),
        lang: props.lang,
    };
    let world = (props.city.clone(), props.ranges.clone(), props.seed, props.place.clone());
    let found = use_memo((world, props.measure, props.is_long), |(world, measure, is_long)| {
        let (city, ranges, seed, place) = world;
        let (ground, spot) = (&city.ground, city.ground.spot(place)?);
        Some(if *is_long {
            let family = long::family(*measure);
            Found::Bands(long_view(ground, ranges, *seed, spot, &family, long::DRAWS))
        } else {
            let years = long::years(&seen).into_iter().map(|year| i32::from(year.0));
            Found::Ages(pyramids(ground, ranges, *seed, spot, years))
        })
    });
    match &*found {
        Some(Found::Ages(heads)) => {
            html! { <PyramidPlayer series={Rc::new(people::series(&seen, heads))} /> }
        }
        Some(Found::Bands(bands)) => {
            html! { <FanChart series={Rc::new(long::series(&seen, bands))} /> }
        }
        None => html! {},
    }
}
