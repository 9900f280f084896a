//! Units as headings, titles and cells write them: 千人, 百万円, thousand yen, 回/年.

use super::plain::squeezed;

/// What a unit counts. People, devices and meetings are counted alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Count,
    Money,
    Share,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// A thousand in 千人.
    pub times: f64,
    /// None where it says how many at a time and not of what: 「千」.
    pub of: Option<Of>,
}

pub const ONE: Unit = Unit { times: 1.0, of: Some(Of::Count) };

/// What is counted.
#[rustfmt::skip]
const BASES: [(Of, &[&str]); 3] = [
    (Of::Count, &[
        "法人", "世帯", "か所", "ヶ所", "ケ所", "カ所", "ヵ所", "箇所", "団体", "圏域", "時間", "施設", "事業所",
        "人", "名", "台", "回", "件", "戸", "区", "households", "centres", "cases", "times", "hours", "sites",
        "people", "persons", "devices", "meetings", "posts", "places", "organisations", "offices", "areas",
        "reports", "users", "calls", "wards", "units",
    ]),
    (Of::Money, &["円", "yen", "jpy"]),
    (Of::Share, &["パーセント", "ポイント", "%", "percent", "points"]),
];

/// How many at a time; a longer word stands before one that it ends in.
const TIMES: [(&str, f64); 15] = [
    ("百万", 1e6),
    ("千万", 1e7),
    ("十万", 1e5),
    ("百", 1e2),
    ("千", 1e3),
    ("万", 1e4),
    ("億", 1e8),
    ("tenthousand", 1e4),
    ("hundredthousand", 1e5),
    ("thousands", 1e3),
    ("thousand", 1e3),
    ("millions", 1e6),
    ("million", 1e6),
    ("billion", 1e9),
    ("hundred", 1e2),
];

/// A thousand in digits: 「1,000円」.
const IN_DIGITS: [(&str, f64); 7] = [
    ("1000", 1e3),
    ("'000", 1e3),
    ("000s", 1e3),
    ("10000", 1e4),
    ("100000", 1e5),
    ("1000000", 1e6),
    ("100000000", 1e8),
];

/// Over what time: a count of a year is a count.
const PERIODS: [&str; 6] = ["/年", "/月", "/年度", "ayear", "amonth", "peryear"];

/// The whole text is a unit, and nothing else.
pub fn read(text: &str) -> Option<Unit> {
    let text = squeezed(text).replace(',', "");
    let text = PERIODS.iter().find_map(|period| text.strip_suffix(period)).unwrap_or(&text);
    let many = TIMES.iter().chain(&IN_DIGITS).find(|(word, _)| *word == text);
    if let Some((_, times)) = many {
        return Some(Unit { times: *times, of: None });
    }
    let (before, unit) = behind(text)?;
    let before = before.strip_suffix("of").unwrap_or(before);
    let digits = IN_DIGITS.iter().find(|(word, _)| *word == before).map(|(_, times)| *times);
    let times = digits.or(before.is_empty().then_some(1.0))?;
    Some(Unit { times: unit.times * times, ..unit })
}

/// The unit that a squeezed text ends in, and what stands before it.
pub fn behind(text: &str) -> Option<(&str, Unit)> {
    if text.ends_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let words = BASES.iter().flat_map(|(of, words)| words.iter().map(|word| (*of, *word)));
    let (of, before) = words
        .filter_map(|(of, word)| Some((of, text.strip_suffix(word)?)))
        .min_by_key(|(_, before)| before.len())?;
    let bare = before.strip_suffix("of").unwrap_or(before);
    let many = TIMES.iter().find_map(|(word, times)| Some((bare.strip_suffix(word)?, *times)));
    let (before, times) = many.unwrap_or((before, 1.0));
    Some((before, Unit { times, of: Some(of) }))
}

/// Says that one stands for many, whether the rest is a unit or not.
pub fn says_many(text: &str) -> bool {
    let text = squeezed(text).replace(',', "");
    TIMES.iter().chain(&IN_DIGITS).any(|(word, _)| text.starts_with(word))
}

/// What the numbers of a table count, and what ours do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Of a number without a unit of its own.
    pub bare: f64,
    pub ours: f64,
}

impl Scale {
    pub const SAME: Self = Self { bare: 1.0, ours: 1.0 };

    /// A number in our unit: to the bit where nothing is to be done, and whole where it is whole.
    pub fn ours(self, value: f64, unit: Option<Unit>) -> f64 {
        let theirs = unit.map_or(self.bare, |unit| unit.times);
        if theirs == self.ours {
            return value;
        }
        let value = value * theirs / self.ours;
        let whole = libm::round(value);
        if (value - whole).abs() <= value.abs() * 1e-12 { whole } else { value }
    }

    /// By how much of ours a number with so many decimals may be rounded. Single people are whole,
    /// and a number that tells them is not rounded.
    pub fn half(self, unit: Option<Unit>, n_decimals: usize) -> f64 {
        let step =
            unit.map_or(self.bare, |unit| unit.times) * libm::pow(10.0, -(n_decimals as f64));
        if step <= 1.0 { 0.0 } else { step / 2.0 / self.ours }
    }
}
