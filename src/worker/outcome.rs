//! An answer as tables to be handed out, the same from the page and from the command line.

use std::rc::Rc;

use super::desk::City;
use crate::exchange::grid::Grid;
use crate::exchange::results::{Bands, TargetChance, forecast, targets};
use crate::i18n::Lang;
use crate::measures::MeasureId;
use crate::places::PlaceId;
use crate::protocol::Answer;
use crate::scenario::Scenario;

/// The grids of an answer's results, and of the places found beside it.
pub fn grids(
    city: &City,
    scenario: &Scenario,
    answer: &Answer,
    found: &[(PlaceId, Rc<Answer>)],
    lang: Lang,
) -> Vec<Grid> {
    let code = answer.code.clone().unwrap_or_default();
    let whole = |measure: MeasureId, year| {
        [answer.city(measure.index(), year), answer.baseline(measure.index(), year)]
    };
    let of_places: Vec<_> = found
        .iter()
        .map(|(id, answer)| {
            let place = city.facts.places.code(*id);
            let bands = move |measure: MeasureId, year| {
                let at = measure.index();
                [answer.here(place, at, year), answer.here_baseline(place, at, year)]
            };
            (*id, bands)
        })
        .collect();
    let places = of_places.iter().map(|(id, bands)| (*id, bands as Bands<'_>));
    let root: (PlaceId, Bands<'_>) = (city.facts.places.root(), &whole);
    let places: Vec<_> = std::iter::once(root).chain(places).collect();
    let told = scenario.targets(&city.ground).into_iter().zip(&answer.targets);
    let chances: Vec<_> = told
        .map(|(target, found)| TargetChance {
            target,
            found: found.found(),
            without_measures: found.baseline_chance,
        })
        .collect();
    vec![forecast(&city.facts, &places, &code, lang), targets(&city.facts, &chances, &code, lang)]
}
