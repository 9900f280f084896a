//! Worked rows: small figures that can be checked by hand.

use mitoshi::model::lanes::Lanes;
use mitoshi::model::level::{Level, Seen};
use mitoshi::model::population::ground::{Tables, WardTables};
use mitoshi::model::population::migration::{go_on, one_year, solve};
use mitoshi::model::population::newcomers::Newcomers;
use mitoshi::model::population::official::{FiveYear, N_GROUPS, Ratios};
use mitoshi::model::population::split::split;
use mitoshi::model::population::surplus::{overstated, repaired};
use mitoshi::model::population::survival::Survival;
use mitoshi::model::population::{Ages, N_AGES};

fn near(a: f64, b: f64, within: f64) {
    assert!((a - b).abs() <= within, "{a} is not {b} ± {within}");
}

/// Everybody dies at 100 in this table, nobody before.
fn long_lived() -> Ages {
    [1.0; N_AGES]
}

#[test]
fn equal_groups_give_equal_years() {
    let ages = split(&[0, 5, 10, 90], &[100.0, 100.0, 1600.0, 220.0], &long_lived());
    for heads in ages {
        near(heads, 20.0, 1e-9);
    }
}

#[test]
fn a_peak_keeps_its_group_and_leaves_no_hole() {
    // Groups 0–4 … 20–24 and 25+, with a boom at 10–14.
    let starts = [0, 5, 10, 15, 20, 25];
    let counts = [10.0, 20.0, 500.0, 15.0, 0.0, 76.0];
    let ages = split(&starts, &counts, &long_lived());
    for (g, &start) in starts.iter().enumerate() {
        let end = starts.get(g + 1).copied().unwrap_or(N_AGES);
        near(ages[start..end].iter().sum(), counts[g], 1e-9);
    }
    assert!(ages.iter().all(|&heads| 0.0 <= heads));
    assert!(ages[11] < ages[12] && ages[13] < ages[12], "the peak is in the middle: {ages:?}");
}

#[test]
fn survival_by_hand() {
    // 1,000 born; 100 die in the first year, 90 in the second, all others in the third.
    let survival = Survival::of(&[0.1, 0.1, 1.0]);
    // L = 950, 855, 405.
    near(survival.person_years[1], 0.855, 1e-12);
    near(survival.dying_newborn, 0.05, 1e-12);
    near(survival.dying[0], 1.0 - 855.0 / 950.0, 1e-12);
    near(survival.dying[1], 1.0 - 405.0 / 855.0, 1e-12);
    near(survival.dying[2], 1.0, 1e-12);
}

/// A ward with so many people in each five-year group of each sex.
fn even(heads: f64) -> FiveYear {
    [[heads; N_GROUPS]; 2]
}

#[test]
fn official_step_by_hand() {
    // Everyone's ratio is 0.9; one child for every five women.
    let mut after = even(90.0);
    // 85–89 and 90+ together lose a tenth of 200.
    after[0][18] = 180.0;
    after[1][18] = 180.0;
    // Seven groups of women of 90: 630; 126 children.
    after[0][0] = 64.6;
    after[1][0] = 61.4;
    let ratios = Ratios::between(&even(100.0), &after);
    assert_eq!(ratios.cohort[1][3], 0.9);
    assert_eq!(ratios.cohort[0][17], 0.9);
    assert_eq!(ratios.child_woman, 0.2);
    let out = ratios.step(&even(100.0));
    near(out[0][18], 180.0, 1e-9);
    near(out[0][0] + out[1][0], 126.0, 1e-9);
    near(out[0][0] / out[1][0], 1.052, 1e-12);
}

#[test]
fn five_single_years_do_what_the_ratio_says() {
    let start = std::array::from_fn(|age| 1000.0 - 9.0 * age as f64);
    let dying: Ages = std::array::from_fn(|age| if age < 60 { 0.001 } else { 0.05 });
    let mut ratios = [0.98; N_GROUPS - 1];
    // Students come at 15–19, families leave at 30–34.
    (ratios[3], ratios[6], ratios[17]) = (1.45, 0.85, 0.5);
    let rates = go_on(&dying, &solve(&start, &dying, &ratios));
    let mut heads = start;
    for _ in 0..5 {
        one_year(&mut heads, &rates);
    }
    for (g, ratio) in ratios.into_iter().enumerate() {
        let (from, to) = (5 * g, if g == 17 { N_AGES } else { 5 * g + 5 });
        let end = if g == 17 { N_AGES } else { to + 5 };
        let wanted = ratio * start[from..to].iter().sum::<f64>();
        near(heads[from + 5..end].iter().sum(), wanted, 1e-6);
    }
}

fn ward(edition: FiveYear, counted_70: f64) -> WardTables {
    WardTables {
        starts: (0..N_GROUPS).map(|g| 5 * g).collect(),
        base: edition.map(|sex| sex.to_vec()),
        areas: vec![edition.map(|sex| sex.to_vec())],
        edition: vec![(2015, edition)],
        counted_70: Some(counted_70),
        deaths: Vec::new(),
    }
}

#[test]
fn a_ward_with_too_many_old_people_gives_them_back() {
    // 70+ in the edition: 5 groups × 2 sexes × 100 = 1,000 in each of three wards.
    let wards = [ward(even(100.0), 990.0), ward(even(100.0), 980.0), ward(even(100.0), 900.0)];
    let found = overstated(&wards);
    assert_eq!(found, [false, false, true]);
    let after: Vec<FiveYear> = repaired(&wards, &found).into_iter().map(|w| w.unwrap().1).collect();
    // The city's own excess is 3000 / 2870; the third ward is set to it: 900 × 1.0453.
    let old = |heads: &FiveYear| heads.iter().flat_map(|sex| &sex[14..]).sum::<f64>();
    near(old(&after[2]), 900.0 * 3000.0 / 2870.0, 1e-9);
    near(after.iter().map(old).sum(), 3000.0, 1e-9);
    for heads in &after {
        near(heads.iter().flatten().sum(), 3800.0, 1e-9);
    }
}

#[test]
fn a_level_meets_every_count_at_its_date() {
    let counts = [Seen { months: 180, value: 110.0 }, Seen { months: 210, value: 138.0 }];
    // Expected 100 in October 2015, ten more a year: 125 in April 2018.
    let level = Level::solve(&counts, |year| Lanes::all(100.0 + 10.0 * (year - 2015) as f32));
    near(f64::from(level.at(2014.0).0[3]), 1.1, 1e-6);
    near(f64::from(level.at(2018.0 - 0.5).0[3]), 1.104, 1e-6);
    near(f64::from(level.at(2030.0).0[3]), 1.104, 1e-6);
}

#[test]
fn newcomers_come_in_their_months() {
    // 2,400 people in 24 months from April 2021: six months of them before October 2021.
    let people = Lanes::all(2400.0);
    let project = Newcomers { ward: 0, start: 21 * 12, months: 24, people, old_share: Lanes::ZERO };
    let coming: Vec<f64> = (2019..2024).map(|year| project.in_year(year).0[0]).collect();
    assert_eq!(coming, [0.0, 600.0, 1200.0, 600.0, 0.0]);
}

#[test]
fn no_edition_means_nobody_moves() {
    let mut alone = ward(even(100.0), 1000.0);
    alone.edition.clear();
    let dying: Vec<f64> = (0..110).map(|age| if age < 60 { 0.001 } else { 0.06 }).collect();
    let tables = Tables {
        base_year: 2020,
        wards: vec![alone],
        life_tables: vec![(2020, [dying.clone(), dying])],
        areas_are_guessed: false,
    };
    let ground = mitoshi::model::population::ground::Ground::new(&tables);
    assert!(ground.nobody_moves);
    assert_eq!(ground.pace, [0.0, 0.0]);
    assert!(ground.wards[0].periods.iter().all(|p| p.moving == [[0.0; N_AGES]; 2]));
}
