//! Ready decisions to start from: not advice, but something to look at and to change.

use crate::i18n::Text;
use crate::levers::{LeverId, Policy, Setting};
use crate::shocks::{Fired, Script, ShockId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    Nothing,
    Meetings,
    Leaving,
    Devices,
    Pandemic,
}

impl Preset {
    pub const ALL: [Self; 5] =
        [Self::Nothing, Self::Meetings, Self::Leaving, Self::Devices, Self::Pandemic];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Meetings => "meetings",
            Self::Leaving => "leaving",
            Self::Devices => "devices",
            Self::Pandemic => "pandemic",
        }
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Nothing => Text { ja: "何もしない", en: "Do nothing" },
            Self::Meetings => Text { ja: "会議を増やす", en: "More meetings" },
            Self::Leaving => Text { ja: "離職を下げる", en: "Fewer leave" },
            Self::Devices => Text { ja: "機器を広げる", en: "More devices" },
            Self::Pandemic => Text { ja: "感染症の年", en: "A pandemic year" },
        }
    }

    const fn levers(self) -> &'static [(LeverId, f64)] {
        match self {
            Self::Nothing | Self::Pandemic => &[],
            Self::Meetings => &[
                (LeverId::PlanIndividual, 1.5),
                (LeverId::PlanArea, 1.5),
                (LeverId::MeetFlex, 50.0),
                (LeverId::MeetRing, 1.0),
            ],
            Self::Leaving => &[
                (LeverId::Retention, 100.0),
                (LeverId::Supervision, 100.0),
                (LeverId::PaySupplement, 10_000.0),
                (LeverId::Handover, 1.0),
            ],
            Self::Devices => &[
                (LeverId::AlarmAge, 70.0),
                (LeverId::AlarmPublicity, 2.0),
                (LeverId::AlarmReplace, 50.0),
                (LeverId::AlarmContract, 500.0),
            ],
        }
    }

    /// The decisions, over whatever was decided before.
    pub fn begin(self) -> (Policy, Script) {
        let city = |lever, value| Setting {
            lever,
            place: String::new(),
            value,
            start_month: 0,
            ramp_months: 0,
        };
        let policy = self.levers().iter().fold(Policy::default(), |policy, (lever, value)| {
            policy.with(city(*lever, *value)).expect("a preset stays within the levers' ranges")
        });
        let wave = Fired {
            shock: ShockId::Pandemic,
            place: String::new(),
            // The second year of the plan.
            start_month: 12,
            months: 12,
            severity: None,
        };
        let script = match self {
            Self::Pandemic => Script::default().with(wave).expect("a wave of a year is allowed"),
            _ => Script::default(),
        };
        (policy, script)
    }
}
