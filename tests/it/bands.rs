//! Quantiles of counts, of which many draws are equal.

use std::rc::Rc;

use mitoshi::assumptions::Chain;
use mitoshi::engine::bands::{P50, PERCENTS, quantiles};
use mitoshi::engine::chance::{Sense, chance, chance_of_band};
use mitoshi::engine::columns::{Columns, Layout};
use mitoshi::engine::draw::Ranges;
use mitoshi::engine::ground::Ground;
use mitoshi::engine::study::Study;
use mitoshi::facts::Municipality;
use mitoshi::levers::Policy;
use mitoshi::measures::MeasureId;
use mitoshi::shocks::Script;
use proptest::prelude::*;

type Band = [f32; PERCENTS.len()];

fn band(values: &[f32]) -> Band {
    quantiles(values, &mut Vec::new()).unwrap()
}

/// The draw of rank ⌊q·n⌋, by sorting.
fn of_rank(values: &[f32]) -> Band {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    PERCENTS.map(|percent| sorted[(sorted.len() * percent as usize / 100).min(sorted.len() - 1)])
}

/// So many draws of each number from zero on.
fn counted(of_each: &[usize]) -> Vec<f32> {
    let one = |(number, n): (usize, &usize)| vec![number as f32; *n];
    of_each.iter().enumerate().flat_map(one).collect()
}

#[track_caller]
fn check_median(of_each: &[usize], expected: f32) {
    let found = band(&counted(of_each))[P50];
    assert!((found - expected).abs() < 0.006, "{of_each:?}: {found}");
}

#[test]
fn the_median_of_a_count_says_where_among_its_equals_it_lies() {
    // In the middle of its equals: the number itself.
    check_median(&[300, 400, 300], 1.0);
    // The middle draw is the 200th of 400, the 400th and the 100th.
    check_median(&[400, 400, 200], 0.75);
    check_median(&[100, 400, 500], 1.5);
    check_median(&[500, 500], 0.5);
    check_median(&[0, 0, 1_000], 2.0);
    // Nothing is below the smallest, and nothing one above where the next is two above.
    check_median(&[800, 200], 0.125);
    check_median(&[600, 0, 400], 0.0);
}

#[test]
fn nearly_all_none_is_none() {
    let found = band(&counted(&[1_023, 1]));
    assert!(found.iter().all(|value| 0.0 <= *value && *value < 0.5), "{found:?}");
    assert_eq!(band(&counted(&[1_024])), [0.0; PERCENTS.len()]);
}

/// A chance read off a count's band is what counting its draws says.
#[test]
fn a_chance_of_a_count_is_read_off_its_band() {
    let values = counted(&[40, 120, 200, 260, 200, 120, 60]);
    for sense in [Sense::AtLeast, Sense::AtMost] {
        for target in [1.0, 2.0, 2.5, 3.0, 4.0, 5.0] {
            let by_band = chance_of_band(&band(&values), sense, sense.divide_of_count(target));
            let counted = chance(&values, sense, target).unwrap().share;
            // Beyond the outermost quantiles nothing finer is known.
            assert!((by_band - counted).abs() < 0.05, "{sense:?} {target}: {by_band} {counted}");
        }
    }
    let nearly_none = band(&counted(&[900, 100]));
    let none = chance_of_band(&nearly_none, Sense::AtMost, Sense::AtMost.divide_of_count(0.0));
    assert!((none - 0.9).abs() < 0.03, "{none}");
}

/// What is written as a whole number is one in every draw, where it counts events. People are cohorts
/// of which shares age, move and fall ill; so are those of them who know the centres, may wear a
/// device, or come to gatherings.
#[test]
fn what_is_counted_comes_whole() {
    let ground = Rc::new(Ground::new(&Municipality::kawasaki()));
    let study = Study::new(ground, Ranges::default(), Script::default(), 1);
    let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
    let mut columns = Columns::new(layout.n_cells(), 1);
    let levers = study.ground.levers(&Policy::default());
    study.run(&study.start(0), &levers, &layout, 0, &mut columns);
    let is_of_cohorts = |measure: MeasureId| {
        let chain = measure.spec().chain;
        [Chain::Population, Chain::Households, Chain::CareNeed, Chain::Awareness].contains(&chain)
            || [MeasureId::AlarmEligible, MeasureId::AlarmUnmet, MeasureId::Gatherings]
                .contains(&measure)
    };
    let mut n_seen = 0;
    for measure in MeasureId::all().filter(|measure| measure.spec().is_counted()) {
        if is_of_cohorts(measure) {
            continue;
        }
        let cells = (0..layout.n_years).map(|year| layout.city(measure, year));
        let mut values = cells.flat_map(|cell| columns.cell(cell, 16).iter());
        let key = measure.spec().key;
        assert!(values.all(|x| x.is_nan() || x.trunc() == *x), "{key} is not whole");
        n_seen += 1;
    }
    assert!(40 < n_seen, "only {n_seen} measures are counted");
}

proptest! {
    #[test]
    fn a_count_rounded_is_the_draw_of_its_rank(
        counts in prop::collection::vec(-3_i16..9, 1..300), swap in any::<prop::sample::Index>()
    ) {
        let mut values: Vec<f32> = counts.into_iter().map(f32::from).collect();
        let (found, ranked) = (band(&values), of_rank(&values));
        let least = values.iter().copied().fold(f32::MAX, f32::min);
        let most = values.iter().copied().fold(f32::MIN, f32::max);
        prop_assert!(found.is_sorted(), "{found:?}");
        prop_assert!(least <= found[0] && found[PERCENTS.len() - 1] <= most);
        prop_assert_eq!(found.map(f32::round).map(|x| x + 0.0), ranked.map(|x| x + 0.0));
        let at = swap.index(values.len());
        values.rotate_left(at);
        prop_assert_eq!(band(&values), found, "the order of the draws does not matter");
    }

    /// Numbers below zero are selected, others counted where they lie near each other.
    #[test]
    fn counted_or_selected_it_is_the_same(
        counts in prop::collection::vec(0_u16..40, 1..300), far in 0_u16..4_000
    ) {
        let mut values: Vec<f32> = counts.into_iter().map(f32::from).collect();
        values.push(f32::from(far));
        let below: Vec<f32> = values.iter().map(|x| x - 4_096.0).collect();
        for (one, other) in band(&values).into_iter().zip(band(&below)) {
            prop_assert!((one - other - 4_096.0).abs() < 0.001, "{one} {other}");
        }
    }

    #[test]
    fn of_what_is_no_count_it_is_that_draw(
        quarters in prop::collection::vec(-40_i16..40, 1..300)
    ) {
        let values: Vec<f32> = quarters.into_iter().map(|x| f32::from(x) + 0.25).collect();
        prop_assert_eq!(band(&values), of_rank(&values));
    }

    /// One draw more in a thousand on the other side moves a median by little.
    #[test]
    fn a_median_moves_with_its_draws(share in 0_usize..900) {
        let at = |n: usize| band(&counted(&[n, 1_000 - n, 500]))[P50];
        prop_assert!((at(share + 1) - at(share)).abs() < 0.01);
    }
}
