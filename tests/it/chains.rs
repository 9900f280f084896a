//! Sixteen draws of Kawasaki with all chains side by side, for the tests of each.

#![expect(clippy::disallowed_types, reason = "a measurement needs a clock")]

use std::time::Instant;

use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::engine::ground::Ground;
use mitoshi::engine::history::{self, Known, awareness as aware_history, shocks};
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::model::alarm::World;
use mitoshi::model::ground::{MonthIndex, april};
use mitoshi::model::inputs::{Assumed, LeverTable};
use mitoshi::model::lanes::Lanes;
use mitoshi::model::luck::Luck;
use mitoshi::model::people::People;
use mitoshi::model::programmes::{self, Programme, builtin, course};
use mitoshi::model::shock_table::ShockTable;
use mitoshi::model::town::{self, Town};
use mitoshi::model::{awareness, money, step};
use mitoshi::shocks::Script;

pub(super) struct City {
    pub(super) ground: Ground,
    pub(super) aware: aware_history::Ground,
    pub(super) programmes: Vec<Programme>,
}

impl City {
    pub(super) fn kawasaki() -> Self {
        let city = Municipality::kawasaki();
        Self {
            ground: Ground::new(&city),
            aware: aware_history::Ground::new(&city).unwrap(),
            programmes: builtin::programmes(&city),
        }
    }

    pub(super) fn levers(&self, policy: &Policy) -> LeverTable {
        self.ground.levers(policy)
    }
}

pub(super) fn with(lever: LeverId, value: f64) -> Policy {
    let setting = Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
    Policy::default().with(setting).unwrap()
}

pub(super) struct Block<'a> {
    pub(super) city: &'a City,
    pub(super) luck: Luck,
    pub(super) people: People,
    pub(super) shocks: ShockTable,
    pub(super) inputs: town::Inputs,
    pub(super) town: Town,
    pub(super) aware: (awareness::Inputs, Vec<(i32, awareness::State)>),
    pub(super) programmes: (programmes::Inputs, Vec<(i32, programmes::State)>),
    pub(super) money: money::Inputs,
}

/// All chains in a month.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Now {
    pub(super) town: Town,
    pub(super) aware: awareness::State,
    pub(super) programmes: programmes::State,
    pub(super) money: money::State,
}

impl<'a> Block<'a> {
    pub(super) fn new(city: &'a City, first_draw: u32, script: &Script) -> Self {
        let assumed = assumed(&Ranges::default(), 3, first_draw);
        Self::with(city, first_draw, script, &assumed, None)
    }

    pub(super) fn with(
        city: &'a City,
        first_draw: u32,
        script: &Script,
        assumed: &Assumed,
        ceiling: Option<f32>,
    ) -> Self {
        let Ground { geography, timeline, .. } = &city.ground;
        let luck = Luck::new(3, first_draw);
        let mut people = city.ground.people(assumed, &luck);
        let happens = shocks::table(script, *timeline, geography, assumed);
        let known_shocks = shocks::known(script, *timeline, assumed);
        let levers = city.levers(&Policy::default());
        let known = Known { assumed, people: &people, shocks: &happens, luck: &luck };
        let (inputs, towns) = history::tell(&city.ground, script, known);
        let aware = aware_history::tell(&aware_history::Ask {
            ground: &city.aware,
            geography,
            timeline: *timeline,
            known,
            levers: &levers,
        });
        let ask = course::Ask {
            programmes: &city.programmes,
            geography,
            timeline: *timeline,
            assumed,
            people: &people,
            luck: &luck,
            shocks: &happens,
            known: &known_shocks,
            unreal: shocks::unreal(script),
        };
        let programmes = programmes::start(&ask, &levers);
        shocks::settle(script, *timeline, geography, assumed, &mut people);
        let money = money::Inputs::new(assumed, ceiling, timeline.plan..timeline.plan_end);
        let town = towns.last().unwrap().1.clone();
        Self { city, luck, people, shocks: happens, inputs, town, aware, programmes, money }
    }

    pub(super) fn world<'b>(&'b self, levers: &'b LeverTable) -> World<'b> {
        World {
            geography: &self.city.ground.geography,
            people: &self.people,
            levers,
            shocks: &self.shocks,
            luck: &self.luck,
        }
    }

    pub(super) fn start(&self) -> Now {
        Now {
            town: self.town.clone(),
            aware: self.aware.1.last().unwrap().1.clone(),
            programmes: self.programmes.1.last().unwrap().1.clone(),
            money: money::State::default(),
        }
    }

    pub(super) fn month(&self, now: &mut Now, levers: &LeverTable, month: MonthIndex) {
        let world = self.world(levers);
        step::month(&mut now.town, &self.inputs, &world, month);
        let centres = now.town.centres.as_ref().zip(self.inputs.centres.as_ref());
        awareness::month(&mut now.aware, &self.aware.0, &world, centres, month);
        programmes::month(&mut now.programmes, &self.programmes.0, &world, centres, month);
        let chains = money::Chains {
            alarm: now.town.alarm.as_ref(),
            centres: now.town.centres.as_ref(),
            programmes: Some(&now.programmes),
        };
        now.money.month(&self.money, &world, chains, month);
    }

    /// The town at the end of a fiscal year of the plan.
    pub(super) fn run(&self, levers: &LeverTable, year: i32) -> Now {
        let mut now = self.start();
        for month in self.city.ground.timeline.plan..april(year + 1) {
            self.month(&mut now, levers, month);
        }
        now
    }

    /// A measure of the municipality at the end of a fiscal year.
    pub(super) fn read(&self, now: &Now, measure: MeasureId, year: i32) -> Lanes {
        let month = april(year) + 11;
        let (aware, given) = (&now.aware, &self.aware.0);
        let chains = money::Chains {
            alarm: now.town.alarm.as_ref(),
            centres: now.town.centres.as_ref(),
            programmes: Some(&now.programmes),
        };
        let programmes = &self.city.programmes;
        awareness::read_city(aware, given, &self.people, measure, month)
            .or_else(|| {
                programmes::read::read_city(
                    &now.programmes,
                    &self.programmes.0,
                    programmes,
                    measure,
                )
            })
            .or_else(|| now.money.read(&self.money, chains, measure))
            .unwrap_or_else(|| panic!("nothing is known of {}", measure.spec().key))
    }
}

/// p10, p50 and p90.
pub(super) fn quantiles(mut values: Vec<f32>) -> [f32; 3] {
    values.sort_by(f32::total_cmp);
    [0.1, 0.5, 0.9].map(|q| values[(q * (values.len() - 1) as f64) as usize])
}

pub(super) fn mean(values: &[f32]) -> f64 {
    values.iter().map(|v| f64::from(*v)).sum::<f64>() / values.len() as f64
}

/// The rows of a table of worked examples, without its head: each field as text.
pub(super) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|row| row.split(',').collect())
}

pub(super) fn number(text: &str) -> f32 {
    text.parse().unwrap_or_else(|_| panic!("«{text}» is not a number"))
}

/// How long the plan and outlook take: all chains, and of them these three. In release, one thread:
/// `cargo test --release --test it chains -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn speed() {
    let city = City::kawasaki();
    let block = Block::new(&city, 0, &Script::default());
    let mut policy = Policy::default();
    for lever in [LeverId::PublicityMoney, LeverId::Gathering, LeverId::ResidentSupport] {
        let value = lever.spec().max;
        let setting =
            Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
        policy = policy.with(setting).unwrap();
    }
    let levers = city.levers(&policy);
    let world = block.world(&levers);
    let plan = city.ground.timeline.plan..city.ground.timeline.end;
    let mut spent = [0.0; 4];
    for _ in 0..20 {
        let mut now = block.start();
        for month in plan.clone() {
            let clock = Instant::now();
            step::month(&mut now.town, &block.inputs, &world, month);
            let town = clock.elapsed();
            let centres = now.town.centres.as_ref().zip(block.inputs.centres.as_ref());
            awareness::month(&mut now.aware, &block.aware.0, &world, centres, month);
            let aware = clock.elapsed();
            programmes::month(&mut now.programmes, &block.programmes.0, &world, centres, month);
            let programmes = clock.elapsed();
            let chains = money::Chains {
                alarm: now.town.alarm.as_ref(),
                centres: now.town.centres.as_ref(),
                programmes: Some(&now.programmes),
            };
            now.money.month(&block.money, &world, chains, month);
            let parts = [town, aware - town, programmes - aware, clock.elapsed() - programmes];
            for (sum, part) in spent.iter_mut().zip(parts) {
                *sum += part.as_secs_f64() * 1e6 / (16.0 * 20.0);
            }
        }
    }
    let [town, aware, programmes, money] = spent;
    println!("us a draw: town {town:.1}, awareness {aware:.2}");
    println!("us a draw: programmes {programmes:.2}, money {money:.2}");
}
