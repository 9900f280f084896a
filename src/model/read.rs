//! Reads a measure off a town: by area as the chains keep it, rolled up by adding in the order of
//! the tree, and rates recomputed from their parts at each place, never averaged.

use std::ops::Range;

use super::alarm::World;
use super::ground::{MonthIndex, fiscal_year};
use super::inputs::Spot;
use super::lanes::Lanes;
use super::people::{Group, People};
use super::town::{Inputs, Town};
use super::{awareness, centres, programmes};
use crate::assumptions::Chain;
use crate::measures::{Kind, MeasureId};

/// A town at the end of a month.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    pub town: &'a Town,
    pub inputs: &'a Inputs,
    pub world: &'a World<'a>,
    pub month: MonthIndex,
}

impl Moment<'_> {
    /// A measure at a place: a stock at the end of the month, a flow of the fiscal year so far.
    /// `None` where the town has no figures for it or it is not known for so small a place.
    pub fn at(&self, measure: MeasureId, spot: Spot) -> Option<Lanes> {
        if let Kind::Ratio { of, per, times } = measure.spec().kind {
            return self.rate((self.at(of, spot)?, self.at(per, spot)?), per, times, spot);
        }
        match spot {
            Spot::Area(area) => self.areas(measure, area..area + 1),
            Spot::Ward(ward) => self.ward(measure, ward),
            Spot::City => self.city(measure),
        }
    }

    /// A rate from its parts.
    pub fn rate(
        &self,
        (of, parts): (Lanes, Lanes),
        per: MeasureId,
        times: f32,
        spot: Spot,
    ) -> Option<Lanes> {
        let is_nobodys = !parts.any() && self.is_served_elsewhere(per, spot);
        (!is_nobodys).then(|| of.ratio(parts) * times)
    }

    /// Whether a measure is of centres and the place has none: nobody there has a rate.
    fn is_served_elsewhere(&self, measure: MeasureId, spot: Spot) -> bool {
        let centres = &self.world.geography.area_centres;
        matches!(measure.spec().chain, Chain::Staff | Chain::Meetings)
            && spot.areas(self.world.geography).all(|area| centres[area].is_empty())
    }

    fn ward(&self, measure: MeasureId, ward: usize) -> Option<Lanes> {
        if let Some(own) = self.ward_only(measure, ward) {
            return Some(own);
        }
        self.areas(measure, self.world.geography.ward_areas[ward].clone())
    }

    fn city(&self, measure: MeasureId) -> Option<Lanes> {
        if let Some(own) = self.city_only(measure) {
            return Some(own);
        }
        let is_largest = measure.spec().kind == Kind::Largest;
        let mut wards = 0..self.world.geography.n_wards();
        wards.try_fold(Lanes::ZERO, |all, ward| {
            let ward = self.ward(measure, ward)?;
            Some(if is_largest { all.at_least(ward) } else { all + ward })
        })
    }

    fn city_only(&self, measure: MeasureId) -> Option<Lanes> {
        let (town, inputs) = (self.town, self.inputs);
        match measure.spec().chain {
            Chain::Alarm if measure == MeasureId::AlarmStockout => {
                town.alarm.as_ref()?.stockout_months()
            }
            Chain::Awareness => {
                let (state, inputs) = (town.awareness.as_ref()?, inputs.awareness.as_ref()?);
                awareness::read_city(state, inputs, self.world.people, measure, self.month)
            }
            Chain::Programmes => {
                let (state, given) = (town.programmes.as_ref()?, inputs.programmes.as_ref()?);
                programmes::read::read_city(state, given, &inputs.listed, measure)
            }
            // Levers have prices, and history's own spending was never published.
            Chain::Money if inputs.money.is_known(self.month) => {
                town.money.read(&inputs.money, measure, self.month)
            }
            _ => None,
        }
    }

    /// What is a ward's own and not the sum of its areas.
    fn ward_only(&self, measure: MeasureId, ward: usize) -> Option<Lanes> {
        let centres = self.town.centres.as_ref()?;
        centres::read::read_ward(centres, self.world.geography, measure, ward)
    }

    /// The sum over some areas.
    fn areas(&self, measure: MeasureId, areas: Range<usize>) -> Option<Lanes> {
        let (town, inputs, world) = (self.town, self.inputs, self.world);
        let each = |of: &dyn Fn(usize) -> Option<Lanes>| {
            let mut sum = Lanes::ZERO;
            for area in areas.clone() {
                sum += of(area)?;
            }
            Some(sum)
        };
        match measure.spec().chain {
            Chain::Population | Chain::Households => each(&|area| self.heads(measure, area)),
            Chain::CareNeed => {
                each(&|area| Some(self.heads(measure, area)? * self.kept(measure, area)))
            }
            Chain::Alarm => town.alarm.as_ref()?.read(measure, areas),
            Chain::Staff | Chain::Meetings => {
                let (state, inputs) = (town.centres.as_ref()?, inputs.centres.as_ref()?);
                centres::read::read(state, inputs, world.geography, measure, areas)
            }
            Chain::Awareness => {
                let state = town.awareness.as_ref()?;
                each(&|area| awareness::read(state, world.people, measure, area, self.month))
            }
            Chain::Programmes => {
                let (state, given) = (town.programmes.as_ref()?, inputs.programmes.as_ref()?);
                let listed = &inputs.listed;
                each(&|area| programmes::read::read_area(state, given, listed, measure, area))
            }
            Chain::Money => None,
        }
    }

    /// The share of the certified that prevention leaves.
    fn kept(&self, measure: MeasureId, area: usize) -> Lanes {
        match (measure, &self.town.programmes) {
            (
                MeasureId::Certified
                | MeasureId::CertifiedSupport
                | MeasureId::CertifiedCare
                | MeasureId::CertifiedHeavy,
                Some(programmes),
            ) => programmes.gatherings.certified_kept_october(area),
            _ => Lanes::ONE,
        }
    }

    fn heads(&self, measure: MeasureId, area: usize) -> Option<Lanes> {
        heads(self.world.people, measure, area, self.month)
    }
}

/// People of 1 October of the fiscal year.
pub fn heads(people: &People, measure: MeasureId, area: usize, month: MonthIndex) -> Option<Lanes> {
    let year = fiscal_year(month);
    let sum = |groups: &[Group]| {
        Some(groups.iter().fold(Lanes::ZERO, |sum, g| sum + people.october(year, area, *g)))
    };
    match measure {
        MeasureId::PopTotal => sum(&[Group::Total]),
        MeasureId::Pop15To64 => sum(&[Group::Age15To64]),
        MeasureId::Pop65 => sum(&[Group::Age65To74, Group::Age75To84, Group::Age85]),
        MeasureId::Pop75 => sum(&[Group::Age75To84, Group::Age85]),
        MeasureId::Pop85 => sum(&[Group::Age85]),
        MeasureId::LivingAlone => sum(&Group::ALONE),
        MeasureId::LivingAlone75 => sum(&Group::ALONE[2..]),
        MeasureId::Certified => sum(&[Group::Support, Group::Care]),
        MeasureId::CertifiedSupport => sum(&[Group::Support]),
        MeasureId::CertifiedCare => sum(&[Group::Care]),
        MeasureId::CertifiedHeavy => sum(&[Group::Heavy]),
        MeasureId::Dementia => sum(&[Group::Dementia]),
        _ => None,
    }
}
