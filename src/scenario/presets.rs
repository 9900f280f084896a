//! Scenarios that come with the program: something to compare with from the first minute.

use super::Scenario;
use crate::i18n::{Lang, Text};
use crate::levers::{LeverId, Policy, Setting};

/// A few decisions that belong together.
pub struct Preset {
    pub key: &'static str,
    pub name: Text,
    pub what: Text,
    settings: &'static [(LeverId, f64)],
}

/// The presets, the one without measures first.
pub const PRESETS: &[Preset] = &[
    Preset {
        key: "today",
        name: Text { ja: "自然体（いまのまま）", en: "As today" },
        what: Text { ja: "何も変えないとき", en: "Nothing is changed" },
        settings: &[],
    },
    Preset {
        key: "staff",
        name: Text { ja: "職員の定着と増員", en: "Keeping and adding staff" },
        what: Text {
            ja: "定着支援と研修を広げ、1センターに0.5人を増やす",
            en: "Retention and training, and half a post more in each centre",
        },
        settings: &[
            (LeverId::PostsExtra, 0.5),
            (LeverId::Retention, 50.0),
            (LeverId::Supervision, 50.0),
        ],
    },
    Preset {
        key: "meetings",
        name: Text { ja: "会議の開き方を変える", en: "Another way of meeting" },
        what: Text {
            ja: "オンラインなどの柔軟な開催と、会議のための時間の確保",
            en: "Flexible and remote meetings, and hours kept for them",
        },
        settings: &[(LeverId::MeetFlex, 60.0), (LeverId::MeetRing, 1.0)],
    },
    Preset {
        key: "alarms",
        name: Text { ja: "緊急通報を広げる", en: "More alarm devices" },
        what: Text {
            ja: "広報を2倍にし、設置班と契約台数を増やす",
            en: "Twice the publicity, one more crew and more contracted units",
        },
        settings: &[
            (LeverId::AlarmPublicity, 2.0),
            (LeverId::AlarmContract, 300.0),
            (LeverId::AlarmCrews, 1.0),
        ],
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
        let (name, description) = (self.name.get(lang).to_owned(), self.what.get(lang).to_owned());
        Scenario { name, description, policy, ..Scenario::default() }
    }
}
