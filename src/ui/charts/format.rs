//! How a chart has its values written. The digits themselves are `i18n::number`'s business.

use yew::AttrValue;

use crate::i18n::{Lang, Text, number};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Digits {
    /// For reading: three significant figures, 万 and 億.
    Rounded,
    /// For what was counted: every digit, to so many decimals.
    Exact(usize),
    /// For differences: as for reading, and always with its sign.
    Signed,
}

const POINTS: Text = Text { ja: "ポイント", en: "points" };

/// A language, a unit, and how many digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    lang: Lang,
    unit: Text,
    digits: Digits,
}

impl Format {
    /// What is forecast.
    pub const fn rounded(lang: Lang, unit: Text) -> Self {
        Self { lang, unit, digits: Digits::Rounded }
    }

    /// What was counted.
    pub const fn exact(lang: Lang, unit: Text, n_decimals: usize) -> Self {
        Self { lang, unit, digits: Digits::Exact(n_decimals) }
    }

    /// A difference between two of a unit: shares differ by points, and every value has its sign.
    pub fn difference(lang: Lang, unit: Text) -> Self {
        Self { lang, unit: Self::difference_unit(unit), digits: Digits::Signed }
    }

    pub fn difference_unit(unit: Text) -> Text {
        if unit.ja.starts_with('%') { POINTS } else { unit }
    }

    /// The same without its unit: for axes, and the lower end of a range.
    pub const fn bare(self) -> Self {
        Self { unit: Text { ja: "", en: "" }, ..self }
    }

    pub fn show(self, value: f64) -> AttrValue {
        let digits = match self.digits {
            Digits::Rounded => number::rounded(self.lang, value),
            Digits::Exact(n_decimals) => number::grouped(value, n_decimals),
            Digits::Signed => return Self { digits: Digits::Rounded, ..self }.signed(value),
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
