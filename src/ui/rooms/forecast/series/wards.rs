//! The same line for every ward, or for the areas of one ward.

use yew::AttrValue;

use super::Seen;
use crate::engine::bands::{P10, P50, P90};
use crate::places::{Level, PlaceId};
use crate::ui::charts::format::Format;
use crate::ui::charts::multiples::{MultiSeries, Panel};
use crate::ui::words;

pub fn series(seen: &Seen<'_>) -> MultiSeries {
    let (lang, spec, places) = (seen.lang, seen.measure.spec(), &seen.city.facts.places);
    let ward = places.ancestor(seen.place_id(), Level::Ward);
    let shown: Vec<PlaceId> = match ward {
        Some(ward) => places.children(ward).to_vec(),
        None => places.at_level(Level::Ward).collect(),
    };
    let is_made_up = shown.iter().any(|place| seen.city.facts.is_illustrative(*place));
    let ward = ward.map(|ward| (places.get(ward).name.get(lang), is_made_up));
    let title = words::by_place(lang, spec.label.get(lang), ward);
    MultiSeries {
        name: AttrValue::from(spec.key),
        title: AttrValue::from(title),
        unit: AttrValue::from(spec.unit.get(lang)),
        summary: seen.finding(),
        lang,
        periods: seen.years().into_iter().map(|year| seen.period(year)).collect(),
        panels: shown.into_iter().map(|place| panel(seen, place)).collect(),
        chosen: AttrValue::from(seen.place.to_owned()),
        value: seen.value(),
        recorded: Format::exact(lang, spec.unit, 0),
    }
}

/// A ward's or area's row among the places of an answer: wards first.
pub fn row(seen: &Seen<'_>, place: PlaceId) -> Option<usize> {
    let places = &seen.city.facts.places;
    places.at_level(Level::Ward).chain(places.at_level(Level::Area)).position(|p| p == place)
}

fn panel(seen: &Seen<'_>, place: PlaceId) -> Panel {
    let years = seen.years();
    let plan = seen.city.facts.frame.plan.first;
    let of_view = seen.answer.filter(|a| a.view.measure == seen.measure.spec().key);
    let row = row(seen, place);
    let of = |which: usize| -> Vec<f64> {
        let value = |year: &crate::units::FiscalYear| {
            let band = of_view.zip(row).and_then(|(a, row)| a.place(row, i32::from(year.0)));
            band.filter(|_| plan <= *year).map_or(f64::NAN, |band| f64::from(band[which]))
        };
        years.iter().map(value).collect()
    };
    let mut history = vec![f64::NAN; years.len()];
    for dot in seen.history(seen.measure, place) {
        history[dot.period] = dot.value;
    }
    let named = seen.city.facts.places.get(place);
    Panel {
        key: AttrValue::from(named.code.clone()),
        label: AttrValue::from(named.name.get(seen.lang).to_owned()),
        history,
        p10: of(P10),
        p50: of(P50),
        p90: of(P90),
        baseline: Vec::new(),
        target: None,
        is_at_risk: false,
    }
}
