//! The population pyramid: ages upwards, men to the left, women to the right, one year at a time,
//! with the outline of another year to compare.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::Tick;
use super::format::Format;
use super::scale::{FONT_PX, Linear, ROW_PX, extent, nice_ticks, px, shift, text_width};
use super::sheet::{Cell, Sheet, Tabular};
use super::stage::Hit;
use super::tip::{self, Tip, TipRow};
use super::view::{About, Chart, ChartProps, ChartView, about};
use super::words::Words;
use crate::i18n::Lang;

pub mod player;

/// One year's people by age group, youngest first.
#[derive(Clone, Debug, PartialEq)]
pub struct PyramidYear {
    pub label: AttrValue,
    pub men: Vec<f64>,
    pub women: Vec<f64>,
    pub is_forecast: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PyramidSeries {
    pub name: AttrValue,
    pub title: AttrValue,
    pub unit: AttrValue,
    pub summary: AttrValue,
    pub lang: Lang,
    /// «65〜69歳», youngest first.
    pub ages: Vec<AttrValue>,
    pub years: Rc<[PyramidYear]>,
    /// Which year is shown.
    pub year: usize,
    /// Which year's outline is laid over it.
    pub outline: Option<usize>,
    /// From this age group on, bars are drawn strong: those the plan is about.
    pub older_from: usize,
    pub value: Format,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRow {
    pub y: f64,
    pub men: f64,
    pub women: f64,
    pub is_older: bool,
    /// Empty where rows are too narrow for every name.
    pub age: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPyramid {
    pub size: (f64, f64),
    /// Right end of the men's bars, left end of the women's.
    pub spine: (f64, f64),
    pub top: f64,
    pub bottom: f64,
    pub bar_px: f64,
    pub rows: Vec<PlacedRow>,
    pub ticks: Vec<Tick>,
    /// The other year's stairs, men and women.
    pub outlines: Vec<AttrValue>,
    pub outline_word: AttrValue,
    pub hits: Rc<[Hit]>,
}

const HEAD_PX: f64 = 44.0;
const AXIS_PX: f64 = 26.0;
const LEGEND_PX: f64 = 20.0;

impl PyramidSeries {
    /// Over all years, so that the shape changes and not the scale.
    fn highest(&self) -> Option<f64> {
        let years = self.years.iter();
        extent(years.flat_map(|y| y.men.iter().chain(&y.women).copied())).map(|(_, high)| high)
    }

    fn shown(&self) -> Option<&PyramidYear> {
        self.years.get(self.year)
    }

    /// The year to compare with, unless it is the one shown.
    fn other(&self) -> Option<&PyramidYear> {
        self.outline.filter(|&i| i != self.year).and_then(|i| self.years.get(i))
    }
}

pub fn place(series: &PyramidSeries, width: f64, height: f64) -> PlacedPyramid {
    let n_ages = series.ages.len();
    let widest = series.ages.iter().map(|age| text_width(age, FONT_PX)).fold(0.0, f64::max);
    let half = widest / 2.0 + 8.0;
    let spine = (width / 2.0 - half, width / 2.0 + half);
    let foot = AXIS_PX + if series.other().is_some() { LEGEND_PX } else { 0.0 };
    let (top, bottom) = (HEAD_PX, (height - foot).max(HEAD_PX + 40.0));
    let step = (bottom - top) / n_ages.max(1) as f64;
    let highest = series.highest().unwrap_or(1.0);
    let length = Linear::new((0.0, highest), (0.0, spine.0 - 4.0));
    let row_y = |age: usize| bottom - step * (age as f64 + 1.0);
    // Names stand closer than letters are high only if some are left out.
    let every = (ROW_PX / step.max(0.1)).ceil().max(1.0) as usize;
    let value =
        |list: &[f64], age: usize| list.get(age).copied().filter(|v| v.is_finite()).unwrap_or(0.0);
    let year = series.shown();
    let row = |age: usize| PlacedRow {
        y: row_y(age),
        men: year.map_or(0.0, |y| length.at(value(&y.men, age))),
        women: year.map_or(0.0, |y| length.at(value(&y.women, age))),
        is_older: series.older_from <= age,
        age: if age.is_multiple_of(every) {
            series.ages[age].clone()
        } else {
            AttrValue::default()
        },
    };
    let stairs = |list: &[f64], base: f64, direction: f64| {
        let corner = |age: usize| {
            let x = base + direction * length.at(value(list, age));
            format!("H{}V{}", px(x), px(row_y(age)))
        };
        let steps: String = (0..n_ages).map(corner).collect();
        AttrValue::from(format!("M{} {}{steps}H{}", px(base), px(bottom), px(base)))
    };
    let other = series.other();
    let outlines =
        other.map(|y| vec![stairs(&y.men, spine.0, -1.0), stairs(&y.women, spine.1, 1.0)]);
    let ticks = nice_ticks(0.0, highest, 3).into_iter().filter(|&v| v <= highest);
    PlacedPyramid {
        size: (width, height),
        spine,
        top,
        bottom,
        bar_px: (step - 1.0).max(1.0),
        rows: (0..n_ages).map(row).collect(),
        ticks: ticks
            .map(|v| Tick { at: length.at(v), label: series.value.marks().show(v) })
            .collect(),
        outlines: outlines.unwrap_or_default(),
        outline_word: other.map(|y| y.label.clone()).unwrap_or_default(),
        hits: (0..n_ages).map(|age| Hit::row(row_y(age) + step / 2.0)).collect(),
    }
}

pub type PyramidChart = ChartView<PyramidSeries>;
pub type PyramidChartProps = ChartProps<PyramidSeries>;

impl Chart for PyramidSeries {
    type Placed = PlacedPyramid;
    const KIND: &'static str = "pyramid";

    fn about(&self) -> About {
        about!(self)
    }

    fn is_empty(&self) -> bool {
        self.highest().is_none()
    }

    fn place(&self, width: f64, height: f64) -> PlacedPyramid {
        place(self, width, height)
    }

    fn hits(placed: &PlacedPyramid) -> Rc<[Hit]> {
        placed.hits.clone()
    }

    fn tip(&self, at: usize) -> Tip {
        let words = Words(self.lang);
        let year = self.shown();
        let value = |list: Option<&Vec<f64>>| {
            self.value.show(list.and_then(|l| l.get(at)).copied().unwrap_or(f64::NAN))
        };
        let men =
            TipRow { name: words.men().into(), value: value(year.map(|y| &y.men)), class: "men" };
        let women = TipRow {
            name: words.women().into(),
            value: value(year.map(|y| &y.women)),
            class: "women",
        };
        let label = year.map(|y| y.label.clone()).unwrap_or_default();
        let age = self.ages.get(at).cloned().unwrap_or_default();
        Tip { head: format!("{label} {age}").into(), rows: vec![men, women] }
    }

    fn draw(&self, placed: &PlacedPyramid, cursor: Option<usize>) -> Html {
        let words = Words(self.lang);
        let rows = placed.rows.iter().enumerate();
        let outline = |path: &AttrValue| html! { <path class="outline" d={path} /> };
        let middle = placed.size.0 / 2.0;
        let (men, women) = placed.spine;
        let kind =
            self.shown().map(|y| if y.is_forecast { words.forecast() } else { words.actual() });
        let year = self.shown().map(|y| format!("{} {}", y.label, kind.unwrap_or_default()));
        html! {
            <>
                <text class="pyramid-year" text-anchor="middle" x={px(middle)}
                    y="16">{ year }</text>
                <text class="panel-name" text-anchor="end" x={px(men)} y="36">{ words.men() }</text>
                <text class="panel-name" x={px(women)} y="36">{ words.women() }</text>
                { for placed.ticks.iter().map(|tick| tick_lines(placed, tick)) }
                { for rows.map(|(i, row)| bars(placed, row, cursor == Some(i))) }
                { for placed.outlines.iter().map(outline) }
                if !placed.outline_word.is_empty() {
                    <g class="legend" transform={shift(4.0, placed.bottom + AXIS_PX)}>
                        <path class="outline" d="M0 8h22" />
                        <text x="28" y="13">{ &placed.outline_word }</text>
                    </g>
                }
                { for cursor.map(|at| {
                    let y = placed.hits[at].y;
                    tip::draw(&tip::at_right(self.tip(at), y + placed.bar_px, placed.size))
                }) }
            </>
        }
    }
}

fn tick_lines(placed: &PlacedPyramid, tick: &Tick) -> Html {
    let both = [placed.spine.0 - tick.at, placed.spine.1 + tick.at];
    let one = |x: f64| {
        html! {
            <>
                <line class="grid" x1={px(x)} x2={px(x)} y1={px(placed.top)}
                    y2={px(placed.bottom)} />
                <text class="tick" text-anchor="middle" x={px(x)} y={px(placed.bottom + 18.0)}>
                    { &tick.label }
                </text>
            </>
        }
    };
    both.into_iter().map(one).collect()
}

fn bars(placed: &PlacedPyramid, row: &PlacedRow, is_pointed: bool) -> Html {
    let class =
        classes!("age-row", row.is_older.then_some("older"), is_pointed.then_some("pointed"));
    let (y, height) = (px(row.y), px(placed.bar_px));
    html! {
        <g {class}>
            <rect class="men" x={px(placed.spine.0 - row.men)} y={y.clone()} width={px(row.men)}
                height={height.clone()} />
            <rect class="women" x={px(placed.spine.1)} {y} width={px(row.women)} {height} />
            <text class="tick" text-anchor="middle" x={px(placed.size.0 / 2.0)}
                y={px(row.y + placed.bar_px / 2.0 + 5.0)}>
                { &row.age }
            </text>
        </g>
    }
}

impl Tabular for PyramidSeries {
    fn sheet(&self) -> Sheet {
        let words = Words(self.lang);
        let head = vec![words.age().into(), words.men().into(), words.women().into()];
        let year = self.shown();
        let row = |(i, age): (usize, &AttrValue)| {
            let value = |list: Option<&Vec<f64>>| {
                Cell::number(list.and_then(|l| l.get(i)).copied(), self.value)
            };
            let (men, women) = (value(year.map(|y| &y.men)), value(year.map(|y| &y.women)));
            vec![Cell::Word(age.clone()), men, women]
        };
        let label = year.map(|y| y.label.clone()).unwrap_or_default();
        Sheet {
            caption: format!("{} {label}", self.title).into(),
            head,
            rows: self.ages.iter().enumerate().rev().map(row).collect(),
        }
    }
}
