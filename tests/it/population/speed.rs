//! How long the people of a draw take. Run in release, one thread:
//! `cargo test --release --test it population::speed -- --ignored --nocapture`

#![expect(clippy::disallowed_types, reason = "a measurement needs a clock")]

use std::fs;
use std::time::Instant;

use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::engine::ground::Ground;
use mitoshi::facts::Municipality;
use mitoshi::facts::fingerprint::Fnv;
use mitoshi::model::luck::Luck;
use mitoshi::model::people::Group;
use mitoshi::model::population::drawn::Drawn;
use mitoshi::model::population::path::Path;
use mitoshi::model::population::people;

const BLOCKS: u32 = 64;
const YEARS: std::ops::Range<i32> = 2019..2041;

/// Seconds this thread has had the processor, which others' work does not lengthen; where the
/// system does not say, the seconds since the clock was started.
fn spent(clock: &Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos: Option<f64> = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| clock.elapsed().as_secs_f64(), |nanos| nanos * 1e-9)
}

fn micros_a_draw(run: &mut dyn FnMut(u32)) -> f64 {
    let mut rounds: Vec<f64> = (0..5)
        .map(|_| {
            let started = spent(&Instant::now());
            let clock = Instant::now();
            (0..BLOCKS).for_each(&mut *run);
            (spent(&clock) - started) * 1e6 / f64::from(BLOCKS * 16)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[2]
}

#[test]
#[ignore = "a measurement, not a check: it says something in release only"]
fn measure() {
    let ground = Ground::new(&Municipality::kawasaki());
    let drawn: Vec<_> = (0..BLOCKS)
        .map(|block| (assumed(&Ranges::default(), 1, block * 16), Luck::new(1, block * 16)))
        .collect();
    let population = &ground.people.population;
    let cohorts = micros_a_draw(&mut |block| {
        let (assumed, luck) = &drawn[block as usize];
        let drawn = Drawn::new(population, &ground.geography, assumed, luck);
        let path = Path::run(&drawn, population, &ground.geography, &[], YEARS);
        assert_eq!(path.years().end, YEARS.end);
    });
    let all = micros_a_draw(&mut |block| {
        let (assumed, luck) = &drawn[block as usize];
        let people = people(&ground.people, &ground.geography, assumed, luck, YEARS);
        assert_eq!(people.years(), YEARS);
    });
    println!("population, 44 areas × 22 years: {cohorts:.1} µs a draw");
    println!("with living alone, certified, dementia: {all:.1} µs a draw");
}

/// A checksum of a block of draws, to be compared between builds and machines by eye.
#[test]
#[ignore = "a number to compare between builds, not a check in one of them"]
fn checksum() {
    let ground = Ground::new(&Municipality::kawasaki());
    let (assumed, luck) = (assumed(&Ranges::default(), 1, 720), Luck::new(1, 720));
    let people = people(&ground.people, &ground.geography, &assumed, &luck, YEARS);
    let mut sum = Fnv::default();
    for year in people.years() {
        for area in 0..ground.geography.n_areas() {
            for group in Group::ALL {
                for heads in people.october(year, area, group).0 {
                    sum.eat(&heads.to_bits().to_le_bytes());
                }
            }
        }
    }
    println!("{:016x}", sum.sum());
}
