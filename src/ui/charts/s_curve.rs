//! The S-curve: how the chance of reaching a target falls as the target is set higher.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{self, Frame, Tick, ValueAxis};
use super::format::Format;
use super::scale::{FONT_PX, Linear, extent, line_path, nice_ticks, px, text_width};
use super::sheet::{Cell, Sheet, Tabular};
use super::stack::column_cursor;
use super::stage::Hit;
use super::tip::{Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::{Lang, Text};

/// One point of a curve: the chance, from 0 to 1, of reaching a threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    pub threshold: f64,
    pub chance: f64,
}

/// A target as it is set now.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveTarget {
    pub label: AttrValue,
    pub at: Chance,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CurveSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    /// Of the threshold.
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub points: Vec<Chance>,
    /// The same if nothing is changed; may be empty.
    pub baseline: Vec<Chance>,
    pub targets: Vec<CurveTarget>,
    /// How thresholds are written.
    pub value: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCurve {
    pub size: (f64, f64),
    pub frame: Frame,
    pub x_ticks: Vec<Tick>,
    pub y_ticks: Vec<Tick>,
    pub curve: AttrValue,
    pub baseline: AttrValue,
    pub targets: Vec<PlacedTarget>,
    pub labels: Vec<CurveLabel>,
    pub hits: Rc<[Hit]>,
}

/// Where the target stands on the curve, and its words where no curve crosses them.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTarget {
    pub at: (f64, f64),
    pub words: AttrValue,
    pub words_at: (f64, f64),
    pub anchor: &'static str,
}

/// A curve's name beside its slope: position, which side of the text is there, class.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveLabel {
    pub at: (f64, f64),
    pub anchor: &'static str,
    pub class: &'static str,
    pub word: AttrValue,
}

const TOP_PX: f64 = 26.0;
const AXIS_PX: f64 = 30.0;

impl CurveSeries {
    fn percent(&self) -> Format {
        Format::exact(self.lang, Text { ja: "%", en: "%" }, 0)
    }

    /// Whole per cents, but never 0 or 100 for what is only nearly so.
    fn shown(&self, chance: f64) -> AttrValue {
        let percent = chance * 100.0;
        let is_certain = percent <= 0.0 || 100.0 <= percent;
        self.percent().show(if is_certain { percent } else { percent.clamp(1.0, 99.0) })
    }
}

pub fn place(series: &CurveSeries, width: f64, height: f64) -> PlacedCurve {
    let percent = series.percent();
    let bottom = (height - AXIS_PX).max(TOP_PX + 40.0);
    let axis = ValueAxis::covering(0.0, 100.0, bottom - TOP_PX, percent);
    let y = Linear::new(axis.span(), (bottom, TOP_PX));
    let all = series.points.iter().chain(&series.baseline).map(|p| p.threshold);
    let (low, high) =
        extent(all.chain(series.targets.iter().map(|t| t.at.threshold))).unwrap_or((0.0, 1.0));
    let words = Words(series.lang);
    let left = axis.label_width() + 14.0;
    let right = (width - 10.0).max(left + 40.0);
    let frame = Frame { left, top: TOP_PX, right, bottom };
    let x = Linear::new((low, high), (left + 6.0, right - 4.0));
    let at = |p: &Chance| (x.at(p.threshold), y.at(p.chance * 100.0));
    let path = |points: &[Chance]| line_path(points.iter().map(at));
    let target = |target: &CurveTarget| {
        let colon = words.colon();
        let words = format!("{}{colon}{}", target.label, series.shown(target.at.chance));
        let lines = [&series.points, &series.baseline].map(|line| line.iter().map(at).collect());
        place_words(words.into(), at(&target.at), &frame, &lines)
    };
    PlacedCurve {
        size: (width, height),
        x_ticks: threshold_ticks(series, &x, (low, high), frame.width()),
        y_ticks: axis.ticks(&y),
        curve: path(&series.points),
        baseline: path(&series.baseline),
        targets: series.targets.iter().map(target).collect(),
        labels: curve_labels(series, &x, &y, &frame),
        hits: series.points.iter().map(|p| Hit::column(x.at(p.threshold))).collect(),
        frame,
    }
}

/// Beside the mark, on the first side where no line runs; where lines run on all sides, above the
/// plot.
fn place_words(
    words: AttrValue,
    at: (f64, f64),
    frame: &Frame,
    lines: &[Vec<(f64, f64)>],
) -> PlacedTarget {
    let width = text_width(&words, FONT_PX);
    // Between two points the line is straight: a few places on it are enough to meet a word.
    let between = |pair: &[(f64, f64)]| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        [0.0, 0.2, 0.4, 0.6, 0.8, 1.0].map(|share| (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
    };
    let ink: Vec<(f64, f64)> =
        lines.iter().flat_map(|line| line.windows(2).flat_map(between)).collect();
    let is_clear = |&(anchor, (x, y)): &(&str, (f64, f64))| {
        let left = if anchor == "start" { x } else { x - width };
        let crosses = |&(px, py): &(f64, f64)| {
            left - 3.0 <= px && px <= left + width + 3.0 && y - 13.0 <= py && py <= y + 4.0
        };
        frame.left <= left
            && left + width <= frame.right
            && y + 4.0 <= frame.bottom
            && !ink.iter().any(crosses)
    };
    let above = (at.1 - 8.0).max(frame.top + 12.0);
    let sides = [("start", 10.0, above), ("start", 10.0, at.1 + 20.0)];
    let sides = sides.into_iter().chain([("end", -10.0, at.1 + 20.0), ("end", -10.0, above)]);
    let found = sides.map(|(anchor, dx, y)| (anchor, (at.0 + dx, y))).find(is_clear);
    let is_right = at.0 + 10.0 + width <= frame.right;
    let over = if is_right { ("start", (at.0 + 10.0, 13.0)) } else { ("end", (frame.right, 13.0)) };
    let (anchor, words_at) = found.unwrap_or(over);
    PlacedTarget { at, words, words_at, anchor }
}

/// The curve further right is named on its right, the other on its left: outside both.
fn curve_labels(series: &CurveSeries, x: &Linear, y: &Linear, frame: &Frame) -> Vec<CurveLabel> {
    let words = Words(series.lang);
    let middle = |points: &[Chance]| {
        let away = |p: &&Chance| (p.chance - 0.3).abs();
        points.iter().min_by(|a, b| away(a).total_cmp(&away(b))).copied()
    };
    let (own, base) = (middle(&series.points), middle(&series.baseline));
    let is_right = match (own, base) {
        (Some(own), Some(base)) => base.threshold <= own.threshold,
        _ => true,
    };
    let label = |point: Option<Chance>, is_right: bool, class, word: &'static str| {
        let at = point.map(|p| (x.at(p.threshold), y.at(p.chance * 100.0)))?;
        // No room on the left of the plot: the other side, even if a line is there.
        let is_right = is_right || at.0 - 10.0 - text_width(word, FONT_PX) < frame.left;
        let (shift, anchor) = if is_right { (10.0, "start") } else { (-10.0, "end") };
        Some(CurveLabel { at: (at.0 + shift, at.1 + 4.0), anchor, class, word: word.into() })
    };
    // A curve that stands alone needs no name: the title has said it.
    let own = base.and(label(own, is_right, "focus", words.forecast()));
    let base = label(base, !is_right, "baseline", words.baseline());
    own.into_iter().chain(base).collect()
}

fn threshold_ticks(
    series: &CurveSeries,
    x: &Linear,
    (low, high): (f64, f64),
    width: f64,
) -> Vec<Tick> {
    let format = series.value.marks();
    let widest = text_width(&format.show(high), FONT_PX) + 24.0;
    let round = nice_ticks(low, high, (width / widest).clamp(2.0, 8.0) as usize);
    let inside = round.into_iter().filter(|&v| low <= v && v <= high);
    inside.map(|v| Tick { at: x.at(v), label: format.show(v) }).collect()
}

pub type CurveChart = ChartView<CurveSeries>;
pub type CurveChartProps = ChartProps<CurveSeries>;

impl Chart for CurveSeries {
    type Placed = PlacedCurve;
    const KIND: &'static str = "s-curve";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    fn place(&self, width: f64, height: f64) -> PlacedCurve {
        place(self, width, height)
    }

    fn hits(placed: &PlacedCurve) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let words = Words(self.lang);
        let Some(point) = self.points.get(at) else {
            return Tip { head: AttrValue::default(), rows: Vec::new() };
        };
        let row = |name: &'static str, chance: f64, class| TipRow {
            name: name.into(),
            value: self.shown(chance),
            class,
        };
        let mut rows = vec![row(words.forecast(), point.chance, "focus")];
        let same = self.baseline.get(at).filter(|p| p.threshold == point.threshold);
        rows.extend(same.map(|p| row(words.baseline(), p.chance, "baseline")));
        Tip {
            head: format!("{} {}", words.target(), self.value.show(point.threshold)).into(),
            rows,
        }
    }

    fn draw(&self, placed: &PlacedCurve, cursor: Option<usize>) -> Html {
        let frame = &placed.frame;
        html! {
            <>
                { axes::draw(frame, &placed.x_ticks, &placed.y_ticks) }
                <text class="tick" x="2" y="13">{ Words(self.lang).chance() }</text>
                <path class="baseline" d={&placed.baseline} />
                <g class="focus"><path class="median" d={&placed.curve} /></g>
                { for placed.targets.iter().map(|target| target_mark(frame, target)) }
                { for placed.labels.iter().map(curve_label) }
                { for cursor.map(|at| {
                    column_cursor(frame, placed.size, placed.hits[at].x, self.tip(at))
                }) }
            </>
        }
    }
}

fn curve_label(label: &CurveLabel) -> Html {
    let (x, y) = label.at;
    html! {
        <g class={classes!("end-label", label.class)}>
            <text text-anchor={label.anchor} x={px(x)} y={px(y)}>{ &label.word }</text>
        </g>
    }
}

fn target_mark(frame: &Frame, target: &PlacedTarget) -> Html {
    let (x, y) = &target.at;
    let (text_x, text_y) = target.words_at;
    html! {
        <g class="target">
            <line x1={px(*x)} x2={px(*x)} y1={px(frame.top)} y2={px(frame.bottom)} />
            <line class="thin" x1={px(frame.left)} x2={px(*x)} y1={px(*y)} y2={px(*y)} />
            <path d={format!("M{0} {1}l7 7l-7 7l-7 -7Z", px(*x), px(y - 7.0))} />
            <text class="target-words" text-anchor={target.anchor} x={px(text_x)} y={px(text_y)}>
                { &target.words }
            </text>
        </g>
    }
}

impl Tabular for CurveSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        // Two units in one table: each heading says its own.
        let target = format!("{} ({})", words.target(), self.unit);
        let mut head = vec![AttrValue::from(target), format!("{} (%)", words.forecast()).into()];
        if !self.baseline.is_empty() {
            head.push(format!("{} (%)", words.baseline()).into());
        }
        let row = |(i, point): (usize, &Chance)| {
            let percent = |p: &Chance| Cell::number(Some(p.chance * 100.0), self.percent());
            let mut cells = vec![Cell::number(Some(point.threshold), self.value), percent(point)];
            if !self.baseline.is_empty() {
                cells.push(self.baseline.get(i).map_or(Cell::Nothing, percent));
            }
            cells
        };
        let rows = self.points.iter().enumerate().map(row).collect();
        Sheet { caption: self.title.clone(), head, rows }
    }
}
