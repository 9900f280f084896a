//! The frame of a chart: its inner rectangle, ticks and grid lines, and the legend below.

use yew::prelude::*;

use super::format::Format;
use super::scale::{FONT_PX, Linear, Period, ROW_PX, nice_ticks, px, shift, text_width};

/// The rectangle in which values are drawn, in pixels of the whole picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Frame {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub label: AttrValue,
}

/// Upright axis: about one tick per 40 pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    pub values: Vec<f64>,
    pub labels: Vec<AttrValue>,
    low: f64,
    high: f64,
}

impl ValueAxis {
    /// Starts at zero unless that would squeeze everything into the upper third. It ends a fifth of
    /// a step above the highest value: ending at a tick would waste room, ending at the value would
    /// make the axis tremble while a slider is dragged.
    pub fn covering(low: f64, high: f64, height: f64, format: Format) -> Self {
        let low = if 0.0 <= low && low < high * 0.67 { 0.0 } else { low };
        let few = (height / 40.0).max(2.0) as usize;
        // One number alone is no scale: then steps are finer.
        let stepped = |n_wanted| Self::stepped(low, high, n_wanted, format);
        let is_scale = |axis: &Self| 1 < axis.values.len();
        (few..=2 * few).map(stepped).find(is_scale).unwrap_or_else(|| stepped(few))
    }

    fn stepped(low: f64, high: f64, n_wanted: usize, format: Format) -> Self {
        let ticks = nice_ticks(low, high, n_wanted);
        let fifth = if let [a, b, ..] = ticks[..] { (b - a) / 5.0 } else { 1.0 };
        let low = libm::floor(low / fifth + 1e-9) * fifth;
        let high = libm::ceil(high / fifth - 1e-9) * fifth;
        let is_inside = |v: &f64| low - fifth * 0.01 <= *v && *v <= high + fifth * 0.01;
        let values: Vec<f64> = ticks.into_iter().filter(is_inside).collect();
        let labels = values.iter().map(|&v| format.show(v)).collect();
        Self { values, labels, low, high: if high > low { high } else { low + fifth } }
    }

    pub fn span(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    pub fn label_width(&self) -> f64 {
        self.labels.iter().map(|label| text_width(label, FONT_PX)).fold(0.0, f64::max)
    }

    pub fn ticks(&self, scale: &Linear) -> Vec<Tick> {
        let tick = |(&v, label): (&f64, &AttrValue)| Tick { at: scale.at(v), label: label.clone() };
        self.values.iter().zip(&self.labels).map(tick).collect()
    }
}

/// Ticks of a time axis; where all would not fit every second, third … is kept, the last always.
pub fn period_ticks(periods: &[Period], scale: &Linear, width: f64) -> Vec<Tick> {
    let named: Vec<&Period> = periods.iter().filter(|p| !p.short.is_empty()).collect();
    let widest = named.iter().map(|p| text_width(&p.short, FONT_PX)).fold(1.0, f64::max) + 10.0;
    let n_room = (width / widest).max(1.0) as usize;
    let every = named.len().div_ceil(n_room).max(1);
    let is_kept = |i: &usize| (named.len() - 1 - i).is_multiple_of(every);
    let tick = |i: usize| Tick { at: scale.at(named[i].at), label: named[i].short.clone() };
    (0..named.len()).filter(is_kept).map(tick).collect()
}

pub fn draw(frame: &Frame, x_ticks: &[Tick], y_ticks: &[Tick]) -> Html {
    let Frame { left, right, bottom, .. } = *frame;
    let across = y_ticks.iter().map(|tick| {
        html! {
            <>
                <line class="grid" x1={px(left)} x2={px(right)} y1={px(tick.at)} y2={px(tick.at)} />
                <text class="tick" text-anchor="end" x={px(left - 8.0)} y={px(tick.at + 5.0)}>
                    { &tick.label }
                </text>
            </>
        }
    });
    let below = x_ticks.iter().map(|tick| {
        html! {
            <>
                <line class="axis" x1={px(tick.at)} x2={px(tick.at)} y1={px(bottom)}
                    y2={px(bottom + 5.0)} />
                <text class="tick" text-anchor="middle" x={px(tick.at)} y={px(bottom + 20.0)}>
                    { &tick.label }
                </text>
            </>
        }
    });
    html! {
        <g class="axes">
            { for across }
            <line class="axis" x1={px(left)} x2={px(right)} y1={px(bottom)} y2={px(bottom)} />
            { for below }
        </g>
    }
}

/// How a legend entry is drawn before its word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    Area,
    Line,
    Dot,
    Triangle,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    pub mark: Mark,
    pub class: &'static str,
    pub word: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEntry {
    pub entry: LegendEntry,
    pub x: f64,
    pub y: f64,
}

/// Entries side by side, in as many rows as the width asks for; also the height they take.
pub fn place_legend(entries: Vec<LegendEntry>, width: f64) -> (Vec<PlacedEntry>, f64) {
    let (mut x, mut y) = (0.0, 0.0);
    let mut placed = Vec::new();
    for entry in entries {
        let advance = text_width(&entry.word, FONT_PX) + 44.0;
        if x > 0.0 && x + advance - 14.0 > width {
            (x, y) = (0.0, y + ROW_PX);
        }
        placed.push(PlacedEntry { entry, x, y });
        x += advance;
    }
    let height = if placed.is_empty() { 0.0 } else { y + ROW_PX };
    (placed, height)
}

pub fn draw_legend(entries: &[PlacedEntry], x: f64, y: f64) -> Html {
    let one = |placed: &PlacedEntry| {
        let class = placed.entry.class;
        let mark = match placed.entry.mark {
            Mark::Area => html! { <rect {class} x="0" y="2" width="22" height="12" /> },
            Mark::Line => html! { <line {class} x1="0" x2="22" y1="8" y2="8" /> },
            Mark::Triangle => html! { <path {class} d="M11 2l6 11h-12Z" /> },
            Mark::Dot => html! { <circle {class} cx="11" cy="8" r="4.5" /> },
        };
        html! {
            <g transform={shift(placed.x, placed.y)}>
                { mark }
                <text x="28" y="13">{ &placed.entry.word }</text>
            </g>
        }
    };
    html! { <g class="legend" transform={shift(x, y)}>{ for entries.iter().map(one) }</g> }
}
