//! Series to draw in tests. The numbers are made up: they say nothing about a city.

use mitoshi::i18n::{Lang, Text};
use mitoshi::ui::charts::bars::*;
use mitoshi::ui::charts::format::Format;
use mitoshi::ui::charts::marks::PlanShade;
use mitoshi::ui::charts::multiples::*;
use mitoshi::ui::charts::pyramid::*;
use mitoshi::ui::charts::radar::*;
use mitoshi::ui::charts::ranked::*;
use mitoshi::ui::charts::s_curve::*;
use mitoshi::ui::charts::stack::*;
use mitoshi::ui::charts::tile_map::*;
use yew::AttrValue;

use crate::charts::{DEVICES, years};

const PEOPLE: Text = Text { ja: "人", en: "people" };
const MEETINGS: Text = Text { ja: "回", en: "meetings" };

fn rounded(unit: Text) -> Format {
    Format::rounded(Lang::Ja, unit)
}

fn exact(unit: Text) -> Format {
    Format::exact(Lang::Ja, unit, 0)
}

pub(crate) fn device_types() -> StackSeries {
    let layer = |label: &'static str, values: [f64; 8]| Layer {
        label: label.into(),
        values: values.to_vec(),
    };
    StackSeries {
        name: "device_types".into(),
        title: "緊急通報機器の種類別台数".into(),
        unit: "台".into(),
        summary: "緊急通報機器の種類別台数。携帯型が増え、自宅設置型が減る".into(),
        lang: Lang::Ja,
        periods: years(),
        layers: vec![
            layer("自宅設置型", [1800., 1765., 1680., 1602., 1580., 1540., 1500., 1460.]),
            layer("携帯型", [610., 690., 760., 800., 950., 1100., 1210., 1300.]),
            layer("見守りセンサー", [0., 0., 20., 60., 120., 200., 260., 310.]),
        ],
        plan: Some(PlanShade { from: 3, to: 5, label: "第8期計画".into() }),
        forecast_from: Some(4),
        value: rounded(DEVICES),
        recorded: exact(DEVICES),
    }
}

/// The same under the long names of their measures.
pub(crate) fn devices_in_full() -> StackSeries {
    let names = ["自宅設置型の利用台数", "携帯型の利用台数", "見守りセンサーの利用台数"];
    let mut series = device_types();
    for (layer, name) in series.layers.iter_mut().zip(names) {
        layer.label = name.into();
    }
    series
}

fn bars(
    name: &'static str,
    title: &'static str,
    unit: Text,
    parts: Vec<BarPart>,
    limit: Option<[f64; 8]>,
) -> BarSeries {
    let column = |p: mitoshi::ui::charts::scale::Period| BarColumn { long: p.long, short: p.short };
    BarSeries {
        name: name.into(),
        title: title.into(),
        unit: unit.ja.into(),
        summary: title.into(),
        lang: Lang::Ja,
        columns: years().into_iter().map(column).collect(),
        parts,
        limit: limit.map(|values| BarLimit { label: "上限".into(), values: values.to_vec() }),
        forecast_from: Some(4),
        value: rounded(unit),
        recorded: exact(unit),
    }
}

fn part(label: &'static str, look: Look, values: [f64; 8]) -> BarPart {
    BarPart { label: label.into(), values: values.to_vec(), look }
}

pub(crate) fn staff() -> BarSeries {
    bars(
        "staff",
        "支援センターの職員",
        PEOPLE,
        vec![
            part("充足", Look::Filled, [310., 305., 300., 296., 302., 308., 312., 315.]),
            part("欠員", Look::Hatched, [12., 17., 24., 30., 25., 20., 17., 15.]),
        ],
        None,
    )
}

pub(crate) fn tenure() -> BarSeries {
    bars(
        "tenure",
        "職員の経験年数",
        PEOPLE,
        vec![
            part("1年未満", Look::Filled, [45., 48., 52., 55., 50., 46., 44., 42.]),
            part("1〜3年", Look::Filled, [88., 85., 84., 83., 86., 88., 87., 86.]),
            part("3〜6年", Look::Filled, [92., 90., 86., 82., 84., 86., 88., 90.]),
            part("6年以上", Look::Filled, [85., 82., 78., 76., 82., 88., 93., 97.]),
        ],
        None,
    )
}

pub(crate) fn hours() -> BarSeries {
    const HOURS: Text = Text { ja: "時間", en: "hours" };
    bars(
        "hours",
        "仕事の種類別時間と働ける時間",
        HOURS,
        vec![
            part(
                "総合相談",
                Look::Filled,
                [160e3, 165e3, 172e3, 180e3, 186e3, 190e3, 195e3, 200e3],
            ),
            part("権利擁護", Look::Filled, [60e3, 62e3, 64e3, 66e3, 68e3, 70e3, 72e3, 74e3]),
            part("ケアマネ支援", Look::Filled, [70e3, 70e3, 72e3, 74e3, 75e3, 76e3, 77e3, 78e3]),
            part(
                "介護予防",
                Look::Filled,
                [120e3, 122e3, 125e3, 128e3, 130e3, 131e3, 132e3, 133e3],
            ),
            part("地域ケア会議", Look::Filled, [20e3, 21e3, 22e3, 22e3, 24e3, 26e3, 28e3, 30e3]),
        ],
        Some([450e3, 450e3, 448e3, 445e3, 470e3, 500e3, 510e3, 515e3]),
    )
}

const WARDS: [&str; 7] = ["川崎区", "幸区", "中原区", "高津区", "宮前区", "多摩区", "麻生区"];

pub(crate) fn wards() -> MultiSeries {
    let panel = |(i, label): (usize, &&'static str)| {
        let base = 40.0 + 12.0 * i as f64;
        let history: Vec<f64> =
            (0..4).map(|t| base + f64::from(t) * 2.0 - i as f64 * 1.5).collect();
        let later = |spread: f64| -> Vec<f64> {
            let value = |t: i32| base + f64::from(t) * (3.0 + spread) - i as f64 * 1.5;
            std::iter::repeat_n(f64::NAN, 3).chain((3..8).map(value)).collect()
        };
        Panel {
            key: format!("w{i}").into(),
            label: (*label).into(),
            history,
            p10: later(-1.5),
            p50: later(0.0),
            p90: later(1.5),
            baseline: later(-2.0),
            target: Some(base + 20.0),
            is_at_risk: i == 4,
        }
    };
    MultiSeries {
        name: "meetings_by_ward".into(),
        title: "区ごとの地域ケア会議".into(),
        unit: "回".into(),
        summary: "区ごとの地域ケア会議。宮前区は目標に届きにくい".into(),
        lang: Lang::Ja,
        periods: years(),
        panels: WARDS.iter().enumerate().map(panel).collect(),
        chosen: "w2".into(),
        value: rounded(MEETINGS),
        recorded: exact(MEETINGS),
    }
}

pub(crate) fn pyramid() -> PyramidSeries {
    let year = |y: usize| {
        let bulge = |age: usize, centre: f64| {
            let d = (age as f64 - centre) / 4.0;
            40_000.0 / (1.0 + d * d) + 9_000.0 * (1.0 - age as f64 / 20.0)
        };
        let centre = 9.0 + y as f64 * 0.2;
        PyramidYear {
            label: years()[y].long.clone(),
            men: (0..19).map(|a| bulge(a, centre) * if a > 14 { 0.7 } else { 1.0 }).collect(),
            women: (0..19).map(|a| bulge(a, centre) * 0.98).collect(),
            is_forecast: y >= 4,
        }
    };
    let age = |a: usize| -> AttrValue {
        if a == 18 { "90歳〜".into() } else { format!("{}〜{}歳", a * 5, a * 5 + 4).into() }
    };
    PyramidSeries {
        name: "pyramid".into(),
        title: "人口ピラミッド".into(),
        unit: "人".into(),
        summary: "人口ピラミッド。40代後半の山が上へ移る".into(),
        lang: Lang::Ja,
        ages: (0..19).map(age).collect(),
        years: (0..8).map(year).collect(),
        year: 7,
        outline: Some(0),
        older_from: 13,
        value: rounded(PEOPLE),
    }
}

pub(crate) fn curve() -> CurveSeries {
    let chance = |threshold: f64, middle: f64| {
        let z = (threshold - middle) / 18.0;
        Chance { threshold, chance: 1.0 / (1.0 + libm::exp(z)) }
    };
    let points =
        |middle: f64| (0..21).map(|i| chance(300.0 + 10.0 * f64::from(i), middle)).collect();
    CurveSeries {
        name: "meetings".into(),
        title: "目標の高さと達成の見込み".into(),
        unit: "回".into(),
        summary: "目標400回を達成する見込みは63%".into(),
        lang: Lang::Ja,
        points: points(410.0),
        baseline: points(360.0),
        targets: vec![CurveTarget { label: "目標400回".into(), at: chance(400.0, 410.0) }],
        value: rounded(MEETINGS),
    }
}

fn tile((i, label): (usize, &&'static str), group: &'static str) -> Tile {
    Tile {
        key: format!("{group}-{label}-{i}").into(),
        label: (*label).into(),
        group: group.into(),
        value: if i == 5 { f64::NAN } else { 12.0 + 9.0 * ((i * 7) % 10) as f64 },
        is_at_risk: (i * 7) % 10 < 2,
        facts: vec![("目標に届く見込み".into(), format!("約{}割", (i * 7) % 10).into())],
    }
}

fn tiles(tiles: Vec<Tile>) -> TileSeries {
    TileSeries {
        name: "tiles".into(),
        title: "会議が開かれる割合".into(),
        unit: "%".into(),
        summary: "会議が開かれる割合を地区ごとに".into(),
        lang: Lang::Ja,
        chosen: tiles[2].key.clone(),
        tiles,
        value: rounded(Text { ja: "%", en: "%" }),
    }
}

pub(crate) fn ward_tiles() -> TileSeries {
    tiles(WARDS.iter().enumerate().map(|of| tile(of, "")).collect())
}

pub(crate) fn area_tiles() -> TileSeries {
    let of =
        |i: usize| tile((i, &["大師第1", "日進町", "南加瀬", "小杉"][i % 4]), WARDS[i * 7 / 44]);
    tiles((0..44).map(of).collect())
}

pub(crate) fn radar() -> RadarSeries {
    let shape = |label: &'static str, role, shares: [f64; 6]| RadarShape {
        label: label.into(),
        role,
        shares: shares.to_vec(),
        values: shares.iter().map(|s| s * 100.0).collect(),
        shown: shares
            .iter()
            .map(|s| AttrValue::from(format!("{}点", (s * 100.0).round())))
            .collect(),
    };
    RadarSeries {
        name: "radar".into(),
        title: "地区のすがた".into(),
        unit: "".into(),
        summary: "地区のすがた。会議は市より多く、認知度は低い".into(),
        lang: Lang::Ja,
        aspects: ["機器", "職員", "会議", "認知度", "取組", "つながり"]
            .map(AttrValue::from)
            .to_vec(),
        units: vec!["点".into(); 6],
        shapes: vec![
            shape("この地区", RadarRole::This, [0.7, 0.5, 0.85, 0.35, 0.6, 0.55]),
            shape("市の平均", RadarRole::City, [0.6, 0.6, 0.6, 0.55, 0.5, 0.5]),
            shape("最もよい地区", RadarRole::Best, [0.95, 0.9, 1.0, 0.9, 0.95, 0.85]),
        ],
    }
}

pub(crate) fn ranked(effects: &[(&'static str, Effect)]) -> RankedSeries {
    let row = |(label, effect): &(&'static str, Effect)| RankedRow {
        key: (*label).into(),
        label: (*label).into(),
        effect: *effect,
    };
    RankedSeries {
        name: "moved".into(),
        title: "何が動かしたか".into(),
        unit: "回".into(),
        summary: "地域ケア会議の見通しを最も動かしたのは開催の呼びかけ".into(),
        lang: Lang::Ja,
        rows: effects.iter().map(row).collect(),
        value: rounded(MEETINGS),
    }
}
