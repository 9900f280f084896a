//! Each process by rows somebody who knows care can check.

use mitoshi::model::centres::solve::Density;
use mitoshi::model::hours::{Wanted, ration};
use mitoshi::model::lanes::Lanes;
use mitoshi::model::luck::Luck;
use mitoshi::model::meetings::{Issues, thinned};
use mitoshi::model::shorts::Shorts;
use mitoshi::model::staff::{EIGHTHS, Odds, Posts, VACANT, month};
use mitoshi::model::ties;

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
    let wanted = [30.0, 30.0, 8.0, 14.0, 2.4, 15.6].map(Lanes::all);
    let epsilon = [0.3, 0.4, 0.6, 0.9, 1.5, 2.0].map(Lanes::all);
    for row in rows(include_str!("hours.csv")) {
        let hours = Lanes::all(row[2..].iter().map(|cell| number(cell)).sum());
        let wanted = Wanted::new(wanted, &epsilon);
        let served = ration(&wanted, 3, hours.0[3], &epsilon).by_claim.map(Lanes::all);
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
        build: Shorts::share(ties::monthly_build(Lanes::all(24.0))),
        ramp: Shorts::all(9 * EIGHTHS),
        mentored: Shorts::all(6 * EIGHTHS),
    }
}

#[test]
fn a_team_is_counted_with_its_newcomers() {
    for row in rows(include_str!("team.csv")) {
        let mut tenure: Vec<Shorts> = row[1..5]
            .iter()
            .map(|cell| match *cell {
                "x" => Shorts::all(VACANT),
                months => Shorts::all(months.parse::<u16>().unwrap() * EIGHTHS),
            })
            .collect();
        let mut ties = vec![Shorts::ZERO; 4];
        let mut posts = Posts {
            tenure: &mut tenure,
            ties: &mut ties,
            n_posts: &Shorts::all(4),
            first_profession: 0,
            pair_keys: &[1, 2],
            leave: [Shorts::ZERO; 4],
        };
        let team = month(&mut posts, &still(), &Luck::new(1, 0), 0);
        check(row[0], "filled", team.filled, number(row[5]), 0.0);
        check(row[0], "months to full output", team.ramp_left, number(row[6]), 0.0);
        check(row[0], "taught", team.mentored, number(row[7]), 0.0);
    }
}

#[test]
fn ties_grow_and_are_lost() {
    for row in rows(include_str!("ties.csv")) {
        let mut leave = [Shorts::ZERO; 4];
        let mut tenure = vec![Shorts::all(24 * EIGHTHS); 2];
        match row[2] {
            "leaves" => leave = [Shorts::all(u16::MAX); 4],
            "vacant" => tenure = vec![Shorts::all(VACANT); 2],
            _ => {}
        }
        let mut ties = vec![Shorts::nearest(Lanes::all(number(row[1]) * 0.01 * ties::WHOLE)); 2];
        let mut posts = Posts {
            tenure: &mut tenure,
            ties: &mut ties,
            n_posts: &Shorts::all(2),
            first_profession: 0,
            pair_keys: &[1],
            leave,
        };
        let team = month(&mut posts, &still(), &Luck::new(1, 0), 0);
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
    issues.month(n(2.0), n(0.0));
    for _ in 0..13 {
        issues.month(n(0.0), n(0.0));
    }
    issues.month(n(3.0), n(0.0));
    assert_eq!((issues.open, issues.older_than(12)), (n(5.0), n(2.0)));
    assert_eq!(issues.oldest_months(), n(14.0));
    issues.month(n(0.0), n(2.0));
    assert_eq!(
        (issues.open, issues.older_than(12), issues.oldest_months()),
        (n(3.0), n(0.0), n(1.0))
    );
    assert_eq!(issues.month(n(0.0), n(9.0)), n(3.0), "no more are settled than are open");
    assert_eq!((issues.open, issues.oldest_months()), (n(0.0), n(0.0)));
}
