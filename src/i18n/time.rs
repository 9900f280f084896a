//! Years and days as a city writes them: the era and the calendar year side by side.

use crate::i18n::Lang;
use crate::units::{Date, FiscalYear, Month, When};

/// First day of each era, the newest first.
const ERAS: [(Date, &str, &str); 3] = [
    (Date { year: 2019, month: 5, day: 1 }, "令和", "Reiwa"),
    (Date { year: 1989, month: 1, day: 8 }, "平成", "Heisei"),
    (Date { year: 1926, month: 12, day: 25 }, "昭和", "Showa"),
];

/// `令和4年度 (2022)`, `FY2022 (Reiwa 4)`. The fiscal year 2019 began in Heisei and is written
/// 令和元年度, as the plans of that year write it.
pub fn fiscal_year(lang: Lang, year: FiscalYear) -> String {
    let (ja, en, number) = era(year.last_day(), year.0);
    match lang {
        Lang::Ja => format!("{ja}{}年度 ({})", number_ja(number), year.0),
        Lang::En => format!("FY{} ({en} {number})", year.0),
    }
}

/// The short form for an axis: `R4`, `FY2022`.
pub fn fiscal_year_short(lang: Lang, year: FiscalYear) -> String {
    let (_, en, number) = era(year.last_day(), year.0);
    match lang {
        Lang::Ja => format!("{}{number}", &en[..1]),
        Lang::En => format!("FY{}", year.0),
    }
}

pub fn calendar_year(lang: Lang, year: i16) -> String {
    let (ja, en, number) = era(Date { year, month: 12, day: 31 }, year);
    match lang {
        Lang::Ja => format!("{ja}{}年 ({year})", number_ja(number)),
        Lang::En => format!("{year} ({en} {number})"),
    }
}

pub fn month(lang: Lang, month: Month) -> String {
    let year = month.calendar_year();
    let (ja, _, number) = era(Date { year, month: month.month_of_year(), day: 28 }, year);
    match lang {
        Lang::Ja => format!("{ja}{}年{}月 ({year})", number_ja(number), month.month_of_year()),
        Lang::En => format!("{} {year}", month_name(month.month_of_year())),
    }
}

pub fn date(lang: Lang, date: Date) -> String {
    let (ja, _, number) = era(date, date.year);
    let Date { year, month, day } = date;
    match lang {
        Lang::Ja => format!("{ja}{}年{month}月{day}日 ({year})", number_ja(number)),
        Lang::En => format!("{day} {} {year}", month_name(month)),
    }
}

pub fn when(lang: Lang, when: When) -> String {
    match (when, lang) {
        (When::FiscalYear(year), _) => fiscal_year(lang, year),
        (When::CalendarYear(year), _) => calendar_year(lang, year),
        (When::Month(of), _) => month(lang, of),
        (When::Day(of), _) => date(lang, of),
        (When::Undated, Lang::Ja) => "時点の記載なし".into(),
        (When::Undated, Lang::En) => "no date given".into(),
    }
}

/// The era in force on a day, and the number in it of the year called `year`.
fn era(day: Date, year: i16) -> (&'static str, &'static str, i16) {
    let (start, ja, en) =
        ERAS.iter().find(|(start, ..)| *start <= day).copied().unwrap_or(ERAS[ERAS.len() - 1]);
    (ja, en, (year - start.year + 1).max(1))
}

fn number_ja(number: i16) -> String {
    if number == 1 { "元".into() } else { number.to_string() }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[usize::from(month.clamp(1, 12)) - 1]
}
