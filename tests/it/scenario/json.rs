//! Our own JSON against serde's: what one writes the other reads, and both refuse the same.

use mitoshi::scenario::json::Json;
use proptest::prelude::*;
use serde_json::Value;

fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(a), Value::Bool(b)) => a == b,
        (Json::Number(a), Value::Number(b)) => b.as_f64() == Some(*a),
        (Json::Text(a), Value::String(b)) => a == b,
        (Json::List(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Json::Map(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, a)| b.get(key).is_some_and(|theirs| same(a, theirs)))
        }
        _ => false,
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter)
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(Json::Number),
        any::<u32>().prop_map(Json::number),
        any_text().prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            prop::collection::btree_map(any_text(), inner, 0..6)
                .prop_map(|map| Json::Map(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_we_write_is_read_back_and_is_json_to_others(json in any_json(), pretty: bool) {
        let text = json.write(pretty);
        prop_assert_eq!(&Json::read(&text).unwrap(), &json);
        let theirs: Value = serde_json::from_str(&text).unwrap();
        prop_assert!(same(&json, &theirs), "{}", text);
        prop_assert!(same(&Json::read(&theirs.to_string()).unwrap(), &theirs));
    }

    #[test]
    fn a_damaged_text_is_refused_or_read_as_others_read_it(
        json in any_json(), at in any::<prop::sample::Index>(), with in prop::option::of(prop::char::range(' ', '~')),
    ) {
        let mut letters: Vec<char> = json.write(false).chars().collect();
        let at = at.index(letters.len());
        letters.splice(at..=at, with);
        let text: String = letters.into_iter().collect();
        // A key that stands twice: serde keeps the last, we keep both and the document refuses it.
        let theirs = serde_json::from_str::<Value>(&text);
        prop_assert_eq!(Json::read(&text).is_ok(), theirs.is_ok(), "{}", text);
    }
}

#[track_caller]
fn check_refused(text: &str, line: usize, column: usize) {
    let refused = format!("{:?}", Json::read(text).unwrap_err());
    assert_eq!(refused, format!("NotJson {{ line: {line}, column: {column} }}"), "{text}");
}

#[test]
fn where_it_stops_being_json_is_said() {
    check_refused("", 1, 1);
    check_refused("[1,\n 2,\n x]", 3, 2);
    check_refused("{\"名\": 01}", 1, 9);
    check_refused("[1] 2", 1, 5);
    check_refused("[1e999]", 1, 7);
    check_refused(r#"["\ud800"]"#, 1, 9);
    check_refused(&"[".repeat(100_000), 1, 33);
}
