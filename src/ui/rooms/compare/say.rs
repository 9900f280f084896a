//! The comparison in plain sentences: what matters, and nothing else.

use super::words::letter;
use crate::engine::bands::P50;
use crate::engine::chance::{Aim, Sense, Target};
use crate::facts::observation::Origin;
use crate::i18n::{Lang, Text, chance, time};
use crate::measures::MeasureId;
use crate::protocol::Comparison;
use crate::ui::charts::format::Format;
use crate::ui::words::target;
use crate::units::FiscalYear;

/// A difference is told when nine draws of ten go the same way.
const CLEAR: f64 = 0.9;

/// The month is said before it.
const PREMIUM_UNIT: Text = Text { ja: "円", en: "yen" };

/// Most targets told of one pair: more is a table.
const TARGETS_MAX: usize = 3;

/// One paragraph for each scenario after the first, which it is compared with. Targets of the plan
/// itself are told before those of our own suggestion; those of wards and areas are left to the
/// table, as no difference is worked out for them.
pub fn findings(found: &Comparison, targets: &[Target], lang: Lang) -> Vec<String> {
    let of_all = targets.iter().enumerate().filter(|(_, target)| target.at.is_none());
    let is_plan = |(_, target): &(usize, &Target)| target.origin == Origin::Plan;
    let (plan, own): (Vec<_>, Vec<_>) = of_all.partition(is_plan);
    let order: Vec<(usize, &Aim)> =
        plan.into_iter().chain(own).map(|(i, target)| (i, &target.aim)).collect();
    (1..found.scenarios.len()).map(|to| finding(found, &order, lang, to)).collect()
}

fn finding(found: &Comparison, aims: &[(usize, &Aim)], lang: Lang, to: usize) -> String {
    let clear: Vec<(usize, &Aim, Clear)> = aims
        .iter()
        .filter_map(|&(i, aim)| {
            Some((i, aim, Clear::of(found, to, aim.measure, aim.fiscal_year, lang)?))
        })
        .take(TARGETS_MAX)
        .collect();
    let year = clear.first().map(|(_, aim, _)| aim.fiscal_year);
    let year = year.or(aims.first().map(|(_, aim)| aim.fiscal_year));
    let cost = year.and_then(|year| cost_part(found, lang, to, year));
    let (a, b) = (letter(lang, 0), letter(lang, to));
    let n_parts = clear.len() + usize::from(cost.is_some());
    let told = |(i, (_, aim, gap)): (usize, &(usize, &Aim, Clear))| {
        measure_part(aim, gap, lang, i + 1 == n_parts)
    };
    let parts: Vec<String> = clear.iter().enumerate().map(told).chain(cost).collect();
    if parts.is_empty() {
        return match lang {
            Lang::Ja => format!("{b}と{a}の結果に、はっきりした違いはない。"),
            Lang::En => format!("{b} and {a} do not differ clearly in their results."),
        };
    }
    let mut text = match lang {
        Lang::Ja => format!("{b}は{a}より{}。", parts.join("、")),
        Lang::En => format!("{b} compared with {a}: {}.", parts.join("; ")),
    };
    for (i, aim, _) in &clear {
        text += &chance_part(found, *i, aim, lang, to).unwrap_or_default();
    }
    text
}

/// How the difference of a scenario from the first one is written, beside either's value.
pub(super) fn difference(
    found: &Comparison,
    to: usize,
    measure: MeasureId,
    year: i32,
    lang: Lang,
) -> Format {
    let values = [0, to].map(|side| {
        found.city(side, measure.index(), year).map_or(f64::NAN, |band| f64::from(band[P50]))
    });
    Format::between(lang, measure.spec().unit, values)
}

/// That difference as it is read: nothing, where it is smaller than what is written of it.
pub(super) fn told(found: &Comparison, to: usize, measure: MeasureId, year: i32) -> Option<f64> {
    let gap = found.gap(0, to, measure.index(), year)?;
    Some(difference(found, to, measure, year, Lang::Ja).told(f64::from(gap.band[P50])))
}

/// A difference that most draws agree on and that can be read, and how it is written.
struct Clear {
    middle: f64,
    format: Format,
}

impl Clear {
    fn of(
        found: &Comparison,
        to: usize,
        measure: MeasureId,
        year: i32,
        lang: Lang,
    ) -> Option<Self> {
        let gap = found.gap(0, to, measure.index(), year)?;
        let middle = f64::from(gap.band[P50]);
        let format = difference(found, to, measure, year, lang);
        let is_clear = CLEAR <= gap.above || CLEAR <= gap.below;
        (is_clear && format.told(middle) != 0.0).then_some(Self { middle, format })
    }

    fn is_more(&self) -> bool {
        0.0 < self.middle
    }

    /// How large it is, without its sign.
    fn size(&self) -> String {
        self.format.show(self.middle.abs()).trim_start_matches('+').to_owned()
    }
}

/// «会議が令和4年度に36回多く»; the last part of a sentence ends it.
fn measure_part(aim: &Aim, gap: &Clear, lang: Lang, is_last: bool) -> String {
    let spec = aim.measure.spec();
    let year = time::fiscal_year(lang, FiscalYear(aim.fiscal_year as i16));
    let (size, is_more) = (gap.size(), gap.is_more());
    let label = spec.label.get(lang);
    match lang {
        Lang::Ja => {
            let stem = stem(spec.unit.ja, is_more);
            let end = if is_last { "い" } else { "く" };
            format!("{label}が{year}に{size}{stem}{end}")
        }
        Lang::En => {
            let way = if is_more { "higher" } else { "lower" };
            format!("{label} {size} {way} in {year}")
        }
    }
}

/// Shares and rates are high or low; what is counted is much or little.
fn stem(unit: &str, is_more: bool) -> &'static str {
    match (unit.starts_with('%') || unit.starts_with("円/"), is_more) {
        (true, true) => "高",
        (true, false) => "低",
        (false, true) => "多",
        (false, false) => "少な",
    }
}

/// «費用は年1,200万円（保険料では月3.2円）多い»
fn cost_part(found: &Comparison, lang: Lang, to: usize, year: i32) -> Option<String> {
    let clear = |measure: MeasureId| Clear::of(found, to, measure, year, lang);
    let gap = clear(MeasureId::CostTotal)?;
    let size = gap.size();
    let premium = clear(MeasureId::Premium).map(|Clear { middle, format }| {
        Clear { middle, format: format.in_unit(PREMIUM_UNIT) }.size()
    });
    let more = gap.is_more();
    Some(match lang {
        Lang::Ja => {
            let premium = premium.map(|size| format!("（保険料では月{size}）"));
            let way = if more { "多い" } else { "少ない" };
            format!("費用は年{size}{}{way}", premium.unwrap_or_default())
        }
        Lang::En => {
            let premium = premium.map(|size| format!(" ({size} a month of premium)"));
            let way = if more { "higher" } else { "lower" };
            format!("cost {size} a year{} {way}", premium.unwrap_or_default())
        }
    })
}

/// «400回以上になる見込みは約9割（案Aは約3割）。»; nothing where both are told alike.
fn chance_part(
    found: &Comparison,
    aim_at: usize,
    aim: &Aim,
    lang: Lang,
    to: usize,
) -> Option<String> {
    let of = |side: usize| {
        let answer = found.scenarios.get(side)?.targets.get(aim_at)?;
        Some(chance::words_for(lang, answer.chance?, answer.standard_error))
    };
    let (here, there) = (of(to)?, of(0)?);
    if here == there {
        return None;
    }
    let spec = aim.measure.spec();
    let value = Format::rounded(lang, spec.unit).show(f64::from(aim.value));
    let target = target(lang, aim.sense == Sense::AtLeast, &value);
    let (a, label) = (letter(lang, 0), spec.label.get(lang));
    Some(match lang {
        Lang::Ja => format!("{label}が{target}になる見込みは{here}（{a}は{there}）。"),
        Lang::En => format!(" Chance of {label} {target}: {here} ({a}: {there})."),
    })
}

/// Where a difference comes from: four lines, of the four combinations of policy and assumptions
/// in the order A, A's policy with B's assumptions, B's policy with A's assumptions, B.
pub fn split(found: &Comparison, aim: &Aim, lang: Lang) -> Vec<String> {
    let middle = |to: usize| {
        let gap = found.gap(0, to, aim.measure.index(), aim.fiscal_year)?;
        Some(f64::from(gap.band[P50]))
    };
    let (Some(assumed), Some(decided), Some(all)) = (middle(1), middle(2), middle(3)) else {
        return Vec::new();
    };
    let format = difference(found, 3, aim.measure, aim.fiscal_year, lang);
    let line = |ja: &str, en: &str, value: f64| match lang {
        Lang::Ja => format!("{ja}：{}", format.show(value)),
        Lang::En => format!("{en}: {}", format.show(value)),
    };
    vec![
        line("仮定の違いによる分", "From the assumptions", assumed),
        line("施策の違いによる分", "From the policy", decided),
        line("組み合わさって生じる分", "From both together", all - assumed - decided),
        line("合わせた違い", "Difference in all", all),
    ]
}
