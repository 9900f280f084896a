//! How long the people of a draw take. Run in release, one thread:
//! `cargo test --release --test it population::speed -- --ignored --nocapture`

use std::time::Instant;

use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::engine::ground::Ground;
use mitoshi::facts::Municipality;
use mitoshi::model::luck::Luck;
use mitoshi::model::population::drawn::Drawn;
use mitoshi::model::population::path::Path;
use mitoshi::model::population::people;

const BLOCKS: u32 = 64;
const YEARS: std::ops::Range<i32> = 2019..2041;

fn micros_a_draw(run: &mut dyn FnMut(u32)) -> f64 {
    let mut rounds: Vec<f64> = (0..5)
        .map(|_| {
            let started = Instant::now();
            (0..BLOCKS).for_each(&mut *run);
            started.elapsed().as_secs_f64() * 1e6 / f64::from(BLOCKS * 16)
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
        assert_eq!(path.years(), YEARS);
    });
    let all = micros_a_draw(&mut |block| {
        let (assumed, luck) = &drawn[block as usize];
        let people = people(&ground.people, &ground.geography, assumed, luck, YEARS);
        assert_eq!(people.years(), YEARS);
    });
    println!("population, 44 areas × 22 years: {cohorts:.1} µs a draw");
    println!("with living alone, certified, dementia: {all:.1} µs a draw");
}
