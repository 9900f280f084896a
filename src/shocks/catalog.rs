//! The shocks, one after another. Never rename a key: saved documents hold it.

use super::{Length, Place, ShockSpec};
use crate::assumptions::AssumptionId;
use crate::i18n::Text;

macro_rules! shocks {
    ($($id:ident = $key:literal {
        ja: $ja:literal, en: $en:literal,
        what: $wja:literal / $wen:literal,
        severity: $severity:literal, place: $place:ident, length: $length:expr,
    })*) => {
        /// Which shock.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ShockId {
            $($id),*
        }

        const CATALOG: &[ShockSpec] = &[$(ShockSpec {
            id: ShockId::$id,
            key: $key,
            label: Text { ja: $ja, en: $en },
            what: Text { ja: $wja, en: $wen },
            severity: AssumptionId::of($severity),
            place: Place::$place,
            length: $length,
        }),*];
    };
}

/// How many shocks there are.
pub const SHOCK_COUNT: usize = CATALOG.len();

impl ShockId {
    pub fn all() -> impl Iterator<Item = Self> {
        CATALOG.iter().map(|spec| spec.id)
    }

    pub const fn index(self) -> usize {
        self as usize
    }

    pub fn spec(self) -> &'static ShockSpec {
        &CATALOG[self.index()]
    }

    pub fn find(key: &str) -> Option<Self> {
        CATALOG.iter().find(|spec| spec.key == key).map(|spec| spec.id)
    }
}

shocks! {
    Pandemic = "pandemic_wave" {
        ja: "感染症の波", en: "Pandemic wave",
        what: "会議、通いの場、周知、採用が滞り、通報と相談が増えます。"
            / "Meetings, gatherings, outreach and hiring falter; calls and consultations rise.",
        severity: "sh_pandemic_meet", place: City,
        length: Length::Months { usual: 12, longest: 36 },
    }
    MassResignation = "mass_resignation" {
        ja: "一斉退職", en: "Mass resignation",
        what: "一つのセンターで職員が同じ月に辞めます。"
            / "Staff of one centre leave in the same month.",
        severity: "sh_mass_resign", place: Centre,
        length: Length::Once,
    }
    ContractorWithdrawal = "contractor_withdrawal" {
        ja: "委託事業者の撤退", en: "Contractor withdrawal",
        what: "次の事業者が決まるまで、緊急通報の設置と切替が止まります。"
            / "Alarm installs and changes stop until another contractor is found.",
        severity: "sh_contractor", place: City,
        length: Length::Severity,
    }
    HeatWave = "heat_wave" {
        ja: "猛暑", en: "Heat wave",
        what: "通報と相談が増えます。" / "Calls and consultations rise.",
        severity: "sh_heat", place: City,
        length: Length::Months { usual: 1, longest: 4 },
    }
    HiringFreeze = "hiring_freeze" {
        ja: "採用の凍結", en: "Hiring freeze",
        what: "欠員が埋まらなくなります。" / "Vacancies are not filled.",
        severity: "sh_freeze", place: City,
        length: Length::Severity,
    }
    LargeHousing = "large_housing" {
        ja: "大規模住宅の完成", en: "Large housing project",
        what: "区の人口が2年のうちに増えます。" / "A ward's population jumps within two years.",
        severity: "sh_housing", place: Ward,
        length: Length::Builds(24),
    }
}
