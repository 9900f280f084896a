//! Being known: worked rows, what the surveys fix, bounds and directions.

use mitoshi::assumptions::Chain;
use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::engine::ground::Ground;
use mitoshi::engine::history::{Known, awareness as history};
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Scope, Setting};
use mitoshi::measures::{Kind, MeasureId};
use mitoshi::model::alarm::World;
use mitoshi::model::awareness::{self, Inputs, State};
use mitoshi::model::ground::april;
use mitoshi::model::inputs::{Assumed, LeverTable};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::Luck;
use mitoshi::model::people::People;
use mitoshi::model::shock_table::{Hit, ShockTable};
use mitoshi::model::town::Town;
use mitoshi::places::Level;
use mitoshi::shocks::Script;
use proptest::prelude::*;

use super::chains::{self, City, mean, number, quantiles, rows, with};

/// Sixteen draws of Kawasaki.
struct Block {
    people: People,
    luck: Luck,
    shocks: ShockTable,
    inputs: Inputs,
    years: Vec<(i32, State)>,
}

fn ground() -> Ground {
    Ground::new(&Municipality::kawasaki())
}

impl Block {
    fn new(city: &Ground, first_draw: u32, pandemic: Option<f32>) -> Self {
        Self::with(city, first_draw, pandemic, |assumed| assumed)
    }

    fn with(
        city: &Ground,
        first_draw: u32,
        pandemic: Option<f32>,
        change: impl Fn(Assumed) -> Assumed,
    ) -> Self {
        let luck = Luck::new(3, first_draw);
        let assumed = change(assumed(&Ranges::default(), 3, first_draw));
        let people = city.people(&assumed, &luck);
        let mut shocks = ShockTable::calm(city.timeline);
        if let Some(left) = pandemic {
            shocks.hit(Hit::Awareness, april(2020)..april(2023), Lanes::all(left));
        }
        let levers = history::as_today(city.timeline, &city.geography);
        let ground = history::Ground::new(&Municipality::kawasaki()).unwrap();
        let known = Known { assumed: &assumed, people: &people, shocks: &shocks, luck: &luck };
        let ask = history::Ask {
            ground: &ground,
            geography: &city.geography,
            timeline: city.timeline,
            known,
            levers: &levers,
        };
        let (inputs, years) = history::tell(&ask);
        Self { people, luck, shocks, inputs, years }
    }

    /// The measured share in percent at the end of a fiscal year, and the true one.
    fn run(&self, city: &Ground, levers: &LeverTable, until: i32) -> (Lanes, Lanes) {
        let world = World {
            geography: &city.geography,
            people: &self.people,
            levers,
            shocks: &self.shocks,
            luck: &self.luck,
        };
        let mut state = self.years.last().unwrap().1.clone();
        for month in city.timeline.plan..april(until + 1) {
            awareness::month(&mut state, &self.inputs, &world, None, month);
        }
        (self.measured(&state, until), self.truth(&state, until))
    }

    fn measured(&self, state: &State, year: i32) -> Lanes {
        let month = april(year) + 11;
        let measure = MeasureId::AwarenessMeasured;
        awareness::read_city(state, &self.inputs, &self.people, measure, month).unwrap()
    }

    fn truth(&self, state: &State, year: i32) -> Lanes {
        let sum = |measure| {
            (0..state.aware.len()).fold(Lanes::ZERO, |sum, area| {
                let month = april(year) + 11;
                sum + awareness::read(state, &self.people, measure, area, month).unwrap()
            })
        };
        sum(MeasureId::AwareTrue) / sum(MeasureId::AwareBase) * 100.0
    }
}

/// One month worked by hand.
#[test]
fn a_month_by_hand() {
    for row in rows(include_str!("rows/awareness.csv")) {
        let [share, learn, forget, next] = [1, 2, 3, 4].map(|i| number(row[i]));
        let found = awareness::next(Lanes::all(share), Lanes::all(learn), Lanes::all(forget)).0[0];
        assert!((found - next).abs() < 1e-6, "{row:?}: {found}");
    }
    // How much more effort than today gives, in units of what doubling gives.
    for (ratio, gives) in [(0.0, -2.0), (0.5, -0.8), (1.0, 0.0), (2.0, 1.0), (3.0, 1.6)] {
        let found = awareness::response(Lanes::all(ratio)).0[0];
        assert!((found - gives).abs() < 1e-6, "{ratio}: {found}");
    }
}

/// Both surveys are met within their error; nearly every draw has a rate; the forecast is that of
/// the calibration.
#[test]
fn the_forecast_without_policy() {
    let city = ground();
    let calm = history::as_today(city.timeline, &city.geography);
    for (name, pandemic) in [("no pandemic", None), ("conversion x0.85", Some(0.85))] {
        let (mut truths, mut learn, mut hits, mut found) = (Vec::new(), Vec::new(), 0.0, 0.0);
        let mut at_last = Vec::new();
        let n_blocks = 32;
        for block in 0..n_blocks {
            let block = Block::new(&city, block * LANES as u32, pandemic);
            let (measured, truth) = block.run(&city, &calm, 2022);
            truths.extend(truth.0);
            learn.extend(block.inputs.solved.learn.0.map(|u| u * 12.0));
            hits += measured.0.iter().filter(|m| 50.0 <= **m).count() as f32;
            found += block.inputs.solved.is_found.0.iter().sum::<f32>();
            let (year, state) = &block.years[1];
            assert_eq!(*year, 2019);
            assert_eq!(block.measured(state, 2019), Lanes::all(44.4));
            at_last.extend(block.truth(state, 2019).0);
        }
        let n = (n_blocks as usize * LANES) as f32;
        let sd = deviation(&at_last);
        println!(
            "{name}: FY2022 true {:.1?}, learn {:.3?}, measured >= 50: {:.3}, found {:.3}, \
             FY2019 {:.2?} sd {sd:.2}",
            quantiles(truths.clone()),
            quantiles(learn.clone()),
            hits / n,
            found / n,
            quantiles(at_last.clone()),
        );
        assert!(0.95 <= found / n, "more than 5 % of draws have no rate");
        assert!((0.3..0.65).contains(&sd), "the last survey is met within its error: {sd}");
        let [low, middle, high] = quantiles(truths);
        let (chance, wanted) = (hits / n, if pandemic.is_none() { 0.16 } else { 0.04 });
        assert!((chance - wanted).abs() < 0.06, "{name}: {chance}");
        if pandemic.is_none() {
            for (found, wanted) in [(low, 45.5), (middle, 48.1), (high, 50.5)] {
                assert!((found - wanted).abs() < 0.8, "{found} is not about {wanted}");
            }
        }
    }
}

/// What the page shows by default: the pandemic on, the centres' own hours and ties behind it.
#[test]
fn the_forecast_with_all_chains() {
    let city = City::kawasaki();
    let calm = city.levers(&Policy::default());
    for (name, script) in [
        ("with the pandemic", Script::default()),
        ("without", Script::default().with_pandemic(false)),
    ] {
        let (mut found, mut hits) = (Vec::new(), 0);
        for block in 0..10 {
            let block = chains::Block::new(&city, block * LANES as u32, &script);
            let now = block.run(&calm, 2022);
            let measured = block.read(&now, MeasureId::AwarenessMeasured, 2022);
            hits += measured.0.iter().filter(|m| 50.0 <= **m).count();
            found.extend(measured.0);
        }
        let chance = hits as f32 / found.len() as f32;
        println!("{name}: FY2022 measured {:.1?}, 50 or more {chance:.3}", quantiles(found));
        assert!(chance < 0.3, "{name}: {chance}");
    }
}

/// Levers move the share the way they should.
#[test]
fn levers_move_it_their_way() {
    let city = City::kawasaki();
    let block = chains::Block::new(&city, 0, &Script::default());
    let share = |policy: &Policy| {
        let now = block.run(&city.levers(policy), 2022);
        mean(&block.read(&now, MeasureId::AwarenessMeasured, 2022).0)
    };
    let today = share(&Policy::default());
    for (lever, value, sign) in [
        (LeverId::OutreachHours, 3.0, 1.0),
        (LeverId::OutreachHours, 0.0, -1.0),
        (LeverId::PublicityMoney, 5.0, 1.0),
        (LeverId::PublicityMoney, 0.0, -1.0),
        (LeverId::PlanIndividual, 0.0, -1.0),
        (LeverId::PostsExtra, 3.0, 1.0),
    ] {
        let moved = share(&with(lever, value)) - today;
        println!("{lever:?} at {value}: {moved:+.2} points");
        assert!(0.0 < moved * sign, "{lever:?} at {value} moves it by {moved}");
    }
}

#[test]
fn a_lever_as_today_changes_no_bit_and_a_block_none_of_its_draws() {
    let city = City::kawasaki();
    let block = chains::Block::new(&city, 0, &Script::default());
    let places = Municipality::kawasaki().basis.places;
    let area = places.at_level(Level::Area).next().unwrap();
    let mut policy = Policy::default();
    for lever in LeverId::all().filter(|lever| lever.spec().scope == Scope::Place) {
        let (place, value) = (places.code(area).to_owned(), lever.spec().default);
        let setting = Setting { lever, place, value, start_month: 0, ramp_months: 0 };
        policy = policy.with(setting).unwrap();
    }
    let calm = block.run(&city.levers(&Policy::default()), 2022);
    let same = block.run(&city.levers(&policy), 2022);
    assert_eq!(calm.awareness, same.awareness);
    for measure in MeasureId::all() {
        let chain = measure.spec().chain;
        let is_ours = [Chain::Programmes, Chain::Money].contains(&chain);
        // Kawasaki has no ceiling.
        let is_known = ![MeasureId::CeilingLeft, MeasureId::CeilingOver].contains(&measure);
        if is_ours && is_known && !matches!(measure.spec().kind, Kind::Ratio { .. }) {
            let read = |now| block.read(now, measure, 2022);
            assert_eq!(read(&calm), read(&same), "{measure:?}");
        }
    }
    let later = chains::Block::new(&city, 8, &Script::default());
    let later = later.run(&city.levers(&Policy::default()), 2022);
    let shares = |town: &Town| town.awareness.as_ref().unwrap().aware.clone();
    for (one, other) in shares(&calm).iter().zip(shares(&later)) {
        assert_eq!(one.0[8..], other.0[..8]);
    }
    let runs = |town: &Town| town.programmes.as_ref().unwrap().runs.clone();
    for (one, other) in runs(&calm).iter().zip(runs(&later)) {
        assert_eq!(one.stock.0[8..], other.stock.0[..8]);
        assert_eq!(one.flow.0[8..], other.flow.0[..8]);
    }
}

/// The survey's error is there in the years a survey is taken, and in no other.
#[test]
fn only_a_survey_has_an_error() {
    let city = ground();
    let calm = history::as_today(city.timeline, &city.geography);
    let block = Block::new(&city, 0, None);
    for (year, is_surveyed) in [(2021, false), (2022, true), (2023, false), (2025, true)] {
        let (measured, truth) = block.run(&city, &calm, year);
        let error = (measured - truth).map(f32::abs).largest();
        assert_eq!(0.02 < error, is_surveyed, "FY{year}: {error}");
        assert!(error < 3.0, "FY{year}: {error}");
    }
}

proptest! {
    /// A share stays a share, whatever learning and forgetting.
    #[test]
    fn a_share_stays_a_share(
        share in 0.0f32..=1.0,
        learn in 0.0f32..1e6,
        forget in 0.0f32..=0.025,
        ratio in 0.0f32..1e4,
    ) {
        let mut aware = Lanes::all(share);
        for _ in 0..60 {
            aware = awareness::next(aware, Lanes::all(learn), Lanes::all(forget));
            prop_assert!((0.0..=1.0).contains(&aware.0[0]), "{aware:?}");
        }
        let response = awareness::response(Lanes::all(ratio)).0[0];
        prop_assert!((-2.0..=4.0).contains(&response));
    }
}

fn deviation(values: &[f32]) -> f32 {
    let n = values.len() as f32;
    let mean = values.iter().sum::<f32>() / n;
    (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / n).sqrt()
}
