//! A chance in words: «約8割», "about 8 in 10". Never finer than the number of runs allows.

use crate::i18n::Lang;

/// The words for a chance estimated as `n_met` of `n_runs`.
///
/// Tenths are said only when the standard error is small enough to tell one from its neighbour;
/// otherwise the words get coarser instead of pretending.
pub fn words(lang: Lang, n_met: u32, n_runs: u32) -> String {
    if n_runs == 0 {
        return not_known(lang).into();
    }
    let chance = f64::from(n_met) / f64::from(n_runs);
    // The error of the estimate with half a success added on either side: never zero.
    let smoothed = (f64::from(n_met) + 0.5) / (f64::from(n_runs) + 1.0);
    let error = libm::sqrt(smoothed * (1.0 - smoothed) / f64::from(n_runs));
    if error > 0.05 {
        return coarse(lang, chance).into();
    }
    tenths(lang, chance)
}

/// The words when the chance is given with its own standard error.
pub fn words_for(lang: Lang, chance: f64, standard_error: f64) -> String {
    if !chance.is_finite() {
        not_known(lang).into()
    } else if standard_error > 0.05 {
        coarse(lang, chance).into()
    } else {
        tenths(lang, chance)
    }
}

/// The same in whole per cent, the finest that a thousand runs can tell: their error is 1.6.
pub fn percent(lang: Lang, chance: f64) -> String {
    let percent = libm::round(chance * 100.0) as i32;
    match (percent, lang) {
        (..=0, Lang::Ja) => "1%未満".into(),
        (..=0, Lang::En) => "under 1%".into(),
        (100.., Lang::Ja) => "99%超".into(),
        (100.., Lang::En) => "over 99%".into(),
        (percent, _) => format!("{percent}%"),
    }
}

fn tenths(lang: Lang, chance: f64) -> String {
    let tenth = libm::round(chance * 10.0) as i32;
    match (tenth, lang) {
        (..=0, Lang::Ja) => "ほとんどない".into(),
        (..=0, Lang::En) => "hardly any".into(),
        (10.., Lang::Ja) => "ほぼ確実".into(),
        (10.., Lang::En) => "almost certain".into(),
        (tenth, Lang::Ja) => format!("約{tenth}割"),
        (tenth, Lang::En) => format!("about {tenth} in 10"),
    }
}

fn coarse(lang: Lang, chance: f64) -> &'static str {
    let third = if chance < 1.0 / 3.0 {
        0
    } else if chance <= 2.0 / 3.0 {
        1
    } else {
        2
    };
    match (third, lang) {
        (0, Lang::Ja) => "低い",
        (0, Lang::En) => "low",
        (1, Lang::Ja) => "五分五分",
        (1, Lang::En) => "about even",
        (_, Lang::Ja) => "高い",
        (_, Lang::En) => "high",
    }
}

fn not_known(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "まだわからない",
        Lang::En => "not known yet",
    }
}
