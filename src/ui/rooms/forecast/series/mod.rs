//! From the newest answer to the series of a chart.

pub mod breakdown;
pub mod curve;
pub mod line;
pub mod long;
pub mod months;
pub mod people;
pub mod wards;

use std::rc::Rc;

use yew::AttrValue;

use crate::engine::bands::P50;
use crate::engine::chance::{Aim, Sense, Target as AimedAt};
use crate::engine::rule::Rule;
use crate::facts::frame::PlanFrame;
use crate::facts::observation::{Kind, Origin};
use crate::i18n::{Lang, time};
use crate::measures::MeasureId;
use crate::places::PlaceId;
use crate::protocol::{Answer, Band};
use crate::ui::charts::fan::{Dot, DotKind, Target};
use crate::ui::charts::format::Format;
use crate::ui::charts::marks::PlanShade;
use crate::ui::charts::scale::Period;
use crate::ui::words;
use crate::units::FiscalYear;
use crate::worker::desk::City;

/// What is looked at, and what is known of it.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    pub city: &'a City,
    pub answer: Option<&'a Answer>,
    /// How far each measure of the municipality has moved since the answer.
    pub shift: Option<&'a [f32]>,
    pub measure: MeasureId,
    /// Code of the ward or area; empty for the municipality.
    pub place: &'a str,
    pub aims: &'a Aims,
    pub lang: Lang,
}

/// The targets, and which of them are looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aims {
    /// In the order of the answer's.
    pub all: Rc<Vec<AimedAt>>,
    /// Whether those of our own suggestion are looked at too.
    pub shows_own: bool,
    /// The one chosen last, by its position.
    pub chosen: Option<usize>,
    /// How the municipality's are asked of wards and areas.
    pub rule: Rule,
}

impl Aims {
    /// Those of the municipality that are looked at, each with its position among all; the plan's
    /// first.
    pub fn looked_at(&self) -> impl Iterator<Item = (usize, &AimedAt)> {
        let all = self.all.iter().enumerate().filter(|(_, target)| target.at.is_none());
        all.filter(|(_, target)| self.shows_own || is_aimed_at(target))
    }

    /// The municipality's target of a measure, and its position among all: the chosen one where there
    /// are several.
    pub fn of(&self, measure: MeasureId) -> Option<(usize, &Aim)> {
        let of_it = || self.looked_at().filter(|(_, target)| target.aim.measure == measure);
        let chosen = of_it().find(|(at, _)| self.chosen == Some(*at));
        chosen.or_else(|| of_it().next()).map(|(at, target)| (at, &target.aim))
    }

    /// The year in which a measure is read where one year stands for all: its target's, so that it
    /// agrees with the target's card; otherwise the plan's last.
    pub fn year_of(&self, measure: MeasureId, frame: &PlanFrame) -> FiscalYear {
        let aimed = self.of(measure).map(|(_, aim)| FiscalYear(aim.fiscal_year as i16));
        aimed.filter(|year| frame.window().contains(*year)).unwrap_or(frame.plan.last)
    }

    pub fn has_suggestions(&self) -> bool {
        self.all.iter().any(|target| target.at.is_none() && !is_aimed_at(target))
    }
}

/// Whether a target is one without being asked for: the plan's, and a planner's own. A suggestion of
/// ours is not.
fn is_aimed_at(target: &AimedAt) -> bool {
    target.is_on || target.origin == Origin::Plan
}

impl<'a> Seen<'a> {
    /// The target of the viewed measure.
    pub fn aim(&self) -> Option<(usize, &'a Aim)> {
        self.aims.of(self.measure)
    }

    /// The year in which wards and areas are looked at: that of their chances.
    pub fn places_year(&self) -> FiscalYear {
        self.aims.year_of(self.measure, &self.city.facts.frame)
    }

    pub fn years(&self) -> Vec<FiscalYear> {
        self.city.facts.frame.window().iter().collect()
    }

    /// Where the forecast begins among the years.
    pub fn forecast_from(&self) -> Option<usize> {
        let first = self.city.facts.frame.plan.first;
        self.years().iter().position(|year| *year == first)
    }

    pub fn period(&self, year: FiscalYear) -> Period {
        Period {
            at: f64::from(year.0),
            long: AttrValue::from(time::fiscal_year(self.lang, year)),
            short: AttrValue::from(time::fiscal_year_short(self.lang, year)),
        }
    }

    /// The plan's years, shaded; positions by `position`.
    pub fn plan(&self, position: impl Fn(FiscalYear) -> Option<usize>) -> Option<PlanShade> {
        let frame = &self.city.facts.frame;
        let (from, to) = position(frame.plan.first).zip(position(frame.plan.last))?;
        Some(PlanShade {
            from,
            to,
            label: AttrValue::from(frame.plan_name.get(self.lang).to_owned()),
        })
    }

    pub fn value(&self) -> Format {
        Format::rounded(self.lang, self.measure.spec().unit)
    }

    /// The band of a measure in a year, moved by what the quick draws say.
    pub fn band(&self, measure: MeasureId, year: FiscalYear) -> Option<Band> {
        let answer = self.answer?;
        let band = answer.here(self.place, measure.index(), i32::from(year.0))?;
        let since = usize::try_from(i32::from(year.0) - answer.first_year).ok()?;
        let at = measure.index() * answer.n_years as usize + since;
        let shift = self.shift.filter(|_| self.place.is_empty());
        let moved = shift.and_then(|shift| shift.get(at)).copied().unwrap_or(0.0);
        Some(band.map(|value| value + moved))
    }

    pub fn median(&self, measure: MeasureId, year: FiscalYear) -> f64 {
        self.band(measure, year).map_or(f64::NAN, |band| f64::from(band[P50]))
    }

    pub fn place_id(&self) -> PlaceId {
        let places = &self.city.facts.places;
        places.find(self.place).unwrap_or_else(|| places.root())
    }

    pub fn place_name(&self) -> &str {
        self.city.facts.places.get(self.place_id()).name.get(self.lang)
    }

    /// What was recorded of a measure at a place.
    pub fn history(&self, measure: MeasureId, place: PlaceId) -> Vec<Dot> {
        let years = self.years();
        let seen = self.city.facts.observed(measure.spec().key, place).into_iter();
        seen.filter_map(|seen| {
            let year = seen.when.fiscal_year()?;
            let kind = if seen.kind == Kind::Actual { DotKind::Actual } else { DotKind::Estimate };
            let period = years.iter().position(|y| *y == year)?;
            Some(Dot { period, value: seen.value, kind })
        })
        .collect()
    }

    /// The target line: the municipality's own target of the measure, where that is looked at.
    pub fn target(&self, due: impl Fn(FiscalYear) -> Option<usize>) -> Option<Target> {
        let (_, aim) = self.aim()?;
        let shown = self.value().show(f64::from(aim.value));
        self.place.is_empty().then(|| Target {
            value: f64::from(aim.value),
            label: words::target(self.lang, aim.sense == Sense::AtLeast, &shown).into(),
            due: due(FiscalYear(aim.fiscal_year as i16)),
        })
    }

    /// «緊急通報機器の合計 高津区»; the municipality is not named, because the page's head is.
    pub fn title(&self, label: &str) -> AttrValue {
        if self.place.is_empty() {
            return AttrValue::from(label.to_owned());
        }
        AttrValue::from(words::at_place(self.lang, label, self.place_name()))
    }

    /// The finding in a sentence, for those who cannot see the picture.
    pub fn finding(&self) -> AttrValue {
        use crate::engine::bands::{P10, P90};
        let last = self.city.facts.frame.plan.last;
        let spec = self.measure.spec();
        let title = self.title(spec.label.get(self.lang));
        let Some(band) = self.band(self.measure, last) else { return title };
        let show = |which: usize| self.value().show(f64::from(band[which])).to_string();
        AttrValue::from(words::finding(
            self.lang,
            &title,
            &time::fiscal_year(self.lang, last),
            [&show(P10), &show(P50), &show(P90)],
        ))
    }
}
