//! Each process by rows somebody who knows care can check.

use mitoshi::model::centres::solve::Density;
use mitoshi::model::hours::{Response, Wanted, exp_of, log_of, urgent};
use mitoshi::model::lanes::Lanes;
use mitoshi::model::luck::Luck;
use mitoshi::model::meetings::{Issues, thinned};
use mitoshi::model::shorts::Shorts;
use mitoshi::model::staff::{EIGHTHS, Odds, Posts, STAFF, Team, empty_since, month};
use mitoshi::model::ties::{self, Fading};

/// The cells of a table's rows, the name first.
fn rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split(',').collect()).collect()
}

fn number(cell: &str) -> f32 {
    cell.parse().unwrap()
}

#[track_caller]
fn check(name: &str, what: &str, got: Lanes, expected: f32, slack: f32) {
    assert!(
        (got.0[3] - expected).abs() <= slack,
        "{name}: {what} is {}, expected {expected}",
        got.0[3]
    );
}

#[test]
fn a_shortage_is_shared_out_by_urgency() {
    let claims = [30.0, 30.0, 8.0, 14.0, 2.4, 15.6].map(Lanes::all);
    let epsilon = [0.3, 0.4, 0.6, 0.9, 1.5, 2.0].map(Lanes::all);
    let total = Lanes::all(100.0);
    let response = Response::new(&claims, &epsilon);
    let wanted = Wanted::new(claims, &epsilon, total, Lanes::ZERO);
    for row in rows(include_str!("hours.csv")) {
        let hours = Lanes::all(row[2..].iter().map(|cell| number(cell)).sum());
        let x = wanted.log_share(&response, 3, log_of(hours.0[3] * 0.01));
        let late = [4, 5].map(|k| claims[k] * exp_of(epsilon[k].0[3] * x));
        let mut first = [Lanes::ZERO; 4];
        let done = late[0] + late[1];
        urgent(&wanted, &epsilon, &response, &hours, &total, &done, &mut first);
        let served = [first[0], first[1], first[2], first[3], late[0], late[1]];
        for (k, cell) in row[2..].iter().enumerate() {
            let slack = 0.01 + 0.02 * number(cell);
            check(row[0], &format!("claim {k}"), served[k], number(cell), slack);
        }
        let all = served.iter().fold(Lanes::ZERO, |sum, hours| sum + *hours);
        check(row[0], "the sum", all, hours.0[0], 1e-3);
    }
}

#[test]
fn tenure_follows_from_leaving() {
    for row in rows(include_str!("tenure.csv")) {
        let hazards = [1, 2, 3].map(|i| Lanes::all(number(row[i])));
        let density = Density { hazards, growth: Lanes::all(number(row[4])) };
        check(row[0], "turnover", density.turnover() * 1200.0, number(row[5]), 0.06);
        check(row[0], "under five", density.under_five() * 100.0, number(row[6]), 0.06);
        // The tenure below which half of them are has half of them below it.
        let half = density.quantile(density.under_five());
        check(row[0], "months at the share under five", half, 60.0, 0.2);
    }
}

fn still() -> Odds {
    Odds {
        fill: [Shorts::ZERO; 3],
        keep: Shorts::share(Lanes::all(0.15)),
        ramp: Shorts::all(9 * EIGHTHS),
        mentored: Shorts::all(6 * EIGHTHS),
    }
}

/// Moves a centre's posts through a month in which nobody comes.
fn moved(since: &mut [Shorts], ties: &mut [Shorts], leave: [Shorts; 4], team: &mut Team) {
    let n_posts = Shorts::all(since.len() as u16);
    let fading = Fading::new(Lanes::all(24.0));
    let mut posts =
        Posts { since, ties, n_posts: &n_posts, first_profession: 0, leave, fading: &fading };
    let luck = Luck::new(1, 0).sixteens(1, STAFF, 0);
    month(&mut posts, &still(), &luck, NOW, team);
}

/// The end of the month looked at.
const NOW: u16 = 1_600;

#[test]
fn a_team_is_counted_with_its_newcomers() {
    for row in rows(include_str!("team.csv")) {
        let posts = row[1..5].iter().map(|cell| cell.parse::<u16>().ok());
        let since = |months: Option<u16>| {
            Shorts::all(months.map_or(empty_since(NOW - 8), |m| NOW - (m + 1) * EIGHTHS))
        };
        let filled = Lanes::all(posts.clone().flatten().count() as f32);
        let mut team = Team { filled, ..Team::default() };
        let mut since: Vec<Shorts> = posts.map(since).collect();
        moved(&mut since, &mut [Shorts::ZERO; 4], [Shorts::ZERO; 4], &mut team);
        check(row[0], "filled", team.filled, number(row[5]), 0.0);
        let to_go = team.ramp_left.lanes() * (1.0 / f32::from(EIGHTHS));
        check(row[0], "months to full output", to_go, number(row[6]), 0.0);
        check(row[0], "taught", team.mentored.lanes(), number(row[7]), 0.0);
    }
}

#[test]
fn ties_grow_and_are_lost() {
    for row in rows(include_str!("ties.csv")) {
        let (mut leave, mut n_filled) = ([Shorts::ZERO; 4], 2.0);
        let mut since = [Shorts::all(NOW - EIGHTHS); 2];
        match row[2] {
            "leaves" => leave = [Shorts::all(u16::MAX); 4],
            "vacant" => {
                since = [Shorts::all(empty_since(NOW - EIGHTHS)); 2];
                n_filled = 0.0;
            }
            _ => {}
        }
        let mut ties = [Shorts::nearest(Lanes::all(number(row[1]) * 0.01 * ties::WHOLE)); 2];
        let mut team = Team {
            filled: Lanes::all(n_filled),
            ties: ties[0].lanes() + ties[1].lanes(),
            ..Team::default()
        };
        moved(&mut since, &mut ties, leave, &mut team);
        let percent = team.ties * (50.0 / ties::WHOLE);
        check(row[0], "ties", percent, number(row[3]), 0.11);
    }
}

#[test]
fn planned_meetings_are_thinned() {
    for row in rows(include_str!("meetings.csv")) {
        let [planned, share, luck] = [1, 2, 3].map(|i| Lanes::all(number(row[i])));
        check(row[0], "held", thinned(luck, planned, share), number(row[4]), 0.0);
    }
}

#[test]
fn the_oldest_issue_goes_first() {
    let mut issues = Issues::default();
    let n = Lanes::all;
    let month = |issues: &mut Issues, found: f32, settled: f32| {
        let mut settled = n(settled);
        issues.month(&n(found), &mut settled);
        settled
    };
    month(&mut issues, 2.0, 0.0);
    for _ in 0..13 {
        month(&mut issues, 0.0, 0.0);
    }
    month(&mut issues, 3.0, 0.0);
    assert_eq!((issues.open, issues.older_than(12)), (n(5.0), n(2.0)));
    assert_eq!(issues.oldest_months(), n(14.0));
    month(&mut issues, 0.0, 2.0);
    assert_eq!(
        (issues.open, issues.older_than(12), issues.oldest_months()),
        (n(3.0), n(0.0), n(1.0))
    );
    assert_eq!(month(&mut issues, 0.0, 9.0), n(3.0), "no more are settled than are open");
    assert_eq!((issues.open, issues.oldest_months()), (n(0.0), n(0.0)));
}
