//! The fan written down as SVG. No thinking here.

use std::rc::Rc;

use yew::prelude::*;

use super::{DotKind, FanSeries, PlacedFan, PlacedLine, place};
use crate::ui::charts::axes::{self, Frame};
use crate::ui::charts::scale::px;
use crate::ui::charts::stage::Hit;
use crate::ui::charts::tip::{self, Tip};
use crate::ui::charts::view::{About, Chart, ChartProps, ChartView, about};
use crate::ui::charts::{labels, marks};

pub type FanChart = ChartView<FanSeries>;
pub type FanChartProps = ChartProps<FanSeries>;

impl Chart for FanSeries {
    type Placed = PlacedFan;
    const KIND: &'static str = "fan";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.extent().is_none()
    }

    fn place(&self, width: f64, height: f64) -> PlacedFan {
        place(self, width, height)
    }

    fn hits(placed: &PlacedFan) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        self.tip_at(at)
    }

    fn draw(&self, placed: &PlacedFan, cursor: Option<usize>) -> Html {
        html! {
            <>
                { marks::draw_shade(&placed.marks, &placed.frame) }
                <path class="band-outer" d={&placed.band_outer} />
                <path class="band-inner" d={&placed.band_inner} />
                { axes::draw(&placed.frame, &placed.x_ticks, &placed.y_ticks) }
                { marks::draw_forecast(&placed.marks, &placed.frame, self.lang) }
                <path class="baseline" d={&placed.baseline} />
                { target(placed) }
                { for placed.lines.iter().map(line) }
                { labels::draw(&placed.labels, placed.rows) }
                { axes::draw_legend(&placed.legend, 4.0, placed.legend_y) }
                { for cursor.map(|period| cursor_mark(placed, period, self.tip_at(period))) }
            </>
        }
    }
}

fn target(placed: &PlacedFan) -> Html {
    let Some((y, due)) = placed.target else { return html! {} };
    let Frame { left, right, .. } = placed.frame;
    html! {
        <g class="target">
            <line x1={px(left)} x2={px(right)} y1={px(y)} y2={px(y)} />
            if let Some(x) = due {
                <path d={format!("M{0} {1}l7 7l-7 7l-7 -7Z", px(x), px(y - 7.0))} />
            }
        </g>
    }
}

fn line(line: &PlacedLine) -> Html {
    let dot = |&(x, y, kind): &(f64, f64, DotKind)| {
        let class = if kind == DotKind::Actual { "dot-actual" } else { "dot-estimate" };
        html! { <circle {class} cx={px(x)} cy={px(y)} r="4" /> }
    };
    html! {
        <g class={line.class}>
            <path class="history" d={&line.history} />
            <path class="median" d={&line.median} />
            { for line.dots.iter().map(dot) }
        </g>
    }
}

fn cursor_mark(placed: &PlacedFan, period: usize, tip: Tip) -> Html {
    let Some(hit) = placed.hits.get(period) else { return html! {} };
    let y = placed.ring.get(period).copied().filter(|y| y.is_finite());
    let tip = tip::place(tip, (hit.x, placed.frame.top), placed.size);
    html! {
        <g class="cursor">
            <line x1={px(hit.x)} x2={px(hit.x)} y1={px(placed.frame.top)}
                y2={px(placed.frame.bottom)} />
            if let Some(y) = y {
                <circle cx={px(hit.x)} cy={px(y)} r="7" />
            }
            { tip::draw(&tip) }
        </g>
    }
}
