//! What no assumption and no lever may break.

use mitoshi::engine::draw::{Ranges, middle};
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId as M;
use mitoshi::model::centres::Ground;
use mitoshi::model::ground::{Geography, april};
use mitoshi::model::inputs::Assumed;
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::luck::key_of;
use mitoshi::model::shock_table::{Hit, Resignation};
use mitoshi::model::shorts::Shorts;
use mitoshi::model::staff::{empty_since, tenure};
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};

use super::super::chains::{any_policy, anything};
use super::town::{Block, TIMELINE, draws, ground, mean, people, policy};

const READ: [M; 31] = [
    M::Posts,
    M::Filled,
    M::Vacancies,
    M::CentresIncomplete,
    M::StaffExits,
    M::StaffHires,
    M::FilledMonths,
    M::TenureUnder1,
    M::Tenure1To5,
    M::TenureUnder5,
    M::TenureOver5,
    M::Effective,
    M::TieSum,
    M::HoursAvailable,
    M::HoursConsult,
    M::HoursPlans,
    M::HoursAdmin,
    M::HoursSupport,
    M::HoursMeetings,
    M::HoursOutreach,
    M::HoursWanted,
    M::MeetIndividual,
    M::MeetArea,
    M::MeetWard,
    M::Meetings,
    M::MeetingsPlanned,
    M::MeetingsMissed,
    M::IssuesFound,
    M::IssuesResolved,
    M::IssuesOpen,
    M::IssuesOld,
];

/// What must hold in every month; `people` is how many there were a month before.
fn check_month(block: &Block, month: u32, before: Lanes, flows_before: [Lanes; 2]) {
    for measure in READ {
        let value = block.city(measure);
        assert!(
            value.0.iter().all(|x| x.is_finite() && 0.0 <= *x),
            "{measure:?} in month {month}: {value:?}"
        );
    }
    let get = |measure| block.city(measure);
    let filled = get(M::Filled);
    assert_eq!(filled + get(M::Vacancies), get(M::Posts), "filled and vacant are posts");
    let tenures = get(M::TenureUnder1) + get(M::Tenure1To5) + get(M::TenureOver5);
    assert_eq!(tenures, filled, "everybody has a tenure");
    let [left, hired] = flows_before;
    let [left, hired] = [get(M::StaffExits) - left, get(M::StaffHires) - hired];
    assert_eq!(before + hired - left, filled, "people are conserved in month {month}");
    for lane in 0..LANES {
        let of = |measure| block.city(measure).0[lane];
        assert!(of(M::Meetings) <= of(M::MeetingsPlanned), "held is never above the plan");
        let claims = [M::HoursConsult, M::HoursPlans, M::HoursAdmin, M::HoursSupport];
        let rest = of(M::HoursMeetings) + of(M::HoursOutreach);
        let served: f32 = claims.iter().map(|m| of(*m)).sum::<f32>() + rest;
        let available = of(M::HoursAvailable);
        // In a surplus consultation and plans stay as wanted; the others share what is there.
        assert!(
            (served - available).abs() <= 0.001 * available + 0.5,
            "hours served {served} are the {available} available"
        );
    }
}

fn check_run(mut block: Block, policy: &Policy) {
    let levers = block.levers(policy);
    let mut before = block.city(M::Filled);
    for month in TIMELINE.first..april(2024) {
        let flows = if month.is_multiple_of(12) {
            [Lanes::ZERO; 2]
        } else {
            [block.city(M::StaffExits), block.city(M::StaffHires)]
        };
        block.month(&levers, month);
        check_month(&block, month, before, flows);
        before = block.city(M::Filled);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_breaks_anywhere_within_the_bounds(seed in any::<u32>()) {
        let mut block = Block::with(seed % 4096, ground(), anything(seed));
        block.shocks.hit(Hit::Meetings, april(2020)..april(2021), Lanes::all(0.6));
        block.shocks.hit(Hit::FillTime, april(2022)..april(2022) + 6, Lanes::all(1e9));
        block.shocks.resignations.push(Resignation {
            month: april(2022),
            centre: seed as usize % 49,
            share: Lanes::all(0.9),
        });
        check_run(block, &any_policy(seed));
        prop_assert!(true);
    }
}

/// A village: one ward, one area, one centre, nothing observed.
#[test]
fn a_municipality_with_one_centre_runs() {
    let geography = Geography::new(1, &[(2, vec![(3, vec![key_of("the centre")])])]);
    let people = people(&geography, 900.0, 0.01);
    let ground = Ground { posts_share: 900.0 / 310_500.0, ..Ground::default() };
    let assumed = middle(&Ranges::default());
    check_run(Block::of(0, ground, assumed, geography, people), &Policy::default());
}

#[test]
fn a_draw_is_the_same_in_any_block() {
    let policy = policy(&[(LeverId::Retention, 60.0), (LeverId::PlanIndividual, 1.5)]);
    let run = |first| {
        let block = Block::new(first).run(&policy, TIMELINE.first..TIMELINE.end);
        READ.map(|measure| block.city(measure))
    };
    let (whole, shifted) = (run(32), run(40));
    for (a, b) in whole.iter().zip(shifted) {
        assert_eq!(a.0[8..], b.0[..8]);
    }
}

#[test]
fn zero_staff_gives_zero_meetings() {
    let mut block = Block::new(0);
    block.shocks.hit(Hit::FillTime, TIMELINE.first..TIMELINE.end, Lanes::all(1e9));
    block.state.since.fill(Shorts::all(empty_since(block.state.now)));
    for team in &mut block.state.teams {
        team.filled = Lanes::ZERO;
    }
    let policy = policy(&[(LeverId::Clerical, 2.0), (LeverId::MeetRing, 5.0)]);
    let block = block.run(&policy, TIMELINE.first..april(2024));
    for measure in [M::Meetings, M::MeetIndividual, M::HoursAvailable, M::HoursMeetings, M::Filled]
    {
        assert_eq!(block.city(measure), Lanes::ZERO, "{measure:?}");
    }
    assert!(0.0 < block.city(M::MeetingsPlanned).0[0]);
}

/// With no hiring and no load effect, the staff of April 2018 shrinks as the hazards say.
#[test]
fn no_hiring_gives_the_decay_of_the_hazards() {
    const BETA: &str = "st_load_beta";
    let (mut left, mut expected) = (0.0, 0.0);
    for first in (0..256).step_by(LANES) {
        let middle = middle(&Ranges::default());
        let calm = Assumed::from_fn(|id| {
            if id.spec().key == BETA || id.spec().key == "st_centre_sd" {
                Lanes::ZERO
            } else {
                middle.get(id)
            }
        });
        let mut block = Block::with(first as u32, ground(), calm);
        block.shocks.hit(Hit::FillTime, TIMELINE.first..TIMELINE.end, Lanes::all(1e9));
        let staff = &block.inputs.staff;
        let season = staff.leave_season;
        for since in &block.state.since {
            for lane in 0..LANES {
                let Some(mut tenure) = tenure(since.0[lane], block.state.now) else { continue };
                let mut stays = 1.0;
                for season in &season {
                    let class = if tenure < 96 { 0 } else { 1 + usize::from(480 <= tenure) };
                    stays *= 1.0 - f64::from(staff.hazards[class].0[lane] * season.0[lane]);
                    tenure = tenure.saturating_add(8);
                }
                expected += stays;
            }
        }
        let block = block.run(&Policy::default(), TIMELINE.first..TIMELINE.first + 12);
        left += block.city(M::Filled).0.iter().map(|&x| f64::from(x)).sum::<f64>();
        assert_eq!(block.city(M::StaffHires), Lanes::ZERO);
    }
    println!("after a year without hiring {left} remain, the hazards say {expected:.0}");
    assert!((left / expected - 1.0).abs() < 0.005, "{left} remain, the hazards say {expected}");
}

/// Levers at their defaults, put in the table for one area only, change no bit anywhere.
#[test]
fn a_lever_at_its_default_changes_nothing() {
    let mut default = Policy::default();
    for lever in LeverId::all().filter(|l| l.spec().scope == mitoshi::levers::Scope::Place) {
        let (place, value) = ("area 3".to_owned(), lever.spec().default);
        default =
            default.with(Setting { lever, place, value, start_month: 0, ramp_months: 0 }).unwrap();
    }
    let run = |policy| Block::new(0).run(policy, TIMELINE.first..TIMELINE.end).state;
    assert!(run(&default) == run(&Policy::default()));
}

/// Without its elasticity, load has no way to leaving: half the hours change nobody's luck.
#[test]
fn the_loop_is_gone_without_its_elasticity() {
    let exits = |beta: f32, per_person: f32| {
        let values = draws(4, |first| {
            let middle = middle(&Ranges::default());
            let assumed = Assumed::from_fn(|id| {
                if id.spec().key == "st_load_beta" { Lanes::all(beta) } else { middle.get(id) }
            });
            let mut block = Block::with(first, ground(), assumed);
            for hours in &mut block.inputs.hours.per_person {
                *hours = *hours * per_person;
            }
            block.run(&Policy::default(), TIMELINE.first..april(2021)).city(M::StaffExits)
        });
        mean(&values)
    };
    let (off, off_short) = (exits(0.0, 1.0), exits(0.0, 0.5));
    let (on, on_short) = (exits(1.0, 1.0), exits(1.0, 0.5));
    println!("exits in FY2020: loop off {off:.1}, off and half the hours {off_short:.1};");
    println!("loop on {on:.1}, on and half the hours {on_short:.1}");
    assert!(off.to_bits() == off_short.to_bits() && on * 1.3 < on_short);
}
