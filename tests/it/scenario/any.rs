//! Any document a person could own, for the tests of what must hold for all of them.

use mitoshi::assumptions::AssumptionId;
use mitoshi::engine::chance::Sense;
use mitoshi::engine::draw::{Range, Ranges};
use mitoshi::engine::rule::Rule;
use mitoshi::levers::{LeverId, Policy, Setting};
use mitoshi::measures::MeasureId;
use mitoshi::scenario::Scenario;
use mitoshi::scenario::own::{Decision, Edition, OwnFigure, OwnTarget, TargetSwitch};
use mitoshi::shocks::{Fired, Length, Place, Script, ShockId};
use proptest::collection::vec;
use proptest::prelude::*;

/// Few in every test run; `cargo xtask soak documents` asks for many.
pub(super) fn cases() -> ProptestConfig {
    let asked = std::env::var("MITOSHI_CASES").ok().and_then(|n| n.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(64))
}

pub(super) fn setting(lever: LeverId, place: &str, share: f64, start: u16, ramp: u16) -> Setting {
    let spec = lever.spec();
    let value = spec.min + share * (spec.max - spec.min);
    let value = if spec.is_switch() { value.round() } else { value };
    Setting { lever, place: place.to_owned(), value, start_month: start, ramp_months: ramp }
}

fn words() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..24).prop_map(|letters| letters.into_iter().collect())
}

fn policy() -> impl Strategy<Value = Policy> {
    let place = prop::sample::select(vec!["", "14131", "14131-a01"]);
    let one = (0..LeverId::all().count(), place, 0.0..=1.0, 0..121_u16, 0..121_u16);
    vec(one, 0..8).prop_map(|settings| {
        settings.into_iter().fold(
            Policy::default(),
            |policy, (lever, place, share, start, ramp)| {
                let lever = LeverId::all().nth(lever).unwrap();
                // Some are decided for the municipality as a whole only.
                let there = policy.with(setting(lever, place, share, start, ramp));
                there.unwrap_or_else(|_| {
                    policy.with(setting(lever, "", share, start, ramp)).unwrap()
                })
            },
        )
    })
}

fn ranges() -> impl Strategy<Value = Ranges> {
    let one = (0..AssumptionId::all().count(), [0.0..=1.0, 0.0..=1.0, 0.0..=1.0]);
    vec(one, 0..5).prop_map(|all| {
        let mut ranges: Vec<(AssumptionId, Range)> = Vec::new();
        for (at, mut shares) in all {
            let id = AssumptionId::all().nth(at).unwrap();
            shares.sort_by(f64::total_cmp);
            let (low, high) = (id.spec().low, id.spec().high);
            let [p10, p50, p90] = shares.map(|s: f64| (low + s * (high - low)).clamp(low, high));
            if !ranges.iter().any(|(other, _)| *other == id) {
                ranges.push((id, Range { p10, p50, p90 }));
            }
        }
        Ranges(ranges)
    })
}

fn script() -> impl Strategy<Value = Script> {
    let one = (0..ShockId::all().count(), 0..121_u16, 1..4_u16, proptest::option::of(0.0..=1.0));
    (any::<bool>(), vec(one, 0..4)).prop_map(|(pandemic, all)| {
        let script = Script::default().with_pandemic(pandemic);
        all.into_iter().fold(script, |script, (at, start_month, months, severity)| {
            let shock = ShockId::all().nth(at).unwrap();
            let spec = shock.spec();
            let place = if spec.place == Place::City { "" } else { "14131" }.to_owned();
            let range = spec.severity.spec();
            let severity = severity.map(|s: f64| range.low + s * (range.high - range.low));
            let severity = severity.map(|s| s.clamp(range.low, range.high));
            let months = if matches!(spec.length, Length::Months { .. }) { months } else { 0 };
            script.with(Fired { shock, place, start_month, months, severity }).unwrap()
        })
    })
}

fn figures() -> impl Strategy<Value = Vec<OwnFigure>> {
    let one = (-1e9..1e9, words(), words(), 2000..2100_u16);
    let figure = |(value, note, by, year)| OwnFigure {
        place: "14131".to_owned(),
        measure: "care_meetings".to_owned(),
        when: format!("FY{year}"),
        value,
        note,
        by,
        entered: "2026-11-21".to_owned(),
    };
    vec(one.prop_map(figure), 0..4)
}

type Own = (Vec<TargetSwitch>, Vec<OwnTarget>, Vec<Decision>, Option<Edition>, Rule);

fn own() -> impl Strategy<Value = Own> {
    let n = MeasureId::all().count();
    let measure = |at: usize| MeasureId::all().nth(at).unwrap();
    let switch = (0..n, 2018..2026_i16, any::<bool>());
    let switch = switch.prop_map(move |(at, fiscal_year, is_on)| TargetSwitch {
        measure: measure(at),
        fiscal_year,
        is_on,
    });
    let target = (0..n, 2018..2026_i16, any::<bool>(), -1e6..1e6);
    let target = target.prop_map(move |(at, fiscal_year, up, value)| OwnTarget {
        place: String::new(),
        measure: measure(at),
        fiscal_year,
        sense: if up { Sense::AtLeast } else { Sense::AtMost },
        value,
    });
    let decision = (words(), words(), words());
    let decision = decision.prop_map(|(when, what, why)| Decision { when, what, why });
    let rule = prop::sample::select(Rule::ALL.to_vec());
    let edition = (words(), any::<u64>(), 0..=1_u32);
    let edition = edition.prop_map(|(model, data, defaults)| Edition { model, data, defaults });
    (vec(switch, 0..3), vec(target, 0..3), vec(decision, 0..3), proptest::option::of(edition), rule)
}

pub(super) fn scenario() -> impl Strategy<Value = Scenario> {
    let notes = vec((0..LeverId::all().count(), words()), 0..4);
    let place = prop::sample::select(vec!["14130", "14131", "14131-a01", "14137"]);
    let place_notes = prop::collection::btree_map(place.prop_map(str::to_owned), words(), 0..4);
    let texts = (words(), words(), any::<u32>(), 16..=16_384_u32);
    (texts, policy(), ranges(), script(), (notes, place_notes), figures(), own()).prop_map(
        |((name, description, seed, n_draws), policy, ranges, script, notes, figures, own)| {
            let (notes, place_notes) = notes;
            let place_notes = place_notes.into_iter().collect();
            let notes = notes.into_iter();
            let notes = notes.map(|(at, text)| (LeverId::all().nth(at).unwrap(), text)).collect();
            let (switches, own_targets, decisions, made_with, area_rule) = own;
            Scenario {
                name,
                description,
                seed,
                n_draws,
                policy,
                ranges,
                script,
                notes,
                place_notes,
                switches,
                own_targets,
                area_rule,
                decisions,
                figures,
                made_with,
                ..Scenario::default()
            }
        },
    )
}

/// Where a text is changed, and how: what goes, and what comes in its place.
pub(super) type Edit = (prop::sample::Index, usize, &'static str);

/// What breaks readers of JSON: its own signs, numbers too large, other kinds of value, keys of
/// the document in the wrong place.
const PIECES: [&str; 24] = [
    "",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-0",
    "1e999",
    "1e-999",
    "0.5",
    "18446744073709551616",
    "-1",
    "\\u0000",
    "\\ud800",
    "\u{1f642}",
    "\"version\":2,",
    "\"levers\":[]",
    "\"place\":\"14131\",",
    "\n",
];

pub(super) fn edits() -> impl Strategy<Value = Vec<Edit>> {
    vec((any::<prop::sample::Index>(), 0..4_usize, prop::sample::select(PIECES.to_vec())), 1..6)
}

pub(super) fn mangled(text: &str, edits: &[Edit]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (at, n, piece) in edits {
        let from = at.index(letters.len() + 1);
        let to = (from + n).min(letters.len());
        letters.splice(from..to, piece.chars());
    }
    letters.into_iter().collect()
}
