//! What `mitoshi validate` prints.

use std::fmt::Write as _;

use super::score::RULES;
use super::{CityScore, WardScore, certified, living_alone, population, reproduction, too_short};
use crate::facts::Municipality;

/// The whole report. Text out, nothing else.
pub fn report(city: &Municipality) -> String {
    let mut out = format!("Looking back: {}\n", city.name.en);
    arithmetic(&mut out, city);
    wards(&mut out, city, &population(city));
    out += "\n## One figure of the city\n";
    city_line(&mut out, "living alone, 65+", living_alone(city));
    city_line(&mut out, "certified", certified(city));
    out += "\nThe national profiles (living alone 2020, certification 2020) and the ranges of the \
            assumptions are later than these starts: read the scores as friendly.\n";
    let too_short = too_short(city);
    if !too_short.is_empty() {
        out += "\n## Too short to judge\n";
    }
    for short in too_short {
        let _ = write!(out, "{}: {} counts", short.measure, short.n_counts);
        if short.on_a_line {
            out += "; the last figure is an estimate on a straight line through them, not a count";
        }
        out += ".\n";
    }
    out
}

fn arithmetic(out: &mut String, city: &Municipality) {
    out.push_str("\n## The published projection, computed again from its base\n");
    let rows = reproduction(city);
    if rows.is_empty() {
        out.push_str("No projection is loaded: survival is the nation's and nobody moves.\n");
        return;
    }
    out.push_str(
        "ward: largest cell, largest total (people), mean error (%); \
         single years less five-year ages at 65+ (%)\n",
    );
    for row in rows {
        let _ = write!(
            out,
            "{:<13} {:>5.1} {:>6.1} {:>8.4} ",
            city.places.get(row.place).name.en,
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

fn wards(out: &mut String, city: &Municipality, rows: &[WardScore]) {
    out.push_str("\n## Wards, five years on, against the completed census\n");
    if rows.is_empty() {
        out.push_str("No projection or no later census with ages: nothing to compare with.\n");
        return;
    }
    out.push_str(
        "place ages: counted; median (p10–p90), error %; held; CRPS | errors %: edition as \
         printed",
    );
    for rule in RULES {
        let _ = write!(out, ", {rule}");
    }
    out.push('\n');
    for row in rows {
        let score = &row.score;
        let _ = write!(
            out,
            "{:<13} {}+: {:>7.0}; {:>7.0} ({:.0}–{:.0}), {:+.1}; {}; {:.0} | {:+.1}",
            city.places.get(row.place).name.en,
            row.from_age,
            score.actual,
            score.p50,
            score.p10,
            score.p90,
            score.error_percent(),
            if score.is_held() { "held" } else { "OUTSIDE" },
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
    summary(out, &of_wards);
}

/// Shares held and mean errors over the wards, beside the simple rules'.
fn summary(out: &mut String, rows: &[&WardScore]) {
    let n = rows.len() as f64;
    let held = rows.iter().filter(|row| row.score.is_held()).count();
    let mean = |of: &dyn Fn(&WardScore) -> f64| rows.iter().map(|row| of(row)).sum::<f64>() / n;
    let _ = writeln!(out, "held by the 80 % band: {held} of {} ward figures", rows.len());
    let _ = write!(
        out,
        "mean absolute error of the wards: ours {:.1} %, edition as printed {:.1} %",
        mean(&|row| row.score.error_percent().abs()),
        mean(&|row| row.edition_percent.abs()),
    );
    for (rule, name) in RULES.iter().enumerate() {
        let said: Vec<f64> = rows.iter().filter_map(|row| row.score.naive_percent(rule)).collect();
        if !said.is_empty() {
            let error = said.iter().map(|x| x.abs()).sum::<f64>() / said.len() as f64;
            let _ = write!(out, ", {name} {error:.1} %");
        }
    }
    let _ = write!(out, "\nmean CRPS: ours {:.0} people", mean(&|row| row.score.crps));
    for (rule, name) in RULES.iter().enumerate() {
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

fn city_line(out: &mut String, name: &str, scored: Option<CityScore>) {
    let Some(CityScore { from, to, last, score }) = scored else {
        let _ = writeln!(out, "{name}: fewer than two counts, nothing to compare with.");
        return;
    };
    let _ = write!(
        out,
        "{name}: {last:.0} (1 Oct {from:.0}) → counted {:.0} (1 Oct {to:.0}); \
         median {:.0} ({:.0}–{:.0}), {:+.1} %, {}, CRPS {:.0}",
        score.actual,
        score.p50,
        score.p10,
        score.p90,
        score.error_percent(),
        if score.is_held() { "held" } else { "OUTSIDE" },
        score.crps,
    );
    for (rule, name) in RULES.iter().enumerate() {
        match score.naive_percent(rule) {
            Some(percent) => {
                let _ = write!(out, "; {name} {percent:+.1} %");
            }
            None => {
                let _ = write!(out, "; {name}: no earlier count");
            }
        }
    }
    out.push('\n');
}
