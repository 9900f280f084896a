//! A planner's own indicators as programmes like any other: history, driver, cost, and which of the
//! free places among the measures they take.

use super::builtin::{ALONE, OLD, seen};
use super::{Cost, Costed, Driver, Nature, Pace, Programme, Rate, Spread};
use crate::facts::Basis;
use crate::facts::indicator::{Better, IndicatorDriver, IndicatorSpread, OwnIndicator};
use crate::i18n::Lang;
use crate::measures::own::Words;
use crate::measures::{Good, MeasureId};
use crate::model::shock_table::Hit;

/// The indicators a municipality's tables declare.
#[inline]
pub fn programmes(city: &Basis) -> Vec<Programme> {
    city.indicators.iter().filter_map(|of| programme(city, of)).collect()
}

/// What they are called, for whoever shows them.
#[inline]
pub fn words(city: &Basis) -> Vec<Words> {
    let both =
        |label: &crate::i18n::Label| [Lang::Ja, Lang::En].map(|lang| label.get(lang).to_owned());
    let words = |of: &OwnIndicator| {
        Some(Words {
            id: MeasureId::find(of.measure.as_str())?,
            label: both(&of.label),
            unit: both(&of.unit),
            good: match of.better {
                Better::More => Good::Up,
                Better::Less => Good::Down,
                Better::Neither => Good::Neither,
            },
            by_area: of.spread != IndicatorSpread::Nowhere,
        })
    };
    city.indicators.iter().filter_map(words).collect()
}

#[inline]
fn programme(city: &Basis, of: &OwnIndicator) -> Option<Programme> {
    let measure = MeasureId::find(of.measure.as_str())?;
    let seen = seen(city, measure);
    let given = |value: f64| Rate::Given(value as f32);
    let (nature, pace) = if of.is_count() {
        (Nature::Count, yearly(of.change, seen.last().map(|seen| seen.value)))
    } else {
        (Nature::Stock, Pace::Adding { yearly: given(of.change), fills_up: false })
    };
    let (label, unit) = (of.label.clone(), of.unit.clone());
    Some(Programme {
        driver: match of.driver {
            IndicatorDriver::Nothing => Driver::Nothing,
            IndicatorDriver::Elderly => Driver::People { groups: OLD, for_each: false },
            IndicatorDriver::Alone => Driver::People { groups: ALONE, for_each: false },
            IndicatorDriver::Hours => Driver::Hours,
            IndicatorDriver::Ties => Driver::Ties,
            IndicatorDriver::Budget => Driver::Money(of.budget.unwrap_or(0.0) as f32),
        },
        pace,
        hit: of.stops_in_pandemic.then_some(Hit::Gatherings),
        spread: match of.spread {
            IndicatorSpread::Nowhere => None,
            IndicatorSpread::Elderly => Some(Spread::Elderly),
            IndicatorSpread::Alone => Some(Spread::Alone),
        },
        measure: Some(measure),
        cost: of.unit_cost.map(|yen| Cost { yen: given(yen), of: Costed::Each }),
        ..Programme::own(of.measure.as_str(), label, unit, nature, seen)
    })
}

/// A count held at what the years say, or one that grows from the last of them.
#[inline]
fn yearly(percent: f64, last: Option<f32>) -> Pace {
    match last {
        Some(last) if percent != 0.0 => Pace::Reaching {
            months: 12,
            value: Rate::Given(last * (1.0 + percent as f32 * 0.01)),
            then: Rate::Given(percent as f32),
        },
        _ => Pace::Counted,
    }
}
