//! Stacked areas: how a total is made up over the years.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{self, Frame, PlacedEntry, Tick, ValueAxis};
use super::format::Format;
use super::labels::{self, EndLabel, LabelRows, PlacedLabel};
use super::marks::{self, MARKS_PX, PlacedMarks, PlanShade};
use super::scale::{Linear, Period, band_path, extent, line_path, px};
use super::sheet::{Cell, Sheet, Tabular};
use super::stage::Hit;
use super::tip::{self, Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;

/// Classes of the kinds of things in one chart, in drawing order.
pub const KINDS: [&str; 6] = ["kind-1", "kind-2", "kind-3", "kind-4", "kind-5", "kind-6"];

#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    pub label: AttrValue,
    /// One value per period; NaN where there is none.
    pub values: Vec<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StackSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub periods: Vec<Period>,
    /// From the bottom up.
    pub layers: Vec<Layer>,
    pub plan: Option<PlanShade>,
    pub forecast_from: Option<usize>,
    pub value: Format,
    pub recorded: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedStack {
    pub size: (f64, f64),
    pub frame: Frame,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub marks: PlacedMarks,
    /// Class, area, upper edge.
    pub areas: Vec<(&'static str, AttrValue, AttrValue)>,
    pub labels: Vec<PlacedLabel>,
    pub rows: LabelRows,
    pub legend: Vec<PlacedEntry>,
    pub legend_y: f64,
    pub hits: Rc<[Hit]>,
}

const AXIS_PX: f64 = 30.0;

impl StackSeries {
    fn total(&self, period: usize) -> f64 {
        self.layers.iter().map(|layer| layer.values.get(period).copied().unwrap_or(f64::NAN)).sum()
    }

    /// Lower and upper edge of a layer in a period.
    fn edges(&self, layer: usize, period: usize) -> (f64, f64) {
        let value = |layer: &Layer| layer.values.get(period).copied().unwrap_or(f64::NAN);
        let below: f64 = self.layers[..layer].iter().map(value).sum();
        (below, below + value(&self.layers[layer]))
    }

    /// What stands beside the layers in the last period that has values.
    fn end_labels(&self, y: &Linear) -> Vec<EndLabel> {
        let last = (0..self.periods.len()).rev().find(|&i| self.total(i).is_finite()).unwrap_or(0);
        let label = |(i, layer): (usize, &Layer)| {
            let (low, high) = self.edges(i, last);
            let value = self.format(last).show(high - low);
            let y = y.at((low + high) / 2.0);
            EndLabel { name: layer.label.clone(), value, y, class: KINDS[i % KINDS.len()] }
        };
        let mut ends: Vec<EndLabel> = self.layers.iter().enumerate().map(label).collect();
        let total = self.total(last);
        if total.is_finite() && self.layers.len() > 1 {
            let (name, value) = (Words(self.lang).total().into(), self.format(last).show(total));
            ends.push(EndLabel { name, value, y: y.at(total), class: "total" });
        }
        ends
    }

    fn format(&self, period: usize) -> Format {
        if self.forecast_from.is_some_and(|first| first <= period) {
            self.value
        } else {
            self.recorded
        }
    }
}

pub fn place(series: &StackSeries, width: f64, height: f64) -> PlacedStack {
    let n_periods = series.periods.len();
    let rows = if width < 560.0 { LabelRows::Two } else { LabelRows::One };
    let highest = extent((0..n_periods).map(|i| series.total(i))).map_or(1.0, |(_, high)| high);
    let anywhere = Linear::new((0.0, highest), (0.0, 1.0));
    let named = labels::legend(series.end_labels(&anywhere), rows, width);
    let (has_names, rows) = if named.is_empty() { (true, rows) } else { (false, LabelRows::One) };
    let (legend, legend_height) = axes::place_legend(named, width - 8.0);
    let bottom = (height - AXIS_PX - legend_height).max(MARKS_PX + 40.0);
    let axis = ValueAxis::covering(0.0, highest, bottom - MARKS_PX, series.value.marks());
    let y = Linear::new(axis.span(), (bottom, MARKS_PX));
    let mut ends = series.end_labels(&y);
    labels::fit(&mut ends, has_names, rows, width);
    let left = axis.label_width() + 14.0;
    let right = (width - labels::width_needed(&ends, rows)).max(left + 40.0);
    let frame = Frame { left, top: MARKS_PX, right, bottom };
    let span = extent(series.periods.iter().map(|p| p.at)).unwrap_or((0.0, 1.0));
    let x = Linear::new(span, (left + 8.0, right));
    let at = |i: usize| x.at(series.periods.get(i).map_or(f64::NAN, |p| p.at));
    let area = |i: usize| {
        let edges = |period: usize| {
            let (low, high) = series.edges(i, period);
            (at(period), y.at(low), y.at(high))
        };
        let points: Vec<_> = (0..n_periods).map(edges).collect();
        let upper = line_path(points.iter().map(|&(x, _, high)| (x, high)));
        (KINDS[i % KINDS.len()], band_path(&points), upper)
    };
    PlacedStack {
        size: (width, height),
        x_ticks: axes::period_ticks(&series.periods, &x, frame.width()),
        y_ticks: axis.ticks(&y),
        marks: marks::place(series.plan.as_ref(), series.forecast_from, &frame, at),
        areas: (0..series.layers.len()).map(area).collect(),
        labels: labels::place(ends, right, (MARKS_PX - 10.0, bottom + 10.0), rows),
        rows,
        legend,
        legend_y: height - legend_height,
        hits: (0..n_periods).map(|i| Hit::column(at(i))).collect(),
        frame,
    }
}

pub type StackChart = ChartView<StackSeries>;
pub type StackChartProps = ChartProps<StackSeries>;

impl Chart for StackSeries {
    type Placed = PlacedStack;
    const KIND: &'static str = "stack";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        !(0..self.periods.len()).any(|i| self.total(i).is_finite())
    }

    fn place(&self, width: f64, height: f64) -> PlacedStack {
        place(self, width, height)
    }

    fn hits(placed: &PlacedStack) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let format = self.format(at);
        let row = |(i, layer): (usize, &Layer)| TipRow {
            name: layer.label.clone(),
            value: format.show(layer.values.get(at).copied().unwrap_or(f64::NAN)),
            class: KINDS[i % KINDS.len()],
        };
        let total = TipRow {
            name: Words(self.lang).total().into(),
            value: format.show(self.total(at)),
            class: "total",
        };
        // From the top down, as they are seen.
        let layers = self.layers.iter().enumerate().rev().map(row);
        let head = self.periods.get(at).map(|p| p.long.clone()).unwrap_or_default();
        Tip { head, rows: std::iter::once(total).chain(layers).collect() }
    }

    fn draw(&self, placed: &PlacedStack, cursor: Option<usize>) -> Html {
        let area = |(class, area, upper): &(&'static str, AttrValue, AttrValue)| {
            html! { <><path class={*class} d={area} /><path class="edge" d={upper} /></> }
        };
        let frame = &placed.frame;
        html! {
            <>
                { marks::draw_shade(&placed.marks, frame) }
                { axes::draw(frame, &placed.x_ticks, &placed.y_ticks) }
                { for placed.areas.iter().map(area) }
                { marks::draw_forecast(&placed.marks, frame, self.lang) }
                { labels::draw(&placed.labels, placed.rows) }
                { axes::draw_legend(&placed.legend, 4.0, placed.legend_y) }
                { for cursor.map(|at| {
                    column_cursor(frame, placed.size, placed.hits[at].x, self.tip(at))
                }) }
            </>
        }
    }
}

/// A cursor that marks a whole column.
pub fn column_cursor(frame: &Frame, size: (f64, f64), x: f64, tip: Tip) -> Html {
    html! {
        <g class="cursor">
            <line class="under" x1={px(x)} x2={px(x)} y1={px(frame.top)} y2={px(frame.bottom)} />
            <line x1={px(x)} x2={px(x)} y1={px(frame.top)} y2={px(frame.bottom)} />
            { tip::draw(&tip::place(tip, (x, frame.top), size)) }
        </g>
    }
}

impl Tabular for StackSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        let mut head = vec![AttrValue::from(words.period())];
        head.extend(self.layers.iter().map(|layer| layer.label.clone()));
        head.push(words.total().into());
        let row = |(i, period): (usize, &Period)| {
            let format = self.format(i);
            let mut cells = vec![Cell::Word(period.long.clone())];
            cells
                .extend(self.layers.iter().map(|l| Cell::number(l.values.get(i).copied(), format)));
            cells.push(Cell::number(Some(self.total(i)), format));
            cells
        };
        let rows = self.periods.iter().enumerate().map(row).collect();
        Sheet { caption: self.title.clone(), head, rows }
    }
}
