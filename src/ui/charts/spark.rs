//! A sparkline: a line as high as a word, for table rows.

use std::rc::Rc;

use yew::prelude::*;

use super::scale::{Linear, extent, line_path, px};

#[derive(Clone, Debug, PartialEq)]
pub struct SparkSeries {
    /// Said instead of shown: «2,402台から2,880台へ».
    pub summary: AttrValue,
    /// NaN where there is none.
    pub values: Vec<f64>,
    /// From here on the line is a forecast.
    pub forecast_from: Option<usize>,
    /// A common scale for a whole table; its own if missing.
    pub span: Option<(f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedSpark {
    pub history: AttrValue,
    pub forecast: AttrValue,
    pub end: Option<(f64, f64)>,
}

pub fn place(series: &SparkSeries, width: f64, height: f64) -> PlacedSpark {
    let span = series.span.or_else(|| extent(series.values.iter().copied())).unwrap_or((0.0, 1.0));
    let x = Linear::new((0.0, series.values.len().saturating_sub(1) as f64), (3.0, width - 4.0));
    let y = Linear::new(span, (height - 4.0, 4.0));
    let points: Vec<_> =
        series.values.iter().enumerate().map(|(i, &v)| (x.at(i as f64), y.at(v))).collect();
    let first = series.forecast_from.unwrap_or(points.len()).min(points.len());
    // The forecast begins at the last record, so that the line has no gap.
    let joint = first.saturating_sub(1);
    PlacedSpark {
        history: line_path(points[..first].iter().copied()),
        forecast: line_path(
            points[joint.min(points.len())..].iter().copied().filter(|_| first < points.len()),
        ),
        end: points.iter().rev().copied().find(|(_, y)| y.is_finite()),
    }
}

#[derive(Properties, PartialEq)]
pub struct SparklineProps {
    pub series: Rc<SparkSeries>,
    #[prop_or(96.0)]
    pub width: f64,
    #[prop_or(24.0)]
    pub height: f64,
}

#[component]
pub fn Sparkline(props: &SparklineProps) -> Html {
    let placed = use_memo((props.series.clone(), props.width, props.height), |(series, w, h)| {
        place(series, *w, *h)
    });
    let (width, height) = (px(props.width), px(props.height));
    // Without a value there is nothing to say: a picture without a name would be read as one.
    let said = Some(props.series.summary.clone()).filter(|said| !said.is_empty());
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" class="chart-svg spark"
            role={said.is_some().then_some("img")}
            aria-hidden={said.is_none().then_some("true")} aria-label={said}
            viewBox={format!("0 0 {width} {height}")} {width} {height}>
            <path class="history" d={&placed.history} />
            <g class="focus"><path class="median" d={&placed.forecast} /></g>
            if let Some((x, y)) = placed.end {
                <circle class="dot-actual" cx={px(x)} cy={px(y)} r="3" />
            }
        </svg>
    }
}
