//! Digits as people write them. The one module that formats a number for a reader.

use crate::i18n::{Lang, Text};

/// What is counted, and with which word it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counter {
    People,
    Devices,
    Times,
    Yen,
    Places,
    Posts,
    Cases,
    Households,
    Organisations,
    Hours,
}

impl Counter {
    fn suffix(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::People | Self::Posts, Lang::Ja) => "人",
            (Self::Devices, Lang::Ja) => "台",
            (Self::Times, Lang::Ja) => "回",
            (Self::Yen, Lang::Ja) => "円",
            (Self::Places, Lang::Ja) => "か所",
            (Self::Cases, Lang::Ja) => "件",
            (Self::Households, Lang::Ja) => "世帯",
            (Self::Organisations, Lang::Ja) => "団体",
            (Self::Hours, Lang::Ja) => "時間",
            (Self::People, Lang::En) => " people",
            (Self::Devices, Lang::En) => " devices",
            (Self::Times, Lang::En) => " times",
            (Self::Yen, Lang::En) => " yen",
            (Self::Places, Lang::En) => " places",
            (Self::Posts, Lang::En) => " posts",
            (Self::Cases, Lang::En) => " cases",
            (Self::Households, Lang::En) => " households",
            (Self::Organisations, Lang::En) => " organisations",
            (Self::Hours, Lang::En) => " hours",
        }
    }
}

/// The digits with a comma at each thousand, rounded to `decimals` places.
pub fn grouped(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".into();
    }
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, rest) = plain.find('.').map_or((plain.as_str(), ""), |dot| plain.split_at(dot));
    let mut text = String::new();
    // A minus sign only where a digit other than zero follows: «−0» says nothing.
    if value < 0.0 && plain.bytes().any(|byte| byte.is_ascii_digit() && byte != b'0') {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

/// A whole number with commas, for tables and data where every digit counts.
pub fn exact(value: i64) -> String {
    grouped(value as f64, 0)
}

/// Rounds to so many significant figures.
pub fn round_significant(value: f64, n_figures: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let exponent = n_figures - 1 - libm::floor(libm::log10(value.abs())) as i32;
    if exponent >= 0 {
        let scale = power_of_ten(exponent);
        libm::round(value * scale) / scale
    } else {
        let scale = power_of_ten(-exponent);
        libm::round(value / scale) * scale
    }
}

/// Rounds to so many decimals.
pub fn round_decimals(value: f64, n_decimals: usize) -> f64 {
    let scale = power_of_ten(n_decimals as i32);
    libm::round(value * scale) / scale
}

/// The decimals a value is read with, a trailing zero among them: two below ten, one below a hundred.
pub fn n_decimals(value: f64) -> usize {
    match round_significant(value, 3).abs() {
        size if size >= 100.0 || size == 0.0 => 0,
        size if size >= 10.0 => 1,
        _ => DECIMALS_MAX,
    }
}

pub const DECIMALS_MAX: usize = 2;

/// Three significant figures, in 万 and 億 or thousands: for reading, not for adding up.
pub fn rounded(lang: Lang, value: f64) -> String {
    let value = round_significant(value, 3);
    let size = value.abs();
    match lang {
        Lang::Ja if size >= 1e8 => grouped_trimmed(value / 1e8) + "億",
        Lang::Ja if size >= 1e4 => grouped_trimmed(value / 1e4) + "万",
        Lang::En if size >= 1e9 => grouped_trimmed(value / 1e9) + " billion",
        Lang::En if size >= 1e6 => grouped_trimmed(value / 1e6) + " million",
        Lang::Ja | Lang::En => grouped_trimmed(value),
    }
}

/// Whether a unit is of things that come whole: half a person is nobody. A full-time equivalent is a
/// sum of hours.
pub fn is_counted(unit: Text) -> bool {
    const WHOLE: [&str; 8] = ["人", "人月", "か月", "件", "台", "回", "か所", "団体"];
    WHOLE.contains(&unit.ja) && unit.en != "FTE"
}

/// The nearest whole number of what comes whole; all else as it is.
pub fn in_wholes(value: f64, unit: Text) -> f64 {
    if is_counted(unit) { libm::round(value) } else { value }
}

/// A rounded number with its counter: `12.3万人`, `923 devices`.
pub fn count(lang: Lang, value: f64, counter: Counter) -> String {
    rounded(lang, value) + counter.suffix(lang)
}

/// Every digit, with its counter.
pub fn exact_count(lang: Lang, value: i64, counter: Counter) -> String {
    exact(value) + counter.suffix(lang)
}

/// A share as a percentage with one decimal: `0.202` is `20.2%`.
pub fn percent(share: f64) -> String {
    grouped(share * 100.0, 1) + "%"
}

/// A value that is already a percentage.
pub fn percent_value(percent: f64) -> String {
    percent_text(grouped(percent, 1))
}

fn percent_text(digits: String) -> String {
    digits + "%"
}

/// As many decimals as the value was given with, up to six: for tables of sources.
pub fn as_given(value: f64) -> String {
    let decimals = (0..6).find(|decimals| {
        let scale = power_of_ten(*decimals);
        (libm::round(value * scale) / scale - value).abs() <= value.abs() * 1e-12
    });
    grouped(value, decimals.unwrap_or(6) as usize)
}

/// A value with the unit a table gives it; per cent has no space before it.
pub fn with_unit(lang: Lang, value: f64, unit: &str) -> String {
    let digits = as_given(value);
    match lang {
        _ if unit.starts_with('%') => digits + unit,
        Lang::Ja => digits + unit,
        Lang::En => format!("{digits} {unit}"),
    }
}

fn power_of_ten(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// At most two decimals, and none that is a trailing zero.
fn grouped_trimmed(value: f64) -> String {
    let text = grouped(value, n_decimals(value));
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
