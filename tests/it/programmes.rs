//! The other programmes: worked rows, what history leaves, bands, levers, and a planner's own.

use mitoshi::assumptions::AssumptionId;
use mitoshi::engine::draw::{Ranges, middle};
use mitoshi::i18n::Label;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::{Level, MeasureId};
use mitoshi::model::ground::april;
use mitoshi::model::inputs::Spot;
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::programmes::read::value;
use mitoshi::model::programmes::{Drive, Driver, Nature, Pace, Programme, Rate, Seen, month};
use mitoshi::model::read::Moment;
use mitoshi::model::step::{self, Handed};
use mitoshi::model::town::Town;
use mitoshi::shocks::Script;
use proptest::prelude::*;

use super::chains::{Block, City, mean, number, quantiles, rows, with};

/// Every measure of the chain.
fn measures() -> impl Iterator<Item = MeasureId> {
    let chain = mitoshi::assumptions::Chain::Programmes;
    MeasureId::all().filter(move |measure| measure.spec().chain == chain)
}

fn own(nature: Nature, pace: Pace, seen: &[f32]) -> Programme {
    let seen = (0..seen.len()).map(|i| Seen {
        month: april(2021 - (seen.len() - i) as i32) + 11,
        value: seen[i],
        is_estimate: false,
        error_sd: Some(0.0),
    });
    let label = Label::new("体操の会", "Exercise groups");
    let seen = seen.collect();
    Programme { pace, ..Programme::own("own", label, Label::new("回", "times"), nature, seen) }
}

/// A year of stocks on the expected path, from a table a planner can check.
#[test]
fn a_year_by_hand() {
    for row in rows(include_str!("rows/programmes.csv")) {
        let [before, yearly, after] = [1, 2, 3].map(|i| number(row[i]));
        let fills_up = row[0].contains("council");
        let pace = if row[0].contains("budget") {
            let value = Rate::Given(before + 3.0 * yearly);
            Pace::Reaching { months: 36, value, then: Rate::Given(0.0) }
        } else {
            Pace::Adding { yearly: Rate::Given(yearly), fills_up }
        };
        let is_decided = row[0].contains("budget");
        let programme = Programme { is_decided, ..own(Nature::Stock, pace, &[before]) };
        let city = City::with(vec![programme]);
        let levers = city.levers(&Policy::default());
        let mut found = Vec::new();
        for block in 0..if is_decided { 1 } else { 8 } {
            let block = Block::new(&city, block * LANES as u32, &Script::default());
            let now = block.run(&levers, 2021);
            let run = now.programmes.as_ref().unwrap().runs[0];
            found.extend(if is_decided { run.level.0 } else { run.stock.0 });
        }
        let error = (mean(&found) - f64::from(after)).abs();
        assert!(error < f64::from(yearly.abs()) * 0.12 + 1e-4, "{row:?}: {}", mean(&found));
    }
}

/// Each observation is met, at its date, and the years between them are not made up.
#[test]
fn history_is_what_was_seen() {
    let city = City::kawasaki();
    let block = Block::new(&city, 0, &Script::default());
    for (measure, year, seen, error) in [
        (MeasureId::Participants, 2018, 2672.0, 0.02),
        (MeasureId::Participants, 2019, 3328.0, 0.02),
        (MeasureId::Participants, 2020, 2100.0, 0.08),
        (MeasureId::Sites, 2019, 3.0, 0.02),
        (MeasureId::Sites, 2020, 10.0, 0.02),
        (MeasureId::WatchPartnersCount, 2019, 70.0, 0.02),
        (MeasureId::WatchReports, 2019, 37.0, 0.05),
        (MeasureId::Surveyed, 2019, 8452.0, 0.02),
        (MeasureId::Watched, 2019, 176.0, 0.03),
        (MeasureId::AidExtinguisher, 2019, 0.0, 0.0),
        (MeasureId::AidCooker, 2018, 15.0, 0.05),
        (MeasureId::Council, 2018, 90.0, 0.1),
        (MeasureId::Council, 2020, 104.0, 0.1),
    ] {
        let (_, town) = block.history.iter().find(|(y, _)| *y == year).unwrap();
        let found = block.read(town, measure, year);
        for value in found.0 {
            let off = (value - seen).abs();
            assert!(off <= 4.0 * error * seen + 0.5, "{measure:?} FY{year}: {value}");
        }
    }
    let first = &block.history[0].1;
    for unknown in [MeasureId::Sites, MeasureId::WatchReports, MeasureId::Surveyed] {
        assert_eq!(
            block.at(first, unknown, Spot::City, 2018),
            None,
            "{unknown:?} of FY2018 was not seen"
        );
    }
}

/// The bands without policy, printed for whoever tunes them; and the ranges they must lie in.
#[test]
fn bands_without_policy() {
    let city = City::kawasaki();
    let levers = city.levers(&Policy::default());
    let blocks: Vec<_> =
        (0..12).map(|b| Block::new(&city, b * LANES as u32, &Script::default())).collect();
    let mut found = vec![Vec::new(); measures().count()];
    for block in &blocks {
        let now = block.run(&levers, 2023);
        for (values, measure) in found.iter_mut().zip(measures()) {
            values.extend(block.read(&now, measure, 2023).0);
        }
    }
    let band = |measure: MeasureId| {
        let at = measures().position(|m| m == measure).unwrap();
        quantiles(found[at].clone())
    };
    for measure in measures() {
        println!("FY2023 {}: {:.0?}", measure.spec().label.en, band(measure));
    }
    let [low, middle, high] = band(MeasureId::Participants);
    assert!(
        (1800.0..2400.0).contains(&low) && (2700.0..3300.0).contains(&middle),
        "{low} {middle}"
    );
    assert!((3700.0..4700.0).contains(&high), "{high}");
    let [low, _, high] = band(MeasureId::AidExtinguisher);
    assert!(low == 0.0 && (2.0..=4.0).contains(&high), "{high}");
    let [_, partners, _] = band(MeasureId::WatchPartnersCount);
    assert!((73.0..84.0).contains(&partners), "{partners}");
}

/// Parts add up, areas add up, in whole numbers; nothing is below nothing.
#[test]
fn parts_add_up_and_stocks_are_whole() {
    let city = City::kawasaki();
    let block = Block::new(&city, 0, &Script::default());
    let area = municipality_area();
    let lever = LeverId::ResidentSupport;
    let setting = Setting { lever, place: area, value: 3.0, start_month: 0, ramp_months: 0 };
    let levers = city.levers(&Policy::default().with(setting).unwrap());
    let mut town = block.start();
    let world = block.world(&levers);
    for month in april(2021)..april(2023) {
        step::month(&mut town, &block.inputs, &world, &mut Handed::default(), month);
        let moment = Moment { town: &town, inputs: &block.inputs, world: &world, month };
        for measure in measures() {
            let all = moment.at(measure, Spot::City).unwrap();
            let is_whole = measure != MeasureId::Gatherings;
            for value in all.0 {
                assert!(0.0 <= value && value.is_finite(), "{measure:?}: {value}");
                assert!(!is_whole || value.fract() == 0.0, "{measure:?}: {value}");
            }
            if measure.spec().level != Level::Area {
                continue;
            }
            let wards = 0..city.ground.geography.n_wards();
            let sum = wards
                .fold(Lanes::ZERO, |sum, ward| sum + moment.at(measure, Spot::Ward(ward)).unwrap());
            for (sum, all) in sum.0.into_iter().zip(all.0) {
                let slack = if is_whole { 0.0 } else { all * 1e-5 };
                assert!((sum - all).abs() <= slack, "{measure:?}: {sum} and {all}");
            }
        }
        let of = |measure| moment.at(measure, Spot::City).unwrap();
        assert!(!of(MeasureId::Consultations).below(of(MeasureId::ComplexCases)).any());
        assert!(!of(MeasureId::Surveyed).below(of(MeasureId::Watched)).any());
    }
}

fn municipality_area() -> String {
    let city = mitoshi::facts::Municipality::kawasaki();
    let area = city.places.at_level(mitoshi::places::Level::Area).nth(4).unwrap();
    city.places.code(area).to_owned()
}

/// Every lever of the chain moves its own number up, and the mean over the draws says so.
#[test]
fn levers_move_their_own() {
    let city = City::kawasaki();
    let blocks: Vec<_> =
        (0..3).map(|b| Block::new(&city, b * LANES as u32, &Script::default())).collect();
    let total = |policy: &Policy, measure| {
        let levers = city.levers(policy);
        let of = |block: &Block<'_>| {
            let now = block.run(&levers, 2022);
            mean(&block.read(&now, measure, 2022).0)
        };
        blocks.iter().map(of).sum::<f64>() / blocks.len() as f64
    };
    for (lever, measure) in [
        (LeverId::Gathering, MeasureId::Gatherings),
        (LeverId::Gathering, MeasureId::RehabVisits),
        (LeverId::SitesExtra, MeasureId::Sites),
        (LeverId::ResidentSupport, MeasureId::Participants),
        (LeverId::WatchPartners, MeasureId::WatchPartnersCount),
        (LeverId::WatchPartners, MeasureId::WatchReports),
    ] {
        let spec = lever.spec();
        let (low, high) =
            (total(&with(lever, spec.min), measure), total(&with(lever, spec.max), measure));
        println!("{lever:?} {} … {}: {measure:?} {low:.0} … {high:.0}", spec.min, spec.max);
        assert!(low < high, "{lever:?} does not move {measure:?}");
    }
}

/// Prevention: nothing as today, to the last bit; with gathering places everywhere, late and little.
#[test]
fn prevention_shows_late() {
    let city = City::kawasaki();
    let calm = city.levers(&Policy::default());
    let all = city.levers(&with(LeverId::Gathering, 100.0));
    let assumed = middle(&Ranges::default());
    let block = Block::with(&city, 0, &Script::default(), &assumed, None);
    let gatherings = |town: &Town| town.programmes.as_ref().unwrap().gatherings.clone();
    let kept =
        |town: &Town| gatherings(town).certified_kept(&block.programmes().gatherings, 3).0[0];
    assert_eq!(kept(&block.run(&calm, 2025)), 1.0);
    let by_year: Vec<f32> = (2021..2026).map(|year| kept(&block.run(&all, year))).collect();
    println!("certified left, gathering places everywhere: {by_year:.4?}");
    assert!(by_year.windows(2).all(|pair| pair[1] < pair[0]));
    assert!(0.9985 < by_year[0], "{by_year:?}");
    // The largest cut is 1.5 % in the middle of its range.
    assert!((0.985..0.993).contains(&by_year[4]), "{by_year:?}");
    let now = block.run(&all, 2025);
    let october = gatherings(&now).certified_kept_october(3).0[0];
    assert!(by_year[4] < october && october < by_year[3]);
}

/// A small count of one's own has the gamma range of its counts: that of the fire extinguishers is
/// what the catalogue states, and the cookers' lies inside what it states.
#[test]
fn a_planners_own_count() {
    let band = |counts: &[f32]| {
        let city = City::with(vec![own(Nature::Count, Pace::Counted, counts)]);
        let mut rates = Vec::new();
        for block in 0..32 {
            let block = Block::new(&city, block * LANES as u32, &Script::default());
            rates.extend(block.programmes().courses[0].rate.unwrap().0);
        }
        quantiles(rates)
    };
    let stated = |key| {
        let spec = AssumptionId::of(key).spec();
        [spec.p10, spec.p50, spec.p90].map(|n| n as f32)
    };
    let (found, wanted) = (band(&[1.0, 0.0, 2.0]), stated("pg_aids_ext"));
    println!("extinguishers {found:.2?}, stated {wanted:.2?}");
    for (found, wanted) in found.into_iter().zip(wanted) {
        assert!((found - wanted).abs() < 0.15, "{found} and {wanted}");
    }
    let (found, wanted) = (band(&[15.0, 10.0, 16.0]), stated("pg_aids_cooker"));
    println!("cookers {found:.2?}, stated {wanted:.2?}");
    assert!(wanted[0] < found[0] && found[2] < wanted[2]);
    assert!((found[1] - wanted[1]).abs() < 0.5);
}

/// An indicator of one's own goes with whatever drives it.
#[test]
fn a_planners_own_goes_with_its_driver() {
    let kawasaki = City::kawasaki();
    let partners = kawasaki.programmes().iter().position(|p| p.key == "watch_partners_visiting");
    let calm = kawasaki.levers(&Policy::default());
    let held = |rate| Pace::Held(Rate::Given(rate));
    let drivers = [
        (Driver::Nothing, 1200.0),
        (Driver::Hours, 1200.0),
        (Driver::Ties, 1200.0),
        (Driver::Gatherings, 0.05),
        (Driver::Programmes(vec![partners.unwrap()]), 20.0),
        (Driver::Money(1.2e6), 1.0),
    ];
    for (driver, rate) in drivers {
        let mut programmes = kawasaki.programmes().to_vec();
        let cost = mitoshi::model::programmes::Cost {
            yen: Rate::Given(1000.0),
            of: mitoshi::model::programmes::Costed::Each,
        };
        programmes.push(Programme {
            driver: driver.clone(),
            cost: Some(cost),
            ..own(Nature::Count, held(rate), &[1000.0])
        });
        let city = City::with(programmes);
        let block = Block::new(&city, 0, &Script::default());
        let now = block.run(&calm, 2021);
        let i = city.programmes().len() - 1;
        let state = now.programmes.unwrap();
        let n = value(&state, city.programmes(), i).unwrap();
        println!("{driver:?}: {:.0?}", quantiles(n.0.to_vec()));
        assert!(n.0.iter().all(|n| (200.0..8000.0).contains(n)), "{driver:?}: {n:?}");
        assert_eq!(state.runs[i].yen, n * 1000.0);
    }
}

/// Without the pandemic visits go on from the last year before it.
#[test]
fn without_the_pandemic_visits_go_on_growing() {
    let city = City::kawasaki();
    let levers = city.levers(&Policy::default());
    let visits = |script: &Script, year| {
        let block = Block::new(&city, 0, script);
        let now = block.run(&levers, year);
        mean(&block.read(&now, MeasureId::Participants, year).0)
    };
    let calm = Script::default().with_pandemic(false);
    for year in [2021, 2023] {
        let (with, without) = (visits(&Script::default(), year), visits(&calm, year));
        println!("FY{year}: visits {with:.0} with the pandemic, {without:.0} without");
        assert!(with < without);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Whatever was seen and whatever is decided, numbers are whole, finite and not below nothing.
    #[test]
    fn any_programme_keeps_its_bounds(
        counts in prop::collection::vec(0.0f32..1e5, 0..3),
        yearly in -500.0f32..500.0,
        is_stock: bool,
        is_decided: bool,
        fills_up: bool,
    ) {
        let pace = match (is_stock, is_decided) {
            (true, false) => Pace::Adding { yearly: Rate::Given(yearly), fills_up },
            (_, true) => Pace::Reaching {
                months: 36,
                value: Rate::Given(yearly.abs()),
                then: Rate::Given(yearly * 0.1),
            },
            (false, false) => Pace::Counted,
        };
        let nature = if is_stock { Nature::Stock } else { Nature::Count };
        let city = City::with(vec![Programme { is_decided, ..own(nature, pace, &counts) }]);
        let assumed = middle(&Ranges::default());
        let block = Block::with(&city, 0, &Script::default(), &assumed, None);
        let levers = city.levers(&Policy::default());
        let mut state = block.start().programmes.unwrap();
        for at in april(2021)..april(2024) {
            let drive = Drive::default();
            month(&mut state, block.programmes(), &block.world(&levers), drive, at);
            let run = state.runs[0];
            for n in [run.stock, run.flow, run.in_month] {
                for value in n.0 {
                    prop_assert!(0.0 <= value && value.is_finite() && value.fract() == 0.0);
                }
            }
        }
    }
}
