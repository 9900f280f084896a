//! Agreement with what was observed, in the middle of 512 draws and within its error.

use mitoshi::levers::Policy;
use mitoshi::measures::MeasureId as M;
use mitoshi::model::ground::april;
use mitoshi::model::lanes::Lanes;

use super::town::{Block, TIMELINE, draws, mean, quantile};

const N_BLOCKS: u32 = 32;

#[track_caller]
fn check(name: &str, values: &[f32], middle: f64, slack: f64, width: (f32, f32)) {
    let (low, high) = (quantile(values, 0.1), quantile(values, 0.9));
    let mean = mean(values);
    println!("{name}: mean {mean:.3}, p10 {low:.3}, p90 {high:.3}");
    assert!((mean - middle).abs() < slack, "{name}: mean {mean}, expected {middle} ± {slack}");
    assert!((width.0..width.1).contains(&(high - low)), "{name}: from {low} to {high}");
}

fn run(until: u32, of: fn(&Block) -> Lanes) -> Vec<f32> {
    draws(N_BLOCKS, |first| of(&Block::new(first).run(&Policy::default(), TIMELINE.first..until)))
}

#[test]
fn turnover_is_met_within_its_error() {
    let turnover = run(april(2019), |b| b.city(M::StaffExits) / b.city(M::FilledMonths) * 1200.0);
    check("turnover FY2018, %", &turnover, 25.8, 0.7, (7.0, 15.0));
}

#[test]
fn vacancies_of_june_2020_are_met_within_their_error() {
    let vacancies = run(april(2020) + 3, |b| b.city(M::Vacancies));
    check("vacancies in June 2020", &vacancies, 14.5, 1.0, (8.0, 20.0));
    let march = run(april(2020), |b| b.city(M::Vacancies));
    check("vacancies at the end of March 2020", &march, 27.0, 4.0, (12.0, 30.0));
}

#[test]
fn more_than_sixty_percent_are_under_five_years() {
    let share = run(april(2019), |b| b.city(M::TenureUnder5) / b.city(M::Filled));
    check("share under five years", &share, 0.64, 0.03, (0.05, 0.2));
}

#[test]
fn the_meetings_counted_are_met() {
    // What was lost in February and March 2020 is put back: the world of this test has no pandemic.
    let held = draws(N_BLOCKS, |first| {
        let block = Block::new(first);
        let lost = block.assumed.percent(mitoshi::assumptions::AssumptionId::of("mt_feb_mar_2020"));
        let block = block.run(&Policy::default(), TIMELINE.first..april(2020));
        block.city(M::Meetings) * (Lanes::ONE - lost.clamp_to(0.0, 0.16))
    });
    check("meetings FY2019", &held, 296.0, 2.0, (5.0, 40.0));
}
