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
    // Names that would be cut off stand in a legend instead; the total keeps its own.
    check("stack_phone_legend.svg", devices_in_full, (358., 280.), None);
    check("stack_cursor_legend.svg", devices_in_full, (358., 280.), Some(5));
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

/// As many places as nobody can draw in the box: the picture is higher than it, and no panel covers
/// another.
#[test]
fn more_panels_than_fit_stand_below_each_other() {
    use mitoshi::ui::charts::multiples::{MultiSeries, place};
    let series = wards();
    let panels = (0..60).map(|at| series.panels[at % series.panels.len()].clone()).collect();
    let series = MultiSeries { panels, ..series };
    let placed = place(&series, 692., 200.);
    assert!(placed.size.1 > 600., "{:?}", placed.size);
    assert_eq!(MultiSeries::size(&placed, (692., 200.)), placed.size);
    for (a, b) in placed.panels.iter().zip(placed.panels.iter().skip(1)) {
        let is_beside = a.y == b.y && a.x + placed.cell.0 <= b.x;
        assert!(is_beside || a.y + placed.cell.1 <= b.y, "{:?} {:?}", (a.x, a.y), (b.x, b.y));
    }
    assert!(placed.hits.iter().all(|hit| hit.y < placed.size.1));
}

/// Eight times «川崎区…» tells nothing: the numbers do, and the names where both have room.
#[test]
fn a_tile_says_what_tells_it_from_its_neighbour() {
    use mitoshi::ui::charts::tile_map::{Tile, TileSeries, place};
    let series = area_tiles();
    let tiles = series.tiles.iter().enumerate().map(|(at, tile)| Tile {
        label: format!("長い名前のつづく圏域 第{at}").into(),
        ..tile.clone()
    });
    let series = TileSeries { tiles: tiles.collect(), ..series };
    for size in [(380., 180.), (640., 260.), (900., 900.)] {
        let placed = place(&series, size.0, size.1);
        assert!(placed.tiles.iter().all(|tile| !tile.value.is_empty()), "{size:?}");
        assert!(placed.tiles.iter().all(|tile| tile.label.is_empty()), "{size:?}");
    }
    let placed = place(&area_tiles(), 900., 900.);
    assert!(placed.tiles.iter().all(|tile| !tile.value.is_empty() && !tile.label.is_empty()));
}

/// In rows lower than letters a ward's name is left out rather than written over another.
#[test]
fn names_of_wards_never_cover_each_other() {
    let placed = mitoshi::ui::charts::tile_map::place(&area_tiles(), 380., 100.);
    let lines: Vec<f64> = placed.heads.iter().map(|(_, (_, y))| *y).collect();
    assert!(1 < lines.len() && lines.windows(2).all(|pair| 13. <= pair[1] - pair[0]), "{lines:?}");
}

#[test]
fn steps_of_a_count_lie_at_whole_numbers() {
    use mitoshi::ui::charts::tile_map::{Tile, TileSeries, place};
    let series = area_tiles();
    let tiles = series.tiles.iter().enumerate();
    let tiles = tiles.map(|(at, tile)| Tile { value: (30 + at % 3) as f64, ..tile.clone() });
    let series = TileSeries { tiles: tiles.collect(), ..series };
    let legend = place(&series, 640., 260.).legend;
    let ends: Vec<&str> = legend.steps.iter().map(|(_, end, _)| end.as_str()).collect();
    assert_eq!((ends, legend.end.0.as_str()), (vec!["30", "31"], "32"));
}

/// A picture without a value has no name to be read out, and is none.
#[test]
fn a_sparkline_of_nothing_is_not_read_out() {
    let svg = render::<Sparkline>(|| SparklineProps {
        series: Rc::new(SparkSeries {
            summary: "".into(),
            values: vec![f64::NAN; 8],
            forecast_from: Some(4),
            span: None,
        }),
        width: 72.,
        height: 20.,
    });
    assert!(svg.contains(r#"aria-hidden="true""#) && !svg.contains("aria-label"), "{svg}");
}

/// Whatever the values, one height among small charts has a number.
#[test]
fn small_multiples_always_have_a_number() {
    use mitoshi::ui::charts::multiples::{MultiSeries, place};
    for high in 1..100 {
        let mut panel = wards().panels[0].clone();
        let line = |to: f64| panel.p50.iter().map(|_| to).collect::<Vec<f64>>();
        let (p10, p90) = (line(0.5 * f64::from(high)), line(f64::from(high)));
        (panel.p10, panel.p50, panel.p90) = (p10.clone(), p10, p90);
        panel.history.clear();
        panel.baseline.clear();
        panel.target = None;
        let series = MultiSeries { panels: vec![panel], ..wards() };
        assert!(place(&series, 400., 200.).grid.is_some(), "{high}");
    }
}
