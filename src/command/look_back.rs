//! `mitoshi calibrate` and `mitoshi validate`: does history fit, and would earlier runs have held?

use std::fmt::Write as _;
use std::rc::Rc;

use super::arguments::Arguments;
use crate::engine::calibrate::calibrate as fit;
use crate::engine::draw::Ranges;
use crate::engine::ground::Ground;
use crate::engine::hindcast;
use crate::engine::study::Study;
use crate::i18n::{Lang, number, time};
use crate::measures::MeasureId;
use crate::shocks::Script;
use crate::units::FiscalYear;

pub fn validate(arguments: &Arguments) -> Result<String, String> {
    Ok(hindcast::report(&super::municipality(arguments)?, arguments.lang()))
}

pub fn calibrate(arguments: &Arguments) -> Result<String, String> {
    let lang = arguments.lang();
    let city = super::municipality(arguments)?;
    let seed = arguments.number("seed")?.unwrap_or(1);
    let ground = Rc::new(Ground::new(&city));
    let study = Study::new(ground, Ranges::default(), Script::default(), seed);
    let done = fit(&city, &study).map_err(|contradiction| {
        let measure = MeasureId::find(contradiction.measure);
        let label = measure.map_or("", |m| m.spec().label.get(lang));
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
    let rounded = |x: f32| number::rounded(lang, f64::from(x));
    let mut out = words(
        lang,
        "解いた値（10・50・90%）と試作の値",
        "Solved (p10, p50, p90), and the prototype's",
    );
    for row in &done.solved {
        let spec = row.spec;
        let [low, mid, high] = row.ours.map(rounded);
        let proto = [spec.p10, spec.p50, spec.p90].map(|x| number::rounded(lang, x)).join(" / ");
        let (label, unit) = (spec.label.get(lang), spec.unit.get(lang));
        let _ = writeln!(out, "{label}\t{low} / {mid} / {high}\t{proto}\t{unit}");
    }
    out += &words(lang, "実績とのずれ", "Observations and what runs say of them");
    for row in &done.fit {
        let spec = row.measure.spec();
        let year = time::fiscal_year(lang, FiscalYear(row.fiscal_year as i16));
        let [low, mid, high] = row.ours.map(rounded);
        let gap = number::rounded(lang, f64::from(row.ours[1]) - row.seen);
        let kind = match (row.is_count, lang) {
            (true, Lang::Ja) => "実績",
            (false, Lang::Ja) => "見込み",
            (true, Lang::En) => "actual",
            (false, Lang::En) => "estimate",
        };
        let seen = number::rounded(lang, row.seen);
        let label = spec.label.get(lang);
        let _ = writeln!(out, "{label}\t{year}\t{kind} {seen}\t{low} / {mid} / {high}\t{gap}");
    }
    for (_, share) in &done.unsolved {
        let share = number::percent(*share);
        out += &words(
            lang,
            &format!("解のない試行：{share}（5%を超えると誤りとして止まる）"),
            &format!("Draws without a solution: {share} (more than 5 % is an error)"),
        );
    }
    Ok(out)
}

fn words(lang: Lang, ja: &str, en: &str) -> String {
    format!("\n{}\n", if lang == Lang::Ja { ja } else { en })
}
