//! One committed picture for each further kind of chart.

use std::rc::Rc;

use mitoshi::ui::charts::ranked::Effect;
use mitoshi::ui::charts::spark::*;
use mitoshi::ui::charts::view::{Chart, ChartProps, ChartView};
use yew::Callback;

use crate::chart_samples::*;
use crate::charts::{check_picture, render};

#[track_caller]
fn check<S: Chart>(
    name: &str,
    series: impl FnOnce() -> S + Send + 'static,
    size: (f64, f64),
    cursor: Option<usize>,
) {
    let figure = render::<ChartView<S>>(move || ChartProps {
        series: Rc::new(series()),
        fresh: true,
        width: size.0,
        height: size.1,
        cursor,
        credit: "".into(),
        on_choose: Callback::noop(),
    });
    check_picture(name, &figure);
}

#[test]
fn stacked_areas() {
    check("stack.svg", device_types, (640., 320.), None);
    check("stack_cursor.svg", device_types, (640., 320.), Some(5));
    check("stack_phone.svg", device_types, (358., 280.), None);
}

#[test]
fn stacked_bars() {
    check("bars_staff.svg", staff, (560., 300.), None);
    check("bars_tenure.svg", tenure, (560., 300.), None);
    check("bars_hours.svg", hours, (640., 340.), None);
    check("bars_hours_cursor.svg", hours, (640., 340.), Some(6));
    check("bars_phone.svg", staff, (358., 280.), None);
}

#[test]
fn small_multiples() {
    check("multiples.svg", wards, (760., 300.), None);
    check("multiples_cursor.svg", wards, (760., 300.), Some(4));
    check("multiples_phone.svg", wards, (358., 520.), None);
}

#[test]
fn population_pyramid() {
    check("pyramid.svg", pyramid, (560., 420.), None);
    check("pyramid_cursor.svg", pyramid, (560., 420.), Some(14));
    check("pyramid_phone.svg", pyramid, (358., 360.), None);
}

#[test]
fn chance_against_threshold() {
    check("s_curve.svg", curve, (560., 320.), None);
    check("s_curve_cursor.svg", curve, (560., 320.), Some(6));
    check("s_curve_phone.svg", curve, (358., 260.), None);
}

#[test]
fn tile_maps() {
    check("tiles_wards.svg", ward_tiles, (520., 260.), None);
    check("tiles_areas.svg", area_tiles, (640., 260.), None);
    check("tiles_areas_cursor.svg", area_tiles, (640., 260.), Some(17));
    check("tiles_phone.svg", area_tiles, (358., 220.), None);
}

#[test]
fn radar_of_an_area() {
    check("radar.svg", radar, (420., 340.), None);
    check("radar_cursor.svg", radar, (420., 340.), Some(2));
    check("radar_phone.svg", radar, (358., 300.), None);
}

#[test]
fn ranked_bars() {
    let moved = || {
        ranked(&[
            ("職員の採用", Effect::One(12.0)),
            ("開催の呼びかけ", Effect::One(41.0)),
            ("離職を下げる", Effect::One(23.0)),
            ("感染症の年", Effect::One(-18.0)),
        ])
    };
    let tornado = || {
        ranked(&[
            ("離職率", Effect::Ends(28.0, -35.0)),
            ("会議1回にかかる時間", Effect::Ends(44.0, -31.0)),
            ("高齢者の増え方", Effect::Ends(-9.0, 12.0)),
        ])
    };
    check("ranked.svg", moved, (420., 220.), None);
    check("tornado.svg", tornado, (480., 200.), Some(1));
}

#[test]
fn sparkline() {
    let svg = render::<Sparkline>(|| SparklineProps {
        series: Rc::new(SparkSeries {
            summary: "2,402台から2,880台へ".into(),
            values: vec![2410., 2455., 2440., 2402., 2530., 2680., 2790., 2880.],
            forecast_from: Some(4),
            span: None,
        }),
        width: 96.0,
        height: 24.0,
    });
    check_picture("spark.svg", &svg);
}

#[test]
fn a_sparkline_of_one_value_is_a_point_and_no_line() {
    let values = vec![f64::NAN, f64::NAN, 54.0, f64::NAN];
    let series = SparkSeries { summary: "".into(), values, forecast_from: Some(2), span: None };
    let placed = place(&series, 72.0, 20.0);
    assert_eq!((placed.history.as_str(), placed.end.map(|(_, y)| y)), ("", Some(10.0)));
    assert!(!placed.forecast.contains('L'), "{}", placed.forecast);
}
