//! The place beside the municipality and the best place: a radar, and the same in words.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::figures::median;
use super::words;
use crate::engine::bands::P50;
use crate::i18n::{Lang, Text, time};
use crate::measures::{Good, MeasureId};
use crate::places::{Level, PlaceId};
use crate::protocol::Answer;
use crate::scenario::Scenario;
use crate::ui::charts::format::Format;
use crate::ui::charts::radar::{RadarChart, RadarRole, RadarSeries, RadarShape};
use crate::ui::same::Same;
use crate::ui::state::{Action, AppState};
use crate::worker::desk::City;

/// Rates with a good end, known for each area: what places can be compared by. Outwards is good,
/// and the short name says of what.
const ASPECTS: [MeasureId; 6] = [
    MeasureId::AlarmCoverage,
    MeasureId::Awareness,
    MeasureId::HoursServed,
    MeasureId::ElderlyPerStaff,
    MeasureId::TieIndex,
    MeasureId::Turnover,
];

const ASPECT_NAMES: [Text; 6] = [
    Text { ja: "機器の普及", en: "Devices" },
    Text { ja: "認知度", en: "Known" },
    Text { ja: "時間の余裕", en: "Hours" },
    Text { ja: "職員の手厚さ", en: "Staffing" },
    Text { ja: "地域との関係", en: "Ties" },
    Text { ja: "定着", en: "Staying" },
];

/// What is told in words besides: rates and counts with a good end.
const TOLD: [MeasureId; 4] = [
    MeasureId::CertifiedRate,
    MeasureId::TenureShare,
    MeasureId::AlarmWaiting,
    MeasureId::IssuesOpen,
];

#[derive(Properties, PartialEq)]
pub struct ProfileProps {
    pub city: Same<City>,
    pub answer: Option<Same<Answer>>,
    pub place: PlaceId,
    pub scenario: Rc<Scenario>,
    pub lang: Lang,
    pub dispatcher: UseReducerDispatcher<AppState>,
}

/// Medians of all places in the plan's last year, by measure: wards first, as an answer has them.
type Known = BTreeMap<MeasureId, Vec<Option<f64>>>;

/// An answer has all places of one measure only, so they are asked for one after the other.
#[hook]
fn use_all_places(props: &ProfileProps) -> Known {
    let kept = use_mut_ref(|| (String::new(), Known::new()));
    let mut kept = std::cell::RefCell::borrow_mut(&kept);
    let about = props.scenario.essence_json();
    if kept.0 != about {
        *kept = (about, Known::new());
    }
    let year = i32::from(props.city.facts.frame.plan.last.0);
    let n_places = props.city.ground.geography.n_wards() + props.city.ground.geography.n_areas();
    let viewed = props.answer.as_ref().and_then(|answer| MeasureId::find(&answer.view.measure));
    if let (Some(answer), Some(measure)) = (&props.answer, viewed) {
        let median = |place| answer.place(place, year).map(|band| f64::from(band[P50]));
        kept.1.insert(measure, (0..n_places).map(median).collect());
    }
    let next = ASPECTS.into_iter().find(|measure| !kept.1.contains_key(measure));
    let to = props.dispatcher.clone();
    use_effect_with(next, move |next| {
        if let Some(measure) = *next {
            to.dispatch(Action::Look(measure));
        }
    });
    kept.1.clone()
}

#[component]
pub fn Profile(props: &ProfileProps) -> Html {
    let lang = props.lang;
    let known = use_all_places(props);
    let is_whole = ASPECTS.iter().all(|measure| known.contains_key(measure));
    let places = &props.city.facts.places;
    let n_peers = places.at_level(places.get(props.place).level).count();
    let code = places.code(props.place);
    let is_known = props.answer.as_ref().is_some_and(|answer| answer.view.place == code);
    let (strengths, weaknesses) = said(props);
    let list = |title: Text, class: &'static str, said: &[String]| {
        if said.is_empty() {
            return html! {};
        }
        html! {
            <>
                <h3>{ titled(props, title) }</h3>
                <ul class={class}>{ for said.iter().map(|s| html! { <li>{ s }</li> }) }</ul>
            </>
        }
    };
    html! {
        <>
            <section class="panel card-words">
                { list(words::STRENGTHS, "strengths", &strengths) }
                { list(words::WEAKNESSES, "weaknesses", &weaknesses) }
                if strengths.is_empty() && weaknesses.is_empty() {
                    <p role="status">
                        { if is_known { words::NOTHING_APART } else { words::ASKING }.get(lang) }
                    </p>
                }
            </section>
            if n_peers < 2 {
                <p class="panel">{ words::NO_PEERS.get(lang) }</p>
            } else {
                <section class="panel card-radar">
                    // What is not known yet would stand in the middle, as if it were the worst.
                    if is_whole {
                        <RadarChart series={Rc::new(radar(props, &known))} width={360.0}
                            height={280.0} />
                    } else {
                        <h3>{ titled(props, words::PROFILE) }</h3>
                        <p role="status">{ words::ASKING.get(lang) }</p>
                    }
                </section>
            }
        </>
    }
}

/// With the year it holds for: the column beside the table is of another one.
fn titled(props: &ProfileProps, title: Text) -> String {
    let year = time::fiscal_year(props.lang, props.city.facts.frame.plan.last);
    format!("{} {year}", title.get(props.lang))
}

fn radar(props: &ProfileProps, known: &Known) -> RadarSeries {
    let (lang, places) = (props.lang, &props.city.facts.places);
    let name = places.get(props.place).name.get(lang);
    let n_wards = props.city.ground.geography.n_wards();
    let is_area = places.get(props.place).level == Level::Area;
    let year = props.city.facts.frame.plan.last;
    let answer = props.answer.as_deref();
    let mut shapes = [
        (name, RadarRole::This),
        (words::WHOLE_CITY.get(lang), RadarRole::City),
        (words::BEST.get(lang), RadarRole::Best),
    ]
    .map(|(label, role)| RadarShape {
        label: label.to_owned().into(),
        role,
        shares: Vec::new(),
        values: Vec::new(),
        shown: Vec::new(),
    });
    let (mut aspects, mut units) = (Vec::new(), Vec::new());
    for (measure, name) in ASPECTS.into_iter().zip(ASPECT_NAMES) {
        let here = median(answer, places.code(props.place), measure, year);
        // Nobody knows it here: in the middle it would look like the worst.
        if here.is_none() {
            continue;
        }
        aspects.push(name.get(lang).into());
        units.push(measure.spec().unit.get(lang).into());
        let format = Format::rounded(lang, measure.spec().unit);
        let peers = known.get(&measure).map(Vec::as_slice).unwrap_or_default();
        let peers = peers.split_at(n_wards.min(peers.len()));
        let peers: Vec<f64> =
            (if is_area { peers.1 } else { peers.0 }).iter().copied().flatten().collect();
        let low = peers.iter().copied().fold(f64::NAN, f64::min);
        let high = peers.iter().copied().fold(f64::NAN, f64::max);
        let (worst, best) =
            if measure.spec().good == Good::Down { (high, low) } else { (low, high) };
        let city = median(answer, "", measure, year);
        for (shape, value) in shapes.iter_mut().zip([here, city, Some(best)]) {
            let value = value.unwrap_or(f64::NAN);
            // All alike: everybody is at the best.
            let share = if worst == best { 1.0 } else { (value - worst) / (best - worst) };
            shape.shares.push(share.clamp(0.0, 1.0));
            shape.values.push(value);
            shape.shown.push(format.show(value));
        }
    }
    RadarSeries {
        name: "profile".into(),
        title: titled(props, words::PROFILE).into(),
        unit: AttrValue::default(),
        summary: format!("{name} {}", titled(props, words::PROFILE)).into(),
        lang,
        aspects,
        units,
        shapes: shapes.to_vec(),
    }
}

/// Differences from the municipality smaller than this share of its value are left unsaid.
const WORTH_SAYING: f64 = 0.05;

/// Strengths and issues, in sentences made from the numbers.
fn said(props: &ProfileProps) -> (Vec<String>, Vec<String>) {
    let (lang, places, frame) = (props.lang, &props.city.facts.places, &props.city.facts.frame);
    let (answer, code) = (props.answer.as_deref(), places.code(props.place));
    let (mut strengths, mut weaknesses) = (Vec::new(), Vec::new());
    for measure in ASPECTS.into_iter().chain(TOLD) {
        let spec = measure.spec();
        let format = Format::rounded(lang, spec.unit);
        let at = |place, year| median(answer, place, measure, year);
        let Some(here) = at(code, frame.plan.last) else { continue };
        let is_rate = matches!(spec.kind, crate::measures::Kind::Ratio { .. });
        // Counts are compared with themselves, rates with the municipality's.
        let other = if is_rate { at("", frame.plan.last) } else { at(code, frame.plan.first) };
        let Some(other) = other.filter(|other| *other != 0.0) else { continue };
        let [here_shown, other_shown] = [here, other].map(|value| format.show(value));
        // «from 0 to 0» would be read as a mistake, whatever lies behind the rounding.
        if (here - other).abs() < WORTH_SAYING * other.abs() || here_shown == other_shown {
            continue;
        }
        let is_higher = other < here;
        let label = spec.label.get(lang);
        let sentence = if is_rate {
            words::beside(lang, label, &here_shown, &other_shown, is_higher)
        } else {
            let first = time::fiscal_year_short(lang, frame.plan.first);
            words::course(lang, label, (&first, &other_shown), &here_shown, is_higher)
        };
        let is_good = is_higher == (spec.good == Good::Up);
        if is_good { strengths.push(sentence) } else { weaknesses.push(sentence) }
    }
    (strengths, weaknesses)
}
