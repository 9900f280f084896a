//! Scenarios that come with the program: something to compare with from the first minute.

use super::Scenario;
use crate::i18n::{Lang, Text};
use crate::levers::{LeverId, Policy, Setting};
use crate::shocks::{Fired, Script, ShockId};

/// A few decisions that belong together.
pub struct Preset {
    pub key: &'static str,
    pub name: Text,
    pub what: Text,
    settings: &'static [(LeverId, f64)],
    /// A wave of an infection through the second year of the plan.
    has_wave: bool,
}

/// The presets, the one without measures first. Not advice: something to look at and to change.
pub const PRESETS: &[Preset] = &[
    Preset {
        key: "nothing",
        name: Text { ja: "何もしない", en: "Do nothing" },
        what: Text { ja: "何も変えないとき（自然体）", en: "Nothing is changed" },
        settings: &[],
        has_wave: false,
    },
    Preset {
        key: "meetings",
        name: Text { ja: "会議を増やす", en: "More meetings" },
        what: Text {
            ja: "予定を1.5倍にし、柔軟な開催と会議のための時間を確保する",
            en: "Half as many again planned, held flexibly, with hours kept for them",
        },
        settings: &[
            (LeverId::PlanIndividual, 1.5),
            (LeverId::PlanArea, 1.5),
            (LeverId::MeetFlex, 60.0),
            (LeverId::MeetRing, 1.0),
        ],
        has_wave: false,
    },
    Preset {
        key: "leaving",
        name: Text { ja: "離職を下げる", en: "Fewer leave" },
        what: Text {
            ja: "定着支援と研修を全員に広げ、処遇を月1万円改善し、引継ぎを1か月重ねる",
            en: "Retention and training for all, 10,000 yen a month more, a month of handover",
        },
        settings: &[
            (LeverId::Retention, 100.0),
            (LeverId::Supervision, 100.0),
            (LeverId::PaySupplement, 10_000.0),
            (LeverId::Handover, 1.0),
        ],
        has_wave: false,
    },
    Preset {
        key: "devices",
        name: Text { ja: "機器を広げる", en: "More devices" },
        what: Text {
            ja: "対象を70歳以上に広げ、広報を2倍にし、契約台数を増やす",
            en: "From 70 on, twice the publicity, more contracted units",
        },
        settings: &[
            (LeverId::AlarmAge, 70.0),
            (LeverId::AlarmPublicity, 2.0),
            (LeverId::AlarmContract, 500.0),
        ],
        has_wave: false,
    },
    Preset {
        key: "pandemic",
        name: Text { ja: "感染症の年", en: "A pandemic year" },
        what: Text {
            ja: "計画の2年目に感染症の波が12か月続く",
            en: "A wave of twelve months in the plan's second year",
        },
        settings: &[],
        has_wave: true,
    },
];

impl Preset {
    pub fn scenario(&self, lang: Lang) -> Scenario {
        let mut policy = Policy::default();
        for &(lever, value) in self.settings {
            let (place, start_month, ramp_months) = (String::new(), 0, 0);
            policy = policy
                .with(Setting { lever, place, value, start_month, ramp_months })
                .expect("the presets stay within the levers' bounds");
        }
        let wave = Fired {
            shock: ShockId::Pandemic,
            place: String::new(),
            start_month: 12,
            months: 12,
            severity: None,
        };
        let script = match self.has_wave {
            true => Script::default().with(wave).expect("a wave of a year is within bounds"),
            false => Script::default(),
        };
        let (name, description) = (self.name.get(lang).to_owned(), self.what.get(lang).to_owned());
        Scenario { name, description, policy, script, ..Scenario::default() }
    }
}
