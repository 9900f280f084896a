//! What a planner adds: own targets, targets of places, own figures, own indicators, a ceiling. Each
//! is used by the same runs as what is built in.

use std::rc::Rc;

use mitoshi::engine::chance::{At, Sense};
use mitoshi::facts::Municipality;
use mitoshi::i18n::Lang;
use mitoshi::measures::MeasureId as M;
use mitoshi::model::inputs::Spot;
use mitoshi::protocol::{Answer, Ask, Draws, ViewAsk};
use mitoshi::scenario::Scenario;
use mitoshi::scenario::own::{OwnFigure, OwnTarget, TargetSwitch};
use mitoshi::ui::rooms::forecast::series::{Aims, Seen, breakdown};
use mitoshi::worker::desk::{City, Desk};
use mitoshi::worker::job::answer_now;

use super::truth::with_lines;

fn answer(city: &Rc<City>, scenario: &Scenario, measure: M) -> Answer {
    let ask = Ask {
        revision: 1,
        scenario_json: scenario.to_json(),
        against: Vec::new(),
        view: ViewAsk { measure: measure.spec().key.into(), by_month: false, place: String::new() },
        draws: Draws::All,
        first: 256,
        index: 0,
        of: 1,
    };
    answer_now(&mut Desk::new(city.clone()), ask).ok().unwrap()
}

fn kawasaki() -> Rc<City> {
    Rc::new(City::new(Municipality::kawasaki().basis))
}

fn scenario() -> Scenario {
    Scenario { n_draws: 256, ..Scenario::default() }
}

fn own(place: &str, measure: M, sense: Sense, value: f64) -> OwnTarget {
    OwnTarget { place: place.into(), measure, fiscal_year: 2023, sense, value }
}

fn figure(measure: &str, when: &str, value: f64) -> OwnFigure {
    let text = |text: &str| text.to_owned();
    let (place, measure, when) = (text("14130"), text(measure), text(when));
    OwnFigure { place, measure, when, value, ..OwnFigure::default() }
}

#[test]
fn an_own_target_is_answered_after_those_of_the_municipality() {
    let city = kawasaki();
    let at_most = Sense::AtMost;
    let own_targets = vec![
        own("", M::Vacancies, at_most, 12.0),
        own("each_ward", M::Vacancies, at_most, 4.0),
        own("14134", M::Vacancies, at_most, 4.0),
    ];
    let with = Scenario { own_targets, ..scenario() };
    let n_built_in = city.ground.targets.len();
    let answer = answer(&city, &with, M::Vacancies);
    assert_eq!(answer.targets.len(), n_built_in + 3);
    let chance = |i: usize| answer.targets[n_built_in + i].chance.unwrap();
    // The band says between which two tenths the chance must lie.
    let band = answer.city(M::Vacancies.index(), 2023).unwrap();
    let divide = at_most.divide_of_count(12.0);
    let by_band = mitoshi::engine::chance::chance_of_band(&band, at_most, divide);
    assert!((chance(0) - by_band).abs() < 0.06, "{} {by_band}", chance(0));
    assert!(chance(1) <= chance(2), "where each ward meets it, this one does");
    assert!(0.0 < chance(2) && chance(1) < 1.0);
    let plain = self::answer(&city, &scenario(), M::Vacancies);
    assert_eq!(plain.targets[..], answer.targets[..n_built_in], "the others stand as before");
    assert_eq!(plain.code, answer.code, "an own target changes no result");
}

/// A comparison tells how each scenario stands to what any of them asks for.
#[test]
fn the_own_targets_of_all_compared_are_answered_once() {
    let city = kawasaki();
    let asks = |value| Scenario {
        own_targets: vec![own("14131", M::Meetings, Sense::AtLeast, value)],
        ..scenario()
    };
    let compared = [asks(60.0), scenario(), asks(60.0), asks(90.0)];
    let targets = Scenario::targets_of(compared.iter(), &city.ground);
    let n_built_in = city.ground.targets.len();
    let own: Vec<f32> = targets[n_built_in..].iter().map(|target| target.aim.value).collect();
    assert_eq!(own, [60.0, 90.0]);
    assert_eq!(targets[..n_built_in], scenario().targets(&city.ground));
    assert_eq!(targets[..=n_built_in], compared[0].targets(&city.ground));
}

/// «An individual-case meeting every quarter in each area»: the chance that the worst one has four.
#[test]
fn a_target_of_each_area_is_answered() {
    let city = kawasaki();
    let targets = scenario().targets(&city.ground);
    let i = targets.iter().position(|t| t.at == Some(At::EachArea)).unwrap();
    let aim = targets[i].aim;
    assert_eq!((aim.measure, aim.fiscal_year, aim.value), (M::MeetIndividual, 2022, 4.0));
    let answer = answer(&city, &scenario(), M::MeetIndividual);
    let each = answer.targets[i].chance.unwrap();
    let n_wards = city.ground.geography.n_wards();
    for area in 0..city.ground.geography.n_areas() {
        let band = answer.place(n_wards + area, 2022).unwrap();
        let divide = aim.sense.divide_of_count(aim.value);
        let here = mitoshi::engine::chance::chance_of_band(&band, aim.sense, divide);
        assert!(each <= here + 0.05, "area {area}: all {each}, here {here}");
    }
    assert_eq!(answer.targets[i].curve.len(), 41);
}

#[test]
fn a_switch_turns_a_target_off_and_a_suggestion_on() {
    let city = kawasaki();
    let switch = |measure, fiscal_year, is_on| TargetSwitch { measure, fiscal_year, is_on };
    let switches = vec![switch(M::Meetings, 2022, false), switch(M::Vacancies, 2023, true)];
    let targets = Scenario { switches, ..scenario() }.targets(&city.ground);
    let is_on = |measure| targets.iter().find(|t| t.aim.measure == measure).unwrap().is_on;
    assert!(!is_on(M::Meetings) && is_on(M::Vacancies) && is_on(M::AwarenessMeasured));
}

#[test]
fn a_target_of_a_place_that_is_not_there_is_refused() {
    let city = kawasaki();
    let with =
        Scenario { own_targets: vec![own("99999", M::Filled, Sense::AtLeast, 1.0)], ..scenario() };
    let said = with.fits(&city.facts.places).unwrap_err().describe(Lang::En);
    assert!(said.contains("99999"), "{said}");
}

/// The newest count of devices, corrected by the planner: the forecast starts from it, the page's own
/// facts keep what was there.
#[test]
fn an_own_figure_is_what_runs_are_told() {
    let city = kawasaki();
    let figures = vec![figure("alarm_portable", "FY2020", 1_200.0)];
    let with = Scenario { figures, ..scenario() };
    let (before, after) =
        (answer(&city, &scenario(), M::AlarmPortable), answer(&city, &with, M::AlarmPortable));
    let median = |answer: &Answer, year| answer.city(M::AlarmPortable.index(), year).unwrap()[3];
    // A count is weighed against the forecast from the year before, ten devices either way.
    assert!((median(&after, 2020) - 1_200.0).abs() < 60.0, "{}", median(&after, 2020));
    assert!(median(&before, 2023) + 100.0 < median(&after, 2023));
    assert_ne!(before.code, after.code);
    let root = city.facts.places.root();
    let kept = city.facts.observed("alarm_portable", root).into_iter().next_back().unwrap();
    assert_eq!(kept.value, 923.0);
    let fewer = Scenario { figures: vec![figure("alarm_home", "FY2020", -1.0)], ..scenario() };
    assert!(fewer.fits(&city.facts.places).is_err(), "nothing is below zero");
}

#[test]
fn a_ceiling_by_year_leaves_money_or_is_exceeded() {
    let rows = "programme_ceiling,14130,FY2021,rule,5000000000,,own_targets,assumed,,\n\
                programme_ceiling,14130,FY2023,rule,1000000000,,own_targets,assumed,,\n";
    let city = Rc::new(City::new(with_lines("observations.csv", rows).basis));
    let answer = answer(&city, &scenario(), M::CeilingLeft);
    let at = |measure: M, year| f64::from(answer.city(measure.index(), year).unwrap()[3]);
    assert!(at(M::CeilingLeft, 2022) > 3e9, "the ceiling of FY2021 holds until a newer one");
    assert_eq!(at(M::CeilingOver, 2022), 0.0);
    assert_eq!(at(M::CeilingLeft, 2023), 0.0);
    assert!(at(M::CeilingOver, 2023) > 1e8);
    // 23 % of the ceiling, and no more.
    assert!((at(M::PaidPremium, 2023) / 0.23e9 - 1.0).abs() < 1e-3);
    let line = |city: &City, answer: &Answer| {
        let payers = breakdown::of(M::CeilingLeft).unwrap();
        let aims = Aims::default();
        let seen = Seen {
            city,
            answer: Some(answer),
            shift: None,
            measure: M::CeilingLeft,
            place: "",
            aims: &aims,
            lang: Lang::Ja,
        };
        breakdown::bars(&seen, payers).limit.unwrap().values
    };
    // The chart's years are FY2018–2025; the line stands at the cost that reaches the ceiling.
    let drawn = line(&city, &answer);
    let reaches = at(M::CostTotal, 2021) + at(M::CeilingLeft, 2021) - at(M::CeilingOver, 2021);
    assert!((drawn[3] / reaches - 1.0).abs() < 1e-6, "{} is not {reaches}", drawn[3]);
    assert!(drawn[5] < drawn[4], "the ceiling of FY2023 is lower");
    let none = self::answer(&kawasaki(), &scenario(), M::CeilingLeft);
    assert!(line(&kawasaki(), &none).iter().all(|value| value.is_nan()), "nothing is drawn");
    assert!(
        none.city(M::CeilingLeft.index(), 2023).is_none(),
        "without one nothing is left or over"
    );
}

/// A count that grows by 10 % a year, a stock that follows nothing, and their targets.
fn with_indicators() -> Municipality {
    let table = "# source: own_targets\n# unit: in rows\n# as_of: 2021\n# retrieved: 2026-11-27\n\
        # grade: assumed\n# note: of one's own\n\
        measure,label_ja,label_en,unit_ja,unit_en,better,driver,spread,change,unit_cost,budget,pandemic\n\
        own_count_1,配食の見守り,Meals with a look in,回,visits,more,alone,alone,10,500,,no\n\
        own_stock_2,認知症カフェ,Dementia cafés,か所,cafés,more,none,none,3,,,no\n\
        own_count_2,転倒予防の講座,Falls classes,回,classes,more,budget,none,,20000,2000000,no\n";
    let seen = "own_count_1,14130,FY2019,actual,12000,,own_targets,assumed,,\n\
        own_count_1,14130,FY2020,actual,13200,,own_targets,assumed,,\n\
        own_stock_2,14130,FY2020,actual,20,,own_targets,assumed,,\n";
    let aim = "own_stock_2,14130,2023,at_least,29,own,yes,own_targets,assumed,,\n";
    let files = |name: &str| match name {
        "own_indicators.csv" => Some(table.to_owned()),
        "observations.csv" | "targets.csv" => {
            let text = mitoshi::facts::builtin::KAWASAKI.read(name)?;
            Some(text.to_owned() + if name == "targets.csv" { aim } else { seen })
        }
        name => mitoshi::facts::builtin::KAWASAKI.read(name).map(str::to_owned),
    };
    Municipality::from_tables(&files).unwrap()
}

#[test]
fn an_own_indicator_behaves_like_a_built_in_one() {
    let city = Rc::new(City::new(with_indicators().basis));
    let spec = M::OwnCount1.spec();
    assert_eq!(
        (spec.label.ja, spec.label.en, spec.unit.ja),
        ("配食の見守り", "Meals with a look in", "回")
    );
    assert!(M::all().any(|m| m == M::OwnCount1) && M::all().all(|m| m != M::OwnCount3));
    let answer = answer(&city, &scenario(), M::OwnCount1);
    let at = |measure: M, year| f64::from(answer.city(measure.index(), year).unwrap()[3]);
    assert!((at(M::OwnCount1, 2020) / 13_200.0 - 1.0).abs() < 0.03, "as observed");
    // Ten per cent a year for three years, and about as much again as those living alone grow.
    let grown = at(M::OwnCount1, 2023) / 13_200.0;
    assert!((1.33..1.60).contains(&grown), "{grown}");
    assert!((at(M::OwnStock2, 2023) - 29.0).abs() <= 2.0, "{}", at(M::OwnStock2, 2023));
    assert!((at(M::OwnCount2, 2022) - 100.0).abs() < 6.0, "two million buy a hundred classes");
    let areas: f64 = (0..city.ground.geography.n_areas())
        .map(|area| {
            f64::from(answer.place(city.ground.geography.n_wards() + area, 2023).unwrap()[3])
        })
        .sum();
    assert!((areas / at(M::OwnCount1, 2023) - 1.0).abs() < 0.02, "areas share it: {areas}");
    let target = scenario().targets(&city.ground);
    let i = target.iter().position(|t| t.aim.measure == M::OwnStock2).unwrap();
    assert!((0.3..0.8).contains(&answer.targets[i].chance.unwrap()));
    // 500 yen for each visit are part of what the programmes cost.
    let plain = self::answer(&kawasaki(), &scenario(), M::CostProgrammes);
    let cost = |of: &Answer| f64::from(of.city(M::CostProgrammes.index(), 2022).unwrap()[3]);
    let more = cost(&answer) - cost(&plain);
    assert!((7e6..14e6).contains(&more), "{more}");
    assert_eq!(M::OwnCount1.spec().label.ja, "独自の指標（回数1）", "another municipality's names");
}

#[test]
fn an_own_indicator_says_what_is_wrong_with_it() {
    let table = "# source: own_targets\n# unit: in rows\n# as_of: 2021\n# retrieved: 2026-11-27\n\
        # grade: assumed\n# note: of one's own\n\
        measure,label_ja,label_en,unit_ja,unit_en,better,driver,spread,change,unit_cost,budget,pandemic\n\
        own_count_9,配食,Meals,回,visits,more,alone,alone,10,500,,no\n\
        own_count_1,配食,Meals,回,visits,more,budget,alone,10,,,no\n\
        own_count_2,配食,Meals,回,visits,more,weather,alone,10,,,no\n";
    let files = |name: &str| match name {
        "own_indicators.csv" => Some(table.to_owned()),
        name => mitoshi::facts::builtin::KAWASAKI.read(name).map(str::to_owned),
    };
    let errors = Municipality::from_tables(&files).unwrap_err();
    let said: Vec<String> = errors.iter().map(|error| error.describe(Lang::Ja)).collect();
    println!("{said:#?}");
    assert_eq!(said.len(), 3);
    assert!(said.iter().all(|said| said.starts_with("own_indicators.csv")));
    assert!(
        said[0].contains("own_count_1")
            && said[1].contains("budget")
            && said[2].contains("weather")
    );
}

/// What a place is asked by a rule can be taken over as its own target.
#[test]
fn a_target_by_hand_is_an_own_target_of_the_place() {
    let city = kawasaki();
    let with = Scenario {
        own_targets: vec![own("14131", M::Meetings, Sense::AtLeast, 60.0)],
        ..scenario()
    };
    let read = Scenario::from_json(&with.to_json()).unwrap();
    assert_eq!(read.own_targets, with.own_targets);
    let target = read.targets(&city.ground).pop().unwrap();
    assert_eq!(target.at, Some(At::One(Spot::Ward(0))));
}
