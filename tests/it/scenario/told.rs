//! What the comparison says in sentences, and the order of the library.

use mitoshi::engine::chance::{Aim, At, Sense, Target};
use mitoshi::engine::draw::{Range, Ranges};
use mitoshi::facts::observation::Origin;
use mitoshi::i18n::Lang;
use mitoshi::measures::{MEASURE_COUNT, MeasureId};
use mitoshi::protocol::{Compared, Comparison, Gap, Pair, TargetAnswer, ViewAsk};
use mitoshi::scenario::Scenario;
use mitoshi::scenario::shelf::{Order, Summary, arrange, free_name, tags};
use mitoshi::ui::charts::format::Format;
use mitoshi::ui::rooms::compare::say::{findings, split};
use mitoshi::ui::rooms::compare::sources::{Side, led_by, named};
use mitoshi::ui::rooms::compare::split::splits;

const YEAR: i32 = 2022;
const MEETINGS: Aim =
    Aim { measure: MeasureId::Meetings, fiscal_year: YEAR, sense: Sense::AtLeast, value: 400.0 };

const OF_PLAN: [Target; 1] = [of(MEETINGS, Origin::Plan)];

const fn of(aim: Aim, origin: Origin) -> Target {
    Target { aim, at: None, origin, is_on: true }
}

fn gap(middle: f32, above: f64) -> Gap {
    let band = [middle; mitoshi::engine::bands::PERCENTS.len()];
    Gap { band, above, above_error: 0.01, below: 1.0 - above, below_error: 0.01 }
}

/// A comparison of the first year alone; what differs by measure, for each scenario after the
/// first, and each one's chance of the meetings.
fn comparison(gaps: &[&[(MeasureId, Gap)]], chances: &[f64]) -> Comparison {
    let pair = |(i, gaps): (usize, &&[(MeasureId, Gap)])| {
        let mut city = vec![None; MEASURE_COUNT];
        for (measure, gap) in *gaps {
            city[measure.index()] = Some(*gap);
        }
        Pair { from: 0, to: i as u32 + 1, city, places: Vec::new() }
    };
    let side = |chance: &f64| {
        let target =
            TargetAnswer { chance: Some(*chance), standard_error: 0.01, ..TargetAnswer::default() };
        Compared { city: Vec::new(), places: Vec::new(), targets: vec![target], code: None }
    };
    Comparison {
        revision: 1,
        n_done: 1_024,
        n_draws: 1_024,
        first_year: YEAR,
        n_years: 1,
        view: ViewAsk { measure: "alarm_total".to_owned(), by_month: false, place: String::new() },
        scenarios: chances.iter().map(side).collect(),
        pairs: gaps.iter().enumerate().map(pair).collect(),
    }
}

#[test]
fn what_matters_is_said_plainly() {
    let more: &[(MeasureId, Gap)] = &[
        (MEETINGS.measure, gap(36.0, 0.98)),
        (MeasureId::CostTotal, gap(12_000_000.0, 1.0)),
        (MeasureId::Premium, gap(0.7, 1.0)),
    ];
    let found = comparison(&[more], &[0.3, 0.9]);
    assert_eq!(
        findings(&found, &OF_PLAN, Lang::Ja),
        [concat!(
            "案Bは案Aより地域ケア会議の開催数が令和4年度 (2022)に36回多く、費用は年1,200万円（保険料では月0.7円）",
            "多い。",
            "地域ケア会議の開催数が400回以上になる見込みは約9割（案Aは約3割）。"
        )]
    );
    assert_eq!(
        findings(&found, &OF_PLAN, Lang::En)[0],
        concat!(
            "B compared with A: Care meetings held 36 meetings higher in FY2022 (Reiwa 4); ",
            "cost 12 million yen a year (0.7 yen a month of premium) higher. ",
            "Chance of Care meetings held at least 400 meetings: about 9 in 10 (A: about 3 in 10)."
        )
    );
}

#[test]
fn what_is_not_clear_is_not_said() {
    let unclear: &[(MeasureId, Gap)] = &[(MEETINGS.measure, gap(2.0, 0.6))];
    let found = comparison(&[unclear, &[]], &[0.3, 0.3, 0.3]);
    assert_eq!(
        findings(&found, &OF_PLAN, Lang::Ja),
        [
            "案Bと案Aの結果に、はっきりした違いはない。",
            "案Cと案Aの結果に、はっきりした違いはない。"
        ]
    );
}

/// Shares differ by points; a chance that reads the same on both sides is not told twice; the
/// plan's own targets come before our suggestions.
#[test]
fn the_plans_own_targets_are_told_first_and_nothing_twice() {
    let turnover =
        Aim { measure: MeasureId::Turnover, fiscal_year: YEAR, sense: Sense::AtMost, value: 16.7 };
    let both: &[(MeasureId, Gap)] =
        &[(MeasureId::Turnover, gap(-4.62, 0.0)), (MEETINGS.measure, gap(36.0, 0.98))];
    let found = comparison(&[both], &[0.3, 0.3]);
    let of_wards = Target { at: Some(At::EachWard), ..of(MEETINGS, Origin::Plan) };
    let targets = [of_wards, of(turnover, Origin::Own), of(MEETINGS, Origin::Plan)];
    assert_eq!(
        findings(&found, &targets, Lang::Ja),
        ["案Bは案Aより地域ケア会議の開催数が令和4年度 (2022)に36回多く、\
          離職率が令和4年度 (2022)に4.62ポイント低い。"]
    );
}

#[test]
fn a_difference_always_has_its_sign() {
    let unit = MeasureId::Turnover.spec().unit;
    let told = |value| Format::difference(Lang::Ja, unit).show(value).to_string();
    assert_eq!([told(1.5), told(-1.5), told(0.0)], ["+1.5ポイント", "−1.5ポイント", "±0ポイント"]);
}

/// What stands beside it says how many decimals are read; a difference smaller than these is none.
#[test]
fn a_difference_has_the_decimals_of_what_it_lies_between() {
    let share = MeasureId::Turnover.spec().unit;
    let told = |values, value| Format::between(Lang::Ja, share, values).show(value).to_string();
    assert_eq!(told([57.3, 54.1], -3.19), "−3.2ポイント");
    assert_eq!(told([46.81, 50.0], -3.19), "−3.2ポイント");
    assert_eq!(told([3.1, 3.26], 0.157), "+0.16ポイント");
    assert_eq!(told([99.6, 100.0], -0.44), "−0.4ポイント");
    assert_eq!(told([0.0, 5.25], 5.25), "+5.25ポイント");
    assert_eq!(told([120.0, 135.0], 15.4), "+15ポイント");
    assert_eq!(told([48.0, 48.04], 0.04), "±0ポイント");
    assert_eq!(told([48.04, 48.0], -0.04), "±0ポイント");
    let yen = MeasureId::CostTotal.spec().unit;
    let told = Format::between(Lang::Ja, yen, [1.49e9, 1.51e9]).show(1_372_000.0);
    assert_eq!(told, "+137万円");
}

/// However sure it is: a thousandth of a point is no finding.
#[test]
fn a_difference_that_cannot_be_read_is_not_said() {
    let turnover =
        Aim { measure: MeasureId::Turnover, fiscal_year: YEAR, sense: Sense::AtMost, value: 16.7 };
    let findings_of = |size: f32| {
        let gaps: &[(MeasureId, Gap)] = &[(MeasureId::Turnover, gap(size, 1.0))];
        findings(&comparison(&[gaps], &[0.3, 0.3]), &[of(turnover, Origin::Plan)], Lang::Ja)
    };
    assert_eq!(findings_of(0.004), ["案Bと案Aの結果に、はっきりした違いはない。"]);
    assert_eq!(findings_of(0.02), ["案Bは案Aより離職率が令和4年度 (2022)に0.02ポイント高い。"]);
}

fn side(source: &str, scenario: Scenario) -> Side {
    Side { source: source.to_owned(), scenario: scenario.into() }
}

/// One that decides and assumes.
fn own() -> Scenario {
    let range = Range { p10: 0.9, p50: 1.0, p90: 1.1 };
    let id = mitoshi::assumptions::AssumptionId::all().next().unwrap();
    let policy = super::setting(mitoshi::levers::LeverId::Retention, "", 1.0, 0, 0);
    let policy = mitoshi::levers::Policy::default().with(policy).unwrap();
    Scenario { policy, ranges: Ranges(vec![(id, range)]), seed: 5, ..Scenario::default() }
}

#[test]
fn the_four_lines_are_official_and_own_world_without_and_with_policy() {
    let plain = Scenario::default();
    let found = splits(&[side("a", plain.clone()), side("b", own())], Lang::Ja);
    assert_eq!(found.len(), 1, "against nothing decided, the pair is no other split");
    let lines: Vec<(bool, bool)> = found[0]
        .scenarios
        .iter()
        .map(|s| (s.ranges == plain.ranges, s.policy == plain.policy))
        .collect();
    assert_eq!(lines, [(true, true), (false, true), (true, false), (false, false)]);
    assert!(found[0].scenarios.iter().all(|s| s.seed == 5), "under its own luck");
    assert_eq!(
        found[0].names,
        [
            "公式の仮定・施策なし",
            "変えた仮定・施策なし",
            "公式の仮定・施策あり",
            "変えた仮定・施策あり",
        ]
    );
    let only_decides = Scenario { ranges: Ranges::default(), ..own() };
    assert_eq!(splits(&[side("a", plain), side("b", only_decides.clone())], Lang::Ja), []);
    let pair = splits(&[side("a", only_decides), side("b", own())], Lang::En);
    assert_eq!(pair.len(), 1, "the two decide the same: only B is taken apart");
}

#[test]
fn an_address_names_each_once_and_four_at_most() {
    assert_eq!(named("now,preset:meetings,now"), ["now", "preset:meetings"]);
    assert_eq!(named("a,b,c,d,e"), ["a", "b", "c", "d"]);
    let names = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(led_by(&names, "c"), ["c", "a", "b"]);
}

#[test]
fn a_difference_is_split_into_four_lines_that_add_up() {
    let of = |middle| [(MEETINGS.measure, gap(middle, 0.5))];
    let (assumed, decided, all) = (of(-10.0), of(30.0), of(25.0));
    let found = comparison(&[&assumed, &decided, &all], &[0.1, 0.1, 0.1, 0.1]);
    assert_eq!(
        split(&found, &MEETINGS, Lang::Ja),
        [
            "仮定の違いによる分：−10回",
            "施策の違いによる分：+30回",
            "組み合わさって生じる分：+5回",
            "合わせた違い：+25回",
        ]
    );
}

fn summary(id: &str, name: &str, changed: f64, tags: &[&str]) -> Summary {
    Summary {
        id: id.to_owned(),
        name: name.to_owned(),
        changed,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..Summary::default()
    }
}

#[test]
fn the_library_lists_pinned_ones_first_and_finds_by_all_words() {
    let mut all = vec![
        summary("a", "広報を倍に", 1.0, &["検討"]),
        summary("b", "定着支援", 3.0, &["検討", "済"]),
        summary("c", "広報と定着", 2.0, &[]),
    ];
    let ids = |list: Vec<Summary>| list.into_iter().map(|s| s.id).collect::<String>();
    assert_eq!(ids(arrange(&all, "", "", Order::Newest)), "bca");
    assert_eq!(ids(arrange(&all, "定着 広報", "", Order::Newest)), "c");
    assert_eq!(ids(arrange(&all, "", "検討", Order::Newest)), "ba");
    assert_eq!(tags(&all), ["検討", "済"]);
    all[0].is_pinned = true;
    all[1].removed = Some(4.0);
    all[2].chances = vec![Some(0.4)];
    assert_eq!(ids(arrange(&all, "", "", Order::Chance)), "ac");
    let read = Summary::from_json(&all[2].to_json());
    assert_eq!(read.as_ref(), Some(&all[2]));
}

#[test]
fn a_further_scenario_has_a_name_of_its_own() {
    let mut all = vec![summary("a", "新しい案", 1.0, &[]), summary("b", "新しい案 3", 2.0, &[])];
    assert_eq!(free_name(&all, "広報を倍に"), "広報を倍に");
    assert_eq!(free_name(&all, "新しい案"), "新しい案 2");
    all.push(summary("c", "新しい案 2", 3.0, &[]));
    assert_eq!(free_name(&all, "新しい案"), "新しい案 4");
    // A name in the bin is free.
    all[0].removed = Some(4.0);
    assert_eq!(free_name(&all, "新しい案"), "新しい案");
}
