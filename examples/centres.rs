//! Prints what the centre chain gives beside the prototype's tables, and how long it takes.
//!
//! `cargo run --release --example centres`
#![expect(clippy::unwrap_used, reason = "a demonstration: it may stop where it stands")]

#[path = "../tests/it/centres/town.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod town;

use mitoshi::levers::LeverId as L;
use mitoshi::levers::Policy;
use mitoshi::measures::MeasureId as M;
use mitoshi::model::ground::april;
use mitoshi::model::lanes::Lanes;
use mitoshi::model::staff::tenure;
use town::{Block, TIMELINE, mean, policy, quantile};

const N_BLOCKS: u32 = 64;
const N_RUNS: u32 = 20;

fn row(name: &str, values: &[f32], prototype: &str) {
    let q = |share| quantile(values, share);
    println!("{name:48} {:9.3} {:9.3} {:9.3}   {prototype}", q(0.1), q(0.5), q(0.9));
}

fn main() {
    if std::env::args().nth(1).is_none() {
        let blocks: Vec<Block> = (0..N_BLOCKS).map(|b| Block::new(16 * b)).collect();
        staff(&blocks);
        history();
        meetings();
    }
    speed();
}

fn all(blocks: &[Block], of: impl Fn(&Block) -> Lanes) -> Vec<f32> {
    blocks.iter().flat_map(|block| of(block).0).collect()
}

fn staff(blocks: &[Block]) {
    println!("solved, p10 p50 p90{:55} prototype", "");
    let staff = |of: fn(&Block) -> Lanes| all(blocks, of);
    row("hazard under 1 year", &staff(|b| b.inputs.staff.hazards[0]), "0.021 0.030 0.0425");
    row("hazard 1-5 years", &staff(|b| b.inputs.staff.hazards[1]), "0.0177 0.0238 0.0314");
    row("hazard 5 years and over", &staff(|b| b.inputs.staff.hazards[2]), "0.0067 0.0107 0.0151");
    row("turnover level", &staff(|b| b.inputs.staff.expected.turnover), "0.220 0.251 0.289");
    row("share under five", &staff(|b| b.inputs.staff.expected.under_five), "0.61 0.65 0.70");
    row("posts", &staff(|b| b.inputs.staff.expected.posts), "184 219 262");
    row("months to fill", &staff(|b| b.inputs.staff.expected.months_to_fill), "2.4 3.3 4.7");
    row("meetings planned FY2019", &staff(|b| b.inputs.staff.expected.planned), "308 340 383");
    row("swing sd", &staff(|b| b.inputs.meetings.swing_sd), "");
    let hours = |b: &Block| b.inputs.hours.reference.iter().fold(Lanes::ZERO, |s, h| s + *h) * 12.0;
    row("hours a year", &all(blocks, hours), "264,000 320,000 388,000");
    row("meetings' share of hours", &staff(|b| b.inputs.hours.shares[4]), "0.016 0.024 0.037");
}

fn history() {
    println!("\nrun, no policy, p10 p50 p90");
    let none = Policy::default();
    let mut at: Vec<(String, Vec<f32>)> = Vec::new();
    let mut put = |name: String, values: Lanes| match at.iter_mut().find(|(n, _)| *n == name) {
        Some((_, all)) => all.extend(values.0),
        None => at.push((name, values.0.to_vec())),
    };
    let (mut alone, mut fourteen) = (0.0, 0.0);
    for b in 0..N_BLOCKS {
        let mut block = Block::new(16 * b);
        let levers = block.levers(&none);
        for month in TIMELINE.first..TIMELINE.end {
            block.month(&levers, month);
            let year = month / 12 + 2000;
            if month == april(2020) + 2 {
                put("vacancies June 2020".into(), block.city(M::Vacancies));
                for lane in 0..16 {
                    let n = block.city(M::Vacancies).0[lane];
                    let most = (0..49).map(|c| vacant(&block, c, lane)).max().unwrap();
                    if (11.0..=17.0).contains(&n) {
                        fourteen += 1.0;
                        alone += f64::from(u8::from(most < 2));
                    }
                }
            }
            if month % 12 == 11 {
                let turnover = block.city(M::StaffExits) / block.city(M::FilledMonths) * 1200.0;
                put(format!("turnover FY{year} %"), turnover);
                put(format!("vacancies March {}", year + 1), block.city(M::Vacancies));
                let five = block.city(M::TenureUnder5) / block.city(M::Filled);
                put(format!("under five years FY{year}"), five);
                let ties = block.city(M::TieSum) / block.city(M::Posts);
                put(format!("tie index FY{year}"), ties);
                let served = block.city(M::HoursAvailable) / block.city(M::HoursWanted);
                put(format!("hours available/wanted FY{year}"), served);
                put(format!("meetings FY{year}"), block.city(M::Meetings));
                put(format!("individual FY{year}"), block.city(M::MeetIndividual));
                put(format!("posts FY{year}"), block.city(M::Posts));
                put(format!("incomplete centres FY{year}"), block.city(M::CentresIncomplete));
                put(format!("issues open FY{year}"), block.city(M::IssuesOpen));
            }
        }
    }
    at.sort_by(|a, b| a.0.cmp(&b.0));
    for (name, values) in &at {
        row(name, values, &format!("mean {:.3}", mean(values)));
    }
    println!("11-17 vacancies in June 2020, chance no centre has two: {:.3}", alone / fourteen);
}

fn vacant(block: &Block, centre: usize, lane: usize) -> u16 {
    let slots = block.inputs.places.slots[centre].clone();
    let posts = block.state.posts[centre].0[lane];
    let is_held = |s: &usize| tenure(block.state.since[*s].0[lane], block.state.now).is_some();
    let held = slots.filter(is_held).count() as u16;
    posts.saturating_sub(held)
}

/// A policy by name, and what the prototype found: the median and the chance.
type Row = (&'static str, &'static [(L, f64)], &'static str);

fn meetings() {
    println!("\nmeetings FY2022, no pandemic           median  chance of 400   prototype");
    let rows: [Row; 12] = [
        ("as today", &[], "275 0.00"),
        (
            "plan x400/296",
            &[(L::PlanIndividual, 1.35), (L::PlanArea, 1.35), (L::PlanWard, 1.35)],
            "307 0.00",
        ),
        ("posts +10 %", &[(L::PostsExtra, 0.447)], "302 0.00"),
        ("flexible (all)", &[(L::MeetFlex, 100.0)], "308 0.00"),
        (
            "plan x1.5",
            &[(L::PlanIndividual, 1.5), (L::PlanArea, 1.5), (L::PlanWard, 1.5)],
            "314 0.03",
        ),
        (
            "plan x1.5 and flexible",
            &[
                (L::PlanIndividual, 1.5),
                (L::PlanArea, 1.5),
                (L::PlanWard, 1.5),
                (L::MeetFlex, 100.0),
            ],
            "386 0.33",
        ),
        (
            "the same and 10 posts",
            &[
                (L::PlanIndividual, 1.5),
                (L::PlanArea, 1.5),
                (L::PlanWard, 1.5),
                (L::MeetFlex, 100.0),
                (L::PostsExtra, 0.204_081_632),
            ],
            "410 0.66",
        ),
        (
            "the same without posts, ring 0.67 %",
            &[
                (L::PlanIndividual, 1.5),
                (L::PlanArea, 1.5),
                (L::PlanWard, 1.5),
                (L::MeetFlex, 100.0),
                (L::MeetRing, 0.67),
            ],
            "426 0.86",
        ),
        (
            "plan x2.5 individual and flexible",
            &[
                (L::PlanIndividual, 2.5),
                (L::PlanArea, 1.5),
                (L::PlanWard, 1.5),
                (L::MeetFlex, 100.0),
            ],
            "",
        ),
        ("joint 100 %", &[(L::MeetJoint, 100.0)], ""),
        ("retention 100 %", &[(L::Retention, 100.0)], ""),
        ("frozen", &[(L::PostsFrozen, 1.0)], ""),
    ];
    for (name, settings, prototype) in rows {
        let policy = policy(settings);
        let values = town::draws(N_BLOCKS, |first| {
            Block::new(first).run(&policy, TIMELINE.first..april(2023)).city(M::Meetings)
        });
        let chance = values.iter().filter(|&&x| 400.0 <= x).count() as f64 / values.len() as f64;
        println!("{name:40} {:6.0} {chance:8.2}        {prototype}", quantile(&values, 0.5));
    }
}

/// Time this thread has been on a processor: others share the machine.
fn cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse::<f64>().unwrap() * 1e-9
}

fn speed() {
    let n_rounds: u32 = std::env::args().nth(1).map_or(15, |n| n.parse().unwrap());
    let block = Block::new(0).run(&Policy::default(), TIMELINE.first..TIMELINE.plan);
    let everything: Vec<(L, f64)> = L::all().map(|lever| (lever, lever.spec().max)).collect();
    for (name, policy) in
        [("no policy", Policy::default()), ("every lever at its maximum", policy(&everything))]
    {
        let levers = block.levers(&policy);
        let mut best = f64::MAX;
        for _ in 0..n_rounds {
            let mut running = Block::new(0);
            let clock = cpu_seconds();
            for _ in 0..N_RUNS {
                running.state.clone_from(&block.state);
                for month in TIMELINE.plan..TIMELINE.end {
                    running.month(&levers, month);
                }
            }
            best = best.min((cpu_seconds() - clock) / f64::from(N_RUNS));
        }
        println!("{name}: {:.1} us a draw for 60 months, 49 centres", best * 1e6 / 16.0);
        if n_rounds == 1 {
            return; // One round, and no policy: for counting instructions.
        }
    }
    let clock = cpu_seconds();
    for b in 0..8 {
        std::hint::black_box(Block::new(16 * b));
    }
    println!("start: {:.1} us a draw", (cpu_seconds() - clock) * 1e6 / 128.0);
}
