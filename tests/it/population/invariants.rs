//! What must hold for every value inside the catalogue's bounds.

use std::sync::OnceLock;

use mitoshi::assumptions::{AssumptionId, Chain};
use mitoshi::engine::draw::{Ranges, assumed, middle};
use mitoshi::engine::ground::Ground;
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::model::alarm::World;
use mitoshi::model::inputs::Assumed;
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::Luck;
use mitoshi::model::people::{Group, People};
use mitoshi::model::population::newcomers::Newcomers;
use mitoshi::model::population::{account, people};
use mitoshi::model::programmes::gatherings;
use mitoshi::model::shock_table::ShockTable;
use proptest::prelude::*;

const CHAINS: [Chain; 3] = [Chain::Population, Chain::Households, Chain::CareNeed];

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| Ground::new(&Municipality::kawasaki()))
}

fn ours() -> Vec<AssumptionId> {
    AssumptionId::all().filter(|id| CHAINS.contains(&id.spec().chain)).collect()
}

/// Each of ours at a share of the way between its bounds, another in each draw.
fn spread(shares: &[f64]) -> Assumed {
    let ours = ours();
    let middle = middle(&Ranges::default());
    Assumed::from_fn(|id| {
        let Some(at) = ours.iter().position(|of| *of == id) else { return middle.get(id) };
        let spec = id.spec();
        Lanes::from_fn(|i| {
            let share = shares[(at * LANES + i) % shares.len()];
            (spec.low + (spec.high - spec.low) * share) as f32
        })
    })
}

fn run(assumed: &Assumed, luck: &Luck) -> People {
    people(&ground().people, &ground().geography, assumed, luck, 2017..2041)
}

fn check_people(run: &People) -> Result<(), TestCaseError> {
    let places = &ground().geography;
    for year in run.years() {
        for area in 0..places.n_areas() {
            let at = |group| run.october(year, area, group);
            for group in Group::ALL {
                let fine = at(group).0.iter().all(|&heads| heads.is_finite() && 0.0 <= heads);
                prop_assert!(fine, "{group:?} {year} {area}: {:?}", at(group));
            }
            let old = at(Group::Age65To74) + at(Group::Age75To84) + at(Group::Age85);
            let alone = Group::ALONE.into_iter().fold(Lanes::ZERO, |sum, g| sum + at(g));
            let certified = at(Group::Support) + at(Group::Care);
            for i in 0..LANES {
                let most = old.0[i] * 1.000_01;
                prop_assert!(alone.0[i] <= most && certified.0[i] <= most);
                prop_assert!(at(Group::Dementia).0[i] <= most);
                prop_assert!(old.0[i] <= at(Group::Total).0[i] * 1.000_01);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn people_are_finite_and_never_negative(
        shares in prop::collection::vec(0.0..=1.0f64, 61),
        first in 0..1000u32,
    ) {
        check_people(&run(&spread(&shares), &Luck::new(3, first * 16)))?;
    }

    #[test]
    fn nobody_is_lost(
        shares in prop::collection::vec(0.0..=1.0f64, 61),
        ward in 0..7usize,
        come in 0.0..9000.0f32,
    ) {
        let (assumed, luck) = (spread(&shares), Luck::new(3, 0));
        let (people, old_share) = (Lanes::all(come), Lanes::all(0.1));
        let project = Newcomers { ward, start: 252, months: 24, people, old_share };
        let (ground, places) = (&ground().people, &ground().geography);
        let years = account(ground, places, &assumed, &luck, &[project], (ward, 2040));
        let mut last = None;
        for year in years {
            for i in 0..LANES {
                let came = year.births.0[i] + year.moved.0[i] - year.deaths.0[i];
                let end = year.start.0[i] + came;
                prop_assert!((end - year.end.0[i]).abs() < 1e-6 * end, "{}", year.year);
                prop_assert!(0.0 <= year.births.0[i] && 0.0 <= year.deaths.0[i]);
                if let Some(before) = last {
                    let before: mitoshi::model::population::wide::Wide = before;
                    prop_assert_eq!(before.0[i].to_bits(), year.start.0[i].to_bits());
                }
            }
            last = Some(year.end);
        }
    }
}

/// Base-year errors move people between ages, wards and areas, never in or out of the city.
#[test]
fn base_errors_leave_the_count() {
    let draw = assumed(&Ranges::default(), 5, 0);
    let run = run(&draw, &Luck::new(5, 0));
    let still = people(
        &ground().people,
        &ground().geography,
        &middle(&Ranges::default()),
        &Luck::new(5, 0),
        2020..2021,
    );
    for areas in &ground().geography.ward_areas {
        let sum = |people: &People, i: usize| -> f32 {
            areas.clone().map(|a| people.october(2020, a, Group::Total).0[i]).sum()
        };
        for i in 0..LANES {
            let (a, b) = (sum(&run, i), sum(&still, i));
            assert!((a - b).abs() < 0.5, "{a} {b}");
        }
    }
}

/// Every assumption of these chains moves something between its ends.
#[test]
fn every_assumption_moves_something() {
    let middle = middle(&Ranges::default());
    for id in ours() {
        // Read elsewhere: by the devices, by prevention month by month, by a shock.
        let elsewhere = ["dem_wander_share", "cert_prevention_eff", "ef_cert_years"];
        if elsewhere.contains(&id.spec().key) || id.spec().key.starts_with("sh_") {
            continue;
        }
        let at =
            |end: f64| {
                let ends = Assumed::from_fn(|of| {
                    if of == id { Lanes::all(end as f32) } else { middle.get(of) }
                });
                run(&ends, &Luck::new(1, 0))
            };
        let (low, high) = (at(id.spec().p10), at(id.spec().p90));
        assert!(low != high, "{} moves nothing", id.spec().key);
    }
}

#[test]
fn prevention_is_slow_and_moves_with_its_assumptions() {
    let after = |largest: f32, years: f32, months: u32| {
        let assumed = Assumed::from_fn(|of| match of.spec().key {
            "cert_prevention_eff" => Lanes::all(largest),
            "ef_cert_years" => Lanes::all(years),
            _ => Lanes::ZERO,
        });
        let (ground, luck) = (ground(), Luck::new(1, 0));
        let people = run(&middle(&Ranges::default()), &luck);
        let everywhere = Setting {
            lever: LeverId::Gathering,
            place: String::new(),
            value: 100.0,
            start_month: 0,
            ramp_months: 0,
        };
        let world = World {
            geography: &ground.geography,
            people: &people,
            levers: &ground.levers(&Policy::default().with(everywhere).unwrap()),
            shocks: &ShockTable::calm(ground.timeline),
            luck: &luck,
        };
        let inputs = gatherings::Inputs::new(&assumed);
        let mut state = gatherings::State::new(1);
        assert_eq!(state.kept(&inputs), None);
        for _ in 0..months {
            state.month(&inputs, &world, &[Lanes::ONE], ground.timeline.plan + 1);
        }
        100.0 * (1.0 - state.certified_kept(&inputs, 0).0[0])
    };
    for (largest, years, months, from, to) in [
        (4.0, 3.0, 12, 0.0, 0.4),
        (4.0, 3.0, 36, 2.0, 2.6),
        (4.0, 3.0, 240, 3.9, 4.0),
        (4.0, 5.0, 36, 0.5, 1.5),
        (2.0, 3.0, 36, 1.0, 1.3),
        (0.0, 3.0, 36, 0.0, 0.0),
    ] {
        let cut = after(largest, years, months);
        assert!(from <= cut && cut <= to, "{largest} % in {years} years, month {months}: {cut}");
    }
}

/// Draw 731 is draw 731 in any block.
#[test]
fn a_draw_does_not_know_its_neighbours() {
    let ranges = Ranges::default();
    let a = run(&assumed(&ranges, 1, 720), &Luck::new(1, 720));
    let b = run(&assumed(&ranges, 1, 731), &Luck::new(1, 731));
    for year in a.years() {
        for area in 0..ground().geography.n_areas() {
            for group in Group::ALL {
                let of =
                    |run: &People, lane: usize| run.october(year, area, group).0[lane].to_bits();
                assert_eq!(of(&a, 11), of(&b, 0));
            }
        }
    }
}
