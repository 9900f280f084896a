//! The built-in municipalities: what they hold, and that it adds up.

use mitoshi::facts::Municipality;
use mitoshi::facts::age::{AgeCut, Sex};
use mitoshi::facts::check::{check, people_by_centre, sums};
use mitoshi::facts::figures::{Section, table};
use mitoshi::facts::observation::{Direction, Kind, Origin, TargetPlace};
use mitoshi::facts::report;
use mitoshi::i18n::Lang;
use mitoshi::sources::Grade;
use mitoshi::units::{FiscalYear, When};

#[test]
fn wards_add_up_to_the_city_for_every_sex_age_and_year() {
    let city = Municipality::kawasaki();
    let edition = city.population.edition.as_ref().unwrap();
    assert_eq!(edition.groups.cut(), AgeCut::FiveYear);
    assert_eq!(edition.dates().len(), 7);
    let mut n_cells = 0;
    for date in edition.dates() {
        for sex in Sex::BOTH {
            let whole = edition.row(city.places.root(), date.year, sex).unwrap();
            for (index, people) in whole.iter().enumerate() {
                let ward = |ward| edition.row(ward, date.year, sex).unwrap()[index];
                assert_eq!(city.places.wards().map(ward).sum::<u32>(), *people);
                n_cells += 1;
            }
        }
    }
    assert_eq!(n_cells, 7 * 2 * 19);
}

#[test]
fn areas_add_up_to_wards_and_centres_to_the_city() {
    for municipality in [Municipality::kawasaki(), Municipality::asago()] {
        assert_eq!(check(&municipality), []);
        let rows = sums(&municipality);
        assert!(rows.iter().all(|row| row.adds_up()), "{rows:?}");
        assert!(rows.len() >= 6);
    }
    let city = Municipality::kawasaki();
    let by_centre = people_by_centre(&city, 65);
    assert_eq!(by_centre.len(), 49);
    let all: i64 = by_centre.iter().map(|(_, people)| people).sum();
    let whole = city.population.base.from_age(city.places.root(), 2020, 65).unwrap();
    assert_eq!(all, whole.persons());
}

#[test]
fn the_published_totals_of_the_2018_edition_are_in_the_table() {
    let city = Municipality::kawasaki();
    let edition = city.population.edition.as_ref().unwrap();
    for (year, total, old) in [
        (2015, 1_475_213, 287_336),
        (2020, 1_518_050, 316_995),
        (2025, 1_545_896, 335_555),
        (2030, 1_561_833, 363_478),
        (2040, 1_562_480, 443_461),
        (2045, 1_549_981, 466_895),
    ] {
        let root = city.places.root();
        assert_eq!(edition.total(root, year).unwrap().persons(), total);
        assert_eq!(edition.from_age(root, year, 65).unwrap().persons(), old);
    }
}

#[test]
fn the_illustrative_areas_differ_and_say_what_they_are() {
    let city = Municipality::kawasaki();
    let areas = &city.population.areas;
    assert_eq!(areas.provenance.grade, Grade::Illustrative);
    for ward in city.places.wards() {
        let children = city.places.children(ward);
        let old = |area| areas.from_age(area, 2020, 65).unwrap();
        let shares: Vec<f64> = children
            .iter()
            .map(|area| old(*area).over(areas.total(*area, 2020).unwrap()).value().unwrap())
            .collect();
        let sizes: Vec<i64> = children.iter().map(|area| old(*area).persons()).collect();
        let (min, max) = (
            shares.iter().copied().fold(1.0, f64::min),
            shares.iter().copied().fold(0.0, f64::max),
        );
        assert!(max - min > 0.01 && max - min < 0.15, "{shares:?}");
        assert!(sizes.iter().all(|size| (2_000..20_000).contains(size)), "{sizes:?}");
    }
    assert_eq!(city, Municipality::kawasaki());
}

#[test]
fn history_carries_its_dates_kinds_and_errors() {
    let city = Municipality::kawasaki();
    let root = city.places.root();
    let portable: Vec<_> = city
        .observed("alarm_portable", root)
        .iter()
        .map(|seen| (seen.when, seen.kind, seen.value, seen.error_sd))
        .collect();
    let year = |year| When::FiscalYear(FiscalYear(year));
    assert_eq!(
        portable,
        [
            (year(2018), Kind::Actual, 535.0, None),
            (year(2019), Kind::Actual, 729.0, None),
            (year(2020), Kind::Estimate, 923.0, Some(40.0)),
        ]
    );
    let vacancies = city.observed("staff_vacancies", root);
    assert_eq!(vacancies[0].when, When::parse("2020-06").unwrap());
}

#[test]
fn the_plan_has_two_targets_and_ours_are_switched_off() {
    let city = Municipality::kawasaki();
    let root = TargetPlace::At(city.places.root());
    let plan: Vec<_> = city
        .targets
        .iter()
        .filter(|target| target.origin == Origin::Plan)
        .map(|target| {
            (target.measure.as_str(), target.place, target.year, target.direction, target.value)
        })
        .collect();
    assert_eq!(
        plan,
        [
            ("care_meetings", root, FiscalYear(2022), Direction::AtLeast, 400.0),
            ("centre_awareness", root, FiscalYear(2022), Direction::AtLeast, 50.0),
        ]
    );
    let own = city.targets.iter().filter(|target| target.origin == Origin::Own);
    assert!(own.clone().count() >= 5 && own.clone().all(|target| !target.is_on));
}

#[test]
fn a_small_town_is_read_by_the_same_reader() {
    let town = Municipality::asago();
    assert_eq!(town.code, "28225");
    assert_eq!(town.places.centres().count(), 1);
    assert!(town.places.wards().all(|ward| town.places.get(ward).is_implicit));
    assert!(town.population.edition.is_none());
    let root = town.places.root();
    assert_eq!(town.population.base.total(root, 2018).unwrap().persons(), 31_053);
    assert_eq!(town.population.base.from_age(root, 2018, 65).unwrap().persons(), 10_341);
    assert_eq!(town.population.base.provenance.grade, Grade::Assumed);
}

#[test]
fn national_profiles_are_worked_out_from_what_was_published() {
    let national = Municipality::kawasaki().basis.national;
    for (sex, shares) in [
        (Sex::Male, [0.150, 0.156, 0.140, 0.142, 0.166]),
        (Sex::Female, [0.141, 0.200, 0.233, 0.293, 0.258]),
    ] {
        for (age, share) in [65, 70, 75, 80, 85].into_iter().zip(shares) {
            let worked_out = national.living_alone[sex.index()].at(age).unwrap();
            assert!((worked_out - share).abs() < 0.0006, "{sex:?} {age}: {worked_out}");
        }
    }
    // Life expectancy at birth as published: 81.56 and 87.71 in 2020.
    for (sex, years) in [(Sex::Male, 81.56), (Sex::Female, 87.71)] {
        let table = national.life_table(2020, sex).unwrap();
        let mut alive = 1.0;
        let mut expectancy = 0.0;
        for qx in &table.qx {
            expectancy += alive * (1.0 - qx / 2.0);
            alive *= 1.0 - qx;
        }
        assert!((expectancy - years).abs() < 0.03, "{sex:?}: {expectancy}");
    }
    assert!((national.level_mix.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((national.level_mix[0] - 0.281).abs() < 0.001);
    assert_eq!(national.certification.at(92), Some(0.727));
    let asada = national.dementia("asada_2013_dementia").unwrap();
    assert_eq!(asada.by_age.len(), 2);
    assert!(national.dementia("ninomiya_2024_dementia").is_some());
}

#[test]
fn the_table_can_be_searched_in_both_languages() {
    let city = Municipality::kawasaki();
    let rows = table(&city);
    let found = |search| rows.iter().filter(|row| row.matches(&city, search)).count();
    assert_eq!(found("携帯型 見込み"), 1);
    assert_eq!(found("portable estimate"), 1);
    assert!(found("例示") >= 40 * 4);
    assert_eq!(found("そんなものはない"), 0);
    assert!(rows.iter().any(|row| row.section == Section::Peer && row.place.ja == "新潟市"));
}

#[test]
fn the_report_tells_the_table_the_sums_and_the_sources() {
    let city = Municipality::kawasaki();
    let ja = report(&city, Lang::Ja, "");
    for words in [
        "川崎市 (14130)",
        "計画期間 (第8期): 令和3年度 (2021) – 令和5年度 (2023)",
        "地域ケア圏域: 44",
        "地域包括支援センター: 49",
        "923台",
        "例示",
        "検査：問題はありません",
    ] {
        assert!(ja.contains(words), "the report does not say {words}");
    }
    let en = report(&city, Lang::En, "portable");
    assert!(en.contains("923 devices") && en.contains("FY2020 (Reiwa 2)"), "{en}");
    assert!(en.contains("Checked: nothing is wrong"));
}

/// The split is the same on every machine and at every start: its numbers are committed.
#[test]
fn the_illustrative_split_stays_as_it_is() {
    let city = Municipality::kawasaki();
    let mut text = String::from("# 65+ of the base year by care area; the split is illustrative\n");
    for area in city.places.areas() {
        let old = city.population.areas.from_age(area, 2020, 65).unwrap();
        text += &format!("{},{}\n", city.places.code(area), old.persons());
    }
    assert_eq!(text.lines().count(), 1 + 44);
    crate::golden::check_golden("areas_65.csv", &text);
}

/// An area that is published by name still has made-up people, and says so wherever it is shown.
#[test]
fn invented_numbers_are_marked_under_real_names_too() {
    let city = Municipality::kawasaki();
    let [ward, area] = ["14134", "14134-a01"].map(|code| city.places.find(code).unwrap());
    assert!(!city.places.is_illustrative(area), "高津第1 is a published name");
    assert!(city.is_illustrative(area) && !city.is_illustrative(ward));
    assert!(!city.is_illustrative(city.places.root()));
    let of_areas =
        sums(&city).into_iter().filter(|row| city.places.areas().any(|a| a == row.place));
    assert!(of_areas.clone().count() > 0 && of_areas.clone().all(|row| row.is_illustrative));
    let text = report(&city, Lang::Ja, "そんなものはない");
    assert!(text.contains("高津第1（例示） 65歳以上: "), "{text}");
    assert!(text.contains("高津区 65歳以上: "), "{text}");
    assert!(!text.contains("（例示）（例示）"));
    let town = Municipality::asago();
    assert!(town.places.ids().all(|place| !town.is_illustrative(place)));
}

/// One key for one thing: what a target or a history dot is about is what the model computes.
#[test]
fn targets_and_history_meet_the_models_own_measures() {
    use mitoshi::measures::{Level as Known, MeasureId};
    let city = Municipality::kawasaki();
    for target in &city.targets {
        let key = target.measure.as_str();
        let known = MeasureId::find(key).unwrap_or_else(|| panic!("{key} is not computed")).spec();
        let is_at_level = match target.place {
            TargetPlace::At(place) => place == city.places.root(),
            TargetPlace::EachWard => known.level != Known::City,
            TargetPlace::EachArea => known.level == Known::Area,
            TargetPlace::EachCentre => false,
        };
        assert!(is_at_level, "{key} is not computed for {:?}", target.place);
    }
    let root = city.places.root();
    for key in ["population", "pop_75", "living_alone", "living_alone_share", "certified"] {
        assert!(MeasureId::find(key).is_some() && !city.observed(key, root).is_empty(), "{key}");
    }
}

#[test]
fn what_a_source_expects_is_no_estimate_of_today() {
    let city = Municipality::kawasaki();
    let rows = table(&city);
    let edition = rows.iter().filter(|row| row.section == Section::Projection);
    for row in edition {
        let kind =
            if row.when == When::parse("2015-10-01").unwrap() { "計算" } else { "将来推計" };
        assert_eq!(row.kind.ja, kind, "{:?} {:?}", row.place, row.when);
    }
    let ahead = |when: When| when.fiscal_year().is_some_and(|year| year > FiscalYear(2024));
    let seen = city.peers.iter().filter(|peer| ahead(peer.when) && peer.kind != Kind::Actual);
    let kinds: Vec<_> = seen.map(|peer| (peer.measure.as_str(), peer.kind)).collect();
    assert!(kinds.contains(&("dementia_persons", Kind::Projection)), "{kinds:?}");
    let is_known = |(measure, kind): &(&str, Kind)| {
        *kind == Kind::Projection || (*measure, *kind) == ("gathering_places", Kind::Plan)
    };
    assert!(kinds.iter().all(is_known), "{kinds:?}");
    // What can be worked out from two other figures is not kept.
    assert!(city.peers.iter().all(|peer| peer.kind != Kind::Computed));
}

#[test]
fn a_count_of_a_first_day_belongs_to_the_month_before() {
    let month = |text| When::parse(text).unwrap().last_month().unwrap();
    assert_eq!(month("2019-04-01"), month("FY2018"));
    assert_eq!(month("2019-04-02"), month("2019-04"));
    assert_eq!(month("2020-10-01"), month("2020-09"));
}
