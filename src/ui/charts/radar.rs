//! The radar: one area against the city and the best area, over a handful of aspects. It shows a
//! profile at a glance; what is large or small is read from the table behind it.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{self, LegendEntry, Mark, PlacedEntry};
use super::scale::{FONT_PX, px, text_width};
use super::sheet::{Cell, Sheet, Tabular};
use super::stage::Hit;
use super::tip::{self, Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;

/// Who is compared; drawn apart by width and dash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RadarRole {
    This,
    City,
    Best,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RadarShape {
    pub label: AttrValue,
    pub role: RadarRole,
    /// One per aspect, from 0 (worst) to 1 (best); NaN where there is none.
    pub shares: Vec<f64>,
    /// The values themselves, and as people write them.
    pub values: Vec<f64>,
    pub shown: Vec<AttrValue>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RadarSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub aspects: Vec<AttrValue>,
    /// What each is counted in.
    pub units: Vec<AttrValue>,
    pub shapes: Vec<RadarShape>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedAspect {
    /// End of the spoke.
    pub tip: (f64, f64),
    pub text: (f64, f64),
    pub anchor: &'static str,
    pub label: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedShape {
    pub class: &'static str,
    pub outline: AttrValue,
    pub corners: Vec<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRadar {
    pub size: (f64, f64),
    pub centre: (f64, f64),
    pub rings: Vec<AttrValue>,
    pub aspects: Vec<PlacedAspect>,
    pub shapes: Vec<PlacedShape>,
    pub legend: Vec<PlacedEntry>,
    pub legend_y: f64,
    pub hits: Rc<[Hit]>,
}

impl RadarRole {
    fn class(self) -> &'static str {
        match self {
            Self::This => "radar-this",
            Self::City => "radar-city",
            Self::Best => "radar-best",
        }
    }
}

/// A direction: the first aspect points up, the others follow clockwise.
fn direction(i: usize, n: usize) -> (f64, f64) {
    let turn = std::f64::consts::TAU * i as f64 / n.max(1) as f64;
    (libm::sin(turn), -libm::cos(turn))
}

pub fn place(series: &RadarSeries, width: f64, height: f64) -> PlacedRadar {
    let n = series.aspects.len();
    let entry = |shape: &RadarShape| LegendEntry {
        mark: Mark::Line,
        class: shape.role.class(),
        word: shape.label.clone(),
    };
    let (legend, legend_height) =
        axes::place_legend(series.shapes.iter().map(entry).collect(), width - 8.0);
    let widest = series.aspects.iter().map(|a| text_width(a, FONT_PX)).fold(0.0, f64::max);
    let room = height - legend_height - 8.0;
    let radius = ((width / 2.0 - widest - 14.0).min(room / 2.0 - 24.0)).max(40.0);
    let centre = (width / 2.0, room / 2.0);
    let point = |i: usize, share: f64| {
        let (dx, dy) = direction(i, n);
        (centre.0 + dx * radius * share, centre.1 + dy * radius * share)
    };
    let closed = |points: &[(f64, f64)]| {
        let corner = |(i, (x, y)): (usize, &(f64, f64))| {
            format!("{}{} {}", if i == 0 { 'M' } else { 'L' }, px(*x), px(*y))
        };
        AttrValue::from(points.iter().enumerate().map(corner).collect::<String>() + "Z")
    };
    let ring = |share: f64| closed(&(0..n).map(|i| point(i, share)).collect::<Vec<_>>());
    let aspect = |(i, label): (usize, &AttrValue)| {
        let (dx, dy) = direction(i, n);
        let anchor = match dx {
            dx if dx > 0.2 => "start",
            dx if dx < -0.2 => "end",
            _ => "middle",
        };
        let (x, y) = point(i, 1.0);
        PlacedAspect {
            tip: (x, y),
            text: (x + dx * 8.0, y + dy * 10.0 + 5.0),
            anchor,
            label: label.clone(),
        }
    };
    let shape = |shape: &RadarShape| {
        // A missing value stands at the centre: an outline with a hole could not be read.
        let share =
            |i: usize| shape.shares.get(i).copied().filter(|s| s.is_finite()).unwrap_or(0.0);
        let corners: Vec<_> = (0..n).map(|i| point(i, share(i).clamp(0.0, 1.0))).collect();
        PlacedShape { class: shape.role.class(), outline: closed(&corners), corners }
    };
    PlacedRadar {
        size: (width, height),
        centre,
        rings: [0.25, 0.5, 0.75, 1.0].into_iter().map(ring).collect(),
        aspects: series.aspects.iter().enumerate().map(aspect).collect(),
        shapes: series.shapes.iter().map(shape).collect(),
        legend,
        legend_y: height - legend_height,
        hits: (0..n).map(|i| point(i, 0.8)).map(|(x, y)| Hit { x, y }).collect(),
    }
}

pub type RadarChart = ChartView<RadarSeries>;
pub type RadarChartProps = ChartProps<RadarSeries>;

impl Chart for RadarSeries {
    type Placed = PlacedRadar;
    const KIND: &'static str = "radar";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.aspects.len() < 3 || self.shapes.is_empty()
    }

    fn place(&self, width: f64, height: f64) -> PlacedRadar {
        place(self, width, height)
    }

    fn hits(placed: &PlacedRadar) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let row = |shape: &RadarShape| TipRow {
            name: shape.label.clone(),
            value: shape.shown.get(at).cloned().unwrap_or_default(),
            class: shape.role.class(),
        };
        let head = self.aspects.get(at).cloned().unwrap_or_default();
        Tip { head, rows: self.shapes.iter().map(row).collect() }
    }

    fn draw(&self, placed: &PlacedRadar, cursor: Option<usize>) -> Html {
        let spoke = |aspect: &PlacedAspect| {
            let (from, to) = (placed.centre, aspect.tip);
            html! {
                <>
                    <line class="grid" x1={px(from.0)} y1={px(from.1)} x2={px(to.0)}
                        y2={px(to.1)} />
                    <text text-anchor={aspect.anchor} x={px(aspect.text.0)} y={px(aspect.text.1)}>
                        { &aspect.label }
                    </text>
                </>
            }
        };
        let dot = |&(x, y): &(f64, f64)| html! { <circle cx={px(x)} cy={px(y)} r="3.5" /> };
        let shape = |shape: &PlacedShape| {
            let PlacedShape { class, outline, corners } = shape;
            html! { <g class={*class}><path d={outline} />{ for corners.iter().map(dot) }</g> }
        };
        html! {
            <>
                { for placed.rings.iter().map(|path| html! { <path class="grid" d={path} /> }) }
                { for placed.aspects.iter().map(spoke) }
                { for placed.shapes.iter().rev().map(shape) }
                { axes::draw_legend(&placed.legend, 4.0, placed.legend_y) }
                { for cursor.map(|at| {
                    let hit = placed.hits[at];
                    tip::draw(&tip::place(self.tip(at), (hit.x, hit.y), placed.size))
                }) }
            </>
        }
    }
}

impl Tabular for RadarSeries {
    fn sheet(&self) -> Sheet {
        let mut head = vec![AttrValue::from(Words(self.lang).aspect())];
        head.extend(self.shapes.iter().map(|shape| shape.label.clone()));
        head.push(Words(self.lang).unit().into());
        let row = |(i, aspect): (usize, &AttrValue)| {
            let value = |shape: &RadarShape| match (shape.values.get(i), shape.shown.get(i)) {
                (Some(value), Some(shown)) if value.is_finite() => {
                    Cell::Number(*value, shown.clone())
                }
                _ => Cell::Nothing,
            };
            let unit = Cell::Word(self.units.get(i).cloned().unwrap_or_default());
            std::iter::once(Cell::Word(aspect.clone()))
                .chain(self.shapes.iter().map(value))
                .chain([unit])
                .collect()
        };
        Sheet {
            caption: self.title.clone(),
            head,
            rows: self.aspects.iter().enumerate().map(row).collect(),
        }
    }
}
