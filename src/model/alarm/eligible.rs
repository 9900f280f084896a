//! Who may have a device: A, 65 and over living alone (or counted as such) with a chronic illness;
//! B, living alone from an age on; C, dementia with risk of wandering, portable devices only. A
//! person in two classes counts once.

use super::Inputs;
use crate::model::ground::MonthIndex;
use crate::model::lanes::Lanes;
use crate::model::people::{Group, People};

impl Inputs {
    /// Eligible people of an area under some rules. At today's all are as willing.
    pub(super) fn eligible(
        &self,
        people: &People,
        area: usize,
        month: MonthIndex,
        rules: Rules,
    ) -> Eligible {
        let people = people.at_end_of(month, area);
        let alone = Group::ALONE.map(|group| people.heads(group));
        let all_alone = alone[0] + alone[1] + alone[2] + alone[3] + alone[4];
        let from = |age: f32| {
            let mut sum = alone[4];
            for (i, group) in alone[..4].iter().enumerate() {
                let top = 70.0 + 5.0 * i as f32;
                let share = ((top - age) * 0.2).clamp(0.0, 1.0);
                sum += *group * share;
            }
            sum
        };
        let today = from(TODAY.age);
        let is_today = rules.age.to_bits() == TODAY.age.to_bits();
        let now = if is_today { today } else { from(rules.age) };
        let newly = (now - today).positive();
        let ill = self.chronic_share * rules.class_a;
        let younger_ill = (all_alone - now).positive() * ill;
        let wandering = people.heads(Group::Dementia) * self.wander_share * rules.class_c;
        let heads = (now + younger_ill) * self.household_factor + wandering;
        let willing = now.at_most(today) + newly * (ill + self.take_new * (Lanes::ONE - ill));
        let willing = (willing + younger_ill) * self.household_factor + wandering;
        Eligible { heads, willing, wandering }
    }

    /// Eligible people under the plan's present rules.
    pub fn eligible_today(&self, people: &People, area: usize, month: MonthIndex) -> Lanes {
        self.eligible(people, area, month, TODAY).heads
    }

    /// Class C is for portable devices only. The share of home devices that history shows is that
    /// of all who apply; where others make up a larger or smaller part of them than at today's
    /// rules, it rises or falls with that part. Exactly 1 at today's rules.
    pub(super) fn home_factor(
        &self,
        people: &People,
        area: usize,
        month: MonthIndex,
        now: &Eligible,
    ) -> Lanes {
        let today = self.eligible(people, area, month, TODAY);
        now.may_choose().ratio(today.may_choose())
    }
}

/// Who is eligible in an area.
pub(super) struct Eligible {
    pub(super) heads: Lanes,
    /// Weighed by how willing those are who become eligible newly.
    pub(super) willing: Lanes,
    /// Class C.
    wandering: Lanes,
}

impl Eligible {
    /// Of the willing, the part that may choose either type.
    fn may_choose(&self) -> Lanes {
        (self.willing - self.wandering).ratio(self.willing)
    }
}

/// Who is eligible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rules {
    pub(super) age: f32,
    pub(super) class_a: f32,
    pub(super) class_c: f32,
}

pub(super) const TODAY: Rules = Rules { age: 75.0, class_a: 1.0, class_c: 1.0 };
