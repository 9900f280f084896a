//! An answer as tables to be handed out, the same from the page and from the command line.

use std::rc::Rc;

use super::desk::City;
use crate::engine::chance::Target;
use crate::exchange::grid::Grid;
use crate::exchange::results::{Bands, TargetChance, forecast, targets};
use crate::exchange::side_by_side::{Difference, differences, joined};
use crate::i18n::Lang;
use crate::measures::MeasureId;
use crate::places::PlaceId;
use crate::protocol::{Answer, Comparison, TargetAnswer};
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
    let chances = chances(scenario.targets(&city.ground), &answer.targets);
    vec![forecast(&city.facts, &places, &code, lang), targets(&city.facts, &chances, &code, lang)]
}

fn chances(asked: Vec<Target>, found: &[TargetAnswer]) -> Vec<TargetChance> {
    let told = asked.into_iter().zip(found);
    told.map(|(target, found)| TargetChance {
        target,
        found: found.found(),
        without_measures: found.baseline_chance,
    })
    .collect()
}

/// The grids of a comparison: results and chances of each scenario by its name, and what each pair
/// differs by.
pub fn compared(
    city: &City,
    scenarios: &[Rc<Scenario>],
    names: &[String],
    found: &Comparison,
    lang: Lang,
) -> Vec<Grid> {
    let asked = Scenario::targets_of(scenarios.iter().map(|scenario| &**scenario), &city.ground);
    let root = city.facts.places.root();
    let mut results = Vec::new();
    let mut aims = Vec::new();
    for (at, (name, side)) in names.iter().zip(&found.scenarios).enumerate() {
        let code = side.code.clone().unwrap_or_default();
        let bands = |measure: MeasureId, year| [found.city(at, measure.index(), year), None];
        let places: [(PlaceId, Bands<'_>); 1] = [(root, &bands)];
        results.push((name.clone(), forecast(&city.facts, &places, &code, lang)));
        let chances = chances(asked.clone(), &side.targets);
        aims.push((name.clone(), targets(&city.facts, &chances, &code, lang)));
    }
    let years = || city.facts.frame.window().iter().map(|year| i32::from(year.0));
    let gaps = found.pairs.iter().flat_map(|pair| {
        MeasureId::all().flat_map(move |measure| {
            let (from, to) = (pair.from as usize, pair.to as usize);
            years().filter_map(move |fiscal_year| {
                let gap = found.gap(from, to, measure.index(), fiscal_year)?;
                let [from, to] = [names.get(from)?, names.get(to)?];
                let (band, above, below) = (gap.band, gap.above, gap.below);
                Some(Difference { from, to, measure, fiscal_year, band, above, below })
            })
        })
    });
    vec![joined(&results, lang), joined(&aims, lang), differences(gaps, lang)]
}
