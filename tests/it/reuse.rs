//! What a change cannot reach is not run again, and what was kept equals a run from nothing, bit
//! for bit: for every lever, for pairs, and for long random walks of policies and views.

use std::rc::Rc;

use mitoshi::engine::columns::{Columns, Grid, Layout, View};
use mitoshi::engine::draw::Ranges;
use mitoshi::engine::ground::Ground;
use mitoshi::engine::history::{self, Known};
use mitoshi::engine::kept::{Kept, Much};
use mitoshi::engine::reach::{self, Link, Links, Source};
use mitoshi::engine::study::{Start, Study};
use mitoshi::facts::Municipality;
use mitoshi::levers::{LeverId, Policy, Scope, Setting};
use mitoshi::measures::{Kind, MeasureId};
use mitoshi::model::ground::april;
use mitoshi::model::inputs::Spot;
use mitoshi::model::lanes::Lanes;
use mitoshi::model::programmes::Driver;
use mitoshi::model::shock_table::Resignation;
use mitoshi::scenario::Scenario;
use mitoshi::shocks::Script;
use mitoshi::worker::desk::{self as worker, City};

fn study(city: &Municipality) -> Study {
    Study::new(Rc::new(Ground::new(city)), Ranges::default(), Script::default(), 5)
}

fn set(policy: &Policy, lever: LeverId, place: &str, value: f64) -> Policy {
    let place = place.to_owned();
    let value = if lever.spec().is_switch() { value.round() } else { value };
    let setting = Setting { lever, place, value, start_month: 2, ramp_months: 7 };
    policy.with(setting).unwrap()
}

/// As far from today as the lever goes.
fn moved(lever: LeverId) -> Policy {
    let spec = lever.spec();
    let value = if spec.default == spec.max { spec.min } else { spec.max };
    set(&Policy::default(), lever, "", value)
}

/// Bits, so that «no figures» equals itself.
fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|x| x.to_bits()).collect()
}

fn fresh(study: &Study, start: &Start, layout: &Layout, policy: &Policy) -> Vec<u32> {
    let mut columns = Columns::new(layout.n_cells(), 1);
    study.run(start, &study.ground.levers(policy), layout, 0, &mut columns);
    bits(columns.values())
}

struct Desk<'a> {
    study: &'a Study,
    start: Start,
    kept: Kept,
    /// The run without measures under the layout it was made for.
    today: Option<(Layout, Vec<u32>)>,
}

impl<'a> Desk<'a> {
    fn new(study: &'a Study, layout: &Layout) -> Self {
        let today = study.lowered(&Policy::default());
        let kept = Kept::new(study, layout, &today, 0);
        Self { study, start: study.start(0), kept, today: None }
    }

    #[track_caller]
    fn check(&mut self, layout: &Layout, policy: &Policy, what: &str) {
        let study = self.study;
        let [under, today] = [policy, &Policy::default()].map(|policy| study.lowered(policy));
        let (values, without) = self.kept.run(study, layout, &today, &under);
        let (values, without) = (bits(values), bits(without));
        let expected = fresh(study, &self.start, layout, policy);
        let differ = values.iter().zip(&expected).filter(|(a, b)| a != b).count();
        assert!(values.len() == expected.len() && differ == 0, "{what}: {differ} values differ");
        if self.today.as_ref().is_none_or(|(made_for, _)| made_for != layout) {
            let today = fresh(study, &self.start, layout, &Policy::default());
            self.today = Some((layout.clone(), today));
        }
        let (_, today) = self.today.as_ref().unwrap();
        assert!(without == today[..without.len()], "{what}: the run without measures differs");
    }
}

fn looking(study: &Study, measure: MeasureId, grid: Grid, focus: Option<Spot>) -> Layout {
    let ground = &study.ground;
    Layout::new(ground.timeline, &ground.geography, Some(View { measure, grid, focus }))
}

#[test]
fn every_lever_alone_and_with_each_neighbour_equals_a_run_from_nothing() {
    let study = study(&Municipality::kawasaki());
    let layout = looking(&study, MeasureId::AlarmTotal, Grid::Years, None);
    let mut desk = Desk::new(&study, &layout);
    let all: Vec<LeverId> = LeverId::all().collect();
    for (i, &lever) in all.iter().enumerate() {
        let policy = moved(lever);
        desk.check(&layout, &policy, lever.spec().key);
        let other = all[(i * 7 + 3) % all.len()];
        let both = set(&policy, other, "", other.spec().max);
        desk.check(&layout, &both, &format!("{} and {}", lever.spec().key, other.spec().key));
    }
    desk.check(&layout, &Policy::default(), "back to today");
}

/// A lever changes nothing that is read off a chain it is said not to reach.
#[test]
fn a_lever_reaches_the_chains_it_is_said_to_and_no_others() {
    let study = study(&Municipality::kawasaki());
    let layout = looking(&study, MeasureId::Pop65, Grid::Years, None);
    let start = study.start(0);
    let today = fresh(&study, &start, &layout, &Policy::default());
    let follows = reach::follows(&study.ground.programmes);
    let mut reached_by_some = Links::NONE;
    for lever in LeverId::all() {
        let reached = reach::reached(lever, follows);
        let now = fresh(&study, &start, &layout, &moved(lever));
        let first =
            fresh(&study, &start, &layout, &set(&Policy::default(), lever, "", lever.spec().min));
        for measure in MeasureId::all() {
            let may = match reach::source(measure) {
                Source::People => false,
                Source::Link(link) => reached.has(link),
                Source::Money => true,
            };
            let cells =
                layout.city(measure, 0) * 16..layout.city(measure, layout.n_years - 1) * 16 + 16;
            let is_same =
                now[cells.clone()] == today[cells.clone()] && first[cells.clone()] == today[cells];
            assert!(
                may || is_same,
                "«{}» moves «{}»: say so in engine/reach.rs",
                lever.spec().key,
                measure.spec().key
            );
        }
        reached_by_some = reached_by_some.and(reached);
    }
    for link in [Link::Centres, Link::Meetings, Link::Awareness, Link::Alarm, Link::Programmes] {
        assert!(reached_by_some.has(link), "{link:?}");
    }
}

/// A measure is read off one chain, and people: otherwise a part of it could be left as it was.
#[test]
fn a_rate_has_both_its_parts_off_one_chain() {
    for measure in MeasureId::all() {
        if let Kind::Ratio { of, per, .. } = measure.spec().kind {
            let parts = [reach::source(of), reach::source(per)];
            let chains: Vec<_> = parts.iter().filter(|s| **s != Source::People).collect();
            assert!(
                chains.len() < 2 || chains[0] == chains[1],
                "{}: {parts:?}. Read it off one chain, or run both (engine/reach.rs).",
                measure.spec().key
            );
        }
    }
}

#[test]
fn looking_elsewhere_equals_a_run_from_nothing() {
    let study = study(&Municipality::kawasaki());
    let policy = set(&moved(LeverId::Retention), LeverId::AlarmPublicity, "", 2.5);
    let first = looking(&study, MeasureId::AlarmTotal, Grid::Years, None);
    let mut desk = Desk::new(&study, &first);
    desk.check(&first, &policy, "the first view");
    for (i, measure) in MeasureId::all().enumerate().filter(|(i, _)| i % 2 == 1 || i % 6 == 0) {
        let grid = if i % 3 == 0 { Grid::Months } else { Grid::Years };
        let focus = [None, Some(Spot::Ward(2)), Some(Spot::Area(17))][i / 4 % 3];
        let layout = looking(&study, measure, grid, focus);
        desk.check(&layout, &policy, measure.spec().key);
    }
}

/// Any walk of policies and views ends where a run from nothing does.
#[test]
fn a_random_walk_equals_a_run_from_nothing() {
    let city = Municipality::kawasaki();
    let study = study(&city);
    let mut layout = looking(&study, MeasureId::Meetings, Grid::Years, None);
    let mut desk = Desk::new(&study, &layout);
    let ward = city.places.at_level(mitoshi::places::Level::Ward).nth(3).unwrap();
    let ward = city.places.code(ward).to_owned();
    let mut luck = 0x2545_f491_u32;
    let mut below = |n: usize| {
        luck ^= luck << 13;
        luck ^= luck >> 17;
        luck ^= luck << 5;
        luck as usize % n
    };
    let levers: Vec<LeverId> = LeverId::all().collect();
    let measures: Vec<MeasureId> = MeasureId::all().collect();
    let mut policy = Policy::default();
    for step in 0..48 {
        let lever = levers[below(levers.len())];
        let spec = lever.spec();
        match below(5) {
            0 => policy = policy.without(lever, ""),
            1 => {
                let measure = measures[below(measures.len())];
                layout = looking(&study, measure, Grid::Years, None);
            }
            at => {
                let place = if at == 2 && spec.scope == Scope::Place { &ward } else { "" };
                let value = spec.min + (spec.max - spec.min) * below(11) as f64 * 0.1;
                policy = set(&policy, lever, place, value);
            }
        }
        desk.check(&layout, &policy, &format!("step {step}, {}", spec.key));
    }
}

/// A block kept without its history lives through it again when another measure is looked at; one
/// without what the centres hand on runs them again.
#[test]
fn a_block_of_which_less_is_kept_equals_a_run_from_nothing() {
    let study = study(&Municipality::kawasaki());
    let layout = looking(&study, MeasureId::AlarmTotal, Grid::Years, None);
    for much in [Much::Less, Much::Least] {
        let mut desk = Desk::new(&study, &layout);
        desk.kept = desk.kept.keeping(&study, much);
        for lever in [
            LeverId::AlarmPublicity,
            LeverId::PlanIndividual,
            LeverId::PublicityMoney,
            LeverId::PostsExtra,
            LeverId::Gathering,
            LeverId::PlanIndividual,
        ] {
            desk.check(&layout, &moved(lever), &format!("{much:?}, {}", lever.spec().key));
        }
        let elsewhere = looking(&study, MeasureId::Turnover, Grid::Months, None);
        desk.check(&elsewhere, &moved(LeverId::AlarmAge), "another measure");
        let closer = looking(&study, MeasureId::Turnover, Grid::Years, Some(Spot::Ward(2)));
        desk.check(&closer, &moved(LeverId::PlanIndividual), "a ward");
        desk.check(&closer, &moved(LeverId::PublicityMoney), "a ward, another lever");
    }
}

/// Every question asks for the draws of its first bands before others.
#[test]
fn blocks_of_the_first_bands_take_the_place_of_later_ones() {
    let mut desk = worker::Desk::new(Rc::new(City::new(Municipality::kawasaki().basis)));
    let study = desk.open(&[Scenario::default()]).remove(0);
    let layout = looking(&study, MeasureId::AlarmTotal, Grid::Years, None);
    let today = study.lowered(&Policy::default());
    let mut kept_after = |block| {
        desk.run(&study, &layout, &today, block, ONE_BLOCK_EACH, |_, _| {});
        desk.blocks().collect::<Vec<_>>()
    };
    assert_eq!(kept_after(40), [40]);
    assert_eq!(kept_after(41), [40], "there is no room for more");
    assert_eq!(kept_after(3), [3], "one of the first 256 draws");
    assert_eq!(kept_after(40), [3]);
    assert_eq!(kept_after(2), [3], "as good as the other");
}

/// Of so many workers each has room for one block of Kawasaki.
const ONE_BLOCK_EACH: u32 = 128;

/// Of a block that finds no room only the values without measures are kept.
#[test]
fn a_block_without_room_equals_a_run_from_nothing() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let scenario = Scenario::of(&city.facts.code);
    let mut desk = worker::Desk::new(city);
    let study = desk.open(std::slice::from_ref(&scenario)).remove(0);
    let start = study.start(0);
    let near = looking(&study, MeasureId::AlarmTotal, Grid::Years, None);
    let closer = looking(&study, MeasureId::Posts, Grid::Years, Some(Spot::Ward(1)));
    // The one block kept is another one.
    const N_WORKERS: u32 = ONE_BLOCK_EACH;
    desk.run(&study, &near, &study.lowered(&Policy::default()), 1, N_WORKERS, |_, _| {});
    for (layout, lever) in [
        (&near, LeverId::PostsExtra),
        (&near, LeverId::AlarmAge),
        (&closer, LeverId::AlarmAge),
        (&closer, LeverId::PlanIndividual),
    ] {
        let expected = [moved(lever), Policy::default()].map(|p| fresh(&study, &start, layout, &p));
        let under = study.lowered(&moved(lever));
        desk.run(&study, layout, &under, 0, N_WORKERS, |values, without| {
            let [with, today] = &expected;
            assert!(bits(values) == *with, "{}", lever.spec().key);
            assert!(bits(without) == today[..without.len()], "{}: without", lever.spec().key);
        });
    }
}

/// A town without most of the chains, and one whose programmes go with the centres.
#[test]
fn other_towns_keep_as_well() {
    let town = study(&Municipality::asago());
    let layout = looking(&town, MeasureId::Posts, Grid::Months, None);
    let mut desk = Desk::new(&town, &layout);
    for lever in [LeverId::PostsExtra, LeverId::AlarmAge, LeverId::PublicityMoney] {
        desk.check(&layout, &moved(lever), lever.spec().key);
    }
    let mut ground = Ground::new(&Municipality::kawasaki());
    let mut programmes = ground.programmes.to_vec();
    programmes[0].driver = Driver::Ties;
    programmes[1].driver = Driver::Hours;
    ground.programmes = programmes.into();
    let study = Study::new(Rc::new(ground), Ranges::default(), Script::default(), 5);
    let layout = looking(&study, MeasureId::AlarmTotal, Grid::Years, None);
    let mut desk = Desk::new(&study, &layout);
    for lever in [LeverId::PostsExtra, LeverId::Gathering, LeverId::SitesExtra, LeverId::Retention]
    {
        desk.check(&layout, &moved(lever), lever.spec().key);
    }
}

/// The years rehearsed to find the plan of meetings are not lived through again, up to the first
/// shock to the centres' people, whenever that comes.
#[test]
fn what_was_rehearsed_equals_a_history_lived_through() {
    let study = study(&Municipality::kawasaki());
    let (ground, start) = (&study.ground, study.start(0));
    let levers = ground.levers(&Policy::default());
    for first_shock in [None, Some(0), Some(11), Some(17), Some(23)] {
        let mut shocks = start.shocks.clone();
        shocks.resignations.extend(first_shock.map(|after: u32| Resignation {
            month: ground.timeline.first + after,
            centre: 2,
            share: Lanes::all(0.5),
        }));
        let known = Known { shocks: &shocks, ..start.known() };
        let (_, towns, _) = history::tell(ground, &Script::default(), known);
        assert!(!towns.is_empty());
        for (year, town) in towns {
            let lived = history::centres_in(ground, &levers, known, april(year) + 11);
            assert!(town.centres == lived, "FY{year}, first shock after {first_shock:?} months");
        }
    }
}
