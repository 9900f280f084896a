use mitoshi::engine::draw::{Ranges, assumed, middle};
use mitoshi::engine::ground::Ground;
use mitoshi::facts::Municipality;
use mitoshi::model::inputs::Spot;
use mitoshi::model::luck::Luck;
use mitoshi::model::people::Group;
use mitoshi::model::population::{PeopleGround, from_facts, people, pyramid};

#[test]
fn probe() {
    let city = Municipality::kawasaki();
    let t = std::time::Instant::now();
    let ground = PeopleGround::new(&city);
    println!("lowering {:?}", t.elapsed());
    println!(
        "pace {:?} nobody {} guessed {}",
        ground.population.pace, ground.population.nobody_moves, ground.population.areas_are_guessed
    );
    let tables = from_facts::tables(&city);
    for (ward, t) in ground.population.wards.iter().zip(&tables.wards) {
        println!(
            "level {:.3} over {} back {:?} old {:.0} counted {:?} areas {}",
            ward.death_level,
            ward.is_overstated,
            ward.back.iter().map(|b| b.year).collect::<Vec<_>>(),
            ward.old,
            t.counted_70,
            ward.areas.len()
        );
        for p in &ward.periods {
            let m: Vec<String> =
                (0..101).step_by(5).map(|a| format!("{:.4}", p.moving[0][a])).collect();
            let f: Vec<String> =
                (60..101).step_by(5).map(|a| format!("{:.4}", p.moving[1][a])).collect();
            println!("  {} {} | {}", p.from, m.join(" "), f.join(" "));
            if let Some(q) = &p.moving_pulled {
                println!(
                    "   pulled {:?}",
                    (60..101).step_by(5).map(|a| format!("{:.4}", q[1][a])).collect::<Vec<_>>()
                );
            }
        }
    }
    let g = Ground::new(&city);
    let mid = middle(&Ranges::default());
    let luck = Luck::new(1, 0);
    let p = people(&ground, &g.geography, &mid, &luck, 2015..2041);
    for year in 2015..2041 {
        let sum =
            |group| (0..g.geography.n_areas()).map(|a| p.october(year, a, group).0[0]).sum::<f32>();
        let n65 = sum(Group::Age65To74) + sum(Group::Age75To84) + sum(Group::Age85);
        let alone: f32 = Group::ALONE.into_iter().map(sum).sum();
        println!(
            "{year} total {:.0} 65+ {:.0} 75+ {:.0} 85+ {:.0} alone {:.0} cert {:.0} dem {:.0}",
            sum(Group::Total),
            n65,
            n65 - sum(Group::Age65To74),
            sum(Group::Age85),
            alone,
            sum(Group::Support) + sum(Group::Care),
            sum(Group::Dementia)
        );
    }
    for year in [2016, 2017] {
        println!(
            "ward0 cert {year} {}",
            g.geography.ward_areas[0]
                .clone()
                .map(|a| p.october(year, a, Group::Support).0[0]
                    + p.october(year, a, Group::Care).0[0])
                .sum::<f32>()
        );
    }
    let rates = &ground.care.dementia;
    println!("{rates:.3?}");
    println!("{:.3?}", ground.alone.profile);
    let py = pyramid(&ground, &g.geography, &mid, &luck, &[], (Spot::City, 2020));
    println!("{:.0?}", py.five_year(0));
    println!("{:.0?}", (60..90).map(|a| py.0.0[1][a].0[0]).collect::<Vec<_>>());
    let t = std::time::Instant::now();
    let mut bands = vec![];
    for b in 0..32 {
        let a = assumed(&Ranges::default(), 1, b * 16);
        let l = Luck::new(1, b * 16);
        let p = people(&ground, &g.geography, &a, &l, 2017..2041);
        for i in 0..16 {
            bands.push([2020, 2025, 2040].map(|y| {
                let sum = |group| {
                    (0..g.geography.n_areas()).map(|a| p.october(y, a, group).0[i]).sum::<f32>()
                };
                sum(Group::Age75To84) + sum(Group::Age85)
            }));
        }
    }
    println!("{:?} for 512", t.elapsed());
    for y in 0..3 {
        let mut v: Vec<f32> = bands.iter().map(|b| b[y]).collect();
        v.sort_by(f32::total_cmp);
        println!("75+ {:?}", [v[51], v[256], v[460]]);
    }
}
