//! Stacked bars: posts filled and vacant, years of service, hours by claim, money by payer — and,
//! where there is one, the limit they must stay below.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{self, Frame, LegendEntry, Mark, PlacedEntry, Tick, ValueAxis};
use super::format::Format;
use super::labels::{self, EndLabel, LabelRows, PlacedLabel};
use super::marks::{self, MARKS_PX, PlacedMarks};
use super::scale::{FONT_PX, Pen, extent, px, text_width};
use super::sheet::{Cell, Sheet, Tabular};
use super::stack::{KINDS, column_cursor};
use super::stage::Hit;
use super::tip::{Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;
use crate::ui::charts::scale::Linear;

#[derive(Clone, Debug, PartialEq)]
pub struct BarColumn {
    pub long: AttrValue,
    pub short: AttrValue,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    Filled,
    /// What is missing: a vacant post, hours nobody has.
    Hatched,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BarPart {
    pub label: AttrValue,
    pub values: Vec<f64>,
    pub look: Look,
}

/// Capacity, a budget's ceiling: one value per column.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLimit {
    pub label: AttrValue,
    pub values: Vec<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BarSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub columns: Vec<BarColumn>,
    /// From the bottom up.
    pub parts: Vec<BarPart>,
    pub limit: Option<BarLimit>,
    pub forecast_from: Option<usize>,
    pub value: Format,
    pub recorded: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub part: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBars {
    pub size: (f64, f64),
    pub frame: Frame,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub marks: PlacedMarks,
    pub bars: Vec<PlacedBar>,
    pub limit: AttrValue,
    /// Where a column goes over its limit: middle and top.
    pub over: Vec<(f64, f64)>,
    pub labels: Vec<PlacedLabel>,
    pub rows: LabelRows,
    pub legend: Vec<PlacedEntry>,
    pub legend_y: f64,
    pub hits: Rc<[Hit]>,
}

const AXIS_PX: f64 = 30.0;

impl BarSeries {
    fn value(&self, part: usize, column: usize) -> f64 {
        self.parts[part].values.get(column).copied().unwrap_or(f64::NAN)
    }

    fn total(&self, column: usize) -> f64 {
        (0..self.parts.len()).map(|part| self.value(part, column)).sum()
    }

    fn limit_at(&self, column: usize) -> f64 {
        self.limit.as_ref().and_then(|l| l.values.get(column)).copied().unwrap_or(f64::NAN)
    }

    fn is_over(&self, column: usize) -> bool {
        // A bar as high as its limit is not over it, whatever the last bit says.
        self.total(column) > self.limit_at(column) * (1.0 + 1e-9)
    }

    fn format(&self, column: usize) -> Format {
        if self.forecast_from.is_some_and(|first| first <= column) {
            self.value
        } else {
            self.recorded
        }
    }

    fn class_of(&self, part: usize) -> &'static str {
        match self.parts[part].look {
            Look::Filled => KINDS[part % KINDS.len()],
            Look::Hatched => "kind-gap",
        }
    }

    fn end_labels(&self, y: &Linear) -> Vec<EndLabel> {
        let n_columns = self.columns.len();
        let Some(last) = (0..n_columns).rev().find(|&c| self.total(c).is_finite()) else {
            return Vec::new();
        };
        let format = self.format(last);
        let mut below = 0.0;
        let mut ends = Vec::new();
        for (part, BarPart { label, .. }) in self.parts.iter().enumerate() {
            let value = self.value(part, last);
            let middle = y.at(below + value / 2.0);
            let (name, shown) = (label.clone(), format.show(value));
            ends.push(EndLabel { name, value: shown, y: middle, class: self.class_of(part) });
            below += value;
        }
        let limit = self.limit_at(last);
        if let Some(BarLimit { label, .. }) = self.limit.as_ref().filter(|_| limit.is_finite()) {
            let (name, value) = (label.clone(), self.value.show(limit));
            ends.push(EndLabel { name, value, y: y.at(limit), class: "target" });
        }
        ends
    }
}

/// Columns stand in equal slots; the bar takes two thirds of its slot.
fn slot(frame: &Frame, n_columns: usize, column: usize) -> (f64, f64) {
    let width = frame.width() / n_columns.max(1) as f64;
    (frame.left + width * (column as f64 + 0.5), width * 0.66)
}

pub fn place(series: &BarSeries, width: f64, height: f64) -> PlacedBars {
    let n_columns = series.columns.len();
    let rows = if width < 560.0 { LabelRows::Two } else { LabelRows::One };
    let tops = (0..n_columns).flat_map(|c| [series.total(c), series.limit_at(c)]);
    let highest = extent(tops).map_or(1.0, |(_, high)| high);
    let over_word = LegendEntry {
        mark: Mark::Triangle,
        class: "over",
        word: Words(series.lang).over_limit().into(),
    };
    let is_over = (0..n_columns).any(|c| series.is_over(c));
    let anywhere = Linear::new((0.0, highest), (0.0, 1.0));
    let named = labels::legend(series.end_labels(&anywhere), rows, width);
    let (has_names, rows) = if named.is_empty() { (true, rows) } else { (false, LabelRows::One) };
    let entries = named.into_iter().chain(is_over.then_some(over_word)).collect();
    let (legend, legend_height) = axes::place_legend(entries, width);
    let top = if series.forecast_from.is_some() { MARKS_PX } else { 18.0 };
    let bottom = (height - AXIS_PX - legend_height).max(top + 40.0);
    let axis = ValueAxis::covering(0.0, highest, bottom - top, series.value.marks());
    let y = Linear::new(axis.span(), (bottom, top));
    let mut ends = series.end_labels(&y);
    labels::thin_out(&mut ends, bottom - top + 20.0, rows);
    labels::fit(&mut ends, has_names, rows, width);
    let left = axis.label_width() + 14.0;
    let right = (width - labels::width_needed(&ends, rows)).max(left + 40.0);
    let frame = Frame { left, top, right, bottom };
    let at = |column: usize| slot(&frame, n_columns, column).0;
    let mut limit = Pen::default();
    for column in 0..n_columns {
        // A limit holds for its whole slot, and steps where it changes.
        let half = frame.width() / n_columns as f64 / 2.0;
        limit.to(at(column) - half, y.at(series.limit_at(column)));
        limit.to(at(column) + half, y.at(series.limit_at(column)));
    }
    let over = (0..n_columns).filter(|&c| series.is_over(c));
    PlacedBars {
        size: (width, height),
        x_ticks: column_ticks(series, &frame),
        y_ticks: axis.ticks(&y),
        marks: marks::place(None, series.forecast_from, &frame, at),
        bars: (0..n_columns).flat_map(|c| column_bars(series, &frame, &y, c)).collect(),
        limit: limit.finish(),
        over: over.map(|c| (at(c), y.at(series.total(c)))).collect(),
        labels: labels::place(ends, right, (top - 10.0, bottom + 10.0), rows),
        rows,
        legend,
        legend_y: height - legend_height,
        hits: (0..n_columns).map(|c| Hit::column(at(c))).collect(),
        frame,
    }
}

fn column_bars(series: &BarSeries, frame: &Frame, y: &Linear, column: usize) -> Vec<PlacedBar> {
    let (middle, width) = slot(frame, series.columns.len(), column);
    let mut below = 0.0;
    let mut bars = Vec::new();
    for part in 0..series.parts.len() {
        let value = series.value(part, column);
        if value.is_finite() && value > 0.0 {
            let (low, high) = (y.at(below), y.at(below + value));
            bars.push(PlacedBar {
                x: middle - width / 2.0,
                y: high,
                width,
                height: low - high,
                part,
            });
            below += value;
        }
    }
    bars
}

fn column_ticks(series: &BarSeries, frame: &Frame) -> Vec<Tick> {
    let n_columns = series.columns.len();
    let widest = series.columns.iter().map(|c| text_width(&c.short, FONT_PX)).fold(1.0, f64::max);
    let n_room = (frame.width() / (widest + 8.0)).max(1.0) as usize;
    let every = n_columns.div_ceil(n_room).max(1);
    let kept = (0..n_columns).filter(|c| (n_columns - 1 - c).is_multiple_of(every));
    kept.map(|c| Tick { at: slot(frame, n_columns, c).0, label: series.columns[c].short.clone() })
        .collect()
}

pub type BarChart = ChartView<BarSeries>;
pub type BarChartProps = ChartProps<BarSeries>;

impl Chart for BarSeries {
    type Placed = PlacedBars;
    const KIND: &'static str = "bars";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        !(0..self.columns.len()).any(|c| self.total(c).is_finite())
    }

    fn place(&self, width: f64, height: f64) -> PlacedBars {
        place(self, width, height)
    }

    fn hits(placed: &PlacedBars) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let (words, format) = (Words(self.lang), self.format(at));
        let mut rows = Vec::new();
        let mut add = |name: AttrValue, value: f64, class| {
            if value.is_finite() {
                rows.push(TipRow { name, value: format.show(value), class });
            }
        };
        if let Some(limit) = &self.limit {
            add(limit.label.clone(), self.limit_at(at), "target");
        }
        let total = if self.is_over(at) {
            format!("{} ({})", words.total(), words.over_limit())
        } else {
            words.total().to_owned()
        };
        add(total.into(), self.total(at), "total");
        for part in (0..self.parts.len()).rev() {
            add(self.parts[part].label.clone(), self.value(part, at), self.class_of(part));
        }
        Tip { head: self.columns.get(at).map(|c| c.long.clone()).unwrap_or_default(), rows }
    }

    fn draw(&self, placed: &PlacedBars, cursor: Option<usize>) -> Html {
        let frame = &placed.frame;
        let over = |&(x, y): &(f64, f64)| {
            html! { <path class="over" d={format!("M{} {}l6 11h-12Z", px(x), px(y - 14.0))} /> }
        };
        html! {
            <>
                { for self.parts.iter().enumerate().filter_map(|(i, part)| hatch(self, i, part)) }
                { axes::draw(frame, &placed.x_ticks, &placed.y_ticks) }
                { for placed.bars.iter().map(|bar| one_bar(self, bar)) }
                { marks::draw_forecast(&placed.marks, frame, self.lang) }
                <path class="limit" d={&placed.limit} />
                { for placed.over.iter().map(over) }
                { labels::draw(&placed.labels, placed.rows) }
                { axes::draw_legend(&placed.legend, 4.0, placed.legend_y) }
                { for cursor.map(|at| {
                    column_cursor(frame, placed.size, placed.hits[at].x, self.tip(at))
                }) }
            </>
        }
    }
}

fn hatch_id(series: &BarSeries, part: usize) -> String {
    format!("hatch-{}-{part}", series.name)
}

fn hatch(series: &BarSeries, part: usize, look: &BarPart) -> Option<Html> {
    (look.look == Look::Hatched).then(|| {
        html! {
            <pattern id={hatch_id(series, part)} width="7" height="7" patternUnits="userSpaceOnUse">
                <path class="hatch" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" />
            </pattern>
        }
    })
}

fn one_bar(series: &BarSeries, bar: &PlacedBar) -> Html {
    let (x, y, width, height) = (px(bar.x), px(bar.y), px(bar.width), px(bar.height));
    match series.parts[bar.part].look {
        Look::Filled => html! {
            <rect class={classes!("bar", series.class_of(bar.part))} {x} {y} {width} {height} />
        },
        Look::Hatched => {
            let fill = format!("url(#{})", hatch_id(series, bar.part));
            html! { <rect class="bar hatched" {fill} {x} {y} {width} {height} /> }
        }
    }
}

impl Tabular for BarSeries {
    fn sheet(&self) -> Sheet {
        let mut head = vec![AttrValue::default()];
        head.extend(self.parts.iter().map(|part| part.label.clone()));
        head.push(Words(self.lang).total().into());
        head.extend(self.limit.iter().map(|limit| limit.label.clone()));
        let row = |(at, column): (usize, &BarColumn)| {
            let format = self.format(at);
            let mut cells = vec![Cell::Word(column.long.clone())];
            cells.extend(
                (0..self.parts.len()).map(|p| Cell::number(Some(self.value(p, at)), format)),
            );
            cells.push(Cell::number(Some(self.total(at)), format));
            cells.extend(self.limit.iter().map(|_| Cell::number(Some(self.limit_at(at)), format)));
            cells
        };
        let rows = self.columns.iter().enumerate().map(row).collect();
        Sheet { caption: self.title.clone(), head, rows }
    }
}
