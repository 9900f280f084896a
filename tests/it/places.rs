//! The tree of places: counts, codes, and adding up.

use mitoshi::facts::Municipality;
use mitoshi::i18n::{Label, Lang};
use mitoshi::places::{Level, NewPlace, PlaceError, PlaceId, Places, Ratio};
use mitoshi::sources::{Grade, Provenance, SourceId};

#[test]
fn kawasaki_has_seven_wards_forty_four_areas_and_forty_nine_centres() {
    let city = Municipality::kawasaki();
    let places = &city.places;
    assert_eq!(places.wards().count(), 7);
    assert_eq!(places.areas().count(), 44);
    assert_eq!(places.centres().count(), 49);
    for (ward, n_areas, n_centres) in
        [("14131", 8, 9), ("14134", 4, 7), ("14135", 7, 7), ("14137", 6, 7)]
    {
        let ward = places.find(ward).unwrap();
        assert_eq!(places.within(ward, Level::Area).count(), n_areas);
        assert_eq!(places.within(ward, Level::Centre).count(), n_centres);
    }
    assert!(places.areas().all(|area| (1..=2).contains(&places.children(area).len())));
    assert!(places.centres().all(|centre| places.area_of(centre).is_some()));
}

#[test]
fn real_names_are_real_and_the_others_say_illustrative() {
    let city = Municipality::kawasaki();
    let at = |code: &str| city.places.get(city.places.find(code).unwrap()).clone();
    assert_eq!(at("14134-a04").name.ja, "橘");
    assert_eq!(at("14134-a04").provenance.grade, Grade::Published);
    assert_eq!(at("14137-c01").name.ja, "片平地域包括支援センター");
    assert_eq!(at("14131-a03").name.ja, "川崎区 第3圏域（例示）");
    assert_eq!(at("14131-a03").provenance.grade, Grade::Illustrative);
    assert!(city.places.is_illustrative(city.places.find("14137-c01").unwrap()));
    assert!(!city.places.is_illustrative(city.places.find("14134-a04").unwrap()));
    let n_real = city.places.areas().filter(|area| !city.places.is_illustrative(*area)).count();
    assert_eq!(n_real, 4);
}

#[test]
fn whole_numbers_add_up_the_tree() {
    let places = Municipality::kawasaki().basis.places;
    let sums = places.roll_up(places.areas().map(|area| (area, 1_i64)));
    assert_eq!(sums[places.root().index()], 44);
    assert_eq!(sums[places.find("14131").unwrap().index()], 8);
}

/// 1 of 2 and 1 of 98 are 2 of 100. A mean of the two rates would say 25.5 %.
#[test]
fn a_rate_is_recomputed_and_never_averaged() {
    let places = Municipality::kawasaki().basis.places;
    let areas: Vec<PlaceId> = places.areas().take(2).collect();
    let sums = places.roll_up([(areas[0], Ratio::new(1, 2)), (areas[1], Ratio::new(1, 98))]);
    assert_eq!(sums[places.root().index()].value(), Some(0.02));
    assert_eq!(Ratio::new(0, 0).value(), None);
}

/// Where there is neither scaling nor dividing, nobody can write a mean of rates.
#[test]
fn the_type_of_a_rate_has_no_way_to_be_averaged() {
    let source = include_str!("../../src/places/roll_up.rs");
    for operator in ["Div", "Mul", "Sub", "Sum", "fn mean", "fn average"] {
        assert!(
            !source.contains(operator),
            "src/places/roll_up.rs names {operator}: a rate adds its two counts and nothing else; \
             take it out again"
        );
    }
}

#[test]
fn an_area_without_a_centre_is_served_by_those_of_its_ward() {
    let places = Places::build(vec![
        new("1", Level::Municipality, ""),
        new("1-w01", Level::Ward, "1"),
        new("1-a01", Level::Area, "1-w01"),
        new("1-a02", Level::Area, "1-w01"),
        new("1-c01", Level::Centre, "1-a01"),
    ])
    .unwrap();
    let [a, b] = ["1-a01", "1-a02"].map(|code| places.find(code).unwrap());
    let centre = places.find("1-c01").unwrap();
    assert_eq!(places.centres_serving(a), [centre]);
    assert_eq!(places.centres_serving(b), [centre]);
}

#[test]
fn a_list_that_is_no_tree_is_refused_in_words() {
    check_refused(vec![new("1-w01", Level::Ward, "1")], "1-w01 の親 1 が見つかりません。");
    check_refused(
        vec![new("1", Level::Municipality, ""), new("1-c01", Level::Centre, "1")],
        "1-c01 は 1 の下に置けません。",
    );
    check_refused(
        vec![new("1", Level::Municipality, ""), new("1", Level::Ward, "1")],
        "コード 1 が2回出てきます。",
    );
    check_refused(vec![], "市区町村の行がありません。");
}

#[track_caller]
fn check_refused(list: Vec<NewPlace>, words: &str) {
    let error: PlaceError = Places::build(list).unwrap_err();
    assert!(error.describe(Lang::Ja).starts_with(words), "{}", error.describe(Lang::Ja));
    assert!(error.describe(Lang::En).contains(". "), "{}", error.describe(Lang::En));
}

fn new(code: &str, level: Level, parent: &str) -> NewPlace {
    NewPlace {
        code: code.into(),
        level,
        parent: Some(parent.into()).filter(|_| level != Level::Municipality),
        name: Label::new(code, code),
        provenance: Provenance::new(SourceId::TownFrame, Grade::Assumed),
        is_implicit: false,
        note: Label::default(),
    }
}
