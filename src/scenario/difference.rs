//! What two documents do differently, one line each: for the history, for a preview, and for the
//! comparison.

use super::Scenario;
use crate::assumptions::AssumptionId;
use crate::engine::draw::Range;
use crate::i18n::{Lang, Text, number};
use crate::levers::{LeverId, Setting};
use crate::shocks::Fired;
use crate::units::sort_few;

/// What a difference is about: together with its place, the row of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Lever {
        lever: LeverId,
        place: String,
    },
    Assumption(AssumptionId),
    Pandemic,
    Shocks,
    Figures,
    Targets,
    AreaRule,
    Decisions,
    Note(LeverId),
    /// What is written on a place's card, by its code.
    PlaceNote(String),
    Name,
    Description,
    Seed,
    Draws,
    Municipality,
}

impl About {
    /// Whether it can change a result.
    pub fn is_of_substance(&self) -> bool {
        !matches!(
            self,
            Self::Targets
                | Self::AreaRule
                | Self::Decisions
                | Self::Note(_)
                | Self::PlaceNote(_)
                | Self::Name
                | Self::Description
        )
    }

    /// Its name; `place` turns a stable code into a name people know.
    pub fn label(&self, lang: Lang, place_name: &dyn Fn(&str) -> String) -> String {
        let plain = |ja: &'static str, en: &'static str| Text { ja, en }.get(lang).to_owned();
        match self {
            Self::Lever { lever, place } if place.is_empty() => {
                lever.spec().label.get(lang).to_owned()
            }
            Self::Lever { lever, place } => {
                let (label, place) = (lever.spec().label.get(lang), place_name(place));
                match lang {
                    Lang::Ja => format!("{label}（{place}）"),
                    Lang::En => format!("{label} ({place})"),
                }
            }
            Self::Assumption(id) => {
                let label = id.spec().label.get(lang);
                match lang {
                    Lang::Ja => format!("仮定：{label}"),
                    Lang::En => format!("Assumption: {label}"),
                }
            }
            Self::Pandemic => plain("感染症の流行（令和2年度〜）", "Pandemic (from FY2020)"),
            Self::Shocks => plain("出来事", "Shocks"),
            Self::Figures => plain("自分の数値", "Own figures"),
            Self::Targets => plain("目標", "Targets"),
            Self::AreaRule => plain("目標を場所に分ける決まり", "How targets are shared out"),
            Self::Decisions => plain("決定の記録", "Decisions"),
            Self::Note(lever) => {
                let label = lever.spec().label.get(lang);
                match lang {
                    Lang::Ja => format!("理由：{label}"),
                    Lang::En => format!("Reason: {label}"),
                }
            }
            Self::PlaceNote(place) => match lang {
                Lang::Ja => format!("メモ：{}", place_name(place)),
                Lang::En => format!("Note: {}", place_name(place)),
            },
            Self::Name => plain("名前", "Name"),
            Self::Description => plain("説明", "Description"),
            Self::Seed => plain("乱数の種", "Seed"),
            Self::Draws => plain("試行の数", "Draws"),
            Self::Municipality => plain("市町村", "Municipality"),
        }
    }

    /// What a document says about it, as people read it.
    pub fn told(&self, scenario: &Scenario, lang: Lang) -> String {
        let plain = |ja: &'static str, en: &'static str| Text { ja, en }.get(lang).to_owned();
        match self {
            Self::Lever { lever, place } => setting_told(scenario, *lever, place, lang),
            Self::Assumption(id) => {
                let Range { p10, p50, p90 } = scenario.ranges.get(*id);
                let spec = id.spec();
                let [p10, p50, p90] = [p10, p50, p90].map(number::as_given);
                let unit = spec.unit.get(lang);
                match lang {
                    Lang::Ja => format!("{p50}{unit}（{p10}〜{p90}）"),
                    Lang::En => format!("{p50} {unit} ({p10} to {p90})"),
                }
            }
            Self::Pandemic if scenario.script.has_pandemic() => plain("あり", "yes"),
            Self::Pandemic => plain("なし", "no"),
            Self::Shocks => shocks_told(scenario.script.fired(), lang),
            Self::Figures => counted(scenario.figures.len(), lang),
            Self::Targets => counted(scenario.own_targets.len() + scenario.switches.len(), lang),
            Self::AreaRule => scenario.area_rule.label().get(lang).to_owned(),
            Self::Decisions => counted(scenario.decisions.len(), lang),
            Self::Note(lever) => scenario.notes.get(lever).cloned().unwrap_or_default(),
            Self::PlaceNote(place) => scenario.place_notes.get(place).cloned().unwrap_or_default(),
            Self::Name => scenario.name.clone(),
            Self::Description => scenario.description.clone(),
            Self::Seed => number::exact(i64::from(scenario.seed)),
            Self::Draws => number::exact(i64::from(scenario.n_draws)),
            Self::Municipality => scenario.municipality.clone(),
        }
    }
}

fn counted(n: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{}件", number::exact(n as i64)),
        Lang::En => number::exact(n as i64),
    }
}

fn setting_told(scenario: &Scenario, lever: LeverId, place: &str, lang: Lang) -> String {
    let spec = lever.spec();
    let value = number::with_unit(lang, scenario.policy.value(lever, place), spec.unit.get(lang));
    let Some(setting) = scenario.policy.at(lever, place) else {
        return match lang {
            Lang::Ja => format!("{value}（現状）"),
            Lang::En => format!("{value} (as today)"),
        };
    };
    let Setting { start_month, ramp_months, .. } = *setting;
    let months = |n: u16| number::exact(i64::from(n));
    match (start_month, ramp_months, lang) {
        (0, 0, _) => value,
        (start, 0, Lang::Ja) => format!("{value}（{}か月目から）", months(start + 1)),
        (start, 0, Lang::En) => format!("{value} (from month {})", months(start + 1)),
        (start, ramp, Lang::Ja) => {
            format!("{value}（{}か月目から{}か月かけて）", months(start + 1), months(ramp))
        }
        (start, ramp, Lang::En) => {
            format!("{value} (from month {}, over {} months)", months(start + 1), months(ramp))
        }
    }
}

fn shocks_told(fired: &[Fired], lang: Lang) -> String {
    if fired.is_empty() {
        return Text { ja: "なし", en: "none" }.get(lang).to_owned();
    }
    let names: Vec<&str> = fired.iter().map(|fired| fired.shock.spec().label.get(lang)).collect();
    names.join(match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    })
}

/// Everything that is not the same in all of these, in the order of the catalogues.
pub fn among(scenarios: &[&Scenario]) -> Vec<About> {
    let Some((first, others)) = scenarios.split_first() else { return Vec::new() };
    let mut found: Vec<About> = others.iter().flat_map(|other| between(first, other)).collect();
    sort_few(&mut found, Ord::cmp);
    found.dedup();
    found
}

/// What differs between two documents.
pub fn between(a: &Scenario, b: &Scenario) -> Vec<About> {
    let mut found = Vec::new();
    for setting in a.policy.settings().iter().chain(b.policy.settings()) {
        let Setting { lever, place, .. } = setting;
        if a.policy.at(*lever, place) != b.policy.at(*lever, place) {
            found.push(About::Lever { lever: *lever, place: place.clone() });
        }
    }
    for (id, _) in a.ranges.0.iter().chain(&b.ranges.0) {
        if a.ranges.get(*id) != b.ranges.get(*id) {
            found.push(About::Assumption(*id));
        }
    }
    for lever in a.notes.keys().chain(b.notes.keys()) {
        if a.notes.get(lever) != b.notes.get(lever) {
            found.push(About::Note(*lever));
        }
    }
    for place in a.place_notes.keys().chain(b.place_notes.keys()) {
        if a.place_notes.get(place) != b.place_notes.get(place) {
            found.push(About::PlaceNote(place.clone()));
        }
    }
    let mut add = |differs: bool, about: About| found.extend(differs.then_some(about));
    add(a.script.has_pandemic() != b.script.has_pandemic(), About::Pandemic);
    add(a.script.fired() != b.script.fired(), About::Shocks);
    add(a.figures != b.figures, About::Figures);
    add(a.switches != b.switches || a.own_targets != b.own_targets, About::Targets);
    add(a.area_rule != b.area_rule, About::AreaRule);
    add(a.decisions != b.decisions, About::Decisions);
    add(a.name != b.name, About::Name);
    add(a.description != b.description, About::Description);
    add(a.seed != b.seed, About::Seed);
    add(a.n_draws != b.n_draws, About::Draws);
    add(a.municipality != b.municipality, About::Municipality);
    sort_few(&mut found, Ord::cmp);
    found.dedup();
    found
}
