//! The fan written down as SVG. No thinking here.

use std::rc::Rc;

use yew::prelude::*;

use super::{DotKind, FanSeries, PlacedFan, PlacedLine, place};
use crate::ui::charts::axes::{self, Frame};
use crate::ui::charts::figure::ChartFigure;
use crate::ui::charts::labels;
use crate::ui::charts::scale::px;
use crate::ui::charts::sheet::SheetSource;
use crate::ui::charts::stage::{picture, use_stage};
use crate::ui::charts::tip::{self, Tip};
use crate::ui::charts::words::Words;

#[derive(Properties, PartialEq)]
pub struct FanChartProps {
    pub series: Rc<FanSeries>,
    #[prop_or(true)]
    pub fresh: bool,
    /// Size before the page has told its own.
    #[prop_or(720.0)]
    pub width: f64,
    #[prop_or(360.0)]
    pub height: f64,
    /// Where the cursor starts; normally nowhere.
    #[prop_or_default]
    pub cursor: Option<usize>,
}

#[component]
pub fn FanChart(props: &FanChartProps) -> Html {
    let stage = use_stage((props.width, props.height), props.cursor);
    let series = &props.series;
    let placed =
        use_memo((series.clone(), stage.size), |(series, size)| place(series, size.0, size.1));
    let tip = stage.cursor.map(|period| series.tip(period));
    let readout =
        tip.as_ref().map(|tip| tip.spoken(Words(series.lang).colon())).unwrap_or_default();
    let at_cursor = stage.cursor.zip(tip);
    html! {
        <ChartFigure name={&series.name} title={&series.title} unit={&series.unit}
            fresh={props.fresh} lang={series.lang} sheet={SheetSource(series.clone())} {stage}
            hits={placed.hits.clone()} {readout} is_empty={series.is_empty()}>
            { draw(series, &placed, at_cursor) }
        </ChartFigure>
    }
}

fn draw(series: &FanSeries, placed: &PlacedFan, at_cursor: Option<(usize, Tip)>) -> Html {
    let body = html! {
        <>
            { shade(placed) }
            <path class="band-outer" d={&placed.band_outer} />
            <path class="band-inner" d={&placed.band_inner} />
            { axes::draw(&placed.frame, &placed.x_ticks, &placed.y_ticks) }
            { forecast_mark(Words(series.lang), placed) }
            <path class="baseline" d={&placed.baseline} />
            { target(placed) }
            { for placed.lines.iter().map(line) }
            { labels::draw(&placed.labels, placed.rows) }
            { axes::draw_legend(&placed.legend, 4.0, placed.legend_y) }
            { for at_cursor.into_iter().map(|(period, tip)| cursor_mark(placed, period, tip)) }
        </>
    };
    picture("fan", &series.name, &series.summary, placed.size, body)
}

fn shade(placed: &PlacedFan) -> Html {
    let Some((x, width, label)) = &placed.shade else { return html! {} };
    let frame = &placed.frame;
    html! {
        <>
            <rect class="plan-shade" x={px(*x)} y="0" width={px(*width)} height={px(frame.bottom)} />
            <text class="plan-label" text-anchor="middle" x={px(x + width / 2.0)} y="15">{ label }</text>
        </>
    }
}

fn forecast_mark(words: Words, placed: &PlacedFan) -> Html {
    let Some(x) = placed.forecast_x else { return html! {} };
    let frame = &placed.frame;
    html! {
        <g class="forecast-mark">
            <line x1={px(x)} x2={px(x)} y1="22" y2={px(frame.bottom)} />
            <text text-anchor="end" x={px(x - 6.0)} y="34">{ words.actual() }</text>
            <text x={px(x + 6.0)} y="34">{ words.forecast() }</text>
        </g>
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
            <line x1={px(hit.x)} x2={px(hit.x)} y1={px(placed.frame.top)} y2={px(placed.frame.bottom)} />
            if let Some(y) = y {
                <circle cx={px(hit.x)} cy={px(y)} r="7" />
            }
            { tip::draw(&tip) }
        </g>
    }
}
