//! From the comparison to charts: each scenario's line on common axes, and the map of where two
//! differ.

use std::rc::Rc;

use yew::AttrValue;

use super::words;
use crate::engine::bands::{P10, P50, P90};
use crate::engine::chance::Sense;
use crate::i18n::{Lang, time};
use crate::measures::MeasureId;
use crate::places::{Level, Place, PlaceId};
use crate::protocol::Comparison;
use crate::ui::charts::format::Format;
use crate::ui::charts::multiples::{MultiSeries, Panel};
use crate::ui::charts::scale::Period;
use crate::ui::charts::tile_map::{Tile, TileSeries};
use crate::ui::rooms::forecast::tiles::{bare_name, without_kind};
use crate::units::FiscalYear;
use crate::worker::desk::City;

/// Each scenario's line, all on one scale: what was recorded, then the band of the plan's years.
pub fn multiples(
    city: &City,
    found: &Comparison,
    names: &[String],
    measure: MeasureId,
    lang: Lang,
) -> Rc<MultiSeries> {
    let spec = measure.spec();
    let frame = &city.facts.frame;
    let root = city.facts.places.root();
    let seen = city.facts.observed(spec.key, root);
    let recorded = |year: FiscalYear| {
        let seen = seen.iter().find(|seen| seen.when.fiscal_year() == Some(year));
        seen.map_or(f64::NAN, |seen| seen.value)
    };
    // The years before the plan have nothing to show where one year at most was recorded.
    let first = frame.plan.first;
    let before = FiscalYear(first.0 - 1);
    let n_seen = frame.window().iter().filter(|y| *y < first && recorded(*y).is_finite()).count();
    let is_shown = |year: &FiscalYear| 2 <= n_seen || before <= *year;
    let years: Vec<FiscalYear> = frame.window().iter().filter(is_shown).collect();
    let line = |side: usize, at: usize| -> Vec<f64> {
        let value = |year: &FiscalYear| {
            let band = found.city(side, measure.index(), i32::from(year.0));
            band.filter(|_| before <= *year).map_or(f64::NAN, |band| f64::from(band[at]))
        };
        years.iter().map(value).collect()
    };
    let aim = city.ground.aims.iter().find(|aim| aim.measure == measure);
    let history: Vec<f64> = years.iter().map(|year| recorded(*year)).collect();
    let panel = |(side, name): (usize, &String)| Panel {
        key: AttrValue::from(side.to_string()),
        label: AttrValue::from(name.clone()),
        history: history.clone(),
        p10: line(side, P10),
        p50: line(side, P50),
        p90: line(side, P90),
        baseline: vec![f64::NAN; years.len()],
        target: aim.map(|aim| f64::from(aim.value)),
        is_at_risk: false,
    };
    let format = Format::rounded(lang, spec.unit);
    let last = frame.plan.last;
    let told = |(side, name): (usize, &String)| {
        let band = found.city(side, measure.index(), i32::from(last.0))?;
        Some(format!("{name} {}", format.show(f64::from(band[P50]))))
    };
    let told: Vec<String> = names.iter().enumerate().filter_map(told).collect();
    let target = aim.map(|aim| {
        let value = format.show(f64::from(aim.value));
        crate::ui::words::target(lang, aim.sense == Sense::AtLeast, &value)
    });
    let title = words::lines_title(lang, spec.label.get(lang), target.as_deref());
    let year = time::fiscal_year(lang, last);
    let period = |year: &FiscalYear| Period {
        at: f64::from(year.0),
        long: AttrValue::from(time::fiscal_year(lang, *year)),
        short: AttrValue::from(time::fiscal_year_short(lang, *year)),
    };
    Rc::new(MultiSeries {
        name: AttrValue::from("compare"),
        summary: AttrValue::from(format!("{title} {year} {}", told.join(" / "))),
        title: AttrValue::from(title),
        unit: AttrValue::from(spec.unit.get(lang)),
        lang,
        periods: years.iter().map(period).collect(),
        panels: names.iter().enumerate().map(panel).collect(),
        chosen: AttrValue::default(),
        value: format,
        recorded: format,
    })
}

/// Where the scenario `to` has more than the first one in the plan's last year: area by area, or
/// ward by ward where areas have no figures of their own. None where no place differs.
pub fn map(
    city: &City,
    found: &Comparison,
    to: usize,
    measure: MeasureId,
    lang: Lang,
) -> Option<Rc<TileSeries>> {
    let spec = measure.spec();
    let pair = found.pairs.iter().find(|pair| pair.from == 0 && pair.to as usize == to)?;
    if found.view.measure != spec.key {
        return None;
    }
    let last = city.facts.frame.plan.last;
    let year = usize::try_from(i32::from(last.0) - found.first_year).ok()?;
    // Wards come first, then areas, each in the order of the tree. As it is written: tiles of one
    // number have one colour.
    let value = Format::difference(lang, spec.unit);
    let gap = |row: usize| {
        let cell = pair.places.get(row * found.n_years as usize + year).copied().flatten();
        cell.map_or(f64::NAN, |gap| value.told(f64::from(gap.band[P50])))
    };
    let differs = |tiles: &Vec<Tile>| tiles.iter().any(|tile| tile.value.abs() > 0.0);
    let tiles = Some(areas(city, lang, &gap)).filter(differs);
    let tiles = tiles.or_else(|| Some(wards(city, lang, &gap)).filter(differs))?;
    let year = time::fiscal_year(lang, last);
    let title = words::map_title(lang, 0, to, spec.label.get(lang), &year);
    Some(Rc::new(TileSeries {
        name: AttrValue::from(format!("compare-map-{to}")),
        title: AttrValue::from(title.clone()),
        unit: AttrValue::from(Format::difference_unit(spec.unit).get(lang)),
        summary: AttrValue::from(title),
        lang,
        tiles,
        chosen: AttrValue::default(),
        value,
    }))
}

fn wards(city: &City, lang: Lang, gap: &dyn Fn(usize) -> f64) -> Vec<Tile> {
    let places = &city.facts.places;
    let tile = |(at, ward): (usize, PlaceId)| {
        let place = places.get(ward);
        tile(place, place.name.get(lang), "", gap(at))
    };
    places.at_level(Level::Ward).enumerate().map(tile).collect()
}

fn areas(city: &City, lang: Lang, gap: &dyn Fn(usize) -> f64) -> Vec<Tile> {
    let places = &city.facts.places;
    let mut row = city.ground.geography.n_wards();
    let mut tiles = Vec::new();
    for ward in places.at_level(Level::Ward) {
        let ward_name = places.get(ward).name.get(lang);
        for area in places.children(ward) {
            let place = places.get(*area);
            let short = bare_name(place.name.get(lang), ward_name);
            tiles.push(tile(place, short, without_kind(ward_name), gap(row)));
            row += 1;
        }
    }
    tiles
}

fn tile(place: &Place, label: &str, group: &str, value: f64) -> Tile {
    Tile {
        key: AttrValue::from(place.code.clone()),
        label: AttrValue::from(label.to_owned()),
        group: AttrValue::from(group.to_owned()),
        value,
        is_at_risk: false,
        facts: Vec::new(),
    }
}
