//! `mitoshi calibrate` and `mitoshi validate`: does history fit, and would earlier runs have held?

use std::fmt::Write as _;
use std::rc::Rc;

use super::arguments::Arguments;
use crate::engine::calibrate::{FitRow, SolvedRow, calibrate as fit};
use crate::engine::draw::Ranges;
use crate::engine::ground::Ground;
use crate::engine::hindcast;
use crate::engine::study::Study;
use crate::i18n::{Lang, number, time};
use crate::measures::MeasureId;
use crate::shocks::Script;

/// Blocks of sixteen draws that `calibrate` looks at.
const BLOCKS: u32 = 32;

pub fn validate(arguments: &Arguments) -> Result<String, String> {
    Ok(hindcast::report(&super::municipality(arguments)?, arguments.lang()))
}

pub fn calibrate(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let city = super::municipality(arguments)?;
    let seed = arguments.number("seed")?.unwrap_or(1);
    let ground = Rc::new(Ground::new(&city));
    let study = Study::new(ground, Ranges::default(), Script::default(), seed);
    let done = fit(&city, &study, BLOCKS).map_err(|contradiction| {
        let label = contradiction.measure.spec().label.get(lang);
        let share = number::percent(contradiction.share);
        match lang {
            Lang::Ja => format!(
                "「{label}」の実績どうしが食い違い、試行の{share}で合う値が見つかりません。\
                 observations.csv の日付と値を確かめてください。"
            ),
            Lang::En => format!(
                "The figures of “{label}” contradict each other: {share} of the draws have no \
                 solution. Check dates and values in observations.csv."
            ),
        }
    })?;
    Ok(solved(&done.solved, lang) + &observed(&done.fit, lang) + &unsolved(&done.unsolved, lang))
}

fn rounded(lang: Lang, band: [f32; 3]) -> String {
    band.map(|x| number::rounded(lang, f64::from(x))).join(" / ")
}

fn solved(rows: &[SolvedRow], lang: Lang) -> String {
    let mut out = words(
        lang,
        "解いた値（10・50・90%）と試作の値",
        "Solved (p10, p50, p90), and the prototype's",
    );
    for SolvedRow { spec, ours, prototype } in rows {
        let prototype = prototype.map(|band| band.map(|x| number::rounded(lang, x)).join(" / "));
        let prototype = prototype.unwrap_or_else(|| "–".to_owned());
        let (label, unit) = (spec.label.get(lang), spec.unit.get(lang));
        let _ = writeln!(out, "{label}\t{}\t{prototype}\t{unit}", rounded(lang, *ours));
    }
    out
}

/// Each observation as it was given, and the draws at its own date.
fn observed(rows: &[FitRow], lang: Lang) -> String {
    let mut out = words(lang, "実績とのずれ", "Observations and what runs say of them");
    for row in rows {
        let label = row.measure.spec().label.get(lang);
        let when = time::when(lang, row.when);
        let kind = row.kind.label().get(lang);
        let seen = number::as_given(row.seen);
        let gap = number::rounded(lang, f64::from(row.ours[1]) - row.seen);
        let ours = rounded(lang, row.ours);
        let _ = writeln!(out, "{label}\t{when}\t{kind} {seen}\t{ours}\t{gap}");
    }
    out
}

fn unsolved(chains: &[(MeasureId, f64)], lang: Lang) -> String {
    let mut out = words(
        lang,
        "解のない試行（5%を超えると誤りとして止まる）",
        "Draws without a solution (more than 5 % is an error)",
    );
    for (measure, share) in chains {
        let label = measure.spec().label.get(lang);
        let _ = writeln!(out, "{label}\t{}", number::percent(*share));
    }
    out
}

fn words(lang: Lang, ja: &str, en: &str) -> String {
    format!("\n{}\n", if lang == Lang::Ja { ja } else { en })
}
