//! Results on their way out: the numbers of the charts by measure, place and fiscal year, and the
//! chance of each target. Whoever ran the model hands them in.

use crate::engine::bands::{P10, P50, P90, PERCENTS};
use crate::engine::chance::{At, Chance, Sense, Target};
use crate::exchange::export::for_reading;
use crate::exchange::grid::{Grid, Value};
use crate::facts::Basis;
use crate::i18n::{Lang, number, time};
use crate::measures::MeasureId;
use crate::model::inputs::Spot;
use crate::places::PlaceId;
use crate::units::FiscalYear;

/// The quantiles of a measure in a fiscal year, with the plan's measures and without.
pub type Bands<'a> = &'a dyn Fn(MeasureId, i32) -> [Option<[f32; PERCENTS.len()]>; 2];

/// What is handed in of one target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetChance {
    pub target: Target,
    pub found: Option<Chance>,
    pub without_measures: Option<f64>,
}

/// Every measure at each place by fiscal year. `code` is the result code they can be checked by.
pub fn forecast(city: &Basis, places: &[(PlaceId, Bands<'_>)], code: &str, lang: Lang) -> Grid {
    let (name, [measure, place, level, year, period], plain, [unit, grade, source]) = match lang {
        Lang::Ja => (
            "見通し",
            ["指標", "場所", "場所の種類", "年度", "期間"],
            "自然体",
            ["単位", "確かさ", "出典"],
        ),
        Lang::En => (
            "forecast",
            ["measure", "place", "level", "fiscal year", "period"],
            "without measures",
            ["unit", "grade", "source"],
        ),
    };
    let percents = PERCENTS.map(|percent| format!("{percent}%"));
    let plains = SHOWN.map(|at| format!("{plain} {}%", PERCENTS[at]));
    let middle = percents.iter().chain(&plains).map(String::as_str);
    let headings: Vec<&str> = [measure, place, level, year, period]
        .into_iter()
        .chain(middle)
        .chain([unit, grade, source])
        .collect();
    let mut grid = for_reading(name, &headings);
    for measure in MeasureId::all() {
        for (id, bands) in places {
            for year in city.frame.window().iter() {
                let [Some(band), plain] = bands(measure, i32::from(year.0)) else { continue };
                let spec = measure.spec();
                let number =
                    |value: f32| Value::number(number::in_wholes(f64::from(value), spec.unit));
                let words = [
                    spec.label.get(lang).to_owned(),
                    city.places.get(*id).name.get(lang).to_owned(),
                    city.places.get(*id).level.label().get(lang).to_owned(),
                    time::fiscal_year(lang, year),
                    period_of(city, year, lang).to_owned(),
                ];
                let plain = SHOWN.map(|at| plain.map_or(Value::Empty, |band| number(band[at])));
                let ends = [
                    spec.unit.get(lang).to_owned(),
                    grade_of(city, *id, lang).to_owned(),
                    source_of(code, lang),
                ];
                let words = words.map(Value::text).into_iter().chain(band.map(number));
                grid.row(words.chain(plain).chain(ends.map(Value::text)));
            }
        }
    }
    grid
}

/// Quantiles shown of the run without measures.
const SHOWN: [usize; 3] = [P10, P50, P90];

fn period_of(city: &Basis, year: FiscalYear, lang: Lang) -> &'static str {
    let (is_history, is_plan) = (city.frame.history.contains(year), city.frame.plan.contains(year));
    match (is_history, is_plan, lang) {
        (true, _, Lang::Ja) => "実績の期間",
        (true, _, Lang::En) => "history",
        (_, true, Lang::Ja) => "計画期間",
        (_, true, Lang::En) => "plan period",
        (.., Lang::Ja) => "計画の後",
        (.., Lang::En) => "after the plan",
    }
}

/// A result is worked out; that of a place whose people are made up rests on them.
pub(super) fn grade_of(city: &Basis, place: PlaceId, lang: Lang) -> &'static str {
    match (city.is_illustrative(place), lang) {
        (false, Lang::Ja) => "計算した値",
        (true, Lang::Ja) => "計算した値（人数は例示）",
        (false, Lang::En) => "worked out",
        (true, Lang::En) => "worked out (people illustrative)",
    }
}

pub(super) fn source_of(code: &str, lang: Lang) -> String {
    match (code.is_empty(), lang) {
        (false, Lang::Ja) => format!("見通し、結果コード {code}"),
        (false, Lang::En) => format!("Mitoshi, result code {code}"),
        (true, Lang::Ja) => "見通し（計算の途中）".into(),
        (true, Lang::En) => "Mitoshi (not all draws done)".into(),
    }
}

/// The chance of each target.
pub fn targets(city: &Basis, found: &[TargetChance], code: &str, lang: Lang) -> Grid {
    let (name, headings) = match lang {
        Lang::Ja => (
            "目標の確率",
            [
                "指標",
                "場所",
                "年度",
                "以上・以下",
                "目標値",
                "単位",
                "達成の確率（%）",
                "標準誤差（ポイント）",
                "自然体での確率（%）",
                "だれの目標か",
                "見ているか",
                "出典",
            ],
        ),
        Lang::En => (
            "chances of targets",
            [
                "measure",
                "place",
                "fiscal year",
                "direction",
                "target",
                "unit",
                "chance (%)",
                "standard error (points)",
                "chance without measures (%)",
                "set by",
                "switched on",
                "source",
            ],
        ),
    };
    let mut grid = for_reading(name, &headings);
    for TargetChance { target, found, without_measures } in found {
        let spec = target.aim.measure.spec();
        let percent = |share: Option<f64>| share.map_or(Value::Empty, |s| Value::number(s * 100.0));
        let year = FiscalYear(target.aim.fiscal_year as i16);
        let (direction, is_on) = match lang {
            Lang::Ja => (["以上", "以下"], ["はい", "いいえ"]),
            Lang::En => (["at least", "at most"], ["yes", "no"]),
        };
        grid.row([
            Value::text(spec.label.get(lang)),
            Value::text(place_of(city, target.at, lang)),
            Value::text(time::fiscal_year(lang, year)),
            Value::text(direction[usize::from(target.aim.sense == Sense::AtMost)]),
            Value::number(f64::from(target.aim.value)),
            Value::text(spec.unit.get(lang)),
            percent(found.map(|chance| chance.share)),
            percent(found.map(|chance| chance.standard_error)),
            percent(*without_measures),
            Value::text(target.origin.label().get(lang)),
            Value::text(is_on[usize::from(!target.is_on)]),
            Value::text(source_of(code, lang)),
        ]);
    }
    grid
}

/// Where a target must hold.
pub fn place_of(city: &Basis, at: Option<At>, lang: Lang) -> String {
    let places = &city.places;
    let id = match (at, lang) {
        (Some(At::EachWard), Lang::Ja) => return "すべての区".into(),
        (Some(At::EachWard), Lang::En) => return "each ward".into(),
        (Some(At::EachArea), Lang::Ja) => return "すべての圏域".into(),
        (Some(At::EachArea), Lang::En) => return "each care area".into(),
        (Some(At::One(Spot::Ward(at))), _) => places.wards().nth(at),
        (Some(At::One(Spot::Area(at))), _) => places.areas().nth(at),
        (Some(At::One(Spot::City)) | None, _) => Some(places.root()),
    };
    id.map(|id| city.marked_name(id, lang)).unwrap_or_default()
}
