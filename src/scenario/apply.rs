//! What a scenario's own targets and figures make of the municipality it is run with.

use super::Scenario;
use super::own::{OwnFigure, OwnTarget};
use crate::engine::chance::{Aim, At, Target};
use crate::engine::ground::Ground;
use crate::facts::Basis;
use crate::facts::observation::{Kind, MeasureKey, Observation, Origin};
use crate::i18n::Label;
use crate::sources::{Grade, Provenance, SourceId};
use crate::units::When;

const EACH_WARD: &str = "each_ward";
const EACH_AREA: &str = "each_area";

impl Scenario {
    /// The municipality with the scenario's own figures in place of its own; none where it has
    /// none. What a run is told then is what the scenario says.
    pub fn told(&self, city: &Basis) -> Option<Basis> {
        if self.figures.is_empty() {
            return None;
        }
        let seen = |figure: &OwnFigure| {
            Some(Observation {
                measure: MeasureKey(figure.measure.clone()),
                place: city.places.find(&figure.place)?,
                when: When::parse(&figure.when)?,
                kind: Kind::Actual,
                value: figure.value,
                error_sd: None,
                provenance: Provenance::new(SourceId::OwnFigures, Grade::Assumed),
                note: Label::new(&figure.note, &figure.note),
            })
        };
        Some(city.with_figures(self.figures.iter().filter_map(seen)))
    }

    /// All targets of a run, in the order of its answers: the municipality's own, those of its
    /// wards and areas, and then the scenario's.
    pub fn targets(&self, ground: &Ground) -> Vec<Target> {
        let switched = |target: &Target| {
            let is_it = |measure, year| {
                target.aim.measure == measure && target.aim.fiscal_year == i32::from(year)
            };
            let by_hand = self.switches.iter().find(|s| is_it(s.measure, s.fiscal_year));
            Target { is_on: by_hand.map_or(target.is_on, |switch| switch.is_on), ..*target }
        };
        let own = self.own_targets.iter().map(|own| own.target(ground));
        ground.targets.iter().map(switched).chain(own).collect()
    }

    /// All targets of a comparison: those of the first scenario, and what the others ask for
    /// beside them.
    pub fn targets_of<'a>(
        mut compared: impl Iterator<Item = &'a Self>,
        ground: &Ground,
    ) -> Vec<Target> {
        let mut all = compared.next().map(|first| first.targets(ground)).unwrap_or_default();
        for own in compared.flat_map(|other| &other.own_targets) {
            let own = own.target(ground);
            if !all.iter().any(|known| (known.aim, known.at) == (own.aim, own.at)) {
                all.push(own);
            }
        }
        all
    }
}

/// Where an own target must hold. Reading a document has refused places there are not.
fn at(own: &OwnTarget, ground: &Ground) -> Option<At> {
    match own.place.as_str() {
        "" => None,
        EACH_WARD => Some(At::EachWard),
        EACH_AREA => Some(At::EachArea),
        code => {
            let spot = ground.spot(code)?;
            (spot != crate::model::inputs::Spot::City).then_some(At::One(spot))
        }
    }
}

impl OwnTarget {
    fn target(&self, ground: &Ground) -> Target {
        let aim = Aim {
            measure: self.measure,
            fiscal_year: i32::from(self.fiscal_year),
            sense: self.sense,
            value: self.value as f32,
        };
        Target { aim, at: at(self, ground), origin: Origin::Own, is_on: true }
    }

    /// The place it names, where it names one.
    pub(super) fn named_place(&self) -> Option<&str> {
        let place = self.place.as_str();
        (!["", EACH_WARD, EACH_AREA].contains(&place)).then_some(place)
    }
}
