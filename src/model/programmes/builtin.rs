//! The programmes of the plan, declared. One that a municipality has no observation of is left out,
//! but for consultations and rehabilitation, which every centre has: they are assumed alone.
//!
//! An assumption that was judged for one municipality's number is scaled by another's own.

use super::{Acts, Cost, Costed, Driver, Nature, Pace, Programme, Rate, Seen, Spread};
use crate::assumptions::AssumptionId;
use crate::assumptions::programmes::judged_for;
use crate::facts::Basis;
use crate::facts::observation::Kind;
use crate::i18n::Label;
use crate::levers::LeverId;
use crate::measures::MeasureId;
use crate::model::people::Group;
use crate::model::shock_table::Hit;

const TREND: AssumptionId = AssumptionId::of("pg_resident_trend");
const RECOVER: AssumptionId = AssumptionId::of("pg_resident_recover");
const SITES: AssumptionId = AssumptionId::of("pg_sites_final");
const PARTNERS: AssumptionId = AssumptionId::of("pg_partners_growth");
const REPORTS: AssumptionId = AssumptionId::of("pg_watch_reports");
const WATCHED: AssumptionId = AssumptionId::of("pg_watch_share");
const COOKER: AssumptionId = AssumptionId::of("pg_aids_cooker");
const EXTINGUISHER: AssumptionId = AssumptionId::of("pg_aids_ext");
const COUNCIL: AssumptionId = AssumptionId::of("pg_council");
const COMPLEX: AssumptionId = AssumptionId::of("pg_complex_share");
const CONSULT: AssumptionId = AssumptionId::of("pg_consult_rate");
const REHAB: AssumptionId = AssumptionId::of("pg_rehab_visits");
const SUBSIDY: AssumptionId = AssumptionId::of("ef_pg_resident");
const SITE_YEN: AssumptionId = AssumptionId::of("mo_site");
const RESIDENT_YEN: AssumptionId = AssumptionId::of("mo_resident");
const PARTNER_YEN: AssumptionId = AssumptionId::of("mo_watch_partner");

/// Visits were to come back three years after the pandemic's; sites were judged for as long.
const THREE_YEARS: u32 = 36;

pub(super) const OLD: &[Group] = &[Group::Age65To74, Group::Age75To84, Group::Age85];
pub(super) const ALONE: &[Group] = &Group::ALONE;

/// The built-in programmes of a municipality, those that others go with first.
#[inline]
pub fn programmes(city: &Basis) -> Vec<Programme> {
    let mut list = Vec::new();
    list.extend(resident_led(city));
    list.extend(sites(city));
    watch_network(city, &mut list);
    survey(city, &mut list);
    for (measure, id, judged) in [
        (MeasureId::AidCooker, COOKER, judged_for::COOKERS),
        (MeasureId::AidExtinguisher, EXTINGUISHER, judged_for::EXTINGUISHERS),
    ] {
        list.extend(aid(city, measure, id, judged));
    }
    list.extend(council(city));
    consultations(&mut list);
    list
}

/// A built-in programme with what was seen of it.
#[inline]
fn built_in(measure: MeasureId, nature: Nature, pace: Pace, seen: Vec<Seen>) -> Programme {
    let spec = measure.spec();
    let label = Label::new(spec.label.ja, spec.label.en);
    let unit = Label::new(spec.unit.ja, spec.unit.en);
    let own = Programme::own(spec.key, label, unit, nature, seen);
    Programme { pace, measure: Some(measure), ..own }
}

#[inline]
pub(super) fn seen(city: &Basis, measure: MeasureId) -> Vec<Seen> {
    let told = city.observed_before_plan(measure.spec().key, city.places.root()).into_iter();
    let dated = told.filter_map(|seen| {
        Some(Seen {
            month: u32::try_from(seen.when.last_month()?.0).ok()?,
            value: seen.value as f32,
            is_estimate: seen.kind != Kind::Actual,
            error_sd: seen.error_sd.map(|sd| sd as f32),
        })
    });
    dated.collect()
}

#[inline]
fn assumed(id: AssumptionId, times: f32) -> Rate {
    Rate::Assumed { id, times }
}

#[inline]
fn cost(id: AssumptionId, times: f32, of: Costed) -> Option<Cost> {
    Some(Cost { yen: assumed(id, times), of })
}

/// Visits to resident-led support: back to a share of the last year before the pandemic.
#[inline]
fn resident_led(city: &Basis) -> Option<Programme> {
    let measure = MeasureId::Participants;
    let seen = seen(city, measure);
    let last = seen.last()?;
    let normal = seen.iter().rev().find(|s| !s.is_estimate).unwrap_or(last).value;
    let pace = Pace::Reaching {
        months: THREE_YEARS,
        value: assumed(RECOVER, normal),
        then: assumed(TREND, 1.0),
    };
    Some(Programme {
        hit: Some(Hit::Gatherings),
        lever: Some((LeverId::ResidentSupport, Acts::Doubled(SUBSIDY))),
        spread: Some(Spread::Elderly),
        cost: cost(RESIDENT_YEN, 1.0, Costed::Each),
        ..built_in(measure, Nature::Count, pace, seen)
    })
}

/// Small-area sites: a matter of budget, in a straight line to what is expected.
#[inline]
fn sites(city: &Basis) -> Option<Programme> {
    let measure = MeasureId::Sites;
    let seen = seen(city, measure);
    let times = seen.last()?.value / judged_for::SITES;
    let pace = Pace::Reaching {
        months: THREE_YEARS,
        value: assumed(SITES, times),
        then: Rate::Given(0.0),
    };
    Some(Programme {
        is_decided: true,
        lever: Some((LeverId::SitesExtra, Acts::Adds)),
        cost: cost(SITE_YEN, 1e6, Costed::Each),
        ..built_in(measure, Nature::Stock, pace, seen)
    })
}

/// Partners by type, and their reports by kind in the shares that were seen.
#[inline]
fn watch_network(city: &Basis, list: &mut Vec<Programme>) {
    let types = [MeasureId::WatchVisiting, MeasureId::WatchShop];
    let known = types.map(|measure| seen(city, measure));
    let all: f32 = known.iter().filter_map(|seen| seen.last()).map(|seen| seen.value).sum();
    let mut partners = Vec::new();
    for (measure, seen) in types.into_iter().zip(known) {
        let Some(last) = seen.last() else { continue };
        let share = last.value / all.max(1.0);
        let yearly = assumed(PARTNERS, share * all / judged_for::PARTNERS);
        partners.push(list.len());
        list.push(Programme {
            lever: Some((LeverId::WatchPartners, Acts::AddsYearly(share))),
            cost: cost(PARTNER_YEN, 1e3, Costed::New),
            ..built_in(measure, Nature::Stock, Pace::Adding { yearly, fills_up: false }, seen)
        });
    }
    let kinds = [
        MeasureId::WatchHospital,
        MeasureId::WatchAway,
        MeasureId::WatchFoundDead,
        MeasureId::WatchOther,
    ];
    let known = kinds.map(|measure| seen(city, measure));
    let all: f32 = known.iter().filter_map(|seen| seen.last()).map(|seen| seen.value).sum();
    for (measure, seen) in kinds.into_iter().zip(known) {
        let Some(last) = seen.last().filter(|_| !partners.is_empty()) else { continue };
        let pace = Pace::Held(assumed(REPORTS, last.value / all.max(1.0)));
        list.push(Programme {
            driver: Driver::Programmes(partners.clone()),
            ..built_in(measure, Nature::Count, pace, seen)
        });
    }
}

/// The survey of people living alone, and those it leads to being watched over.
#[inline]
fn survey(city: &Basis, list: &mut Vec<Programme>) {
    let surveyed = seen(city, MeasureId::Surveyed);
    if surveyed.is_empty() {
        return;
    }
    let programme = list.len();
    list.push(Programme {
        driver: Driver::People { groups: ALONE, for_each: false },
        spread: Some(Spread::Alone),
        ..built_in(MeasureId::Surveyed, Nature::Count, Pace::Counted, surveyed)
    });
    let watched = seen(city, MeasureId::Watched);
    let pace = Pace::PartOf { programme, share: assumed(WATCHED, 0.01) };
    list.push(Programme {
        spread: Some(Spread::Alone),
        ..built_in(MeasureId::Watched, Nature::Count, pace, watched)
    });
}

/// Aids for daily living, at most at the ceiling of their price.
#[inline]
fn aid(city: &Basis, measure: MeasureId, id: AssumptionId, judged: f32) -> Option<Programme> {
    let seen = seen(city, measure);
    let n = seen.len() as f32;
    let mean = seen.iter().map(|seen| seen.value).sum::<f32>() / n;
    seen.last()?;
    let limit = format!("{}_limit", measure.spec().key);
    let limit = city.observed(&limit, city.places.root()).last().map(|seen| seen.value as f32);
    let pace = Pace::Held(assumed(id, mean / judged));
    Some(Programme {
        cost: limit.map(|yen| Cost { yen: Rate::Given(yen), of: Costed::Each }),
        ..built_in(measure, Nature::Count, pace, seen)
    })
}

/// Organisations in the liaison council: the more have joined, the fewer are left to join.
#[inline]
fn council(city: &Basis) -> Option<Programme> {
    let measure = MeasureId::Council;
    let seen = seen(city, measure);
    let yearly = assumed(COUNCIL, seen.last()?.value / judged_for::COUNCIL);
    Some(built_in(measure, Nature::Stock, Pace::Adding { yearly, fills_up: true }, seen))
}

/// Consultations, those with combined issues, and visits of rehabilitation professionals.
#[inline]
fn consultations(list: &mut Vec<Programme>) {
    let programme = list.len();
    let pace = Pace::Held(assumed(CONSULT, 1.0));
    list.push(Programme {
        driver: Driver::People { groups: OLD, for_each: true },
        hit: Some(Hit::Calls),
        spread: Some(Spread::Elderly),
        ..built_in(MeasureId::Consultations, Nature::Count, pace, Vec::new())
    });
    let pace = Pace::PartOf { programme, share: assumed(COMPLEX, 1.0) };
    list.push(Programme {
        spread: Some(Spread::Elderly),
        ..built_in(MeasureId::ComplexCases, Nature::Count, pace, Vec::new())
    });
    let pace = Pace::Held(assumed(REHAB, 0.01));
    list.push(Programme {
        driver: Driver::Gatherings,
        ..built_in(MeasureId::RehabVisits, Nature::Count, pace, Vec::new())
    });
}
