//! A policy: values for levers, each with its place, start and ramp. Checked at the door, so the
//! model contains no range checks.

use super::{LeverId, LeverSpec, Scope};
use crate::i18n::{Lang, number};

/// One decision: a lever set to a value from some month on, reached in a straight line.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    pub lever: LeverId,
    /// Stable code of the place; empty for the whole municipality.
    pub place: String,
    pub value: f64,
    /// Months after the start of the plan period.
    pub start_month: u16,
    /// Months from the first change to the full value; 0 is at once.
    pub ramp_months: u16,
}

/// Every setting that differs from today. The only way to have one is to have had it checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    settings: Vec<Setting>,
}

/// Longest start or ramp: ten years.
const MONTHS_MAX: u16 = 120;

impl Policy {
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The setting of a lever at exactly this place, if there is one.
    pub fn at(&self, lever: LeverId, place: &str) -> Option<&Setting> {
        self.settings.iter().find(|s| s.lever == lever && s.place == place)
    }

    /// The value of a lever at exactly this place, or the default.
    pub fn value(&self, lever: LeverId, place: &str) -> f64 {
        self.at(lever, place).map_or(lever.spec().default, |s| s.value)
    }

    /// This policy with one setting put in place of the former one of the same lever and place.
    /// A city-wide setting equal to the default is no setting.
    pub fn with(&self, setting: Setting) -> Result<Self, LeverError> {
        let spec = setting.lever.spec();
        // Written so that NaN falls on the error side.
        if !(spec.min <= setting.value && setting.value <= spec.max) {
            return Err(LeverError::OutOfRange { lever: setting.lever, value: setting.value });
        }
        if spec.is_switch() && ![spec.min, spec.max].contains(&setting.value) {
            return Err(LeverError::NotASwitch { lever: setting.lever, value: setting.value });
        }
        if spec.scope == Scope::City && !setting.place.is_empty() {
            return Err(LeverError::CityOnly { lever: setting.lever });
        }
        if MONTHS_MAX < setting.start_month || MONTHS_MAX < setting.ramp_months {
            return Err(LeverError::TooLate { lever: setting.lever });
        }
        let mut next = self.without(setting.lever, &setting.place);
        if !(setting.place.is_empty() && setting.value.to_bits() == spec.default.to_bits()) {
            let order = |s: &Setting| (s.lever, s.place.clone());
            let at = next.settings.partition_point(|s| order(s) < order(&setting));
            next.settings.insert(at, setting);
        }
        Ok(next)
    }

    /// This policy without the setting of a lever at exactly this place.
    pub fn without(&self, lever: LeverId, place: &str) -> Self {
        let keep = |s: &&Setting| !(s.lever == lever && s.place == place);
        Self { settings: self.settings.iter().filter(keep).cloned().collect() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum LeverError {
    OutOfRange { lever: LeverId, value: f64 },
    NotASwitch { lever: LeverId, value: f64 },
    UnknownKey { key: String },
    CityOnly { lever: LeverId },
    TooLate { lever: LeverId },
}

impl LeverError {
    pub fn describe(&self, lang: Lang) -> String {
        let name = |lever: &LeverId| lever.spec().label.get(lang);
        match (self, lang) {
            (Self::OutOfRange { lever, value } | Self::NotASwitch { lever, value }, lang) => {
                out_of_range(lever.spec(), *value, lang)
            }
            (Self::UnknownKey { key }, Lang::Ja) => format!(
                "「{key}」という動かす値はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownKey { key }, Lang::En) => format!(
                "There is no lever called {key}. Check whether the file was made by a newer version."
            ),
            (Self::CityOnly { lever }, Lang::Ja) => {
                format!(
                    "「{}」は全体でだけ決められます。場所を「全体」に変えてください。",
                    name(lever)
                )
            }
            (Self::CityOnly { lever }, Lang::En) => {
                format!(
                    "{} can be set for the whole municipality only. Choose it as the place.",
                    name(lever)
                )
            }
            (Self::TooLate { lever }, Lang::Ja) => format!(
                "「{}」の開始または移行が10年を超えています。120か月までの値を入れてください。",
                name(lever)
            ),
            (Self::TooLate { lever }, Lang::En) => format!(
                "{} starts or ramps over more than ten years. Enter at most 120 months.",
                name(lever)
            ),
        }
    }
}

fn out_of_range(spec: &LeverSpec, value: f64, lang: Lang) -> String {
    let (label, value) = (spec.label.get(lang), number::as_given(value));
    let least = number::as_given(spec.min);
    let most = number::with_unit(lang, spec.max, spec.unit.get(lang));
    match (lang, spec.is_switch()) {
        (Lang::Ja, true) => {
            format!("「{label}」の値 {value} は使えません。0（いいえ）か1（はい）にしてください。")
        }
        (Lang::En, true) => format!("{label} cannot be {value}. Enter 0 (no) or 1 (yes)."),
        (Lang::Ja, false) => {
            format!("「{label}」の値 {value} は範囲外です。{least}〜{most}の値を入れてください。")
        }
        (Lang::En, false) => {
            format!("{label} is {value}, out of range. Enter {least} to {most}.")
        }
    }
}
