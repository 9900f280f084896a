//! Ranked bars: «what did that move?», «which measure does how much?», and, with two ends a row,
//! the tornado of «which unknown matters most?». The longest bar stands first.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::{LegendEntry, Mark, PlacedEntry, Tick, draw_legend, place_legend};
use super::format::Format;
use super::scale::{FONT_PX, Linear, extent, nice_ticks, px, text_width};
use super::sheet::{Cell, Sheet, Tabular};
use super::stage::Hit;
use super::tip::{Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;

/// What one cause does, as a difference from where we stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    One(f64),
    /// At the low and at the high end of an unknown's range.
    Ends(f64, f64),
}

impl Effect {
    fn values(self) -> [f64; 2] {
        match self {
            Self::One(value) => [value, 0.0],
            Self::Ends(low, high) => [low, high],
        }
    }

    fn length(self) -> f64 {
        let [a, b] = self.values();
        (a - b).abs().max(a.abs()).max(b.abs())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct RankedRow {
    /// Handed on when it is chosen: the page jumps there.
    pub key: AttrValue,
    pub label: AttrValue,
    pub effect: Effect,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RankedSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub rows: Vec<RankedRow>,
    /// Differences: written with their sign.
    pub value: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRank {
    /// Which row of the series.
    pub row: usize,
    pub y: f64,
    /// Left edge, width, class.
    pub bars: Vec<(f64, f64, &'static str)>,
    pub label: AttrValue,
    pub value: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRanked {
    pub size: (f64, f64),
    pub zero: f64,
    pub left: f64,
    pub right: f64,
    pub bottom: f64,
    pub ticks: Vec<Tick>,
    pub ranks: Vec<PlacedRank>,
    pub legend: Vec<PlacedEntry>,
    pub hits: Rc<[Hit]>,
}

/// A label above its bar, and a little air.
const ROW_HEIGHT_PX: f64 = 40.0;
const AXIS_PX: f64 = 24.0;

impl RankedSeries {
    fn shown(&self, effect: Effect) -> AttrValue {
        match effect {
            Effect::One(value) => self.value.signed(value),
            Effect::Ends(low, high) => {
                let (low, high) = (self.value.bare().signed(low), self.value.signed(high));
                format!("{low}{}{high}", Words(self.lang).range_joint()).into()
            }
        }
    }

    /// Longest first; equals stay as they came.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let length = |i: usize| self.rows[i].effect.length();
        order.sort_by(|&a, &b| length(b).total_cmp(&length(a)));
        order
    }

    fn has_ends(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.effect, Effect::Ends(..)))
    }

    fn legend(&self) -> Vec<LegendEntry> {
        let words = Words(self.lang);
        let entry =
            |class, word: &'static str| LegendEntry { mark: Mark::Area, class, word: word.into() };
        if !self.has_ends() {
            return Vec::new();
        }
        vec![entry("end-low", words.lower_end()), entry("end-high", words.upper_end())]
    }
}

pub fn place(series: &RankedSeries, width: f64, height: f64) -> PlacedRanked {
    let (legend, legend_height) = place_legend(series.legend(), width);
    let n_room = ((height - AXIS_PX - legend_height) / ROW_HEIGHT_PX).max(1.0) as usize;
    let kept: Vec<usize> = series.order().into_iter().take(n_room).collect();
    let values = series.rows.iter().flat_map(|row| row.effect.values());
    let (low, high) = extent(values.chain([0.0])).unwrap_or((0.0, 1.0));
    let x = Linear::new((low, high), (8.0, width - 8.0));
    let bars = |effect: Effect| -> Vec<(f64, f64, &'static str)> {
        let bar = |value: f64, class| {
            let (a, b) = (x.at(0.0), x.at(value));
            (a.min(b), (a - b).abs(), class)
        };
        match effect {
            Effect::One(value) if value < 0.0 => vec![bar(value, "down")],
            Effect::One(value) => vec![bar(value, "up")],
            Effect::Ends(low, high) => vec![bar(low, "end-low"), bar(high, "end-high")],
        }
    };
    let top = |i: usize| legend_height + ROW_HEIGHT_PX * i as f64;
    let rank = |(i, &row): (usize, &usize)| PlacedRank {
        row,
        y: top(i),
        bars: bars(series.rows[row].effect),
        label: series.rows[row].label.clone(),
        value: series.shown(series.rows[row].effect),
    };
    let widest = text_width(&series.value.marks().signed(high), FONT_PX) + 20.0;
    let ticks = nice_ticks(low, high, ((width / widest) as usize).clamp(2, 6));
    let tick = |v: f64| Tick { at: x.at(v), label: series.value.marks().signed(v) };
    PlacedRanked {
        size: (width, height),
        zero: x.at(0.0),
        left: 8.0,
        right: width - 8.0,
        bottom: top(kept.len()),
        ticks: ticks.into_iter().filter(|&v| low <= v && v <= high).map(tick).collect(),
        ranks: kept.iter().enumerate().map(rank).collect(),
        legend,
        hits: (0..kept.len()).map(|i| Hit::row(top(i) + ROW_HEIGHT_PX / 2.0)).collect(),
    }
}

pub type RankedChart = ChartView<RankedSeries>;
pub type RankedChartProps = ChartProps<RankedSeries>;

impl Chart for RankedSeries {
    type Placed = PlacedRanked;
    const KIND: &'static str = "ranked";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn place(&self, width: f64, height: f64) -> PlacedRanked {
        place(self, width, height)
    }

    fn hits(placed: &PlacedRanked) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let row = self.order().get(at).and_then(|&i| self.rows.get(i));
        let head = row.map(|row| row.label.clone()).unwrap_or_default();
        let value = row.map(|row| self.shown(row.effect)).unwrap_or_default();
        let name = AttrValue::from(Words(self.lang).effect());
        Tip { head, rows: vec![TipRow { name, value, class: "none" }] }
    }

    fn key_at(&self, at: usize) -> AttrValue {
        let row = self.order().get(at).and_then(|&i| self.rows.get(i));
        row.map(|row| row.key.clone()).unwrap_or_default()
    }

    fn draw(&self, placed: &PlacedRanked, cursor: Option<usize>) -> Html {
        let ranks = placed.ranks.iter().enumerate();
        let top = placed.ranks.first().map_or(0.0, |rank| rank.y);
        let tick = |tick: &Tick| {
            html! {
                <>
                    <line class="grid" x1={px(tick.at)} x2={px(tick.at)} y1={px(top)}
                        y2={px(placed.bottom)} />
                    <text class="tick" text-anchor="middle" x={px(tick.at)}
                        y={px(placed.bottom + 18.0)}>
                        { &tick.label }
                    </text>
                </>
            }
        };
        html! {
            <>
                { draw_legend(&placed.legend, 8.0, 0.0) }
                { for placed.ticks.iter().map(tick) }
                { for ranks.map(|(i, rank)| one(placed, rank, cursor == Some(i))) }
                <line class="axis" x1={px(placed.zero)} x2={px(placed.zero)} y1={px(top)}
                    y2={px(placed.bottom)} />
            </>
        }
    }
}

/// The row says everything already: the cursor only marks it.
fn one(placed: &PlacedRanked, rank: &PlacedRank, is_pointed: bool) -> Html {
    let bar = |&(x, width, class): &(f64, f64, &'static str)| {
        let width = px(width.max(1.0));
        html! { <rect {class} x={px(x)} y={px(rank.y + 20.0)} {width} height="14" /> }
    };
    html! {
        <g class={classes!("rank", is_pointed.then_some("pointed"))}>
            <rect class="row-ground" x="0" y={px(rank.y)} width={px(placed.size.0)}
                height={px(ROW_HEIGHT_PX)} />
            <text class="panel-name" x={px(placed.left)}
                y={px(rank.y + 15.0)}>{ &rank.label }</text>
            <text class="end-value" text-anchor="end" x={px(placed.right)}
                y={px(rank.y + 15.0)}>{ &rank.value }</text>
            { for rank.bars.iter().map(bar) }
        </g>
    }
}

impl Tabular for RankedSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        let mut head = vec![AttrValue::from(words.cause())];
        if self.has_ends() {
            head.extend([words.lower_end().into(), AttrValue::from(words.upper_end())]);
        } else {
            head.push(words.effect().into());
        }
        let cell = |value: f64| Cell::Number(value, self.value.signed(value));
        let row = |i: usize| {
            let row = &self.rows[i];
            let mut cells = vec![Cell::Word(row.label.clone())];
            match row.effect {
                Effect::One(value) => cells.push(cell(value)),
                Effect::Ends(low, high) => cells.extend([cell(low), cell(high)]),
            }
            cells
        };
        Sheet {
            caption: self.title.clone(),
            head,
            rows: self.order().into_iter().map(row).collect(),
        }
    }
}
