//! What is withheld beside a total that is told.

use super::{accepted, into_asago, into_kawasaki, value};
use mitoshi::i18n::Lang;

/// Beside a total that is told, one withheld part is what it leaves, and several add up to it.
#[test]
fn withheld_parts_of_a_told_total() {
    let both = |ja: &str, en: &str, expected: [f64; 3], is_range: [bool; 2], n: (usize, usize)| {
        for text in [ja, en] {
            let preview = into_asago(text);
            assert!(preview.can_be_accepted(), "{text}\n{}", preview.describe(Lang::En));
            assert_eq!((preview.done.n_worked_out, preview.done.n_ranges), n, "{text}");
            let city = accepted(preview);
            let seen = |measure: &str| city.observed(measure, city.places.root())[0].clone();
            let parts = ["alarm_portable", "alarm_home"].map(seen);
            let values = [parts[0].value, parts[1].value, seen("alarm_total").value];
            assert_eq!(values, expected, "{text}");
            assert_eq!(parts.map(|part| part.error_sd.is_some()), is_range, "{text}");
        }
    };
    both(
        "機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,10\n計,11\n",
        "Device type,FY2020\nPortable,fewer than 3\nHome-installed,10\nTotal,11\n",
        [1.0, 10.0, 11.0],
        [false; 2],
        (1, 0),
    );
    // At the edge of its range.
    both(
        "機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,10\n計,12\n",
        "Device type,FY2020\nPortable,fewer than 3\nHome-installed,10\nTotal,12\n",
        [2.0, 10.0, 12.0],
        [false; 2],
        (1, 0),
    );
    // Twice as much room, twice as far.
    both(
        "機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,5未満\n計,6\n",
        "Device type,FY2020\nPortable,fewer than 3\nHome-installed,fewer than 5\nTotal,6\n",
        [2.0, 4.0, 6.0],
        [true; 2],
        (0, 2),
    );
    // More than the range has room for is a contradiction.
    for total in [9, 13] {
        let text = format!("機器の種類,令和2年度\n携帯型,3未満\n自宅設置型,10\n計,{total}\n");
        let preview = into_asago(&text);
        let said: Vec<_> = preview.problems.iter().map(|p| p.describe(Lang::En)).collect();
        assert_eq!(said.len(), 1, "{text}{said:?}");
        assert!(said[0].contains("the parts add up to 11"), "{said:?}");
    }
}

#[test]
fn a_withheld_ward_of_a_told_total() {
    let wards = "川崎区,10\n幸区,11\n中原区,12\n高津区,13\n宮前区,14\n多摩区,15\n麻生区,3未満\n";
    let text = |total: u32| format!("携帯型の設置台数,\n区,平成29年度\n{wards}計,{total}\n");
    let preview = into_kawasaki(&text(77));
    assert!(preview.can_be_accepted(), "{}", preview.describe(Lang::En));
    assert_eq!((preview.done.n_worked_out, preview.done.n_ranges), (1, 0));
    let city = accepted(preview);
    let asao = city.places.find("14137").unwrap();
    let seen = city.observed("alarm_portable", asao);
    assert_eq!((seen.len(), seen[0].value, seen[0].error_sd), (1, 2.0, None));
    assert_eq!(value(&city, "alarm_portable", 2017), Some(77.0));
    assert!(!into_kawasaki(&text(78)).can_be_accepted());
}
