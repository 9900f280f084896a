//! Small multiples: the same line for every ward, on one scale, so that they can be compared.

use std::rc::Rc;

use yew::prelude::*;

use super::format::Format;
use super::scale::{
    FONT_PX, Linear, Period, band_path, extent, fitted, line_path, nice_ticks, px, shift,
    text_width,
};
use super::sheet::{Cell, Sheet, Tabular};
use super::stage::Hit;
use super::tip::{self, Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;

/// One ward. Lists have one value per period; NaN where there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    pub key: AttrValue,
    pub label: AttrValue,
    pub history: Vec<f64>,
    pub p10: Vec<f64>,
    pub p50: Vec<f64>,
    pub p90: Vec<f64>,
    pub baseline: Vec<f64>,
    pub target: Option<f64>,
    pub is_at_risk: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MultiSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub periods: Vec<Period>,
    pub panels: Vec<Panel>,
    /// Key of the panel everything else is about.
    pub chosen: AttrValue,
    pub value: Format,
    pub recorded: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPanel {
    pub x: f64,
    pub y: f64,
    pub is_chosen: bool,
    pub is_at_risk: bool,
    pub label: AttrValue,
    pub value: AttrValue,
    pub band: AttrValue,
    pub baseline: AttrValue,
    pub history: AttrValue,
    pub median: AttrValue,
    pub target_y: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMulti {
    pub size: (f64, f64),
    /// Size of one panel, its frame included.
    pub cell: (f64, f64),
    /// The one grid line: its height in a panel, and what it says.
    pub grid: Option<(f64, AttrValue)>,
    pub first: AttrValue,
    pub last: AttrValue,
    pub panels: Vec<PlacedPanel>,
    pub hits: Rc<[Hit]>,
}

const HEAD_PX: f64 = 24.0;
const FOOT_PX: f64 = 20.0;
const GAP_PX: f64 = 12.0;
const PAD_PX: f64 = 6.0;
/// Name, years, and a line between them that can be told from a straight one.
const LEAST_PX: f64 = HEAD_PX + FOOT_PX + 20.0;

impl MultiSeries {
    fn extent(&self) -> Option<(f64, f64)> {
        let of_panel = |panel: &Panel| {
            let lists = [&panel.history, &panel.p10, &panel.p50, &panel.p90, &panel.baseline];
            let values: Vec<f64> =
                lists.into_iter().flatten().copied().chain(panel.target).collect();
            values
        };
        extent(self.panels.iter().flat_map(of_panel))
    }

    /// The newest value as it is written beside the name: without its unit, which the title says,
    /// where both do not fit.
    fn newest(&self, panel: &Panel, room: f64) -> AttrValue {
        let last = |values: &[f64]| values.iter().rev().copied().find(|v| v.is_finite());
        let forecast = last(&panel.p50).map(|v| (self.value, v));
        let newest = forecast.or_else(|| Some((self.recorded, last(&panel.history)?)));
        let Some((format, value)) = newest else { return AttrValue::default() };
        let shown = format.show(value);
        let is_wide = room < text_width(&format!("{} {shown}", panel.label), FONT_PX);
        if is_wide { format.bare().show(value) } else { shown }
    }
}

/// As many columns as make the panels the best shape, about three wide to two high.
fn n_columns(n_panels: usize, width: f64, height: f64) -> usize {
    let badness = |n: usize| {
        let (w, h) = (width / n as f64, height / n_panels.div_ceil(n) as f64);
        let shape = w / h.max(1.0);
        let narrow = if w < 120.0 && n > 1 { 100.0 } else { 0.0 };
        narrow + if shape > 1.5 { shape / 1.5 } else { 1.5 / shape }
    };
    (1..=n_panels.max(1)).min_by(|&a, &b| badness(a).total_cmp(&badness(b))).unwrap_or(1)
}

pub fn place(series: &MultiSeries, width: f64, height: f64) -> PlacedMulti {
    let n = series.panels.len();
    let columns = n_columns(n, width, height);
    let n_rows = n.div_ceil(columns).max(1);
    let cell_w = (width - GAP_PX * (columns as f64 - 1.0)) / columns as f64;
    let gaps = GAP_PX * (n_rows as f64 - 1.0);
    // More panels than the box has room for: the picture is higher than it, and scrolls.
    let cell_h = ((height - gaps) / n_rows as f64).max(LEAST_PX);
    let height = cell_h * n_rows as f64 + gaps;
    let (low, high) = series.extent().unwrap_or((0.0, 1.0));
    let low = if low > 0.0 { 0.0 } else { low };
    let bottom = (cell_h - FOOT_PX).max(HEAD_PX + 10.0);
    let y = Linear::new((low, high), (bottom, HEAD_PX + 4.0));
    let span = extent(series.periods.iter().map(|p| p.at)).unwrap_or((0.0, 1.0));
    let x = Linear::new(span, (PAD_PX, cell_w - PAD_PX));
    let at = |i: usize| x.at(series.periods.get(i).map_or(f64::NAN, |p| p.at));
    let path =
        |values: &[f64]| line_path(values.iter().enumerate().map(|(i, &v)| (at(i), y.at(v))));
    let corner = |i: usize| {
        let (column, row) = ((i % columns) as f64, (i / columns) as f64);
        (column * (cell_w + GAP_PX), row * (cell_h + GAP_PX))
    };
    let panel = |(i, panel): (usize, &Panel)| {
        let pairs = panel.p10.iter().zip(&panel.p90).enumerate();
        let band: Vec<_> = pairs.map(|(i, (&l, &h))| (at(i), y.at(l), y.at(h))).collect();
        let (left, top) = corner(i);
        let room = cell_w - 2.0 * PAD_PX;
        let value = series.newest(panel, room);
        let beside = room - text_width(&value, FONT_PX) - PAD_PX;
        PlacedPanel {
            x: left,
            y: top,
            is_chosen: panel.key == series.chosen,
            is_at_risk: panel.is_at_risk,
            label: fitted(&panel.label, beside, FONT_PX),
            value,
            band: band_path(&band),
            baseline: path(&panel.baseline),
            history: path(&panel.history),
            median: path(&panel.p50),
            target_y: panel.target.map(|v| y.at(v)),
        }
    };
    // The roundest number within; without one nobody could read off how high a line stands.
    let within = |n| nice_ticks(low, high, n).into_iter().rfind(|&v| 0.0 < v && v <= high);
    let round = [2, 4].into_iter().find_map(within);
    let middle = |i: usize| Hit { x: corner(i).0 + cell_w / 2.0, y: corner(i).1 + cell_h / 2.0 };
    PlacedMulti {
        size: (width, height),
        cell: (cell_w, cell_h),
        grid: round.map(|v| (y.at(v), series.value.marks().show(v))),
        first: series.periods.first().map(|p| p.short.clone()).unwrap_or_default(),
        last: series.periods.last().map(|p| p.short.clone()).unwrap_or_default(),
        panels: series.panels.iter().enumerate().map(panel).collect(),
        hits: (0..n).map(middle).collect(),
    }
}

pub type MultiChart = ChartView<MultiSeries>;
pub type MultiChartProps = ChartProps<MultiSeries>;

impl Chart for MultiSeries {
    type Placed = PlacedMulti;
    const KIND: &'static str = "multiples-chart";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.extent().is_none()
    }

    fn place(&self, width: f64, height: f64) -> PlacedMulti {
        place(self, width, height)
    }

    fn hits(placed: &PlacedMulti) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn size(placed: &PlacedMulti, _of_box: (f64, f64)) -> (f64, f64) {
        placed.size
    }

    fn tip(&self, at: usize) -> Tip {
        let words = Words(self.lang);
        let Some(panel) = self.panels.get(at) else {
            return Tip { head: AttrValue::default(), rows: Vec::new() };
        };
        let last = |values: &[f64]| values.iter().rev().copied().find(|v| v.is_finite());
        let mut rows = Vec::new();
        let mut add = |name: &'static str, value: Option<f64>, format: Format, class| {
            if let Some(value) = value {
                rows.push(TipRow { name: name.into(), value: format.show(value), class });
            }
        };
        add(words.actual(), last(&panel.history), self.recorded, "recorded");
        add(words.forecast(), last(&panel.p50), self.value, "focus");
        add(words.baseline(), last(&panel.baseline), self.value, "baseline");
        add(words.target(), panel.target, self.value, "target");
        let risk = if panel.is_at_risk {
            format!("{} ({})", panel.label, words.at_risk())
        } else {
            String::new()
        };
        let head = if risk.is_empty() { panel.label.clone() } else { risk.into() };
        Tip { head, rows }
    }

    fn key_at(&self, at: usize) -> AttrValue {
        self.panels.get(at).map(|panel| panel.key.clone()).unwrap_or_default()
    }

    fn draw(&self, placed: &PlacedMulti, cursor: Option<usize>) -> Html {
        let tip = cursor.map(|at| {
            let hit = placed.hits[at];
            tip::draw(&tip::place(self.tip(at), (hit.x, hit.y), placed.size))
        });
        let panels = placed.panels.iter().enumerate();
        let panels = panels.map(|(i, panel)| one(placed, panel, cursor == Some(i)));
        html! {
            <>
                { for panels }
                { for tip }
            </>
        }
    }
}

fn one(placed: &PlacedMulti, panel: &PlacedPanel, is_pointed: bool) -> Html {
    let (width, height) = placed.cell;
    let bottom = height - FOOT_PX;
    let class = classes!(
        "panel-cell",
        panel.is_chosen.then_some("chosen"),
        is_pointed.then_some("pointed")
    );
    let grid = placed.grid.as_ref().map(|(y, label)| {
        // Above the line, and where the panel's name stands there, below it.
        let has_room = HEAD_PX + FONT_PX <= *y;
        let label_y = if has_room { y - 3.0 } else { y + FONT_PX };
        html! {
            <>
                <line class="grid" x1={px(PAD_PX)} x2={px(width - PAD_PX)} y1={px(*y)}
                    y2={px(*y)} />
                <text class="tick" x={px(PAD_PX)} y={px(label_y)}>{ label }</text>
            </>
        }
    });
    html! {
        <g {class} transform={shift(panel.x, panel.y)}>
            <rect class="cell" width={px(width)} height={px(height)} rx="4" />
            { for grid }
            <path class="band-outer" d={&panel.band} />
            <line class="axis" x1={px(PAD_PX)} x2={px(width - PAD_PX)} y1={px(bottom)}
                y2={px(bottom)} />
            <path class="baseline" d={&panel.baseline} />
            if let Some(y) = panel.target_y {
                <g class="target">
                    <line x1={px(PAD_PX)} x2={px(width - PAD_PX)} y1={px(y)} y2={px(y)} />
                </g>
            }
            <g class="focus">
                <path class="history" d={&panel.history} />
                <path class="median" d={&panel.median} />
            </g>
            if panel.is_at_risk {
                <path class="over" d="M12 5l6 11h-12Z" />
            }
            <text class="panel-name" x={if panel.is_at_risk { "22" } else { "6" }}
                y="17">{ &panel.label }</text>
            <text class="end-value" text-anchor="end" x={px(width - PAD_PX)}
                y="17">{ &panel.value }</text>
            <text class="tick" x={px(PAD_PX)} y={px(height - 5.0)}>{ &placed.first }</text>
            <text class="tick" text-anchor="end" x={px(width - PAD_PX)}
                y={px(height - 5.0)}>{ &placed.last }</text>
        </g>
    }
}

impl Tabular for MultiSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        let mut head = vec![AttrValue::from(words.place())];
        head.extend(self.periods.iter().map(|period| period.long.clone()));
        let row = |panel: &Panel| {
            let cell = |i: usize| {
                let forecast = panel.p50.get(i).copied().filter(|v| v.is_finite());
                let seen = panel.history.get(i).copied();
                match forecast {
                    Some(value) => Cell::number(Some(value), self.value),
                    None => Cell::number(seen, self.recorded),
                }
            };
            let name = std::iter::once(Cell::Word(panel.label.clone()));
            name.chain((0..self.periods.len()).map(cell)).collect()
        };
        Sheet { caption: self.title.clone(), head, rows: self.panels.iter().map(row).collect() }
    }
}
