//! The catalogue of assumptions keeps its promises: keys and dimensions for ever, ranges in order,
//! both languages, and a reason for every row.

use mitoshi::assumptions::solved::SOLVED;
use mitoshi::assumptions::{AssumptionId, AssumptionSpec, CATALOG, COUNT, Role, Shape};
use mitoshi::engine::beta;
use mitoshi::i18n::Text;
use mitoshi::sources::Grade;
use statrs::distribution::{Beta, ContinuousCDF as _};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/assumption_keys.txt");

fn line_of(spec: &AssumptionSpec) -> String {
    format!("{} {}", spec.key, spec.dim)
}

/// Saved documents hold the keys, and every draw's luck hangs on the dimensions.
#[test]
fn no_key_or_dimension_is_lost_or_changed() {
    let now: BTreeSet<String> = CATALOG.iter().map(|spec| line_of(spec)).collect();
    let listed = fs::read_to_string(LIST).unwrap_or_default();
    let listed: BTreeSet<String> = listed.lines().map(str::to_owned).collect();

    let lost: Vec<_> = listed.difference(&now).collect();
    assert!(
        lost.is_empty(),
        "These assumptions were dropped, renamed or given another dimension: {lost:?}. Put them \
         back as they were; saved documents and the luck of every draw depend on them."
    );
    let new: Vec<_> = now.difference(&listed).cloned().collect();
    if !new.is_empty() && std::env::var_os("UPDATE_GOLDEN").is_some() {
        let text = now.into_iter().map(|line| line + "\n").collect::<String>();
        fs::write(LIST, text).unwrap();
        return;
    }
    assert!(
        new.is_empty(),
        "These assumptions are not in the committed list: {new:?}. Run UPDATE_GOLDEN=1 cargo test \
         and commit tests/golden/assumption_keys.txt with them."
    );
}

#[test]
fn keys_are_unique_and_found() {
    let sampled = CATALOG.iter().map(|spec| spec.key);
    let mut seen = BTreeSet::new();
    for key in sampled.chain(SOLVED.iter().map(|spec| spec.key)) {
        assert!(seen.insert(key), "{key} is declared twice; a quantity is sampled or found once");
    }
    for id in AssumptionId::all() {
        assert_eq!(AssumptionId::find(id.spec().key), Some(id));
        assert_eq!(AssumptionId::of(id.spec().key), id);
    }
    assert_eq!(AssumptionId::all().count(), COUNT);
}

#[test]
fn dimensions_are_unique_and_few_enough() {
    let mut owner = BTreeMap::new();
    for spec in CATALOG {
        assert!(
            spec.dim < 256,
            "{}: the sequence has 256 dimensions, {} is none",
            spec.key,
            spec.dim
        );
        if let Some(other) = owner.insert(spec.dim, spec.key) {
            panic!(
                "{} and {other} share dimension {}: give the newer a free one",
                spec.key, spec.dim
            );
        }
    }
}

#[test]
fn ranges_are_in_order_and_fit_their_shape() {
    for spec in CATALOG {
        let AssumptionSpec { key, low, p10, p50, p90, high, .. } = *spec;
        assert!(
            low <= p10 && p10 <= p50 && p50 <= p90 && p90 <= high && low < high,
            "{key}: write low ≤ p10 ≤ p50 ≤ p90 ≤ high, not {low} {p10} {p50} {p90} {high}"
        );
        match spec.shape {
            Shape::TwoPieceLognormal => {
                assert!(0.0 < p10 && 0.0 <= low, "{key}: a logarithm needs values above 0");
            }
            Shape::Beta(a, b) => {
                let beta = Beta::new(a, b).unwrap();
                for (share, point) in [(0.1, p10), (0.5, p50), (0.9, p90)] {
                    let value = beta.inverse_cdf(share);
                    assert!((value - point).abs() < 0.03, "{key}: p{share} of the beta is {value}");
                }
            }
            Shape::Choice(chance) => {
                assert!(0.0 < chance && chance < 1.0, "{key}: a choice needs a chance inside 0–1");
                assert!(p10 < p90, "{key}: a choice needs two values");
            }
            Shape::TwoPieceNormal | Shape::Uniform => {
                assert!(p10 < p90, "{key} has no width: make it Fixed");
            }
            Shape::Fixed => {}
        }
    }
    for spec in SOLVED {
        assert!(spec.p10 < spec.p50 && spec.p50 < spec.p90, "{}: write p10 < p50 < p90", spec.key);
    }
}

/// Ours is a short series; `statrs` goes by the gamma function.
#[test]
fn quantiles_of_the_beta_are_those_of_statrs_in_every_step_of_the_sequence() {
    for (a, b) in [(1.2, 1.8), (2.0, 2.0), (1.05, 9.0), (6.0, 3.0)] {
        let (ours, theirs) = (beta::Beta::new(a, b), Beta::new(a, b).unwrap());
        for step in (0..1 << 16).step_by(7) {
            let share = (f64::from(step) + 0.5) / 65_536.0;
            let (ours, theirs) = (ours.quantile(share), theirs.inverse_cdf(share));
            assert!((ours - theirs).abs() < 1e-11, "{a} {b} {share}: {ours} and {theirs}");
        }
    }
}

/// The bounds keep out nonsense; they must not bend what people judged.
#[test]
fn bounds_cut_at_most_a_twentieth_at_each_end() {
    // 1.3 times as far out as p10 and p90 is where a twentieth of a normal lies beyond.
    const OUT: f64 = 1.3;
    for spec in CATALOG {
        let AssumptionSpec { key, low, p10, p50, p90, high, shape, .. } = *spec;
        let (lower, upper) = match shape {
            Shape::TwoPieceNormal => (p50 - OUT * (p50 - p10), p50 + OUT * (p90 - p50)),
            Shape::TwoPieceLognormal => {
                (p50 * libm::pow(p10 / p50, OUT), p50 * libm::pow(p90 / p50, OUT))
            }
            Shape::Uniform => (p50 - 1.25 * (p50 - p10), p50 + 1.25 * (p90 - p50)),
            Shape::Beta(..) | Shape::Choice(_) | Shape::Fixed => continue,
        };
        // A bound the quantity cannot pass (none, all) may cut more.
        let hard = |bound: f64| bound == 0.0 || bound == 1.0;
        assert!(
            (low <= lower || hard(low)) && (upper <= high || hard(high)),
            "{key}: the bounds {low}–{high} cut into {lower:.3}–{upper:.3}; widen them"
        );
    }
}

#[test]
fn who_moves_with_another_names_one_that_stands_alone() {
    for spec in CATALOG {
        let Some((other, share)) = spec.moves_with else { continue };
        let found = AssumptionId::find(other);
        let other_spec = found.map(AssumptionId::spec);
        assert!(
            other_spec.is_some_and(|o| o.moves_with.is_none() && o.shape != Shape::Fixed),
            "{} moves with {other}, which must be an assumption that is drawn by itself",
            spec.key
        );
        assert!(-1.0 < share && share < 1.0, "{}: the shared part is inside −1 to 1", spec.key);
        assert_ne!(other, spec.key);
    }
}

#[test]
fn both_languages_say_something() {
    for id in AssumptionId::all() {
        let (spec, because) = (id.spec(), id.because());
        check_words(spec.key, spec.label, spec.unit, because);
        if spec.backing.grade() == Grade::Assumed {
            assert!(
                because.ja.contains("Mitoshiチーム") && because.en.contains("Mitoshi team"),
                "{} is assumed: its reason says by whom, in both languages",
                spec.key
            );
        }
    }
    for spec in SOLVED {
        check_words(spec.key, spec.label, spec.unit, spec.because);
    }
}

#[track_caller]
fn check_words(key: &str, label: Text, unit: Text, because: Text) {
    for text in [label, because] {
        assert!(text.ja.chars().any(is_japanese), "{key}: «{}» is not Japanese", text.ja);
        assert!(!text.en.trim().is_empty(), "{key}: the English text is missing");
        assert!(!text.en.chars().any(is_japanese), "{key}: «{}» is not English", text.en);
        assert!(!text.ja.contains('_'), "{key}: a reader never sees a key");
    }
    assert!(!unit.ja.is_empty() && !unit.en.is_empty(), "{key}: the unit is missing");
    assert!(because.ja.ends_with('。') && because.en.ends_with('.'), "{key}: write sentences");
    for text in [label.ja, label.en, because.ja, because.en] {
        assert!(!text.contains("  "), "{key}: «{text}» was broken over lines with a gap");
    }
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

#[test]
fn effects_and_shocks_say_so() {
    for spec in CATALOG {
        let expected = match spec.key.split('_').next() {
            Some("ef") => Role::Effect,
            Some("sh" | "pan") => Role::Shock,
            _ => Role::Unknown,
        };
        assert_eq!(spec.role, expected, "{}: the key's beginning and the role agree", spec.key);
    }
}
