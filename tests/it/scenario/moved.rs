//! Defaults that move between editions, and documents that were saved before.

use mitoshi::assumptions::AssumptionId;
use mitoshi::engine::draw::{Range, Ranges};
use mitoshi::levers::{LeverId, Policy};
use mitoshi::scenario::moved::{EDITION, Former, Moved, keeping, moved_since};
use mitoshi::scenario::{DocumentError, Scenario};

use super::any::setting;
use crate::golden::check_golden;

const RETENTION: Former = Former::Lever { lever: LeverId::Retention, value: 20.0 };
const EXIT: AssumptionId = AssumptionId::of("al_exit_home");

fn exit(p50: f64) -> Former {
    Former::Assumption { id: EXIT, range: Range { p10: 0.1, p50, p90: 0.3 } }
}

/// Two editions later: the lever moved once, the assumption twice.
fn table() -> [Moved; 3] {
    [
        Moved { edition: 2, former: exit(0.15) },
        Moved { edition: 2, former: RETENTION },
        Moved { edition: 3, former: exit(0.2) },
    ]
}

#[test]
fn opening_says_which_defaults_moved_since() {
    let old = Scenario::default().stamped(1);
    assert_eq!(moved_since(&old, &table()), [exit(0.15), RETENTION]);
    assert_eq!(moved_since(&Scenario::default(), &table()), [exit(0.15), RETENTION]);
    assert_eq!(moved_since(&old, &[]), []);
}

#[test]
fn what_the_document_says_itself_has_not_moved_for_it() {
    let policy = Policy::default().with(setting(LeverId::Retention, "", 0.5, 0, 0)).unwrap();
    let ranges = Ranges(vec![(EXIT, Range { p10: 0.1, p50: 0.2, p90: 0.3 })]);
    let old = Scenario { policy, ranges, ..Scenario::default() };
    assert_eq!(moved_since(&old, &table()), []);
}

#[test]
fn kept_former_defaults_become_values_of_its_own() {
    let old = Scenario::default();
    let kept = keeping(&old, &moved_since(&old, &table()));
    assert_eq!(kept.policy.value(LeverId::Retention, "").to_bits(), 20.0_f64.to_bits());
    assert_eq!(kept.ranges.get(EXIT).p50.to_bits(), 0.15_f64.to_bits());
    assert_eq!(moved_since(&kept, &table()), []);
}

#[test]
fn a_document_of_later_defaults_is_refused() {
    let text = format!(
        r#"{{"version":2,"made_with":{{"model":"9","data":"0000-0000-0000-0000","defaults":{}}},
            "municipality":"14130","seed":1,"draws":64}}"#,
        EDITION + 1
    );
    assert_eq!(Scenario::from_json(&text), Err(DocumentError::NewerDefaults));
}

/// If this changes after a release: raise `EDITION` and give the former value a row in `MOVED`.
#[test]
fn defaults_are_those_of_their_edition() {
    let levers = LeverId::all().map(|lever| {
        let spec = lever.spec();
        format!("{} {}\n", spec.key, spec.default)
    });
    let ranges = AssumptionId::all().map(|id| {
        let spec = id.spec();
        format!("{} {} {} {}\n", spec.key, spec.p10, spec.p50, spec.p90)
    });
    let text = format!("edition {EDITION}\n{}", levers.chain(ranges).collect::<String>());
    check_golden("defaults.txt", &text);
}
