//! What a target of the whole municipality asks of one ward or area, by a rule the planner chooses.
//! Illustrative: no plan says so.
//!
//! A rate, and what is told of the worst place, are asked of every place alike; any other number is
//! shared out: the municipality's times the place's weight over that of all places of its level.

use super::chance::{Aim, At, Target};
use crate::facts::Basis;
use crate::i18n::Text;
use crate::measures::Kind;
use crate::model::inputs::Spot;
use crate::places::{Level, PlaceId};

/// By what a number asked of the whole municipality is shared out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// People aged 65 and over of the base year.
    #[default]
    Elderly,
    /// Support centres.
    Centres,
    /// What each place has in the year before the plan, in the middle of all draws.
    Present,
    /// Only what was set for the place itself.
    ByHand,
}

impl Rule {
    pub const ALL: [Self; 4] = [Self::Elderly, Self::Centres, Self::Present, Self::ByHand];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Elderly => "elderly",
            Self::Centres => "centres",
            Self::Present => "present",
            Self::ByHand => "by_hand",
        }
    }

    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.key() == key)
    }

    pub const fn label(self) -> Text {
        match self {
            Self::Elderly => Text { ja: "65歳以上の人口", en: "People 65 and over" },
            Self::Centres => Text { ja: "センターの数", en: "Number of centres" },
            Self::Present => Text { ja: "今の値", en: "Present value" },
            Self::ByHand => Text { ja: "手で決める", en: "Set by hand" },
        }
    }

    /// What it does, in a sentence.
    pub const fn says(self) -> Text {
        match self {
            Self::Elderly => Text {
                ja: "全体の目標を、基準年の65歳以上の人口に比例して分けます。",
                en: "The municipality's target is shared out by people aged 65 and over of the base year.",
            },
            Self::Centres => Text {
                ja: "全体の目標を、地域包括支援センターの数に比例して分けます。",
                en: "The municipality's target is shared out by the number of support centres.",
            },
            Self::Present => Text {
                ja: "全体の目標を、計画が始まる前の年度の値（見通しの中央値）に比例して分けます。",
                en: "The municipality's target is shared out by each place's value (the median of all draws) \
                     of the year before the plan.",
            },
            Self::ByHand => Text {
                ja: "分けません。場所のカードで、同じ指標と年度の目標を決めた場所だけを判定します。",
                en: "Nothing is shared out. Only places whose card sets a target of the same measure and year \
                     are judged.",
            },
        }
    }

    /// What holds for all of them.
    pub const COMMON: Text = Text {
        ja: "率の目標と、いちばん悪い場所を見る目標は、どの場所にも同じ値を求めます。計画にある決まりではなく、例示です。",
        en: "A rate, and a target for the worst place, are asked of every place alike. No plan says so: illustrative.",
    };
}

/// What each place of a level is to reach.
pub struct Shares<'a> {
    city: &'a Basis,
    aim: &'a Aim,
    rule: Rule,
    /// What each place has before the plan.
    now: &'a dyn Fn(PlaceId) -> Option<f64>,
    /// The weight of all places of the level together.
    whole: f64,
}

impl<'a> Shares<'a> {
    pub fn new(
        city: &'a Basis,
        (aim, rule): (&'a Aim, Rule),
        level: Level,
        now: &'a dyn Fn(PlaceId) -> Option<f64>,
    ) -> Self {
        let mut shares = Self { city, aim, rule, now, whole: 0.0 };
        // Those of whom nothing is known get nothing, and are not counted.
        shares.whole = city.places.at_level(level).filter_map(|place| shares.weight(place)).sum();
        shares
    }

    /// The value a place would have to reach; none where its weight is not known. `set` are the
    /// targets there are: those of the place itself count where the planner sets them by hand.
    pub fn of(&self, place: PlaceId, spot: Option<Spot>, set: &[Target]) -> Option<f64> {
        if self.rule == Rule::ByHand {
            let is_it = |target: &&Target| {
                spot.is_some_and(|spot| target.at == Some(At::One(spot)))
                    && (target.aim.measure, target.aim.fiscal_year, target.aim.sense)
                        == (self.aim.measure, self.aim.fiscal_year, self.aim.sense)
            };
            // Set twice, the newer one holds.
            return set.iter().rfind(is_it).map(|target| f64::from(target.aim.value));
        }
        if matches!(self.aim.measure.spec().kind, Kind::Ratio { .. } | Kind::Direct | Kind::Largest)
        {
            return Some(f64::from(self.aim.value));
        }
        let part = self.weight(place)? / self.whole;
        part.is_finite().then(|| f64::from(self.aim.value) * part)
    }

    fn weight(&self, place: PlaceId) -> Option<f64> {
        let places = &self.city.places;
        match self.rule {
            Rule::Elderly => elderly(self.city, place),
            Rule::Centres => Some(places.within(place, Level::Centre).count() as f64),
            Rule::Present => (self.now)(place).filter(|value| 0.0 <= *value),
            Rule::ByHand => None,
        }
    }
}

/// People aged 65 and over of the base year.
fn elderly(city: &Basis, place: PlaceId) -> Option<f64> {
    let (people, year) = (&city.population, city.frame.base_year);
    let table = match city.places.get(place).level {
        Level::Area => &people.areas,
        _ => &people.base,
    };
    table.from_age(place, year, 65).map(|count| count.persons() as f64)
}
