//! The model's own page, written from the code: every lever, assumption, measure and shock with
//! its numbers, and every equation as it stands at the head of the process's file, in Japanese from
//! the text beside this one. Tests keep both from going stale.

use std::fmt::Write as _;

use crate::assumptions::solved::SOLVED;
use crate::assumptions::{AssumptionId, Chain, Shape};
use crate::engine::rule::Rule;
use crate::i18n::{Lang, Text, number};
use crate::levers::{Group, LeverId};
use crate::measures::{ByMonth, Kind, MeasureId};
use crate::shocks::ShockId;

/// A process: its name, the text of its own file, whose head holds equation, reason and source, and
/// the same in Japanese.
pub struct Process {
    pub name: Text,
    source: &'static str,
    japanese: &'static str,
}

macro_rules! processes {
    ($($ja:literal / $en:literal: $file:literal, $text:literal;)*) => {
        pub const PROCESSES: &[Process] = &[$(Process {
            name: Text { ja: $ja, en: $en },
            source: include_str!(concat!("../", $file)),
            japanese: include_str!(concat!($text, ".md")),
        }),*];
    };
}

processes! {
    "人口" / "Population": "model/population/mod.rs", "population";
    "人口の分からないこと" / "Unknowns of the population": "model/population/drawn.rs", "drawn";
    "ひとり暮らし" / "Living alone": "model/households.rs", "households";
    "認定・認知症" / "Care need": "model/care_need.rs", "care_need";
    "緊急通報機器" / "Alarm devices": "model/alarm/mod.rs", "alarm";
    "緊急通報機器の実績" / "The devices' history": "engine/history/alarm.rs", "alarm_history";
    "職員" / "Staff": "model/staff.rs", "staff";
    "職員の対策の効果" / "What the staff levers do": "model/centres/effects.rs", "effects";
    "職員の実績" / "The staff's history": "model/centres/solve.rs", "staff_solve";
    "関係" / "Ties": "model/ties.rs", "ties";
    "時間" / "Hours": "model/hours.rs", "hours";
    "会議" / "Meetings": "model/meetings.rs", "meetings";
    "認知度" / "Being known": "model/awareness.rs", "awareness";
    "認知度の実績" / "The surveys": "engine/history/awareness.rs", "awareness_history";
    "地域の取組" / "Programmes": "model/programmes/mod.rs", "programmes";
    "通いの場と介護予防" / "Gathering places and prevention": "model/programmes/gatherings.rs", "gatherings";
    "費用" / "Money": "model/money/mod.rs", "money";
    "出来事" / "Shocks": "engine/history/shocks.rs", "shocks";
    "幅と中央値" / "Bands and medians": "engine/bands.rs", "bands";
}

impl Process {
    /// The `//!` lines of its file.
    pub fn english(&self) -> String {
        let lines = self.source.lines().take_while(|line| line.starts_with("//!"));
        let text: Vec<&str> =
            lines.map(|l| l.trim_start_matches("//!").trim_start_matches(' ')).collect();
        text.join("\n")
    }

    /// The Japanese text without its first line.
    pub fn japanese(&self) -> &'static str {
        self.japanese.split_once('\n').map_or("", |(_, text)| text).trim()
    }

    /// The first line of the Japanese text: which English text it says in Japanese.
    pub fn translates(&self) -> &'static str {
        self.japanese.lines().next().unwrap_or_default()
    }
}

/// The page in Markdown.
pub fn page(lang: Lang) -> String {
    let t = |ja: &'static str, en: &'static str| Text { ja, en }.get(lang);
    let mut out = format!("# {}\n", t("モデルの説明", "The model"));
    let note = t(
        "このページはプログラムから作られます。直すときは元の宣言を直してください。",
        "This page is made from the program. To change it, change the declarations.",
    );
    let _ = writeln!(out, "\n{note}");
    let _ = writeln!(out, "\n## {}", t("式", "Equations"));
    for process in PROCESSES {
        let text = match lang {
            Lang::Ja => process.japanese().to_owned(),
            Lang::En => process.english(),
        };
        let _ = writeln!(out, "\n### {}\n\n{text}", process.name.get(lang));
    }
    let _ = writeln!(out, "\n## {}", t("動かす値", "Levers"));
    for group in Group::ALL {
        let _ = writeln!(out, "\n### {}\n", group.label().get(lang));
        for lever in LeverId::all().filter(|lever| lever.spec().group == group) {
            out += &lever_line(lever, lang);
        }
    }
    let _ = writeln!(out, "\n## {}", t("仮定", "Assumptions"));
    for chain in CHAINS {
        let _ = writeln!(out, "\n### {}\n", chain_name(chain).get(lang));
        for id in AssumptionId::all().filter(|id| id.spec().chain == chain) {
            out += &assumption_line(id, lang);
        }
    }
    let _ = writeln!(out, "\n## {}\n", t("解いて求める値", "What is solved"));
    for spec in SOLVED {
        let range = [spec.p10, spec.p50, spec.p90].map(number::as_given).join(" / ");
        let (label, unit) = (spec.label.get(lang), spec.unit.get(lang));
        let _ = writeln!(out, "- **{label}** {range} {unit}. {}", spec.because.get(lang));
    }
    let _ = writeln!(out, "\n## {}\n", t("出来事", "Shocks"));
    for shock in ShockId::all() {
        let spec = shock.spec();
        let severity = spec.severity.spec();
        let _ = writeln!(out, "- **{}** — {}", spec.label.get(lang), severity.label.get(lang));
    }
    let _ = writeln!(out, "\n## {}\n", t("指標", "Measures"));
    for measure in MeasureId::all() {
        out += &measure_line(measure, lang);
    }
    let _ = writeln!(out, "\n## {}\n", t("全体の目標と場所", "Targets and places"));
    for rule in Rule::ALL {
        let _ = writeln!(out, "- **{}** {}", rule.label().get(lang), rule.says().get(lang));
    }
    let _ = writeln!(out, "\n{}", Rule::COMMON.get(lang));
    out
}

const CHAINS: [Chain; 9] = [
    Chain::Population,
    Chain::Households,
    Chain::CareNeed,
    Chain::Alarm,
    Chain::Staff,
    Chain::Meetings,
    Chain::Awareness,
    Chain::Programmes,
    Chain::Money,
];

fn chain_name(chain: Chain) -> Text {
    match chain {
        Chain::Population => Text { ja: "人口", en: "Population" },
        Chain::Households => Text { ja: "ひとり暮らし", en: "Living alone" },
        Chain::CareNeed => Text { ja: "認定・認知症", en: "Care need" },
        Chain::Alarm => Text { ja: "緊急通報機器", en: "Alarm devices" },
        Chain::Staff => Text { ja: "職員", en: "Staff" },
        Chain::Meetings => Text { ja: "時間と会議", en: "Hours and meetings" },
        Chain::Awareness => Text { ja: "認知度", en: "Being known" },
        Chain::Programmes => Text { ja: "地域の取組", en: "Programmes" },
        Chain::Money => Text { ja: "費用", en: "Money" },
    }
}

fn lever_line(lever: LeverId, lang: Lang) -> String {
    let spec = lever.spec();
    let [min, max, default] = [spec.min, spec.max, spec.default].map(number::as_given);
    let (from, today, cost) = match lang {
        Lang::Ja => ("〜", "既定", "費用"),
        Lang::En => (" to ", "as today", "cost"),
    };
    format!(
        "- **{}** {min}{from}{max} {} ({today} {default}; {}). {cost}: {}. {}\n",
        spec.label.get(lang),
        spec.unit.get(lang),
        spec.backing.grade().label().get(lang),
        spec.cost.get(lang),
        spec.because.get(lang),
    )
}

fn assumption_line(id: AssumptionId, lang: Lang) -> String {
    let spec = id.spec();
    let range = [spec.p10, spec.p50, spec.p90].map(number::as_given).join(" / ");
    let shape = match (spec.shape, lang) {
        (Shape::TwoPieceNormal, Lang::Ja) => "二片正規",
        (Shape::TwoPieceNormal, Lang::En) => "two-piece normal",
        (Shape::TwoPieceLognormal, Lang::Ja) => "二片対数正規",
        (Shape::TwoPieceLognormal, Lang::En) => "two-piece lognormal",
        (Shape::Beta(..), Lang::Ja) => "ベータ",
        (Shape::Beta(..), Lang::En) => "beta",
        (Shape::Uniform, Lang::Ja) => "一様",
        (Shape::Uniform, Lang::En) => "straight lines",
        (Shape::Choice(_), Lang::Ja) => "二択",
        (Shape::Choice(_), Lang::En) => "choice",
        (Shape::Fixed, Lang::Ja) => "固定",
        (Shape::Fixed, Lang::En) => "fixed",
    };
    format!(
        "- **{}** {range} {} ({shape}; {}). {}\n",
        spec.label.get(lang),
        spec.unit.get(lang),
        spec.backing.grade().label().get(lang),
        id.because().get(lang),
    )
}

fn measure_line(measure: MeasureId, lang: Lang) -> String {
    let spec = measure.spec();
    let kind = match (spec.kind, lang) {
        (Kind::October, Lang::Ja) => "10月1日".to_owned(),
        (Kind::October, Lang::En) => "1 October".to_owned(),
        (Kind::Stock, Lang::Ja) => "年度末".to_owned(),
        (Kind::Stock, Lang::En) => "31 March".to_owned(),
        (Kind::Largest, Lang::Ja) => "年度末、最も大きい場所の値".to_owned(),
        (Kind::Largest, Lang::En) => "31 March, that of the place where it is largest".to_owned(),
        (Kind::Flow, Lang::Ja) => "年度の合計".to_owned(),
        (Kind::Flow, Lang::En) => "fiscal-year total".to_owned(),
        (Kind::Direct, Lang::Ja) => "全体で計算".to_owned(),
        (Kind::Direct, Lang::En) => "computed for the municipality".to_owned(),
        (Kind::Ratio { of, per, .. }, _) => {
            format!("{} ÷ {}", of.spec().label.get(lang), per.spec().label.get(lang))
        }
    };
    let by_month = match (measure.by_month(), lang) {
        (ByMonth::TwelveMonths, Lang::Ja) => "。月ごとには、その月までの12か月の率",
        (ByMonth::TwelveMonths, Lang::En) => "; by month, that of the twelve months to then",
        _ => "",
    };
    format!("- **{}** ({}; {kind}{by_month})\n", spec.label.get(lang), spec.unit.get(lang))
}
