//! Being known: worked rows, what the surveys fix, bounds and directions.

use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::engine::ground::Ground;
use mitoshi::engine::history::{Known, awareness as history};
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::model::alarm::World;
use mitoshi::model::awareness::{self, Inputs, State};
use mitoshi::model::ground::april;
use mitoshi::model::inputs::{Assumed, LeverTable};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::Luck;
use mitoshi::model::people::People;
use mitoshi::model::shock_table::{Hit, ShockTable};

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

fn policy(lever: LeverId, value: f64) -> Policy {
    let setting = Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
    Policy::default().with(setting).unwrap()
}

fn quantiles(mut values: Vec<f32>) -> [f32; 3] {
    values.sort_by(f32::total_cmp);
    [0.1, 0.5, 0.9].map(|q| values[(q * (values.len() - 1) as f64) as usize])
}

/// One month worked by hand.
#[test]
fn a_month_by_hand() {
    // share, learn a month, pull-back a month → share a month on
    let rows = "
        0.444, 0.005,  0.00375, 0.445115
        0.444, 0.0,    0.00375, 0.442335
        0.0,   0.01,   0.01,    0.01
        1.0,   0.01,   0.01,    0.99
        0.5,   0.9,    0.0,     0.75";
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let n: Vec<f32> = row.split(',').map(|n| n.trim().parse().unwrap()).collect();
        let next = awareness::next(Lanes::all(n[0]), Lanes::all(n[1]), Lanes::all(n[2])).0[0];
        assert!((next - n[3]).abs() < 1e-6, "{row}: {next}");
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

fn deviation(values: &[f32]) -> f32 {
    let n = values.len() as f32;
    let mean = values.iter().sum::<f32>() / n;
    (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / n).sqrt()
}
