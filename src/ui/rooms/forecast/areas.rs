//! The viewed measure of every care area, to be sorted and searched.

use std::rc::Rc;

use yew::prelude::*;

use super::super::super::charts::format::Format;
use super::super::super::components::data_table::{Column, DataCell, DataRow, DataTable};
use super::super::super::state::AppState;
use super::super::super::words;
use crate::engine::bands::{P10, P50, P90};
use crate::i18n::time;
use crate::places::Level;
use crate::worker::desk::City;

pub fn table(city: &City, state: &AppState) -> Html {
    let (lang, places) = (state.lang, &city.facts.places);
    let (spec, year) = (state.measure.spec(), city.facts.frame.plan.last);
    let format = Format::rounded(lang, spec.unit);
    let n_wards = city.ground.geography.n_wards();
    let answer = state.answer.as_deref().filter(|a| a.view.measure == spec.key);
    let row = |(i, area): (usize, _)| {
        let place = places.get(area);
        let ward = place.parent.map_or("", |ward| places.get(ward).name.get(lang));
        let band = answer.and_then(|a| a.place(n_wards + i, i32::from(year.0)));
        let number = |which: usize| {
            let value = band.map(|band| f64::from(band[which]));
            value.map_or_else(
                || DataCell::word(words::NO_FIGURE.get(lang)),
                |value| DataCell::number(value, format.show(value)),
            )
        };
        let range = band.map_or_else(
            || words::NO_FIGURE.get(lang).to_owned(),
            |band| {
                let bare = format.bare();
                let low = bare.show(f64::from(band[P10]));
                words::range(lang, &low, &format.show(f64::from(band[P90])))
            },
        );
        DataRow {
            key: place.code.clone().into(),
            also: AttrValue::default(),
            cells: vec![
                DataCell::word(place.name.get(lang).to_owned()),
                DataCell::word(ward.to_owned()),
                number(P50),
                DataCell::word(range),
            ],
        }
    };
    let rows: Rc<[DataRow]> = places.at_level(Level::Area).enumerate().map(row).collect();
    let column = |label: &str, is_number| Column { label: label.to_owned().into(), is_number };
    let columns: Rc<[Column]> = Rc::new([
        column(words::AREAS.get(lang), false),
        column(words::WARD.get(lang), false),
        column(words::MIDDLE.get(lang), true),
        column(words::RANGE.get(lang), true),
    ]);
    let made_up = |area| city.facts.is_illustrative(area);
    let caption = format!("{} {}", spec.label.get(lang), time::fiscal_year(lang, year));
    html! {
        <section class="areas panel">
            <div class="panel-head">
                <h2>{ &caption }</h2>
                if places.at_level(Level::Area).any(made_up) {
                    <p class="panel-note">{ words::ILLUSTRATIVE.get(lang) }</p>
                }
            </div>
            <div class="areas-only">
                <DataTable name="areas" {caption} hides_caption=true {columns} {rows}
                    has_search=true {lang} />
            </div>
        </section>
    }
}
