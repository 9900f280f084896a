//! Draws against the distributions they are said to have. Seeds are fixed, so these never fail by
//! chance; levels say how unlikely a failure was when the seed was chosen.

use std::rc::Rc;

use mitoshi::assumptions::{AssumptionId, CATALOG, Shape};
use mitoshi::engine::bands::{P10, P90, quantiles};
use mitoshi::engine::chance::Chance;
use mitoshi::engine::columns::{Columns, Layout};
use mitoshi::engine::draw::{Range, Ranges, value};
use mitoshi::engine::ground::Ground;
use mitoshi::engine::study::Study;
use mitoshi::facts::Municipality;
use mitoshi::i18n::{Lang, chance};
use mitoshi::levers::Policy;
use mitoshi::measures::MeasureId;
use mitoshi::model::counts::{binomial, poisson};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::{Luck, Purpose};
use mitoshi::shocks::Script;
use statrs::distribution::{Binomial, ChiSquared, ContinuousCDF as _, Discrete as _, Poisson};

use super::chains::{Block, City};

/// Chance that a sound distribution fails one of the chi-square tests below.
const LEVEL: f64 = 1e-4;

/// The first 1,024 draws have p10, p50 and p90 where the catalogue says: within two hundredths of
/// the distance from p10 to p90, because the sequence is an even one.
#[test]
fn sampled_quantiles_are_the_declared_ones() {
    for id in AssumptionId::all() {
        let spec = id.spec();
        let range = Range::of(spec);
        let mut drawn: Vec<f64> = (0..1_024).map(|draw| value(id, range, 1, draw)).collect();
        drawn.sort_by(f64::total_cmp);
        match spec.shape {
            Shape::Fixed => assert!(drawn[0] == range.p50 && drawn[1_023] == range.p50),
            Shape::Choice(first) => {
                let share = drawn.iter().filter(|x| **x == range.p10).count() as f64 / 1_024.0;
                assert!((share - first).abs() < 0.01, "{}: {share} of {first}", spec.key);
            }
            _ => {
                // Where two move together, the mix of two even sequences is a little less even.
                let slack = if spec.moves_with.is_some() { 0.08 } else { 0.02 };
                // A beta's points are declared rounded.
                let slack = if matches!(spec.shape, Shape::Beta(..)) { 0.08 } else { slack };
                let slack = slack * (range.p90 - range.p10);
                for (at, declared) in [(0.1, range.p10), (0.5, range.p50), (0.9, range.p90)] {
                    let found = drawn[(at * 1_023.0) as usize];
                    assert!(
                        (found - declared).abs() <= slack,
                        "{}: {found} where {declared} ± {slack} is declared",
                        spec.key
                    );
                }
            }
        }
    }
}

const TEST: Purpose = Purpose::named("statistics");

fn uniforms(n: u32) -> impl Iterator<Item = Lanes> {
    (0..n).map(|i| Luck::new(11, (i % 64) * LANES as u32).uniform(7, TEST, i / 64))
}

/// Pearson's test of counts against the chances of 0, 1, 2, …; neighbours are put together until
/// each bin expects at least eight.
#[track_caller]
fn check_counts(
    name: &str,
    chance_of: impl Fn(u64) -> f64,
    most: u64,
    draw: impl Fn(Lanes) -> Lanes,
) {
    let mut seen = vec![0.0; most as usize + 2];
    let mut n = 0.0;
    for lanes in uniforms(2_000) {
        for x in draw(lanes).0 {
            seen[(x as usize).min(most as usize + 1)] += 1.0;
            n += 1.0;
        }
    }
    let (mut statistic, mut bins) = (0.0, 0.0);
    let (mut found, mut expected, mut left) = (0.0, 0.0, 1.0);
    for k in 0..=most {
        let chance = chance_of(k);
        found += seen[k as usize];
        expected += n * chance;
        left -= chance;
        if 8.0 <= expected && 8.0 <= n * left {
            statistic += (found - expected) * (found - expected) / expected;
            bins += 1.0;
            (found, expected) = (0.0, 0.0);
        }
    }
    found += seen[most as usize + 1];
    expected += n * left.max(0.0);
    statistic += (found - expected) * (found - expected) / expected;
    let p = 1.0 - ChiSquared::new(bins).unwrap().cdf(statistic);
    assert!(LEVEL < p, "{name}: chi-square {statistic:.1} on {bins} degrees, p = {p:.2e}");
}

/// Up to the mean where counts are walked they are exact; beyond it they are a rounded normal.
#[test]
fn events_are_binomial_and_poisson() {
    for mean in [0.004, 0.3, 2.0, 9.0, 23.0] {
        let exact = Poisson::new(mean).unwrap();
        let mean = Lanes::all(mean as f32);
        check_counts("poisson", |k| exact.pmf(k), 60, |u| poisson(u, mean));
    }
    for (n, p) in [(1_u64, 0.02), (12, 0.5), (40, 0.015), (200, 0.03), (7, 0.93)] {
        let exact = Binomial::new(p, n).unwrap();
        let (n_lanes, p) = (Lanes::all(n as f32), Lanes::all(p as f32));
        check_counts("binomial", |k| exact.pmf(k), n, |u| binomial(u, n_lanes, p));
    }
}

/// The municipality's columns of the first blocks under a seed.
fn columns(seed: u32, n_blocks: u32) -> (Layout, Columns) {
    let ground = Rc::new(Ground::new(&Municipality::kawasaki()));
    let study = Study::new(ground, Ranges::default(), Script::default(), seed);
    let layout = Layout::new(study.ground.timeline, &study.ground.geography, None);
    let levers = study.ground.levers(&Policy::default());
    let mut columns = Columns::new(layout.n_cells(), n_blocks);
    for block in 0..n_blocks {
        study.run(&study.start(block), &levers, &layout, block, &mut columns);
    }
    (layout, columns)
}

/// A world drawn from the model itself, by another seed, lies in the 80 % band eight times of ten.
#[test]
fn simulated_truth_is_covered_as_often_as_the_band_says() {
    const N: usize = 384;
    let blocks = (N / LANES) as u32;
    let ((layout, forecast), (_, truth)) = (columns(1, blocks), columns(2, blocks));
    let mut shares = Vec::new();
    for measure in MeasureId::all() {
        // 2025 is the last year: everything had time to move.
        let cell = layout.city(measure, layout.n_years - 1);
        let Some(band) = quantiles(forecast.cell(cell, N), &mut Vec::new()) else { continue };
        let values = truth.cell(cell, N);
        // A count's band is said in whole numbers.
        let end = |at: usize| {
            if measure.spec().is_counted() { band[at].round() } else { band[at] }
        };
        let inside = values.iter().filter(|x| end(P10) <= **x && **x <= end(P90)).count();
        let share = inside as f64 / N as f64;
        // Small counts sit on the band's edges and are covered more often: never less. The error
        // is that of the truths' count and of the band's two ends.
        let error = f64::sqrt(2.0 * 0.8 * 0.2 / N as f64);
        assert!(0.8 - 4.0 * error < share, "{}: {share:.3}", measure.spec().key);
        if values.iter().map(|x| x.to_bits()).collect::<std::collections::BTreeSet<_>>().len() > 300
        {
            shares.push(share);
        }
    }
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    assert!(shares.len() > 20 && (mean - 0.8).abs() < 0.02, "{mean:.3} of {}", shares.len());
}

#[test]
fn another_range_shifts_no_other_assumption() {
    let key = CATALOG.iter().position(|spec| spec.shape == Shape::TwoPieceNormal).unwrap();
    let changed = AssumptionId::all().nth(key).unwrap();
    let spec = changed.spec();
    let range = Range { p10: spec.p50, p50: spec.p50, p90: spec.p90 };
    let ranges = Ranges(vec![(changed, range)]);
    let (plain, other) = (
        mitoshi::engine::draw::assumed(&Ranges::default(), 1, 720),
        mitoshi::engine::draw::assumed(&ranges, 1, 720),
    );
    for id in AssumptionId::all() {
        let is_same = plain.get(id) == other.get(id);
        assert_eq!(is_same, id != changed, "{}", id.spec().key);
    }
}

/// Draw 731 run in a block that begins with it is draw 731 of the block that begins at 720.
#[test]
fn a_draw_is_the_same_in_any_block() {
    let city = City::kawasaki();
    let levers = city.levers(&super::chains::with(mitoshi::levers::LeverId::PostsExtra, 0.7));
    let (whole, alone) =
        (Block::new(&city, 720, &Script::default()), Block::new(&city, 731, &Script::default()));
    let (in_block, first) = (whole.run(&levers, 2025), alone.run(&levers, 2025));
    for measure in MeasureId::all() {
        let spot = mitoshi::model::inputs::Spot::City;
        let a = whole.at(&in_block, measure, spot, 2025).map(|x| x.0[11].to_bits());
        let b = alone.at(&first, measure, spot, 2025).map(|x| x.0[0].to_bits());
        assert_eq!(a, b, "{}", measure.spec().key);
    }
}

/// The error of a chance is said by coarser words, never by false digits.
#[test]
fn a_chance_of_few_draws_is_said_coarsely() {
    for (met, all, ja, en) in [
        (32, 64, "五分五分", "about even"),
        (192, 256, "約8割", "about 8 in 10"),
        (768, 1_024, "約8割", "about 8 in 10"),
        (10_239, 10_240, "ほぼ確実", "almost certain"),
        (16, 16, "高い", "high"),
    ] {
        let Chance { share, standard_error } = Chance::of(met, all);
        assert_eq!(chance::words_for(Lang::Ja, share, standard_error), ja, "{met} of {all}");
        assert_eq!(chance::words_for(Lang::En, share, standard_error), en, "{met} of {all}");
    }
}
