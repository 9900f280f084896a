//! The box beside the cursor. It is drawn inside the picture, because the page's policy forbids
//! placing an element by a style attribute.

use yew::prelude::*;

use super::scale::{FONT_PX, ROW_PX, fitted, px, shift, text_width};

#[derive(Clone, Debug, PartialEq)]
pub struct TipRow {
    pub name: AttrValue,
    pub value: AttrValue,
    pub class: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Tip {
    pub head: AttrValue,
    pub rows: Vec<TipRow>,
}

impl Tip {
    /// The same as one sentence, for the line that is read out.
    pub fn spoken(&self, colon: &str) -> String {
        let rows = self.rows.iter().map(|row| format!("{}{colon}{}", row.name, row.value));
        std::iter::once(self.head.to_string()).chain(rows).collect::<Vec<_>>().join(" / ")
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTip {
    pub tip: Tip,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

const PAD_PX: f64 = 10.0;
/// A row's mark, and the room between its name and its value.
const MARK_PX: f64 = 40.0;

/// Beside the cursor on the side with more room, so that neither finger nor box hides the values.
pub fn place(tip: Tip, at: (f64, f64), size: (f64, f64)) -> PlacedTip {
    let (width, _) = measure(&tip);
    let is_left = at.0 > size.0 / 2.0;
    within(tip, if is_left { at.0 - width - 12.0 } else { at.0 + 12.0 }, at.1, size)
}

/// At the right edge, for rows that are read from the left.
pub fn at_right(tip: Tip, y: f64, size: (f64, f64)) -> PlacedTip {
    within(tip, size.0, y, size)
}

fn within(tip: Tip, x: f64, y: f64, size: (f64, f64)) -> PlacedTip {
    let tip = narrowed(tip, size.0);
    let (width, height) = measure(&tip);
    let inside = |wanted: f64, room: f64| wanted.min(room).max(0.0);
    PlacedTip { x: inside(x, size.0 - width), y: inside(y, size.1 - height), width, height, tip }
}

/// Names that are wider than the picture lose their end: the value beside them is what was asked for.
fn narrowed(tip: Tip, picture_px: f64) -> Tip {
    let room = picture_px - 2.0 * PAD_PX;
    let row = |row: TipRow| {
        let beside = text_width(&row.value, FONT_PX) + MARK_PX;
        TipRow { name: fitted(&row.name, room - beside, FONT_PX), ..row }
    };
    let rows = tip.rows.into_iter().map(row).collect();
    Tip { head: fitted(&tip.head, room, FONT_PX), rows }
}

fn measure(tip: &Tip) -> (f64, f64) {
    let row_width =
        |row: &TipRow| text_width(&row.name, FONT_PX) + text_width(&row.value, FONT_PX) + MARK_PX;
    let head = text_width(&tip.head, FONT_PX);
    let widest = tip.rows.iter().map(row_width).fold(head, f64::max);
    let height = ROW_PX * (tip.rows.len() + 1) as f64 + 2.0 * PAD_PX - 4.0;
    (widest + 2.0 * PAD_PX, height)
}

pub fn draw(placed: &PlacedTip) -> Html {
    let row = |(i, row): (usize, &TipRow)| {
        let y = PAD_PX + ROW_PX * (i + 1) as f64;
        html! {
            <g transform={shift(0.0, y)}>
                <line class={classes!("tip-mark", row.class)} x1={px(PAD_PX)}
                    x2={px(PAD_PX + 18.0)} y1="8" y2="8" />
                <text x={px(PAD_PX + 24.0)} y="13">{ &row.name }</text>
                <text class="tip-value" text-anchor="end" x={px(placed.width - PAD_PX)} y="13">
                    { &row.value }
                </text>
            </g>
        }
    };
    html! {
        <g class="tip" transform={shift(placed.x, placed.y)} aria-hidden="true">
            <rect class="tip-box" width={px(placed.width)} height={px(placed.height)} rx="6" />
            <text class="tip-head" x={px(PAD_PX)} y={px(PAD_PX + 12.0)}>{ &placed.tip.head }</text>
            { for placed.tip.rows.iter().enumerate().map(row) }
        </g>
    }
}
