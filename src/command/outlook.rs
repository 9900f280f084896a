//! The long view of the people by year, as a table.

use std::fmt::Write as _;

use super::arguments::Arguments;
use crate::engine::bands::{P10, P50, P90};
use crate::engine::draw::Ranges;
use crate::engine::long_view::{has_one, long_view};
use crate::i18n::number;
use crate::measures::MeasureId;
use crate::worker::desk::City;

/// Draws, where nobody asks for another number.
const DRAWS: u32 = 256;

pub(super) fn outlook(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let city = City::new(super::municipality(arguments)?.basis);
    let code = arguments.get("place").unwrap_or_default();
    let spot = city.ground.spot(code).ok_or_else(|| {
        arguments.say(
            format!("{code} という場所はありません。mitoshi facts の一覧にあるコードを指定してください。"),
            format!("There is no place {code}. Give a code that mitoshi facts lists."),
        )
    })?;
    let draws = arguments.number("draws")?.unwrap_or(DRAWS).clamp(16, 1_024);
    let seed = arguments.number("seed")?.unwrap_or(1);
    let measures: Vec<MeasureId> = MeasureId::all().filter(|m| has_one(*m)).collect();
    let found = long_view(&city.ground, &Ranges::default(), seed, spot, &measures, draws);
    let mut out = String::new();
    for (measure, years) in measures.iter().zip(found) {
        let spec = measure.spec();
        let _ = writeln!(out, "\n{} ({})", spec.label.get(lang), spec.unit.get(lang));
        for (year, band) in years {
            let show = |at: usize| {
                number::rounded(lang, number::in_wholes(f64::from(band[at]), spec.unit))
            };
            let [low, middle, high] = [P10, P50, P90].map(show);
            let _ = writeln!(out, "  {year}  {middle}  ({low}–{high})");
        }
    }
    Ok(out.trim_start().to_owned())
}
