//! How far the line jumps when the answer comes: moved by the page's sixteen draws while a slider
//! moves, it then stands where all draws say. In pixels of the graph on a laptop.

use std::rc::Rc;

use mitoshi::engine::quick::Quick;
use mitoshi::facts::Municipality;
use mitoshi::i18n::Lang;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::protocol::{Answer, Ask, Draws, ViewAsk};
use mitoshi::scenario::Scenario;
use mitoshi::ui::charts::fan::{FanSeries, place};
use mitoshi::ui::rooms::forecast::series::{Aims, Seen, line};
use mitoshi::worker::desk::{City, Desk};
use mitoshi::worker::job::answer_now;

/// The graph's own box at 1366 × 768.
const SIZE: (f64, f64) = (690.0, 210.0);
/// All that a scenario asks for: where a line settles. The bands under the finger are of 256.
const N_DRAWS: u32 = 1_024;
const NEAR_PX: f64 = 2.0;
/// How far a finger comes until bands are there: a tenth of the slider.
const TENTHS: [f64; 2] = [-0.1, 0.1];

/// What is looked at meanwhile: the targets, and measures of each further chain, among them small
/// counts of which one is some pixels, and the two that are so small that they are told by more draws.
const LOOKED_AT: [MeasureId; 11] = [
    MeasureId::AlarmTotal,
    MeasureId::Meetings,
    MeasureId::AwarenessMeasured,
    MeasureId::Turnover,
    MeasureId::Vacancies,
    MeasureId::StaffExits,
    MeasureId::IssuesOpen,
    MeasureId::Certified,
    MeasureId::CostTotal,
    MeasureId::CentresIncomplete,
    MeasureId::MeetingsMissed,
];

fn answer(desk: &mut Desk, policy: &Policy) -> Answer {
    let scenario = Scenario { policy: policy.clone(), n_draws: N_DRAWS, ..Scenario::default() };
    let view = ViewAsk { measure: "alarm_total".into(), by_month: false, place: String::new() };
    let ask = Ask {
        revision: 1,
        scenario_json: scenario.to_json(),
        against: Vec::new(),
        view,
        draws: Draws::All,
        first: N_DRAWS,
        index: 0,
        of: 1,
    };
    answer_now(desk, ask).ok().unwrap()
}

/// The farthest any year of the line jumps.
fn jump_px(city: &City, before: &Answer, after: &Answer, shift: &[f32], measure: MeasureId) -> f64 {
    let series = |answer, shift| {
        let seen = Seen {
            city,
            answer: Some(answer),
            shift,
            measure,
            place: "",
            aims: &Aims::default(),
            lang: Lang::Ja,
        };
        line::series(&seen)
    };
    let (moved, settled) = (series(before, Some(shift)), series(after, None));
    // Both on one axis: the values either covers.
    let all = [&moved, &settled].map(|series| {
        let of = &series.lines[series.focus];
        [&of.p10, &of.p90, &of.baseline].into_iter().flatten().copied().collect::<Vec<f64>>()
    });
    let finite = || all.iter().flatten().copied().filter(|value| value.is_finite());
    let hold = Some((finite().fold(f64::MAX, f64::min), finite().fold(f64::MIN, f64::max)));
    let ring = |series: FanSeries| place(&FanSeries { hold, ..series }, SIZE.0, SIZE.1).ring;
    let pairs = ring(moved).into_iter().zip(ring(settled));
    pairs.map(|(a, b)| (a - b).abs()).filter(|px| px.is_finite()).fold(0.0, f64::max)
}

#[test]
fn the_line_settles_where_the_finger_left_it() {
    let city = Rc::new(City::new(Municipality::kawasaki().basis));
    let scenario = Scenario::default();
    let Scenario { ranges, script, seed, .. } = &scenario;
    let mut quick = Quick::new(city.ground.clone(), ranges.clone(), script.clone(), *seed);
    let mut desk = Desk::new(city.clone());
    let today = Policy::default();
    let before = answer(&mut desk, &today);
    let mut jumps = Vec::new();
    for lever in LeverId::all() {
        let spec = lever.spec();
        for share in TENTHS {
            let steps =
                ((spec.default + (spec.max - spec.min) * share - spec.min) / spec.step).round();
            let value = (spec.min + steps * spec.step).clamp(spec.min, spec.max);
            if (value - spec.default).abs() < spec.step / 2.0 {
                continue;
            }
            let setting =
                Setting { lever, place: String::new(), value, start_month: 0, ramp_months: 0 };
            let policy = today.with(setting).unwrap();
            let after = answer(&mut desk, &policy);
            for measure in LOOKED_AT {
                let shift = quick.shift(&today, &policy, measure);
                let still = vec![0.0; shift.len()];
                let px = |shift: &[f32]| jump_px(&city, &before, &after, shift, measure);
                // A line that stays where it is says nothing.
                if 0.5 < px(&still) {
                    jumps.push((px(&shift), spec.key, measure.spec().key));
                }
            }
        }
    }
    let far: Vec<_> = jumps.iter().filter(|(px, ..)| NEAR_PX < *px).collect();
    assert!(30 <= jumps.len(), "only {} lines move at all", jumps.len());
    assert!(far.len() * 100 <= jumps.len() * 5, "of {} lines these jump: {far:?}", jumps.len());
}
