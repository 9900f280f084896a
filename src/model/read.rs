//! Reads a measure off a town: by area as the chains keep it, rolled up by adding in the order of
//! the tree, and rates recomputed from their parts at each place, never averaged.

use super::alarm::World;
use super::ground::{MonthIndex, fiscal_year};
use super::inputs::Spot;
use super::lanes::Lanes;
use super::people::{Group, People};
use super::town::Town;
use crate::measures::{Kind, MeasureId};

/// A measure at a place: a stock at the end of the month, a flow of the fiscal year so far.
/// `None` where the town has no figures for it or it is not known for so small a place.
pub fn at(
    town: &Town,
    world: &World<'_>,
    measure: MeasureId,
    spot: Spot,
    month: MonthIndex,
) -> Option<Lanes> {
    match measure.spec().kind {
        Kind::Ratio { of, per, times } => {
            let of = at(town, world, of, spot, month)?;
            let per = at(town, world, per, spot, month)?;
            Some(of.ratio(per) * times)
        }
        _ => match spot {
            Spot::Area(area) => by_area(town, world.people, measure, area, month),
            Spot::Ward(ward) => {
                let areas = world.geography.ward_areas[ward].clone();
                total(areas.map(Spot::Area), town, world, measure, month)
            }
            Spot::City => city_only(town, measure).or_else(|| {
                let wards = 0..world.geography.n_wards();
                total(wards.map(Spot::Ward), town, world, measure, month)
            }),
        },
    }
}

fn total(
    parts: impl Iterator<Item = Spot>,
    town: &Town,
    world: &World<'_>,
    measure: MeasureId,
    month: MonthIndex,
) -> Option<Lanes> {
    let mut sum = Lanes::ZERO;
    for part in parts {
        sum += at(town, world, measure, part, month)?;
    }
    Some(sum)
}

fn city_only(town: &Town, measure: MeasureId) -> Option<Lanes> {
    match measure {
        MeasureId::AlarmStockout => town.alarm.as_ref().and_then(|a| a.stockout_months()),
        _ => None,
    }
}

fn by_area(
    town: &Town,
    people: &People,
    measure: MeasureId,
    area: usize,
    month: MonthIndex,
) -> Option<Lanes> {
    if let Some(heads) = heads(people, measure, area, month) {
        return Some(heads);
    }
    town.alarm.as_ref().and_then(|alarm| alarm.read(measure, area))
}

/// People of 1 October of the fiscal year.
fn heads(people: &People, measure: MeasureId, area: usize, month: MonthIndex) -> Option<Lanes> {
    let year = fiscal_year(month);
    let sum = |groups: &[Group]| {
        Some(groups.iter().fold(Lanes::ZERO, |sum, g| sum + people.october(year, area, *g)))
    };
    match measure {
        MeasureId::PopTotal => sum(&[Group::Total]),
        MeasureId::Pop65 => sum(&[Group::Age65To74, Group::Age75To84, Group::Age85]),
        MeasureId::Pop75 => sum(&[Group::Age75To84, Group::Age85]),
        MeasureId::Pop85 => sum(&[Group::Age85]),
        MeasureId::LivingAlone => sum(&Group::ALONE),
        MeasureId::LivingAlone75 => sum(&Group::ALONE[2..]),
        MeasureId::Certified => sum(&[Group::Support, Group::Care]),
        MeasureId::CertifiedSupport => sum(&[Group::Support]),
        MeasureId::Dementia => sum(&[Group::Dementia]),
        _ => None,
    }
}
