//! An own indicator as the form of the data room fills it in.

use mitoshi::exchange::Tables;
use mitoshi::exchange::indicator::{Draft, Field, Wrong, without};
use mitoshi::facts::Municipality;
use mitoshi::facts::builtin::KAWASAKI;
use mitoshi::facts::check::check;
use mitoshi::facts::indicator::{Better, IndicatorDriver, IndicatorSpread};
use mitoshi::i18n::Lang;
use mitoshi::sources::Grade;

fn cafes(city: &Municipality) -> Draft {
    let text = |text: &str| text.to_owned();
    let mut draft = Draft::new(city);
    draft.is_stock = true;
    (draft.label, draft.label_en) = (text("認知症カフェ"), text("Dementia cafés"));
    (draft.unit, draft.unit_en) = (text("か所"), text("cafés"));
    (draft.driver, draft.spread) = (IndicatorDriver::Elderly, IndicatorSpread::Elderly);
    (draft.change, draft.unit_cost) = (text("３"), text("120,000"));
    draft.history = vec![(2018, text("12")), (2019, text("")), (2020, text("20か所"))];
    draft.from = text("高齢福祉課の台帳");
    draft.target = text("29");
    draft
}

fn kawasaki() -> (Tables, Municipality) {
    (Tables::built_in(&KAWASAKI), Municipality::kawasaki())
}

#[test]
fn a_form_filled_in_becomes_tables_and_comes_back_as_the_form() {
    let (tables, city) = kawasaki();
    let draft = cafes(&city);
    let after = draft.put(&tables, &city).unwrap();
    let with = after.municipality().unwrap();
    assert!(check(&with).is_empty());
    let own = &with.indicators[0];
    assert_eq!((own.measure.as_str(), own.label.ja.as_str()), ("own_stock_1", "認知症カフェ"));
    assert_eq!((own.better, own.change, own.unit_cost), (Better::More, 3.0, Some(120_000.0)));
    assert_eq!(super::value(&with, "own_stock_1", 2020), Some(20.0));
    assert_eq!(super::value(&with, "own_stock_1", 2019), None);
    let target = with.targets.iter().find(|target| target.measure == own.measure).unwrap();
    assert_eq!((target.year.0, target.value, target.is_on), (2023, 29.0, true));
    let source = with.observations.last().unwrap().provenance.source;
    let cited = with.citation(source, Lang::Ja);
    assert_eq!(cited, "川崎市「高齢福祉課の台帳」認知症カフェ（FY2020）");
    let form = Draft::of(&with, own);
    let (change, unit_cost) = ("3".to_owned(), "120,000".to_owned());
    let history = vec![(2018, "12".to_owned()), (2019, String::new()), (2020, "20".to_owned())];
    let key = "own_stock_1".to_owned();
    assert_eq!(form, Draft { key, change, unit_cost, history, ..draft });
    // Nothing changes where nothing was changed.
    assert_eq!(form.put(&after, &with).unwrap().municipality().unwrap(), with);
}

#[test]
fn taking_it_out_leaves_what_was_there_before() {
    let (tables, city) = kawasaki();
    let after = cafes(&city).put(&tables, &city).unwrap();
    assert_eq!(without(&after, "own_stock_1"), tables);
    // Counted another way it becomes another indicator, and the former one is gone.
    let with = after.municipality().unwrap();
    let draft = Draft { is_stock: false, ..Draft::of(&with, &with.indicators[0]) };
    let turned = draft.put(&after, &with).unwrap().municipality().unwrap();
    let keys: Vec<_> = turned.indicators.iter().map(|own| own.measure.as_str()).collect();
    assert_eq!(keys, ["own_count_1"]);
    assert_eq!(super::value(&turned, "own_stock_1", 2020), None);
}

/// What nobody counted is assumed, and cited so.
#[test]
fn an_assumed_history_is_marked() {
    let (tables, city) = kawasaki();
    let draft = Draft { is_counted: false, ..cafes(&city) };
    let with = draft.put(&tables, &city).unwrap().municipality().unwrap();
    let seen = with.observations.last().unwrap();
    assert_eq!(seen.provenance.grade, Grade::Assumed);
    assert_eq!(with.citation(seen.provenance.source, Lang::Ja), "仮定：高齢福祉課の台帳（川崎市）");
    assert!(!Draft::of(&with, &with.indicators[0]).is_counted);
}

#[test]
fn every_field_that_is_wrong_is_told_at_once() {
    let (tables, city) = kawasaki();
    let wrong = Draft {
        label: " ".into(),
        unit: String::new(),
        driver: IndicatorDriver::Budget,
        change: "-2,000,000".into(),
        unit_cost: String::new(),
        budget: "たくさん".into(),
        history: vec![(2020, "-3".into())],
        from: String::new(),
        ..cafes(&city)
    };
    let found = wrong.put(&tables, &city).unwrap_err();
    let said = |lang| found.iter().map(|wrong| wrong.describe(lang)).collect::<Vec<_>>();
    assert_eq!(
        said(Lang::Ja),
        [
            "「毎年の増減」の「-2,000,000」は使える範囲の外です。−1,000,000〜1,000,000の数を入れてください。",
            "「予算」の「たくさん」は数として読めません。数だけを入れてください。",
            "「2020年度の実績」の「-3」は使える範囲の外です。0〜1,000,000,000の数を入れてください。",
            "「名前」が空欄です。入力してください。",
            "「単位」が空欄です。入力してください。",
            "「1つ当たりの費用」が空欄です。入力してください。",
            "「実績の出どころ」が空欄です。入力してください。",
        ]
    );
    assert_eq!(
        said(Lang::En)[1..4],
        [
            "“Budget”: “たくさん” cannot be read as a number. Enter the number alone.",
            "“History, FY2020”: “-3” is out of range. Enter 0 to 1,000,000,000.",
            "“Name” is empty. Fill it in.",
        ]
    );
    assert_eq!(found[2].field(), Some(Field::History(2020)));
}

#[test]
fn a_name_stands_once_and_there_are_four_of_each_kind() {
    let (mut tables, mut city) = kawasaki();
    let taken = Draft { label: "緊急通報システム 携帯型".into(), ..cafes(&city) };
    assert_eq!(
        taken.put(&tables, &city).unwrap_err(),
        [Wrong::Taken("緊急通報システム 携帯型".into())]
    );
    let empty = Draft { history: Vec::new(), ..cafes(&city) };
    assert_eq!(empty.put(&tables, &city).unwrap_err(), [Wrong::NoHistory]);
    for number in 1..=4 {
        let draft = Draft { label: format!("カフェ{number}"), ..cafes(&city) };
        tables = draft.put(&tables, &city).unwrap();
        city = tables.municipality().unwrap();
    }
    assert_eq!(cafes(&city).put(&tables, &city).unwrap_err(), [Wrong::NoRoom]);
    let count = Draft { is_stock: false, ..cafes(&city) };
    assert!(count.put(&tables, &city).is_ok());
}
