//! What a target of the whole municipality asks of one ward or area. Illustrative: no plan says so.
//!
//! A rate is asked of every place alike; a number is shared out by the people aged 65 and over
//! of the base year.

use super::chance::Aim;
use crate::facts::Municipality;
use crate::measures::Kind;
use crate::places::{Level, PlaceId};

/// The value a place would have to reach; none where its people are not known.
pub fn share_of_aim(city: &Municipality, aim: &Aim, place: PlaceId) -> Option<f64> {
    if matches!(aim.measure.spec().kind, Kind::Ratio { .. } | Kind::Direct) {
        return Some(f64::from(aim.value));
    }
    let part = elderly(city, place)?;
    let whole = elderly(city, city.places.root())?;
    Some(f64::from(aim.value) * part / whole)
}

/// People aged 65 and over of the base year.
fn elderly(city: &Municipality, place: PlaceId) -> Option<f64> {
    let (people, year) = (&city.population, city.frame.base_year);
    let table = match city.places.get(place).level {
        Level::Area => &people.areas,
        _ => &people.base,
    };
    table.from_age(place, year, 65).map(|count| count.persons() as f64)
}
