//! Numbers, years and chances as people write them.

use mitoshi::i18n::Lang::{En, Ja};
use mitoshi::i18n::number::{Counter, as_given, count, exact_count, grouped, percent, rounded};
use mitoshi::i18n::{chance, time};
use mitoshi::units::{FiscalYear, Month, When, YearlyRate};

#[test]
fn numbers_are_rounded_for_the_reader() {
    let rows: [(f64, &str, &str); 8] = [
        (1_538_262.0, "154万人", "1.54 million people"),
        (123_456.0, "12.3万人", "123,000 people"),
        (9_876.0, "9,880人", "9,880 people"),
        (0.0, "0人", "0 people"),
        (-1_234.0, "−1,230人", "−1,230 people"),
        (14.0, "14人", "14 people"),
        (10_000.0, "1万人", "10,000 people"),
        (99_960_000.0, "1億人", "100 million people"),
    ];
    for (value, ja, en) in rows {
        assert_eq!(count(Ja, value, Counter::People), ja);
        assert_eq!(count(En, value, Counter::People), en);
    }
    assert_eq!(rounded(Ja, 123_400_000.0), "1.23億");
    assert_eq!(rounded(En, 1_340_000_000.0), "1.34 billion");
    assert_eq!(exact_count(Ja, 1_645, Counter::Devices), "1,645台");
    assert_eq!(percent(0.2022), "20.2%");
    assert_eq!(grouped(-0.04, 1), "0.0");
    assert_eq!(as_given(54.0833), "54.0833");
    assert_eq!(as_given(66_075.0), "66,075");
    assert_eq!(grouped(f64::NAN, 1), "–");
}

#[test]
fn years_are_written_in_both_ways() {
    assert_eq!(time::fiscal_year(Ja, FiscalYear(2022)), "令和4年度 (2022)");
    assert_eq!(time::fiscal_year(En, FiscalYear(2022)), "FY2022 (Reiwa 4)");
    assert_eq!(time::fiscal_year(Ja, FiscalYear(2019)), "令和元年度 (2019)");
    assert_eq!(time::fiscal_year(Ja, FiscalYear(2018)), "平成30年度 (2018)");
    assert_eq!(time::fiscal_year_short(Ja, FiscalYear(2022)), "R4");
    assert_eq!(time::fiscal_year_short(Ja, FiscalYear(2018)), "H30");
    assert_eq!(time::month(Ja, Month::of(2020, 6)), "令和2年6月 (2020)");
    assert_eq!(time::when(Ja, When::parse("2018-10-01").unwrap()), "平成30年10月1日 (2018)");
    assert_eq!(time::when(En, When::parse("2019-04-01").unwrap()), "1 April 2019");
    assert_eq!(time::calendar_year(Ja, 2015), "平成27年 (2015)");
}

#[test]
fn months_know_their_fiscal_year() {
    assert_eq!(Month::of(2000, 4), Month(0));
    assert_eq!(Month::of(2020, 3).fiscal_year(), FiscalYear(2019));
    assert_eq!(Month::of(2020, 4).fiscal_year(), FiscalYear(2020));
    assert_eq!(Month::of(1999, 12).calendar_year(), 1999);
    assert_eq!(Month::of(1999, 12).fiscal_year(), FiscalYear(1999));
    let months: Vec<u8> = FiscalYear(2018).months().map(Month::month_of_year).collect();
    assert_eq!(months, [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]);
    assert_eq!(FiscalYear(2018).through(FiscalYear(2025)).len(), 8);
    let left = libm::pow(1.0 - YearlyRate::from_percent(25.8).monthly().0, 12.0);
    assert!((left - 0.742).abs() < 1e-12);
}

#[test]
fn times_that_do_not_exist_are_refused() {
    for text in ["2019-02-29", "2019-13", "FY", "R1", "2019-4-31", "2019-01-01-01", "19"] {
        assert_eq!(When::parse(text), None, "{text}");
    }
    assert_eq!(When::parse(""), Some(When::Undated));
}

#[test]
fn a_chance_is_said_no_finer_than_it_is_known() {
    assert_eq!(chance::words(Ja, 820, 1024), "約8割");
    assert_eq!(chance::words(En, 820, 1024), "about 8 in 10");
    assert_eq!(chance::words(Ja, 0, 1024), "ほとんどない");
    assert_eq!(chance::words(En, 1024, 1024), "almost certain");
    assert_eq!(chance::words(Ja, 8, 16), "五分五分");
    // No finer than a thousand runs can tell, and never quite impossible or certain.
    assert_eq!(chance::percent(Ja, 0.189), "19%");
    assert_eq!(chance::percent(Ja, 0.0), "1%未満");
    assert_eq!(chance::percent(En, 0.999), "over 99%");
    assert_eq!(chance::words(En, 15, 16), "high");
    assert_eq!(chance::words(Ja, 0, 0), "まだわからない");
}
