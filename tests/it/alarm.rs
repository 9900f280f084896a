//! Alarm devices: worked rows, what no month may break, and which way levers move them.

use mitoshi::assumptions::AssumptionId;
use mitoshi::engine::draw::{Ranges, assumed, middle};
use mitoshi::engine::history;
use mitoshi::levers::{LeverId, Policy};
use mitoshi::measures::MeasureId as M;
use mitoshi::model::alarm::{AreaState, Inputs, Share, Solved};
use mitoshi::model::ground::april;
use mitoshi::model::inputs::{Assumed, Spot};
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::people::{Group, People};
use mitoshi::model::step::{self, Handed};
use mitoshi::shocks::Script;
use proptest::prelude::{ProptestConfig, any, proptest};

use super::chains::{Block, City, any_policy, anything, mean, number, with};

/// Fields of a row whose first one is quoted.
fn fields(row: &str) -> (&str, Vec<f32>) {
    let (name, rest) = row[1..].split_once("\",").unwrap();
    (name, rest.split(',').map(number).collect())
}

#[test]
fn who_is_eligible_by_hand() {
    let nothing = Lanes::ZERO;
    let solved = Solved {
        rate: nothing,
        portable_share: nothing,
        conversion: nothing,
        busiest_year: nothing,
    };
    for row in include_str!("rows/alarm_eligible.csv").lines().skip(1) {
        let (name, n) = fields(row);
        let ours = ["al_chronic_share", "al_equiv_household", "dem_wander_share", "al_overlap_c"];
        let ours = ours.into_iter().chain(["al_younger_share"]).zip(&n[3..8]);
        let ours: Vec<_> = ours.map(|(key, value)| (AssumptionId::of(key), *value)).collect();
        let middle = middle(&Ranges::default());
        let assumed = Assumed::from_fn(|id| {
            let own = ours.iter().find(|(known, _)| *known == id);
            own.map_or(middle.get(id), |(_, value)| Lanes::all(*value))
        });
        let mut people = People::new(2020, 2, 1);
        for year in [2020, 2021] {
            let mut set = |group, heads: f32| people.set_october(year, 0, group, Lanes::all(heads));
            set(Group::Alone70To74, n[0]);
            set(Group::Alone80To84, n[1]);
            set(Group::Dementia, n[2]);
        }
        let found = Inputs::new(&assumed, solved.clone()).eligible_today(&people, 0, april(2021));
        assert!((found.0[0] - n[8]).abs() < 0.01, "{name}: {}", found.0[0]);
    }
}

#[test]
fn what_is_short_is_shared_in_whole_devices() {
    for row in include_str!("rows/alarm_limit.csv").lines().skip(1) {
        let (name, n) = fields(row);
        let asked: f32 = n[1..4].iter().sum();
        let mut share = Share::of(Lanes::all(n[0]), Lanes::all(asked));
        let given = [1, 2, 3].map(|i| share.next(Lanes::all(n[i])).0[0]);
        assert_eq!(given.as_slice(), &n[4..7], "{name}");
    }
}

/// Devices at the end of a year are those before it, and what came less what went: in each draw.
#[test]
fn history_is_exact_device_by_device() {
    let city = City::kawasaki();
    for first in [0, 16] {
        let assumed = assumed(&Ranges::default(), 3, first);
        let block = Block::with(&city, first, &Script::default(), &assumed, None);
        let known = history::Known {
            assumed: &assumed,
            people: &block.people,
            shocks: &block.shocks,
            luck: &block.luck,
        };
        let bridged = history::bridged(&city.ground, known);
        assert_eq!(
            bridged.years.iter().map(|y| y.fiscal_year).collect::<Vec<_>>(),
            [2018, 2019, 2020]
        );
        let sum = |areas: &[AreaState], of: &dyn Fn(&AreaState) -> Lanes| {
            areas.iter().fold(Lanes::ZERO, |sum, area| sum + of(area))
        };
        for pair in bridged.years.windows(2) {
            let stock = |i: usize| sum(&pair[i].areas, &|a| a.portable + a.home);
            let flow = sum(&pair[1].areas, &|a| a.flows.installs - a.flows.exits);
            assert_eq!(stock(0) + flow, stock(1), "{}", pair[1].fiscal_year);
        }
        // Counted, with an error of ten; and an estimate that the forecast pulls at.
        for (year, portable, home, within) in [(0, 535.0, 1034.0, 40.0), (1, 729.0, 880.0, 40.0)] {
            let areas = &bridged.years[year].areas;
            let found = [sum(areas, &|a| a.portable), sum(areas, &|a| a.home)];
            for (found, seen) in found.into_iter().zip([portable, home]) {
                assert!(found.0.iter().all(|x| (x - seen).abs() <= within), "{:?}", found.0);
            }
        }
    }
}

/// Runs the plan and asks after everybody in every month.
fn check_nobody_is_lost(block: &Block<'_>, policy: &Policy) {
    let city = block.city;
    let levers = city.levers(policy);
    let world = block.world(&levers);
    let mut town = block.start();
    let timeline = city.ground.timeline;
    for month in timeline.plan..timeline.plan + 36 {
        let before = town.alarm.clone().unwrap().areas;
        step::month(&mut town, &block.inputs, &world, &mut Handed::default(), month);
        let alarm = town.alarm.as_ref().unwrap();
        let mut in_use = [Lanes::ZERO; 2];
        for (was, is) in before.iter().zip(&alarm.areas) {
            let flow = |of: &dyn Fn(&AreaState) -> Lanes| {
                if month.is_multiple_of(12) { of(is) } else { of(is) - of(was) }
            };
            let (came, left) = (flow(&|a| a.flows.installs), flow(&|a| a.flows.exits));
            let (asked, turned) = (flow(&|a| a.flows.applications), flow(&|a| a.flows.conversions));
            assert_eq!(was.portable + was.home + came - left, is.portable + is.home);
            assert_eq!(was.waiting + asked - came, is.waiting, "who applies waits until served");
            for n in [is.portable, is.home, is.waiting, came, left, asked, turned] {
                assert!(n.0.iter().all(|x| 0.0 <= *x && *x == x.round()), "{:?}", n.0);
            }
            in_use[0] += is.portable;
            in_use[1] += is.home;
        }
        assert_eq!(alarm.in_use, in_use, "the municipality is the sum of its areas");
        let total = block.at(&town, M::AlarmTotal, Spot::City, 2021);
        assert_eq!(total, Some(in_use[0] + in_use[1]), "portable and home are the total");
    }
    for area in &town.alarm.as_ref().unwrap().areas {
        let reasons = area.flows.reasons.iter().fold(Lanes::ZERO, |sum, n| sum + *n);
        assert_eq!(reasons, area.flows.exits, "each exit of the last year has one reason");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any lever, any assumption anywhere within its bounds, with the pandemic and without it.
    #[test]
    fn nobody_is_lost_anywhere_within_the_bounds(seed in any::<u32>()) {
        let city = City::kawasaki();
        let script = Script::default().with_pandemic(seed % 2 == 0);
        let block = Block::with(&city, seed % 4096, &script, &anything(seed), None);
        check_nobody_is_lost(&block, &any_policy(seed));
    }
}

fn blocks(city: &City) -> Vec<Block<'_>> {
    (0..4).map(|b| Block::new(city, b * LANES as u32, &Script::default())).collect()
}

fn mean_of(blocks: &[Block<'_>], city: &City, policy: &Policy, measure: M, year: i32) -> f64 {
    let levers = city.levers(policy);
    let read = |block: &Block<'_>| block.read(&block.run(&levers, year), measure, year).0;
    mean(&blocks.iter().flat_map(read).collect::<Vec<f32>>())
}

#[test]
fn levers_move_devices_the_right_way() {
    let city = City::kawasaki();
    let blocks = blocks(&city);
    let rows: [(LeverId, f64, M, bool); 9] = [
        (LeverId::AlarmAge, 65.0, M::AlarmEligible, true),
        (LeverId::AlarmAge, 85.0, M::AlarmApplications, false),
        (LeverId::AlarmClassA, 0.0, M::AlarmEligible, false),
        (LeverId::AlarmClassC, 0.0, M::AlarmPortable, false),
        (LeverId::AlarmPublicity, 3.0, M::AlarmApplications, true),
        (LeverId::AlarmChargePortable, 4064.0, M::AlarmPortable, false),
        (LeverId::AlarmChargeHome, 9000.0, M::AlarmExitUnwanted, true),
        (LeverId::AlarmReplace, 100.0, M::AlarmConversions, true),
        (LeverId::AlarmReplace, 100.0, M::AlarmHome, false),
    ];
    for (lever, value, measure, rises) in rows {
        let before = mean_of(&blocks, &city, &Policy::default(), measure, 2022);
        let after = mean_of(&blocks, &city, &with(lever, value), measure, 2022);
        let name = lever.spec().key;
        println!("{name} at {value}: {measure:?} {before:.1} -> {after:.1}");
        assert!((before < after) == rises && before != after, "{name}: {before} -> {after}");
    }
}

/// Who wanders has a portable device: without the class as many home devices are put in as before.
#[test]
fn class_c_has_portable_devices_only() {
    let city = City::kawasaki();
    let blocks = blocks(&city);
    let without = with(LeverId::AlarmClassC, 0.0);
    let at = |policy: &Policy, measure| mean_of(&blocks, &city, policy, measure, 2023);
    let (home, portable) = (M::AlarmHome, M::AlarmPortable);
    let before = [home, portable].map(|measure| at(&Policy::default(), measure));
    let after = [home, portable].map(|measure| at(&without, measure));
    println!("{before:?} -> {after:?}");
    assert!((after[0] / before[0] - 1.0).abs() < 0.01, "home devices hardly move");
    assert!(after[1] < before[1] * 0.99, "portable ones do");
}

#[test]
fn a_contractor_who_leaves_puts_nothing_in() {
    use mitoshi::shocks::{Fired, ShockId};
    let city = City::kawasaki();
    let shock = ShockId::ContractorWithdrawal;
    let fired =
        Fired { shock, place: String::new(), start_month: 0, months: 12, severity: Some(12.0) };
    let Ok(script) = Script::default().with(fired) else { panic!("a year is within the bounds") };
    let block = Block::new(&city, 0, &script);
    let levers = city.levers(&Policy::default());
    let town = block.run(&levers, 2021);
    assert_eq!(block.read(&town, M::AlarmInstalls, 2021), Lanes::ZERO);
    assert!(block.read(&town, M::AlarmWaiting, 2021).0.iter().all(|n| 50.0 < *n));
}
