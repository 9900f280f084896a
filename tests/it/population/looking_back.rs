//! The hindcast's own promises: the arithmetic is the institute's, and the model beats the rules.

use mitoshi::engine::hindcast::score::Score;
use mitoshi::engine::hindcast::{certified, living_alone, population, report, reproduction};
use mitoshi::facts::Municipality;
use mitoshi::i18n::Lang;

#[test]
fn the_projection_is_reproduced_to_five_people() {
    let rows = reproduction(&Municipality::kawasaki());
    assert_eq!(rows.len(), 7);
    for row in rows {
        assert!(row.worst_cell < 5.0 && row.worst_total < 5.0, "{row:?}");
        for (year, percent) in row.single_percent {
            assert!(percent.abs() < 0.5, "single years in {year}: {percent} %");
        }
    }
}

#[test]
fn wards_five_years_on() {
    let city = Municipality::kawasaki();
    let rows = population(&city);
    let wards: Vec<_> = rows.iter().filter(|row| row.place != city.places.root()).collect();
    assert_eq!(wards.len(), 21);
    let held = wards.iter().filter(|row| row.score.is_held()).count();
    assert!((13..=20).contains(&held), "the 80 % band holds {held} of 21");
    let ours: f64 = wards.iter().map(|row| row.score.crps).sum();
    for rule in 0..3 {
        let theirs: f64 =
            wards.iter().map(|row| (row.score.naive[rule].unwrap() - row.score.actual).abs()).sum();
        assert!(ours < theirs, "rule {rule}: {theirs} against {ours}");
    }
}

#[test]
fn the_city_s_counts() {
    let city = Municipality::kawasaki();
    for scored in [living_alone(&city).unwrap(), certified(&city).unwrap()] {
        let score = &scored.score;
        assert!(score.is_held() && score.error_percent().abs() < 3.0, "{score:?}");
        assert!(score.crps < (scored.last - score.actual).abs());
    }
}

#[test]
fn crps_by_hand() {
    // Draws 0 and 2, figure 1: mean distance 1, less half the mean distance of pairs (0,2,2,0) / 4.
    assert_eq!(Score::of(&mut [2.0, 0.0], 1.0, [None; 3]).crps, 0.5);
    assert_eq!(Score::of(&mut [3.0], 1.0, [None; 3]).crps, 2.0);
}

#[test]
fn the_report_says_what_it_cannot_judge() {
    let text = report(&Municipality::kawasaki(), Lang::En);
    assert!(text.contains("estimate on a straight line"), "{text}");
    assert!(text.contains(": 2 counts"), "{text}");
    assert!(report(&Municipality::asago(), Lang::En).contains("nobody moves"));
    assert!(report(&Municipality::asago(), Lang::Ja).contains("転出入はない"));
}
