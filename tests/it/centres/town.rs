//! A made-up city of the size the assumptions were drawn for: 7 wards, 44 care areas, 49 centres,
//! 305,000 people of 65 and over in 2018. No figure here is an observation but the four that the
//! plan prints: turnover 25.8 %, 14 vacancies, more than 60 % under five years, 296 meetings.

use mitoshi::engine::draw::{Ranges, assumed};
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::model::alarm::World;
use mitoshi::model::centres::start::Ask;
use mitoshi::model::centres::{self, Ground, Inputs, Observed, State, read};
use mitoshi::model::ground::{Geography, Timeline, april};
use mitoshi::model::inputs::{Assumed, LeverTable, Spot};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::{Luck, key_of, murmur3};
use mitoshi::model::people::{Group, People};
use mitoshi::model::shock_table::ShockTable;

pub(crate) const TIMELINE: Timeline =
    Timeline { first: april(2018), plan: april(2021), plan_end: april(2024), end: april(2026) };

/// Areas of each ward; the first area of each of five wards has two centres.
const WARD_AREAS: [usize; 7] = [6, 5, 8, 7, 6, 6, 6];

pub(crate) fn geography() -> Geography {
    let key = |kind: &str, n: usize| murmur3(&[key_of(kind), n as u32], 0);
    let (mut n_areas, mut n_centres) = (0, 0);
    let mut wards = Vec::new();
    for (ward, &count) in WARD_AREAS.iter().enumerate() {
        let mut areas = Vec::new();
        for i in 0..count {
            let mut own = Vec::new();
            for _ in 0..if i == 0 && ward < 5 { 2 } else { 1 } {
                own.push(key("centre", n_centres));
                n_centres += 1;
            }
            areas.push((key("area", n_areas), own));
            n_areas += 1;
        }
        wards.push((key("ward", ward), areas));
    }
    Geography::new(key_of("a made-up city"), &wards)
}

/// Share of 65+ in a group and its yearly growth beyond that of 65+.
const GROUPS: [(Group, f32, f32); 12] = [
    (Group::Total, 5.0, -0.008),
    (Group::Age65To74, 0.49, -0.012),
    (Group::Age75To84, 0.35, 0.008),
    (Group::Age85, 0.16, 0.02),
    (Group::Alone65To69, 0.035, 0.0),
    (Group::Alone70To74, 0.04, 0.01),
    (Group::Alone75To79, 0.045, 0.02),
    (Group::Alone80To84, 0.04, 0.02),
    (Group::Alone85, 0.045, 0.03),
    (Group::Support, 0.05, 0.01),
    (Group::Care, 0.13, 0.024),
    (Group::Dementia, 0.12, 0.02),
];

/// People of 65+ in 2018 and their yearly growth; areas differ by up to a third.
pub(crate) fn people(geography: &Geography, elderly: f32, growth: f32) -> People {
    let n = geography.n_areas();
    let mut people = People::new(2017, 10, n);
    let weights: Vec<f32> = (0..n)
        .map(|a| {
            geography.area_centres[a].len() as f32 * (1.0 + 0.3 * ((a * 7 % 13) as f32 / 6.0 - 1.0))
        })
        .collect();
    let all: f32 = weights.iter().sum();
    for year in people.years() {
        for (area, weight) in weights.iter().enumerate() {
            for (group, share, faster) in GROUPS {
                let base = elderly * weight / all * share;
                let heads = base * libm::powf(1.0 + growth + faster, (year - 2018) as f32);
                people.set_october(year, area, group, Lanes::all(heads));
            }
        }
    }
    people
}

pub(crate) fn ground() -> Ground {
    Ground {
        posts_share: 1.0,
        turnover: Some(Observed { month: april(2018) + 11, value: 25.8, error_sd: 2.7 }),
        vacancies: Some(Observed { month: april(2020) + 2, value: 14.0, error_sd: 0.0 }),
        under_five_least: Some(0.6),
        meetings: Some(Observed { month: april(2019) + 11, value: 296.0, error_sd: 0.0 }),
        ward_meetings_from: None,
    }
}

/// One block of sixteen draws of a city.
#[derive(Clone)]
pub(crate) struct Block {
    pub(crate) geography: Geography,
    pub(crate) people: People,
    pub(crate) luck: Luck,
    pub(crate) assumed: Assumed,
    pub(crate) shocks: ShockTable,
    pub(crate) inputs: Inputs,
    pub(crate) state: State,
}

impl Block {
    pub(crate) fn new(first_draw: u32) -> Self {
        Self::with(first_draw, ground(), assumed(&Ranges::default(), 7, first_draw))
    }

    pub(crate) fn with(first_draw: u32, ground: Ground, assumed: Assumed) -> Self {
        let geography = geography();
        let people = people(&geography, 305_000.0, 0.012);
        Self::of(first_draw, ground, assumed, geography, people)
    }

    pub(crate) fn of(
        first_draw: u32,
        ground: Ground,
        assumed: Assumed,
        geography: Geography,
        people: People,
    ) -> Self {
        let luck = Luck::new(7, first_draw);
        let shocks = ShockTable::calm(TIMELINE);
        let (inputs, state, _) = centres::start(&Ask {
            ground: &ground,
            geography: &geography,
            timeline: TIMELINE,
            assumed: &assumed,
            people: &people,
            luck: &luck,
            shocks: &shocks,
        });
        Self { geography, people, luck, assumed, shocks, inputs, state }
    }

    pub(crate) fn levers(&self, policy: &Policy) -> LeverTable {
        let geography = &self.geography;
        LeverTable::new(policy, TIMELINE, geography, &|code| {
            if code.is_empty() {
                return Some(Spot::City);
            }
            code.strip_prefix("area ").and_then(|n| n.parse().ok()).map(Spot::Area)
        })
    }

    pub(crate) fn month(&mut self, levers: &LeverTable, month: u32) {
        let world = World {
            geography: &self.geography,
            people: &self.people,
            levers,
            shocks: &self.shocks,
            luck: &self.luck,
        };
        centres::month(&mut self.state, &self.inputs, &world, month);
    }

    /// Runs the months and returns this block for more.
    pub(crate) fn run(mut self, policy: &Policy, months: std::ops::Range<u32>) -> Self {
        let levers = self.levers(policy);
        for month in months {
            self.month(&levers, month);
        }
        self
    }

    /// A measure of the city.
    pub(crate) fn city(&self, measure: MeasureId) -> Lanes {
        let areas = 0..self.geography.n_areas();
        let read = |area: usize| {
            read::read(&self.state, &self.inputs, &self.geography, measure, area..area + 1)
        };
        if let Some(first) = read(0) {
            return areas.skip(1).fold(first, |sum, area| sum + read(area).unwrap());
        }
        let ward = |ward| read::read_ward(&self.state, &self.geography, measure, ward).unwrap();
        (0..self.geography.n_wards()).fold(Lanes::ZERO, |sum, w| sum + ward(w))
    }
}

/// A policy of city-wide settings from the start of the plan on.
pub(crate) fn policy(settings: &[(LeverId, f64)]) -> Policy {
    settings.iter().fold(Policy::default(), |policy, &(lever, value)| {
        let setting =
            Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
        policy.with(setting).unwrap()
    })
}

/// Values of all draws of some blocks.
pub(crate) fn draws(n_blocks: u32, of: impl Fn(u32) -> Lanes) -> Vec<f32> {
    (0..n_blocks).flat_map(|block| of(block * LANES as u32).0).collect()
}

pub(crate) fn mean(values: &[f32]) -> f64 {
    values.iter().map(|&x| f64::from(x)).sum::<f64>() / values.len() as f64
}

/// The value below which a share of the draws lie.
pub(crate) fn quantile(values: &[f32], share: f64) -> f32 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}
