//! Money: worked rows, payers, the premium, and the orders of size of the calibration.

use mitoshi::engine::draw::{Ranges, middle};
use mitoshi::levers::{LeverId, Policy};
use mitoshi::measures::MeasureId;
use mitoshi::model::ground::april;
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::money::{Bill, Inputs, Year, bill, premium};
use mitoshi::shocks::Script;
use proptest::prelude::*;

use super::chains::{Block, City, mean, number, quantiles, rows, with};

fn since(ceiling: Option<f32>) -> Vec<(i32, f32)> {
    ceiling.map(|yen| (2021, yen)).into_iter().collect()
}

fn prices(ceiling: Option<f32>) -> Inputs {
    Inputs::new(&middle(&Ranges::default()), &since(ceiling), april(2021)..april(2024))
}

/// The year that has only what the row counts, and where it shows.
fn year_of(row: &[&str]) -> (Year, fn(&Bill) -> Lanes) {
    let n = Lanes::all(number(row[2]));
    let none = Year::default();
    match row[0] {
        "posts filled for a year" => (Year { filled_months: n * 12.0, ..none }, |b| b.staff),
        "a clerk in half the 49 centres" => (Year { clerk_months: n * 12.0, ..none }, |b| b.staff),
        "supplement of 10 000 yen to 200 people" => (Year { supplements: n, ..none }, |b| b.staff),
        "retention programme for 200 people" => {
            (Year { retention_months: n * 12.0, ..none }, |b| b.training)
        }
        "supervision for 200 people" => {
            (Year { supervision_months: n * 12.0, ..none }, |b| b.training)
        }
        "hires" => (Year { hires: n, ..none }, |b| b.training),
        "one month's overlap for 50 leavers" => {
            (Year { overlap_months: n, ..none }, |b| b.training)
        }
        "portable devices for a year" => (Year { portable_months: n * 12.0, ..none }, |b| b.alarm),
        "home devices for a year" => (Year { home_months: n * 12.0, ..none }, |b| b.alarm),
        "installs and changes" => (Year { setups: n, ..none }, |b| b.alarm),
        "alarm publicity as today" => (Year { alarm_publicity: n, ..none }, |b| b.alarm),
        "meetings" => (Year { meetings: n, ..none }, |b| b.meetings),
        "publicity as today" => (Year { publicity: n, ..none }, |b| b.publicity),
        "gathering places for everybody" => (Year { supported: n, ..none }, |b| b.programmes),
        other => panic!("no such row: {other}"),
    }
}

#[test]
fn a_bill_by_hand() {
    let prices = prices(None);
    for row in rows(include_str!("rows/money.csv")) {
        let wanted = number(row[4]);
        // Charges are taken off what the devices cost, so they are read against them.
        let found = if row[0].starts_with("top charges") {
            let devices = Year {
                portable_months: Lanes::all(923.0 * 12.0),
                home_months: Lanes::all(722.0 * 12.0),
                ..Year::default()
            };
            let charged = Year { top_charges: Lanes::all(-number(row[2])), ..devices };
            bill(&charged, &prices).alarm - bill(&devices, &prices).alarm
        } else {
            let (year, of) = year_of(&row);
            of(&bill(&year, &prices))
        };
        let off = (found.0[0] - wanted).abs();
        assert!(off <= wanted.abs() * 1e-5 + 1.0, "{row:?}: {}", found.0[0]);
    }
}

/// 100 million yen a year are 6.3 yen a month for 310,500 insured of whom 98.5 % pay, and 6.2 at the
/// income weight of the middle; 6.0 with neither.
#[test]
fn a_hundred_million_yen_on_the_premium() {
    let effect = premium(Lanes::all(1e8), Lanes::all(310_500.0), &prices(None)).0[0];
    let weighted = 0.23 * 1e8 / (310_500.0 * 0.985 * 1.02) / 12.0;
    assert!((effect - weighted).abs() < 1e-3, "{effect}");
    assert!((effect * 1.02 - 6.27).abs() < 0.01, "{effect}");
}

proptest! {
    /// Payers add up to the total, nobody pays less than nothing, and above the ceiling the
    /// municipality pays alone.
    #[test]
    fn payers_add_up(
        parts in prop::array::uniform6(0.0f32..3e9),
        ceiling in prop::option::of(0.0f32..5e9),
        inside in 0u8..=1,
    ) {
        let mut assumed_inside = prices(ceiling);
        let [staff, training, alarm, meetings, publicity, programmes] = parts.map(Lanes::all);
        let bill = Bill { staff, training, alarm, meetings, publicity, programmes };
        if inside == 0 {
            let key = mitoshi::assumptions::AssumptionId::of("mo_alarm_in_programme");
            let middle = middle(&Ranges::default());
            let assumed = mitoshi::model::inputs::Assumed::from_fn(|id| {
                if id == key { Lanes::ZERO } else { middle.get(id) }
            });
            assumed_inside = Inputs::new(&assumed, &since(ceiling), april(2021)..april(2024));
        }
        let paid = bill.paid(&assumed_inside, 2022);
        let total = bill.total().0[0];
        let sum = paid.nation + paid.prefecture + paid.municipality + paid.premiums;
        prop_assert!((sum.0[0] - total).abs() <= total * 1e-6 + 1.0);
        for part in [paid.nation, paid.prefecture, paid.premiums, paid.inside, paid.above] {
            prop_assert!(0.0 <= part.0[0] && part.0[0].is_finite());
        }
        prop_assert!(-total * 1e-6 <= paid.municipality.0[0]);
        if let Some(ceiling) = ceiling {
            prop_assert!(paid.inside.0[0] <= ceiling);
        }
        if inside == 0 {
            let rest = total - alarm.0[0];
            prop_assert!(paid.inside.0[0] <= rest * (1.0 + 1e-5) + 1.0);
        }
    }
}

/// What Kawasaki's plan costs, in the orders of size of the calibration.
#[test]
fn orders_of_size() {
    let city = City::kawasaki();
    let levers = city.levers(&Policy::default());
    let blocks: Vec<_> =
        (0..8).map(|b| Block::new(&city, b * LANES as u32, &Script::default())).collect();
    let runs: Vec<_> = blocks.iter().map(|block| block.run(&levers, 2023)).collect();
    let band = |measure| {
        let of = |(block, now): (&Block<'_>, _)| block.read(now, measure, 2023).0;
        quantiles(blocks.iter().zip(&runs).flat_map(of).collect())
    };
    for measure in [
        MeasureId::CostStaff,
        MeasureId::CostTraining,
        MeasureId::CostAlarm,
        MeasureId::CostMeetings,
        MeasureId::CostPublicity,
        MeasureId::CostProgrammes,
        MeasureId::CostTotal,
        MeasureId::PaidNation,
        MeasureId::PaidPrefecture,
        MeasureId::PaidCity,
        MeasureId::PaidPremium,
    ] {
        let band = band(measure).map(|yen| yen * 1e-6);
        println!("FY2023 {}, million yen: {band:.1?}", measure.spec().label.en);
    }
    println!("premium, yen a month: {:.1?}", band(MeasureId::Premium));
    let middle = |measure| band(measure)[1];
    assert!((1.1e9..1.7e9).contains(&middle(MeasureId::CostStaff)));
    assert!((4e7..1e8).contains(&middle(MeasureId::CostAlarm)));
    assert!((70.0..110.0).contains(&middle(MeasureId::Premium)));
}

/// Each lever that costs, costs; changing home devices to portable saves.
#[test]
fn what_levers_cost() {
    let city = City::kawasaki();
    let blocks: Vec<_> =
        (0..2).map(|b| Block::new(&city, b * LANES as u32, &Script::default())).collect();
    let read = |policy: &Policy| {
        let levers = city.levers(policy);
        let mut sums = [0.0, 0.0];
        for block in &blocks {
            let now = block.run(&levers, 2023);
            for (sum, measure) in sums.iter_mut().zip([MeasureId::CostTotal, MeasureId::Premium]) {
                *sum += mean(&block.read(&now, measure, 2023).0) / blocks.len() as f64;
            }
        }
        sums
    };
    let [total, premium] = read(&Policy::default());
    for (lever, value, sign) in [
        (LeverId::PostsExtra, 1.0, 1.0),
        (LeverId::Clerical, 1.0, 1.0),
        (LeverId::Retention, 100.0, 1.0),
        (LeverId::Supervision, 100.0, 1.0),
        (LeverId::RecruitEffort, 3.0, 1.0),
        (LeverId::PaySupplement, 10_000.0, 1.0),
        (LeverId::Handover, 3.0, 1.0),
        (LeverId::PlanIndividual, 1.5, 1.0),
        (LeverId::PublicityMoney, 5.0, 1.0),
        (LeverId::AlarmPublicity, 3.0, 1.0),
        (LeverId::AlarmChargePortable, 0.0, 1.0),
        (LeverId::AlarmChargeHome, 0.0, 1.0),
        (LeverId::AlarmReplace, 100.0, -1.0),
        (LeverId::Gathering, 100.0, 1.0),
        (LeverId::SitesExtra, 10.0, 1.0),
        (LeverId::ResidentSupport, 3.0, 1.0),
        (LeverId::WatchPartners, 30.0, 1.0),
    ] {
        let [costs, effect] = read(&with(lever, value));
        let (more, yen) = ((costs - total) * 1e-6, effect - premium);
        println!("{lever:?} at {value}: {more:+.1} million yen, premium {yen:+.2} yen");
        assert!(0.0 < more * sign, "{lever:?} costs {more} million yen");
    }
}

/// The premium is the mean of the plan's years, and begins anew with the next plan.
#[test]
fn the_premium_is_the_plans_mean() {
    let city = City::kawasaki();
    let assumed = middle(&Ranges::default());
    let block = Block::with(&city, 0, &Script::default(), &assumed, Some(1.0e9));
    let levers = city.levers(&Policy::default());
    let at = |year| block.read(&block.run(&levers, year), MeasureId::Premium, year).0[0];
    // At the ceiling each year costs the same, and only the insured change.
    let insured = 310_500.0;
    let level = 0.23 * 1.0e9 / (insured * 0.985 * 1.02) / 12.0;
    for year in 2021..2026 {
        println!("FY{year}: {:.1} yen", at(year));
        assert!((at(year) / level - 1.0).abs() < 0.06, "FY{year}: {}", at(year));
    }
    assert!(at(2024) < at(2023), "a new plan period has more insured than the last one's mean");
}
