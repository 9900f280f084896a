//! The tile map: every ward or area as a tile, coloured by a measure; areas stand in their ward's row
//! behind its name. A schema of our own, not a map: equal tiles let small areas be seen as well as
//! large ones.

use std::rc::Rc;

use yew::prelude::*;

use super::format::Format;
use super::scale::{FONT_PX, ROW_PX, extent, fitted, nice_ticks, px, shift, text_width};
use super::sheet::{Cell, Sheet, Tabular};
use super::stage::Hit;
use super::tile_grid::{Grid, Spot};
use super::tip::{self, Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;
use crate::i18n::number::round_significant;

#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    pub key: AttrValue,
    pub label: AttrValue,
    /// Name of the ward it lies in, whose tiles follow each other. Empty for wards themselves.
    pub group: AttrValue,
    /// NaN where there is none.
    pub value: f64,
    pub is_at_risk: bool,
    /// More to say about it: name and value.
    pub facts: Vec<(AttrValue, AttrValue)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TileSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    pub tiles: Vec<Tile>,
    pub chosen: AttrValue,
    pub value: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTile {
    pub x: f64,
    pub y: f64,
    pub class: &'static str,
    /// As much of the name as fits.
    pub label: AttrValue,
    pub value: AttrValue,
    pub is_chosen: bool,
    pub is_at_risk: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTiles {
    pub size: (f64, f64),
    pub tile: (f64, f64),
    pub tiles: Vec<PlacedTile>,
    /// Names of the wards, each left of its first row.
    pub heads: Vec<(AttrValue, (f64, f64))>,
    pub legend: PlacedLegend,
    pub legend_y: f64,
    pub hits: Rc<[Hit]>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLegend {
    pub step_px: f64,
    /// Class, lower end in words, and place of each step.
    pub steps: Vec<(&'static str, AttrValue, f64)>,
    /// Upper end of the last step.
    pub end: (AttrValue, f64),
    pub none_x: Option<f64>,
    pub risk_x: Option<f64>,
}

const STEPS: [&str; 5] = ["step-1", "step-2", "step-3", "step-4", "step-5"];
const NONE: &str = "step-none";
const GAP_PX: f64 = 2.0;
const LEGEND_PX: f64 = 40.0;
/// Between the rows of two wards.
const BETWEEN_PX: f64 = 2.0;
/// As wide as a number of four digits needs, however low the tiles are.
const WIDE_PX: f64 = 44.0;
/// A number alone needs less than a row of words.
const NUMBER_PX: f64 = 13.0;

impl Tile {
    /// With its ward, unless its own name says it.
    fn full_name(&self) -> String {
        if self.label.contains(self.group.as_str()) {
            return self.label.to_string();
        }
        format!("{} {}", self.group, self.label)
    }
}

impl TileSeries {
    /// Lower ends of the steps, and the upper end of the last.
    fn steps(&self) -> Vec<f64> {
        let Some((low, high)) = extent(self.tiles.iter().map(|tile| tile.value)) else {
            return Vec::new();
        };
        let mut round = nice_ticks(low, high, STEPS.len());
        // Between two whole numbers there is nothing to tell apart.
        let is_whole = |value: &f64| !value.is_finite() || *value == value.round();
        if self.tiles.iter().all(|tile| is_whole(&tile.value)) && 1.0 < high - low {
            round.retain(is_whole);
        }
        if round.len() <= STEPS.len() + 1 { round } else { round.into_iter().step_by(2).collect() }
    }
}

fn step_of(value: f64, ends: &[f64]) -> &'static str {
    if !value.is_finite() {
        return NONE;
    }
    let n_passed = ends.iter().skip(1).filter(|&&end| end <= value).count();
    let last = ends.len().saturating_sub(2).min(STEPS.len() - 1);
    STEPS[n_passed.min(last)]
}

pub fn place(series: &TileSeries, width: f64, height: f64) -> PlacedTiles {
    let grid = Grid::of(&series.tiles);
    let (n_columns, n_rows) = (grid.n_columns as f64, grid.n_rows.max(1) as f64);
    let head_px = series.tiles.iter().map(|tile| text_width(&tile.group, FONT_PX) + 8.0);
    let head_px = head_px.fold(0.0, f64::max).min(width * 0.3);
    let head_px = if head_px <= 8.0 { 0.0 } else { head_px };
    let between = BETWEEN_PX * (grid.firsts.len().max(1) - 1) as f64;
    let room = (height - LEGEND_PX - between).max(40.0);
    // Tiles may be wider than high, as names and numbers are.
    let tile_h = (room - 4.0) / n_rows;
    let tile_w = ((width - head_px - 4.0) / n_columns).min((tile_h * 2.0).max(WIDE_PX));
    let tile_h = tile_h.min(tile_w * 1.2);
    let left = (width - head_px - tile_w * n_columns) / 2.0 + head_px;
    let corner = |&Spot { column, row, ward }: &Spot| {
        (left + column as f64 * tile_w, 2.0 + row as f64 * tile_h + BETWEEN_PX * ward as f64)
    };
    let ends = series.steps();
    let inner = (tile_w - GAP_PX, tile_h - GAP_PX);
    let show = |value: f64| {
        if value.is_finite() { series.value.bare().show(value) } else { "–".into() }
    };
    let short =
        |value: f64| show(if value.abs() < 100.0 { round_significant(value, 2) } else { value });
    let has_width = |shown: AttrValue| text_width(&shown, FONT_PX) <= inner.0;
    // Where not all decimals fit, none of them is shown: two figures tell tiles apart. A number in
    // one tile and none in the next would look like a lack of figures.
    let is_short = !series.tiles.iter().all(|tile| has_width(show(tile.value)));
    let shows_values =
        inner.1 >= NUMBER_PX && series.tiles.iter().all(|tile| has_width(short(tile.value)));
    // A number tells more than a name, which the row and the table say too: names where there is room
    // for both, or for no number. All or none, and none where what fits of them is all the same.
    let name_of = |tile: &Tile| fitted(&tile.label, inner.0 - 4.0, FONT_PX);
    let least = if shows_values { 2.0 * ROW_PX + 2.0 } else { ROW_PX };
    let tells_apart = |pair: &[Tile]| {
        let [a, b] = [&pair[0], &pair[1]].map(name_of);
        a != b || pair[0].group != pair[1].group
    };
    let shows_names = inner.1 >= least
        && series.tiles.iter().all(|tile| !name_of(tile).is_empty())
        && series.tiles.windows(2).all(tells_apart);
    let placed = |(tile, spot): (&Tile, &Spot)| {
        let (x, y) = corner(spot);
        let shown = if is_short { short(tile.value) } else { show(tile.value) };
        PlacedTile {
            x,
            y,
            class: step_of(tile.value, &ends),
            label: if shows_names { name_of(tile) } else { AttrValue::default() },
            value: if shows_values { shown } else { AttrValue::default() },
            is_chosen: tile.key == series.chosen,
            is_at_risk: tile.is_at_risk,
        }
    };
    let legend = place_legend(series, &ends, width);
    let head = |&first: &usize| {
        let name = fitted(&series.tiles[first].group, head_px - 8.0, FONT_PX);
        (name, (left - head_px, corner(&grid.spots[first]).1 + inner.1 / 2.0 + 5.0))
    };
    let has_heads = 0.0 < head_px;
    let mut above = f64::NEG_INFINITY;
    // In rows lower than letters a name is left out rather than written over the one above it.
    let mut has_line = |first: &&usize| {
        let y = corner(&grid.spots[**first]).1;
        let has_line = has_heads && above + NUMBER_PX <= y;
        above = if has_line { y } else { above };
        has_line
    };
    PlacedTiles {
        size: (width, height),
        tile: inner,
        tiles: series.tiles.iter().zip(&grid.spots).map(placed).collect(),
        heads: grid.firsts.iter().filter(|first| has_line(first)).map(head).collect(),
        legend,
        legend_y: (2.0 + tile_h * n_rows + between + 8.0).min(height - LEGEND_PX + 6.0),
        hits: grid
            .spots
            .iter()
            .map(corner)
            .map(|(x, y)| Hit { x: x + tile_w / 2.0, y: y + tile_h / 2.0 })
            .collect(),
    }
}

fn place_legend(series: &TileSeries, ends: &[f64], width: f64) -> PlacedLegend {
    let words = Words(series.lang);
    let has_none = series.tiles.iter().any(|tile| !tile.value.is_finite());
    let has_risk = series.tiles.iter().any(|tile| tile.is_at_risk);
    let room_for = |is_there: bool, word: &str| {
        if is_there { 30.0 + text_width(word, FONT_PX) } else { 0.0 }
    };
    let (none, risk) = (room_for(has_none, words.no_value()), room_for(has_risk, words.at_risk()));
    let n_steps = ends.len().saturating_sub(1).min(STEPS.len());
    let step_px = ((width - none - risk - 44.0) / n_steps.max(1) as f64).clamp(16.0, 56.0);
    let format = series.value.marks();
    // The first number stands in the middle of its step's edge: half of it needs room.
    let first = ends.first().map_or(0.0, |&v| text_width(&format.show(v), FONT_PX) / 2.0);
    let step_at = |i: usize| first.max(8.0) + step_px * i as f64;
    let after = step_at(n_steps) + 20.0;
    PlacedLegend {
        step_px,
        steps: (0..n_steps).map(|i| (STEPS[i], format.show(ends[i]), step_at(i))).collect(),
        end: (ends.get(n_steps).map(|&v| format.show(v)).unwrap_or_default(), step_at(n_steps)),
        none_x: has_none.then_some(after),
        risk_x: has_risk.then_some(after + none),
    }
}

pub type TileChart = ChartView<TileSeries>;
pub type TileChartProps = ChartProps<TileSeries>;

impl Chart for TileSeries {
    type Placed = PlacedTiles;
    const KIND: &'static str = "tiles";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.tiles.is_empty()
    }

    fn place(&self, width: f64, height: f64) -> PlacedTiles {
        place(self, width, height)
    }

    fn hits(placed: &PlacedTiles) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let words = Words(self.lang);
        let Some(tile) = self.tiles.get(at) else {
            return Tip { head: AttrValue::default(), rows: Vec::new() };
        };
        let value = if tile.value.is_finite() {
            self.value.show(tile.value)
        } else {
            words.no_value().into()
        };
        let class = step_of(tile.value, &self.steps());
        let mut rows = vec![TipRow { name: self.title.clone(), value, class }];
        let facts = tile.facts.iter();
        rows.extend(facts.map(|(name, value)| TipRow {
            name: name.clone(),
            value: value.clone(),
            class: "none",
        }));
        let risk = if tile.is_at_risk { format!("({})", words.at_risk()) } else { String::new() };
        Tip { head: [&tile.full_name(), " ", &risk].concat().trim().to_owned().into(), rows }
    }

    fn key_at(&self, at: usize) -> AttrValue {
        self.tiles.get(at).map(|tile| tile.key.clone()).unwrap_or_default()
    }

    fn draw(&self, placed: &PlacedTiles, cursor: Option<usize>) -> Html {
        let tip = cursor.map(|at| {
            let hit = placed.hits[at];
            tip::draw(&tip::place(self.tip(at), (hit.x, hit.y + placed.tile.1 / 2.0), placed.size))
        });
        // Chosen and pointed tiles are drawn again on top, so that no neighbour covers their edge.
        let ring = |tile: &PlacedTile, class: &'static str| {
            let (width, height) = (px(placed.tile.0), px(placed.tile.1));
            html! { <rect {class} x={px(tile.x)} y={px(tile.y)} {width} {height} rx="3" /> }
        };
        let chosen = placed.tiles.iter().filter(|tile| tile.is_chosen);
        html! {
            <>
                { for placed.heads.iter().map(|(name, (x, y))| html! {
                    <text x={px(*x)} y={px(*y)}>{ name }</text>
                }) }
                { for placed.tiles.iter().map(|tile| one(placed, tile)) }
                { for chosen.clone().map(|tile| ring(tile, "ring-under")) }
                { for chosen.map(|tile| ring(tile, "ring-chosen")) }
                { for cursor.map(|at| ring(&placed.tiles[at], "ring-pointed")) }
                { draw_legend(self.lang, placed) }
                { for tip }
            </>
        }
    }
}

fn one(placed: &PlacedTiles, tile: &PlacedTile) -> Html {
    let (width, height) = placed.tile;
    let is_two = !tile.label.is_empty() && !tile.value.is_empty();
    let middle = height / 2.0 + if is_two { -3.0 } else { 5.0 };
    let value_y = if is_two { middle + ROW_PX } else { middle };
    html! {
        <g class={classes!("tile", tile.class)} transform={shift(tile.x, tile.y)}>
            <rect width={px(width)} height={px(height)} rx="3" />
            if !tile.label.is_empty() {
                <text text-anchor="middle" x={px(width / 2.0)} y={px(middle)}>{ &tile.label }</text>
            }
            if !tile.value.is_empty() {
                <text text-anchor="middle" x={px(width / 2.0)}
                    y={px(value_y)}>{ &tile.value }</text>
            }
            if tile.is_at_risk {
                <path class="risk" d={risk_path(width)} />
            }
        </g>
    }
}

/// A triangle in the upper right corner, smaller where the number needs the room.
fn risk_path(width: f64) -> String {
    let size = if width < 44.0 { 7.0 } else { 10.0 };
    let (x, half) = (px(width - size / 2.0 - 1.0), px(size / 2.0));
    format!("M{x} 1l{half} {}h-{}Z", px(size * 0.9), px(size))
}

fn draw_legend(lang: Lang, placed: &PlacedTiles) -> Html {
    let (words, legend) = (Words(lang), &placed.legend);
    let step = |(class, label, x): &(&'static str, AttrValue, f64)| {
        html! {
            <g class={classes!("tile", *class)} transform={shift(*x, 0.0)}>
                <rect width={px(legend.step_px)} height="12" />
                <text class="tick" text-anchor="middle" x="0" y="28">{ label }</text>
            </g>
        }
    };
    html! {
        <g class="tile-legend" transform={shift(0.0, placed.legend_y)}>
            { for legend.steps.iter().map(step) }
            <text class="tick" text-anchor="middle" x={px(legend.end.1)}
                y="28">{ &legend.end.0 }</text>
            if let Some(x) = legend.none_x {
                <g class={classes!("tile", NONE)} transform={shift(x, 0.0)}>
                    <rect width="16" height="12" />
                    <text class="tick" x="22" y="11">{ words.no_value() }</text>
                </g>
            }
            if let Some(x) = legend.risk_x {
                <g transform={shift(x, 0.0)}>
                    <path class="risk" d="M7 1l6 11h-12Z" />
                    <text class="tick" x="20" y="11">{ words.at_risk() }</text>
                </g>
            }
        </g>
    }
}

impl Tabular for TileSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        let mut head = vec![AttrValue::from(words.place()), self.title.clone()];
        let facts = self.tiles.first().map(|tile| tile.facts.as_slice()).unwrap_or_default();
        head.extend(facts.iter().map(|(name, _)| name.clone()));
        let row = |tile: &Tile| {
            let mut cells = vec![
                Cell::Word(tile.full_name().into()),
                Cell::number(Some(tile.value), self.value),
            ];
            cells.extend(tile.facts.iter().map(|(_, value)| Cell::Word(value.clone())));
            cells
        };
        Sheet { caption: self.title.clone(), head, rows: self.tiles.iter().map(row).collect() }
    }
}
