//! How a chart has its values written. The digits themselves are `i18n::number`'s business.

use yew::AttrValue;

use crate::i18n::{Lang, Text, number};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Digits {
    /// For reading: three significant figures, 万 and 億.
    Rounded,
    /// For what was counted: every digit, to so many decimals.
    Exact(usize),
    /// For differences: as for reading, with so many decimals at most, and always with its sign.
    Signed(usize),
}

const POINTS: Text = Text { ja: "ポイント", en: "points" };

/// A language, a unit, and how many digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    lang: Lang,
    unit: Text,
    digits: Digits,
    /// Of what comes whole: a median between two whole numbers is written as the nearer one.
    is_whole: bool,
}

impl Format {
    /// What is forecast.
    pub fn rounded(lang: Lang, unit: Text) -> Self {
        Self { lang, unit, digits: Digits::Rounded, is_whole: number::is_counted(unit) }
    }

    /// What was counted.
    pub const fn exact(lang: Lang, unit: Text, n_decimals: usize) -> Self {
        Self { lang, unit, digits: Digits::Exact(n_decimals), is_whole: false }
    }

    /// A difference between two of a unit: shares differ by points, and every value has its sign.
    pub fn difference(lang: Lang, unit: Text) -> Self {
        let rounded = Self::rounded(lang, unit);
        let digits = Digits::Signed(number::DECIMALS_MAX);
        Self { unit: Self::difference_unit(unit), digits, ..rounded }
    }

    /// A difference beside the values it lies between, with no more decimals than these are read
    /// with: «57.3 → 54.1» differ by «−3.2».
    pub fn between(lang: Lang, unit: Text, values: [f64; 2]) -> Self {
        let most = values.into_iter().map(number::n_decimals).fold(0, usize::max);
        Self { digits: Digits::Signed(most), ..Self::difference(lang, unit) }
    }

    pub fn difference_unit(unit: Text) -> Text {
        if unit.ja.starts_with('%') { POINTS } else { unit }
    }

    pub const fn in_unit(self, unit: Text) -> Self {
        Self { unit, ..self }
    }

    /// The same without its unit: for the lower end of a range.
    pub const fn bare(self) -> Self {
        self.in_unit(Text { ja: "", en: "" })
    }

    /// For the marks of an axis, which may lie between what comes whole.
    pub const fn marks(self) -> Self {
        Self { is_whole: false, ..self.bare() }
    }

    /// The value that is written: what comes whole, to the nearest whole number; a difference, to its
    /// decimals.
    pub fn told(self, value: f64) -> f64 {
        match self.digits {
            _ if self.is_whole => libm::round(value),
            Digits::Signed(most) => number::round_decimals(value, most),
            Digits::Rounded | Digits::Exact(_) => value,
        }
    }

    pub fn show(self, value: f64) -> AttrValue {
        let value = self.told(value);
        let digits = match self.digits {
            Digits::Rounded => number::rounded(self.lang, value),
            Digits::Exact(n_decimals) => number::grouped(value, n_decimals),
            Digits::Signed(_) => return Self { digits: Digits::Rounded, ..self }.signed(value),
        };
        let unit = self.unit.get(self.lang);
        let joint = if self.lang == Lang::En && !unit.is_empty() && !unit.starts_with('%') {
            " "
        } else {
            ""
        };
        AttrValue::from(digits + joint + unit)
    }

    /// A difference: «+120台», «−20台», «±0台».
    pub fn signed(self, value: f64) -> AttrValue {
        let shown = self.show(value);
        // What is nothing in the digits shown has no direction: «+0.0» would read as a rise.
        let is_nothing = !self.bare().show(value).bytes().any(|b| b.is_ascii_digit() && b != b'0');
        match value {
            _ if is_nothing && value.is_finite() => AttrValue::from(format!("±{shown}")),
            value if value > 0.0 => AttrValue::from(format!("+{shown}")),
            _ => shown,
        }
    }
}
