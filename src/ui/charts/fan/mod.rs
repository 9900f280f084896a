//! The fan: what was recorded, the forecast with its two bands, and the same without the plan.

pub mod draw;
pub mod says;

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{self, Frame, PlacedEntry, Tick, ValueAxis};
use super::format::Format;
use super::labels::{self, LabelRows, PlacedLabel};
pub use super::marks::PlanShade;
use super::marks::{self, MARKS_PX, PlacedMarks};
use super::scale::{Linear, Period, band_path, extent, line_path};
use super::stage::Hit;
use crate::i18n::Lang;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DotKind {
    Actual,
    Estimate,
}

/// What was seen in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    pub period: usize,
    pub value: f64,
    pub kind: DotKind,
}

/// One line of the chart. Each list has one value per period; NaN where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FanLine {
    pub label: AttrValue,
    pub p10: Vec<f64>,
    pub p25: Vec<f64>,
    pub p50: Vec<f64>,
    pub p75: Vec<f64>,
    pub p90: Vec<f64>,
    /// The median if nothing is changed (自然体); may be empty.
    pub baseline: Vec<f64>,
    pub history: Vec<Dot>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub value: f64,
    pub label: AttrValue,
    /// The period it is promised for.
    pub due: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FanSeries {
    /// The measure's key: `data-chart`, never shown.
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    /// What the picture is about, for those who cannot see it: the finding, not the shapes.
    pub summary: AttrValue,
    pub periods: Vec<Period>,
    pub lines: Vec<FanLine>,
    /// The line whose bands, baseline and history are shown in full.
    pub focus: usize,
    pub target: Option<Target>,
    pub plan: Option<PlanShade>,
    /// The first period that is a forecast.
    pub forecast_from: Option<usize>,
    /// Values the axis must also cover, so that it does not jump while a slider is dragged.
    pub hold: Option<(f64, f64)>,
    /// How forecasts are written, and how records are: those keep every digit.
    pub value: Format,
    pub recorded: Format,
    pub lang: Lang,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLine {
    pub class: &'static str,
    pub median: AttrValue,
    pub history: AttrValue,
    pub dots: Vec<(f64, f64, DotKind)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedFan {
    pub size: (f64, f64),
    pub frame: Frame,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub marks: PlacedMarks,
    pub band_outer: AttrValue,
    pub band_inner: AttrValue,
    pub baseline: AttrValue,
    pub lines: Vec<PlacedLine>,
    /// Height of the line, and where its diamond stands.
    pub target: Option<(f64, Option<f64>)>,
    pub labels: Vec<PlacedLabel>,
    pub rows: LabelRows,
    pub legend: Vec<PlacedEntry>,
    pub legend_y: f64,
    pub hits: Rc<[Hit]>,
    /// Where the focused line is in each period, for the cursor's ring.
    pub ring: Vec<f64>,
}

const SIDES: [&str; 4] = ["side-1", "side-2", "side-3", "side-4"];
const AXIS_PX: f64 = 30.0;

impl FanSeries {
    pub(super) fn class_of(&self, line: usize) -> &'static str {
        if line == self.focus {
            return "focus";
        }
        SIDES[(if line < self.focus { line } else { line - 1 }) % SIDES.len()]
    }

    pub(super) fn extent(&self) -> Option<(f64, f64)> {
        let of_line = |(i, line): (usize, &FanLine)| {
            let wide: Vec<f64> = if i == self.focus {
                [&line.p10, &line.p90, &line.baseline].into_iter().flatten().copied().collect()
            } else {
                Vec::new()
            };
            let dots: Vec<f64> = line.history.iter().map(|dot| dot.value).collect();
            line.p50.clone().into_iter().chain(wide).chain(dots)
        };
        let drawn = extent(self.lines.iter().enumerate().flat_map(of_line))?;
        let held = self.hold.into_iter().flat_map(|(low, high)| [low, high]);
        let target = self.target.iter().map(|target| target.value);
        extent([drawn.0, drawn.1].into_iter().chain(held).chain(target))
    }

    /// The last recorded period before the forecast: the fan opens there.
    fn hinge(&self, line: &FanLine) -> Option<(usize, f64)> {
        let first = line.p50.iter().position(|v| v.is_finite())?;
        let last =
            line.history.iter().filter(|dot| dot.period < first).max_by_key(|dot| dot.period);
        last.map(|dot| (dot.period, dot.value))
    }
}

pub fn place(series: &FanSeries, width: f64, height: f64) -> PlacedFan {
    let (low, high) = series.extent().unwrap_or((0.0, 1.0));
    let rows = if width < 560.0 { LabelRows::Two } else { LabelRows::One };
    let anywhere = Linear::new((low, high), (0.0, 1.0));
    let named = labels::legend(series.end_labels(&anywhere), rows, width);
    let (has_names, rows) = if named.is_empty() { (true, rows) } else { (false, LabelRows::One) };
    let entries = named.into_iter().chain(series.legend()).collect();
    let (legend, legend_height) = axes::place_legend(entries, width - 8.0);
    let bottom = (height - AXIS_PX - legend_height).max(MARKS_PX + 40.0);
    let value_axis = ValueAxis::covering(low, high, bottom - MARKS_PX, series.value.marks());
    let y = Linear::new(value_axis.span(), (bottom, MARKS_PX));
    let mut ends = series.end_labels(&y);
    labels::fit(&mut ends, has_names, rows, width);
    let left = value_axis.label_width() + 14.0;
    let right = (width - labels::width_needed(&ends, rows)).max(left + 40.0);
    let frame = Frame { left, top: MARKS_PX, right, bottom };
    let span = extent(series.periods.iter().map(|p| p.at)).unwrap_or((0.0, 1.0));
    let x = Linear::new(span, (left + 8.0, right - 4.0));
    let at = |period: usize| x.at(series.periods.get(period).map_or(f64::NAN, |p| p.at));

    let empty = FanLine::default();
    let focus = series.lines.get(series.focus).unwrap_or(&empty);
    let between = |low: &[f64], high: &[f64]| {
        let hinge = series.hinge(focus).map(|(period, v)| (at(period), y.at(v), y.at(v)));
        let pairs = low.iter().zip(high).enumerate();
        let fan = pairs.map(|(i, (&l, &h))| (at(i), y.at(l), y.at(h))).filter(|p| p.1.is_finite());
        band_path(&hinge.into_iter().chain(fan).collect::<Vec<_>>())
    };
    let across =
        |values: &[f64]| line_path(values.iter().enumerate().map(|(i, &v)| (at(i), y.at(v))));
    let line = |(i, line): (usize, &FanLine)| {
        let hinge = series.hinge(line).map(|(period, v)| (at(period), y.at(v)));
        let later = line.p50.iter().enumerate().map(|(i, &v)| (at(i), y.at(v)));
        let dots: Vec<_> =
            line.history.iter().map(|d| (at(d.period), y.at(d.value), d.kind)).collect();
        PlacedLine {
            class: series.class_of(i),
            median: line_path(hinge.into_iter().chain(later.filter(|p| p.1.is_finite()))),
            history: line_path(dots.iter().map(|&(x, y, _)| (x, y))),
            dots,
        }
    };
    PlacedFan {
        size: (width, height),
        x_ticks: axes::period_ticks(&series.periods, &x, frame.width()),
        y_ticks: value_axis.ticks(&y),
        marks: marks::place(series.plan.as_ref(), series.forecast_from, &frame, at),
        band_outer: between(&focus.p10, &focus.p90),
        band_inner: between(&focus.p25, &focus.p75),
        baseline: across(&focus.baseline),
        lines: series.lines.iter().enumerate().map(line).collect(),
        target: series.target.as_ref().map(|t| (y.at(t.value), t.due.map(at))),
        labels: labels::place(ends, right, (MARKS_PX, bottom + 10.0), rows),
        rows,
        legend,
        legend_y: height - legend_height,
        hits: (0..series.periods.len()).map(|i| Hit::column(at(i))).collect(),
        ring: ring(focus, series.periods.len()).into_iter().map(|v| y.at(v)).collect(),
        frame,
    }
}

/// The value under the cursor's ring: the forecast, else what was recorded.
fn ring(line: &FanLine, n_periods: usize) -> Vec<f64> {
    let seen = |i: usize| line.history.iter().find(|dot| dot.period == i).map(|dot| dot.value);
    let value = |i: usize| line.p50.get(i).copied().filter(|v| v.is_finite()).or_else(|| seen(i));
    (0..n_periods).map(|i| value(i).unwrap_or(f64::NAN)).collect()
}
