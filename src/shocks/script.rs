//! Which shocks happen in a run. Checked at the door, so the model contains no range checks.

use super::{Length, Place, ShockId};
use crate::i18n::Lang;

/// One shock that happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Fired {
    pub shock: ShockId,
    /// Stable code of the ward or centre; empty for the whole municipality.
    pub place: String,
    /// Months after the start of the plan period.
    pub start_month: u16,
    /// How many months it lasts; asked of shocks whose length is open, otherwise passed over.
    pub months: u16,
    /// In the unit of the shock's assumption; none: what each draw assumes.
    pub severity: Option<f64>,
}

/// Everything that happens. By default the pandemic of FY2020 and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    has_pandemic: bool,
    fired: Vec<Fired>,
}

impl Default for Script {
    fn default() -> Self {
        Self { has_pandemic: true, fired: Vec::new() }
    }
}

/// Latest start: ten years.
const MONTHS_MAX: u16 = 120;

impl Script {
    /// Whether the pandemic that lies inside FY2020's figures happened.
    pub fn has_pandemic(&self) -> bool {
        self.has_pandemic
    }

    /// The shocks in the order they were fired.
    pub fn fired(&self) -> &[Fired] {
        &self.fired
    }

    pub fn with_pandemic(&self, has_pandemic: bool) -> Self {
        Self { has_pandemic, fired: self.fired.clone() }
    }

    /// This script with one shock more.
    pub fn with(&self, fired: Fired) -> Result<Self, ShockError> {
        let shock = fired.shock;
        let spec = shock.spec();
        if let Some(value) = fired.severity {
            let range = spec.severity.spec();
            // Written so that NaN falls on the error side.
            if !(range.low <= value && value <= range.high) {
                return Err(ShockError::OutOfRange { shock, value });
            }
        }
        if (spec.place == Place::City) != fired.place.is_empty() {
            return Err(ShockError::WrongPlace { shock });
        }
        if MONTHS_MAX < fired.start_month {
            return Err(ShockError::TooLate { shock });
        }
        if let Length::Months { longest, .. } = spec.length
            && !(1..=longest).contains(&fired.months)
        {
            return Err(ShockError::WrongLength { shock, longest });
        }
        let mut next = self.clone();
        next.fired.push(fired);
        Ok(next)
    }

    /// This script without the shock at a position.
    pub fn without(&self, at: usize) -> Self {
        let mut next = self.clone();
        if at < next.fired.len() {
            next.fired.remove(at);
        }
        next
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum ShockError {
    OutOfRange { shock: ShockId, value: f64 },
    UnknownKey { key: String },
    WrongPlace { shock: ShockId },
    TooLate { shock: ShockId },
    WrongLength { shock: ShockId, longest: u16 },
}

impl ShockError {
    pub fn describe(&self, lang: Lang) -> String {
        let name = |shock: &ShockId| shock.spec().label.get(lang);
        match (self, lang) {
            (Self::OutOfRange { shock, value }, _) => out_of_range(*shock, *value, lang),
            (Self::UnknownKey { key }, Lang::Ja) => format!(
                "「{key}」という出来事はありません。新しい版で作られたファイルでないか確かめてください。"
            ),
            (Self::UnknownKey { key }, Lang::En) => format!(
                "There is no shock called {key}. Check whether the file was made by a newer version."
            ),
            (Self::WrongPlace { shock }, _) => wrong_place(*shock, lang),
            (Self::TooLate { shock }, Lang::Ja) => format!(
                "「{}」の開始が10年を超えています。{MONTHS_MAX}か月までの値を入れてください。",
                name(shock)
            ),
            (Self::TooLate { shock }, Lang::En) => format!(
                "{} starts more than ten years on. Enter at most {MONTHS_MAX} months.",
                name(shock)
            ),
            (Self::WrongLength { shock, longest }, Lang::Ja) => format!(
                "「{}」の長さが範囲外です。1〜{longest}か月の値を入れてください。",
                name(shock)
            ),
            (Self::WrongLength { shock, longest }, Lang::En) => {
                format!("{} cannot last that long. Enter 1 to {longest} months.", name(shock))
            }
        }
    }
}

fn out_of_range(shock: ShockId, value: f64, lang: Lang) -> String {
    let spec = shock.spec();
    let range = spec.severity.spec();
    let (low, high, unit) = (range.low, range.high, range.unit.get(lang));
    match lang {
        Lang::Ja => format!(
            "「{}」の強さ {value} は範囲外です。{low}〜{high}{unit}の値を入れてください。",
            spec.label.ja
        ),
        Lang::En => format!(
            "{} has strength {value}, out of range. Enter {low} to {high} {unit}.",
            spec.label.en
        ),
    }
}

fn wrong_place(shock: ShockId, lang: Lang) -> String {
    let spec = shock.spec();
    let (ja, en) = match spec.place {
        Place::City => ("全体", "the whole municipality"),
        Place::Ward => ("区", "a ward"),
        Place::Centre => ("支援センター", "a support centre"),
    };
    match lang {
        Lang::Ja => {
            format!("「{}」はこの場所では起こせません。{ja}を選んでください。", spec.label.ja)
        }
        Lang::En => format!("{} cannot happen at this place. Choose {en}.", spec.label.en),
    }
}
