//! The tile map of wards or areas, in the order of the municipality's own list. A schema, not a map.

use yew::AttrValue;

use super::series::{Seen, wards};
use super::words;
use crate::engine::bands::P50;
use crate::engine::chance::chance_of_band;
use crate::engine::rule::Shares;
use crate::i18n::{Text, number, time};
use crate::places::{Level, PlaceId};
use crate::ui::charts::format::Format;
use crate::ui::charts::tile_map::{Tile, TileSeries};
use crate::ui::words as page_words;

/// What the tiles are coloured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    #[default]
    Value,
    Chance,
}

const PERCENT: Text = Text { ja: "%", en: "%" };

/// A place's forecast in the year looked at, and its chance of its share of the target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    pub band: Option<crate::protocol::Band>,
    pub chance: Option<f64>,
}

/// How each place of a level stands, in their order.
pub fn standings(seen: &Seen<'_>, level: Level) -> Vec<(PlaceId, Standing)> {
    let (facts, ground) = (&seen.city.facts, &seen.city.ground);
    let answer = seen.answer.filter(|a| a.view.measure == seen.measure.spec().key);
    let year_of = |place: PlaceId, year: i32| answer?.place(wards::row(seen, place)?, year);
    let shown = i32::from(seen.places_year().0);
    let before = i32::from(facts.frame.plan.first.0) - 1;
    let now = |place| year_of(place, before).map(|band| f64::from(band[P50]));
    let aim = seen.aim().map(|(_, aim)| aim);
    let shares = aim.map(|aim| Shares::new(facts, (aim, seen.aims.rule), level, &now));
    let one = |place: PlaceId| {
        let chance = aim.zip(shares.as_ref()).and_then(|(aim, shares)| {
            let spot = ground.spot(facts.places.code(place));
            let goal = shares.of(place, spot, &seen.aims.all)?;
            let band = year_of(place, aim.fiscal_year)?;
            let is_counted = aim.measure.spec().is_counted();
            let goal = goal as f32;
            let goal = if is_counted { aim.sense.divide_of_count(goal) } else { goal };
            Some(chance_of_band(&band, aim.sense, goal))
        });
        (place, Standing { band: year_of(place, shown), chance })
    };
    facts.places.at_level(level).map(one).collect()
}

pub fn series(seen: &Seen<'_>, level: Level, colour: Colour) -> TileSeries {
    let (lang, spec) = (seen.lang, seen.measure.spec());
    let by_chance = colour == Colour::Chance;
    let standings = standings(seen, level).into_iter();
    let tiles = standings.map(|(place, at)| tile(seen, place, at, by_chance)).collect();
    let year = time::fiscal_year(lang, seen.places_year());
    let label = if by_chance { words::CHANCE.get(lang) } else { spec.label.get(lang) };
    let unit = if by_chance { PERCENT } else { spec.unit };
    TileSeries {
        name: AttrValue::from("places"),
        title: AttrValue::from(format!("{label} {year}")),
        unit: AttrValue::from(unit.get(lang)),
        summary: AttrValue::from(words::map_says(lang, label, &year)),
        lang,
        tiles,
        chosen: AttrValue::from(seen.place.to_owned()),
        value: Format::rounded(lang, unit),
    }
}

fn tile(seen: &Seen<'_>, place: PlaceId, at: Standing, by_chance: bool) -> Tile {
    let places = &seen.city.facts.places;
    let named = places.get(place);
    let Standing { band, chance } = at;
    // A count's colour is that of the number in the tile.
    let whole = |band: crate::protocol::Band| {
        number::in_wholes(f64::from(band[P50]), seen.measure.spec().unit)
    };
    let median = band.map_or(f64::NAN, whole);
    let value = if by_chance { chance.map_or(f64::NAN, |share| share * 100.0) } else { median };
    let ward = places.parent(place).filter(|_| named.level == Level::Area);
    let ward = ward.map_or("", |ward| places.get(ward).name.get(seen.lang));
    let word = chance.map(|share| crate::i18n::chance::words_for(seen.lang, share, 0.02));
    let fact =
        word.map(|word| (AttrValue::from(words::CHANCE.get(seen.lang)), AttrValue::from(word)));
    let shown = (!median.is_nan())
        .then(|| (AttrValue::from(page_words::MIDDLE.get(seen.lang)), seen.value().show(median)));
    Tile {
        key: AttrValue::from(named.code.clone()),
        label: bare_name(named.name.get(seen.lang), ward).to_owned().into(),
        group: without_kind(ward).to_owned().into(),
        value,
        is_at_risk: chance.is_some_and(|share| share < 0.4),
        facts: [shown, fact].into_iter().flatten().collect(),
    }
}

/// «第1圏域» of «川崎区第1圏域（例示）»: the row says which ward it is, and the note above what is
/// illustrative.
pub fn bare_name<'a>(name: &'a str, ward: &str) -> &'a str {
    let bare = name.split(['（', '(']).next().unwrap_or(name).trim();
    let short = bare.strip_prefix(ward).map_or(bare, |rest| rest.trim_start_matches([',', ' ']));
    if short.is_empty() { name } else { short }
}

/// «Kawasaki» of «Kawasaki Ward», where a column or a row's head says that it is one.
pub fn without_kind(ward: &str) -> &str {
    ward.strip_suffix(" Ward").unwrap_or(ward)
}
