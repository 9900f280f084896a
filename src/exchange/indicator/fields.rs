//! What each field of the form can be, and what is said where it cannot.

use super::Draft;
use crate::exchange::cells::number::{self, Cell};
use crate::exchange::cells::plain::squeezed;
use crate::facts::Municipality;
use crate::facts::indicator::{IndicatorDriver, MOST_JOINING, MOST_PERCENT};
use crate::i18n::{Lang, Text, number as digits};

/// A field, so that the form can mark it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Label,
    Unit,
    Change,
    UnitCost,
    Budget,
    /// What was counted in this fiscal year.
    History(i16),
    From,
    Target,
}

/// What is wrong with the form.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    Empty(Field),
    NotANumber(Field, String),
    OutOfRange {
        field: Field,
        text: String,
        least: f64,
        most: f64,
    },
    /// Another indicator has this name.
    Taken(String),
    /// No year of the history is filled in, and nothing else says how many there are.
    NoHistory,
    /// All places for indicators of this kind are taken.
    NoRoom,
}

/// The numbers of a form in which nothing is wrong.
pub(super) struct Checked {
    pub(super) change: f64,
    pub(super) unit_cost: Option<f64>,
    pub(super) budget: Option<f64>,
    pub(super) history: Vec<(i16, f64)>,
    pub(super) target: Option<f64>,
}

/// No count of a municipality is larger.
const MOST: f64 = 1e9;
const MOST_YEN: f64 = 1e12;

pub(super) fn checked(draft: &Draft, city: &Municipality) -> Result<Checked, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut number = |field, text: &str, least: f64, most: f64| match number::read(text) {
        Cell::Empty => None,
        Cell::Number { value, .. } if least <= value && value <= most => Some(value),
        Cell::Number { .. } => {
            let text = text.trim().to_owned();
            wrong.push(Wrong::OutOfRange { field, text, least, most });
            None
        }
        _ => {
            wrong.push(Wrong::NotANumber(field, text.trim().to_owned()));
            None
        }
    };
    let most = if draft.is_stock { MOST_JOINING } else { MOST_PERCENT };
    let change = number(Field::Change, &draft.change, -most, most).unwrap_or(0.0);
    let unit_cost = number(Field::UnitCost, &draft.unit_cost, 0.0, MOST_YEN);
    let budget = number(Field::Budget, &draft.budget, 0.0, MOST_YEN);
    let history: Vec<(i16, f64)> = draft
        .history
        .iter()
        .filter_map(|(year, text)| Some((*year, number(Field::History(*year), text, 0.0, MOST)?)))
        .collect();
    let target = number(Field::Target, &draft.target, 0.0, MOST);
    let is_bought = draft.driver == IndicatorDriver::Budget;
    let is_missing = |text: &String| text.trim().is_empty();
    let needed = [
        (Field::Label, is_missing(&draft.label)),
        (Field::Unit, is_missing(&draft.unit)),
        (Field::UnitCost, is_bought && is_missing(&draft.unit_cost)),
        (Field::Budget, is_bought && is_missing(&draft.budget)),
        (Field::From, is_missing(&draft.from) && draft.history.iter().any(|(_, t)| !is_missing(t))),
    ];
    wrong.extend(needed.into_iter().filter(|(_, is)| *is).map(|(field, _)| Wrong::Empty(field)));
    let is_told = draft.history.iter().any(|(_, text)| !is_missing(text));
    if !is_told && !is_bought {
        wrong.push(Wrong::NoHistory);
    }
    let label = squeezed(&draft.label);
    let is_taken = city
        .measures
        .iter()
        .any(|other| other.key.as_str() != draft.key && squeezed(&other.label.ja) == label);
    if is_taken && !label.is_empty() {
        wrong.push(Wrong::Taken(draft.label.trim().to_owned()));
    }
    if wrong.is_empty() {
        Ok(Checked { change, unit_cost, budget, history, target })
    } else {
        Err(wrong)
    }
}

impl Field {
    pub const fn label(self) -> Text {
        match self {
            Self::Label => Text { ja: "名前", en: "Name" },
            Self::Unit => Text { ja: "単位", en: "Unit" },
            Self::Change => Text { ja: "毎年の増減", en: "Change a year" },
            Self::UnitCost => Text { ja: "1つ当たりの費用", en: "Cost of each" },
            Self::Budget => Text { ja: "予算", en: "Budget" },
            Self::History(_) => Text { ja: "実績", en: "History" },
            Self::From => Text { ja: "実績の出どころ", en: "Where the history comes from" },
            Self::Target => Text { ja: "目標値", en: "Target" },
        }
    }

    /// The field as a message names it.
    fn named(self, lang: Lang) -> String {
        let label = self.label().get(lang);
        match (self, lang) {
            (Self::History(year), Lang::Ja) => format!("{year}年度の{label}"),
            (Self::History(year), Lang::En) => format!("{label}, FY{year}"),
            _ => label.to_owned(),
        }
    }
}

impl Wrong {
    /// The field to mark; none where it is about the form as a whole.
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Empty(field) | Self::NotANumber(field, _) | Self::OutOfRange { field, .. } => {
                Some(*field)
            }
            Self::Taken(_) => Some(Field::Label),
            Self::NoHistory | Self::NoRoom => None,
        }
    }

    pub fn describe(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Empty(field), Lang::Ja) => {
                format!("「{}」が空欄です。入力してください。", field.named(lang))
            }
            (Self::Empty(field), Lang::En) => {
                format!("“{}” is empty. Fill it in.", field.named(lang))
            }
            (Self::NotANumber(field, text), Lang::Ja) => format!(
                "「{}」の「{text}」は数として読めません。数だけを入れてください。",
                field.named(lang)
            ),
            (Self::NotANumber(field, text), Lang::En) => format!(
                "“{}”: “{text}” cannot be read as a number. Enter the number alone.",
                field.named(lang)
            ),
            (Self::OutOfRange { field, text, least, most }, lang) => {
                let [least, most] = [least, most].map(|end| digits::as_given(*end));
                let field = field.named(lang);
                match lang {
                    Lang::Ja => format!(
                        "「{field}」の「{text}」は使える範囲の外です。{least}〜{most}の数を入れてください。"
                    ),
                    Lang::En => {
                        format!("“{field}”: “{text}” is out of range. Enter {least} to {most}.")
                    }
                }
            }
            (Self::Taken(name), Lang::Ja) => {
                format!("「{name}」という指標はもうあります。別の名前を付けてください。")
            }
            (Self::Taken(name), Lang::En) => {
                format!("There is an indicator called “{name}” already. Choose another name.")
            }
            (Self::NoHistory, Lang::Ja) => "実績が1つもありません。数えた年度に値を入れるか、「何とともに動くか」を予算にしてください。".into(),
            (Self::NoHistory, Lang::En) => "There is no history. Enter what was counted in a year, or let it go with a budget.".into(),
            (Self::NoRoom, Lang::Ja) => "独自の指標は、年度の数と年度末の数がそれぞれ4つまでです。使わないものを消してから加えてください。".into(),
            (Self::NoRoom, Lang::En) => "There can be four own indicators of each kind. Delete one that is not needed, and add this again.".into(),
        }
    }
}
