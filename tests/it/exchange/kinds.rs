//! A heading that says the year and how its values are meant: an actual, an estimate, a target, or a
//! forecast, which is no figure of ours.

use super::messy::both;
use super::odd::told;
use super::{accepted, into_asago, value};
use mitoshi::facts::observation::Kind;
use mitoshi::i18n::Lang;

fn devices(head: &str) -> String {
    let [corner, one, two] = match head.is_ascii() {
        true => ["type", "Portable", "Home devices"],
        false => ["種別", "携帯型", "自宅設置型"],
    };
    format!("{corner},{head}\n{one},100\n{two},50\n")
}

#[test]
fn actuals_and_targets() {
    for (ja, en) in [
        ("令和2年度実績", "FY2020 actual"),
        ("R2決算", "2020 actuals"),
        ("令和2（2020）年度 実績値", "FY2020 recorded"),
    ] {
        both(&devices(ja), &devices(en), |city| {
            let seen = city.observed("alarm_portable", city.places.root()).pop().unwrap();
            assert_eq!((seen.value, seen.kind), (100.0, Kind::Actual), "{ja}");
        });
        assert!(into_asago(&devices(ja)).warnings.is_empty(), "{ja}");
    }
    for (ja, en) in [("令和5年度目標", "FY2023 target"), ("R5（目標値）", "2023 targets")]
    {
        both(&devices(ja), &devices(en), |city| {
            let aim = city.targets.iter().find(|aim| aim.measure.as_str() == "alarm_portable");
            assert_eq!(aim.unwrap().value, 100.0, "{ja}");
            assert_eq!(value(city, "alarm_portable", 2023), None, "{ja}");
        });
    }
}

/// Taken for what it is, and told once for its column.
#[test]
fn estimates_are_told() {
    for (ja, en) in [
        ("R2見込", "FY2020 estimate"),
        ("2020推計", "2020 estimated"),
        ("令和2年度（実績見込み）", "FY2020 (estimate)"),
    ] {
        for (lang, head) in [(Lang::Ja, ja), (Lang::En, en)] {
            let preview = into_asago(&devices(head));
            let words: Vec<_> = preview.warnings.iter().map(|row| row.describe(lang)).collect();
            let expected = match lang {
                Lang::Ja => format!(
                    "table.csv 1行目B列：「{head}」の値は、実績ではなく見込みとして入れます。\
                     実績がわかったら、その値で取り込み直してください。"
                ),
                Lang::En => format!(
                    "table.csv, row 1, column B: The values of “{head}” are taken as estimates, not \
                     as actuals. When the actuals are known, import those."
                ),
            };
            assert_eq!(words, [expected]);
            let city = accepted(preview);
            let seen = city.observed("alarm_portable", city.places.root()).pop().unwrap();
            assert_eq!(seen.kind, Kind::Estimate, "{head}");
        }
    }
    let rows = "指標,年度,区分,値\n携帯型,令和元年度,見込み,90\n携帯型,令和2年度,見込み,100\n";
    let preview = into_asago(rows);
    assert!(preview.warnings.is_empty(), "a column of kinds says it already");
}

#[test]
fn forecasts_are_no_actuals() {
    for (ja, en) in [
        ("令和7年度予測", "FY2025 forecast"),
        ("R7将来推計", "2025 projected"),
        ("令和7年度（予想）", "FY2025 (projection)"),
    ] {
        let [said_ja, said_en] = [
            format!(
                "1行目B列：「{ja}」は予測か推計の値で、実績ではありません（実績、見込み、目標）。その列か行を\
                 除くか、終わっていない年度の見込みなら「見込み」、計画の値なら「目標」に書き換えてください。"
            ),
            format!(
                "row 1, column B: The values of “{en}” are a forecast or an estimate, and no actuals \
                 (actuals, estimates, targets). Leave that column or row out, or write “estimate” for \
                 a year not yet over, “target” for what is planned."
            ),
        ];
        told([&devices(ja), &devices(en)], [&said_ja, &said_en]);
    }
    // In a line of its own below the years, and in the title.
    told(
        [
            "種別,令和2年度,令和7年度\n,実績,予測\n携帯型,100,120\n",
            "type,FY2020,FY2025\n,actual,forecast\nPortable,100,120\n",
        ],
        ["2行目C列：「予測」は", "row 2, column C: The values of “forecast”"],
    );
    told(
        [
            "緊急通報の将来推計\n種別,令和7年度\n携帯型,120\n",
            "Forecast of alarm devices\ntype,FY2025\nPortable,120\n",
        ],
        ["「緊急通報の将来推計」は", "The values of “Forecast of alarm devices”"],
    );
}

/// People of years to come would become those that everything is computed from.
#[test]
fn people_are_counted() {
    let people = |head: [&str; 3]| {
        let [corner, now, then] = head;
        format!(
            "{corner},{now},{then}\n0-14,3300,3000\n15-64,14689,12000\n65-74,5000,5000\n75+,6000,6500\n"
        )
    };
    told(
        [
            &people(["年齢", "令和2年10月1日", "令和7年推計"]),
            &people(["age", "2020-10-01", "2025 estimate"]),
        ],
        [
            "1行目C列：「令和7年推計」は予測か推計の値で、実績ではありません（国勢調査や住民基本台帳で数えた人口）。\
             その列か行を除いてください。先の人口は、数えた人口からこのプログラムが計算します。",
            "row 1, column C: The values of “2025 estimate” are a forecast or an estimate, and no \
             actuals (people that were counted: a census, the residents' register). Leave that \
             column or row out: people of years to come are computed here from those counted.",
        ],
    );
    both(
        &people(["年齢", "令和2年10月1日", "令和3年10月1日速報"]),
        &people(["age", "2020-10-01", "2021-10-01 provisional"]),
        |city| assert_eq!(city.frame.base_year, 2021),
    );
}

/// 計画 beside 実績 of the same year is no contradiction: what came true is the figure.
#[test]
fn a_plan_beside_its_outcome() {
    for (ja, en) in [
        (
            "種別,令和2年度計画,令和2年度実績\n携帯型,120,100\n",
            "type,FY2020 plan,FY2020 actual\nPortable,120,100\n",
        ),
        (
            "種別,令和2年度,\n,実績,計画\n携帯型,100,120\n",
            "type,FY2020,\n,actual,plan\nPortable,100,120\n",
        ),
    ] {
        both(ja, en, |city| {
            let seen = city.observed("alarm_portable", city.places.root()).pop().unwrap();
            assert_eq!((seen.value, seen.kind), (100.0, Kind::Actual));
        });
        let said = into_asago(ja).describe(Lang::Ja);
        assert!(said.contains("同じ年の実績があるので使わなかった見込みや計画の数：1"), "{said}");
    }
}
