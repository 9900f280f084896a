//! What runs are told: the plan of any period, nothing planned taken for something seen, years
//! that nobody counted, and places without a centre.

use std::rc::Rc;

use mitoshi::engine::calibrate::calibrate;
use mitoshi::engine::draw::Ranges;
use mitoshi::engine::ground::Ground;
use mitoshi::engine::study::{Start, Study};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::KAWASAKI;
use mitoshi::i18n::Lang;
use mitoshi::levers::Policy;
use mitoshi::measures::MeasureId;
use mitoshi::model::alarm::World;
use mitoshi::model::inputs::Spot;
use mitoshi::model::read::Moment;
use mitoshi::shocks::Script;
use mitoshi::units::When;

/// Kawasaki with some of its tables rewritten.
pub(super) fn rewritten(change: &dyn Fn(&str, String) -> String) -> Municipality {
    let files = |name: &str| Some(change(name, KAWASAKI.read(name)?.to_owned()));
    Municipality::from_tables(&files).unwrap()
}

/// The same with lines at the end of one table.
pub(super) fn with_lines(file: &str, lines: &str) -> Municipality {
    rewritten(&|name, text| if name == file { text + lines } else { text })
}

pub(super) fn study(city: &Municipality) -> Study {
    Study::new(Rc::new(Ground::new(city)), Ranges::default(), Script::default(), 1)
}

/// The mean over sixteen draws of a measure at the end of a history year.
fn told(city: &Municipality, measure: MeasureId, year: i32) -> f64 {
    let study = study(city);
    let start = study.start(0);
    let levers = study.ground.levers(&Policy::default());
    let world = World {
        geography: &study.ground.geography,
        people: &start.people,
        levers: &levers,
        shocks: &start.shocks,
        luck: &start.luck,
    };
    let town = &start.history.iter().find(|(y, _)| *y == year).unwrap().1;
    let month = (year - 2000) as u32 * 12 + 11;
    let moment = Moment { town, inputs: &start.inputs, world: &world, month };
    mean(moment.at(measure, Spot::City).unwrap().0)
}

fn mean(values: [f32; 16]) -> f64 {
    values.iter().map(|x| f64::from(*x)).sum::<f64>() / 16.0
}

/// The same city planning three and six years later, with what it knows today.
fn in_period(shift: i16) -> Municipality {
    rewritten(&|name, text| {
        // The targets are those of the eighth plan.
        if name == "targets.csv" {
            let heads = |line: &&str| line.starts_with('#') || line.starts_with("measure,");
            return text.lines().filter(heads).map(|line| line.to_owned() + "\n").collect();
        }
        if name != "municipality.csv" {
            return text;
        }
        let later = |line: &str| match line.split_once(',') {
            Some((key @ ("base_year" | "population_end" | "code"), value)) => {
                format!("{key},{value}")
            }
            Some((key, value)) => match value.parse::<i16>() {
                Ok(year) => format!("{key},{}", year + shift),
                Err(_) => line.to_owned(),
            },
            None => line.to_owned(),
        };
        text.lines().map(|line| later(line) + "\n").collect()
    })
}

#[test]
fn a_plan_of_any_period_runs() {
    for shift in [0, 3, 6] {
        let city = in_period(shift);
        assert_eq!(city.frame.plan.first.0, 2021 + shift);
        let study = study(&city);
        let start = study.start(0);
        assert_eq!(start.history.len(), 3);
        let levers = study.ground.levers(&Policy::default());
        let layout = mitoshi::engine::columns::Layout::new(
            study.ground.timeline,
            &study.ground.geography,
            None,
        );
        let mut columns = mitoshi::engine::columns::Columns::new(layout.n_cells(), 1);
        study.run(&start, &levers, &layout, 0, &mut columns);
        let last = layout.city(MeasureId::Participants, layout.n_years - 1);
        assert!(columns.cell(last, 16).iter().all(|x| x.is_finite() && 0.0 < *x), "{shift}");
    }
}

#[test]
fn a_history_from_before_months_are_counted_is_refused() {
    let files = |name: &str| {
        let text = KAWASAKI.read(name)?.to_owned();
        Some(text.replace("history_first,2018", "history_first,1995"))
    };
    let errors = Municipality::from_tables(&files).unwrap_err();
    assert_eq!(
        errors[0].describe(Lang::Ja),
        "municipality.csv 14行目「value」列：実績の初めの年度が古すぎます。2000年度（平成12年度）以降にしてください。"
    );
}

#[test]
fn what_was_planned_or_came_later_is_not_history() {
    let mut lines = String::new();
    for (measure, value) in [
        ("care_meetings", 400),
        ("centre_awareness", 90),
        ("staff_vacancies", 60),
        ("council_members", 5_000),
        ("alarm_portable", 3_000),
        ("alarm_home", 3_000),
        ("certified", 200_000),
    ] {
        lines += &format!("{measure},14130,2021-03-31,plan,{value},,kawasaki_plan_8,published,,\n");
        lines += &format!("{measure},14130,2022-03,actual,{value},,kawasaki_plan_8,observed,,\n");
    }
    let (as_it_is, planned) = (Municipality::kawasaki(), with_lines("observations.csv", &lines));
    for measure in [
        MeasureId::Meetings,
        MeasureId::Awareness,
        MeasureId::Vacancies,
        MeasureId::Council,
        MeasureId::AlarmPortable,
        MeasureId::Certified,
    ] {
        let of = |city| told(city, measure, 2020).to_bits();
        assert_eq!(of(&as_it_is), of(&planned), "{}", measure.spec().key);
    }
}

/// Conversions a year, as a share of home devices.
fn conversion(start: &Start) -> f64 {
    mean(start.inputs.alarm.as_ref().unwrap().solved().conversion.0) * 12.0
}

#[test]
fn a_year_nobody_counted_is_bridged_as_two() {
    let gap = rewritten(&|name, text| {
        let is_kept = |line: &&str| !(line.starts_with("alarm_") && line.contains(",FY2019,"));
        match name {
            "observations.csv" => {
                text.lines().filter(is_kept).map(|l| l.to_owned() + "\n").collect()
            }
            _ => text,
        }
    });
    let whole = study(&Municipality::kawasaki()).start(0);
    let start = study(&gap).start(0);
    assert_eq!(start.history.len(), 3);
    let (with, without) = (conversion(&whole), conversion(&start));
    assert!((with - without).abs() < 0.03, "{with} {without}");
    // Each year has flows of its own, and the middle one stands about where it was counted.
    let years: Vec<_> = start.history.iter().filter_map(|(_, t)| t.alarm.as_ref()).collect();
    assert_eq!(years.len(), 3);
    let devices = told(&gap, MeasureId::AlarmTotal, 2019);
    assert!((devices - 1_609.0).abs() < 40.0, "{devices}");
}

/// The measure that `calibrate` names, or nothing where history fits.
fn contradicted(city: &Municipality) -> Option<&'static str> {
    calibrate(city, &study(city), 4).err().map(|found| found.measure.spec().key)
}

#[test]
fn history_that_fits_is_printed_at_its_own_date() {
    let city = Municipality::kawasaki();
    let done = calibrate(&city, &study(&city), 4).ok().unwrap();
    let of = |measure: MeasureId, when: &str| {
        let when = When::parse(when).unwrap();
        done.fit.iter().find(|row| row.measure == measure && row.when == when).unwrap()
    };
    for (measure, when, seen) in [
        (MeasureId::Vacancies, "2020-06", 14.0),
        (MeasureId::TenureShare, "FY2020", 60.0),
        (MeasureId::LivingAlone, "2015-10-01", 57_959.0),
        (MeasureId::LivingAlone, "2020-10-01", 66_075.0),
        (MeasureId::Certified, "2016-10-01", 51_269.0),
        (MeasureId::AwarenessMeasured, "FY2016", 39.4),
        (MeasureId::AlarmTotal, "FY2019", 1_609.0),
    ] {
        let row = of(measure, when);
        assert_eq!(row.seen, seen);
        let [low, _, high] = row.ours.map(f64::from);
        assert!(low <= seen * 1.1 && seen * 0.9 <= high, "{} {:?}", measure.spec().key, row.ours);
    }
    // What was counted of people is met, person by person, at its own date.
    let alone = of(MeasureId::LivingAlone, "2015-10-01").ours;
    assert!(alone.iter().all(|x| (x - 57_959.0).abs() < 1.0), "{alone:?}");
    assert!(15 <= done.solved.len());
    assert!(done.solved.iter().all(|row| row.prototype.is_some()));
    let asago = Municipality::asago();
    let done = calibrate(&asago, &study(&asago), 4).ok().unwrap();
    assert!(done.solved.iter().all(|row| row.prototype.is_none()));
}

#[test]
fn data_that_contradict_themselves_end_in_an_error_that_names_the_chain() {
    let planted = |pairs: &[(&str, &str)]| {
        rewritten(&|name, text| {
            if name != "observations.csv" {
                return text;
            }
            pairs.iter().fold(text, |text, (from, to)| {
                assert!(text.contains(from), "{from}");
                text.replace(from, to)
            })
        })
    };
    let devices = [
        ("alarm_portable,14130,FY2019,actual,729", "alarm_portable,14130,FY2019,actual,20"),
        ("alarm_total,14130,FY2019,actual,1609", "alarm_total,14130,FY2019,actual,900"),
    ];
    let found = contradicted(&planted(&devices)).unwrap_or("nothing");
    assert!(found.starts_with("alarm"), "{found}");
    for (from, to, chain) in [
        ("actual,25.8,3", "actual,300,3", "staff"),
        ("actual,25.8,3", "actual,2,0.3", "staff"),
        ("2020-06,actual,14,,", "2020-06,actual,500,,", "staff"),
        ("FY2019,actual,296", "FY2019,actual,50000", "care_meetings"),
        ("FY2019,actual,176", "FY2019,actual,17600", "living_alone_watched"),
        ("FY2016,actual,39.4", "FY2016,actual,89.4", "centre_awareness"),
    ] {
        let found = contradicted(&planted(&[(from, to)])).unwrap_or("nothing");
        assert!(found.starts_with(chain), "{to}: {found}");
    }
}

/// Two areas of Takatsu have a centre, two have none: their people are served by the ward's.
#[test]
fn an_area_without_a_centre_is_served_by_its_wards() {
    let bare = rewritten(&|name, text| match name {
        "places.csv" => text.replace("高津区,Takatsu Ward,4,7,", "高津区,Takatsu Ward,4,2,"),
        _ => text,
    });
    let study = study(&bare);
    let geography = &study.ground.geography;
    let n_areas = geography.n_areas();
    let alone: Vec<usize> =
        (0..n_areas).filter(|area| geography.area_centres[*area].is_empty()).collect();
    assert_eq!(alone.len(), 2, "two areas are without");
    for &area in &alone {
        let host = geography.host[area];
        assert_eq!(geography.area_ward[host], geography.area_ward[area]);
        assert!(geography.served[host].contains(&area));
    }
    let served: usize = geography.served.iter().map(Vec::len).sum();
    assert_eq!(served, n_areas, "each area is served once");
    let start = study.start(0);
    let inputs = start.inputs.centres.as_ref().unwrap();
    // Posts follow all people of 65 and over, wherever they live.
    let quota = inputs.staff.quota.iter().fold(0.0, |sum, quota| sum + quota.0[0]);
    let posts = inputs.staff.expected.posts.0[0];
    assert!((quota / posts - 1.0).abs() < 0.05, "{quota} of {posts}");
    let town = &start.history.last().unwrap().1;
    let centres = town.centres.as_ref().unwrap();
    // As it does the area of those centres, which have many more people to see.
    let is_reached = |area: &usize| 0.02 < mean(centres.outreach[*area].0);
    assert!(alone.iter().all(is_reached), "outreach reaches them");
    let aware = town.awareness.as_ref().unwrap();
    assert!(alone.iter().all(|area| aware.aware[*area].0.iter().all(|x| 0.1 < *x)));
    let held = centres.flows.iter().enumerate().filter(|(area, _)| alone.contains(area));
    let area_meetings = mitoshi::model::centres::Flow::Area as usize;
    assert!(held.map(|(_, flows)| flows[area_meetings].0.iter().sum::<f32>()).sum::<f32>() > 0.0);
    // Nobody works there, so nobody has so many of 65 and over to care for: no figure, and not 0.
    let levers = study.ground.levers(&Policy::default());
    let (world, inputs) = (study.world(&start, &levers), &start.inputs);
    let month = study.ground.timeline.plan - 1;
    let moment = Moment { town, inputs, world: &world, month };
    let per_person = |area| moment.at(MeasureId::ElderlyPerStaff, Spot::Area(area));
    assert!(alone.iter().all(|&area| per_person(area).is_none()));
    assert!(per_person(geography.host[alone[0]]).is_some_and(|n| n.0.iter().all(|x| 0.0 < *x)));
}

/// The wards' meetings were set up in FY2019: before it there were none, in any draw.
#[test]
fn ward_meetings_begin_when_they_were_set_up() {
    let kawasaki = Municipality::kawasaki();
    assert_eq!(told(&kawasaki, MeasureId::MeetWard, 2018), 0.0);
    assert!(5.0 < told(&kawasaki, MeasureId::MeetWard, 2019));
    let always = rewritten(&|_, text| text.replace("ward_meetings_first,2019\n", ""));
    assert!(5.0 < told(&always, MeasureId::MeetWard, 2018));
}

/// To the last year that is looked at, with bands that widen.
#[test]
fn people_are_told_to_2040() {
    use mitoshi::engine::long_view::{has_one, long_view};
    let ground = Ground::new(&Municipality::kawasaki());
    let measures = [MeasureId::Pop65, MeasureId::AgeingRate, MeasureId::LivingAlone];
    assert!(measures.into_iter().all(has_one) && !has_one(MeasureId::Posts));
    let all = long_view(&ground, &Ranges::default(), 1, Spot::City, &measures, 64);
    for years in &all {
        assert_eq!(years.first().unwrap().0, 2018);
        assert_eq!(years.last().unwrap().0, 2040);
    }
    let at = |year: i32| all[0].iter().find(|(y, _)| *y == year).unwrap().1;
    let width = |year| at(year)[5] - at(year)[1];
    assert!(at(2020)[3] < at(2025)[3] && at(2025)[3] < at(2040)[3], "65 and over grow");
    assert!(width(2025) < width(2040));
    let ward = long_view(&ground, &Ranges::default(), 1, Spot::Ward(0), &measures[..1], 64);
    assert!(ward[0].last().unwrap().1[3] < at(2040)[3]);
}
