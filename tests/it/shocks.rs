//! Shocks: what the pandemic of FY2020 does by default, what a fired shock hits, and the door.

use mitoshi::engine::draw::{Ranges, middle};
use mitoshi::engine::history::shocks;
use mitoshi::i18n::Lang;
use mitoshi::model::ground::april;
use mitoshi::model::lanes::{LANES, Lanes};
use mitoshi::model::people::Group;
use mitoshi::model::shock_table::{Hit, ShockTable};
use mitoshi::shocks::{Fired, Length, Place, Script, ShockError, ShockId};

use super::chains::{Block, City, number, rows};

const HITS: [(&str, Hit); 6] = [
    ("meetings", Hit::Meetings),
    ("gatherings", Hit::Gatherings),
    ("awareness", Hit::Awareness),
    ("time to fill", Hit::FillTime),
    ("calls", Hit::Calls),
    ("installs", Hit::Installs),
];

fn table(city: &City, script: &Script) -> ShockTable {
    let assumed = middle(&Ranges::default());
    shocks::table(script, city.ground.timeline, &city.ground.geography, &assumed)
}

fn fired(shock: ShockId, severity: Option<f64>) -> Fired {
    let place = match shock.spec().place {
        Place::City => "",
        Place::Ward => "14135",
        Place::Centre => "no such centre",
    };
    Fired { shock, place: place.to_owned(), start_month: 6, months: 2, severity }
}

#[test]
fn the_pandemic_of_2020_by_hand() {
    let city = City::kawasaki();
    let table = table(&city, &Script::default());
    for row in rows(include_str!("rows/shocks.csv")) {
        let (_, hit) = HITS.iter().find(|(name, _)| *name == row[0]).unwrap();
        let (year, month) = row[1].split_once('-').unwrap();
        let month = (number(year) as u32 - 2000) * 12 + number(month) as u32 - 4;
        let found = table.factor(*hit, month).0[0];
        assert!((found - number(row[2])).abs() < 1e-5, "{row:?}: {found}");
    }
}

#[test]
fn without_the_pandemic_nothing_happens() {
    let city = City::kawasaki();
    let script = Script::default().with_pandemic(false);
    assert_eq!(table(&city, &script), ShockTable::calm(city.ground.timeline));
}

/// Every shock does something, after its start and not before the plan.
#[test]
fn each_shock_hits_what_it_says() {
    let city = City::kawasaki();
    let timeline = city.ground.timeline;
    let calm = table(&city, &Script::default());
    let start = timeline.plan + 6;
    for (shock, hits) in [
        (ShockId::Pandemic, &[0, 1, 2, 3, 4][..]),
        (ShockId::ContractorWithdrawal, &[5]),
        (ShockId::HeatWave, &[4]),
        (ShockId::HiringFreeze, &[3]),
        (ShockId::LargeHousing, &[]),
    ] {
        let script = Script::default().with(fired(shock, None)).unwrap();
        let table = table(&city, &script);
        for (i, (name, hit)) in HITS.iter().enumerate() {
            let is_hit = |month| table.factor(*hit, month) != calm.factor(*hit, month);
            assert!((timeline.first..start).all(|m| !is_hit(m)), "{shock:?} hits {name} early");
            assert_eq!(is_hit(start), hits.contains(&i), "{shock:?} and {name}");
        }
    }
    // Three months without installs, and six without hires, in the middle of the ranges.
    let stopped = |shock, hit: Hit, stops: fn(f32) -> bool| {
        let table = table(&city, &Script::default().with(fired(shock, None)).unwrap());
        (start..timeline.end).filter(|m| stops(table.factor(hit, *m).0[0])).count()
    };
    assert_eq!(stopped(ShockId::ContractorWithdrawal, Hit::Installs, |f| f < 0.01), 3);
    assert_eq!(stopped(ShockId::HiringFreeze, Hit::FillTime, |f| 1e4 < f), 6);
}

#[test]
fn a_wave_passes_and_gatherings_come_back_slowly() {
    let city = City::kawasaki();
    let script = Script::default().with_pandemic(false);
    let script = script.with(fired(ShockId::Pandemic, Some(60.0))).unwrap();
    let table = table(&city, &script);
    let start = city.ground.timeline.plan + 6;
    let at = |hit, months| table.factor(hit, start + months).0[0];
    // 60 % of meetings instead of 40: all else one and a half times as hard.
    assert!((at(Hit::Meetings, 0) - 0.4).abs() < 1e-5);
    assert!((at(Hit::Gatherings, 1) - (1.0 - 0.675)).abs() < 1e-5);
    assert_eq!(at(Hit::Meetings, 2), 1.0);
    let back = 1.0 - 0.675 * libm::expf(-1.0 / 9.0);
    assert!((at(Hit::Gatherings, 2) - back).abs() < 1e-5);
    assert!(at(Hit::Gatherings, 10) < at(Hit::Gatherings, 11));
}

#[test]
fn staff_of_one_centre_resign() {
    let city = City::kawasaki();
    let municipality = mitoshi::facts::Municipality::kawasaki();
    let places = &municipality.places;
    let centre = places.at_level(mitoshi::places::Level::Centre).nth(7).unwrap();
    let shock = ShockId::MassResignation;
    let there = Fired { place: places.code(centre).to_owned(), ..fired(shock, Some(0.5)) };
    let table = table(&city, &Script::default().with(there).unwrap());
    let [resignation] = table.resignations[..] else { panic!("one centre resigns") };
    assert_eq!(resignation.centre, 7);
    assert_eq!(resignation.month, city.ground.timeline.plan + 6);
    assert_eq!(resignation.share, Lanes::all(0.5));
}

/// People of a housing project come to their ward and nowhere else, and not before the plan.
#[test]
fn a_wards_population_jumps() {
    let city = City::kawasaki();
    let calm = Block::new(&city, 0, &Script::default());
    let housing = Fired { start_month: 0, ..fired(ShockId::LargeHousing, Some(4000.0)) };
    let script = Script::default().with(housing).unwrap();
    let block = Block::new(&city, 0, &script);
    assert_eq!(block.start(), calm.start());
    let wards = &city.ground.geography.ward_areas;
    let more = |ward: usize, year, group| {
        let heads = |people: &mitoshi::model::people::People| {
            let areas = wards[ward].clone();
            areas.map(|area| people.october(year, area, group).0[3]).sum::<f32>()
        };
        heads(&block.people) - heads(&calm.people)
    };
    let key = mitoshi::model::luck::key_of("14135");
    let there = city.ground.geography.ward_keys.iter().position(|k| *k == key).unwrap();
    for (year, came) in [(2020, 0.0), (2021, 1000.0), (2022, 3000.0), (2023, 4000.0)] {
        let found = more(there, year, Group::Total);
        assert!((found - came).abs() < 1.0, "{year}: {found}");
        let old = more(there, year, Group::Age75To84);
        assert!((0.0..=came * 0.4).contains(&old), "{year}: {old} of 75 to 84");
    }
    for ward in (0..wards.len()).filter(|ward| *ward != there) {
        assert_eq!(more(ward, 2023, Group::Total), 0.0);
    }
}

#[test]
fn the_door() {
    let script = Script::default();
    for shock in ShockId::all() {
        let spec = shock.spec();
        assert_eq!(ShockId::find(spec.key), Some(shock));
        let range = spec.severity.spec();
        for good in [None, Some(range.low), Some(range.high)] {
            assert!(script.with(fired(shock, good)).is_ok(), "{shock:?} at {good:?}");
        }
        for bad in [range.low - 1.0, range.high * 2.0 + 1.0, f64::NAN] {
            let refused = script.with(fired(shock, Some(bad)));
            assert!(matches!(refused, Err(ShockError::OutOfRange { .. })), "{shock:?} at {bad}");
        }
        let elsewhere = match spec.place {
            Place::City => "14135".to_owned(),
            Place::Ward | Place::Centre => String::new(),
        };
        let refused = script.with(Fired { place: elsewhere, ..fired(shock, None) });
        assert_eq!(refused, Err(ShockError::WrongPlace { shock }));
        let refused = script.with(Fired { start_month: 121, ..fired(shock, None) });
        assert_eq!(refused, Err(ShockError::TooLate { shock }));
        if let Length::Months { longest, .. } = spec.length {
            let refused = script.with(Fired { months: longest + 1, ..fired(shock, None) });
            assert_eq!(refused, Err(ShockError::WrongLength { shock, longest }));
        }
        for error in [
            ShockError::OutOfRange { shock, value: -1.0 },
            ShockError::UnknownKey { key: "x".to_owned() },
            ShockError::WrongPlace { shock },
            ShockError::TooLate { shock },
            ShockError::WrongLength { shock, longest: 4 },
        ] {
            assert_eq!(error.describe(Lang::Ja).matches('。').count(), 2, "{error:?}");
            assert!(error.describe(Lang::En).ends_with('.'), "{error:?}");
            assert!(!error.describe(Lang::En).contains("_"), "{error:?} shows a raw name");
        }
    }
    let two = script.with(fired(ShockId::HeatWave, None)).unwrap();
    assert_eq!(two.without(0), script);
    assert_eq!(two.without(5), two);
}

/// The mean of three years is what was assumed, in every draw.
#[test]
fn being_known_loses_what_is_assumed() {
    let city = City::kawasaki();
    for block in 0..4 {
        let ranges = Ranges::default();
        let assumed = mitoshi::engine::draw::assumed(&ranges, 3, block * LANES as u32);
        let geography = &city.ground.geography;
        let table = shocks::table(&Script::default(), city.ground.timeline, geography, &assumed);
        let years = [2020, 2021, 2022].map(|year| *table.factor(Hit::Awareness, april(year)));
        let mean = (years[0] + years[1] + years[2]) * (1.0 / 3.0);
        let key = mitoshi::assumptions::AssumptionId::of("sh_pandemic_aware");
        let wanted = assumed.get(key);
        for lane in 0..LANES {
            assert!((mean.0[lane] - wanted.0[lane]).abs() < 0.01, "{mean:?} {wanted:?}");
        }
    }
}
