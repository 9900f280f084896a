//! Quantities as types, and the calendar a city plans by: fiscal years from April to March.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

use serde::{Deserialize, Serialize};

/// Declares a measured quantity: it adds to its own kind and scales by a bare number, no more.
macro_rules! quantity {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(pub f64);

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Div for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
    )+};
}

quantity! {
    /// A head count; fractional, because a cohort model moves fractions of people.
    Persons,
    /// Alarm devices; whole in the model, fractional only as a mean over runs.
    Devices,
    /// Working hours.
    Hours,
    /// Money.
    Yen,
}

/// A part of a whole: `0.202` is 20.2 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Share(pub f64);

impl Share {
    pub const fn from_percent(percent: f64) -> Self {
        Self(percent / 100.0)
    }

    pub const fn percent(self) -> f64 {
        self.0 * 100.0
    }
}

/// A share per month.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct MonthlyRate(pub f64);

/// A share per year: `0.258` is 25.8 % a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct YearlyRate(pub f64);

impl YearlyRate {
    pub const fn from_percent(percent: f64) -> Self {
        Self(percent / 100.0)
    }

    /// The same hazard by the month: what is left after twelve of them is `1 − rate`.
    pub fn monthly(self) -> MonthlyRate {
        MonthlyRate(1.0 - libm::pow(1.0 - self.0, 1.0 / 12.0))
    }
}

impl Mul<Share> for Persons {
    type Output = Self;
    fn mul(self, share: Share) -> Self {
        Self(self.0 * share.0)
    }
}

/// The year from April of its number to the next March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FiscalYear(pub i16);

impl FiscalYear {
    pub const fn first_month(self) -> Month {
        Month::of(self.0, 4)
    }

    /// March: a fiscal-year stock is that of its 31st.
    pub const fn last_month(self) -> Month {
        Month::of(self.0 + 1, 3)
    }

    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> + ExactSizeIterator {
        let first = self.first_month().0;
        (0..12).map(move |step| Month(first + step))
    }

    pub const fn last_day(self) -> Date {
        Date { year: self.0 + 1, month: 3, day: 31 }
    }

    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Every fiscal year from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..(last.0 + 1 - self.0).max(0)).map(move |step| Self(self.0 + step))
    }
}

/// Months since April 2000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month(pub i32);

impl Month {
    /// The month of a calendar year, `month` from 1 (January) to 12.
    pub const fn of(year: i16, month: u8) -> Self {
        Self((year as i32 - 2000) * 12 + month as i32 - 4)
    }

    pub const fn fiscal_year(self) -> FiscalYear {
        FiscalYear(2000 + self.0.div_euclid(12) as i16)
    }

    /// 1 (January) to 12 (December).
    pub const fn month_of_year(self) -> u8 {
        ((self.0 + 3).rem_euclid(12) + 1) as u8
    }

    /// 0 (April) to 11 (March).
    pub const fn month_of_fiscal_year(self) -> u8 {
        self.0.rem_euclid(12) as u8
    }

    pub const fn calendar_year(self) -> i16 {
        2000 + (self.0 + 3).div_euclid(12) as i16
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// None where the calendar has no such day.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let n_days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if 1 <= day && day <= n_days { Some(Self { year, month, day }) } else { None }
    }

    pub const fn month(self) -> Month {
        Month::of(self.year, self.month)
    }

    pub const fn fiscal_year(self) -> FiscalYear {
        self.month().fiscal_year()
    }
}

/// When a figure holds. Every observation keeps the date it was published with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum When {
    /// A flow's total over the year, or a stock on its last day.
    FiscalYear(FiscalYear),
    CalendarYear(i16),
    Month(Month),
    Day(Date),
    /// The source gives no date.
    Undated,
}

impl When {
    /// Reads `FY2019`, `2020`, `2020-06`, `2020-10-01`, or nothing.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Undated);
        }
        if let Some(year) = text.strip_prefix("FY") {
            return Some(Self::FiscalYear(FiscalYear(year_of(year)?)));
        }
        let mut parts = text.split('-');
        let year = year_of(parts.next()?)?;
        let Some(month) = parts.next() else { return Some(Self::CalendarYear(year)) };
        let month: u8 = month.parse().ok()?;
        if !(1..=12).contains(&month) {
            return None;
        }
        let Some(day) = parts.next() else { return Some(Self::Month(Month::of(year, month))) };
        if parts.next().is_some() {
            return None;
        }
        Some(Self::Day(Date::new(year, month, day.parse().ok()?)?))
    }

    /// The fiscal year it falls in; a calendar year's middle lies in the fiscal year of its number.
    pub const fn fiscal_year(self) -> Option<FiscalYear> {
        match self {
            Self::FiscalYear(year) => Some(year),
            Self::CalendarYear(year) => Some(FiscalYear(year)),
            Self::Month(month) => Some(month.fiscal_year()),
            Self::Day(date) => Some(date.fiscal_year()),
            Self::Undated => None,
        }
    }

    /// The month at whose end a count stands: one of a first day is that of the month before.
    pub const fn last_month(self) -> Option<Month> {
        match (self, self.month()) {
            (Self::Day(Date { day: 1, .. }), Some(month)) => Some(Month(month.0 - 1)),
            (_, month) => month,
        }
    }

    /// The month a monthly model meets it in; a fiscal-year figure is complete in March.
    pub const fn month(self) -> Option<Month> {
        match self {
            Self::FiscalYear(year) => Some(year.last_month()),
            Self::CalendarYear(year) => Some(Month::of(year, 12)),
            Self::Month(month) => Some(month),
            Self::Day(date) => Some(date.month()),
            Self::Undated => None,
        }
    }
}

fn year_of(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| 1900 <= *year && *year <= 2200)
}

/// Sorts a short list: each is put where it belongs, equals stay as they stood. The sorts of `std`
/// are made for long lists and are several kilobytes of program for each type and order.
pub fn sort_few<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for next in 1..list.len() {
        let (sorted, new) = list[..=next].split_at(next);
        let place = sorted.partition_point(|seen| compare(seen, &new[0]) != Ordering::Greater);
        for at in (place..next).rev() {
            list.swap(at, at + 1);
        }
    }
}

/// A short map, its entries in the order of their keys; those of `std` are several kilobytes of
/// program for each pair of types, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Few<K, V> {
    fn at(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(key))
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        self.at(key).ok().map(|at| &self.0[at].1)
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.at(key).ok().map(|at| &mut self.0[at].1)
    }

    /// What stood under this key is replaced.
    pub fn put(&mut self, key: K, value: V) -> &mut V {
        let at = match self.at(&key) {
            Ok(at) => {
                self.0[at].1 = value;
                at
            }
            Err(at) => {
                self.0.insert(at, (key, value));
                at
            }
        };
        &mut self.0[at].1
    }

    pub fn remove(&mut self, key: &K) {
        self.0.retain(|(known, _)| known != key);
    }

    pub fn pop_last(&mut self) -> Option<(K, V)> {
        self.0.pop()
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Few<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut few = Self::default();
        for (key, value) in entries {
            few.put(key, value);
        }
        few
    }
}
