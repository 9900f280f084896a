//! What time charts share: the years of the plan as a shade, and where the forecast begins.

use yew::prelude::*;

use super::axes::Frame;
use super::scale::px;
use super::words::Words;
use crate::i18n::Lang;

/// Room above the plot for «第8期計画» and «実績 | 見通し».
pub const MARKS_PX: f64 = 42.0;

/// The years of the plan: first and last period.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanShade {
    pub from: usize,
    pub to: usize,
    pub label: AttrValue,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedMarks {
    /// Left edge, width, label.
    pub shade: Option<(f64, f64, AttrValue)>,
    pub forecast_x: Option<f64>,
}

/// `at` gives the middle of a period. Both marks lie on the border between two periods.
pub fn place(
    plan: Option<&PlanShade>,
    forecast_from: Option<usize>,
    frame: &Frame,
    at: impl Fn(usize) -> f64,
) -> PlacedMarks {
    let half = (at(1) - at(0)).abs() / 2.0;
    let half = if half.is_finite() { half } else { 0.0 };
    let shade = plan.map(|plan| {
        let from = (at(plan.from) - half).max(frame.left);
        let to = (at(plan.to) + half).min(frame.right);
        (from, (to - from).max(0.0), plan.label.clone())
    });
    let forecast_x = forecast_from.map(|first| (at(first) - half).max(frame.left));
    PlacedMarks { shade, forecast_x }
}

pub fn draw_shade(marks: &PlacedMarks, frame: &Frame) -> Html {
    let Some((x, width, label)) = &marks.shade else { return html! {} };
    html! {
        <>
            <rect class="plan-shade" x={px(*x)} y="0" width={px(*width)}
                height={px(frame.bottom)} />
            <text class="plan-label" text-anchor="middle" x={px(x + width / 2.0)}
                y="15">{ label }</text>
        </>
    }
}

pub fn draw_forecast(marks: &PlacedMarks, frame: &Frame, lang: Lang) -> Html {
    let Some(x) = marks.forecast_x else { return html! {} };
    let words = Words(lang);
    html! {
        <g class="forecast-mark">
            <line class="under" x1={px(x)} x2={px(x)} y1={px(frame.top)} y2={px(frame.bottom)} />
            <line x1={px(x)} x2={px(x)} y1="22" y2={px(frame.bottom)} />
            <text text-anchor="end" x={px(x - 6.0)} y="34">{ words.actual() }</text>
            <text x={px(x + 6.0)} y="34">{ words.forecast() }</text>
        </g>
    }
}
