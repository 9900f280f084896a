//! Does a document speak of the municipality it is to be run with? A decision for a place that
//! does not exist would change nothing, and nobody would be told.

use super::own::OwnFigure;
use super::{DocumentError, Scenario};
use crate::measures::MeasureId;
use crate::places::{Level, Places};
use crate::shocks::Place as Scene;

impl Scenario {
    /// Refuses a scenario of another municipality, and one that names a place this one has not.
    pub fn fits(&self, places: &Places) -> Result<(), DocumentError> {
        let own = places.code(places.root());
        if self.municipality != own {
            let (theirs, own) = (self.municipality.clone(), own.to_owned());
            return Err(DocumentError::OtherMunicipality { theirs, own });
        }
        let has = |code: &str, levels: &[Level]| {
            let level = places.find(code).map(|id| places.get(id).level);
            level.is_some_and(|level| levels.contains(&level))
        };
        let decided = self.policy.settings().iter().map(|s| s.place.as_str());
        let decided = decided.filter(|code| !code.is_empty());
        let mut unknown = decided.filter(|code| !has(code, &[Level::Ward, Level::Area]));
        let fired = self.script.fired().iter();
        let mut nowhere = fired.filter(|fired| match fired.shock.spec().place {
            Scene::City => false,
            Scene::Ward => !has(&fired.place, &[Level::Ward]),
            Scene::Centre => !has(&fired.place, &[Level::Centre]),
        });
        let unknown = unknown.next().or_else(|| nowhere.next().map(|fired| fired.place.as_str()));
        let mut figures = self.figures.iter().map(|figure| figure.place.as_str());
        let unknown = unknown.or_else(|| figures.find(|code| places.find(code).is_none()));
        // What the model computes is never below zero; a measure of one's own may be.
        let is_wrong =
            |figure: &&OwnFigure| figure.value < 0.0 && MeasureId::find(&figure.measure).is_some();
        if let Some(figure) = self.figures.iter().find(is_wrong) {
            return Err(DocumentError::Field { what: figure.measure.clone() });
        }
        let levels = [Level::Municipality, Level::Ward, Level::Area];
        let mut aimed = self.own_targets.iter().filter_map(|target| target.named_place());
        let unknown = unknown.or_else(|| aimed.find(|code| !has(code, &levels)));
        match unknown {
            Some(code) => Err(DocumentError::UnknownPlace { code: code.to_owned() }),
            None => Ok(()),
        }
    }
}
