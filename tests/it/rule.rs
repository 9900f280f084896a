//! What a target of the municipality asks of its wards and areas, by each rule.

use mitoshi::engine::chance::{Aim, At, Sense, Target};
use mitoshi::engine::ground::Ground;
use mitoshi::engine::rule::{Rule, Shares};
use mitoshi::facts::Municipality;
use mitoshi::facts::observation::Origin;
use mitoshi::measures::MeasureId;
use mitoshi::places::{Level, PlaceId};
use mitoshi::scenario::Scenario;

const fn aim(measure: MeasureId, value: f32) -> Aim {
    Aim { measure, fiscal_year: 2022, sense: Sense::AtLeast, value }
}

const MEETINGS: Aim = aim(MeasureId::Meetings, 490.0);

/// What each place of a level is to reach, where each had as much as its position before the plan.
fn shares(city: &Municipality, of: (&Aim, Rule), level: Level, set: &[Target]) -> Vec<Option<f64>> {
    let ground = Ground::new(city);
    let now = |place: PlaceId| Some(f64::from(place.0));
    let shares = Shares::new(city, of, level, &now);
    let one = |place| shares.of(place, ground.spot(city.places.code(place)), set);
    city.places.at_level(level).map(one).collect()
}

#[test]
fn what_is_asked_of_the_places_is_what_is_asked_of_all() {
    let city = Municipality::kawasaki();
    for rule in [Rule::Elderly, Rule::Centres, Rule::Present] {
        for level in [Level::Ward, Level::Area] {
            let sum: f64 = shares(&city, (&MEETINGS, rule), level, &[]).iter().flatten().sum();
            assert!((sum - 490.0).abs() < 1e-6, "{rule:?} {level:?}: {sum}");
        }
    }
}

#[test]
fn each_centre_and_each_present_one_weighs_the_same() {
    let city = Municipality::kawasaki();
    // 490 meetings for 49 centres: ten for each.
    let by_centre = shares(&city, (&MEETINGS, Rule::Centres), Level::Area, &[]);
    for (area, share) in city.places.areas().zip(by_centre) {
        let n_centres = city.places.within(area, Level::Centre).count();
        assert!((share.unwrap() - 10.0 * n_centres as f64).abs() < 1e-9, "{area:?}: {share:?}");
    }
    let wards: Vec<PlaceId> = city.places.wards().collect();
    let by_now = shares(&city, (&MEETINGS, Rule::Present), Level::Ward, &[]);
    let (first, last) = (by_now[0].unwrap(), by_now[6].unwrap());
    let expected = f64::from(wards[6].0) / f64::from(wards[0].0);
    assert!((last / first - expected).abs() < 1e-9, "{last} / {first} is not {expected}");
}

/// A share per centre where there are none, and a value before the plan that nobody knows.
#[test]
fn what_nothing_is_known_of_is_asked_nothing() {
    let city = Municipality::kawasaki();
    let unknown = |_: PlaceId| None;
    let shares = Shares::new(&city, (&MEETINGS, Rule::Present), Level::Ward, &unknown);
    let ward = city.places.wards().next().unwrap();
    assert_eq!(shares.of(ward, None, &[]), None);
    let none = |_: PlaceId| Some(0.0);
    let shares = Shares::new(&city, (&MEETINGS, Rule::Present), Level::Ward, &none);
    assert_eq!(shares.of(ward, None, &[]), None);
}

#[test]
fn a_rate_and_the_worst_place_are_asked_of_all_alike() {
    let city = Municipality::kawasaki();
    let largest = MeasureId::all().find(|m| m.spec().kind == mitoshi::measures::Kind::Largest);
    for measure in [MeasureId::AwarenessMeasured, MeasureId::Turnover, largest.unwrap()] {
        for rule in [Rule::Elderly, Rule::Centres, Rule::Present] {
            let found = shares(&city, (&aim(measure, 50.0), rule), Level::Ward, &[]);
            assert_eq!(found, [Some(50.0); 7], "{measure:?} {rule:?}");
        }
    }
}

#[test]
fn by_hand_only_those_set_for_the_place_count() {
    let city = Municipality::kawasaki();
    let ground = Ground::new(&city);
    let at = |code: &str| Some(At::One(ground.spot(code).unwrap()));
    let own = |at, aim| Target { aim, at, origin: Origin::Own, is_on: true };
    let other_year = Aim { fiscal_year: 2023, ..aim(MeasureId::Meetings, 9.0) };
    let set = [
        own(None, MEETINGS),
        own(at("14132"), aim(MeasureId::Meetings, 60.0)),
        own(at("14132"), aim(MeasureId::Meetings, 70.0)),
        own(at("14133"), aim(MeasureId::Filled, 20.0)),
        own(at("14134"), other_year),
    ];
    let found = shares(&city, (&MEETINGS, Rule::ByHand), Level::Ward, &set);
    assert_eq!(found, [None, Some(70.0), None, None, None, None, None]);
}

#[test]
fn a_document_without_a_rule_shares_out_by_people_and_an_unknown_one_is_refused() {
    let plain = Scenario::default().to_json();
    assert!(!plain.contains("area_rule"), "{plain}");
    assert_eq!(Scenario::from_json(&plain).unwrap().area_rule, Rule::Elderly);
    let with = Scenario { area_rule: Rule::Centres, ..Scenario::default() };
    let text = with.to_json();
    assert!(text.contains("\"area_rule\":\"centres\""), "{text}");
    assert_eq!(Scenario::from_json(&text), Ok(with.clone()));
    assert_eq!(with.essence_json(), Scenario::default().essence_json(), "it changes no result");
    let wrong = text.replace("\"centres\"", "\"by_magic\"");
    assert!(Scenario::from_json(&wrong).is_err());
}
