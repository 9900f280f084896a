//! From values to pixels: scales, round ticks, path strings, the width of a word.

use std::fmt::Write as _;

use yew::AttrValue;

/// Height of chart letters. The design system sets nothing smaller than 14 pixels.
pub const FONT_PX: f64 = 14.0;
/// From one row of letters to the next.
pub const ROW_PX: f64 = 18.0;

/// One position on a time axis: a fiscal year, or a month as a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// In fiscal years: 2021.5 is October of fiscal year 2021.
    pub at: f64,
    /// For tables and read-outs: «令和3年度 (2021)».
    pub long: AttrValue,
    /// Below the axis: «令和3». Empty for a month without a tick.
    pub short: AttrValue,
}

/// A straight scale. Pixels may run downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    from: f64,
    to: f64,
    px_from: f64,
    px_to: f64,
}

impl Linear {
    pub fn new((from, to): (f64, f64), (px_from, px_to): (f64, f64)) -> Self {
        Self { from, to, px_from, px_to }
    }

    pub fn at(&self, value: f64) -> f64 {
        let span = self.to - self.from;
        // All values alike: the middle is the only honest place. What is no value has none.
        let share = if span == 0.0 && value.is_finite() { 0.5 } else { (value - self.from) / span };
        self.px_from + share * (self.px_to - self.px_from)
    }
}

/// Round values covering `min..=max`, about `n_wanted` of them, in steps of 1, 2 or 5.
pub fn nice_ticks(min: f64, max: f64, n_wanted: usize) -> Vec<f64> {
    if !(min.is_finite() && max.is_finite()) {
        return Vec::new();
    }
    let span = if max > min { max - min } else { max.abs().max(1.0) };
    let rough = span / n_wanted.max(1) as f64;
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step = power
        * match rough / power {
            r if r <= 1.0 => 1.0,
            r if r <= 2.0 => 2.0,
            r if r <= 5.0 => 5.0,
            _ => 10.0,
        };
    // Counted, not added up: 0.1 + 0.2 would not be 0.3.
    let first = libm::floor(min / step + 1e-9);
    let last = libm::ceil(max / step - 1e-9).max(first + 1.0);
    let n_steps = (last - first) as usize;
    (0..=n_steps).map(|i| (first + i as f64) * step).collect()
}

/// Smallest and largest finite value, or `None`.
pub fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter(|v| v.is_finite()).fold(None, |seen, v| match seen {
        None => Some((v, v)),
        Some((low, high)) => Some((low.min(v), high.max(v))),
    })
}

/// To a tenth of a pixel: finer is not seen, and would make every golden picture noisy.
pub fn tenth(value: f64) -> f64 {
    // Adding zero turns −0 into 0.
    libm::round(value * 10.0) / 10.0 + 0.0
}

/// A coordinate as an attribute.
pub fn px(value: f64) -> AttrValue {
    AttrValue::from(tenth(value).to_string())
}

/// `translate(x, y)`, the one way things are moved: the page's policy forbids style attributes.
pub fn shift(x: f64, y: f64) -> AttrValue {
    AttrValue::from(format!("translate({} {})", tenth(x), tenth(y)))
}

/// Writes a path; a missing value lifts the pen, so that a gap stays a gap.
#[derive(Debug, Default)]
pub struct Pen {
    path: String,
    is_down: bool,
}

impl Pen {
    pub fn to(&mut self, x: f64, y: f64) {
        if !(x.is_finite() && y.is_finite()) {
            self.is_down = false;
            return;
        }
        let letter = if self.is_down { 'L' } else { 'M' };
        write!(self.path, "{letter}{} {}", tenth(x), tenth(y)).expect("a string takes any text");
        self.is_down = true;
    }

    pub fn close(&mut self) {
        if self.is_down {
            self.path.push('Z');
        }
        self.is_down = false;
    }

    pub fn finish(self) -> AttrValue {
        AttrValue::from(self.path)
    }
}

pub fn line_path(points: impl Iterator<Item = (f64, f64)>) -> AttrValue {
    let mut pen = Pen::default();
    points.for_each(|(x, y)| pen.to(x, y));
    pen.finish()
}

/// The area between two lines; each unbroken stretch is closed by itself.
pub fn band_path(points: &[(f64, f64, f64)]) -> AttrValue {
    let mut pen = Pen::default();
    let is_whole = |p: &(f64, f64, f64)| p.1.is_finite() && p.2.is_finite();
    for stretch in points.chunk_by(|a, b| is_whole(a) == is_whole(b)) {
        if stretch.len() > 1 && is_whole(&stretch[0]) {
            stretch.iter().for_each(|&(x, low, _)| pen.to(x, low));
            stretch.iter().rev().for_each(|&(x, _, high)| pen.to(x, high));
            pen.close();
        }
    }
    pen.finish()
}

/// Width of a text without asking a browser: full-width letters are one em, the rest about 0.58.
pub fn text_width(text: &str, font_px: f64) -> f64 {
    let ems: f64 = text.chars().map(|c| if u32::from(c) < 0x1100 { 0.58 } else { 1.0 }).sum();
    ems * font_px
}

/// The longest beginning that fits, with «…» if anything is left out.
pub fn fitted(label: &str, width: f64, font_px: f64) -> AttrValue {
    if text_width(label, font_px) <= width {
        return AttrValue::from(label.to_owned());
    }
    let mut kept = String::new();
    for letter in label.chars() {
        let longer = format!("{kept}{letter}…");
        if text_width(&longer, font_px) > width {
            break;
        }
        kept.push(letter);
    }
    // Two letters tell a name from its neighbour; fewer say nothing.
    if kept.chars().count() < 2 { AttrValue::default() } else { (kept + "…").into() }
}
