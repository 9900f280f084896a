//! Measures by month: a rate a year is that of the twelve months to then.

use std::rc::Rc;

use mitoshi::engine::bands::P50;
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::protocol::Answer;
use mitoshi::scenario::Scenario;
use mitoshi::worker::desk::City;

use crate::asking;

/// The run without measures stands beside each month as beside each year.
#[test]
fn the_months_without_measures_are_those_of_a_plan_without_any() {
    let policy = |value: f64| {
        let setting = Setting {
            lever: LeverId::PostsExtra,
            place: String::new(),
            value,
            start_month: 0,
            ramp_months: 0,
        };
        Policy::default().with(setting).unwrap()
    };
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let of = |policy: Policy| {
        let scenario = Scenario { n_draws: 16, policy, ..Scenario::default() };
        asking::answer(city.clone(), &scenario, MeasureId::Posts.spec().key, true)
    };
    let (without, with) = (of(Policy::default()), of(policy(1.0)));
    assert_eq!(without.months_baseline, without.months);
    assert_eq!(with.months_baseline, without.months);
    assert!(with.months[N_MONTHS - 1].unwrap()[P50] > without.months[N_MONTHS - 1].unwrap()[P50]);
}

/// Sixteen draws: the median of few whole draws is one of them, so that months and years compare.
fn answer(measure: MeasureId) -> Answer {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let scenario = Scenario { n_draws: 16, ..Scenario::default() };
    asking::answer(city, &scenario, measure.spec().key, true)
}

/// Plan and outlook: FY2021–2025.
const N_MONTHS: usize = 60;

#[test]
fn in_march_a_rate_a_year_is_that_of_the_fiscal_year() {
    for measure in [MeasureId::Turnover, MeasureId::Posts] {
        let answer = answer(measure);
        let places = answer.months.len() / N_MONTHS;
        assert_eq!(places, 8, "the municipality and seven wards");
        for (year, march) in (2021..=2025).zip((11..N_MONTHS).step_by(12)) {
            let by_year = answer.city(measure.index(), year);
            assert_eq!(answer.months[march], by_year, "{measure:?} in {year}");
            let of_ward = answer.months[N_MONTHS + march];
            assert_eq!(of_ward, answer.place(0, year), "{measure:?} of a ward in {year}");
        }
    }
}

/// The first months lean on the year before the plan: were they of the fiscal year so far, April
/// would be as the month alone, a third to twice the year's rate from draw to draw.
#[test]
fn the_first_month_of_a_plan_is_of_the_year_before_it() {
    let answer = answer(MeasureId::Turnover);
    let months: Vec<f32> = answer.months[..N_MONTHS].iter().map(|m| m.unwrap()[P50]).collect();
    let before = answer.city(MeasureId::Turnover.index(), 2020).unwrap()[P50];
    assert!((months[0] / before - 1.0).abs() < 0.2, "{} after {before}", months[0]);
    for (i, pair) in months.windows(2).enumerate() {
        // Of twelve months one is another: March has most of the year's leavers.
        assert!((pair[1] / pair[0] - 1.0).abs() < 0.35, "{i}: {pair:?}");
    }
}

/// What was wanted and what was served of it are of the month alone.
#[test]
fn a_share_of_the_month_is_made_of_the_months_own_hours() {
    let [share, of, per] =
        [MeasureId::HoursServed, MeasureId::HoursAvailable, MeasureId::HoursWanted].map(answer);
    let at = |answer: &Answer, month: usize| f64::from(answer.months[month].unwrap()[P50]);
    for month in [0, 5, 11, 30] {
        let by_parts = 100.0 * at(&of, month) / at(&per, month);
        let found = at(&share, month);
        assert!((found / by_parts - 1.0).abs() < 0.1, "{month}: {found} against {by_parts}");
    }
}
