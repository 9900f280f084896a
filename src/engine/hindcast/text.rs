//! What `mitoshi validate` prints.

use std::fmt::Write as _;

use super::score::{RULES, RULES_JA};
use super::{CityScore, WardScore, certified, living_alone, population, reproduction, too_short};
use crate::facts::Municipality;
use crate::i18n::Lang;
use crate::measures::MeasureId;

/// The whole report. Text out, nothing else.
pub fn report(city: &Municipality, lang: Lang) -> String {
    let say = |ja, en| pick(lang, ja, en);
    let mut out = format!("{}{}\n", say("振り返り：", "Looking back: "), city.name.get(lang));
    arithmetic(&mut out, city, lang);
    wards(&mut out, city, &population(city), lang);
    out += say("\n## 全体の1つの値\n", "\n## One figure of the municipality\n");
    city_line(&mut out, say("65歳以上の一人暮らし", "living alone, 65+"), living_alone(city), lang);
    city_line(&mut out, say("認定者", "certified"), certified(city), lang);
    out += say(
        "\n全国の年齢別の割合（一人暮らし2020年、認定2020年）と仮定の幅は、ここでの出発点より後の\
         ものです。成績は甘めに出ています。\n",
        "\nThe national profiles (living alone 2020, certification 2020) and the ranges of the \
         assumptions are later than these starts: read the scores as friendly.\n",
    );
    let too_short = too_short(city);
    if !too_short.is_empty() {
        out += say("\n## 短すぎて判断できないもの\n", "\n## Too short to judge\n");
    }
    for short in too_short {
        let label =
            MeasureId::find(short.measure).map_or(short.measure, |m| m.spec().label.get(lang));
        let _ = write!(out, "{label}: {}{}", short.n_counts, say("回の実績", " counts"));
        if short.on_a_line {
            out += say(
                "。最後の値はそれらを結ぶ直線上の見込みで、実績ではありません",
                "; the last figure is an estimate on a straight line through them, not a count",
            );
        }
        out += say("。\n", ".\n");
    }
    out
}

fn pick<'a>(lang: Lang, ja: &'a str, en: &'a str) -> &'a str {
    if lang == Lang::Ja { ja } else { en }
}

/// The simple rules in the language of the report, in their order.
fn rules(lang: Lang) -> [&'static str; RULES.len()] {
    if lang == Lang::En { RULES } else { RULES_JA }
}

fn arithmetic(out: &mut String, city: &Municipality, lang: Lang) {
    let say = |ja, en| pick(lang, ja, en);
    out.push_str(say(
        "\n## 公表された推計を基準年から計算し直す\n",
        "\n## The published projection, computed again from its base\n",
    ));
    let rows = reproduction(city);
    if rows.is_empty() {
        out.push_str(say(
            "推計が読み込まれていません。生残は全国の値とし、転出入はないものとします。\n",
            "No projection is loaded: survival is the nation's and nobody moves.\n",
        ));
        return;
    }
    out.push_str(say(
        "区：最大のずれ（1区分、合計、人）、平均のずれ（%）、各歳と5歳階級の差（65歳以上、%）\n",
        "ward: largest cell, largest total (people), mean error (%); \
         single years less five-year ages at 65+ (%)\n",
    ));
    for row in rows {
        let _ = write!(
            out,
            "{:<13} {:>5.1} {:>6.1} {:>8.4} ",
            city.places.get(row.place).name.get(lang),
            row.worst_cell,
            row.worst_total,
            row.mean_percent
        );
        for (year, percent) in &row.single_percent {
            let _ = write!(out, "  {year}: {percent:+.3}");
        }
        out.push('\n');
    }
}

fn wards(out: &mut String, city: &Municipality, rows: &[WardScore], lang: Lang) {
    let say = |ja, en| pick(lang, ja, en);
    out.push_str(say(
        "\n## 5年後の各区を、年齢不詳を補った国勢調査と比べる\n",
        "\n## Wards, five years on, against the completed census\n",
    ));
    if rows.is_empty() {
        out.push_str(say(
            "推計か、その後の年齢別の国勢調査がなく、比べられません。\n",
            "No projection or no later census with ages: nothing to compare with.\n",
        ));
        return;
    }
    out.push_str(say(
        "場所 年齢：実績、中央（10〜90%）、ずれ%、幅に入ったか、CRPS | ずれ%：公表された推計",
        "place ages: counted; median (p10–p90), error %; held; CRPS | errors %: edition as \
         printed",
    ));
    for rule in rules(lang) {
        let _ = write!(out, ", {rule}");
    }
    out.push('\n');
    for row in rows {
        let score = &row.score;
        let _ = write!(
            out,
            "{:<13} {}+: {:>7.0}; {:>7.0} ({:.0}–{:.0}), {:+.1}; {}; {:.0} | {:+.1}",
            city.places.get(row.place).name.get(lang),
            row.from_age,
            score.actual,
            score.p50,
            score.p10,
            score.p90,
            score.error_percent(),
            held(score.is_held(), lang),
            score.crps,
            row.edition_percent,
        );
        for rule in 0..RULES.len() {
            match score.naive_percent(rule) {
                Some(percent) => {
                    let _ = write!(out, ", {percent:+.1}");
                }
                None => out.push_str(", –"),
            }
        }
        out.push('\n');
    }
    let root = city.places.root();
    let of_wards: Vec<&WardScore> = rows.iter().filter(|row| row.place != root).collect();
    summary(out, &of_wards, lang);
}

/// Shares held and mean errors over the wards, beside the simple rules'.
fn summary(out: &mut String, rows: &[&WardScore], lang: Lang) {
    let say = |ja, en| pick(lang, ja, en);
    let n = rows.len() as f64;
    let held = rows.iter().filter(|row| row.score.is_held()).count();
    let mean = |of: &dyn Fn(&WardScore) -> f64| rows.iter().map(|row| of(row)).sum::<f64>() / n;
    let label = say("80%の幅に入った区の値", "ward figures held by the 80 % band");
    let _ = writeln!(out, "{label}: {held} / {}", rows.len());
    let label = say("区の平均のずれ", "mean absolute error of the wards");
    let (ours, edition) = (say("この模型", "ours"), say("公表された推計", "edition as printed"));
    let _ = write!(
        out,
        "{label}: {ours} {:.1} %, {edition} {:.1} %",
        mean(&|row| row.score.error_percent().abs()),
        mean(&|row| row.edition_percent.abs()),
    );
    for (rule, name) in rules(lang).iter().enumerate() {
        let said: Vec<f64> = rows.iter().filter_map(|row| row.score.naive_percent(rule)).collect();
        if !said.is_empty() {
            let error = said.iter().map(|x| x.abs()).sum::<f64>() / said.len() as f64;
            let _ = write!(out, ", {name} {error:.1} %");
        }
    }
    let label = say("平均のCRPS（人）", "mean CRPS (people)");
    let _ = write!(out, "\n{label}: {ours} {:.0}", mean(&|row| row.score.crps));
    for (rule, name) in rules(lang).iter().enumerate() {
        let misses: Vec<f64> = rows
            .iter()
            .filter_map(|row| Some((row.score.naive[rule]? - row.score.actual).abs()))
            .collect();
        if !misses.is_empty() {
            let _ = write!(out, ", {name} {:.0}", misses.iter().sum::<f64>() / misses.len() as f64);
        }
    }
    out.push('\n');
}

fn held(is_held: bool, lang: Lang) -> &'static str {
    match (is_held, lang) {
        (true, Lang::Ja) => "幅の中",
        (false, Lang::Ja) => "幅の外",
        (true, Lang::En) => "held",
        (false, Lang::En) => "OUTSIDE",
    }
}

fn city_line(out: &mut String, name: &str, scored: Option<CityScore>, lang: Lang) {
    let say = |ja, en| pick(lang, ja, en);
    let Some(CityScore { from, to, last, score }) = scored else {
        let none = say(
            "実績が2回に満たず、比べられません。",
            "fewer than two counts, nothing to compare with.",
        );
        let _ = writeln!(out, "{name}: {none}");
        return;
    };
    let (counted, median) = (say("実績", "counted"), say("中央", "median"));
    let _ = write!(
        out,
        "{name}: {last:.0} ({from:.0}-10-01) → {counted} {:.0} ({to:.0}-10-01); \
         {median} {:.0} ({:.0}–{:.0}), {:+.1} %, {}, CRPS {:.0}",
        score.actual,
        score.p50,
        score.p10,
        score.p90,
        score.error_percent(),
        held(score.is_held(), lang),
        score.crps,
    );
    for (rule, name) in rules(lang).iter().enumerate() {
        match score.naive_percent(rule) {
            Some(percent) => {
                let _ = write!(out, "; {name} {percent:+.1} %");
            }
            None => {
                let _ =
                    write!(out, "; {name}: {}", say("それより前の実績なし", "no earlier count"));
            }
        }
    }
    out.push('\n');
}
