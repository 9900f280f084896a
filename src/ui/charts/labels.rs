//! Labels beside line ends, moved apart so that none covers another.

use yew::prelude::*;

use super::axes::{LegendEntry, Mark};
use super::scale::{FONT_PX, ROW_PX, fitted, px, text_width};

use crate::units::sort_few;

/// What stands beside a line's end.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    pub name: AttrValue,
    pub value: AttrValue,
    /// Where the line ends.
    pub y: f64,
    pub class: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    pub label: EndLabel,
    pub x: f64,
    /// Middle of the label, after moving.
    pub y: f64,
    pub is_moved: bool,
}

/// Name and value in one row, or in two where there is no room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LabelRows {
    One,
    Two,
}

/// From the line's end to its label: leader, and swatch where there is one.
const LEADER_PX: f64 = 22.0;

/// On a phone, where a name would be cut off, all of them stand in the legend instead, whole. A wide
/// graph is low: a legend of many rows would leave nothing of it.
pub fn legend(labels: Vec<EndLabel>, rows: LabelRows, width: f64) -> Vec<LegendEntry> {
    let mut short = labels.clone();
    shorten(&mut short, rows, width);
    if short == labels || rows == LabelRows::One {
        return Vec::new();
    }
    let entry = |EndLabel { name, class, .. }: EndLabel| {
        let (mark, class) = match class {
            "focus" => (Mark::Line, "tip-mark focus"),
            "side-1" => (Mark::Line, "tip-mark side-1"),
            "side-2" => (Mark::Line, "tip-mark side-2"),
            "side-3" => (Mark::Line, "tip-mark side-3"),
            "side-4" => (Mark::Line, "tip-mark side-4"),
            "baseline" => (Mark::Line, "tip-mark baseline"),
            "target" => (Mark::Line, "tip-mark target"),
            kind => (Mark::Area, kind),
        };
        LegendEntry { mark, class, word: name }
    };
    labels.into_iter().filter(|label| !is_total(label)).map(entry).collect()
}

/// Names as far as there is room for them; only the values, when the names stand in the legend.
pub fn fit(labels: &mut [EndLabel], has_names: bool, rows: LabelRows, width: f64) {
    if has_names {
        shorten(labels, rows, width);
        return;
    }
    for label in labels.iter_mut().filter(|label| !is_total(label)) {
        label.name = AttrValue::default();
    }
}

/// The total has no colour that a legend could show, and a short name.
fn is_total(label: &EndLabel) -> bool {
    label.class == "total"
}

/// Leaves out labels that have no room above each other, those of the thinnest layers first. Their
/// values stand in the box at the cursor and in the table.
pub fn thin_out(labels: &mut Vec<EndLabel>, room: f64, rows: LabelRows) {
    let height = if rows == LabelRows::One { ROW_PX } else { 2.0 * ROW_PX };
    while 2 < labels.len() && room < height * labels.len() as f64 {
        sort_few(labels, |a, b| a.y.total_cmp(&b.y));
        let gap = |at: &usize| labels[at + 1].y - labels[*at].y;
        let closest = (0..labels.len() - 1).min_by(|a, b| gap(a).total_cmp(&gap(b))).unwrap_or(0);
        // The limit is what the bars are read against.
        let is_limit = labels[closest].class == "target";
        labels.remove(closest + usize::from(is_limit));
    }
}

/// Shortens names where labels would take more than a third of the picture, on a tablet less than
/// half of it. The whole name stands in the box at the cursor and in the table.
fn shorten(labels: &mut [EndLabel], rows: LabelRows, width: f64) {
    let share = if rows == LabelRows::One && width < 800.0 { 0.44 } else { 0.34 };
    let room = width * share - LEADER_PX;
    for label in labels {
        let beside =
            if rows == LabelRows::One { text_width(&label.value, FONT_PX) + 6.0 } else { 0.0 };
        let short = fitted(&label.name, (room - beside).max(4.0 * FONT_PX), FONT_PX);
        label.name = if short.is_empty() { label.name.clone() } else { short };
    }
}

/// Room the labels need to the right of the plot.
pub fn width_needed(labels: &[EndLabel], rows: LabelRows) -> f64 {
    let width = |label: &EndLabel| {
        let name = text_width(&label.name, FONT_PX);
        let value = text_width(&label.value, FONT_PX);
        match rows {
            LabelRows::One => name + value + 6.0,
            LabelRows::Two => name.max(value),
        }
    };
    labels.iter().map(width).fold(0.0, f64::max) + LEADER_PX + 4.0
}

/// Keeps the order of the line ends, and moves labels as little as a single pass each way can.
pub fn place(
    mut labels: Vec<EndLabel>,
    x: f64,
    span: (f64, f64),
    rows: LabelRows,
) -> Vec<PlacedLabel> {
    let height = if rows == LabelRows::One { ROW_PX } else { 2.0 * ROW_PX };
    let (top, bottom) = (span.0 + height / 2.0, span.1 - height / 2.0);
    sort_few(&mut labels, |a, b| a.y.total_cmp(&b.y));
    let mut middles: Vec<f64> =
        labels.iter().map(|label| label.y.clamp(top, bottom.max(top))).collect();
    for i in 1..middles.len() {
        middles[i] = middles[i].max(middles[i - 1] + height);
    }
    let mut limit = bottom;
    for middle in middles.iter_mut().rev() {
        *middle = middle.min(limit);
        limit = *middle - height;
    }
    let placed = |(label, y): (EndLabel, f64)| PlacedLabel {
        is_moved: (label.y - y).abs() > 2.0,
        label,
        x: x + LEADER_PX,
        y,
    };
    labels.into_iter().zip(middles).map(placed).collect()
}

pub fn draw(labels: &[PlacedLabel], rows: LabelRows) -> Html {
    labels.iter().map(|placed| one(placed, rows)).collect()
}

fn has_swatch(label: &EndLabel) -> bool {
    label.class.starts_with("kind-")
}

fn one(placed: &PlacedLabel, rows: LabelRows) -> Html {
    let PlacedLabel { label, x, y, is_moved } = placed;
    let leader = is_moved.then(|| {
        let (from, to) = (x - LEADER_PX + 2.0, x - if has_swatch(label) { 12.0 } else { 2.0 });
        html! { <line class="leader" x1={px(from)} y1={px(label.y)} x2={px(to)} y2={px(*y)} /> }
    });
    // A thin layer's label may stand beside its neighbour: the swatch says which it belongs to.
    let swatch = has_swatch(label).then(|| {
        html! {
            <rect class={label.class} x={px(x - 11.0)} y={px(y - 6.0)} width="8" height="12" />
        }
    });
    // Each at its own place and not moved there by a transform: a browser keeps what is moved apart
    // from the rest, and puts all layers of the page together anew when that changes.
    let words = match rows {
        LabelRows::One => html! {
            <text x={px(*x)} y={px(y + 5.0)}>
                { &label.name }<tspan class="end-value" dx="6">{ &label.value }</tspan>
            </text>
        },
        LabelRows::Two => html! {
            <text x={px(*x)} y={px(y - 4.0)}>
                { &label.name }
                <tspan class="end-value" x={px(*x)} dy={px(ROW_PX)}>{ &label.value }</tspan>
            </text>
        },
    };
    html! {
        <g class={classes!("end-label", label.class)}>{ leader }{ swatch }{ words }</g>
    }
}
