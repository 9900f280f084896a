//! Which way each lever moves things, in the mean over 256 draws, and that none is dead.

use std::sync::OnceLock;

use mitoshi::levers::{Group, LeverId, Policy};
use mitoshi::measures::MeasureId as M;
use mitoshi::model::ground::april;

use super::town::{Block, TIMELINE, mean, policy};

const N_BLOCKS: u32 = 16;

/// Every block at the end of its history, which no lever can reach.
fn at_plan() -> &'static [Block] {
    static BLOCKS: OnceLock<Vec<Block>> = OnceLock::new();
    BLOCKS.get_or_init(|| {
        let history = TIMELINE.first..TIMELINE.plan;
        let block = |b| Block::new(16 * b).run(&Policy::default(), history.clone());
        (0..N_BLOCKS).map(block).collect()
    })
}

/// The blocks at the end of FY2022 under a policy from April 2021 on.
fn in_2022(settings: &[(LeverId, f64)]) -> Vec<Block> {
    let policy = policy(settings);
    let run = |block: &Block| block.clone().run(&policy, TIMELINE.plan..april(2023));
    at_plan().iter().map(run).collect()
}

fn mean_of(blocks: &[Block], measure: M) -> f64 {
    let values: Vec<f32> = blocks.iter().flat_map(|block| block.city(measure).0).collect();
    mean(&values)
}

/// The measure in FY2022 in the mean over draws, with the setting against without.
#[track_caller]
fn check(settings: &[(LeverId, f64)], measure: M, rises: bool) {
    static TODAY: OnceLock<Vec<Block>> = OnceLock::new();
    let without = mean_of(TODAY.get_or_init(|| in_2022(&[])), measure);
    let with = mean_of(&in_2022(settings), measure);
    println!("{settings:?}: {measure:?} {without:.1} -> {with:.1}");
    let gain = if rises { with - without } else { without - with };
    assert!(0.0 < gain, "{settings:?}: {measure:?} goes from {without} to {with}");
}

#[test]
fn more_posts_give_more_hours_a_year_on() {
    check(&[(LeverId::PostsExtra, 1.0)], M::HoursAvailable, true);
}

#[test]
fn frozen_posts_are_fewer() {
    check(&[(LeverId::PostsFrozen, 1.0)], M::Posts, false);
}

#[test]
fn what_keeps_staff_lowers_leaving() {
    check(&[(LeverId::Retention, 100.0)], M::StaffExits, false);
    check(&[(LeverId::Supervision, 100.0)], M::StaffExits, false);
    check(&[(LeverId::PaySupplement, 40_000.0)], M::StaffExits, false);
}

#[test]
fn recruiting_lowers_vacancies() {
    check(&[(LeverId::RecruitEffort, 3.0)], M::Vacancies, false);
}

#[test]
fn handover_keeps_ties() {
    check(&[(LeverId::Handover, 3.0)], M::TieSum, true);
}

#[test]
fn clerks_set_hours_free() {
    check(&[(LeverId::Clerical, 1.0)], M::HoursAvailable, true);
}

#[test]
fn format_ring_fence_and_plan_raise_meetings() {
    check(&[(LeverId::MeetFlex, 100.0)], M::Meetings, true);
    check(&[(LeverId::MeetRing, 2.0)], M::Meetings, true);
    check(&[(LeverId::PlanIndividual, 1.5)], M::MeetIndividual, true);
    check(&[(LeverId::PlanArea, 1.5)], M::MeetArea, true);
    check(&[(LeverId::PlanWard, 1.5)], M::MeetWard, true);
}

#[test]
fn a_ring_fence_takes_hours_from_the_others() {
    check(&[(LeverId::MeetRing, 2.0)], M::HoursMeetings, true);
    check(&[(LeverId::MeetRing, 2.0)], M::HoursConsult, false);
}

/// A joint meeting counts once, and sets hours free for more cases.
#[test]
fn joint_meetings_count_once_and_settle_as_much() {
    check(&[(LeverId::MeetJoint, 100.0)], M::Meetings, false);
    check(&[(LeverId::MeetJoint, 100.0)], M::IssuesFound, true);
}

#[test]
fn outreach_asks_for_hours() {
    check(&[(LeverId::OutreachHours, 2.0)], M::HoursOutreach, true);
}

/// Extra posts are whole and add up over the centres they cover.
#[test]
fn extra_posts_add_up() {
    let at = |extra: f64| {
        let policy = policy(&[(LeverId::PostsExtra, extra)]);
        at_plan()[0].clone().run(&policy, TIMELINE.plan..TIMELINE.plan + 1).city(M::Posts)
    };
    let none = at(0.0);
    for (extra, posts) in [(0.2, 10.0), (1.0, 49.0), (3.0, 147.0)] {
        assert_eq!(at(extra), none + posts, "{extra} a centre");
    }
}

#[test]
fn every_lever_of_the_centres_moves_something() {
    let groups = [Group::Centres, Group::Meetings];
    let levers = LeverId::all()
        .filter(|lever| groups.contains(&lever.spec().group) || *lever == LeverId::OutreachHours);
    for lever in levers {
        let at = |value| {
            let policy = policy(&[(lever, value)]);
            at_plan()[0].clone().run(&policy, TIMELINE.plan..april(2024)).state
        };
        let spec = lever.spec();
        assert!(at(spec.min) != at(spec.max), "the lever {} does nothing", spec.key);
    }
}
