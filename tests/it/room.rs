//! What the forecast room works with: its tables, and the small sums behind its words.

use std::rc::Rc;

use crate::asking::blank;
use mitoshi::engine::bands::PERCENTS;
use mitoshi::engine::chance::{Sense, chance_of_band};
use mitoshi::engine::moved::moves;
use mitoshi::engine::pyramid::pyramids;
use mitoshi::engine::quick::Quick;
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::model::inputs::Spot;
use mitoshi::protocol::Answer;
use mitoshi::scenario::Scenario;
use mitoshi::ui::rooms::forecast::levers::row::held;
use mitoshi::ui::rooms::forecast::moved::change;
use mitoshi::ui::rooms::forecast::picker::is_meant;
use mitoshi::ui::rooms::forecast::pushes::{Wish, push};
use mitoshi::ui::rooms::forecast::series::breakdown::{self, BREAKDOWNS};
use mitoshi::worker::desk::City;

const BAND: [f32; PERCENTS.len()] = [50.0, 100.0, 250.0, 500.0, 750.0, 900.0, 950.0];

#[track_caller]
fn check_chance(target: f32, at_least: f64) {
    let found = chance_of_band(&BAND, Sense::AtLeast, target);
    assert!((found - at_least).abs() < 1e-6, "at least {target}: {found}");
    let other = chance_of_band(&BAND, Sense::AtMost, target);
    assert!((found + other - 1.0).abs() < 1e-9, "{target}: both ways are not one");
}

#[test]
fn a_chance_is_read_off_a_band() {
    check_chance(500.0, 0.5);
    check_chance(250.0, 0.75);
    // Half-way between the quarter and the median.
    check_chance(375.0, 0.625);
    check_chance(0.0, 1.0);
    check_chance(2_000.0, 0.0);
}

#[test]
fn a_band_of_one_value_is_met_or_not() {
    let flat = [7.0; PERCENTS.len()];
    assert!((chance_of_band(&flat, Sense::AtLeast, 7.0) - 1.0).abs() < 1e-9);
    assert!(chance_of_band(&flat, Sense::AtLeast, 8.0) < 1e-9);
}

#[test]
fn the_strongest_move_stands_first_and_small_ones_are_left_out() {
    let shifted = |by: f32| BAND.map(|value| value + by);
    let bands = [
        (MeasureId::PopTotal, Some(BAND), Some(shifted(1.0))),
        (MeasureId::AlarmTotal, Some(BAND), Some(shifted(-400.0))),
        (MeasureId::Meetings, Some(BAND), Some(shifted(200.0))),
        (MeasureId::Premium, None, Some(BAND)),
    ];
    let found = moves(bands.into_iter());
    let order: Vec<MeasureId> = found.iter().map(|moved| moved.measure).collect();
    assert_eq!(order, [MeasureId::AlarmTotal, MeasureId::Meetings]);
    assert!((found[0].widths + 0.5).abs() < 1e-6, "400 of the 800 between p10 and p90");
}

/// An answer of one measure's cell a year: the municipality's, and the same without measures.
fn answered(city: Option<f32>, baseline: f32) -> Answer {
    let cell = |value: f32| BAND.map(|_| value);
    Answer {
        n_draws: 1,
        first_year: 2023,
        n_years: 1,
        city: vec![city.map(cell)],
        baseline: vec![Some(cell(baseline))],
        ..blank(1, 1)
    }
}

#[test]
fn what_was_before_a_change_is_known_from_the_first_moment() {
    let setting = |value| Setting {
        lever: LeverId::AlarmPublicity,
        place: String::new(),
        value,
        start_month: 0,
        ramp_months: 0,
    };
    let with = |value| Scenario {
        policy: Policy::default().with(setting(value)).unwrap(),
        ..Scenario::default()
    };
    let after = Rc::new(answered(Some(9.0), 5.0));
    let check = |was: &Scenario, before: Option<Answer>, expected: Option<f32>, is_rough: bool| {
        let found = change(was, before.as_ref(), &with(2.0), &after).unwrap();
        assert_eq!(found.before.city(0, 2023).map(|band| band[0]), expected);
        assert_eq!(found.is_from_nothing, is_rough);
    };
    let today = Scenario::default();
    check(&today, Some(answered(Some(4.0), 4.0)), Some(4.0), false);
    // The page brings only a part along: without measures is what it would have said.
    check(&today, Some(answered(None, 4.0)), Some(5.0), false);
    check(&today, None, Some(5.0), false);
    // Something had been decided, and its answer was not waited for: said so.
    check(&with(1.5), None, Some(5.0), true);
    // In another world the run without measures is not what there was.
    check(&Scenario { seed: 2, ..today }, Some(answered(None, 4.0)), None, false);
}

#[test]
fn the_levers_that_help_a_target_are_found_with_their_better_end() {
    let city = City::new(Municipality::kawasaki().basis);
    let wish = Wish::of(&city, MeasureId::Meetings);
    let scenario = Scenario::default();
    let mut quick = Quick::new(city.ground.clone(), scenario.ranges, scenario.script, 1);
    let mut at = |lever| push(&mut quick, &city, &Policy::default(), lever, wish);
    let individual = at(LeverId::PlanIndividual).unwrap();
    assert_eq!(individual.value, LeverId::PlanIndividual.spec().max);
    assert!(20.0 < individual.gain && 0.0 < individual.cost, "{individual:?}");
    assert!(20.0 < at(LeverId::MeetRing).unwrap().gain);
    // Joint meetings count once, so no end of that lever brings more of them.
    assert_eq!(at(LeverId::MeetJoint), None);
}

#[test]
fn pyramids_of_wards_add_up_to_the_city() {
    let city = City::new(Municipality::kawasaki().basis);
    let ranges = Default::default();
    let people = |spot| -> f64 {
        let heads = pyramids(&city.ground, &ranges, 1, spot, 2023..=2023);
        heads[0].iter().flatten().sum()
    };
    let n_wards = city.ground.geography.n_wards();
    let wards: f64 = (0..n_wards).map(|ward| people(Spot::Ward(ward))).sum();
    let whole = people(Spot::City);
    assert!((wards - whole).abs() < 1.0, "{wards} against {whole}");
}

#[test]
fn the_nearest_setting_wins() {
    let city = City::new(Municipality::kawasaki().basis);
    let lever = LeverId::AlarmPublicity;
    let at = |policy: &Policy, place: &str, value| {
        let setting =
            Setting { lever, place: place.to_owned(), value, start_month: 0, ramp_months: 0 };
        policy.with(setting).unwrap()
    };
    let policy = at(&at(&Policy::default(), "", 2.0), "14134", 1.5);
    let value = |scope: &str| {
        let held = held(&policy, &city, lever, scope);
        (held.own.map(|own| own.value), held.else_value, held.else_from)
    };
    assert_eq!(value(""), (Some(2.0), 1.0, None));
    assert_eq!(value("14134"), (Some(1.5), 2.0, Some(String::new())));
    assert_eq!(value("14134-a01"), (None, 1.5, Some("14134".to_owned())));
    assert_eq!(value("14131"), (None, 2.0, Some(String::new())));
}

#[test]
fn figures_of_other_cities_are_known_to_the_facts() {
    let city = Municipality::kawasaki();
    for lever in LeverId::all() {
        for key in lever.peers() {
            assert!(city.measure(key).is_some(), "{}: nobody knows {key}", lever.spec().key);
            let has_one = city.peers.iter().any(|peer| peer.measure.as_str() == *key);
            assert!(has_one, "{}: no other city has {key}", lever.spec().key);
        }
    }
}

#[test]
fn every_breakdown_is_found_by_a_measure() {
    for of in BREAKDOWNS {
        let found = MeasureId::all().filter_map(breakdown::of).any(|b| b.key == of.key);
        assert!(found, "no measure shows {}", of.key);
    }
}

#[test]
fn a_measure_is_found_in_either_language() {
    assert!(is_meant(MeasureId::Turnover, "離職"));
    assert!(is_meant(MeasureId::Turnover, " TURNOVER "));
    assert!(!is_meant(MeasureId::Turnover, "機器"));
}
