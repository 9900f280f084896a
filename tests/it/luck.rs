//! Luck: the published values of the hash, and the distributions that come out of it.

use mitoshi::model::counts::{binomial, normal_quantile, poisson};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::{Luck, Purpose, key_of, murmur3};

/// MurmurHash3_x86_32's published verification values.
#[test]
fn the_hash_gives_its_published_values() {
    assert_eq!(key_of(""), 0);
    assert_eq!(key_of("test"), 0xba6b_d213);
    assert_eq!(key_of("Hello, world!"), 0xc036_3e43);
    assert_eq!(key_of("The quick brown fox jumps over the lazy dog"), 0x2e4f_f723);
    assert_eq!(murmur3(&[], 1), 0x514e_28b7);
    assert_eq!(murmur3(&[], 0xffff_ffff), 0x81f1_6f39);
    assert_eq!(murmur3(&[0xffff_ffff], 0), 0x7629_3b50);
    assert_eq!(murmur3(&[0x8765_4321], 0), 0xf55b_516b);
    assert_eq!(murmur3(&[0x8765_4321], 0x5082_edee), 0x2362_f9de);
}

const TEST: Purpose = Purpose::named("test");

/// The same place, purpose and month gives each draw its own number, whatever the block.
#[test]
fn a_draw_has_the_same_luck_in_any_block() {
    let whole = Luck::new(7, 32).uniform(3, TEST, 12);
    let shifted = Luck::new(7, 40).uniform(3, TEST, 12);
    assert_eq!(whole.0[8..], shifted.0[..8]);
}

fn uniforms(n: u32) -> impl Iterator<Item = Lanes> {
    (0..n).flat_map(|month| {
        (0..8).map(move |block| Luck::new(1, block * LANES as u32).uniform(9, TEST, month))
    })
}

#[track_caller]
fn check_moments(name: &str, mean: f64, variance: f64, draw: impl Fn(Lanes) -> Lanes) {
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for lanes in uniforms(2_000) {
        for x in draw(lanes).0 {
            n += 1.0;
            sum += f64::from(x);
            squares += f64::from(x) * f64::from(x);
        }
    }
    let (m, v) = (sum / n, squares / n - (sum / n) * (sum / n));
    let slack = 4.5 * (variance / n).sqrt();
    assert!((m - mean).abs() < slack + 1e-4, "{name}: mean {m}, expected {mean} ± {slack}");
    assert!((v / variance - 1.0).abs() < 0.04, "{name}: variance {v}, expected {variance}");
}

#[test]
fn counts_match_their_distributions() {
    check_moments("uniform", 0.5, 1.0 / 12.0, |u| u);
    check_moments("normal", 0.0, 1.0, normal_quantile);
    for mean in [0.02_f32, 0.7, 5.0, 23.0, 60.0] {
        let (m, v) = (f64::from(mean), f64::from(mean));
        check_moments("poisson", m, v, |u| poisson(u, Lanes::all(mean)));
    }
    for (n, p) in [(40.0_f32, 0.015_f32), (5.0, 0.9), (300.0, 0.3), (12.0, 0.5)] {
        let (m, v) = (f64::from(n * p), f64::from(n * p * (1.0 - p)));
        check_moments("binomial", m, v, |u| binomial(u, Lanes::all(n), Lanes::all(p)));
    }
}

#[test]
fn a_count_never_leaves_its_range() {
    for u in uniforms(50) {
        assert!(binomial(u, Lanes::all(3.0), Lanes::all(1.0)).0 == [3.0; LANES]);
        assert!(binomial(u, Lanes::ZERO, Lanes::all(0.5)).0 == [0.0; LANES]);
        assert!(poisson(u, Lanes::ZERO).0 == [0.0; LANES]);
    }
}

/// Neighbouring keys (draws, months, places) must not be related.
#[test]
fn neighbouring_luck_is_unrelated() {
    let correlation = |pairs: &mut dyn Iterator<Item = (f32, f32)>| {
        let (mut n, mut sum) = (0.0, 0.0);
        for (a, b) in pairs {
            n += 1.0;
            sum += (f64::from(a) - 0.5) * (f64::from(b) - 0.5) * 12.0;
        }
        (sum / n, 4.5 / f64::sqrt(n))
    };
    let at = |draw: u32, place: u32, month: u32| Luck::new(1, draw).uniform(place, TEST, month).0;
    for (name, step) in [("draw", (1, 0, 0)), ("place", (0, 1, 0)), ("month", (0, 0, 1))] {
        let mut pairs = (0..4_000).flat_map(|i| {
            let (draw, place, month) = (16 * (i % 64), i % 53, i);
            let a = at(draw, place, month);
            let b = at(draw + step.0, place + step.1, month + step.2);
            (0..LANES).map(move |l| (a[l], b[l]))
        });
        let (r, slack) = correlation(&mut pairs);
        assert!(r.abs() < slack, "{name}: correlation {r}, allowed {slack}");
    }
}

/// Numbers of one hash in pairs: each even, no two related, and rare events of two of them together
/// no oftener than chance has it.
#[track_caller]
fn check_unrelated(name: &str, pairs: impl Iterator<Item = (Lanes, Lanes)>) {
    const RARE: f32 = 1.0 / 32.0;
    let (mut n, mut sum, mut product, mut both) = (0.0, 0.0, 0.0, 0.0);
    for (x, y) in pairs.flat_map(|(x, y)| x.0.into_iter().zip(y.0)) {
        n += 1.0;
        sum += f64::from(x);
        product += (f64::from(x) - 0.5) * (f64::from(y) - 0.5) * 12.0;
        both += if x < RARE && y < RARE { 1.0 } else { 0.0 };
    }
    let mean = sum / n;
    assert!((mean - 0.5).abs() < 4.5 / f64::sqrt(12.0 * n), "{name}: mean {mean}");
    let r = product / n;
    assert!(r.abs() < 4.5 / f64::sqrt(n), "{name}: correlation {r}");
    let expected = n * f64::from(RARE * RARE);
    let slack = 4.5 * expected.sqrt();
    assert!((both - expected).abs() < slack, "{name}: {both} together, not {expected}");
}

#[test]
fn the_numbers_of_one_hash_are_unrelated() {
    for (a, b) in [(0, 1), (0, 2), (1, 5), (3, 7), (2, 10), (0, 16), (4, 36), (1, 65)] {
        let pairs = (0..6_000).map(|month| {
            let drawn = Luck::new(1, 16 * (month % 64)).sixteens(month % 53, TEST, month);
            (drawn.uniform(a), drawn.uniform(b))
        });
        check_unrelated(&format!("{a} and {b}"), pairs);
    }
    for n in [0, 1, 2, 5, 16, 0x4000] {
        for half in 0..2 {
            let pairs = (0..6_000).map(|month| {
                let drawn = Luck::new(1, 16 * (month % 64)).sixteens(month % 53, TEST, month);
                (drawn.uniform(n), drawn.halves()[half])
            });
            check_unrelated(&format!("{n} and half {half}"), pairs);
        }
    }
}

/// The months of a year follow from one hash, and are as unrelated as if each had its own: the same
/// number in two months, another in the next one, and a number that follows two hashes.
#[test]
fn the_months_of_one_hash_are_unrelated() {
    let numbers = [(0, 0), (0, 1), (5, 5), (2, 0x4000)];
    for (first, second) in [(0, 1), (0, 2), (3, 7), (0, 8), (1, 9), (2, 11), (11, 12)] {
        for (a, b) in numbers {
            let pairs = (0..6_000).map(|i| {
                let luck = Luck::new(1, 16 * (i % 64));
                let of = |month: u32, n| {
                    let month = 12 * (i / 64) + month;
                    luck.year(&[i % 53], TEST, month).month(0, month).uniform(n)
                };
                (of(first, a), of(second, b))
            });
            check_unrelated(&format!("{a} of month {first}, {b} of month {second}"), pairs);
        }
        for half in 0..2 {
            let pairs = (0..6_000).map(|i| {
                let luck = Luck::new(1, 16 * (i % 64));
                let of = |month: u32| {
                    let month = 12 * (i / 64) + month;
                    luck.year(&[i % 53], TEST, month).month(0, month).halves()[half]
                };
                (of(first), of(second))
            });
            check_unrelated(&format!("half {half} of months {first} and {second}"), pairs);
        }
    }
}

/// What is asked of one draw alone is what all of them were given.
#[test]
fn a_months_number_is_the_same_in_one_draw_and_in_sixteen() {
    let year = Luck::new(9, 32).year(&[4, 5], TEST, 30);
    for month in 24..36 {
        let all = year.month(1, month).uniform(6);
        for (lane, number) in all.0.into_iter().enumerate() {
            assert_eq!(number, year.number(1, month, 6, lane));
        }
    }
}
