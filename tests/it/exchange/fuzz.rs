//! Anything at all: nothing panics, and what is accepted runs. A few cases here; `cargo xtask soak`
//! runs as long as it is asked to (`FUZZ_SECONDS`).

use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use mitoshi::exchange::cells::{age, number, time};
use mitoshi::exchange::meaning::Hints;
use mitoshi::exchange::sheet::Sheet;
use mitoshi::exchange::{Asked, Opened, Preview, Tables, read, write};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::{ASAGO, KAWASAKI};
use mitoshi::protocol::Answer;
use mitoshi::scenario::Scenario;
use mitoshi::worker::desk::City;

use crate::asking::answer;

/// One block of draws of the default scenario.
pub(super) fn run_once(city: Municipality) -> Answer {
    let scenario = Scenario { n_draws: 16, ..Scenario::of(&city.code) };
    answer(Rc::new(City::new(city.basis)), &scenario, "alarm_total", false)
}

/// Cells that mean something, so that chance comes past the first door.
const WORDS: [&str; 53] = [
    "地区",
    "区",
    "圏域",
    "センター名",
    "年齢",
    "性別",
    "男",
    "女",
    "計",
    "年度",
    "月",
    "4月",
    "12月",
    "令和3年度",
    "H30",
    "2021",
    "2021-10-01",
    "0〜4歳",
    "65歳以上",
    "85+",
    "7",
    "総数",
    "小計",
    "指標",
    "値",
    "目標",
    "携帯型",
    "認定者数",
    "要支援1",
    "氏名",
    "定数",
    "川崎区",
    "朝来市",
    "1,234",
    "－",
    "…",
    "x",
    "5未満",
    "44.4%",
    "※注",
    "",
    "不詳",
    "1e308",
    "認定者数（千人）",
    "千円",
    "（単位：百万円）",
    "コード",
    "14131",
    "単位",
    "区分",
    "予測",
    "その他",
    "値",
];

/// Any letters, with those that numbers, times and ages are made of among them.
fn letters(n_max: usize) -> impl Strategy<Value = String> {
    let known: Vec<char> = "0123456789.,-〜~年月日度歳以上未満RHS令和元%約(x)人".chars().collect();
    let letter = prop_oneof![3 => prop::sample::select(known), 1 => any::<char>()];
    prop::collection::vec(letter, 0..n_max).prop_map(|letters| letters.into_iter().collect())
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned),
        2 => (0..5000_u32).prop_map(|n| n.to_string()),
        1 => letters(6),
    ]
}

fn table() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 0..8).prop_map(|cells| cells.join("\t"));
    prop::collection::vec(row, 0..24).prop_map(|rows| rows.join("\n"))
}

fn take_in(sheets: &[Sheet]) {
    let files = [Opened { name: "f", sheets }];
    for (folder, city) in [(KAWASAKI, Municipality::kawasaki()), (ASAGO, Municipality::asago())] {
        let tables = Tables::built_in(&folder);
        drop(
            Preview::of(&files, &tables, &city, &Hints::default())
                .describe(mitoshi::i18n::Lang::Ja),
        );
    }
    let asked = Asked { name: "町".into(), n_centres: Some(1), ..Asked::default() };
    drop(Preview::of_newcomer(&files, &asked, &Hints::default()).accept());
}

/// A real workbook with some bytes changed.
fn broken_book() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20);
    (changes, any::<prop::sample::Index>(), any::<bool>()).prop_map(|(changes, cut, is_cut)| {
        let city = Municipality::asago();
        let grids =
            [mitoshi::exchange::template::Template::Programmes.grid(&city, Default::default())];
        let mut bytes = write::xlsx(&grids);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        bytes
    })
}

/// Runs a property on so many cases, or for as long as the soak asks.
fn for_a_while<S: Strategy>(n_cases: u32, strategy: S, test: impl Fn(S::Value)) {
    #[expect(clippy::disallowed_types, reason = "a soak ends by the clock, natively")]
    let start = std::time::Instant::now();
    let seconds: u64 =
        std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let config = || Config { cases: n_cases, failure_persistence: None, ..Config::default() };
    let mut n_rounds = 0;
    loop {
        let run = TestRunner::new(config()).run(&strategy, |value| {
            test(value);
            Ok(())
        });
        run.unwrap();
        n_rounds += 1;
        if seconds <= start.elapsed().as_secs() {
            break;
        }
    }
    if 0 < seconds {
        println!("{} cases", n_rounds * u64::from(n_cases));
    }
}

#[test]
fn cells() {
    for_a_while(500, letters(12), |text| {
        let _ = (number::read(&text), age::read(&text), time::read(&text), time::within(&text));
    });
}

#[test]
fn tables() {
    for_a_while(12, table(), |text| {
        if let Ok(sheet) = read::paste(&text) {
            take_in(&[sheet]);
        }
    });
}

#[test]
fn bytes() {
    for_a_while(200, prop::collection::vec(any::<u8>(), 0..400), |bytes| {
        drop(read::open("f", &bytes, &read::shift_jis));
    });
}

#[test]
fn workbooks() {
    for_a_while(24, broken_book(), |bytes| {
        drop(read::open("f.xlsx", &bytes, &read::shift_jis));
    });
}
