//! Numbers read from their digits, beside the standard library's own reading.

use mitoshi::i18n::decimal::read;
use proptest::prelude::*;

#[test]
fn what_is_a_number_is_read_and_nothing_else() {
    for text in ["0", "-0", "7", "-2.5", "+3", ".5", "5.", "1e3", "1E-3", "2.5e+4", "0.1", "1e400"]
    {
        check(text);
    }
    for text in ["", "-", ".", "e5", "1e", "1e+", "1.2.3", "--1", "1 ", "inf", "nan", "１", "0x1"]
    {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn the_smallest_and_the_largest_are_read_to_their_last_bits() {
    for text in [
        "1.7976931348623157e308",
        "1.7976931348623159e308",
        "2.2250738585072014e-308",
        "2.225073858507201e-308",
        "5e-324",
        "2.4703282292062328e-324",
        "2.4703282292062327e-324",
        "1e-400",
        "9007199254740993",
        "9007199254740993e-30",
    ] {
        check(text);
    }
    let long = "9".repeat(400);
    assert_eq!(read(&format!("{long}e-99999")), Some(0.0));
    assert_eq!(read(&long), Some(f64::INFINITY));
}

#[track_caller]
fn check(text: &str) {
    let known = text.parse::<f64>().unwrap();
    assert_eq!(read(text).map(f64::to_bits), Some(known.to_bits()), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn nineteen_digits_are_read_to_the_last_bit(
        digits in 0_u64..10_000_000_000_000_000_000, power in -345..=310_i32,
    ) {
        check(&format!("{digits}e{power}"));
    }

    /// As documents write them: the shortest text that is this number and no other.
    #[test]
    fn what_is_written_comes_back(bits in any::<u64>(), value in -1e9_f64..1e9) {
        let any = f64::from_bits(bits);
        if any.is_finite() {
            check(&format!("{any:?}"));
        }
        check(&value.to_string());
    }
}
