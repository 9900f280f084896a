//! The completed census and the base of the forecast, against the figures of the calibration.

use mitoshi::facts::Municipality;
use mitoshi::facts::age::Sex;
use mitoshi::facts::anchor::completed_bands;

#[test]
fn unknown_ages_are_counted() {
    let city = Municipality::kawasaki();
    let of = |place: &str, year| {
        let place = city.places.find(place).unwrap();
        let is_it = |row: &&mitoshi::facts::basis::CensusBands| {
            row.place == place && row.date.year == year && row.sex.is_none()
        };
        city.population.bands.iter().find(is_it).unwrap().unknown()
    };
    assert_eq!(of("14130", 2020), Some(46_350));
    assert_eq!(of("14130", 2015), Some(38_620));
    let wards: i64 =
        city.places.wards().map(|ward| of(city.places.code(ward), 2020).unwrap()).sum();
    assert_eq!(wards, 46_350);
}

/// The edition less the completed census, in per cent, as the calibration prints it.
#[test]
fn the_edition_differs_from_the_completed_census_as_calibrated() {
    let city = Municipality::kawasaki();
    let edition = city.population.edition.as_ref().unwrap();
    let rows: [(&str, [f64; 4]); 8] = [
        ("14130", [-1.3, 2.1, 3.2, 3.1]),
        ("14131", [-1.6, -1.4, 1.2, 1.4]),
        ("14132", [-3.0, 4.9, 4.4, -0.5]),
        ("14133", [-2.0, -2.2, -0.9, -2.8]),
        ("14134", [1.6, 1.3, 1.6, 1.0]),
        ("14135", [-2.5, 2.2, 3.7, 5.2]),
        ("14136", [-1.6, 10.2, 11.6, 16.3]),
        ("14137", [-0.3, -0.3, 0.3, 1.0]),
    ];
    for (code, percents) in rows {
        let place = city.places.find(code).unwrap();
        let bands = completed_bands(&city.places, &city.population.bands, place, 2020).unwrap();
        let completed = [
            bands.total.persons() as f64,
            bands.from_65,
            bands.from_75.unwrap(),
            bands.from_85.unwrap(),
        ];
        for ((age, completed), percent) in [0, 65, 75, 85].into_iter().zip(completed).zip(percents)
        {
            let projected = edition.from_age(place, 2020, age).unwrap().persons() as f64;
            let found = (projected / completed - 1.0) * 100.0;
            // The city of the table is the sum of its wards: 0.05 covers the printed decimal.
            assert!((found - percent).abs() < 0.07, "{code} {age}+: {found:.2}, not {percent}");
        }
    }
}

#[test]
fn the_base_of_2020_is_the_completed_census() {
    let city = Municipality::kawasaki();
    let base = &city.population.base;
    let root = city.places.root();
    assert_eq!(base.total(root, 2020).unwrap().persons(), 1_538_262);
    let old = base.from_age(root, 2020, 65).unwrap();
    assert!((old.persons() - 310_500).abs() < 100, "{old:?}");
    let share = old.over(base.total(root, 2020).unwrap()).value().unwrap();
    assert!((share - 0.202).abs() < 0.0005, "{share}");
    for ward in city.places.wards() {
        let bands = completed_bands(&city.places, &city.population.bands, ward, 2020).unwrap();
        let at = |age| base.from_age(ward, 2020, age).unwrap().persons() as f64;
        assert_eq!(at(0), bands.total.persons() as f64);
        for (age, wanted) in
            [(65, bands.from_65), (75, bands.from_75.unwrap()), (85, bands.from_85.unwrap())]
        {
            assert!((at(age) - wanted).abs() < 2.0, "{} {age}+", city.places.code(ward));
        }
    }
}

/// People living alone by the national profile, on the completed base: 58,739 in the calibration.
#[test]
fn the_expected_number_living_alone_is_that_of_the_calibration() {
    let city = Municipality::kawasaki();
    let base = &city.population.base;
    let mut expected = 0.0;
    for sex in Sex::BOTH {
        let row = base.row(city.places.root(), 2020, sex).unwrap();
        for (group, people) in base.groups.as_slice().iter().zip(row) {
            let share = city.national.living_alone[sex.index()].at(group.from);
            expected += share.unwrap_or(0.0) * f64::from(*people);
        }
    }
    assert!((expected - 58_739.0).abs() < 60.0, "{expected}");
}

#[test]
fn the_sexes_follow_the_counts_of_the_city() {
    let city = Municipality::kawasaki();
    let base = &city.population.base;
    let men = |age| {
        let range = base.groups.from_age(age).unwrap();
        let of = |sex| -> f64 {
            let row = base.row(city.places.root(), 2020, sex).unwrap();
            row[range.clone()].iter().copied().map(f64::from).sum()
        };
        of(Sex::Male) / (of(Sex::Male) + of(Sex::Female))
    };
    assert!((men(75) - 61_807.0 / 153_943.0).abs() < 1e-4, "{}", men(75));
    assert!((men(65) - 134_157.0 / 301_151.0).abs() < 5e-4, "{}", men(65));
}
