//! Which way each lever moves things, in the mean over 256 draws, and that none is dead.

use mitoshi::levers::{Group, LeverId};
use mitoshi::measures::MeasureId as M;
use mitoshi::model::ground::april;

use super::town::{Block, TIMELINE, draws, mean, policy};

const N_BLOCKS: u32 = 16;

/// A year's measure of the city in the mean over draws; the policy starts in April 2021.
fn in_year(settings: &[(LeverId, f64)], measure: M, year: i32) -> f64 {
    let policy = policy(settings);
    let values = draws(N_BLOCKS, |first| {
        Block::new(first).run(&policy, TIMELINE.first..april(year + 1)).city(measure)
    });
    mean(&values)
}

#[track_caller]
fn check(settings: &[(LeverId, f64)], measure: M, rises: bool) {
    let (without, with) = (in_year(&[], measure, 2022), in_year(settings, measure, 2022));
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
        Block::new(0).run(&policy, TIMELINE.first..TIMELINE.plan + 1).city(M::Posts)
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
            Block::new(0).run(&policy, TIMELINE.first..april(2024)).state
        };
        let spec = lever.spec();
        assert!(at(spec.min) != at(spec.max), "the lever {} does nothing", spec.key);
    }
}
