//! Sixteen draws of Kawasaki with all chains side by side, for the tests of each.

use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::engine::ground::Ground;
use mitoshi::engine::history::{self, Known, shocks};
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::model::alarm::World;
use mitoshi::model::ground::april;
use mitoshi::model::inputs::{Assumed, LeverTable, Spot};
use mitoshi::model::lanes::Lanes;
use mitoshi::model::luck::{Luck, murmur3};
use mitoshi::model::people::People;
use mitoshi::model::programmes::{self, Programme};
use mitoshi::model::read::Moment;
use mitoshi::model::shock_table::ShockTable;
use mitoshi::model::step::{self, Handed};
use mitoshi::model::town::{Inputs, Town};
use mitoshi::shocks::Script;

pub(super) struct City {
    pub(super) ground: Ground,
}

impl City {
    pub(super) fn kawasaki() -> Self {
        Self { ground: Ground::new(&Municipality::kawasaki()) }
    }

    /// Kawasaki with these programmes in place of its own.
    pub(super) fn with(programmes: Vec<Programme>) -> Self {
        let mut city = Self::kawasaki();
        city.ground.programmes = programmes.into();
        city
    }

    pub(super) fn programmes(&self) -> &[Programme] {
        &self.ground.programmes
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
    pub(super) inputs: Inputs,
    pub(super) history: Vec<(i32, Town)>,
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
        let known = Known { assumed, people: &people, shocks: &happens, luck: &luck };
        let (mut inputs, history, _) = history::tell(&city.ground, script, known);
        inputs.money.ceilings = ceiling.map(|yen| (0, yen)).into_iter().collect();
        shocks::settle(script, *timeline, geography, assumed, &mut people);
        Self { city, luck, people, shocks: happens, inputs, history }
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

    pub(super) fn programmes(&self) -> &programmes::Inputs {
        self.inputs.programmes.as_ref().unwrap()
    }

    pub(super) fn start(&self) -> Town {
        self.history.last().unwrap().1.clone()
    }

    /// The town at the end of a fiscal year of the plan.
    pub(super) fn run(&self, levers: &LeverTable, year: i32) -> Town {
        let mut town = self.start();
        let world = self.world(levers);
        for month in self.city.ground.timeline.plan..april(year + 1) {
            step::month(&mut town, &self.inputs, &world, &mut Handed::default(), month);
        }
        town
    }

    /// A measure at a place at the end of a fiscal year, where it is known.
    pub(super) fn at(
        &self,
        town: &Town,
        measure: MeasureId,
        spot: Spot,
        year: i32,
    ) -> Option<Lanes> {
        let levers = self.city.levers(&Policy::default());
        let (inputs, world) = (&self.inputs, &self.world(&levers));
        Moment { town, inputs, world, month: april(year) + 11 }.at(measure, spot)
    }

    pub(super) fn read(&self, town: &Town, measure: MeasureId, year: i32) -> Lanes {
        self.at(town, measure, Spot::City, year)
            .unwrap_or_else(|| panic!("nothing is known of {}", measure.spec().key))
    }
}

/// Every assumption somewhere within its bounds, sometimes at one of them.
pub(super) fn anything(seed: u32) -> Assumed {
    let mut n = 0;
    Assumed::from_fn(|id| {
        n += 1;
        let (low, high) = (id.spec().low as f32, id.spec().high as f32);
        Lanes::from_fn(|lane| {
            let bits = murmur3(&[seed, n, lane as u32], 5);
            match bits % 8 {
                0 => low,
                1 => high,
                _ => low + (high - low) * ((bits >> 8) as f32 / 16_777_216.0),
            }
        })
    })
}

/// Every lever somewhere between its ends, at one of them or as today, from some month on.
pub(super) fn any_policy(seed: u32) -> Policy {
    let mut policy = Policy::default();
    for (n, lever) in LeverId::all().enumerate() {
        let spec = lever.spec();
        let bits = murmur3(&[seed, n as u32], 6);
        let share = f64::from(bits >> 8) / 16_777_216.0;
        let value = match bits % 4 {
            0 => spec.min,
            1 => spec.max,
            2 => spec.default,
            _ => spec.min + (spec.max - spec.min) * share,
        };
        let value = if spec.is_switch() { value.round() } else { value };
        let setting = Setting {
            lever,
            place: String::new(),
            value,
            start_month: (bits >> 8) as u16 % 12,
            ramp_months: (bits >> 12) as u16 % 6,
        };
        policy = policy.with(setting).unwrap();
    }
    policy
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
